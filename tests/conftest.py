"""What all tests share: how they are drawn, and the files that the command line is tried on."""

import os

import pytest
from commanded import FIRST, SECOND
from hypothesis import HealthCheck, settings

from quoteverify.models import Document

# Nothing is timed, nor drawn anew unless much is tried: no busy machine and no unlucky day fails a test.
settings.register_profile(
    "steady",
    deadline=None,
    derandomize="QUOTEVERIFY_FUZZ" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")


@pytest.fixture
def files(tmp_path, monkeypatch):
    """Two articles and two drafts in the folder we are in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    for name, text in {
        "first.txt": FIRST,
        "second.txt": SECOND,
        "right.txt": "Okafor: “We may close the bridge in May, or part of it.”\n",
        "wrong.txt": "Okafor: “We will not close the bridge in May, or part of it.”\n",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf8")
    return tmp_path


@pytest.fixture
def interrupted(monkeypatch):
    """Somebody who has seen one text read presses Ctrl-C."""

    def read_many(paths, **_):
        yield Document(id=paths[0], text=FIRST)
        raise KeyboardInterrupt

    monkeypatch.setattr("quoteverify.read_many", read_many)
