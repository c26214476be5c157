"""Pair very many quotes, beside what else there is for it, on the same quotes in the same run.

    python tests/bench/bench_pair.py PATH [--size 100000 ...] [--peers dictionary lsh]

PATH (or the variable QUOTEVERIFY_DATA) is a file or a folder of JSON lines, each an article with
``quotes`` that have a ``text``. Of their words a corpus of any size is made, in which 3 quotes of 10
have one to three altered copies, so that the true pairs are known. Each way of pairing runs in a
process of its own; seconds are of the processor, from the strings to the scored pairs, the least of
two to five runs. ``--peers cdist`` is for 20,000 quotes, where it takes minutes; ``--peers`` alone is
for the cost of several sizes, with ``--rounds`` of all sizes in turn and the least seconds of each, since
what else a machine does slows a large corpus more. ``--corpus clauses`` is the hard case: there unrelated
quotes have whole clauses in common. The peers need ``pip install datasketch``.
"""

import argparse
import collections
import itertools
import json
import os
import pickle
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from multiprocessing import Process
from pathlib import Path

Pairs = Iterable[tuple[int, int, float]]

# A claim and its copies are held to be found where the peers score at least this.
PEER_CUTOFF = 0.25
CHANGES = ["word", "drop", "add", "swap", "cut", "ellipsis", "silent", "cosmetic", "cosmetic"]
# The dictionary passes over a shingle that more quotes than this have.
MOST_HOLDERS = 50


def quotes_of(path: Path) -> list[str]:
    """The quotes of every article in a file or folder of JSON lines."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    lines = (line for file in files for line in file.read_text(encoding="utf8").splitlines())
    return [quote["text"] for line in lines for quote in json.loads(line).get("quotes", ())]


# The corpus


def chained(quotes: Sequence[str], rng: random.Random) -> Iterator[list[str]]:
    """Quotes of the lengths of those given, in which a word is followed by what follows it there.

    A word that only few follow is followed by any word, so that long runs are not copied whole.
    """
    followers = collections.defaultdict(list)
    lengths, every = [], []
    for quote in quotes:
        words = quote.split()
        lengths.append(len(words))
        every += words
        for a, b in itertools.pairwise(words):
            followers[a].append(b)
    while True:
        word = rng.choice(every)
        words = [word]
        for _ in range(rng.choice(lengths) - 1):
            following = followers[word]
            word = rng.choice(following if len(following) > 2 and rng.random() < 0.9 else every)
            words.append(word)
        yield words


def shuffled(quotes: Sequence[str], rng: random.Random) -> Iterator[list[str]]:
    """Quotes of the lengths of those given, made of clauses of several."""
    clauses = [c.split() for quote in quotes for c in re.split(r"(?<=[,;:.?!—])\s+", quote) if c.strip()]
    lengths = [len(quote.split()) for quote in quotes]
    while True:
        length, words = rng.choice(lengths), []
        while len(words) < length:
            words += rng.choice(clauses)
        yield words[: max(length, 1)]


def altered(words: list[str], vocabulary: Sequence[str], rng: random.Random) -> str:
    """A copy with one to three changes, such as reporters make; short quotes are changed less."""
    words = list(words)
    for _ in range(rng.randint(1, 3) if len(words) >= 8 else 1):
        n, at = len(words), rng.randrange(len(words))
        change = rng.choice(CHANGES)
        if n >= 5 and change == "word":
            words[at] = rng.choice(vocabulary)
        elif n >= 5 and change == "drop":
            del words[at]
        elif n >= 5 and change == "add":
            words.insert(at, rng.choice(vocabulary))
        elif n >= 8 and change == "swap":
            words[at : at + 2] = words[at : at + 2][::-1]
        elif n >= 8 and change == "cut":
            kept = rng.randint((n + 1) // 2, n - 1)
            words = words[:kept] if rng.random() < 0.5 else words[-kept:]
        elif n >= 10 and change in ("ellipsis", "silent"):
            size = rng.randint(2, n // 3)
            start = rng.randint(1, n - size - 1)
            words[start : start + size] = ["..."] if change == "ellipsis" else []
        else:
            words[-1] = words[-1].rstrip(".,?!") + rng.choice([",", ".", "!", ""])
            cosmetic = rng.randrange(4)
            if cosmetic == 0:
                words[0] = words[0][:1].swapcase() + words[0][1:]
            elif cosmetic == 1:
                words = [w.replace("’", "'").replace(",", "") or "," for w in words]
            elif cosmetic == 2:
                words[at] = f"“{words[at]}”"
            else:
                words = " ".join(words).upper().split()
    return " ".join(words)


def make_corpus(
    quotes: Sequence[str], size: int, kind: str, seed: int = 1
) -> tuple[list[str], list[int], list[int]]:
    """Quotes, the group of each, and the place in it: 0 for the first wording, from 1 for its copies."""
    rng = random.Random(seed)
    vocabulary = [word for quote in quotes for word in quote.split()]
    made, seen = [], set()
    for words in (chained if kind == "chain" else shuffled)(quotes, rng):
        key = re.sub(r"[\W_]+", " ", " ".join(words)).casefold().strip()
        if key and key not in seen:
            group = len(seen)
            seen.add(key)
            made.append((" ".join(words), group, 0))
            for copy in range(rng.randint(1, 3) if rng.random() < 0.3 else 0):
                made.append((altered(words, vocabulary, rng), group, copy + 1))
        if len(made) >= size:
            break
    made = made[:size]
    rng.shuffle(made)
    texts, groups, places = zip(*made, strict=True)
    return list(texts), list(groups), list(places)


# The ways of pairing


def quoteverify_pairs(quotes: list[str]) -> Pairs:
    """This library."""
    from quoteverify.collation.pairs.pairing import pair

    return pair(quotes)


def _shingles(quote: str) -> set[str]:
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", quote.casefold().replace("’", "'"))
    return {" ".join(words[i : i + 3]) for i in range(max(1, len(words) - 2))}


def dictionary_pairs(quotes: list[str]) -> Pairs:
    """A dictionary from each shingle of three words to the quotes that have it."""
    shingles = [_shingles(quote) for quote in quotes]
    holders = collections.defaultdict(list)
    for i, found in enumerate(shingles):
        for shingle in found:
            holders[shingle].append(i)
    shared: collections.Counter[tuple[int, int]] = collections.Counter()
    for those in holders.values():
        if 1 < len(those) <= MOST_HOLDERS:
            shared.update(itertools.combinations(those, 2))
    for (i, j), n in shared.items():
        score = n / min(len(shingles[i]), len(shingles[j]))
        if score >= PEER_CUTOFF:
            yield i, j, score


def lsh_pairs(quotes: list[str]) -> Pairs:
    """MinHash LSH of datasketch, at a threshold of 0.3 with 64 permutations."""
    from datasketch import MinHash, MinHashLSH

    lsh = MinHashLSH(threshold=0.3, num_perm=64)
    shingles = [_shingles(quote) for quote in quotes]
    hashes = MinHash.bulk([[s.encode() for s in found] for found in shingles], num_perm=64)
    for i, hashed in enumerate(hashes):
        for j in lsh.query(hashed):
            shared = len(shingles[i] & shingles[j])
            score = shared / min(len(shingles[i]), len(shingles[j]))
            if score >= PEER_CUTOFF:
                yield j, i, score
        lsh.insert(i, hashed, check_duplication=False)


def cdist_pairs(quotes: list[str]) -> Pairs:
    """RapidFuzz's comparison of all with all."""
    import numpy as np
    from rapidfuzz import fuzz, process

    scores = process.cdist(quotes, quotes, scorer=fuzz.ratio, dtype=np.uint8)
    for i, j in zip(*(a.tolist() for a in np.nonzero(np.triu(scores >= 60, 1))), strict=True):
        yield i, j, scores[i, j] / 100


WAYS: dict[str, Callable[[list[str]], Pairs]] = {
    "quoteverify": quoteverify_pairs,
    "dictionary": dictionary_pairs,
    "lsh": lsh_pairs,
    "cdist": cdist_pairs,
}


# The measuring


def measure(way: str, corpus: Path) -> dict[str, float]:
    """Pair the quotes of a corpus in this process: seconds, peak memory, recall and precision.

    Recall is of the pairs of a first wording and a copy of it; two copies count as right where found,
    and need not be, since they can be cut to parts that have nothing in common.
    """
    quotes, groups, places = pickle.loads(corpus.read_bytes())
    list(WAYS[way](quotes[:200]))  # imports and first calls are not what is measured
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    times: list[float] = []
    while len(times) < 2 or (sum(times) < 10 and len(times) < 5):
        start = time.process_time()
        found = list(WAYS[way](quotes))
        times.append(time.process_time() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    right = {(i, j) if i < j else (j, i) for i, j, _ in found if groups[i] == groups[j]}
    first = {group for group, place in zip(groups, places, strict=True) if not place}
    copies = sum(1 for group, place in zip(groups, places, strict=True) if place and group in first)
    return {
        "seconds": min(times),
        "peak_mb": peak / 1024,
        "of_which_before_mb": before / 1024,
        "pairs": len(found),
        "recall": sum(1 for i, j in right if not places[i] or not places[j]) / (copies or 1),
        "precision": len(right) / (len(found) or 1),
    }


def main() -> None:
    """Make the corpora, run each way in a process of its own, and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("path", type=Path, nargs="?", default=os.environ.get("QUOTEVERIFY_DATA"))
    parser.add_argument("--size", type=int, nargs="+", default=[100_000])
    parser.add_argument("--peers", nargs="*", default=["dictionary", "lsh"], choices=[*WAYS][1:])
    parser.add_argument("--corpus", nargs="+", default=["chain"], choices=["chain", "clauses"])
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--run", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.run:
        print(json.dumps(measure(arguments.run, arguments.path)))
        return
    if arguments.path is None:
        parser.error("give a PATH, or set QUOTEVERIFY_DATA")
    quotes = quotes_of(Path(arguments.path))
    ways = ["quoteverify", *arguments.peers]
    for kind in arguments.corpus:
        with tempfile.TemporaryDirectory() as folder:
            corpora = {size: Path(folder) / f"{size}.pickle" for size in arguments.size}
            for size, corpus in corpora.items():
                # In a process of its own: what this one has held at most counts as held by those it starts.
                making = Process(target=write_corpus, args=(corpus, quotes, size, kind))
                making.start()
                making.join()
            runs = [run(corpora, ways) for _ in range(arguments.rounds)]
        best = {key: min((found[key] for found in runs), key=lambda one: one["seconds"]) for key in runs[0]}
        for size in arguments.size:
            print(f"{size:,} quotes, made by {kind}")
            ours = best[size, "quoteverify"]["seconds"]
            if size != arguments.size[0]:
                times = ours / best[arguments.size[0], "quoteverify"]["seconds"]
                print(f"  {times:.1f} times the cost of {arguments.size[0]:,}")
            for way in ways:
                print(f"  {way:12} {told(best[size, way], ours)}", flush=True)


def write_corpus(path: Path, quotes: Sequence[str], size: int, kind: str) -> None:
    """Make a corpus, and keep it in a file."""
    path.write_bytes(pickle.dumps(make_corpus(quotes, size, kind)))


def run(corpora: dict[int, Path], ways: Sequence[str]) -> dict[tuple[int, str], dict[str, float]]:
    """Measure each way with each corpus, in processes of their own."""
    found = {}
    for (size, corpus), way in itertools.product(corpora.items(), ways):
        command = [sys.executable, __file__, str(corpus), "--run", way]
        found[size, way] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return found


def told(result: dict[str, float], ours: float) -> str:
    """A line of what was measured."""
    return (
        f"{result['seconds']:8.2f} s {result['seconds'] / ours:8.1f} times"
        f"   recall {result['recall']:.4f}   precision {result['precision']:.4f}"
        f"   {result['pairs']:9,} pairs   {result['peak_mb']:7,.0f} MB"
        f" ({result['of_which_before_mb']:,.0f} before)"
    )


if __name__ == "__main__":
    main()
