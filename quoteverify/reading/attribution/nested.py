"""A quotation inside a quotation: its speaker is named by the words of the outer one around it."""

import bisect
from collections.abc import Sequence

import attrs

from quoteverify.models import Reason, Speaker
from quoteverify.reading.marks.pairing import MarkedSpan
from quoteverify.reading.people.resolver import Resolver
from quoteverify.reading.sieves.answers import Answer
from quoteverify.reading.sieves.beside import said_after
from quoteverify.reading.syntax.cues.report import CueKind
from quoteverify.reading.syntax.mentions import MentionKind
from quoteverify.reading.syntax.narration import Narration
from quoteverify.reading.syntax.tokens import PUNCT, QUOTE
from quoteverify.text.language import LanguageProfile

_OBJECT = 6  # tokens: between "told" and the words stand those who were told


def within(narration: Narration, inside: Sequence[MarkedSpan]) -> dict[MarkedSpan, tuple[int, Answer]]:
    """For each span inside a quoted one that words around it report: the outer one's index, the answer."""
    places = tuple(m.span for m in narration.marked)
    held = []
    for m in inside:
        outer = bisect.bisect_right(places, m.outer.start, key=lambda place: place.start) - 1
        if m.depth == 1 and outer >= 0 and m.outer.end <= places[outer].end:
            held.append((outer, attrs.evolve(m, paragraph=outer, depth=0), m))
    if not held:
        return {}
    words = narration.within(places, [m for _, m, _ in held])
    answers = ((n, m, said_within(words, i)) for i, (n, _, m) in enumerate(held) if i in words.places)
    return {m: (n, answer) for n, m, answer in answers if answer is not None}


def said_within(words: Narration, quote: int) -> Answer | None:
    """“Vale told us, ‘We sail.’” / “‘We sail,’ Vale told us” - in the words of the outer quotation."""
    tokens, at = words.sentence(quote).tokens, words.places[quote].token
    told = [r for r in words.reports_around(quote) if r.kind == CueKind.SAY and r.end < at <= r.end + _OBJECT]
    if told and not any(
        t.kind in (QUOTE, PUNCT) and t.text != "," for t in tokens[told[-1].end + 1 : at - 1]
    ):
        return Answer(told[-1].mention, told[-1].cue, Reason.SAID_WITHIN)
    after = said_after(words, quote, {})
    return attrs.evolve(after, reason=Reason.SAID_WITHIN) if after is not None else None


def speaker_within(
    answer: Answer, people: Resolver, outer: Speaker | None, profile: LanguageProfile
) -> Speaker | None:
    """Whom the outer quotation means: its "I" is who speaks it; its "he" the text does not show."""
    mention = answer.mention
    if mention.kind == MentionKind.PRONOUN:
        return outer if mention.head in profile.words("pronouns", gender="author") else None
    return people.speaker(mention, people.person(mention))
