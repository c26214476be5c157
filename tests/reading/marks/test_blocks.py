import pytest

from quoteverify import parse

BLOCKS = {
    "As the mayor, Anna Brook, wrote in her letter:\n\n> The bridge stays shut.\n\nShe gave no reason.": [
        ("The bridge stays shut.", "Anna Brook")
    ],
    "On 3 May, Ada Aas wrote:\n> We sail at noon\n> if it is dry.\n>\n> Bring a coat.\n\nI will not.": [
        ("We sail at noon\nif it is dry.\n\nBring a coat.", "Ada Aas")
    ],
    "<p>Ruth Vale said in a statement:</p><blockquote><p>We sail.</p><p>At noon.</p></blockquote><p>No.": [
        ("We sail.\n\nAt noon.", "Ruth Vale")
    ],
    "The port is shut.\n\n> We sail at noon.\n> — Ruth Vale\n\nNobody came.": [
        ("We sail at noon.", "Ruth Vale")
    ],
    "The port is shut.\n\n> It was a note.\n\nNobody came.": [("It was a note.", None)],
    "The port is shut.\n\n> “We sail,” said Ruth Vale.\n\nNobody came.": [],
    "> The whole text is quoted.": [],
}


@pytest.mark.parametrize(("text", "blocks"), BLOCKS.items())
def test_a_block_quotation_is_of_whoever_introduces_or_signs_it(text, blocks):
    quotes = [quote for quote in parse(text).quotes if quote.kind == "block"]
    assert [(quote.text, quote.speaker and quote.speaker.name) for quote in quotes] == blocks


def test_marks_in_a_block_that_is_introduced_stand_inside_of_it():
    text = "The judge, Signe Dahl, put it so:\n\n> The log is “complete, and I have read it”, and so on.\n"
    block, inside = parse(text).quotes
    assert block.kind == "block"
    assert block.spans[0].start < inside.spans[0].start < inside.spans[0].end < block.spans[0].end
