import re

import pytest
from shown import narration_of

from quoteverify.reading.sieves.candidates import candidates_for
from quoteverify.reading.sieves.features import features


def described(text, name):
    """What holds of the first candidate of a name for the last quotation."""
    narration = narration_of(text)
    quote = len(narration.marked) - 1
    sentence, at = narration.sentence(quote), narration.places[quote].token
    found = candidates_for(narration, quote, {})
    candidate = next(c for c in found if c.mention.span.of(text) == name)
    return set(features(sentence, at, candidate, found))


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
