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
        (finding_names.TONES, [*Wording, *SpeakerFinding, *ContextFinding, *CitationFinding]),
    ],
)
def test_every_value_has_its_words(words, values):
    assert set(words) == set(values)
