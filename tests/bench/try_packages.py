"""Try the packages of a release: install the wheel, and run the source package's tests from itself.

    python tests/bench/try_packages.py dist

A virtual environment of its own is made; the tests are those of the command line, the records, the exchange
and the project.
"""

import subprocess
import sys
import tarfile
import tempfile
import tomllib
import venv
from pathlib import Path

TESTS = ("tests/test_main.py", "tests/test_project.py", "tests/models", "tests/exchange", "tests/checking")


def main(dist: str) -> int:
    (wheel,), (source,) = Path(dist).glob("*.whl"), Path(dist).glob("*.tar.gz")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        venv.create(folder / "env", with_pip=True)
        python = folder / "env" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        with tarfile.open(source) as packed:
            packed.extractall(folder, filter="data")
        root = folder / source.name.removesuffix(".tar.gz")
        groups = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf8"))["dependency-groups"]
        subprocess.run([python, "-m", "pip", "install", "-q", wheel.resolve(), *groups["test"]], check=True)
        # -P: the wheel's modules are what is tested, not those beside the tests.
        done = subprocess.run([python, "-P", "-m", "pytest", "-q", *TESTS], cwd=root, check=False)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
