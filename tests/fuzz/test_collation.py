import re
from collections.abc import Iterable

import pytest
from fuzz.texts import DOCUMENTS, DRAFT, INVISIBLE, TEXT, WORDING, alike, fuzzed, related
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.checking.check import check
from quoteverify.collation.compare.comparison import compare
from quoteverify.collation.differences.alignment import align, replay
from quoteverify.collation.pairs.pairing import pair
from quoteverify.collation.verify.verification import verify
from quoteverify.display import html, terminal
from quoteverify.models import Difference, DifferenceKind, Document, Passage, Verification, Wording
from quoteverify.text.layout.reading_copy import page_of
from quoteverify.text.words import words


def hold(differences: Iterable[Difference], b: str, a: Iterable[str]) -> None:
    """Both sides of each difference print what it says."""
    for difference, text in zip(differences, a, strict=True):
        assert difference.a.end <= len(text)
        assert difference.a.of(text) == difference.a_text
        assert difference.b.end <= len(b)
        assert difference.b.of(b) == difference.b_text
        same = difference.operation == "move" or difference.rule == "verb_denies"
        assert same or difference.a_text != difference.b_text


def stand(verification: Verification, documents: Iterable[Document]) -> None:
    """Everything that a verification points at is there."""
    texts = {document.id: document.text for document in documents}
    nearest = [verification.nearest] if verification.nearest else []
    for passage in (*verification.passages, *verification.alternatives, *nearest):
        at(passage, texts[passage.document_id])
    sources = [
        texts[verification.passages[difference.passage or 0].document_id]
        for difference in verification.differences
    ]
    hold(verification.differences, verification.claim, sources)
    for other in verification.other_wordings:
        at(other.passage, texts[other.passage.document_id])
        hold(
            other.differences, verification.claim, [texts[other.passage.document_id]] * len(other.differences)
        )
    for span in verification.surroundings:
        assert span.end <= len(texts[verification.passages[0].document_id])


def at(passage: Passage, text: str) -> None:
    assert 0 <= passage.similarity <= 1
    assert all(span.end <= len(text) for span in passage.spans)
    assert passage.text.split() == " ".join(span.of(text) for span in passage.spans).split()
    assert text.startswith(passage.excerpt, passage.excerpt_start)


@fuzzed
@given(alike() | st.tuples(TEXT, TEXT))
def test_two_wordings_are_rebuilt_from_what_is_said_of_them(pair_of_texts):
    a, b = pair_of_texts
    alignment = align(a, b)
    assert (alignment.a, alignment.b) == (a, b)
    assert replay(alignment) == b
    assert 0 <= alignment.similarity <= 1
    assert alignment == align(a, b)
    hold(alignment.differences, b, [a] * len(alignment.differences))


@fuzzed
@given(TEXT)
def test_a_wording_is_itself(text):
    alignment = align(text, text)
    assert (alignment.wording, alignment.differences) == (Wording.VERBATIM, ())


@fuzzed
@given(
    st.lists(st.sampled_from(["We", "will", "not", "close", "the", "bridge", "5", "U.S."]), min_size=1),
    st.sampled_from(INVISIBLE),
    st.data(),
)
def test_what_is_not_seen_is_a_difference_of_glyphs_named_by_its_number(printed, hidden, data):
    a = " ".join(printed)
    place = data.draw(st.integers(0, len(a)))
    alignment = align(a, a[:place] + hidden + a[place:])
    assert {difference.kind for difference in alignment.differences} == {DifferenceKind.GLYPH}
    assert alignment.wording == Wording.VERBATIM
    number = f"U+{ord(hidden):04X}"
    assert number in terminal.render(alignment)
    assert number in html.alignment(alignment)


@fuzzed
@given(related())
def test_whatever_is_claimed_every_finding_points_at_what_is_there(given_sources):
    documents, claim = given_sources
    verification = verify(claim, documents, speaker="Ada Aas")
    stand(verification, documents)
    assert verification == verify(claim, documents, speaker="Ada Aas")


@fuzzed
@given(DRAFT, st.data())
def test_words_of_a_source_stand_there_word_for_word(text, data):
    # Half of a tag or of an entity is no claim.
    read = page_of(text).text
    if page_of(read).text != read:
        return
    divided = words(read)
    if len(divided) < 12:
        return
    first = data.draw(st.integers(0, len(divided) - 12))
    claim = read[divided.starts[first] : divided.ends[first + 11]]
    assert verify(claim, text).wording == Wording.VERBATIM


@fuzzed
@given(DRAFT, DOCUMENTS)
def test_whatever_is_drafted_every_finding_points_at_what_is_there(draft, documents):
    report = check(draft, documents)
    assert len(report.verifications) == len(report.quote_ids)
    for verification in report.verifications:
        stand(verification, documents)
    assert report == check(draft, documents)


@fuzzed
@given(DOCUMENTS, st.booleans())
def test_every_variant_prints_what_it_says(documents, reports):
    comparison = compare(documents, reports=reports)
    assert comparison == compare(documents, reports=reports)
    for statement in comparison.statements:
        base = statement.variants[statement.base]
        for column in statement.columns:
            assert len(column.cells) == len(statement.variants)
        for variant in statement.variants:
            text = comparison.document(variant.document_id).text
            assert all(span.end <= len(text) for span in variant.spans)
            parts = "".join(span.of(text) for span in variant.spans)
            assert re.sub(r"\s", "", variant.text) == re.sub(r"\s", "", parts)
            others = [comparison.document(base.document_id).text] * len(variant.differences)
            hold(variant.differences, text, others)


@fuzzed
@given(DOCUMENTS)
def test_every_quote_stands_in_a_statement(documents):
    comparison = compare(documents)
    held = {(v.document_id, v.quote_id) for s in comparison.statements for v in s.variants}
    for document in documents:
        for quote in document.quotes:
            if quote.kind != "term" and words(quote.text):
                assert (document.id, quote.id) in held


@fuzzed
@given(st.lists(TEXT | WORDING, max_size=12), st.floats(0, 1))
def test_pairs_are_in_order_and_score_what_was_asked(quotes, cutoff):
    pairs = list(pair(quotes, score_cutoff=cutoff))
    assert pairs == sorted(pairs)
    assert pairs == list(pair(iter(quotes), score_cutoff=cutoff))
    for i, j, score in pairs:
        assert i < j < len(quotes)
        assert cutoff <= score <= 1 or score == pytest.approx(cutoff)
