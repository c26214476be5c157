"""What a table of a language calls words, column by column.

Features and rules tell some words of a language apart, and another language has others. A table has a row for
words that are alike, and a column for each place where they matter, with what they are called there:
``{ words = ["who", "which"], before_mention = "relative", example = ... }``; or ``true``, where words are
only looked for. A form that begins with a hyphen is an ending.
"""

import functools
from collections.abc import Iterable, Mapping

import attrs

from quoteverify.text.language import LanguageProfile


@attrs.frozen(eq=False)
class TableColumn:
    """What words are called in one column of a table.

    Attributes:
        words: The name of each word.
        endings: The name of words by their ending; the first that fits counts.
    """

    words: Mapping[str, str]
    endings: Mapping[str, str] = attrs.field(factory=dict)

    def name(self, word: str) -> str | None:
        """What a word in lower case is called; None where the column has nothing for it."""
        found = self.words.get(word)
        if found is None and self.endings:
            for ending, name in self.endings.items():
                if word.endswith(ending):
                    return name
        return found

    def __contains__(self, word: str) -> bool:
        """Whether the column has anything for a word in lower case."""
        return self.name(word) is not None

    def names(self, words: Iterable[str]) -> set[str]:
        """What some words are called, endings aside."""
        return {self.words[word] for word in self.words.keys() & words}


@functools.lru_cache(maxsize=256)
def column(profile: LanguageProfile, table: str, name: str) -> TableColumn:
    """A column of a table, made once.

    >>> from quoteverify.text.language import language
    >>> column(language("en"), "ranking_words", "before_mention").name("which")
    'relative'
    """
    named = {
        word: str(row.values[name]) for row in profile.rows(table) if name in row.values for word in row.words
    }
    return TableColumn(
        {word: name for word, name in named.items() if not word.startswith("-")},
        {word.removeprefix("-"): name for word, name in named.items() if word.startswith("-")},
    )
