"""Wordings to look at: two side by side, or the variants of each statement in a table."""

import itertools
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from quoteverify.display.apparatus import bearers, entries, remarks, rows, sameness, subject, timeline
from quoteverify.display.article_view import provenance
from quoteverify.display.links import to_place
from quoteverify.display.markup import Markup, element, joined
from quoteverify.display.overlays import Numbered, laid_out, pieces
from quoteverify.display.phrases import (
    KIND,
    QUOTE_KIND,
    SEVERITY,
    TONES,
    WORDING,
    Tone,
    counted,
    label,
    moment,
    notes,
    percent,
    sentence,
)
from quoteverify.display.urgency import gravest_first
from quoteverify.display.urgency import severity as severity_of
from quoteverify.models import (
    Alignment,
    Comparison,
    Difference,
    Document,
    Operation,
    Quote,
    QuoteKind,
    Severity,
    Span,
    Statement,
    Variant,
    gravest,
)

Quotes = dict[tuple[str, str | None], Quote]


def badge(tone: Tone, name: str, title: str | None = None) -> Markup:
    """A finding as a small label whose sign says without colour how it reads."""
    return element("span", element("b", tone.sign), " ", name, class_=f"finding {tone}", title=title)


def severity_badge(severity: Severity) -> Markup:
    """A severity as a small label."""
    return element("span", severity, class_=f"severity {severity}", title=SEVERITY[severity])


def legend(differences: Iterable[Difference]) -> Markup | None:
    """What the highlights mean, for those that occur."""
    kinds: dict[Severity, dict[str, None]] = {severity: {} for severity in SEVERITY}
    for difference in differences:
        kinds[difference.severity][KIND[difference.kind]] = None
    entries = [
        joined([element("dt", element("span", severity, class_=f"d {severity}")),
                element("dd", f"{SEVERITY[severity]} (here: {', '.join(named)})")])
        for severity, named in kinds.items()
        if named
    ]  # fmt: skip
    return element("dl", *entries, class_="legend") if entries else None


def highlighted(
    text: str,
    differences: Iterable[tuple[Span, Numbered]],
    *,
    described: Callable[[Difference], str],
    offset: int = 0,
) -> Markup:
    """A wording with its differences marked and numbered; where only the other has something, a caret."""
    return joined(
        piece.text if piece.label is None else difference_mark(piece.text, *piece.label, described)
        for piece in pieces(text, differences, offset=offset)
    )


def difference_mark(
    text: str, number: int, difference: Difference, described: Callable[[Difference], str]
) -> Markup:
    """A run of text that differs, the white space around it left out; an empty one is shown by a caret."""
    words = text.strip() or text
    before, _, after = text.partition(words) if words else ("", "", "")
    names = {Operation.OMISSION: "del", Operation.INSERTION: "ins"}
    mark = element(
        names.get(difference.operation, "mark") if text else "span",
        words,
        class_=f"{'d' if text else 'gap'} {difference.severity}",
        title=f"{number}. {label(difference)}: {described(difference)}",
        data_n=str(number),
    )
    return joined([before, mark, after])


def differences_item(number: int, difference: Difference, whose: str, says: str) -> Markup:
    """A difference in plain words, numbered as in the text."""
    return element(
        "li",
        severity_badge(difference.severity),
        f" {whose} {says} ",
        element("small", notes(difference), class_="quiet"),
        value=str(number),
    )


def differences_list(
    differences: Sequence[Numbered], whose: str, described: Callable[[Difference], str]
) -> Markup | None:
    """Differences in plain words."""
    items = (differences_item(n, difference, whose, described(difference)) for n, difference in differences)
    return element("ol", *items, class_="differences") if differences else None


def wordings(alignment: Alignment) -> Markup:
    """The whole view of an alignment."""
    numbered = list(enumerate(alignment.differences, 1))

    def described(difference: Difference) -> str:
        return sentence(difference, alignment.b)

    name, meaning = WORDING[alignment.wording]
    return joined(
        [
            element(
                "header",
                element("h2", "Two wordings"),
                element(
                    "p",
                    badge(TONES[alignment.wording], name, meaning),
                    element(
                        "span",
                        f" {meaning}; {percent(alignment.similarity)} of the words in both",
                        class_="quiet",
                    ),
                ),
            ),
            element(
                "div",
                *(
                    element(
                        "figure",
                        element("figcaption", caption),
                        element("blockquote", highlighted(text, laid, described=described), class_="text"),
                    )
                    for caption, text, laid in (
                        ("First", alignment.a, [(d.a, (n, d)) for n, d in numbered]),
                        ("Second", alignment.b, [(d.b, (n, d)) for n, d in numbered]),
                    )
                ),
                class_="pair",
            ),
            legend(alignment.differences),
            differences_list(numbered, "The second", described),
        ]
    )


def collation(comparison: Comparison) -> Markup:
    """The whole view of a comparison."""
    documents = {document.id: document for document in comparison.documents}
    quotes: Quotes = {(d.id, q.id): q for d in comparison.documents for q in d.quotes}
    shared = gravest_first(comparison)
    single = [s for s in comparison.statements if len(s.variants) == 1]
    every = [entry.difference for s in shared for entry in entries(s)]
    meaning = sum(severity_of(s) == Severity.SUBSTANTIVE for s in shared)
    return joined(
        [
            element(
                "header",
                element("h2", f"{counted(len(comparison.documents), 'document')} compared"),
                element(
                    "ul", *(element("li", _witness(d)) for d in comparison.documents), class_="witnesses"
                ),
                element(
                    "p",
                    element("strong", counted(len(shared), "statement")),
                    " in more than one wording or place, ",
                    element("strong", f"{meaning}"),
                    " with a difference that changes the meaning; ",
                    element("strong", f"{len(single)}"),
                    " in one place only.",
                ),
                legend(every),
            ),
            *(_card(statement, documents, quotes) for statement in shared),
            _singles(single, comparison.documents, quotes),
        ]
    )


def _witness(document: Document) -> Markup:
    title = joined([" ", element("cite", document.title)]) if document.title else None
    return joined([provenance(document), title])


def _card(statement: Statement, documents: dict[str, Document], quotes: Quotes) -> Markup:
    severity = severity_of(statement)
    verdict = severity_badge(severity) if severity else badge(*sameness(statement))
    disputed = None
    if statement.disputed:
        disputed = badge(Tone.BAD, "speaker disputed: " + " or ".join(s.name for s in statement.speakers))
    outlets = len({variant.document_id for variant in statement.variants})
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
        _table(statement, documents, quotes),
        _apparatus(statement, documents),
        _timeline(statement, documents),
        class_="card",
    )


def _apparatus(statement: Statement, documents: dict[str, Document]) -> Markup | None:
    """The differences in plain words, each with all who print it."""
    items = [
        differences_item(
            entry.number,
            entry.difference,
            subject(bearers(entry.indices, statement, documents)),
            sentence(entry.difference, documents[statement.variants[entry.indices[0]].document_id].text),
        )
        for entry in entries(statement)
    ]
    return element("ol", *items, class_="differences") if items else None


def _table(statement: Statement, documents: dict[str, Document], quotes: Quotes) -> Markup:
    distinct = rows(statement)
    differ = any(row.laid for row in distinct)
    located = [
        _located(r.variant.text, [c.cells[r.indices[0]] for c in statement.columns], r.laid) for r in distinct
    ]
    severities = [
        gravest(item[1] for cells in located for _, item in cells[n].differences)
        for n in range(len(statement.columns))
    ]
    # Where only marks differ, all the words are to be read; else those that differ stand out.
    graver = any(severity and severity != Severity.COSMETIC for severity in severities)
    lines = []
    for row, cells in zip(distinct, located, strict=True):
        notable = [*remarks(row, statement, quotes)]
        if differ and statement.base in row.indices:
            notable.append("the others are held against this")
        head = element(
            "th",
            joined(_bearers(row.indices, statement, documents), ", "),
            element("small", ", ".join(notable), class_="quiet") if notable else None,
            scope="row",
        )
        text = documents[row.variant.document_id].text

        def described(difference: Difference, text: str = text) -> str:
            return sentence(difference, text)

        contents = [
            element("td", _cell(cell, described), class_="agrees" if graver and not column.differs else None)
            for cell, column in zip(cells, statement.columns, strict=True)
        ]
        lines.append(element("tr", head, *(contents or [element("td", row.variant.text)])))
    heads = (
        element("th", severity or "", scope="col", class_=f"differs {severity}" if severity else None)
        for severity in severities
    )
    return element(
        "div",
        element(
            "table",
            element("thead", element("tr", element("th", "", scope="col"), *heads)) if differ else None,
            element("tbody", *lines),
            class_="variants",
        ),
        class_="wide",
    )


def _bearers(
    indices: Iterable[int], statement: Statement, documents: dict[str, Document]
) -> Iterator[Markup]:
    """The documents that have something, each with the way to its place there."""
    named: set[str] = set()
    for variant in (statement.variants[n] for n in indices):
        document = documents[variant.document_id]
        if document.name not in named:
            yield to_place(document.name, document, variant.spans)
        named.add(document.name)


@attrs.frozen
class _Cell:
    """What a variant has in one column, and its differences there, at their places in ``text``."""

    text: str
    offset: int = 0
    differences: list[tuple[Span, Numbered]] = attrs.field(factory=list)


def _cell(cell: _Cell, described: Callable[[Difference], str]) -> Markup:
    if not cell.text:
        return joined(difference_mark("", *item, described) for _, item in cell.differences)
    return highlighted(cell.text, cell.differences, described=described, offset=cell.offset)


def _located(text: str, row: Sequence[str], laid: Iterable[tuple[Span, Numbered]]) -> list[_Cell]:
    """The cells of a row with what differs where it stands."""
    places = laid_out(row, text)
    if places is None:
        return [_Cell(cell) for cell in row]
    cells = [_Cell(place.of(text), place.start) for place in places]
    filled = [n for n, place in enumerate(places) if len(place)]
    starts = [places[n].start for n in filled]
    gaps = {place.end: n for n, place in enumerate(places) if not len(place)}
    for place, item in laid:
        before = place.start
        while before > 0 and text[before - 1 : before].isspace():
            before -= 1
        if len(place) == 0 and before in gaps:
            cells[gaps[before]].differences.append((place, item))
        elif filled:
            # A comma before the words that differ may stand in the cell before theirs.
            words = [at for at in range(place.start, place.end) if text[at].isalnum()] or [place.start]
            first = max(0, bisect_right(starts, words[0]) - 1)
            last = max(first + 1, bisect_right(starts, words[-1]))
            for n in filled[first:last]:
                cells[n].differences.append((place, item))
    return cells


def _timeline(statement: Statement, documents: dict[str, Document]) -> Markup | None:
    items = [
        element(
            "li",
            element("time", moment(printing.published), datetime=printing.published.isoformat()),
            " ",
            element("span", element("b", printing.document.name), f" {printing.says}"),
            class_=printing.severity or "same",
        )
        for printing in timeline(statement, documents)
    ]
    if not items:
        return None
    summary = element("summary", "When each was published")
    return element("details", summary, element("ol", *items, class_="timeline"), open="")


def _singles(
    statements: Sequence[Statement],
    documents: Sequence[Document],
    quotes: Quotes,
) -> Markup | None:
    """What one document alone has, by document."""
    by_document: dict[str, list[Statement]] = {document.id: [] for document in documents}
    for statement in statements:
        by_document[statement.variants[0].document_id].append(statement)
    columns = [
        element("section", element("h4", document.name), _spoken(by_document[document.id], quotes))
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
    )


def _spoken(statements: Iterable[Statement], quotes: Quotes) -> Markup:
    """Statements one after the other, the speaker named where it changes."""
    groups: list[Markup] = []
    for speaker, run in itertools.groupby(statements, key=lambda s: s.speaker):
        items = (element("li", element("q", s.variants[0].text), _kind(s.variants[0], quotes)) for s in run)
        groups.append(element("dt", speaker.name if speaker else "No speaker found"))
        groups.append(element("dd", element("ul", *items)))
    return element("dl", *groups)


def _kind(variant: Variant, quotes: Quotes) -> Markup | None:
    quote = quotes.get((variant.document_id, variant.quote_id))
    if quote is None or quote.kind == QuoteKind.SPEECH:
        return None
    return element("small", " ", QUOTE_KIND[quote.kind], class_="quiet")
