"""Fuzz a test guided by coverage: ``python tests/fuzz/guided.py FILE NAME [options of libFuzzer]``.

atheris (``pip install atheris``) makes the inputs, hypothesis turns them into what the test takes, and a
test that fails ends the run with the input that made it fail written beside. A folder among the options
keeps what was learnt for the next run, ``-max_total_time=3600`` ends it after an hour.
"""

import importlib
import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))


def main() -> None:
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    module, name = Path(sys.argv.pop(1)).stem, sys.argv.pop(1)
    with atheris.instrument_imports(include=["quoteverify"]):
        importlib.import_module("conftest")
        tests = importlib.import_module(f"fuzz.{module}")
    test = getattr(tests, name, None)
    if not hasattr(test, "hypothesis"):
        known = [key for key, value in vars(tests).items() if hasattr(value, "hypothesis")]
        raise SystemExit(f"{module} has no such fuzz test; it has {', '.join(known)}")
    # What hypothesis makes of a few bytes is short: begin with many.
    sys.argv[1:1] = ["-len_control=0", "-max_len=8192"]
    atheris.Setup(sys.argv, test.hypothesis.fuzz_one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
