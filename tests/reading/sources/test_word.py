import contextlib
import io
import re
import zipfile

import pytest
import word_files as wf
from hypothesis import given, settings
from hypothesis import strategies as st

from quoteverify.errors import UnreadableSourceError
from quoteverify.reading.parser import parse
from quoteverify.reading.sources.word import article_of_word, opened, pieces

docx = pytest.importorskip("docx", reason="the extra docx is not installed")

SAID = "“We will not sell the yard,” said Ada Aas."
BOX = "<w:txbxContent>" + wf.paragraph("“Never.” – Ada Aas") + "</w:txbxContent>"
# What stands in a file's body, and what is read of it.
READ = {
    "a paragraph of several runs": (wf.paragraph("“We will ", "not sell", " the yard,” said Ada Aas."), SAID),
    "two paragraphs and an empty one": (
        wf.paragraph("One.") + "<w:p/>" + wf.paragraph("Two."),
        "One.\n\nTwo.",
    ),
    "a break and a tab": (
        wf.paragraph("One.", "<w:r><w:br/><w:t>Two.</w:t><w:tab/><w:t>Three.</w:t></w:r>"),
        "One.\nTwo.\tThree.",
    ),
    "what was put in, and not what was taken out": (
        wf.paragraph(
            "It is ",
            f"<w:del>{wf.words('not ').replace('w:t', 'w:delText')}</w:del>",
            f"<w:ins>{wf.words('so')}</w:ins>",
            ".",
        ),
        "It is so.",
    ),
    "what was moved stands where it was moved to": (
        wf.paragraph(f"<w:moveFrom>{wf.words('Now ')}</w:moveFrom>", "it is ")
        + wf.paragraph(f"<w:moveTo>{wf.words('Now')}</w:moveTo>"),
        "it is \n\nNow",
    ),
    "the words of a field, and not its command": (
        wf.paragraph("<w:r><w:instrText>PAGE</w:instrText></w:r>", "7"),
        "7",
    ),
    "a control around paragraphs": (
        f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{wf.paragraph('One.')}</w:sdtContent></w:sdt>",
        "One.",
    ),
    "a table": (
        wf.table(
            [wf.paragraph("Who"), wf.paragraph("What")], [wf.paragraph("Ada|Aas"), wf.paragraph("“No.”")]
        ),
        "| Who | What |\n|---|---|\n| Ada¦Aas | “No.” |",
    ),
    "a cell of two paragraphs": (
        wf.table([wf.paragraph("A"), wf.paragraph("B") + wf.paragraph("C")], [wf.paragraph("D"), "<w:p/>"]),
        "|  A |  B C |\n|---|---|\n|  D |  |",
    ),
    "a table that sets a page out": (
        wf.table([wf.paragraph("One.")], [wf.paragraph("Two.")]),
        "One.\n\nTwo.",
    ),
    "a table in a table": (
        wf.table([wf.table([wf.paragraph("A"), wf.paragraph("B")]), wf.paragraph("C")]),
        "|  ¦ A ¦ B ¦ | C |\n|---|---|",
    ),
    "a text box, once": (
        wf.paragraph(
            "One.",
            f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{BOX}</mc:Choice>"
            f"<mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent></w:r>",
        ),
        "One.\n\n“Never.” – Ada Aas",
    ),
}


@pytest.mark.parametrize(("body", "text"), READ.values(), ids=READ)
def test_what_a_reader_sees_is_read(body, text):
    read = article_of_word(wf.file(body))["text"]
    assert re.sub(" +", " ", read) == re.sub(" +", " ", text)


def test_notes_stand_at_the_end_under_their_numbers():
    body = wf.paragraph("“We will not sell,” said Ada Aas.", wf.note(2)) + wf.paragraph("Done.")
    raw = wf.file(body, notes={"2": wf.paragraph("The Tide, 3 May.") + wf.paragraph("Page 4.")})
    assert article_of_word(raw)["text"] == (
        "“We will not sell,” said Ada Aas.[^2]\n\nDone.\n\n[^2]: The Tide, 3 May.\n\nPage 4."
    )


def test_the_numbers_of_notes_at_the_end_are_others_than_those_at_the_foot():
    body = wf.paragraph("“No,” said Ada Aas.", wf.note(2), " She left.", wf.note(2, "endnote"))
    notes, endnotes = {"2": wf.paragraph("The Tide.")}, {"2": wf.paragraph("The Ebb.")}
    text = "“No,” said Ada Aas.[^2] She left.[^e2]"
    assert article_of_word(wf.file(body, notes=notes, endnotes=endnotes))["text"] == (
        f"{text}\n\n[^2]: The Tide.\n\n[^e2]: The Ebb."
    )
    assert article_of_word(wf.file(body, endnotes=endnotes))["text"] == f"{text}\n\n[^e2]: The Ebb."


def test_links_are_kept_where_they_are_asked_for_and_never_opened():
    body = wf.paragraph("Ada Aas ", wf.link("l", "told"), " us.", wf.link("none", " So."))
    raw = wf.file(body, links={"l": "https://tide.example/a"})
    assert article_of_word(raw)["text"] == "Ada Aas told us. So."
    assert article_of_word(raw, links=True)["text"] == "Ada Aas [told](https://tide.example/a) us. So."


def test_block_quotations_are_known_by_their_style_whatever_it_is_called_in_the_file():
    body = (
        wf.paragraph("Ada Aas wrote:")
        + wf.paragraph("We will not sell the yard.", style="Zitat")
        + wf.paragraph("It is ours.", style="Zitat")
        + wf.paragraph("She left.")
    )
    text = article_of_word(wf.file(body, styles={"Zitat": "Quote"}))["text"]
    assert text == "Ada Aas wrote:\n\n> We will not sell the yard.\n>\n> It is ours.\n\nShe left."
    (quote,) = parse(text).quotes
    assert (quote.kind, quote.speaker.name) == ("block", "Ada Aas")


def test_each_piece_has_the_length_of_what_stands_in_its_element():
    body = wf.paragraph("a|b") + wf.table([wf.paragraph("a|b\nc"), wf.paragraph("d")])
    found = [p for p in pieces(opened(wf.file(body)), links=False) if p.element is not None]
    assert [len(p.text) for p in found] == [len(p.element.text) for p in found]


GOOD = wf.file(wf.paragraph(SAID))


def packed(**parts):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return written.getvalue()


UNREADABLE = {
    "not packed": b"Some text.",
    "truncated": GOOD[: len(GOOD) // 2],
    "something else that is packed": packed(**{"a.txt": "It rained."}),
    "a file with macros": wf.file(wf.paragraph(SAID), kind="document.macroEnabled"),
    "broken XML": wf.file("<w:p>"),
    "very deep": wf.file("<w:sdt>" * 5000 + "</w:sdt>" * 5000),
    "an entity that is none": wf.file("<w:p>&none;</w:p>"),
}


@pytest.mark.parametrize("raw", UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_word_file_is_a_clear_error(raw):
    with pytest.raises(UnreadableSourceError, match="broken, locked or no Word file"):
        article_of_word(raw)


def test_a_file_made_to_be_large_is_refused_before_it_is_unpacked():
    raw = wf.file(wf.paragraph(SAID), extra={"word/media/a.bin": b"\0" * 60_000_000})
    with pytest.raises(UnreadableSourceError, match="would be unpacked to 60,00"):
        article_of_word(raw)


def test_deep_tables_and_boxes_take_no_more_than_their_size():
    table = wf.paragraph("a")
    for _ in range(40):
        table = wf.table([table, wf.paragraph("b")])
    assert article_of_word(wf.file(table))["text"].count("b") == 40
    box = wf.paragraph("a")
    for _ in range(40):
        box = wf.paragraph("a", f"<w:r><w:pict><w:txbxContent>{box}</w:txbxContent></w:pict></w:r>")
    assert article_of_word(wf.file(box))["text"].count("a") == 41


@settings(max_examples=60)
@given(st.integers(0, len(GOOD) - 1), st.integers(1, 255))
def test_a_damaged_file_is_read_or_said_to_be_unreadable(place, change):
    raw = bytearray(GOOD)
    raw[place] ^= change
    with contextlib.suppress(UnreadableSourceError):
        assert isinstance(article_of_word(bytes(raw))["text"], str)
