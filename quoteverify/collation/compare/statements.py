"""compare: what several documents say alike, one statement with all its variants per thing said.

Quotes are cut into pieces (sentences, and the parts that an ellipsis joins), pieces that share
words are weighed against each other, and those that are the same words become one statement.
"""

import datetime as dt
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

import attrs

from quoteverify.collation.compare.columns import columns
from quoteverify.collation.compare.inverted_index import Holders
from quoteverify.collation.compare.quote_parts import (
    SHARED_WHEN_DOUBTED,
    Piece,
    Weights,
    cut,
    cut_unquoted,
    likeness,
)
from quoteverify.collation.compare.spool import Spool
from quoteverify.collation.differences.alignment import align
from quoteverify.errors import ArgumentTypeError, DuplicateDocumentError
from quoteverify.models import Comparison, Document, Span, Speaker, Statement, Variant, Wording
from quoteverify.text.language import profile
from quoteverify.text.names import same_person
from quoteverify.text.words import words

COMMON = 40
"""Wordings beyond which a word, or three words in a row, are too common to be a sign that two are one."""
FEWEST_SIGNS = 2
"""Signs that two wordings must have in common before they are laid side by side."""


def compare(documents: Iterable[Document]) -> Comparison:
    """Lay the quotes of several documents side by side.

    Args:
        documents: Parsed documents, each with an id of its own.

    Returns:
        A comparison with one statement for each thing said. A quote found in one place only is a
        statement of one variant.

    Raises:
        ArgumentTypeError: Something else than documents was given.
        DuplicateDocumentError: Two documents have one id.

    >>> from quoteverify.models import Quote
    >>> def document(outlet, words):
    ...     quote = Quote(id="1", spans=[Span(0, len(words))], text=words)
    ...     return Document(text=words, outlet=outlet, quotes=[quote])
    >>> both = [document("A", "We leave at noon, or later."), document("B", "We leave at noon.")]
    >>> [statement.variants[1].text for statement in compare(both).statements]
    ['We leave at noon.']
    """
    documents = tuple(_checked(documents))
    statements = sorted(
        _statements(documents, documents), key=lambda s: -len({v.document_id for v in s.variants})
    )
    return Comparison(documents=documents, statements=statements)


def compare_many(documents: Iterable[Document]) -> Iterator[Statement]:
    """Lay the quotes of more documents side by side than memory holds.

    Documents are taken one at a time, and only their quotes are kept. Their texts, in which others' quotes
    may be reported, are put by in a temporary file until all quotes are known.

    Args:
        documents: As for `compare`.

    Yields:
        The statements of `compare`, in the order of the first quote of each.

    Raises:
        ArgumentTypeError: Something else than documents was given.
        DuplicateDocumentError: Two documents have one id.

    >>> from quoteverify.models import Quote
    >>> def documents():
    ...     for outlet, words in ("A", "We leave at noon, or later."), ("B", "We leave at noon."):
    ...         quote = Quote(id="1", spans=[Span(0, len(words))], text=words)
    ...         yield Document(text=words, outlet=outlet, quotes=[quote])
    >>> [len(statement.variants) for statement in compare_many(documents())]
    [2]
    """
    with Spool() as spool:
        yield from _statements(spool.through(_checked(documents)), spool)


def _checked(documents: Iterable[Document]) -> Iterator[Document]:
    """The documents, or an error that says what is wrong with them."""
    if isinstance(documents, Document | str) or not isinstance(documents, Iterable):
        raise ArgumentTypeError(f"compare needs several Document, not {type(documents).__name__}")
    ids = set()
    for document in documents:
        if not isinstance(document, Document):
            raise ArgumentTypeError(
                f"compare needs Document, not {type(document).__name__}; parse or read makes one"
            )
        if document.id in ids:
            raise DuplicateDocumentError(f"more than one document has the id {document.id!r}")
        ids.add(document.id)
        yield document


def _statements(documents: Iterable[Document], again: Iterable[Document]) -> Iterator[Statement]:
    """The statements of documents, to be gone through twice, in the order of their first pieces."""
    language = profile("en")
    weigh = Weights((), language)
    quoted: list[Piece] = []
    count = 0
    for document in documents:
        count += 1
        weigh.count(document)
        quoted += cut(document, language)
    groups = _grouped(quoted, weigh)
    if count > 1:
        _add_reported(groups, (piece for one in again for piece in cut_unquoted(one, language)), weigh)
    yield from map(statement, groups)


def _grouped(found: list[Piece], weigh: Weights) -> list[list[Piece]]:
    """The pieces that are one statement, together; in the order of their first pieces."""
    # Equal pieces of one speaker are one before anything is weighed, however many there are of them.
    first: dict[Hashable, int] = {}
    pairs = []
    for i, piece in enumerate(found):
        same = first.setdefault(wording(piece), i)
        if same != i:
            pairs.append((same, i))
    equal = _links(found, pairs, weigh)
    links = _links(found, _candidates(found, sorted(first.values()), weigh), weigh)
    return [[found[i] for i in group] for group in grouped([len(p.stems) for p in found], equal, links)]


def wording(piece: Piece) -> Hashable:
    """What pieces have in common that are equal, and of one speaker."""
    speaker = piece.quote.speaker.name if piece.quote and piece.quote.speaker else None
    return tuple(piece.stems), speaker


def grouped(
    sizes: Sequence[int], equal: Iterable[tuple[int, int]], links: Mapping[tuple[int, int], float]
) -> list[list[int]]:
    """Put pieces that are one statement together.

    Args:
        sizes: How many words each piece has.
        equal: Pairs of equal pieces.
        links: Pairs of other pieces, the first piece first, each with its weight.

    Returns:
        The numbers of the pieces of each group, in the order of their first pieces.
    """
    groups = _Groups(sizes)
    for i, j in equal:
        groups.link(i, j)
    for i, j in sorted(links, key=lambda pair: (-links[pair], pair)):
        # Groups join only when their longest members are linked themselves: a stock phrase that
        # stands in two long quotes must not chain the two together.
        one, other = sorted((groups.longest(i), groups.longest(j)))
        if one == other or (one, other) in links:
            groups.link(i, j)
    return groups.members()


def _links(
    found: list[Piece], pairs: Iterable[tuple[int, int]], weigh: Weights
) -> dict[tuple[int, int], float]:
    """Those of some pairs that are one statement, each with its weight."""
    likes = {(i, j): like for i, j in pairs if (like := likeness(found[i], found[j], weigh))}
    # The more of two quotes stands in both, the less it matters that their speakers or dates differ.
    together: dict[tuple[int, int], float] = defaultdict(float)
    for (i, j), like in likes.items():
        together[id(found[i].quote), id(found[j].quote)] += like.shared
    return {
        (i, j): like.weight
        for (i, j), like in likes.items()
        if not like.doubted or together[id(found[i].quote), id(found[j].quote)] >= SHARED_WHEN_DOUBTED
    }


class _Groups:
    """Pieces in groups that can be joined."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self._sizes = sizes
        self._parent = list(range(len(sizes)))

    def longest(self, i: int) -> int:
        """The piece that stands for the group of piece ``i``: its longest, the first of equals."""
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def link(self, i: int, j: int) -> None:
        """Make the groups of two pieces one."""
        keep, drop = sorted((self.longest(i), self.longest(j)), key=lambda k: (-self._sizes[k], k))
        self._parent[drop] = keep

    def members(self) -> list[list[int]]:
        """The groups, in the order of their first pieces."""
        groups: dict[int, list[int]] = {}
        for i in range(len(self._parent)):
            groups.setdefault(self.longest(i), []).append(i)
        return list(groups.values())


def _candidates(found: list[Piece], chosen: list[int], weigh: Weights) -> Iterator[tuple[int, int]]:
    """The pairs among the chosen pieces that have two signs in common: telling words, or threes."""
    signs = (telling(found[i], weigh) | threes(found[i]) for i in chosen)
    holders = Holders(signs)
    for n, i in enumerate(chosen):
        near: Counter[int] = Counter()
        for same in holders.of(telling(found[i], weigh) | threes(found[i]), most=COMMON + 1):
            if len(same) <= COMMON:
                near.update(same[bisect_right(same, n) :])
        for j in sorted(j for j, signs_shared in near.items() if signs_shared >= FEWEST_SIGNS):
            if found[i].quote is not found[chosen[j]].quote:
                yield i, chosen[j]


def telling(piece: Piece, weigh: Weights) -> set[Hashable]:
    """The words of a piece that say what it is about."""
    return {stem for stem in piece.stems if weigh.is_content(stem)}


def threes(piece: Piece) -> set[Hashable]:
    """Every three words in a row."""
    return {tuple(piece.stems[n : n + 3]) for n in range(len(piece.stems) - 2)}


def _add_reported(groups: list[list[Piece]], reported: Iterable[Piece], weigh: Weights) -> None:
    """Add to each group the sentences in which a document that does not quote the words reports them."""
    longest = [max(group, key=lambda piece: len(piece.stems)) for group in groups]
    holders = Holders(map(threes, longest))
    best: dict[tuple[int, str], tuple[float, Piece]] = {}
    for sentence in reported:
        near = {n for same in holders.of(threes(sentence), most=COMMON) for n in same}
        for n in near:
            like = likeness(longest[n], sentence, weigh)
            key = (n, sentence.document.id)
            if not like or (like.doubted and like.shared < SHARED_WHEN_DOUBTED):
                continue
            if like.weight > best.get(key, (0.0,))[0]:
                best[key] = like.weight, sentence.narrowed(like)
    for (n, id), (_, sentence) in best.items():
        if all(piece.document.id != id for piece in groups[n]):
            groups[n].append(sentence)


def statement(group: list[Piece]) -> Statement:
    """One statement from its pieces; neighbouring pieces of one quote are one variant."""
    parts: list[list[Piece]] = []
    for piece in group:
        if parts and piece.quote is not None and parts[-1][-1].quote is piece.quote:
            parts[-1].append(piece)
        else:
            parts.append([piece])
    joined = [_Joined(part) for part in parts]
    base = _base(joined)
    speakers = _speakers(joined)
    return Statement(
        speaker=speakers[0] if speakers else None,
        variants=[_variant(one, joined[base]) for one in joined],
        speakers=speakers,
        disputed=len(speakers) > 1,
        base=base,
        first=_first(joined),
        columns=columns([one.words for one in joined], base),
    )


def _variant(one: "_Joined", base: "_Joined") -> Variant:
    """A variant, held against the base."""
    alignment = align(base.text, one.text)
    return Variant(
        document_id=one.document.id,
        quote_id=one.quote.id if one.quote else None,
        spans=one.spans,
        text=one.text,
        wording=alignment.wording if one.quote else Wording.PARAPHRASE,
        differences=[
            attrs.evolve(difference, a=base.place(difference.a), b=one.place(difference.b))
            for difference in alignment.differences
        ],
    )


class _Joined:
    """The pieces of one variant as one text, with the way back to the document."""

    def __init__(self, part: list[Piece]) -> None:
        self.document = part[0].document
        self.quote = part[0].quote
        self.spans = tuple(piece.span for piece in part)
        self.text = " ".join(piece.text for piece in part)
        self.words = words(self.text)

    def place(self, span: Span) -> Span:
        """Where a span of the joined text stands in the document."""
        return Span(self._offset(span.start), max(self._offset(span.start), self._offset(span.end)))

    def _offset(self, offset: int) -> int:
        for span in self.spans:
            if offset <= len(span):
                return span.start + offset
            offset -= len(span) + 1
        return self.spans[-1].end


def _base(joined: list[_Joined]) -> int:
    """The index of the wording that most print; among equals the longest, then the first."""
    wordings = Counter(tuple(one.words.keys) for one in joined if one.quote)
    return max(
        range(len(joined)),
        key=lambda n: (wordings[tuple(joined[n].words.keys)], len(joined[n].words), -n),
    )


def _speakers(joined: list[_Joined]) -> tuple[Speaker, ...]:
    """The speakers that the documents give, each person once, the one that most give first."""
    people: list[list[Speaker]] = []
    for one in joined:
        if one.quote and (speaker := one.quote.speaker):
            for names in people:
                if any(same_person(speaker.name, known.name) for known in names):
                    names.append(speaker)
                    break
            else:
                people.append([speaker])
    people.sort(key=len, reverse=True)
    return tuple(max(names, key=lambda speaker: len(speaker.name)) for names in people)


def _first(joined: list[_Joined]) -> int | None:
    """The index of the variant published before all others, if every date is known and one is earliest."""
    dates = [one.document.published for one in joined]
    if len({one.document.id for one in joined}) < 2 or None in dates:
        return None
    keys = [_moment(date) for date in dates if date]
    # A day against an hour of that day: no one can say which came first.
    days = [key[:10] for key in keys] if any(len(key) == 10 for key in keys) else keys
    first_day = min(days)
    earliest = [n for n, day in enumerate(days) if day == first_day]
    documents = {joined[n].document.id for n in earliest}
    return earliest[0] if len(documents) == 1 else None


def _moment(published: dt.date | dt.datetime) -> str:
    """A date as text that sorts by time; times with a zone are put to UTC, those without are taken as UTC."""
    if isinstance(published, dt.datetime):
        return (
            published.astimezone(dt.UTC) if published.tzinfo else published.replace(tzinfo=dt.UTC)
        ).isoformat()
    return published.isoformat()
