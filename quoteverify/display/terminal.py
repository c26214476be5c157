"""Text for a terminal: each record as it reads well in a given width, with colour only when asked for."""

import functools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from quoteverify.display.apparatus import bearers, entries, remarks, rows, sameness, subject, timeline
from quoteverify.display.article_view import cast, letters
from quoteverify.display.overlays import Numbered, into_joined, pieces
from quoteverify.display.phrases import (
    SEVERITY,
    WORDING,
    Tone,
    counted,
    moment,
    notes,
    percent,
    reasons,
    rule_in_words,
    searched,
    sentence,
    source_name,
    verdict,
    voice,
)
from quoteverify.display.styled_text import VOICES, Ink, Run, Sheet, cells, safe
from quoteverify.display.urgency import findings, gravity, severity, tone, worst_first
from quoteverify.errors import ArgumentTypeError, check_type
from quoteverify.models import (
    Alignment,
    CheckReport,
    Comparison,
    Document,
    Passage,
    Quote,
    QuoteKind,
    Severity,
    Span,
    Speaker,
    Statement,
    Verification,
    Wording,
)

Quotes = dict[tuple[str, str | None], Quote]
Record = Document | Alignment | Comparison | Verification | CheckReport

_SEVERITY_INK: dict[str, Ink] = {
    Severity.COSMETIC: Ink.COSMETIC,
    Severity.MINOR: Ink.MINOR,
    Severity.SUBSTANTIVE: Ink.SUBSTANTIVE,
}
_TONE_INK = {Tone.GOOD: Ink.GOOD, Tone.LOOK: Ink.LOOK, Tone.BAD: Ink.BAD, Tone.NEUTRAL: Ink.QUIET}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
BAR: Run = ("  ┃", Ink.STRONG)
LEGEND = "{…} holds what differs, with the number it has in the list below; {} where something is left out."


def render(record: Record, *, width: int = 80, color: bool = False) -> str:
    """Any record as text for a terminal.

    Args:
        record: A Document, Alignment, Comparison, Verification or CheckReport.
        width: How many cells the terminal is wide.
        color: Whether to colour the text with ANSI sequences. Nothing is said by colour alone.

    Returns:
        Lines, each ended. Control characters of the record's texts are shown, never sent.

    Raises:
        ArgumentTypeError: An argument is of the wrong type.

    >>> print(render(Document(text="“We sail at noon.”", outlet="The Tide")), end="")
    The Tide
    0 quotes, 0 speakers
    """
    check_type("width", width, int)
    sheet = Sheet(max(20, width), bool(color))
    match record:
        case Document():
            _document(sheet, record)
        case Alignment():
            _alignment(sheet, record)
        case Comparison():
            documents = {document.id: document for document in record.documents}
            return "".join(comparison_in_parts(documents, record.statements, width=width, color=color))
        case Verification():
            _verification(sheet, record)
        case CheckReport():
            _check_report(sheet, record)
        case _:
            raise ArgumentTypeError(
                "record must be Document, Alignment, Comparison, Verification or CheckReport, "
                f"not {type(record).__name__}"
            )
    return str(sheet)


def _provenance(document: Document) -> list[Run | str]:
    parts: list[Run | str] = [(document.name, Ink.STRONG)]
    if document.published:
        parts.append((f" · {moment(document.published)}", Ink.QUIET))
    if document.url:
        parts.append((f" · {document.url}", Ink.QUIET))
    return parts


def _document(sheet: Sheet, document: Document) -> None:
    speakers = cast(document)
    spoken = [q for q in document.quotes if q.kind != QuoteKind.TERM]
    sheet.write(*_provenance(document))
    if document.title:
        sheet.write(document.title)
    voices = len({q.speaker for q in spoken if q.speaker})
    sheet.write((f"{counted(len(spoken), 'quote')}, {counted(voices, 'speaker')}", Ink.QUIET))
    by_speaker: dict[Speaker | None, list[tuple[int, Quote]]] = {speaker: [] for speaker in speakers}
    for number, quote in enumerate(document.quotes, 1):
        if quote.kind != QuoteKind.TERM:
            by_speaker.setdefault(quote.speaker, []).append((number, quote))
    for speaker, quotes in by_speaker.items():
        if not quotes:
            continue
        sheet.skip()
        if speaker:
            aliases = ", ".join(a for a in speaker.aliases if a != speaker.name)
            also: Run = (f" also {aliases}" if aliases else "", Ink.QUIET)
            ink = f"1;{VOICES[speakers[speaker] % len(VOICES)]}"
            sheet.write((speaker.name, ink), also, indent=3, lead=[(letters(speakers[speaker]), ink)])
        else:
            sheet.write("No speaker found", indent=3, lead=[("?", Ink.STRONG)])
        for number, quote in quotes:
            _quote(sheet, number, quote)
    terms = [(n, q) for n, q in enumerate(document.quotes, 1) if q.kind == QuoteKind.TERM]
    if terms:
        sheet.skip()
        sheet.write("In marks, but nobody’s words", indent=3, lead=[("–", Ink.QUIET)])
        for number, quote in terms:
            _quote(sheet, number, quote)


def _quote(sheet: Sheet, number: int, quote: Quote) -> None:
    why: Run = (f" {', '.join(reasons(quote))}", Ink.QUIET)
    sheet.write("“", quote.text.strip(), "”", why, indent=7, lead=[(f"   {number}", Ink.QUIET)])


def _marked(text: str, laid: Iterable[tuple[Span, Numbered]], offset: int = 0) -> Iterator[Run | str]:
    """A wording with its differences in braces, each with its number raised."""
    for piece in pieces(text, laid, offset=offset):
        if piece.label is None:
            yield piece.text
            continue
        number, difference = piece.label
        ink = _SEVERITY_INK[difference.severity]
        inner = piece.text.strip()
        before, after = (
            piece.text[: len(piece.text) - len(piece.text.lstrip())],
            piece.text[len(piece.text.rstrip()) :],
        )
        yield from (
            before if inner else "",
            ("{" + inner + "}", ink),
            (str(number).translate(_RAISED), Ink.QUIET),
        )
        yield after


def _differences(sheet: Sheet, items: Sequence[Numbered], whose: str, text: str, indent: int = 3) -> None:
    for number, difference in items:
        sheet.write(
            (difference.severity, _SEVERITY_INK[difference.severity]),
            f": {whose} {sentence(difference, text)} ",
            (f"({notes(difference)})", Ink.QUIET),
            indent=indent + 4,
            lead=[(" " * indent + str(number).translate(_RAISED), Ink.QUIET)],
        )


def _alignment(sheet: Sheet, alignment: Alignment) -> None:
    items = list(enumerate(alignment.differences, 1))
    name, meaning = WORDING[alignment.wording]
    sheet.write((name, Ink.STRONG), f": {meaning}; {percent(alignment.similarity)} of the words in both")
    sheet.skip()
    sheet.write(
        *_marked(alignment.a, [(d.a, (n, d)) for n, d in items]), indent=8, lead=[("first", Ink.QUIET)]
    )
    sheet.write(
        *_marked(alignment.b, [(d.b, (n, d)) for n, d in items]), indent=8, lead=[("second", Ink.QUIET)]
    )
    if items:
        sheet.skip()
        _differences(sheet, items, "the second", alignment.b, indent=0)
        _legend(sheet, {d.severity for d in alignment.differences})


def _legend(sheet: Sheet, found: Collection[Severity]) -> None:
    sheet.skip()
    sheet.write((LEGEND, Ink.QUIET))
    sheet.write(
        (" ".join(f"{s.capitalize()}: {words}." for s, words in SEVERITY.items() if s in found), Ink.QUIET)
    )


def comparison_in_parts(
    documents: Mapping[str, Document],
    statements: Sequence[Statement],
    *,
    width: int = 80,
    color: bool = False,
) -> Iterator[str]:
    """A comparison of more than memory holds: the parts of what `render` makes of it, made as they come.

    Args:
        documents: Its documents by their ids, in their order.
        statements: Its statements, which are gone through twice.
        width: How many cells the terminal is wide.
        color: Whether to colour the text.
    """
    ordered: list[tuple[tuple[bool, int], int]] = []
    alone: dict[str, list[int]] = {id: [] for id in documents}
    severities: set[Severity] = set()
    meaning = 0
    for n, statement in enumerate(statements):
        if len(statement.variants) == 1:
            alone[statement.variants[0].document_id].append(n)
        else:
            ordered.append((gravity(statement), n))
            meaning += severity(statement) == Severity.SUBSTANTIVE
            severities.update(entry.difference.severity for entry in entries(statement))
    sheet = Sheet(max(20, width), bool(color))
    sheet.write((f"{counted(len(documents), 'document')} compared", Ink.STRONG))
    for document in documents.values():
        sheet.write(
            *_provenance(document),
            f" {document.title}" if document.title else "",
            indent=4,
            lead=[("  ·", "")],
        )
    sheet.write(
        f"{counted(len(ordered), 'statement')} in more than one place, {meaning} with a difference "
        f"that changes the meaning; {sum(map(len, alone.values()))} in one place only."
    )
    if severities:
        _legend(sheet, severities)
    yield str(sheet)

    @functools.lru_cache(maxsize=256)
    def quotes_of(id: str) -> dict[str | None, Quote]:
        return {quote.id: quote for quote in documents[id].quotes}

    for _, n in sorted(ordered):
        statement = statements[n]
        places = {(variant.document_id, variant.quote_id) for variant in statement.variants}
        quotes = {(id, own): quotes_of(id)[own] for id, own in places if own in quotes_of(id)}
        sheet = Sheet(sheet.width, color)
        _statement(sheet, statement, documents, quotes)
        yield f"\n{sheet}"
    for id, numbers in alone.items():
        if not numbers:
            continue
        sheet = Sheet(sheet.width, color)
        sheet.rule((f"In {documents[id].name} only", Ink.STRONG))
        for n in numbers:
            statement = statements[n]
            speaker = statement.speaker.name if statement.speaker else "no speaker found"
            sheet.write((speaker, Ink.STRONG), ": “", statement.variants[0].text, "”", indent=2)
        yield f"\n{sheet}"


def _statement(
    sheet: Sheet,
    statement: Statement,
    documents: Mapping[str, Document],
    quotes: Quotes,
) -> None:
    worst = severity(statement)
    reads, words = sameness(statement)
    sheet.rule(
        (statement.speaker.name if statement.speaker else "No speaker found", Ink.STRONG),
        ("·", ""),
        (worst, _SEVERITY_INK[worst]) if worst else (f"{reads.sign} {words}", _TONE_INK[reads]),
    )
    if statement.disputed:
        sheet.write(("✗ speaker disputed", Ink.BAD), ": ", " or ".join(s.name for s in statement.speakers))
    named = [(", ".join(bearers(row.indices, statement, documents)), row) for row in rows(statement)]
    indent = min(max(cells(safe(name)) for name, _ in named), sheet.width // 3) + 2
    for name, row in named:
        notable = ", ".join(remarks(row, statement, quotes))
        sheet.write(
            *_marked(row.variant.text, row.laid),
            (f" ({notable})" if notable else "", Ink.QUIET),
            indent=indent,
            lead=[(_shortened(name, indent - 2), Ink.STRONG)],
        )
    for entry in entries(statement):
        whose = subject(bearers(entry.indices, statement, documents))
        text = documents[statement.variants[entry.indices[0]].document_id].text
        _differences(sheet, [(entry.number, entry.difference)], whose, text)
    _timeline(sheet, statement, documents)


def _shortened(name: str, width: int) -> str:
    """A name that fits a width, with dots where it was longer."""
    name = " ".join(safe(name).split())
    if cells(name) <= width:
        return name
    while name and cells(name) >= width:
        name = name[:-1]
    return name + "…"


def _timeline(sheet: Sheet, statement: Statement, documents: Mapping[str, Document]) -> None:
    for printing in timeline(statement, documents):
        ink = _SEVERITY_INK[printing.severity] if printing.severity else Ink.GOOD
        sheet.write(
            (moment(printing.published), Ink.QUIET),
            f" {printing.document.name} {printing.says}",
            indent=5,
            lead=[("   ", ""), ("●", ink)],
        )


def _verification(sheet: Sheet, verification: Verification) -> None:
    items = list(enumerate(verification.differences, 1))
    whose = f", said to be {verification.speaker.name}’s" if verification.speaker else ""
    sheet.write(
        ("“", Ink.STRONG),
        *_marked(verification.claim.strip(), [(d.b, (n, d)) for n, d in items]),
        ("”", Ink.STRONG),
        (whose, Ink.QUIET),
    )
    sheet.skip()
    _axes(sheet, verification, indent=0)
    _evidence(sheet, verification, items)
    if items:
        sheet.skip()
        _differences(sheet, items, "the claim", verification.claim, indent=0)
        _legend(sheet, {d.severity for d in verification.differences})
    if verification.alternatives:
        sheet.skip()
        sheet.write("Other places that would do as well:")
        for passage in verification.alternatives:
            sheet.write("“", passage.text, "” ", (_source(passage), Ink.QUIET), indent=2)
    sheet.skip()
    sheet.write((f"Searched: {searched(verification)}.", Ink.QUIET))


def _axes(sheet: Sheet, verification: Verification, indent: int) -> None:
    for axis, reads, name, meaning, rule in findings(verification):
        sheet.write(
            (f"{reads.sign} {name}", _TONE_INK[reads]),
            f": {meaning} ",
            (f"(rule: {rule_in_words(rule)})", Ink.QUIET),
            indent=indent + 9,
            lead=[(" " * indent + axis, Ink.QUIET)],
        )


def _source(passage: Passage) -> str:
    """The name of a passage's source, and who speaks there."""
    return source_name(passage) + voice(passage)


def _evidence(sheet: Sheet, verification: Verification, items: Sequence[Numbered]) -> None:
    """The passages, or the nearest, each in the text around it; a bar stands beside the words themselves."""
    found = verification.passages or ((verification.nearest,) if verification.nearest else ())
    for n, passage in enumerate(found):
        mine = [(d.a, (number, d)) for number, d in items if verification.passages and (d.passage or 0) == n]
        caption = "Found in" if verification.passages else "Nearest, but not the same, in"
        if len(verification.passages) > 1:
            caption = f"Part {n + 1} of the claim, in"
        near = "" if passage.similarity >= 1 else f" ({percent(passage.similarity)} alike)"
        sheet.skip()
        sheet.write((f"{caption} ", Ink.QUIET), (_source(passage), Ink.STRONG), (f"{near}:", Ink.QUIET))
        if passage.excerpt:
            _surrounded(sheet, passage, mine)
        else:
            sheet.write(*_in_passage(passage, mine), indent=4, lead=[BAR])


def _surrounded(sheet: Sheet, passage: Passage, mine: Sequence[tuple[Span, Numbered]]) -> None:
    """A passage in its excerpt, the lines of its own words behind a bar."""
    text, start = passage.excerpt, passage.excerpt_start
    places = [Span(max(0, p.start - start), max(0, p.end - start)) for p in passage.spans]
    at = 0
    for place in places:
        # The marks that touch the words stay with them.
        first = place.start
        while first > at and not text[first - 1 : first].isspace():
            first -= 1
        last = place.end
        while last < len(text) and not text[last].isspace():
            last += 1
        _around(sheet, text[at:first])
        here = [item for item in mine if place.start <= item[0].start - start <= place.end]
        sheet.write(
            (text[first : place.start], Ink.QUIET),
            *_marked(place.of(text), here, offset=place.start + start),
            (text[place.end : last], Ink.QUIET),
            indent=4,
            lead=[BAR],
        )
        at = last
    _around(sheet, text[at:])


def _in_passage(passage: Passage, mine: Iterable[tuple[Span, Numbered]]) -> Iterator[Run | str]:
    """The words of a passage alone, with its differences."""
    within = into_joined(passage.spans)
    return _marked(passage.text, [(place, item) for span, item in mine if (place := within(span))])


def _around(sheet: Sheet, text: str) -> None:
    """What stands before or after a passage, a paragraph a line."""
    for paragraph in text.splitlines():
        if paragraph.strip():
            sheet.write((paragraph, Ink.QUIET), indent=4)


def _check_report(sheet: Sheet, report: CheckReport) -> None:
    tones = [tone(v) for v in report.verifications]
    sheet.write(("Quotes checked: ", Ink.STRONG), report.document.title or report.document.name)
    verdicts = (
        (f"{reads.sign} {verdict(reads, tones.count(reads))}", _TONE_INK[reads])
        for reads in (Tone.BAD, Tone.LOOK, Tone.GOOD)
        if reads in tones
    )
    sheet.write(f"{counted(len(tones), 'quote')}: ", *(run for said in verdicts for run in (said, " ")))
    wordings = "; ".join(f"{WORDING[Wording(w)][0].lower()} {n}" for w, n in report.summary.items())
    sheet.write((wordings, Ink.QUIET))
    shown = [v for v, reads in zip(report.verifications, tones, strict=True) if reads != Tone.GOOD]
    if any(v.differences for v in shown):
        _legend(sheet, {d.severity for v in shown for d in v.differences})
    for n in worst_first(report):
        sheet.skip()
        _checked(sheet, n, report.verifications[n], tones[n])


def _checked(sheet: Sheet, n: int, verification: Verification, reads: Tone) -> None:
    """One quote of a draft: how it stands and, where it does not, the source's wording beside it."""
    lead = [(f"{reads.sign} {n + 1}", _TONE_INK[reads])]
    who = verification.speaker.name if verification.speaker else "no speaker"
    if reads in (Tone.GOOD, Tone.NEUTRAL):
        sources = "; ".join(dict.fromkeys(p.source or p.document_id for p in verification.passages))
        name = WORDING[verification.wording][0].lower()
        sheet.write(
            (who, Ink.STRONG),
            ": “",
            verification.claim,
            "” ",
            (f"{name}, {sources}", Ink.QUIET),
            indent=6,
            lead=lead,
        )
        return
    sheet.write((who, Ink.STRONG), indent=6, lead=lead)
    items = list(enumerate(verification.differences, 1))
    claim = _marked(verification.claim, [(d.b, (number, d)) for number, d in items])
    sheet.write("“", *claim, "”", indent=15, lead=[("      draft", Ink.QUIET)])
    for i, passage in enumerate(verification.passages):
        mine = [(d.a, (number, d)) for number, d in items if (d.passage or 0) == i]
        sheet.write(
            "“", *_in_passage(passage, mine), "” ", (_source(passage), Ink.QUIET),
            indent=15, lead=[("      source", Ink.QUIET)],
        )  # fmt: skip
    if not verification.passages and verification.nearest:
        sheet.write(
            "“", verification.nearest.text, "” ", (_source(verification.nearest), Ink.QUIET),
            indent=15, lead=[("      nearest", Ink.QUIET)],
        )  # fmt: skip
    for axis, found, name, meaning, rule in findings(verification):
        if found not in (Tone.GOOD, Tone.NEUTRAL):
            sheet.write(
                (f"{found.sign} {name}", _TONE_INK[found]),
                f": {meaning} ",
                (f"(rule: {rule_in_words(rule)})", Ink.QUIET),
                indent=15,
                lead=[(f"      {axis.lower()}", Ink.QUIET)],
            )
    _differences(sheet, items, "the draft", verification.claim, indent=6)
