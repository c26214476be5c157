"""How much each word says of where it comes from."""

import functools
from collections.abc import Iterable

from quoteverify.collation.language.lexicon import lexicon
from quoteverify.collation.language.word_forms import readings
from quoteverify.text.language import LanguageProfile

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


@functools.lru_cache(maxsize=64)
def _light_words(language: LanguageProfile) -> dict[str, float]:
    """The words that weigh less than 1."""
    light = dict.fromkeys(language.words("stock_words"), STOCK_WORD_WEIGHT)
    for table in COMMON_TABLES:
        light |= dict.fromkeys(language.words(table), FUNCTION_WORD_WEIGHT)
    return light


def word_weights(keys: Iterable[str], language: LanguageProfile) -> list[float]:
    """How much each word says of where it comes from: a function word little, a telling word 1."""
    weigh = _light_words(language).get
    return [weigh(key) or (_contracted(key, language) if "'" in key else 1.0) for key in keys]


@functools.lru_cache(maxsize=4096)
def _contracted(key: str, language: LanguageProfile) -> float:
    """What a word with an apostrophe weighs: the most that any of the words does that it stands for."""
    light = _light_words(language)
    return max(light.get(word, 1.0) for word in readings(key, lexicon(language))[0])
