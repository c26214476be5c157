"""What a process's memory grows to: articles read one after another, and one text of many megabytes.

    python tests/bench/bench_memory.py [--articles 10 100] [--text 50] [--texts articles "no marks" ...]

Each measure is of a new process: the most memory it ever held, less what it held when all was loaded. For
articles the figure should not grow with their number; for one text it should be at most 40 times the size
(a character of ASCII is one byte).
"""

import argparse
import multiprocessing
import resource
import sys
from collections.abc import Callable
from itertools import islice

from bench_growth import TEXTS, cut, news

from quoteverify import parse, parse_many

MEGABYTE = 1_000_000
UNIT = 1 if sys.platform == "darwin" else 1024  # what ru_maxrss counts in


def held() -> int:
    """The most bytes that this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT


def articles(megabytes: int) -> None:
    """Read articles of five thousand characters, keeping none."""
    texts = (cut(news(seed), 5000) for seed in range(megabytes * MEGABYTE // 5000))
    for _ in parse_many(texts):
        pass


def one(name: str, megabytes: int) -> None:
    """Read one text."""
    parse(TEXTS[name](megabytes * MEGABYTE))


def measured(work: Callable[..., None], *given: object) -> float:
    """The bytes by which a new process grew while it worked."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_grown, (work, *given))


def _grown(work: Callable[..., None], *given: object) -> int:
    list(islice(parse_many(["“We sail,” said Ada Aas."]), 1))
    before = held()
    work(*given)
    return held() - before


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, nargs="*", default=[10, 100], help="megabytes")
    parser.add_argument("--text", type=int, default=50, help="megabytes")
    parser.add_argument(
        "--texts", nargs="*", choices=list(TEXTS), default=["articles", "one paragraph", "no marks"]
    )
    given = parser.parse_args()
    for megabytes in given.articles:
        grown = measured(articles, megabytes)
        print(f"articles, {megabytes} MB one after another: {grown / MEGABYTE:,.0f} MB", flush=True)
    for name in given.texts:
        grown = measured(one, name, given.text)
        times = grown / MEGABYTE / given.text
        print(
            f"{name}, one text of {given.text} MB: {grown / MEGABYTE:,.0f} MB, {times:.1f} times", flush=True
        )


if __name__ == "__main__":
    main()
