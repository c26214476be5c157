"""verify: claims against sources, where either may be more than one machine holds."""

import functools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from quoteverify.archive.store import Archive
from quoteverify.collation.policies import Policy, as_policy
from quoteverify.collation.verify.sources.positional_index import RARE, most_positions
from quoteverify.collation.verify.sources.source_index import Searchable, SourceIndex
from quoteverify.collation.verify.speech.reported import Telling
from quoteverify.collation.verify.verification import findings
from quoteverify.errors import ArgumentTypeError, check_type
from quoteverify.exchange.rows import VerificationRow, rows
from quoteverify.models import Document, Searched, Speaker
from quoteverify.spark.reading import ABOUT, chosen, document, unparsed
from quoteverify.spark.tables import (
    Columns,
    Frame,
    Row,
    check_frame,
    columns_of,
    functions,
    grouped,
    hashed,
    kept,
    mapped,
)
from quoteverify.text.language import LanguageProfile, as_profile
from quoteverify.text.layout.documents import reader_copy
from quoteverify.text.words import words

VERIFICATION: Columns = {"id": "string", **columns_of(VerificationRow)}

MOST_WITH_ALL = 64
"""Articles looked at, of those with all the words of a claim of stock phrases, for it as a whole: a guard
against claims that every article has the words of."""

Made = TypeVar("Made")
Ngram = tuple[str, ...]
"""A word, or two in a row."""


def verify(
    claims: Frame,
    sources: Any,
    *,
    policy: str | Policy | None = None,
    lang: str | LanguageProfile = "en",
    reported: bool = False,
) -> Frame:
    """Find claimed quotes in sources, and say how their words, speaker and context stand there.

    Args:
        claims: A DataFrame with the columns ``id``, different for each, and ``claim``, and ``speaker`` if
            that axis is to be checked.
        sources: What the claims are looked for in. A DataFrame of articles, as for `extract`: each claim is
            verified against those that it may be from. The path of an archive that every worker
            can read. Or what ``quoteverify.verify`` takes, if it is small enough for every worker.
        policy: As for ``quoteverify.verify``.
        lang: The language of a DataFrame of articles: its code, or its profile.
        reported: Whether the claims are told and no quotations, as for ``quoteverify.verify``.

    Returns:
        A DataFrame with a row for each claim: ``id``, and what ``VerificationRow`` has.

    Raises:
        ArgumentTypeError: An argument is of the wrong type.
        ArgumentValueError: A column is missing, or there is no such policy or language.
        DuplicateDocumentError: Two of the sources handed over have one id.
        MissingExtraError: Spark is not installed.
    """
    check_frame("claims", claims, "id", "claim")
    house = as_policy(policy)
    check_type("reported", reported, bool)
    asked = _Asked(house, Telling() if reported else None)
    language = as_profile(lang)
    given = chosen(claims, "id", "claim", "speaker")
    if hasattr(sources, "mapInArrow"):
        check_frame("sources", sources, "id", "text")
        return _against_articles(given, chosen(sources, "id", "text", *ABOUT), asked, language)
    if isinstance(sources, Archive):
        sources = sources.path
    if isinstance(sources, str | Path):
        if not Path(sources).is_file():
            # A text would be taken for a path, and a new archive made of it.
            raise ArgumentTypeError(
                "sources must be a DataFrame, an Archive or the path of one, a SourceIndex or Documents, "
                f"and there is no file {str(sources)[:100]!r}"
            )
        return mapped(given, partial(_against_archive, path=str(sources), asked=asked), VERIFICATION)
    documents = SourceIndex(sources, lang=language).given
    broadcast = claims.sparkSession.sparkContext.broadcast(documents)
    return mapped(given, partial(_against_all, documents=broadcast, asked=asked, lang=language), VERIFICATION)


class _Asked(NamedTuple):
    """What is asked of each claim beside its words.

    Attributes:
        policy: What a house allows.
        telling: How it is told, where it is no quotation.
    """

    policy: Policy | None
    telling: Telling | None


def _verification_rows(claims: Iterable[Row], index: Searchable, asked: _Asked) -> Iterator[Row]:
    for claim in claims:
        words, name = claim["claim"] or "", claim.get("speaker")
        speaker = Speaker(name) if isinstance(name, str) else name
        found = findings(words, index.about(words), speaker, asked.policy, telling=asked.telling)
        for row in rows(found):
            yield {"id": claim["id"], **row}


def _against_archive(claims: list[Row], path: str, asked: _Asked) -> Iterator[Row]:
    return _verification_rows(claims, _opened(path), asked)


@functools.lru_cache(maxsize=4)
def _opened(path: str) -> Archive:
    """The archive, opened once in each worker."""
    return Archive(path)


def _against_all(claims: list[Row], documents: Any, asked: _Asked, lang: LanguageProfile) -> Iterator[Row]:
    return _verification_rows(claims, _indexed(documents, lang), asked)


@functools.lru_cache(maxsize=1)
def _indexed(documents: Any, lang: LanguageProfile) -> SourceIndex:
    """The documents that every worker has been given, made ready once in each."""
    return SourceIndex(documents.value, lang=lang)


# Claims against articles

NGRAM: Columns = {"id": "string", "ngram": "bigint", "positions": "bigint"}
WANTED: Columns = {"claim_id": "string", "ngram": "bigint", "most": "bigint", "leads": "boolean"}


def _against_articles(claims: Frame, articles: Frame, asked: _Asked, lang: LanguageProfile) -> Frame:
    """Verify each claim against the articles that `SourceIndex.runs` would take it to."""
    sql = functions()
    size = (
        articles.select(sql.length("text").alias("size"))
        .selectExpr("count(*)", "coalesce(sum(size), 0)")
        .first()
    )
    claims = claims.withColumn("claim_id", sql.col("id"))
    wanted = kept(mapped(claims, _wanted, WANTED))
    # Only what some claim has is ever shuffled.
    postings = mapped(articles.select("id", "text"), _ngrams, NGRAM).join(
        wanted.select("ngram").distinct(), "ngram", "left_semi"
    )
    postings = kept(postings)
    standing = postings.groupBy("ngram").agg(sql.sum("positions").alias("standing"))
    wanted = kept(wanted.join(standing, "ngram"))
    telling = wanted.where(sql.col("standing") <= sql.col("most"))
    led = telling.where("leads").select("claim_id").distinct()
    stock = wanted.where("leads").join(led, "claim_id", "left_anti").join(postings, "ngram")
    likely = telling.join(postings, "ngram").select("claim_id", "id")
    likely = kept(likely.union(_first_places(stock)).union(_with_all(stock)).distinct())
    told = telling.groupBy("claim_id").agg(sql.collect_list("ngram").alias("telling"))
    searched = Searched(documents=size[0], characters=size[1])
    return grouped(
        claims.join(told, "claim_id", "left"),
        likely.join(articles, "id"),
        "claim_id",
        partial(_against_some, searched=searched, asked=asked, lang=lang),
        VERIFICATION,
    )


def _wanted(claims: list[Row]) -> Iterator[Row]:
    """What each claim is looked for by, with the most positions at which that tells where it is from.

    A word tells by itself if it is rare; two in a row, or the only word, lead to where a claim stands.
    """
    for claim in claims:
        keys = words(claim["claim"] or "").keys
        for ngram in _ngrams_of(keys):
            leads = len(ngram) > 1 or len(keys) == 1
            most = most_positions(len(keys)) if leads else RARE
            yield {"claim_id": claim["claim_id"], "ngram": hashed(ngram), "most": most, "leads": leads}


def _ngrams(articles: list[Row]) -> Iterator[Row]:
    """The words of some texts, and every two in a row, with how many places there are of each."""
    for article in articles:
        keys = words(article["text"] or "").keys
        for ngram, positions in _ngrams_of(keys).items():
            yield {"id": article["id"], "ngram": hashed(ngram), "positions": positions}


def _ngrams_of(keys: Sequence[str]) -> Counter[Ngram]:
    return Counter([*((key,) for key in keys), *pairwise(keys)])


def _first_places(stock: Frame) -> Frame:
    """Of claims that nothing telling leads to, the articles with the first positions of what they have."""
    from pyspark.sql import Window

    sql = functions()
    before = Window.partitionBy("claim_id", "ngram").orderBy("id").rowsBetween(Window.unboundedPreceding, -1)
    passed = sql.coalesce(sql.sum("positions").over(before), sql.lit(0))
    return stock.withColumn("passed", passed).where("passed < most").select("claim_id", "id")


def _with_all(stock: Frame) -> Frame:
    """Of the same claims, the first articles that have all that they have: one of them may be whole there."""
    from pyspark.sql import Window

    sql = functions()
    ngrams = stock.groupBy("claim_id").agg(sql.count_distinct("ngram").alias("ngrams"))
    holding = stock.groupBy("claim_id", "id").agg(sql.count("*").alias("held"))
    nth = sql.row_number().over(Window.partitionBy("claim_id").orderBy("id"))
    return (
        holding.join(ngrams, "claim_id")
        .where("held = ngrams")
        .withColumn("nth", nth)
        .where(sql.col("nth") <= MOST_WITH_ALL)
        .select("claim_id", "id")
    )


class _Likely(SourceIndex):
    """The articles that a claim may be from, in the order of their ids; parsed are those it is found in."""

    def __init__(
        self, articles: list[Row], common: Iterable[Ngram], lang: LanguageProfile, searched: Searched
    ) -> None:
        self._articles = sorted(articles, key=lambda article: article["id"])
        super().__init__(map(unparsed, self._articles), lang=lang, searched=searched, common=common)
        self._parsed: set[int] = set()

    def derived(self, number: int, make: Callable[[Document], Made]) -> Made:
        """What is made of a document, once it is parsed."""
        if number not in self._parsed:
            parsed = document(self._articles[number], self.language)
            page = self.pages.get(parsed.id)
            parsed = parsed if page is None else reader_copy(parsed, page)
            self.documents = (*self.documents[:number], parsed, *self.documents[number + 1 :])
            self._parsed.add(number)
        return super().derived(number, make)


def _against_some(
    claims: list[Row], likely: list[Row], searched: Searched, asked: _Asked, lang: LanguageProfile
) -> Iterator[Row]:
    for claim in claims:
        telling = set(claim["telling"] or ())
        ngrams = _ngrams_of(words(claim["claim"] or "").keys)
        index = _Likely(likely, (ngram for ngram in ngrams if hashed(ngram) not in telling), lang, searched)
        yield from _verification_rows([claim], index, asked)
