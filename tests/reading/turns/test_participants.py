import pytest

from quoteverify.reading.marks.pairing import paragraphs
from quoteverify.reading.turns.label_words import label_words
from quoteverify.reading.turns.participants import participants
from quoteverify.text.language import language

LISTED = {
    "Present: Ruth Vale (chair), Bo Aas (clerk)": {"chair": "Ruth Vale", "clerk": "Bo Aas"},
    "Panel: Dr Ruth Vale, chair; Bo Aas, head of the port": {
        "chair": "Ruth Vale",
        "head of the port": "Bo Aas",
    },
    "Present:\nRuth Vale, Chair\nBo Aas – Clerk\n\nWe sail.": {"chair": "Ruth Vale", "clerk": "Bo Aas"},
    "SPEAKERS\nRuth Vale, Bo Aas": {},
    "Present: Ruth Vale (member); Bo Aas (member)": {},
    "RV = Ruth Vale; BA = Bo Aas": {"rv": "Ruth Vale", "ba": "Bo Aas"},
    "Rooms: Ruth Vale (chair)": {},
    "": {},
}


@pytest.mark.parametrize(("text", "found"), LISTED.items())
def test_a_head_says_who_is_who_by_office_or_letters(text, found):
    assert participants(text, paragraphs(text), label_words(language("en"))) == found


@pytest.mark.parametrize("line", ["Present: Ruth Vale (chair)", "RV = Ruth Vale"])
@pytest.mark.parametrize(("above", "found"), [(29, ["Ruth Vale"]), (30, [])])
def test_a_head_is_no_longer_than_so_many_lines(line, above, found):
    text = "It rained.\n" * above + line
    assert list(participants(text, paragraphs(text), label_words(language("en"))).values()) == found


@pytest.mark.parametrize(("listed", "found"), [(30, 30), (31, 30)])
def test_a_list_of_those_who_take_part_is_no_longer_than_so_many_lines(listed, found):
    text = "\n".join(["Present:", *(f"Ruth V{'a' * n} (clerk of port {n})" for n in range(1, listed + 1))])
    assert len(participants(text, paragraphs(text), label_words(language("en")))) == found
