import pytest

from quoteverify import parse

TALK = "{0}: Do we sail?\n{1}: We do.\n{0}: Why?\n"
WHO = {
    "Ruth Vale met Ada Aas.\n\n" + TALK.format("VALE", "AAS"): ["Ruth Vale", "Ada Aas", "Ruth Vale"],
    "Present: Ruth Vale (RV), Ada Aas (AA)\n\n" + TALK.format("RV", "AA"): [
        "Ruth Vale",
        "Ada Aas",
        "Ruth Vale",
    ],
    "Ruth Vale met Ada Aas.\n\n" + TALK.format("R. Vale", "Ada"): ["Ruth Vale", "Ada Aas", "Ruth Vale"],
    "Host: Ruth Vale\nGuest: Ada Aas\n\n" + TALK.format("Host", "Guest"): [
        "Ruth Vale",
        "Ada Aas",
        "Ruth Vale",
    ],
    "The Minister (Ruth Vale): We sail.\nAda Aas: Do we?\nThe Minister: We do.": [
        "Ruth Vale",
        "Ada Aas",
        "Ruth Vale",
    ],
    "Mayor Ruth Vale: We sail. Do we?\nAda Aas: You do.\nMayor: When?": ["Ruth Vale", "Ada Aas", "Ruth Vale"],
    "Present: Ruth Vale (chair); Ada Aas\n\n" + TALK.format("The Chair", "Aas"): [
        "Ruth Vale",
        "Ada Aas",
        "Ruth Vale",
    ],
    "RV = Ruth Vale, AA = Ada Aas\n\n" + TALK.format("RV", "AA"): ["Ruth Vale", "Ada Aas", "Ruth Vale"],
    "In the James Vale Memorial Hall\n\n" + TALK.format("VALE", "AAS"): ["VALE", "AAS", "VALE"],
    "Ruth Vale and Bo Vale.\n\n" + TALK.format("VALE", "AAS"): ["VALE", "AAS", "VALE"],
    TALK.format("Mr. VALE", "Ms. AAS"): ["Mr. Vale", "Ms. Aas", "Mr. Vale"],
    TALK.format(">>", ">>").replace(":", ""): [None, None, None],
    "TOM BERG, sworn\nBY MS. AAS:\nQ. Do we sail?\nA. We do.\nQ. Why?": ["MS. AAS", "TOM BERG", "MS. AAS"],
    "TOM BERG, a baker\nIt rained.\nsworn\nBY MS. AAS:\nQ. Do we sail?\nA. We do.\nQ. Why?": [
        "MS. AAS",
        "TOM BERG",
        "MS. AAS",
    ],
    "TOM BERG, a baker\nIt rained.\nIt was May.\nsworn\nBY MS. AAS:\nQ. Do we sail?\nA. We do.\nQ. Why?": [
        "MS. AAS",
        "A",
        "MS. AAS",
    ],
    "TOM BERG (affirmed)\nQuestioned by MS AAS\nQ. Do we sail?\nA. We do.\nQ. Why?": [
        "MS AAS",
        "TOM BERG",
        "MS AAS",
    ],
    "DEPOSITION OF TOM BERG\nQ. Do we sail?\nA. We do.\nQ. Why?": ["Q", "TOM BERG", "Q"],
}


@pytest.mark.parametrize(("text", "speakers"), WHO.items())
def test_a_label_is_whoever_the_transcript_names_in_full(text, speakers):
    turns = [quote for quote in parse(text).quotes if quote.kind == "turn"]
    assert [turn.speaker and turn.speaker.name for turn in turns] == speakers


def test_the_label_is_another_name_of_the_speaker():
    turn = parse("Ruth Vale met Ada Aas.\n\n" + TALK.format("VALE", "AAS")).quotes[0]
    assert turn.speaker.aliases == ("VALE",)
    assert turn.speaker.kind == "person"
    assert (turn.attribution.reason, turn.attribution.resolution) == ("turn", "short_name")
