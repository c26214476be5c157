"""Compare, pair and verify on Spark's local mode what one process does as well: are the answers the same?

    python tests/bench/bench_spark.py PATH [--articles 2000] [--quotes 20000] [--claims 500] [--cores 2]
        [--verbs extract statements pair verify]

PATH (or the variable QUOTEVERIFY_DATA) is a file or a folder of JSON lines, each an article with a ``text``.
Of their paragraphs articles are made. Prints for each verb how many rows there are, how many of them
differ, and the seconds of both.
On a few thousand articles one process is much faster: a cluster is for what one machine does not hold.
"""

import argparse
import itertools
import random
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from articles import data_path, made, texts_of

sys.path.insert(0, str(Path(__file__).parents[1]))
from spark_session import local

import quoteverify as qv
from quoteverify import spark as qv_spark
from quoteverify.exchange.rows import rows

VERBS = ("extract", "statements", "pair", "verify")
ABOUT = ("id", "text", "outlet", "title", "url", "published")


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """What some work gives, and the seconds it took."""
    start = time.monotonic()
    return work(), time.monotonic() - start


def told(name: str, on_spark: tuple[Any, float], alone: tuple[Any, float]) -> None:
    """Print how two answers, each a set, compare."""
    (found, seconds), (wanted, seconds_alone) = on_spark, alone
    print(
        f"{name:12}{len(wanted):9,} rows, {len(found ^ wanted):5,} differ   "
        f"Spark {seconds:7.1f} s   one process {seconds_alone:7.1f} s",
        flush=True,
    )


def by_statement(found: Iterable[Mapping[str, Any]]) -> set[tuple[Any, ...]]:
    """The statements, each with all its rows, whatever they are called."""
    groups = defaultdict(list)
    for row in found:
        groups[row["statement"]].append(tuple(v for k, v in row.items() if k != "statement"))
    return set(map(tuple, groups.values()))


def claimed(said: list[str], count: int) -> list[str]:
    """Claims of all kinds: quotes cut, changed, spliced, shuffled, stock phrases of them, single words."""
    rng = random.Random(3)
    vocabulary = [word for quote in said for word in quote.split()]
    threes: Counter[tuple[str, ...]] = Counter()
    for quote in said:
        words = quote.split()
        threes.update(zip(words, words[1:], words[2:], strict=False))
    stock = [run for run, _ in threes.most_common(99)]
    claims = []
    while len(claims) < count:
        words, other = (rng.choice(said).split() for _ in range(2))
        changed = [rng.choice(vocabulary) if rng.random() < 0.2 else word for word in words]
        claims += map(
            " ".join,
            (
                words,
                words[1:],
                changed,
                words[: len(words) // 2] + other[len(other) // 2 :],
                ["...".join((" ".join(words[:6]), " ".join(words[9:])))],
                sorted(words),
                rng.choices(vocabulary, k=12),
                rng.choice(stock),
                words[:2],
                words[:1],
            ),
        )
    return claims[:count]


def main() -> None:
    """Make the articles, and do everything twice."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("path", nargs="?")
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--quotes", type=int, default=20_000)
    parser.add_argument("--claims", type=int, default=500)
    parser.add_argument("--cores", type=int, default=2)
    parser.add_argument("--verbs", nargs="+", choices=VERBS, default=VERBS)
    arguments = parser.parse_args()
    texts = texts_of(data_path(arguments.path))
    records = [
        {"id": d.id, "text": d.text, "outlet": d.outlet, "title": None, "url": None}
        | {"published": d.published.isoformat() if d.published else None}
        for d in itertools.islice(made(texts), arguments.articles)
    ]
    records.sort(key=lambda record: record["id"])
    session = local(arguments.cores)
    articles = session.createDataFrame(
        [tuple(record[name] for name in ABOUT) for record in records],
        ", ".join(f"{name} string" for name in ABOUT),
    )

    def table(frame: Any) -> list[dict[str, Any]]:
        return list(frame.toArrow().to_pylist())

    documents, seconds = timed(lambda: list(qv.parse_many(records)))
    quotes = list(rows(documents))
    if "extract" in arguments.verbs:
        told(
            "extract",
            timed(lambda: {tuple(row.values()) for row in table(qv_spark.extract(articles))}),
            ({tuple(row.values()) for row in quotes}, seconds),
        )
    if "statements" in arguments.verbs:
        told(
            "statements",
            timed(lambda: by_statement(table(qv_spark.statements(articles)))),
            timed(lambda: by_statement(rows(qv.compare(documents)))),
        )
    said = [quote["text"] for quote in quotes][: arguments.quotes]
    if "pair" in arguments.verbs:
        told(
            "pair",
            timed(
                lambda: {
                    (int(row["a"]), int(row["b"]), row["score"])
                    for row in table(
                        qv_spark.pair(
                            session.createDataFrame(
                                [(f"{n:09}", text) for n, text in enumerate(said)], "id string, text string"
                            )
                        )
                    )
                }
            ),
            timed(lambda: set(qv.pair(said))),
        )
    claims = [(f"{n:09}", claim) for n, claim in enumerate(claimed(said, arguments.claims))]
    given = session.createDataFrame(claims, "id string, claim string")

    def alone() -> set[tuple[Any, ...]]:
        index = qv.SourceIndex(documents)
        return {(id, *row.values()) for id, claim in claims for row in rows(qv.verify(claim, index))}

    if "verify" not in arguments.verbs:
        return
    one_process = timed(alone)
    for name, sources in (("verify, join", articles), ("verify, sent", documents)):
        told(
            name,
            timed(lambda: {tuple(row.values()) for row in table(qv_spark.verify(given, sources))}),  # noqa: B023
            one_process,
        )
    print(f"peak of the driver's Python: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
