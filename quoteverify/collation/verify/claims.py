"""A claim as it is looked for: its words, what each tells of where it is from, and where it can be cut."""

import copy
import functools
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from quoteverify.collation.language.lexicon import lexicon
from quoteverify.collation.language.quantities import dated
from quoteverify.collation.language.respelling import Vocabulary, respelled
from quoteverify.collation.language.slips import MASKED
from quoteverify.collation.language.word_weights import word_weights
from quoteverify.text.language import LanguageProfile
from quoteverify.text.sentences import segments
from quoteverify.text.words import Words, words

_CUTTING = re.compile(r"[.!?…\s](?<! )")  # nothing else ends a sentence or a line
_MASKING = ("*", "__", "--", "––", "——")  # one of these stands in every masked word
_DIGIT = re.compile(r"\d")
_BRACKETED = re.compile(r"\[[^\[\]]*\]")


class Claim:
    """A claimed wording, divided into words.

    Attributes:
        text: As claimed.
        language: Its language.
        words: Its words.
        weights: What each word tells of where it is from, 0 to 1.
        summed: The weight of all words before each, and at the end of all.
        printed: The claim as printed, where these are its words in the printing of sources.
        origins: Then, which of its words each is.
    """

    printed: "Claim"
    origins: Sequence[int]

    def __init__(self, text: str, language: LanguageProfile) -> None:
        self.text = text
        self.printed, self.origins = self, ()
        self.language = language
        self.words: Words = words(text)
        self._weigh(word_weights(self.words.keys, language))
        edited = _BRACKETED.finditer(text) if "[" in text else ()
        masked = MASKED.finditer(text) if any(map(text.__contains__, _MASKING)) else ()
        if edited or masked:
            self._weigh(self._weighing_no([*edited, *masked]))

    def __len__(self) -> int:
        return len(self.words.keys)

    def respelled(self, known: Vocabulary) -> "Claim | None":
        """The claim in the printing of sources that have none of some of its words; None for no other."""
        keys = respelled(self.words.keys, known, lexicon(self.language))
        if keys is None:
            return None
        other = copy.copy(self)
        for made in ("cuts", "may_count", "dated"):
            other.__dict__.pop(made, None)
        other.printed, other.origins = self, [n for n, key in enumerate(keys) if key]
        starts, ends = self.words.starts, self.words.ends
        other.words = Words(
            self.text,
            [keys[n] for n in other.origins],
            [starts[n] for n in other.origins],
            [ends[n] for n in other.origins],
        )
        other._weigh([self.weights[n] for n in other.origins])
        return other

    def _weigh(self, weights: list[float]) -> None:
        """Give each word its weight."""
        self.weights = weights
        self.summed = list(accumulate(weights, initial=0.0))

    def _weighing_no(self, editing: Iterable[re.Match[str]]) -> list[float]:
        """The weights when what an editor put in or masked is not looked for, if there is anything else."""
        weights = list(self.weights)
        for put_in in editing:
            at = bisect_left(self.words.starts, put_in.start())
            while at < len(self) and self.words.ends[at] <= put_in.end():
                weights[at] = 0.0
                at += 1
        return weights if any(weights) else self.weights

    @functools.cached_property
    def may_count(self) -> bool:
        """Whether a number or date may be among its words: a quick look."""
        letters = "".join(self.words.keys)
        if not letters.isalpha() and _DIGIT.search(letters):
            return True
        return not lexicon(self.language).numerals.words.isdisjoint(self.words.keys)

    @functools.cached_property
    def dated(self) -> Sequence[str]:
        """The keys of its words, those with a capital that are months and not verbs: "May"."""
        return dated(self.words.keys, lexicon(self.language))

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
