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
