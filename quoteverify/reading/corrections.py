"""Corrections that people made, kept beside a text and applied whenever it is read."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import attrs

from quoteverify.errors import ArgumentTypeError, ExchangeFormatError, check_type
from quoteverify.models import (
    Attribution,
    Correction,
    CorrectionKind,
    Document,
    Quote,
    QuoteKind,
    Reason,
    Report,
    Speaker,
)
from quoteverify.models.corrections import around, one_spaced
from quoteverify.models.quotes import changed
from quoteverify.text.files import write_whole

SUFFIX = ".corrections"
"""What the name of a file of corrections has after that of its text's: ``article.txt.corrections``."""


def correct(document: Document, corrections: Iterable[Correction]) -> Document:
    """Apply what people corrected to a document; what was corrected says so by its rule.

    A quote is found by its words and, where they stand several times, by those around it. Where that does
    not tell which is meant, none is changed: `unmatched` says of which corrections that is so.

    Args:
        document: A parsed document.
        corrections: What people corrected; of two for one quote, the later holds.

    Returns:
        The document with the speakers, kinds and names that were corrected: the ``reason`` of a speaker and
        the ``kind_rule`` of what is no quotation are "corrected", and so is the ``resolution`` of a name.

    Raises:
        ArgumentTypeError: An argument is of the wrong type.

    >>> from quoteverify import parse
    >>> document = parse("“We sail,” said Ruth Vale. The harbour master added: “At noon.”")
    >>> kept = Correction.one_person("Ruth Vale", "The harbour master")
    >>> [quote.speaker.name for quote in correct(document, [kept]).quotes]
    ['Ruth Vale', 'Ruth Vale']
    """
    given = _checked(document, corrections)
    quotes = {quote.id: quote for quote in document.quotes}
    for correction in given:
        if correction.kind is not CorrectionKind.ONE_PERSON and (found := _found(document, correction)):
            quotes[found.id] = _corrected(quotes[found.id], correction, document.speakers)
    made = tuple(quotes.values())
    if made != document.quotes:
        document = changed(document, quotes=made, speakers=dict.fromkeys(_speakers(made)))
    for correction in given:
        if correction.kind is CorrectionKind.ONE_PERSON and _applies(document, correction):
            document = _with_one(document, correction.names)
    return document


def _with_one(document: Document, names: Sequence[str]) -> Document:
    """A document in which some names are one person's."""
    one = _one(names, [*document.speakers, *_speakers(document.quotes)])
    quotes = tuple(_as_one(quote, one, names) for quote in document.quotes)
    reports = tuple(_as_one(report, one, names) for report in document.reports)
    if (quotes, reports) == (document.quotes, document.reports):
        return document
    return attrs.evolve(document, quotes=quotes, reports=reports, speakers=dict.fromkeys(_speakers(quotes)))


def unmatched(document: Document, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """The corrections whose quote a document does not have, or has so that it is not told which is meant.

    Raises:
        ArgumentTypeError: An argument is of the wrong type.
    """
    return tuple(one for one in _checked(document, corrections) if not _applies(document, one))


def already_so(document: Document, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """The corrections that a document needs not, as it has by itself what they say.

    Beside all that apply, these are the share of a person's answers that the library's own reading gives:
    ``len(already_so(parse(text), kept)) / (len(kept) - len(unmatched(parse(text), kept)))``.

    Raises:
        ArgumentTypeError: An argument is of the wrong type.
    """
    return tuple(
        one for one in _checked(document, corrections) if _applies(document, one) and _is_so(document, one)
    )


def _checked(document: Document, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    check_type("document", document, Document)
    if isinstance(corrections, str | bytes | Correction) or not isinstance(corrections, Iterable):
        raise ArgumentTypeError(f"corrections must be several Correction, not {type(corrections).__name__}")
    given = tuple(corrections)
    for correction in given:
        check_type("each of corrections", correction, Correction)
    return given


def _speakers(quotes: Iterable[Quote]) -> Iterator[Speaker]:
    return (quote.speaker for quote in quotes if quote.speaker is not None)


def _found(document: Document, correction: Correction) -> Quote | None:
    """The quote that is meant, by its words and then by those around it; None where that is not told."""
    same = [quote for quote in document.quotes if one_spaced(quote.text) == correction.exact]
    if len(same) < 2:
        return same[0] if same else None
    scores = [_likeness(around(document, quote), correction) for quote in same]
    top = max(scores)
    return same[scores.index(top)] if scores.count(top) == 1 else None


def _likeness(places: tuple[str, str], correction: Correction) -> int:
    """In code points: how much of what stands around a quote is what stood around it."""
    before, after = places
    return _shared(before[::-1], correction.prefix[::-1]) + _shared(after, correction.suffix)


def _shared(a: str, b: str) -> int:
    """How much two texts have in common from their starts on."""
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _corrected(quote: Quote, correction: Correction, known: Sequence[Speaker]) -> Quote:
    if correction.kind is CorrectionKind.NO_QUOTE:
        return attrs.evolve(
            quote, kind=QuoteKind.TERM, kind_rule=Reason.CORRECTED.value, attribution=Attribution()
        )
    speaker = None if correction.speaker is None else _named(correction.speaker, known)
    said = Attribution(speaker=speaker, reason=Reason.CORRECTED, confidence=0.0 if speaker is None else 1.0)
    if quote.kind is QuoteKind.TERM and speaker is not None:
        quote = attrs.evolve(quote, kind=QuoteKind.SPEECH, kind_rule=Reason.CORRECTED.value)
    return attrs.evolve(quote, attribution=said)


def _named(name: str, known: Sequence[Speaker]) -> Speaker:
    """The speaker of a name whom a document has, or another."""
    return next((speaker for speaker in known if _has(speaker, (name,))), Speaker(name))


def _has(speaker: Speaker, names: Sequence[str]) -> bool:
    own = {name.casefold() for name in (speaker.name, *speaker.aliases)}
    return any(name.casefold() in own for name in names)


def _one(names: Sequence[str], known: Sequence[Speaker]) -> Speaker:
    """The person whose names are all of some, with what else they are called."""
    same = [speaker for speaker in known if _is_one_of(speaker, names)]
    kinds = [speaker.kind for speaker in same if speaker.name.casefold() == names[0].casefold()]
    others = dict.fromkeys([*names[1:], *(each for one in same for each in (one.name, *one.aliases))])
    return Speaker(
        names[0],
        aliases=[name for name in others if name.casefold() != names[0].casefold()],
        **({"kind": kinds[0]} if kinds else {}),
    )


def _is_one_of(speaker: Speaker, names: Sequence[str]) -> bool:
    """Whether a speaker is called by one of some names: an alias may be another's as well."""
    return speaker.name.casefold() in {name.casefold() for name in names}


_Said = TypeVar("_Said", Quote, Report)


def _as_one(quote: _Said, one: Speaker, names: Sequence[str]) -> _Said:
    if quote.speaker is None or not _is_one_of(quote.speaker, names):
        return quote
    called_otherwise = quote.speaker.name != one.name
    said = attrs.evolve(quote.attribution, speaker=one)
    if called_otherwise and said.reason != Reason.CORRECTED:
        said = attrs.evolve(said, resolution=Reason.CORRECTED.value)
    return attrs.evolve(quote, attribution=said)


def _applies(document: Document, correction: Correction) -> bool:
    if correction.kind is CorrectionKind.ONE_PERSON:
        return any(_is_one_of(speaker, correction.names) for speaker in document.speakers)
    return _found(document, correction) is not None


def _is_so(document: Document, correction: Correction) -> bool:
    """Whether a document says what a correction does."""
    if correction.kind is CorrectionKind.ONE_PERSON:
        called = {one.name.casefold() for one in document.speakers if _is_one_of(one, correction.names)}
        return called <= {correction.names[0].casefold()}
    quote = _found(document, correction)
    if quote is None:
        return False
    if correction.kind is CorrectionKind.NO_QUOTE:
        return quote.kind is QuoteKind.TERM
    if correction.speaker is None or quote.speaker is None:
        return correction.speaker is None and quote.speaker is None
    return _has(quote.speaker, (correction.speaker,))


def as_line(correction: Correction) -> str:
    """A correction as a line of JSON, without what is empty."""
    plain = attrs.asdict(correction)
    return json.dumps({name: value for name, value in plain.items() if value or name == "speaker"})


def from_line(line: str | bytes) -> Correction:
    """The correction that `as_line` wrote.

    Raises:
        ExchangeFormatError: It is none.

    >>> from_line(as_line(Correction.one_person("Ruth Vale", "R. Vale"))).names
    ('Ruth Vale', 'R. Vale')
    """
    try:
        given: Any = json.loads(line)
        return Correction(**given)
    except (ValueError, TypeError, RecursionError) as error:
        raise ExchangeFormatError(f"this is no correction: {error}") from error


def beside(path: str | Path) -> Path:
    """The file in which the corrections of a text are kept.

    >>> beside("article.txt").name
    'article.txt.corrections'
    """
    return Path(f"{path}{SUFFIX}")


def kept(path: str | Path) -> tuple[Correction, ...]:
    """What is kept beside a text; nothing where there is no such file, or a link instead of one.

    Raises:
        ExchangeFormatError: The file holds something else; the message names the line.
    """
    place = beside(path)
    if str(path) == "-":  # the standard input
        return ()
    try:
        lines = [] if place.is_symlink() else place.read_bytes().splitlines()
    except (OSError, ValueError):
        return ()
    found = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found.append(from_line(line))
            except ExchangeFormatError as error:
                raise ExchangeFormatError(f"line {number} of {str(place)!r}: {error}") from error
    return tuple(found)


def keep(path: str | Path, corrections: Iterable[Correction]) -> None:
    """Keep corrections beside a text, after those that are kept already.

    Args:
        path: The text's file.
        corrections: What people corrected.

    Raises:
        ExchangeFormatError: The file there is of another kind.
        OSError: It cannot be written.
    """
    every = dict.fromkeys([*kept(path), *corrections])
    write_whole(beside(path), "".join(f"{as_line(one)}\n" for one in every))
