"""The words that decide what a change of wording means, derived once from a language's tables."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import permutations

import attrs

from quoteverify.text.language import LanguageProfile, Row
from quoteverify.text.vocabulary import common_words, rarer_words
from quoteverify.text.words import words

MARKER_TABLES = ("negators", "modals", "hedges", "conditions", "quantities", "pronouns")
"""The tables whose words change the sense of what stands beside them."""

MORE_TABLES = (
    "function_words",
    "intensifiers",
    "fillers",
    "numbers",
    "units",
    "months",
    "contractions",
    "approximators",
)
"""The other tables that a rule looks words up in."""

CAPITAL_TABLES = ("roles", "bodies", "titles", "months", "things")
"""The tables of common words that often have a capital."""

Phrase = tuple[str, ...]
Marker = tuple[str, str]
"""A table, and which of its senses: what is equal here says the same."""


@attrs.frozen
class NumberWord:
    """A word for a number.

    Attributes:
        value: Its value; of a word that has no one value, such as "dozens", the word.
        is_scale: Whether it multiplies what stands before it, as "hundred" does.
        is_ordinal: Whether it counts in order.
    """

    value: Fraction | str
    is_scale: bool
    is_ordinal: bool

    @property
    def is_part_of_one(self) -> bool:
        """Whether it is a fraction, as "half" is."""
        return isinstance(self.value, Fraction) and 0 < self.value < 1


@attrs.frozen
class Ending:
    """A regular ending of an inflected word.

    Attributes:
        letters: The ending.
        stand_ins: What the word without it may end in instead: "carr" of "carries", in "y".
        doubles: Whether a last consonant may be doubled before it: "stopped".
    """

    letters: str
    stand_ins: tuple[str, ...]
    doubles: bool


# With slots, attrs finds what is made when first asked for by a hook that every look at a field goes through.
@attrs.frozen(eq=False, slots=False)
class Lexicon:
    """What the rules ask of a language.

    Attributes:
        profile: The language.
        phrases: The phrases of the marker tables, and what each marks.
        lengths: By first word: how many words its phrases have, most first.
        heads: Which words of a phrase make it what it is.
        reach: So many words before another a phrase can begin that has both: one less than the longest has.
        plain: Words and phrases that change no sense: function words, intensifiers.
        fillers: Sounds that mean nothing.
        fillers_apart: Those, and words and phrases that mean nothing when they are set off.
        numbers: Words for numbers.
        counting: Every word that may be a number or a date, in small letters.
        ordinal_endings: What makes figures count in order.
        decades: Words for the ten years that a number begins.
        number_places: By where they stand in what is said for a number: the words that do.
        decimal_marks: What stands before the decimals of a number in figures.
        thousands_marks: What divides the thousands of a number in figures.
        articles: What counts as one before a scale or a fraction: "a hundred", "one and a half".
        number_links: What joins the parts of a number: "one hundred and five".
        date_particles: What may stand anywhere in a quantity of several words: "the first of May".
        units: Every name of a unit, with the one name for all of them.
        other_units: Of those that name two, the second: "pounds", of money and of weight.
        clock_units: The names of those that make a time of day of a number: "a.m.".
        approximators: What makes a number that follows it a rough one.
        months: Months and days with the one name for each.
        capitalised: Months that are other words without their capital.
        contractions: Contracted words in full, each as its possible readings.
        contracted_endings: Contracted endings in full.
        spellings: Words with the one spelling for all of them; an abbreviation of several words has several.
        spelling_parts: Parts of words that two spellings differ in.
        spellings_anywhere: Letters with what they are written out as, wherever they stand.
        distinct_letters: Letters that make two words, though only a sign over one of them tells them apart.
        spelling_endings: Endings that a word of either spelling may have.
        inflections: Irregular forms with their base.
        inflection_endings: The regular endings.
        possessives: The endings of whoever has something.
        prefixes: What makes a word its opposite, put before it.
        suffixes: Pairs of endings of opposites.
        directions: Function words that turn the sense when one is put for another.
        contraries: Two of them, or phrases, of which each turns the sense that the other has.
        light: What says little by itself: words that change no sense, all fillers, personal pronouns.
        genitives: What joins to a noun what it is of.
        prepositions: What brings in where, when or how something is.
        pointing: Words that stand for something named elsewhere.
        remarks: What an editor remarks in brackets.
        tables: By word: the tables that have it, alone or as what matters in a phrase.
        closed: Every word of the closed classes: none of them is a slip for another.
        titles: What stands before a name.
        nouns_have_capitals: Whether a capital alone makes no name.
        number_parts: What a number in one word is made of, where numbers are compounded.
        numbered_months: The month of each number, where dates stand in figures.
        date_marks: What stands between the figures of a date.
        divided: Words that with a hyphen, or in two, are others: "resigned", "re-signed".
        capitals: Common words that often have a capital: of roles, titles, bodies, months.
    """

    profile: LanguageProfile
    phrases: Mapping[Phrase, Marker]
    lengths: Mapping[str, Sequence[int]]
    heads: Mapping[Phrase, tuple[int, ...]]
    reach: int
    plain: frozenset[Phrase]
    fillers: frozenset[Phrase]
    fillers_apart: frozenset[Phrase]
    numbers: Mapping[str, NumberWord]
    counting: frozenset[str]
    ordinal_endings: frozenset[str]
    decades: Mapping[str, int]
    number_places: Mapping[str, frozenset[str]]
    decimal_marks: frozenset[str]
    thousands_marks: frozenset[str]
    articles: frozenset[str]
    number_links: frozenset[str]
    date_particles: frozenset[str]
    units: Mapping[str, str]
    other_units: Mapping[str, str]
    clock_units: frozenset[str]
    approximators: frozenset[Phrase]
    months: Mapping[str, str]
    capitalised: frozenset[str]
    contractions: Mapping[str, tuple[Phrase, ...]]
    contracted_endings: Mapping[str, Phrase]
    spellings: Mapping[Phrase, frozenset[str]]
    spelling_parts: tuple[tuple[str, str], ...]
    spellings_anywhere: tuple[tuple[str, str], ...]
    distinct_letters: frozenset[tuple[str, str]]
    spelling_endings: tuple[str, ...]
    inflections: Mapping[str, frozenset[str]]
    inflection_endings: tuple[Ending, ...]
    possessives: tuple[str, ...]
    prefixes: frozenset[str]
    suffixes: tuple[tuple[str, str], ...]
    directions: frozenset[Phrase]
    contraries: frozenset[frozenset[Phrase]]
    light: frozenset[Phrase]
    genitives: frozenset[str]
    prepositions: frozenset[str]
    pointing: frozenset[str]
    remarks: frozenset[str]
    tables: Mapping[str, frozenset[str]]
    closed: frozenset[str]
    titles: frozenset[str]
    nouns_have_capitals: bool
    number_parts: re.Pattern[str] | None
    numbered_months: Mapping[int, str]
    date_marks: frozenset[str]
    divided: frozenset[str]
    capitals: frozenset[str]

    @functools.cached_property
    def vocabulary(self) -> frozenset[str]:
        """The common words, and rarer ones that a slip can make of them."""
        return self.common | rarer_words(self.profile)

    @functools.cached_property
    def misreadings(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        """By the first of them: what letters may be printed for others that look like them."""
        rows = self.profile.rows("misreadings")
        there = [(row.words[0], other) for row in rows for other in row.words[1:]]
        back = [
            (other, row.words[0]) for row in rows if not row.values.get("one_way") for other in row.words[1:]
        ]
        found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for printed, meant in there + back:
            found[printed[0]].append((printed, meant))
        return dict(found)

    @functools.cached_property
    def numbering(self) -> Mapping[str, str]:
        """What only says that a number follows, and words abbreviated before one, in one spelling."""
        places = self.number_places.get("before a number", frozenset())
        found = dict.fromkeys(places, "")
        for row in self.profile.rows("spellings"):
            if row.values.get("before_number"):
                found |= dict.fromkeys(row.words, row.words[0])
        return found

    @functools.cached_property
    def common(self) -> frozenset[str]:
        """The common words."""
        return common_words(self.profile)

    @functools.cached_property
    def calendar(self) -> frozenset[str]:
        """The one name for each month and day."""
        return frozenset(self.months.values())

    @functools.cached_property
    def confused(self) -> frozenset[frozenset[str]]:
        """Pairs of words that writers confuse."""
        rows = self.profile.rows("confused")
        return frozenset(frozenset(pair) for row in rows for pair in permutations(row.words, 2))

    @functools.cached_property
    def titles_with_stops(self) -> frozenset[str]:
        """The titles that are abbreviated: the stop behind one ends no sentence."""
        return self.titles & self.profile.words("abbreviations")

    @functools.cached_property
    def courtesies(self) -> frozenset[Phrase]:
        """The titles that say nothing of an office."""
        return _keyed(self.profile.words("titles", courtesy=True))

    @functools.cached_property
    def speakers(self) -> frozenset[str]:
        """The pronouns for whoever speaks or is spoken to."""
        rows = (row for row in self.profile.rows("pronouns") if row.values["gender"] in ("author", "reader"))
        return frozenset(word for row in rows for word in row.words)

    @functools.cached_property
    def doubling_endings(self) -> tuple[str, ...]:
        """The letters of those endings that may double a consonant."""
        return tuple(ending.letters for ending in self.inflection_endings if ending.doubles)

    def number(self, key: str) -> NumberWord | None:
        """The number that a word is, by itself or by its parts: "einundzwanzig"; None for none."""
        found = self.numbers.get(key)
        if found is None and self.number_parts is not None:
            return _of_parts(self, key)
        return found

    def markers(self, keys: Sequence[str], lo: int, hi: int) -> Iterator[Marker]:
        """What the phrases mark that have a word that matters in ``keys[lo:hi]``; the longest phrase wins."""
        lengths = self.lengths
        i, end = max(0, lo - self.reach), min(hi, len(keys))
        if lengths.keys().isdisjoint(keys[i:end]):
            return
        while i < end:
            if keys[i] in lengths:
                for length in lengths[keys[i]]:
                    phrase = tuple(keys[i : i + length])
                    if phrase in self.phrases:
                        if any(lo <= i + n < hi for n in self.heads[phrase]):
                            yield self.phrases[phrase]
                        i += length - 1
                        break
            i += 1


@functools.lru_cache(maxsize=256)  # one for each language, and in tests for each language less a row
def lexicon(profile: LanguageProfile) -> Lexicon:
    """What the rules ask of a language, made once for each profile."""
    phrases, plain, pronouns = _phrases(profile), _keep_sense(profile), profile.words("pronouns")
    fillers, apart = profile.words("fillers", apart=None), profile.words("fillers", apart=True)
    numbers, decades, months = _numbers(profile), _decades(profile), _months(profile)
    units, other_units = _units(profile)
    return Lexicon(
        profile=profile,
        phrases=phrases,
        lengths=_lengths(phrases),
        heads={phrase: _heads(phrase, plain | pronouns, phrases) for phrase in phrases},
        reach=max(map(len, phrases), default=1) - 1,
        plain=_keyed(plain),
        fillers=_keyed(fillers),
        fillers_apart=_keyed(fillers | apart),
        numbers=numbers,
        counting=frozenset(numbers) | profile.words("months") | frozenset(months) | frozenset(decades),
        ordinal_endings=profile.words("number_particles", place="after figures"),
        decades=decades,
        number_places=_number_places(profile),
        decimal_marks=profile.words("number_particles", place="before decimals"),
        thousands_marks=profile.words("number_particles", place="before thousands"),
        articles=profile.words("number_particles", place="before a scale or fraction"),
        number_links=profile.words("number_particles", place="after a number"),
        date_particles=profile.words("number_particles", place="anywhere"),
        units=units,
        other_units=other_units,
        clock_units=frozenset(row.words[0] for row in profile.rows("units") if row.values.get("clock")),
        approximators=_keyed(profile.words("approximators")),
        months=months,
        capitalised=profile.words("months", capital=True),
        contractions=_contracted(profile, ending=False),
        contracted_endings=_contracted_endings(profile),
        spellings=_spellings(profile),
        spelling_parts=_spelling_parts(profile),
        spellings_anywhere=_spellings_anywhere(profile),
        distinct_letters=_distinct_letters(profile),
        spelling_endings=tuple(sorted(profile.words("spellings", ending=True))),
        inflections=_inflections(profile),
        inflection_endings=_inflection_endings(profile),
        possessives=tuple(sorted(profile.words("inflections", possessive=True))),
        prefixes=profile.words("opposites", place="prefix"),
        suffixes=_suffixes(profile),
        directions=_keyed(profile.words("function_words", turns=True)),
        contraries=_contraries(profile),
        light=_keyed(plain | fillers | apart | pronouns),
        genitives=profile.words("grammar", **{"class": "genitive"}),
        prepositions=profile.words("grammar", **{"class": "preposition"}),
        pointing=pronouns | profile.words("function_words", points=True),
        remarks=profile.words("remarks"),
        tables=_tables(profile, plain | pronouns, phrases),
        titles=profile.words("titles"),
        nouns_have_capitals="nouns_have_capitals" in profile.words("syntax"),
        number_parts=_number_parts(profile, numbers),
        numbered_months=_numbered_months(profile),
        date_marks=profile.words("number_particles", place="between the figures of a date"),
        closed=frozenset(plain | _marking_words(profile) | set(numbers) | fillers | apart),
        divided=profile.words("divided_words"),
        capitals=frozenset(word for table in CAPITAL_TABLES for word in profile.words(table)),
    )


def _keep_sense(profile: LanguageProfile) -> frozenset[str]:
    """Words and phrases that change no sense."""
    return profile.words("function_words") | profile.words("intensifiers")


def _contracted_endings(profile: LanguageProfile) -> dict[str, Phrase]:
    """Contracted endings in full."""
    endings = _contracted(profile, ending=True)
    return {word: tuple(reading[0] for reading in full) for word, full in endings.items()}


def _spellings_anywhere(profile: LanguageProfile) -> tuple[tuple[str, str], ...]:
    """The letters that are written in two ways wherever they stand."""
    return tuple(
        (row.words[0], row.words[1]) for row in profile.rows("spellings") if row.values.get("anywhere")
    )


def _distinct_letters(profile: LanguageProfile) -> frozenset[tuple[str, str]]:
    """The pairs of letters that make two words of one."""
    rows = (row for row in profile.rows("spellings") if row.values.get("distinct"))
    return frozenset((a, b) for row in rows for a, b in permutations(row.words, 2))


def _numbered_months(profile: LanguageProfile) -> dict[int, str]:
    """The months by their numbers in dates of figures."""
    return {row.values["number"]: row.words[0] for row in profile.rows("months") if "number" in row.values}


def _keys(phrase: str) -> Phrase:
    return tuple(words(phrase).keys)


def _keyed(phrases: frozenset[str]) -> frozenset[Phrase]:
    return frozenset(map(_keys, phrases))


# What marks.


def _phrases(profile: LanguageProfile) -> dict[Phrase, Marker]:
    """The phrases of the marker tables and what each marks: of two tables that have one, the first."""
    found: dict[Phrase, Marker] = {}
    for table in MARKER_TABLES:
        for row in profile.rows(table):
            for word in row.words:
                found.setdefault(_keys(word), (table, _sense(table, row)))
    return found


def _sense(table: str, row: Row) -> str:
    if table == "pronouns":
        return str(row.values["subject"])
    return str(row.values.get("sense", row.words[0]))


def _lengths(phrases: Mapping[Phrase, Marker]) -> dict[str, list[int]]:
    """By first word: how many words phrases have, most first."""
    found: dict[str, set[int]] = defaultdict(set)
    for phrase in filter(None, phrases):
        found[phrase[0]].add(len(phrase))
    return {word: sorted(lengths, reverse=True) for word, lengths in found.items()}


def _heads(phrase: Phrase, light: frozenset[str], phrases: Mapping[Phrase, Marker]) -> tuple[int, ...]:
    """Which words of a phrase make it what it is: of "I think", only "think".

    All do where the others by themselves say something else: "a few" are not few.
    """
    heads = tuple(n for n, word in enumerate(phrase) if word not in light) or (0,)
    others = phrases.get(tuple(phrase[n] for n in heads))
    return heads if others in (None, phrases.get(phrase)) else tuple(range(len(phrase)))


def _tables(
    profile: LanguageProfile, light: frozenset[str], phrases: Mapping[Phrase, Marker]
) -> dict[str, frozenset[str]]:
    """By word: the tables that have it, alone or as what matters in a phrase."""
    found: dict[str, set[str]] = defaultdict(set)
    for table in (*MARKER_TABLES, *MORE_TABLES):
        for word in profile.words(table):
            phrase = _keys(word)
            for n in _heads(phrase, light, phrases) if phrase else ():  # "°" is no word of any text
                found[phrase[n]].add(table)
    return {word: frozenset(tables) for word, tables in found.items()}


def _marking_words(profile: LanguageProfile) -> set[str]:
    """The words of the marker tables that are not phrases."""
    return {word for table in MARKER_TABLES for word in profile.words(table) if " " not in word}


# What counts.


def _contraries(profile: LanguageProfile) -> frozenset[frozenset[Phrase]]:
    """Pairs of function words of which one is said against the other."""
    return frozenset(
        frozenset((tuple(_keys(word)), tuple(_keys(other))))
        for row in profile.rows("function_words")
        for word in row.words
        for other in row.values.get("against", ())
    )


def _numbers(profile: LanguageProfile) -> dict[str, NumberWord]:
    return {
        word: NumberWord(
            row.words[0] if row.values.get("many") else Fraction(str(row.values["value"])),
            is_scale=row.values.get("scale", False),
            is_ordinal=row.values.get("ordinal", False),
        )
        for row in profile.rows("numbers")
        if not row.values.get("decade")
        for word in row.words
    }


def _decades(profile: LanguageProfile) -> dict[str, int]:
    """The words for decades, with the number that each begins with."""
    rows = (row for row in profile.rows("numbers") if row.values.get("decade"))
    return {word: int(row.values["value"]) for row in rows for word in row.words}


def _number_places(profile: LanguageProfile) -> dict[str, frozenset[str]]:
    """By where they stand in what is said for a number: the words that do."""
    places = {str(row.values["place"]) for row in profile.rows("number_particles")}
    return {place: profile.words("number_particles", place=place) for place in places}


def _number_parts(profile: LanguageProfile, numbers: Mapping[str, NumberWord]) -> re.Pattern[str] | None:
    """What a number in one word is made of; None where numbers are not compounded."""
    if "numbers_are_compounded" not in profile.words("syntax"):
        return None
    places = ("before a scale or fraction", "after a number")
    joined = {word for place in places for word in profile.words("number_particles", place=place)}
    parts = "|".join(sorted(map(re.escape, {*numbers, *joined}), key=len, reverse=True))
    return re.compile(rf"(?:{parts})")


@functools.lru_cache(maxsize=1 << 12)
def _of_parts(lexicon: Lexicon, key: str) -> NumberWord | None:
    """The number that a word of several numerals is: zwei-hundert-ein-und-zwanzig; None for no number."""
    if lexicon.number_parts is None:
        return None
    parts = lexicon.number_parts.findall(key)
    if len(parts) < 2 or "".join(parts) != key:
        return None
    total = current = Fraction(0)
    ordinal = False
    for part in parts:
        number = lexicon.numbers.get(part)
        if number is None:
            current += part in lexicon.articles  # "ein" hundert; what only joins counts for nothing
            continue
        if isinstance(number.value, str) or ordinal:
            return None
        ordinal = number.is_ordinal
        if not number.is_scale:
            current += number.value
        elif number.value > _HUNDRED:
            total, current = total + max(current, Fraction(1)) * number.value, Fraction(0)
        else:
            current = max(current, Fraction(1)) * number.value
    return NumberWord(total + current, is_scale=False, is_ordinal=ordinal)


_HUNDRED = 100
"""The greatest scale that a greater one can follow: two hundred and five thousand."""


def _units(profile: LanguageProfile) -> tuple[dict[str, str], dict[str, str]]:
    """Every name of a unit, those of several words as one, with the first of its row; and of a second row."""
    units: dict[str, str] = {}
    others: dict[str, str] = {}
    for row in profile.rows("units"):
        for word in row.words:
            name = "".join(_keys(word))
            (others if name in units else units)[name] = row.words[0]
    return units, others


def _months(profile: LanguageProfile) -> dict[str, str]:
    return {
        word.capitalize() if row.values.get("capital") else word: row.words[0]
        for row in profile.rows("months")
        for word in row.words
    }


# What has more than one form.


def _contracted(profile: LanguageProfile, *, ending: bool) -> dict[str, tuple[Phrase, ...]]:
    """Contracted words, or the contracted endings of any word, each with its readings."""
    return {
        word: tuple(tuple(full.split()) for full in row.values["full"])
        for row in profile.rows("contractions")
        if row.values.get("ending", False) == ending
        for word in row.words
    }


def _spellings(profile: LanguageProfile) -> dict[Phrase, frozenset[str]]:
    found: defaultdict[Phrase, set[str]] = defaultdict(set)
    for row in profile.rows("spellings"):
        if not any(map(row.values.get, ("part", "ending", "anywhere", "distinct", "before_number"))):
            for word in row.words:
                found[_keys(word)].add(row.words[0])
    return {word: frozenset(spellings) for word, spellings in found.items()}


def _spelling_parts(profile: LanguageProfile) -> tuple[tuple[str, str], ...]:
    """Each part of a word with each other that it is spelled as."""
    return tuple(
        pair
        for row in profile.rows("spellings")
        if row.values.get("part")
        for pair in permutations(row.words, 2)
    )


def _inflections(profile: LanguageProfile) -> dict[str, frozenset[str]]:
    """By irregular form: what it may be a form of."""
    found: dict[str, set[str]] = defaultdict(set)
    for table in ("inflections", "verbs", "cues"):
        for row in profile.rows(table):
            if not (row.values.get("ending") or row.values.get("possessive")):
                for word in row.words:
                    found[word].add(row.words[0])
    return {word: frozenset(bases) for word, bases in found.items()}


def _inflection_endings(profile: LanguageProfile) -> tuple[Ending, ...]:
    return tuple(
        Ending(word, tuple(row.values["stand_ins"]), row.values.get("doubles", False))
        for row in profile.rows("inflections")
        if row.values.get("ending")
        for word in row.words
    )


def _suffixes(profile: LanguageProfile) -> tuple[tuple[str, str], ...]:
    """Pairs of endings that turn one another round."""
    return tuple(
        (with_it, without_it)
        for row in profile.rows("opposites")
        if row.values["place"] == "suffix"
        for with_it, without_it in [row.words]
    )
