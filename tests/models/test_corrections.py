import pytest

from quoteverify.errors import ArgumentTypeError, ArgumentValueError
from quoteverify.models import Correction, CorrectionKind, Document, Quote, Span
from quoteverify.models.corrections import AROUND

TEXT = "Before noon\nshe said: “We\n  sail,” and went below deck at once, as nobody had expected of her."
QUOTE = Quote(id="q1", spans=[Span(TEXT.index("We"), TEXT.index("”"))], text="We\n  sail,")
DOCUMENT = Document(text=TEXT, quotes=[QUOTE])


def test_a_quote_is_kept_by_its_words_and_those_around_it_and_by_no_offset():
    kept = Correction.speaker_of(DOCUMENT, QUOTE, "Ruth Vale")
    assert (kept.kind, kept.exact, kept.speaker) == (CorrectionKind.SPEAKER, "We sail,", "Ruth Vale")
    assert kept.prefix == "Before noon she said: “"
    assert kept.suffix.startswith("” and went below")
    assert len(kept.suffix) <= AROUND


def test_nobody_may_be_who_said_it():
    assert Correction.speaker_of(DOCUMENT, QUOTE, None).speaker is None
    assert Correction.no_quote(DOCUMENT, QUOTE).kind is CorrectionKind.NO_QUOTE


def test_names_are_one_persons_the_first_of_them_to_use():
    assert Correction.one_person("Ruth Vale", "R. Vale").names == ("Ruth Vale", "R. Vale")


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (lambda: Correction.one_person("Ruth Vale"), ArgumentValueError, "two or more"),
        (lambda: Correction.one_person("Ruth Vale", " "), ArgumentValueError, "two or more"),
        (lambda: Correction.one_person("Ruth Vale", 5), ArgumentTypeError, "names must be several str"),
        (lambda: Correction.speaker_of(DOCUMENT, QUOTE, 5), ArgumentTypeError, "speaker must be str"),
        (lambda: Correction.speaker_of(TEXT, QUOTE, "Vale"), ArgumentTypeError, "document must be Document"),
        (lambda: Correction(kind="speaker", exact=" "), ArgumentValueError, "no words"),
        (lambda: Correction(kind="else", exact="We"), ValueError, "else"),
        (lambda: Correction(kind="speaker", exact=5), ArgumentTypeError, "exact must be str"),
    ],
)
def test_what_is_no_correction_is_refused(make, error, message):
    with pytest.raises(error, match=message):
        make()
