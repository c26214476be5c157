import pytest

from quoteverify import parse

TRANSCRIPTS = {
    "two who are named in full and talk": "Ada Aas: No.\nTom Berg: Yes.",
    "the same who speak again": "AAS: We sail.\nBERG: It is late.\nAAS: Then go.\nBERG: I will.",
    "times before names": "[00:01] Ada Aas: We sail.\n[00:04] Tom Berg: It is late.",
    "what a program heard": "[00:01] Ada Aas: so we sail\n[00:04] Tom Berg: it is\n[00:07] Ada Aas: is it",
    "somebody thanks somebody": "Ada Aas: Thank you all.\nTom Berg: It will stay.\nAda Aas: It is late.",
    "names that are words": "WHITE: It sails.\nBROWN: You saw it.\nWHITE: I saw it.\nBROWN: It is late.",
    "whoever asks is answered": "Suspect: I was at home.\nOfficer: Alone?\nSuspect: With my dog.",
    "questions and answers": "Q: Do we sail?\nA: At noon.\nQ: Why?",
}
OTHERS = {
    "labels of things": "Price: 400\nRooms: Two\nPrice again: 400",
    "one label": "Ada Aas: We sail.",
    "names and what they are": "Ada Aas: harbour master.\nTom Berg: baker.",
    "names and marked quotations": "Ada Aas: “We sail.”\nTom Berg: “No.”\nAda Aas: “Why?”",
    "programmes and their times": "19:00: The Sea: a film\n20:00: The Port: a film",
    "reports with a colon": "Ada Aas, the mayor, said: “We sail.\n\n“You may come.”\n\n"
    "Tom Berg, a baker by trade, told the Post 24: “I do not.\n\n“Do you?”",
    "reports of what is not marked": "Ada Aas, the mayor, said: we sail.\nTom Berg, a baker, asked: do you?",
    "items with numbers": "Day 1: I sail. Do you?\nDay 2: I wait.\nDay 3: We sail. Do you?",
    "items of one name": "Port Lite: I like it.\nPort Plus: You may not.\nPort Maxo: Do you?",
    "letters to somebody": "Dear Ada: May I sail?\nDear Bo: You may.\nDear Ada: I thank you.\nDear Bo: Do.",
    "only questions": "Q1. Do we sail?\nAt noon.\nQ2. Do I pay?\nYes.\nQ3. Do you?\nNo.",
    "what is to be done": "Ada Aas: find out why we sail.\nTom Berg: ask me.\nAda Aas: write to us.",
    "words of the language": "Bow: You stand there.\nBeam: You measure it.\nBow: I stood there.",
    "people who are described": "Ada Aas\nShe asked me.\n\nTom Berg\nHe did not.\n\nAda Aas\nSee above.",
    "nobody says I": "Ada Aas: The mayor.\nTom Berg: You know him.\nBo Dahl: His dog.\nTom Berg: Our pilot.",
    "a programme": "09:00 Ada Aas: Do we sail\n10:00 Tom Berg: What we learned",
    "a table of contents": "Ada Aas: Why I left ...... 3\nTom Berg: I went .... 9\nAda Aas: Do I? .... 12",
    "the latest first": "10.42\nAda Aas\nI wait. You?\n\n10.31\nTom Berg\nI do.\n\n10.05\nAda Aas\nI came.",
    "far apart": "Ada Aas: We sail." + "\nIt rained all day." * 20 + "\nTom Berg: I do not.",
}


@pytest.mark.parametrize("text", TRANSCRIPTS.values(), ids=TRANSCRIPTS)
def test_people_who_speak_in_turn_make_a_transcript(text):
    assert {quote.kind for quote in parse(text).quotes} == {"turn"}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_names_and_colons_alone_make_none(text):
    assert "turn" not in {quote.kind for quote in parse(text).quotes}


FULL = [
    "Ada Aas",
    "Tom Berg",
    "Bo Dahl",
    "Eva Lund",
    "Ida Moe",
    "Per Nes",
    "Una Rud",
    "Kai Sand",
    "Lea Tveit",
]
SHORT = ["AAS", "BERG"] * 5
FOR_ONESELF, TO_OTHERS, TO_NOBODY = "I wait at noon.", "You wait at noon.", "It rains at noon."
# Who speaks in turn, how many of the turns are talk, and of what sort; just enough, and just too little.
SHARES = {
    "three tenths, one speaks again": ([*FULL, FULL[0]], 3, FOR_ONESELF, True),
    "two sevenths, one speaks again": ([*FULL[:6], FULL[0]], 2, FOR_ONESELF, False),
    "a quarter, below short names": (SHORT[:8], 2, FOR_ONESELF, True),
    "two ninths, below short names": (SHORT[:9], 2, FOR_ONESELF, False),
    "six tenths, nobody speaks again": (FULL[:5], 3, FOR_ONESELF, True),
    "four sevenths, nobody speaks again": (FULL[:7], 4, FOR_ONESELF, False),
    "eight tenths, nobody says I": ([*FULL[:4], FULL[0]], 4, TO_OTHERS, True),
    "three quarters, nobody says I": ([*FULL[:3], FULL[0]], 3, TO_OTHERS, False),
    "a third speaks again, nobody says I": ([*FULL[:4], *FULL[:2]], 4, TO_OTHERS, True),
    "two sevenths speak again, nobody says I": ([*FULL[:5], *FULL[:2]], 5, TO_OTHERS, False),
}


@pytest.mark.parametrize(("speakers", "talk", "words", "is_transcript"), SHARES.values(), ids=SHARES)
def test_so_much_of_a_transcript_is_talk(speakers, talk, words, is_transcript):
    said = [words] * talk + [TO_NOBODY] * (len(speakers) - talk)
    turns = [f"{name}: {what}" for name, what in zip(speakers, said, strict=True)]
    assert ("turn" in {quote.kind for quote in parse("\n".join(turns)).quotes}) is is_transcript


@pytest.mark.parametrize(("lines", "is_transcript"), [(10, True), (11, False)])
def test_turns_may_be_so_many_lines_long(lines, is_transcript):
    told = "\nIt rained all day." * lines
    kinds = {quote.kind for quote in parse(f"Ada Aas: I sail.{told}\nTom Berg: I do not.").quotes}
    assert ("turn" in kinds) is is_transcript
