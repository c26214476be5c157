"""verify: where a claimed quote stands in the sources, with a finding on words, speaker and context."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise
from math import fsum
from typing import NamedTuple

import attrs

from quoteverify.collation.differences.alignment import worded
from quoteverify.collation.differences.retelling import PutBack
from quoteverify.collation.differences.typography import ellipses
from quoteverify.collation.policies import Policy, as_policy
from quoteverify.collation.verify.chaining import Place
from quoteverify.collation.verify.claims import Claim
from quoteverify.collation.verify.context.cuts import context_of
from quoteverify.collation.verify.context.framing import Framing
from quoteverify.collation.verify.evidence import SMALL, may_be_found, missing, most_alike, part_differences
from quoteverify.collation.verify.location import Location, as_printed, locate
from quoteverify.collation.verify.other_language import other_language
from quoteverify.collation.verify.passages import ClaimPart, claim_parts, turn_begins
from quoteverify.collation.verify.retelling import put_back
from quoteverify.collation.verify.sources.source_index import SourceIndex, Sources, indexed
from quoteverify.collation.verify.speech.edges import CITED, edge_of, is_of_no_citer, is_of_the_unnamed
from quoteverify.collation.verify.speech.reported import (
    TOLD,
    ReportedSpeakers,
    Telling,
    as_report,
    changed,
    told_of,
    with_changes,
)
from quoteverify.collation.verify.speech.sayings import DENIED, QUOTED, denies, saying_of
from quoteverify.collation.verify.speech.speakers import DocumentSpeakers, Heard, compare_speakers
from quoteverify.collation.verify.speech_breaks import speech_break
from quoteverify.collation.verify.witnesses.other_wordings import other_wordings
from quoteverify.errors import ArgumentValueError, check_type
from quoteverify.models import (
    ContextFinding,
    Difference,
    DifferenceKind,
    Document,
    Operation,
    OtherWording,
    Passage,
    Quote,
    Severity,
    Span,
    Speaker,
    SpeakerFinding,
    SpeakerKind,
    Verification,
    Wording,
)
from quoteverify.text.excerpts import excerpt
from quoteverify.text.files import refuse_path
from quoteverify.text.language import LanguageProfile
from quoteverify.text.layout.documents import as_given
from quoteverify.text.layout.reading_copy import page_of
from quoteverify.text.sentences import segments

# Set on known alterations of news quotes; measured by tests/bench/measure_collation.py.
SLACK = 2  # parts of a sentence with no more words between any two are that sentence in another order
AS_GOOD = 0.95  # another place that has as much of the claim's words tells as well whose they are
FAR = 1000  # parts of one speech with more between them, in code points, come from different places

# What reporting changes in a speaker's words.
_REPORTED = frozenset({DifferenceKind.PERSON, DifferenceKind.MODALITY, DifferenceKind.INFLECTION})


def verify(
    claim: str | Quote,
    sources: Sources,
    *,
    speaker: str | Speaker | None = None,
    policy: str | Policy | None = None,
    lang: str | LanguageProfile | None = None,
    reported: bool = False,
) -> Verification:
    """Find a claimed quote in sources, and say how its words, its speaker and its context stand there.

    Args:
        claim: The quote as claimed, without its quotation marks; of a ``Quote`` its text is meant.
        sources: Documents and plain strings, one of them, an `Archive`, or a `SourceIndex` made
            beforehand for many claims.
        speaker: Who is claimed to have said it; the speaker axis is not checked if None.
        policy: What a house allows, or the name of such a set (``"strict"``, ``"guardian"``); the differences
            that it does not allow are in ``disallowed``.
        lang: The language of the claim, its code or its profile. If None, that of sources made ready
            beforehand, or the one that the documents say they are in, or English. Of several languages, those
            in another are searched as well, for what they print untranslated; ``searched`` counts them.
        reported: Whether the claim is what somebody is told to have said, and no quotation. What reporting
            regularly changes (person, tense, "that", place and time) is then `DifferenceKind.REPORTED` and
            cosmetic; whatever else differs keeps its kind and severity. What sources have as reported speech
            counts as said.

    Returns:
        The findings with their evidence. Absence from the sources given is never called false:
        what is not found says what was searched and what comes nearest.

    Raises:
        ArgumentTypeError: An argument is of the wrong type.
        ArgumentValueError: There is no policy or language of that name, and the message lists those there
            are; the sources are all in another language, or in several, and ``lang`` does not say which is
            meant; the claim is empty; or there are no sources, so that nothing could be found.
        DuplicateDocumentError: Two sources have one id.

    >>> source = "“We will not sell the yard before spring,” Ms. Aas said."
    >>> verify("We will not sell the yard", source).wording.value
    'verbatim'
    >>> verify("We will sell the yard before spring", source).differences[0].kind.value
    'negation'
    >>> verify("The yard was never ours to begin with", source).wording.value
    'not_found'
    >>> verify("they would not sell the yard", source, reported=True).severity.value
    'cosmetic'
    """
    check_type("reported", reported, bool)
    claim = worded("claim", claim)
    check_type("speaker", speaker, str, Speaker, type(None))
    house = as_policy(policy)
    if not claim.strip():
        raise ArgumentValueError("the claim is empty: there are no words to look for")
    refuse_path("claim", claim)
    index = indexed(sources, lang).about(claim)
    if not index.searched.documents:
        raise ArgumentValueError("there are no sources to look for the claim in")
    return findings(claim, index, _speaker(speaker), house, telling=Telling() if reported else None)


def _speaker(speaker: str | Speaker | None) -> Speaker | None:
    return Speaker(speaker) if isinstance(speaker, str) else speaker


def findings(
    claim: str,
    index: SourceIndex,
    claimed_speaker: Speaker | None,
    house: Policy | None,
    *,
    cited: bool = False,
    framing: Framing | None = None,
    telling: Telling | None = None,
    around: str = "",
) -> Verification:
    """What an index says of a claim, an empty one too: a row among very many stops no others.

    Args:
        claim: As for `verify`.
        index: The sources, looked at in the claim's language.
        claimed_speaker: Who is claimed to have said it.
        house: What a house allows.
        cited: Whether the claim stands in a quotation, as what somebody cites.
        framing: What the words around the claim in its draft do to it; None for one that stands alone.
        telling: How it is told, where it is what somebody is told to have said and no quotation.
        around: The text that it stands in, whose language is its own where it is too short to tell.
    """
    page = page_of(claim)
    told = put_back(index, page, asked=telling.asked) if telling else PutBack(page)
    taken = Claim(told.page.text, index.language)
    location = locate(index, taken)
    rule = missing(index, taken, location)
    other = taken.respelled(index.vocabulary) if rule else None
    if other and may_be_found(index, other):
        elsewhere = locate(index, other)
        if not missing(index, other, elsewhere):
            rule, location = None, as_printed(elsewhere, other)
    if rule:
        apart = other_language(index, taken.text, around)
        found = _not_found(index, taken, location, apart or rule, claimed_speaker, house)
        if apart:
            found = attrs.evolve(found, wording=Wording.OTHER_LANGUAGE, nearest=None)
    else:
        axes = _Axes(claimed_speaker, house, cited, framing, telling)
        found = _found(index, taken, most_alike(index, taken, location), axes)
    if telling:
        found = as_report(found, told, index, telling)
    given = as_given(found, told.page, index.pages)
    return with_changes(given, as_given(changed(found, told), page, index.pages)) if telling else given


class _Axes(NamedTuple):
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


def _not_found(
    index: SourceIndex,
    claim: Claim,
    location: Location,
    rule: str,
    speaker: Speaker | None,
    house: Policy | None,
) -> Verification:
    """The findings on a claim that is not found, by the rule of this name."""
    return Verification(
        claim=claim.text,
        speaker=speaker,
        wording=Wording.NOT_FOUND,
        wording_rule=rule,
        speaker_rule="nothing_found" if speaker else "no_speaker_claimed",
        nearest=_nearest(index, claim, location),
        policy=house.name if house else None,
        searched=index.searched,
    )


def _found(index: SourceIndex, claim: Claim, location: Location, axes: _Axes) -> Verification:
    """The findings on a claim that stands there."""
    speaker, house = axes.speaker, axes.house
    found = _in_one(index, claim_parts(index, claim, location.places))
    compared = [part_differences(index, claim, part, n) for n, part in enumerate(found)]
    changes = [d for n, (own, _) in enumerate(compared) for d in (*_joint(index, claim, found, n), *own)]
    wording, wording_rule = _wording(index, claim, found, changes)
    passages = [
        _passage(index, part, similarity, axes.speakers)
        for part, (_, similarity) in zip(found, compared, strict=True)
    ]
    alternatives = [_alternative(index, claim, place, axes.speakers) for place in location.others]
    documents = _documents(index, found, location)
    speaker_finding, speaker_rule, edge = _whose(
        index, claim, found, (passages, alternatives), documents, axes
    )
    context, context_rule, surroundings = context_of(index, claim, found, axes.framing)
    if edge is not None:
        context, (context_rule, surroundings) = ContextFinding.OUT_OF_CONTEXT, edge
    return Verification(
        claim=claim.text,
        speaker=speaker,
        wording=wording,
        wording_rule=wording_rule,
        speaker_finding=speaker_finding,
        speaker_rule=speaker_rule,
        context=context,
        context_rule=context_rule,
        passages=tuple(passage for passage, _ in passages),
        alternatives=tuple(passage for passage, _ in alternatives),
        other_wordings=tuple(_elsewhere(index, claim, found, passages, axes)),
        differences=tuple(changes),
        surroundings=surroundings,
        policy=house.name if house else None,
        disallowed=_disallowed(changes, house),
        searched=index.searched,
    )


_Found = Sequence[tuple[Passage, Heard]]


def _whose(
    index: SourceIndex,
    claim: Claim,
    found: Sequence[ClaimPart],
    at: tuple[_Found, _Found],
    documents: Mapping[str, Document],
    axes: _Axes,
) -> tuple[SpeakerFinding, str, tuple[str, tuple[Span, ...]] | None]:
    """The finding on who speaks, its rule, and where a claim has words that are not its speaker's."""
    passages, alternatives = at
    finding, rule = compare_speakers(axes.speaker, passages, alternatives, documents, index.language)
    if rule == QUOTED and axes.cited:  # the draft says too that it is quoted from another
        finding = SpeakerFinding.UNCERTAIN
    edge = _not_theirs(index, claim, found, at, documents, axes)
    if edge is None:
        return finding, rule, None
    if not _owns_to_it(edge[0], axes, finding, passages, documents, index.language):
        return *_of_nobody(axes.speaker, rule, edge[0]), edge
    if edge[0] == CITED and _is_heard_of_the_citer(passages, documents):
        finding, rule = _of_nobody(axes.speaker, rule, CITED)
    return finding, rule, None


def _not_theirs(
    index: SourceIndex,
    claim: Claim,
    found: Sequence[ClaimPart],
    at: tuple[_Found, _Found],
    documents: Mapping[str, Document],
    axes: _Axes,
) -> tuple[str, tuple[Span, ...]] | None:
    """By what rule, and where, a claim has words that are not its speaker's; None where all are."""
    passages, alternatives = at
    edge = _edge(claim, found, alternatives, documents, axes) or _told(found, axes, index.language)
    return edge or _denial(axes.speaker, passages, documents, index.language)


def _of_nobody(speaker: Speaker | None, rule: str, edge: str) -> tuple[SpeakerFinding, str]:
    """The finding on who speaks where the words are the reporter's, or nobody's, by the rule of the edge."""
    return (SpeakerFinding.UNCERTAIN, edge) if speaker else (SpeakerFinding.NOT_CHECKED, rule)


def _disallowed(changes: Sequence[Difference], house: Policy | None) -> tuple[Difference, ...]:
    """The differences that a house does not allow."""
    return tuple(change for change in changes if house and not house.allows(change))


def _documents(index: SourceIndex, found: Sequence[ClaimPart], location: Location) -> dict[str, Document]:
    """The documents of a claim's passages and of its alternatives, by their ids, as they have been read.

    An index that reads a document only once it is looked into has it here, and not in a part found before.
    """
    at = [part.place.document for part in found] + [place.document for place in location.others]
    return {index.documents[number].id: index.documents[number] for number in at}


def _edge(
    claim: Claim,
    found: Sequence[ClaimPart],
    alternatives: Sequence[tuple[Passage, Heard]],
    documents: Mapping[str, Document],
    axes: _Axes,
) -> tuple[str, tuple[Span, ...]] | None:
    """By what rule, and where, a claim has the reporter's words; None if a quotation has it somewhere."""
    if axes.telling:  # a report may well be in the reporter's words
        return None
    edges = (edge_of(documents[part.document.id], part.spans, claim.text, claim.language) for part in found)
    edge = next((edge for edge in edges if edge is not None), None)
    if edge is None or len(found) > 1:
        return edge
    elsewhere = (p for p, _ in alternatives if p.similarity >= AS_GOOD)
    if any(edge_of(documents[p.document_id], p.spans, claim.text, claim.language) is None for p in elsewhere):
        return None
    return edge


def _told(
    found: Sequence[ClaimPart], axes: _Axes, language: LanguageProfile
) -> tuple[str, tuple[Span, ...]] | None:
    """The rule, and where, if a source has all of a claim only as a report of the one who is claimed."""
    told = all(told_of(axes.speaker, part.document, part.spans, language) for part in found)
    return (TOLD, tuple(found[0].spans)) if told and not axes.telling else None


def _denial(
    speaker: Speaker | None,
    passages: Sequence[tuple[Passage, Heard]],
    documents: Mapping[str, Document],
    language: LanguageProfile,
) -> tuple[str, tuple[Span, ...]] | None:
    """The rule, and where, if a source says that its speaker, or who is claimed, did not say a claim."""
    name = speaker.name.split()[-1:] if speaker else []
    for passage, heard in passages:
        document, quote = documents[passage.document_id], heard.quote
        if quote is None:
            continue
        own = saying_of(document, quote, language) == DENIED
        if own or (name and denies(document, quote, name[0], language)):
            return DENIED, passage.spans
    return None


def _owns_to_it(
    rule: str,
    axes: _Axes,
    finding: SpeakerFinding,
    passages: _Found,
    documents: Mapping[str, Document],
    language: LanguageProfile,
) -> bool:
    """Whether a draft shows that words are cited: inside a quotation, or as those of whoever is cited."""
    if rule == DENIED:
        return axes.cited
    if rule != CITED:
        return False
    return (
        axes.cited
        or _is_of_the_cited(finding, passages)
        or all(is_of_no_citer(axes.speaker, documents[p.document_id], p.spans, language) for p, _ in passages)
    )


def _is_heard_of_the_citer(passages: _Found, documents: Mapping[str, Document]) -> bool:
    """Whether whom somebody cites has no name, so that it is the citer who is heard there."""
    return any(is_of_the_unnamed(documents[p.document_id], p.spans) for p, _ in passages)


def _is_of_the_cited(finding: SpeakerFinding, passages: Sequence[tuple[Passage, Heard]]) -> bool:
    """Whether words are claimed of those whom a speaker cites: “People say that ‘the mill is cursed’.”."""
    cited = (passage.speaker for passage, _ in passages)
    return finding is SpeakerFinding.SAME and all(
        one is not None and one.kind in (SpeakerKind.ROLE, SpeakerKind.GROUP) for one in cited
    )


def _passage(
    index: SourceIndex,
    part: ClaimPart,
    similarity: float,
    speakers: type[DocumentSpeakers] = DocumentSpeakers,
) -> tuple[Passage, Heard]:
    """The record of a part, with who spoke there and how the source says so."""
    heard = index.derived(part.place.document, speakers).at(part.spans)
    around = excerpt(part.document.text, part.spans)
    return Passage(
        document_id=part.document.id,
        spans=part.spans,
        text=part.text,
        similarity=similarity,
        speaker=heard.speaker,
        source=part.document.name,
        url=part.document.url,
        excerpt=around.of(part.document.text),
        excerpt_start=around.start,
        time=part.document.time_of(part.extent) if part.document.timings else None,
        page=part.document.page_of(part.extent),
    ), heard


def _alternative(
    index: SourceIndex,
    claim: Claim,
    place: Place,
    speakers: type[DocumentSpeakers] = DocumentSpeakers,
) -> tuple[Passage, Heard]:
    """The record of a place that is not the claim's, as similar as what it shares by weight."""
    (part,) = claim_parts(index, claim, [place], divided=False)
    return _passage(index, part, min(1.0, place.weight / claim.summed[-1]), speakers)


def _elsewhere(
    index: SourceIndex, claim: Claim, found: Sequence[ClaimPart], passages: _Found, axes: _Axes
) -> Iterator[OtherWording]:
    """What other sources print for a claim that was found; not what they have of another speaker's.

    A claim of what somebody is told to have said is in other words than they are by its nature.
    """
    if axes.telling:
        return
    whose = passages[0][0].speaker
    for other in other_wordings(index, claim, found):
        passage, heard = _passage(index, other.part, other.similarity)
        documents = {part.document.id: part.document for part in (*found, other.part)}
        finding, _ = compare_speakers(whose, [(passage, heard)], [], documents, index.language)
        if finding is not SpeakerFinding.MISATTRIBUTED:
            also_in = tuple(index.documents[number].id for number in other.also_in)
            yield OtherWording(passage=passage, differences=tuple(other.differences), also_in=also_in)


def _nearest(index: SourceIndex, claim: Claim, location: Location) -> Passage | None:
    """The passage that comes nearest to a claim that is not found."""
    if not location.places:
        return None
    return _alternative(index, claim, max(location.places, key=lambda place: place.weight))[0]


def _in_one(index: SourceIndex, found: list[ClaimPart]) -> list[ClaimPart]:
    """The same parts as one, where all come from one sentence and leave next to nothing of it out.

    Words that have changed places in it are named as that, and not as left out twice.
    """
    first = found[0]
    number, document = first.place.document, first.document
    if len(found) == 1 or any(part.document is not document for part in found):
        return found
    ordered = sorted(found, key=lambda part: part.extent)
    hull = Span(ordered[0].extent.start, max(part.extent.end for part in found))
    for before, after in pairwise(ordered):
        gap = Span(before.extent.end, max(before.extent.end, after.extent.start))
        if len(index.keys(number, gap)) > SLACK or speech_break(gap.of(document.text)):
            return found
    if len(list(islice(segments(document.text, index.language, within=hull), 2))) != 1:
        return found
    runs = tuple(sorted(run for part in found for run in part.place.runs))
    claim = Span(first.claim.start, found[-1].claim.end)
    place = Place(number, runs, fsum(part.place.weight for part in found))
    return [
        ClaimPart(
            document=document,
            spans=(hull,),
            text=hull.of(document.text),
            extent=hull,
            claim=claim,
            place=place,
        )
    ]


def _joint(index: SourceIndex, claim: Claim, found: Sequence[ClaimPart], number: int) -> Iterator[Difference]:
    """What joins a part of the claim to the one before, whose passage stands elsewhere."""
    if not number:
        return
    before, part = found[number - 1], found[number]
    joint = Span(before.claim.end, max(before.claim.end, part.claim.start))
    place = Span(part.extent.start, part.extent.start)
    near = before.document is part.document and not _far(index, before.extent, part)
    # An ellipsis says that something was left out, not that the order is another.
    cut = ellipses(joint.of(claim.text)) > 0
    marked = not near and cut
    first = bisect_left(claim.words.starts, part.claim.start)
    if near and not cut and part.extent.start >= before.extent.end and first not in claim.cuts:
        near = False  # in order, but out of two sentences to one
    yield Difference(
        operation=Operation.MOVE,
        kind=DifferenceKind.REORDER if near else DifferenceKind.SPLICE,
        severity=Severity.MINOR if marked or near else Severity.SUBSTANTIVE,
        marked=marked,
        a=place,
        b=joint,
        a_text="",
        b_text=joint.of(claim.text),
        rule="parts_in_another_order" if near else "separate_passages_run_together",
        passage=number,
    )


def _far(index: SourceIndex, before: Span, part: ClaimPart) -> bool:
    """Whether two passages of one document stand in different stretches of speech."""
    first, second = sorted((before, part.extent))
    gap = part.document.text[first.end : second.start]
    if len(gap) > FAR or speech_break(gap):
        return True
    return turn_begins(index, part.place.document, first.end, second.start)


def _wording(
    index: SourceIndex, claim: Claim, found: Sequence[ClaimPart], differences: Sequence[Difference]
) -> tuple[Wording, str]:
    """What the differences come to."""
    changed = [d for d in differences if d.severity != Severity.COSMETIC]
    if len(found) > 1:
        return Wording.SPLICED, "passages_run_together"
    if any(d.operation == Operation.MOVE for d in changed):
        return Wording.SPLICED, "parts_in_another_order"
    if all(d.marked for d in changed):
        if changed or _discloses_a_cut(claim, found[0]):
            return Wording.EDITED, "every_change_is_marked"
        return Wording.VERBATIM, "same_words_in_one_run"
    if (
        any(d.kind in _REPORTED for d in changed)
        and all(d.kind in _REPORTED | SMALL for d in changed)
        and index.derived(found[0].place.document, DocumentSpeakers).narrated(found[0].extent)
    ):
        return Wording.PARAPHRASE, "reported_without_marks"
    return Wording.ALTERED, "a_change_is_not_marked"


def _discloses_a_cut(claim: Claim, part: ClaimPart) -> bool:
    """Whether the claim has an ellipsis or a bracket more than the source: an edit, if a harmless one."""
    a, b = part.text, claim.text
    return a != b and (b.count("[") > a.count("[") or ellipses(b) > ellipses(a))
