"""What a writer adds to what was said, and what is still part of it."""

import pytest
from shown import ENGLISH, narration_of, reported

from quoteverify.reading.reports.asides import tense_of
from quoteverify.reading.reports.verbs import Tense, report_words

# A sentence, and what was said in it.
SAID = {
    # A relative clause about today, or about how somebody calls something
    "The minister said the dam was safe, which engineers dispute.": "the dam was safe",
    "The trust said two wards had closed, which it calls a precaution.": "two wards had closed",
    "Police said they had arrested the singer, who lives in Leeds.": "they had arrested the singer",
    "The bank said it would leave Harare, where it employs 300 people.": "it would leave Harare",
    "The premier said the tax would stay, which he described as fair.": "the tax would stay",
    "The company said it had sold the mine, whose owners are in Perth.": "it had sold the mine",
    "The board said the pool was shut, in which two boys had drowned.": "the pool was shut",
    "Officials said the bridge, which opens at noon, was full.": "the bridge, which opens at noon, was full",
    "The lawyer says her client, who is 19, was at home.": "her client, who is 19, was at home",
    "The union said members backed a strike, which would begin in May.": (
        "members backed a strike, which would begin in May"
    ),
    "Police sources said they had found a van, which was empty.": "they had found a van, which was empty",
    # A noun that sums it up
    "The council said the pool would close, a blow to local swimmers.": "the pool would close",
    "The firm said profits had doubled, an increase that surprised analysts.": "profits had doubled",
    "The vote was rigged, Tom Aas said, a claim the board denied.": "The vote was rigged",
    "She said she had bought a car, a boat and a house.": "she had bought a car, a boat and a house",
    "He said he admired Tom Aas, a pilot from Berg.": "he admired Tom Aas, a pilot from Berg",
    # Behind a dash
    "The ministry said 40 people had died — a figure that aid groups doubt.": "40 people had died",
    "The charity said rents were up by a third – though it gave no source.": "rents were up by a third",
    "The driver said he had slept well - but he looked pale.": "he had slept well",
    "The driver said he had slept well – they doubted it.": "he had slept well",
    "The driver said he had slept well – Tom Aas doubted it.": "he had slept well",
    "The driver said he had slept well – all of Friday.": "he had slept well – all of Friday",
    "The mayor said the stadium - a relic of the war - would be torn down.": (
        "the stadium - a relic of the war - would be torn down"
    ),
    "The judge said the law was clear -- and that nobody stood above it.": (
        "the law was clear -- and that nobody stood above it"
    ),
    # Others beside who speaks
    "Some 60 percent said they trusted the police, while 30 percent did not.": "they trusted the police",
    "Half of the farmers said they would sell, while only 10 percent planned to buy.": "they would sell",
    "The mayor said she opposed the plan, as did most councillors.": "she opposed the plan",
    "The mayor said prices rose as fast as wages did.": "prices rose as fast as wages did",
}


@pytest.mark.parametrize("text", SAID)
def test_what_a_writer_adds_was_not_said(text):
    assert reported(text)[0][0] == SAID[text]


TENSES = {
    "The port was shut.": Tense.PAST,
    "The port closed.": Tense.PAST,
    "The port is shut.": Tense.PRESENT,
    "The port would close.": Tense.MODAL,
}


@pytest.mark.parametrize("text", TENSES)
def test_the_tense_of_a_verb(text):
    assert tense_of(narration_of(text).sentences(0)[0], 2, report_words(ENGLISH)) == TENSES[text]
