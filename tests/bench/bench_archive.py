"""Add very many documents to an archive and verify claims against it, beside bare full-text search.

    python tests/bench/bench_archive.py PATH [--size 50000] [--claims 200]

PATH (or the variable QUOTEVERIFY_DATA) is a file or a folder of JSON lines, each an article with a
``text``. Of their paragraphs as many articles are made as asked for, each paragraph standing in many.
Adding is timed a chunk at a time, beside plain inserts of the same texts into an FTS5 table of its
own. A claim is verified beside the FTS5 query alone for its rarest words (any of them, best ten by
rank), in a process of its own that tells its peak memory. How many words such a query needs is told by how
often one of its ten documents prints a verbatim claim, as the document that verify gives does. Seconds are
for information; the ratios, taken in turns within one run, are what counts.
"""

import argparse
import json
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

from articles import data_path, made, texts_of
from bench_pair import altered

from quoteverify import verify
from quoteverify.archive import Archive
from quoteverify.archive.index import tokens

CHUNK = 2500
RAREST = (2, 3, 5)


def seconds(function: Callable[..., Any], *args: Any) -> float:
    start = time.perf_counter()
    function(*args)
    return time.perf_counter() - start


def add(texts: list[str], size: int, folder: Path) -> None:
    """Add made articles to an archive, and their texts to a bare table."""
    bare = sqlite3.connect(folder / "bare.db")
    bare.execute("CREATE VIRTUAL TABLE article USING fts5(text)")

    def insert(documents: list[Any]) -> None:
        with bare:
            bare.executemany("INSERT INTO article VALUES (?)", ((d.text,) for d in documents))

    documents = made(texts)
    own, peer = [], []
    with Archive(folder / "archive.qv") as archive:
        for n in range(0, size, CHUNK):
            chunk = list(islice(documents, min(CHUNK, size - n)))
            both = [(peer, insert), (own, archive.add)]
            for times, function in both if n // CHUNK % 2 else reversed(both):
                times.append(seconds(function, chunk))
            print(f"  {n + len(chunk):7,}: {len(chunk) / own[-1]:6,.0f} documents a second", end="")
            print(f", bare {len(chunk) / peer[-1]:6,.0f}, ratio {peer[-1] / own[-1]:.2f}", flush=True)
        assert len(archive) == size
    third = max(1, len(own) // 3)
    print(
        f"adding {size:,}: {size / sum(own):,.0f} a second, bare {size / sum(peer):,.0f}; "
        f"{sum(peer) / sum(own):.2f} times the speed of bare inserts (chunk by chunk, the median is "
        f"{statistics.median(p / o for p, o in zip(peer, own, strict=True)):.2f})"
    )
    print(
        f"the last third takes {sum(own[-third:]) / sum(own[:third]):.2f} times as long as the first; "
        f"bare, {sum(peer[-third:]) / sum(peer[:third]):.2f} times"
    )
    megabytes = [(folder / name).stat().st_size / 1e6 for name in ("archive.qv", "bare.db")]
    print(f"the archive is {megabytes[0]:,.0f} MB, the bare table {megabytes[1]:,.0f} MB")


def claims(texts: list[str], number: int) -> Iterator[tuple[str, str]]:
    """Quotes of the articles: as they are, altered, and two parts run together; then what nobody said."""
    rng = random.Random(2)
    documents = islice(made(texts, seed=3), number)
    quotes = [q.text for d in documents for q in d.quotes if 6 <= len(q.text.split()) <= 60]
    rng.shuffle(quotes)
    vocabulary = [word for quote in quotes for word in quote.split()]
    for n, (quote, other) in enumerate(islice(pairwise(quotes), number)):
        words, more = quote.split(), other.split()
        match n % 4:
            case 0 | 1:
                yield "verbatim", quote
            case 2:
                yield "altered", altered(words, vocabulary, rng)
            case _ if n % 8 == 3:
                yield "spliced", " ".join((*words[: len(words) // 2 + 1], *more[len(more) // 2 - 1 :]))
            case _:
                yield "unsaid", " ".join(rng.choices(vocabulary, k=len(words)))


def verify_all(path: Path, asked: list[tuple[str, str]]) -> None:
    """Verify claims in turn with queries for their rarest words."""
    bare = sqlite3.connect(path)
    times: dict[str, list[float]] = {}
    found: dict[str, list[bool]] = {}
    with Archive(path) as archive:
        frequency = {
            word: (bare.execute("SELECT doc FROM frequency WHERE term = ?", (word,)).fetchone() or (0,))[0]
            for _, claim in asked
            for word in map(str.lower, tokens(claim))
        }
        verify("anything", archive)
        for n, (kind, claim) in enumerate(asked):
            words = sorted(set(map(str.lower, tokens(claim))), key=lambda word: frequency[word])

            def query(words: list[str]) -> list[tuple[int]]:
                return bare.execute(
                    "SELECT rowid FROM word WHERE word MATCH ? ORDER BY rank LIMIT 10",
                    (" OR ".join(f'"{word}"' for word in words),),
                ).fetchall()

            def verified(claim: str, kind: str = kind) -> None:
                found.setdefault(kind, []).append(bool(verify(claim, archive).passages))

            ways = [(f"bare {most}", query, words[:most]) for most in RAREST]
            ways.append((kind, verified, claim))
            for name, function, argument in ways if n % 2 else reversed(ways):
                times.setdefault(name, []).append(seconds(function, argument))
            if kind == "verbatim":
                for most in RAREST:
                    texts = (
                        bare.execute("SELECT text FROM document WHERE number = ?", row).fetchone()[0]
                        for row in query(words[:most])
                    )
                    found.setdefault(f"bare {most}", []).append(any(claim in text for text in texts))
    own = [t for name, ts in times.items() if not name.startswith("bare") for t in ts]
    median = statistics.median(own)
    print(
        f"verifying against {path.stat().st_size / 1e6:,.0f} MB: median {median * 1e3:.2f} ms of {len(own)}"
    )
    for most in RAREST:
        peer, hits = statistics.median(times[f"bare {most}"]), found.pop(f"bare {most}")
        print(
            f"  the query for the {most} rarest words: {peer * 1e3:.2f} ms, ratio {median / peer:.2f}; "
            f"of {len(hits)} verbatim claims a source is among its ten for {sum(hits)}"
        )
    for kind, hits in found.items():
        print(
            f"  {kind}: median {statistics.median(times[kind]) * 1e3:.2f} ms, "
            f"slowest {max(times[kind]) * 1e3:.1f} ms, found {sum(hits)} of {len(hits)}"
        )
    print(f"  peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("path", nargs="?")
    parser.add_argument("--size", type=int, default=50_000)
    parser.add_argument("--claims", type=int, default=200)
    parser.add_argument("--folder", type=Path, help="keep the archive here; verify only, if it is there")
    parser.add_argument("--asked", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.asked:
        verify_all(args.folder / "archive.qv", json.loads(args.asked.read_text()))
        return
    texts = texts_of(data_path(args.path))
    with tempfile.TemporaryDirectory() as temporary:
        folder = args.folder or Path(temporary)
        if not (folder / "archive.qv").exists():
            folder.mkdir(exist_ok=True)
            add(texts, args.size, folder)
        asked = Path(temporary) / "claims.json"
        asked.write_text(json.dumps(list(claims(texts, args.claims))))
        command = [sys.executable, __file__, "--folder", str(folder), "--asked", str(asked)]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
