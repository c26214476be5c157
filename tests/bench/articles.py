"""Very many articles made of few: paragraphs of real ones, recombined, with the quotes that stand in them."""

import itertools
import json
import os
import random
from collections.abc import Iterator
from pathlib import Path

import attrs

from quoteverify import Document, parse
from quoteverify.models import Attribution, Quote, Span

Paragraph = tuple[str, tuple[Quote, ...]]


def data_path(given: str | None) -> Path:
    """The path given, or that of the variable QUOTEVERIFY_DATA."""
    path = given or os.environ.get("QUOTEVERIFY_DATA")
    if not path:
        raise SystemExit("give PATH, or set QUOTEVERIFY_DATA to it")
    return Path(path)


def texts_of(path: Path) -> list[str]:
    """The text of every article in a file or folder of JSON lines."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    lines = (line for file in files for line in file.read_text(encoding="utf8").splitlines())
    return [json.loads(line)["text"] for line in lines]


def paragraphs_of(texts: list[str]) -> tuple[list[Paragraph], list[int]]:
    """Every paragraph with the quotes that are wholly in it, at offsets in it; the articles' lengths."""
    paragraphs: list[Paragraph] = []
    lengths = []
    for text in texts:
        quotes = parse(text).quotes
        start, before = 0, len(paragraphs)
        for part in text.split("\n\n"):
            end = start + len(part)
            inside = tuple(
                _moved(q, -start) for q in quotes if start <= q.spans[0].start and q.spans[-1].end <= end
            )
            paragraphs.append((part, inside))
            start = end + 2
        lengths.append(len(paragraphs) - before)
    return paragraphs, lengths


def _moved(quote: Quote, by: int) -> Quote:
    """A quote that stands elsewhere; what attributes it stays behind where it is not near."""

    def moved(span: Span | None) -> Span | None:
        return Span(span.start + by, span.end + by) if span and span.start + by >= 0 else None

    said = quote.attribution
    return attrs.evolve(
        quote,
        spans=[Span(span.start + by, span.end + by) for span in quote.spans],
        attribution=Attribution(
            speaker=said.speaker,
            mention=moved(said.mention),
            cue=moved(said.cue),
            addressee=moved(said.addressee),
            reason=said.reason,
            confidence=said.confidence,
        ),
    )


def made(texts: list[str], seed: int = 1) -> Iterator[Document]:
    """Articles without end, each of paragraphs of any, as many as one of them has."""
    paragraphs, lengths = paragraphs_of(texts)
    rng = random.Random(seed)
    number = 0
    while True:
        parts, quotes, start = [], [], 0
        for text, inside in rng.choices(paragraphs, k=rng.choice(lengths)):
            quotes += [
                attrs.evolve(_moved(q, start), id=f"q{len(quotes) + n}") for n, q in enumerate(inside, 1)
            ]
            parts.append(text)
            start += len(text) + 2
        speakers = dict.fromkeys(quote.speaker for quote in quotes if quote.speaker)
        yield Document(
            id=f"made-{number}",
            text="\n\n".join(parts),
            outlet=f"Outlet {number % 40}",
            published=f"20{10 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}",
            quotes=quotes,
            speakers=speakers,
        )
        number += 1


def invented(number: int) -> Document:
    """The article of a number, of words that are none: the same whenever it is made."""
    rng = random.Random(number)

    def words(most: int) -> str:
        return " ".join(_WORDS[int(len(_WORDS) * rng.random() ** 3)] for _ in range(rng.randint(6, most)))

    said = f"{words(20)} {number}x {words(10)}."
    text = f"{words(60)}.\n\n“{said}” said Speaker {number % 50}.\n\n{words(200)}."
    start = text.index("“") + 1
    quote = Quote(id="q1", spans=[Span(start, start + len(said))], text=said)
    return Document(id=f"invented-{number}", text=text, quotes=[quote])


_WORDS = ["".join(parts) for parts in itertools.product("bdfgklmnprst", "aeiou", "bdglmnrst", "aeo")]
