"""What two processes cost in all beside one, of the processors' time, for the same articles.

    python tests/bench/bench_processes.py PATH [--articles 1000] [--rounds 3]

PATH is a file of articles as JSON lines with ``text``. Each way is a program of its own, and its time
that of the program and all that it starts, begun and ended: what ``time`` prints as user and sys. The least
of several rounds counts, the two by turns. Compiled modules should lie beside the sources, as ``pip`` leaves
them.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from pathlib import Path
from itertools import cycle, islice
import quoteverify as qv
if __name__ == "__main__":
    sys.path.insert(0, sys.argv[1])
    from articles import texts_of
    texts = list(islice(cycle(texts_of(Path(sys.argv[2]))), int(sys.argv[3])))
    for _ in qv.parse_many(texts, n_process=int(sys.argv[4])):
        pass
"""


def seconds(*given: str) -> float:
    """The processors' time of the program and of what it starts."""
    before = os.times()
    subprocess.run([sys.executable, "-c", PROGRAM, *given], check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def main() -> None:
    """Print both, and how much more the second is."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    times: dict[str, list[float]] = {"1": [], "2": []}
    for _ in range(given.rounds):
        for number, found in times.items():
            found.append(seconds(str(Path(__file__).parent), str(given.path), str(given.articles), number))
    one, two = (min(found) for found in times.values())
    print(f"{given.articles} articles: one process {one:.2f} s, two {two:.2f} s, {two / one - 1:+.1%}")


if __name__ == "__main__":
    main()
