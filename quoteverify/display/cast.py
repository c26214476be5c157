"""Who speaks in a document: its speakers by letters, and the quotes of each."""

from collections.abc import Sequence

import attrs

from quoteverify.models import Document, Quote, QuoteKind, Report, Speaker

NumberedQuote = tuple[int, Quote]
"""A quote with its place among the quotes of its document, from 1."""
NumberedReport = tuple[int, Report]
"""A report likewise."""


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


@attrs.frozen
class Part:
    """What one speaker of a document says.

    Attributes:
        speaker: Who speaks; None for the quotes of which the text does not say whose they are.
        number: Which of the speakers, from 0; None for nobody.
        quotes: Their quotes, in the document's order.
        reports: What they are told to have said without marks, likewise.
    """

    speaker: Speaker | None
    number: int | None
    quotes: Sequence[NumberedQuote]
    reports: Sequence[NumberedReport]

    @property
    def letters(self) -> str:
        """What stands for the speaker where there is little room."""
        return "?" if self.number is None else letters(self.number)

    @property
    def other_names(self) -> list[str]:
        """What else the speaker is called."""
        return [name for name in self.speaker.aliases if name != self.speaker.name] if self.speaker else []


@attrs.frozen
class CastList:
    """The speakers of a document, in order of appearance, and what stands in marks but is nobody's words.

    Attributes:
        numbers: Which each speaker is, from 0.
        parts: What each speaker says, and last what nobody is known to say.
        terms: The terms.
    """

    numbers: dict[Speaker, int]
    parts: Sequence[Part]
    terms: Sequence[NumberedQuote]

    @property
    def spoken(self) -> int:
        """How many quotes are somebody's words."""
        return sum(len(part.quotes) for part in self.parts)

    @property
    def told(self) -> int:
        """How many reports there are."""
        return sum(len(part.reports) for part in self.parts)

    @property
    def speaking(self) -> int:
        """How many speakers say something."""
        return sum(part.speaker is not None for part in self.parts)


def cast(document: Document, reports: Sequence[Report] = ()) -> CastList:
    """Find who speaks in a document.

    Args:
        document: The document.
        reports: Those of its reports that are wanted; whoever is only told of comes behind who is quoted.

    >>> cast(Document(text="It rained.", speakers=[Speaker("Ruth Vale")])).numbers
    {<Speaker 'Ruth Vale'>: 0}
    """
    quoted = (quote.speaker for quote in document.quotes if quote.speaker)
    told = (report.speaker for report in reports if report.speaker)
    numbers = {speaker: n for n, speaker in enumerate(dict.fromkeys((*quoted, *document.speakers, *told)))}
    by_speaker: dict[Speaker | None, list[NumberedQuote]] = {speaker: [] for speaker in numbers}
    terms: list[NumberedQuote] = []
    for number, quote in enumerate(document.quotes, 1):
        place = terms if quote.kind == QuoteKind.TERM else by_speaker.setdefault(quote.speaker, [])
        place.append((number, quote))
    told_of: dict[Speaker | None, list[NumberedReport]] = {}
    for number, report in enumerate(reports, 1):
        by_speaker.setdefault(report.speaker, [])
        told_of.setdefault(report.speaker, []).append((number, report))
    parts = [
        Part(speaker, None if speaker is None else numbers[speaker], quotes, told_of.get(speaker, ()))
        for speaker, quotes in by_speaker.items()
        if quotes or speaker in told_of
    ]
    return CastList(numbers, parts, terms)
