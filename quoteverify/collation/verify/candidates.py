"""Which places of very many texts may hold the same words.

Every word of every source is one small integer in one long array, and its number there is its position;
what is looked up are pairs of neighbouring words, kept sorted. Memory and the cost of making an index are
linear in the sources (but for the sort), and a look-up costs what the claim is long.
"""

import functools
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from math import fsum
from typing import Any, NamedTuple, Protocol, TypeVar, runtime_checkable

import numpy as np
import numpy.typing as npt

from quoteverify.collation.language.respelling import Vocabulary
from quoteverify.errors import ArgumentTypeError, DuplicateDocumentError, check_type
from quoteverify.models import Document, Searched, Span
from quoteverify.text.files import refuse_path
from quoteverify.text.language import LanguageProfile, as_profile, check_language, language_of, same_language
from quoteverify.text.layout.documents import reader_copy
from quoteverify.text.layout.reading_copy import page_of
from quoteverify.text.words import Words, words

Made = TypeVar("Made")
Integers = npt.NDArray[np.int64]

# Guards against words that very many sources have: two words in a row that stand at more positions than
# these, for one such pair and for all of a claim's together, say nothing of where it is from.
MOST_POSITIONS = 64
MOST_POSITIONS_TOGETHER = 200_000
FEW_POSITIONS = 16  # of those that tell whether a claim stands in other words elsewhere
FEWEST_POSITIONS = 4  # that a pair may stand at, however long the claim
# A guard against a claim of stock phrases: so many positions of a pair are tried for all of the claim.
MOST_TRIED = 4096
# A word that stands at no more positions suggests them by itself. Set on known alterations of news quotes;
# measured by tests/bench/measure_collation.py.
RARE = 4
# How many ids of sources `Searched` names: as many as a person may look through.
MOST_IDS = 100

_BETWEEN = 0  # the number that stands between two documents, and is no word's
_NONE = np.zeros(0, dtype=np.int32)
_ALL = slice(None)

_Hit = tuple[int, int, int]
"""A word of a claim, or two in a row, that the sources have: twice the number of the (first) word, one more
for two in a row, and from which to which of the sorted positions it stands."""


def _packed(numbers: npt.NDArray[Any]) -> "array[int]":
    """Numbers as an array that gives plain integers one at a time, which NumPy does slowly."""
    return array("i", numbers.astype(np.intc).tobytes())


def most_positions(length: int) -> int:
    """At how many positions two neighbouring words of a claim of so many still tell where it is from."""
    return max(FEWEST_POSITIONS, min(MOST_POSITIONS, MOST_POSITIONS_TOGETHER // length))


class SharedRun(NamedTuple):
    """Words that a source and a claim have in common without a gap.

    Attributes:
        source: The position of the first of them, over all sources.
        claim: Which word of the claim the first of them is.
        length: How many they are.
    """

    source: int
    claim: int
    length: int

    @property
    def source_end(self) -> int:
        """The position past the run's last word."""
        return self.source + self.length

    @property
    def claim_end(self) -> int:
        """The word of the claim past the run's last."""
        return self.claim + self.length


class SourceIndex:
    """Sources made ready for many claims.

    Args:
        sources: Documents and plain strings, or one of them, or an index.
        lang: The language of the sources, its code or its profile. If None, that of an index, or the one that
            the documents say they are in, or English.
        within: Where in a document to look, by its id; in all of it, where its id is not there.
        searched: What a search covers, where these are chosen from more.
        common: Words, and two words in a row, that stand in too many places of all that these are chosen from
            to say where a claim is from.

    Attributes:
        given: The sources, in the order given; a string has become a document.
        documents: The same as a reader reads them, without wraps and markup.
        pages: The way back from those of them that are copies, by the document's id.
        language: Their language.

    Raises:
        ArgumentTypeError: A source is neither a Document nor a string, or another argument is of the wrong
            type.
        ArgumentValueError: There is no data for the language, or it is not that of the index; or the
            documents are in several, and ``lang`` does not say which is meant.
        DuplicateDocumentError: Two sources have one id.

    >>> index = SourceIndex(["It rained.", "It snowed."])
    >>> len(index.documents)
    2
    """

    def __init__(
        self,
        sources: "Sources",
        *,
        lang: str | LanguageProfile | None = None,
        within: Mapping[str, Sequence[Span]] | None = None,
        searched: Searched | None = None,
        common: Iterable[tuple[str, ...]] = (),
    ) -> None:
        self.given = _documents(sources)
        self.language = self._language_of(sources, lang)
        every = [page_of(document.text) for document in self.given]
        self.documents = tuple(
            document if page.is_plain else reader_copy(document, page)
            for document, page in zip(self.given, every, strict=True)
        )
        self.pages = {
            document.id: page for document, page in zip(self.given, every, strict=True) if not page.is_plain
        }
        self._searched = searched
        self._within = {id: self._moved(id, spans) for id, spans in (within or {}).items()}
        self._derived: dict[tuple[int, Callable[[Document], Any]], Any] = {}
        self._numbers: dict[str, int] = {}
        self._ids_of: dict[frozenset[str], frozenset[int]] = {}
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
        self._common = {self._key_of(self.ids(some)) for some in common}

    def _moved(self, id: str, spans: Sequence[Span]) -> Sequence[Span]:
        """Stretches of a document as given, as stretches of what a reader reads."""
        page = self.pages.get(id)
        if page is None:
            return spans
        return [Span(page.place(span.start), page.place(span.end)) for span in spans]

    def _language_of(self, sources: "Sources", lang: str | LanguageProfile | None) -> LanguageProfile:
        if isinstance(sources, SourceIndex):
            check_language(lang, sources.language)
            return sources.language
        if lang is None:
            return language_of(document.lang for document in self.given)
        return as_profile(lang)

    def _key_of(self, ids: Sequence[int]) -> int:
        """What a word, or two in a row, are looked up by."""
        second = ids[1] if len(ids) > 1 else self._unknown + 1
        return ids[0] * (self._unknown + 2) + second

    def _number(self, keys: Sequence[str]) -> list[int]:
        numbers = self._numbers
        return [numbers.setdefault(key, len(numbers) + 1) for key in keys]

    def _lay_out(self, ids: Integers) -> None:
        """Sort the positions of all pairs of neighbouring words, and of the words that are rare."""
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
        self._positions = _packed(np.concatenate((np.arange(len(ids) - 1), rare))[order])

    def __repr__(self) -> str:
        return f"<SourceIndex of {len(self.documents):,} documents, {len(self._ids):,} words>"

    @functools.cached_property
    def searched(self) -> Searched:
        """What a search of this index covers."""
        return self._searched or Searched(
            documents=len(self.given),
            characters=sum(len(document.text) for document in self.given),
            ids=tuple(document.id for document in self.given[:MOST_IDS]),
            in_other_languages=sum(
                document.lang is not None and not same_language(document.lang, self.language.code)
                for document in self.given
            ),
        )

    def about(self, claim: str) -> "SourceIndex":
        """The index that a claim is to be looked for in: this one."""
        return self

    # Words and where they stand

    def ids(self, keys: Sequence[str]) -> list[int]:
        """The number of each word in this index; of one that stands nowhere, a number that no word has."""
        get, unknown = self._numbers.get, self._unknown
        return [get(key, unknown) for key in keys]

    @functools.cached_property
    def vocabulary(self) -> Vocabulary:
        """The words that stand anywhere."""
        return Vocabulary(self._numbers)

    def keys_at(self, start: int, end: int) -> list[str]:
        """The keys of the words from one position to another."""
        return [self._known[word] for word in self._ids[start:end]]

    def ids_at(self, start: int, end: int) -> list[int]:
        """The numbers of the words from one position to another."""
        return self._ids[start:end].tolist()

    def document_at(self, position: int) -> int:
        """Which document the word at a position is of."""
        return bisect_right(self._first, position) - 1

    def bounds(self, number: int) -> tuple[int, int]:
        """The positions of a document's first word and of the one past its last."""
        return self._first[number], self._first[number + 1] - 1

    def start(self, position: int) -> int:
        """Where the word at a position starts in its document, in code points."""
        return self._starts[position]

    def end(self, position: int) -> int:
        """Where the word at a position ends in its document, in code points."""
        return self._ends[position]

    @functools.cached_property
    def _known(self) -> list[str]:
        """The key of each word, by its number; of none that stands between two stretches."""
        return ["", *self._numbers]

    def _positions_in(self, number: int, span: Span) -> slice | None:
        """The positions of the words of a stretch of a document; None where not all of it was looked in."""
        if self._within and self.documents[number].id in self._within:
            return None
        low, high = self.bounds(number)
        low = bisect_left(self._starts, span.start, low, high)
        return slice(low, bisect_right(self._ends, span.end, low, high))

    def keys(self, number: int, span: Span, *, some: slice = _ALL) -> list[str]:
        """The keys of the words of a stretch of a document, as `words` gives them, or of some of them."""
        positions = self._positions_in(number, span)
        if positions is None:
            return words(span.of(self.documents[number].text)).keys[some]
        known = self._known
        return [known[word] for word in self._ids[positions][some]]

    def has_any(self, number: int, span: Span, wanted: frozenset[str]) -> bool:
        """Whether any of some words stands in a stretch of a document."""
        positions = self._positions_in(number, span)
        if positions is None:
            return not wanted.isdisjoint(words(span.of(self.documents[number].text)).keys)
        ids = self._ids_of.get(wanted)
        if ids is None:
            ids = self._ids_of[wanted] = frozenset(self.ids([*(wanted & self._numbers.keys())]))
        return not ids.isdisjoint(self._ids[positions])

    def words(self, number: int, span: Span) -> Words:
        """The words of a stretch of a document, with their places in all of its text.

        Args:
            number: Which document.
            span: The stretch; a word that it cuts is none of its words.
        """
        text = self.documents[number].text
        positions = self._positions_in(number, span)
        if positions is None:
            found = words(span.of(text))
            starts, ends = ([span.start + at for at in offsets] for offsets in (found.starts, found.ends))
            return Words(text, found.keys, starts, ends)
        return Words(
            text, self.keys(number, span), self._starts[positions].tolist(), self._ends[positions].tolist()
        )

    def derived(self, number: int, make: Callable[[Document], Made]) -> Made:
        """What is made of a document, made once and kept for further claims."""
        key = number, make
        if key not in self._derived:
            self._derived[key] = make(self.documents[number])
        return self._derived[key]  # type: ignore[no-any-return]

    # What a claim shares with the sources

    def stand_once(self, ids: Sequence[int]) -> list[tuple[int, int]]:
        """Those of a claim's words that stand once in all sources: which they are, and their positions."""
        counts, last = self._counts, self._last
        found = [(i, last[word]) for i, word in enumerate(ids) if counts[word] == 1]
        if self._common:  # where these are chosen from more, a common word stands elsewhere too
            found = [(i, position) for i, position in found if not self._is_common(ids[i : i + 1])]
        return found

    def _is_common(self, ids: Sequence[int]) -> bool:
        return self._key_of(ids) in self._common

    def may_be_shared(self, ids: Sequence[int], i: int) -> bool:
        """Whether a word of a claim may be of a run: it is rare, or stands somewhere beside its neighbour.

        Args:
            ids: The numbers of the claim's words.
            i: Which of them.
        """
        count = self._counts[ids[i]]
        if count <= RARE:
            return count > 0
        return (i > 0 and self._pair(ids[i - 1], ids[i]) >= 0) or (
            i + 1 < len(ids) and self._pair(ids[i], ids[i + 1]) >= 0
        )

    def _pair(self, first: int, second: int) -> int:
        """Which of the looked-up keys is that of two neighbouring words; -1 if they stand nowhere so."""
        key = first * (self._unknown + 2) + second
        at = bisect_left(self._key, key)
        return at if self._key[at] == key else -1

    def whole(self, ids: Sequence[int]) -> list[SharedRun]:
        """The first places where all of a claim stands in one run: at those of one of its rare pairs.

        Args:
            ids: The numbers of the claim's words.
        """
        if len(ids) < 2:
            return [SharedRun(position, 0, 1) for word in ids for position in self._first_positions(word)]
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
        tried = self._positions[low : min(high, low + MOST_TRIED)]
        starts = (position - i for position in tried if position >= i)
        found = (start for start in starts if self._ids[start : start + length] == wanted)
        return [SharedRun(start, 0, length) for start in islice(found, MOST_POSITIONS)]

    def _first_positions(self, word: int) -> list[int]:
        """The first positions of a word: one by itself has no pair to be found by."""
        positions: list[int] = []
        start = 0
        while len(positions) < MOST_POSITIONS and word != self._unknown:
            try:
                start = self._ids.index(word, start) + 1
            except ValueError:
                break
            positions.append(start - 1)
        return positions

    def runs(self, ids: Sequence[int]) -> list[SharedRun]:
        """Where words of a claim stand in the sources, one after the other as they do in the claim.

        A run is found by two neighbouring words or by one that is rare. Pairs that stand in a great many
        places are passed over where a claim has others.

        Args:
            ids: The numbers of the claim's words.
        """
        if len(ids) < 2:
            return self.whole(ids)
        return self._joined(self._telling(self._hits(ids), ids))

    def runs_again(self, ids: Sequence[int], weights: Sequence[float], least: float) -> list[SharedRun]:
        """The same of words and pairs that stand more than once; none where those of a claim tell too little.

        Of a claim that is found, this says at the cost of a look-up that it stands nowhere else.

        Args:
            ids: The numbers of the claim's words.
            weights: What each of them tells.
            least: What those that stand again must tell together.
        """
        counts = self._counts
        if len(ids) < 2 or fsum([weights[n] for n, word in enumerate(ids) if counts[word] > 1]) < least:
            return []
        again = [hit for hit in self._hits(ids) if hit[2] - hit[1] > 1]
        standing = {n for hit, _, _ in again for n in (hit >> 1, (hit + 1) >> 1)}
        if fsum([weights[n] for n in standing]) < least:
            return []
        few = [hit for hit in again if hit[2] - hit[1] <= FEW_POSITIONS]
        return self._joined(few or self._telling(again, ids))

    def _hits(self, ids: Sequence[int]) -> list[_Hit]:
        """Those of a claim's words and pairs of neighbours that are looked up and found."""
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
        return [*zip(hits.tolist(), lows, highs, strict=True)]

    def _telling(self, hits: list[_Hit], ids: Sequence[int]) -> list[_Hit]:
        """Those that stand at few positions; the first positions of all, where no pair stands at few."""
        most = most_positions(len(ids))
        telling = [hit for hit in hits if hit[2] - hit[1] <= most]
        if self._common:
            common = {
                hit for hit, _, _ in hits if self._is_common(ids[hit >> 1 : (hit >> 1) + 1 + (hit & 1)])
            }
            telling = [hit for hit in telling if hit[0] not in common]
            # A common word is not looked up by itself in any case.
            hits = [hit for hit in hits if hit[0] & 1 or hit[0] not in common]
        if any(hit & 1 for hit, _, _ in telling):
            return telling
        return [(hit, low, min(high, low + most)) for hit, low, high in hits]

    def _joined(self, hits: list[_Hit]) -> list[SharedRun]:
        """The runs of which what was found is made up."""
        positions = self._positions
        runs: list[SharedRun] = []
        # A diagonal, of texts laid out in rows and columns, is where a claim's first word would stand.
        heads: dict[int, int] = {}  # by diagonal, where in the claim its last run starts
        tails: dict[int, int] = {}  # and where it ends
        for hit, low, high in hits:
            i = hit >> 1
            end = i + 1 + (hit & 1)
            for position in positions[low:high]:
                diagonal = position - i
                tail = tails.get(diagonal)
                if tail is None:
                    heads[diagonal] = i
                    tails[diagonal] = end
                elif tail < i:
                    head = heads[diagonal]
                    runs.append(SharedRun(diagonal + head, head, tail - head))
                    heads[diagonal] = i
                    tails[diagonal] = end
                elif tail < end:
                    tails[diagonal] = end
        for diagonal, head in heads.items():
            runs.append(SharedRun(diagonal + head, head, tails[diagonal] - head))
        return runs


@runtime_checkable
class Searchable(Protocol):
    """Sources that are made ready, or kept elsewhere: an index, an archive."""

    @property
    def language(self) -> LanguageProfile:
        """The language of the sources."""

    def about(self, claim: str) -> SourceIndex:
        """An index of those that may hold a claim."""


Sources = Searchable | Document | str | Iterable[Document | str]


def _documents(sources: Sources) -> tuple[Document, ...]:
    if isinstance(sources, SourceIndex):
        return sources.given
    documents: dict[str, Document] = {}
    for document in _made_documents(sources):
        if document.id in documents:
            raise DuplicateDocumentError(f"two sources have the id {document.id!r}")
        documents[document.id] = document
    return tuple(documents.values())


def _made_documents(sources: Sources) -> Iterator[Document]:
    """The sources as documents; a string has become one."""
    if isinstance(sources, str | Document):
        sources = (sources,)
    if not isinstance(sources, Iterable):
        raise ArgumentTypeError(
            "sources must be a SourceIndex, an Archive, a Document, a str or an iterable of those two, "
            f"not {type(sources).__name__}"
        )
    for source in sources:
        check_type("a source", source, Document, str)
        if isinstance(source, str):
            refuse_path("a source", source)
        yield Document(text=source) if isinstance(source, str) else source


def indexed(sources: Sources, lang: str | LanguageProfile | None = None) -> Searchable:
    """The sources made ready for many claims: as they are given if they are that already, else an index.

    Args:
        sources: The sources.
        lang: The language of what is looked for. If None, that of sources made ready, or the one that the
            documents say they are in, or English.

    Raises:
        ArgumentTypeError: An argument is of the wrong type.
        ArgumentValueError: There is no data for the language; it is not that of the sources; or these are in
            several, and ``lang`` does not say which is meant.
        DuplicateDocumentError: Two sources have one id.
    """
    # An index is asked for by its class first: to look for all that a Searchable must have takes longer.
    if isinstance(sources, SourceIndex | Searchable):
        check_language(lang, sources.language)
        return sources
    index = SourceIndex(sources, lang=lang)
    language_of((document.lang for document in index.given), index.language)
    return index
