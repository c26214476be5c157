import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import narration_of

from quoteverify.models import QuoteKind
from quoteverify.reading.attribution.cascade import attribute
from quoteverify.reading.kinds.grouping import grouped
from quoteverify.reading.marks.pairing import paragraphs

# Texts with their quotes: which spans, what they hold, and the rule that says so.
CASES = {
    "an interrupted sentence": (
        "“We sail,” Vale said, “at noon.”",
        [((0, 1), "speech", "speech")],
    ),
    "two speakers": (
        "“We sail,” said Vale. “No,” said Aas.",
        [((0,), "speech", "speech"), ((1,), "speech", "speech")],
    ),
    "a term beside speech": (
        "The film “Dark Water” won. “We sail,” said Vale.",
        [((0,), "term", "work"), ((1,), "speech", "speech")],
    ),
    "the name of a work within speech that goes on": (
        "“We sail,” said Vale, “Dark Water” star. “At noon.”",
        [((1,), "term", "work"), ((0, 2), "speech", "speech")],
    ),
    "what goes on with speech, though by itself it would be a term": (
        "“We sail,” Vale said, “Dark Water”.",
        [((0, 1), "speech", "speech")],
    ),
    "paragraphs that open again": (
        "“We sail.\n\n“We must,” said Vale.",
        [((0, 1), "speech", "speech")],
    ),
    "a headline that the text says again": (
        "Mayor ‘Glad to Go’ at Last\n\nThe ship left. “I am glad to go,” Vale said.",
        [((0,), "headline", "headline"), ((1,), "speech", "speech")],
    ),
    "a headline that the text does not say again": (
        "Mayor ‘Glad to Go’ at Last\n\nThe ship left. “I am glad to stay,” Vale said.",
        [((0,), "term", "unlike_speech"), ((1,), "speech", "speech")],
    ),
    "what a name means, in brackets behind it": (
        "Vale said the ship, known as “Kvern” (“The Mill”), was lost.",
        [((0,), "term", "named"), ((1,), "term", "gloss")],
    ),
    "what words of somebody mean": (
        "Vale shouted “Ut!” (“Get out!”) at them.",
        [((0,), "speech", "speech"), ((1,), "speech", "speech")],
    ),
    "brackets behind a name with more than what it means": (
        "Vale said the ship, known as “Kvern” (he shouted “The Mill”), was lost.",
        [((0,), "term", "named"), ((1,), "term", "unlike_speech")],
    ),
    "what a name means, and in what tongue": (
        "Vale said the ship, known as “Kvern” (“The Mill” in her tongue), was lost.",
        [((0,), "term", "named"), ((1,), "term", "gloss")],
    ),
    "brackets behind a name with words that are reported": (
        "They know it as “Kvern” (“The mill is slow,” she said) in Aas.",
        [((0,), "term", "unlike_speech"), ((1,), "speech", "speech")],
    ),
    "words that are signed": ("“Awful, just awful” – Ruth Vale", [((0,), "headline", "headline")]),
    "words with a report after their clause": (
        "The “bad weather” came, Hale said.",
        [((0,), "term", "unlike_speech")],
    ),
}


def groups_of(text):
    narration = narration_of(text)
    return [
        (group.spans, group.kind.value, group.rule)
        for group in grouped(narration, attribute(narration), paragraphs(text))
    ]


@pytest.mark.parametrize(("text", "groups"), CASES.values(), ids=CASES)
def test_an_utterance_is_one_quote_less_its_terms(text, groups):
    assert groups_of(text) == groups


@given(st.text(alphabet="aB .,'\"“”\n", max_size=60))
def test_every_span_is_of_one_quote_and_every_quote_of_a_kind_by_a_rule(text):
    narration = narration_of(text)
    groups = list(grouped(narration, attribute(narration), paragraphs(text)))
    assert sorted(i for group in groups for i in group.spans) == list(range(len(narration.marked)))
    for group in groups:
        assert group.rule
        assert len(group.spans) == 1 or group.kind != QuoteKind.TERM
