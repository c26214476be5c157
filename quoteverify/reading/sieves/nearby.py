"""A quotation that stands alone in its sentence, its speaker in the sentence or line before or after it."""

from collections.abc import Sequence

from quoteverify.models import Reason
from quoteverify.reading.sieves.answers import Answer, Answers
from quoteverify.reading.sieves.sieve_words import SieveWords, sieve_words
from quoteverify.reading.syntax.clause_subjects import first_subject
from quoteverify.reading.syntax.cues.cue_subjects import may_act
from quoteverify.reading.syntax.cues.report import CuedReport, CueKind
from quoteverify.reading.syntax.mentions import Mention, MentionKind, mention_of
from quoteverify.reading.syntax.narration import Narration, QuotePlace
from quoteverify.reading.syntax.phrases import phrase_starting
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import NAME, NUMBER, PUNCT, QUOTE, STOPS, Token
from quoteverify.reading.syntax.word_classes import (
    AUTHOR,
    BE,
    CALENDAR,
    CUE_NOUN,
    GENITIVE,
    PREPOSITION,
    PRONOUN,
)

_WHEN = 5
"""In tokens: "in a statement." and "on Monday." are no words of what was said, and no longer."""
_NOUN = 6
"""In tokens: how far from the start of "That is the sober view of Vale" its noun stands."""


def stands_alone(tokens: list[Token]) -> bool:
    """Whether tokens are nothing but quoted spans."""
    return all(token.kind in (QUOTE, PUNCT) for token in tokens)


def is_only_quote(narration: Narration, quote: int) -> bool:
    """Whether a paragraph is one quoted span and nothing else."""
    said = narration.sentences(narration.places[quote].paragraph)
    return (
        len(said) == 1
        and stands_alone(said[0].tokens)
        and sum(token.kind == QUOTE for token in said[0].tokens) == 1
    )


def is_shown(narration: Narration, quote: int) -> bool:
    """Whether a line of its own ends without a point, as what is shown between two paragraphs does."""
    marked, last = narration.marked[quote], narration.sentence(quote).tokens[-1]
    inside = marked.span.of(narration.text).rstrip()
    return inside[-1:].isalnum() and last.kind == QUOTE and is_only_quote(narration, quote)


def sentence_before(narration: Narration, place: QuotePlace) -> tuple[int, int] | None:
    """The paragraph and number of the sentence before one, which may end the paragraph before."""
    if place.sentence:
        return place.paragraph, place.sentence - 1
    last = len(narration.sentences(place.paragraph - 1)) - 1
    return (place.paragraph - 1, last) if last >= 0 else None


def introduced(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """Ruth Vale was blunt: and then, on the next line or at once, “We sail.”."""
    place = narration.places[quote]
    before = sentence_before(narration, place)
    if before is None or not stands_alone(narration.sentence(quote).tokens[: place.token]):
        return None
    sentence = narration.sentences(before[0])[before[1]]
    if sentence.tokens[-1].text != ":":
        return None
    reports = narration.reports(*before)
    if reports:
        return Answer(reports[-1].mention, reports[-1].cue, Reason.INTRODUCED)
    subject = _handed_over_to(narration, sentence) or first_subject(sentence, len(sentence.tokens))
    return Answer(subject, None, Reason.INTRODUCED) if subject else None


def _handed_over_to(narration: Narration, sentence: Sentence) -> Mention | None:
    """Who is named before a colon without a verb: "And from Ruth Vale:", "This from Ruth Vale:"."""
    tokens, words = sentence.tokens, sieve_words(narration.profile)
    first = 0
    while tokens[first].lower in words.before_label or tokens[first].lower in words.points:
        first += 1
    if not first or not tokens[first - 1].classes & AUTHOR:
        return None
    named = phrase_starting(sentence, first)
    return mention_of(sentence, named) if named is not None and named.last == len(tokens) - 2 else None


def said_in_sentence_after(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """“We sail.” So said Ruth Vale on Monday. / “We sail.” That is the view of Ruth Vale."""
    place = narration.places[quote]
    sentences, after = narration.sentences(place.paragraph), place.sentence + 1
    if after == len(sentences) or not stands_alone(narration.sentence(quote).tokens):
        return None
    tokens, words = sentences[after].tokens, sieve_words(narration.profile)
    if len(tokens) > 3 and tokens[0].lower in words.points and tokens[1].classes & BE:
        return _pointed_at(sentences[after])
    said = next(iter(narration.reports(place.paragraph, after)), None)
    if said is None or not _opens(tokens, said, words):
        return None
    rest = tokens[_past_addressee(sentences[after], said, narration) :]
    if said.kind != CueKind.SAY or not said.own or not _is_bare(rest):
        return None
    return Answer(said.mention, said.cue, Reason.SAID_IN_SENTENCE_AFTER)


def _past_addressee(sentence: Sentence, said: CuedReport, narration: Narration) -> int:
    """The index behind a report and whom its verb says it to: Ruth Vale told the Aas Tide."""
    after = said.end + 1
    tells = sentence.at(said.last).lower in narration.profile.words("cues", tells=True)
    whom = phrase_starting(sentence, after) if tells and said.last == said.end else None
    return whom.last + 1 if whom is not None else after


def case_cited(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """The rule is “plain.” Vale v. Aas, 12 F.3d 4 (1994). - a decision of a court, cited behind its words."""
    place = narration.places[quote]
    sentences, after = narration.sentences(place.paragraph), place.sentence + 1
    ends = narration.sentence(quote).tokens[place.token + 1 :]
    if after >= len(sentences) or not stands_alone(ends) or narration.reports_around(quote):
        return None
    words = sieve_words(narration.profile)
    if sentences[after].tokens[0].lower in words.cites_again:
        last = answers.get(quote - 1)
        return last if last is not None and last.reason == Reason.SIGNED else None
    cited = _cited(sentences[after : after + 2], words)
    return Answer(cited, None, Reason.SIGNED) if cited else None


def _cited(sentences: Sequence[Sentence], words: SieveWords) -> Mention | None:
    """The case whose name begins a sentence with where it is reported, or the judge named in brackets."""
    cited = sentences[0]
    tokens = cited.tokens
    # The stop of "F.3d" ends no sentence.
    judges = (_judge(sentence, words) for sentence in sentences[: 1 + all(t.text != ")" for t in tokens)])
    judge = next(filter(None, judges), None)
    last = _case(tokens, words)
    if last is None and judge is not None and tokens[0].kind == NAME:
        last = 0  # cited by one of its names
    if last is None or not _is_reported(tokens[last + 1 :]):
        return None
    case = Mention(cited.span(0, last), MentionKind.NOMINAL, "", tokens[last].lower, 0, last)
    return judge or case


def _judge(cited: Sentence, words: SieveWords) -> Mention | None:
    """The judge whose words brackets say them to be: (Vale, J., dissenting)."""
    tokens = cited.tokens
    for i in range(1, len(tokens) - 3):
        is_judge = tokens[i].text == "(" and tokens[i + 2].text == "," and tokens[i + 1].kind == NAME
        if is_judge and tokens[i + 3].lower.rstrip(".") in words.of_judge:
            named = phrase_starting(cited, i + 1)
            return mention_of(cited, named) if named is not None and named.last == i + 1 else None
    return None


def _is_reported(tokens: list[Token]) -> bool:
    """Whether tokens go on with where a case is reported: ", 12 F.3d 4", "[1998] 2 AC", ", Inc., 12 F."."""
    if [token.kind for token in tokens[:2]] == [PUNCT, NAME] and tokens[0].text == ",":
        tokens = tokens[2:]
    opens = [token for token in tokens[:2] if token.text in (",", "(", "[")]
    return bool(opens) and any(token.kind == NUMBER for token in tokens[len(opens) : len(opens) + 1])


def _case(tokens: list[Token], words: SieveWords) -> int | None:
    """The last token of a case's name that begins some tokens: Vale v. Aas, In re Aas."""
    parted = next((i for i, token in enumerate(tokens[:_CASE]) if token.lower in words.parts_parties), 0)
    if parted and _party(tokens[:parted]) != parted - 1:
        return None
    if not parted:
        parted = 1 if len(tokens) > 1 and tokens[1].lower in words.opens_case else 0
    last = _party(tokens[parted + 1 :]) if parted else None
    return None if last is None else last + parted + 1


def _party(tokens: list[Token]) -> int | None:
    """The last token of a party's name that begins some tokens: of names, and short words between them."""
    last = None
    for i, token in enumerate(tokens[:_CASE]):
        if token.kind == NAME or (token.kind != PUNCT and token.text[:1].isupper()):
            last = i
        elif len(token.text.rstrip(".")) > _JOINING or token.kind == PUNCT or last is None:
            break
    return last


_CASE = 14
"""In tokens: the names of the parties of a case are no longer. A guard."""
_JOINING = 3
"""In letters: of, the, and, ex: what joins the words of a party's name is no longer."""


def _pointed_at(sentence: Sentence) -> Answer | None:
    """“We sail.” That is the view of Ruth Vale."""
    tokens = sentence.tokens
    noun = next((i for i in range(2, min(_NOUN, len(tokens) - 2)) if tokens[i].classes & CUE_NOUN), None)
    if noun is None or not tokens[noun + 1].classes & GENITIVE:
        return None
    named = phrase_starting(sentence, noun + 2)
    if named is None:
        return None
    return Answer(mention_of(sentence, named), sentence.span(noun, noun), Reason.SAID_IN_SENTENCE_AFTER)


def _opens(tokens: list[Token], report: CuedReport, words: SieveWords) -> bool:
    """Whether a sentence begins with a report, but for "so"."""
    return report.start == 0 or (report.start == 1 and tokens[0].lower in words.opens_report)


def _is_bare(rest: list[Token]) -> bool:
    """Whether what follows a report says no more than when and where, as "on Monday." does."""
    if len(rest) > _WHEN or any(map(_begins_to_say, rest)):
        return False
    return not rest or rest[0].text in STOPS or bool(rest[0].classes & (PREPOSITION | CALENDAR))


def _begins_to_say(token: Token) -> bool:
    """Whether what is said could begin here: at a mark, a colon, a comma, a subject."""
    return token.kind == QUOTE or token.text in (":", ",") or bool(token.classes & PRONOUN)


def said_in_sentence_before(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """Ruth Vale said no. “We sail.” / Ruth Vale shook her head. “We sail.” - right before."""
    place = narration.places[quote]
    if not place.sentence or not stands_alone(narration.sentence(quote).tokens):
        return None
    reports = narration.reports(place.paragraph, place.sentence - 1)
    if reports:
        return Answer(reports[-1].mention, reports[-1].cue, Reason.SAID_IN_SENTENCE_BEFORE)
    before = narration.sentences(place.paragraph)[place.sentence - 1]
    subject = first_subject(before, len(before.tokens))
    if subject is None or not may_act(before, subject):  # the telephone rang, and said nothing
        return None
    return Answer(subject, None, Reason.SUBJECT_OF_SENTENCE_BEFORE)


def narrated_before(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """Her nephew came in. // “Did you call the bank?” - who acted last, in a line without quotes."""
    place = narration.places[quote]
    before = sentence_before(narration, place)
    if place.sentence or place.token or before is None or is_shown(narration, quote):
        return None
    tokens = narration.sentences(before[0])[before[1]].tokens
    if any(token.kind == QUOTE for token in tokens) or tokens[-1].text == "?":
        return None
    reports = [report for report in narration.reports(*before) if report.own and report.kind == CueKind.SAY]
    if reports:
        return _said_no_question(narration, reports[0])
    subject = next(iter(narration.subjects(*before)), None)
    if subject is None or not _can_speak(subject, narration):
        return None
    return Answer(subject, None, Reason.NARRATED_BEFORE)


def _said_no_question(narration: Narration, report: CuedReport) -> Answer | None:
    """Vale said no. // “We sail.” - but who asks waits for another to speak."""
    asks = report.cue.of(narration.text).lower() in sieve_words(narration.profile).asks
    if asks or not _can_speak(report.mention, narration):
        return None
    return Answer(report.mention, report.cue, Reason.SAID_IN_PARAGRAPH_BEFORE)


def _can_speak(mention: Mention, narration: Narration) -> bool:
    """Whether a mention is of somebody who may go on to speak, and not of the writer or the reader."""
    if mention.kind == MentionKind.PRONOUN:
        return mention.head in sieve_words(narration.profile).pronouns
    return mention.kind == MentionKind.NAME or narration.grammar.is_person(mention.head)
