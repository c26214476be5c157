import pytest
from shown import narration_of

# Whether a cue stands before its mention or behind it, both are between the first token and the last.
AROUND = [("Ruth Vale said so.", 0, 2), ("So said Ruth Vale.", 1, 3)]


@pytest.mark.parametrize(("text", "start", "end"), AROUND)
def test_a_report_reaches_from_its_cue_to_its_mention(text, start, end):
    (report,) = narration_of(text).reports(0, 0)
    assert (report.start, report.end) == (start, end)
