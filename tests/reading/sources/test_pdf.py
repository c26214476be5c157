import io
import sys

import pytest

from quoteverify import read, read_many, verify
from quoteverify.errors import MissingExtraError, UnreadableSourceError
from quoteverify.reading.parser import parse
from quoteverify.reading.sources.pdf import _evened, article_of_pdf

pypdf = pytest.importorskip("pypdf", reason="the extra pdf is not installed")

TRANSCRIPT = [
    [
        "Committee on Harbours 1",
        "Minutes of evidence",
        "THE CHAIR: We have looked at every sailing on the route, and the",
        "committee would like to hear from the company what it makes of the",
        "figures that the council disputes.",
        "MS OKORO: “The boat is the road” is a fine phrase from a self-",
        "respecting letter, and I said to the council, “If the county pays",
    ],
    [
        "Committee on Harbours 2",
        "forty thousand a year, the Friday boat stays.” They did not.",
        "Q12. Eleven people?",
    ],
]


def pdf(pages, password=None, drawn=b"72 700 Td "):
    """A PDF file that prints lines, one below the other."""
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = pypdf.PdfWriter()
    names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Courier", "/Encoding": "/WinAnsiEncoding"}
    font = DictionaryObject({NameObject(key): NameObject(value) for key, value in names.items()})
    for lines in pages:
        page = writer.add_blank_page(612, 792)
        shown = b"".join(b"<" + line.encode("cp1252").hex().encode() + b"> Tj T* " for line in lines)
        content = DecodedStreamObject()
        content.set_data(b"BT /F1 10 Tf 12 TL " + drawn + shown + b"ET")
        page[NameObject("/Contents")] = writer._add_object(content)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
    if password is not None:
        writer.encrypt(password, algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


LEFT = """\
  The ferry to Strand will not sail
before Easter. “We are back where we
were in January, with less money
and fewer friends,” said Ruth Vale.
  The council met until the lamps
were put out. Tom Berg, who has run"""
RIGHT = """\
the yard for years, said: “We can do
it by March, if nobody looks at it
while it cools.”
  The minister was not asked, and his
office said that it would not have
known what to say."""


def set_pdf(rows):
    """A PDF file that prints some words at each of some places."""
    drawn = b"".join(
        f"1 0 0 1 {x} {y} Tm <{words.encode('cp1252').hex()}> Tj ".encode() for x, y, words in rows
    )
    return pdf([[]], drawn=drawn)


def test_columns_are_read_one_after_the_other_with_their_paragraphs():
    rows = [(72, 740, "THE STRAND COURIER"), (520, 740, "12")]
    for n, (left, right) in enumerate(zip(LEFT.split("\n"), RIGHT.split("\n"), strict=True)):
        for x, words in ((72, left), (330, right)):
            indent = len(words) - len(words.lstrip())
            rows.append((x + 6 * indent, 700 - 12 * n, words.lstrip()))
    read = parse(article_of_pdf(set_pdf(rows))["text"])
    assert [(quote.text, quote.speaker.name) for quote in read.quotes] == [
        ("We are back where we were in January, with less money and fewer friends,", "Ruth Vale"),
        ("We can do it by March, if nobody looks at it while it cools.", "Tom Berg"),
    ]
    assert "COURIER" not in read.text
    assert "12" not in read.text
    assert "Vale.\n\nThe council" in read.text


RECORD = [
    "BY MS. AAS:",
    "     Q.   Did you read the contract before you",
    "signed it?",
    "     A.   I read the first page, and my brother",
    "read the rest of it to me.",
    "     Q.   When was that?",
    "     A.   On the ferry.",
]


def test_a_record_with_a_line_between_all_of_its_lines_is_read_by_turns():
    rows = []
    for n, words in enumerate(RECORD):
        indent = len(words) - len(words.lstrip())
        rows += [(60, 700 - 24 * n, str(n + 1)), (84 + 6 * indent, 700 - 24 * n, words.lstrip())]
    read = parse(article_of_pdf(set_pdf(rows))["text"])
    assert [(turn.speaker.name, turn.text) for turn in read.quotes] == [
        ("MS. AAS", "Did you read the contract before you signed it?"),
        ("A", "I read the first page, and my brother read the rest of it to me."),
        ("MS. AAS", "When was that?"),
        ("A", "On the ferry."),
    ]


def test_words_two_spaces_apart_are_no_columns():
    gaps = [" " * 2, " " * 6]
    assert _evened(f"We{gaps[0]}sail{gaps[1]}at{gaps[0]}noon") == "We sail       at noon"


def test_lines_are_paragraphs_again_across_pages_without_their_heads():
    assert article_of_pdf(pdf(TRANSCRIPT))["text"].split("\n\n") == [
        "Minutes of evidence",
        "THE CHAIR: We have looked at every sailing on the route, and the committee would like to hear from "
        "the company what it makes of the figures that the council disputes.",
        "MS OKORO: “The boat is the road” is a fine phrase from a self-respecting letter, and I said to the "
        "council, “If the county pays forty thousand a year, the Friday boat stays.” They did not.",
        "Q12. Eleven people?",
    ]


def test_a_passage_of_a_pdf_tells_its_page(tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(pdf([["We will sail at noon."], [], ["The boat is the road.", "It rained."]]))
    document = read(path)
    printed = [span.of(document.text).strip() for span in document.pages]
    assert printed == ["We will sail at noon.", "", "The boat is the road. It rained."]
    (passage,) = verify("The boat is the road", document).passages
    assert passage.page == 3
    assert next(iter(read_many(path))).pages == document.pages


def test_the_offsets_of_a_pdf_print_what_they_say():
    document = parse(article_of_pdf(pdf(TRANSCRIPT))["text"])
    marked = [quote for quote in document.quotes if quote.kind != "turn"]
    assert [span.of(document.text) for quote in marked for span in quote.spans] == [
        "The boat is the road",
        "If the county pays forty thousand a year, the Friday boat stays.",
    ]


@pytest.mark.parametrize(
    ("pages", "text"),
    [
        ([], ""),
        ([[]], ""),
        ([["One line"]], "One line"),
        ([["Page 1"], ["Page 2"]], ""),
        ([["One page has this"], ["and another"], ["and the last this"]],
         "One page has this and another and the last this"),
        ([["A line that ends in a soft hy\xad", "phen here, and some words more"]],
         "A line that ends in a soft hyphen here, and some words more"),
        ([["A line that ends with a dash -", "as people set it without dashes"]],
         "A line that ends with a dash - as people set it without dashes"),
    ],
)  # fmt: skip
def test_lines_are_joined_where_the_next_word_had_no_room(pages, text):
    assert article_of_pdf(pdf(pages))["text"] == text


@pytest.mark.parametrize(
    "raw",
    [b"", b"%PDF-1.7\n", b"no PDF", pdf(TRANSCRIPT)[:300], pdf(TRANSCRIPT, password="secret")],
    ids=["empty", "a first line", "another file", "cut off", "locked"],
)
def test_a_broken_or_locked_file_is_unreadable(raw):
    with pytest.raises(UnreadableSourceError, match="the PDF is broken or locked"):
        article_of_pdf(raw)


def test_without_the_extra_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'quoteverify\[pdf\]"):
        article_of_pdf(pdf(TRANSCRIPT))
