"""The words that decide what a change of wording means, derived once from a language's tables."""

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, permutations

import attrs

from quoteverify.collation.language.numerals import Numerals, Phrase, keyed, keys_of, numerals_of
from quoteverify.text.language import LanguageProfile, Row
from quoteverify.text.vocabulary import common_words, rarer_words

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

CAPITAL_TABLES = ("roles", "bodies", "titles", "months", "things", "epithets", "countries")
"""The tables of common words that often have a capital, and of names of states and of their people."""

Marker = tuple[str, str]
"""A table, and which of its senses: what is equal here says the same."""


@attrs.frozen
class InflectionEnding:
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
        numerals: Numbers, dates and units.
        plain: Words and phrases that change no sense: function words, intensifiers.
        fillers: Sounds that mean nothing.
        fillers_apart: Those, and words and phrases that mean nothing when they are set off.
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
        divided: Words that with a hyphen, or in two, are others: "resigned", "re-signed".
        capitals: Common words that often have a capital, and names that many have: of roles, months, peoples.
    """

    profile: LanguageProfile
    phrases: Mapping[Phrase, Marker]
    lengths: Mapping[str, Sequence[int]]
    heads: Mapping[Phrase, tuple[int, ...]]
    reach: int
    numerals: Numerals
    plain: frozenset[Phrase]
    fillers: frozenset[Phrase]
    fillers_apart: frozenset[Phrase]
    contractions: Mapping[str, tuple[Phrase, ...]]
    contracted_endings: Mapping[str, Phrase]
    spellings: Mapping[Phrase, frozenset[str]]
    spelling_parts: tuple[tuple[str, str], ...]
    spellings_anywhere: tuple[tuple[str, str], ...]
    distinct_letters: frozenset[tuple[str, str]]
    spelling_endings: tuple[str, ...]
    inflections: Mapping[str, frozenset[str]]
    inflection_endings: tuple[InflectionEnding, ...]
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
    def longest_filler(self) -> int:
        """How many words the longest filler has."""
        return max(map(len, self.fillers_apart), default=0)

    @functools.cached_property
    def asking(self) -> frozenset[str]:
        """The function words that open questions, and clauses: who, what."""
        return self.profile.words("function_words", asks=True)

    @functools.cached_property
    def tables_of_phrases(self) -> Mapping[str, frozenset[str]]:
        """By word that says little alone: the tables that have a phrase of such words, "yet to", with it."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for phrase, (table, _) in self.phrases.items():
            if len(phrase) > 1 and all((word,) in self.plain for word in phrase):
                for word in phrase:
                    found[word].add(table)
        return {word: frozenset(tables) for word, tables in found.items()}

    @functools.cached_property
    def spoken_to(self) -> frozenset[Phrase]:
        """What whoever is spoken to is called, who has no name: "sir"."""
        return keyed(self.profile.words("fillers", spoken_to=True))

    @functools.cached_property
    def things(self) -> frozenset[str]:
        """The pronouns for things, and for bodies."""
        rows = self.profile.rows("pronouns")
        return frozenset(word for row in rows if row.values["gender"] in ("n", "") for word in row.words)

    @functools.cached_property
    def misread_capitals(self) -> Mapping[int, str]:
        """The small letters for which capitals inside a word are misread, for ``str.translate``."""
        rows = (row for row in self.profile.rows("misreadings") if row.values.get("capital"))
        return {ord(row.words[0].upper()): row.values["capital"] for row in rows}

    @functools.cached_property
    def long_spellings(self) -> Mapping[str, Sequence[Phrase]]:
        """By each of their words: the spellings that have several."""
        found: defaultdict[str, list[Phrase]] = defaultdict(list)
        for phrase in self.spellings:
            if len(phrase) > 1:
                for word in dict.fromkeys(phrase):
                    found[word].append(phrase)
        return dict(found)

    @functools.cached_property
    def spelling_starts(self) -> Sequence[tuple[str, str]]:
        """What begins one word in two spellings, each with each other: en, in."""
        return [
            pair
            for row in self.profile.rows("spellings")
            if row.values.get("start")
            for pair in permutations(row.words, 2)
        ]

    @functools.cached_property
    def old_endings(self) -> Sequence[tuple[str, str]]:
        """The endings of words as they were spelt, each with the one they have now: t, ed."""
        rows = (row for row in self.profile.rows("spellings") if row.values.get("old"))
        return [(row.words[0], ending) for row in rows for ending in row.words[1:]]

    @functools.cached_property
    def joined_denials(self) -> frozenset[frozenset[Phrase]]:
        """What joins to a denial what it denies too, with what joins anything: nor, or."""
        return _contraries(self.profile, "joins", ("negators",))

    @functools.cached_property
    def contraries_of_agents(self) -> frozenset[frozenset[Phrase]]:
        """Pairs of function words of which one says who did something and the other does not: by, to."""
        return _contraries(self.profile, "against_as_agent")

    @functools.cached_property
    def exceeding(self) -> frozenset[str]:
        """What says that something is more than can be, before what it is: "too late to sail"."""
        return self.profile.words("intensifiers", exceeds=True)

    @functools.cached_property
    def reflexives(self) -> frozenset[str]:
        """The pronouns that are nobody's object but their own: himself."""
        rows, words = self.profile.rows("pronouns"), self.profile.words
        others = words("grammar", **{"class": "object_pronoun"}) | words("grammar", **{"class": "possessive"})
        others |= {str(row.values["subject"]) for row in rows}
        return frozenset(word for row in rows for word in row.words) - others

    @functools.cached_property
    def excepting(self) -> frozenset[str]:
        """What takes something out of what was said of all: "nobody but him"."""
        return self.profile.words("frames", of_all=True)

    @functools.cached_property
    def universal(self) -> frozenset[str]:
        """What says something of all: every, nobody."""
        words = self.profile.words
        return words("quantities", universal=True) | words("negators", universal=True)

    @functools.cached_property
    def modals_of_speakers(self) -> frozenset[frozenset[Phrase]]:
        """Pairs of modals that say the same of whoever speaks: shall, will."""
        return _contraries(self.profile, "of_speaker", ("modals",))

    @functools.cached_property
    def minus(self) -> frozenset[str]:
        """What says that the number behind it is below nothing."""
        return self.profile.words("number_particles", place="below nothing")

    @functools.cached_property
    def echoed_denials(self) -> frozenset[frozenset[Phrase]]:
        """What denies again behind a denial, with what it is where that is said once: nothing, anything."""
        return _contraries(self.profile, "echoes", ("negators",))

    @functools.cached_property
    def particles(self) -> Mapping[str, Sequence[tuple[frozenset[str], bool]]]:
        """By particle: the words that it stands behind, and whether it turns what they say."""
        found: defaultdict[str, list[tuple[frozenset[str], bool]]] = defaultdict(list)
        for row in self.profile.rows("particles"):
            for word in row.words:
                found[word].append((frozenset(row.values["behind"]), not row.values.get("idle", False)))
        return dict(found)

    @functools.cached_property
    def infinitives(self) -> Mapping[str, frozenset[str]]:
        """By what marks an infinitive: the verbs that are nothing else in the form that stands behind it."""
        return {
            word: frozenset(row.values["infinitives"])
            for row in self.profile.rows("function_words")
            if row.values.get("infinitives")
            for word in row.words
        }

    @functools.cached_property
    def contraries_of_numbers(self) -> frozenset[frozenset[Phrase]]:
        """Pairs of function words of which one is said against the other before a number: by, to."""
        return _contraries(self.profile, "against_before_number")

    @functools.cached_property
    def common(self) -> frozenset[str]:
        """The common words."""
        return common_words(self.profile)

    @functools.cached_property
    def common_by_length(self) -> Mapping[int, Sequence[str]]:
        """The common words by how many letters they have."""
        found: defaultdict[int, list[str]] = defaultdict(list)
        for word in self.common:
            found[len(word)].append(word)
        return dict(found)

    @functools.cached_property
    def neighbouring_keys(self) -> frozenset[tuple[str, str]]:
        """The pairs of letters that stand beside each other on the keyboard."""
        rows = self.profile.words("keys")
        return frozenset(pair for row in rows for a, b in pairwise(row) for pair in ((a, b), (b, a)))

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
        return keyed(self.profile.words("titles", courtesy=True))

    @functools.cached_property
    def speakers(self) -> frozenset[str]:
        """The pronouns for whoever speaks or is spoken to."""
        rows = (row for row in self.profile.rows("pronouns") if row.values["gender"] in ("author", "reader"))
        return frozenset(word for row in rows for word in row.words)

    @functools.cached_property
    def authors(self) -> frozenset[str]:
        """The pronouns that whoever speaks is the subject by: I, we."""
        rows = self.profile.rows("pronouns")
        return frozenset(str(row.values["subject"]) for row in rows if row.values["gender"] == "author")

    @functools.cached_property
    def doubling_endings(self) -> tuple[str, ...]:
        """The letters of those endings that may double a consonant."""
        return tuple(ending.letters for ending in self.inflection_endings if ending.doubles)

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
    fillers, apart = _fillers(profile), profile.words("fillers", apart=True)
    numerals = numerals_of(profile)
    return Lexicon(
        profile=profile,
        phrases=phrases,
        lengths=_lengths(phrases),
        heads={phrase: _heads(phrase, plain | pronouns, phrases) for phrase in phrases},
        reach=max(map(len, phrases), default=1) - 1,
        numerals=numerals,
        plain=keyed(plain),
        fillers=keyed(fillers),
        fillers_apart=keyed(fillers | apart | profile.words("fillers", aside=True)),
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
        directions=keyed(profile.words("function_words", turns=True)),
        contraries=_contraries(profile),
        light=keyed(plain | fillers | apart | pronouns),
        genitives=profile.words("grammar", **{"class": "genitive"}),
        prepositions=profile.words("grammar", **{"class": "preposition"}),
        pointing=pronouns | profile.words("function_words", points=True),
        remarks=profile.words("remarks"),
        tables=_tables(profile, plain | pronouns, phrases),
        titles=profile.words("titles"),
        nouns_have_capitals="nouns_have_capitals" in profile.words("syntax"),
        closed=frozenset(plain | _marking_words(profile) | set(numerals.values) | fillers | apart),
        divided=profile.words("divided_words"),
        capitals=frozenset(word for table in CAPITAL_TABLES for word in profile.words(table)),
    )


def _keep_sense(profile: LanguageProfile) -> frozenset[str]:
    """Words and phrases that change no sense."""
    return profile.words("function_words") | profile.words("intensifiers")


def _fillers(profile: LanguageProfile) -> frozenset[str]:
    """What means nothing wherever it stands."""
    return profile.words("fillers", apart=None, aside=None, spoken_to=None)


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


# What marks.


def _phrases(profile: LanguageProfile) -> dict[Phrase, Marker]:
    """The phrases of the marker tables and what each marks: of two tables that have one, the first."""
    found: dict[Phrase, Marker] = {}
    for table in MARKER_TABLES:
        for row in profile.rows(table):
            for word in row.words:
                found.setdefault(keys_of(word), (table, _sense(table, row)))
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
            phrase = keys_of(word)
            for n in _heads(phrase, light, phrases) if phrase else ():  # "°" is no word of any text
                found[phrase[n]].add(table)
    return {word: frozenset(tables) for word, tables in found.items()}


def _marking_words(profile: LanguageProfile) -> set[str]:
    """The words of the marker tables that are not phrases."""
    return {word for table in MARKER_TABLES for word in profile.words(table) if " " not in word}


# What counts.


def _contraries(
    profile: LanguageProfile,
    column: str = "against",
    tables: Sequence[str] = ("function_words", "intensifiers"),
) -> frozenset[frozenset[Phrase]]:
    """Pairs of words, by default of such as change little, of which a column says what they are together."""
    return frozenset(
        frozenset((keys_of(word), keys_of(other)))
        for table in tables
        for row in profile.rows(table)
        for word in row.words
        for other in row.values.get(column, ())
    )


# What has more than one form.


def _contracted(profile: LanguageProfile, *, ending: bool) -> dict[str, tuple[Phrase, ...]]:
    """Contracted words, or the contracted endings of any word, each with its readings."""
    return {
        word: tuple(tuple(full.split()) for full in row.values["full"])
        for row in profile.rows("contractions")
        if row.values.get("ending", False) == ending
        for word in row.words
    }


_OF_LETTERS = ("part", "start", "old", "ending", "anywhere", "distinct", "before_number")
"""The columns of spellings by which a row is of no whole words, or of words in some places only."""


def _spellings(profile: LanguageProfile) -> dict[Phrase, frozenset[str]]:
    found: defaultdict[Phrase, set[str]] = defaultdict(set)
    for row in profile.rows("spellings"):
        if not any(map(row.values.get, _OF_LETTERS)):
            for word in row.words:
                found[keys_of(word)].add(row.words[0])
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


def _inflection_endings(profile: LanguageProfile) -> tuple[InflectionEnding, ...]:
    return tuple(
        InflectionEnding(word, tuple(row.values["stand_ins"]), row.values.get("doubles", False))
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
