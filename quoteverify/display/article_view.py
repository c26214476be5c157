"""A document to look at: its text with each speaker's words in a colour, and their quotes in a list."""

import hashlib
from collections.abc import Iterator, Sequence

from quoteverify.display.links import to_page, to_place
from quoteverify.display.markup import Markup, element, escaped, joined
from quoteverify.display.overlays import pieces
from quoteverify.display.phrases import counted, moment, reason, reasons
from quoteverify.exchange.linked import address
from quoteverify.models import Document, Quote, QuoteKind, Span, Speaker

COLOURS = 8
"""Speakers are told apart by letters; colours and underlines only help, and repeat after so many."""


def letters(number: int) -> str:
    """The letters of the nth speaker, from 0.

    >>> letters(0), letters(25), letters(26)
    ('A', 'Z', 'AA')
    """
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def cast(document: Document) -> dict[Speaker, int]:
    """Everybody who speaks in a document, numbered in order of appearance."""
    speakers = (*(q.speaker for q in document.quotes if q.speaker), *document.speakers)
    return {speaker: number for number, speaker in enumerate(dict.fromkeys(speakers))}


def provenance(document: Document, *, named: bool = True) -> Markup:
    """Where a document comes from: its name, date and address, as far as known."""
    date = (
        element("time", moment(document.published), datetime=document.published.isoformat())
        if document.published
        else None
    )
    name = document.name if named else None
    return joined((part for part in (name, date, to_page(document)) if part is not None), " · ")


def article(document: Document) -> Markup:
    """The whole view of a document."""
    speakers = cast(document)
    spoken = [quote for quote in document.quotes if quote.kind != QuoteKind.TERM]
    voices = len({quote.speaker for quote in spoken if quote.speaker})
    anchor = "qv-" + hashlib.sha256(document.id.encode("utf8", "surrogatepass")).hexdigest()[:8]
    return joined(
        [
            element(
                "header",
                element("h2", document.title or document.name),
                element("p", provenance(document, named=bool(document.title)), class_="quiet"),
                element(
                    "p", f"{counted(len(spoken), 'quote')}, {counted(voices, 'speaker')}", class_="quiet"
                ),
            ),
            element(
                "div",
                element("div", joined(_text(document, speakers, anchor)), class_="text"),
                element("aside", joined(_voices(document, speakers, anchor)), class_="voices"),
                class_="spread",
            ),
        ]
    )


def _look(quote: Quote, speakers: dict[Speaker, int]) -> tuple[str, str]:
    """The letters and the class of a quote."""
    if quote.kind == QuoteKind.TERM:
        return "", "term"
    if quote.speaker is None:
        return "?", "nobody"
    number = speakers[quote.speaker]
    return letters(number), f"voice v{number % COLOURS}"


def _text(document: Document, speakers: dict[Speaker, int], anchor: str) -> Iterator[Markup | str]:
    laid: list[tuple[Span, tuple[str, Quote, int, int]]] = []
    for number, quote in enumerate(document.quotes):
        for place in (quote.attribution.mention, quote.attribution.cue):
            if place:
                laid.append((place, ("witness", quote, number, 0)))
        for part, span in enumerate(quote.spans):
            laid.append((span, ("quote", quote, number, part)))
    for piece in pieces(document.text, laid):
        if piece.label is None:
            yield piece.text
            continue
        what, quote, number, part = piece.label
        name, look = _look(quote, speakers)
        if what == "witness":
            yield element(
                "span", piece.text, class_=f"witness {look}", title=f"says who spoke: {reason(quote)}"
            )
            continue
        yield element(
            "mark",
            piece.text,
            class_=look,
            title=f"{name} {reason(quote)}".strip(),
            data_label=name if piece.opens and name else None,
            id=f"{anchor}-{number + 1}" if piece.opens and part == 0 else None,
        )


def _voices(document: Document, speakers: dict[Speaker, int], anchor: str) -> Iterator[Markup]:
    by_speaker: dict[Speaker | None, list[tuple[int, Quote]]] = {speaker: [] for speaker in speakers}
    terms = []
    for number, quote in enumerate(document.quotes):
        if quote.kind == QuoteKind.TERM:
            terms.append((number, quote))
        else:
            by_speaker.setdefault(quote.speaker, []).append((number, quote))
    for speaker, quotes in by_speaker.items():
        if not quotes:
            continue
        name, look = _look(quotes[0][1], speakers)
        aliases = [a for a in speaker.aliases if a != speaker.name] if speaker else []
        yield element(
            "section",
            element(
                "h3",
                element("span", name, class_=f"badge {look}"),
                " ",
                speaker.name if speaker else "No speaker found",
                element("span", f" {len(quotes)}", class_="quiet"),
            ),
            element("p", "also ", joined(aliases, ", "), class_="quiet") if aliases else None,
            _list(quotes, document, anchor),
        )
    if terms:
        yield element(
            "section", element("h3", "In marks, but nobody’s words"), _list(terms, document, anchor)
        )


def _list(quotes: Sequence[tuple[int, Quote]], document: Document, anchor: str) -> Markup:
    return element(
        "ol", *(element("li", _entry(quote, document, f"{anchor}-{number + 1}")) for number, quote in quotes)
    )


def _entry(quote: Quote, document: Document, place: str) -> Markup:
    known = [escaped(said) for said in reasons(quote)]
    if address(document):
        known.append(to_place("on the page", document, quote.spans))
    return joined(
        [
            element("a", element("q", quote.text), href=f"#{place}", class_="brief"),
            element("small", joined(known, ", "), class_="quiet"),
        ]
    )
