import pytest

from quoteverify import parse, verify
from quoteverify.models import Document
from quoteverify.text.layout.documents import reader_copy
from quoteverify.text.layout.reading_copy import page_of

SOURCE = (
    "The port said, in a note,4 that it was shut.5\n\n> &ldquo;We will **never** sell the\n> yard, and we "
    "will not let it,&rdquo; said [Ruth Vale](https://example.org/vale).\n"
)


@pytest.mark.parametrize(
    "source", [SOURCE, Document(text=SOURCE), parse(SOURCE)], ids=["text", "document", "parsed"]
)
def test_a_claim_is_found_through_wraps_and_markup_at_the_offsets_of_the_source(source):
    found = verify("We will never sell the yard, and we will not let it", source)
    assert found.wording == "verbatim"
    (passage,) = found.passages
    assert [span.of(SOURCE) for span in passage.spans] == [passage.text]
    assert passage.text == "We will **never** sell the\n> yard, and we will not let it"
    assert SOURCE[passage.excerpt_start :].startswith(passage.excerpt)


def test_a_difference_stands_where_it_is_printed():
    claim = "We will *always* sell the yard, and we will not let it"
    found = verify(claim, SOURCE)
    assert found.claim == claim
    change = next(d for d in found.differences if d.severity == "substantive")
    assert (change.a_text, change.b_text) == ("never", "always")
    assert (change.a.of(SOURCE), change.b.of(claim)) == ("never", "always")


def test_the_speaker_is_found_in_a_parsed_source():
    assert verify("We will never sell the yard", parse(SOURCE), speaker="Ruth Vale").speaker_finding == "same"


@pytest.mark.parametrize("said", ["quotes", "reports"])
def test_the_words_that_say_whose_something_is_move_with_it(said):
    document = parse(
        "It was *very* late &amp; cold.4\n\n“We **sail**,” *she* told Bo Aas. Ruth Vale said it rained."
    )
    copy = reader_copy(document, page_of(document.text))
    for given, moved in zip(getattr(document, said), getattr(copy, said), strict=True):
        for place in ("mention", "antecedent", "cue", "addressee"):
            span, other = getattr(given.attribution, place), getattr(moved.attribution, place)
            assert (span is None) is (other is None)
            assert span is None or other.of(copy.text) == span.of(document.text).strip("*")


def test_a_description_is_held_against_the_words_behind_markup():
    told = "The _pilot_, Ruth Vale, came. “We sail at noon,” the mayor, Bo Aas, said."
    source = f"{'**Aas** &amp; Vale. ' * 9}\n\n{told}"
    found = [verify("We sail at noon", parse(source), speaker=who) for who in ("the mayor", "the pilot")]
    assert [one.speaker_finding.value for one in found] == ["same", "misattributed"]


def test_what_comes_nearest_is_printed_as_it_stands():
    found = verify("We will never sell the yard to anybody from the town of Strand", SOURCE)
    for passage in (*found.passages, *found.alternatives, *([found.nearest] if found.nearest else [])):
        assert " ".join(span.of(SOURCE) for span in passage.spans) == passage.text


@pytest.mark.parametrize(
    "other", ["Later Bo Aas said the crew got the ferry.", "**Later** Bo Aas said the crew got the ferry."]
)
def test_what_bears_on_a_splice_stands_in_the_first_of_its_sources(other):
    source = "The mayor said:\n\n> We **will not** sell the old yard to anybody, unless the bank agrees.\n"
    documents = [Document(id="1", text=source), Document(id="2", text=other)]
    found = verify("We will not sell the old yard to anybody; the crew got the ferry", documents)
    assert [passage.document_id for passage in found.passages] == ["1", "2"]
    assert [span.of(source) for span in found.surroundings] == ["unless"]
