"""One wording in two spellings, or written in short: labour and labor, 6 and six, don't and do not."""

from quoteverify.collation.differences.changed_words import ChangedWords
from quoteverify.collation.differences.changes import Change, Shape
from quoteverify.collation.differences.rules.rule import rule_for, same_amount
from quoteverify.collation.differences.typography import is_minus
from quoteverify.collation.language.quantities import counts, is_number
from quoteverify.collation.language.slips import is_word
from quoteverify.collation.language.word_forms import (
    joined_in_another_sense,
    same_contraction,
    same_spelling,
    written_out,
)
from quoteverify.models import DifferenceKind, Severity
from quoteverify.text.normalize import APOSTROPHES

_APOSTROPHES = frozenset(APOSTROPHES)


MOST_CLIPPED = 2
"""In letters: no more of a word are left out where it is printed as it was spoken."""


FEWEST_ABBREVIATED = 2
"""In letters: so many more has a word than what it is abbreviated to."""


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


@rule_for(
    DifferenceKind.NUMBER_FORMAT, Severity.COSMETIC, Shape.ONE_SIDED,
    example=("It was minus 20 at noon.", "It was -20 at noon."),
)  # fmt: skip
def says_below_nothing(change: Change) -> bool:
    """What says that a number is below nothing, in a word or by a sign."""
    side, other = change.sides if change.a.words else change.sides[::-1]
    if len(side.words) != 1 or side.words[0] not in change.lexicon.minus:
        return False
    whole, at = other.side, other.lo
    if at >= whole.hi:
        return False
    end = whole.ends[at - 1] if at > whole.lo else whole.start
    return is_minus(whole.text[end : whole.starts[at]], whole.text[whole.starts[at] :][:1])


def _says_a_number_follows(side: ChangedWords) -> str | None:
    """What a word says that only counts what follows: "No. 9", "number nine", "Fig. B"; None for another."""
    says = side.lexicon.numerals.numbering.get(side.words[0]) if len(side.words) == 1 else None
    if says is None:
        return None
    keys, _, hi = side.in_full
    if hi >= len(keys):
        return None
    counted = len(keys[hi]) == 1 and (keys[hi],) not in side.lexicon.light
    return says if counted or is_number(keys[hi], side.lexicon) else None


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
    DifferenceKind.SPELLING, Severity.MINOR, Shape.ONE_SIDED, Shape.SUBSTITUTION,
    example=("The damned boat sank.", "The d----d boat sank."),
)  # fmt: skip
def masked(change: Change) -> bool:
    """A word some of whose letters are masked, as those of oaths are."""
    if change.one_sided:
        return change.only.is_end_of_masked
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
