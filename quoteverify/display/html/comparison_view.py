"""What several documents say to look at: a card for each statement, the gravest first."""

import itertools
from collections.abc import Iterable, Sequence

from quoteverify.display.apparatus import (
    FEW_PRINTINGS,
    ListedDifference,
    Printing,
    Quotes,
    distinct_wordings,
    in_sum,
    listed_differences,
    naming,
    printed_by,
    sameness,
    timeline,
)
from quoteverify.display.differences_in_words import difference_in_words
from quoteverify.display.finding_names import QUOTE_KIND, Tone
from quoteverify.display.html.article_view import provenance
from quoteverify.display.html.difference_view import badge, differences_item, legend, severity_badge
from quoteverify.display.html.filters import Filters
from quoteverify.display.html.markup import Markup, element, joined
from quoteverify.display.html.variant_table import variant_table
from quoteverify.display.phrases import counted, date_in_words, few
from quoteverify.models import (
    Comparison,
    Document,
    QuoteKind,
    Severity,
    Statement,
    Variant,
    gravest_first,
)
from quoteverify.models.quotes import instant

FEW_STATEMENTS = 20
"""Statements that are looked through without a filter."""
_FEW_DOCUMENTS = 8
"""Documents that are listed openly: of more, one unfolds the list."""
_SAME = "no difference"
_FEW_DIFFERENCES = 8
"""Differences that are told openly: of more, those after the gravest are folded."""


def show_comparison(comparison: Comparison) -> Markup:
    """The whole view of a comparison.

    >>> "0 documents compared" in show_comparison(Comparison(documents=(), statements=()))
    True
    """
    documents = {document.id: document for document in comparison.documents}
    quotes: Quotes = {(d.id, q.id): q for d in comparison.documents for q in d.quotes}
    ordered = [comparison.statements[n] for n in gravest_first(comparison.statements)]
    shared = [s for s in ordered if len(s.variants) > 1]
    single = [s for s in comparison.statements if len(s.variants) == 1]
    filters = Filters(ordered, documents) if len(ordered) > FEW_STATEMENTS else None
    statements = [
        *(_card(statement, documents, quotes, filters) for statement in shared),
        _singles(single, comparison.documents, quotes, filters),
    ]
    return joined(
        [
            _head(comparison.documents, shared, len(single)),
            filters.form() if filters else None,
            element("div", *statements, class_="statements") if ordered else None,
            filters.tally() if filters else None,
        ]
    )


def _head(documents: Sequence[Document], shared: Sequence[Statement], single: int) -> Markup:
    """What was compared, what came of it in numbers, and what the highlights mean."""
    every = [listed.difference for s in shared for listed in listed_differences(s)]
    meaning = sum(s.severity == Severity.SUBSTANTIVE for s in shared)
    return element(
        "header",
        element("h2", f"{counted(len(documents), 'document')} compared"),
        _documents(documents),
        element(
            "p",
            element("strong", counted(len(shared), "statement")),
            " in more than one wording or place, ",
            element("strong", f"{meaning:,}"),
            " with a difference that changes the meaning; ",
            element("strong", f"{single:,}"),
            " in one place only.",
            " Of several wordings, the others are held against the first." if every else None,
        ),
        legend(every),
    )


def _documents(documents: Sequence[Document]) -> Markup:
    """What was compared, in a list."""
    items = element("ul", *(element("li", compared(d)) for d in documents), class_="compared")
    if len(documents) <= _FEW_DOCUMENTS:
        return items
    return element("details", element("summary", "Which they are"), items)


def compared(document: Document) -> Markup:
    """Where a document comes from, with its title, in a line."""
    title = joined([" ", element("cite", document.title)]) if document.title else None
    return joined([provenance(document), title])


def _card(
    statement: Statement, documents: dict[str, Document], quotes: Quotes, filters: Filters | None = None
) -> Markup:
    severity = statement.severity
    same = sameness(statement)
    verdict = severity_badge(severity) if severity else badge(same.tone, same.words)
    disputed = None
    if statement.disputed:
        disputed = badge(Tone.BAD, "speaker disputed: " + " or ".join(s.name for s in statement.speakers))
    outlets = len({variant.document_id for variant in statement.variants})
    wordings = distinct_wordings(statement)
    known = in_sum(statement, wordings, documents)
    return element(
        "section",
        element(
            "header",
            element("h3", statement.speaker.name if statement.speaker else "No speaker found"),
            element(
                "p",
                verdict,
                " ",
                disputed,
                element("span", f" in {counted(outlets, 'document')}", class_="quiet"),
            ),
        ),
        element("p", " ".join(known), class_="quiet") if known else None,
        variant_table(statement, wordings, documents, quotes),
        _apparatus(statement, documents),
        _timeline(statement, documents),
        class_="card",
        **(filters.of(statement) if filters else {}),
    )


def show_statement(statement: Statement) -> Markup:
    """A statement without the documents that print it: these are called by their ids."""
    documents = {id: Document(id=id, text="") for id in (v.document_id for v in statement.variants)}
    return _card(statement, documents, {})


def _apparatus(statement: Statement, documents: dict[str, Document]) -> Markup | None:
    """The differences in plain words, each with all who print it; of many, the gravest openly."""
    listed = listed_differences(statement)
    gravely = sorted(listed, key=lambda each: -each.difference.severity.rank)
    openly, rest = few(gravely, _FEW_DIFFERENCES)
    if not rest:
        return _listed(listed, statement, documents)
    return joined(
        [
            _listed(openly, statement, documents),
            element(
                "details",
                element("summary", f"{len(rest)} more differences"),
                _listed(rest, statement, documents),
            ),
        ]
    )


def _listed(
    differences: Iterable[ListedDifference], statement: Statement, documents: dict[str, Document]
) -> Markup | None:
    items = [
        differences_item(
            listed.number,
            listed.difference,
            naming(printed_by(listed.indices, statement, documents)),
            difference_in_words(
                listed.difference, documents[statement.variants[listed.indices[0]].document_id].text
            ),
        )
        for listed in differences
    ]
    return element("ol", *items, class_="differences") if items else None


def _timeline(statement: Statement, documents: dict[str, Document]) -> Markup | None:
    """When each was published: in a list, and where many are, along a line for each severity."""
    printings = timeline(statement, documents)
    if not printings:
        return None
    items = [
        element(
            "li",
            element("time", date_in_words(printing.published), datetime=printing.published.isoformat()),
            " ",
            element("span", element("b", printing.document.name), f" {printing.says}"),
            class_=printing.severity or "same",
        )
        for printing in printings
    ]
    many = len(printings) > FEW_PRINTINGS
    return joined(
        [
            _along_a_line(printings) if many else None,
            element(
                "details",
                element("summary", "When each was published"),
                element("ol", *items, class_="timeline"),
                open=None if many else "",
            ),
        ]
    )


def _along_a_line(printings: Sequence[Printing]) -> Markup:
    """A dot for each printing, a lane for each severity, for the eye: the list has the words."""
    first, last = printings[0].published, printings[-1].published
    lanes: dict[str, list[Printing]] = {severity: [] for severity in (*reversed(Severity), _SAME)}
    for printing in printings:
        lanes[printing.severity or _SAME].append(printing)
    rows = [
        element(
            "div",
            element("span", name, " "),
            element("div", *(_dot(printing, printings) for printing in lane), class_="lane"),
            class_=name if name != _SAME else "same",
        )
        for name, lane in lanes.items()
        if lane
    ]
    ends = element(
        "div",
        element("span", " "),
        element("div", element("span", date_in_words(first), " "), element("span", date_in_words(last))),
        class_="ends",
    )
    return element("div", *rows, ends, class_="strip", aria_hidden="true", hidden="hidden")


def _dot(printing: Printing, printings: Sequence[Printing]) -> Markup:
    first, last = (instant(each.published) for each in (printings[0], printings[-1]))
    share = (instant(printing.published) - first) / (last - first)
    return element(
        "i",
        style=f"left:{share:.1%}",
        title=f"{date_in_words(printing.published)}: {printing.document.name} {printing.says}",
    )


def _singles(
    statements: Sequence[Statement],
    documents: Sequence[Document],
    quotes: Quotes,
    filters: Filters | None,
) -> Markup | None:
    """What one document alone has, by document."""
    by_document: dict[str, list[Statement]] = {document.id: [] for document in documents}
    for statement in statements:
        by_document[statement.variants[0].document_id].append(statement)
    columns = [
        element(
            "section",
            element("h4", document.name),
            _spoken(by_document[document.id], quotes, filters),
            **(filters.of(*by_document[document.id]) if filters else {}),
        )
        for document in documents
        if by_document[document.id]
    ]
    if not columns:
        return None
    return element(
        "section",
        element("h3", "In one document only"),
        element("div", *columns, class_="pair"),
        class_="singles",
        **(filters.of(*statements) if filters else {}),
    )


def _spoken(statements: Iterable[Statement], quotes: Quotes, filters: Filters | None) -> Markup:
    """Statements one after the other, the speaker named where it changes."""
    groups: list[Markup] = []
    for speaker, run in itertools.groupby(statements, key=lambda s: s.speaker):
        said = list(run)
        items = (element("li", element("q", s.variants[0].text), _kind(s.variants[0], quotes)) for s in said)
        groups.append(
            element(
                "div",
                element("dt", speaker.name if speaker else "No speaker found"),
                element("dd", element("ul", *items)),
                **(filters.said_by(*said) if filters else {}),
            )
        )
    return element("dl", *groups)


def _kind(variant: Variant, quotes: Quotes) -> Markup | None:
    quote = quotes.get((variant.document_id, variant.quote_id))
    if quote is None or quote.kind == QuoteKind.SPEECH:
        return None
    return element("small", " ", QUOTE_KIND[quote.kind], class_="quiet")
