import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import answers_of, narration_of

from quoteverify import parse
from quoteverify.reading.attribution.cascade import attribute, utterances
from quoteverify.reading.sieves import SIEVES

PIECES = (
    "Ruth Vale", "Mr Baek", "Tom Aas", "she", "they", "the pilot", "a Bank of Aas spokesman", "said",
    "told", "that", "was", "called it", "asked", ":", ",", ".", "“We sail,”", "“We sail.", "“We sail.”",
    "“a ruin”", "‘No,’", "''Now''", "-", "“", "”", '"', "\n\n", "Advertisement",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join) | st.text(max_size=60)

# Texts of many countries' kinds: each quote's beginning, its speaker, and how many spans it has.
WORLD = {
    "a family name first, and Mr after": (
        "Baek Soo-min, who chairs the yard, met reporters. “We sail,” Mr Baek said.\n\n"
        "“We have no choice,” Baek added.",
        [("We sail", "Baek Soo-min", 1), ("We have", "Baek Soo-min", 1)],
    ),
    "an honorific before the first name": (
        "Sheikh Hamad bin Rashid al-Marri opened it. “We sail,” Sheikh Hamad said.",
        [("We sail", "Hamad bin Rashid al-Marri", 1)],
    ),
    "an honorific of a police force": (
        "Detective Inspector Ruth Vale led the search. “We looked,” Det Insp Vale said.",
        [("We looked", "Ruth Vale", 1)],
    ),
    "several particles": (
        "Ada van der Vale came. “We sail,” said Ms van der Vale.",
        [("We sail", "Ada van der Vale", 1)],
    ),
    "two of one surname by title": (
        "Ruth Vale met Tom Vale, her brother. “We sail,” said Mr Vale. “No,” said Ms Vale.",
        [("We sail", "Tom Vale", 1), ("No", "Ruth Vale", 1)],
    ),
    "two of one surname by given name": (
        "Tom Vale and Ruth Vale came. “We sail,” said Tom. “No,” Ruth said.",
        [("We sail", "Tom Vale", 1), ("No", "Ruth Vale", 1)],
    ),
    "a name after the quotation": (
        "“We sail at noon,” said the pilot, Ruth Vale. “We must,” Vale said.",
        [("We sail", "Ruth Vale", 1), ("We must", "Ruth Vale", 1)],
    ),
    "a full name below": (
        "“We sail,” said Ms Vale.\n\nRuth Vale, 41, runs the port.",
        [("We sail", "Ruth Vale", 1)],
    ),
    "a pronoun before its name": (
        "“We sail,” she said.\n\nRuth Vale has run the port since May.",
        [("We sail", "Ruth Vale", 1)],
    ),
    "an epithet": (
        "Ruth Vale won the race. “I ran for them,” the 21-year-old said.",
        [("I ran", "Ruth Vale", 1)],
    ),
    "a role": (
        "Ruth Vale, the captain, and Tom Aas, the manager, spoke. “We play,” said the captain. "
        "“We win,” said the manager.",
        [("We play", "Ruth Vale", 1), ("We win", "Tom Aas", 1)],
    ),
    "a role in capitals": (
        "Prime Minister Ruth Vale came. “We sail,” the Prime Minister said.",
        [("We sail", "Ruth Vale", 1)],
    ),
    "a role that nobody bears": (
        "“We sail,” the Prime Minister said.",
        [("We sail", "the Prime Minister", 1)],
    ),
    "a judge": (
        "Justice Meera Iyer heard it. “It must end,” the judge ruled.",
        [("It must end", "Meera Iyer", 1)],
    ),
    "a body, then its kind, then its pronoun": (
        "The Ministry of Fisheries sent a note. “We regret it,” the ministry said. “We shall act,” it added.",
        [("We regret", "Ministry of Fisheries", 1), ("We shall", "Ministry of Fisheries", 1)],
    ),
    "a court": ("“The case must fail,” the High Court ruled.", [("The case", "High Court", 1)]),
    "somebody of a body": (
        "“We sail,” said Bank of Aas chief economist Ruth Vale.",
        [("We sail", "Ruth Vale", 1)],
    ),
    "a body that is named for a place that speaks": (
        "“We sail,” said Aas. “We stay,” said the University of Aas.",
        [("We sail", "Aas", 1), ("We stay", "University of Aas", 1)],
    ),
    "several by name": (
        "“We sail,” Ruth Vale and Tom Aas said. “We must,” they added.",
        [("We sail", "Ruth Vale and Tom Aas", 1), ("We must", "Ruth Vale and Tom Aas", 1)],
    ),
    "several by what they are": ("Residents were angry. “We ran,” they said.", [("We ran", "Residents", 1)]),
    "she and he": (
        "Ruth Vale met her brother Tom Vale. “We stay,” she said. “We sail,” he said.",
        [("We stay", "Ruth Vale", 1), ("We sail", "Tom Vale", 1)],
    ),
    "paragraphs that open again": (
        "Ruth Vale said: “We sail.\n\n“We must.\n\n“We have no choice.”",
        [("We sail", "Ruth Vale", 3)],
    ),
    "the speaker in the last of the paragraphs": (
        "“We sail.\n\n“We must.\n\n“We have no choice,” Ruth Vale told the Tide.",
        [("We sail", "Ruth Vale", 3)],
    ),
    "a paragraph that opens again in the same line": (
        "Ruth Vale said: “We sail. “We must. “We have no choice.”",
        [("We sail", "Ruth Vale", 3)],
    ),
    "a line of another kind between": (
        "Ruth Vale said: “We sail.\n\nAdvertisement\n\n“We have no choice.”",
        [("We sail", "Ruth Vale", 2)],
    ),
    "single marks with the comma outside": (
        "‘We sail’, said Ruth Vale, ‘and we shall not stop’.",
        [("We sail", "Ruth Vale", 2)],
    ),
    "mixed pairs of marks": ("“We sail,'' said Ruth Vale.", [("We sail", "Ruth Vale", 1)]),
    "interrupted": ("“We sail,” said Ruth Vale, “at noon.”", [("We sail", "Ruth Vale", 2)]),
    "two sentences around the report": (
        "“We sail,” said Ruth Vale. “It is time.”",
        [("We sail", "Ruth Vale", 2)],
    ),
    "a paragraph alone": (
        "“We sail,” said Ruth Vale.\n\n“We have no choice.”",
        [("We sail", "Ruth Vale", 1), ("We have", "Ruth Vale", 1)],
    ),
    "two who take turns": (
        "“Do we sail?” asked Ruth Vale.\n\n“We do,” said Mr Tom Aas.\n\n“When?” she asked.",
        [("Do we", "Ruth Vale", 1), ("We do", "Tom Aas", 1), ("When", "Ruth Vale", 1)],
    ),
    "a line with a dash below": ("“We sail at noon.”\n\n— Ruth Vale, pilot", [("We sail", "Ruth Vale", 1)]),
    "a transcript": (
        "RUTH VALE: “We sail at noon.”\n\nTOM AAS: “When is that?”",
        [("We sail", "RUTH VALE", 1), ("When is", "TOM AAS", 1)],
    ),
    "nobody": ("“We sail.”", [("We sail", None, 1)]),
}


@pytest.mark.parametrize(("text", "expected"), WORLD.values(), ids=WORLD)
def test_each_quote_has_the_speaker_that_a_reader_gives_it(text, expected):
    quotes = parse(text).quotes
    assert [(q.speaker and q.speaker.name, len(q.spans)) for q in quotes] == [e[1:] for e in expected]
    assert all(quote.text.startswith(begins) for quote, (begins, *_) in zip(quotes, expected, strict=True))


def test_the_first_sieve_that_answers_decides():
    narration = narration_of("“We sail,” said Vale.")
    first = attribute(narration)[0]

    def nobody(narration, quote, answers):
        return None

    def another(narration, quote, answers):
        return attrs.evolve(first, reason="another")

    assert attribute(narration, (nobody, another, *SIEVES))[0].reason == "another"
    assert attribute(narration, (nobody, *SIEVES)) == attribute(narration)


def test_without_sieves_nothing_is_answered():
    assert attribute(narration_of("“We sail,” said Vale."), ()) == {}


def test_a_guess_gives_way_to_the_report_in_a_later_paragraph():
    text = "Tom Aas came in.\n\n“We sail.\n\n“We must,” Ruth Vale said."
    assert [(mention, why) for _, mention, _, why, _ in answers_of(text)] == [
        ("Ruth Vale", "reopened"),
        ("Ruth Vale", "said_after"),
    ]


def test_a_report_does_not_give_way_to_a_later_one():
    text = "Tom Aas said: “We sail.\n\n“We must.”\n\n“We go,” Ruth Vale said."
    assert [mention for _, mention, *_ in answers_of(text)] == ["Tom Aas", "Tom Aas", "Ruth Vale"]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("“We sail,” Vale said, “at noon.”", [[0, 1]]),
        ("“We sail,” Vale said. “It is time.”", [[0, 1]]),
        ("“We sail,” Vale said. Then, she said: “It is time.”", [[0], [1]]),
        ("Vale called it “a ruin” and “a shame”.", [[0], [1]]),
        ("“We sail,” said Vale. “No,” said Aas.", [[0], [1]]),
        ("“We sail.\n\n“We must,” said Vale.", [[0, 1]]),
        ("“We sail.”\n\n“We must,” said Vale.", [[0], [1]]),
        ("Nobody spoke.", []),
    ],
)
def test_spans_of_one_utterance_are_together(text, groups):
    narration = narration_of(text)
    assert utterances(narration, attribute(narration)) == groups


@given(TEXTS)
def test_every_span_is_of_one_utterance_in_order(text):
    narration = narration_of(text)
    groups = utterances(narration, attribute(narration))
    assert sorted(i for group in groups for i in group) == list(range(len(narration.marked)))
    assert all(group == sorted(group) for group in groups)
    assert groups == sorted(groups)


@given(TEXTS)
def test_an_answer_points_into_the_text_and_not_into_its_quotation(text):
    narration = narration_of(text)
    for quote, answer in attribute(narration).items():
        assert 0 <= quote < len(narration.marked)
        assert answer.follows is None or 0 <= answer.follows < quote
        assert answer.score is None or 0 <= answer.score <= 1
        for span in (answer.mention.span, answer.cue):
            assert span is None or (0 <= span.start < span.end <= len(text))
            assert span is None or not span.overlaps(narration.marked[quote].outer)


@given(TEXTS)
def test_an_answer_is_the_same_on_repeat(text):
    assert attribute(narration_of(text)) == attribute(narration_of(text))


@given(TEXTS)
def test_every_convention_of_line_ends_gives_the_same(text):
    plain = text.replace("\r", "")
    windows = plain.replace("\n", "\r\n")
    moved = [i + plain.count("\n", 0, i) for i in range(len(plain) + 1)]
    one, two = attribute(narration_of(plain)), attribute(narration_of(windows))
    assert {q: (moved[a.mention.span.start], a.reason, a.follows) for q, a in one.items()} == {
        q: (a.mention.span.start, a.reason, a.follows) for q, a in two.items()
    }


@given(TEXTS)
def test_a_paragraph_before_that_names_nobody_changes_no_answer_to_a_report(text):
    sure = {"said_after", "label", "signed"}
    before = "It rained.\n\n"
    one, two = attribute(narration_of(text)), attribute(narration_of(before + text))
    for quote, answer in one.items():
        if answer.reason in sure and quote in two:
            assert two[quote].mention.span.start == answer.mention.span.start + len(before)


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Ruth Vale said: “We sail.\n\n“I stay,” said Tom Aas.", [[0], [1]]),
        ("Ruth Vale said: “We sail.\n“I stay,” added MP Tom Aas. “So do we.”", [[0], [1, 2]]),
        ("Ruth Vale said: “We sail.\n\n“I stay,” said Vale.", [[0, 1]]),
        ("Ruth Vale said: “We sail.\n\n“I stay,” she said.", [[0, 1]]),
        ("Ruth Vale said: “We sail.\n\n“I stay.”", [[0, 1]]),
    ],
)
def test_a_paragraph_that_a_report_gives_to_another_opens_no_quotation_again(text, groups):
    narration = narration_of(text)
    assert utterances(narration, attribute(narration)) == groups
