"""Reports whose words stand before an attribution, or around it: The port, Vale said, was shut."""

from quoteverify.models import Reason
from quoteverify.reading.reports.adjuncts import hearer_at, past_adjuncts
from quoteverify.reading.reports.asides import sums_up
from quoteverify.reading.reports.clauses import (
    closes,
    goes_on,
    is_finite,
    is_last,
    last_printed,
    past_noun_of_name,
    past_prepositions,
    words_start,
)
from quoteverify.reading.reports.told import (
    Part,
    Told,
    group_start,
    is_person,
    is_somebody,
    joins,
    point_before,
    verbs_start,
)
from quoteverify.reading.reports.verbs import ReportCue, ReportWords, Taken
from quoteverify.reading.syntax.cues.report import CuedReport, CueKind
from quoteverify.reading.syntax.mentions import Mention, MentionKind, mention_of
from quoteverify.reading.syntax.phrases import phrase_starting
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.subjects import own_subject
from quoteverify.reading.syntax.tokens import EDGE, NAME, NUMBER, PUNCT, QUOTE, WORD
from quoteverify.reading.syntax.word_classes import (
    ADVERB,
    CALENDAR,
    COMPLEMENTISER,
    CONJUNCTION,
    COORDINATOR,
    CUE,
    CUE_PHRASE,
    DETERMINER,
    INFINITIVE_MARKER,
    OBJECT_PRONOUN,
    POSSESSIVE,
    PREPOSITION,
    PRESENT_PARTICIPLE,
    RELATIVE,
    RELATIVISER,
    RELAYED,
    SUBORDINATING_PREPOSITION,
)

_CLAUSES = frozenset((Taken.CLAUSE, Taken.THAT))
"""What a cue takes that may have what was said before it: It was shut, Vale complained."""


def said_by_opening(
    sentence: Sentence, report: CuedReport, cue: ReportCue, words: ReportWords
) -> Told | None:
    """A report whose words follow an aside that opens the sentence: As Vale said, the port was shut."""
    opens = sentence.tokens[0].classes & RELAYED and group_start(sentence, report) == 1
    if not opens or report.kind == CueKind.NOUN or Taken.CLAUSE not in cue.takes:
        return None
    comma = past_adjuncts(sentence, report.end + 1, words)
    if sentence.at(comma).text != ",":
        return None
    return Told(report, cue, ((comma + 1, len(sentence.tokens) - 1),), Reason.SAID_AFTER)


def said_before(sentence: Sentence, report: CuedReport, cue: ReportCue, words: ReportWords) -> Told | None:
    """A report whose words stand before the cue or around it: The port was shut, Vale said."""
    if not cue.takes & _CLAUSES or report.kind == CueKind.NOUN or not report.own:
        return None
    point = point_before(sentence, report)
    inverted = report.mention.first > report.last
    if point is None or not _may_tell(sentence, report, cue, words, inverted=inverted):
        return None
    end = _end_of_group(sentence, report, cue, words)
    if sentence.tokens[point].kind == QUOTE:
        return _before_with_quotation(sentence, report, cue, point, end)
    first = (words_start(sentence, point), point - 1)
    if sentence.at(end).kind == WORD and _is_adverbial(sentence, first):
        return None  # "When it rained, Vale responded with a plan"
    if _holds_a_whole_quotation(sentence, first) or _leads_on(sentence, end, inverted=inverted):
        return None
    parts = _parts_around(sentence, report, first, end, words)
    return Told(report, cue, parts, Reason.SAID_AFTER) if parts else None


def _parts_around(
    sentence: Sentence, report: CuedReport, first: Part, end: int, words: ReportWords
) -> tuple[Part, ...]:
    """What stands before an attribution, and goes on behind it; nothing where that is no clause."""
    split = not any(is_finite(sentence, i) for i in range(first[0], first[1] + 1))
    inverted = report.mention.first > report.last
    runs_on = not inverted and sentence.at(end).text in (sentence.at(first[1] + 1).text, ";")
    second = _second(sentence, report, end, first, words) if split or runs_on else None
    if second is None:
        return () if split and not _is_heading(sentence, first, end) else (first,)
    return (second,) if joins(sentence, first) else (first, second)


def _is_heading(sentence: Sentence, part: Part, end: int) -> bool:
    """Whether a heading stands before an attribution that ends it: *Prices to rise*, Vale says."""
    phrase = phrase_starting(sentence, part[0])
    if phrase is None or sentence.at(end).kind != EDGE:
        return False
    marker = past_noun_of_name(sentence, phrase.last + 1)
    return marker < part[1] and bool(sentence.at(marker).classes & INFINITIVE_MARKER)


def _is_adverbial(sentence: Sentence, part: Part) -> bool:
    """Whether a stretch only says when or why: *In cases where it rains*, Vale responds."""
    opening = sentence.tokens[part[0]]
    opens = opening.classes & (CONJUNCTION | PREPOSITION | SUBORDINATING_PREPOSITION)
    if not opens or opening.classes & (COORDINATOR | COMPLEMENTISER):
        return False
    clauses = [k + 1 for k in range(*part) if sentence.tokens[k].text == ","]
    if opening.classes & PREPOSITION:
        dated = part[0] + 1
        while sentence.at(dated).classes & CALENDAR or sentence.at(dated).kind == NUMBER:
            dated += 1
        clauses.append(max(dated, past_prepositions(sentence, part[0])))
    subordinates = CONJUNCTION | RELATIVISER
    return not any(goes_on(sentence, k) and not sentence.tokens[k].classes & subordinates for k in clauses)


def _may_tell(
    sentence: Sentence, report: CuedReport, cue: ReportCue, words: ReportWords, *, inverted: bool
) -> bool:
    """Whether somebody may be told to have said what stands before a cue."""
    if Taken.CLAUSE not in cue.takes and (inverted or not is_last(sentence, report.last)):
        return False  # "The port was shut, others vow revenge"
    if inverted:
        return _may_speak(sentence, report, cue, words)
    return not _is_of_another_verb(sentence, report)


def _before_with_quotation(
    sentence: Sentence, report: CuedReport, cue: ReportCue, quoted: int, end: int
) -> Told | None:
    """A report before a cue that ends with what it quotes: The port was “a ruin,” Vale said.

    Args:
        sentence: The sentence.
        report: The cue and whose words they are.
        cue: What the cue takes.
        quoted: The token of the quotation.
        end: The index after the attribution.
    """
    first = (words_start(sentence, quoted), quoted)
    inverted = report.mention.first > report.last
    if (
        not _tells_once(sentence, first)
        or (inverted and _begins_clause(sentence, report, end))
        or _leads_on(sentence, end, inverted=inverted)
    ):
        return None
    after = sentence.at(end + 1)
    if inverted or sentence.at(end).text != "," or not (after.kind == WORD and after.classes & COORDINATOR):
        return Told(report, cue, (first,), Reason.SAID_AFTER)
    return Told(report, cue, (first, (end + 1, len(sentence.tokens) - 1)), Reason.SAID_AFTER)


def _tells_once(sentence: Sentence, part: Part) -> bool:
    """Whether a stretch has a verb, and none of saying: not *Vale said it was* “a ruin,” she said."""
    tokens = sentence.tokens[part[0] : part[1]]
    return (
        any(is_finite(sentence, i) for i in range(*part))
        and not any(token.kind == WORD and token.classes & CUE for token in tokens)
        and not _holds_a_whole_quotation(sentence, part)
    )


def _begins_clause(sentence: Sentence, report: CuedReport, end: int) -> bool:
    """Whether what a cue reports follows it: Vale, who wrote “Ruin,” said *the mill would go*."""
    after = sentence.at(end)
    runs_on = after.kind in (WORD, NAME) and not _follows_clause(sentence, end)
    return runs_on or not is_person(sentence, report.mention)


def _is_of_another_verb(sentence: Sentence, report: CuedReport) -> bool:
    """Whether a verb stands between a subject and its cue, which is a participle: is old*, poorly kept*."""
    subject = report.mention
    if sentence.at(subject.last + 1).text == "," and sentence.at(subject.last + 2).classes & RELATIVE:
        return False
    return any(is_finite(sentence, i) for i in range(subject.last + 1, verbs_start(sentence, report)))


def _leads_on(sentence: Sentence, end: int, *, inverted: bool) -> bool:
    """Whether what follows an attribution is what was said, so that the words before it are none."""
    after = sentence.at(end)
    if after.text == ",":
        return sentence.at(end + 1).kind == QUOTE  # "In the end, Vale said, “No.”"
    if after.kind == WORD:
        return not inverted and not _follows_clause(sentence, end)
    return after.kind in (QUOTE, NAME) or after.text == ":"


def _may_speak(sentence: Sentence, report: CuedReport, cue: ReportCue, words: ReportWords) -> bool:
    """Whether what follows a cue can be the speaker, and no object: noted Vale, not noted a change."""
    if not cue.objects or is_person(sentence, report.mention):
        if report.mention.kind != MentionKind.NOMINAL:
            return True
        if not _can_speak(sentence, report.mention, words):
            return False
        return own_subject(sentence, report.first) is None or closes(sentence, report.mention)
    return False


def _can_speak(sentence: Sentence, mention: Mention, words: ReportWords) -> bool:
    """Whether a noun phrase can be a subject by its form: says *a letter*, but not: says dam release near."""
    opens = sentence.tokens[mention.first].classes & (DETERMINER | POSSESSIVE)
    return bool(opens and mention.head in words.venue) or is_somebody(sentence, mention)


def _holds_a_whole_quotation(sentence: Sentence, part: Part) -> bool:
    """Whether a quotation that ends with its own comma stands in a stretch, and words behind it."""
    return any(
        token.kind == QUOTE and last_printed(sentence, token) in (",", "?", "!")
        for token in sentence.tokens[part[0] : part[1]]
    )


def _follows_clause(sentence: Sentence, i: int) -> bool:
    """Whether a word can follow an attribution that ends a clause: The port was shut, Vale said *in* Aas."""
    return bool(sentence.tokens[i].classes & (PREPOSITION | CONJUNCTION | ADVERB))


def _end_of_group(sentence: Sentence, report: CuedReport, cue: ReportCue, words: ReportWords) -> int:
    """The index after an attribution, with whom it tells, and when and where."""
    end = report.end + 1
    if report.mention.last > report.last:
        return _past_apposition(sentence, end)
    end = past_adjuncts(sentence, end, words)
    if cue.hearer:
        hearer = hearer_at(sentence, end, sure=cue.told)
        if hearer is not None and _can_hear(sentence, hearer, cue, words):
            end = past_adjuncts(sentence, hearer[1] + 1, words)
    return end


def _can_hear(sentence: Sentence, hearer: Part, cue: ReportCue, words: ReportWords) -> bool:
    """Whether somebody is told something, and no thing is: Vale told *a pilot*, not *a story*."""
    if sentence.tokens[hearer[0]].classes & OBJECT_PRONOUN:
        return True
    phrase = phrase_starting(sentence, hearer[0])
    if phrase is None:
        return False
    if any(token.lower in words.things for token in sentence.tokens[phrase.first : phrase.last + 1]):
        return False
    return cue.told or is_somebody(sentence, mention_of(sentence, phrase))


def _past_apposition(sentence: Sentence, i: int) -> int:
    """The index of the comma after what describes somebody: said Ruth Vale, the mayor *,* was shut."""
    if sentence.at(i).text != ",":
        return i
    for j in range(i + 1, len(sentence.tokens)):
        if sentence.tokens[j].text == "," and goes_on(sentence, j + 1):
            return j
    return i


def _second(
    sentence: Sentence, report: CuedReport, comma: int, first: Part, words: ReportWords
) -> Part | None:
    """What goes on after an attribution in the midst: The port, Vale said, was shut."""
    after = sentence.at(comma + 1)
    if sentence.at(comma).kind != PUNCT or after.kind in (EDGE, PUNCT, QUOTE):
        return None
    whole = any(is_finite(sentence, i) for i in range(first[0], first[1] + 1))
    ends = PRESENT_PARTICIPLE | RELAYED | CUE_PHRASE
    if report.mention.kind != MentionKind.PRONOUN:  # of whom nothing is told behind a comma
        ends |= RELATIVE
    last = len(sentence.tokens) - 1
    if whole and ((after.kind == WORD and after.classes & ends) or sums_up(sentence, comma + 1, last)):
        return None
    return comma + 1, last
