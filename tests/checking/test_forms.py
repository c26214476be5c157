"""The same twenty quotations in every form of draft: each is in the report, and the wrong ones stop."""

import drafts
import pytest

from quoteverify.checking.check import check
from quoteverify.models import SpeakerFinding
from quoteverify.reading.parser import parse
from quoteverify.reading.sources.files import read

SOURCES = [
    parse(drafts.WHARF, id="wharf", outlet="The Wharf"),
    parse(drafts.HILL, id="hill", outlet="The Hill"),
]
AS_TEXT = [drafts.prose, drafts.markdown, drafts.table, drafts.page, drafts.chat]


def bare(words):
    return words.strip(" .,")


def held(report):
    """Each quotation of a report with who is said to have said it, and whether a person should look."""
    return [(bare(v.claim), v.speaker and v.speaker.name, v.stops) for v in report.verifications]


EXPECTED = [(q.words, q.speaker, bool(q.wrong)) for q in drafts.QUOTED]


@pytest.mark.parametrize("form", AS_TEXT, ids=lambda form: form.__name__)
def test_every_quotation_is_looked_for_and_the_wrong_ones_stop(form):
    report = check(form(drafts.QUOTED), SOURCES)
    assert held(report) == EXPECTED
    assert report.unchecked == ()


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("name", drafts.FILES)
def test_a_file_is_reported_as_its_text_would_be(tmp_path, name, links):
    if name.endswith(".html"):
        pytest.importorskip("trafilatura", reason="the extra html is not installed")
    raw = drafts.FILES[name](drafts.QUOTED)
    path = tmp_path / name
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    report = check(read(path, links=links), SOURCES)
    assert held(report) == EXPECTED
    assert report.unchecked == ()


def test_the_ten_that_are_wrong_are_wrong_in_ways_of_their_own():
    report = check(drafts.prose(drafts.QUOTED), SOURCES)
    found = dict(zip((q.wrong for q in drafts.QUOTED), report.verifications, strict=True))
    assert found["speaker"].speaker_finding is SpeakerFinding.MISATTRIBUTED
    assert (found["truncated"].context, found["invented"].wording) == ("truncated", "not_found")
    assert found["spliced"].wording == "spliced"
    kinds = {wrong: {d.kind.value for d in v.differences} for wrong, v in found.items()}
    for kind in ("number", "modality", "negation", "wording"):
        assert kind in kinds[kind]
    assert "negation" in kinds["changed"]
