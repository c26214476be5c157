"""What sources say of a claimed quote, and of all the quotes of a draft."""

from collections.abc import Iterator

import attrs

from quoteverify.models.brief import brief
from quoteverify.models.differences import Alignment, Difference, gravest
from quoteverify.models.enumerations import (
    CitationFinding,
    ContextFinding,
    QuoteKind,
    Severity,
    SpeakerFinding,
    Wording,
)
from quoteverify.models.listed import as_listed
from quoteverify.models.quotes import Document, Quote, Report, Speaker
from quoteverify.models.spans import Span, Timing, as_tuple
from quoteverify.models.statements import Comparison


@attrs.frozen(kw_only=True)
class Passage:
    """A place in a source.

    Attributes:
        document_id: The source.
        spans: Where the words stand; several where an attribution interrupts them.
        text: What stands there, the spans joined by a space.
        similarity: To the part of the claim that it answers, 0 to 1.
        speaker: Who the source says spoke there, or None.
        source: What to call the source: its outlet, else its id; "" where that was not kept.
        url: The source's address, or None.
        excerpt: The source's text around it, as printed; "" where it was not kept.
        excerpt_start: Where in the source the excerpt begins.
        time: When it is heard, if the source is the text of a recording.
        page: The number of the page, from 1, on which it begins, if the source is printed on pages.
    """

    document_id: str
    spans: tuple[Span, ...] = attrs.field(converter=as_tuple)
    text: str
    similarity: float
    speaker: Speaker | None = None
    source: str = ""
    url: str | None = None
    excerpt: str = attrs.field(default="", repr=False)
    excerpt_start: int = 0
    time: Timing | None = None
    page: int | None = None

    def __repr__(self) -> str:
        return f"<Passage in {brief(self.source or self.document_id)!r}: {brief(self.text)!r}>"


@attrs.frozen(kw_only=True)
class OtherWording:
    """What another source prints for a statement that was found.

    Attributes:
        passage: Where it stands.
        differences: Between the passage (``a``) and the claim (``b``).
        also_in: The ids of further sources that print the same words.
    """

    passage: Passage
    differences: tuple[Difference, ...] = attrs.field(default=(), converter=as_tuple)
    also_in: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)

    @property
    def severity(self) -> Severity | None:
        """The gravest severity among the differences; None where there are none."""
        return gravest(self.differences)

    def __repr__(self) -> str:
        return (
            f"<OtherWording in {brief(self.passage.source or self.passage.document_id)!r}: "
            f"{brief(self.passage.text)!r}>"
        )


@attrs.frozen(kw_only=True)
class Citation:
    """What a draft cites for a quotation.

    Attributes:
        span: Where the draft cites it: a link, the mark of a note, a name.
        text: What stands there.
        target: What that leads to: an address, the words of the note, the name.
        document_ids: The sources that it is, among those given; several where it could be either.
        source: What to call the source that it is; "" where it is none of those given.
    """

    span: Span
    text: str
    target: str
    document_ids: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    source: str = ""


@attrs.frozen(kw_only=True)
class Searched:
    """What a search covered: absence from it proves nothing beyond it.

    Attributes:
        documents: How many sources.
        characters: Their length together, in code points.
        ids: The ids of the first hundred of them.
        in_other_languages: How many of the sources say that they are in another language than the claim: all
            that can be found in them is what they print untranslated.
    """

    documents: int
    characters: int
    ids: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    in_other_languages: int = 0


STOPPING = frozenset(
    {
        Wording.OTHER_LANGUAGE,
        Wording.NOT_FOUND,
        SpeakerFinding.MISATTRIBUTED,
        SpeakerFinding.DISPUTED,
        ContextFinding.TRUNCATED,
        ContextFinding.OUT_OF_CONTEXT,
        CitationFinding.ELSEWHERE,
    }
)
"""The findings of each axis that a person should see."""


@attrs.frozen(kw_only=True)
class Verification:
    """What sources say of a claimed quote, on three axes: words, speaker and context.

    Attributes:
        claim: The quote as claimed.
        speaker: The speaker as claimed, or None.
        wording: How the words stand to the sources, decided by ``wording_rule``.
        speaker_finding: How the claimed speaker stands to theirs, decided by ``speaker_rule``.
        context: How the words stand to what surrounds them, decided by ``context_rule``.
        passages: Where the claim's words stand, in the claim's own order: one, or several if spliced.
        alternatives: Other places that would do as well, best first.
        other_wordings: What other sources print for the same statement, where that is more than cosmetically
            another wording, also of a claim that is verbatim in one. Given of what is claimed as a quotation
            and stands in one passage; eight at most. It is told for a person to know, and changes no finding.
        nearest: Where nothing was found, the passage that comes nearest; None if nothing comes near.
        differences: Between the passages (``a``) and the claim (``b``).
        surroundings: What the context finding points at, in the document of the first passage.
        policy: The name of the house's policy that the differences were judged by, or None.
        disallowed: Those of the differences that the policy does not allow.
        searched: What was searched.
        citation: What the draft cites for the quote, or None.
        citation_finding: How that stands to where the words were found, decided by ``citation_rule``.
    """

    claim: str
    speaker: Speaker | None = None
    wording: Wording
    wording_rule: str
    speaker_finding: SpeakerFinding = SpeakerFinding.NOT_CHECKED
    speaker_rule: str = "no_speaker_claimed"
    context: ContextFinding = ContextFinding.NOT_CHECKED
    context_rule: str = "nothing_found"
    passages: tuple[Passage, ...] = attrs.field(default=(), converter=as_tuple)
    alternatives: tuple[Passage, ...] = attrs.field(default=(), converter=as_tuple)
    other_wordings: tuple[OtherWording, ...] = attrs.field(default=(), converter=as_tuple)
    nearest: Passage | None = None
    differences: tuple[Difference, ...] = attrs.field(default=(), converter=as_tuple)
    surroundings: tuple[Span, ...] = attrs.field(default=(), converter=as_tuple)
    policy: str | None = None
    disallowed: tuple[Difference, ...] = attrs.field(default=(), converter=as_tuple)
    searched: Searched
    citation: Citation | None = None
    citation_finding: CitationFinding = CitationFinding.NOT_CHECKED
    citation_rule: str = "nothing_cited"

    @property
    def allowed(self) -> bool | None:
        """Whether the policy allows the words to be printed so; None if there was none to ask."""
        return None if self.policy is None else bool(self.passages) and not self.disallowed

    @property
    def severity(self) -> Severity | None:
        """The gravest severity among the differences; None where there are none."""
        return gravest(self.differences)

    @property
    def stops(self) -> bool:
        """Whether a person should look before the claim is printed: what the command's exit status says.

        Stops: words that are not found, a substantive difference, disclosed or not (with a policy: one that
        it does not allow), somebody else's words or disputed ones, words cut out of their context, and words
        that stand in another source than the one that is cited. Does not: smaller differences, and a speaker
        of whom the sources do not say enough.
        """
        changed = self.severity is Severity.SUBSTANTIVE if self.policy is None else bool(self.disallowed)
        findings = (self.wording, self.speaker_finding, self.context, self.citation_finding)
        return changed or not STOPPING.isdisjoint(findings)

    def __repr__(self) -> str:
        found = ", ".join((self.wording.value, self.speaker_finding.value, self.context.value))
        return f"<Verification {found}: {brief(self.claim)!r}>"

    def _repr_html_(self) -> str:
        from quoteverify.display import html

        return html.verification(self)


@attrs.frozen
class Unchecked:
    """A quotation of a draft that was not verified, and why.

    Attributes:
        quote_id: Which of the draft's quotes; "" where it is none of them, as what stands in code.
        rule: The rule by which it was left out: the one that made it a term, ``turn``, ``no_words``,
            ``code``, ``empty_marks``, ``no_closing_mark``, ``no_opening_mark``, ``title_of_source``.
        spans: Where it stands in the draft.
        text: What stands there.
    """

    quote_id: str
    rule: str
    spans: tuple[Span, ...] = attrs.field(default=(), converter=as_tuple, kw_only=True)
    text: str = attrs.field(default="", kw_only=True)

    @property
    def is_quoted(self) -> bool:
        """Whether it is what a reader takes for a quotation, and not somebody's turn in a chat."""
        return self.rule != QuoteKind.TURN.value


@attrs.frozen(kw_only=True)
class CheckReport:
    """A draft's quotes, each verified.

    Attributes:
        document: The draft, parsed.
        verifications: One for each of the draft's quotes, in the draft's order, less those left out.
        quote_ids: The quote, or the report, that each verification is of; ``pairs`` goes through both.
        unchecked: The quotations that were left out, each with the reason.
        accepted: The quotes whose findings somebody has looked at and let stand: they stop nothing.
    """

    document: Document
    verifications: tuple[Verification, ...] = attrs.field(converter=as_listed)
    quote_ids: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    unchecked: tuple[Unchecked, ...] = attrs.field(default=(), converter=as_tuple)
    accepted: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)

    @property
    def said(self) -> dict[str, Quote | Report]:
        """The quotes of the draft by their ids, and its reports where some were verified."""
        said: dict[str, Quote | Report] = {quote.id: quote for quote in self.document.quotes}
        if not said.keys() >= set(self.quote_ids):
            for report in self.document.reports:
                said.setdefault(report.id, report)
        return said

    def pairs(self) -> Iterator[tuple[str, Verification]]:
        """Go through the verifications, each behind the id of its quote or report; "" where none is told."""
        ids = (*self.quote_ids, *[""] * len(self.verifications))
        return zip(ids, self.verifications, strict=False)

    @property
    def to_look_at(self) -> tuple[tuple[str, Verification], ...]:
        """What a person should look at and nobody has accepted, each behind the id of its quote or report."""
        accepted = set(self.accepted)
        return tuple((id, found) for id, found in self.pairs() if found.stops and id not in accepted)

    @property
    def stops(self) -> bool:
        """Whether a person should look: at one of the quotes, or because none of them was checked."""
        if not self.verifications:
            return any(left.is_quoted for left in self.unchecked)
        return bool(self.to_look_at)

    @property
    def faithful(self) -> float | None:
        """The share of the verified quotes that stand, 0 to 1; None where none was verified.

        It is the figure to follow for a language model's answers: words that are not found count as words
        that are changed do, and what is nobody's words is not counted.
        """
        found = self.verifications
        return sum(not v.stops for v in found) / len(found) if found else None

    @property
    def summary(self) -> dict[str, int]:
        """How many quotes have each wording, the worst first, and how many are ``unchecked``; no zeros."""
        counts = {w.value: sum(v.wording == w for v in self.verifications) for w in reversed(Wording)}
        counts["unchecked"] = sum(left.is_quoted for left in self.unchecked)
        return {w: n for w, n in counts.items() if n}

    def __repr__(self) -> str:
        counts = ", ".join(f"{number} {name}" for name, number in self.summary.items())
        # The words may stand and be somebody else's.
        look = f"; {number} to look at" if (number := len(self.to_look_at)) else ""
        name = brief(self.document.title or self.document.name)
        return f"<CheckReport of {name!r}: {counts or 'no quotes'}{look}>"

    def _repr_html_(self) -> str:
        from quoteverify.display import html

        return html.check_report(self)


Record = Document | Alignment | Comparison | Verification | CheckReport
"""What a verb gives, and what can be shown and written as a whole."""
