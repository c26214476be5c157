import tempfile
from pathlib import Path

from fuzz.texts import DRAFT, TEXT, fuzzed, related
from hypothesis import assume, given
from hypothesis import strategies as st

from quoteverify.archive import Archive
from quoteverify.archive.index import STRETCH
from quoteverify.collation.verify.sources.source_index import SourceIndex
from quoteverify.collation.verify.verification import verify
from quoteverify.exchange.serialization import from_json
from quoteverify.reading.parser import parse


@fuzzed
@given(related())
def test_what_is_kept_comes_back_and_a_passage_found_there_prints_what_it_says(given_sources):
    documents, claim = given_sources
    documents = list({document.text: document for document in documents}.values())
    with tempfile.TemporaryDirectory() as folder, Archive(Path(folder) / "news.qv") as archive:
        archive.add(documents)
        assert list(archive) == documents
        for passage in verify(claim, archive).passages:
            text = archive.document(passage.document_id).text
            assert passage.text.split() == " ".join(span.of(text) for span in passage.spans).split()


@fuzzed
@given(related())
def test_an_archive_finds_what_an_index_of_the_same_documents_finds(given_sources):
    documents, claim = given_sources
    # Of a longer document the archive looks in the stretches that hold the claim's words, and no further.
    short = {document.text: document for document in documents if len(document.text) <= 2 * STRETCH}
    assume(short)
    with tempfile.TemporaryDirectory() as folder, Archive(Path(folder) / "news.qv") as archive:
        archive.add(short.values())
        kept = verify(claim, archive)
    beside = verify(claim, SourceIndex(short.values()))
    # Fewer documents may hold a claim where more are too like one another to tell: not the other way round.
    if beside.passages:
        assert kept.wording == beside.wording
        assert kept.passages == beside.passages
        assert kept.differences == beside.differences


@fuzzed
@given(st.lists(DRAFT, max_size=2), TEXT)
def test_an_archive_can_be_asked_anything(texts, words):
    documents = [parse(text, id=f"{n}{text[:5]}", title=text[-5:]) for n, text in enumerate(texts)]
    with tempfile.TemporaryDirectory() as folder, Archive(Path(folder) / "news.qv") as archive:
        archive.add(documents)
        for passage in archive.search(words):
            text = archive.document(passage.document_id).text
            assert passage.text.split() == " ".join(span.of(text) for span in passage.spans).split()
        for appearance in archive.appearances(words) if words.strip() else ():
            assert appearance.document_id in archive
        assert (words in archive) == any(document.id == words for document in documents)
        for statement in archive.statements():
            assert all(variant.document_id in archive for variant in statement.variants)
        archive.export(Path(folder) / "all.jsonl")
        lines = (Path(folder) / "all.jsonl").read_text(encoding="utf8").splitlines()
        assert [from_json(line) for line in lines] == list(archive)
