"""compare: what several documents say alike, one statement with all its variants per thing said.

Quotes are cut into parts (sentences, and what an ellipsis joins), parts that share words are weighed
against each other, and those that are the same words become one statement.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Protocol, runtime_checkable

from quoteverify.collation.compare.copies import Copies
from quoteverify.collation.compare.linking import in_statements
from quoteverify.collation.compare.quote_parts import QuotePart, Unquoted, quote_parts, speaking
from quoteverify.collation.compare.reports.reported import add_reported, longest_of
from quoteverify.collation.compare.reports.told import add_told, told_parts
from quoteverify.collation.compare.speakers import KnownSpeakers
from quoteverify.collation.compare.spool import Spool
from quoteverify.collation.compare.statements import statement
from quoteverify.collation.compare.weights import WordWeights
from quoteverify.errors import ArgumentTypeError, DuplicateDocumentError, check_type
from quoteverify.models import Comparison, Document, Span, Statement
from quoteverify.text.language import LanguageProfile, as_profile, language_of

ROUNDS = 2
"""How often an archive is asked: for what new documents say, then for the longer wordings that it gave."""


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
        self.weights = WordWeights((), language)
        self.copies = Copies()
        self.cast = KnownSpeakers(language)
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
        groups = in_statements(self.quoted, self.weights)
        if self.told:
            add_told(groups, self.told, self.weights)
        return groups if of is None else [g for g in groups if any(part.document.id in of for part in g)]

    def add_reported(self, groups: list[list[QuotePart]], documents: Iterable[Document]) -> None:
        """Add to each statement the sentences of documents that report it, and see which print one text."""
        if self.count > 1:
            for group in groups:
                if len(group) > 1:
                    self.cast.want(speaking(group))
            narrations = self._seen(groups, map(Unquoted, documents))
            add_reported(groups, narrations, self.weights, self._places_of_reports())

    def _places_of_reports(self) -> Mapping[str, list[Span]]:
        """Where the reports of each document stand that has any."""
        places: dict[str, list[Span]] = defaultdict(list)
        for part in self.told:
            if part.report:
                places[part.document.id] += part.report.spans
        return places

    def _seen(self, groups: list[list[QuotePart]], narrations: Iterable[Unquoted]) -> Iterator[Unquoted]:
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
