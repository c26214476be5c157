"""pair: which of very many quotes are one quotation, by a join on hashes of the words they have in a row.

The steps are those of ``quoteverify.collation.pairs.pairing``, and what scores a pair is the very same.
"""

from collections.abc import Iterable, Iterator
from functools import partial

import numpy as np

from quoteverify.collation.pairs.encoding import encode
from quoteverify.collation.pairs.pairing import MOST_ALIKE, scored, weights_of
from quoteverify.collation.pairs.shingles import LEFT, LINKED, MOST_LEFT, OF_STOCK, SHINGLES, Sharing
from quoteverify.errors import ArgumentValueError, check_type
from quoteverify.spark.reading import chosen
from quoteverify.spark.tables import Columns, Frame, Row, check_frame, functions, hashed, kept, mapped
from quoteverify.text.language import LanguageProfile, as_profile

WORDING: Columns = {
    "id": "string",
    "text": "string",
    "wording": "bigint",
    "words": "array<string>",
    **{f"shingles_{shingle.width}": "array<bigint>" for shingle in SHINGLES},
    # Each longer shingle that may stand for stock phrases, with the first of these in it and the last.
    **dict.fromkeys(("longer", "first", "last"), "array<bigint>"),
    "linked": "array<bigint>",
    "left": "array<bigint>",
}
SCORED: Columns = {"a": "bigint", "b": "bigint", "score": "double"}


def pair(quotes: Frame, *, score_cutoff: float = 0.6, lang: str | LanguageProfile = "en") -> Frame:
    """Find the quotes that are one quotation: repeated, reworded in places, or a part of the other.

    What words weigh is counted at once; the rest is done when the result is asked for.

    Args:
        quotes: A DataFrame with the columns ``id``, different for each, and ``text``.
        score_cutoff: The least score, 0 to 1, as for ``quoteverify.pair``.
        lang: The language of the quotes, for its function words: its code, or its profile.

    Returns:
        A DataFrame of ``a``, ``b`` and ``score`` with a row for each pair: two ids, the lesser first, and the
        score. The pairs and scores are those of ``quoteverify.pair`` for the texts in the order of
        their ids.

    Raises:
        ArgumentTypeError: An argument is of the wrong type.
        ArgumentValueError: A column is missing, ``score_cutoff`` is not from 0 to 1, or there is no data for
            ``lang``.
        MissingExtraError: Spark is not installed.
    """
    check_type("score_cutoff", score_cutoff, float, int)
    if not 0 <= score_cutoff <= 1:
        raise ArgumentValueError(f"score_cutoff must be from 0 to 1, not {score_cutoff}")
    language = as_profile(lang)
    check_frame("quotes", quotes, "id", "text")
    sql = functions()
    read_quotes = kept(mapped(chosen(quotes, "id", "text"), _wordings, WORDING))
    firsts = read_quotes.groupBy("wording").agg(sql.min("id").alias("id"))
    wordings = kept(read_quotes.join(firsts, ["wording", "id"], "left_semi"))
    words = wordings.select(sql.explode("words").alias("word")).groupBy("word").count()
    weights = kept(_weights(words, language))
    shared, rare = _sharing(wordings)
    rarity = sql.coalesce("rare", sql.lit(0)).alias("rare")
    described = (
        wordings.select("wording", "text")
        .join(_weighed(wordings, weights), "wording")
        .join(rare, "wording", "left")
        .select(
            "wording",
            sql.struct("text", "weights", rarity).alias("it"),
        )
    )
    pairs = (
        shared.join(described.selectExpr("wording AS a", "it AS one"), "a")
        .join(described.selectExpr("wording AS b", "it AS other"), "b")
        .select("a", "b", "shared", "one", "other")
    )
    score = partial(_scored, wordings=wordings.count(), score_cutoff=score_cutoff)
    return _spread(read_quotes, mapped(pairs, score, SCORED))


def _wordings(quotes: list[Row]) -> Iterator[Row]:
    """The quotes that have words, each with a hash of all its words and of each run of them."""
    encoded = encode([quote["text"] or "" for quote in quotes])
    keys = [encoded.vocabulary[number] for number in encoded.numbers.tolist()]
    starts = encoded.starts.tolist()
    for quote, start, end in zip(quotes, starts, starts[1:], strict=False):
        words = keys[start:end]
        if words:
            yield {
                "id": quote["id"],
                "text": quote["text"],
                "wording": hashed(words),
                "words": words,
                **{f"shingles_{s.width}": [*map(hashed, _runs(words, s.width))] for s in SHINGLES},
                **_of_stock(words),
                "linked": [*map(hashed, _runs(words, LINKED))],
                "left": [*map(hashed, _left(words))],
            }


def _runs(words: list[str], width: int) -> set[tuple[str, ...]]:
    return {tuple(words[n : n + width]) for n in range(len(words) - width + 1)}


def _of_stock(words: list[str]) -> Row:
    longer, width = _runs(words, OF_STOCK.width), SHINGLES[0].width
    return {
        "longer": [*map(hashed, longer)],
        "first": [hashed(run[:width]) for run in longer],
        "last": [hashed(run[-width:]) for run in longer],
    }


def _left(words: list[str]) -> Iterator[tuple[str, ...]]:
    """What is left of the words without any one of them, and all of them, where that is so many."""
    if len(words) in LEFT:
        yield tuple(words)
    if len(words) - 1 in LEFT:
        yield from {(*words[:n], *words[n + 1 :]) for n in range(len(words))}


def _weights(words: Frame, language: LanguageProfile) -> Frame:
    """What each word weighs, among all of them."""
    total = words.agg({"count": "sum"}).first()[0] or 0

    def weigh(given: list[Row]) -> Iterable[Row]:
        found = [row["word"] for row in given]
        seen = np.array([row["count"] for row in given], dtype=np.int64)
        for word, weight in zip(found, weights_of(found, seen, total, language).tolist(), strict=True):
            yield {"word": word, "weight": weight}

    return mapped(words, weigh, {"word": "string", "weight": "bigint"})


def _weighed(wordings: Frame, weights: Frame) -> Frame:
    """What each word of each wording weighs."""
    sql = functions()
    words = wordings.select("wording", sql.explode(sql.array_distinct("words")).alias("word"))
    pairs = sql.map_from_entries(sql.collect_list(sql.struct("word", "weight")))
    return words.join(weights, "word").groupBy("wording").agg(pairs.alias("weights"))


def _sharing(wordings: Frame) -> tuple[Frame, Frame]:
    """The wordings that share signs, with how many, and how many rare shingles each of them has."""
    sql = functions()

    def postings(column: str) -> Frame:
        return wordings.select("wording", "id", sql.explode(column).alias("shingle"))

    rare = []
    for shingle in SHINGLES:
        rare.append(_few(postings(f"shingles_{shingle.width}"), shingle.most))
    stock = _sizes(postings(f"shingles_{SHINGLES[0].width}")).where(sql.col("count") > SHINGLES[0].most)
    longer = wordings.select("wording", "id", sql.inline(sql.arrays_zip("longer", "first", "last")))
    for part in ("first", "last"):
        longer = longer.join(stock.selectExpr(f"shingle AS {part}"), part, "left_semi")
    rare.append(_few(longer.selectExpr("longer AS shingle", "wording", "id"), OF_STOCK.most))
    linked = postings("linked")
    many = _sizes(linked).where(sql.col("count") > SHINGLES[0].most)
    found = [_together(some) for some in (*rare, _few(postings("left"), MOST_LEFT))]
    found.append(_linked(linked.join(many, "shingle", "left_semi")))
    shared = _all(found).groupBy("a", "b").agg(sql.count("*").alias("shared"))
    owners = _all([some.select("wording") for some in rare])
    return shared, owners.groupBy("wording").agg(sql.count("*").alias("rare"))


def _sizes(postings: Frame) -> Frame:
    return postings.groupBy("shingle").count()


def _few(postings: Frame, most: int) -> Frame:
    """Those of the shingles that at most so many have."""
    few = _sizes(postings).where(functions().col("count") <= most)
    return postings.join(few, "shingle", "left_semi").select("shingle", "wording", "id")


def _together(postings: Frame) -> Frame:
    """Each two wordings that have the same shingle."""
    one = postings.selectExpr("shingle", "wording AS a", "id AS a_id")
    other = postings.selectExpr("shingle", "wording AS b", "id AS b_id")
    return one.join(other, "shingle").where("a_id < b_id").select("a", "b")


def _all(frames: list[Frame]) -> Frame:
    first, *others = frames
    for other in others:
        first = first.unionByName(other)
    return first


def _linked(postings: Frame) -> Frame:
    """Each wording with the next that has the same shingle."""
    from pyspark.sql import Window

    sql = functions()
    following = sql.lead("wording").over(Window.partitionBy("shingle").orderBy("id"))
    return postings.select(sql.col("wording").alias("a"), following.alias("b")).where("b IS NOT NULL")


def _scored(given: list[Row], wordings: int, score_cutoff: float) -> Iterator[Row]:
    """Those of some pairs of wordings that are one quotation, with their scores."""
    weights: dict[str, int] = {}
    places: dict[int, int] = {}
    texts: list[str] = []
    rare: list[int] = []
    for row in given:
        for wording, it in ((row["a"], row["one"]), (row["b"], row["other"])):
            if wording not in places:
                places[wording] = len(texts)
                texts.append(it["text"])
                rare.append(it["rare"])
                weights |= dict(it["weights"])
    encoded = encode(texts)
    a, b, shared = (
        np.array(column, dtype=np.int64)
        for column in (
            [places[row["a"]] for row in given],
            [places[row["b"]] for row in given],
            [row["shared"] for row in given],
        )
    )
    rarities = np.array(rare, dtype=np.int64)
    found = scored(
        encoded,
        np.array([weights[word] for word in encoded.vocabulary], dtype=np.int64),
        Sharing(a, b, shared, rarities[a], rarities[b]),
        wordings,
        score_cutoff,
    )
    names = list(places)
    for one, other, score in zip(*(column.tolist() for column in found), strict=True):
        yield {"a": names[one], "b": names[other], "score": score}


def _spread(quotes: Frame, pairs: Frame) -> Frame:
    """From pairs of wordings to pairs of quotes, those of one wording included."""
    from pyspark.sql import Window

    sql = functions()
    nth = sql.row_number().over(Window.partitionBy("wording").orderBy("id"))
    ranked = kept(quotes.select("wording", "id", nth.alias("nth")))
    few = ranked.where(sql.col("nth") <= MOST_ALIKE)
    first = ranked.where("nth = 1").selectExpr("wording", "id AS a")
    others = ranked.where(sql.col("nth") > MOST_ALIKE).selectExpr("wording", "id AS b")
    ones, twos = few.selectExpr("wording", "id AS a"), few.selectExpr("wording", "id AS b")
    same = first.join(others, "wording").union(ones.join(twos, "wording").where("a < b"))
    alike = same.select("a", "b", sql.lit(1.0).alias("score"))
    varied = (
        pairs.selectExpr("a AS wording", "b AS varied", "score")
        .join(ones, "wording")
        .selectExpr("a", "varied AS wording", "score")
        .join(twos, "wording")
        .selectExpr("least(a, b) AS a", "greatest(a, b) AS b", "score")
    )
    return alike.union(varied)
