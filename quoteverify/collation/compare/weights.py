"""How much a word tells of what somebody said."""

import functools
import math
from collections import Counter
from collections.abc import Iterable

from quoteverify.models import Document
from quoteverify.text.language import LanguageProfile
from quoteverify.text.words import word_keys

FUNCTION_WORD_WEIGHT = 0.15  # beside 1 and more for a content word


@functools.lru_cache(maxsize=8)
def closed_classes(language: LanguageProfile) -> frozenset[str]:
    """The words that any two sentences may share without having anything in common.

    >>> from quoteverify.text.language import language
    >>> {"the", "we", "not"} <= closed_classes(language("en"))
    True
    """
    tables = ("function_words", "pronouns", "modals", "negators", "conditions", "quantities", "fillers")
    return frozenset().union(*map(language.words, tables))


class WordWeights:
    """How much a word tells: little for function words, more the fewer paragraphs it stands in.

    Attributes:
        language: Whose function words weigh little, and whose names of speakers are compared.
        paragraphs: How many paragraphs were counted.
        counts: In how many of them each word stands.
    """

    def __init__(self, documents: Iterable[Document], language: LanguageProfile) -> None:
        self.language = language
        self._closed = closed_classes(language)
        self.paragraphs = 0
        self.counts: Counter[str] = Counter()
        self._known: dict[str, float] = {}
        for document in documents:
            self.count(document)

    def count(self, document: Document) -> None:
        """Count the paragraphs of one more document."""
        self._known.clear()
        for paragraph in document.text.splitlines():
            keys = set(word_keys(paragraph))
            self.paragraphs += bool(keys)
            self.counts.update(keys)

    def is_content(self, key: str) -> bool:
        """Whether the word is of no closed class."""
        return key not in self._closed

    def __call__(self, key: str) -> float:
        """What the word weighs."""
        weight = self._known.get(key)
        if weight is None:
            weight = FUNCTION_WORD_WEIGHT
            if self.is_content(key):
                weight = 1 + math.log((1 + self.paragraphs) / (1 + self.counts[key]))
            self._known[key] = weight
        return weight
