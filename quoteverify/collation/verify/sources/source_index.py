"""Sources made ready for many claims: their documents, and where each word of them stands."""

import functools
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeVar, runtime_checkable

import numpy as np

from quoteverify.collation.language.respelling import Vocabulary
from quoteverify.collation.verify.sources.positional_index import BETWEEN, PositionalIndex, packed
from quoteverify.errors import ArgumentTypeError, DuplicateDocumentError, check_type
from quoteverify.models import Document, Searched, Span
from quoteverify.text.files import refuse_path
from quoteverify.text.language import LanguageProfile, as_profile, check_language, language_of, same_language
from quoteverify.text.layout.documents import reader_copy
from quoteverify.text.layout.reading_copy import page_of
from quoteverify.text.words import Words, words

Made = TypeVar("Made")

# How many ids of sources `Searched` names: as many as a person may look through.
MOST_IDS = 100


_NONE = np.zeros(0, dtype=np.int32)
_ALL = slice(None)


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
        positions: Where their words stand, one after the other.

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
                numbers.append(np.array([*self._number(found.keys), BETWEEN], dtype=np.int32))
                starts.append(np.array([*found.starts, len(span)], dtype=np.int32) + np.int32(span.start))
                ends.append(np.array([*found.ends, len(span)], dtype=np.int32) + np.int32(span.start))
                first[-1] += len(found.keys) + 1
        self._starts = packed(np.concatenate(starts))
        self._ends = packed(np.concatenate(ends))
        self._first = first
        self._unknown = len(self._numbers) + 1
        self.positions = PositionalIndex(
            np.concatenate(numbers), known=len(self._numbers), common=map(self.ids, common)
        )
        self._ids = self.positions.ids

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

    def _number(self, keys: Sequence[str]) -> list[int]:
        numbers = self._numbers
        return [numbers.setdefault(key, len(numbers) + 1) for key in keys]

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
