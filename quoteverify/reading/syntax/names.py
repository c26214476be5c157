"""The bare name in a noun phrase: what is left without titles, roles and descriptions.

And which words of the calendar are names where they stand: "Theresa May", but "in May".
"""

import functools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quoteverify.reading.syntax.grammar import Grammar
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import NAME, QUOTE
from quoteverify.reading.syntax.word_classes import (
    ADDITIVE,
    AUXILIARY,
    BODY,
    BODY_JOINT,
    CALENDAR,
    CLOSED,
    CUE,
    DATING,
    DEFINITE_ARTICLE,
    DETERMINER,
    GENITIVE,
    NAME_PARTICLE,
    OFFICE_JOINT,
    PAST,
    PERSON,
    PLURAL,
    POSSESSIVE,
    PRONOUN,
    ROLE,
    SUBORDINATING_PREPOSITION,
    THIRD_PERSON,
    TITLE,
    VERB_ONLY,
)
from quoteverify.text.word_patterns import any_word

AMPERSAND = "&"
_LONGEST_NICKNAME = 20  # code points, marks and all: a longer quotation between two names is no part of them
FULL_NAME = 2  # words: a given and a family name
_INITIALS = range(2, 5)  # letters: of an office, as in "Labour MP Ruth Vale" and "DCI Vale"


class BareName(NamedTuple):
    """A bare name: the indices of its first and its last token in their sentence."""

    first: int
    last: int


class Office(NamedTuple):
    """An office with a genitive in it: the index of its first token, and of the token after it."""

    first: int
    end: int


def name_ending(sentence: Sentence, first: int, head: int) -> BareName | None:
    """The bare name that ends with the head of a phrase.

    Args:
        sentence: The sentence.
        first: The index of the phrase's first token.
        head: The index of its head.

    Returns:
        None where the head is no name, or describes somebody though it has a capital: "the Prime Minister".
    """
    tokens = sentence.tokens
    if tokens[head].kind != NAME or _describes(sentence, first, head):
        return None
    begin = _past_office(sentence, _first_of_names(sentence, first, head), first, head)
    begin = _past_titles(sentence, begin, head)
    is_body = tokens[head].classes & BODY
    articled = begin == head and sentence.at(begin - 1).classes & DEFINITE_ARTICLE
    return BareName(begin, _end_of_body(sentence, head) if is_body or articled else head)


def _describes(sentence: Sentence, first: int, head: int) -> bool:
    """Whether a capitalised head says what somebody is: "the Prime Minister", "his Press Secretary"."""
    classes = sentence.tokens[head].classes
    determined = sentence.tokens[first].classes & (DETERMINER | POSSESSIVE)
    return bool(determined and classes & (PERSON | TITLE) and not classes & BODY)


def _first_of_names(sentence: Sentence, first: int, head: int) -> int:
    """The first token of the names that a head ends, with what joins them: "Ada van der Vale"."""
    tokens = sentence.tokens
    begin = head
    while begin > first:
        joint = 0 if tokens[begin - 1].kind == NAME else _joint_before(sentence, begin, head)
        if joint and _is_epithet(sentence, begin, head):
            break
        if joint is None or begin - joint <= first or tokens[begin - joint - 1].kind != NAME:
            break
        begin -= joint + 1
    return begin


def _is_epithet(sentence: Sentence, begin: int, head: int) -> bool:
    """Whether a quoted span stands before all of a name: Aas “rebel” Ruth Vale, not Ruth “Bo” Vale."""
    tokens = sentence.tokens
    whole = head - begin >= FULL_NAME - 1 and tokens[begin + 1].kind == NAME
    suffixed = tokens[head].text.endswith(".") or tokens[head].text.isupper()  # “Bo” Vale Jr.
    return whole and not suffixed and is_nickname(sentence, begin - 1)


def _joint_before(sentence: Sentence, begin: int, head: int) -> int | None:
    """How many tokens before a name join it to another; None where they join nothing."""
    tokens = sentence.tokens
    before = tokens[begin - 1]
    particles = _particles_before(sentence, begin)
    if particles and begin > particles and tokens[begin - particles - 1].kind == NAME:
        return particles
    if before.text == AMPERSAND or is_nickname(sentence, begin - 1):
        return 1
    if before.classes & GENITIVE and office_over(sentence, begin - 1):
        return None
    # "Ministry of Ports and Fisheries" is one body, "Ruth Vale and Tom Aas" are two people.
    is_body = (tokens[head].classes | sentence.at(begin - 2).classes) & BODY
    return 1 if before.classes & (ADDITIVE | GENITIVE) and is_body else None


def _particles_before(sentence: Sentence, i: int) -> int:
    """How many particles stand before a token: two in "Ada van der Vale"."""
    count = 0
    while count < i and sentence.tokens[i - count - 1].classes & NAME_PARTICLE:
        count += 1
    return count


def is_nickname(sentence: Sentence, i: int) -> bool:
    """Whether a token is a quoted span short enough for a nickname: Ruth “Bo” Vale."""
    token = sentence.tokens[i]
    short = token.kind == QUOTE and token.end - token.start <= _LONGEST_NICKNAME
    return short and not sentence.ends_with_comma(token)  # “...,” Vale said


def office_over(sentence: Sentence, joint: int) -> Office | None:
    """The office around a preposition: "Secretary of State" in "Secretary of State Ruth Vale"."""
    first = joint - 1
    if first < 0:
        return None
    for office in sentence.grammar.offices.get(sentence.tokens[first].lower, ()):
        end = first + len(office)
        if tuple(token.lower for token in sentence.tokens[first:end]) == office:
            runs_on = sentence.at(end).classes & OFFICE_JOINT  # "Secretary of State *for* Ports Ruth Vale"
            return Office(first, end) if not runs_on else _unlisted_office(sentence, joint)
    return _unlisted_office(sentence, joint)


def _unlisted_office(sentence: Sentence, joint: int) -> Office | None:
    """An office that no row has, by the two names that follow it: "Director of Public Works Ruth Vale".

    It has no article, as a title has none: "Danish Ambassador to the Netherlands Ruth Vale".
    """
    tokens, first = sentence.tokens, joint - 1
    role, before = tokens[first].classes, sentence.at(_first_capital(sentence, first) - 1)
    if not role & ROLE or role & PLURAL or before.classes & DETERMINER:
        return None
    last_joint, end = joint, joint + 1
    while end < len(tokens) and (tokens[end].kind == NAME or _joins_offices(sentence, end)):
        if tokens[end].kind != NAME:
            last_joint = end
        end += 1
    holder = end - FULL_NAME
    if holder <= last_joint + 1 or tokens[end - 1].classes & BODY:
        return None
    # "Chair of the Coastal Councils Forum" has no name behind it.
    named = any(token.lower not in sentence.grammar.common for token in tokens[holder:end])
    return Office(first, holder) if named else None


def _first_capital(sentence: Sentence, i: int) -> int:
    """The first of the names that run into a token: of "Danish High Commissioner" the "Danish"."""
    while i > 0 and sentence.tokens[i - 1].kind == NAME:
        i -= 1
    return i


def _joins_offices(sentence: Sentence, i: int) -> bool:
    """Whether a token stands within an office, between names: Minister for Ports *and* Fisheries."""
    token, after = sentence.tokens[i], sentence.at(i + 1)
    if token.classes & (OFFICE_JOINT | ADDITIVE):
        return after.kind == NAME or bool(after.classes & DEFINITE_ARTICLE)
    return bool(token.classes & DEFINITE_ARTICLE) and after.kind == NAME


def _past_office(sentence: Sentence, begin: int, first: int, head: int) -> int:
    """The first token of a name, past an office that runs into it: "Chief of Staff" Ruth Vale."""
    inside = sentence.at(begin - 1).classes & (OFFICE_JOINT | ADDITIVE | DEFINITE_ARTICLE)
    if begin <= first or not inside:
        return begin
    ends = ends_of_offices(sentence, range(begin - 1, first, -1))
    return next((end for end in ends if begin <= end <= head), begin)


def ends_of_offices(sentence: Sentence, joints: Iterable[int]) -> Iterator[int]:
    """The tokens after the offices around some prepositions, of those tokens that are one."""
    for joint in joints:
        office = office_over(sentence, joint) if sentence.tokens[joint].classes & OFFICE_JOINT else None
        if office is not None:
            yield office.end


def _past_titles(sentence: Sentence, begin: int, head: int) -> int:
    """The first token of a name, past titles, roles and the initials of an office: "Labour MP" Ruth Vale."""
    tokens, grammar = sentence.tokens, sentence.grammar
    if tokens[head].classes & BODY:
        return begin
    last = tokens[head].lower
    of_no_person = last in grammar.common or last in grammar.countries  # RBC Economics, NHS Wales
    for i in range(head - 1, begin - 1, -1):
        word = tokens[i].lower.rstrip(".")
        initials = len(word) in _INITIALS and tokens[i].text.isupper() and "." not in tokens[i].text
        initials = initials and not (of_no_person and i == head - 1)
        called = TITLE | ROLE | (PERSON if _is_of_country(sentence, i, head) else 0)
        if grammar.classes_printed(tokens[i].text) & called or (initials and not tokens[head].text.isupper()):
            return i + 1
    return begin


def _is_of_country(sentence: Sentence, i: int, head: int) -> bool:
    """Whether a word may say before a full name where somebody is from: "*Dutchman* Ruth Vale".

    But "Christian Ruth Vale" is a name, and "the American Red Cross" a body.
    """
    tokens, grammar = sentence.tokens, sentence.grammar
    if i >= head - 1 or tokens[i].lower in grammar.given:
        return False
    return any(token.lower not in grammar.common for token in tokens[i + 1 : head + 1])


def joins_body(sentence: Sentence, i: int) -> bool:
    """Whether a preposition joins a name to what follows: the Bank *of* Aas, the Department *for* Ports."""
    token, body, after = sentence.at(i), sentence.at(i - 1), sentence.at(i + 1)
    if not token.classes & BODY_JOINT:
        return bool(token.classes & GENITIVE)
    named = body.kind == after.kind == NAME and body.classes & BODY
    return bool(named and not after.classes & CALENDAR)


def _end_of_body(sentence: Sentence, last: int) -> int:
    """The last token of a name that may go on with a genitive: the Bank of Aas, the Ministry of the Sea."""
    tokens = sentence.tokens
    if joins_body(sentence, last + 1):
        for i in range(last + 2, len(tokens)):
            if tokens[i].kind == NAME:
                last = i
            elif not (tokens[i].classes & (DEFINITE_ARTICLE | ADDITIVE) or tokens[i].text == AMPERSAND):
                break
    return last


def namesakes(text: str, grammar: Grammar) -> frozenset[int]:
    """Where words of the calendar, or of a closed class, stand that are somebody's name there.

    A text that has "Theresa May" or "Mrs. May" somewhere means her by every "May" that is no part of a date;
    one that has "Al From" means him by "From said".

    Args:
        text: The text.
        grammar: The language's classes of words.

    Returns:
        Where each starts, in code points of the text.

    >>> from quoteverify.reading.syntax.grammar import grammar
    >>> from quoteverify.text.language import language
    >>> english = grammar(language("en"))
    >>> sorted(namesakes("Theresa May came in May. May left.", english))
    [8, 25]
    >>> sorted(namesakes("Al From came from Aas. From there we saw it. “No,” From said.", english))
    [3, 51]
    """
    if not any(word.capitalize() in text for word in grammar.namesakes):
        return frozenset()
    found = [_Neighbours.of(text, match) for match in _pattern_of_namesakes(grammar).finditer(text)]
    undated = [word for word in found if word.may_be_called(grammar)]
    called = {word.printed for word in undated if word.is_called(grammar)}
    return frozenset(word.start for word in undated if word.printed in called)


@functools.lru_cache(maxsize=8)
def _pattern_of_namesakes(grammar: Grammar) -> re.Pattern[str]:
    words = sorted(map(str.capitalize, grammar.namesakes))
    return re.compile(rf"{any_word(words, ignoring_case=False)}(?!-)")


class _Neighbours(NamedTuple):
    """A word with a capital, and the words that only a space parts from it, each "" where there is none."""

    start: int
    printed: str
    before: str
    after: str
    second: str

    @classmethod
    def of(cls, text: str, match: re.Match[str]) -> "_Neighbours":
        before = _WORD_BEFORE.search(text, max(0, match.start() - _REACH), match.start())
        after = _WORDS_AFTER.match(text, match.end(), match.end() + _REACH)
        return cls(
            match.start(), match[0], before[1] if before else "", *(after.groups("") if after else ("", ""))
        )

    def may_be_called(self, grammar: Grammar) -> bool:
        """Whether it may be a name, in a text that has it for one elsewhere."""
        if self.printed.lower() in grammar.calendar:
            return not self._is_dated(grammar)
        return self._is_given_name(grammar) or self._ends_name(grammar)

    def is_called(self, grammar: Grammar) -> bool:
        """Whether somebody is called so here: "Mrs. May", said "April Vale", "Al From said"."""
        if self.printed.lower() in grammar.calendar:
            return self._is_called_as_calendar(grammar)
        return self._is_given_name(grammar) or (self._follows_name(grammar) and self._ends_name(grammar))

    def _is_given_name(self, grammar: Grammar) -> bool:
        """Whether a word of a closed class opens a name: said "Will Vale"; not "Will Aas sail?"."""
        if not self.after[:1].isupper() or self.second[:1].isupper():
            return False
        if grammar.classes_of(self.after.lower()) & (CLOSED | CALENDAR):
            return False
        # "Will Aas sail?", but "Will Vale, a pilot" and "Will Vale said"
        second = grammar.classes_of(self.second)
        opens = not self.before and (not self.second or (second & CUE and second & PAST))
        return bool(opens) or (self.before[:1].islower() and not self.before.endswith("."))

    def _follows_name(self, grammar: Grammar) -> bool:
        """Whether a given name or a title stands before it: "Al From", "Mr. From"."""
        before = grammar.classes_of(self.before.lower().rstrip("."))
        named = self.before[:1].isupper() and not self.before.endswith(".") and not before & CLOSED
        return named or bool(before & TITLE)

    def _ends_name(self, grammar: Grammar) -> bool:
        """Whether a name may end with it: a point or a verb follows: "From led", not "Early reports"."""
        verbs = AUXILIARY | PAST | VERB_ONLY
        if grammar.classes_of(self.printed.lower()) & AUXILIARY:
            verbs |= THIRD_PERSON  # "Will claims", which no auxiliary stands before
        return not self.after or bool(self.after.islower() and grammar.classes_of(self.after) & verbs)

    def _is_dated(self, grammar: Grammar) -> bool:
        """Whether it is a part of a date, or no noun: "in May", "5 May", "May 2017", "May I"."""
        before, after = grammar.classes_of(self.before.lower()), grammar.classes_of(self.after.lower())
        dated = before & (DATING | SUBORDINATING_PREPOSITION | DETERMINER | CALENDAR) or after & PRONOUN
        return bool(dated) or self.before.isdecimal() or self.after[:1].isdecimal()

    def _is_called_as_calendar(self, grammar: Grammar) -> bool:
        """Whether a word of the calendar is somebody's name here."""
        title_case = self.second[:1].isupper() if self.second else self.after.isupper()
        before, after = (grammar.classes_of(word.lower().rstrip(".")) for word in (self.before, self.after))
        surname = self.before[:1].isupper() and not before & CLOSED and not self.after[:1].isupper()
        given = (
            (not self.before or before & CUE)
            and self.after[:1].isupper()
            and not after & (CLOSED | CALENDAR)
            and not title_case
        )
        return bool(before & TITLE or surname or given)


_REACH = 30  # code points: longer words beside one are nobody's names
_WORD_BEFORE = re.compile(r"([^\W_][\w’'-]*\.?)[ \u00a0]$")
_WORDS_AFTER = re.compile(r"[ \u00a0]([^\W_][\w’'-]*)(?:[ \u00a0]([^\W_][\w’'-]*))?")
