"""Reports right beside a quotation, in its sentence."""

from quoteverify.models import Reason
from quoteverify.reading.sieves.answers import Answer, Answers
from quoteverify.reading.sieves.candidates import is_of_others, is_passed_on
from quoteverify.reading.sieves.columns import column
from quoteverify.reading.sieves.sieve_words import sieve_words
from quoteverify.reading.syntax.clause_subjects import opens_subordinate
from quoteverify.reading.syntax.cues.report import CuedReport, CueKind
from quoteverify.reading.syntax.mentions import MentionKind, mention_of, with_apposition
from quoteverify.reading.syntax.narration import Narration
from quoteverify.reading.syntax.phrases import phrase_starting
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import DASHES, NAME, NO_TOKEN, PUNCT, QUOTE, STOPS, WORD, Token
from quoteverify.reading.syntax.verbs import is_verb
from quoteverify.reading.syntax.word_classes import (
    ADVERB,
    AUTHOR,
    AUXILIARY,
    BE,
    BODY,
    CALENDAR,
    CLOSED,
    COMPLEMENTISER,
    CONJUNCTION,
    COORDINATOR,
    CUE,
    CUE_NOUN,
    DEFINITE_ARTICLE,
    DETERMINER,
    GENITIVE,
    INVERTING,
    MANNER_ADVERB,
    OBJECT_PRONOUN,
    PERSON,
    POSSESSIVE,
    PRESENT_PARTICIPLE,
    RELATIVE,
    ROLE,
)

_PASSED = frozenset((",", "'", "’", '"', *DASHES))
"""What may stand between a quotation and its report; a stray mark too."""
_GOES_ON = frozenset(",?!")
"""What a quotation ends with whose report may follow though another stands before it."""
_INTRODUCING = frozenset(",:")
_CLOSING, _MARKS = 4, "'’\"”»“"
"""So many code points, as guards against rows of marks, and which: what stands behind its last word, ’”."""
_UNFINISHED = frozenset(",?!-—–")
"""What a quotation ends with whose sentence goes on after it."""


def said_after(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """“We sail,” Ruth Vale said. / “We sail,” said Ruth Vale. / “Ruin” is how Ruth Vale describes it."""
    if _is_introduced(narration, quote) or is_of_others(narration, quote):
        return None
    tokens, at = narration.sentence(quote).tokens, narration.places[quote].token
    reports = narration.reports_around(quote)
    before = [report for report in reports if report.end < at]
    if before and _holds(narration, before[-1], tokens, at):
        return None
    start = _where_a_report_starts(narration, tokens, at, reports)
    kinds = _REPORTS if before else _REPORTS | {CueKind.NAME}
    for report in reports:
        if (
            report.start == start
            and report.kind in kinds
            and not _is_of_more(narration.text, tokens, at, report, before)
        ):
            return Answer(report.mention, report.cue, Reason.SAID_AFTER)
    return None


_REPORTS = frozenset((CueKind.SAY, CueKind.SOURCE))
"""What reports a quotation before it. Another says something of it, where it stands at the beginning."""


def _is_introduced(narration: Narration, quote: int) -> bool:
    """Whether a report before a quotation has it for its own, and what follows is another sentence."""
    tokens, at = narration.sentence(quote).tokens, narration.places[quote].token
    before = [report for report in narration.reports_around(quote) if report.end < at]
    if not before:
        return False
    if is_passed_on(narration, quote, before[-1]):
        return True
    closed = _is_when(tokens, before[-1], at) or not _goes_on(narration.text, tokens, at)
    return closed and _leads_into(before[-1], tokens, at)


def _leads_into(report: CuedReport, tokens: list[Token], at: int) -> bool:
    """Whether a report stands right before a quotation: Vale said, “We sail.” Aas did not agree."""
    if _past_points(tokens, report.end + 1) == at:
        return True
    between = tokens[report.end + 1 : at - 1]
    if tokens[at - 1].text == ",":  # Vale wrote, telling her, “We sail!” She agreed.
        return bool(between) and all(t.kind == NAME or t.classes & OBJECT_PRONOUN for t in between)
    # Vale told us simply: “We sail.” Aas did not agree.
    return tokens[at - 1].text == ":" and all(token.kind in (WORD, NAME) for token in between)


def _is_when(tokens: list[Token], report: CuedReport, at: int) -> bool:
    """Whether a clause of time leads into a quotation that closes it: When Aas asked, “Now?” Vale left."""
    opening = tokens[report.start - 1].classes if report.start == 1 else 0
    subordinate = opening & CONJUNCTION and not opening & COORDINATOR
    return bool(subordinate) and tokens[at - 1].text in _INTRODUCING


def _runs_on_from_subordinate(tokens: list[Token], at: int) -> bool:
    """Whether a quotation stands in a clause that another follows: While Aas planned “a pier,” Vale left."""
    start = next((i + 1 for i in range(at - 1, -1, -1) if tokens[i].kind == PUNCT), 0)
    return at > start + 1 and opens_subordinate(tokens[start:])


def _closes_report(tokens: list[Token], report: CuedReport) -> bool:
    """Whether nothing that a verb takes follows a report: Vale said. / Vale wrote a book."""
    after = tokens[report.end + 1] if report.end + 1 < len(tokens) else None
    return after is None or after.kind in (PUNCT, QUOTE)


def _holds(narration: Narration, report: CuedReport, tokens: list[Token], at: int) -> bool:
    """Whether a quotation is in the clause of a report before it: Aas told me “We sail,” Vale said."""
    between = tokens[report.end + 1 : at]
    if report.kind == CueKind.NAME:
        return _describes(report, between)
    held = report.kind == CueKind.SAY and report.own and all(token.kind in (WORD, NAME) for token in between)
    apart = (
        _is_about_noun(tokens, report)
        or _takes_a_thing(tokens, report)
        or _is_denied(narration, report, tokens)
    )
    return held and not apart


def _describes(report: CuedReport, between: list[Token]) -> bool:
    """Whether a quotation is what somebody else calls something: in what Aas called “a ruin,” Vale said.

    What *he* calls so, or what is called so calling it, is mostly what the one behind it calls so.
    """
    named = report.own and report.mention.kind != MentionKind.PRONOUN
    leads = len(between) <= _LEADING and all(token.kind == WORD for token in between)
    return named and leads and report.mention.last < report.first


_LEADING = 2
"""In tokens: "called it “late,” Vale said" has one between, "described it as" two."""


def _takes_a_thing(tokens: list[Token], report: CuedReport) -> bool:
    """Whether a verb before a quotation has a thing for its object: Aas should expand *its fleet* “soon”."""
    determiner, noun = (tokens[report.end + n] if report.end + n < len(tokens) else NO_TOKEN for n in (1, 2))
    thing = noun.kind == WORD and not noun.classes & (CLOSED | PERSON | ROLE | BODY | CALENDAR)
    return bool(determiner.classes & POSSESSIVE) and thing


def _is_about_noun(tokens: list[Token], report: CuedReport) -> bool:
    """Whether a report says more of the noun before it: Nothing *Aas said* “will help,” Vale said."""
    before = tokens[report.mention.first - 1] if report.mention.first else None
    return before is not None and before.kind in (NAME, WORD) and not before.classes & CLOSED


def _is_denied(narration: Narration, report: CuedReport, tokens: list[Token]) -> bool:
    """Whether a report says that something is not said: Aas cannot say that “we sail,” Vale said."""
    words = column(narration.profile, "ranking_words", "before_verb")
    verbs = tokens[report.mention.last + 1 : report.first]
    return any(words.name(token.lower) == "negated" for token in verbs)


def _goes_on(text: str, tokens: list[Token], at: int) -> bool:
    """Whether a quotation ends with a sign after which its report may follow, as “Do we sail?” does."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.text == "," and tokens[at - 1].text in _INTRODUCING:
        return True  # He said: “We sail”, she recalled
    start, end = tokens[at].start, tokens[at].end
    said = text[max(start, end - _CLOSING) : end].rstrip(_MARKS)
    if said[-1:] not in _GOES_ON:
        return False
    # “We sail!” The pilot laughed.
    return following is None or following.kind != WORD or not following.text[:1].isupper()


def _where_a_report_starts(
    narration: Narration, tokens: list[Token], at: int, reports: list[CuedReport]
) -> int:
    """The token at which a report of the quotation before it would start, past points and adverbs."""
    words = sieve_words(narration.profile)
    i = _past_points(tokens, at + 1)
    if i + 1 < len(tokens) and tokens[i].classes & BE and tokens[i + 1].lower in words.after_be:
        i += 2
    starts = {report.start for report in reports}
    while i < len(tokens) and i not in starts and _may_precede_a_report(tokens[i]):
        i += 1
    return i


def _may_precede_a_report(token: Token) -> bool:
    """Whether a word stands before a report: “We sail,” quietly she said. / “We sail,” so Vale said."""
    return token.kind == WORD and bool(token.classes & (ADVERB | MANNER_ADVERB | INVERTING))


def _is_of_more(
    text: str, tokens: list[Token], at: int, report: CuedReport, before: list[CuedReport]
) -> bool:
    """Whether a report after a quotation says something else than whose it is."""
    return (
        _leads_on(tokens, report)
        or _modifies(text, tokens, at)
        or _is_meanwhile(tokens, at, report)
        or _is_of(tokens, report)
        or _is_of_another_verb(tokens, report, before)
        or (_runs_on_from_subordinate(tokens, at) and not _closes_report(tokens, report))
    )


def _leads_on(tokens: list[Token], report: CuedReport) -> bool:
    """Whether a report after a quotation is of the next: “No.” Vale said: “Yes,” for one."""
    return report.end + 1 < len(tokens) and tokens[report.end + 1].text == ":"


def _modifies(text: str, tokens: list[Token], at: int) -> bool:
    """Whether a quotation describes the noun after it: the “brilliant” plan Vale made."""
    if not at or at + 1 >= len(tokens) or not tokens[at - 1].classes & (DETERMINER | POSSESSIVE):
        return False
    if not text[tokens[at].start : tokens[at].end].rstrip(_MARKS)[-1:].isalnum():
        return False
    noun = tokens[at + 1]
    return noun.kind == WORD and not noun.classes & CLOSED and not noun.classes & CUE


def _is_of(tokens: list[Token], report: CuedReport) -> bool:
    """Whether a report is of a thing that a clause says more of: hid “all” of a note *that said* no."""
    return bool(tokens[report.first - 1].classes & (COMPLEMENTISER | RELATIVE))


def _is_of_another_verb(tokens: list[Token], report: CuedReport, before: list[CuedReport]) -> bool:
    """Whether a report is a participle of the verb before the quotation: Vale argued “no,” *citing* Aas."""
    lone = report.first == report.last and tokens[report.first].classes & PRESENT_PARTICIPLE
    return bool(before and lone)


def _is_meanwhile(tokens: list[Token], at: int, report: CuedReport) -> bool:
    """Whether a report in a headline tells what else goes on: Port ‘will open’ as pilots warn of cracks."""
    last = tokens[-1]
    joined = report.start == at + 2 and tokens[at + 1].classes & (CONJUNCTION | INVERTING)
    return bool(joined) and last.kind != QUOTE and last.text not in STOPS


def _past_points(tokens: list[Token], i: int) -> int:
    """The next token that is neither comma nor dash nor a stray mark."""
    while i < len(tokens) and tokens[i].kind == PUNCT and tokens[i].text in _PASSED:
        i += 1
    return i


def verb_after(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """“We sail!” beamed Ruth Vale. / “We sail,” Vale began. - any verb."""
    sentence, at = narration.sentence(quote), narration.places[quote].token
    inside = narration.marked[quote].span.of(narration.text).strip()
    if inside[-1:] not in _UNFINISHED or not inside[:1].isupper() or _is_introduced(narration, quote):
        return None
    i = _past_points(sentence.tokens, at + 1)
    if i >= len(sentence.tokens) or _is_of_clause_before(sentence.tokens, at, i):
        return None
    if sentence.tokens[i].kind == WORD and is_verb(sentence, i):
        return _after_its_verb(sentence, i)
    place = narration.places[quote]
    among = narration.subjects(place.paragraph, place.sentence)
    return next((Answer(subject, None, Reason.VERB_AFTER) for subject in among if subject.first == i), None)


def _is_of_clause_before(tokens: list[Token], at: int, i: int) -> bool:
    """Whether a quotation belongs to what stands before it, and a token after it to another clause."""
    colon = at > 0 and tokens[at - 1].text == ":"
    return _runs_on_from_subordinate(tokens, at) or (colon and i == at + 1 and tokens[i].text[:1].isupper())


def _after_its_verb(sentence: Sentence, verb: int) -> Answer | None:
    """“We sail!” beamed Ruth Vale."""
    token = sentence.tokens[verb]
    named = phrase_starting(sentence, verb + 1)
    if token.classes & (AUXILIARY | CLOSED) or named is None:
        return None
    mention = with_apposition(sentence, mention_of(sentence, named))
    return Answer(mention, sentence.span(verb, verb), Reason.VERB_AFTER)


def came_from(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """“We sail!” came the reply from Ruth Vale. / “We sail” was the verdict of Vale, or her verdict."""
    sentence, at = narration.sentence(quote), narration.places[quote].token
    i = _past_points(sentence.tokens, at + 1)
    if i >= len(sentence.tokens) or not _comes(narration, sentence.tokens[i]):
        return None
    for report in narration.reports_around(quote):
        if report.kind == CueKind.NOUN and report.start == i + 1:
            return Answer(report.mention, report.cue, Reason.CAME_FROM)
    return _from_its_source(sentence, i + 1)


def _comes(narration: Narration, token: Token) -> bool:
    """Whether a word after a quotation leads from it to what it is: “We sail!” came the reply."""
    return bool(token.classes & BE) or token.lower in sieve_words(narration.profile).comes


def _from_its_source(sentence: Sentence, i: int) -> Answer | None:
    """... the reply from Ruth Vale. / ... the verdict of the board."""
    if i + 3 >= len(sentence.tokens):
        return None
    article, noun, joint = sentence.tokens[i : i + 3]
    if not (article.classes & DEFINITE_ARTICLE and noun.classes & CUE_NOUN and joint.classes & _OF):
        return None
    named = phrase_starting(sentence, i + 3)
    if named is None:
        return None
    return Answer(mention_of(sentence, named), sentence.span(i + 1, i + 1), Reason.CAME_FROM)


_OF = GENITIVE | AUTHOR
"""The reply *of* Vale, *from* Vale."""
