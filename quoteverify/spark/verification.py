"""verify: claims against sources, where either may be more than one machine holds."""

import functools
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from quoteverify.archive.store import Archive
from quoteverify.collation.candidates import Searchable, SourceIndex
from quoteverify.collation.policies import Policy
from quoteverify.collation.policies import policy as policy_of
from quoteverify.collation.verification import verify as verified
from quoteverify.errors import ArgumentTypeError, check_type
from quoteverify.exchange.rows import VerificationRow, rows
from quoteverify.exchange.serialization import from_json, to_json
from quoteverify.models import Document, Searched
from quoteverify.spark.reading import ABOUT, chosen, document
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
from quoteverify.text.language import profile
from quoteverify.text.words import words

VERIFICATION: Columns = {"id": "string", **columns_of(VerificationRow)}

# Articles looked at for one claim, those that share most of what is rare with it.
MOST_ARTICLES = 20
# A word, or two in a row, that stands in more articles than this says nothing of where a claim comes from.
MOST_HOLDERS = 1000


def verify(
    claims: Frame,
    sources: Any,
    *,
    policy: str | Policy | None = None,
    lang: str = "en",
) -> Frame:
    """Find claimed quotes in sources, and say how their words, speaker and context stand there.

    Args:
        claims: A DataFrame with the columns ``id``, different for each, and ``claim``, and ``speaker`` if
            that axis is to be checked.
        sources: What the claims are looked for in. A DataFrame of articles, as for `extract`: each claim is
            verified against the articles that share most with it. The path of an archive that every worker
            can read. Or what ``quoteverify.verify`` takes, if it is small enough for every worker.
        policy: As for ``quoteverify.verify``.
        lang: The language of a DataFrame of articles.

    Returns:
        A DataFrame with a row for each claim: ``id``, and what ``VerificationRow`` has.

    Raises:
        ArgumentTypeError: An argument is of the wrong type.
        ArgumentValueError: A column is missing, or there is no such policy or language.
        DuplicateDocumentError: Two of the sources handed over have one id.
        MissingExtraError: Spark is not installed.
    """
    check_frame("claims", claims, "id", "claim")
    house = policy_of(policy) if isinstance(policy, str) else policy
    check_type("policy", house, Policy, type(None))
    check_type("lang", lang, str)
    profile(lang)
    given = chosen(claims, "id", "claim", "speaker")
    if hasattr(sources, "mapInArrow"):
        check_frame("sources", sources, "id", "text")
        return _against_articles(given, chosen(sources, "id", "text", *ABOUT), house, lang)
    if isinstance(sources, Archive):
        sources = sources.path
    if isinstance(sources, str | Path):
        if not Path(sources).is_file():
            # A text would be taken for a path, and a new archive made of it.
            raise ArgumentTypeError(
                "sources must be a DataFrame, an Archive or the path of one, a SourceIndex or Documents, "
                f"and there is no file {str(sources)[:100]!r}"
            )
        return mapped(given, partial(_against_archive, path=str(sources), policy=house), VERIFICATION)
    documents = SourceIndex(sources, lang=lang).documents
    broadcast = claims.sparkSession.sparkContext.broadcast(documents)
    return mapped(given, partial(_against_all, documents=broadcast, policy=house, lang=lang), VERIFICATION)


def _findings(claims: Iterable[Row], index: Searchable, policy: Policy | None) -> Iterator[Row]:
    for claim in claims:
        found = verified(claim["claim"] or "", index, speaker=claim.get("speaker"), policy=policy)
        for row in rows(found):
            yield {"id": claim["id"], **row}


def _against_archive(claims: list[Row], path: str, policy: Policy | None) -> Iterator[Row]:
    return _findings(claims, _opened(path), policy)


@functools.lru_cache(maxsize=4)
def _opened(path: str) -> Archive:
    """The archive, opened once in each worker."""
    return Archive(path)


def _against_all(claims: list[Row], documents: Any, policy: Policy | None, lang: str) -> Iterator[Row]:
    return _findings(claims, _indexed(documents, lang), policy)


@functools.lru_cache(maxsize=1)
def _indexed(documents: Any, lang: str) -> SourceIndex:
    """The documents that every worker has been given, made ready once in each."""
    return SourceIndex(documents.value, lang=lang)


# Claims against articles

SIGN: Columns = {"id": "string", "sign": "bigint"}


def _against_articles(claims: Frame, articles: Frame, policy: Policy | None, lang: str) -> Frame:
    """Verify each claim against the articles that share most of what is rare with it."""
    from pyspark.sql import Window

    sql = functions()
    size = (
        articles.select(sql.length("text").alias("size"))
        .selectExpr("count(*)", "coalesce(sum(size), 0)")
        .first()
    )
    wanted = kept(mapped(claims.selectExpr("id", "claim AS text"), _signs, SIGN).toDF("claim_id", "sign"))
    # Only what some claim has is ever shuffled.
    postings = mapped(articles.select("id", "text"), _signs, SIGN).join(
        wanted.select("sign").distinct(), "sign", "left_semi"
    )
    postings = kept(postings)
    holders = postings.groupBy("sign").agg(sql.count("*").alias("holders"))
    rare = holders.where(sql.col("holders") <= MOST_HOLDERS)
    tells = sql.log((sql.lit(size[0]) + 1) / (sql.col("holders") + 0.5))
    shared = (
        wanted.join(rare, "sign")
        .join(postings, "sign")
        .groupBy("claim_id", "id")
        .agg(sql.sum(tells).alias("shared"))
    )
    best = Window.partitionBy("claim_id").orderBy(sql.desc("shared"), "id")
    chosen_articles = kept(
        shared.withColumn("nth", sql.row_number().over(best))
        .where(sql.col("nth") <= MOST_ARTICLES)
        .select("claim_id", "id")
    )
    needed = articles.join(chosen_articles.select("id").distinct(), "id", "left_semi")
    parsed = mapped(needed, partial(_documents, lang=lang), {"id": "string", "document": "string"})
    holding = chosen_articles.join(parsed, "id").select("claim_id", "document")
    searched = Searched(documents=size[0], characters=size[1])
    return grouped(
        claims.withColumn("claim_id", sql.col("id")),
        holding,
        "claim_id",
        partial(_against_documents, searched=searched, policy=policy, lang=lang),
        VERIFICATION,
    )


def _signs(given: list[Row]) -> Iterator[Row]:
    """The words of some texts, and every two in a row."""
    for row in given:
        keys = words(row["text"] or "").keys
        for sign in {*keys, *pairwise(keys)}:
            yield {"id": row["id"], "sign": hashed(sign)}


def _documents(articles: list[Row], lang: str) -> Iterator[Row]:
    for article in articles:
        yield {"id": article["id"], "document": to_json(document(article, lang))}


def _against_documents(
    claims: list[Row], holding: list[Row], searched: Searched, policy: Policy | None, lang: str
) -> Iterator[Row]:
    if claims:
        documents = [from_json(row["document"]) for row in holding]
        found = sorted((d for d in documents if isinstance(d, Document)), key=lambda d: d.id)
        yield from _findings(claims, SourceIndex(found, lang=lang, searched=searched), policy)
