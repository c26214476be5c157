import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import narration_of

from quoteverify import parse
from quoteverify.reading.attribution.cascade import attribute
from quoteverify.reading.attribution.repeats import FEWEST, repeated, said_below

WORDS = st.lists(
    st.sampled_from(["we", "go", "now", "or", "stay", "at", "home"]), min_size=FEWEST, max_size=10
)


@pytest.mark.parametrize(
    ("repeat", "body", "found"),
    [
        ("We were told to go", ["They left.", "Yes, we were told to go at once."], {0: 1}),
        ("We were told to go home", ["We were told to leave, or rather to go home."], {0: 0}),
        ("WE’RE told to go", ["We're told to go."], {0: 0}),
        ("Go to told were we", ["We were told to go."], {}),
        ("We go", ["They said we go."], {0: 0}),
        ("We go", ["We may go."], {}),
        # Words may be left out of four, and not more than twelve of them.
        ("We may go", ["We may soon go."], {}),
        ("We may go home", ["We may soon go home."], {0: 0}),
        ("We may go home", [f"We may {'soon ' * 12}go home."], {0: 0}),
        ("We may go home", [f"We may {'soon ' * 13}go home."], {}),
        # Of so many that begin alike one is looked for, and no farther.
        ("We may go home", [*["We may stay."] * 19, "We may go home."], {0: 19}),
        ("We may go home", [*["We may stay."] * 20, "We may go home."], {}),
        ("Go", ["We go."], {}),
        ("We were told to go", [], {}),
    ],
)
def test_a_headline_is_found_in_the_words_that_it_cuts(repeat, body, found):
    assert repeated([repeat], body) == found


@given(WORDS, WORDS, WORDS)
def test_words_are_found_within_more_words(before, words, after):
    assert repeated([" ".join(words)], [" ".join(before + words + after)]) == {0: 0}


# Whether the first quotation's words are reported again below it.
BELOW = {
    "within a longer report": ("Mayor ‘Glad to Go’\n\n“We are glad to go,” Vale said.", True),
    "in other capitals and marks": ("Mayor 'GLAD TO GO'\n\n“Glad to go,” Vale said.", True),
    "by nobody": ("Mayor ‘Glad to Go’\n\nThe song “Glad to Go” won.", False),
    "in other words": ("Mayor ‘Glad to Go’\n\n“I am glad,” Vale said.", False),
    "one word alone": ("Mayor ‘Glad’\n\n“I am glad,” Vale said.", False),
    "far down": (f"Mayor ‘Glad to Go’\n\n{'“No,” Vale said. ' * 59}“Glad to go,” Vale said.", True),
    "too far down": (f"Mayor ‘Glad to Go’\n\n{'“No,” Vale said. ' * 60}“Glad to go,” Vale said.", False),
    "within another word": ("Mayor ‘Glad to Go’\n\n“I am glad to gorge,” Vale said.", False),
}


@pytest.mark.parametrize(("text", "again"), BELOW.values(), ids=BELOW)
def test_what_a_report_below_says_again_is_quoted(text, again):
    narration = narration_of(text)
    assert said_below(narration, 0, attribute(narration)) is again


def test_a_headline_that_the_body_says_again_has_its_speaker():
    headline, body = parse(
        "Mayor ‘Glad to Go’ at Last\n\nThe ship left. “I am glad to go,” Vale said."
    ).quotes
    assert headline.kind == "headline"
    assert headline.speaker == body.speaker
    assert parse("Mayor ‘Glad to Go’ at Last\n\nThe ship left.").quotes[0].kind == "term"
