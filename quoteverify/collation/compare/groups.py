"""Parts put together that are one statement."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from quoteverify.models import Span

Pair = tuple[int, int]


class PartPlace(NamedTuple):
    """Where a part stands.

    Attributes:
        document_id: In which document.
        quote_id: In which quote of it.
        span: At which offsets.
        size: How many stems it has.
    """

    document_id: str
    quote_id: str
    span: Span
    size: int


class Link(NamedTuple):
    """How two parts are one statement.

    Attributes:
        weight: How surely.
        inside: Whether one stands whole in the other, and is so short that it may be a slogan.
    """

    weight: float
    inside: bool = False


def grouped(
    places: Sequence[PartPlace], equal: Iterable[Pair], links: Mapping[Pair, Link]
) -> list[list[int]]:
    """Put parts that are one statement together.

    Args:
        places: Where each part stands.
        equal: Pairs of equal parts.
        links: Pairs of parts, the first part first, with how they are one.

    Returns:
        The numbers of the parts of each group, in the order of their first parts.
    """
    groups = _DisjointSets(places)
    for i, j in equal:
        groups.link(i, j)
    rivals = _Rivals(places, groups.members(), links)
    slogans = _slogans(places, links)

    def order(pair: Pair) -> tuple[float, int, Pair]:
        # What a quotation and the one it lies in both have is the statement of the inner one, the smaller.
        return -links[pair].weight, places[pair[0]].size + places[pair[1]].size, pair

    for i, j in sorted(links, key=order):
        if links[i, j].inside and not slogans.isdisjoint((i, j)):
            continue
        # Groups join only when their longest members are linked themselves: a stock phrase that
        # stands in two long quotes must not chain the two together.
        one, other = sorted((groups.longest(i), groups.longest(j)))
        if (one == other or (one, other) in links) and not rivals.between(i, j):
            groups.link(i, j)
    return groups.members()


def _slogans(places: Sequence[PartPlace], links: Mapping[Pair, Link]) -> set[int]:
    """The parts that stand whole inside utterances of two documents which are not one: they are neither."""
    longer: dict[int, list[int]] = defaultdict(list)
    for (i, j), link in links.items():
        if link.inside:
            short, long = (i, j) if places[i].size < places[j].size else (j, i)
            longer[short].append(long)
    return {
        short
        for short, (first, *others) in longer.items()
        if any(
            places[first].document_id != places[other].document_id
            and (min(first, other), max(first, other)) not in links
            for other in others
        )
    }


class _DisjointSets:
    """Parts in groups that can be joined, unless parts of theirs overlap."""

    def __init__(self, places: Sequence[PartPlace]) -> None:
        self._places = places
        self._parent = list(range(len(places)))
        apart = overlapping([(place.document_id, place.span) for place in places])
        # Of groups with parts that overlap others: those parts, and those others.
        self._inside = {i: {i} for i in apart}
        self._outside = apart

    def longest(self, i: int) -> int:
        """The part that stands for the group of part ``i``: its longest, the first of equals."""
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def link(self, i: int, j: int) -> None:
        """Make the groups of two parts one, unless parts of theirs overlap."""
        keep, drop = sorted((self.longest(i), self.longest(j)), key=lambda k: (-self._places[k].size, k))
        if keep == drop or not self._outside.get(keep, set()).isdisjoint(self._inside.get(drop, ())):
            return
        self._parent[drop] = keep
        for numbers in self._inside, self._outside:
            if drop in numbers:
                numbers.setdefault(keep, set()).update(numbers.pop(drop))

    def members(self) -> list[list[int]]:
        """The groups, in the order of their first parts."""
        groups: dict[int, list[int]] = {}
        for i in range(len(self._parent)):
            groups.setdefault(self.longest(i), []).append(i)
        return list(groups.values())


class _Rivals:
    """The parts that a document has in the very words of another.

    Somebody says "He was the best of us" and later "He is the best of us": an outlet that prints the first is
    not held against both of another's.
    """

    def __init__(
        self, places: Sequence[PartPlace], groups: Iterable[list[int]], links: Collection[Pair]
    ) -> None:
        self._places = places
        self._links = links
        # For each part with equals, what each document has of them.
        self._equals: dict[int, Mapping[str, list[int]]] = {}
        for group in groups:
            if len(group) > 1:
                in_documents: dict[str, list[int]] = defaultdict(list)
                for i in group:
                    in_documents[places[i].document_id].append(i)
                self._equals.update(dict.fromkeys(group, in_documents))

    def between(self, i: int, j: int) -> bool:
        """Whether the document of one part has the words of the other elsewhere, said another time."""
        return self._has_elsewhere(i, j) or self._has_elsewhere(j, i)

    def _has_elsewhere(self, i: int, j: int) -> bool:
        here = self._places[i]
        rivals = self._equals.get(j, {}).get(here.document_id, [])
        return i not in rivals and any(
            self._places[k].quote_id != here.quote_id and (min(i, k), max(i, k)) not in self._links
            for k in rivals
        )


def overlapping(places: Collection[tuple[str, Span]]) -> dict[int, set[int]]:
    """Which of some places, each in the document of an id, overlap which others, by their numbers.

    >>> overlapping([("a", Span(0, 9)), ("a", Span(2, 5)), ("b", Span(0, 9)), ("a", Span(9, 12))])
    {0: {1}, 1: {0}}
    """
    found: dict[int, set[int]] = {}
    still_open: list[tuple[int, int]] = []
    before = ""
    for id, start, end, n in sorted((id, span.start, span.end, n) for n, (id, span) in enumerate(places)):
        still_open = [place for place in still_open if place[0] > start] if id == before else []
        for _, other in still_open:
            found.setdefault(other, set()).add(n)
            found.setdefault(n, set()).add(other)
        still_open.append((end, n))
        before = id
    return found
