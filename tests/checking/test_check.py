import attrs
import pytest

from quoteverify.checking.check import check
from quoteverify.collation.verify.sources.source_index import SourceIndex
from quoteverify.errors import ArgumentValueError
from quoteverify.models import Document, Quote, QuoteKind, Reason, Span, Speaker, SpeakerFinding, Wording
from quoteverify.reading.parser import parse
from quoteverify.text.language import language

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


ENGLISH = language("en")
MINE = ENGLISH.with_rows("cues", [{"words": ["gab", "gabbed"], "kind": "say"}])
GABBED = "“Nobody has made an offer,” Bo Berg gabbed."


@pytest.mark.parametrize(
    ("sources", "lang", "cue"),
    [
        (SOURCE, None, None),
        (SOURCE, "en", None),
        (SOURCE, MINE, "gabbed"),
        (SourceIndex(SOURCE, lang=MINE), None, "gabbed"),
    ],
)
def test_a_draft_is_read_in_the_language_of_the_sources(sources, lang, cue):
    report = check(GABBED, sources, lang=lang)
    found = report.document.quotes[0].attribution.cue
    assert (found and found.of(GABBED)) == cue
    assert report.verifications[0].wording is Wording.VERBATIM


def test_a_parsed_draft_is_in_its_own_language():
    draft = parse(GABBED)
    assert draft.lang == "en"
    assert check(draft, SOURCE, lang=MINE).document is draft
    assert (
        check(draft, [SOURCE, Document(text="Nei.", lang="nn")]).verifications[0].searched.in_other_languages
        == 1
    )


@pytest.mark.parametrize(
    ("draft", "sources", "lang", "message"),
    [
        (
            Document(text="“Nei.”", lang="nn"),
            SourceIndex(SOURCE),
            None,
            "lang must be 'en', the language of the sources, not 'nn'",
        ),
        (Document(text="“Nei.”", lang="nn"), SOURCE, None, "lang must be one of 'en', not 'nn'"),
        (Document(text="“Nei.”", lang="nn"), SOURCE, "en", "lang is 'en' and the texts are in 'nn'"),
        (parse(GABBED), Document(text="Nei.", lang="nn"), None, "lang is 'en' and the texts are in 'nn'"),
        (GABBED, Document(text="Nei.", lang="nn"), "en", "lang is 'en' and the texts are in 'nn'"),
        (GABBED, SOURCE, "xx", "lang must be one of 'en', not 'xx'"),
    ],
)
def test_a_draft_in_another_language_than_the_sources_is_said_to_be_so(draft, sources, lang, message):
    with pytest.raises(ArgumentValueError, match=message):
        check(draft, sources, lang=lang)


@pytest.mark.parametrize("draft", [None, 5, b"text"])
def test_a_draft_must_be_text_or_a_document(draft):
    with pytest.raises(TypeError, match="draft must be str or Document"):
        check(draft, SOURCE)


@pytest.mark.parametrize(
    ("label", "finding"),
    [
        ("Bo Berg", SpeakerFinding.MISATTRIBUTED),
        ("Key concerns", SpeakerFinding.UNCERTAIN),
        ("Yard Offer", SpeakerFinding.UNCERTAIN),
        ("Yard Made", SpeakerFinding.UNCERTAIN),
        ("Yard Has", SpeakerFinding.MISATTRIBUTED),
        ("Ada Aas", SpeakerFinding.SAME),
    ],
)
def test_a_label_that_says_what_the_words_are_about_accuses_nobody(label, finding):
    (found,) = check(f"**{label}:** “Nobody has made an offer.”", [parse(SOURCE)]).verifications
    assert found.speaker_finding is finding


def test_a_label_is_read_whole_before_words_of_several_paragraphs():
    draft = "**Key concerns:** “Nobody has made an offer.\n\n“And nobody will before spring.”"
    (found,) = check(draft, [parse(SOURCE)]).verifications
    assert found.speaker.name == "Key concerns"


CITING = "“People say, ‘The mill is cursed.’ It is not,” said Ada Aas."


@pytest.mark.parametrize(
    ("draft", "stops"),
    [
        ("“People say, ‘The mill is cursed.’ It is not,” said Ada Aas.", False),
        ("Ada Aas said that people say ‘the mill is cursed’.", True),
        ("Ada Aas said: “The mill is cursed.”", True),
    ],
)
def test_words_that_a_draft_shows_as_cited_are_no_speakers_claim(draft, stops):
    assert check(draft, parse(CITING)).stops == stops


TOLD = (
    "“I went to Berg and he said, ‘Leave the sums to us,’” said Ruth Vale, a nurse. “I never forgot it.” "
    "“No,” said Tom Aas. Ida Lund quoted her aunt: “Sail at noon on Monday.”"
)


@pytest.mark.parametrize(
    ("draft", "stops"),
    [
        ("A nurse said she was told to “leave the sums to us”.", False),
        ("Berg told her: “Leave the sums to us.”", False),
        ("A colleague told her: “Leave the sums to us.”", False),
        ("“Leave the sums to us,” said Ruth Vale.", True),
        ("“Leave the sums to us,” the nurse said.", True),
        ("“Leave the sums to us,” said Tom Aas.", True),
        ("“Leave the sums to us,” she said.", True),
        ("Ida Lund quoted her aunt: “Sail at noon on Monday.”", False),
        ("“Sail at noon on Monday,” said Ida Lund.", True),
    ],
)
def test_what_a_speaker_cites_may_be_claimed_of_whom_they_cite(draft, stops):
    assert check(draft, parse(TOLD)).stops == stops


FAMILY = (
    "Tug Vale, 71, made soup. “I will not go,” said Tug Vale. His daughter, Cora Vale, drove up. "
    "“He is stubborn as a mule,” Cora said. “So it goes in winter,” said Bo Berg."
)


@pytest.mark.parametrize(
    ("draft", "stops"),
    [
        ("“He is stubborn,” Cora Vale said of Tug Vale. “I will not go,” said Vale.", False),
        ("“He is stubborn as a mule,” Cora Vale said. “I will not go,” said Cora Vale of Tug Vale.", True),
        ("Cora Vale drove up. “I will not go,” she said.", True),
        # Nobody else is named who has the surname, or the speaker of the source has another.
        ("“He is stubborn,” Cora Vale said. “I will not go,” said Vale.", True),
        ("“He is stubborn,” Cora Vale said to Captain Vale. “I will not go,” said Vale.", True),
        ("“He is stubborn,” Cora Vale said of Tug Vale. “So it goes in winter,” said Vale.", True),
    ],
)
def test_a_surname_that_several_have_in_a_draft_accuses_nobody(draft, stops):
    assert check(draft, parse(FAMILY)).stops == stops


@pytest.mark.parametrize(
    ("reason", "confidence", "finding"),
    [
        (Reason.ACTED_BEFORE, 0.7, SpeakerFinding.UNCERTAIN),
        (Reason.ACTED_BEFORE, 0.8, SpeakerFinding.MISATTRIBUTED),
        (Reason.LABEL, 0.7, SpeakerFinding.MISATTRIBUTED),
        (Reason.SAID_AFTER, 0.5, SpeakerFinding.UNCERTAIN),
    ],
)
def test_a_draft_that_leaves_open_who_speaks_accuses_nobody(reason, confidence, finding):
    draft = parse("“We will not sell the yard before spring,” said Bo Berg.")
    (quote,) = draft.quotes
    said_by = attrs.evolve(quote.attribution, reason=reason, confidence=confidence)
    guessed = attrs.evolve(quote, attribution=said_by)
    report = check(attrs.evolve(draft, quotes=[guessed]), parse(SOURCE))
    assert report.verifications[0].speaker_finding is finding


HARBOUR = "“I saw nothing,” said Bo Vale. “I had no choice at all,” said the Northgate manager, Ann Berg."


@pytest.mark.parametrize(
    ("draft", "stops"),
    [
        ("“I saw nothing,” says Bo Vale. The Northgate boss admits she “had no choice at all”.", False),
        ("“I saw nothing,” says Bo Vale. The Northgate boss, who was late, says: “I had no choice.”", False),
        ("Bo Vale rowed. The Northgate boss, who was late, is calm. “I had no choice,” she says.", False),
        (
            "It is a blow. “I had no choice,” he says.\n\nBo Vale is calm. “I saw nothing,” Vale says.",
            False,
        ),
        ("Bo Vale is calm. “I had no choice at all,” he says.", True),
        ("“I saw nothing,” says Bo Vale. He “had no choice at all”, says Vale.", True),
    ],
)
def test_a_word_or_pronoun_that_is_guessed_to_mean_somebody_accuses_nobody(draft, stops):
    assert check(draft, parse(HARBOUR)).stops == stops


def test_a_draft_cannot_be_checked_against_nothing():
    with pytest.raises(ArgumentValueError, match="no sources"):
        check(CITING, [])
