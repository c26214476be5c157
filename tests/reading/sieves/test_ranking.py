import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import ENGLISH, narration_of

from quoteverify.reading.sieves.ranking import Candidate, candidates, choose, features, weights
from quoteverify.reading.sieves.sieves import candidates_for

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
    found = candidates_for(narration, quote, {})
    best = choose(sentence, at, found, ENGLISH)
    return best and (best[0].mention.span.of(text), best[0].cue and best[0].cue.of(text))


def described(text, name):
    """What holds of the first candidate of a name for the last quotation."""
    narration, quote, sentence, at = fields(text)
    found = candidates_for(narration, quote, {})
    candidate = next(c for c in found if c.mention.span.of(text) == name)
    return set(features(sentence, at, candidate, found))


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


@pytest.mark.parametrize(
    ("text", "name", "holds", "lacks"),
    [
        ("Vale said it was “a ruin.”", "Vale", {"say_before", "verb_plainest", "opens_sentence"}, {"shared"}),
        (
            "It was “a ruin,” Vale said.",
            "Vale",
            {"say_after", "first_after"},
            {"opens_sentence", "say_before"},
        ),
        ("Vale will not say it was “a ruin.”", "Vale", {"verb_negated", "verb_modal"}, {"verb_plainest"}),
        ("Vale left, saying it was “a ruin.”", "Vale", {"shared", "verb_ing"}, {"verb_ed"}),
        ("She said it was “a ruin.”", "She", {"mention_pronoun", "pronoun_she"}, {"mention_name"}),
        ("The ministry said it was “a ruin.”", "The ministry", {"mention_body"}, {"mention_role"}),
        ("The pilot said it was “a ruin.”", "The pilot", {"mention_role"}, {"mention_body"}),
        ("Ruth Vale said it was “a ruin.”", "Ruth Vale", {"mention_full_name"}, set()),
        ("Vale said: “We sail.”", "Vale", {"colon_before_mark"}, {"comma_before_mark"}),
        ("Vale said, “We sail.”", "Vale", {"comma_before_mark"}, {"colon_before_mark"}),
        ("Vale said that “we sail.”", "Vale", {"that_before_mark", "that_after_cue"}, set()),
    ],
)
def test_what_holds_of_a_candidate_is_said(text, name, holds, lacks):
    found = described(text, name)
    assert holds <= found
    assert not lacks & found


def test_no_description_is_a_word_of_the_text():
    one, other = (
        described(f"{name} told the {tree} that the {tree} was “{tree}”.", name)
        for name, tree in (("Vale", "zebrano"), ("Hoskuld", "mulberry"))
    )
    assert one == other
    assert all(re.fullmatch(r"[a-z0-9_]+", description) for description in one)


def test_every_weight_is_a_number_of_a_description():
    assert weights(ENGLISH) is weights(ENGLISH)
    assert all(re.fullmatch(r"[a-z0-9_]+", word) for word in weights(ENGLISH))
    assert all(math.isfinite(weight) and weight for weight in weights(ENGLISH).values())


def test_whoever_is_reported_is_a_candidate_once():
    narration = narration_of("Vale said that Aas left and the board met, “a ruin.”")
    found = candidates(narration.reports(0, 0), narration.subjects(0, 0))
    assert sorted((c.mention.name or c.mention.head, c.kind) for c in found) == [
        ("Aas", "subject"),
        ("Vale", "say"),
        ("board", "subject"),
    ]


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


def score(sentence, at, candidate: Candidate, found) -> float:
    """The weights of what holds of a candidate, row by row."""
    holds = list(features(sentence, at, candidate, found))
    return sum(
        row.values["weight"] * sum(holds.count(word) for word in row.words) for row in ENGLISH.rows("ranking")
    )


@given(TEXTS)
def test_candidates_are_of_the_sentence_or_of_one_before(text):
    narration = narration_of(text)
    for quote, place in narration.places.items():
        tokens = narration.sentence(quote).tokens
        for candidate in candidates_for(narration, quote, {}):
            if candidate.first < 0:
                assert candidate.mention.span.end <= tokens[place.token].start
            else:
                assert candidate.first <= candidate.last < len(tokens)
                assert tokens[0].start <= candidate.mention.span.start
                assert candidate.mention.span.end <= tokens[-1].end
