"""compare: what several documents say alike, one statement with all its variants per thing said.

Quotes are cut into parts (sentences, and what an ellipsis joins), parts that share words are weighed
against each other, and those that are the same words become one statement.
"""

import datetime as dt
import functools
from collections import Counter, defaultdict
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Protocol, runtime_checkable

import attrs

from quoteverify.collation.compare.columns import columns, only_column
from quoteverify.collation.compare.copies import Copies
from quoteverify.collation.compare.groups import Link, Place, grouped
from quoteverify.collation.compare.inverted_index import InvertedIndex
from quoteverify.collation.compare.quote_parts import (
    Narration,
    QuotePart,
    ngrams,
    quote_parts,
)
from quoteverify.collation.compare.reported import add_reported, longest_of
from quoteverify.collation.compare.shared_wording import SHARED_WHEN_DOUBTED, is_sure, shared_wording
from quoteverify.collation.compare.speakers import Cast, are_two
from quoteverify.collation.compare.spool import Spool
from quoteverify.collation.compare.told import add_told, held_against, told_parts
from quoteverify.collation.compare.weights import Weights
from quoteverify.collation.differences.alignment import align
from quoteverify.errors import ArgumentTypeError, DuplicateDocumentError, check_type
from quoteverify.models import (
    Comparison,
    Difference,
    Document,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    Variant,
    Wording,
)
from quoteverify.text.language import LanguageProfile, as_profile, language_of
from quoteverify.text.words import Words, words

FEWEST_NGRAMS = 2
"""N-grams that two parts must share before they are laid side by side. Set on pairs of quotes from two
outlets, read by hand (docs/figures.md, "The same words in two outlets")."""

ROUNDS = 2
"""How often an archive is asked: for what new documents say, then for the longer wordings that it gave."""

_DAY = len("2031-02-03")


@runtime_checkable
class Related(Protocol):
    """Documents kept elsewhere, of which those can be had that may say some things: an archive."""

    @property
    def language(self) -> LanguageProfile:
        """The language of the documents."""

    def related(self, claims: Iterable[str]) -> Iterable[Document]:
        """The documents that may hold any of some claims, each once."""


def compare(
    documents: Iterable[Document],
    archive: Related | None = None,
    *,
    lang: str | LanguageProfile | None = None,
    reports: bool = False,
) -> Comparison:
    """Lay the quotes of several documents side by side.

    Args:
        documents: Parsed documents, each with an id of its own.
        archive: An archive of others. What the documents say is laid beside what these say of the same, as
            if all had been compared; only those that may have their words are read. A document that is in
            the archive, too, by its id, is taken as it is given.
        lang: The language of the documents, its code or its profile; if None, that of the archive, or the one
            that they say they are in, or English.
        reports: Whether what is told without marks is laid beside what others quote: a report of the same
            words, whose speaker is not another, is a variant with a ``report_id``. What reporting regularly
            changes is `DifferenceKind.REPORTED` and cosmetic there, as for ``verify(..., reported=True)``.

    Returns:
        A comparison with one statement for each thing said, with an archive for each that the documents say.
        A quote found in one place only is a statement of one variant.

    Raises:
        ArgumentTypeError: Something else than documents was given, ``archive`` is none, or ``lang`` is of the
            wrong type.
        ArgumentValueError: There is no data for the language, and the message lists those there are; the
            documents are in several, and ``lang`` does not say which is meant; or all are in another.
        DuplicateDocumentError: Two documents have one id.

    >>> from quoteverify.models import Quote
    >>> def document(outlet, words):
    ...     quote = Quote(id="1", spans=[Span(0, len(words))], text=words)
    ...     return Document(text=words, outlet=outlet, quotes=[quote])
    >>> both = [document("A", "We leave at noon, or later."), document("B", "We leave at noon.")]
    >>> [statement.variants[1].text for statement in compare(both).statements]
    ['We leave at noon.']
    """
    check_type("reports", reports, bool)
    documents = tuple(_checked(documents))
    if archive is not None:
        _check_archive(archive)
        lang = archive.language if lang is None else lang
    language = language_of((document.lang for document in documents), lang)
    if archive is None:
        found: Iterable[Statement] = _statements(documents, documents, _Collation(language, reports))
    else:
        documents, found = _beside(documents, archive, _Collation(language, reports))
    statements = sorted(found, key=lambda s: -len({v.document_id for v in s.variants}))
    return Comparison(documents=documents, statements=statements)


def _check_archive(archive: object) -> None:
    if not isinstance(archive, Related):
        raise ArgumentTypeError(f"archive must be an Archive, not {type(archive).__name__}")


def _beside(
    new: tuple[Document, ...], archive: Related, collation: "_Collation"
) -> tuple[tuple[Document, ...], list[Statement]]:
    """The statements of new documents, with what documents of an archive say of them; and all those."""
    documents = {document.id: document for document in new}
    ids = frozenset(documents)
    collation.add(new)
    claims = [part.text for part in (*collation.quoted, *collation.told)]
    groups = collation.groups(ids)
    for _ in range(ROUNDS):
        fresh = _by_id(archive.related(claims), documents)
        if not fresh:
            break
        documents |= fresh
        collation.add(fresh.values())
        # What a new document has a few words of, an archived one may have at length, and others of that.
        groups = collation.groups(ids)
        claims = [longest.text for longest in map(longest_of, groups) if longest.document.id not in ids]
    collation.add_reported(groups, documents.values())
    found = [statement(group, collation.language, collation.copies, collation.cast) for group in groups]
    told = ids.union(variant.document_id for one in found for variant in one.variants)
    return tuple(document for document in documents.values() if document.id in told), found


def _by_id(related: Iterable[Document], known: Container[str]) -> dict[str, Document]:
    """Some documents by their ids, less those that are known."""
    return {document.id: document for document in related if document.id not in known}


def compare_many(
    documents: Iterable[Document], *, lang: str | LanguageProfile | None = None, reports: bool = False
) -> Iterator[Statement]:
    """Lay the quotes of more documents side by side than memory holds.

    Documents are taken one at a time, and only what is said in them is kept. Their texts, in which others'
    quotes may be reported, are put by in a temporary file until all quotes are known.

    Args:
        documents: As for `compare`.
        lang: As for `compare`; if None, the language that the first document says it is in.
        reports: As for `compare`.

    Returns:
        The statements of `compare`, in the order of the first quote of each.

    Raises:
        ArgumentTypeError: Something else than documents was given, or ``lang`` is of the wrong type.
        ArgumentValueError: There is no data for ``lang``; the message lists the languages there are.
        DuplicateDocumentError: Two documents have one id.

    >>> from quoteverify.models import Quote
    >>> def documents():
    ...     for outlet, words in ("A", "We leave at noon, or later."), ("B", "We leave at noon."):
    ...         quote = Quote(id="1", spans=[Span(0, len(words))], text=words)
    ...         yield Document(text=words, outlet=outlet, quotes=[quote])
    >>> [len(statement.variants) for statement in compare_many(documents())]
    [2]
    """
    check_type("reports", reports, bool)
    if lang is not None:
        return _streamed(_checked(documents), _Collation(as_profile(lang), reports))
    remaining = iter(_checked(documents))
    first = list(islice(remaining, 1))
    language = language_of(document.lang for document in first)
    return _streamed(_of_one_language(chain(first, remaining), language), _Collation(language, reports))


def _of_one_language(documents: Iterable[Document], language: LanguageProfile) -> Iterator[Document]:
    """The documents, or an error at the first that says it is in another language."""
    for document in documents:
        language_of([document.lang], language)
        yield document


def _streamed(documents: Iterable[Document], collation: "_Collation") -> Iterator[Statement]:
    with Spool() as spool:
        yield from _statements(spool.through(documents), spool, collation)


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


def _statements(
    documents: Iterable[Document], again: Iterable[Document], collation: "_Collation"
) -> Iterator[Statement]:
    """The statements of documents, to be gone through twice, in the order of their first parts."""
    collation.add(documents)
    groups = collation.groups()
    collation.add_reported(groups, again)
    for group in groups:
        yield statement(group, collation.language, collation.copies, collation.cast)


class _Collation:
    """The parts of the quotes of documents, their reports if these are asked for, and what words weigh."""

    def __init__(self, language: LanguageProfile, reports: bool) -> None:
        self.language = language
        self.reports = reports
        self.weights = Weights((), language)
        self.copies = Copies()
        self.cast = Cast(language)
        self.quoted: list[QuotePart] = []
        self.told: list[QuotePart] = []
        self.count = 0

    def add(self, documents: Iterable[Document]) -> None:
        """Take in some documents."""
        for document in documents:
            self.count += 1
            self.weights.count(document)
            self.quoted += quote_parts(document, self.language)
            if self.reports:
                self.told += told_parts(document, self.language)

    def groups(self, of: Container[str] | None = None) -> list[list[QuotePart]]:
        """The parts of each statement, or of each that documents of some ids have a part in."""
        groups = _grouped(self.quoted, self.weights)
        if self.told:
            add_told(groups, self.told, self.weights)
        return groups if of is None else [g for g in groups if any(part.document.id in of for part in g)]

    def add_reported(self, groups: list[list[QuotePart]], documents: Iterable[Document]) -> None:
        """Add to each statement the sentences of documents that report it, and see which print one text."""
        if self.count > 1:
            for group in groups:
                if len(group) > 1:
                    self.cast.want(_speaking(group))
            narrations = self._seen(groups, map(Narration, documents))
            add_reported(groups, narrations, self.weights, self._places_of_reports())

    def _places_of_reports(self) -> Mapping[str, list[Span]]:
        """Where the reports of each document stand that has any."""
        places: dict[str, list[Span]] = defaultdict(list)
        for part in self.told:
            if part.report:
                places[part.document.id] += part.report.spans
        return places

    def _seen(self, groups: list[list[QuotePart]], narrations: Iterable[Narration]) -> Iterator[Narration]:
        """Hand documents on; note whom they say what of, and which that say the same print one text."""
        shared = {
            part.document.id
            for group in groups
            if any(part.document.id != group[0].document.id for part in group)
            for part in group
        }
        for narration in narrations:
            self.cast.read(narration)
            if narration.document.id in shared:
                self.copies.add(narration)
            yield narration


def _grouped(found: list[QuotePart], weights: Weights) -> list[list[QuotePart]]:
    """The parts that are one statement, together; in the order of their first parts."""
    # Equal parts of one speaker are one before anything is weighed, however many there are of them.
    first: dict[Hashable, int] = {}
    pairs = []
    for i, part in enumerate(found):
        same = first.setdefault(wording(part), i)
        if same != i:
            pairs.append((same, i))
    equal = _links(found, pairs, weights)
    links = _links(found, _candidates(found, sorted(first.values()), weights), weights)
    alike = [(i, j) for i, j in links if found[i].stems == found[j].stems]
    groups = grouped([place(part) for part in found], [*equal, *alike], links)
    return [[found[i] for i in group] for group in groups]


def place(part: QuotePart) -> Place:
    """Where a part stands, for putting it in a group."""
    return Place(part.document.id, part.quote.id if part.quote else "", part.span, len(part.stems))


def wording(part: QuotePart) -> Hashable:
    """What parts have in common that are equal, and of one speaker."""
    speaker = part.quote.speaker.name if part.quote and part.quote.speaker else None
    return tuple(part.stems), speaker


def _links(
    found: list[QuotePart], pairs: Iterable[tuple[int, int]], weights: Weights
) -> dict[tuple[int, int], Link]:
    """Those of some pairs that are one statement, with how."""
    shared = {(i, j): both for i, j in pairs if (both := shared_wording(found[i], found[j], weights))}
    # The more of two quotes stands in both, the less it matters that their speakers or dates differ.
    together: dict[tuple[int, int], float] = defaultdict(float)
    for (i, j), both in shared.items():
        together[id(found[i].quote), id(found[j].quote)] += both.amount
    return {
        (i, j): Link(both.weight, both.inside)
        for (i, j), both in shared.items()
        if not both.doubted or together[id(found[i].quote), id(found[j].quote)] >= SHARED_WHEN_DOUBTED
    }


def _candidates(found: list[QuotePart], chosen: list[int], weights: Weights) -> Iterator[tuple[int, int]]:
    """The pairs among the chosen parts that share n-grams: content words, or three words in a row."""
    index = InvertedIndex(ngrams(found[i], weights) for i in chosen)
    for a, b in index.pairs(FEWEST_NGRAMS):
        i, j = chosen[a], chosen[b]
        if found[i].quote is not found[j].quote:
            yield i, j


def statement(
    group: list[QuotePart],
    language: LanguageProfile,
    copies: Copies | None = None,
    cast: Cast | None = None,
) -> Statement:
    """One statement from its parts; neighbouring parts of one quote are one variant.

    Args:
        group: The parts.
        language: The language of the documents.
        copies: Which of them print one text; if None, each is taken for a text of its own.
        cast: What they say of those who speak; if None, nothing is known but what each is called.
    """
    variants: list[list[QuotePart]] = []
    for part in group:
        if variants and part.said is not None and variants[-1][-1].said is part.said:
            variants[-1].append(part)
        else:
            variants.append([part])
    joined = [_JoinedParts(parts) for parts in variants]
    copies = copies or Copies()
    base = _base(joined, copies)
    speakers = _speakers(joined, cast or Cast(language))
    return Statement(
        speaker=speakers[0] if speakers else None,
        variants=[_variant(one, joined[base], language) for one in joined],
        speakers=speakers,
        disputed=_disputed(group, language),
        base=base,
        first=_first(joined),
        columns=columns([one.words for one in joined], base)
        if len(joined) > 1
        else only_column(joined[0].text),
        copies=copies.among(one.document.id for one in joined),
    )


def _variant(one: "_JoinedParts", base: "_JoinedParts", language: LanguageProfile) -> Variant:
    """A variant, held against the base."""
    if one.report:
        wording, differences = held_against(one.text, one.report, base.text, language)
    else:
        wording, differences = _printed(one, base, language)
    return Variant(
        document_id=one.document.id,
        quote_id=one.quote.id if one.quote else None,
        report_id=one.report.id if one.report else None,
        spans=one.spans,
        text=one.text,
        wording=wording,
        differences=list(_in_documents(differences, base, one)),
    )


def _printed(
    one: "_JoinedParts", base: "_JoinedParts", language: LanguageProfile
) -> tuple[Wording, Sequence[Difference]]:
    """How what is quoted, or is a sentence of the reporter's, stands to the base."""
    alignment = align(base.text, one.text, lang=language)
    return alignment.wording if one.quote else Wording.PARAPHRASE, alignment.differences


def _in_documents(
    differences: Iterable[Difference], base: "_JoinedParts", one: "_JoinedParts"
) -> Iterator[Difference]:
    """The differences of joined texts, where the documents print both; none in what joins the parts."""
    for difference in differences:
        (a, a_text), (b, b_text) = base.printed(difference.a), one.printed(difference.b)
        if a_text != b_text or difference.a_text == difference.b_text:
            yield attrs.evolve(difference, a=a, b=b, a_text=a_text, b_text=b_text)


class _JoinedParts:
    """The parts of one variant as one text, with the way back to the document."""

    def __init__(self, parts: list[QuotePart]) -> None:
        self.document = parts[0].document
        self.quote = parts[0].quote
        self.report = parts[0].report
        self.spans = tuple(part.span for part in parts)
        self.text = " ".join(part.text for part in parts)

    @functools.cached_property
    def words(self) -> Words:
        """Its words."""
        return words(self.text)

    def printed(self, span: Span) -> tuple[Span, str]:
        """Where a span of the joined text stands in the document, and what stands there.

        Of one that goes over to a part farther on, the longer piece: what parts them is of nobody's wording.
        """
        pieces = []
        for start, here in self._runs():
            first, last = max(span.start, start), min(span.end, start + len(here))
            if first <= last:
                moved = here.start - start
                pieces.append((Span(first + moved, last + moved), self.text[first:last]))
        return max(pieces, key=lambda piece: len(piece[0]))

    def _runs(self) -> Iterator[tuple[int, Span]]:
        """The stretches of the document with nothing but a space between them, each with where it is here."""
        start, run = 0, self.spans[0]
        for span in self.spans[1:]:
            if span.start == run.end + 1:
                run = Span(run.start, span.end)
            else:
                yield start, run
                start, run = start + len(run) + 1, span
        yield start, run


def _base(joined: list[_JoinedParts], copies: Copies) -> int:
    """The index of the wording of most texts; among equals the longest, as most print it, the first."""
    if len(joined) == 1:
        return 0
    texts: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for one in joined:
        if one.quote:
            texts[copies.first(one.document.id)][tuple(one.words.keys)] += 1
    # A text has the wording that most of its prints have: what one outlet changed in its copy is no other's.
    wordings = Counter(
        wording
        for printed in texts.values()
        for wording, prints in printed.items()
        if prints == max(printed.values())
    )
    printings = {(one.text, copies.first(one.document.id)) for one in joined if one.quote}
    exact = Counter(text for text, _ in printings)
    return max(
        range(len(joined)),
        key=lambda n: (
            wordings[tuple(joined[n].words.keys)],
            len(joined[n].words),
            exact[joined[n].text],
            -n,
        ),
    )


def _speakers(joined: list[_JoinedParts], cast: Cast) -> tuple[Speaker, ...]:
    """The speakers that the documents give, each person once, the one that most give first."""
    people = cast.people(_speaking(joined))
    people.sort(key=len, reverse=True)
    return tuple(
        max(names, key=lambda one: (one.kind is not SpeakerKind.ROLE, len(one.name))) for names in people
    )


def _speaking(parts: Iterable[QuotePart | _JoinedParts]) -> Iterator[Speaker]:
    """Whom each of some parts is given to, if to anybody."""
    for part in parts:
        if (said := part.quote or part.report) and said.speaker:
            yield said.speaker


def _disputed(group: list[QuotePart], language: LanguageProfile) -> bool:
    """Whether two sources surely name two people: a guess is no dispute, nor is a role beside a name."""
    return are_two(
        (part.quote.speaker for part in group if part.quote and part.quote.speaker and is_sure(part)),
        language,
    )


def _first(joined: list[_JoinedParts]) -> int | None:
    """The index of the variant published before all others, if every date is known and one is earliest."""
    dates = [one.document.published for one in joined]
    if len({one.document.id for one in joined}) < 2 or None in dates:
        return None
    keys = [_moment(date) for date in dates if date]
    # A day against an hour of that day: no one can say which came first.
    days = [key[:_DAY] for key in keys] if any(len(key) == _DAY for key in keys) else keys
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
