import io
import re
import zipfile

import attrs
import drafts
import pytest
import word_files as wf
from hypothesis import given, settings
from hypothesis import strategies as st

import quoteverify as qv
from quoteverify.__main__ import main
from quoteverify.errors import ArgumentValueError
from quoteverify.formats.checked.reviewed import reviewed
from quoteverify.models import CheckReport
from quoteverify.reading.sources.word import article_of_word, opened

docx = pytest.importorskip("docx", reason="the extra docx is not installed")

SOURCES = [
    qv.parse(drafts.WHARF, id="wharf", outlet="The Wharf"),
    qv.parse(drafts.HILL, id="hill", outlet="The Hill"),
]
TIDE = qv.parse("“We will not sell the yard before spring,” said Ada Aas.", outlet="The Tide")


def checked(raw, sources=SOURCES):
    return qv.check(qv.parse(article_of_word(raw, links=True)["text"]), sources)


def commented(raw):
    """The words that each comment of a file stands at, with the comment."""
    document = opened(raw)
    texts = {comment.comment_id: comment.text for comment in document.comments}
    open_now, words = set(), dict.fromkeys(texts, "")
    for element in document.element.body.iter():
        name = element.tag.rpartition("}")[2]
        if name in ("commentRangeStart", "commentRangeEnd"):
            open_now ^= {int(element.get(f"{{{element.nsmap['w']}}}id"))}
        elif name == "t":
            for id in open_now:
                words[id] += element.text
    assert not open_now
    return [(words[id], texts[id]) for id in texts]


def letters(raw):
    """Each letter of a file with how it is set."""
    document = opened(raw)
    found = []
    for text in document.element.body.iter("{*}t"):
        properties = text.getparent().find("{*}rPr")
        set_as = "" if properties is None else sorted(element.tag for element in properties)
        found += [(letter, str(set_as)) for letter in text.text or ""]
    return found


def test_who_comments_is_the_library_and_nobody_else():
    raw = drafts.word(drafts.QUOTED)
    comments = opened(reviewed(raw, checked(raw))).comments
    assert {(comment.author, comment.initials) for comment in comments} == {("quoteverify", "qv")}


def test_each_finding_is_a_comment_at_its_words():
    raw = drafts.word(drafts.QUOTED)
    report = checked(raw)
    found = commented(reviewed(raw, report))
    assert len(found) == len(drafts.QUOTED)
    assert [words.strip(" .") for words, _ in found] == [q.words for q in drafts.QUOTED]
    for (_, comment), quoted in zip(found, drafts.QUOTED, strict=True):
        assert comment.startswith(("Words:", "Speaker:", "Context:")) or not quoted.wrong
    assert "Speaker: Another speaker." in found[4][1]
    assert found[5][1] == "Word for word.\nThe Wharf, Dagny Moe: “Our divers inspected every joint in June.”"


def test_what_is_told_without_marks_is_commented_on_where_it_was_asked_for():
    raw = wf.file(wf.paragraph(wf.words("Ada Aas said she would sell the yard before spring.")))
    report = qv.check(qv.parse(article_of_word(raw, links=True)["text"]), TIDE, reports=True)
    ((words, comment),) = commented(reviewed(raw, report))
    assert words == "she would sell the yard before spring"
    assert "The Tide, Ada Aas: “We will not sell the yard before spring" in comment


def test_what_somebody_has_let_stand_is_said_to_be_so_and_no_more():
    raw = drafts.word(drafts.QUOTED)
    report = checked(raw)
    plain = commented(reviewed(raw, report))
    id, found = report.to_look_at[0]
    n = report.quote_ids.index(id)
    assert plain[n][1].startswith("Words: ")
    after = commented(reviewed(raw, attrs.evolve(report, accepted=[id])))
    assert after[n][1].startswith("Accepted: altered.\n")
    assert found.passages[0].text in after[n][1]
    assert "meaning" not in after[n][1]
    assert after[:n] + after[n + 1 :] == plain[:n] + plain[n + 1 :]


def test_nothing_else_changes():
    raw = drafts.word(drafts.QUOTED)
    after = reviewed(raw, checked(raw))
    assert letters(after) == letters(raw)
    assert article_of_word(after, links=True) == article_of_word(raw, links=True)
    names = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        assert set(new.namelist()) - set(old.namelist()) == {"word/comments.xml"}
        assert all(old.read(name) == new.read(name) for name in set(old.namelist()) - names)
    with zipfile.ZipFile(io.BytesIO(after)) as new:
        body = new.read("word/document.xml").decode()
    assert body.count("<w:commentReference ") == len(drafts.QUOTED)


SAID = "We will sell the yard before spring"
SENTENCE = f"Ada Aas said: “{SAID}.”"
BOX = f"<w:r><w:pict><w:txbxContent>{wf.paragraph(SENTENCE)}</w:txbxContent></w:pict></w:r>"
BROKEN = f"<w:r><w:br/><w:t>“{SAID}.” So</w:t><w:tab/><w:t> it was.</w:t></w:r>"
BOLD = wf.words(" sell ", "<w:rPr><w:b/></w:rPr>")
ROWS = [["Who", "Words"], ["Ada Aas", f"“{SAID}.”"]]
# What stands in a file's body, and the words that the comment stands at.
PLACES = {
    "a link": (wf.paragraph("Ada Aas ", wf.link("l", f"said: “{SAID}.”")), f"said: “{SAID}.”"),
    "what was put in": (
        wf.paragraph("Ada Aas said: ", f"<w:ins w:id='9'>{wf.words(f'“{SAID}.”')}</w:ins>"),
        f"“{SAID}.”",
    ),
    "a text box": (wf.paragraph("So.", BOX), SENTENCE),
    "several runs": (wf.paragraph("Ada Aas said: “We will", BOLD, "the yard before spring.”"), f"{SAID}."),
    "a break within": (wf.paragraph("Ada Aas said:", BROKEN), f"{SAID}."),
    "a table": (wf.table(*([wf.paragraph(cell) for cell in row] for row in ROWS)), f"{SAID}."),
}


@pytest.mark.parametrize(("body", "words"), PLACES.values(), ids=PLACES)
def test_a_comment_stands_where_word_can_have_one(body, words):
    raw = wf.file(body, links={"l": "https://tide.example/a"})
    after = reviewed(raw, checked(raw, TIDE))
    ((found, comment),) = commented(after)
    assert found == words
    assert "leaves out “not”" in comment
    assert letters(after) == letters(raw)
    for mark in opened(after).element.body.iter("{*}commentRangeStart", "{*}commentRangeEnd"):
        assert mark.getparent().tag.endswith("}p")


def test_what_stands_in_a_note_is_commented_on_at_its_number():
    raw = wf.file(
        wf.paragraph("So it is.", wf.note(2)), notes={"2": wf.paragraph(f"Ada Aas said: “{SAID}.”")}
    )
    ((found, comment),) = commented(reviewed(raw, checked(raw, TIDE)))
    assert (found, "leaves out “not”" in comment) == ("", True)


def test_what_is_not_looked_for_is_told_too():
    raw = wf.file(wf.paragraph(f"The film “Dark Water” won. “{SAID},” said Ada Aas."))
    found = dict(commented(reviewed(raw, checked(raw, TIDE))))
    assert found["Dark Water"] == "Not looked for: a term: work."


def test_a_report_of_another_file_is_refused():
    raw = wf.file(wf.paragraph("So."))
    with pytest.raises(ArgumentValueError, match="not of this Word file"):
        reviewed(raw, CheckReport(document=qv.parse("No."), verifications=[]))


def test_the_command_writes_it(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.docx").write_bytes(drafts.word(drafts.QUOTED))
    (tmp_path / "wharf.txt").write_text(drafts.WHARF, encoding="utf8")
    (tmp_path / "hill.txt").write_text(drafts.HILL, encoding="utf8")
    sources = ["wharf.txt", "hill.txt"]
    assert main(["check", "draft.docx", *sources, "--output", "reviewed.docx"]) == 1
    assert len(commented((tmp_path / "reviewed.docx").read_bytes())) == 20
    (tmp_path / "draft.txt").write_text("So.")
    assert main(["check", "draft.txt", *sources, "--output", "reviewed.docx"]) == 2
    assert "'reviewed.docx' would be the draft with comments" in capsys.readouterr().err


@settings(max_examples=25)
@given(
    st.lists(
        st.sampled_from(["“", "”", "We will ", "sell", " the yard", ".", "<w:r><w:tab/></w:r>"]), max_size=12
    )
)
def test_any_file_keeps_its_letters(parts):
    raw = wf.file(wf.paragraph(*parts) + wf.paragraph("“We will sell the yard,” said Ada Aas."))
    after = reviewed(raw, checked(raw, TIDE))
    assert letters(after) == letters(raw)
    assert re.sub(r"\s+", " ", article_of_word(after)["text"]) == re.sub(
        r"\s+", " ", article_of_word(raw)["text"]
    )
