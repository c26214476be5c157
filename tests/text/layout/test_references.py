import pytest

from quoteverify.text.layout.page import Page
from quoteverify.text.layout.references import without_references

READ = {
    "kept for the journey,4 and none was lost.5 They left.": (
        "kept for the journey, and none was lost. They left."
    ),
    "the orchard[7][8] within two years [12].": "the orchard within two years.",
    "Read it https://t.co/aB3dEfGh now pic.twitter.com/aB3, all of it": "Read it now, all of it",
    "as he wrote[^1] and she[^note] did": "as he wrote and she did",
    "in the north【3†source】, and the south": "in the north, and the south",
    "in the north,¹ and in the south.²": "in the north, and in the south.",
    "30 Egyptians,15 of them sailors": "30 Egyptians,15 of them sailors",
    "It is at No.5 The Quay, Sept.11 At noon": "It is at No.5 The Quay, Sept.11 At noon",
    "3 km² and 4 m³ of 1,000 and 2.5": "3 km² and 4 m³ of 1,000 and 2.5",
    "[1] Vale, The Port. He has [3] boats [sic].": "[1] Vale, The Port. He has [3] boats [sic].",
}


@pytest.mark.parametrize(("text", "read"), READ.items())
def test_the_marks_of_notes_are_passed_over(text, read):
    assert without_references(Page(text, text)).text == read
