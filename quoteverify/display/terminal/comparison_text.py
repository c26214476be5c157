"""Wordings as a terminal shows them: two of them, or those of many documents, statement by statement."""

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence

import attrs

from quoteverify.display.apparatus import (
    FEW_PRINTINGS,
    NAMED,
    DistinctWording,
    Quotes,
    distinct_wordings,
    first_of_each,
    in_sum,
    listed_differences,
    naming,
    printed_by,
    remarks,
    sameness,
    timeline,
)
from quoteverify.display.finding_names import WORDING
from quoteverify.display.phrases import counted, date_in_words, few, percent
from quoteverify.display.terminal.article_text import provenance
from quoteverify.display.terminal.difference_text import (
    SEVERITY_STYLE,
    TONE_STYLE,
    explain,
    list_differences,
    marked,
)
from quoteverify.display.terminal.styled_text import Screen, Style, display_width, safe
from quoteverify.models import Alignment, Document, Quote, Severity, Statement
from quoteverify.models.statements import statement_order

_QUOTES_KEPT = 256
"""Documents whose quotes stay at hand while a comparison is written; the others' are looked up again."""


def write_alignment(screen: Screen, alignment: Alignment) -> None:
    """Write two wordings, one below the other, and what differs."""
    numbered = list(enumerate(alignment.differences, 1))
    name, meaning, _ = WORDING[alignment.wording]
    alike = percent(alignment.similarity)
    screen.write((name, Style.STRONG), f": {meaning}; {alike} of the words in both")
    screen.skip()
    first, second = [(d.a, (n, d)) for n, d in numbered], [(d.b, (n, d)) for n, d in numbered]
    screen.write(*marked(alignment.a, first), indent=8, lead=[("first", Style.QUIET)])
    screen.write(*marked(alignment.b, second), indent=8, lead=[("second", Style.QUIET)])
    if numbered:
        screen.skip()
        list_differences(screen, numbered, "the second", alignment.b, indent=0)
        explain(screen, {d.severity for d in alignment.differences})


def comparison_in_parts(
    documents: Mapping[str, Document],
    statements: Sequence[Statement],
    *,
    width: int,
    color: bool,
) -> Iterator[str]:
    """Show a comparison of more than memory holds: the parts of what `render` makes of it, made as they come.

    Args:
        documents: Its documents by their ids, in their order.
        statements: Its statements, which are gone through twice.
        width: How many cells the terminal is wide.
        color: Whether to colour the text.
    """

    def screen() -> Screen:
        return Screen(max(Screen.NARROWEST, width), bool(color))

    @functools.lru_cache(maxsize=_QUOTES_KEPT)
    def quotes_of(id: str) -> dict[str | None, Quote]:
        return {quote.id: quote for quote in documents[id].quotes}

    overview = _overview(documents, statements)
    yield str(_summary(screen(), documents, overview))
    for n in overview.shared:
        quotes = _quotes(statements[n], quotes_of)
        yield f"\n{_statement(screen(), statements[n], documents, quotes)}"
    for id, numbers in overview.alone.items():
        if numbers:
            only = (statements[n] for n in numbers)
            yield f"\n{_only_in(screen(), documents[id].name, only)}"


@attrs.frozen
class _Overview:
    """What is said of a comparison as a whole.

    Attributes:
        shared: The indices of the statements in several variants, the gravest first.
        alone: For each document, the indices of the statements that it alone has.
        severities: Those of the differences.
        changed: How many statements have a difference that changes the meaning.
    """

    shared: list[int]
    alone: dict[str, list[int]]
    severities: set[Severity]
    changed: int


def _overview(documents: Mapping[str, Document], statements: Sequence[Statement]) -> _Overview:
    # In one go: the statements may have to be read from a file.
    ordered: list[tuple[tuple[bool, bool, bool, int], int]] = []
    alone: dict[str, list[int]] = {id: [] for id in documents}
    severities: set[Severity] = set()
    changed = 0
    for n, statement in enumerate(statements):
        if len(statement.variants) == 1:
            alone[statement.variants[0].document_id].append(n)
        else:
            ordered.append((statement_order(statement), n))
            changed += statement.severity == Severity.SUBSTANTIVE
            severities.update(listed.difference.severity for listed in listed_differences(statement))
    return _Overview([n for _, n in sorted(ordered)], alone, severities, changed)


def _summary(screen: Screen, documents: Mapping[str, Document], overview: _Overview) -> Screen:
    screen.write((f"{counted(len(documents), 'document')} compared", Style.STRONG))
    for document in documents.values():
        title = f" {document.title}" if document.title else ""
        screen.write(*provenance(document), title, indent=4, lead=[("  ·", "")])
    screen.write(
        f"{counted(len(overview.shared), 'statement')} in more than one place, {overview.changed} with a "
        f"difference that changes the meaning; {sum(map(len, overview.alone.values()))} in one place only."
    )
    if overview.severities:
        explain(screen, overview.severities)
    return screen


def _quotes(statement: Statement, quotes_of: Callable[[str], Mapping[str | None, Quote]]) -> Quotes:
    """The quotes that the variants of a statement are parts of."""
    places = {(variant.document_id, variant.quote_id) for variant in statement.variants}
    return {(id, own): quotes_of(id)[own] for id, own in places if own in quotes_of(id)}


def _only_in(screen: Screen, name: str, statements: Iterator[Statement]) -> Screen:
    """What one document alone has."""
    screen.rule((f"In {name} only", Style.STRONG))
    for statement in statements:
        speaker = statement.speaker.name if statement.speaker else "no speaker found"
        screen.write((speaker, Style.STRONG), ": “", statement.variants[0].text, "”", indent=2)
    return screen


def _statement(
    screen: Screen, statement: Statement, documents: Mapping[str, Document], quotes: Quotes
) -> Screen:
    worst = statement.severity
    same = sameness(statement)
    screen.rule(
        (statement.speaker.name if statement.speaker else "No speaker found", Style.STRONG),
        ("·", ""),
        (worst, SEVERITY_STYLE[worst])
        if worst
        else (f"{same.tone.sign} {same.words}", TONE_STYLE[same.tone]),
    )
    if statement.disputed:
        speakers = " or ".join(speaker.name for speaker in statement.speakers)
        screen.write(("✗ speaker disputed", Style.BAD), ": ", speakers)
    wordings = distinct_wordings(statement)
    if known := in_sum(statement, wordings, documents):
        screen.write((" ".join(known), Style.QUIET))
    _write_wordings(screen, statement, wordings, documents, quotes)
    for listed in listed_differences(statement):
        whose = naming(printed_by(listed.indices, statement, documents))
        text = documents[statement.variants[listed.indices[0]].document_id].text
        list_differences(screen, [(listed.number, listed.difference)], whose, text)
    _write_timeline(screen, statement, documents)
    return screen


def _write_wordings(
    screen: Screen,
    statement: Statement,
    wordings: Sequence[DistinctWording],
    documents: Mapping[str, Document],
    quotes: Quotes,
) -> None:
    """Each wording behind the names of all who print it."""
    named = [(_in_few(printed_by(wording.indices, statement, documents)), wording) for wording in wordings]
    indent = min(max(display_width(safe(name)) for name, _ in named), screen.width // 3) + 2
    for name, wording in named:
        notable = ", ".join(remarks(wording, statement, quotes))
        screen.write(
            *marked(wording.variant.text, wording.overlays),
            (f" ({notable})" if notable else "", Style.QUIET),
            indent=indent,
            lead=[(_shortened(name, indent - 2), Style.STRONG)],
        )


def _in_few(names: Sequence[str]) -> str:
    """Names before a wording, where there is but little room; of many the first."""
    openly, rest = few(names, NAMED)
    return f"{openly[0]} and {len(names) - 1} more" if rest else ", ".join(openly)


def _shortened(name: str, width: int) -> str:
    """A name that fits a width, with dots where it was longer."""
    name = " ".join(safe(name).split())
    if display_width(name) <= width:
        return name
    while name and display_width(name) >= width:
        name = name[:-1]
    return name + "…"


def _write_timeline(screen: Screen, statement: Statement, documents: Mapping[str, Document]) -> None:
    """When each printed it; of many, who was the first with what."""
    printings = timeline(statement, documents)
    alike = first_of_each(printings) if len(printings) > FEW_PRINTINGS else [(each, 0) for each in printings]
    for printing, later in alike:
        style = SEVERITY_STYLE[printing.severity] if printing.severity else Style.GOOD
        screen.write(
            (date_in_words(printing.published), Style.QUIET),
            f" {printing.document.name} {printing.says}",
            (f" (then {later} more)" if later else "", Style.QUIET),
            indent=5,
            lead=[("   ", ""), ("●", style)],
        )
