"""Very many articles made of few: paragraphs of real ones, recombined, with the quotes that stand in them."""

import functools
import itertools
import json
import os
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import attrs

from quoteverify import Document, language, parse
from quoteverify.collation.compare.weights import closed_classes
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

BATCH = 60  # articles of which the paragraphs are recombined, and whose quotations are printed again
COMMONEST = 300  # words of the given texts that stay as they are in all batches
OWN = 2 / 3  # share of the telling words of a quoted sentence that are its batch's own, at least
FEWEST = 2  # telling words below which all are
REPRINTED = 0.15  # for each paragraph with quotations, how many such paragraphs of others are printed again
SHORTEST = 3  # words of a quotation that must be known again
_LETTER = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W_]+")
_SENTENCE = re.compile(r"[^.?!;:]+")


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


@attrs.frozen
class _Original:
    """A given paragraph.

    Attributes:
        text: What stands there.
        quotes: The quotes in it.
        first: The number of the first of them.
        own: Where common words are written in other letters, too: sentences of quotations with few others,
            which would be the same in all batches. Of what nobody else says in thousands of articles there
            must not be one more with each batch.
        whole: Where all words are, as there is none that tells anything.
    """

    text: str
    quotes: tuple[Quote, ...]
    first: int
    own: tuple[Span, ...]
    whole: tuple[Span, ...]

    def kept(self, start: int, common: frozenset[str]) -> frozenset[str]:
        """Which words stay as they are where one begins."""
        for spans, words in (self.whole, frozenset[str]()), (self.own, _closed()):
            if any(span.start <= start < span.end for span in spans):
                return words
        return common


class _Batch:
    """Given paragraphs once more, all but the commonest words and the numbers written in other signs."""

    def __init__(self, number: int, common: frozenset[str]) -> None:
        self.rng = random.Random(number)
        self._common = common
        kinds = "aeiou", "bcdfghjklmnpqrstvwxyz", "123456789"
        shuffled = ["".join(self.rng.sample(signs, len(signs))) for signs in kinds]
        one, other = "".join(kinds), "".join(shuffled)
        self._signs = str.maketrans(one + one.upper(), other + other.upper()) if number else {}

    def rewritten(self, original: _Original) -> str:
        """A paragraph of the same length."""

        def word(match: re.Match[str]) -> str:
            kept = match[0].lower() in original.kept(match.start(), self._common)
            return match[0] if kept else match[0].translate(self._signs)

        return _WORD.sub(word, original.text)

    def renamed(self, name: str) -> str:
        """The name of somebody of this batch alone."""
        return name.translate(self._signs)

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


@functools.cache
def _closed() -> frozenset[str]:
    """The words of closed classes, and what an apostrophe cuts off."""
    return closed_classes(language("en")) | {"don", "didn", "doesn", "won", "isn", "s", "t", "re", "ve", "ll"}


def _originals(paragraphs: list[Paragraph], common: frozenset[str]) -> Iterator[_Original]:
    first = 0
    for text, inside in paragraphs:
        spans: tuple[list[Span], list[Span]] = ([], [])
        for within in (span for quote in inside for span in quote.spans):
            for match in _SENTENCE.finditer(text, within.start, within.end):
                words = [word for word in _WORD.findall(match[0].lower()) if word not in _closed()]
                if sum(word not in common for word in words) < OWN * len(words) or len(words) < FEWEST:
                    spans[len(words) < FEWEST].append(Span(*match.span()))
        yield _Original(text, inside, first, *map(tuple, spans))
        first += len(inside)


def dense(texts: list[str]) -> Iterator[Printed]:
    """Articles without end: however many are taken, as large a share of the quotations stands in two."""
    paragraphs, lengths = paragraphs_of(texts)
    counts = Counter(word.lower() for text in texts for word in _WORD.findall(text))
    common = frozenset(word for word, _ in counts.most_common(COMMONEST)) | _closed()
    originals = _originals(paragraphs, common)
    chunks = []
    count = max(1, len(lengths) // BATCH)
    for n in range(count):
        sizes = lengths[n * len(lengths) // count : (n + 1) * len(lengths) // count]
        chunks.append((sizes, list(itertools.islice(originals, sum(sizes)))))
    for number, (sizes, chunk) in enumerate(itertools.cycle(chunks)):
        batch = _Batch(number, common)
        quoting = [one for one in chunk if one.quotes]
        order = iter(batch.rng.sample(chunk, len(chunk)))
        for k, size in enumerate(sizes):
            chosen = [(one, False) for one in itertools.islice(order, size)]
            for one, _ in list(chosen):
                if one.quotes and batch.rng.random() < REPRINTED:
                    chosen.append((batch.rng.choice(quoting), batch.rng.random() < 0.5))
            yield _printed(f"{number}-{k}", batch, chosen, number)


def _printed(id: str, batch: _Batch, chosen: list[tuple[_Original, bool]], number: int) -> Printed:
    parts: list[str] = []
    quotes: list[Quote] = []
    origins: dict[str, tuple[int, int]] = {}
    start = 0
    for original, altered in chosen:
        part = batch.rewritten(original)
        if altered:
            part = batch.altered(part, original.quotes)
        for n, quote in enumerate(original.quotes):
            speaker = quote.speaker and attrs.evolve(
                quote.speaker,
                name=batch.renamed(quote.speaker.name),
                aliases=[batch.renamed(alias) for alias in quote.speaker.aliases],
            )
            moved = _moved(quote, start)
            if quote.kind is not QuoteKind.TERM and len(quote.text.split()) >= SHORTEST:
                origins[f"q{len(quotes)}"] = number, original.first + n
            quotes.append(
                attrs.evolve(
                    moved,
                    id=f"q{len(quotes)}",
                    text=" ".join(span.of(part) for span in quote.spans),
                    attribution=attrs.evolve(moved.attribution, speaker=speaker),
                )
            )
        parts.append(part)
        start += len(part) + 2
    document = Document(id=id, text="\n\n".join(parts), outlet=f"Outlet {number % 40}", quotes=quotes)
    return Printed(document, origins)
