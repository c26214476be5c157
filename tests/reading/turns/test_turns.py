import pytest

from quoteverify import parse

TURNS = {
    "MS. AAS: We will not sell the yard.\nMR. BERG (by phone): You will. Why not?\n\nQ: Is that all?\n": [
        ("MS. AAS", "We will not sell the yard."),
        ("MR. BERG", "You will. Why not?"),
        ("Q", "Is that all?"),
    ],
    "**Ada Aas:** No.\n> Bo Berg: Yes.": [("Ada Aas", "No."), ("Bo Berg", "Yes.")],
    "The Speaker of the House: Order!\nMs van der Berg: No.": [
        ("The Speaker of the House", "Order!"),
        ("van der Berg", "No."),
    ],
    "AAS: We sail.\n\nAt noon.\n\n(Laughter.)\n\nOr at one. (Applause.)\n\nBERG: Why?\n\n"
    "AAS: You know.\n\nEND": [
        ("AAS", "We sail.\n\nAt noon.\n\nOr at one."),
        ("BERG", "Why?"),
        ("AAS", "You know."),
    ],
    "Picture: the yard.\n" + "It is late.\n" * 9 + "More: the yard.": [],
    "<vale> do we sail\n* vale waits\n<berg> no\n-!- berg has quit\n<vale> why": [
        ("vale", "do we sail"),
        ("berg", "no"),
        ("vale", "why"),
    ],
    "09:14 - Ada Aas: Look!\n09:15 - Ada Aas: <Media omitted>\n09:16 - Bo Berg: I see it.": [
        ("Ada Aas", "Look!"),
        ("Bo Berg", "I see it."),
    ],
    "Operator: We begin.\n\nAda Aas\nAnalyst, Aas Bank      Q\nDo we sail?\n\nBo Berg\nPilot    A\nI do.\n\n"
    "Ada Aas\nAnalyst, Aas Bank      Q\nWhy?": [
        ("Operator", "We begin."),
        ("Ada Aas", "Do we sail?"),
        ("Bo Berg", "I do."),
        ("Ada Aas", "Why?"),
    ],
    "Ada Aas\n(00:03) Do we sail?\n\nBo Berg\n(00:09) I do. #00:00:11-2#\n\nAda Aas\n(00:14) Why?": [
        ("Ada Aas", "Do we sail?"),
        ("Bo Berg", "I do."),
        ("Ada Aas", "Why?"),
    ],
    "Ada Aas\n00:03-00:09 (6 sec)\nDo we sail?\n\nBo Berg\n00:09\nI do.\n\nAda Aas\n00:11-00:14\nWhy?": [
        ("Ada Aas", "Do we sail?"),
        ("Bo Berg", "I do."),
        ("Ada Aas", "Why?"),
    ],
    "Note: it rained all day.": [],
    "at noon: nothing\nat one: nothing": [],
    "He said at 10:30 no.\nShe said at 11:30 no.": [],
    "": [],
}


@pytest.mark.parametrize(("text", "turns"), TURNS.items())
def test_a_turn_goes_from_its_label_to_the_next(text, turns):
    found = [quote for quote in parse(text).quotes if quote.kind == "turn"]
    assert [(turn.speaker and turn.speaker.name, turn.text) for turn in found] == turns


def test_what_is_quoted_in_a_turn_is_a_quote_inside_of_it():
    text = "Ada Aas: You said “we sail at noon, whatever the wind.” Why?\nRuth Vale: I did."
    turn, inside, _ = parse(text).quotes
    assert turn.kind == "turn"
    assert turn.spans[0].start < inside.spans[0].start < inside.spans[0].end < turn.spans[0].end


@pytest.mark.parametrize(("length", "is_heading"), [(80, True), (81, False)])
def test_a_heading_between_turns_is_no_longer_than_so(length, is_heading):
    line = "The port of Aas".ljust(length, "x")
    first, *_ = parse(f"Ada Aas: I sail. Do you?\n{line}\nTom Berg: I do not.\nAda Aas: I see.").quotes
    assert (line not in first.text) is is_heading
