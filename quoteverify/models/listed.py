"""Records in a row: a tuple that shows itself in a notebook as what it holds does."""

from collections.abc import Iterable
from typing import Any, SupportsIndex, TypeVar, overload

T = TypeVar("T", covariant=True)


class Listed(tuple[T, ...]):
    """A tuple of records; a slice of it is one, too.

    >>> Listed("abc")[1:] == ("b", "c"), type(Listed("abc")[1:]).__name__
    (True, 'Listed')
    """

    __slots__ = ()

    @overload
    def __getitem__(self, key: SupportsIndex) -> T: ...
    @overload
    def __getitem__(self, key: slice) -> "Listed[T]": ...

    def __getitem__(self, key: SupportsIndex | slice) -> "T | Listed[T]":
        if isinstance(key, slice):
            return Listed(super().__getitem__(key))
        return super().__getitem__(key)

    def _repr_html_(self) -> str | None:
        from quoteverify.display import html

        return html.records(self) if self else None


def as_listed(records: Iterable[Any]) -> tuple[Any, ...]:
    """A row of what may have been given as a list; ``Listed`` itself, in types that mypy can follow."""
    return Listed(records)
