import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify import language, parse, verify
from quoteverify.collation.verify.speech.edges import edge_of
from quoteverify.models import ContextFinding, Span, SpeakerFinding

PLAN = "Ruth Vale said the plan “will cost jobs” soon."

# A source, words of it that are claimed, and by what rule they are not the speaker's; "" where they are.
EDGES = {
    "in the marks": ("Ruth Vale said the plan “will cost jobs” soon.", "will cost jobs", ""),
    "over the closing mark": (PLAN, "will cost jobs” soon", "crosses_a_quotation_mark"),
    "over the opening mark": (PLAN, "the plan “will cost jobs", "crosses_a_quotation_mark"),
    "a reporter's sentence": (
        "“We sail,” said Ruth Vale. The port was closed.",
        "The port was closed",
        "narration",
    ),
    "a text without quotations": ("The port was closed.", "The port was closed", ""),
    "cited by the speaker": (
        "“They say that ‘the mill is cursed’ and it is a lie,” said Ruth Vale.",
        "the mill is cursed",
        "cited_within_a_quotation",
    ),
    "of somebody whom the speaker names": (
        "“Tom Aas told me, ‘We sail at noon,’ and left,” said Ruth Vale.",
        "We sail at noon",
        "",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("source", "words", "rule"), EDGES.values(), ids=EDGES)
def test_words_beyond_a_mark_are_the_reporters(source, words, rule):
    start = source.index(words)
    found = edge_of(parse(source), [Span(start, start + len(words))], "a claim", language("en"))
    assert (found[0] if found else "") == rule
    for span in found[1] if found else ():
        assert source.index(words) <= span.start < span.end <= start + len(words)


def test_a_claim_that_marks_its_own_fragment_claims_no_more():
    source = "Ruth Vale said the plan “will cost jobs” soon."
    assert edge_of(parse(source), [Span(15, 43)], "the plan “will cost jobs”", language("en")) is None


# A source, words of it with marks of their own that are claimed, and by what rule they are not the speaker's.
MARKED = {
    "less than the source marks": (
        "“The smell of the labels ‘fragile, this side up,’ was odd,” said Ruth Vale. She sailed at noon.",
        "labels ‘fragile, this side up,’ was odd,” said Ruth Vale",
        "crosses_a_quotation_mark",
    ),
    "the reporter's apostrophe": (
        "“We sail,” said Ruth Vale. The pilots’ boat was gone.",
        "The pilots’ boat was gone",
        "narration",
    ),
    "a mark that is never closed": (
        "“He said, ‘Get down’, and threw me out,” said Ruth Vale. The boat sank.",
        "He said, ‘Get down’, and threw me out,” said Ruth Vale",
        "crosses_a_quotation_mark",
    ),
    "both ends of an interrupted one": (
        "“We sail,” said Vale, “at noon.”",
        "We sail,” said Vale, “at noon",
        "",
    ),
}


@pytest.mark.parametrize(("source", "words", "rule"), MARKED.values(), ids=MARKED)
def test_a_claim_with_marks_claims_what_it_marks(source, words, rule):
    start = source.index(words)
    claim = words if rule == "" else words.replace("”", "")
    found = edge_of(parse(source), [Span(start, start + len(words))], claim, language("en"))
    assert (found[0] if found else "") == rule


def test_the_speaker_of_a_reporters_words_is_uncertain_and_their_context_lost():
    source = parse("“We sail,” said Ruth Vale. The port was closed for the winter.")
    found = verify("The port was closed for the winter", source, speaker="Ruth Vale")
    assert (found.speaker_finding, found.speaker_rule) == (SpeakerFinding.UNCERTAIN, "narration")
    assert (found.context, found.stops) == (ContextFinding.OUT_OF_CONTEXT, True)


def test_a_headline_above_the_quotation_does_not_make_its_words_the_reporters():
    source = parse("Port will not open before May\n\n“The port will not open before May,” said Ruth Vale.")
    found = verify("The port will not open before May", source, speaker="Ruth Vale")
    assert (found.speaker_finding, found.context) == (SpeakerFinding.SAME, ContextFinding.KEPT)


@given(st.integers(0, 60), st.integers(0, 60))
def test_what_is_told_lies_in_the_passage(start, length):
    source = "Ruth Vale said the plan “will cost jobs” soon. “We sail,” she said."
    span = Span(start, start + length)
    found = edge_of(parse(source), [span], "a claim", language("en"))
    assert found is None or all(span.start <= one.start < one.end <= span.end for one in found[1])
