import contextlib
import functools
import multiprocessing
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import attrs
import pytest
from records import morning

from quoteverify.archive import Archive, file
from quoteverify.archive.file import APPLICATION_ID, STEPS, ArchiveFile
from quoteverify.collation.verify.verification import verify
from quoteverify.errors import ArchiveError, ExchangeFormatError
from quoteverify.exchange.serialization import from_json
from quoteverify.models import Attribution, Document, Quote, Reason, Span

BENCH = Path(__file__).parents[1] / "bench"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "news.qv"


@pytest.fixture
def made(path):
    """An archive of a few hundred documents, closed."""
    with Archive(path) as archive:
        archive.add(Document(id=str(n), text=f"It rained on day {n} " * 50) for n in range(300))
    return path


def test_a_new_file_says_what_it_is(path):
    Archive(path).close()
    with contextlib.closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert database.execute("PRAGMA user_version").fetchone() == (len(STEPS),)


def test_an_empty_file_becomes_an_archive(path):
    path.touch()
    with Archive(path) as archive:
        assert len(archive) == 0


def test_a_text_file_is_no_archive(path):
    path.write_text("It rained. " * 1000)
    with pytest.raises(ExchangeFormatError, match="no archive"):
        Archive(path)
    assert path.read_text().startswith("It rained.")


def test_a_short_text_file_is_no_archive(path):
    path.write_text("It rained.")
    with pytest.raises(ExchangeFormatError, match="no archive"):
        Archive(path)


def test_another_database_is_no_archive_and_stays_as_it_was(path):
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE document (id)")
    database.commit()
    database.close()
    before = path.read_bytes()
    with pytest.raises(ExchangeFormatError, match="no archive of quoteverify"):
        Archive(path)
    assert path.read_bytes() == before


def test_an_archive_of_a_newer_version_is_refused(made):
    database = sqlite3.connect(made)
    database.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    database.close()
    with pytest.raises(ExchangeFormatError, match="newer quoteverify"):
        Archive(made)


@pytest.mark.parametrize("share", [0.001, 0.01, 0.3, 0.5, 0.9, 0.999])
def test_a_file_whose_end_is_missing_is_told_as_broken(made, share):
    whole = made.read_bytes()
    made.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(ExchangeFormatError, match=r"broken|no archive"):
        Archive(made)


def test_damage_in_the_middle_is_told_as_broken_when_it_is_met(made):
    whole = bytearray(made.read_bytes())
    page = 8192
    whole[page:] = b"\xa5" * (len(whole) - page)
    made.write_bytes(whole)
    with pytest.raises(ExchangeFormatError, match="broken"), Archive(made) as archive:
        list(archive)


def test_a_folder_is_no_archive(tmp_path):
    with pytest.raises(ArchiveError, match="is a folder, and an archive is one file"):
        Archive(tmp_path)


def test_a_missing_folder_is_told(tmp_path):
    with pytest.raises(ArchiveError, match="unable to open"):
        Archive(tmp_path / "none" / "news.qv")


def test_an_older_archive_is_brought_up_to_date(made, monkeypatch):
    step = ("ALTER TABLE document ADD COLUMN place", "UPDATE document SET place = 'here'")
    monkeypatch.setattr(file, "STEPS", (*STEPS, step))
    with Archive(made) as archive:
        assert len(archive) == len(list(archive)) == 300
        assert archive.add([Document(id="new", text="It snowed.")]) == 1
    with contextlib.closing(sqlite3.connect(made)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (len(STEPS) + 1,)
        places = database.execute("SELECT DISTINCT place FROM document WHERE id <> 'new'").fetchall()
    assert places == [("here",)]


@pytest.mark.parametrize("version", range(1, len(STEPS)))
def test_an_archive_that_an_earlier_version_wrote_is_brought_up_to_date(path, version):
    shutil.copy(Path(__file__).with_name(f"version_{version}.qv"), path)
    with Archive(path) as archive:
        written = Path(__file__).parents[1].joinpath("exchange", f"version_{version}.jsonl")
        lines = written.read_bytes().splitlines()
        written = {record.id: record for record in map(from_json, lines) if isinstance(record, Document)}
        assert {document.id: document for document in archive} == written
        assert archive.document("ferry").quotes[0].attribution.reason is Reason.SAID_AFTER
        assert verify("We sail at noon", archive, speaker="Ruth Vale").speaker_finding == "same"
        text = f"{morning().text} "
        new = attrs.evolve(morning(), id="new", text=text, quotes=[NEW], pages=[Span(0, 9), Span(9, 20)])
        assert archive.add([new]) == 1
        assert archive.document("new") == new
    with contextlib.closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (len(STEPS),)


NEW = Quote(
    id="q1",
    spans=[Span(18, 35)],
    text="we have no choice",
    kind="block",
    kind_rule="set_apart",
    attribution=Attribution(
        speaker=morning().speakers[0],
        mention=Span(0, 6),
        antecedent=Span(1, 9),
        reason="a rule of my own",
        resolution="last_subject",
    ),
)


def test_a_step_that_fails_leaves_the_older_archive_as_it_was(made, monkeypatch):
    step = ("ALTER TABLE document ADD COLUMN place", "UPDATE nowhere SET place = 'here'")
    with monkeypatch.context() as patched:
        patched.setattr(file, "STEPS", (*STEPS, step))
        with pytest.raises(ArchiveError, match="no such table"):
            Archive(made)
    with Archive(made) as archive:
        assert len(list(archive)) == 300
    with contextlib.closing(sqlite3.connect(made)) as database:
        assert "place" not in str(database.execute("SELECT sql FROM sqlite_master").fetchall())


def test_a_second_writer_waits_and_then_is_told(made):
    database = sqlite3.connect(made, isolation_level=None)
    database.execute("BEGIN IMMEDIATE")
    with Archive(made, timeout=0.1) as archive:
        with pytest.raises(ArchiveError, match="being written by another"):
            archive.add([Document(id="new", text="It snowed.")])
        database.execute("ROLLBACK")
        assert archive.add([Document(id="new", text="It snowed.")]) == 1
    database.close()


def test_a_second_writer_goes_on_when_the_first_is_done(made):
    database = sqlite3.connect(made, isolation_level=None, check_same_thread=False)
    database.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(0.3, database.execute, ["COMMIT"])
    timer.start()
    with Archive(made, timeout=30) as archive:
        assert archive.add([Document(id="new", text="It snowed.")]) == 1
    timer.join()
    database.close()


def test_readers_go_on_beside_a_writer_and_see_what_was_there(made):
    with Archive(made) as archive:
        database = sqlite3.connect(made, isolation_level=None)
        database.execute("BEGIN IMMEDIATE")
        database.execute("DELETE FROM document")
        assert len(list(archive)) == 300
        database.execute("ROLLBACK")
        database.close()


def test_a_transaction_that_raises_leaves_nothing(path):
    opened = ArchiveFile(path, 1)

    def fail():
        with opened.writing() as connection:
            connection.execute("INSERT INTO document (id, content, text) VALUES ('a', 'a', 'a')")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    with opened.reading() as connection:
        assert connection.execute("SELECT count(*) FROM document").fetchone() == (0,)
    opened.close()


def test_a_closed_file_says_so_and_may_be_closed_again(path):
    opened = ArchiveFile(path, 1)
    opened.close()
    opened.close()
    with pytest.raises(ArchiveError, match="was closed"), opened.reading():
        pass


def test_an_archive_may_be_made_while_another_looks_what_it_is(path, monkeypatch):
    connect = sqlite3.connect

    class Interrupted(sqlite3.Connection):
        def execute(self, statement, *arguments):
            if statement == "PRAGMA user_version":
                monkeypatch.setattr(sqlite3, "connect", connect)
                with contextlib.suppress(ArchiveError):
                    Archive(path, timeout=0.1).close()
            return super().execute(statement, *arguments)

    monkeypatch.setattr(sqlite3, "connect", functools.partial(connect, factory=Interrupted))
    with Archive(path) as archive:
        assert archive.add([Document(id="a", text="It rained.")]) == 1


def test_an_archive_is_made_when_another_has_done_with_the_file(path):
    database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    database.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(0.3, database.execute, ["ROLLBACK"])
    timer.start()
    with Archive(path, timeout=30) as archive:
        assert len(archive) == 0
    timer.join()
    database.close()


def test_several_may_make_one_archive_at_once(path):
    barrier, errors = threading.Barrier(8), []

    def make(n):
        barrier.wait()
        try:
            with Archive(path) as archive:
                archive.add([Document(id=str(n), text=f"It rained on day {n}.")])
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=make, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    with Archive(path) as archive:
        assert len(archive) == 8


def test_threads_take_turns_with_one_archive(made):
    archive, errors = Archive(made), []

    def work(n):
        try:
            for k in range(20):
                archive.add([Document(id=f"{n}-{k}", text=f"It snowed on night {n}x{k}.")])
                assert archive.search(f"night {n}x{k}")[0].document_id == f"{n}-{k}"
                assert archive.document("7").id == "7"
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert len(archive) == 420
    archive.close()


def _count_and_add(archive, queue):
    queue.put((len(archive), archive.add([Document(id=f"child {os.getpid()}", text=f"Of {os.getpid()}.")])))


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_an_archive_may_be_used_after_a_fork(made):
    fork = multiprocessing.get_context("fork")
    queue = fork.Queue()
    with Archive(made) as archive:
        children = [fork.Process(target=_count_and_add, args=(archive, queue)) for _ in range(2)]
        for child in children:
            child.start()
        answers = [queue.get(timeout=60) for _ in children]
        for child in children:
            child.join()
        assert all(count >= 300 and added == 1 for count, added in answers)
        assert len(archive) == 302


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
@pytest.mark.parametrize(
    "command", [["kill_archive.py", "--kills", "10"], ["share_archive.py", "--seconds", "3"]]
)
def test_neither_kills_nor_company_harm_an_archive(command):
    script, *arguments = command
    done = subprocess.run(
        [sys.executable, BENCH / script, *arguments], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
