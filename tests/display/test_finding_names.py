import pytest

from quoteverify.display import finding_names
from quoteverify.models import (
    CitationFinding,
    ContextFinding,
    DifferenceKind,
    QuoteKind,
    Severity,
    SpeakerFinding,
    Wording,
)


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (finding_names.WORDING, Wording),
        (finding_names.SPEAKER, SpeakerFinding),
        (finding_names.CONTEXT, ContextFinding),
        (finding_names.KIND, DifferenceKind),
        (finding_names.SEVERITY, Severity),
        (finding_names.QUOTE_KIND, QuoteKind),
        (finding_names.VERDICT, finding_names.Tone),
        (finding_names.CITATION, CitationFinding),
    ],
)
def test_every_value_has_its_words(words, values):
    assert set(words) == set(values)


def test_one_word_on_three_axes_is_three_findings():
    called = [
        finding_names.SPEAKER[SpeakerFinding.NOT_CHECKED],
        finding_names.CONTEXT[ContextFinding.NOT_CHECKED],
        finding_names.CITATION[CitationFinding.NOT_CHECKED],
    ]
    assert [each.name for each in called] == [
        "Speaker not checked", "Context not checked", "Citation not checked",
    ]  # fmt: skip
    assert {each.tone for each in called} == {finding_names.Tone.NEUTRAL}
