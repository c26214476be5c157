"""Files to documents: plain text, web pages, Word and PDF files, mail, subtitles and JSON."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs

from quoteverify.errors import UnreadableSourceError, check_type
from quoteverify.models import Document
from quoteverify.models.quotes import changed
from quoteverify.reading.arguments import FACTS, checked_arguments
from quoteverify.reading.corrections import correct, kept
from quoteverify.reading.parser import parse
from quoteverify.reading.sources.mail import article_of_mail
from quoteverify.reading.sources.pages import article_of_page, article_of_web_archive
from quoteverify.reading.sources.pdf import article_of_pdf
from quoteverify.reading.sources.records import UNREADABLE, looks_like_json, of_json
from quoteverify.reading.sources.rich_text import article_of_rich_text
from quoteverify.reading.sources.subtitles import article_of_subtitles
from quoteverify.reading.sources.word import article_of_word
from quoteverify.text.encodings import decode, is_binary

STANDARD_INPUT = "-"

Article = dict[str, Any]
"""What ``parse`` takes: a text and what is known of it; and what ``PLACES`` names."""
PLACES = ("timings", "pages")
"""What a document has beside what is parsed: where its times or its pages stand in the text."""

COLLECTIONS = frozenset((".jsonl", ".ndjson"))
"""Endings of the names of files that hold many articles, a line each."""
JSON = ".json"
"""The ending of the name of a file that holds one article or several."""
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_LOOKED_AT = 1024  # bytes that show what a file is
_PAGE = re.compile(r"(?>\s+|<\?xml[^>]*>|<!--.*?-->)*+<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)


def read(path: str | Path, *, encoding: str | None = None, links: bool = False, **as_parse: Any) -> Document:
    """Parse a file: plain text, a web page, a Word, RTF or PDF file, a mail, subtitles or JSON.

    A document that ``to_json`` wrote is given as it was written, and not read anew.

    A file is what its name's ending says, and where that says nothing, what its first bytes show. The
    document's text, which all offsets are of, is the file's text; of a page, the article on it; of
    subtitles, their words, and ``Document.time_of`` says when they are heard. What is kept beside it as
    corrected (``article.txt.corrections``) is applied.

    Args:
        path: The file; ``"-"`` is the standard input.
        encoding: What it is in, where that is known; else a byte order mark, UTF-8 or Windows-1252.
        links: Whether to keep the addresses that a page, a mail or a Word file links to, as Markdown writes
            them: what a draft cites.
        **as_parse: As ``parse`` takes them. A page's title, outlet, address and date are taken from the
            page where they are not given.

    Raises:
        UnreadableSourceError: There is no such file, it is a folder or holds many articles (``read_many``
            reads those), it is no text, or some other program's JSON, or there is no article on the page.
        MissingExtraError: The extra that reads such a file is not installed.
        ArgumentTypeError: ``path``, or another argument, is of the wrong type.
        ArgumentValueError: Python knows no such encoding, or as ``parse``.
        ExchangeFormatError: What is beside it is no file of corrections.

    >>> first = read("seeds/first.txt", outlet="First")
    >>> len(first.text)
    3422
    """
    check_type("path", path, str, Path)
    check_type("encoding", encoding, str, type(None))
    check_type("links", links, bool)
    known = checked_arguments(as_parse)
    if Path(path).suffix.lower() in COLLECTIONS:
        raise UnreadableSourceError(f"{str(path)!r} holds many articles: read_many reads them")
    if Path(path).suffix.lower() == JSON:
        article = _only(path, content(path))
        if isinstance(article, Document):
            return with_facts(article, known)
    else:
        article = article_of_file(path, content(path), encoding, links=links)
    places = places_of(article)
    document = parse(article.pop("text"), **{**article, **known})
    return correct(changed(document, **places) if places else document, kept(path))


def with_facts(document: Document, known: Article) -> Document:
    """A document as it was written, with what the caller knows of it."""
    return changed(document, **{name: known[name] for name in FACTS if known.get(name) is not None})


def _only(path: str | Path, raw: bytes) -> Article | Document:
    """The one article or document of a file of JSON."""
    found = records_of_file(path, raw)
    if len(found) > 1:
        raise UnreadableSourceError(f"{str(path)!r} holds many articles: read_many reads them")
    return found[0]


def records_of_file(path: str | Path, raw: bytes) -> list[Article | Document]:
    """The articles and documents of a file of JSON.

    Raises:
        UnreadableSourceError: It is no JSON, or some other program's.
    """
    try:
        found = list(of_json(raw, str(path)))
    except UNREADABLE as error:
        raise UnreadableSourceError(
            f"cannot read {str(path)!r}: it is no article in JSON: {error}"
        ) from error
    if not found:
        raise UnreadableSourceError(f"cannot read {str(path)!r}: there is no article in it")
    return found


def places_of(article: Article) -> dict[str, Any]:
    """Take from an article what a document has beside what is parsed."""
    return {name: article.pop(name) for name in PLACES if name in article}


def refuse_address(path: str | Path) -> None:
    """Raise where an address is named as a file.

    Raises:
        UnreadableSourceError: It is one.
    """
    if _ADDRESS.match(str(path)):
        raise UnreadableSourceError(
            f"{str(path)!r} is an address, and only files are read: save the page and name that file"
        )


def content(path: str | Path) -> bytes:
    """What is in a file, or comes from the standard input.

    Raises:
        UnreadableSourceError: It cannot be read.
    """
    if str(path) == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    refuse_address(path)
    try:
        return Path(path).read_bytes()
    except IsADirectoryError as error:
        raise UnreadableSourceError(f"{str(path)!r} is a folder: read_many reads those") from error
    except OSError as error:
        raise UnreadableSourceError(f"cannot read {str(path)!r}: {error.strerror or error}") from error
    except ValueError as error:
        raise UnreadableSourceError(f"cannot read {str(path)!r}: {error}") from error


def article_of_file(path: str | Path, raw: bytes, encoding: str | None, *, links: bool = False) -> Article:
    """Take the article from what is in a file.

    Args:
        path: The file's path, whose ending may say what it is; ``"-"`` says nothing.
        raw: What is in it.
        encoding: As for ``read``.
        links: As for ``read``.

    Raises:
        UnreadableSourceError: It is no text, or there is no article in it.
        MissingExtraError: The extra that reads it is not installed.
        ArgumentValueError: Python knows no such encoding.
    """
    try:
        form = ENDINGS.get(Path(path).suffix.lower()) or _shown(raw, encoding)
    except UnreadableSourceError as error:
        raise UnreadableSourceError(f"cannot read {str(path)!r}: {error}") from error
    if form.is_text and encoding is None and is_binary(raw):
        raise UnreadableSourceError(
            f"{str(path)!r} is not text: save it as plain text, as a web page, as PDF or for Word (.docx)"
        )
    try:
        article = form.read(raw, encoding, links)
    except UnreadableSourceError as error:
        raise UnreadableSourceError(f"cannot read {str(path)!r}: {error}") from error
    if not article["text"] and form.empty is not None:
        raise UnreadableSourceError(f"cannot read {str(path)!r}: {form.empty}")
    return article


def _shown(raw: bytes, encoding: str | None) -> "FileForm":
    """The form of a file whose name does not say what it is."""
    for form in FORMS:
        if form.begins and raw.startswith(form.begins):
            return form
    start = decode(raw[:_LOOKED_AT], encoding)
    if start.startswith("WEBVTT"):
        return _SUBTITLES
    if looks_like_json(raw):
        raise UnreadableSourceError("it is JSON; name it .json, or .jsonl where each line is an article")
    return PAGE if _PAGE.match(start) else _TEXT


Reader = Callable[[bytes, str | None, bool], Article]
"""Makes an article of what is in a file, in an encoding where that is known, with its links or without."""


@attrs.frozen(kw_only=True)
class FileForm:
    """A form of file.

    Attributes:
        endings: How the names of such files end, in lower case.
        read: What reads them.
        begins: The bytes with which all of them begin, by which one without such a name is known.
        is_text: Whether they are text: what is not is then refused before it is read.
        empty: What to say of one in which there is nothing; None where that is nothing wrong.
    """

    endings: tuple[str, ...]
    read: Reader
    begins: bytes = b""
    is_text: bool = True
    empty: str | None = "there is no text in it"


_NO_ARTICLE = "there is no article on the page"


def _text(raw: bytes, encoding: str | None, links: bool) -> Article:
    return {"text": decode(raw, encoding)}


def _subtitles(raw: bytes, encoding: str | None, links: bool) -> Article:
    return article_of_subtitles(decode(raw, encoding))


def _pdf(raw: bytes, encoding: str | None, links: bool) -> Article:
    return article_of_pdf(raw)


def _word(raw: bytes, encoding: str | None, links: bool) -> Article:
    return article_of_word(raw, links=links)


def _rich_text(raw: bytes, encoding: str | None, links: bool) -> Article:
    return article_of_rich_text(raw)


FORMS = (
    FileForm(endings=(".txt", ".text", ".md", ".markdown"), read=_text, empty=None),
    FileForm(endings=(".htm", ".html", ".xhtml"), read=article_of_page, empty=_NO_ARTICLE),
    FileForm(endings=(".mht", ".mhtml"), read=article_of_web_archive, empty=_NO_ARTICLE),
    FileForm(endings=(".srt", ".vtt"), read=_subtitles, empty="there are no subtitles in it"),
    FileForm(
        endings=(".pdf",),
        read=_pdf,
        begins=b"%PDF-",
        is_text=False,
        empty="there is no text in it; pages that are pictures need to be made text first (OCR)",
    ),
    FileForm(endings=(".docx",), read=_word, begins=b"PK\x03\x04", is_text=False),
    FileForm(endings=(".rtf",), read=_rich_text, begins=b"{\\rtf"),
    FileForm(endings=(".eml",), read=article_of_mail, empty="there is no text in the mail"),
)
"""Every form of file that is read, apart from JSON."""
ENDINGS = {ending: form for form in FORMS for ending in form.endings}
"""The form of a file, by the ending of its name."""
PAGE = ENDINGS[".html"]
_TEXT, _SUBTITLES = ENDINGS[".txt"], ENDINGS[".vtt"]
