"""Word files to running text: what a reader of the print sees, changes that were tracked taken as made.

Tables, links, notes and block quotations are written as Markdown writes them, so that they are read as such.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import attrs

from quoteverify.errors import MissingExtraError, UnreadableSourceError

_MOST_UNPACKED = 50_000_000
_MOST_TIMES = 20
"""What may be in a file that is far smaller: bytes, and times its size (Word's XML shrinks to a fifteenth).

A guard against files made to be large.
"""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_NOTES = {"footnotes": "", "endnotes": "e"}
"""The parts with notes, each with what tells its numbers from the other's."""
_SIGNS = {
    f"{_W}tab": "\t",
    f"{_W}ptab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
    f"{_W}softHyphen": "\N{SOFT HYPHEN}",
}
"""What is printed for elements that hold no text."""
_UNSEEN = frozenset(
    (f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", f"{_W}sdtPr", f"{_W}instrText", f"{_MC}Fallback")
)
"""What nobody reads: words taken out, properties, the commands of fields, a second form of a drawing."""
_BREAK = "\n\n"
_RULE = "|---"
_QUOTED = "> "
"""What a paragraph begins with that is part of a block quotation."""
_QUOTING = frozenset(("quote", "intense quote"))
"""What Word calls the styles of block quotations, in whatever language its menus are."""


@attrs.frozen(eq=False)
class TextRun:
    """Some of a file's text.

    Attributes:
        text: What is printed.
        element: Where it stands in the file's XML; None where it stands there in no such form.
    """

    text: str
    element: Any = None


def article_of_word(raw: bytes, *, links: bool = False) -> dict[str, Any]:
    """Take the text of a Word file (``.docx``).

    Args:
        raw: The file. No macro in it is run, and nothing that it links to is opened.
        links: Whether to keep the addresses of its links, as Markdown writes them.

    Returns:
        ``text``: paragraphs parted by a blank line, the rows of tables as Markdown writes them, footnotes
        and endnotes at the end. It is "" where there are no words.

    Raises:
        MissingExtraError: The extra ``docx`` is not installed.
        UnreadableSourceError: The file is broken, locked or none of Word's, or grows out of proportion when
            it is unpacked.
    """
    return {"text": "".join(piece.text for piece in pieces(opened(raw), links=links)).strip()}


def opened(raw: bytes) -> Any:
    """The file as python-docx holds it.

    Raises:
        MissingExtraError: The extra ``docx`` is not installed.
        UnreadableSourceError: As for `article_of_word`.
    """
    try:
        import docx
    except ImportError as error:
        raise MissingExtraError(
            f"a Word file needs python-docx: pip install 'quoteverify[docx]' ({error})"
        ) from error
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableSourceError(f"it is broken, locked or no Word file: {error}") from error
    if unpacked > _MOST_UNPACKED + _MOST_TIMES * len(raw):
        raise UnreadableSourceError(f"{len(raw):,} bytes would be unpacked to {unpacked:,}")
    try:
        return docx.Document(io.BytesIO(raw))
    # A broken file fails wherever its reader happens to be.
    except Exception as error:
        raise UnreadableSourceError(f"it is broken, locked or no Word file: {error}") from error


def pieces(document: Any, *, links: bool) -> Iterator[TextRun]:
    """What a file prints, in order.

    Args:
        document: As ``opened`` gives it.
        links: As for `article_of_word`.
    """
    file = _File(document, links)
    yield from file.blocks(document.element.body)
    for name, letter in _NOTES.items():
        for id, note in file.notes(name):
            # A note is commented on where the text has its number.
            words = "".join(piece.text for piece in file.blocks(note)).strip().removeprefix(_QUOTED)
            if words:
                yield TextRun(f"{_BREAK}[^{letter}{id}]: {words}")


class _File:
    """A file that is gone through: what its words are, and where each stands."""

    def __init__(self, document: Any, links: bool):
        self._part = document.part
        self._quoting = {
            style.style_id for style in document.styles if (style.name or "").lower() in _QUOTING
        }
        self._links = links
        self._quoted = False

    def notes(self, name: str) -> Iterator[tuple[str, Any]]:
        """The notes of a part, with their numbers, without what merely parts them from the page."""
        from docx.oxml.parser import parse_xml

        for relation in self._part.rels.values():
            if relation.is_external or not relation.reltype.endswith(f"/{name}"):
                continue
            for note in parse_xml(relation.target_part.blob):
                if note.get(f"{_W}type") in (None, "normal"):
                    yield str(note.get(f"{_W}id")), note

    def blocks(self, around: Any) -> Iterator[TextRun]:
        """The paragraphs and tables in an element, each with what parts it from the next."""
        for element in around:
            if element.tag == f"{_W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{_W}tbl":
                yield from self._table(element)
            elif element.tag not in _UNSEEN:
                yield from self.blocks(element)

    def _paragraph(self, paragraph: Any) -> Iterator[TextRun]:
        words = list(self._inline(paragraph))
        if any(piece.text.strip() for piece in words):
            yield self._break(quoted=self._is_quoted(paragraph))
            yield from words
        for box in paragraph.iter(f"{_W}txbxContent"):
            seen = not any(above.tag == f"{_MC}Fallback" for above in box.iterancestors())
            if seen and _nearest(box, "p") is paragraph:
                yield from self.blocks(box)

    def _break(self, *, quoted: bool = False) -> TextRun:
        """What parts a paragraph from the one before; those of one block quotation stay together."""
        together, self._quoted = quoted and self._quoted, quoted
        return TextRun(f"\n>\n{_QUOTED}" if together else _BREAK + _QUOTED * quoted)

    def _is_quoted(self, paragraph: Any) -> bool:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        return style is not None and style.get(f"{_W}val") in self._quoting

    def _inline(self, around: Any) -> Iterator[TextRun]:
        """The words in an element of a paragraph."""
        for element in around:
            tag = element.tag
            if tag == f"{_W}t":
                yield TextRun(element.text or "", element)
            elif tag in _SIGNS:
                yield TextRun(_SIGNS[tag], element)
            elif tag in (f"{_W}footnoteReference", f"{_W}endnoteReference"):
                letter = _NOTES[f"{tag[len(_W) : -len('Reference')]}s"]
                yield TextRun(f"[^{letter}{element.get(f'{_W}id')}]", element)
            elif tag == f"{_W}hyperlink":
                yield from self._link(element)
            elif tag not in _UNSEEN and tag != f"{_W}txbxContent":
                yield from self._inline(element)

    def _link(self, link: Any) -> Iterator[TextRun]:
        relation = self._part.rels.get(link.get(f"{_R}id"))
        shown = self._links and relation is not None and relation.is_external
        words = list(self._inline(link))
        if not shown or not any(piece.text.strip() for piece in words):
            yield from words
            return
        yield TextRun("[")
        yield from words
        yield TextRun(f"]({relation.target_ref})")

    def _table(self, table: Any) -> Iterator[TextRun]:
        """A table; what has a single column sets a page out, and is read as paragraphs."""
        rows = [
            list(row.iterfind(f"{_W}tc")) for row in table.iter(f"{_W}tr") if _nearest(row, "tbl") is table
        ]
        width = max(map(len, rows), default=0)
        if width < 2:
            for cell in (cell for row in rows for cell in row):
                yield from self.blocks(cell)
            return
        yield self._break()
        for number, row in enumerate(rows):
            for cell in row:
                yield TextRun("| ")
                yield from self._cell(cell)
                yield TextRun(" ")
            yield TextRun("|" + " |" * (width - len(row)) + "\n")
            if not number:
                yield TextRun(_RULE * width + "|\n")

    def _cell(self, cell: Any) -> Iterator[TextRun]:
        """What a cell holds, in one line: a bar would end it, and a line's end the row."""
        for piece in list(self.blocks(cell)):
            if piece.element is None and piece.text.startswith(("\n", _RULE)):
                yield TextRun(" ")
            else:
                yield attrs.evolve(piece, text=piece.text.replace("|", "¦").replace("\n", " "))


def _nearest(element: Any, name: str) -> Any:
    """The innermost element of a name that an element stands in."""
    return next(element.iterancestors(f"{_W}{name}"), None)
