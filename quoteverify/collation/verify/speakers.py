"""Who a source says spoke at a place: by its quotes, or in a transcript by whose turn it is."""

import functools
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

import attrs

from quoteverify.collation.verify.speech_breaks import MARK
from quoteverify.collation.verify.turns import turns
from quoteverify.models import (
    Document,
    Passage,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    SpeakerFinding,
    SpeakerKind,
)
from quoteverify.text.language import LanguageProfile
from quoteverify.text.names import same_person

_UNNAMED = frozenset({SpeakerKind.ROLE, SpeakerKind.GROUP, SpeakerKind.BODY})
_LAST_NAME = "\U0010ffff"  # sorts after every name


class DocumentSpeakers:
    r"""Who speaks where in a document: its quotes and turns in order, soon found by their offsets.

    Args:
        document: A source; its quotes are used where it has been parsed.

    >>> DocumentSpeakers(Document(text="AAS: We leave at noon.\nBO: Why?")).at([Span(5, 13)])[0].name
    'AAS'
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._said = sorted(
            (span.start, span.end, n) for n, quote in enumerate(document.quotes) for span in quote.spans
        )
        self._starts = [start for start, _, _ in self._said]
        # How far any span up to each goes: a quote may hold others.
        self._reach = list(accumulate((end for _, end, _ in self._said), max))

    @functools.cached_property
    def _turns(self) -> list[tuple[int, str]]:
        # What has been parsed has its turns among its quotes.
        return [] if self._document.quotes else turns(self._document.text)

    @functools.cached_property
    def _has_marks(self) -> bool:
        return bool(MARK.search(self._document.text))

    def _quoted(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The spans of quotes that share something with a stretch, each with its quote's number."""
        at = bisect_left(self._starts, end)
        while at and self._reach[at - 1] > start:
            at -= 1
            if self._said[at][1] > start:
                yield self._said[at]

    def _quotes(self, spans: Sequence[Span]) -> list[tuple[Quote, int]]:
        """The quotes that share something with some spans, in order, and how much they do."""
        shared: dict[int, int] = {}
        for span in spans:
            for start, end, n in self._quoted(span.start, span.end):
                shared[n] = shared.get(n, 0) + min(end, span.end) - max(start, span.start)
        return [(self._document.quotes[n], shared[n]) for n in sorted(shared) if shared[n]]

    def at(self, spans: Sequence[Span]) -> tuple[Speaker | None, str]:
        """Who spoke in a passage, and how the source says so.

        Args:
            spans: Where the passage stands, in order.

        Returns:
            The speaker, or None, with the name of the rule that decided.
        """
        overlapping = self._quotes(spans)
        if overlapping:
            # Of a turn and what is quoted in it, the latter where it holds all of the passage.
            quote, _ = max(overlapping, key=_says)
            if quote.speaker:
                return quote.speaker, "attribution_in_source"
        turn = bisect_right(self._turns, (spans[0].start, _LAST_NAME)) - 1
        if turn >= 0:
            return Speaker(self._turns[turn][1]), "turn_in_transcript"
        if overlapping:
            return None, "quote_without_speaker"
        return None, "outside_any_quote" if self._document.quotes else "source_not_parsed"

    def narrated(self, extent: Span) -> bool:
        """Whether a stretch is the source's own words: outside quotation marks, and in no turn."""
        text = self._document.text
        if self._document.quotes:
            return next(self._quoted(extent.start, extent.end), None) is None
        line = max(text.rfind("\n", 0, extent.start), text.rfind("\r", 0, extent.start)) + 1
        opened = len(list(MARK.finditer(text, line, extent.start))) % 2 == 1
        return not opened and self._has_marks and not self._turns


def _says(found: tuple[Quote, int]) -> tuple[bool, int, bool]:
    """How much a quote says of who spoke in a passage, with which it shares so much."""
    quote, shared = found
    return quote.kind != QuoteKind.TERM, shared, quote.kind != QuoteKind.TURN and quote.speaker is not None


def spoken_by(document: Document, spans: Sequence[Span]) -> tuple[Speaker | None, str]:
    """Who spoke in a passage of a document, and how the document says so; see `DocumentSpeakers.at`."""
    return DocumentSpeakers(document).at(spans)


def _names(speaker: Speaker) -> tuple[str, ...]:
    return (speaker.name, *speaker.aliases)


def same_speaker(a: Speaker, b: Speaker, language: LanguageProfile) -> bool:
    """Whether one of the names of the one may be a name of the other."""
    return any(same_person(x, y, language) for x in _names(a) for y in _names(b))


@attrs.frozen
class _Given:
    """Whom the sources give for a claim's passages and its alternatives, held against the claimed speaker.

    Attributes:
        speakers: All whom they name.
        same: Of each whom they name for the passages, whether it is the claimed speaker.
        same_elsewhere: The same of those whom they name for the alternatives.
    """

    speakers: tuple[Speaker, ...]
    same: tuple[bool, ...]
    same_elsewhere: tuple[bool, ...]

    @property
    def agree(self) -> bool:
        """Whether the passages name the claimed speaker and nobody else."""
        return bool(self.same) and all(self.same)


@attrs.frozen
class _Rule:
    """A finding, the name of its rule, and when it holds."""

    finding: SpeakerFinding
    name: str
    holds: Callable[[_Given], bool]


# The first that holds decides. In the examples, Ruth Vale is claimed.
_RULES = (
    # “We sail,” said Ruth Vale.
    _Rule(SpeakerFinding.SAME, "name_in_source", lambda given: given.agree and all(given.same_elsewhere)),
    # “We sail,” said Ruth Vale. | Another source: “We sail,” said Bo Berg.
    _Rule(
        SpeakerFinding.DISPUTED,
        "sources_name_different_speakers",
        lambda given: given.agree or any(given.same_elsewhere),
    ),
    # Of a splice: “We sail,” said Ruth Vale. “Nobody has paid,” said Bo Berg.
    _Rule(SpeakerFinding.MISATTRIBUTED, "another_speaker_in_part", lambda given: any(given.same)),
    # “We sail,” said a senior official.
    _Rule(
        SpeakerFinding.UNCERTAIN,
        "source_names_no_person",
        lambda given: all(speaker.kind in _UNNAMED for speaker in given.speakers),
    ),
    # “We sail,” said Bo Berg.
    _Rule(SpeakerFinding.MISATTRIBUTED, "another_speaker_in_source", lambda given: True),
)


def compare_speakers(
    claimed: Speaker | None,
    answers: Sequence[tuple[Passage, str]],
    others: Sequence[tuple[Passage, str]],
    language: LanguageProfile,
) -> tuple[SpeakerFinding, str]:
    """How the claimed speaker stands to those whom the sources give.

    Args:
        claimed: The speaker as claimed.
        answers: The passages of the claim, each with the rule that found its speaker.
        others: The alternatives, likewise.
        language: The language of the names.

    Returns:
        The finding and the name of the rule that decided.
    """
    if claimed is None:
        return SpeakerFinding.NOT_CHECKED, "no_speaker_claimed"
    here, elsewhere = (
        tuple(passage.speaker for passage, _ in found if passage.speaker) for found in (answers, others)
    )
    if not here and not elsewhere:
        return _nobody([rule for _, rule in answers])
    same, same_elsewhere = (
        tuple(same_speaker(claimed, speaker, language) for speaker in speakers)
        for speakers in (here, elsewhere)
    )
    given = _Given((*here, *elsewhere), same, same_elsewhere)
    return next((rule.finding, rule.name) for rule in _RULES if rule.holds(given))


def _nobody(rules: Sequence[str]) -> tuple[SpeakerFinding, str]:
    """The finding where the sources name nobody, by the rules that looked for the passages' speakers."""
    if "source_not_parsed" in rules:
        return SpeakerFinding.UNCERTAIN, "source_not_parsed"
    return SpeakerFinding.UNATTRIBUTED, rules[0]
