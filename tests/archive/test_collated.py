import pytest
from records import evening, morning

from quoteverify import compare
from quoteverify.archive import Archive, collated
from quoteverify.archive.collated import Collated
from quoteverify.models import Document


@pytest.fixture
def archive(tmp_path):
    """Two articles that say something alike, and more that have a statement each."""
    single = [
        Document(id=f"single {n}", text=evening().text, quotes=[quote], published="2031-03-04")
        for n, quote in enumerate(evening().quotes)
    ]
    with Archive(tmp_path / "news.qv") as archive:
        archive.add([*single[:1], morning(), evening(), *single[1:]])
        yield archive


@pytest.fixture
def whole(archive):
    return compare(archive)


def test_the_statements_are_those_of_compare_in_its_order(archive, whole):
    with Collated(archive) as found:
        assert tuple(found.statements) == whole.statements
        assert found.statements[-1] == whole.statements[-1]
        assert tuple(found.statements[1:3]) == whole.statements[1:3]
    assert list(archive.statements()) != list(whole.statements)


def test_the_documents_are_those_of_the_archive(archive, whole, monkeypatch):
    monkeypatch.setattr(collated, "KEPT", 1)
    with Collated(archive) as found:
        assert tuple(found.documents.values()) == whole.documents
        assert list(found.about) == [document.id for document in whole.documents]
        assert {about.text for about in found.about.values()} == {""}
        assert [about.published for about in found.about.values()] == [d.published for d in whole.documents]


def test_what_is_added_meanwhile_is_not_looked_at(archive, whole):
    with Collated(archive) as found:
        archive.add([Document(id="late", text="It rained.")])
        assert "late" not in found.documents
        assert len(found.documents) == len(whole.documents)
        assert tuple(found.statements) == whole.statements


def test_the_file_is_gone_with_an_error_as_with_the_end(archive, monkeypatch):
    files = []
    statements = collated._Statements

    def noted():
        files.append(statements())
        return files[-1]

    def failing(documents, *, lang, reports):
        assert lang is archive.language
        next(documents)
        raise OSError("no room")

    monkeypatch.setattr(collated, "_Statements", noted)
    with Collated(archive):
        pass
    monkeypatch.setattr(collated, "compare_many", failing)
    with pytest.raises(OSError, match="no room"):
        Collated(archive)
    assert [one._file.closed for one in files] == [True, True]
