"""The command line, as it is typed, and what it is tried on."""

import os
import pty
import subprocess
import sys
import termios

from quoteverify.exchange.serialization import from_json

FIRST = (
    "“We may close the bridge in May, or part of it,” said Ines Okafor. "
    "“Nobody has asked us to stay silent.”\n"
)
SECOND = "Ines Okafor said: “We will close the bridge in May, or part of it.”\n"


def run(*arguments, given=b"", **environment):
    return subprocess.run(
        [sys.executable, "-m", "quoteverify", *arguments],
        input=given,
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
    )


def on_a_terminal(*arguments, **environment):
    """What the command writes to a terminal of its own."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 60))
    clean = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
    subprocess.run(
        [sys.executable, "-m", "quoteverify", *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**clean, "TERM": "xterm", "COLUMNS": "60", **environment},
        check=False,
    )
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 65536):
            shown += part
    except OSError:
        pass  # Linux says so where a terminal has ended.
    os.close(ours)
    return shown.decode()


def outlets(out):
    """What the documents of a comparison are called, as the command has printed it."""
    return [document.outlet for document in from_json(out).documents]
