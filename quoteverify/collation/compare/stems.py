"""Words reduced to what is the same however speech is written down: contractions in full, fillers gone."""

import functools
from collections.abc import Callable, Sequence

from quoteverify.collation.language.lexicon import Lexicon, lexicon
from quoteverify.text.language import LanguageProfile


def stems(keys: Sequence[str], language: LanguageProfile) -> tuple[list[str], list[int]]:
    """What some words come to, and the number of the word that each is of.

    Whether "he" or "he's", "ISIS'" or "ISIS's", "we're" or "we are", "defence" or "defense" is printed, with
    an "um" or without, does not make another statement.

    Args:
        keys: The words' keys.
        language: Whose contractions, fillers and spellings count.

    >>> from quoteverify.text.language import language
    >>> stems(["we're", "um", "gonna", "sail"], language("en"))
    (['we', 'are', 'going', 'to', 'sail'], [0, 0, 2, 2, 3])
    """
    known = _stems_in(language)
    found: list[str] = []
    places: list[int] = []
    for n, key in enumerate(keys):
        for stem in known(key):
            found.append(stem)
            places.append(n)
    # Of fillers alone ("Um...") nothing would be left.
    return (found, places) if found else (list(keys), list(range(len(keys))))


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
        return (known.spellings.get((key,), key),)
    for ending, full in known.contracted_endings.items():
        if key.endswith(ending) and len(key) > len(ending):
            rest = () if ending in known.possessives or full[0] == ending else full
            return (key.removesuffix(ending), *rest)
    return (base,)
