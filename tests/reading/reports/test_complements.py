"""Reports whose words follow their cue, and where what a cue reports begins."""

import pytest
from shown import ENGLISH, narration_of, reported

from quoteverify.reading.reports.complements import content_after
from quoteverify.reading.reports.verbs import report_words

WORDS = report_words(ENGLISH)

# A sentence, and of each of its reports: what was said, part by part, and whose words it says they are.
AFTER = {
    "Ruth Vale said that the port was shut.": [("the port was shut", "Ruth Vale")],
    "Ruth Vale said no ship had left the port.": [("no ship had left the port", "Ruth Vale")],
    "The Port News states that the port was shut.": [("the port was shut", "The Port News")],
    "The 21-year-old claims that the port was shut.": [("the port was shut", "The 21-year-old")],
    "Ruth Vale insisted that the port was as safe as the pilots said it was.": [
        ("the port was as safe as the pilots said it was", "Ruth Vale"),
    ],
    "Ruth Vale vowed to fight a plan that pilots say will bring gulls.": [
        ("to fight a plan that pilots say will bring gulls", "Ruth Vale")
    ],
    "Ruth Vale shut the port, saying it was full.": [("it was full", "Ruth Vale")],
    "The crew heard Ruth Vale’s claim that the port was shut.": [("the port was shut", "Ruth Vale")],
    "It was a port which Ruth Vale said was shut for good.": [("which|was shut for good", "Ruth Vale")],
    "Ruth Vale went on to say the port was shut.": [("the port was shut", "Ruth Vale")],
    # How much may stand between a cue and its clause, in a clause, and without a verb that is known.
    f"Ruth Vale said on Monday, {'in Aas ' * 10}that the port was shut.": [
        ("the port was shut", "Ruth Vale")
    ],
    f"Ruth Vale said on Monday, {'in Aas ' * 11}that the port was shut.": [],
    f"Ruth Vale said the port, {'very ' * 19}late, was shut.": [
        (f"the port, {'very ' * 19}late, was shut", "Ruth Vale")
    ],
    f"Ruth Vale said the port, {'very ' * 20}late, was shut.": [],
    f"Ruth Vale said on {'late ' * 7}Monday the port was shut.": [("the port was shut", "Ruth Vale")],
    f"Ruth Vale said on {'late ' * 8}Monday the port was shut.": [],
    "Ruth Vale said boats there there there.": [("boats there there there", "Ruth Vale")],
    "Ruth Vale said boats there there.": [],
    "Ruth Vale, who said the port was full, left.": [("the port was full", "Ruth Vale")],
    "Ruth Vale said the port was shut and that the quay was full.": [
        ("the port was shut and that the quay was full", "Ruth Vale")
    ],
    "(Ruth Vale said it was late.)": [("it was late", "Ruth Vale")],
    "They left, showing what pilots said was a sign of spring, but the storm came back.": [
        ("what|was a sign of spring", "pilots")
    ],
    "A week after Ruth Vale announced that the port was shut, a ferry sank.": [
        ("the port was shut", "Ruth Vale")
    ],
    "Some booed, and when Ruth Vale thanked them and said it was late, a man left.": [
        ("it was late", "Ruth Vale")
    ],
    "Last month, when I asked Ruth Vale if she would sail, she looked at the sea.": [
        ("if she would sail", "I")
    ],
    "Saying that the port was shut, Ruth Vale left.": [("the port was shut", "Ruth Vale")],
    "Since announcing he would sail, Tom Aas has slept.": [("he would sail", "Tom Aas")],
    "Ruth Vale confirmed it was late and said, “We sail at noon.”": [("it was late", "Ruth Vale")],
    "Ruth Vale said the port was shut: “Nobody sails.”": [("the port was shut", "Ruth Vale")],
    "Ruth Vale said the board requested that the port be shut and promised that it would be.": [
        ("the board requested that the port be shut and promised that it would be", "Ruth Vale")
    ],
    "Ruth Vale has long said the port was shut.": [("the port was shut", "Ruth Vale")],
    "Ruth Vale took to Twitter to say the port was shut.": [("the port was shut", "Ruth Vale")],
    "Ruth Vale said in a June report that the port was shut.": [("the port was shut", "Ruth Vale")],
    "Ruth Vale said her plan addresses the crew.": [("her plan addresses the crew", "Ruth Vale")],
    "Ruth Vale said if asked she would sail.": [("if asked she would sail", "Ruth Vale")],
    "Ruth Vale says nobody knows why.": [("nobody knows why", "Ruth Vale")],
    "What Ruth Vale said was that the port was shut.": [("the port was shut", "Ruth Vale")],
    "Ruth Vale denied shutting the port.": [("shutting the port", "Ruth Vale")],
    "Ruth Vale denied knowing that the port was shut.": [("knowing that the port was shut", "Ruth Vale")],
    "Ruth Vale said the port was shut but would not say when.": [("the port was shut", "Ruth Vale")],
    "Ruth Vale was quoted as saying the port was shut.": [("the port was shut", "Ruth Vale")],
    "A paper filed Thursday says that the port is shut.": [("the port is shut", "A paper")],
    "Ruth Vale said in a statement released by the port the report was wrong.": [
        ("the report was wrong", "Ruth Vale")
    ],
    "While Ruth Vale said the port was shut, the crew had sailed.": [("the port was shut", "Ruth Vale")],
    "Although Ruth Vale insisted that the port, which was full, was shut, the crew had sailed.": [
        ("the port, which was full, was shut", "Ruth Vale")
    ],
    "The union said talks had failed.": [("talks had failed", "The union")],
    "Police said reports were coming in from Berg.": [("reports were coming in from Berg", "Police")],
    "The board said about half of the ships were lost.": [("about half of the ships were lost", "The board")],
    "The board said 40% of its staff would leave.": [("40% of its staff would leave", "The board")],
    "The court concluded in that case that while Vale was late, no law was broken.": [
        ("while Vale was late, no law was broken", "The court")
    ],
    "The owners, who even critics say are honest, left.": [("who|are honest", "critics")],
    "It was a choice they say allowed crime to spread.": [("a choice|allowed crime to spread", "they")],
    "They left in ships which Ruth Vale said were old, slow and full, but the crew stayed.": [
        ("which|were old, slow and full", "Ruth Vale")
    ],
    "The mayor has said she wants a safe port and has asked for money.": [
        ("she wants a safe port", "The mayor")
    ],
    "He said not all of the crew were lost.": [("not all of the crew were lost", "He")],
    "He said nearly every ship had gone.": [("nearly every ship had gone", "He")],
    "Ruth Vale said May’s strong numbers were a good sign.": [
        ("May’s strong numbers were a good sign", "Ruth Vale")
    ],
    "He said he, Vale and Aas planned to leave.": [("he, Vale and Aas planned to leave", "He")],
    "Reports say glass, stones and even a crutch have been thrown.": [
        ("glass, stones and even a crutch have been thrown", "Reports")
    ],
    "Port officials reported ships and boats across the bay also were lost.": [
        ("ships and boats across the bay also were lost", "Port officials")
    ],
    "He suggested US companies had shown their interest.": [("US companies had shown their interest", "He")],
    "The mayor vowed she would never sell the port.": [("she would never sell the port", "The mayor")],
    "Mr Aas told the BBC's Today programme that he had been paid.": [("he had been paid", "Mr Aas")],
    "Tom Aas got a letter from the mayor but said he could not take it.": [
        ("he could not take it", "Tom Aas")
    ],
    "The union said members “missed the mark” on helping the crew.": [
        ("members “missed the mark” on helping the crew", "The union")
    ],
    "They insisted that was wrong.": [("that was wrong", "They")],
    "The board said rules were rules.": [("rules were rules", "The board")],
    "Ruth Vale asked Tom Aas why he left when he had stated that he would stay.": [
        ("why he left when he had stated that he would stay", "Ruth Vale")
    ],
    "Ruth Vale said party leaders and elected officials were late.": [
        ("party leaders and elected officials were late", "Ruth Vale")
    ],
    "Officials say that, even if it rained, the crew could not be paid.": [
        ("even if it rained, the crew could not be paid", "Officials")
    ],
    "Partisans on both sides warn that the port is shut.": [("the port is shut", "Partisans")],
}


@pytest.mark.parametrize("text", AFTER)
def test_what_follows_a_cue_was_said(text):
    assert reported(text) == AFTER[text]


def _rest(sentence, i):
    return None if i is None else sentence.text[sentence.tokens[i].start :]


BEGINS = {
    "Ruth Vale said that the port was shut.": "the port was shut.",
    "Ruth Vale said the port was shut.": "the port was shut.",
    "Ruth Vale said on Monday that the port was shut.": "the port was shut.",
    "Ruth Vale said in a statement the port was shut.": "the port was shut.",
    "Ruth Vale said on Monday, at the quay in Aas, that the port was shut.": "the port was shut.",
    "Ruth Vale said, in a letter to “the board” on Monday, that the port was shut.": "the port was shut.",
    "Ruth Vale announced a “new rule” that the port was shut.": None,
    "Ruth Vale said that, in spring, the port was shut.": ", in spring, the port was shut.",
    "Ruth Vale told the crew that the port was shut.": "the port was shut.",
    "Ruth Vale told the crew the port was shut.": "the port was shut.",
    "Ruth Vale told them it was late.": "it was late.",
    "Ruth Vale asked whether the port was shut.": "whether the port was shut.",
    "Ruth Vale explained why the port was shut.": "why the port was shut.",
    "Ruth Vale promised to shut the port.": "to shut the port.",
    "Ruth Vale promised not to shut the port.": "not to shut the port.",
    "Ruth Vale pledged that nobody would pay.": "nobody would pay.",
    "Ruth Vale warned the crew the port was shut.": "the port was shut.",
    "Ruth Vale said there was no pilot.": "there was no pilot.",
    "Ruth Vale noted that the law had changed.": "the law had changed.",
    "Ruth Vale noted the law on ships.": None,
    "Ruth Vale told a story.": None,
    "Ruth Vale announced a sale.": None,
    "Ruth Vale insisted that was wrong.": "that was wrong.",
    "Ruth Vale pledged to Tom Aas.": None,
    "Ruth Vale asked for more.": None,
}


@pytest.mark.parametrize("text", BEGINS)
def test_what_is_reported_begins_after_the_cue_and_what_belongs_to_it(text):
    narration = narration_of(text)
    sentence, (report, *_) = narration.sentences(0)[0], narration.reports(0, 0)
    found = content_after(sentence, report.last + 1, WORDS.cue_of(sentence, report), WORDS)
    assert _rest(sentence, found and found[0]) == BEGINS[text]
