"""Whether a text is in another language than the one that it is looked at in, as far as words show it."""

import functools

from quoteverify.collation.language.lexicon import lexicon
from quoteverify.collation.language.slips import is_common_word
from quoteverify.text.language import LanguageProfile
from quoteverify.text.normalize import fold_letters
from quoteverify.text.vocabulary import common_words
from quoteverify.text.words import words

FEWEST = 6
"""In words without a capital, which a name may have: a guard, for fewer may be of any language."""

KNOWN, CLOSED = 0.5, 0.2
"""Guards: the least share of such words that a language knows in a text of its own, with a table of common
words and with no more than its closed classes. Of 888 English quotations English knew 0.75 and more, of
sentences in fifteen other languages 0.47 at most; by its closed classes German knew 0.4 of itself and more,
and of English 0.29 at most."""


def is_foreign(text: str, language: LanguageProfile) -> bool | None:
    """Whether a text is in another language than the given one; None if it says too little to tell.

    >>> from quoteverify.text.language import language
    >>> is_foreign("we have waited for the ferry far too long already", language("en"))
    False
    >>> is_foreign("vi har ventet altfor lenge på ferga allerede, sa hun", language("en"))
    True
    """
    found, known = words(text), lexicon(language)
    letters = [*filter(str.isalpha, fold_letters(text))]
    if sum(map(_alphabet(language).__contains__, letters)) < len(letters) / 2:
        return True
    small = [key for key, start in zip(found.keys, found.starts, strict=True) if text[start].islower()]
    if len(small) < FEWEST:
        return None
    least = KNOWN if common_words(language) else CLOSED
    return sum(is_common_word(key, known) for key in small) < least * len(small)


@functools.lru_cache(maxsize=16)
def _alphabet(language: LanguageProfile) -> frozenset[str]:
    """The letters of a language's function words."""
    return frozenset(c for word in language.words("function_words") for c in word if c.isalpha())
