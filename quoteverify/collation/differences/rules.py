"""What a change of words is: an ordered tuple of rules, of which the first that fits names it.

Those of ``cuts`` come first, for what is disclosed or cut at an end. Those that recognise one wording
in two forms come next; then what turns the sense, the gravest first; then what leaves it standing; last,
other words. Every rule reads a change the same from either side, so that which wording comes first never
decides how much it matters.
"""

import functools
import re
from collections.abc import Callable, Sequence

from quoteverify.collation.differences.changes import Change, ChangedWords, Shape
from quoteverify.collation.differences.cuts import (
    CLAUSE,
    bracket,
    bracket_changes_name,
    bracket_changes_number,
    bracket_changes_person,
    bracket_names_another,
    bracket_names_referent,
    bracket_puts_another_word,
    bracket_remarks,
    bracket_reports,
    bracket_turns_sense,
    ellipsis,
    ellipsis_hides_head,
    ellipsis_hides_modal,
    ellipsis_hides_number_or_name,
    ellipsis_hides_qualifier,
    ellipsis_hides_view,
    ellipsis_joins_halves,
    goes_on,
    goes_on_with_qualifier,
    runs_on_into_other_words,
    runs_on_with_qualifier,
    truncation,
    truncation_drops_qualifier,
)
from quoteverify.collation.differences.retelling import reporting
from quoteverify.collation.differences.rule import (
    NO_RULE,
    Named,
    Rule,
    is_before_amount,
    opposed,
    rule_for,
    same_amount,
    turns_direction,
)
from quoteverify.collation.language.lexicon import Lexicon
from quoteverify.collation.language.quantities import around, counts, is_number, is_part, unit_of
from quoteverify.collation.language.slips import (
    capitals_misread,
    is_word,
    looks_mistyped,
    mistyped,
    without_apostrophes,
)
from quoteverify.collation.language.word_forms import (
    expanded,
    joined_in_another_sense,
    opposite,
    same_contraction,
    same_lemma,
    same_spelling,
    written_out,
)
from quoteverify.models import DifferenceKind, Severity
from quoteverify.text.language import LanguageProfile
from quoteverify.text.normalize import APOSTROPHES
from quoteverify.text.words import words

_APOSTROPHES = frozenset(APOSTROPHES)
_SENTENCE_END = re.compile(r"[.!?;]\s")
MOST_CLIPPED = 2
"""In letters: no more of a word are left out where it is printed as it was spoken."""

MOST_PASSIVE = 3
"""In words: so near before "by" stands a form of "be" whose verb it goes with: "was nearly struck by"."""

FEWEST_ABBREVIATED = 2
"""In letters: so many more has a word than what it is abbreviated to."""

LONGEST_ADDRESS = 3
"""In words: by no more is anybody spoken to, "Mr. Prime Minister"."""

FAR_DENIED = 10
"""In words: so near before "nor" stands what it goes on denying. A guard."""

FAR_AGREEING = 6
"""In words: so near before a pronoun stands the verb that agrees with what it stands for. A guard."""

NO_SURNAME = 9
"""In letters: a common word that is as long is hardly ever a surname, and stays one with a slip in it."""


# What counts for nothing.


@rule_for(
    DifferenceKind.FILLER, Severity.COSMETIC, Shape.AT_END, Shape.ONE_SIDED,
    example=("It, um, works.", "It works."),
    tables=("fillers",),
)  # fmt: skip
def filler(change: Change) -> bool:
    """Sounds and phrases that mean nothing."""
    lexicon = change.lexicon
    return change.covered(lexicon.fillers_apart if change.apart else lexicon.fillers)


# One wording in two forms.


@rule_for(
    DifferenceKind.NUMBER_FORMAT, Severity.COSMETIC, Shape.ONE_SIDED, Shape.SUBSTITUTION,
    example=("We saw six boats.", "We saw 6 boats."),
    tables=("numbers", "units", "months", "figures"),
)  # fmt: skip
def number_format(change: Change) -> bool:
    """One amount, date or unit, written in two ways."""
    lexicon = change.lexicon
    sides = [side.words for side in change.sides if side.words]
    if not all(counts(keys, lexicon) or any(key in lexicon.numerals.units for key in keys) for keys in sides):
        return False
    return same_amount(change)


@rule_for(
    DifferenceKind.NUMBER_FORMAT, Severity.COSMETIC, Shape.SUBSTITUTION,
    example=("They live at No. 5 there.", "They live at number 5 there."),
)  # fmt: skip
def says_a_number(change: Change) -> bool:
    """What says that a number follows, in full or not."""
    a, b = map(_says_a_number_follows, change.sides)
    return a is not None and a == b


def _says_a_number_follows(side: ChangedWords) -> str | None:
    """What a word says that only counts what follows: "No. 9", "number nine", "Fig. B"; None for another."""
    keys, lo, hi = side.in_full
    if hi - lo != 1 or hi >= len(keys):
        return None
    counted = is_number(keys[hi], side.lexicon) or (
        len(keys[hi]) == 1 and (keys[hi],) not in side.lexicon.light
    )
    return side.lexicon.numerals.numbering.get(keys[lo]) if counted else None


@rule_for(
    DifferenceKind.SPELLING, Severity.COSMETIC, Shape.SUBSTITUTION,
    example=("The labour was hard.", "The labor was hard."),
)  # fmt: skip
def spelling(change: Change) -> bool:
    """One word in two spellings, or joined and divided."""
    a, b, lexicon = change.a, change.b, change.lexicon
    if same_spelling(a.printed, b.printed, lexicon) and not _joined_in_another_sense(change):
        return True
    return bool(lexicon.spellings_anywhere) and written_out(a.as_printed, b.as_printed, lexicon)


def _joined_in_another_sense(change: Change) -> bool:
    """Whether words are joined, with no hyphen between them, to one that is another word."""
    a, b = change.sides
    if len(a.printed) == len(b.printed) or "".join(a.printed) != "".join(b.printed):
        return False
    divided, whole = (a, b) if len(a.printed) > len(b.printed) else (b, a)
    if {a.printed, b.printed} <= change.lexicon.spellings.keys():
        return False
    at, units = 0, change.lexicon.numerals.units
    for word in whole.printed:
        first, letters = at, 0
        while letters < len(word) and at < len(divided.printed):
            letters += len(divided.printed[at])
            at += 1
        plainly = at - first > 1 and not divided.hyphened(first, at) and word not in units
        if plainly and joined_in_another_sense(divided.printed[first:at], word, change.lexicon):
            return True
    return False


@rule_for(
    DifferenceKind.SPELLING, Severity.MINOR, Shape.ONE_SIDED, Shape.SUBSTITUTION,
    example=("It is different to ours.", "It is different from ours."),
)  # fmt: skip
def same_phrase(change: Change) -> bool:
    """One phrase in two forms, of which some words stay: World War II, the Second World War."""
    known = change.lexicon.long_spellings
    if not all(key in known for side in change.sides for key in side.printed):
        return False
    a, b = map(_phrases_about, change.sides)
    return not a.isdisjoint(b)


def _phrases_about(side: ChangedWords) -> set[str]:
    """The listed phrases of which the words are a part, or that stand where they are left out."""
    lexicon, (keys, lo, hi) = side.lexicon, side.in_full
    beside = keys[lo:hi] or keys[max(0, lo - 1) : lo + 1]
    found = {name for key in beside if lo == hi for name in lexicon.spellings.get((key,), ())}
    for phrase in {phrase for key in beside for phrase in lexicon.long_spellings.get(key, ())}:
        first = range(max(0, hi - len(phrase)), lo + 1)
        if any(tuple(keys[n : n + len(phrase)]) == phrase for n in first):
            found |= lexicon.spellings[phrase]
    return found


@rule_for(
    DifferenceKind.CONTRACTION, Severity.MINOR, Shape.SUBSTITUTION,
    example=("They do not sail.", "They don't sail."),
    tables=("contractions",),
)  # fmt: skip
def contraction(change: Change) -> bool:
    """Words contracted, or in full."""
    return same_contraction(change.a.printed, change.b.printed, change.lexicon)


@rule_for(
    DifferenceKind.TYPO, Severity.MINOR, Shape.SUBSTITUTION,
    example=("The harbour is closed.", "The habrour is closed."),
)  # fmt: skip
def typo(change: Change) -> bool:
    """A slip of the pen in one word."""
    a, b, lexicon = change.a.printed, change.b.printed, change.lexicon
    if len(a) != 1 or len(b) != 1:
        return False
    if without_apostrophes(a[0]) == without_apostrophes(b[0]):
        return True  # "the States interest", "the State's interest"
    if capitals_misread(change.a.as_printed, lexicon) == b[0]:
        return True
    if capitals_misread(change.b.as_printed, lexicon) == a[0]:
        return True
    named = change.a.has_name or change.b.has_name
    return (
        mistyped(a[0], b[0], lexicon)
        and (named or not same_lemma(a[0], b[0], lexicon))  # "congres" is no form of "Congress"
        and not opposite(a[0], b[0], lexicon)
        and not _misnames(change)
    )


def _misnames(change: Change) -> bool:
    """Whether a slip may have made another name: a word with a capital that is no common word for one."""
    lexicon, keys = change.lexicon, (change.a.printed[0], change.b.printed[0])
    if not (change.a.has_name and change.b.has_name):
        return _misnames_at_start(change)
    if looks_mistyped(*keys, lexicon) or _drops_initial(change):
        return False
    common = (key for key in keys if is_word(key, lexicon))
    shouted = all(side.shouted for side in change.sides)
    known = lexicon.closed | lexicon.capitals
    return not any(shouted or key in known or len(key) >= NO_SURNAME for key in common)


def _misnames_at_start(change: Change) -> bool:
    """The same where a sentence's start explains the capital: a name may differ in its first letter alone."""
    lexicon, keys = change.lexicon, (change.a.printed[0], change.b.printed[0])
    if keys[0][0] == keys[1][0] or len(keys[0]) != len(keys[1]):
        return False
    if any(side.shouted or not side.as_printed[0].isupper() for side in change.sides):
        return False
    common = [key for key in keys if is_word(key, lexicon)]
    return not any(
        key in lexicon.closed or key in lexicon.capitals or len(key) >= NO_SURNAME for key in common
    )


def _drops_initial(change: Change) -> bool:
    """Whether a word in capitals lacks its first letter, which was set apart as an initial: UPREME."""
    return any(
        side.shouted and side.printed[0] == other.printed[0][1:]
        for side, other in (change.sides, change.sides[::-1])
    )


@rule_for(
    DifferenceKind.SPELLING, Severity.MINOR, Shape.ONE_SIDED, Shape.SUBSTITUTION,
    example=("The damned boat sank.", "The d----d boat sank."),
)  # fmt: skip
def masked(change: Change) -> bool:
    """A word some of whose letters are masked, as those of oaths are."""
    if change.one_sided:
        return (change.a if change.a.words else change.b).is_end_of_masked
    for side, other in (change.sides, change.sides[::-1]):
        letters = side.masked
        word = "".join(other.printed) if letters else ""
        if letters and word.startswith(letters[0]) and word.endswith(letters[1]):
            return len(other.printed) == 1 and len(word) > len("".join(letters))
    return False


@rule_for(
    DifferenceKind.SPELLING, Severity.MINOR, Shape.SUBSTITUTION,
    example=("They went up th’ lane.", "They went up the lane."),
)  # fmt: skip
def clipped(change: Change) -> bool:
    """A word printed as it was spoken, with an apostrophe for the letters that were not."""
    for side, other in (change.sides, change.sides[::-1]):
        if len(other.printed) != 1:
            continue
        start, end = side.clipped
        if not (start or end) or is_word("".join(side.printed), change.lexicon):
            continue
        word = other.printed[0]
        most = len(word) - MOST_CLIPPED
        if (start and len(start) >= most and word.startswith(start)) or (
            end and len(end) >= most and word.endswith(end)
        ):
            return True
    return False


@rule_for(
    DifferenceKind.SPELLING, Severity.MINOR, Shape.SUBSTITUTION,
    example=("We asked Ludovica Vale about it.", "We asked L. Vale about it."),
)  # fmt: skip
def abbreviated(change: Change) -> bool:
    """A name of which the first letters stand, with a stop: J., Phila."""
    return any(_abbreviates(side, other) for side, other in (change.sides, change.sides[::-1]))


def _abbreviates(short: ChangedWords, long: ChangedWords) -> bool:
    """Whether the one word of a side is the start of the other side's, with the stop of an abbreviation."""
    if len(short.printed) != 1 or len(long.printed) != 1 or not (short.has_name or short.is_initial):
        return False
    start, whole = short.printed[0], long.printed[0]
    if not (whole.startswith(start) and len(whole) - len(start) >= FEWEST_ABBREVIATED):
        return False
    titled = start in short.lexicon.titles_with_stops
    return short.is_before_stop and not (titled or long.is_before_stop) and long.as_printed[0].isupper()


@rule_for(
    DifferenceKind.SPELLING, Severity.COSMETIC, Shape.ONE_SIDED,
    example=("We saw James’s boat.", "We saw James’ boat."),
)  # fmt: skip
def possessive(change: Change) -> bool:
    """The possessive of a name that ends as possessives do, with an ending of its own or without."""
    side, other = change.sides if change.a.words else change.sides[::-1]
    if len(side.printed) != 1 or side.printed[0] not in change.lexicon.possessives or other.lo >= other.hi:
        return False
    last, text = other.hi - 1, other.side.text
    if not other.side.keys[last].endswith(side.printed[0][-1]):
        return False
    return text[other.side.ends[last] :][:1] in _APOSTROPHES or text[other.side.starts[last]].isupper()


@rule_for(
    DifferenceKind.TYPO, Severity.MINOR, Shape.ONE_SIDED,
    example=("They never came.", "They never never came."),
)  # fmt: skip
def printed_twice(change: Change) -> bool:
    """Words that stand there twice in a row."""
    side = change.a if change.a.words else change.b
    if not side.is_repeated or change.covered(change.lexicon.light):
        return False
    return not any(is_number(key, change.lexicon) for key in side.words)


@rule_for(
    DifferenceKind.WORDING, Severity.MINOR, Shape.ONE_SIDED,
    example=("We asked Vale about it.", "We asked Mr Vale about it."),
)  # fmt: skip
def courtesy(change: Change) -> bool:
    """A title before a name that says nothing of an office."""
    side = change.a if change.a.words else change.b
    if side.hi >= side.side.hi or not change.covered(change.lexicon.courtesies):
        return False
    return side.side.text[side.side.starts[side.hi]].isupper()


@rule_for(
    DifferenceKind.WORDING, Severity.MINOR, Shape.ONE_SIDED,
    example=("We know, Ruth, that it sank.", "We know that it sank."),
)  # fmt: skip
def addressed(change: Change) -> bool:
    """Whoever is spoken to, named between commas inside a sentence: no part of a list, nor who is meant."""
    side = change.a if change.a.words else change.b
    if len(side.words) > LONGEST_ADDRESS or not side.is_between_commas:
        return False
    lexicon, keys = change.lexicon, side.side.keys
    before, behind = keys[side.lo - 1], keys[side.hi]
    if lexicon.titles.issuperset(side.words):
        return True  # "Yes, sir, and I will"
    # "Ada, Ruth, the pilot", "Oslo, Rome, and Bern".
    if side.side.names(side.lo - 1) or behind in _listing(lexicon.profile):
        return False
    if change.covered(lexicon.spoken_to):
        return True
    opens = behind in lexicon.closed or behind in lexicon.pointing
    return opens and before not in lexicon.speakers and side.is_all_names  # "It was you, Ruth, who did it"


@functools.lru_cache(maxsize=64)
def _listing(profile: LanguageProfile) -> frozenset[str]:
    """What goes on in a list: a coordinator, an article, whose something is."""
    grammar = ("coordinator", "definite_article", "indefinite_article", "possessive")
    return frozenset().union(*(profile.words("grammar", **{"class": name}) for name in grammar))


@rule_for(
    DifferenceKind.WORDING, Severity.MINOR, Shape.SUBSTITUTION,
    example=("We saw about 5 boats.", "We saw some 5 boats."),
    tables=("approximators",),
)  # fmt: skip
def same_bound(change: Change) -> bool:
    """What makes a number a rough one, or a bound, said in another way."""
    bounds = change.lexicon.bounds
    bound = bounds.get(change.a.words)
    if bound is None or bound != bounds.get(change.b.words):
        return False
    return all(map(is_before_amount, change.sides))


# What turns the sense.


@rule_for(
    DifferenceKind.FUNCTION_WORD, Severity.MINOR, Shape.SUBSTITUTION,
    example=("Neither we nor they sail.", "Neither we or they sail."),
    tables=("negators",),
)  # fmt: skip
def denial_goes_on(change: Change) -> bool:
    """What joins to a denial before it what that denies too, said as one or not: nor, or."""
    joins = frozenset((change.a.words, change.b.words))
    return joins in change.lexicon.joined_denials and all(map(_stands_behind_denial, change.sides))


def _stands_behind_denial(side: ChangedWords) -> bool:
    """Whether a denial stands before the words in their sentence."""
    first = max(side.side.lo, side.lo - FAR_DENIED)
    before = side.side.text[side.side.starts[first] : side.side.starts[side.lo]]
    keys = expanded(words(_SENTENCE_END.split(before)[-1]).keys, side.lexicon)
    return any(table == "negators" for table, _ in side.lexicon.markers(keys, 0, len(keys)))


@rule_for(
    DifferenceKind.NEGATION, Severity.SUBSTANTIVE, Shape.ONE_SIDED, Shape.SUBSTITUTION,
    example=("It is safe.", "It is not safe."),
    tables=("negators",),
)  # fmt: skip
def negation(change: Change) -> bool:
    """A negation put in or left out."""
    return len(change.a.senses("negators")) != len(change.b.senses("negators")) or _parts_phrase(
        change, "negators"
    )


@rule_for(
    DifferenceKind.NEGATION, Severity.SUBSTANTIVE, Shape.SUBSTITUTION,
    example=("The work was legal.", "The work was illegal."),
)  # fmt: skip
def negating_prefix(change: Change) -> bool:
    """A prefix or suffix that turns a word into its opposite."""
    return opposed(change)


@rule_for(
    DifferenceKind.CONDITION, Severity.SUBSTANTIVE, Shape.ONE_SIDED, Shape.SUBSTITUTION,
    example=("We will come if they pay today.", "We will come they pay today."),
    tables=("conditions",),
)  # fmt: skip
def condition(change: Change) -> bool:
    """A condition put in, left out or changed."""
    return change.differs_in("conditions")


@rule_for(
    DifferenceKind.MODALITY, Severity.SUBSTANTIVE, Shape.ONE_SIDED, Shape.SUBSTITUTION,
    example=("The bridge may close.", "The bridge will close."),
    tables=("modals",),
)  # fmt: skip
def modality(change: Change) -> bool:
    """How sure, how necessary or how free: a modal verb put in, left out or changed."""
    return change.differs_in("modals") or _parts_phrase(change, "modals")


def _parts_phrase(change: Change, table: str) -> bool:
    """Whether a phrase of small words is one only with, or without, what one side has: "had to"."""
    lexicon, side = change.lexicon, change.a if change.a.words else change.b
    if not change.one_sided or not any(table in lexicon.tables_of_phrases.get(key, ()) for key in side.words):
        return False
    keys, lo, hi = side.in_full
    without = keys[:lo] + keys[hi:]
    return len(_marked(keys, table, lexicon)) != len(_marked(without, table, lexicon))


def _marked(keys: Sequence[str], table: str, lexicon: Lexicon) -> list[str]:
    """What some words mark of a table."""
    return [sense for name, sense in lexicon.markers(keys, 0, len(keys)) if name == table]


@rule_for(
    DifferenceKind.HEDGE, Severity.SUBSTANTIVE, Shape.ONE_SIDED, Shape.SUBSTITUTION,
    example=("It was reportedly sold.", "It was sold."),
    tables=("hedges",),
)  # fmt: skip
def hedge(change: Change) -> bool:
    """How far the speaker vouches for it: a hedge put in, left out or changed."""
    if not change.one_sided and change.covered(change.lexicon.plain):
        return False  # "some for them" for "some of them"
    return change.differs_in("hedges")


@rule_for(
    DifferenceKind.HEDGE, Severity.SUBSTANTIVE, Shape.ONE_SIDED,
    example=("We saw about 5 boats.", "We saw 5 boats."),
    tables=("approximators",),
)  # fmt: skip
def approximation(change: Change) -> bool:
    """What made a number a rough one, or a bound."""
    side = change.a if change.a.words else change.b
    if not side.words or not side.covered(change.lexicon.numerals.approximators):
        return False
    keys, _, hi = side.in_full
    return hi < len(keys) and is_part(keys[hi], change.lexicon)


@rule_for(
    DifferenceKind.NUMBER, Severity.SUBSTANTIVE, Shape.ONE_SIDED, Shape.SUBSTITUTION,
    example=("We saw 5 boats.", "We saw 6 boats."),
    tables=("numbers", "units", "months", "figures"),
)  # fmt: skip
def number(change: Change) -> bool:
    """A number, a date or a unit put in, left out or changed: not one in a name, nor in a longer clause."""
    if any(map(_is_name, change.sides)) or _says_more(change, _counted):
        return False
    return any(map(_has_number, change.sides)) or any(map(_has_unit_of_number, change.sides))


@rule_for(
    DifferenceKind.NUMBER, Severity.SUBSTANTIVE, Shape.SUBSTITUTION,
    example=("It took a year in all.", "It took a month in all."),
    tables=("units",),
)  # fmt: skip
def unit(change: Change) -> bool:
    """A unit for another, where no number stands beside it: "a decade" for "a century"."""
    a, b = ({unit_of(key, change.lexicon) for key in side.words} - {None} for side in change.sides)
    return bool(a and b) and a != b


def _is_name(side: ChangedWords) -> bool:
    """Whether a number that is said is the first word of a name, by its capital: the First Amendment."""
    text, starts, at = side.side.text, side.side.starts, side.lo
    if len(side.words) != 1 or side.hi >= side.side.hi or not text[starts[at]].isupper():
        return False
    number = side.lexicon.numerals.number(side.words[0])
    if number is None:
        return False
    begins = number.is_ordinal or side.side.names(at)
    return begins and text[starts[side.hi]].isupper() and not is_number(side.side.keys[side.hi], side.lexicon)


def _says_more(change: Change, of_kind: Callable[[ChangedWords], int]) -> bool:
    """Whether words left out or put in are a clause of which those of a kind are half or less."""
    side = change.a if change.a.words else change.b
    if not change.one_sided or len(side.words) < CLAUSE:
        return False
    telling = sum((key,) not in side.lexicon.light for key in side.words)
    return 2 * of_kind(side) <= telling


def _counted(side: ChangedWords) -> int:
    """How many of the words are numbers or units."""
    return sum(is_part(key, side.lexicon) for key in side.words)


def _has_number(side: ChangedWords) -> bool:
    return any(is_number(key, side.lexicon) for key in side.words)


def _has_unit_of_number(side: ChangedWords) -> bool:
    """Whether one of the words is a unit and a number stands beside it."""
    lexicon = side.lexicon
    if not any(unit_of(key, lexicon) for key in side.words):
        return False
    keys, lo, hi = side.in_full
    lo -= keys[max(0, lo - 1)] in lexicon.numerals.articles  # "half a mile"
    return any(is_number(key, lexicon) for key in around(keys, max(0, lo), hi, lexicon))


@rule_for(
    DifferenceKind.NUMBER, Severity.SUBSTANTIVE, Shape.ONE_SIDED, Shape.SUBSTITUTION,
    example=("We saw all boats.", "We saw some boats."),
    tables=("quantities",),
)  # fmt: skip
def quantity_in_words(change: Change) -> bool:
    """How much or how many, in words that are not numbers."""
    return change.differs_in("quantities")


@rule_for(
    DifferenceKind.NAME, Severity.SUBSTANTIVE, Shape.ONE_SIDED, Shape.SUBSTITUTION,
    example=("We asked Mara Lind about it.", "We asked Mara Voss about it."),
)  # fmt: skip
def name(change: Change) -> bool:
    """A word with a capital inside a sentence, or one for another at its start: not in a longer clause."""
    a, b = change.sides
    if a.has_name or b.has_name or any(map(_is_name, change.sides)):
        return not _says_more(change, lambda side: len(side.proper))
    if change.lexicon.nouns_have_capitals:
        return False
    return len(a.words) == len(b.words) == 1 and bool(a.proper and b.proper)


@rule_for(
    DifferenceKind.PERSON, Severity.SUBSTANTIVE, Shape.SUBSTITUTION,
    example=("They will sail.", "We will sail."),
    tables=("pronouns",),
)  # fmt: skip
def person(change: Change) -> bool:
    """Another person spoken of: not a body that is "it" for one and "they" for another, by its verb."""
    a, b = change.a.senses("pronouns"), change.b.senses("pronouns")
    return bool(a and b) and a != b and not _agree_otherwise(change)


def _agree_otherwise(change: Change) -> bool:
    """Whether pronouns that are for things differ as the verb before them does: "has its", "have their"."""
    a, b = change.sides
    things = change.lexicon.things
    if not things.issuperset((*a.words, *b.words)):
        return False
    for n in range(1, FAR_AGREEING + 1):
        if a.lo - n < a.side.lo or b.lo - n < b.side.lo:
            return False
        pair = a.side.keys[a.lo - n], b.side.keys[b.lo - n]
        if pair[0] != pair[1] and not things.issuperset(pair):
            return same_lemma(*pair, change.lexicon)
    return False


@rule_for(
    DifferenceKind.WORDING, Severity.SUBSTANTIVE, Shape.ONE_SIDED,
    example=("They were struck by the pilot.", "They were struck the pilot."),
    tables=("function_words",),
)  # fmt: skip
def agent(change: Change) -> bool:
    """What says who did something to whom, put in or left out behind a form of "be" and what was done."""
    side, profile = change.a if change.a.words else change.b, change.lexicon.profile
    if len(side.words) != 1 or side.words[0] not in profile.words("grammar", **{"class": "agent"}):
        return False
    before = side.side.keys[max(side.side.lo, side.lo - MOST_PASSIVE) : side.lo]
    be, tenses = profile.words("grammar", **{"class": "be"}), reporting(profile).tenses
    done = before[-1:] and (before[-1] in change.lexicon.inflections or before[-1].endswith(tenses))
    return bool(done) and any(key in be for key in before[:-1])


# What leaves the sense standing.


@rule_for(
    DifferenceKind.INFLECTION, Severity.MINOR, Shape.SUBSTITUTION,
    example=("The attempt failed.", "The attempts failed."),
)  # fmt: skip
def inflection(change: Change) -> bool:
    """Another form of one word: number, tense."""
    a, b = change.a.words, change.b.words
    if len(a) != len(b) or not a:
        return False
    return all(x == y or same_lemma(x, y, change.lexicon) for x, y in zip(a, b, strict=True))


@rule_for(
    DifferenceKind.FUNCTION_WORD, Severity.MINOR, Shape.ONE_SIDED, Shape.SUBSTITUTION,
    example=("They left the room.", "They left a room."),
    tables=("function_words", "intensifiers", "fillers", "pronouns"),
)  # fmt: skip
def function_word(change: Change) -> bool:
    """An article, a preposition, a conjunction, or a word that only gives weight."""
    if not change.covered(change.lexicon.light):
        return False
    return change.one_sided or not turns_direction(change)


@rule_for(
    DifferenceKind.WORDING, Severity.SUBSTANTIVE, Shape.ONE_SIDED, Shape.SUBSTITUTION,
    example=("They sold the house.", "They bought the house."),
)  # fmt: skip
def wording(change: Change) -> bool:
    """Other words: synonyms and opposites cannot be told apart without a dictionary, so taken gravely."""
    return True


RULES: tuple[Rule, ...] = (
    ellipsis_hides_qualifier,
    ellipsis_hides_modal,
    ellipsis_hides_view,
    ellipsis_joins_halves,
    ellipsis_hides_head,
    ellipsis_hides_number_or_name,
    ellipsis,
    bracket_reports,
    bracket_turns_sense,
    bracket_changes_number,
    bracket_changes_person,
    bracket_changes_name,
    bracket_puts_another_word,
    bracket_names_another,
    bracket_names_referent,
    bracket_remarks,
    bracket,
    filler,
    runs_on_with_qualifier,
    runs_on_into_other_words,
    goes_on_with_qualifier,
    goes_on,
    truncation_drops_qualifier,
    truncation,
    number_format,
    says_a_number,
    spelling,
    same_phrase,
    contraction,
    masked,
    clipped,
    abbreviated,
    typo,
    possessive,
    printed_twice,
    courtesy,
    addressed,
    same_bound,
    denial_goes_on,
    negation,
    negating_prefix,
    condition,
    modality,
    hedge,
    approximation,
    number,
    unit,
    quantity_in_words,
    name,
    person,
    agent,
    inflection,
    function_word,
    wording,
)


@functools.lru_cache(maxsize=64)  # the shapes, of these rules and of a caller's own beside them
def _of_shape(rules: tuple[Rule, ...], shape: Shape) -> tuple[Rule, ...]:
    """The rules that can fit a change of a shape."""
    return tuple(rule for rule in rules if shape in rule.shapes)


def classify(change: Change, rules: tuple[Rule, ...] = RULES) -> Named:
    """What a change is, how much it matters, and the name of the rule that decided: the first that fits."""
    tables: frozenset[str] | None = None
    for rule in _of_shape(rules, change.shape):
        if rule.tables:
            # Found only for rules that ask: an ellipsis may hide a hundred words.
            tables = change.tables if tables is None else tables
            if rule.tables.isdisjoint(tables):
                continue
        if rule.fits(change):
            return rule.named
    return NO_RULE
