"""What people correct in an archive's documents."""

import pytest

from quoteverify import Archive, Correction, parse, verify
from quoteverify.archive import store
from quoteverify.errors import ArchiveError, ArgumentValueError

DOCUMENT = parse("Ruth Vale met Ada Aas. “We sail at noon,” she said.", id="port")
HERS = Correction.speaker_of(DOCUMENT, DOCUMENT.quotes[0], "Ada Aas")


@pytest.fixture
def path(tmp_path):
    with Archive(tmp_path / "news.qv") as archive:
        archive.add([DOCUMENT])
    return tmp_path / "news.qv"


def test_a_correction_is_applied_kept_and_shown(path):
    with Archive(path) as archive:
        assert archive.correct("port", [HERS]).quotes[0].attribution.reason == "corrected"
    with Archive(path) as archive:
        assert archive.document("port").quotes[0].speaker.name == "Ada Aas"
        assert archive.corrections("port") == (HERS,)
        assert verify("We sail at noon", archive, speaker="Ada Aas").speaker_finding == "same"


def test_another_reading_of_the_text_has_it_too(path):
    with Archive(path) as archive:
        archive.correct("port", [HERS])
        archive.correct("port", [HERS])
        archive.delete("port")
        assert archive.corrections("port") == (HERS,)
        archive.add([DOCUMENT])
        assert archive.document("port").quotes[0].speaker.name == "Ada Aas"
        assert len(archive) == 1


def test_what_has_none_has_none(path):
    with Archive(path) as archive:
        assert archive.corrections("port") == archive.corrections("elsewhere") == ()
        with pytest.raises(ArgumentValueError, match="no document 'elsewhere'"):
            archive.correct("elsewhere", [HERS])


def test_two_who_correct_at_once_undo_nothing_of_each_other(path, monkeypatch):
    at_noon = Correction.speaker_of(DOCUMENT, DOCUMENT.quotes[0], "Ruth Vale")
    correct = store.correct
    with Archive(path) as one, Archive(path, timeout=0) as other:

        def correct_meanwhile(document, corrections):
            monkeypatch.undo()
            with pytest.raises(ArchiveError, match="written by another"):
                other.correct("port", [at_noon])
            return correct(document, corrections)

        monkeypatch.setattr(store, "correct", correct_meanwhile)
        one.correct("port", [HERS])
        assert other.document("port").quotes[0].speaker.name == "Ada Aas"
