"""Kill a process at random moments while it adds to an archive, and see what is left.

    python tests/bench/kill_archive.py [--kills 200]

After each kill the archive must open, pass SQLite's integrity check and that of the index, and hold
every document of every batch that was confirmed, and nothing by halves. Ten kills are of one archive.
"""

import argparse
import multiprocessing
import random
import sqlite3
import tempfile
from multiprocessing.connection import Connection
from pathlib import Path

from articles import invented

from quoteverify.archive import Archive

BATCHES = (1, 7, 60, 400)


def keep_adding(path: Path, number: int, confirmed: Connection) -> None:
    """Add batches for as long as it lasts, and tell of each that is in."""
    with Archive(path) as archive:
        while True:
            size = random.choice(BATCHES)
            added = archive.add(invented(n) for n in range(number, number + size))
            number += size
            assert added == size
            confirmed.send(number)


def check(path: Path, confirmed: int) -> int:
    """See that an archive is whole; return how many documents it has."""
    with Archive(path) as archive:
        present = len(archive)
        assert present >= confirmed, f"{confirmed} documents were confirmed, {present} are there"
        found = list(archive)
        assert len(found) == present, "not all documents that are counted are there"
        for number in {*range(confirmed, present), *random.sample(range(present), min(present, 200))}:
            assert found[number] == invented(number), f"document {number} is not what was added"
        if present:
            last = invented(present - 1)
            assert archive.search(f'"{last.quotes[0].text}"')[0].document_id == last.id
    database = sqlite3.connect(path)
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    database.execute("INSERT INTO word (word) VALUES ('integrity-check')")
    database.close()
    return present


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    args = parser.parse_args()
    fork = multiprocessing.get_context("fork")
    inside = checked = 0
    with tempfile.TemporaryDirectory() as folder:
        for kill in range(args.kills):
            if kill % 10 == 0:
                path, present = Path(folder) / f"{kill}.qv", 0
            receiver, sender = fork.Pipe(duplex=False)
            adding = fork.Process(target=keep_adding, args=(path, present, sender))
            adding.start()
            adding.join(random.uniform(0, 0.5))
            assert adding.is_alive(), "adding ended by itself"
            adding.kill()
            adding.join()
            sender.close()
            confirmed = present
            while receiver.poll():
                try:
                    confirmed = receiver.recv()
                except EOFError:
                    break
            before, present = present, check(path, confirmed)
            inside += present > before
            checked += 1
    print(f"{checked} kills, {inside} of them after a batch was in: every archive whole, no batch lost")


if __name__ == "__main__":
    main()
