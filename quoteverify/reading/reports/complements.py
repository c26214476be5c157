"""Reports whose words follow their cue, as its complement: Vale said that the port was shut."""

import attrs

from quoteverify.models import Reason, ReportKind
from quoteverify.reading.reports.adjuncts import LONGEST_ADJUNCT, hearer_at, past_adjuncts
from quoteverify.reading.reports.clauses import FAR, closes, goes_on, is_clause, is_finite, is_last
from quoteverify.reading.reports.told import Part, Told, group_start, point_before
from quoteverify.reading.reports.verbs import ReportCue, ReportWords, Taken
from quoteverify.reading.syntax.cues.report import CuedReport, CueKind
from quoteverify.reading.syntax.mentions import MentionKind
from quoteverify.reading.syntax.phrases import phrase_ending
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.subjects import own_subject
from quoteverify.reading.syntax.tokens import DASHES, EDGE, NAME, NUMBER, PUNCT, QUOTE, WORD, Token
from quoteverify.reading.syntax.word_classes import (
    ADVERB,
    AGENT,
    AUXILIARY,
    BE,
    CALENDAR,
    CLOSED,
    COMPLEMENTISER,
    CONJUNCTION,
    COORDINATOR,
    CROWD,
    CUE,
    DATING,
    DETERMINER,
    INFINITIVE_MARKER,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRESENT_PARTICIPLE,
    PRONOUN,
    RELATIVE,
    RELATIVISER,
    THIRD_PERSON,
)

_FEWEST_WORDS = 4  # tokens: a clause of fewer has a verb that shows


def complement_after(
    sentence: Sentence, report: CuedReport, cue: ReportCue, words: ReportWords
) -> Told | None:
    """A report whose words follow the cue: Vale said that the port was shut."""
    i = report.last + 1
    if report.mention.first > report.last:
        before = None
        if sentence.at(report.mention.first - 1).classes & AGENT:
            i = report.mention.last + 1
        elif report.own and (
            (before := own_subject(sentence, report.first)) is None or closes(sentence, report.mention)
        ):
            return None
        report = report if before is None else attrs.evolve(report, mention=before)
    elif (report.kind != CueKind.NOUN and cue.noun) or _stands_between(sentence, report):
        return None
    found = content_after(sentence, i, cue, words)
    if found is None:
        return None
    begin, hearer = found
    if sentence.at(begin).classes & INFINITIVE_MARKER and _lacks_object(sentence, report):
        return None
    reason = Reason.OWNED_CUE if report.kind == CueKind.NOUN else Reason.REPORTED_CLAUSE
    return Told(report, cue, ((begin, len(sentence.tokens) - 1),), reason, hearer)


def complement_in_relative(
    sentence: Sentence, report: CuedReport, cue: ReportCue, words: ReportWords
) -> Told | None:
    """A report in a relative clause: the port, which Vale said was shut; what Vale said was that it was."""
    if not report.own or report.kind == CueKind.NOUN or Taken.CLAUSE not in cue.takes:
        return None
    at = past_adjuncts(sentence, report.last + 1, words)
    if report.mention.last > report.last or at >= len(sentence.tokens) or not is_finite(sentence, at):
        return None
    gap = _gap_before(sentence, report, cue, words)
    if gap is None:
        return None
    if gap[1]:
        end = next((j for j in range(at, len(sentence.tokens)) if _ends_relative(sentence, j)), None)
        last = len(sentence.tokens) - 1 if end is None else end - 1
        return Told(report, cue, (gap, (at, last)), Reason.REPORTED_CLAUSE)
    if not sentence.at(at + 1).classes & COMPLEMENTISER:
        return None
    return Told(report, cue, ((at + 2, len(sentence.tokens) - 1),), Reason.REPORTED_CLAUSE)


def _gap_before(sentence: Sentence, report: CuedReport, cue: ReportCue, words: ReportWords) -> Part | None:
    """What a relative clause leaves out, as it stands before it: *which* Vale says; *a port* she says."""
    last = group_start(sentence, report) - 1
    while sentence.at(last).kind == WORD and sentence.at(last).classes & ADVERB:
        last -= 1  # "which even critics say"
    nominal = report.mention.kind == MentionKind.NOMINAL
    if sentence.at(last).lower in words.gap and not (cue.objects and nominal):
        return last, last
    if report.mention.kind != MentionKind.PRONOUN or cue.objects or sentence.at(last).kind != WORD:
        return None
    phrase = phrase_ending(sentence, last)
    if phrase is None or not sentence.tokens[phrase.first].classes & DETERMINER:
        return None
    return phrase.first, last


def _ends_relative(sentence: Sentence, i: int) -> bool:
    """Whether a relative clause ends before a token: which Vale said was shut *, but the crew slept*."""
    after = sentence.at(i + 1)
    if sentence.tokens[i].text == ",":
        clause = i + 2 if after.classes & COORDINATOR else i + 1
        return goes_on(sentence, clause) or bool(after.classes & (RELATIVE | PRESENT_PARTICIPLE))
    return bool(sentence.tokens[i].classes & COORDINATOR and after.classes & RELATIVE)


def _stands_between(sentence: Sentence, report: CuedReport) -> bool:
    """Whether commas set off a cue from a clause before it, which goes on: It is so full, Vale said, that."""
    point = point_before(sentence, report)
    set_off = point is not None and sentence.at(point).text == sentence.at(report.last + 1).text == ","
    return set_off and report.own and any(is_finite(sentence, i) for i in range(point or 0))


def _lacks_object(sentence: Sentence, report: CuedReport) -> bool:
    """Whether an infinitive is about the noun before its clause: a gap he promised to bridge."""
    before = sentence.at(group_start(sentence, report) - 1)
    return report.own and before.kind in (WORD, NAME) and not before.classes & (CLOSED | CALENDAR)


def content_after(
    sentence: Sentence, i: int, cue: ReportCue, words: ReportWords
) -> tuple[int, tuple[int, int] | None] | None:
    """Where what a cue reports begins that stands before it, and who hears it; None where nothing follows.

    Args:
        sentence: The sentence.
        i: The index after the cue.
        cue: What the cue takes.
        words: The words of the language.
    """
    at = past_adjuncts(sentence, i, words)
    hearer = hearer_at(sentence, at, sure=cue.told) if cue.hearer else None
    if hearer is not None:
        at = past_adjuncts(sentence, hearer[1] + 1, words)
    elif cue.told:
        that = _that_of_hearer(sentence, at)
        return None if that is None else (that + 1, (at, that - 1))
    if sentence.at(at).text in (",", ":"):
        at = _past_point(sentence, at, moved=at > i)
    begin = _content_at(sentence, at, cue, words, heard=hearer is not None)
    return None if begin is None else (begin, hearer)


def _that_of_hearer(sentence: Sentence, at: int) -> int | None:
    """The "that" behind a hearer whose name is no plain phrase: told *the port's Today show* that."""
    for i in range(at + 1, min(at + LONGEST_ADJUNCT, len(sentence.tokens))):
        token = sentence.tokens[i]
        if token.kind == WORD and token.classes & COMPLEMENTISER:
            return i
        if token.kind in (PUNCT, QUOTE) or is_finite(sentence, i):
            return None
    return None


def _past_point(sentence: Sentence, i: int, *, moved: bool) -> int:
    """The index after a point behind which what is reported may begin: said on Monday *,* that."""
    after = sentence.at(i + 1)
    that = after.kind == WORD and after.classes & COMPLEMENTISER
    if sentence.tokens[i].text == ":":
        return i + 1
    if moved and not that:
        return i
    return i + 1 if that or _in_parenthesis(sentence, i + 1) else i


def _in_parenthesis(sentence: Sentence, i: int) -> bool:
    """Whether a short stretch between commas begins here before the clause: says, *in the end*, he stays."""
    if sentence.at(i).classes & COORDINATOR:  # "Vale said, and if it rains, they stay"
        return False
    for j in range(i, min(i + LONGEST_ADJUNCT, len(sentence.tokens))):
        if sentence.tokens[j].text == ",":
            return is_clause(sentence, j + 1, strict=True)
    return False


def _content_at(
    sentence: Sentence, at: int, cue: ReportCue, words: ReportWords, *, heard: bool
) -> int | None:
    """Where what is reported begins, by what the cue takes."""
    point = sentence.at(at - 1).kind == PUNCT
    if Taken.GERUND in cue.takes and sentence.at(at).classes & PRESENT_PARTICIPLE and not point:
        return at if sentence.at(at + 1).kind in (WORD, NAME, NUMBER) else None
    promised = Taken.INFINITIVE in cue.takes and _is_infinitive(sentence, at)  # "vowed to shut what they say"
    begin = None
    if Taken.THAT in cue.takes and not promised:
        begin = _of_that(sentence, at, heard=heard, noun=cue.noun)
    return _without_that(sentence, at, cue, words) if begin is None else begin


def _without_that(sentence: Sentence, at: int, cue: ReportCue, words: ReportWords) -> int | None:
    """Where what is reported begins that no "that" opens."""
    begin: int | None = None
    if Taken.QUESTION in cue.takes:
        begin = _question(sentence, at, words, cue.kind)
    denied = sentence.at(at).lower in words.negators  # "promised not to shut it"
    if begin is None and Taken.INFINITIVE in cue.takes and _is_infinitive(sentence, at + denied):
        begin = at
    if begin is None and _refuses(sentence, at, words):
        return None
    if begin is None and Taken.CLAUSE in cue.takes and is_clause(sentence, at, strict=cue.objects):
        begin = at
    if begin is None and Taken.WORDS in cue.takes and _are_words(sentence, at, words):
        begin = at
    return begin


def _refuses(sentence: Sentence, at: int, words: ReportWords) -> bool:
    """Whether somebody says no to something: said *no to* the plan, not *no ship* has left."""
    word, after = sentence.at(at), sentence.at(at + 1)
    if word.classes & (RELATIVE | RELATIVISER) and word.lower not in words.tells:
        return True  # "pointed out where the shop used to be"
    if word.lower in words.things:
        if after.classes & COORDINATOR:  # "said yes and left"
            return True
        if word.classes & PREPOSITION and not (after.kind == NUMBER or after.classes & CROWD):
            return True  # "told the crew about a storm she had seen"
    refusal = word.lower in words.negators and word.classes & DETERMINER
    return bool(refusal) and bool(after.classes & (PREPOSITION | INFINITIVE_MARKER))


def _are_words(sentence: Sentence, at: int, words: ReportWords) -> bool:
    """Whether what follows "said" can be but a clause: it begins as one, and is no prayer."""
    first, ahead = sentence.at(at), sentence.tokens[at : at + _FEWEST_WORDS]
    opens = not first.classes & CLOSED or first.classes & (DETERMINER | POSSESSIVE | PRONOUN)
    if not (opens or first.lower in words.supposes) or first.classes & (RELATIVE | PRESENT_PARTICIPLE):
        return False
    if len(ahead) < _FEWEST_WORDS or is_finite(sentence, at) or sentence.at(at - 1).kind == PUNCT:
        return False
    return not any(token.kind in (PUNCT, QUOTE) or token.lower in words.things for token in ahead)


def _of_that(sentence: Sentence, at: int, *, heard: bool, noun: bool) -> int | None:
    """Where the clause begins that "that" opens, near a cue."""
    tokens = sentence.tokens
    if not any(token.classes & COMPLEMENTISER for token in tokens[at : at + 2 * FAR]):
        return None  # as most sentences: the rest would look at each word for what parts it from none
    governed = heard or _governed(sentence, at)
    for j in range(at, min(at + FAR, len(tokens) - 1)):
        if tokens[j].kind == WORD and tokens[j].classes & COMPLEMENTISER:
            if j > at and tokens[j - 1].classes & PREPOSITION:  # "said in that case"
                continue
            dated = not noun or any(token.classes & CALENDAR for token in tokens[at:j])
            return _past_that(sentence, j, at, governed=governed and dated)
        if tokens[j].text == "," and j > at:
            return _that_past_commas(sentence, j)
        if _parts_from_that(sentence, j, governed=governed):
            return None
    return None


def _past_that(sentence: Sentence, that: int, at: int, *, governed: bool) -> int | None:
    """Where the clause begins of a "that": behind it, or with it where it is its subject."""
    if any(sentence.at(that + k).classes & CALENDAR and is_last(sentence, that + k) for k in (1, 2)):
        return None  # "announced that same day"
    verb = sentence.at(that + 1)
    if is_finite(sentence, that + 1) and (verb.classes & AUXILIARY or not verb.classes & PLURAL):
        return that if that == at and _may_be_of_one(verb) else None  # "insisted that was wrong"
    before = sentence.at(that - 1)
    apart = before.classes & PREPOSITION or (
        before.kind == WORD and before.classes & COORDINATOR
    )  # "so that"
    return None if apart or not (that == at or governed) else that + 1


def _may_be_of_one(verb: Token) -> bool:
    """Whether a verb can have a singular subject: "that was wrong", not "remarks that were wrong"."""
    return not verb.classes & BE or bool(verb.classes & THIRD_PERSON)


def _parts_from_that(sentence: Sentence, i: int, *, governed: bool) -> bool:
    """Whether a "that" behind a token is none of the cue's: said it *is*, so that."""
    token = sentence.tokens[i]
    if token.kind == QUOTE:
        return not governed or sentence.text[token.end - 2] in ",."
    if token.text in (";", ":") or token.text in DASHES or is_finite(sentence, i):
        return True
    if token.kind == WORD and token.classes & CUE and token.classes & PRESENT_PARTICIPLE:
        return True  # "said, adding that"
    return token.kind == WORD and bool(token.classes & CONJUNCTION and not token.classes & COORDINATOR)


def _that_past_commas(sentence: Sentence, comma: int) -> int | None:
    """Where the clause begins of a "that" behind what commas hold: said in Aas, where she lives, that."""
    for j in range(comma + 1, min(comma + FAR, len(sentence.tokens) - 1)):
        token = sentence.tokens[j]
        if token.text == "," and sentence.at(j + 1).classes & COMPLEMENTISER:
            return j + 2
        if token.kind == QUOTE or token.text in (";", ":"):
            return None
    return comma + 2 if sentence.at(comma + 1).classes & COMPLEMENTISER else None


def _governed(sentence: Sentence, at: int) -> bool:
    """Whether what stands between a cue and "that" is an adjunct, and no object that "that" is about."""
    token = sentence.at(at)
    return token.text == "," or bool(token.classes & (PREPOSITION | PRESENT_PARTICIPLE | ADVERB | DATING))


def _is_infinitive(sentence: Sentence, at: int) -> bool:
    """Whether an infinitive begins here: promised *to shut* it, not sworn *to secrecy*, pledged *to Vale*."""
    verb = sentence.at(at + 1)
    marked = sentence.at(at).kind == WORD and sentence.at(at).classes & INFINITIVE_MARKER
    noun = verb.classes & CLOSED and not verb.classes & AUXILIARY
    return bool(marked) and verb.kind == WORD and not noun and sentence.at(at + 2).kind not in (EDGE, PUNCT)


def _question(sentence: Sentence, at: int, words: ReportWords, kind: ReportKind) -> int | None:
    """Where a question begins that is reported: at its first word."""
    token = sentence.at(at)
    opens = words.asks if kind == ReportKind.ASKED else words.tells
    return at if token.kind == WORD and token.lower in opens else None
