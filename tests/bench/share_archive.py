"""Add to one archive from two processes while four verify against it.

    python tests/bench/share_archive.py [--seconds 60]

No process may fail; whatever has been added when a claim is asked must be found; at the end no document
may be missing.
"""

import argparse
import multiprocessing
import random
import tempfile
import time
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

from articles import invented

from quoteverify import verify
from quoteverify.archive import Archive

ADDERS, VERIFIERS = 2, 4
BATCHES = (1, 20, 150)


def add(path: Path, adder: int, until: float, done: "Synchronized[int]") -> None:
    """Add the articles whose number has this remainder."""
    with Archive(path) as archive:
        while time.time() < until:
            start = done.value
            size = random.choice(BATCHES)
            assert archive.add(invented(n * ADDERS + adder) for n in range(start, start + size)) == size
            done.value = start + size


def ask(path: Path, until: float, added: "list[Synchronized[int]]", asked: "Synchronized[int]") -> None:
    """Verify what has been added."""
    with Archive(path) as archive:
        while time.time() < until:
            adder = random.randrange(ADDERS)
            if count := added[adder].value:
                article = invented(random.randrange(count) * ADDERS + adder)
                found = verify(article.quotes[0].text, archive)
                assert article.id in {p.document_id for p in (*found.passages, *found.alternatives)}, (
                    article.id
                )
                assert found.searched.documents >= count
                with asked.get_lock():
                    asked.value += 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    args = parser.parse_args()
    fork = multiprocessing.get_context("fork")
    added = [fork.Value("q", 0) for _ in range(ADDERS)]
    asked = fork.Value("q", 0)
    with tempfile.TemporaryDirectory() as folder:
        path, until = Path(folder) / "shared.qv", time.time() + args.seconds
        processes = [fork.Process(target=add, args=(path, n, until, added[n])) for n in range(ADDERS)]
        processes += [fork.Process(target=ask, args=(path, until, added, asked)) for _ in range(VERIFIERS)]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        assert not any(process.exitcode for process in processes), "a process failed"
        total = sum(count.value for count in added)
        with Archive(path) as archive:
            assert len(archive) == total
            expected = {
                f"invented-{n * ADDERS + adder}" for adder in range(ADDERS) for n in range(added[adder].value)
            }
            assert {document.id for document in archive} == expected
    print(f"{total:,} documents added and {asked.value:,} claims verified at once: no error, nothing lost")


if __name__ == "__main__":
    main()
