"""verify: where a claimed quote stands in the sources, with a finding on words, speaker and context."""

from collections.abc import Iterator, Sequence

import attrs

from quoteverify.collation.differences.alignment import worded
from quoteverify.collation.differences.retelling import PutBack
from quoteverify.collation.policies import Policy, as_policy
from quoteverify.collation.verify.chaining import ClaimPlace
from quoteverify.collation.verify.claims import Claim
from quoteverify.collation.verify.context.cuts import context_of
from quoteverify.collation.verify.context.framing import Framing
from quoteverify.collation.verify.evidence import may_be_found, missing, most_alike, part_differences
from quoteverify.collation.verify.location import Location, as_printed, locate
from quoteverify.collation.verify.other_language import other_language
from quoteverify.collation.verify.ownership import Asked, Testimony, ownership
from quoteverify.collation.verify.passages import ClaimPart, claim_parts
from quoteverify.collation.verify.retelling import put_back
from quoteverify.collation.verify.sources.source_index import SourceIndex, Sources, indexed
from quoteverify.collation.verify.speech.reported import (
    Telling,
    as_report,
    changed,
    with_changes,
)
from quoteverify.collation.verify.speech.speakers import DocumentSpeakers, HeardPassage, compare_speakers
from quoteverify.collation.verify.witnesses.other_wordings import other_wordings
from quoteverify.collation.verify.wording import in_one, joint, wording_of
from quoteverify.errors import ArgumentValueError, check_type
from quoteverify.models import (
    ContextFinding,
    Difference,
    Document,
    OtherWording,
    Passage,
    Quote,
    Speaker,
    SpeakerFinding,
    Verification,
    Wording,
)
from quoteverify.text.excerpts import excerpt
from quoteverify.text.files import refuse_path
from quoteverify.text.language import LanguageProfile
from quoteverify.text.layout.documents import as_given
from quoteverify.text.layout.reading_copy import page_of


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
        policy: What a house allows, or the name of such a set, such as ``"strict"`` (`policies` lists them);
            the differences that it does not allow are in ``disallowed``.
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
        asked = Asked(claimed_speaker, house, cited, framing, telling)
        found = _found(index, taken, most_alike(index, taken, location), asked)
    if telling:
        found = as_report(found, told, index, telling)
    given = as_given(found, told.page, index.pages)
    return with_changes(given, as_given(changed(found, told), page, index.pages)) if telling else given


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


def _found(index: SourceIndex, claim: Claim, location: Location, asked: Asked) -> Verification:
    """The findings on a claim that stands there."""
    speaker, house = asked.speaker, asked.house
    found = in_one(index, claim_parts(index, claim, location.places))
    compared = [part_differences(index, claim, part, n) for n, part in enumerate(found)]
    changes = [d for n, (own, _) in enumerate(compared) for d in (*joint(index, claim, found, n), *own)]
    wording, wording_rule = wording_of(index, claim, found, changes)
    passages = [
        _passage(index, part, similarity, asked.speakers)
        for part, (_, similarity) in zip(found, compared, strict=True)
    ]
    alternatives = [_alternative(index, claim, place, asked.speakers) for place in location.others]
    documents = _documents(index, found, location)
    told = Testimony(found, passages, alternatives, documents, index.language)
    speaker_finding, speaker_rule, edge = ownership(claim, told, asked)
    context, context_rule, surroundings = context_of(index, claim, found, asked.framing)
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
        other_wordings=tuple(_elsewhere(index, claim, told, asked)),
        differences=tuple(changes),
        surroundings=surroundings,
        policy=house.name if house else None,
        disallowed=_disallowed(changes, house),
        searched=index.searched,
    )


def _disallowed(changes: Sequence[Difference], house: Policy | None) -> tuple[Difference, ...]:
    """The differences that a house does not allow."""
    return tuple(change for change in changes if house and not house.allows(change))


def _documents(index: SourceIndex, found: Sequence[ClaimPart], location: Location) -> dict[str, Document]:
    """The documents of a claim's passages and of its alternatives, by their ids, as they have been read.

    An index that reads a document only once it is looked into has it here, and not in a part found before.
    """
    at = [part.place.document for part in found] + [place.document for place in location.others]
    return {index.documents[number].id: index.documents[number] for number in at}


def _passage(
    index: SourceIndex,
    part: ClaimPart,
    similarity: float,
    speakers: type[DocumentSpeakers] = DocumentSpeakers,
) -> HeardPassage:
    """The record of a part, with who spoke there and how the source says so."""
    heard = index.derived(part.place.document, speakers).at(part.spans)
    around = excerpt(part.document.text, part.spans)
    passage = Passage(
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
    )
    return HeardPassage(passage, heard)


def _alternative(
    index: SourceIndex,
    claim: Claim,
    place: ClaimPlace,
    speakers: type[DocumentSpeakers] = DocumentSpeakers,
) -> HeardPassage:
    """The record of a place that is not the claim's, as similar as what it shares by weight."""
    (part,) = claim_parts(index, claim, [place], divided=False)
    return _passage(index, part, min(1.0, place.weight / claim.summed[-1]), speakers)


def _elsewhere(index: SourceIndex, claim: Claim, told: Testimony, asked: Asked) -> Iterator[OtherWording]:
    """What other sources print for a claim that was found; not what they have of another speaker's.

    A claim of what somebody is told to have said is in other words than they are by its nature.
    """
    if asked.telling:
        return
    whose = told.passages[0].passage.speaker
    for other in other_wordings(index, claim, told.parts):
        heard = _passage(index, other.part, other.similarity)
        documents = {part.document.id: part.document for part in (*told.parts, other.part)}
        finding, _ = compare_speakers(whose, [heard], [], documents, index.language)
        if finding is not SpeakerFinding.MISATTRIBUTED:
            also_in = tuple(index.documents[number].id for number in other.also_in)
            yield OtherWording(passage=heard.passage, differences=tuple(other.differences), also_in=also_in)


def _nearest(index: SourceIndex, claim: Claim, location: Location) -> Passage | None:
    """The passage that comes nearest to a claim that is not found."""
    if not location.places:
        return None
    return _alternative(index, claim, max(location.places, key=lambda place: place.weight)).passage
