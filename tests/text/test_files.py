import stat

import pytest

import quoteverify as qv
from quoteverify.errors import ArgumentValueError
from quoteverify.text.files import refuse_path, write_whole


def test_a_file_is_written_as_utf8(tmp_path):
    write_whole(tmp_path / "a.txt", "“Yes”\n")
    assert (tmp_path / "a.txt").read_bytes() == "“Yes”\n".encode()


def test_half_a_character_becomes_a_question_mark(tmp_path):
    write_whole(str(tmp_path / "a.txt"), "a\ud800b")
    assert (tmp_path / "a.txt").read_bytes() == b"a?b"


def test_nothing_is_left_beside_the_file(tmp_path):
    write_whole(tmp_path / "a.txt", "one")
    write_whole(tmp_path / "a.txt", "two")
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_text() == "two"


def test_what_fails_leaves_what_was_there(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("before")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, "after")
    assert [file.read_text() for file in tmp_path.iterdir()] == ["before"]


def test_a_folder_that_is_missing_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError) as raised:
        write_whole(tmp_path / "none" / "a.txt", "one")
    assert raised.value.filename == str(tmp_path / "none" / "a.txt")


def test_a_link_still_leads_where_it_led(tmp_path):
    (tmp_path / "a.txt").write_text("one")
    (tmp_path / "link").symlink_to("a.txt")
    write_whole(tmp_path / "link", "two")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a.txt").read_text() == "two"


def test_who_may_read_a_file_stays_as_it_was(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("one")
    path.chmod(0o640)
    write_whole(path, "two")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_device_is_written_to_and_not_replaced():
    write_whole("/dev/null", "one")
    with open("/dev/null", "rb") as null:  # noqa: PTH123
        assert null.read() == b""


def test_the_path_of_a_file_is_no_text(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a note.txt").write_text("So.")
    with pytest.raises(ArgumentValueError, match=r"text must be the words .*, not the path 'a note.txt'"):
        refuse_path("text", "a note.txt")


OTHERS = ["", ".", "b.txt", "It is so.", "a.txt\n", "a\0.txt", "x" * 5000 + ".txt", "a.t"]


@pytest.mark.parametrize("text", OTHERS)
def test_any_other_text_may_be_one(text, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("So.")
    refuse_path("text", text)


@pytest.mark.parametrize(
    "use",
    [
        lambda path: qv.parse(path),
        lambda path: list(qv.parse_many([path])),
        lambda path: qv.check(path, "So."),
        lambda path: qv.check("So.", path),
        lambda path: qv.verify("So", ["So.", path]),
    ],
)
def test_wherever_a_text_is_meant_a_path_says_so(use, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("So.")
    with pytest.raises(ArgumentValueError, match=r"read\(\) takes that"):
        use(str(path))
