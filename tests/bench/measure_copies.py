"""How much of their narration copies of one text share, and how much other articles do.

    python tests/bench/measure_copies.py ARTICLES.jsonl [...] [--most 300]

Articles are rows with a ``text``. Of each, copies are made as outlets make them, and each is held against it;
then every two articles are held against one another. Prints for each sort of copy the share of the shingles
of the longer one that both have, and for the articles the highest shares of two: ``copies.SHARED`` lies
between. Two articles above it are named, since they may well be copies.
"""

import argparse
import itertools
import json
import random
import statistics
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from quoteverify import parse_many
from quoteverify.collation.compare.copies import SHARED, Hashes, shared, shingled
from quoteverify.collation.compare.quote_parts import Unquoted
from quoteverify.models import Span
from quoteverify.text.language import language
from quoteverify.text.sentences import segments

Change = Callable[[str, random.Random], str]


def cut_from(text: str, share: float) -> str:
    """The text without its last part, at the end of a line or else of a sentence."""
    end = round(len(text) * share)
    line = text.rfind("\n", 0, end)
    return text[: line if line > end / 2 else text.rfind(". ", 0, end) + 1]


def without_a_sentence(text: str, draw: random.Random) -> str:
    """The text without one of its sentences that quotes nothing: half a quotation is no sentence."""
    sentences = segments(text, language("en"))
    sentence = draw.choice([one for one in sentences if MARKS.isdisjoint(one.of(text))] or [Span(0, 0)])
    return text[: sentence.start] + text[sentence.end :]


def with_other_words(text: str, draw: random.Random, share: float) -> str:
    """The text with some of its words put for others."""
    pieces = text.split(" ")
    return " ".join(draw.choice(pieces) if draw.random() < share else piece for piece in pieces)


MARKS = frozenset("'\"‘’“”«»")
CHANGES: dict[str, Change] = {
    "another headline": lambda text, _: "What is known so far.\n\n" + text.partition("\n\n")[2],
    "a sentence cut": without_a_sentence,
    "the last quarter cut": lambda text, _: cut_from(text, 0.75),
    "the last third cut": lambda text, _: cut_from(text, 0.67),
    "the last half cut": lambda text, _: cut_from(text, 0.5),
    "a word in twenty changed": lambda text, draw: with_other_words(text, draw, 0.05),
    "a word in ten changed": lambda text, draw: with_other_words(text, draw, 0.1),
}


def shingles(texts: Sequence[str]) -> list[Hashes]:
    """Those of the narration of each text."""
    return [shingled(Unquoted(document)) for document in parse_many(texts)]


def share(one: Hashes, other: Hashes) -> float:
    """How much of the longer of two narrations both have."""
    return shared(one, other)[1]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--most", type=int, default=300, help="articles to make copies of")
    options = parser.parse_args()
    rows = [json.loads(line) for path in options.articles for line in path.read_text("utf8").splitlines()]
    texts = [row["text"] for row in rows]
    known, draw = shingles(texts), random.Random(3)
    print(f"{len(texts)} articles; of copies: least, twentieth, median share, and how many are known")
    for name, change in CHANGES.items():
        made = shingles([change(text, draw) for text in texts[: options.most]])
        found = sorted(map(share, known, made))
        right = sum(one >= SHARED for one in found)
        middle = statistics.median(found)
        low = found[len(found) // 20]
        print(f"  {name:26}{found[0]:.2f}  {low:.2f}  {middle:.2f}  {right}/{len(found)}")
    owners: dict[int, list[int]] = defaultdict(list)
    for n, one in enumerate(known):
        for shingle in one.tolist():
            owners[shingle].append(n)
    near = {pair for numbers in owners.values() for pair in itertools.combinations(numbers, 2)}
    shares = sorted(((share(known[i], known[j]), i, j) for i, j in near), reverse=True)
    print("of two articles, the highest:", *(f"{one:.2f}" for one, _, _ in shares[:20]))
    for one, i, j in shares:
        if one >= SHARED:
            print(f"  {one:.2f} {rows[i].get('id', i)} | {rows[j].get('id', j)}")


if __name__ == "__main__":
    main()
