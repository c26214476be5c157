"""The reports of a sentence, by where the words stand to the cue: after it, before it, or around it."""

from collections.abc import Iterator

import attrs

from quoteverify.models import Reason
from quoteverify.reading.reports.clauses import (
    content_after,
    ends_with_comma,
    is_clause,
    is_finite,
    last_printed,
    parts_apart,
    past_adjuncts,
)
from quoteverify.reading.reports.endings import CueClause, end_of_words
from quoteverify.reading.reports.verbs import ReportCue, ReportWords, Taken
from quoteverify.reading.syntax.cues import CueKind, Report, is_passive
from quoteverify.reading.syntax.mentions import Mention, MentionKind, crowd_ending, mention_of
from quoteverify.reading.syntax.phrases import phrase_ending, phrase_starting
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.subjects import own_subject
from quoteverify.reading.syntax.tokens import DASHES, EDGE, NAME, NO_TOKEN, NUMBER, PUNCT, QUOTE, STOPS, WORD
from quoteverify.reading.syntax.verbs import before_verb_group
from quoteverify.reading.syntax.word_classes import (
    ADDITIVE,
    ADVERB,
    AGE,
    AGENT,
    BE,
    BODY,
    CALENDAR,
    CLOSED,
    COMPLEMENTISER,
    CONJUNCTION,
    COORDINATOR,
    CROWD,
    CUE,
    CUE_NOUN,
    CUE_PHRASE,
    DETERMINER,
    INFINITIVE_MARKER,
    PARTICIPLE,
    PAST,
    PERSON,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRESENT_PARTICIPLE,
    RELATIVE,
    RELATIVISER,
    RELAYED,
    SUBORDINATING_PREPOSITION,
    THIRD_PERSON,
)

Part = tuple[int, int]
"""A stretch of a sentence by its first and its last token."""


@attrs.frozen
class Told:
    """What a sentence tells somebody to have said.

    Attributes:
        report: The cue and whose words they are.
        cue: What the cue takes.
        parts: The stretches that were said, in order.
        reason: By where they stand.
        hearer: Whom it was said to.
        negated: Whether it was not said, or denied.
    """

    report: Report
    cue: ReportCue
    parts: tuple[Part, ...]
    reason: Reason
    hearer: Part | None = None
    negated: bool = False


def told_in(sentence: Sentence, reports: list[Report], words: ReportWords) -> list[Told]:
    """What a sentence tells people to have said, in order, each without what stands within another.

    Args:
        sentence: The sentence.
        reports: Its cues, each with a mention.
        words: What the cues of the language take.
    """
    found: list[Told] = []
    for report in _with_others(sentence, reports, words):
        told = _told_by(sentence, report, words)
        if told is not None and all(told.parts != other.parts for other in found):
            found.append(told)
    if not found:
        return []
    if len(found) > 1:
        found = [_of_whom_it_is_told(sentence, told, found) for told in found]
    return list(_apart(sentence, _bounded(sentence, found, words)))


def _told_by(sentence: Sentence, report: Report, words: ReportWords) -> Told | None:
    """What a cue tells somebody to have said, wherever it stands; None where it tells nothing."""
    cue = words.cue_of(sentence, report)
    if cue is None or _is_no_report(sentence, report, cue, words):
        return None
    if report.kind == CueKind.SOURCE:
        told = _by_source(sentence, report, cue)
    else:
        told = (
            _as_said(sentence, report, cue, words)
            or _relative(sentence, report, cue, words)
            or _after(sentence, report, cue, words)
            or _before(sentence, report, cue, words)
        )
    if told is None:
        return None
    negated = _is_negated(sentence, report, words)
    if negated and told.reason == Reason.SAID_AFTER:
        return None  # the port was shut, Vale did not say: nobody tells so what was not said
    return attrs.evolve(told, negated=True) if cue.denies != negated else told


def _with_others(sentence: Sentence, reports: list[Report], words: ReportWords) -> list[Report]:
    """The cues of a sentence, with verbs that only their form shows to be some: aides to Vale *say*."""
    known = {i for report in reports for i in range(report.first, report.last + 1)}
    others: list[Report] = []
    asked = _asked_by(sentence)
    if asked is not None and 0 not in known:
        others.append(asked)
    cues = [i for i, token in enumerate(sentence.tokens) if token.classes & CUE and token.kind == WORD]
    for i in cues:
        token = sentence.tokens[i]
        if i in known or token.classes & (CUE_NOUN | PRESENT_PARTICIPLE) or token.lower not in words.verbs:
            continue
        if is_passive(sentence, i):
            continue  # "were sworn to secrecy"
        mention = _subject_by_form(sentence, i, words)
        if mention is not None:
            others.append(Report(sentence.span(i, i), CueKind.SAY, mention, i, i))
    return sorted([*reports, *others], key=lambda report: report.first)


def _asked_by(sentence: Sentence) -> Report | None:
    """A report by a participle that opens a sentence and has its agent: *Asked by Vale* why it was shut."""
    token = sentence.tokens[0]
    participle = token.classes & CUE and token.classes & PARTICIPLE and token.kind in (WORD, NAME)
    agent = phrase_starting(sentence, 2) if participle and sentence.at(1).classes & AGENT else None
    if agent is None:
        return None
    return Report(sentence.span(0, 0), CueKind.SAY, mention_of(sentence, agent), 0, 0)


def _subject_by_form(sentence: Sentence, i: int, words: ReportWords) -> Mention | None:
    """Whose subject a verb has that only its form shows to be one: aides to Vale, some."""
    crowd = crowd_ending(sentence, before_verb_group(sentence, i))
    if crowd is not None or sentence.at(i - 1).classes & (DETERMINER | POSSESSIVE | BE):
        return crowd
    mention = own_subject(sentence, i)
    return mention if mention is not None and _is_somebody(sentence, mention) else None


def _is_somebody(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention is of people or a body by its form: a name, "the pilots", "people close to Vale"."""
    head = sentence.grammar.classes_of(mention.head)
    described = sentence.at(mention.last - 1) if mention.last > mention.first else NO_TOKEN
    return (
        mention.kind != MentionKind.NOMINAL
        or mention.head[:1].isdigit()
        or bool(head & (PERSON | BODY | PLURAL))
        or (described.kind in (WORD, NAME) and bool(described.classes & (PERSON | BODY)))
    )


def _is_no_report(sentence: Sentence, report: Report, cue: ReportCue, words: ReportWords) -> bool:
    """Whether a cue only supposes that something is said, or is of what cannot speak."""
    if report.kind in (CueKind.SOURCE, CueKind.NOUN):
        return False
    return _is_of_nobody(sentence, report, cue, words) or _is_supposed(sentence, report, words)


def _is_of_nobody(sentence: Sentence, report: Report, cue: ReportCue, words: ReportWords) -> bool:
    """Whether a cue is a noun, or what stands before it is a date, no more than evidence, or another cue."""
    evidence = cue.objects and report.mention.head in words.evidence
    led = sentence.tokens[report.mention.first].classes & CUE_PHRASE
    return (
        bool(evidence or led)
        or _is_noun(sentence, report, cue)
        or _describes_noun(sentence, report)
        or _is_date(sentence, report.mention)
    )


def _is_supposed(sentence: Sentence, report: Report, words: ReportWords) -> bool:
    """Whether something may be said, and is not told to be: if Vale says so, Vale would say so."""
    before = sentence.at(_group_start(sentence, report) - 1)
    if before.kind == WORD and before.lower in words.supposes:
        return True
    first = _verbs_start(sentence, report)
    if sentence.at(first - 1).classes & INFINITIVE_MARKER and sentence.at(first - 1).kind == WORD:
        first -= 1
    return any(
        token.kind == WORD
        and token.lower in words.unsaid
        and not (token.classes & INFINITIVE_MARKER and _is_led(sentence, first + k, words))
        for k, token in enumerate(sentence.tokens[first : report.first])
    )


def _describes_noun(sentence: Sentence, report: Report) -> bool:
    """Whether a participle with its agent says who made something: a show *written by Vale* that mocks."""
    i = report.first
    if not i or not sentence.tokens[i].classes & PARTICIPLE or not sentence.at(i + 1).classes & AGENT:
        return False
    return before_verb_group(sentence, i) == i - 1 and report.mention.first > i


def _is_date(sentence: Sentence, mention: Mention) -> bool:
    """Whether a number that stands for somebody is of a date: a report issued in June *2031* said."""
    return mention.head.isdigit() and bool(sentence.at(mention.first - 1).classes & CALENDAR)


def _is_noun(sentence: Sentence, report: Report, cue: ReportCue) -> bool:
    """Whether a cue may as well be a noun where it stands: most Aas *states*, not the mayor *states*."""
    token = sentence.tokens[report.first]
    if (
        cue.verb
        or report.last > report.first
        or token.classes & (PAST | PRESENT_PARTICIPLE)
        or not token.classes & (CUE_NOUN | THIRD_PERSON)
    ):
        return False
    return _is_counted(sentence, report.mention) or not _is_person(sentence, report.mention)


def _is_counted(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention before a word says of how many it is the noun: the 20 states, several Aas claims."""
    head = sentence.tokens[mention.last]
    if head.kind == NUMBER:
        return not head.classes & AGE
    return mention.first < mention.last and bool(sentence.tokens[mention.first].classes & CROWD)


def _is_led(sentence: Sentence, marker: int, words: ReportWords) -> bool:
    """Whether a verb leads to what was said: "went on to say", "took to the radio to say"."""
    if sentence.at(marker - 1).lower in words.leads:
        return True
    means = phrase_ending(sentence, marker - 1)
    return means is not None and any(
        t.lower in words.venue for t in sentence.tokens[means.first : means.last + 1]
    )


def _verbs_start(sentence: Sentence, report: Report) -> int:
    """The index of the first word of a cue's verb group."""
    if report.mention.last < report.first:
        group = before_verb_group(sentence, report.first) + 1
        return max(group, report.mention.last + 1)
    return before_verb_group(sentence, report.first) + 1


def _is_negated(sentence: Sentence, report: Report, words: ReportWords) -> bool:
    """Whether a word in a cue's verb group denies it: "did not say", "never said"."""
    if report.kind in (CueKind.SOURCE, CueKind.NOUN):
        return False
    group = sentence.tokens[_verbs_start(sentence, report) : report.first]
    return words.deny(token for token in group if token.kind == WORD)


def _group_start(sentence: Sentence, report: Report) -> int:
    """The index of the first token of a mention and its cue."""
    if report.kind == CueKind.SOURCE:
        return min(report.first, report.mention.first)
    if report.mention.last < report.first and report.own:
        return report.mention.first
    return _verbs_start(sentence, report)


def _after(sentence: Sentence, report: Report, cue: ReportCue, words: ReportWords) -> Told | None:
    """A report whose words follow the cue: Vale said that the port was shut."""
    i = report.last + 1
    if report.mention.first > report.last:
        before = None
        if sentence.at(report.mention.first - 1).classes & AGENT:
            i = report.mention.last + 1
        elif report.own and (
            (before := own_subject(sentence, report.first)) is None or _closes(sentence, report.mention)
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


def _ends_clause(sentence: Sentence, i: int) -> bool:
    """Whether a clause ends with a token: It was shut, Vale *cautioned*."""
    return sentence.at(i + 1).kind in (EDGE, PUNCT)


def _closes(sentence: Sentence, mention: Mention) -> bool:
    """Whether a clause ends with who speaks: the port was shut, said *a pilot who had seen it*."""
    after = sentence.at(mention.last + 1)
    ends = after.kind == EDGE or after.text in (".", ",") or after.classes & RELATIVE
    return bool(ends) and not is_clause(sentence, mention.first, strict=True)


def _stands_between(sentence: Sentence, report: Report) -> bool:
    """Whether commas set off a cue from a clause before it, which goes on: It is so full, Vale said, that."""
    point = _point_before(sentence, report)
    set_off = point is not None and sentence.at(point).text == sentence.at(report.last + 1).text == ","
    return set_off and report.own and any(is_finite(sentence, i) for i in range(point or 0))


def _lacks_object(sentence: Sentence, report: Report) -> bool:
    """Whether an infinitive is about the noun before its clause: a gap he promised to bridge."""
    before = sentence.at(_group_start(sentence, report) - 1)
    return report.own and before.kind in (WORD, NAME) and not before.classes & (CLOSED | CALENDAR)


def _as_said(sentence: Sentence, report: Report, cue: ReportCue, words: ReportWords) -> Told | None:
    """A report whose words follow an aside that opens the sentence: As Vale said, the port was shut."""
    opens = sentence.tokens[0].classes & RELAYED and _group_start(sentence, report) == 1
    if not opens or report.kind == CueKind.NOUN or Taken.CLAUSE not in cue.takes:
        return None
    comma = past_adjuncts(sentence, report.end + 1, words)
    if sentence.at(comma).text != ",":
        return None
    return Told(report, cue, ((comma + 1, len(sentence.tokens) - 1),), Reason.SAID_AFTER)


def _relative(sentence: Sentence, report: Report, cue: ReportCue, words: ReportWords) -> Told | None:
    """A report in a relative clause: the port, which Vale said was shut; what Vale said was that it was."""
    if not report.own or report.kind == CueKind.NOUN or Taken.CLAUSE not in cue.takes:
        return None
    at = past_adjuncts(sentence, report.last + 1, words)
    relative = _group_start(sentence, report) - 1
    if report.mention.last > report.last or at >= len(sentence.tokens) or not is_finite(sentence, at):
        return None
    if sentence.at(relative).lower not in words.gap or (
        cue.objects and report.mention.kind == MentionKind.NOMINAL
    ):
        return None
    end = next((j for j in range(at, len(sentence.tokens)) if sentence.tokens[j].text == ","), None)
    last = len(sentence.tokens) - 1 if end is None else end - 1
    if relative:
        return Told(report, cue, ((relative, relative), (at, last)), Reason.REPORTED_CLAUSE)
    if not sentence.at(at + 1).classes & COMPLEMENTISER:
        return None
    return Told(report, cue, ((at + 2, len(sentence.tokens) - 1),), Reason.REPORTED_CLAUSE)


_CLAUSES = frozenset((Taken.CLAUSE, Taken.THAT))
"""What a cue takes that may have what was said before it: It was shut, Vale complained."""


def _before(sentence: Sentence, report: Report, cue: ReportCue, words: ReportWords) -> Told | None:
    """A report whose words stand before the cue or around it: The port was shut, Vale said."""
    if not cue.takes & _CLAUSES or report.kind == CueKind.NOUN or not report.own:
        return None
    point = _point_before(sentence, report)
    inverted = report.mention.first > report.last
    if point is None or not _may_tell(sentence, report, cue, inverted=inverted):
        return None
    end = _end_of_group(sentence, report, cue, words)
    if sentence.tokens[point].kind == QUOTE:
        return _before_with_quotation(sentence, report, cue, point, end)
    first = (_past_dateline(sentence, point), point - 1)
    if _holds_a_whole_quotation(sentence, first) or _leads_on(sentence, end, inverted=inverted):
        return None
    split = not any(is_finite(sentence, i) for i in range(point))
    goes_on = not inverted and sentence.at(end).text in (sentence.tokens[point].text, ";")
    second = _second(sentence, report, end, first) if split or goes_on else None
    if second is None:
        return None if split else Told(report, cue, (first,), Reason.SAID_AFTER)
    return Told(report, cue, (first, second), Reason.SAID_AFTER)


def _may_tell(sentence: Sentence, report: Report, cue: ReportCue, *, inverted: bool) -> bool:
    """Whether somebody may be told to have said what stands before a cue."""
    if Taken.CLAUSE not in cue.takes and (inverted or not _ends_clause(sentence, report.last)):
        return False  # "The port was shut, others vow revenge"
    if inverted:
        return _may_speak(sentence, report, cue)
    return not _is_of_another_verb(sentence, report)


def _before_with_quotation(
    sentence: Sentence, report: Report, cue: ReportCue, quoted: int, end: int
) -> Told | None:
    """A report before a cue that ends with what it quotes: The port was “a ruin,” Vale said.

    Args:
        sentence: The sentence.
        report: The cue and whose words they are.
        cue: What the cue takes.
        quoted: The token of the quotation.
        end: The index after the attribution.
    """
    first = (_past_dateline(sentence, quoted), quoted)
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


def _begins_clause(sentence: Sentence, report: Report, end: int) -> bool:
    """Whether what a cue reports follows it: Vale, who wrote “Ruin,” said *the mill would go*."""
    after = sentence.at(end)
    goes_on = after.kind in (WORD, NAME) and not _follows_clause(sentence, end)
    return goes_on or not _is_person(sentence, report.mention)


def _is_of_another_verb(sentence: Sentence, report: Report) -> bool:
    """Whether a verb stands between a subject and its cue, which is a participle: is old*, poorly kept*."""
    subject = report.mention
    if sentence.at(subject.last + 1).text == "," and sentence.at(subject.last + 2).classes & RELATIVE:
        return False
    return any(is_finite(sentence, i) for i in range(subject.last + 1, _verbs_start(sentence, report)))


def _past_dateline(sentence: Sentence, end: int) -> int:
    """Where a sentence begins behind where and when it was written: AAS, May 3 — The port was shut."""
    for i in range(1, min(_LONGEST_DATELINE, end)):
        token = sentence.tokens[i]
        if token.text in DASHES:
            return i + 1 if sentence.tokens[0].text.isupper() and len(sentence.tokens[0].text) > 1 else 0
        if token.kind == WORD and not token.classes & CALENDAR:
            return 0
    return 0


_LONGEST_DATELINE = 9  # tokens: a place, a country, an agency in brackets, a date


def _point_before(sentence: Sentence, report: Report) -> int | None:
    """The index of the comma or dash before an attribution; None where there is none.

    It may be that of a quotation within what is told: The port was “a ruin,” Vale said.
    """
    point = min(_group_start(sentence, report), report.first) - 1
    before = sentence.at(point)
    other = phrase_ending(sentence, point - 1) if before.classes & ADDITIVE else None
    if other is not None:  # "pilots and sailors say"
        point = other.first - 1
        before = sentence.at(point)
    if before.kind == WORD and before.classes & RELAYED:  # "as Vale said"
        point -= 1
        before = sentence.at(point)
    within = sentence.at(point - 1).kind in (WORD, NAME, NUMBER) and ends_with_comma(sentence, point)
    return point if before.text == "," or before.text in DASHES or within else None


def _leads_on(sentence: Sentence, end: int, *, inverted: bool) -> bool:
    """Whether what follows an attribution is what was said, so that the words before it are none."""
    after = sentence.at(end)
    if after.text == ",":
        return sentence.at(end + 1).kind == QUOTE  # "In the end, Vale said, “No.”"
    if after.kind == WORD:
        return not inverted and not _follows_clause(sentence, end)
    return after.kind in (QUOTE, NAME) or after.text == ":"


def _may_speak(sentence: Sentence, report: Report, cue: ReportCue) -> bool:
    """Whether what follows a cue can be the speaker, and no object: noted Vale, not noted a change."""
    if not cue.objects or _is_person(sentence, report.mention):
        if report.mention.kind != MentionKind.NOMINAL:
            return True
        if own_subject(sentence, report.first) is None:
            return _is_phrase_of_somebody(sentence, report.mention)
        return _closes(sentence, report.mention)
    return False


def _is_phrase_of_somebody(sentence: Sentence, mention: Mention) -> bool:
    """Whether a noun phrase can be a subject by its form: says *a letter*, but not: says dam release near."""
    opens = sentence.tokens[mention.first].classes & (DETERMINER | POSSESSIVE)
    return bool(opens) or _is_somebody(sentence, mention)


def _is_person(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention is of somebody by its form: a pronoun, a name, a role, a body."""
    head = sentence.grammar.classes_of(mention.head)
    return mention.kind != MentionKind.NOMINAL or bool(head & (PERSON | BODY | AGE))


def _holds_a_whole_quotation(sentence: Sentence, part: Part) -> bool:
    """Whether a quotation that ends with its own comma stands in a stretch, and words behind it."""
    return any(
        token.kind == QUOTE and last_printed(sentence, token) in (",", "?", "!")
        for token in sentence.tokens[part[0] : part[1]]
    )


def _follows_clause(sentence: Sentence, i: int) -> bool:
    """Whether a word can follow an attribution that ends a clause: The port was shut, Vale said *in* Aas."""
    return bool(sentence.tokens[i].classes & (PREPOSITION | CONJUNCTION | ADVERB))


def _end_of_group(sentence: Sentence, report: Report, cue: ReportCue, words: ReportWords) -> int:
    """The index after an attribution, with whom it tells, and when and where."""
    end = report.end + 1
    if report.mention.last > report.last:
        return _past_apposition(sentence, end)
    end = past_adjuncts(sentence, end, words)
    if cue.hearer:
        phrase = phrase_starting(sentence, end)
        if phrase is not None:
            end = past_adjuncts(sentence, phrase.last + 1, words)
    return end


def _past_apposition(sentence: Sentence, i: int) -> int:
    """The index of the comma after what describes somebody: said Ruth Vale, the mayor *,* was shut."""
    if sentence.at(i).text != ",":
        return i
    for j in range(i + 1, len(sentence.tokens)):
        if sentence.tokens[j].text == "," and _goes_on(sentence, j + 1):
            return j
    return i


def _goes_on(sentence: Sentence, i: int) -> bool:
    """Whether a clause goes on, or a new one begins, here."""
    return i < len(sentence.tokens) and (is_finite(sentence, i) or is_clause(sentence, i, strict=True))


def _second(sentence: Sentence, report: Report, comma: int, first: Part) -> Part | None:
    """What goes on after an attribution in the midst: The port, Vale said, was shut."""
    after = sentence.at(comma + 1)
    if sentence.at(comma).kind != PUNCT or after.kind in (EDGE, PUNCT, QUOTE):
        return None
    whole = any(is_finite(sentence, i) for i in range(first[0], first[1] + 1))
    ends = PRESENT_PARTICIPLE | RELAYED | CUE_PHRASE
    if report.mention.kind != MentionKind.PRONOUN:  # of whom nothing is told behind a comma
        ends |= RELATIVE
    if whole and after.kind == WORD and after.classes & ends:
        return None
    return comma + 1, len(sentence.tokens) - 1


def _by_source(sentence: Sentence, report: Report, cue: ReportCue) -> Told | None:
    """A report by a phrase that names a source: According to Vale, the port was shut."""
    first, last = report.start, len(sentence.tokens) - 1
    comma = _comma_after_source(sentence, report.end + 1)
    start = next((i + 1 for i in range(first - 1, -1, -1) if _parts_clauses(sentence, i)), 0)
    if _opens_clause(sentence, start, first):
        begin = report.end + 1 if comma is None else comma + 1
        parts = [(begin, last)] if begin <= last else []
    else:
        parts = [(start or _past_dateline(sentence, first), first - 1)]
        opening = sentence.tokens[parts[0][0]]
        if opening.kind == QUOTE and last_printed(sentence, opening) in (",", "?", "!"):
            return None  # “...?” Vale said, according to the Port News
        if comma is not None and _goes_on_after_source(sentence, parts[0], comma + 1):
            parts += [(comma + 1, last)]
    return Told(report, cue, tuple(parts), Reason.ACCORDING_TO) if parts else None


def _parts_clauses(sentence: Sentence, i: int) -> bool:
    """Whether a point has another clause after it than before: It was late*:* he left, not 8*:*30."""
    if sentence.tokens[i].text not in (";", ":") or sentence.at(i + 1).start == sentence.tokens[i].end:
        return False
    sourced = bool(sentence.at(i + 1).classes & CUE_PHRASE)
    return sourced or is_clause(sentence, i + 1, strict=True)


def _opens_clause(sentence: Sentence, start: int, first: int) -> bool:
    """Whether what was said follows a source: But, *according to Vale*, it was shut."""
    tokens = sentence.tokens[start:first]
    if all((t.kind == WORD and t.classes & (COORDINATOR | ADVERB)) or t.text == "," for t in tokens):
        return True
    before = sentence.at(first - 2)
    opens = before.kind == WORD and before.classes & (CONJUNCTION | SUBORDINATING_PREPOSITION)
    return sentence.at(first - 1).text == "," and bool(opens)


def _goes_on_after_source(sentence: Sentence, first: Part, i: int) -> bool:
    """Whether what was said goes on behind a source: no clause of its own, and nothing that is told of it."""
    if not any(is_finite(sentence, k) for k in range(first[0], first[1] + 1)):
        return True
    after = sentence.at(i)
    if is_finite(sentence, i):
        return True
    if after.kind != WORD or not after.classes & (CONJUNCTION | PREPOSITION) or after.classes & RELATIVE:
        return False
    return not (after.classes & COORDINATOR and is_clause(sentence, i + 1, strict=True))


def _comma_after_source(sentence: Sentence, i: int) -> int | None:
    """The comma that ends a source, past what describes it."""
    best, described = None, False
    for j in range(i, len(sentence.tokens)):
        token = sentence.tokens[j]
        if token.text in (";", ":"):
            break
        if token.text != ",":
            continue
        after = sentence.at(j + 1)
        if after.kind == WORD and after.classes & RELATIVISER:  # ", who runs it," is of the source
            best, described = None, True
        elif described:
            if _goes_on(sentence, j + 1):
                return j
        else:
            best = j if best is None else best
            if _goes_on(sentence, j + 1) or after.classes & CONJUNCTION:
                return j
    return best


def _bounded(sentence: Sentence, found: list[Told], words: ReportWords) -> Iterator[Told]:
    """What was told, each up to where the sentence goes on to another report."""
    for told in found:
        parts = []
        for first, last in told.parts:
            bounds = [_boundary(sentence, other) for other in found if not _is_of(other, told, first)]
            ahead = [at for at in bounds if at is not None and first < at <= last]
            if ahead and first > told.report.first and told.reason != Reason.ACCORDING_TO:
                last = min(ahead) - 1
            last = end_of_words(sentence, _clause_of(sentence, told), first, last, words)
            part = parts_apart(sentence, first, _without_coordinator(sentence, first, last, words))
            if part is not None:
                parts.append(part)
        if tuple(parts) == told.parts:
            yield told
        elif parts:
            yield attrs.evolve(told, parts=tuple(parts))


def _of_whom_it_is_told(sentence: Sentence, told: Told, found: list[Told]) -> Told:
    """What was told, by who told the words that its subject stands in: said the port was shut *and added*."""
    start = sentence.at(_verbs_start(sentence, told.report) - 1)
    shares = start.classes & COORDINATOR or sentence.tokens[told.report.first].classes & PRESENT_PARTICIPLE
    outer = [other for other in found if other is not told and _is_of(told, other, other.parts[0][0])]
    subject = told.report.mention
    spoke = any(other.report.own and other.report.mention == subject for other in found)
    if not shares or not outer or spoke:
        return told
    return attrs.evolve(told, report=attrs.evolve(told.report, mention=outer[0].report.mention))


def _is_of(other: Told, told: Told, first: int) -> bool:
    """Whether a report is told within another's words: said *the board asked for it and promised that*."""
    if other is told:
        return True
    subject = other.report.mention.first
    return not other.report.own and told.report.first < first <= subject < other.report.first


def _clause_of(sentence: Sentence, told: Told) -> CueClause:
    """Where a cue stands, with its subject before it."""
    start = _group_start(sentence, told.report)
    verbs = _verbs_start(sentence, told.report)
    relative = sentence.at(start).classes & RELATIVE or sentence.at(verbs - 1).classes & RELATIVE
    before = told.report.mention.first < told.report.first
    subject = told.report.mention.first if before else start
    about = relative and sentence.at(verbs - 2).text != ","
    within = (about or told.report.kind == CueKind.NOUN) and not any(
        is_finite(sentence, i) for i in range(1, subject)
    )
    return CueClause(start, told.report.first, subject, relative=bool(relative), within=bool(within))


def _without_coordinator(sentence: Sentence, first: int, last: int, words: ReportWords) -> int:
    """The last token of a stretch less a coordinator at its end, and what stops the sentence."""
    closes = sentence.at(last + 1).kind == EDGE
    while last > first:
        token = sentence.tokens[last]
        stops = token.kind == PUNCT and (
            token.text[0] in STOPS or token.text in (",", ";") or token.text in DASHES
        )
        joins = token.kind == WORD and token.classes & CONJUNCTION and not token.classes & COMPLEMENTISER
        joins = joins and token.lower not in words.asks and not closes  # "nobody knows why", "must do so"
        if not stops and not joins:
            break
        last -= 1
    return last


def _boundary(sentence: Sentence, told: Told) -> int | None:
    """The index from which on a sentence goes over to another report; None where that stands within."""
    start = _group_start(sentence, told.report)
    if told.reason == Reason.SAID_AFTER:
        return start - 1 if len(told.parts) == 1 and told.parts[0][0] == 0 else None
    if told.reason == Reason.OWNED_CUE:
        return None
    if told.reason == Reason.ACCORDING_TO:
        return start
    before = sentence.at(start - 1)
    if before.text in (",", ";") or before.text in DASHES:
        return start - 1
    if before.kind == WORD and before.classes & RELAYED and sentence.at(start - 2).text == ",":
        return start - 2  # "..., as pilots warned that"
    if before.kind == WORD and before.classes & CONJUNCTION and not before.classes & COMPLEMENTISER:
        return start - 1
    return None


def _apart(sentence: Sentence, found: Iterator[Told]) -> Iterator[Told]:
    """What was told, without what another one's words tell again, and what is but a quotation."""
    all_told = [told for told in found if _has_words(sentence, told)]
    for told in all_told:
        at = told.report.first
        others = (part for other in all_told if other is not told for part in other.parts)
        if not any(first <= at <= last for first, last in others):
            yield told


def _has_words(sentence: Sentence, told: Told) -> bool:
    """Whether more than a quotation was told, and more than two words."""
    tokens = [t for first, last in told.parts for t in sentence.tokens[first : last + 1]]
    quoted = sum(t.kind == QUOTE for t in tokens)
    worded = sum(t.kind not in (QUOTE, PUNCT) for t in tokens)
    return worded + quoted >= 3 and worded >= 2
