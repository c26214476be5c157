"""Compare very many articles that come one at a time, beside the same articles held in a list.

    python tests/bench/bench_compare.py PATH [--articles 500 2000]

PATH (or the variable QUOTEVERIFY_DATA) is a file or a folder of JSON lines, each an article with a ``text``.
Of their paragraphs articles are made, each paragraph standing in many. Each way runs in a process of its own,
which tells its processor seconds (without making the articles) and by how many MB its memory grew.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from articles import data_path, made, texts_of

from quoteverify import Document, compare, compare_many


def memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(path: Path, count: int, way: str) -> dict[str, float]:
    """Compare made articles, in a list or as they come."""
    documents = made(texts_of(path))
    first = next(documents)
    list(compare_many([first]))
    before = memory()
    making = 0.0

    def timed() -> Iterator[Document]:
        nonlocal making
        while True:
            start = time.process_time()
            document = next(documents)
            making += time.process_time() - start
            yield document

    start = time.process_time()
    coming = islice(timed(), count)
    found = compare(list(coming)).statements if way == "list" else compare_many(coming)
    statements = variants = 0
    for statement in found:
        statements += 1
        variants += len(statement.variants)
    seconds = time.process_time() - start - making
    return {"seconds": seconds, "mb": memory() - before, "statements": statements, "variants": variants}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("path", nargs="?")
    parser.add_argument("--articles", type=int, nargs="+", default=[500, 2000])
    parser.add_argument("--way", choices=("list", "stream"), help=argparse.SUPPRESS)
    args = parser.parse_args()
    path = data_path(args.path)
    if args.way:
        print(json.dumps(measure(path, args.articles[0], args.way)))
        return
    for count in args.articles:
        for way in ("list", "stream"):
            command = [sys.executable, __file__, str(path), "--articles", str(count), "--way", way]
            found = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
            print(
                f"{count:7,} articles, {way:6}: {found['statements']:,} statements of {found['variants']:,} "
                f"variants, {found['seconds']:.1f} s, memory grew by {found['mb']:,.0f} MB",
                flush=True,
            )


if __name__ == "__main__":
    main()
