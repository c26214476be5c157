"""HTML for notebooks and browsers: each record as a fragment that stands by itself, and as a page.

Nothing needs a script. Every string of a record is escaped on its way in.
"""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from quoteverify.display.html.article_view import show_document
from quoteverify.display.html.comparison_view import compared, show_comparison, show_statement
from quoteverify.display.html.difference_view import show_alignment
from quoteverify.display.html.explanation_view import show_explanation
from quoteverify.display.html.markup import Markup, element
from quoteverify.display.html.single_views import show_quote, show_report, show_speaker
from quoteverify.display.html.verification_view import show_check, show_verification
from quoteverify.errors import ArgumentTypeError, check_type
from quoteverify.models import (
    Alignment,
    CheckReport,
    Comparison,
    Document,
    Explanation,
    Quote,
    Record,
    Report,
    Speaker,
    Statement,
    Verification,
)
from quoteverify.text.files import write_whole

_ROOT = re.compile(r"\.qv(?![\w-])")
_REM = re.compile(r"(?<![\w.])([0-9.]+)rem\b")
_PIXELS = 16  # what browsers take for 1rem, if a page does not say otherwise


@cache
def _style() -> Markup:
    """The style, its selectors made so specific that a page's own rules for its notebooks give way."""
    style = files("quoteverify.display.html").joinpath("style.css").read_text(encoding="utf8")
    return Markup(_ROOT.sub(".qv.qv.qv", style))


@cache
def _fixed_style() -> Markup:
    """The style for a notebook, whose page may say that 1rem is something else: older ones have 10 pixels."""
    return Markup(_REM.sub(lambda size: f"{float(size[1]) * _PIXELS:g}px", _style()))


def _fragment(view: Markup) -> str:
    return str(element("div", element("style", _fixed_style()), view, class_="qv"))


def document(record: Document, *, reports: bool | None = None) -> str:
    """A document's text with each speaker's words in a colour, and each speaker's quotes in a list.

    Args:
        record: A document; without quotes, its text alone.
        reports: Whether to show what is told without marks, more quietly; if None, where somebody has asked
            for the document's ``reports``.

    Returns:
        A fragment of HTML with its own style, for a notebook.

    Raises:
        ArgumentTypeError: ``record`` is not a Document.

    >>> '&lt;b&gt;' in document(Document(text="a <b> c"))
    True
    """
    check_type("record", record, Document)
    return _fragment(show_document(record, reports=reports))


def alignment(record: Alignment) -> str:
    """Two wordings side by side, their differences highlighted and named.

    Returns:
        A fragment of HTML with its own style, for a notebook.

    Raises:
        ArgumentTypeError: ``record`` is not an Alignment.
    """
    check_type("record", record, Alignment)
    return _fragment(show_alignment(record))


def speaker(record: Speaker) -> str:
    """A speaker's name and other names.

    Returns:
        A fragment of HTML with its own style, for a notebook.

    Raises:
        ArgumentTypeError: ``record`` is not a Speaker.

    >>> "the pilot" in speaker(Speaker("Ruth Vale", aliases=["the pilot"]))
    True
    """
    check_type("record", record, Speaker)
    return _fragment(show_speaker(record))


def quote(record: Quote) -> str:
    """A quote with its speaker, and why we think so.

    Returns:
        A fragment of HTML with its own style, for a notebook.

    Raises:
        ArgumentTypeError: ``record`` is not a Quote.
    """
    check_type("record", record, Quote)
    return _fragment(show_quote(record))


def report(record: Report) -> str:
    """What is said without marks, with who said it, and why we think so.

    Returns:
        A fragment of HTML with its own style, for a notebook.

    Raises:
        ArgumentTypeError: ``record`` is not a Report.
    """
    check_type("record", record, Report)
    return _fragment(show_report(record))


MOST_LISTED = 100
"""Records of a row that are shown: nobody reads more of them, and a notebook keeps every one."""


def records(listed: Sequence[object]) -> str:
    """Records one below the other, as far as they show themselves; of very many the first.

    Returns:
        A fragment of HTML with its own style, for a notebook.

    >>> "Ruth Vale" in records([Speaker("Ruth Vale"), Speaker("Bo Aas")])
    True
    """
    rest = len(listed) - MOST_LISTED
    more = element("p", f"and {rest:,} more", class_="quiet") if rest > 0 else None
    return _fragment(element("div", *map(_listed, listed[:MOST_LISTED]), more, class_="listed"))


def _listed(record: object) -> Markup:
    """A record among others."""
    match record:
        case Document():
            return element("p", compared(record))
        case Speaker():
            return show_speaker(record)
        case Quote():
            return show_quote(record)
        case Report():
            return show_report(record)
        case Statement():
            return show_statement(record)
        case Verification():
            return element("section", show_verification(record))
    return element("p", repr(record))


def statement(record: Statement) -> str:
    """A statement's variants in a table; the documents that print them are called by their ids.

    Returns:
        A fragment of HTML with its own style, for a notebook.

    Raises:
        ArgumentTypeError: ``record`` is not a Statement.
    """
    check_type("record", record, Statement)
    return _fragment(show_statement(record))


def comparison(record: Comparison) -> str:
    """A card for each statement that several print, with its variants in a table; the rest in a list.

    Returns:
        A fragment of HTML with its own style, for a notebook.

    Raises:
        ArgumentTypeError: ``record`` is not a Comparison.
    """
    check_type("record", record, Comparison)
    return _fragment(show_comparison(record))


def verification(record: Verification) -> str:
    """A claim with the finding on each axis, and the passages it was found in.

    Returns:
        A fragment of HTML with its own style, for a notebook.

    Raises:
        ArgumentTypeError: ``record`` is not a Verification.
    """
    check_type("record", record, Verification)
    return _fragment(show_verification(record))


def check_report(record: CheckReport) -> str:
    """A draft with how its quotes stand, the worst first, and the source's wording for each.

    Returns:
        A fragment of HTML with its own style, for a notebook.

    Raises:
        ArgumentTypeError: ``record`` is not a CheckReport.
    """
    check_type("record", record, CheckReport)
    return _fragment(show_check(record))


def explanation(record: Explanation) -> str:
    """Why a quote is what it is and whose it is: each step, and what was weighed.

    Returns:
        A fragment of HTML with its own style, for a notebook.

    Raises:
        ArgumentTypeError: ``record`` is not an Explanation.
    """
    check_type("record", record, Explanation)
    return _fragment(show_explanation(record))


def _view(record: Record, reports: bool | None) -> tuple[str, Markup]:
    """The title and the view of any record."""
    match record:
        case Document():
            return record.title or record.name, show_document(record, reports=reports)
        case Alignment():
            return "Two wordings", show_alignment(record)
        case Comparison():
            return ", ".join(d.name for d in record.documents[:5]) + " compared", show_comparison(record)
        case Verification():
            return "Did they say this?", show_verification(record)
        case CheckReport():
            return f"Quotes checked: {record.document.title or record.document.name}", show_check(record)
    raise ArgumentTypeError(
        "record must be Document, Alignment, Comparison, Verification or CheckReport, "
        f"not {type(record).__name__}"
    )


def page(*records: Record, reports: bool | None = None) -> str:
    """A page that stands by itself, to be opened in any browser, mailed or printed.

    Args:
        records: What it shows, one below the other.
        reports: As for `document`.

    Raises:
        ArgumentTypeError: There is no record, or something else among them.

    >>> page(Document(text="It rained.")).startswith("<!DOCTYPE html>")
    True
    """
    if not records:
        raise ArgumentTypeError("a page needs at least one record")
    views = [_view(record, reports) for record in records]
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", views[0][0]),
        element("style", _style()),
    )
    main = element("main", *(element("article", view) for _, view in views), class_="qv page")
    return "<!DOCTYPE html>\n" + element("html", head, element("body", main), lang="en") + "\n"


def write_page(path: str | Path, *records: Record, reports: bool | None = None) -> None:
    """Write a page to a file, beside its place first and then renamed, so that no part of one is left.

    Args:
        path: Where to; what stands there is replaced.
        records: What it shows.
        reports: As for `document`.

    Raises:
        ArgumentTypeError: There is no record, or something else among them.
        OSError: The file cannot be written; what stood there before stays as it was.
    """
    write_whole(path, page(*records, reports=reports))
