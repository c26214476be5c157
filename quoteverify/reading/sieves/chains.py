"""A quotation that has its speaker from another: one that it goes on with, or the one before."""

import attrs

from quoteverify.models import Reason
from quoteverify.reading.sieves.answers import Answer, Answers
from quoteverify.reading.sieves.candidates import is_of_others, is_told
from quoteverify.reading.sieves.nearby import is_only_quote, is_shown, stands_alone
from quoteverify.reading.syntax.cues.report import CuedReport, CueKind
from quoteverify.reading.syntax.mentions import Mention, MentionKind
from quoteverify.reading.syntax.narration import Narration
from quoteverify.reading.syntax.tokens import QUOTE
from quoteverify.reading.syntax.word_classes import ADDITIVE

_FARTHEST = 2
"""In paragraphs: between a quotation that stands alone and the one before it stands one line at most."""


def reopened(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """A paragraph that opens again a quotation which the one before left open."""
    if narration.marked[quote].continues and quote - 1 in answers:
        return attrs.evolve(answers[quote - 1], reason=Reason.REOPENED, follows=quote - 1, score=None)
    return None


def continued(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """“We sail,” Ruth Vale said. “At noon.” - what stands right after."""
    place = narration.places[quote]
    if not stands_alone(narration.sentence(quote).tokens):
        return None
    if not place.sentence:
        if not place.token or quote - 1 not in answers:
            return None
        return attrs.evolve(answers[quote - 1], reason=Reason.CONTINUED, follows=quote - 1, score=None)
    before = narration.sentences(place.paragraph)[place.sentence - 1].tokens
    last = next((token.quote for token in reversed(before) if token.kind == QUOTE), None)
    if last is None or last not in answers:
        return None
    cut_in = _cut_in(narration, place.paragraph, place.sentence - 1, answers[last])
    if cut_in is not None:
        return Answer(cut_in.mention, cut_in.cue, Reason.SAID_IN_SENTENCE_BEFORE)
    follows = last if _begins_a_sentence(narration, last) else None
    return attrs.evolve(answers[last], reason=Reason.CONTINUED, follows=follows, score=None)


def _cut_in(narration: Narration, paragraph: int, sentence: int, said: Answer) -> CuedReport | None:
    """Another's report that ends the sentence before: “We sail,” Vale said, and Aas cut in. “Never!” rang."""
    before, found = narration.sentences(paragraph)[sentence], narration.reports(paragraph, sentence)
    last = found[-1] if found else None
    if last is None or said.cue is None or last.kind != CueKind.SAY or not last.own:
        return None
    joined = bool(before.at(last.mention.first - 1).classes & ADDITIVE)
    another = last.mention.span.start > said.cue.end and last.mention.head != said.mention.head
    return last if joined and another and last.end >= len(before.tokens) - 2 else None


def _begins_a_sentence(narration: Narration, quote: int) -> bool:
    """Whether a quotation opens with a capital, so that a sentence may go on with it: no “ruin” is."""
    start = narration.marked[quote].span.start
    return narration.text[start : start + 1].isupper()


def taking_turns(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """“Do we sail?” asked Vale. // “No,” said Aas. // “Why not?” - two who ask and answer, line by line."""
    before = _line_before(narration, quote)
    first, second = answers.get(_line_before(narration, before)), answers.get(before)
    if first is None or second is None:
        return None
    if second.reason != Reason.TAKING_TURNS and not _are_two(first, second):
        return None
    if not is_only_quote(narration, quote):
        return None
    if second.reason != Reason.TAKING_TURNS and not (_asks(narration, before) or _asks(narration, quote)):
        return None
    return attrs.evolve(first, cue=None, reason=Reason.TAKING_TURNS, follows=None, score=None)


def _are_two(first: Answer, second: Answer) -> bool:
    """Whether two mentions are of two people; a pronoun and a name may be one."""
    return first.mention.head != second.mention.head and first.mention.kind == second.mention.kind


def _line_before(narration: Narration, quote: int) -> int:
    """The last quotation of the paragraph right before a quotation's; -1 where that has none."""
    place = narration.places.get(quote)
    return -1 if place is None else narration.last_quote(place.paragraph - 1)


def _asks(narration: Narration, quote: int) -> bool:
    """Whether a quotation is a question."""
    return narration.marked[quote].span.of(narration.text).rstrip()[-1:] == "?"


def interviewed(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """Where did you go? // “Nowhere.” - who is asked by lines without marks: the one who has answered before.

    At first it is whom a headline names beside their words, or whom the lines above the questions are about.
    """
    if quote not in narration.answering or len(narration.answering) < _AN_INTERVIEW:
        return None
    if quote - 1 in answers and quote - 1 == _told_before_question(narration, quote, answers):
        return None
    first = min(narration.answering)
    earlier = [n for n in range(quote - 1, -1, -1) if n in answers]
    named = [n for n in earlier if n in narration.answering and answers[n].mention.kind is MentionKind.NAME]
    headlines = [n for n in earlier if n < first and answers[n].reason in _IN_HEADLINES]
    if known := (*named, *headlines):
        return attrs.evolve(
            answers[known[0]], cue=None, reason=Reason.SPEAKER_BEFORE, follows=None, score=None
        )
    about = _about(narration, narration.places[first].paragraph - 1)
    return Answer(about, None, Reason.SPEAKER_BEFORE) if about else None


def _told_before_question(narration: Narration, quote: int, answers: Answers) -> int:
    """The quotation in the paragraph above a question if a report names whose it is; -1 for none."""
    last = narration.last_quote(narration.places[quote].paragraph - 2)
    told = answers.get(last)
    # “I love her,” says Ruth Vale. // And how was lunch? // “Long.”
    return last if told is not None and told.cue is not None and told.mention.kind is MentionKind.NAME else -1


_AN_INTERVIEW = 3
"""In questions: so many make an interview."""
_IN_HEADLINES = (Reason.LABEL, Reason.LABEL_AFTER, Reason.TITLED)
_OPENING = 4
"""In paragraphs: how far down somebody is named whom a text is about."""


def _about(narration: Narration, end: int) -> Mention | None:
    """Who is the first subject with a full name, of those paragraphs above one that name somebody again."""
    for paragraph in range(min(end, _OPENING)):
        for sentence, _ in enumerate(narration.sentences(paragraph)):
            for subject in narration.subjects(paragraph, sentence):
                names = subject.name.split()
                if len(names) > 1 and narration.text.count(names[-1]) > 1:
                    return subject
    return None


def speaker_before(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """“We sail,” said Ruth Vale. // “At noon.” - who spoke last."""
    marked, last = narration.marked, answers.get(quote - 1)
    if last is None or marked[quote].paragraph - marked[quote - 1].paragraph > _FARTHEST:
        return None
    place = narration.places[quote]
    if any(is_told(narration, quote, one) for one in narration.subjects(place.paragraph, place.sentence)):
        return None
    if is_of_others(narration, quote) or is_shown(narration, quote):
        return None
    return attrs.evolve(last, cue=None, reason=Reason.SPEAKER_BEFORE, follows=None, score=None)
