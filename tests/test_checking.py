import pytest

from quoteverify.checking import check
from quoteverify.collation.verify.candidates import SourceIndex
from quoteverify.models import Document, Quote, QuoteKind, Span, Speaker, SpeakerFinding, Wording
from quoteverify.reading.parser import parse

SOURCE = "“We will not sell the yard before spring,” said Ada Aas. “Nobody has made an offer.”"


def test_each_quote_of_a_draft_is_verified_in_its_order():
    draft = "“Nobody has made an offer,” said Ada Aas. “We will sell the yard before spring,” Aas said."
    report = check(draft, SOURCE)
    assert [v.wording for v in report.verifications] == [Wording.VERBATIM, Wording.ALTERED]
    assert report.summary == {Wording.ALTERED: 1, Wording.VERBATIM: 1}


def test_a_quote_is_checked_against_the_speaker_of_the_draft():
    report = check("“Nobody has made an offer,” said Bo Berg.", [parse(SOURCE)])
    assert report.verifications[0].speaker == Speaker("Bo Berg", kind=report.verifications[0].speaker.kind)
    assert report.verifications[0].speaker_finding is SpeakerFinding.MISATTRIBUTED


def test_a_parsed_draft_is_taken_as_it_is_and_its_terms_are_left_out():
    text = "The “yard sale” is off."
    term = Quote(id="1", spans=[Span(5, 14)], text="yard sale", kind=QuoteKind.TERM)
    draft = Document(text=text, quotes=[term])
    report = check(draft, SourceIndex([SOURCE]))
    assert report.document is draft
    assert report.verifications == report.quote_ids == ()


def test_a_draft_without_quotes_has_an_empty_report():
    assert check("", SOURCE).verifications == ()


@pytest.mark.parametrize("draft", [None, 5, b"text"])
def test_a_draft_must_be_text_or_a_document(draft):
    with pytest.raises(TypeError, match="draft must be str or Document"):
        check(draft, SOURCE)
