"""statements: what articles say alike, each step of ``compare`` as a step over DataFrames.

Articles are parsed and their quotes cut into parts once. Parts that share a word, or three words in a row,
which few have are weighed against each other; the links found make a graph, whose components are small, and
each component is put in groups where it stands. No worker ever holds more than some of the components.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from quoteverify.collation.compare.groups import Link, PartPlace
from quoteverify.collation.compare.groups import grouped as put_together
from quoteverify.collation.compare.inverted_index import COMMON
from quoteverify.collation.compare.linking import FEWEST_NGRAMS
from quoteverify.collation.compare.reports.reported import FEWEST_TRIGRAMS
from quoteverify.collation.compare.reports.told import retold
from quoteverify.collation.compare.shared_wording import SHARED_WHEN_DOUBTED, shared_wording
from quoteverify.collation.compare.statements import statement as made_of
from quoteverify.collation.compare.weights import WordWeights
from quoteverify.errors import ArgumentValueError, check_choice, check_type
from quoteverify.exchange.rows import VariantRow, rows
from quoteverify.models import Comparison, Document, Span
from quoteverify.spark.components import components
from quoteverify.spark.quote_parts import NGRAMS, PART, part_row, part_rows, parts_of
from quoteverify.spark.reading import ABOUT, chosen, document, quoted_document
from quoteverify.spark.tables import (
    KEY,
    Columns,
    Frame,
    Row,
    buckets,
    check_frame,
    columns_of,
    functions,
    grouped,
    kept,
    mapped,
)
from quoteverify.text.language import LanguageProfile, as_profile

STATEMENT: Columns = {**columns_of(VariantRow), "statement": "string"}
"""The columns of the result: those of ``VariantRow``, but that a statement has a name and no number."""

# A guard of memory: parts handed to Python together, as whole components or whole statements.
PARTS_AT_ONCE = 5000
FEWEST_COMMON = 2  # below it, no two parts ever share an n-gram


def statements(
    articles: Frame,
    *,
    of: str = "articles",
    reported: bool = True,
    reports: bool = False,
    common: int = COMMON,
    lang: str | LanguageProfile = "en",
) -> Frame:
    """Lay the quotes of very many articles side by side: what ``compare`` answers, as a DataFrame.

    The steps that must be done before others can be planned are done at once; the last is done when the
    result is asked for.

    Args:
        articles: A DataFrame with the columns ``id``, different for each, and ``text``, and any of
            ``outlet``, ``title``, ``url`` and ``published``.
        of: ``"articles"``, or ``"quotes"`` where each row is a quote: its text is the quote's own, and
            ``speaker`` and ``speaker_kind`` may stand beside the other columns.
        reported: Whether to look for sentences that report a statement without quoting it. That is the
            larger part of the work.
        reports: Whether what is told without marks is laid beside what others quote, as for `compare`; of
            quotes without their articles there is none.
        common: Parts beyond which a word, or three words in a row, are no sign that two are one. Fewer than
            `compare` has make less work and may miss what only common words suggest.
        lang: The language of the articles: its code, or its profile.

    Returns:
        A DataFrame with a row for each variant of each statement, as ``VariantRow`` has it. ``statement``
        names it by its first part. The statements are those of ``compare`` for the documents in the order of
        their ids, but that each article counts as a text of its own, of which none is a copy, and that nobody
        is known to hold a role.

    Raises:
        ArgumentTypeError: An argument is of the wrong type.
        ArgumentValueError: A column is missing, ``of`` or ``common`` is not valid, or there is no data for
            ``lang``.
        MissingExtraError: Spark is not installed.
    """
    _check_options(of, reported, reports, common)
    check_frame("articles", articles, "id", "text")
    language = as_profile(lang)
    reported, reports = (wanted and of == "articles" for wanted in (reported, reports))
    given = chosen(articles, "id", "text", *ABOUT, "speaker", "speaker_kind")
    weights = _Weighing(kept(_word_counts(given, language)), language)
    cut = partial(_parts, of=of, reported=reported, reports=reports, language=language)
    found = kept(mapped(given, cut, {**PART, **NGRAMS}))
    told = kept(_told(found, weights, common, reported=reported, reports=reports))
    told = told.withColumn("bucket", _bucket("group", buckets(told, PARTS_AT_ONCE)))
    return grouped(told, None, "bucket", partial(_statements, language=language), STATEMENT)


def _told(found: Frame, weights: "_Weighing", common: int, *, reported: bool, reports: bool) -> Frame:
    """The parts of each statement, and what reports it if that is wanted, each with its group."""
    quoted = weights.counted(found.where("quote_id IS NOT NULL"))
    links = kept(_links(quoted, weights, common))
    members = kept(_members(quoted, links))
    told = members.select("group", *PART)
    if reports:
        near = partial(_near, by=("content", "trigrams"), fewest=FEWEST_NGRAMS, common=common)
        retelling = found.where("report_id IS NOT NULL")
        told = kept(told.unionByName(_reported(members, told, retelling, weights, near, _retelling)))
    if reported:
        near = partial(_near, by=("trigrams",), fewest=FEWEST_TRIGRAMS, common=common)
        sentences = found.where("quote_id IS NULL AND report_id IS NULL")
        told = told.unionByName(_reported(members, told, sentences, weights, near, _reporting))
    return told


def _check_options(of: object, reported: object, reports: object, common: object) -> None:
    check_type("of", of, str)
    check_choice("of", of, ("articles", "quotes"))
    check_type("reported", reported, bool)
    check_type("reports", reports, bool)
    check_type("common", common, int)
    if isinstance(common, int) and common < FEWEST_COMMON:
        raise ArgumentValueError(f"common must be {FEWEST_COMMON} or more, not {common}")


def _bucket(column: str, count: int) -> Any:
    sql = functions()
    return sql.pmod(sql.xxhash64(column), sql.lit(count))


# Parts, and what their words weigh


def _parts(
    given: Iterable[Row], of: str, language: LanguageProfile, *, reported: bool, reports: bool
) -> Iterator[Row]:
    for row in given:
        one = document(row, language) if of == "articles" else quoted_document(row)
        yield from part_rows(one, language, reported=reported, reports=reports)


def _counts(given: Iterable[Row], language: LanguageProfile) -> Iterator[Row]:
    """In how many paragraphs each word stands, and under no word how many there are."""
    weights = WordWeights(tuple(Document(id="-", text=row["text"] or "") for row in given), language)
    yield {"word": "", "count": weights.paragraphs}
    for word, count in weights.counts.items():
        yield {"word": word, "count": count}


def _word_counts(given: Frame, language: LanguageProfile) -> Frame:
    """In how many paragraphs of all articles each word stands."""
    columns = {"word": "string", "count": "bigint"}
    counts = mapped(given.select("text"), partial(_counts, language=language), columns)
    return counts.groupBy("word").agg(functions().sum("count").alias("count"))


class _Weighing:
    """What words weigh in all articles together."""

    def __init__(self, counts: Frame, language: LanguageProfile) -> None:
        self.language = language
        total = counts.where("word = ''").first()
        self.paragraphs = total["count"] if total else 0
        self._counts = counts

    def counted(self, found: Frame) -> Frame:
        """Some parts, each with how many paragraphs have each of its content words, under ``counts``."""
        sql = functions()
        words = found.select("key", sql.explode("words").alias("word")).join(self._counts, "word")
        pairs = sql.map_from_entries(sql.collect_list(sql.struct("word", "count")))
        return kept(found.drop("words").join(words.groupBy("key").agg(pairs.alias("counts")), "key", "left"))


def _weights(counted: Iterable[Row], paragraphs: int, language: LanguageProfile) -> WordWeights:
    """The weights of the words of some parts."""
    weights = WordWeights((), language)
    weights.paragraphs = paragraphs
    for row in counted:
        weights.counts |= dict(row["counts"] or ())
    return weights


# Which parts are one statement

LINK: Columns = {
    "a": KEY,
    "b": KEY,
    "a_quote": "string",
    "b_quote": "string",
    "equal": "boolean",
    "alike": "boolean",
    "shared": "double",
    "doubted": "boolean",
    "weight": "double",
    "inside": "boolean",
}


def _links(quoted: Frame, weights: _Weighing, common: int) -> Frame:
    """The pairs of parts that are one statement, each with its weight."""
    from pyspark.sql import Window

    sql = functions()
    firsts = quoted.groupBy("wording").agg(sql.min("key").alias("first"))
    every = quoted.join(firsts, "wording")
    repeated = every.where("key != first").selectExpr("first AS a", "key AS b", "true AS equal")
    ngrams = sql.explode(sql.concat("content", "trigrams")).alias("ngram")
    postings = every.where("key = first").select("key", "quote_id", ngrams)
    pairs = (
        repeated.unionByName(_sharing(postings, common).withColumn("equal", sql.lit(False)))
        .join(quoted.select(sql.col("key").alias("a"), sql.struct(*PART, "counts").alias("one")), "a")
        .join(quoted.select(sql.col("key").alias("b"), sql.struct(*PART, "counts").alias("other")), "b")
        .select("equal", "one", "other")
    )
    alike = mapped(pairs, partial(_alike, paragraphs=weights.paragraphs, language=weights.language), LINK)
    # The more of two quotes stands in both, the less it matters that their speakers or dates differ.
    quotes = Window.partitionBy("a.document_id", "a_quote", "b.document_id", "b_quote", "equal")
    together = sql.sum("shared").over(quotes)
    return alike.withColumn("together", together).where(
        ~sql.col("doubted") | (sql.col("together") >= SHARED_WHEN_DOUBTED)
    )


def _sharing(postings: Frame, common: int) -> Frame:
    """The pairs of parts of different quotes that share n-grams which few have."""
    sql = functions()
    sizes = postings.groupBy("ngram").count().where(sql.col("count").between(2, common))
    few = postings.join(sizes.select("ngram"), "ngram", "left_semi")
    one = few.selectExpr("ngram", "key AS a", "quote_id AS a_quote")
    other = few.selectExpr("ngram", "key AS b", "quote_id AS b_quote")
    different = "a < b AND NOT (a.document_id = b.document_id AND a_quote = b_quote)"
    shared = one.join(other, "ngram").where(different).groupBy("a", "b").count()
    return shared.where(sql.col("count") >= FEWEST_NGRAMS).select("a", "b")


def _alike(given: list[Row], paragraphs: int, language: LanguageProfile) -> Iterator[Row]:
    """Those of some pairs of parts that are the same words."""
    ones, others = [row["one"] for row in given], [row["other"] for row in given]
    weights = _weights([*ones, *others], paragraphs, language)
    for row, a, b in zip(given, parts_of(ones, language), parts_of(others, language), strict=True):
        shared = shared_wording(a, b, weights)
        if shared:
            yield {
                "a": row["one"]["key"],
                "b": row["other"]["key"],
                "a_quote": row["one"]["quote_id"],
                "b_quote": row["other"]["quote_id"],
                "equal": row["equal"],
                "alike": a.stems == b.stems,
                "shared": shared.amount,
                "doubted": shared.doubted,
                "weight": shared.weight,
                "inside": shared.inside,
            }


def _members(quoted: Frame, links: Frame) -> Frame:
    """The quoted parts, each with the group that it is of."""
    sql = functions()
    joined = kept(
        quoted.select("key", "quote_id", "size", "start", "end").join(
            components(links.select("a", "b")), "key"
        )
    )
    count = buckets(joined, PARTS_AT_ONCE)
    placed = joined.withColumn("bucket", _bucket("component", count))
    linked = links.join(joined.selectExpr("key AS a", "component"), "a").select(
        "a", "b", "equal", "alike", "weight", "inside", _bucket("component", count).alias("bucket")
    )
    groups = grouped(placed, linked, "bucket", _grouped, {"key": KEY, "group": KEY})
    return quoted.join(groups, "key", "left").withColumn("group", sql.coalesce("group", "key"))


def _key(key: Row) -> tuple[str, int]:
    return key["document_id"], key["number"]


def _grouped(found: list[Row], links: list[Row]) -> Iterator[Row]:
    """Put the parts of whole components in groups, each named by its first part."""
    found = sorted(found, key=lambda row: _key(row["key"]))
    numbers = {_key(row["key"]): n for n, row in enumerate(found)}
    equal, others = [], {}
    for link in links:
        pair = numbers[_key(link["a"])], numbers[_key(link["b"])]
        if link["equal"] or link["alike"]:
            equal.append(pair)
        if not link["equal"]:
            others[pair] = Link(link["weight"], link["inside"])
    places = [
        PartPlace(row["key"]["document_id"], row["quote_id"], Span(row["start"], row["end"]), row["size"])
        for row in found
    ]
    for group in put_together(places, sorted(equal), others):
        for n in group:
            yield {"key": found[n]["key"], "group": found[group[0]]["key"]}


# Who reports it without quoting it


def _reported(
    members: Frame,
    told: Frame,
    others: Frame,
    weights: _Weighing,
    near: Callable[[Frame, Frame], Frame],
    work: Callable[..., Iterator[Row]],
) -> Frame:
    """For each group the one of some parts by which each document reports it that does not tell it yet."""
    from pyspark.sql import Window

    sql = functions()
    by_length = Window.partitionBy("group").orderBy(sql.desc("size"), "key")
    longest = members.withColumn("nth", sql.row_number().over(by_length)).where("nth = 1")
    telling = told.selectExpr("group", "key.document_id AS document_id").distinct()
    found = kept(near(longest, others).join(telling, ["group", "document_id"], "left_anti"))
    counted = weights.counted(others.join(found.select("key").distinct(), "key", "left_semi"))
    payload = sql.struct(*PART, "counts")
    pairs = (
        found.join(longest.select("group", payload.alias("one")), "group")
        .join(counted.select("key", payload.alias("other")), "key")
        .select("group", "one", "other")
    )
    columns = {**PART, "group": KEY, "weight": "double"}
    reporting = mapped(
        pairs, partial(work, paragraphs=weights.paragraphs, language=weights.language), columns
    )
    best = Window.partitionBy("group", "key.document_id").orderBy(sql.desc("weight"), "key.number")
    # All that carries a report has one number.
    ranked = reporting.withColumn("nth", sql.rank().over(best)).where("nth = 1")
    return ranked.select("group", *PART)


def _near(longest: Frame, others: Frame, by: Sequence[str], fewest: int, common: int) -> Frame:
    """The groups and parts of which the longest part and the other share n-grams that few have."""
    sql = functions()
    ngrams = sql.explode(sql.concat(*by)).alias("ngram")
    postings = longest.select("group", ngrams)
    few = postings.groupBy("ngram").count().where(sql.col("count") <= common)
    postings = postings.join(few.select("ngram"), "ngram", "left_semi")
    return (
        postings.join(others.select("key", ngrams), "ngram")
        .groupBy("group", "key")
        .count()
        .where(sql.col("count") >= fewest)
        .select("group", "key", sql.col("key.document_id").alias("document_id"))
    )


def _retelling(given: list[Row], paragraphs: int, language: LanguageProfile) -> Iterator[Row]:
    """Those of some reports that are of a statement, cut to what carries it."""
    ones, others = [row["one"] for row in given], [row["other"] for row in given]
    weights = _weights([*ones, *others], paragraphs, language)
    for row, quoted, report in zip(given, parts_of(ones, language), parts_of(others, language), strict=True):
        weight, carrying = retold(quoted, report, weights)
        for part in carrying:
            yield {
                **part_row(part, row["other"]["key"]["number"]),
                "group": row["group"],
                "weight": weight,
            }


def _reporting(given: list[Row], paragraphs: int, language: LanguageProfile) -> Iterator[Row]:
    """Those of some sentences that report a statement, cut to what reports it."""
    ones, others = [row["one"] for row in given], [row["other"] for row in given]
    weights = _weights([*ones, *others], paragraphs, language)
    for row, quoted, sentence in zip(
        given, parts_of(ones, language), parts_of(others, language), strict=True
    ):
        shared = shared_wording(quoted, sentence, weights)
        if shared and not (shared.doubted and shared.amount < SHARED_WHEN_DOUBTED):
            narrowed = part_row(shared.within(sentence), row["other"]["key"]["number"])
            yield {**narrowed, "group": row["group"], "weight": shared.weight}


# Statements


def _statements(told: list[Row], language: LanguageProfile) -> Iterator[Row]:
    """The rows of whole statements."""

    def order(row: Row) -> tuple[Any, ...]:
        sort = (row["quote_id"] is None) + (row["quote_id"] is None and row["report_id"] is None)
        return _key(row["group"]), sort, _key(row["key"]), row["start"]

    for (id, number), group in groupby(sorted(told, key=order), key=lambda row: _key(row["group"])):
        found = parts_of(group, language)
        documents = {one.document.id: one.document for one in found}
        comparison = Comparison(documents=documents.values(), statements=[made_of(found, language)])
        for row in rows(comparison):
            yield {**row, "statement": f"{id}/{number}"}
