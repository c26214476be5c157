"""A document as a terminal shows it: its quotes under their speakers."""

from quoteverify.display.cast import Part, cast
from quoteverify.display.phrases import date_in_words
from quoteverify.display.quotes_in_words import cast_in_words, in_parts, told_in_words, why
from quoteverify.display.terminal.styled_text import SPEAKER_COLOURS, Run, Screen, Style
from quoteverify.models import Document, Quote, Report


def provenance(document: Document) -> list[Run | str]:
    """Where a document comes from: its name, date and address, as far as known."""
    parts: list[Run | str] = [(document.name, Style.STRONG)]
    if document.published:
        parts.append((f" · {date_in_words(document.published)}", Style.QUIET))
    if document.url:
        parts.append((f" · {document.url}", Style.QUIET))
    return parts


def write_document(screen: Screen, document: Document, *, reports: bool) -> None:
    """Write the quotes of a document, each speaker's together, then its terms, and its reports if asked."""
    told = document.reports if reports else ()
    speakers = cast(document, told)
    screen.write(*provenance(document))
    if document.title:
        screen.write(document.title)
    screen.write((cast_in_words(speakers), Style.QUIET))
    for part in (part for part in speakers.parts if part.quotes):
        screen.skip()
        _write_speaker(screen, part)
        for number, quote in part.quotes:
            _write_quote(screen, number, quote, document.text)
    if speakers.terms:
        screen.skip()
        screen.write("In marks, but nobody’s words", indent=3, lead=[("–", Style.QUIET)])
        for number, quote in speakers.terms:
            _write_quote(screen, number, quote, document.text)
    if told:
        screen.skip()
        screen.write("Told without marks", indent=3, lead=[("–", Style.QUIET)])
        for report in told:
            _write_report(screen, report)


def _write_report(screen: Screen, report: Report) -> None:
    told = f" ({', '.join(told_in_words(report))})"
    lead = [(f"   {report.id}", Style.QUIET)]
    name: Run = (report.speaker.name if report.speaker else "No speaker found", Style.STRONG)
    screen.write(name, ": ", report.text, (told, Style.QUIET), indent=7, lead=lead)


def _write_speaker(screen: Screen, part: Part) -> None:
    if part.speaker is None or part.number is None:
        screen.write("No speaker found", indent=3, lead=[(part.letters, Style.STRONG)])
        return
    also = f" also {', '.join(part.other_names)}" if part.other_names else ""
    style = f"{Style.STRONG};{SPEAKER_COLOURS[part.number % len(SPEAKER_COLOURS)]}"
    screen.write((part.speaker.name, style), (also, Style.QUIET), indent=3, lead=[(part.letters, style)])


def _write_quote(screen: Screen, number: int, quote: Quote, text: str) -> None:
    reasons: Run = (f" {', '.join(why(quote, text))}", Style.QUIET)
    screen.write("“", in_parts(quote).strip(), "”", reasons, indent=7, lead=[(f"   {number}", Style.QUIET)])
