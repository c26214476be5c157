import pytest

from quoteverify.reading.marks.pairing import paragraphs
from quoteverify.reading.turns.label_words import label_words
from quoteverify.reading.turns.labels import in_lines, on_lines
from quoteverify.text.language import language

WORDS = label_words(language("en"))
BEFORE = {
    "RUTH VALE: We sail.": "RUTH VALE",
    "Ruth Vale (Aas North) (Ind): We sail.": "Ruth Vale",
    "The Minister for Ports (Ruth Vale): We sail.": "The Minister for Ports",
    "Ms VALE (Aas—Minister for Ports) (14:02): We sail.": "Ms VALE",
    "[00:01:02] Ada Aas: We sail.": "Ada Aas",
    "[00:00:04 - 00:00:09] Ada Aas: We sail.": "Ada Aas",
    "12/03/2024, 08:01 - Ada Aas: We sail.": "Ada Aas",
    "09:00:15 Ada Aas: We sail.": "Ada Aas",
    "[08:01] <ada> we sail": "ada",
    "Ruth Vale, Harbour Master: We sail.": "Ruth Vale",
    "Mr. VALE. We sail.": "Mr. VALE",
    "The SPEAKER pro tempore. We sail.": "The SPEAKER pro tempore",
    "Some hon. members: Oh!": "Some hon. members",
    "Q.  We sail?": "Q",
    "Q    We sail?": "Q",
    "A: We sail.": "A",
    ">> RUTH VALE: We sail.": "RUTH VALE",
    ">> We sail.": ">>",
    "Speaker 2: We sail.": "Speaker 2",
    "[Ruth Vale] We sail.": "Ruth Vale",
    "Ruth Vale — We sail.": "Ruth Vale",
    "Ruth Vale: (00:01) We sail.": "Ruth Vale",
    "The Chair (Hon. Ruth Vale (Aas North, Ind)): We sail.": "The Chair",
    "Unidentified Male #2: We sail.": "Unidentified Male #2",
    "P12: We sail.": "P12",
    "Q12 Ruth Vale: We sail.": "Ruth Vale",
    "3. Ruth Vale (Aas North): We sail.": "Ruth Vale",
    "[0.00s -> 3.20s] SPEAKER_00: We sail.": "SPEAKER_00",
    "102:44:45 Vale: We sail.": "Vale",
    "22:10 <@vale> we sail": "vale",
    "Ms. Vale. We sail.": "Ms. Vale",
    "The Chairman. We sail.": "The Chairman",
    "Ms. VALE of New Aas. We sail.": "Ms. VALE of New Aas",
    "The SPEAKER pro tempore (Mr. Vale). We sail.": "The SPEAKER pro tempore",
    "RUTH VALE. We sail.": "RUTH VALE",
    "RV\tWe sail.": "RV",
    "VALE      We sail.": "VALE",
    "END       We sail.": None,
    "01 T: We sail.": "T",
    "Ruth Vale [00:02] We sail.": "Ruth Vale",
    "RUTH VALE #00:00:03-0#: We sail.": "RUTH VALE",
    "0213:07 Dispatch: We sail.": "Dispatch",
    "Ruth Vale: 00:01:02 We sail.": "Ruth Vale",
    "Vale      We sail.": None,
    "Woman at the back: We sail.": "Woman at the back",
    "Second man: We sail.": "Second man",
    "Man overboard tonight: We sail.": None,
    "Yes: We sail.": None,
    "ValueError: We sail.": None,
    "Participants: We sail.": None,
    "[Update] We sail.": None,
    "AAS NORTH, May 4 — We sail.": None,
    "The mayor told the meeting: We sail.": None,
    "note that we sail: it is dry.": None,
    "We sail at 10:30, and so on.": None,
    "In the US. We sail.": None,
    "Sir: We sail.": None,
    "A. B. Vale: We sail.": "A. B. Vale",
    # Of so many words a name may be, and an office behind a comma, and of one more.
    "Ada Bo Cas Dan Eva Fay Gus: We sail.": "Ada Bo Cas Dan Eva Fay Gus",
    "Ada Bo Cas Dan Eva Fay Gus Hal: We sail.": None,
    "Ruth Vale, Head Of The Very Old And New Port Of Aas: We sail.": "Ruth Vale",
    "Ruth Vale, Head Of The Very Old And Very New Port Of Aas: We sail.": None,
}
ABOVE = {
    "Ruth Vale": "Ruth Vale",
    "Ruth Vale  0:05": "Ruth Vale",
    "Ruth Vale  8:01 AM": "Ruth Vale",
    "Ruth Vale -- Harbour Master": "Ruth Vale",
    "Ruth Vale (Aas North) (Ind)": "Ruth Vale",
    "The Minister for Ports (Ruth Vale)": "The Minister for Ports",
    "Ruth Vale, head of the port": "Ruth Vale",
    "Ruth Vale, head of the port, said no": None,
    "Ruth Vale, head of the port.": None,
    "Vale, head of the port": None,
    "Pilot, Aas Shipping Lines      A": "Pilot",
    "Ruth Vale  [8:01 AM]": "Ruth Vale",
    "@0:03 - Ruth Vale (Slow Boats)": "Ruth Vale",
    "Portbot  APP  [8:01 AM]": "Portbot",
    "[05-Apr-24 09:14 PM] ruthvale#1234": "ruthvale#1234",
    "By Ruth Vale": None,
    "Operator": "Operator",
    "Vale": "Vale",
    "VALE (off": None,
    "u/vale": "u/vale",
    "vale — Today at 14:05": "vale",
    "SPEAKER_00 [00:01 - 00:04]": "SPEAKER_00",
    "Ruth Vale sails at noon": None,
    "Ruth Vale – “We sail at noon”": None,
    'Ruth Vale, Pilot of "We sail"': None,
    "We Sail.": None,
    "Bob": "Bob",
    "Bo": None,
    "Ruth Vale, head of the very old and new port of Aas": "Ruth Vale",
    "Ruth Vale, head of the very old and very new port of Aas": None,
    f"Ruth Vale ({'a' * 108})": "Ruth Vale",
    f"Ruth Vale ({'a' * 109})": None,
}


@pytest.mark.parametrize(("line", "name"), BEFORE.items())
def test_a_label_before_the_words_is_a_name_an_office_or_a_letter(line, name):
    found = list(in_lines(line, paragraphs(line), WORDS))
    assert [label.name for label in found] == ([] if name is None else [name])
    for label in found:
        assert label.mention.of(line) == name
        assert line[label.end :].lower() in ("we sail.", "we sail?", "we sail", "oh!")


@pytest.mark.parametrize(("line", "name"), ABOVE.items())
def test_a_label_above_the_words_is_a_whole_line(line, name):
    found = list(on_lines(line, paragraphs(line), WORDS))
    assert [label.name for label in found] == ([] if name is None else [name])
    assert all(label.mention.of(line) == name for label in found)


def test_the_time_of_a_message_may_stand_below_the_name():
    text = "Ruth Vale\n9:14 AM\nwe sail"
    (label,) = on_lines(text, paragraphs(text), WORDS)
    assert (label.name, label.timed, text[label.end :]) == ("Ruth Vale", True, "\nwe sail")


def test_below_a_time_a_surname_may_come_first():
    text = "0:0:2.340 --> 0:0:5.120\nVale, Ruth\nWe sail."
    (label,) = on_lines(text, paragraphs(text), WORDS)
    assert (label.name, label.mention.of(text), label.timed) == ("Ruth Vale", "Vale, Ruth", True)
