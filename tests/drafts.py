"""A draft of twenty quotations in every form that a draft comes in: ten are right, and ten wrong in ten ways.

The quotations are of two invented reports. A form is a function from the quotations to a text, and the
findings have to be the same in each.
"""

import io
from collections.abc import Callable, Mapping, Sequence
from email.message import EmailMessage
from html import escape
from pathlib import Path

import attrs
import pytest

_HERE = Path(__file__).with_name("checking")
WHARF = (_HERE / "wharf.txt").read_text(encoding="utf8")
HILL = (_HERE / "hill.txt").read_text(encoding="utf8")
"""The two sources."""

SOLHEIM, LUND, MOE = "Ingrid Solheim", "Petter Lund", "Dagny Moe"
HAUGEN, BREKKE = "Marit Haugen", "Olav Brekke"


@attrs.frozen
class Quoted:
    """A quotation of the draft.

    Attributes:
        words: As the draft prints them.
        speaker: Whom the draft gives them to.
        wrong: What is wrong; "" where nothing is.
    """

    words: str
    speaker: str
    wrong: str = ""


QUOTED: Sequence[Quoted] = (
    Quoted("The contractor has not delivered a single stone since August", SOLHEIM),
    Quoted("We paid for nine hundred tonnes and we received none", SOLHEIM, "number"),
    Quoted("My customers walk half a mile around the fence to buy a herring", LUND),
    Quoted("If the fence stays until Easter, I will have to close the stall", LUND, "modality"),
    Quoted("Nobody told the market traders about the delay", MOE, "speaker"),
    Quoted("Our divers inspected every joint in June", MOE),
    Quoted("The wall is safe", MOE, "truncated"),
    Quoted("A temporary bridge would cost the town two million kroner", SOLHEIM),
    Quoted("I do believe the town will pay for it", SOLHEIM, "negation"),
    Quoted("We asked for the drawings three times", LUND),
    Quoted("The board gave us a bribe", LUND, "wording"),
    Quoted("The first bus leaves at ten past six, and my youngest is seven years old", HAUGEN),
    Quoted("No child should stand on a dark road for forty minutes", HAUGEN),
    Quoted("We will look at the early departure again in January", BREKKE, "date"),
    Quoted("I cannot promise that a second vehicle will be found", BREKKE),
    Quoted("The drivers have warned us since spring", HAUGEN),
    Quoted("The county has always been a friend of the hill villages", HAUGEN, "invented"),
    Quoted("Two of our buses failed the brake test. I would rather cancel a route", BREKKE, "spliced"),
    Quoted("They are going back on the road when they pass it", BREKKE, "changed"),
    Quoted("I would rather cancel a route than send out a bus with bad brakes", BREKKE),
)
"""What the draft quotes, in its order."""


def prose(quoted: Sequence[Quoted]) -> str:
    """Paragraphs of an article."""
    return "\n\n".join(
        f"“{q.words},” said {q.speaker}." if n % 2 else f"{q.speaker} said: “{q.words}.”"
        for n, q in enumerate(quoted)
    )


def markdown(quoted: Sequence[Quoted]) -> str:
    """Lists, names in bold and linked."""
    shapes: Sequence[Callable[[Quoted], str]] = (
        lambda q: f"- **{q.speaker}**: “{q.words}.”",
        lambda q: f"- [{q.speaker}](https://example.org/{q.speaker.split()[1]}) said: “{q.words}.”",
        lambda q: f"- {q.speaker}: “{q.words}.” [1]",
        lambda q: f"- “{q.words}.” – **{q.speaker}**",
    )
    return "# What was said\n\n" + "\n".join(shapes[n % 4](q) for n, q in enumerate(quoted)) + "\n"


def table(quoted: Sequence[Quoted]) -> str:
    """A table of Markdown."""
    rows = [f"| {n} | {q.speaker} | “{q.words}.” |" for n, q in enumerate(quoted, 1)]
    return "\n".join(["| No. | Speaker | Quotation |", "|---|---|---|", *rows]) + "\n"


def page(quoted: Sequence[Quoted]) -> str:
    """A page of HTML."""
    said = "\n".join(
        f"<p><b>{escape(q.speaker)}</b> said: <q>{escape(q.words)}.</q></p>"
        if n % 2
        else f"<p>&ldquo;{escape(q.words)},&rdquo; said <a href='/p'>{escape(q.speaker)}</a>.</p>"
        for n, q in enumerate(quoted)
    )
    head = "<!DOCTYPE html>\n<html><head><title>What was said</title></head><body>\n<h1>What was said</h1>\n"
    return f"{head}{said}\n</body></html>\n"


def chat(quoted: Sequence[Quoted]) -> str:
    """What a language model answers."""
    said = "\n".join(
        f'**{n}. {q.speaker}** – "{q.words}"' if n % 2 else f'{n}. **{q.speaker}:** "{q.words}."'
        for n, q in enumerate(quoted, 1)
    )
    asked = "User: What did they say about the quay and the bus?\n\nAssistant: Here is what the sources say:"
    return f"{asked}\n\n{said}\n\nLet me know if you need more.\n"


def mail(quoted: Sequence[Quoted]) -> str:
    """A mail with the draft in it."""
    message = EmailMessage()
    message["From"], message["To"] = "desk@example.org", "copy@example.org"
    message["Subject"] = "Draft: quay and bus"
    message.set_content("Hi,\n\nplease check.\n\n" + prose(quoted) + "\n\nThanks\n")
    return message.as_string()


def mail_of_html(quoted: Sequence[Quoted]) -> str:
    """A mail that has the draft as HTML alone."""
    message = EmailMessage()
    message["Subject"] = "Draft"
    message.set_content(page(quoted), subtype="html")
    return message.as_string()


def word(quoted: Sequence[Quoted]) -> bytes:
    """A file of Word's: paragraphs, and a table."""
    docx = pytest.importorskip("docx", reason="the extra docx is not installed")
    document = docx.Document()
    document.add_heading("What was said")
    half = len(quoted) // 2
    for n, q in enumerate(quoted[:half]):
        said = document.add_paragraph(style="List Bullet" if n % 3 else None)
        said.add_run(q.speaker).bold = True
        said.add_run(f" said: “{q.words[:9]}")
        said.add_run(f"{q.words[9:]}.”").italic = True
    table = document.add_table(rows=1, cols=2)
    for cell, heading in zip(table.rows[0].cells, ("Speaker", "Quotation"), strict=True):
        cell.text = heading
    for q in quoted[half:]:
        for cell, words in zip(table.add_row().cells, (q.speaker, f"“{q.words}.”"), strict=True):
            cell.text = words
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def rich_text(quoted: Sequence[Quoted]) -> bytes:
    """RTF."""
    pytest.importorskip("striprtf", reason="the extra rtf is not installed")

    def sign(character: str) -> str:
        return character if character.isascii() else f"\\u{ord(character)}?"

    said = "\\par\n".join(f"{{\\b {q.speaker}}}: " + "".join(map(sign, f"“{q.words}.”")) for q in quoted)
    head = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times;}}\n"
    return f"{head}{{\\pard {said}\\par}}}}".encode("ascii")


FILES: Mapping[str, Callable[[Sequence[Quoted]], str | bytes]] = {
    "draft.txt": prose,
    "draft.md": markdown,
    "table.md": table,
    "draft.html": page,
    "draft.eml": mail,
    "page.eml": mail_of_html,
    "draft.docx": word,
    "draft.rtf": rich_text,
}
"""The forms as files, by their names."""
