"""The sources as a draft cites them: by their address, outlet, title or file."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import NamedTuple, Protocol, runtime_checkable
from urllib.parse import urlsplit

from quoteverify.models import Document

_WORD = re.compile(r"[^\W_]+(?:[._'’-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_LONGEST = 30
"""In words: no outlet or title that a draft cites is longer. A guard."""
_FEWEST_OF_TITLE = 3
"""In words: a shorter title is one that a sentence has by chance."""


@runtime_checkable
class Catalogued(Protocol):
    """Sources that tell what they are without their texts."""

    def catalogue(self) -> Iterable[Document]:
        """The sources, without texts and quotes."""


class NamedSource(NamedTuple):
    """A source's name in a text.

    Attributes:
        start: Where it starts.
        end: Where it ends.
        ids: The ids of those that it is the name of.
        is_file: Whether it is the name of a file, which is nothing else.
    """

    start: int
    end: int
    ids: tuple[str, ...]
    is_file: bool = False


class Catalogue:
    """What sources are called.

    Args:
        documents: The sources.
        articles: Words that may stand before a name, or be left out, in lower case.

    >>> tide = Document(id="a", text="", outlet="The Tide", url="https://tide.example/a")
    >>> catalogue = Catalogue([tide], ["the"])
    >>> catalogue.at("http://www.tide.example/a/"), list(catalogue.named_in("in Monday's Tide"))
    ('a', [NamedSource(start=12, end=16, ids=('a',), is_file=False)])
    """

    def __init__(self, documents: Iterable[Document], articles: Iterable[str] = ()) -> None:
        self._articles = frozenset(articles)
        self._addresses: dict[str, str] = {}
        self._names: dict[tuple[str, ...], list[str]] = {}
        self._files: dict[str, list[str]] = {}
        self._labels: dict[str, str] = {}
        self._titles: set[tuple[str, ...]] = set()
        for document in documents:
            self._labels[document.id] = document.outlet or document.id
            if document.url:
                self._addresses[address(document.url)] = document.id
            self._add(document.outlet or "", document.id, 1)
            self._add(document.title or "", document.id, _FEWEST_OF_TITLE)
            self._titles.add(_keys(document.title or ""))
            path = PurePath(document.id)
            for name in {path.name.lower(), path.stem.lower()}:
                self._files.setdefault(name, []).append(document.id)
        self._longest = max(map(len, self._names), default=0)
        self._first = {name[0] for name in self._names}

    def _add(self, name: str, id: str, fewest: int) -> None:
        words = list(_keys(name))[:_LONGEST]
        while len(words) > 1 and words[0] in self._articles:
            del words[0]
        if len(words) >= fewest:
            known = self._names.setdefault(tuple(words), [])
            if id not in known:
                known.append(id)

    def at(self, url: str) -> str | None:
        """The id of the source that has an address; None where none has."""
        return self._addresses.get(address(url))

    def is_title(self, text: str) -> bool:
        """Whether some words are the title of a source."""
        words = _keys(text)
        return bool(words) and words in self._titles

    def label(self, id: str) -> str:
        """What to call a source: its outlet, else its id."""
        return self._labels.get(id, id)

    def named_in(self, text: str) -> Iterator[NamedSource]:
        """The names of sources in a text, in order: of those at one place the longest."""
        words = list(_WORD.finditer(text))
        keys = [_key(word[0]) for word in words]
        at = 0
        while at < len(words):
            files = self._file(keys[at])
            ids, length = (files, 1) if files else self._starting(keys, at)
            if ids:
                yield NamedSource(words[at].start(), words[at + length - 1].end(), tuple(ids), bool(files))
            at += length

    def _file(self, key: str) -> list[str]:
        """The sources that are a file, whose name has an ending."""
        path = PurePath(key)
        return (self._files.get(key) or self._files.get(path.stem, [])) if path.suffix else []

    def _starting(self, keys: list[str], at: int) -> tuple[list[str], int]:
        """The sources whose name begins at a word, and how many words it has; else none and one."""
        if keys[at] in self._first:
            for length in range(min(self._longest, len(keys) - at), 0, -1):
                ids = self._names.get(tuple(keys[at : at + length]))
                if ids:
                    return ids, length
        return [], 1


NO_SOURCES = Catalogue(())


def _keys(text: str) -> tuple[str, ...]:
    return tuple(_key(word[0]) for word in _WORD.finditer(text))


def _key(word: str) -> str:
    """A word for comparison: in lower case, without the ending of a genitive."""
    return _POSSESSIVE.sub("", word.lower())


def address(url: str) -> str:
    """An address for comparison: without its scheme, "www.", fragment and last slash.

    >>> address("https://www.Tide.example/a/#top") == address("http://tide.example/a")
    True
    """
    try:
        parts = urlsplit(url)
    except ValueError:  # odd brackets
        return url
    query = f"?{parts.query}" if parts.query else ""
    return parts.netloc.lower().removeprefix("www.") + parts.path.rstrip("/") + query
