"""Words reduced to what is the same however speech is written down: contractions in full, fillers gone."""

import functools
from collections.abc import Callable, Sequence
from itertools import chain

from quoteverify.collation.language.lexicon import Lexicon, lexicon
from quoteverify.text.language import LanguageProfile


def stems(keys: Sequence[str], language: LanguageProfile) -> list[str]:
    """What some words come to.

    Whether "he" or "he's", "ISIS'" or "ISIS's", "we're" or "we are", "defence" or "defense" is printed, with
    an "um" or without, does not make another statement.

    Args:
        keys: The words' keys.
        language: Whose contractions, fillers and spellings count.

    >>> from quoteverify.text.language import language
    >>> stems(["we're", "um", "gonna", "sail"], language("en"))
    ['we', 'are', 'going', 'to', 'sail']
    """
    # Of fillers alone ("Um...") nothing would be left.
    return list(chain.from_iterable(map(_stems_in(language), keys))) or list(keys)


def stem_places(keys: Sequence[str], language: LanguageProfile) -> list[int]:
    """The number of the word that each of the stems of some words is of.

    >>> from quoteverify.text.language import language
    >>> stem_places(["we're", "um", "gonna", "sail"], language("en"))
    [0, 0, 2, 2, 3]
    """
    known = _stems_in(language)
    return [n for n, key in enumerate(keys) for _ in known(key)] or list(range(len(keys)))


class _Stems(dict[str, tuple[str, ...]]):
    """The stems of each word that was asked for."""

    def __init__(self, known: Lexicon) -> None:
        self._known = known

    def __missing__(self, key: str) -> tuple[str, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[key] = _stems_of(key, self._known)
        return found


_REMEMBERED = 1 << 16  # words: a guard of memory


@functools.lru_cache(maxsize=8)
def _stems_in(language: LanguageProfile) -> Callable[[str], tuple[str, ...]]:
    return _Stems(lexicon(language)).__getitem__


def _stems_of(key: str, known: Lexicon) -> tuple[str, ...]:
    if (key,) in known.fillers:
        return ()
    if key in known.contractions:
        return known.contractions[key][0]
    base, apostrophe, _ = key.partition("'")
    if not apostrophe or not base:
        return (min(known.spellings.get((key,), (key,))),)
    for ending, full in known.contracted_endings.items():
        if key.endswith(ending) and len(key) > len(ending):
            rest = () if ending in known.possessives or full[0] == ending else full
            return (key.removesuffix(ending), *rest)
    return (base,)
