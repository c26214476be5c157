"""The words that decide what a change of wording means, derived once from a language's tables."""

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from quoteverify.text.language import LanguageProfile, Row
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

Marker = tuple[str, str]
"""A table, and which of its senses: what is equal here says the same."""


def _keys(phrase: str) -> tuple[str, ...]:
    return tuple(words(phrase).keys)


def _sense(table: str, row: Row) -> str:
    if table == "pronouns":
        return str(row.values["subject"])
    return str(row.values.get("sense", row.words[0]))


@attrs.frozen(eq=False)
class Lexicon:
    """What the rules ask of a language.

    Attributes:
        phrases: The phrases of the marker tables, and what each marks.
        lengths: By first word: how many words its phrases have, most first.
        heads: Which words of a phrase make it what it is.
        plain: Words and phrases that change no sense: function words, intensifiers.
        fillers: Sounds that mean nothing.
        fillers_apart: Those, and words and phrases that mean nothing when they are set off.
        numbers: Number words with their values.
        counting: Every word that may be a number or a date, in small letters.
        units: Every name of a unit, with the one name for all of them.
        approximators: What makes a number that follows it a rough one.
        months: Months and days with the one name for each.
        capitalised: Months that are other words without their capital.
        contractions: Contracted words in full, each as its possible readings.
        endings: Contracted endings in full, longest first.
        spellings: Words with the one spelling for all of them.
        spelling_parts: Parts of words that two spellings differ in.
        inflections: Irregular forms with their base.
        prefixes: What makes a word its opposite, put before it.
        suffixes: Pairs of endings of opposites.
        directions: Function words that turn the sense when one is put for another.
        light: What says little by itself: words that change no sense, all fillers, personal pronouns.
        pointing: Words that stand for something named elsewhere.
        remarks: What an editor remarks in brackets.
        tables: By word: the tables that have it, alone or as what matters in a phrase.
        closed: Every word of the closed classes: none of them is a slip for another.
    """

    profile: LanguageProfile
    phrases: Mapping[tuple[str, ...], Marker]
    lengths: Mapping[str, Sequence[int]]
    heads: Mapping[tuple[str, ...], tuple[int, ...]]
    plain: frozenset[tuple[str, ...]]
    intensifiers: frozenset[str]
    fillers: frozenset[tuple[str, ...]]
    fillers_apart: frozenset[tuple[str, ...]]
    numbers: Mapping[str, Mapping[str, Any]]
    counting: frozenset[str]
    units: Mapping[str, str]
    approximators: frozenset[tuple[str, ...]]
    months: Mapping[str, str]
    capitalised: frozenset[str]
    contractions: Mapping[str, tuple[tuple[str, ...], ...]]
    endings: tuple[tuple[str, tuple[str, ...]], ...]
    spellings: Mapping[tuple[str, ...], str]
    spelling_parts: tuple[tuple[str, str], ...]
    inflections: Mapping[str, frozenset[str]]
    prefixes: tuple[str, ...]
    suffixes: tuple[tuple[str, str], ...]
    directions: frozenset[tuple[str, ...]]
    light: frozenset[tuple[str, ...]]
    pointing: frozenset[str]
    remarks: frozenset[str]
    tables: Mapping[str, frozenset[str]]
    closed: frozenset[str]

    def markers(self, keys: Sequence[str], lo: int, hi: int) -> Iterator[Marker]:
        """What the phrases mark that have a word that matters in ``keys[lo:hi]``; the longest phrase wins."""
        lengths = self.lengths
        i, end = max(0, lo - 4), min(hi, len(keys))
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


def _heads(phrase: tuple[str, ...], light: frozenset[str]) -> tuple[int, ...]:
    """Which words of a phrase make it what it is: of "I think", only "think"."""
    return tuple(n for n, word in enumerate(phrase) if word not in light) or (0,)


@functools.lru_cache(maxsize=256)
def lexicon(profile: LanguageProfile) -> Lexicon:
    """What the rules ask of a language, made once for each profile."""
    light = profile.words("function_words") | profile.words("intensifiers") | profile.words("pronouns")
    phrases: dict[tuple[str, ...], Marker] = {}
    lengths: dict[str, set[int]] = {}
    heads: dict[tuple[str, ...], tuple[int, ...]] = {}
    tables: dict[str, set[str]] = {}
    for table in (*MARKER_TABLES, *MORE_TABLES):
        for row in profile.rows(table):
            for word in row.words:
                keys = _keys(word)
                heads[keys] = _heads(keys, light)
                for n in heads[keys]:
                    tables.setdefault(keys[n], set()).add(table)
                if table in MARKER_TABLES:
                    phrases.setdefault(keys, (table, _sense(table, row)))
                    lengths.setdefault(keys[0], set()).add(len(keys))
    inflections: dict[str, set[str]] = {}
    for table in ("inflections", "verbs", "cues"):
        for row in profile.rows(table):
            for word in row.words:
                inflections.setdefault(word, set()).add(row.words[0])
    readings = [
        (row, tuple(tuple(full.split()) for full in row.values["full"]))
        for row in profile.rows("contractions")
    ]
    plain = profile.words("function_words") | profile.words("intensifiers")
    fillers = profile.words("fillers", apart=None)
    apart = profile.words("fillers", apart=True)
    numbers = {word: row.values for row in profile.rows("numbers") for word in row.words}
    single = {word for table in MARKER_TABLES for word in profile.words(table) if " " not in word}
    return Lexicon(
        profile=profile,
        phrases=phrases,
        lengths={word: sorted(found, reverse=True) for word, found in lengths.items()},
        heads=heads,
        plain=frozenset(map(_keys, plain)),
        intensifiers=profile.words("intensifiers"),
        fillers=frozenset(map(_keys, fillers)),
        fillers_apart=frozenset(map(_keys, fillers | apart)),
        numbers=numbers,
        counting=frozenset(numbers) | profile.words("months"),
        units={"".join(_keys(w)): row.words[0] for row in profile.rows("units") for w in row.words},
        approximators=frozenset(map(_keys, profile.words("approximators"))),
        months={
            w.capitalize() if row.values.get("capital") else w: row.words[0]
            for row in profile.rows("months")
            for w in row.words
        },
        capitalised=profile.words("months", capital=True),
        contractions={w: full for row, full in readings if not row.values.get("ending") for w in row.words},
        endings=tuple(
            (w, tuple(f[0] for f in full))
            for row, full in readings
            if row.values.get("ending")
            for w in row.words
        ),
        spellings={
            _keys(w): row.words[0]
            for row in profile.rows("spellings")
            if not row.values.get("part")
            for w in row.words
        },
        spelling_parts=tuple(
            (p, q)
            for row in profile.rows("spellings")
            if row.values.get("part")
            for p in row.words
            for q in row.words
            if p != q
        ),
        inflections={word: frozenset(bases) for word, bases in inflections.items()},
        prefixes=tuple(
            w for row in profile.rows("opposites") if row.values["place"] == "prefix" for w in row.words
        ),
        suffixes=tuple(
            (row.words[0], row.words[1])
            for row in profile.rows("opposites")
            if row.values["place"] == "suffix"
        ),
        directions=frozenset(_keys(w) for w in profile.words("function_words", turns=True)),
        light=frozenset(map(_keys, plain | fillers | apart | profile.words("pronouns"))),
        pointing=profile.words("pronouns") | profile.words("function_words", points=True),
        remarks=profile.words("remarks"),
        tables={word: frozenset(found) for word, found in tables.items()},
        closed=frozenset(plain | single | set(numbers) | fillers | apart),
    )
