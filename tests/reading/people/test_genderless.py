import pytest
from shown import speakers_in

CASES = {
    "what is called a body is an it": ("“We sail,” said her company, Vale. “No,” it said.", ["Vale", "Vale"]),
    "who tells all of the sentence before is it": (
        "The Port Ministry was late, the Aas Board said. “No,” it said.",
        ["Aas Board"],
    ),
    "whose claim it tells of is not": (
        "The Port Ministry was late, the Aas Board’s claim showed. “No,” it said.",
        ["Port Ministry"],
    ),
    "they, of a source": (
        "Minister Lucy Aas was late. A source close to the port hit back. “We sail,” they said.",
        ["A source close to the port"],
    ),
    "they, of several before one": (
        "Lucy Aas was late. Residents woke. The neighbour hit back. “We sail,” they said.",
        ["Residents"],
    ),
    "they, of no woman": (
        "Residents woke. A woman hit back. “We sail,” they said.",
        ["Residents"],
    ),
    "what owns things is an it": (
        "Vale Aas said its staff were safe. “We sail,” it said.",
        ["Vale Aas"],
    ),
    "what is told of with which is an it": (
        "Vale Aas, which runs the pier, was late. “We sail,” it said.",
        ["Vale Aas"],
    ),
    "somebody with a role is no it": (
        "The mayor, Ruth Vale, said its staff were safe. “We sail,” it said.",
        [None],
    ),
    "it is who told the sentence before": (
        "Police were late on Monday, the Port Board said. It called the delay “a ruin of a plan.”",
        ["Port Board"],
    ),
    "a pronoun for a body": ("The port council was brief. “We regret it,” it said.", ["The port council"]),
}


@pytest.mark.parametrize(("text", "names"), CASES.values(), ids=CASES)
def test_it_is_a_body_and_they_are_several(text, names):
    assert speakers_in(text) == names


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The Port Ministry met. {}“We sail,” it said.", "Port Ministry"),
        ("Pilots met. {}“We sail,” they said.", "Pilots"),
        ("Ruth Vale met us. {}“We sail,” they said.", "Ruth Vale"),
        ("Port Sinks\n\n{}By Ruth Vale\n\nIt rained. “We sail,” I said.", "Ruth Vale"),
    ],
    ids=["it", "they", "one of no gender", "I"],
)
def test_it_and_they_look_two_sentences_farther_and_i_four_lines_down(text, named):
    between = "We rowed.\n\n" if "By" in text else "We rowed. "
    assert speakers_in(text.format(between * 2)) == [named]
    assert speakers_in(text.format(between * 3)) == [None]


@pytest.mark.parametrize(("places", "speaker"), [(9, "Ruth Vale"), (10, None)])
def test_a_byline_is_no_longer_than_a_line(places, speaker):
    assert speakers_in(f"By Ruth Vale{' in Aas' * places}\n\nIt rained. “We sail,” I said.") == [speaker]
