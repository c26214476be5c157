"""Whom somebody's words are said to: "told Bo Aas", "asked her", "said in a letter to the council".

What a verb takes as whom it tells is a row of ``cues.toml`` (``tells``); what stands before them elsewhere,
such as "to", is a class of the grammar.
"""

from quoteverify.models import Span
from quoteverify.reading.people.pronouns import words_of
from quoteverify.reading.syntax.cues.passives import is_passive
from quoteverify.reading.syntax.cues.report import CuedReport, CueKind
from quoteverify.reading.syntax.mentions import Mention, MentionKind, mention_of, pronoun_at
from quoteverify.reading.syntax.narration import Narration
from quoteverify.reading.syntax.phrases import Phrase, phrase_starting
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.subjects import own_subject
from quoteverify.reading.syntax.tokens import NAME, NUMBER, WORD
from quoteverify.reading.syntax.word_classes import (
    ADDRESSING,
    ADVERB,
    BODY,
    CALENDAR,
    CLOSED,
    CUE,
    CUE_NOUN,
    DATING,
    DETERMINER,
    MANNER_ADVERB,
    OBJECT_PRONOUN,
    PERSON,
    POSSESSIVE,
    PREPOSITION,
    PRESENT_PARTICIPLE,
    ROLE,
    VERB,
)
from quoteverify.text.language import LanguageProfile

_SOMEBODY = PERSON | ROLE | BODY
_LONGEST_LETTER = 4
"""In tokens: "in a recent statement to" has four before the preposition."""
_LONGEST = 10
"""In tokens: how long a phrase of nouns may grow (a guard)."""
_ADJUNCTS = 3
"""What stands between a verb and whom it tells: a date, a letter, an adverb; seldom more (a guard)."""


def addressee(narration: Narration, cue: Span | None, speaker: Mention) -> Mention | None:
    """Whom the words are said to that a cue reports; None where the text does not say it.

    Args:
        narration: The text.
        cue: Where the cue stands.
        speaker: Who says them.
    """
    if cue is None:
        return None
    paragraph, number = narration.locate(cue.start)
    for report in narration.reports(paragraph, number):
        if report.cue == cue:
            found = told(narration.sentences(paragraph)[number], report, narration.profile)
            return found if found is None or found.span != speaker.span else None
    return None


def asked(narration: Narration, paragraph: int, number: int) -> Mention | None:
    """Who is asked something by what a sentence says first: "I ask her whether the port will hold"."""
    sentence, reports = narration.sentences(paragraph)[number], narration.reports(paragraph, number)
    asks = words_of("cues", narration.profile, asks=True)
    if not reports or sentence.tokens[reports[0].last].lower not in asks:
        return None
    return told(sentence, reports[0], narration.profile)


def told(sentence: Sentence, report: CuedReport, profile: LanguageProfile) -> Mention | None:
    """Whom a report says its words to."""
    if report.kind == CueKind.NOUN:  # "Vale's letter to the council"
        return _addressed(sentence, report.last + 1)
    if report.kind != CueKind.SAY:
        return None
    tells = sentence.tokens[report.last].lower in words_of("cues", profile, tells=True)
    if tells and is_passive(sentence, report.last):
        return own_subject(sentence, report.last)
    at = report.last + 1
    if report.mention.first == at:  # asked the senator
        at = report.mention.last + 1
    elif tells and (found := _somebody(sentence, at)) is not None:
        return found
    return _addressed(sentence, at) or _written_to(sentence, report)


def _somebody(sentence: Sentence, i: int) -> Mention | None:
    """Somebody who is told something, where words for them begin: no question and no truth is."""
    phrase = phrase_starting(sentence, i)
    if phrase is None or (phrase.first == phrase.head and sentence.at(i).classes & OBJECT_PRONOUN):
        return pronoun_at(sentence, i, i) if sentence.at(i).classes & OBJECT_PRONOUN else None
    whole = _whole(sentence, phrase)
    mention = mention_of(sentence, whole)
    if mention.kind == MentionKind.PRONOUN:
        return None
    told = mention.kind == MentionKind.NAME or whole != phrase or _is_somebody(sentence, phrase)
    return mention if told else None


def _whole(sentence: Sentence, phrase: Phrase) -> Phrase:
    """A phrase to the end of its nouns: "a North Carolina" rally, "Fox News" host Ruth Vale."""
    last = phrase.last
    while last - phrase.first < _LONGEST and _goes_on(sentence, phrase, last + 1):
        last += 1
    return phrase if last == phrase.last else Phrase(phrase.first, last, last)


def _goes_on(sentence: Sentence, phrase: Phrase, i: int) -> bool:
    """Whether a token goes on with the nouns before it; a name with an article does so with any noun."""
    token = sentence.at(i)
    if token.kind != WORD:
        return token.kind == NAME
    if token.classes & (CLOSED | CALENDAR):
        return False
    articled = sentence.tokens[phrase.first].classes & DETERMINER and sentence.tokens[i - 1].kind == NAME
    noun = not token.classes & (CUE | VERB | PRESENT_PARTICIPLE | MANNER_ADVERB)
    return bool(noun or articled or token.classes & _SOMEBODY)


def _is_somebody(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a description is of people or a body, or of so many of them: "a crowd of 300 pilots"."""
    tokens = sentence.tokens
    return any(tokens[i].classes & _SOMEBODY for i in {phrase.head, phrase.last})


def _addressed(sentence: Sentence, at: int) -> Mention | None:
    """Who stands behind a preposition, past dates, adverbs and a letter: "said on Monday to reporters"."""
    for _ in range(_ADJUNCTS):
        at = _past_adverbs(sentence, at)
        if sentence.at(at).classes & ADDRESSING:
            return _somebody(sentence, at + 1)
        letter = _end_of_letter(sentence, at)
        if letter is None:
            return None
        at = letter
    return None


def _past_adverbs(sentence: Sentence, i: int) -> int:
    """The index of the first token that belongs to no date and is no adverb."""
    while i < len(sentence.tokens):
        token = sentence.tokens[i]
        dated = token.classes & CALENDAR or token.kind == NUMBER
        dated = dated or (token.classes & DATING and not token.classes & PREPOSITION)
        before_date = token.classes & PREPOSITION and sentence.at(i + 1).classes & (CALENDAR | DATING)
        if not (dated or before_date or (token.kind == WORD and token.classes & (ADVERB | MANNER_ADVERB))):
            break
        i += 1
    return i


def _end_of_letter(sentence: Sentence, i: int) -> int | None:
    """The index after a letter that a preposition brings in: "in a statement"; None where there is none."""
    if not sentence.at(i).classes & PREPOSITION or sentence.at(i).classes & ADDRESSING:
        return None
    for j in range(i + 1, i + 1 + _LONGEST_LETTER):
        token = sentence.at(j)
        if token.classes & CUE_NOUN:
            return j + 1
        if token.kind not in (WORD, NAME) or (
            j > i + 1 and token.classes & (DETERMINER | POSSESSIVE | PREPOSITION)
        ):
            return None
    return None


def _written_to(sentence: Sentence, report: CuedReport) -> Mention | None:
    """To whom the letter is that opens a sentence: "In a letter to the council, Vale wrote"."""
    letter = _end_of_letter(sentence, 0)
    if letter is None or letter >= report.start or not sentence.at(letter).classes & ADDRESSING:
        return None
    found = _somebody(sentence, letter + 1)
    return found if found is not None and found.last < report.start else None
