import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import ENGLISH, answers_of, narration_of, without

from quoteverify.reading.sieves.candidates import MentionCandidate, candidates_for
from quoteverify.reading.sieves.features import features, scene
from quoteverify.reading.sieves.ranking import among, choose, likeliest

# Texts with what the last quotation's answer is: its mention and its reason.
CASES = [
    ("Ruth Vale said: “We sail at noon.”", "Ruth Vale", "said_before"),
    ("Vale said that the ship was “a ruin” and “a shame.”", "Vale", "said_around"),
    ("The board said the ship had become a “ruin.”", "The board", "reported_clause"),
    ("Vale’s claim that the ship was “a ruin” was read out.", "Vale", "owned_cue"),
    ("The “floating ruin” must go, Ruth Vale said.", "Ruth Vale", "said_later"),
    ("Police said Ruth Vale had written to Tom Aas: “We sail.”", "Ruth Vale", "said_before"),
    ("Witnesses said Ruth Vale shouted: “We sail!”", "Ruth Vale", "said_before"),
    ("Police said Ruth Vale had shouted “no.”", "Ruth Vale", "said_before"),
    ("The court heard that Ruth Vale said: “We sail.”", "Ruth Vale", "said_before"),
    ("Police said Ruth Vale rose and shouted: “We sail!”", "Ruth Vale", "said_before"),
    ("Police said that she rose and shouted: “We sail!”", "she", "said_before"),
    ("Police said they had shouted “no.”", "Police", "reported_clause"),
    ("According to police, Ruth Vale rose and said: “We sail!”", "Ruth Vale", "said_before"),
    ("Tom Aas said Ruth Vale told him “we sail.”", "Ruth Vale", "reported_clause"),
    ("Ruth Vale said pilots found a lamp and a note that read, “We sail.”", "a note", "said_before"),
    ("Ruth Vale held a sign that read “We sail.”", "a sign", "said_before"),
    ("Ruth Vale said a banner reading “we sail” was hung there.", "a banner", "said_before"),
    ("Ruth Vale said a boat that had read the port’s “we sail” left.", "Ruth Vale", "reported_clause"),
    ("Ruth Vale sent a note that read “We sail.”", "Ruth Vale", "said_before"),
    ("Tom Aas recalled Ruth Vale saying: “We sail.”", "Ruth Vale", "said_before"),
    ("The board met Ruth Vale, who called the port “a ruin.”", "Ruth Vale", "reported_clause"),
    ("Tom Aas told Ruth Vale, who wept, that it was “a ruin.”", "Tom Aas", "reported_clause"),
    ("Tom Aas wept, saying anybody who calls it late “is ill.”", "Tom Aas", "reported_clause"),
    ("Tom Aas said that pilots would respond “in due course.”", "Tom Aas", "reported_clause"),
    ("Tom Aas said that he would offer “a prayer.”", "Tom Aas", "reported_clause"),
    ("Tom Aas said the port would be “a ruin.”", "Tom Aas", "reported_clause"),
    ("Tom Aas was called “a ruin” by Ruth Vale.", "Ruth Vale", "said_before"),
    ("Tom Aas was accused by Ruth Vale of “treason.”", "Ruth Vale", "reported_clause"),
    ("The port, described by Ruth Vale as “a ruin,” was shut.", "Ruth Vale", "reported_clause"),
    ("Jailing Tom Aas, the judge, Ruth Vale, said: “No.”", "the judge, Ruth Vale", "said_before"),
    (
        "Tom Aas came, Ruth Vale reported, and said no, her brother told him: “Go.”",
        "her brother",
        "said_before",
    ),
    ("Ruth Vale said no, to which Tom Aas replied: “Go.”", "Tom Aas", "said_before"),
    ("Tom Aas, a pilot who replied said: “Go.”", "Tom Aas", "said_before"),
    ("Tom Aas said that the comment by Ruth Vale “was late.”", "Tom Aas", "reported_clause"),
    ("Tom Aas said that it was “late” for her response.", "Tom Aas", "reported_clause"),
    ("Ruth Vale is tired of the “floating ruin” in the port.", "Ruth Vale", "clause_subject"),
    # A clause with "what" has its own subject, unless that is a pronoun for whom the sentence is about.
    ("Ruth Vale was held over what the pilots called “a ruin.”", "the pilots", "said_before"),
    ("Ruth Vale said she lost what pilots describe as a “ruin.”", "pilots", "reported_clause"),
    ("Ruth Vale has hit back at what she called “a ruin.”", "Ruth Vale", "reported_clause"),
    ("Ruth Vale is at the height of what people call “a ruin.”", "Ruth Vale", "clause_subject"),
    # A report between commas, where there is no other before the mark.
    ("The big reason pilots leave, says Ruth Vale, is “the rain.”", "Ruth Vale", "reported_clause"),
    ("Tom Aas, Ruth Vale said, told them “no.”", "Tom Aas", "reported_clause"),
    # How many words may stand between: whom something is said to, what describes, who was told.
    ("Police said Ruth Vale had written to the old crew: “We sail.”", "Ruth Vale", "said_before"),
    ("Police said Ruth Vale had written to the old port crew: “We sail.”", "Police", "said_before"),
    ("Tom Aas said he was described by Ruth Vale as a “ruin.”", "Ruth Vale", "reported_clause"),
    ("Tom Aas said he was described by Ruth Vale as a big “ruin.”", "Tom Aas", "reported_clause"),
    ("Ruth Vale told them that “we sail at noon.”", "Ruth Vale", "said_before"),
    ("Ruth Vale told the crew that “we sail at noon.”", "Ruth Vale", "reported_clause"),
]

PIECES = (
    "Ruth Vale", "Mr Baek", "the board", "she", "a spokesman for the port", "who", "said", "says", "told",
    "had called", "claim", "that", "it", "was", "because", "and", "’s", "according to", "“a ruin”",
    "“We sail,”", ",", ".", ":", "-", "would", "not",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)


def fields(text, quote=-1):
    """A narration, with the index of a quotation in it, the sentence around it and its place among them."""
    narration = narration_of(text)
    quote %= len(narration.marked)
    return narration, quote, narration.sentence(quote), narration.places[quote].token


def chosen(text, quote=-1):
    narration, quote, sentence, at = fields(text, quote)
    found = among(sentence, at, candidates_for(narration, quote, {}), narration.profile)
    best = choose(sentence, at, found, ENGLISH)
    return best and (best[0].mention.span.of(text), best[0].cue and best[0].cue.of(text))


@pytest.mark.parametrize(("text", "mention", "reason"), CASES)
def test_the_likeliest_speaks_and_how_it_stands_to_the_quotation_is_the_reason(text, mention, reason):
    _, found, _, why, _ = answers_of(text)[-1]
    assert (found, why) == (mention, reason)
    assert answers_of(text) != answers_of(text, sieves=without(likeliest))


# Sentences with several who could have spoken: who did, and the cue that says so.
CHOICES = {
    "who reports and not who is heard of": (
        "Vale said that the board had told Aas of “a ruin.”",
        "Vale",
        "said",
    ),
    "the report and not who is spoken of": ("Vale said that the board was “a ruin.”", "Vale", "said"),
    "the report after a clause": ("The board is “a ruin,” Ruth Vale said.", "Ruth Vale", "said"),
    "a report in the middle": ("The board, Vale said, had become “a ruin.”", "Vale", "said"),
    "according to": ("According to Ruth Vale, the board was “a ruin.”", "Ruth Vale", "According to"),
    "who owns the claim": ("Vale’s claim that the board was “a ruin” was read out.", "Vale", "claim"),
    "a subject without a report": ("Ruth Vale is tired of the “floating ruin” in Aas.", "Ruth Vale", None),
    "a body": ("The Port Ministry told Vale that the ship was “a ruin.”", "The Port Ministry", "told"),
    "several": ("Ruth Vale and Tom Aas said the ship was “a ruin.”", "Ruth Vale and Tom Aas", "said"),
    "whom a clause about a plan gives the words": (
        "The board ended a plan that Ruth Vale once praised as “a feast.”",
        "Ruth Vale",
        "praised",
    ),
    "whom a clause about an attack gives them, though others are reported": (
        "Ten died, officials said, in an attack that the Port Ministry called “a crime.”",
        "the Port Ministry",
        "called",
    ),
    "whom a clause behind a comma gives them": (
        "Mr Aas left after a report, which ministers branded a “ruin”, cleared him.",
        "ministers",
        "branded",
    ),
    "whom a clause about a man gives them": (
        "Ruth Vale met Tom Aas, whom the Liberals have called “a clown,” in June.",
        "the Liberals",
        "called",
    ),
    "whose claim somebody tells of": (
        "Tom Aas attacked Ruth Vale’s claim of a “right to sail.”",
        "Ruth Vale",
        "claim",
    ),
    "whose claim in a clause somebody tells of": (
        "Tom Aas rejected Ruth Vale’s assertion that the pier was a “ruin.”",
        "Ruth Vale",
        "assertion",
    ),
    "who says what a claim is": (
        "Tom Aas called Ruth Vale’s claim that the pier was safe “a lie.”",
        "Tom Aas",
        "called",
    ),
    "who says what a claim is, behind as": (
        "Tom Aas dismissed Ruth Vale’s claim that the pier was safe as “nonsense.”",
        "Tom Aas",
        "dismissed",
    ),
    "who says what a plan of somebody's is": (
        "Tom Aas called Ruth Vale’s plan of the pier a “ruin.”",
        "Tom Aas",
        "called",
    ),
    "who says it, and not the paper that has it": (
        "According to an affidavit, he told officers, “I warned him.”",
        "he",
        "told",
    ),
    "the paper that has it, where nobody says it": (
        "According to an affidavit, he was “warned.”",
        "an affidavit",
        "According to",
    ),
    "what is said is no clause about a noun": (
        "Ruth Vale said that Tom Aas called her “a fool.”",
        "Ruth Vale",
        "said",
    ),
    "nor is a claim": ("Vale’s claim that Aas had called her “a fool” was late.", "Vale", "claim"),
    "a role with its body": (
        "A spokesman for the ministry said the ship was “a ruin.”",
        "A spokesman for the ministry",
        "said",
    ),
}


@pytest.mark.parametrize(("text", "mention", "cue"), CHOICES.values(), ids=CHOICES)
def test_of_several_who_could_have_spoken_the_likeliest_is_chosen(text, mention, cue):
    assert chosen(text) == (mention, cue)


def test_of_none_none_is_chosen():
    _, _, sentence, at = fields("“We sail.”")
    assert choose(sentence, at, [], ENGLISH) is None


def test_one_candidate_has_all_of_the_likelihood():
    text = "Ruth Vale said: “We sail.”"
    narration, quote, sentence, at = fields(text)
    (one,) = candidates_for(narration, quote, {})
    assert choose(sentence, at, [one], ENGLISH) == (one, 1.0)


def test_without_weights_the_first_candidate_has_an_equal_share():
    bare = ENGLISH
    for row in ENGLISH.rows("ranking"):
        bare = bare.without("ranking", row)
    text = "The board said that Vale had called it “a ruin.”"
    narration, quote, sentence, at = fields(text)
    found = candidates_for(narration, quote, {})
    assert choose(sentence, at, found, bare) == (found[0], 1 / len(found))


@given(TEXTS)
def test_the_choice_is_that_of_a_slow_search(text):
    narration = narration_of(text)
    for quote, place in narration.places.items():
        sentence, at = narration.sentence(quote), place.token
        found = candidates_for(narration, quote, {})
        best = choose(sentence, at, found, ENGLISH)
        assert (best is None) == (not found)
        if best is not None:
            odds = [math.exp(score(sentence, at, c, found)) for c in found]
            assert math.isclose(best[1], max(odds) / sum(odds))
            assert found.index(best[0]) == odds.index(max(odds)) or math.isclose(
                odds[found.index(best[0])], max(odds)
            )


def score(sentence, at, candidate: MentionCandidate, found) -> float:
    """The weights of what holds of a candidate, row by row."""
    holds = list(features(scene(sentence, at, found, ENGLISH), candidate))
    return sum(
        row.values["weight"] * sum(holds.count(word) for word in row.words) for row in ENGLISH.rows("ranking")
    )


@pytest.mark.parametrize(
    "text",
    [
        "‘It kept coming’: How a flood ruined the port of Aas",
        "Ruth Vale was told it was “late”.",
        "Ruth Vale, who was told it was “late”, left.",
    ],
)
def test_who_does_something_else_in_the_sentence_is_not_chosen(text):
    assert likeliest(narration_of(text), 0, {}) is None
