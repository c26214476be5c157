"""Whether a word is a verb where it stands: "reports", "claim" and "attacks" may be nouns.

Without tags, what stands before a word says most: a verb follows its subject, an auxiliary or a point, and a
noun a determiner or a preposition.
"""

from typing import NamedTuple

from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import DASHES, EDGE, NAME, NUMBER, PUNCT, QUOTE, WORD
from quoteverify.reading.syntax.word_classes import (
    ADVERB,
    AGE,
    AUXILIARY,
    BE,
    BODY,
    CALENDAR,
    CLOSED,
    COMPLEMENTISER,
    CONJUNCTION,
    CROWD,
    CUE,
    CUE_NOUN,
    DATING,
    DEFINITE_ARTICLE,
    DETERMINER,
    GENITIVE,
    INDEFINITE_ARTICLE,
    INFINITIVE_MARKER,
    MANNER_ADVERB,
    NOUN,
    ORDINAL_ADVERB,
    PAST,
    PLURAL,
    POSSESSIVE,
    POSSESSIVE_MARK,
    PREPOSITION,
    PRESENT_PARTICIPLE,
    PRONOUN,
    PURPOSE,
    ROLE,
    SINGULAR,
    THIRD_PERSON,
    VERB,
    VERB_ONLY,
    VERB_PARTICLE,
)

_DIGITS_OF_A_YEAR = 4
_LONGEST_PARENTHESIS = 40  # tokens: guards against a comma at each word, of which none is the other's
_BRACKETS = {"(": ")", "[": "]"}


class VerbRule(NamedTuple):
    """What the classes of the word before say of a word that may be a verb."""

    before: int
    is_verb: bool
    example: str


AFTER_A_WORD = (
    VerbRule(PRONOUN, True, "She *claims* it."),
    VerbRule(DETERMINER | POSSESSIVE, False, "Her *claims* and the *reports* came."),
    VerbRule(POSSESSIVE_MARK | GENITIVE, False, "Vale’s *claims* came, and a wave of *reports*."),
    VerbRule(AUXILIARY | ADVERB, True, "Vale may *claim* it, and never *report* it."),
    VerbRule(INFINITIVE_MARKER | CONJUNCTION, True, "Vale came to *claim* it and *report* it."),
    VerbRule(PREPOSITION, False, "Vale came with *claims*."),
)
"""In order: the first that holds decides."""


def is_verb(sentence: Sentence, i: int) -> bool:
    """Whether a word is a finite verb where it stands."""
    tokens = sentence.tokens
    token = tokens[i]
    classes = token.classes
    if token.kind == NAME and i and tokens[i - 1].kind != QUOTE:
        return False
    if classes & AUXILIARY:
        return not classes & POSSESSIVE_MARK  # 's is one of a possessive, unless nothing else could follow it
    if _is_of_another_class(sentence, i):
        return False
    if _is_verb_by_form(sentence, i):
        return True
    if not classes & (PAST | VERB) or classes & PRESENT_PARTICIPLE:
        return False
    if sentence.grammar.syntax.nouns_have_capitals and classes & VERB:
        return i == 0 or not token.text[0].isupper()
    return i == 0 or _AFTER[tokens[i - 1].kind](sentence, i)


def _is_verb_by_form(sentence: Sentence, i: int) -> bool:
    """Whether a word is a verb though no table says where it is one: by a form no noun has, or by its -s."""
    classes = sentence.tokens[i].classes
    if classes & VERB_ONLY:
        return _follows_a_subject(sentence, i)
    return bool(classes & THIRD_PERSON) and not classes & VERB and _acts(sentence, i)


def _is_of_another_class(sentence: Sentence, i: int) -> bool:
    """Whether a word is an adverb, a date or an office: Vale, *head* of the port; the Rovers *head* coach."""
    classes, after = sentence.tokens[i].classes, sentence.at(i + 1).classes
    office = classes & ROLE and (after & GENITIVE or (after & ROLE and not after & PLURAL))
    return bool(classes & (ADVERB | CALENDAR) or office)


def _follows_a_subject(sentence: Sentence, i: int) -> bool:
    """Whether a form that is no noun has a subject before it: the White House *says*, not the *say*."""
    before = sentence.at(i - 1)
    if before.kind != WORD or before.classes & CROWD or is_owner(sentence, i - 1):
        return before.kind in (NAME, NUMBER, WORD)
    return not any(before.classes & rule.before for rule in AFTER_A_WORD)


def is_owner(sentence: Sentence, i: int) -> bool:
    """Whether a token ends whose friend somebody is: a friend of *his*, a friend of Ruth Vale*’s*."""
    tokens = sentence.tokens
    if not tokens[i].classes & (POSSESSIVE | POSSESSIVE_MARK):
        return False
    first = i
    while first > 0 and tokens[first - 1].kind == NAME and tokens[i].classes & POSSESSIVE_MARK:
        first -= 1
    named = first < i or tokens[i].classes & POSSESSIVE
    return bool(named) and bool(sentence.at(first - 1).classes & GENITIVE)


def _has_a_verb_of_its_own(sentence: Sentence, i: int) -> bool:
    """Whether a word is the subject of the verb behind it: the new *rules* say."""
    after = sentence.at(i + 1)
    return bool(after.kind == WORD and after.classes & CUE and not sentence.tokens[i].classes & PAST)


def _acts(sentence: Sentence, i: int) -> bool:
    """Whether an unknown word in -s is a verb by its neighbours: "the mayor rebuffs Vale"."""
    if i == 0 or sentence.tokens[i].classes & SINGULAR:
        return False
    before, after = sentence.tokens[i - 1], sentence.at(i + 1)
    if before.classes & PRONOUN and not before.classes & (DETERMINER | COMPLEMENTISER | PLURAL | POSSESSIVE):
        return True
    somebody = before.classes & (ROLE | BODY) and not before.classes & PLURAL
    named = before.kind == NAME and (i < 2 or sentence.tokens[i - 2].kind in (NAME, PUNCT))
    if not somebody and not named:
        return False
    return bool(
        after.classes & (DETERMINER | POSSESSIVE | COMPLEMENTISER)
        or (somebody and after.kind == NAME)
        or (before.kind == NAME and after.text == ".")
    )


def _is_verb_after_quote(sentence: Sentence, i: int) -> bool:
    """“We sail,” *claims* Vale; but “We sail,” *counsel* asked, and “We sail,” *counsel* for Vale asked."""
    after, somebody = sentence.at(i + 1), sentence.tokens[i].classes & ROLE
    if not somebody or after.kind != WORD:
        return True
    return not (after.classes & PREPOSITION or _has_a_verb_of_its_own(sentence, i))


def _is_verb_after_point(sentence: Sentence, i: int) -> bool:
    """Vale, 41, *claims* it."""
    before = sentence.tokens[i - 1].text
    return before in (",", ")", "(", "[", ";", ":") or before in DASHES


def _is_verb_after_number(sentence: Sentence, i: int) -> bool:
    """The 21-year-old *claims* it, but two of 41 *claims*."""
    return bool(sentence.tokens[i].classes & PAST or sentence.tokens[i - 1].classes & AGE)


def _is_verb_after_name(sentence: Sentence, i: int) -> bool:
    """Vale *attacks* and the Port News *reports*, but the Paris *attacks*."""
    tokens = sentence.tokens
    before = tokens[i - 1]
    if _is_of_an_office(sentence, i):
        return False
    if not tokens[i].classes & THIRD_PERSON or tokens[i].classes & SINGULAR:
        return bool(tokens[i].classes & PAST or before.classes & PLURAL)
    first = i - 1
    while first >= 0 and tokens[first].kind == NAME:
        first -= 1
    articled = first >= 0 and tokens[first].classes & (DEFINITE_ARTICLE | INDEFINITE_ARTICLE)
    return not articled or bool(before.classes & BODY) or _has_object(sentence, i)


def _is_of_an_office(sentence: Sentence, i: int) -> bool:
    """Whether a word belongs to the office of somebody who acts: Port Board *claims* chief Ruth Vale said."""
    tokens = sentence.tokens
    if not sentence.at(i + 1).classes & ROLE or sentence.at(i + 2).kind != NAME:
        return False
    end = next((j for j in range(i + 3, len(tokens)) if tokens[j].kind != NAME), len(tokens))
    return bool(sentence.at(end).kind == WORD and sentence.at(end).classes & (CUE | AUXILIARY | PAST))


def _has_object(sentence: Sentence, i: int) -> bool:
    """Whether what a verb takes stands after a word: the Post *reports* that, the Post *reports*: “...”."""
    after = sentence.at(i + 1)
    return bool(
        after.kind in (QUOTE, NAME)
        or after.text == ":"
        or after.classes & (DETERMINER | POSSESSIVE | PRONOUN | COMPLEMENTISER | PURPOSE)
    )


def _is_verb_after_word(sentence: Sentence, i: int) -> bool:
    """She *claims* it, but her *claims*."""
    before, classes = sentence.tokens[i - 1].classes, sentence.tokens[i].classes
    if before & CROWD and _is_said_by_some(sentence, i):
        return True
    if classes & THIRD_PERSON and _is_noun_all_the_same(sentence, i):
        return False
    if sentence.tokens[i].classes & PAST and is_owner(sentence, i - 1):
        return True
    for rule in AFTER_A_WORD:
        if before & rule.before:
            return rule.is_verb
    if before & CALENDAR and classes & CUE and sentence.at(i - 2).classes & DATING:
        return not sentence.at(i + 1).classes & GENITIVE  # "those who met on Monday say"
    return _is_verb_after_noun(sentence, i)


def _is_noun_all_the_same(sentence: Sentence, i: int) -> bool:
    """Whether a form in -s is a noun where most are verbs: moved to *chants*; that *states* can pass it."""
    before = sentence.tokens[i - 1].classes
    if before & INFINITIVE_MARKER:
        return bool(sentence.tokens[i].classes & CUE)
    return bool(before & CONJUNCTION and sentence.at(i + 1).classes & AUXILIARY)


def _is_said_by_some(sentence: Sentence, i: int) -> bool:
    """Whether the subject of a past cue is a number: "Some *warned* that", "the father of three *added*"."""
    classes, ends = sentence.tokens[i].classes, sentence.at(i + 1).kind in (EDGE, PUNCT)
    return bool(classes & CUE and classes & PAST) and (ends or _has_object(sentence, i))


def _is_verb_after_noun(sentence: Sentence, i: int) -> bool:
    """The pilots *claim* it and the board *claims* it, but damage *claims*."""
    tokens = sentence.tokens
    classes, before = tokens[i].classes, tokens[i - 1].classes
    determined = i > 1 and tokens[i - 2].classes & DETERMINER
    newly = before & MANNER_ADVERB and not before & NOUN
    if classes & PAST or newly:
        # "the newly elected mayor" has a noun after it, and a determiner before.
        ends = i + 1 == len(tokens)
        return bool(ends or not newly or not determined)
    if before & (ROLE | BODY):
        agrees = bool(classes & THIRD_PERSON) != bool(before & PLURAL)
        return agrees and not before & SINGULAR
    if _has_a_verb_of_its_own(sentence, i):
        return False
    if classes & THIRD_PERSON:
        surely = not classes & CUE_NOUN and _is_determined(sentence, i - 1)
        return bool(not before & PLURAL and classes & CUE and (determined or surely))
    return _are_many(sentence, i - 1)


def _are_many(sentence: Sentence, i: int) -> bool:
    """Whether a noun is a plural: not the "nervous" of "a nervous call"."""
    return bool(sentence.at(i).classes & PLURAL) and not sentence.at(i - 1).classes & INDEFINITE_ARTICLE


def _is_determined(sentence: Sentence, noun: int) -> bool:
    """Whether a determiner stands before a noun and its adjectives: "the old leaflet"."""
    first = noun
    while first > 0 and sentence.tokens[first].kind == WORD and not sentence.tokens[first].classes & CLOSED:
        first -= 1
    return noun > first and bool(sentence.tokens[first].classes & DETERMINER)


_AFTER = {
    WORD: _is_verb_after_word,
    NAME: _is_verb_after_name,
    NUMBER: _is_verb_after_number,
    PUNCT: _is_verb_after_point,
    QUOTE: _is_verb_after_quote,
}
"""What decides, by the kind of the token before."""


def before_verb_group(sentence: Sentence, i: int) -> int:
    """The index of the nearest token before a verb that is neither auxiliary nor adverb, -1 for none."""
    tokens = sentence.tokens
    j = i - 1
    while j >= 0 and (tokens[j].kind == WORD or _is_year(sentence, j)):
        classes = tokens[j].classes
        if classes & CALENDAR or tokens[j].kind == NUMBER:
            j = _before_date(sentence, j)
        elif classes & (AUXILIARY | ADVERB | ORDINAL_ADVERB) or (
            classes & MANNER_ADVERB and not classes & (BODY | NOUN)
        ):
            j -= 1
        elif classes & INFINITIVE_MARKER and (governor := _governor_of_infinitive(sentence, j)) is not None:
            j = governor - 1
        elif _is_amid_perfect(sentence, j, i):
            j -= 1
        else:
            break
    return j


def _is_year(sentence: Sentence, i: int) -> bool:
    """Whether a number is a year that something happened in: Vale, who in *2010* said so."""
    number, before = sentence.tokens[i], sentence.at(i - 1).classes
    if number.kind != NUMBER or not before & DATING or not before & PREPOSITION:
        return False
    return len(number.text) == _DIGITS_OF_A_YEAR and number.text.isdecimal()


def _is_amid_perfect(sentence: Sentence, j: int, verb: int) -> bool:
    """Whether a word between an auxiliary and a participle can but be an adverb: has *long* said."""
    before = sentence.at(j - 1)
    if j + 1 != verb or sentence.tokens[j].classes & CLOSED or not sentence.tokens[verb].classes & PAST:
        return False
    helps = before.kind == WORD and before.classes & AUXILIARY
    return bool(helps and not before.classes & (BE | POSSESSIVE_MARK))


def _governor_of_infinitive(sentence: Sentence, marker: int) -> int | None:
    """The verb or adjective that an infinitive depends on: "went on to say", "has been careful to say"."""
    tokens = sentence.tokens
    k = marker - 1
    while k >= 0 and tokens[k].kind == WORD and tokens[k].classes & (ADVERB | VERB_PARTICLE):
        k -= 1
    if k < 0:
        return None
    is_adjective = k and tokens[k].kind == WORD and tokens[k - 1].classes & (AUXILIARY | ADVERB)
    return k if is_adjective or is_verb(sentence, k) else None  # no noun: "a plan to say"


def _before_date(sentence: Sentence, j: int) -> int:
    """The index of the nearest token before the words of a date: "on Monday", "two weeks ago"."""
    tokens = sentence.tokens
    while j >= 0 and (
        tokens[j].kind == NUMBER
        or tokens[j].classes & (CALENDAR | DATING)
        or (tokens[j].kind == WORD and tokens[j].classes & DETERMINER)
    ):
        j -= 1
    return j


def verb_after(sentence: Sentence, i: int) -> int | None:
    """The verb that follows a phrase, past adverbs and what stands between commas or brackets."""
    tokens = sentence.tokens
    if i >= len(tokens) or not (tokens[i].text in (",", "(", "[") or tokens[i].text in DASHES):
        return _verb_after_adverbs(sentence, i)
    close = _BRACKETS.get(tokens[i].text, tokens[i].text)
    for j in range(i + 1, min(i + _LONGEST_PARENTHESIS, len(tokens))):
        if tokens[j].kind == QUOTE or tokens[j].text in (";", ":"):
            return None
        if tokens[j].text == close:
            found = _verb_after_adverbs(sentence, j + 1)
            if found is not None:
                return found
    return None


def _is_of_date(sentence: Sentence, i: int) -> bool:
    """Whether a word is of a date before a verb: Vale, the mayor, *on Thursday* left, or *last week*."""
    classes, after = sentence.tokens[i].classes, sentence.at(i + 1).classes
    return bool(classes & CALENDAR or (after & CALENDAR and not classes & (PAST | THIRD_PERSON | AUXILIARY)))


def _verb_after_adverbs(sentence: Sentence, i: int) -> int | None:
    """The verb at a place, or after the adverbs there."""
    tokens = sentence.tokens
    while (
        i < len(tokens)
        and tokens[i].kind == WORD
        and (tokens[i].classes & (ADVERB | MANNER_ADVERB) or _is_of_date(sentence, i))
    ):
        i += 1
    if i == len(tokens):
        return None
    shortened = tokens[i].kind == WORD and tokens[i].classes & AUXILIARY
    return i if shortened or is_verb(sentence, i) else None
