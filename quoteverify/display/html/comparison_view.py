"""Wordings to look at: two side by side, or the variants of each statement in a table."""

import itertools
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from quoteverify.display.apparatus import (
    DistinctWording,
    Quotes,
    distinct_wordings,
    listed_differences,
    naming,
    printed_by,
    remarks,
    sameness,
    timeline,
)
from quoteverify.display.html.article_view import provenance
from quoteverify.display.html.links import to_place
from quoteverify.display.html.markup import KEPT, Markup, element, joined
from quoteverify.display.overlays import Numbered, cell_places, labelled_runs
from quoteverify.display.phrases import (
    KIND,
    QUOTE_KIND,
    SEVERITY,
    TONES,
    WORDING,
    Tone,
    counted,
    date_in_words,
    difference_in_words,
    notes_on,
    percent,
    severity_and_kind,
)
from quoteverify.models import (
    Alignment,
    Comparison,
    Difference,
    Document,
    Operation,
    QuoteKind,
    Severity,
    Span,
    Statement,
    Variant,
    gravest,
    gravest_first,
)

Describe = Callable[[Difference], str]
"""What says in words what a difference is, as the end of a sentence about the wording that has it."""


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
    meanings = [
        joined([element("dt", element("span", severity, class_=f"d {severity}")),
                element("dd", f"{SEVERITY[severity]} (here: {', '.join(named)})")])
        for severity, named in kinds.items()
        if named
    ]  # fmt: skip
    return element("dl", *meanings, class_="legend") if meanings else None


def highlighted(
    text: str,
    differences: Iterable[tuple[Span, Numbered]],
    *,
    describe: Describe,
    offset: int = 0,
) -> Markup:
    """A wording with its differences marked and numbered; where only the other has something, a caret."""
    return joined(
        run.text if run.label is None else difference_mark(run.text, *run.label, describe)
        for run in labelled_runs(text, differences, offset=offset)
    )


def difference_mark(text: str, number: int, difference: Difference, describe: Describe) -> Markup:
    """A run of text that differs, the white space around it left out; an empty one is shown by a caret."""
    words = text.strip() or text
    before, _, after = text.partition(words) if words else ("", "", "")
    names = {Operation.OMISSION: "del", Operation.INSERTION: "ins"}
    mark = element(
        names.get(difference.operation, "mark") if text else "span",
        words if text else element("b", "‸"),
        element("sup", str(number), class_="n"),
        class_=f"{'d' if text else 'gap'} {difference.severity}",
        title=f"{number}. {severity_and_kind(difference)}: {describe(difference)}",
    )
    return joined([before, mark, after])


def differences_item(number: int, difference: Difference, whose: str, says: str) -> Markup:
    """A difference in plain words, numbered as in the text."""
    return element(
        "li",
        severity_badge(difference.severity),
        f" {whose} {says} ",
        element("small", notes_on(difference), class_="quiet"),
        value=str(number),
    )


def differences_list(differences: Sequence[Numbered], whose: str, describe: Describe) -> Markup | None:
    """Differences in plain words."""
    items = (differences_item(n, difference, whose, describe(difference)) for n, difference in differences)
    return element("ol", *items, class_="differences") if differences else None


def show_alignment(alignment: Alignment) -> Markup:
    """The whole view of an alignment."""
    numbered = list(enumerate(alignment.differences, 1))

    def describe(difference: Difference) -> str:
        return difference_in_words(difference, alignment.b)

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
                        element(
                            "blockquote",
                            highlighted(text, overlays, describe=describe),
                            class_="text",
                            style=KEPT,
                        ),
                    )
                    for caption, text, overlays in (
                        ("First", alignment.a, [(d.a, (n, d)) for n, d in numbered]),
                        ("Second", alignment.b, [(d.b, (n, d)) for n, d in numbered]),
                    )
                ),
                class_="pair",
            ),
            legend(alignment.differences),
            differences_list(numbered, "The second", describe),
        ]
    )


def show_comparison(comparison: Comparison) -> Markup:
    """The whole view of a comparison."""
    documents = {document.id: document for document in comparison.documents}
    quotes: Quotes = {(d.id, q.id): q for d in comparison.documents for q in d.quotes}
    ordered = [comparison.statements[n] for n in gravest_first(comparison.statements)]
    shared = [s for s in ordered if len(s.variants) > 1]
    single = [s for s in comparison.statements if len(s.variants) == 1]
    every = [listed.difference for s in shared for listed in listed_differences(s)]
    meaning = sum(s.severity == Severity.SUBSTANTIVE for s in shared)
    return joined(
        [
            element(
                "header",
                element("h2", f"{counted(len(comparison.documents), 'document')} compared"),
                element(
                    "ul", *(element("li", _compared(d)) for d in comparison.documents), class_="compared"
                ),
                element(
                    "p",
                    element("strong", counted(len(shared), "statement")),
                    " in more than one wording or place, ",
                    element("strong", f"{meaning}"),
                    " with a difference that changes the meaning; ",
                    element("strong", f"{len(single)}"),
                    " in one place only.",
                    " Of several wordings, the others are held against the first." if every else None,
                ),
                legend(every),
            ),
            *(_card(statement, documents, quotes) for statement in shared),
            _singles(single, comparison.documents, quotes),
        ]
    )


def _compared(document: Document) -> Markup:
    title = joined([" ", element("cite", document.title)]) if document.title else None
    return joined([provenance(document), title])


def _card(statement: Statement, documents: dict[str, Document], quotes: Quotes) -> Markup:
    severity = statement.severity
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
        _variant_table(statement, documents, quotes),
        _apparatus(statement, documents),
        _timeline(statement, documents),
        class_="card",
    )


def show_statement(statement: Statement) -> Markup:
    """A statement without the documents that print it: these are called by their ids."""
    documents = {id: Document(id=id, text="") for id in (v.document_id for v in statement.variants)}
    return _card(statement, documents, {})


def _apparatus(statement: Statement, documents: dict[str, Document]) -> Markup | None:
    """The differences in plain words, each with all who print it."""
    items = [
        differences_item(
            listed.number,
            listed.difference,
            naming(printed_by(listed.indices, statement, documents)),
            difference_in_words(
                listed.difference, documents[statement.variants[listed.indices[0]].document_id].text
            ),
        )
        for listed in listed_differences(statement)
    ]
    return element("ol", *items, class_="differences") if items else None


@attrs.frozen
class _Cell:
    """What a variant has in one column, and its differences there, at their places in its text."""

    text: str
    offset: int = 0
    differences: list[tuple[Span, Numbered]] = attrs.field(factory=list)


def _variant_table(statement: Statement, documents: dict[str, Document], quotes: Quotes) -> Markup:
    """The variants with their words in columns, each wording in a row with all who print it."""
    wordings = distinct_wordings(statement)
    rows = [_cells(wording, statement) for wording in wordings]
    severities = [
        gravest(difference for cells in rows for _, (_, difference) in cells[n].differences)
        for n in range(len(statement.columns))
    ]
    differ = any(wording.overlays for wording in wordings)
    # Where only marks differ, all the words are to be read; else those that differ stand out.
    pale = any(severity not in (None, Severity.COSMETIC) for severity in severities)
    lines = []
    for wording, cells in zip(wordings, rows, strict=True):
        printed = joined(_ways_to(wording.indices, statement, documents), ", ")
        text = documents[wording.variant.document_id].text
        contents = _row(cells, statement, text, pale=pale) or [element("td", wording.variant.text)]
        notable = remarks(wording, statement, quotes)
        lines.append(element("tr", _row_head(printed, notable), *contents))
    return element(
        "div",
        element(
            "table",
            _table_head(severities) if differ else None,
            element("tbody", *lines),
            class_="variants",
        ),
        class_="wide",
    )


def _table_head(severities: Iterable[Severity | None]) -> Markup:
    """Over each column the gravest that differs in it."""
    heads = (
        element("th", severity or "", scope="col", class_=f"differs {severity}" if severity else None)
        for severity in severities
    )
    return element("thead", element("tr", element("th", "", scope="col"), *heads))


def _row_head(printed: Markup, notable: Sequence[str]) -> Markup:
    small = element("small", ", ".join(notable), class_="quiet") if notable else None
    return element("th", printed, small, scope="row")


def _row(cells: Sequence[_Cell], statement: Statement, text: str, *, pale: bool) -> list[Markup]:
    """The cells of a row; ``pale`` are those of columns where nothing differs, if others are to stand out."""

    def describe(difference: Difference) -> str:
        return difference_in_words(difference, text)

    return [
        element("td", _cell(cell, describe), class_="agrees" if pale and not column.differs else None)
        for cell, column in zip(cells, statement.columns, strict=True)
    ]


def _cell(cell: _Cell, describe: Describe) -> Markup:
    if not cell.text:
        return joined(difference_mark("", *item, describe) for _, item in cell.differences)
    return highlighted(cell.text, cell.differences, describe=describe, offset=cell.offset)


def _ways_to(
    indices: Iterable[int], statement: Statement, documents: dict[str, Document]
) -> Iterator[Markup]:
    """The documents that some variants are printed in, each with the way to its place there."""
    named: set[str] = set()
    for variant in (statement.variants[n] for n in indices):
        document = documents[variant.document_id]
        if document.name not in named:
            yield to_place(document.name, document, variant.spans)
        named.add(document.name)


def _cells(wording: DistinctWording, statement: Statement) -> list[_Cell]:
    """The cells of a wording's row, with what differs where it stands."""
    text, row = wording.variant.text, [column.cells[wording.indices[0]] for column in statement.columns]
    places = cell_places(row, text)
    if places is None:
        return [_Cell(cell) for cell in row]
    cells = [_Cell(place.of(text), place.start) for place in places]
    empty = {place.end: n for n, place in enumerate(places) if not len(place)}
    filled = [n for n, place in enumerate(places) if len(place)]
    starts = [places[n].start for n in filled]
    for place, numbered in wording.overlays:
        gap = None if len(place) else empty.get(_end_of_word_before(text, place.start))
        here = [gap] if gap is not None else [filled[n] for n in _reaching(place, text, starts)]
        for n in here:
            cells[n].differences.append((place, numbered))
    return cells


def _end_of_word_before(text: str, place: int) -> int:
    """Where what stands before a place ends, white space left out."""
    return len(text[:place].rstrip())


def _reaching(place: Span, text: str, starts: Sequence[int]) -> range:
    """Which of the filled cells, by where they begin, a difference shows in: those that hold its words."""
    # A comma before the words that differ may stand in the cell before theirs.
    words = [at for at in range(place.start, min(place.end, len(text))) if text[at].isalnum()] or [
        place.start
    ]
    first = max(0, bisect_right(starts, words[0]) - 1)
    last = max(first + 1, bisect_right(starts, words[-1]))
    return range(first, min(last, len(starts)))


def _timeline(statement: Statement, documents: dict[str, Document]) -> Markup | None:
    items = [
        element(
            "li",
            element("time", date_in_words(printing.published), datetime=printing.published.isoformat()),
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
