"""What reading costs, beside a blank spaCy pipeline on the same text, and whether it grows with the text.

    python tests/bench/bench_reading.py [PATH] [--rounds 7]

PATH is a file of articles as JSON lines with ``text``; without it, those of ``tests/reading/articles``. The
process's own time counts, of each article the least of several rounds, the two by turns, so that what else
the machine does weighs little. A blank pipeline keeps the words that it has seen: *new* is one that is made
for each round, *used* one that has seen the articles before. Reports are read when a document is first
asked for them: their time is what that adds. What grows is one text of 10 million
characters beside one of 100,000, per character, by the same pieces.
"""

import argparse
import math
import time
from collections.abc import Callable
from pathlib import Path

import spacy
from articles import texts_of
from measure_reading import ARTICLES, read_article

from quoteverify import Document, parse

SHORT, LONG = 100_000, 10_000_000
OPEN = "“We sail at noon and nobody will stop us.\n\nIt rained on the port all day.\n\n"
"""An opening mark that nothing closes, and a paragraph."""


def seconds(way: Callable[[str], object], text: str) -> float:
    """The process's time for one text."""
    start = time.process_time()
    way(text)
    return time.process_time() - start


def of_articles(texts: list[str], rounds: int) -> tuple[float, float, float, float]:
    """The least time for all articles: to read them, their reports, and for a pipeline new and used."""
    least = [[math.inf] * len(texts) for _ in range(4)]
    used = spacy.blank("en")
    for _ in range(rounds):
        new = spacy.blank("en")
        new("Some words to begin with.")
        for n, text in enumerate(texts):
            document: list[Document] = []
            ways: tuple[Callable[[str], object], ...] = (
                lambda text, read=document: read.append(parse(text)),
                lambda _, read=document: read[0].reports,
                new,
                used,
            )
            for times, way in zip(least, ways, strict=True):
                times[n] = min(times[n], seconds(way, text))
    read, reports, fresh, known = map(sum, least)
    return read, reports, fresh, known


def grown(piece: str) -> float:
    """How much dearer a character is in a text of ten million than in one of a hundred thousand."""

    def each(size: int, rounds: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        return min(seconds(parse, text) for _ in range(rounds)) / size

    short = each(SHORT, 9)
    return each(LONG, 1) / short


def main() -> None:
    """Print the ratios."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", type=Path, nargs="?")
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    texts = (
        texts_of(given.path)
        if given.path
        else [read_article(path).text for path in sorted(ARTICLES.glob("*.txt"))]
    )
    parse(texts[0]).reports  # noqa: B018 - what is made once for all texts
    read, reports, new, used = of_articles(texts, given.rounds)
    characters = sum(map(len, texts))
    print(f"{len(texts)} articles, {characters:,} characters: {characters / read / 1e6:.2f} million a second")
    print(f"reading / a blank pipeline: {read / new:.2f} new, {read / used:.2f} used")
    print(f"reports on top of that: {reports / new:.2f} new, {reports / used:.2f} used")
    for name, piece in (("articles in one text", "\n\n".join(texts)), ("marks that nothing closes", OPEN)):
        print(f"{name}, a character of 10 million / of 100,000: {grown(piece):.2f}")


if __name__ == "__main__":
    main()
