"""Chromium without a window, where there is one."""

import shutil
import subprocess
from pathlib import Path

import pytest

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
NEEDED = pytest.mark.skipif(BROWSER is None, reason="no Chromium: apt-get install chromium")

_OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--enable-logging=stderr",
)  # fmt: skip


def browse(folder: Path, *arguments: str) -> tuple[str, str]:
    """What Chromium writes to its standard output and says beside it, with a profile of its own."""
    command = [BROWSER, *_OPTIONS, f"--user-data-dir={folder / 'profile'}", *arguments]
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    return done.stdout.decode(), done.stderr.decode(errors="replace")
