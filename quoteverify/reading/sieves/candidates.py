"""Who may have spoken: the mentions of a quotation's sentence, and those just before it."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

import attrs

from quoteverify.models import Span
from quoteverify.reading.sieves.answers import Answers
from quoteverify.reading.sieves.columns import TableColumn
from quoteverify.reading.sieves.nearby import sentence_before, stands_alone
from quoteverify.reading.sieves.sieve_words import sieve_words
from quoteverify.reading.syntax.cues.passives import is_passive
from quoteverify.reading.syntax.cues.report import CuedReport, CueKind
from quoteverify.reading.syntax.mentions import Mention, MentionKind, mention_of
from quoteverify.reading.syntax.narration import Narration
from quoteverify.reading.syntax.phrases import phrase_ending
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import EDGE, NAME, PUNCT, QUOTE, WORD, Token
from quoteverify.reading.syntax.verbs import verb_after
from quoteverify.reading.syntax.word_classes import (
    ADVERB,
    AUXILIARY,
    BE,
    COMPLEMENTISER,
    CONJUNCTION,
    COORDINATOR,
    CUE,
    CUE_NOUN,
    GENITIVE,
    INFINITIVE_MARKER,
    PARTICIPLE,
    POSSESSIVE,
    POSSESSIVE_MARK,
    PREPOSITION,
    PRESENT_PARTICIPLE,
    RELATIVE,
)
from quoteverify.text.normalize import QUOTATION_MARKS


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
    if _is_of_a_crowd(narration, quote):
        return []
    reports = narration.reports_around(quote)
    told = [
        report for report in reports if report.end < place.token and is_passed_on(narration, quote, report)
    ]
    if told:
        return candidates_in(told[-1:], [])
    if is_of_others(narration, quote):
        return candidates_in([report for report in reports if report.own and report.first < place.token], [])
    subjects = narration.subjects(place.paragraph, place.sentence)
    found = candidates_in(reports, subjects)
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
    words = _done(narration)
    near = range(verb, min(verb + _TOLD, at))
    return any(any(sentence.tokens[i].lower in w for w in words) and is_passive(sentence, i) for i in near)


_TOLD = 4
"""In tokens: "has since been told" has no more (a guard)."""


def is_passed_on(narration: Narration, quote: int, report: CuedReport) -> bool:
    """Whether a report leads up to a whole sentence of marks, and another behind tells of both.

    Of “Vale told officers, “I will find you,” police said” the words are Vale's.
    """
    sentence, at = narration.sentence(quote), narration.places[quote].token
    if report.kind != CueKind.SAY or not introduces_sentence(sentence, report.end, at):
        return False
    if any(token.classes & COMPLEMENTISER for token in sentence.tokens[report.end + 1 : at]):
        return False
    behind = at + 1 + (sentence.at(at + 1).text == ",")
    return any(one.kind == CueKind.SAY and one.start == behind for one in narration.reports_around(quote))


def introduces_sentence(sentence: Sentence, last: int, at: int) -> bool:
    """Whether a report that ends with a token leads to a whole sentence of marks: Vale said: “We sail”."""
    between, quotation = sentence.tokens[last + 1 : at], sentence.tokens[at]
    if not between or between[-1].text not in (":", ",") or len(between) > _TOLD_WHOM:
        return False
    inside = sentence.text[quotation.start : quotation.end].lstrip(QUOTATION_MARKS)
    return inside[:1].isupper() and is_all_words(between[:-1])


_TOLD_WHOM = 5
"""In tokens: what stands between a verb and a quotation: whom it is said to, and the point."""


def is_all_words(tokens: Iterable[Token]) -> bool:
    """Whether no point, no quotation and no conjunction but "that" stands among tokens."""
    return all(
        t.kind in (WORD, NAME) and (t.classes & COMPLEMENTISER or not t.classes & CONJUNCTION) for t in tokens
    )


def is_of_others(narration: Narration, quote: int) -> bool:
    """Whether a quotation stands in what opens a sentence and tells what others say to its subject, or of it.

    “Asked whether the port was “a ruin,” Vale said it was not”; “Amid talk of a “ruin,” Vale said no”;
    “While pilots call the port “a ruin,” Vale said it was not”. Or what a crowd calls: “to cries of “ruin””.
    """
    sentence, at = narration.sentence(quote), narration.places[quote].token
    if not at:  # as most are, nothing stands before it
        return False
    if _is_of_a_crowd(narration, quote) or _is_in_aside(narration, quote):
        return True
    opening = _opening(sentence.tokens[:at])
    main = None if opening is None else _main_clause(narration, quote)
    if opening is None or main is None:
        return False
    if _is_done_to_subject(narration, sentence, opening, at):
        return True
    if _is_in_claims(narration, sentence.tokens[opening:at]):
        return True
    reports = narration.reports_around(quote)
    if not sentence.tokens[opening].classes & (CONJUNCTION | PREPOSITION) or _is_told_by(sentence, opening):
        return False
    says_more = all(sentence.at(r.end + 1).kind not in (PUNCT, EDGE) for r in reports if r.start == main)
    return says_more and any(_is_told_before(sentence, at, report) for report in reports)


def _is_told_by(sentence: Sentence, opening: int) -> bool:
    """Whether the subject of a sentence says what opens it: "*In declaring* the port “a ruin,” Vale"."""
    participle = sentence.at(opening + 1).classes
    return bool(participle & PRESENT_PARTICIPLE and participle & CUE)


def _answers_with(narration: Narration, quote: int, noun: int) -> bool:
    """Whether a report leads up to what somebody cries: the pilots *responded with* cries of “ruin”."""
    return any(
        report.own and report.end in (noun - 2, noun - 3) for report in narration.reports_around(quote)
    )


def _is_of_a_crowd(narration: Narration, quote: int) -> bool:
    """Whether a quotation is what nobody in particular cries: Vale left *to cries of* “ruin”."""
    sentence, at = narration.sentence(quote), narration.places[quote].token
    noun, joint = sentence.at(at - 2), sentence.at(at - 1)
    if noun.lower not in sieve_words(narration.profile).cried or not joint.classes & GENITIVE:
        return False
    beside, second = sentence.at(at - 3).classes, sentence.at(at - 4).classes
    if beside & (POSSESSIVE | POSSESSIVE_MARK) or _answers_with(narration, quote, at - 2):
        return False
    return bool((beside | second) & (PREPOSITION | INFINITIVE_MARKER))  # "amid loud cries of"


def _is_in_aside(narration: Narration, quote: int) -> bool:
    """Whether an aside about the subject tells what is said of it: "Vale, who was called “late”, said no"."""
    sentence, at = narration.sentence(quote), narration.places[quote].token
    tokens = sentence.tokens
    start = next((i + 1 for i in range(at - 1, -1, -1) if tokens[i].kind in (PUNCT, QUOTE)), 0)
    if not 0 < start < at or tokens[start - 1].text != ",":
        return False
    goes_on = (r for r in narration.reports_around(quote) if r.first > at and r.mention.last < start)
    return any(goes_on) and _is_done_to_subject(
        narration, sentence, start + bool(tokens[start].classes & RELATIVE), at
    )


def _opening(tokens: list[Token]) -> int | None:
    """The first word of what stands before a quotation, past "but"; None where a point is among it."""
    if any(token.kind in (PUNCT, QUOTE) for token in tokens):
        return None
    return next((i for i, token in enumerate(tokens) if not token.classes & (COORDINATOR | ADVERB)), None)


def _main_clause(narration: Narration, quote: int) -> int | None:
    """Where the clause begins that a comma behind a quotation parts from it, with its subject; or None."""
    place = narration.places[quote]
    tokens = narration.sentence(quote).tokens
    comma = place.token
    if not narration.marked[quote].span.of(narration.text).rstrip().endswith(","):
        points = (i for i in range(comma + 1, len(tokens)) if tokens[i].kind in (PUNCT, QUOTE))
        comma = next(points, comma)
        if tokens[comma].text != ",":
            return None
    subjects = narration.subjects(place.paragraph, place.sentence)
    return comma + 1 if any(one.first == comma + 1 for one in subjects) else None


def _is_done_to_subject(narration: Narration, sentence: Sentence, opening: int, at: int) -> bool:
    """Whether an opening says what its subject is asked, told or called: "When asked whether it was a"."""
    done = _done(narration)
    leads = (
        sentence.tokens[opening].classes & CONJUNCTION
    )  # and no clause that is reported: "Vale was told a"
    for i in range(opening, min(opening + _ASKED, at)):
        token = sentence.tokens[i]
        if token.classes & PARTICIPLE and any(token.lower in words for words in done):
            bare = all(t.classes & _BEFORE_PARTICIPLE for t in sentence.tokens[opening:i])
            if bare or (leads and is_passive(sentence, i)):
                return True
    return False


def _done(narration: Narration) -> tuple[frozenset[str] | TableColumn, ...]:
    """The verbs for what is done to somebody in words: to tell, to call, to press."""
    profile = narration.profile
    return profile.words("cues", tells=True), profile.words("cues", kind="name"), sieve_words(profile).asked


_BEFORE_PARTICIPLE = ADVERB | AUXILIARY | BE | CONJUNCTION | PREPOSITION
_ASKED = 6
"""In tokens: "When the port pilot was asked" has no more before its verb (a guard)."""


def _is_in_claims(narration: Narration, opening: list[Token]) -> bool:
    """Whether an opening without a verb of its own has a noun for what others say: "Amid talk of a"."""
    words = sieve_words(narration.profile).others_say
    if not opening[0].classes & (PREPOSITION | PRESENT_PARTICIPLE):
        return False
    return any(
        noun.lower in words
        and after.classes & (COMPLEMENTISER | GENITIVE)
        and not before.classes & (POSSESSIVE | POSSESSIVE_MARK)
        for before, noun, after in zip(opening, opening[1:], opening[2:], strict=False)
    )


def _is_told_before(sentence: Sentence, at: int, report: CuedReport) -> bool:
    """Whether a report before a quotation has somebody by name or role: "While *pilots call* it a"."""
    mention = report.mention
    if report.first >= at or not report.own or report.kind == CueKind.SOURCE:
        return False
    text = sentence.tokens[mention.last].classes & CUE_NOUN  # "In a letter that called it"
    return mention.kind != MentionKind.PRONOUN and not text


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
