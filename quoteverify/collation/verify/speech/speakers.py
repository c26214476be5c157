"""Who a source says spoke at a place: by its quotes, or in a transcript by whose turn it is."""

import functools
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

import attrs

from quoteverify.collation.verify.speech.identity import Identity, IdentityRule, identity_of
from quoteverify.collation.verify.speech.sayings import OTHER_SUBJECT, QUOTED, bearer_of, saying_of
from quoteverify.collation.verify.speech.turns import turns
from quoteverify.collation.verify.speech_breaks import MARK
from quoteverify.models import (
    Basis,
    Document,
    Passage,
    Quote,
    QuoteKind,
    Reason,
    Span,
    Speaker,
    SpeakerFinding,
    SpeakerKind,
)
from quoteverify.text.language import LanguageProfile

SURE_RULE = "attribution_in_source"
"""The rule of a speaker whom a source names."""
UNSURE = "unsure_attribution_in_source"
"""The rule of a speaker whom a source names only by a guess."""
SAME_WORDS = 0.95
"""The similarity from which another place has the same words, and tells whose they are (set by hand)."""
SURE = 0.6
"""The confidence from which a source's attribution can say that a claim names somebody else."""
_LIKELY = 0.4
"""The confidence below which a source's attribution cannot say that a claim names the right one either: most
of these are wrong. Set by hand."""
_LAST_NAME = "\U0010ffff"  # sorts after every name


@attrs.frozen
class Heard:
    """Who spoke in a passage, and how the source says so.

    Attributes:
        speaker: Who, or None.
        rule: The name of the rule that decided.
        quote: The quotation that the speaker is of; None where it is a turn that nobody parsed.
    """

    speaker: Speaker | None
    rule: str
    quote: Quote | None = None


class HeardPassage(NamedTuple):
    """A passage with who is heard there."""

    passage: Passage
    heard: Heard


class DocumentSpeakers:
    r"""Who speaks where in a document: its quotes and turns in order, soon found by their offsets.

    Args:
        document: A source; its quotes are used where it has been parsed.

    >>> DocumentSpeakers(Document(text="AAS: We leave at noon.\nBO: Why?")).at([Span(5, 13)]).speaker.name
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

    def at(self, spans: Sequence[Span]) -> Heard:
        """Who spoke in a passage, and how the source says so.

        Args:
            spans: Where the passage stands, in order.
        """
        overlapping = self._quotes(spans)
        if overlapping:
            quote = _nearest_around(overlapping)
            if quote.speaker:
                return Heard(quote.speaker, SURE_RULE if _is_sure(quote) else UNSURE, quote)
        turn = bisect_right(self._turns, (spans[0].start, _LAST_NAME)) - 1
        if turn >= 0:
            return Heard(Speaker(self._turns[turn][1]), "turn_in_transcript")
        if overlapping:
            return Heard(None, "quote_without_speaker", _nearest_around(overlapping))
        return Heard(None, "outside_any_quote" if self._document.quotes else "no_quotes_in_source")

    def narrated(self, extent: Span) -> bool:
        """Whether a stretch is the source's own words: outside quotation marks, and in no turn."""
        text = self._document.text
        if self._document.quotes:
            return next(self._quoted(extent.start, extent.end), None) is None
        line = max(text.rfind("\n", 0, extent.start), text.rfind("\r", 0, extent.start)) + 1
        opened = len(list(MARK.finditer(text, line, extent.start))) % 2 == 1
        return not opened and self._has_marks and not self._turns


def _nearest_around(found: Sequence[tuple[Quote, int]]) -> Quote:
    """Of the quotes that share something with a passage, whose words it has.

    Those that share most; of a quotation and what is quoted in it, the latter, where both hold all of it.
    """
    most = max(shared for _, shared in found)
    holding = [quote for quote, shared in found if shared == most]
    spoken = [quote for quote in holding if quote.kind != QuoteKind.TERM] or holding
    nested = [quote for quote in spoken if quote.kind != QuoteKind.TURN or len(spoken) == 1] or spoken
    named = [quote for quote in nested if quote.speaker] or nested
    return min(named, key=lambda quote: sum(map(len, quote.spans)))


def _is_sure(quote: Quote) -> bool:
    """Whether a source names the speaker of a quote surely."""
    said_by = quote.attribution
    given = said_by.basis is Basis.GIVEN or quote.kind is QuoteKind.TURN
    return given or said_by.confidence >= SURE


def _is_guess(heard: Heard) -> bool:
    """Whether a source rather has somebody else than whom it was read to name."""
    if heard.rule != UNSURE or heard.quote is None:
        return False
    return 0 < heard.quote.attribution.confidence < _LIKELY  # 0 where a document made by hand says nothing


def spoken_by(document: Document, spans: Sequence[Span]) -> Heard:
    """Who spoke in a passage of a document, and how the document says so; see `DocumentSpeakers.at`."""
    return DocumentSpeakers(document).at(spans)


@attrs.frozen
class _Given:
    """How the claimed speaker stands to those whom the sources give.

    Attributes:
        here: To each whom they name for the passages.
        elsewhere: To each whom other documents surely name for the same words.
        besides: To each whom the same documents name for the same words said again.
        sure: Whether all of the passages' speakers are named surely.
        guessed: Whether one of them is so unsure that it rather is somebody else.
    """

    here: tuple[Identity, ...]
    elsewhere: tuple[Identity, ...]
    besides: tuple[Identity, ...]
    sure: bool
    guessed: bool

    @property
    def agree(self) -> bool:
        """Whether the passages name the claimed speaker and nobody else."""
        return bool(self.here) and set(self.here) == {Identity.SAME} and not self.guessed


@attrs.frozen
class _Rule:
    """A finding, the name of its rule, and when it holds; a rule of the names decides in `_BY_NAMES`."""

    finding: SpeakerFinding
    name: str
    holds: Callable[[_Given], bool]


# The first that holds decides. In the examples, Ruth Vale is claimed.
_RULES = (
    # “We sail,” said Ruth Vale. | Another source: “We sail,” said Bo Berg.
    _Rule(
        SpeakerFinding.DISPUTED,
        "sources_name_different_speakers",
        lambda given: (
            (given.agree and Identity.ANOTHER in given.elsewhere)
            or (given.sure and Identity.ANOTHER in given.here and Identity.SAME in given.elsewhere)
        ),
    ),
    # “We sail,” said Ruth Vale.
    _Rule(SpeakerFinding.SAME, "name_in_source", lambda given: given.agree),
    # “We sail,” said Bo Berg. “We sail,” said Ruth Vale.
    _Rule(SpeakerFinding.SAME, "said_by_several", lambda given: Identity.SAME in given.besides),
    # Of a splice: “We sail,” said Ruth Vale. “Nobody has paid,” said Bo Berg.
    _Rule(
        SpeakerFinding.MISATTRIBUTED,
        "another_speaker_in_part",
        lambda given: given.sure and {Identity.SAME, Identity.ANOTHER} <= set(given.here),
    ),
    # “We sail,” said Bo Berg.
    _Rule(
        SpeakerFinding.MISATTRIBUTED,
        "another_speaker_in_source",
        lambda given: given.sure and set(given.here) == {Identity.ANOTHER},
    ),
    # The same, where a rule that is often wrong says that it was Bo Berg.
    _Rule(
        SpeakerFinding.UNCERTAIN,
        UNSURE,
        lambda given: given.guessed or (not given.sure and Identity.ANOTHER in given.here),
    ),
)


_BY_NAMES = frozenset({"name_in_source", "another_speaker_in_source"})
"""The rules where how the claimed speaker stands to the source's says more."""


def compare_speakers(
    claimed: Speaker | None,
    answers: Sequence[HeardPassage],
    others: Sequence[HeardPassage],
    documents: Mapping[str, Document],
    language: LanguageProfile,
) -> tuple[SpeakerFinding, str]:
    """How the claimed speaker stands to those whom the sources give.

    Args:
        claimed: The speaker as claimed.
        answers: The passages of the claim, each with who spoke there.
        others: The alternatives, likewise.
        documents: The sources of all of these, by their ids.
        language: The language of the names.

    Returns:
        The finding and the name of the rule that decided.
    """
    if claimed is None:
        return SpeakerFinding.NOT_CHECKED, "no_speaker_claimed"
    unnamed = _without_a_name(claimed, answers, documents, language)
    if unnamed is not None:
        return unnamed
    if not any(passage.speaker for passage, _ in answers):
        return _nobody(answers)
    named = [found for found in answers if found[0].speaker]
    here, others = _surest(named, others, documents)
    held = functools.partial(_identity, claimed, documents=documents, language=language)
    rules = [held(*found) for found in here]
    another = _said_otherwise(here, rules, documents, language)
    if another is not None:
        return another
    besides, elsewhere = _other_places(answers, others)
    given = _Given(
        tuple(rule.identity for rule in rules),
        tuple(held(*found).identity for found in elsewhere),
        tuple(held(*found).identity for found in besides),
        all(heard.rule != UNSURE for _, heard in here),
        any(_is_guess(heard) for _, heard in here),
    )
    return _decided(given, rules)


def _repeats(quote: Quote) -> bool:
    return quote.kind in (QuoteKind.HEADLINE, QuoteKind.PULL_QUOTE)


def _surest(
    here: Sequence[HeardPassage],
    others: Sequence[HeardPassage],
    documents: Mapping[str, Document],
) -> tuple[Sequence[HeardPassage], Sequence[HeardPassage]]:
    """The passages and the alternatives; for a headline whose speaker is a guess, the body's quotation.

    Whom a label of the headline names, as a bank whose economist speaks in the body, may have said it too.
    """
    passage, heard = here[0]
    if len(here) != 1 or heard.quote is None or not _repeats(heard.quote):
        return here, others
    loosely = _is_loosely_labelled(heard.quote, documents[passage.document_id])
    if heard.rule != UNSURE and not loosely:
        return here, others
    below = next((found for found in others if _is_said_below(found, passage)), None)
    if below is None:
        return here, others
    labelled = heard.quote.attribution.basis is Basis.REPORTED and not (loosely or _is_guess(heard))
    rest = [other for other in others if other is not below]
    return [below], [*here, *rest] if labelled else rest


def _is_said_below(found: HeardPassage, headline: Passage) -> bool:
    """Whether a place has a headline's words in the body of its document, surely by somebody."""
    passage, heard = found
    if passage.document_id != headline.document_id or passage.similarity < SAME_WORDS:
        return False
    sure = heard.speaker is not None and heard.rule != UNSURE
    return sure and heard.quote is not None and not _repeats(heard.quote)


def _is_loosely_labelled(quote: Quote, document: Document) -> bool:
    """Whether a headline has more than a name before its colon: Vale under fire over port: “We sail”."""
    mention, colon = quote.attribution.mention, quote.attribution.cue
    if quote.attribution.reason not in (Reason.LABEL, Reason.TITLED) or mention is None or colon is None:
        return False
    return any(map(str.isalnum, document.text[mention.end : colon.start]))


def _said_otherwise(
    here: Sequence[HeardPassage],
    rules: Sequence[IdentityRule],
    documents: Mapping[str, Document],
    language: LanguageProfile,
) -> tuple[SpeakerFinding, str] | None:
    """The finding where whom the source names quotes another, or something else there says the words."""
    if len(here) != 1 or here[0][1].quote is None:
        return None
    saying = saying_of(documents[here[0][0].document_id], here[0][1].quote, language)
    if saying not in (QUOTED, OTHER_SUBJECT):
        return None
    if rules[0].identity is Identity.SAME:
        return SpeakerFinding.MISATTRIBUTED, saying
    return SpeakerFinding.UNCERTAIN, saying


def _decided(given: _Given, rules: Sequence[IdentityRule]) -> tuple[SpeakerFinding, str]:
    """The finding of the first rule that holds; where none does, of the first passage that leaves it open."""
    for rule in _RULES:
        if rule.holds(given):
            return rule.finding, rules[0].name if rule.name in _BY_NAMES else rule.name
    return SpeakerFinding.UNCERTAIN, next(rule.name for rule in rules if rule.identity is Identity.UNCERTAIN)


def _other_places(
    answers: Sequence[HeardPassage], others: Sequence[HeardPassage]
) -> tuple[list[HeardPassage], list[HeardPassage]]:
    """The alternatives with a speaker: in the passages' documents, and those that others surely name."""
    ids = {passage.document_id for passage, _ in answers}
    named = [found for found in others if found.passage.speaker]
    besides = [found for found in named if found.passage.document_id in ids]
    return besides, [f for f in named if f.passage.document_id not in ids and f.heard.rule != UNSURE]


def _identity(
    claimed: Speaker,
    passage: Passage,
    heard: Heard,
    documents: Mapping[str, Document],
    language: LanguageProfile,
) -> IdentityRule:
    """How the claimed speaker stands to whom a passage's source names."""
    assert passage.speaker is not None
    return identity_of(claimed, passage.speaker, documents[passage.document_id], language, heard.quote)


def _nobody(answers: Sequence[HeardPassage]) -> tuple[SpeakerFinding, str]:
    """The finding where the sources name nobody, by the rules that looked for the passages' speakers."""
    rules = [heard.rule for _, heard in answers]
    if "no_quotes_in_source" in rules:
        return SpeakerFinding.UNCERTAIN, "no_quotes_in_source"
    return SpeakerFinding.UNATTRIBUTED, rules[0]


def _without_a_name(
    claimed: Speaker,
    answers: Sequence[HeardPassage],
    documents: Mapping[str, Document],
    language: LanguageProfile,
) -> tuple[SpeakerFinding, str] | None:
    """The finding where a source shows what bears the words, or that many call them; None otherwise."""
    for passage, heard in answers:
        document, quote = documents[passage.document_id], heard.quote
        given = quote and (_crowd(document, quote, language) or bearer_of(document, quote, language))
        if given:
            held = identity_of(claimed, given, document, language, quote)
            if held.identity is not Identity.UNCERTAIN:
                return _OF_AN_UNNAMED[held.identity], held.name
    return None


_OF_AN_UNNAMED = {
    Identity.SAME: SpeakerFinding.SAME,
    Identity.ANOTHER: SpeakerFinding.MISATTRIBUTED,
}
"""The finding where a source shows who has the words, and names nobody."""


def _crowd(document: Document, quote: Quote, language: LanguageProfile) -> Speaker | None:
    """Many people, or somebody, whom a source has say a quotation."""
    mention = quote.attribution.mention
    if mention is None or mention.of(document.text).lower() not in language.words("crowds"):
        return None
    return Speaker(mention.of(document.text), kind=SpeakerKind.GROUP)
