"""A claim as it is looked for: its words, what each tells of where it is from, and where it can be cut."""

import functools
import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from quoteverify.collation.language.lexicon import lexicon
from quoteverify.collation.language.word_forms import readings
from quoteverify.text.language import LanguageProfile
from quoteverify.text.sentences import segments
from quoteverify.text.words import Words, words

COMMON_TABLES = (
    "function_words",
    "pronouns",
    "negators",
    "modals",
    "conditions",
    "contractions",
    "intensifiers",
    "fillers",
)
"""The tables whose words stand in every text."""

# What a word weighs beside a telling one, which weighs 1. Set on known alterations of news quotes; measured
# by tests/bench/measure_collation.py.
FUNCTION_WORD_WEIGHT = 0.3
STOCK_WORD_WEIGHT = 0.7

_CUTTING = re.compile(r"[.!?…\s](?<! )")  # nothing else ends a sentence or a line
_BRACKETED = re.compile(r"\[[^\[\]]*\]")


@functools.lru_cache(maxsize=64)
def _light_words(language: LanguageProfile) -> dict[str, float]:
    """The words that weigh less than 1."""
    light = dict.fromkeys(language.words("stock_words"), STOCK_WORD_WEIGHT)
    for table in COMMON_TABLES:
        light |= dict.fromkeys(language.words(table), FUNCTION_WORD_WEIGHT)
    return light


def word_weights(keys: Iterable[str], language: LanguageProfile) -> list[float]:
    """How much each word says of where it comes from: a function word little, a telling word 1."""
    light = _light_words(language)
    return [light[key] if key in light else _contracted(key, language) if "'" in key else 1.0 for key in keys]


@functools.lru_cache(maxsize=4096)
def _contracted(key: str, language: LanguageProfile) -> float:
    """What a word with an apostrophe weighs: the most that any of the words does that it stands for."""
    light = _light_words(language)
    return max(light.get(word, 1.0) for word in readings(key, lexicon(language))[0])


class Claim:
    """A claimed wording, divided into words.

    Attributes:
        text: As claimed.
        language: Its language.
        words: Its words.
        weights: What each word tells of where it is from, 0 to 1.
    """

    def __init__(self, text: str, language: LanguageProfile) -> None:
        self.text = text
        self.language = language
        self.words: Words = words(text)
        self.weights = word_weights(self.words.keys, language)
        if "[" in text:
            self.weights = self._weighing_nothing_in_brackets()

    def __len__(self) -> int:
        return len(self.words.keys)

    def _weighing_nothing_in_brackets(self) -> list[float]:
        """The weights when what an editor put in is not looked for, unless there is nothing else."""
        weights = list(self.weights)
        for bracketed in _BRACKETED.finditer(self.text):
            at = bisect_left(self.words.starts, bracketed.start())
            while at < len(self) and self.words.ends[at] < bracketed.end():
                weights[at] = 0.0
                at += 1
        return weights if any(weights) else self.weights

    @functools.cached_property
    def summed(self) -> list[float]:
        """The weight of all words before each, and at the end of all."""
        return list(accumulate(self.weights, initial=0.0))

    @property
    def weight(self) -> float:
        """The weight of all words."""
        return self.summed[-1]

    def weight_of(self, start: int, length: int) -> float:
        """The weight of so many words from one on."""
        return self.summed[start + length] - self.summed[start]

    @functools.cached_property
    def cuts(self) -> frozenset[int]:
        """The words that begin a new part, after an ellipsis, a sentence's end or a line break."""
        starts = self.words.starts
        if not starts or not _CUTTING.search(self.text, starts[0], starts[-1]):
            return frozenset({0})
        return frozenset(bisect_left(starts, part.start) for part in segments(self.text, self.language))
