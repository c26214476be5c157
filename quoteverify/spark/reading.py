"""extract: articles to quotes, a row for each."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from quoteverify.errors import check_type
from quoteverify.exchange.rows import QuoteRow, rows
from quoteverify.models import Attribution, Document, Quote, Span, Speaker
from quoteverify.reading.parser import parse
from quoteverify.reading.sieves.custom import CustomSieve, checked_sieves
from quoteverify.spark.tables import Frame, Row, check_frame, columns_of, mapped
from quoteverify.text.language import LanguageProfile, as_profile

ABOUT = ("outlet", "title", "url", "published")
"""The columns that an article may have beside ``id`` and ``text``."""


def extract(
    articles: Frame,
    *,
    lang: str | LanguageProfile = "en",
    sieves: Iterable[CustomSieve] = (),
    reports: bool = False,
) -> Frame:
    """Find the quotes of articles, and who said them.

    Args:
        articles: A DataFrame with the columns ``id`` and ``text`` and any of ``outlet``, ``title``, ``url``
            and ``published``; other columns are passed over.
        lang: The language of the articles: its code, or its profile.
        sieves: Rules of the caller's own for who spoke, as for ``parse``.
        reports: Whether what is told without marks has rows too, behind the quotes of its article.

    Returns:
        A DataFrame with a row for each quote: what ``quoteverify.exchange.rows.rows`` makes of the
        documents that ``parse`` makes, under the same names. Nothing is computed until it is asked for.

    Raises:
        ArgumentTypeError: ``articles`` is no DataFrame, ``sieves`` are not several ``CustomSieve``, or
            ``reports`` is something else.
        ArgumentValueError: A column is missing, there is no data for the language, or two sieves have one
            name.
        MissingExtraError: Spark is not installed.
    """
    check_frame("articles", articles, "id", "text")
    check_type("reports", reports, bool)
    quotes = partial(_quotes, lang=as_profile(lang), sieves=checked_sieves(sieves), reports=reports)
    return mapped(chosen(articles, "id", "text", *ABOUT), quotes, columns_of(QuoteRow))


def chosen(frame: Frame, *columns: str) -> Frame:
    """Those of some columns that a DataFrame has, as strings: what else it has does not travel."""
    return frame.select(*(frame[name].cast("string") for name in columns if name in frame.columns))


def document(row: Row, lang: LanguageProfile, sieves: tuple[CustomSieve, ...] = ()) -> Document:
    """The document of an article's row; an article without a text has an empty one."""
    return parse(row["text"] or "", id=row["id"], lang=lang, sieves=sieves, **_about(row))


def unparsed(row: Row) -> Document:
    """The same without its quotes."""
    return Document(text=row["text"] or "", id=row["id"], **_about(row))


def _about(row: Row) -> dict[str, Any]:
    return {name: row.get(name) for name in ABOUT}


def quoted_document(row: Row) -> Document:
    """The row of a quote as a document of that quote alone."""
    text = row["text"] or ""
    speaker = (
        Speaker(row["speaker"], kind=row.get("speaker_kind") or "unknown") if row.get("speaker") else None
    )
    quote = Quote(
        id="q1",
        spans=[Span(0, len(text))],
        text=text,
        attribution=Attribution(speaker=speaker, reason="given"),
    )
    return Document(id=row["id"], text=text, quotes=[quote], **_about(row))


def _quotes(
    articles: Iterable[Row], lang: LanguageProfile, sieves: tuple[CustomSieve, ...], *, reports: bool
) -> Iterator[QuoteRow]:
    return rows((document(article, lang, sieves) for article in articles), reports=reports)
