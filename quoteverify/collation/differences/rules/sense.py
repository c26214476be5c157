"""What turns the sense, the gravest first; then what leaves it standing; last, other words."""

from collections.abc import Callable, Sequence

from quoteverify.collation.differences.changed_words import ChangedWords
from quoteverify.collation.differences.changes import Change, Shape
from quoteverify.collation.differences.retelling import reporting
from quoteverify.collation.differences.rules.rule import (
    CLAUSE,
    is_particle,
    opposed,
    rule_for,
    turns_direction,
)
from quoteverify.collation.language.lexicon import Lexicon
from quoteverify.collation.language.quantities import around, is_number, is_part, unit_of
from quoteverify.collation.language.word_forms import same_lemma
from quoteverify.models import DifferenceKind, Severity

MOST_PASSIVE = 3
"""In words: so near before "by" stands a form of "be" whose verb it goes with: "was nearly struck by"."""


LEAST_TO_COME = 2
"""In words: with fewer, "it is to the left" says nothing of what is to come."""


FAR_EXCEEDED = 5
"""In words: so near behind "too" stands what something is too much for: "too late for us to sail"."""


FAR_AGREEING = 6
"""In words: so near before a pronoun stands the verb that agrees with what it stands for. A guard."""


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
    return change.differs_in("modals") or (_parts_phrase(change, "modals") and not _misses_infinitive(change))


def _misses_infinitive(change: Change) -> bool:
    """Whether what marks an infinitive is missed before a verb that is nothing else: "want to make"."""
    keys, lo, hi = change.only.in_full
    return hi - lo == 1 and hi < len(keys) and keys[hi] in change.lexicon.infinitives.get(keys[lo], ())


def _parts_phrase(change: Change, table: str) -> bool:
    """Whether a phrase of small words is one only with, or without, what one side has: "had to"."""
    lexicon, side = change.lexicon, change.only
    if not change.one_sided or not any(table in lexicon.tables_of_phrases.get(key, ()) for key in side.words):
        return False
    keys, lo, hi = side.in_full
    without = keys[:lo] + keys[hi:]
    return len(_marked(keys, table, lexicon)) != len(_marked(without, table, lexicon))


def _marked(keys: Sequence[str], table: str, lexicon: Lexicon) -> list[str]:
    """What some words mark of a table."""
    return [sense for name, sense in lexicon.markers(keys, 0, len(keys)) if name == table]


@rule_for(
    DifferenceKind.MODALITY, Severity.SUBSTANTIVE, Shape.ONE_SIDED,
    example=("They were to be sold.", "They were sold."),
    tables=("function_words",),
)  # fmt: skip
def yet_to_come(change: Change) -> bool:
    """What behind a form of "be", or with it, says that something is still to come: to be, about to."""
    side, lexicon = change.only, change.lexicon
    if len(side.words) < LEAST_TO_COME or lexicon.infinitives.keys().isdisjoint(side.words):
        return False
    keys, lo, _ = side.in_full
    be = lexicon.profile.words("grammar", **{"class": "be"})
    return not be.isdisjoint((keys[max(0, lo - 1)], side.words[0])) and side.covered(lexicon.plain)


@rule_for(
    DifferenceKind.HEDGE, Severity.SUBSTANTIVE, Shape.ONE_SIDED, Shape.SUBSTITUTION,
    example=("It was reportedly sold.", "It was sold."),
    tables=("hedges",),
)  # fmt: skip
def hedge(change: Change) -> bool:
    """How far the speaker vouches for it: a hedge put in, left out or changed."""
    if not change.one_sided and (change.covered(change.lexicon.plain) or _is_kind(change)):
        return False  # "some for them" for "some of them"
    return change.differs_in("hedges")


def _is_kind(change: Change) -> bool:
    """Whether a noun that hedges has another number behind a word of grammar: "these kind of boats"."""
    a, b = change.a.words, change.b.words
    if len(a) != 1 or len(b) != 1 or not same_lemma(a[0], b[0], change.lexicon):
        return False
    befores = (keys[lo - 1 : lo] for keys, lo, _ in (side.in_full for side in change.sides))
    return all(tuple(before) in change.lexicon.plain for before in befores)


@rule_for(
    DifferenceKind.HEDGE, Severity.SUBSTANTIVE, Shape.ONE_SIDED,
    example=("We saw about 5 boats.", "We saw 5 boats."),
    tables=("approximators",),
)  # fmt: skip
def approximation(change: Change) -> bool:
    """What made a number a rough one, or a bound."""
    side = change.only
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
    side = change.only
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
    if a == b:
        return bool(a) and _is_done_to_another(change)
    return bool(a and b) and not _agree_otherwise(change)


def _is_done_to_another(change: Change) -> bool:
    """Whether somebody does to another, in one wording, what they do to themselves: "killed himself"."""
    lexicon, (a, b) = change.lexicon, (side.words for side in change.sides)
    if len(a) != 1 or len(b) != 1 or (a[0] in lexicon.reflexives) is (b[0] in lexicon.reflexives):
        return False
    if not lexicon.speakers.isdisjoint((*a, *b)):
        return False  # "between you and myself"
    keys, lo, _ = change.a.in_full
    return lo > 0 and (keys[lo - 1],) not in lexicon.light


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
    DifferenceKind.WORDING, Severity.SUBSTANTIVE, Shape.ONE_SIDED, Shape.SUBSTITUTION,
    example=("They were struck by the pilot.", "They were struck the pilot."),
    tables=("function_words",),
)  # fmt: skip
def agent(change: Change) -> bool:
    """What says who did something to whom, put in, left out or changed behind what was done."""
    if not change.one_sided:
        pair = frozenset((change.a.words, change.b.words))
        return pair in change.lexicon.contraries_of_agents and any(map(_is_behind_passive, change.sides))
    agents = change.lexicon.profile.words("grammar", **{"class": "agent"})
    side = change.only
    return len(side.words) == 1 and side.words[0] in agents and _is_behind_passive(side)


def _is_behind_passive(side: ChangedWords) -> bool:
    """Whether a form of "be" and what was done stand before a word."""
    profile = side.lexicon.profile
    before = side.side.keys[max(side.side.lo, side.lo - MOST_PASSIVE) : side.lo]
    be, tenses = profile.words("grammar", **{"class": "be"}), reporting(profile).tenses
    done = before[-1:] and (before[-1] in side.lexicon.inflections or before[-1].endswith(tenses))
    return bool(done) and any(key in be for key in before[:-1])


@rule_for(
    DifferenceKind.WORDING, Severity.SUBSTANTIVE, Shape.ONE_SIDED,
    example=("It was too late to sail.", "It was late to sail."),
    tables=("intensifiers",),
)  # fmt: skip
def excess(change: Change) -> bool:
    """What says that something is too much for what follows, put in or left out before what it is."""
    side, lexicon = change.only, change.lexicon
    if len(side.words) != 1 or side.words[0] not in lexicon.exceeding:
        return False
    whole = side.side
    if side.lo == whole.lo or whole.text[whole.ends[side.lo - 1] : whole.starts[side.lo]].strip():
        return False  # "too big to fail, too big to jail"
    behind = whole.keys[side.hi + 1 : min(side.hi + FAR_EXCEEDED, whole.hi)]
    return not lexicon.infinitives.keys().isdisjoint(behind)


@rule_for(
    DifferenceKind.CONDITION, Severity.SUBSTANTIVE, Shape.ONE_SIDED,
    example=("Nobody but him sailed.", "Nobody sailed."),
)  # fmt: skip
def exception(change: Change) -> bool:
    """What was taken out of all that something is said of, put in or left out."""
    side, lexicon = change.only, change.lexicon
    if not side.words or side.words[0] not in lexicon.excepting or side.lo == side.side.lo:
        return False
    return side.side.keys[side.lo - 1] in lexicon.universal


@rule_for(
    DifferenceKind.WORDING, Severity.SUBSTANTIVE, Shape.ONE_SIDED,
    example=("They called off the vote.", "They called the vote."),
    tables=("function_words",),
)  # fmt: skip
def particle(change: Change) -> bool:
    """A particle with which a verb says something else, put in or left out."""
    return is_particle(change.only, turns=True)


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
