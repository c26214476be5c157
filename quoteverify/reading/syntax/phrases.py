"""Noun phrases: "Ruth Vale", "she", "a spokesman for the port", "the port authority's director, Ruth Vale".

No part-of-speech tags are needed: closed classes, capitals and punctuation show where a phrase begins and
ends.
"""

from collections.abc import Iterator
from typing import NamedTuple

from quoteverify.reading.syntax.names import (
    AMPERSAND,
    FULL_NAME,
    ends_of_offices,
    is_nickname,
    joins_body,
    office_over,
)
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import NAME, NUMBER, PUNCT, QUOTE, WORD, Token
from quoteverify.reading.syntax.verbs import is_verb
from quoteverify.reading.syntax.word_classes import (
    ADDITIVE,
    AUTHOR,
    BODY,
    CALENDAR,
    CLOSED,
    COMPLEMENT,
    CROWD,
    CUE,
    CUE_NOUN,
    DEFINITE_ARTICLE,
    DETERMINER,
    GENITIVE,
    INDEFINITE_ARTICLE,
    INFINITIVE_MARKER,
    MANNER_ADVERB,
    MODIFIER,
    NAME_PARTICLE,
    NOUN,
    OBJECT_PRONOUN,
    OFFICE_JOINT,
    PARTITIVE,
    PERSON,
    PLACE,
    PLURAL,
    POSSESSIVE,
    POSSESSIVE_MARK,
    PREDETERMINER,
    PREPOSITION,
    PRESENT_PARTICIPLE,
    PRONOUN,
    ROLE,
    SHARING,
    TITLE,
)

_BRACKETS = ("(", ")")
LONGEST = 14  # tokens on one side: no noun phrase of a subject in the training articles is longer
_DEEPEST = 4  # phrases within phrases: "the head of the board of the port of Aas" has more, and needs no more
_WORDS_TO_A_NOUN = 4  # after a name: "Port board's long-serving chief" goes on with a noun that near


class Phrase(NamedTuple):
    """A noun phrase: the indices of its first token, its head and its last token in their sentence."""

    first: int
    head: int
    last: int


def _is_pronoun(token: Token) -> bool:
    """Whether a token is a pronoun that can be a subject, and no name that is written like one: IT."""
    return token.kind == WORD and bool(token.classes & PRONOUN)


def _is_noun(token: Token) -> bool:
    """Whether a token can be the head of a noun phrase."""
    if token.kind == WORD:
        return not token.classes & (CLOSED | CALENDAR | MANNER_ADVERB) or bool(token.classes & NOUN)
    return token.kind in (NAME, NUMBER)


def _counts_children(sentence: Sentence, i: int) -> bool:
    """Whether a number says how many somebody has or leads: "the father of *three*"."""
    governed = sentence.tokens[i].classes & CROWD and sentence.at(i - 1).classes & GENITIVE
    return bool(governed and sentence.at(i - 2).classes & PERSON)


def phrase_ending(sentence: Sentence, last: int, depth: int = 0) -> Phrase | None:
    """The noun phrase that ends with a token, or None."""
    tokens = sentence.tokens
    if last < 0:
        return None
    if _is_pronoun(tokens[last]):
        return Phrase(last, last, last)
    if not (_is_noun(tokens[last]) or _counts_children(sentence, last)):
        return None
    if tokens[last].kind == WORD and is_verb(sentence, last):
        return None
    first = _description_before(sentence, last)
    if first > 1 and depth < _DEEPEST and tokens[first - 1].classes & (COMPLEMENT | MODIFIER | AUTHOR):
        outer = phrase_ending(sentence, first - 2, depth + 1)
        if outer is not None and (head := _head_of_whole(sentence, outer, first, last)) is not None:
            return Phrase(outer.first, head, last)
    return Phrase(first, last, last)


def _head_of_whole(sentence: Sentence, outer: Phrase, first: int, last: int) -> int | None:
    """The head of a phrase with the one that a preposition joins to it; None where they are two."""
    if _ends_office(sentence, outer.first, first, last):
        return last
    if not _can_hold(sentence, outer, first - 1, last):
        return None
    part = sentence.tokens[outer.head].classes & PARTITIVE
    return last if part or _is_of_body(sentence, outer.head, first, last) else outer.head


def _ends_office(sentence: Sentence, start: int, inner: int, last: int) -> bool:
    """Whether what stands before a phrase is an office, and the phrase ends with who holds it."""
    return any(end <= last for end in ends_of_offices(sentence, range(start + 1, inner)))


def _can_hold(sentence: Sentence, phrase: Phrase, preposition: int, last: int) -> bool:
    """Whether a phrase takes in what follows a preposition: "the head of" does, "Vale in" does not."""
    head = sentence.tokens[phrase.head]
    if joins_body(sentence, preposition) or _is_held(sentence, phrase.head, preposition, last):
        return True
    described = head.classes & ROLE or phrase.first < phrase.head
    if (
        sentence.tokens[preposition].classes & AUTHOR
        and not sentence.tokens[preposition].classes & COMPLEMENT
    ):
        return _is_text(sentence, phrase.head)
    title = head.classes & ROLE and sentence.tokens[phrase.first].classes & DETERMINER
    return bool((head.kind == WORD or title) and not head.classes & PRONOUN and described)


def _is_text(sentence: Sentence, head: int) -> bool:
    """Whether a noun may be something that somebody made: "a study *by* Vale", "a plan *by* the board"."""
    noun = sentence.tokens[head]
    return noun.kind == WORD and not noun.classes & (CLOSED | CALENDAR | PERSON | ROLE)


def _is_held(sentence: Sentence, head: int, joint: int, last: int) -> bool:
    """Whether an office with capitals is told whose it is: "*Danish Ambassador to Aas*, Ruth Vale,"."""
    if not (sentence.tokens[head].classes & (ROLE | TITLE) and sentence.tokens[joint].classes & OFFICE_JOINT):
        return False
    comma, *name = (sentence.at(last + n) for n in range(1, FULL_NAME + 2))
    return comma.text == "," and all(token.kind == NAME for token in name)


def _is_of_body(sentence: Sentence, body: int, first: int, head: int) -> bool:
    """Whether a body's name with a genitive goes on to somebody: "Bank of Aas chief economist Ruth Vale"."""
    tokens = sentence.tokens
    return (
        tokens[body].kind == NAME
        and joins_body(sentence, body + 1)
        and tokens[first].kind == NAME
        and any(
            token.classes & ROLE and (token.kind == WORD or _stands_before_name(sentence, i, head))
            for i, token in enumerate(tokens[first + 1 : head + 1], first + 1)
        )
    )


def _stands_before_name(sentence: Sentence, role: int, head: int) -> bool:
    """Whether a role with a capital stands before who has it: Bank of Aas *Governor* Ruth Vale."""
    name = sentence.tokens[role + 1 : head + 1]
    return bool(name) and all(token.kind == NAME and not token.classes & (ROLE | BODY) for token in name)


def _description_before(sentence: Sentence, last: int) -> int:
    """The first token of the phrase that a noun ends, prepositions aside."""
    tokens = sentence.tokens
    first = last
    while first > 0 and last - first < LONGEST:
        if tokens[first - 1].kind == WORD and tokens[first - 1].classes & (DETERMINER | POSSESSIVE):
            first -= 1
            return first - 1 if sentence.at(first - 1).classes & PREDETERMINER else first
        count = _words_before(sentence, first, last)
        if not count:
            break
        first -= count
    return first


def _words_before(sentence: Sentence, first: int, last: int) -> int:
    """How many tokens before a place belong to the phrase that goes on there, 0 if none does."""
    tokens = sentence.tokens
    before, second = tokens[first - 1], sentence.at(first - 2)
    if before.kind in (NAME, NUMBER) or before.text == AMPERSAND:
        return 1
    if before.kind == WORD:
        return 2 if is_share(sentence, first - 1) else _described_before(sentence, first, last)
    possessive = before.classes & POSSESSIVE_MARK and second.end == before.start
    if possessive and second.kind == WORD and _is_noun(second):  # the pilots’ report
        return 2
    if second.kind != NAME:
        return 0
    if before.text == ")" and _holds_title(sentence, first - 3):
        return 3
    # the Vales’ claim, Ruth “Bo” Vale
    return 2 if possessive or (is_nickname(sentence, first - 1) and tokens[last].kind == NAME) else 0


def is_share(sentence: Sentence, i: int) -> bool:
    """Whether a word makes a share of two numbers: 1 *in* 5 adults, six *in* 10 of them, 40 *per* cent."""
    word, before = sentence.tokens[i], sentence.at(i - 1)
    if not word.classes & SHARING:
        return False
    if sentence.at(i + 1).kind == NUMBER:
        return before.kind == NUMBER or _counts(before)
    return before.kind == NUMBER and not word.classes & PLACE


def _counts(token: Token) -> bool:
    """Whether a word says how many: "six", "one", no article."""
    article = DEFINITE_ARTICLE | INDEFINITE_ARTICLE
    return token.kind == WORD and bool(token.classes & DETERMINER) and not token.classes & article


def _described_before(sentence: Sentence, first: int, last: int) -> int:
    """How many tokens belong to a phrase from the word before it back, 0 if the word does not."""
    tokens = sentence.tokens
    before, second = tokens[first - 1], sentence.at(first - 2)
    if before.classes & POSSESSIVE_MARK and _is_noun(second):
        return 2
    office = office_over(sentence, first - 1) if before.classes & OFFICE_JOINT else None
    if office is not None and office.end <= last:
        return first - office.first
    if before.classes & ADDITIVE and (
        tokens[first].kind == second.kind == NAME or _are_roles(sentence, first - 2, first)
    ):
        return 2
    if tokens[first].kind == NAME and _is_before_a_clause(before, second):
        return 0
    if before.classes & CALENDAR:
        return int(_is_dated(tokens[first], second))
    if before.classes & CLOSED or _takes_object(before, second):
        return 0
    return 0 if is_verb(sentence, first - 1) else 1


def _takes_object(word: Token, before: Token) -> bool:
    """Whether a participle behind a preposition takes what follows for its object: "by *declaring* Vale"."""
    participle = word.classes & PRESENT_PARTICIPLE and word.classes & CUE
    return bool(participle and before.classes & PREPOSITION)


def _is_dated(noun: Token, determiner: Token) -> bool:
    """Whether a word of the calendar between two words says when something was: "a *Monday* statement"."""
    return noun.kind == WORD and bool(determiner.classes & (DETERMINER | POSSESSIVE))


def _is_before_a_clause(noun: Token, before: Token) -> bool:
    """Whether a word stands before a name it does not describe: "a claim Vale denied", "to mock Vale"."""
    if before.classes & INFINITIVE_MARKER:
        return not noun.classes & (PERSON | ROLE | BODY | TITLE)
    return bool(noun.classes & CUE_NOUN and before.classes & INDEFINITE_ARTICLE)


def phrase_starting(sentence: Sentence, first: int, *, within_office: bool = False) -> Phrase | None:
    """The noun phrase that begins with a token, or None.

    Args:
        sentence: The sentence.
        first: The index of the token.
        within_office: Whether an office stands before it: no other one follows.
    """
    tokens = sentence.tokens
    if first >= len(tokens):
        return None
    part = _part_of_others(sentence, first)
    if part is not None:
        return part
    if _is_pronoun(tokens[first]) and not tokens[first].classes & DETERMINER:
        return Phrase(first, first, first)
    noun = _after_determiners(sentence, first)
    end = _end_of_nouns(sentence, noun)
    if end == noun:  # "these", "others" and "some" stand alone
        alone = noun > first and tokens[noun - 1].classes & (PRONOUN | PARTITIVE)
        return Phrase(first, noun - 1, noun - 1) if alone else None
    if not _is_noun(tokens[end - 1]):
        return None
    held = None if within_office else _holder_of_office(sentence, end)
    return held._replace(first=first) if held is not None else _with_complement(sentence, first, end - 1)


def _part_of_others(sentence: Sentence, first: int) -> Phrase | None:
    """The phrase of a part and its whole: "one of the pilots", "three of them"; its head is the whole's."""
    tokens = sentence.tokens
    if not (tokens[first].classes & PARTITIVE and sentence.at(first + 1).classes & GENITIVE):
        return None
    whole = phrase_starting(sentence, first + 2)
    if whole is not None:
        return whole._replace(first=first)
    return Phrase(first, first + 2, first + 2) if sentence.at(first + 2).classes & OBJECT_PRONOUN else None


def _after_determiners(sentence: Sentence, i: int) -> int:
    """The index of the first token from a place on that is no determiner."""
    tokens = sentence.tokens
    while i < len(tokens) and tokens[i].kind == WORD and tokens[i].classes & (DETERMINER | POSSESSIVE):
        i += 1
    return i


def _end_of_nouns(sentence: Sentence, first: int) -> int:
    """The index after the nouns, names and adjectives that stand from a place on."""
    end = first
    while end < len(sentence.tokens) and end - first < LONGEST and _goes_on(sentence, first, end):
        end += 1
    return end


def _goes_on(sentence: Sentence, first: int, i: int) -> bool:
    """Whether a token goes on with the nouns, names and adjectives from a place on, prepositions aside."""
    token = sentence.tokens[i]
    if token.kind in (NAME, NUMBER):
        return True
    if token.kind == WORD:
        return _joins_nouns(sentence, first, i) or _describes(sentence, first, i)
    if token.text == AMPERSAND:
        return i > first
    if token.classes & POSSESSIVE_MARK:  # the Vales’ claim
        return i > first and sentence.at(i - 1).end == token.start and _is_noun(sentence.at(i + 1))
    if token.text in _BRACKETS:
        return i > first and _holds_title(sentence, i if token.text == "(" else i - 2)
    return is_nickname(sentence, i) and _is_between_names(sentence, first, i)


def _joins_nouns(sentence: Sentence, first: int, i: int) -> bool:
    """Whether a word joins the nouns of a phrase: Vale"'s", Ada "van der" Vale, founder "and" director."""
    classes = sentence.tokens[i].classes
    if classes & NAME_PARTICLE and sentence.at(i + 1).kind == NAME:
        return True
    if classes & ADDITIVE and i > first:
        return _is_between_names(sentence, first, i) or _are_roles(sentence, i - 1, i + 1)
    return i > first and bool(classes & POSSESSIVE_MARK)


def _are_roles(sentence: Sentence, one: int, other: int) -> bool:
    """Whether two nouns are what one person is, whose name follows: "founder and director Ruth Vale"."""
    nouns = sentence.at(one), sentence.at(other)
    singular = all(noun.classes & ROLE and not noun.classes & PLURAL for noun in nouns)
    determined = sentence.at(one - 1).classes & (DETERMINER | POSSESSIVE)
    return singular and not determined and sentence.at(other + 1).kind == NAME


def _holds_title(sentence: Sentence, i: int) -> bool:
    """Whether brackets that open at a place hold a title within a name: "Chief (Mrs) Ruth Vale"."""
    opening, title, closing, name = (sentence.at(i + n) for n in range(4))
    return (
        (opening.text, closing.text) == ("(", ")")
        and bool(title.classes & TITLE)
        and sentence.at(i - 1).kind == name.kind == NAME
    )


def _is_between_names(sentence: Sentence, first: int, i: int) -> bool:
    """Whether a token stands between two names of a phrase."""
    return i > first and sentence.at(i - 1).kind == NAME and sentence.at(i + 1).kind == NAME


def _describes(sentence: Sentence, first: int, i: int) -> bool:
    """Whether a word is a noun or an adjective of the phrase that began at a place."""
    token = sentence.tokens[i]
    if token.classes & CALENDAR and i == first and _is_noun(sentence.at(i + 1)):
        return _is_dated(sentence.at(i + 1), sentence.at(i - 1))
    if token.classes & (CLOSED | CALENDAR):
        return False
    if i > first and sentence.grammar.syntax.nouns_have_capitals and _is_past_noun(sentence, i):
        return False
    if not _is_noun(token) and not _is_noun(sentence.at(i + 1)):
        return False  # "newly elected" goes on, "newly" alone does not
    return i == first or not (is_verb(sentence, i) or _is_past_name(sentence, i))


def _is_past_noun(sentence: Sentence, i: int) -> bool:
    """Whether a word without a capital follows a noun with one: an adjective stands before its noun."""
    return sentence.tokens[i].text[0].islower() and sentence.tokens[i - 1].text[:1].isupper()


def _is_past_name(sentence: Sentence, i: int) -> bool:
    """Whether a name has ended before a word, as in "Ruth Vale came", not in "Port board chief"."""
    tokens = sentence.tokens
    if tokens[i - 1].kind != NAME:
        return False
    for j in range(i, min(i + _WORDS_TO_A_NOUN, len(tokens))):
        token = tokens[j]
        if token.kind == NAME or token.classes & (ROLE | BODY):
            return False
        if token.kind != WORD or token.classes & (CLOSED | CALENDAR) or is_verb(sentence, j):
            return True
    return True


def _holder_of_office(sentence: Sentence, joint: int) -> Phrase | None:
    """Who is named after an office: Ruth Vale in "Secretary of State Ruth Vale"."""
    if not sentence.at(joint).classes & OFFICE_JOINT:
        return None
    office = office_over(sentence, joint)
    if office is None or sentence.at(office.end).kind != NAME:
        return None
    return phrase_starting(sentence, office.end, within_office=True)


def _with_complement(sentence: Sentence, first: int, head: int) -> Phrase:
    """The phrase with what its head takes: "the head of the port authority", "a spokesman for the port"."""
    inner = phrase_starting(sentence, head + 2) if _takes_complement(sentence, head) else None
    if inner is None:
        return Phrase(first, head, head)
    within = _is_of_body(sentence, head, inner.first, inner.head)
    return Phrase(first, inner.head if within else head, inner.last)


def _takes_complement(sentence: Sentence, head: int) -> bool:
    """Whether a noun goes on with the preposition after it: "a spokesman for", not "Vale in"."""
    noun, after = sentence.tokens[head], sentence.at(head + 1)
    if joins_body(sentence, head + 1) or (after.classes & AUTHOR and _is_text(sentence, head)):
        return True
    opens = head == 0 and noun.classes & PLURAL  # "Residents of": a capital at the start makes no name
    if after.classes & OFFICE_JOINT and noun.classes & (ROLE | TITLE) and _is_held_after(sentence, head + 1):
        return True
    return bool(after.classes & COMPLEMENT and (noun.kind == WORD or opens))


def _is_held_after(sentence: Sentence, joint: int) -> bool:
    """Whether an office goes on from a preposition to a comma and who holds it."""
    place = phrase_starting(sentence, joint + 1)
    return place is not None and _is_held(sentence, joint - 1, joint, place.last)


def phrases_in(sentence: Sentence, start: int, end: int) -> Iterator[Phrase]:
    """The noun phrases of a stretch, each from where the one before it ends."""
    i = start
    while i < end:
        phrase = phrase_starting(sentence, i) if _may_open(sentence, i) else None
        if phrase is not None:
            yield phrase
        i = i + 1 if phrase is None else phrase.last + 1


def _may_open(sentence: Sentence, i: int) -> bool:
    """Whether a noun phrase may begin with a token."""
    token = sentence.tokens[i]
    if token.kind == WORD and token.classes & (CLOSED | CALENDAR):
        return bool(token.classes & (DETERMINER | POSSESSIVE | PRONOUN))
    if sentence.grammar.syntax.verb_second and is_verb(sentence, i):
        return False  # its subject may follow it
    return token.kind not in (QUOTE, PUNCT)
