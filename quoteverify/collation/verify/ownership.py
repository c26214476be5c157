"""Whose the words of a claim are: the finding on its speaker, and where it has words that are not theirs."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import attrs

from quoteverify.collation.policies import Policy
from quoteverify.collation.verify.claims import Claim
from quoteverify.collation.verify.context.framing import Framing
from quoteverify.collation.verify.passages import ClaimPart
from quoteverify.collation.verify.speech.edges import CITED, Edge, edge_of, is_of_no_citer, is_of_the_unnamed
from quoteverify.collation.verify.speech.reported import TOLD, ReportedSpeakers, Telling, told_of
from quoteverify.collation.verify.speech.sayings import DENIED, QUOTED, denies, saying_of
from quoteverify.collation.verify.speech.speakers import (
    SAME_WORDS,
    DocumentSpeakers,
    HeardPassage,
    compare_speakers,
)
from quoteverify.models import Document, Speaker, SpeakerFinding, SpeakerKind
from quoteverify.text.language import LanguageProfile


@attrs.frozen
class Asked:
    """What is asked of a claim beside its words.

    Attributes:
        speaker: Who is claimed to have said it.
        house: What a house allows.
        cited: Whether it stands in a quotation.
        framing: What the words around it do to it.
        telling: How it is told, where it is no quotation.
    """

    speaker: Speaker | None
    house: Policy | None
    cited: bool
    framing: Framing | None
    telling: Telling | None

    @property
    def speakers(self) -> type[DocumentSpeakers]:
        """What says who speaks where."""
        return ReportedSpeakers if self.telling else DocumentSpeakers


@attrs.frozen
class Testimony:
    """What sources have of a claim, with who is heard to say it there.

    Attributes:
        parts: The parts of the claim.
        passages: Where they stand.
        alternatives: Where else the claim stands as well.
        documents: The sources of all of these, by their ids.
        language: Their language.
    """

    parts: Sequence[ClaimPart]
    passages: Sequence[HeardPassage]
    alternatives: Sequence[HeardPassage]
    documents: Mapping[str, Document]
    language: LanguageProfile


class Ownership(NamedTuple):
    """Whose the words of a claim are.

    Attributes:
        finding: How the claimed speaker stands to whoever is heard in the sources.
        rule: The name of the rule that decided.
        edge: Where the claim has words that are not its speaker's; None where all are.
    """

    finding: SpeakerFinding
    rule: str
    edge: Edge | None


def ownership(claim: Claim, told: Testimony, asked: Asked) -> Ownership:
    """Whose the words of a claim are, by what the sources have of it.

    Args:
        claim: The claim.
        told: What the sources have of it.
        asked: What is asked of it beside its words.
    """
    finding, rule = compare_speakers(
        asked.speaker, told.passages, told.alternatives, told.documents, told.language
    )
    if rule == QUOTED and asked.cited:  # the draft says too that it is quoted from another
        finding = SpeakerFinding.UNCERTAIN
    edge = _reporters(claim, told, asked) or _only_told(told, asked) or _denied(told, asked.speaker)
    if edge is None:
        return Ownership(finding, rule, None)
    if not _owns_to_it(edge.rule, told, asked, finding):
        return Ownership(*_of_nobody(asked.speaker, rule, edge.rule), edge)
    if edge.rule == CITED and _is_heard_of_the_citer(told):
        finding, rule = _of_nobody(asked.speaker, rule, CITED)
    return Ownership(finding, rule, None)


def _of_nobody(speaker: Speaker | None, rule: str, edge: str) -> tuple[SpeakerFinding, str]:
    """The finding on who speaks where the words are the reporter's, or nobody's, by the rule of the edge."""
    return (SpeakerFinding.UNCERTAIN, edge) if speaker else (SpeakerFinding.NOT_CHECKED, rule)


def _reporters(claim: Claim, told: Testimony, asked: Asked) -> Edge | None:
    """Where a claim has the reporter's words; None if a quotation has it somewhere."""
    if asked.telling:  # a report may well be in the reporter's words
        return None
    documents = told.documents
    edges = (
        edge_of(documents[part.document.id], part.spans, claim.text, claim.language) for part in told.parts
    )
    edge = next((edge for edge in edges if edge is not None), None)
    if edge is None or len(told.parts) > 1:
        return edge
    elsewhere = (passage for passage, _ in told.alternatives if passage.similarity >= SAME_WORDS)
    if any(edge_of(documents[p.document_id], p.spans, claim.text, claim.language) is None for p in elsewhere):
        return None
    return edge


def _only_told(told: Testimony, asked: Asked) -> Edge | None:
    """Where a source has all of a claim only as a report of the one who is claimed."""
    reported = all(told_of(asked.speaker, part.document, part.spans, told.language) for part in told.parts)
    return Edge(TOLD, tuple(told.parts[0].spans)) if reported and not asked.telling else None


def _denied(told: Testimony, speaker: Speaker | None) -> Edge | None:
    """Where a source says that its speaker, or who is claimed, did not say a claim."""
    name = speaker.name.split()[-1:] if speaker else []
    for passage, heard in told.passages:
        document, quote = told.documents[passage.document_id], heard.quote
        if quote is None:
            continue
        own = saying_of(document, quote, told.language) == DENIED
        if own or (name and denies(document, quote, name[0], told.language)):
            return Edge(DENIED, passage.spans)
    return None


def _owns_to_it(rule: str, told: Testimony, asked: Asked, finding: SpeakerFinding) -> bool:
    """Whether a draft shows that words are cited: inside a quotation, or as those of whoever is cited."""
    if rule == DENIED:
        return asked.cited
    if rule != CITED:
        return False
    return (
        asked.cited
        or _is_of_the_cited(told, finding)
        or all(
            is_of_no_citer(asked.speaker, told.documents[passage.document_id], passage.spans, told.language)
            for passage, _ in told.passages
        )
    )


def _is_heard_of_the_citer(told: Testimony) -> bool:
    """Whether whom somebody cites has no name, so that it is the citer who is heard there."""
    return any(is_of_the_unnamed(told.documents[p.document_id], p.spans) for p, _ in told.passages)


def _is_of_the_cited(told: Testimony, finding: SpeakerFinding) -> bool:
    """Whether words are claimed of those whom a speaker cites: “People say that ‘the mill is cursed’.”."""
    cited = (passage.speaker for passage, _ in told.passages)
    return finding is SpeakerFinding.SAME and all(
        one is not None and one.kind in (SpeakerKind.ROLE, SpeakerKind.GROUP) for one in cited
    )
