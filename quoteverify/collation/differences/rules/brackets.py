"""What brackets put in openly, or in place of what was said: a name, a number, another sense, a remark."""

from collections.abc import Sequence

from quoteverify.collation.differences.changed_words import ChangedWords
from quoteverify.collation.differences.changes import Change, Disclosure, Shape
from quoteverify.collation.differences.retelling import reporting
from quoteverify.collation.differences.rules.rule import opposed, rule_for, same_amount, turns_direction
from quoteverify.collation.differences.sides import Side
from quoteverify.collation.language.lexicon import Lexicon
from quoteverify.collation.language.quantities import is_number
from quoteverify.collation.language.slips import is_common_word
from quoteverify.collation.language.word_forms import one_word_in_two_forms, readings, same_lemma, synonymous
from quoteverify.models import DifferenceKind, Severity
from quoteverify.text.vocabulary import common_words
from quoteverify.text.words import words

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


QUALIFIERS = ("negators", "conditions", "hedges")
"""The marker tables whose loss at a cut changes what is left."""


TURNING = (*QUALIFIERS, "modals", "quantities")
"""The marker tables of which brackets put nothing in without a change of sense; a person they may name."""


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
