"""Which places of very many texts may hold the same words.

Every word of every source is one small integer in one long array; what is looked up are
pairs of neighbouring words, kept sorted. Memory and the cost of making an index are linear
in the sources (but for the sort), and a look-up costs what the claim is long.
"""

import functools
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple, Protocol, TypeVar, runtime_checkable

import numpy as np
import numpy.typing as npt

from quoteverify.collation.language.lexicon import lexicon
from quoteverify.collation.language.word_forms import readings
from quoteverify.errors import ArgumentTypeError, DuplicateDocumentError, check_type
from quoteverify.models import Document, Searched, Span
from quoteverify.text.language import LanguageProfile, as_profile
from quoteverify.text.words import Words, words

Made = TypeVar("Made")
Integers = npt.NDArray[np.int64]

# Places looked up for one word or pair of words, and for all of a claim's together. A pair that
# stands in more places than this says nothing of where a claim comes from.
MOST_PLACES = 64
MOST_PLACES_TOGETHER = 200_000
# Places of a pair at which all of a claim is looked for.
MOST_TRIED = 4096
# A word that stands in no more places than this suggests them by itself.
RARE = 4
# Words that stand in every text; beside any other, such a word counts this much towards what two texts share.
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
FUNCTION_WORD_WEIGHT = 0.3
STOCK_WORD_WEIGHT = 0.7

_BETWEEN = 0  # the number that stands between two documents, and is no word's
_NONE = np.zeros(0, dtype=np.int32)


@functools.lru_cache(maxsize=64)
def _light_words(language: LanguageProfile) -> dict[str, float]:
    """The words that weigh less than 1."""
    light = dict.fromkeys(language.words("stock_words"), STOCK_WORD_WEIGHT)
    for table in COMMON_TABLES:
        light |= dict.fromkeys(language.words(table), FUNCTION_WORD_WEIGHT)
    return light


def weigh(keys: Iterable[str], language: LanguageProfile) -> list[float]:
    """How much each word says of where it comes from: a function word little, a telling word 1."""
    light = _light_words(language)
    return [light[key] if key in light else _contracted(key, language) if "'" in key else 1.0 for key in keys]


@functools.lru_cache(maxsize=4096)
def _contracted(key: str, language: LanguageProfile) -> float:
    """What a word with an apostrophe tells: the most that any of the words does that it stands for."""
    light = _light_words(language)
    return max(light.get(word, 1.0) for word in readings(key, lexicon(language))[0])


def _packed(numbers: npt.NDArray[Any]) -> "array[int]":
    """Numbers as an array that gives plain integers one at a time, which NumPy does slowly."""
    return array("i", numbers.astype(np.intc).tobytes())


def most_places(length: int) -> int:
    """The most places of two neighbouring words of a claim of so many words at which they tell its place."""
    return max(4, min(MOST_PLACES, MOST_PLACES_TOGETHER // length))


class Run(NamedTuple):
    """Words that a source and a claim have in common without a gap; ``source`` counts over all sources."""

    source: int
    claim: int
    length: int

    @property
    def source_end(self) -> int:
        """Where the run ends in the source, in words."""
        return self.source + self.length

    @property
    def claim_end(self) -> int:
        """Where the run ends in the claim, in words."""
        return self.claim + self.length


class SourceIndex:
    """Sources made ready for many claims.

    Args:
        sources: Documents and plain strings, or one of them, or an index.
        lang: The language of the sources: its code, or its profile.
        within: Where in a document to look, by its id; in all of it, where its id is not there.
        searched: What a search covers, where these are chosen from more.
        common: Words, and two words in a row, that stand in too many places of all that these are chosen from
            to say where a claim is from.

    Attributes:
        documents: The sources, in the order given; a string has become a document.

    Raises:
        ArgumentTypeError: A source is neither a Document nor a string.
        DuplicateDocumentError: Two sources have one id.

    >>> index = SourceIndex(["It rained.", "It snowed."])
    >>> len(index.documents)
    2
    """

    def __init__(
        self,
        sources: "Sources",
        *,
        lang: str | LanguageProfile = "en",
        within: Mapping[str, Sequence[Span]] | None = None,
        searched: Searched | None = None,
        common: Iterable[tuple[str, ...]] = (),
    ) -> None:
        self.language = as_profile(lang)
        self.documents = _documents(sources)
        self._searched = searched
        self._within = within or {}
        self._derived: dict[tuple[int, Callable[[Document], Any]], Any] = {}
        self._numbers: dict[str, int] = {}
        numbers, starts, ends, first = [_NONE], [_NONE], [_NONE], [0]
        for document in self.documents:
            first.append(first[-1])
            for span in self._within.get(document.id) or (Span(0, len(document.text)),):
                found = words(span.of(document.text))
                # A word that is none stands between two stretches, so that no pair runs over.
                numbers.append(np.array([*self._number(found.keys), _BETWEEN], dtype=np.int32))
                starts.append(np.array([*found.starts, len(span)], dtype=np.int32) + np.int32(span.start))
                ends.append(np.array([*found.ends, len(span)], dtype=np.int32) + np.int32(span.start))
                first[-1] += len(found.keys) + 1
        ids = np.concatenate(numbers)
        self._ids = _packed(ids)
        self._starts = _packed(np.concatenate(starts))
        self._ends = _packed(np.concatenate(ends))
        self._first = first
        self._unknown = len(self._numbers) + 1
        self._lay_out(ids.astype(np.int64))
        self._common = {self._look_up(self.ids(some)) for some in common}

    def _look_up(self, ids: Sequence[int]) -> int:
        """What a word, or two in a row, are looked up by."""
        return self._key_of(ids[0], ids[1] if len(ids) > 1 else self._unknown + 1)

    def _key_of(self, first: int, second: int) -> int:
        """What two neighbouring words are looked up by."""
        return first * (self._unknown + 2) + second

    def _number(self, keys: Sequence[str]) -> list[int]:
        numbers = self._numbers
        return [numbers.setdefault(key, len(numbers) + 1) for key in keys]

    def _lay_out(self, ids: Integers) -> None:
        """Sort the places of all pairs of neighbouring words, and of the words that are rare."""
        base, single = self._unknown + 2, self._unknown + 1
        counts = np.bincount(ids, minlength=base)
        self._counts = _packed(counts)
        last = np.zeros(base, dtype=np.int64)
        last[ids] = np.arange(len(ids))
        self._last = _packed(last)
        rare = np.flatnonzero((counts <= RARE)[ids] & (ids != _BETWEEN))
        keys = np.concatenate((ids[:-1] * base + ids[1:], ids[rare] * base + single))
        order = np.argsort(keys, kind="stable")
        keys = keys[order]
        heads = np.flatnonzero(np.diff(keys, prepend=-1))
        # The last key is above all others, so that every look-up finds one. They are kept as an array, where
        # one is soonest found; NumPy, on the same memory, finds many together.
        self._key = array("q", np.append(keys[heads], np.iinfo(np.int64).max).tobytes())
        self._keys = np.frombuffer(self._key, dtype=np.int64)
        self._heads = np.append(heads, (len(keys), len(keys)))
        self._places = _packed(np.concatenate((np.arange(len(ids) - 1), rare))[order])

    def __repr__(self) -> str:
        return f"<SourceIndex of {len(self.documents):,} documents, {len(self._ids):,} words>"

    @functools.cached_property
    def searched(self) -> Searched:
        """What a search of this index covers."""
        return self._searched or Searched(
            documents=len(self.documents),
            characters=sum(len(document.text) for document in self.documents),
            ids=tuple(document.id for document in self.documents[:100]),
        )

    def about(self, claim: str) -> "SourceIndex":
        """The index that a claim is to be looked for in: this one."""
        return self

    def ids(self, keys: Sequence[str]) -> list[int]:
        """The number of each word in this index; of one that stands nowhere, a number that no word has."""
        get, unknown = self._numbers.get, self._unknown
        return [get(key, unknown) for key in keys]

    def keys_at(self, start: int, end: int) -> list[str]:
        """The keys of the words from ``start`` to ``end``, counted over all sources."""
        return [self._known[word] for word in self._ids[start:end]]

    def ids_at(self, start: int, end: int) -> list[int]:
        """The numbers of the words from ``start`` to ``end``, counted over all sources."""
        return self._ids[start:end].tolist()

    def stand_once(self, ids: Sequence[int]) -> list[tuple[int, int]]:
        """Those of a claim's words that stand once in all sources: where in the claim, and where in these."""
        counts, last = self._counts, self._last
        found = [(i, last[word]) for i, word in enumerate(ids) if counts[word] == 1]
        if self._common:  # where these are chosen from more, a common word stands elsewhere too
            found = [(i, place) for i, place in found if self._look_up(ids[i : i + 1]) not in self._common]
        return found

    def in_a_run(self, ids: Sequence[int], i: int) -> bool:
        """Whether a word of a claim may be of a run: it is rare, or stands somewhere beside its neighbour.

        Args:
            ids: The numbers of the claim's words.
            i: Which of them.
        """
        count = self._counts[ids[i]]
        return 0 < count <= RARE or (
            count > 0
            and (
                (i > 0 and self._pair(ids[i - 1], ids[i]) >= 0)
                or (i + 1 < len(ids) and self._pair(ids[i], ids[i + 1]) >= 0)
            )
        )

    def _pair(self, first: int, second: int) -> int:
        """Which of the looked-up keys is that of two neighbouring words; -1 if they stand nowhere so."""
        key = self._key_of(first, second)
        at = bisect_left(self._key, key)
        return at if self._key[at] == key else -1

    def document_at(self, place: int) -> int:
        """Which document a word is of, by its place over all sources."""
        return bisect_right(self._first, place) - 1

    def bounds(self, number: int) -> tuple[int, int]:
        """The places of a document's first word and of the one past its last."""
        return self._first[number], self._first[number + 1] - 1

    def start(self, place: int) -> int:
        """Where a word starts in its document, in code points."""
        return self._starts[place]

    def end(self, place: int) -> int:
        """Where a word ends in its document, in code points."""
        return self._ends[place]

    def whole(self, ids: Sequence[int]) -> list[Run]:
        """The first places where all of a claim stands in one run: at those of one of its rare pairs.

        Args:
            ids: The numbers of the claim's words.
        """
        if len(ids) < 2:
            return [Run(place, 0, 1) for place in self._first_places(ids[0])] if ids else []
        counts = [self._counts[word] for word in ids]
        rarest = min(counts)
        if not rarest:
            return []
        i = counts.index(rarest)
        if i + 1 == len(ids) or (i and counts[i - 1] < counts[i + 1]):
            i -= 1
        at = self._pair(ids[i], ids[i + 1])
        if at < 0:
            return []
        low, high = self._heads[at], self._heads[at + 1]
        wanted, length = array("i", ids), len(ids)
        tried = self._places[low : min(high, low + MOST_TRIED)]
        starts = (place - i for place in tried if place >= i)
        found = (at for at in starts if self._ids[at : at + length] == wanted)
        return [Run(at, 0, length) for at in islice(found, MOST_PLACES)]

    def _first_places(self, word: int) -> list[int]:
        """The first places where a word stands: one by itself has no pair to be found by."""
        places: list[int] = []
        start = 0
        while len(places) < MOST_PLACES and word != self._unknown:
            try:
                start = self._ids.index(word, start) + 1
            except ValueError:
                break
            places.append(start - 1)
        return places

    @functools.cached_property
    def _known(self) -> list[str]:
        """The key of each word, by its number; of none that stands between two stretches."""
        return ["", *self._numbers]

    def _places_in(self, number: int, span: Span) -> slice | None:
        """The places of the words of a stretch of a document; None where not all of it was looked in."""
        if self.documents[number].id in self._within:
            return None
        low, high = self.bounds(number)
        low = bisect_left(self._starts, span.start, low, high)
        return slice(low, bisect_right(self._ends, span.end, low, high))

    def keys(self, number: int, span: Span) -> list[str]:
        """The keys of the words of a stretch of a document, as `words` gives them."""
        at = self._places_in(number, span)
        if at is None:
            return words(span.of(self.documents[number].text)).keys
        known = self._known
        return [known[word] for word in self._ids[at]]

    def words(self, number: int, span: Span) -> Words:
        """The words of a stretch of a document, with their places in all of its text.

        Args:
            number: Which document.
            span: The stretch; a word that it cuts is none of its words.
        """
        text = self.documents[number].text
        at = self._places_in(number, span)
        if at is None:
            found = words(span.of(text))
            starts, ends = ([span.start + at for at in places] for places in (found.starts, found.ends))
            return Words(text, found.keys, starts, ends)
        return Words(text, self.keys(number, span), self._starts[at].tolist(), self._ends[at].tolist())

    def derived(self, number: int, make: Callable[[Document], Made]) -> Made:
        """What is made of a document, made once and kept for further claims."""
        key = number, make
        if key not in self._derived:
            self._derived[key] = make(self.documents[number])
        return self._derived[key]  # type: ignore[no-any-return]

    def runs(self, ids: Sequence[int]) -> list[Run]:
        """Where words of a claim stand in the sources, one after the other as they do in the claim.

        A run is found by two neighbouring words or by one that is rare. Pairs that stand in a great many
        places are passed over where a claim has others.

        Args:
            ids: The numbers of the claim's words.
        """
        if len(ids) < 2:
            return [Run(place, 0, 1) for place in self._first_places(ids[0])] if ids else []
        # At even places each word by itself, at odd ones with the next.
        numbers = np.array(ids)
        first = numbers * (self._unknown + 2)
        asked = np.empty(2 * len(ids) - 1, dtype=np.int64)
        asked[::2] = first + (self._unknown + 1)
        asked[1::2] = first[:-1] + numbers[1:]
        at = self._keys.searchsorted(asked)
        hits = (self._keys[at] == asked).nonzero()[0]
        at = at[hits]
        lows, highs = self._heads[at].tolist(), self._heads[at + 1].tolist()
        most = most_places(len(ids))
        found = [*zip(hits.tolist(), lows, highs, strict=True)]
        telling = [hit for hit in found if hit[2] - hit[1] <= most]
        if self._common:
            common = {hit for hit, key in enumerate(asked.tolist()) if key in self._common}
            telling = [hit for hit in telling if hit[0] not in common]
            # A common word is not looked up by itself in any case.
            found = [hit for hit in found if hit[0] & 1 or hit[0] not in common]
        if not any(hit & 1 for hit, _, _ in telling):
            telling = [(hit, low, min(high, low + most)) for hit, low, high in found]
        places = self._places
        runs: list[Run] = []
        heads: dict[int, int] = {}  # diagonal -> where in the claim its last run starts
        tails: dict[int, int] = {}  # diagonal -> where it ends
        for hit, low, high in telling:
            i = hit >> 1
            end = i + 1 + (hit & 1)
            for place in places[low:high]:
                diagonal = place - i
                tail = tails.get(diagonal)
                if tail is None:
                    heads[diagonal] = i
                    tails[diagonal] = end
                elif tail < i:
                    head = heads[diagonal]
                    runs.append(Run(diagonal + head, head, tail - head))
                    heads[diagonal] = i
                    tails[diagonal] = end
                elif tail < end:
                    tails[diagonal] = end
        for diagonal, head in heads.items():
            runs.append(Run(diagonal + head, head, tails[diagonal] - head))
        return runs


@runtime_checkable
class Searchable(Protocol):
    """Sources that are made ready, or kept elsewhere: an index, an archive."""

    def about(self, claim: str) -> SourceIndex:
        """An index of those that may hold a claim."""


Sources = Searchable | Document | str | Iterable[Document | str]


def _documents(sources: Sources) -> tuple[Document, ...]:
    if isinstance(sources, SourceIndex):
        return sources.documents
    if isinstance(sources, str | Document):
        sources = (sources,)
    if not isinstance(sources, Iterable):
        raise ArgumentTypeError(
            "sources must be a SourceIndex, an Archive, a Document, a str or an iterable of those two, "
            f"not {type(sources).__name__}"
        )
    documents = {}
    for source in sources:
        check_type("a source", source, Document, str)
        document = Document(text=source) if isinstance(source, str) else source
        if document.id in documents:
            raise DuplicateDocumentError(f"two sources have the id {document.id!r}")
        documents[document.id] = document
    return tuple(documents.values())


def indexed(sources: Sources) -> Searchable:
    """The sources made ready for many claims: as they are given if they are that already, else an index."""
    return sources if isinstance(sources, (SourceIndex, Searchable)) else SourceIndex(sources)
