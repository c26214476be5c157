"""Who may have spoken: the mentions of a quotation's sentence, and those just before it."""

from collections.abc import Iterator
from enum import StrEnum

import attrs

from quoteverify.models import Span
from quoteverify.reading.sieves.answers import Answers
from quoteverify.reading.sieves.nearby import sentence_before, stands_alone
from quoteverify.reading.syntax.cues.passives import is_passive
from quoteverify.reading.syntax.cues.report import CuedReport, CueKind
from quoteverify.reading.syntax.mentions import Mention, mention_of
from quoteverify.reading.syntax.narration import Narration
from quoteverify.reading.syntax.phrases import phrase_ending
from quoteverify.reading.syntax.tokens import NAME, WORD
from quoteverify.reading.syntax.verbs import verb_after
from quoteverify.reading.syntax.word_classes import RELATIVE


class Unreported(StrEnum):
    """What a candidate is whom nothing reports to speak."""

    SUBJECT = "subject"
    """The subject of a clause in the quotation's sentence."""
    PARSED = "parsed"
    """The subject of a verb above the quotation, as only a pipeline shows."""
    SPOKE = "spoke"
    """Who spoke last, in a paragraph before."""
    SPOKE_NEAR = "spoke_near"
    """Who spoke last, in the same paragraph."""
    ACTED = "acted"
    """The first subject of the sentence before, in the paragraph before."""
    ACTED_NEAR = "acted_near"
    """The first subject of the sentence before, in the same paragraph."""


@attrs.frozen
class MentionCandidate:
    """A mention that may be a quotation's speaker, with the cue that would say so.

    Attributes:
        mention: Who may have spoken.
        cue: What would report the speech, if anything does.
        kind: What the cue reports; where there is none, what the candidate is.
        first: The index of its first token in the sentence; -1 for one of a sentence before.
        last: The index of its last token; -1 for one of a sentence before.
        own: Whether the mention is the cue's own subject.
        verb: The index of the cue's first token; -1 for none.
    """

    mention: Mention
    cue: Span | None
    kind: CueKind | Unreported
    first: int = -1
    last: int = -1
    own: bool = True
    verb: int = -1


def candidates_for(narration: Narration, quote: int, answers: Answers) -> list[MentionCandidate]:
    """Who may have spoken: the candidates of the sentence, and who spoke or acted just before it."""
    place = narration.places[quote]
    if stands_alone(narration.sentence(quote).tokens):
        return []
    subjects = narration.subjects(place.paragraph, place.sentence)
    found = candidates_in(narration.reports_around(quote), subjects)
    found += _parsed_candidates(narration, quote, found)
    found += _candidates_before(narration, quote, answers)
    return found


def is_told(narration: Narration, quote: int, subject: Mention) -> bool:
    """Whether somebody is told what the marks hold, it is not said by whom: Vale was told it was “late”."""
    sentence, at = narration.sentence(quote), narration.places[quote].token
    after = subject.last + 1
    if sentence.at(after).text == "," and sentence.at(after + 1).classes & RELATIVE:
        after += 2  # Vale, who was told
    verb = verb_after(sentence, after)
    if verb is None or verb >= at:
        return False
    tells = narration.profile.words("cues", tells=True)
    near = range(verb, min(verb + _TOLD, at))
    return any(sentence.tokens[i].lower in tells and is_passive(sentence, i) for i in near)


_TOLD = 4
"""In tokens: "has since been told" has no more (a guard)."""


def candidates_in(reports: list[CuedReport], subjects: list[Mention]) -> list[MentionCandidate]:
    """The candidates of a sentence: whoever is reported to speak, and every other subject.

    Whoever hands on what another says is none: "the paper quoted Vale as saying".
    """
    found = [MentionCandidate(r.mention, r.cue, r.kind, r.start, r.end, r.own, r.first) for r in reports]
    reported = {r.mention.span for r in reports} | {r.relayer.span for r in reports if r.relayer}
    found += [
        MentionCandidate(m, None, Unreported.SUBJECT, m.first, m.last)
        for m in subjects
        if m.span not in reported
    ]
    return found


def _candidates_before(narration: Narration, quote: int, answers: Answers) -> Iterator[MentionCandidate]:
    """Who spoke last before the sentence, and who did something in the sentence before it."""
    place = narration.places[quote]
    spoke, acted = (
        (Unreported.SPOKE_NEAR, Unreported.ACTED_NEAR)
        if place.sentence
        else (Unreported.SPOKE, Unreported.ACTED)
    )
    if quote - 1 in answers and narration.marked[quote - 1].outer.end <= narration.sentence(quote).start:
        yield MentionCandidate(answers[quote - 1].mention, None, spoke)
    before = sentence_before(narration, place)
    subjects = narration.subjects(*before) if before is not None else []
    if subjects:
        yield MentionCandidate(subjects[0], None, acted)


def _parsed_candidates(
    narration: Narration, quote: int, found: list[MentionCandidate]
) -> Iterator[MentionCandidate]:
    """The subjects of the verbs above a quotation, where a pipeline shows some that were not found."""
    parsed, sentence = narration.parsed, narration.sentence(quote)
    tokens = sentence.tokens
    if not parsed.heads:
        return
    known = {i for c in found for i in range(c.mention.first, c.mention.last + 1)}
    places = {t.start: i for i, t in enumerate(tokens) if t.kind in (WORD, NAME)}
    for verb in parsed.above(parsed.top(narration.marked[quote].outer)):
        head = places.get(parsed.subjects.get(verb, -1))
        if head is None or head in known or verb not in places:
            continue
        phrase = phrase_ending(sentence, head)
        if phrase is not None:
            mention = mention_of(sentence, phrase)
            first, last = min(phrase.first, places[verb]), max(head, places[verb])
            yield MentionCandidate(mention, None, Unreported.PARSED, first, last, verb=places[verb])
