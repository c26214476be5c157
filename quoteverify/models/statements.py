"""What several documents say alike: statements, and each document's wording of them."""

from collections.abc import Iterable, Sized
from pathlib import Path

import attrs

from quoteverify.errors import ArgumentValueError
from quoteverify.models.brief import brief
from quoteverify.models.differences import Difference, gravest
from quoteverify.models.enumerations import Severity, Wording
from quoteverify.models.listed import Listed, as_listed
from quoteverify.models.quotes import Document, Speaker
from quoteverify.models.spans import Span, as_tuple


def _counted(what: Sized, noun: str) -> str:
    return f"{len(what):,} {noun}{'' if len(what) == 1 else 's'}"


def _as_groups(groups: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(map(tuple, groups))


@attrs.frozen(kw_only=True)
class Variant:
    """One document's wording of a statement.

    Attributes:
        document_id: Where it is printed.
        quote_id: The quote it is a part of; None where it is reported without marks.
        report_id: The report it is a part of, where reports were asked for.
        spans: The part of the quote that carries the statement.
        text: What stands there.
        wording: How it stands to the statement's ``base``; ``paraphrase`` of a sentence that has some of the
            words without marks, and of a report in other words.
        differences: Against the statement's ``base``. In a report, what reporting regularly changes is of the
            kind ``reported``.
    """

    document_id: str
    quote_id: str | None
    spans: tuple[Span, ...] = attrs.field(converter=as_tuple)
    text: str
    wording: Wording = attrs.field(default=Wording.VERBATIM, converter=Wording)
    differences: tuple[Difference, ...] = attrs.field(default=(), converter=as_tuple)
    report_id: str | None = None

    @property
    def is_reported(self) -> bool:
        """Whether it is told without marks."""
        return self.quote_id is None


@attrs.frozen
class Column:
    """One column of a variant table: what each variant has in this place, "" for nothing."""

    cells: tuple[str, ...]
    differs: bool


@attrs.frozen(kw_only=True)
class VariantTable:
    """A statement's variants, words in columns and variants in rows.

    Attributes:
        rows: The variants, in the statement's order.
        columns: The places, in reading order; ``differs`` says where the variants part.
    """

    rows: tuple[Variant, ...]
    columns: tuple[Column, ...]


@attrs.frozen(kw_only=True)
class Statement:
    """One thing said, with every document's wording of it.

    Attributes:
        speaker: Who said it: the one that most of the documents give.
        variants: Every wording, in the documents' order.
        speakers: Everybody whom a document gives as the speaker.
        disputed: Whether two documents surely name two people as the speaker.
        base: The index of the variant that the others are held against: the wording in most texts, where what
            several outlets print of one agency counts once.
        first: The index of the variant published first; None where dates do not say.
        columns: The variants aligned, as ``table`` shows them.
        copies: The ids of documents that print one text, a group for each such text: they share most of what
            stands outside their quotes, and are one witness.
    """

    speaker: Speaker | None
    variants: tuple[Variant, ...] = attrs.field(converter=as_tuple)
    speakers: tuple[Speaker, ...] = attrs.field(default=(), converter=as_tuple)
    disputed: bool = False
    base: int = 0
    first: int | None = None
    columns: tuple[Column, ...] = attrs.field(default=(), converter=as_tuple, repr=False)
    copies: tuple[tuple[str, ...], ...] = attrs.field(default=(), converter=_as_groups, repr=False)

    def prints(self, variant: Variant) -> tuple[str, ...]:
        """The ids of the documents of the statement that print the text which a variant stands in."""
        own = (prints for prints in self.copies if variant.document_id in prints)
        return next(own, (variant.document_id,))

    def table(self) -> VariantTable:
        """The variants with their words in columns."""
        return VariantTable(rows=self.variants, columns=self.columns)

    @property
    def severity(self) -> Severity | None:
        """The gravest severity among the differences of its wordings; None where they are the same.

        What is reported in other words does not claim to be the same.
        """
        same = (variant for variant in self.variants if variant.wording != Wording.PARAPHRASE)
        return gravest(difference for variant in same for difference in variant.differences)

    def __repr__(self) -> str:
        whose = brief(self.speaker.name) if self.speaker else "nobody named"
        worst = f", {self.severity.value}" if self.severity else ""
        said = self.variants[self.base].text if self.base < len(self.variants) else ""
        return f"<Statement of {whose}, {_counted(self.variants, 'variant')}{worst}: {brief(said)!r}>"

    def _repr_html_(self) -> str:
        from quoteverify.display import html

        return html.statement(self)


def statement_order(statement: Statement) -> tuple[bool, bool, bool, int]:
    """What statements sort by where people read them: those that want a look first.

    First come those with a difference that changes the meaning, then those whose speaker is disputed, then
    the others by how far their wordings differ, and last what one variant alone has.
    """
    worst = statement.severity
    changed = worst is Severity.SUBSTANTIVE
    return len(statement.variants) == 1, not changed, not statement.disputed, -worst.rank if worst else 1


def gravest_first(statements: Iterable[Statement]) -> list[int]:
    """The indices of statements in the order that `statement_order` gives; else they keep their own.

    >>> one, two = (Variant(document_id=id, quote_id="q1", spans=[Span(0, 2)], text="No") for id in "ab")
    >>> alone, shared = Statement(speaker=None, variants=[one]), Statement(speaker=None, variants=[one, two])
    >>> gravest_first([alone, shared, attrs.evolve(shared, disputed=True)])
    [2, 1, 0]
    """
    order = [statement_order(statement) for statement in statements]
    return sorted(range(len(order)), key=order.__getitem__)


@attrs.frozen(kw_only=True)
class Comparison:
    """What several documents say alike.

    Attributes:
        documents: What was compared.
        statements: Everything said, those with most documents first; a quote found in one document
            only is a statement of one variant.
    """

    documents: tuple[Document, ...] = attrs.field(converter=as_listed)
    statements: tuple[Statement, ...] = attrs.field(converter=as_listed)

    def document(self, id: str) -> Document:
        """The compared document of this id.

        Raises:
            ArgumentValueError: None has it; the message lists those there are.
        """
        for document in self.documents:
            if document.id == id:
                return document
        raise ArgumentValueError(f"no document {id!r}; there are {', '.join(d.id for d in self.documents)}")

    @property
    def shared(self) -> tuple[Statement, ...]:
        """The statements that at least two variants give."""
        return Listed(s for s in self.statements if len(s.variants) > 1)

    def __repr__(self) -> str:
        shared = self.shared
        grave = sum(statement.severity is Severity.SUBSTANTIVE for statement in shared)
        return (
            f"<Comparison of {_counted(self.documents, 'document')}: {_counted(shared, 'statement')} in more "
            f"than one wording or place, {grave:,} with a substantive difference; "
            f"{len(self.statements) - len(shared):,} in one place only>"
        )

    def to_html(self, path: str | Path) -> None:
        """Write one page that stands by itself, to be opened or mailed.

        Raises:
            OSError: It cannot be written; what stood there before stays as it was.
        """
        from quoteverify.display import html

        html.write_page(path, self)

    def _repr_html_(self) -> str:
        from quoteverify.display import html

        return html.comparison(self)
