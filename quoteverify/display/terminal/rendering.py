"""Any record as text for a terminal, as it reads well in a given width, with colour only when asked for."""

from quoteverify.display.terminal.article_text import write_document
from quoteverify.display.terminal.comparison_text import comparison_in_parts, write_alignment
from quoteverify.display.terminal.styled_text import Screen
from quoteverify.display.terminal.verification_text import write_check, write_verification
from quoteverify.errors import ArgumentTypeError, check_type
from quoteverify.models import Alignment, CheckReport, Comparison, Document, Record, Verification


def render(record: Record, *, width: int = 80, color: bool = False, reports: bool = False) -> str:
    """Any record as text for a terminal.

    Args:
        record: A Document, Alignment, Comparison, Verification or CheckReport.
        width: How many cells the terminal is wide.
        color: Whether to colour the text with ANSI sequences. Nothing is said by colour alone.
        reports: Whether what a document tells people to have said without marks is listed too.

    Returns:
        Lines, each ended. Control characters of the record's texts are shown, never sent.

    Raises:
        ArgumentTypeError: An argument is of the wrong type.

    >>> print(render(Document(text="“We sail at noon.”", outlet="The Tide")), end="")
    The Tide
    0 quotes, 0 speakers
    """
    check_type("width", width, int)
    screen = Screen(max(Screen.NARROWEST, width), bool(color))
    match record:
        case Document():
            write_document(screen, record, reports=reports)
        case Alignment():
            write_alignment(screen, record)
        case Comparison():
            documents = {document.id: document for document in record.documents}
            return "".join(comparison_in_parts(documents, record.statements, width=width, color=color))
        case Verification():
            write_verification(screen, record)
        case CheckReport():
            write_check(screen, record)
        case _:
            raise ArgumentTypeError(
                "record must be Document, Alignment, Comparison, Verification or CheckReport, "
                f"not {type(record).__name__}"
            )
    return str(screen)
