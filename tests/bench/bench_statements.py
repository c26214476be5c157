"""Collate a day of news of any size: what it costs beside reading it, and how many repeats are found.

    python tests/bench/bench_statements.py PATH [--articles 300 1000 3000] [--verb compare] [--profile]

PATH (or the variable QUOTEVERIFY_DATA) is a file or a folder of JSON lines, each an article with a ``text``.
Articles are made of their paragraphs at a constant density: however many there are, as large a share of their
quotations is printed again in another, half of those with one word another. Each number of articles is
measured in a process of its own, in seconds of the processor without making the articles. The exponent is the
slope of the line through the logarithms of numbers and seconds.
"""

import argparse
import cProfile
import json
import math
import pstats
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, islice
from pathlib import Path

import attrs
from articles import data_path, dense, texts_of

from quoteverify import Document, compare, compare_many, parse
from quoteverify.models import Statement

TIMED = 60  # articles read to tell what reading costs

Key = tuple[str, str]  # a document's id and a quote's
Origin = tuple[int, int]  # a batch and the number of a quotation


def memory() -> float:
    """The most that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@attrs.define
class Repeats:
    """The printings of quotations, and which of them statements put together."""

    origins: dict[Key, Origin] = attrs.field(factory=dict)
    together: set[tuple[Key, Key]] = attrs.field(factory=set)

    def count(self, statement: Statement) -> None:
        """Note which printings in two documents a statement puts together."""
        keys = {(v.document_id, v.quote_id) for v in statement.variants if v.quote_id}
        for one, other in combinations(sorted(keys & self.origins.keys()), 2):
            if one[0] != other[0]:
                self.together.add((one, other))

    def figures(self) -> tuple[float, float]:
        """Recall of what is printed again, and the share of pairs put together that are of one quotation.

        Quotations of one batch that are together but were not printed again may be repeats of the given
        texts, and count neither way. What two batches have together is always wrong.
        """
        printings = defaultdict(list)
        for key, origin in self.origins.items():
            printings[origin].append(key)
        wanted = {
            pair
            for keys in printings.values()
            for pair in combinations(sorted(keys), 2)
            if pair[0][0] != pair[1][0]
        }
        right = len(wanted & self.together)
        wrong = [pair for pair in self.together if self.origins[pair[0]][0] != self.origins[pair[1]][0]]
        return right / max(1, len(wanted)), right / max(1, right + len(wrong))


def statements(documents: Iterable[Document], verb: str) -> Iterable[Statement]:
    """What a verb makes of documents."""
    return compare(list(documents)).statements if verb == "compare" else compare_many(documents)


def measure(path: Path, count: int, verb: str, profile: bool) -> dict[str, float]:
    """Collate so many articles."""
    repeats = Repeats()
    printed = dense(texts_of(path))
    making = 0.0
    characters = 0

    def timed() -> Iterator[Document]:
        nonlocal making, characters
        for _ in range(count):
            start = time.process_time()
            one = next(printed)
            repeats.origins |= {(one.document.id, quote): origin for quote, origin in one.origins.items()}
            characters += len(one.document.text)
            making += time.process_time() - start
            yield one.document

    list(compare_many(islice(timed(), 1)))
    making, characters, count = 0.0, 0, count - 1
    repeats.origins.clear()
    documents: Iterable[Document] = list(timed()) if verb == "compare" else timed()
    before, making = memory(), 0.0
    profiler = cProfile.Profile()
    if profile:
        profiler.enable()
    start = time.process_time()
    number = 0
    for statement in statements(documents, verb):
        number += 1
        repeats.count(statement)
    seconds = time.process_time() - start - making
    if profile:
        profiler.disable()
        pstats.Stats(profiler, stream=sys.stderr).sort_stats("cumulative").print_stats(45)
    grown = memory() - before
    recall, precision = repeats.figures()
    texts = [next(printed).document.text for _ in range(TIMED)]
    start = time.process_time()
    for text in texts:
        parse(text)
    reading = (time.process_time() - start) / sum(map(len, texts)) * characters
    return {
        "seconds": seconds,
        "reading": reading,
        "mb": memory(),
        "grown": grown,
        "statements": number,
        "recall": recall,
        "precision": precision,
    }


def exponent(costs: list[tuple[int, float]]) -> float:
    """The slope of the line that comes nearest to the logarithms."""
    points = [(math.log(count), math.log(seconds)) for count, seconds in costs]
    across, up = (math.fsum(axis) / len(points) for axis in zip(*points, strict=True))
    spread = math.fsum((x - across) ** 2 for x, _ in points)
    return math.fsum((x - across) * (y - up) for x, y in points) / spread if spread else math.nan


def main() -> None:
    """Print a line for each number of articles, and the exponent."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("path", nargs="?")
    parser.add_argument("--articles", type=int, nargs="+", default=[300, 1000, 3000])
    parser.add_argument("--verb", choices=("compare", "compare_many"), default="compare")
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    path = data_path(args.path)
    if args.one:
        print(json.dumps(measure(path, args.articles[0], args.verb, args.profile)))
        return
    costs = []
    for count in args.articles:
        command = [
            sys.executable,
            __file__,
            str(path),
            "--one",
            "--articles",
            str(count),
            "--verb",
            args.verb,
        ]
        command += ["--profile"] * args.profile
        run = subprocess.run(command, check=True, stdout=subprocess.PIPE)
        found = json.loads(run.stdout)
        costs.append((count, found["seconds"]))
        print(
            f"{count:7,} articles: {found['seconds']:.1f} s beside {found['reading']:.1f} s of reading, "
            f"{found['statements']:,} statements, {found['mb']:,.0f} MB ({found['grown']:,.0f} more), "
            f"recall {found['recall']:.3f}, precision {found['precision']:.3f}",
            flush=True,
        )
    if len(costs) > 1:
        print(f"exponent {exponent(costs):.2f}")


if __name__ == "__main__":
    main()
