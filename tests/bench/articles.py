"""Very many articles made of few: paragraphs of real ones, recombined, with the quotes that stand in them."""

import itertools
import json
import os
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import attrs

from quoteverify import Document, parse
from quoteverify.models import Attribution, Quote, QuoteKind, Span

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


# At a constant density

COMMONEST = 300  # words of the given texts that stay as they are in all batches
REPRINTED = 0.15  # for each paragraph with quotations, how many such paragraphs of others are printed again
SHORTEST = 3  # words of a quotation that must be known again
_LETTER = re.compile(r"[^\W\d_]+")


@attrs.frozen
class Printed:
    """An article made, and which quotation of which batch each of its quotes is.

    Attributes:
        document: The article.
        origins: By the id of a quote that is no term and not very short: the batch, and the number of the
            quotation in the given texts.
    """

    document: Document
    origins: dict[str, tuple[int, int]]


class _Batch:
    """The given paragraphs once more, all but the commonest words written in other letters of as many."""

    def __init__(self, number: int, common: frozenset[str]) -> None:
        self.rng = random.Random(number)
        self._common = common
        vowels, consonants = "aeiou", "bcdfghjklmnpqrstvwxyz"
        shuffled = ["".join(self.rng.sample(letters, len(letters))) for letters in (vowels, consonants)]
        one, other = vowels + consonants, "".join(shuffled)
        self._letters = str.maketrans(one + one.upper(), other + other.upper()) if number else {}

    def rewritten(self, text: str) -> str:
        """A text of the same length."""
        return _LETTER.sub(self._word, text)

    def renamed(self, name: str) -> str:
        """The name of somebody of this batch alone."""
        return name.translate(self._letters)

    def _word(self, match: re.Match[str]) -> str:
        word = match[0]
        return word if word.lower() in self._common else word.translate(self._letters)

    def altered(self, text: str, inside: tuple[Quote, ...]) -> str:
        """A paragraph with one word of each longer quotation another."""
        for quote in inside:
            span = quote.spans[0]
            found = [m for m in _LETTER.finditer(text, span.start, span.end) if len(m[0]) > 4]
            if len(found) > 3:
                word = self.rng.choice(found)
                other = word[0][::-1]
                text = text[: word.start()] + other + text[word.end() :]
        return text


def dense(texts: list[str]) -> Iterator[Printed]:
    """Articles without end: however many are taken, as large a share of the quotations stands in two."""
    paragraphs, lengths = paragraphs_of(texts)
    first = list(itertools.accumulate((len(inside) for _, inside in paragraphs), initial=0))
    counts = Counter(word.lower() for text in texts for word in _LETTER.findall(text))
    common = frozenset(word for word, _ in counts.most_common(COMMONEST))
    quoting = [n for n, (_, inside) in enumerate(paragraphs) if inside]
    for number in itertools.count():
        batch = _Batch(number, common)
        order = iter(batch.rng.sample(range(len(paragraphs)), len(paragraphs)))
        for k, length in enumerate(lengths):
            chosen = [(n, False) for n in itertools.islice(order, length)]
            for n, _ in list(chosen):
                if paragraphs[n][1] and batch.rng.random() < REPRINTED:
                    chosen.append((batch.rng.choice(quoting), batch.rng.random() < 0.5))
            yield _printed(
                f"{number}-{k}", batch, [(*paragraphs[n], altered, first[n]) for n, altered in chosen], number
            )


def _printed(
    id: str, batch: _Batch, chosen: list[tuple[str, tuple[Quote, ...], bool, int]], number: int
) -> Printed:
    parts: list[str] = []
    quotes: list[Quote] = []
    origins: dict[str, tuple[int, int]] = {}
    start = 0
    for text, inside, altered, first in chosen:
        part = batch.rewritten(text)
        if altered:
            part = batch.altered(part, inside)
        for n, quote in enumerate(inside):
            quote = _moved(quote, start)
            speaker = quote.speaker and attrs.evolve(
                quote.speaker,
                name=batch.renamed(quote.speaker.name),
                aliases=[batch.renamed(alias) for alias in quote.speaker.aliases],
            )
            if quote.kind is not QuoteKind.TERM and len(quote.text.split()) >= SHORTEST:
                origins[f"q{len(quotes)}"] = number, first + n
            quotes.append(
                attrs.evolve(
                    quote,
                    id=f"q{len(quotes)}",
                    text=batch.rewritten(quote.text),
                    attribution=attrs.evolve(quote.attribution, speaker=speaker),
                )
            )
        parts.append(part)
        start += len(part) + 2
    document = Document(id=id, text="\n\n".join(parts), outlet=f"Outlet {number % 40}", quotes=quotes)
    return Printed(document, origins)
