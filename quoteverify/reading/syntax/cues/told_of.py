"""Who speaks in what somebody else tells of: "Police said *the man* drew a knife and shouted “run”"."""

from quoteverify.reading.syntax.cues.cue_subjects import may_speak
from quoteverify.reading.syntax.cues.cue_table import Cue, CueTable
from quoteverify.reading.syntax.cues.report import CuedReport, CueKind
from quoteverify.reading.syntax.mentions import Mention, mention_of
from quoteverify.reading.syntax.phrases import phrase_starting
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.subjects import own_subject
from quoteverify.reading.syntax.tokens import QUOTE, WORD
from quoteverify.reading.syntax.verbs import before_verb_group, verb_after
from quoteverify.reading.syntax.word_classes import (
    AUXILIARY,
    BE,
    COMPLEMENTISER,
    COORDINATOR,
    OBJECT_PRONOUN,
    PAST,
    PERCEIVING,
    PERSON,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRESENT_PARTICIPLE,
)

_INTRODUCING = (",", ":")
_HEARERS = 4
"""In tokens: "told the port's board that" has three before "that" (a guard)."""
_HEARD = 8
"""In tokens: "A jury at Aas Crown Court heard" has six before its verb (a guard)."""


def told_of(
    sentence: Sentence, i: int, cue: Cue, earlier: list[CuedReport], table: CueTable
) -> Mention | None:
    """Who acts in what a report before a verb tells of, where the verb says what they said next.

    Whoever tells goes on as well: "Vale said that Aas had left and added, “It is late.”" It is the other's,
    word for word, where the verb is of a voice, or the same again, or says that she or he was told.
    """
    hearer = _hearer(sentence, i + 1)
    if cue.kind != CueKind.SAY or not _leads_to_quotation(sentence, hearer):
        return None
    told = _telling(sentence, i, earlier)
    if told < 0 or not _goes_on(sentence, i, told):
        return None
    again = any(one is cue for one in table.verbs.get(sentence.tokens[told].lower, ()))
    acting = bool(sentence.tokens[i].classes & PRESENT_PARTICIPLE)  # the man fled, shouting
    if not (cue.voiced or (not acting and (hearer > i + 1 or again or not earlier))):
        return None
    phrase = phrase_starting(sentence, _where_told_begins(sentence, told + 1, i))
    if phrase is None or not _acts(sentence, phrase.last + 1, i):
        return None
    mention = mention_of(sentence, phrase)
    return mention if may_speak(sentence, mention) else None


def _telling(sentence: Sentence, i: int, earlier: list[CuedReport]) -> int:
    """The last verb before another with which somebody tells something, or a court hears it; -1 for none."""
    report = next((one for one in reversed(earlier) if one.kind == CueKind.SAY), None)
    if report is not None:
        return report.last if report.mention.last <= report.first else -1  # said Ruth Vale
    for k in range(1, min(i, _HEARD)):
        hearer = own_subject(sentence, k) if sentence.tokens[k].classes & PERCEIVING else None
        if hearer is not None:
            return -1 if may_speak(sentence, hearer) and not sentence.grammar.is_body(hearer.head) else k
    return -1


def _acts(sentence: Sentence, first: int, end: int) -> bool:
    """Whether what follows somebody says what they did, and not what they are: Aas rose; not Aas was late."""
    verb = verb_after(sentence, first)
    verb = first if verb is None else verb
    token = sentence.at(verb)
    joined = verb < end - 1 or (verb < end and token.classes & PAST)  # "the man fled shouting"
    return bool(joined) and token.kind == WORD and not token.classes & (BE | AUXILIARY | PREPOSITION)


def _goes_on(sentence: Sentence, i: int, told: int) -> bool:
    """Whether a verb is joined to one before it, with no quotation since what is told began."""
    at = before_verb_group(sentence, i)
    before = sentence.at(at)
    # "Vale said Aas was late, and told them": it is Vale who goes on.
    added = bool(before.classes & COORDINATOR) and sentence.at(at - 1).text != ","
    acting = bool(sentence.tokens[i].classes & PRESENT_PARTICIPLE)
    joined = before.text == "," or added or acting
    return joined and all(token.kind != QUOTE for token in sentence.tokens[told:i])


def _hearer(sentence: Sentence, i: int) -> int:
    """Where it goes on behind who is told, by a pronoun: told *her* “run”, told *his wife*: “Run.”."""
    if sentence.at(i).classes & POSSESSIVE:
        phrase = phrase_starting(sentence, i)
        head = sentence.at(phrase.head).classes if phrase is not None else 0
        if phrase is not None and phrase.last > i and head & PERSON and not head & PLURAL:
            return phrase.last + 1
    return i + bool(sentence.at(i).classes & OBJECT_PRONOUN)


def _leads_to_quotation(sentence: Sentence, i: int) -> bool:
    """Whether a quotation stands at a place, or behind a point that introduces it."""
    return sentence.at(i + (sentence.at(i).text in _INTRODUCING)).kind == QUOTE


def _where_told_begins(sentence: Sentence, first: int, end: int) -> int:
    """Where a clause begins that is told, behind "that" and who is told: Vale told police *that* Aas left."""
    near = range(first, min(first + _HEARERS, end))
    return next((k + 1 for k in near if sentence.tokens[k].classes & COMPLEMENTISER), first)
