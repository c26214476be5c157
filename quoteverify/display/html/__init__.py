"""HTML for notebooks and browsers: each record as a fragment that stands by itself, and as a page.

``markup`` makes elements that no text can break and ``links`` the ways out to other pages. A view of each
kind of record is made of them: ``article_view``, ``difference_view``, ``comparison_view`` (each statement by
its ``variant_table``, and of many those that its ``filters`` let through), ``verification_view``,
``explanation_view`` and ``single_views``. ``pages`` puts views into fragments and pages with their style; its
functions are those to call, and are named here.
"""

from quoteverify.display.html.pages import (
    alignment,
    check_report,
    comparison,
    document,
    explanation,
    page,
    quote,
    records,
    report,
    speaker,
    statement,
    verification,
    write_page,
)

__all__ = [
    "alignment",
    "check_report",
    "comparison",
    "document",
    "explanation",
    "page",
    "quote",
    "records",
    "report",
    "speaker",
    "statement",
    "verification",
    "write_page",
]
