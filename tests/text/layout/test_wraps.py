import itertools
import textwrap

import pytest

from quoteverify.text.layout.page import Page
from quoteverify.text.layout.wraps import unwrapped

PARAGRAPHS = (
    "The ferry to Strand will not sail before Easter, the harbour master said on Monday, when the new shaft "
    "that was cast at the yard in Falkenau had cracked for the second time as it cooled.",
    "“We are back where we were in January, with less money,” said Ruth Vale. She has run the port for "
    "nineteen years and has kept a log for eighteen of them, which is in the library.",
    "Tom Berg, who manages the yard, disagreed. “We can do it by March, if nobody looks at it while it "
    "cools,” he told a meeting of the council that went on until the lamps were put out.",
    "The council meets again on Thursday.",
)


def read(text):
    return unwrapped(Page(text, text)).text


def wrapped(width, indent=""):
    return [textwrap.fill(p, width, initial_indent=indent, break_on_hyphens=False) for p in PARAGRAPHS]


@pytest.mark.parametrize("width", [30, 45, 60, 72, 80, 100])
def test_wrapped_lines_are_joined_at_any_width(width):
    assert read("\n\n".join(wrapped(width))) == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("width", [45, 60, 72, 80])
@pytest.mark.parametrize("prefix", ["> ", ">", "| ", ">> "])
def test_lines_behind_a_prefix_are_joined_too(width, prefix):
    mail = f"> {PARAGRAPHS[-1]}\n" if prefix == ">> " else ""
    quoted = textwrap.indent("\n\n".join(wrapped(width)), prefix, lambda line: True)
    assert read(mail + quoted).splitlines()[bool(mail) :: 2] == list(PARAGRAPHS)


@pytest.mark.parametrize("width", [45, 60, 72, 80])
@pytest.mark.parametrize("indent", ["  ", "    ", "\t"])
def test_indents_part_paragraphs_where_no_empty_line_does(width, indent):
    text = "\n".join(wrapped(width, indent.expandtabs(4)))
    assert [line.strip() for line in read(text).splitlines()] == list(PARAGRAPHS)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_where_indents_tell_paragraphs_apart_a_line_with_room_goes_on(between):
    # What the first line of each is set wider makes room in all the others.
    text = between.join(f"{' ' * 12}{part}" for part in wrapped(56) * 2)
    assert [line.strip() for line in read(text).splitlines() if line] == list(PARAGRAPHS * 2)


@pytest.mark.parametrize(
    ("indent", "askew", "joined"), [(4, 0, True), (4, 1, True), (2, 0, True), (1, 0, False)]
)
def test_a_sentence_that_ends_with_room_goes_on_where_indents_tell_paragraphs_apart(indent, askew, joined):
    paragraph = (
        " " * indent + "The ferry to Strand will not sail before Easter, the\n"
        "harbour master said on Monday, when the new shaft that\n"
        + " " * askew + "was cast at the yard has cracked as it cooled.\n"
        "It was the second of the year, and there is no third to\n"
        "be had in all of the north."
    )  # fmt: skip
    text = read("\n".join([paragraph] * 6))
    assert ("cooled. It was" in text) is joined


def test_line_ends_of_other_systems_are_joined_too():
    assert read("\n\n".join(wrapped(60)).replace("\n", "\r\n")) == "\r\n\r\n".join(PARAGRAPHS)


UNCHANGED = {
    "a paragraph a line": "\n".join(PARAGRAPHS),
    "verse": "The boat went out on a quiet sea,\nThe boat came in with the tide;\nAnd nobody asked what the\n"
    "catch might be\nOr who was aboard who had cried.",
    "an address": "Ruth Vale\nHarbour Office\nThe Old Quay 3\n4112 Aas",
    "a list": "- two lines\n- one fender\n- a whistle",
    "ingredients": "flour\nbutter\nsalt\neight urchins",
    "lettered items": "a) two lines and a fender for the boat\nb) one fender that is not too old, and\n"
    "c) a whistle of brass\nd) nothing else at all for now",
    "a table": "| boat | year |\n|------|------|\n| Corran | 1981 |",
    "turns": "ADA AAS: We sail at noon.\nRUTH VALE: We sail at one if the wind holds.\nADA AAS: Why?",
    "a headline above": "Ferry will not sail before Easter\n" + PARAGRAPHS[0],
    "nothing": "",
}


@pytest.mark.parametrize("text", UNCHANGED.values(), ids=UNCHANGED.keys())
def test_lines_that_their_writer_ended_stay_apart(text):
    assert read(text) == text


def test_what_stands_apart_in_a_wrapped_text_stays_apart():
    body = "\n\n".join(wrapped(60))
    verse = "the sea is wide\nthe boat is small\nthe wind is cold\nand that is all"
    signature = "-- \nRuth Vale\nPort of Aas"
    text = f"{body}\n\n{verse}\n\n{signature}"
    assert read(text) == "\n\n".join([*PARAGRAPHS, verse, signature])


@pytest.mark.parametrize(
    "signs", [("a)", "b)", "c)"), ("A.", "B.", "C."), ("(a)", "(b)", "(c)"), ("1.", "2.", "3."), ("-",) * 3]
)
def test_items_in_a_wrapped_text_stay_apart(signs):
    items = [f"{sign} {paragraph}" for sign, paragraph in zip(signs, PARAGRAPHS, strict=False)]
    text = "\n".join(textwrap.fill(item, 60, break_on_hyphens=False) for item in items)
    assert read(text).splitlines() == items


def test_turns_in_a_wrapped_transcript_stay_apart():
    turns = [f"VALE: {PARAGRAPHS[0]}", f"Tom Berg: {PARAGRAPHS[3]}", f"VALE: {PARAGRAPHS[2]}", "Q: Why?"]
    text = "\n".join(textwrap.fill(turn, 66) for turn in turns)
    assert read(text).splitlines() == turns


BROKEN = {
    '"We have no money left for repairs to the roof,” said Ruth\nVale on Tuesday.': 1,
    '"The bridge will not open before the\nsummer," said Ruth\nVale on Tuesday.': 1,
    'The yard of Aas was sued. Its owner, Tom\nBerg, called it "a joke\nwithout a point" and he\nlaughed.': 1,
    "The yard is shut.\nNobody knows why.": 2,
}


@pytest.mark.parametrize(("text", "lines"), BROKEN.items())
def test_a_few_broken_lines_are_enough(text, lines):
    assert len(read(text).splitlines()) == lines


HYPHENS = {
    "She is the harbour-\nmaster of Aas, and the harbour-master of Strand.": "the harbour-master of Aas",
    "It was a long cam-\npaign for them, and the campaign was lost.": "a long campaign for them",
    "They did well and made it. It was a well-\nmade boat of the sort that one sees.": "a well-made boat",
    "It was very late then --\nand nobody had a lamp.": "then -- and",
    "It was very late then—\nand nobody had a lamp.": "then—and",
    "It was then always cam\u00ad\npaign time for all of them.": "always campaign",
}


@pytest.mark.parametrize(("text", "joined"), HYPHENS.items())
def test_a_hyphen_at_the_end_of_a_line_is_kept_if_it_is_the_word_s_own(text, joined):
    assert joined in read(text)


def test_many_hyphens_at_line_ends_divide_words():
    text = (
        "The long cam-\npaign of the fish-\nermen for a har-\nbour was lost by\nthem on Mon-\nday last week."
    )
    assert (
        read(text) == "The long campaign of the fishermen for a harbour was lost by them on Monday last week."
    )


def test_only_a_part_of_a_text_that_is_quoted_is_a_block_quotation():
    text = "The mayor wrote:\n\n> We sail at noon today\n> if it is dry.\n>\n> Bring a coat.\n\nNobody came."
    page = unwrapped(Page(text, text))
    assert [block.of(page.text) for block in page.blocks] == [
        "We sail at noon today if it is dry.\n\nBring a coat."
    ]
    assert unwrapped(Page("> We sail.", "> We sail.")).blocks == ()


def test_lines_of_proportional_type_have_more_characters_or_fewer():
    widths = itertools.cycle((60, 59, 58, 55, 57, 56, 60, 60))

    def filled(paragraph):
        lines, width = [""], next(widths)
        for word in paragraph.split():
            if len(lines[-1]) + len(word) + 1 > width:
                lines, width = [*lines, ""], next(widths)
            lines[-1] = f"{lines[-1]} {word}".strip()
        return "\n".join(lines)

    sentences = "The mast is down. Nobody saw it. The lamp is out. All of us were at the quay. " * 4 + "No."
    paragraphs = [*PARAGRAPHS, sentences] * 4
    assert read("\n\n".join(map(filled, paragraphs))) == "\n\n".join(paragraphs)


def test_signed_quotations_below_each_other_stay_apart():
    lines = [
        "“We sail at noon if the wind holds, and no later than two.” ― Ruth Vale",
        "“The harbour is lost, and whoever says otherwise is dreaming.” — Bo Aas",
        "“Nobody asked us, and nobody ever will ask any of us again.” - Ada Berg",
    ]
    prose = textwrap.fill(
        "The port was shut for as long as anybody could remember, and so it stayed. " * 9, 72
    )
    text = "\n".join(lines)
    assert unwrapped(Page("t", f"{prose}\n\n{text}\n")).text.endswith(f"\n\n{text}\n")


HEADED = """\
Use the second.

From: Tom Berg
Sent: Tuesday, March 12, 2024 10:04 AM
To: Ines Quade

Ruth Vale called back. “I have said all that I
have to say,” she said.

--
Tom Berg
harbour desk
"""


def test_the_head_and_the_signature_of_a_mail_stand_as_written():
    assert read(HEADED) == HEADED.replace("that I\nhave", "that I have")


def test_a_mail_may_be_wrapped_where_it_quotes_and_nowhere_else():
    own = "Good.\nUse that.\n\nBest,\nAda\nAas"
    mail = f"> She called back at once. “I have said\n> all that I can,” she told Bo\n> Dahl.\n\n{own}"
    assert read(mail) == f"She called back at once. “I have said all that I can,” she told Bo Dahl.\n\n{own}"


def test_the_line_above_a_message_is_not_joined_to_it():
    chat = "Ada Aas  [9:14 AM]\nis anybody at the crane?\n\n[05-Apr-24 09:15 PM] bo#1234\nme, if i must be"
    assert read(chat) == chat


RAGGED = (
    "“We are back where we were in January, with",
    "less money and no friends at all,” said",
    "Ruth Vale. She has run the port for nineteen",
    "years and has kept a log.",
)


def test_a_line_within_a_paragraph_may_only_seem_to_have_had_room():
    before, _, after, _ = wrapped(48)
    text = "\n\n".join([before, "\n".join(RAGGED), after])
    assert read(text) == "\n\n".join([PARAGRAPHS[0], " ".join(RAGGED), PARAGRAPHS[2]])
