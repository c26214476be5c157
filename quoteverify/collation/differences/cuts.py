"""The rules for what a wording leaves out or puts in openly, and for what it cuts at its ends."""

import functools
from collections.abc import Sequence

from quoteverify.collation.differences.changes import Change, ChangedWords, Disclosure, Shape, Side
from quoteverify.collation.differences.retelling import reporting
from quoteverify.collation.differences.rule import opposed, qualified, rule_for, same_amount, turns_direction
from quoteverify.collation.language.frames import DOUBT, VIEW, frames
from quoteverify.collation.language.lexicon import Lexicon
from quoteverify.collation.language.quantities import is_number
from quoteverify.collation.language.slips import is_common_word
from quoteverify.collation.language.word_forms import one_word_in_two_forms, readings, same_lemma, synonymous
from quoteverify.models import DifferenceKind, Severity
from quoteverify.text.language import LanguageProfile
from quoteverify.text.normalize import QUOTATION_MARKS
from quoteverify.text.vocabulary import common_words
from quoteverify.text.words import words

CLAUSE = 4
"""The fewest words in a row that can be a statement by themselves: with 2 or 3 no alteration is named
otherwise, with 5 a few (`tests/bench/measure_constants.py`)."""

STEM = 4
"""In letters: words that end alike in so many are of one stem: overpaid, underpaid."""

MOST_FOR_A_WORD = 2
"""In words that say something: brackets with more for as many say the same at length, and nothing else."""

CONTEXT = 800
"""In code points, how far from a passage the words stand that its brackets name: a few paragraphs of news. A
guard against long texts, in which most words stand somewhere."""

ARTICLE = 20_000
"""In code points, how far from a passage somebody may be named whom its brackets name: a long article. A
guard against brackets by the thousand in texts as long as books."""

MOST_BEFORE = 3
"""In words: so near before what is left stands what gives it as a view: "accused of having [sold it]"."""

_UNCERTAIN = frozenset({DOUBT, VIEW})

BESIDE = 3
"""In code points: so near an attribution stand the marks of the quotation that it interrupts."""

QUALIFIERS = ("negators", "conditions", "hedges")
"""The marker tables whose loss at a cut changes what is left."""

TURNING = (*QUALIFIERS, "modals", "quantities")
"""The marker tables of which brackets put nothing in without a change of sense; a person they may name."""


@rule_for(
    DifferenceKind.ELLIPSIS, Severity.SUBSTANTIVE, Shape.DISCLOSED,
    example=("We will pay if the council agrees to it today.", "We will pay ... today."),
)  # fmt: skip
def ellipsis_hides_qualifier(change: Change) -> bool:
    """An ellipsis that swallowed a negation, a condition or a hedge."""
    return change.disclosure is Disclosure.ELLIPSIS and qualified(change)


@rule_for(
    DifferenceKind.ELLIPSIS, Severity.SUBSTANTIVE, Shape.DISCLOSED,
    example=("The deal, critics say, is safe.", "The deal ... is safe."),
)  # fmt: skip
def ellipsis_hides_view(change: Change) -> bool:
    """An ellipsis that swallowed that something is what others say, or is only thought of."""
    if change.disclosure is not Disclosure.ELLIPSIS:
        return False
    if not change.enclosed:
        last = len(change.near) - MOST_BEFORE
        return any(
            mark.frame.turns in _UNCERTAIN and not mark.frame.said and mark.end >= last
            for mark in frames(change.lexicon.profile).marks(change.near)
        )
    side, profile = change.a if change.a.words else change.b, change.lexicon.profile
    *subject, verb = side.words
    return (
        0 < len(subject) < CLAUSE
        and verb in profile.words("frames", turns="view", said=True)
        and change.lexicon.speakers.isdisjoint(subject)
        and not _interrupts(side)
    )


def _interrupts(side: ChangedWords) -> bool:
    """Whether some words interrupt a quotation: “The deal,” she said, “is safe”."""
    text, start, end = side.side.text, side.side.starts[side.lo], side.side.ends[side.hi - 1]
    around = text[max(0, start - BESIDE) : start] + text[end : end + BESIDE]
    return not set(QUOTATION_MARKS).isdisjoint(around)


@rule_for(
    DifferenceKind.ELLIPSIS, Severity.SUBSTANTIVE, Shape.DISCLOSED,
    example=("The fire should have been set by them.", "The fire ... set by them."),
)  # fmt: skip
def ellipsis_hides_modal(change: Change) -> bool:
    """An ellipsis that swallowed how sure or how free something is, right before what is left."""
    if change.disclosure is not Disclosure.ELLIPSIS or change.enclosed or not change.near:
        return False
    side, lexicon = change.a if change.a.words else change.b, change.lexicon
    verbs = auxiliaries(lexicon.profile)
    for n in range(len(side.words) - 1, -1, -1):
        if "modals" in lexicon.tables.get(side.words[n], ()):
            return side.words[n:] == tuple(change.near[n - len(side.words) :])
        if side.words[n] not in verbs and (side.words[n],) not in lexicon.light:
            return False
    return False


@functools.lru_cache(maxsize=8)
def auxiliaries(profile: LanguageProfile) -> frozenset[str]:
    """What may stand between a modal verb and the one that it goes with: may have been set."""
    classes = ("be", "auxiliary", "adverb")
    return frozenset().union(*(profile.words("grammar", **{"class": name}) for name in classes))


@rule_for(
    DifferenceKind.ELLIPSIS, Severity.SUBSTANTIVE, Shape.DISCLOSED,
    example=("I hate the rain. I love the sea.", "I hate ... the sea."),
)  # fmt: skip
def ellipsis_joins_halves(change: Change) -> bool:
    """An ellipsis between a part of one sentence and a part of another, which together say a third thing."""
    return change.disclosure is Disclosure.ELLIPSIS and change.joins_halves


@rule_for(
    DifferenceKind.ELLIPSIS, Severity.SUBSTANTIVE, Shape.DISCLOSED,
    example=("We met the sister of the mayor there.", "We met ... the mayor there."),
)  # fmt: skip
def ellipsis_hides_head(change: Change) -> bool:
    """An ellipsis that swallowed what something is of: "the sister of", "two of"."""
    near = list(change.near)
    if near and (near[-1] in change.lexicon.numerals.articles or near[-1] in change.lexicon.pointing):
        near.pop()  # "two of our"
    return change.disclosure is Disclosure.ELLIPSIS and len(near) > 1 and near[-1] in change.lexicon.genitives


@rule_for(
    DifferenceKind.ELLIPSIS, Severity.SUBSTANTIVE, Shape.DISCLOSED,
    example=("We will shut it for nine days in May.", "We will shut it ... in May."),
)  # fmt: skip
def ellipsis_hides_number_or_name(change: Change) -> bool:
    """An ellipsis that swallowed a number or a name of the sentence that is left, and no aside."""
    if change.disclosure is not Disclosure.ELLIPSIS or change.enclosed or not change.near:
        return False
    if any(_says_how_many(key, change.lexicon) for key in change.near):
        return True
    side = change.a if change.a.words else change.b
    # Where something is, or between what, says less: "from Aas to Berg".
    argument = not change.apart and side.words[0] not in change.lexicon.prepositions
    return argument and len(change.near) >= len(side.words) and side.has_name


def _says_how_many(key: str, lexicon: Lexicon) -> bool:
    """Whether a word is a number; "one" and "single" are as often no count: "the one thing"."""
    number = lexicon.numerals.number(key)
    return is_number(key, lexicon) and (number is None or number.value not in (1, key))


@rule_for(
    DifferenceKind.ELLIPSIS, Severity.MINOR, Shape.DISCLOSED,
    example=("We will pay the whole bill in May.", "We will pay ... in May."),
)  # fmt: skip
def ellipsis(change: Change) -> bool:
    """Words left out where an ellipsis says so."""
    return change.disclosure is Disclosure.ELLIPSIS


def _said_and_put(change: Change) -> tuple[ChangedWords, ChangedWords]:
    """What was said, and what stands in brackets for it."""
    a, b = change.sides
    return (b, a) if a.lo < a.hi and a.side.bracket_over(a.side.starts[a.lo]) else (a, b)


def _told_for(said: tuple[str, ...], told: tuple[str, ...], change: Change) -> bool:
    """Whether some words are others as they are reported: "would" for "will", "on Monday" for "yesterday"."""
    known = reporting(change.lexicon.profile).told.get(told[0], ())
    return any(told == some and said == direct for some, direct, _ in known)


@rule_for(
    DifferenceKind.BRACKET, Severity.MINOR, Shape.DISCLOSED,
    example=("They will close the bridge.", "They [would] close the bridge."),
)  # fmt: skip
def bracket_reports(change: Change) -> bool:
    """Brackets that have words as they are reported, in another person or tense."""
    if change.disclosure is not Disclosure.BRACKET or change.one_sided:
        return False
    said, put = (side.words for side in _said_and_put(change))
    pairs = [(x, y) for x, y in zip(said, put, strict=False) if x != y]
    return len(said) == len(put) and bool(pairs) and all(_told_for((x,), (y,), change) for x, y in pairs)


@rule_for(
    DifferenceKind.BRACKET, Severity.SUBSTANTIVE, Shape.DISCLOSED,
    example=("They will close the bridge.", "They will [not] close the bridge."),
)  # fmt: skip
def bracket_turns_sense(change: Change) -> bool:
    """Brackets that put in, or take out, what turns the sense."""
    if change.disclosure is not Disclosure.BRACKET:
        return False
    # "She'd" may be "she had": what stays is no modal put in.
    turning = any(
        change.differs_in(table)
        and not (table == "modals" and _names_contracted(change))
        and not (table == "hedges" and _is_one_verb(change))
        for table in TURNING
    )
    return turning or (not change.one_sided and opposed(change))


def _is_one_verb(change: Change) -> bool:
    """Whether brackets have one word in another form: "[thought]" for "think"."""
    a, b = change.a.words, change.b.words
    return len(a) == len(b) == 1 and same_lemma(a[0], b[0], change.lexicon)


def _names_contracted(change: Change) -> bool:
    """Whether brackets say whom a pronoun means, and what it was contracted with follows: she'd."""
    lexicon = change.lexicon
    return any(
        len(side.printed) == 1 < len(other.printed)
        and any(
            len(full) > 1
            and full[0] in lexicon.pointing
            and (full[-1] == other.printed[-1] or side.printed[0].endswith(f"'{other.printed[-1]}"))
            for full in readings(side.printed[0], lexicon)
        )
        for side, other in (change.sides, change.sides[::-1])
    )


@rule_for(
    DifferenceKind.BRACKET, Severity.SUBSTANTIVE, Shape.DISCLOSED,
    example=("We lost nine boats.", "We lost [ninety] boats."),
)  # fmt: skip
def bracket_changes_number(change: Change) -> bool:
    """Brackets that put another number, date or unit for one."""
    if change.disclosure is not Disclosure.BRACKET or change.one_sided:
        return False
    a, b = (any(is_number(key, change.lexicon) for key in side.words) for side in change.sides)
    if not (a and b):
        other = change.b if a else change.a
        if _points_at_time(other):
            return False  # "[on Monday]" for "yesterday"
        return (a or b) and not other.covered(change.lexicon.light)
    return not same_amount(change)


def _points_at_time(side: ChangedWords) -> bool:
    """Whether words say when by the day on which they are said."""
    return " ".join(side.words) in side.lexicon.profile.words("reporting", changes="time")


@rule_for(
    DifferenceKind.BRACKET, Severity.SUBSTANTIVE, Shape.DISCLOSED,
    example=("We took the money.", "[I] took the money."),
)  # fmt: skip
def bracket_changes_person(change: Change) -> bool:
    """Brackets that put a pronoun for one of somebody else, and not "my mother" for "she"."""
    a, b = (side.senses("pronouns") for side in change.sides)
    alone = all(key in change.lexicon.pointing for side in change.sides for key in side.words)
    return change.disclosure is Disclosure.BRACKET and bool(a and b) and a != b and alone


@rule_for(
    DifferenceKind.BRACKET, Severity.SUBSTANTIVE, Shape.DISCLOSED,
    example=("We met Mara Lind there.", "We met [Ada Voss] there."),
)  # fmt: skip
def bracket_changes_name(change: Change) -> bool:
    """Brackets that put another name for one, of which it is neither a part nor the initials."""
    if change.disclosure is not Disclosure.BRACKET or change.one_sided:
        return False
    a, b = change.a.proper - change.lexicon.titles, change.b.proper - change.lexicon.titles
    if not (a and b) or a & b:
        return False
    return not (_initials(change.a, b) or _initials(change.b, a))


def _initials(side: ChangedWords, names: frozenset[str]) -> bool:
    """Whether one of some names is made of the first letters of some words."""
    letters = "".join(key[0] for key in side.printed if (key,) not in side.lexicon.plain)
    return len(letters) > 1 and any(
        name in (letters, "".join(key[0] for key in side.printed)) for name in names
    )


@rule_for(
    DifferenceKind.BRACKET, Severity.SUBSTANTIVE, Shape.DISCLOSED,
    example=("They praised the pilots.", "They [condemned] the pilots."),
)  # fmt: skip
def bracket_puts_another_word(change: Change) -> bool:
    """Brackets that put a common word for another: they explain no word that is known."""
    if change.disclosure is not Disclosure.BRACKET or change.one_sided:
        return False
    if turns_direction(change):
        return True
    if _may_name(change) or one_word_in_two_forms(change.a.words, change.b.words, change.lexicon):
        return False
    said, put = (_content(side) for side in _said_and_put(change))
    if not said or not put or put == said:
        return False
    has_said, has_put = _stand_about(change, said), _stand_about(change, put)
    if has_said and has_put and len(said) == len(put) == 1:
        return True  # the source speaks of both
    return _swaps_common_words(change, said, put) and not (has_put and _is_definite(change))


def _may_name(change: Change) -> bool:
    """Whether brackets may name what the words point at, or have a name: "This place", as "the clinic"."""
    pointing = change.lexicon.pointing
    return bool(change.a.proper or change.b.proper) or not pointing.isdisjoint(change.a.words)


def _content(side: ChangedWords) -> list[str]:
    """The words of a side that say something."""
    return [key for key in side.words if (key,) not in side.lexicon.light]


def _stand_about(change: Change, keys: list[str]) -> bool:
    """Whether some words stand around the passage in its source."""
    side = _said_and_put(change)[0].side
    text, start, end = side.text, side.start, side.end
    about = {*words(text[max(0, start - CONTEXT) : start]).keys, *words(text[end : end + CONTEXT]).keys}
    return about.issuperset(keys)


def _is_definite(change: Change) -> bool:
    """Whether what brackets stand for is known already: "the deal", "that place"."""
    said, _ = _said_and_put(change)
    before = said.side.keys[max(said.side.lo, said.lo - 1) : said.lo]
    definite = change.lexicon.profile.words("grammar", **{"class": "definite_article"})
    return any(key in definite or key in change.lexicon.pointing for key in (*before, *said.words))


def _swaps_common_words(change: Change, said: list[str], put: list[str]) -> bool:
    """Whether common words, one or two, are put for others: not more of the same, nor somebody's."""
    lexicon, sides = change.lexicon, _said_and_put(change)
    if max(len(said), len(put)) > MOST_FOR_A_WORD or _say_the_same(said, put, lexicon):
        return False
    if any(key in lexicon.remarks for key in (*said, *put)) or any(map(_points_at_time, sides)):
        return False
    if not lexicon.pointing.isdisjoint(set(sides[1].words) - set(sides[0].words)):
        return False  # "[his children]" for "kids"
    if all(_is_common(key, lexicon) for key in (*said, *put)) or _are_of_one_stem(said, put):
        return True
    return all(side.side.text.startswith("-", side.side.ends[side.hi - 1]) for side in sides)  # [anti-war]


def _say_the_same(said: list[str], put: list[str], lexicon: Lexicon) -> bool:
    """Whether some words have all of the others, or are others for them one by one."""
    if set(said) <= set(put) or set(put) <= set(said):
        return True
    return len(said) == len(put) and all(
        x == y or synonymous(x, y, lexicon) for x, y in zip(said, put, strict=True)
    )


def _are_of_one_stem(said: Sequence[str], put: Sequence[str]) -> bool:
    """Whether one word is put for another that ends alike and begins otherwise: [overpaid] for underpaid."""
    a, b = said[-1], put[-1]
    return a != b and len(a) > STEM < len(b) and a[-STEM:] == b[-STEM:]


def _is_common(key: str, lexicon: Lexicon) -> bool:
    """Whether something is a common word, or the opposite of one: "unharmed"."""
    known = common_words(lexicon.profile)
    return key in known or any(key.startswith(p) and key.removeprefix(p) in known for p in lexicon.prefixes)


@rule_for(
    DifferenceKind.BRACKET, Severity.SUBSTANTIVE, Shape.DISCLOSED,
    example=("The mayor came. She lied.", "The mayor came. [The bishop] lied."),
)  # fmt: skip
def bracket_names_another(change: Change) -> bool:
    """Brackets that put for a pronoun somebody whom the source never names, after others whom it does."""
    if change.disclosure is not Disclosure.BRACKET or change.one_sided:
        return False
    said, put = _said_and_put(change)
    if not change.lexicon.pointing.issuperset(said.words):
        return False
    offices = change.lexicon.titles.intersection(_content(put))
    if not (put.proper or offices):
        return False
    text, start = said.side.text, said.side.starts[said.lo]
    before = Side.of(words(text[max(0, start - CONTEXT) : start]), None)
    if put.proper:
        others = _names_in(before, change.lexicon)
    else:
        others = change.lexicon.titles.intersection(before.keys)
    around = text[max(0, start - ARTICLE) : start + ARTICLE].lower()
    return bool(others) and not any(
        _without_possessive(name, change.lexicon) in around for name in put.proper or offices
    )


def _without_possessive(key: str, lexicon: Lexicon) -> str:
    """A name without the ending of whoever has something: "vale" of "Vale's"."""
    return key.removesuffix(next(filter(key.endswith, lexicon.possessives), ""))


def _names_in(side: Side, lexicon: Lexicon) -> frozenset[str]:
    """The names in a stretch of a text, which a capital makes of a word that is no common one."""
    capitals = (side.keys[n] for n in range(side.lo, side.hi) if side.names(n))
    return frozenset(
        key for key in capitals if not is_common_word(key, lexicon) and key not in lexicon.numerals.months
    )


@rule_for(
    DifferenceKind.BRACKET, Severity.COSMETIC, Shape.DISCLOSED,
    example=("They closed the bridge.", "[The engineers] closed the bridge."),
)  # fmt: skip
def bracket_names_referent(change: Change) -> bool:
    """Brackets that say whom or what a pronoun means, with what it is contracted with: she'd."""
    pointing = change.lexicon.pointing
    if change.disclosure is not Disclosure.BRACKET or change.one_sided:
        return False
    named = any(all(key in pointing for key in side.words) for side in change.sides)
    return named or _names_contracted(change)


@rule_for(
    DifferenceKind.BRACKET, Severity.COSMETIC, Shape.DISCLOSED,
    example=("They was late.", "They was [sic] late."),
)  # fmt: skip
def bracket_remarks(change: Change) -> bool:
    """Brackets in which an editor remarks on something."""
    remarks = change.lexicon.remarks
    return change.disclosure is Disclosure.BRACKET and any(
        key in remarks for side in change.sides for key in side.words
    )


@rule_for(
    DifferenceKind.BRACKET, Severity.MINOR, Shape.DISCLOSED,
    example=("They closed the bridge.", "They closed the [railway] bridge."),
)  # fmt: skip
def bracket(change: Change) -> bool:
    """Other words in brackets."""
    return change.disclosure is Disclosure.BRACKET


# What goes on past the end of the other wording, or stops before it.


def _runs_on(change: Change) -> bool:
    """Whether a wording goes on into words the other does not have: over an ellipsis, or for a clause."""
    return change.over_ellipsis or (change.goes_on and len(change.b.words) >= CLAUSE)


@rule_for(
    DifferenceKind.SPLICE, Severity.SUBSTANTIVE, Shape.AT_END,
    example=("The bridge is closed.", "The bridge is closed if the river rises."),
)  # fmt: skip
def runs_on_with_qualifier(change: Change) -> bool:
    """A wording that goes on into words the other does not have, which qualify it."""
    return _runs_on(change) and qualified(change)


@rule_for(
    DifferenceKind.SPLICE, Severity.MINOR, Shape.AT_END,
    example=("The bridge is closed.", "The bridge is closed ... the ferry sails at noon."),
)  # fmt: skip
def runs_on_into_other_words(change: Change) -> bool:
    """A wording that goes on into words the other does not have: over an ellipsis, or for a clause."""
    return _runs_on(change)


@rule_for(
    DifferenceKind.WORDING, Severity.SUBSTANTIVE, Shape.AT_END,
    example=("The bridge is closed.", "I think the bridge is closed."),
)  # fmt: skip
def goes_on_with_qualifier(change: Change) -> bool:
    """A word or two more at an end that qualify the rest."""
    return change.goes_on and qualified(change)


@rule_for(
    DifferenceKind.WORDING, Severity.MINOR, Shape.AT_END,
    example=("The bridge is closed.", "The bridge is closed today."),
)  # fmt: skip
def goes_on(change: Change) -> bool:
    """A word or two more at an end: as grave as their cut would be."""
    return change.goes_on


@rule_for(
    DifferenceKind.TRUNCATION, Severity.SUBSTANTIVE, Shape.AT_END,
    example=("We will pay if asked.", "We will pay."),
)  # fmt: skip
def truncation_drops_qualifier(change: Change) -> bool:
    """A negation, a condition or a hedge cut off at the start or end."""
    return change.cut and qualified(change)


@rule_for(
    DifferenceKind.TRUNCATION, Severity.MINOR, Shape.AT_END,
    example=("We will pay the bill on Monday.", "We will pay the bill."),
)  # fmt: skip
def truncation(change: Change) -> bool:
    """Words cut off at the start or end."""
    return change.cut


ENDS = frozenset(
    rule.name
    for rule in (
        runs_on_with_qualifier,
        runs_on_into_other_words,
        goes_on_with_qualifier,
        goes_on,
        truncation_drops_qualifier,
        truncation,
    )
)
"""The rules by which one wording only stops earlier, or starts later, than the other."""
