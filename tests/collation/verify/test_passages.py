from quoteverify.collation.verify.claims import Claim
from quoteverify.collation.verify.location import locate
from quoteverify.collation.verify.passages import claim_parts
from quoteverify.collation.verify.sources.source_index import SourceIndex
from quoteverify.text.language import language

ENGLISH = language("en")


def found(claim, source):
    """The texts of the passages, and the stretches of the claim that they answer."""
    index = SourceIndex(source)
    taken = Claim(claim, ENGLISH)
    return [
        ([span.of(source) for span in part.spans], part.claim.of(claim))
        for part in claim_parts(index, taken, locate(index, taken).places)
    ]


def test_an_interrupted_quote_has_a_span_for_each_part():
    source = "“We will go,” she said, “and stay all night.”"
    assert found("We will go, and stay all night", source) == [
        (["We will go,", "and stay all night"], "We will go, and stay all night")
    ]


def test_paragraphs_each_in_marks_have_a_span_each():
    source = "“We will go in the morning.”\n\n“We stay all night.”"
    assert found("We will go in the morning. We stay all night.", source)[0][0] == [
        "We will go in the morning.",
        "We stay all night.",
    ]


def test_speeches_with_a_story_between_are_two_passages():
    source = "“We will go in the morning,” she said.\n\nThe hall was cold.\n\n“Nobody stays all night.”"
    assert found("We will go in the morning. Nobody stays all night.", source) == [
        (["We will go in the morning,"], "We will go in the morning."),
        (["Nobody stays all night."], "Nobody stays all night."),
    ]


def test_two_turns_of_a_transcript_are_two_passages():
    source = (
        "MS. AAS: We will go in the morning.\nMR. BERG: Nobody stays all night.\nMS. AAS: The hall is cold."
    )
    assert found("We will go in the morning ... the hall is cold", source) == [
        (["We will go in the morning"], "We will go in the morning"),
        (["The hall is cold"], "the hall is cold"),
    ]


def test_what_is_far_apart_in_one_speech_is_two_passages():
    between = "It was late and the crew had eaten nothing since noon. " * 4
    source = f"“We will go in the morning. {between}Nobody stays all night.”"
    assert len(found("We will go in the morning ... Nobody stays all night", source)) == 2


def test_an_ellipsis_belongs_to_neither_part():
    source = "“Nobody stays all night,” she said.\n\nThe hall was cold.\n\n“We will go in the morning.”"
    assert [claim for _, claim in found("We will go in the morning ... Nobody stays all night", source)] == [
        "We will go in the morning",
        "Nobody stays all night",
    ]


def test_words_about_a_joint_go_to_the_part_that_the_claim_gives_them():
    source = (
        "“It was a gift to the nation,” he said. Later:\n\nHe wrote: “The ferry is a danger to the public.”"
    )
    assert found("It was a gift to ... The ferry is a danger", source)[1] == (
        ["The ferry is a danger"],
        "The ferry is a danger",
    )


def test_a_place_in_a_passage_is_one_in_the_document():
    source = "“We will go,” she said, “and stay all night.”"
    index = SourceIndex(source)
    taken = Claim("We will go, and stay all night", ENGLISH)
    (part,) = claim_parts(index, taken, locate(index, taken).places)
    for start in range(len(part.text)):
        if part.text[start] != " " or start != 11:
            assert part.in_document(start, start + 1).of(source) == part.text[start]
    assert part.in_document(8, 15).of(source) == "go,” she said, “and"
