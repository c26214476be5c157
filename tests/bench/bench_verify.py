"""Find claims in sources made ready, beside RapidFuzz's partial_ratio_alignment on the same texts.

    python tests/bench/bench_verify.py PATH [--asked FILE] [--claims 300] [--rounds 5]

PATH (or the variable QUOTEVERIFY_DATA) is a file or a folder of JSON lines, each an article with a
``text``. Claims are runs of 6 to 40 words of the articles: as they stand, and with one to three of
their words changed, left out or put in; in the mix, one in three of each sort, and one in three that is
looked for where it does not stand, in another article. Or they are those of a file, each line with a
``claim`` and the number of its ``article``. Each claim is looked for in one article and in all of them.
The figures are given for short claims and long ones too: what RapidFuzz takes grows with the square of
a claim's length, and what verify takes with its length.

Both ways take turns, ten claims at a time, in one process, so that neither finds its memory taken over by
the other's work at each claim. What counts is the processor's time, ten by ten the least of all rounds:
what else the machine does weighs on it least.
"""

import argparse
import functools
import json
import math
import random
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from articles import data_path, texts_of
from rapidfuzz import fuzz

from quoteverify import Document, SourceIndex, verify

CHANGES = ("word", "drop", "add")
AT_A_TIME = 10
LENGTHS = (64, 128, 256)


def claims_of(texts: Sequence[str], count: int, *, altered: bool) -> list[tuple[int, str]]:
    """Runs of words of the texts, each with the number of its text."""
    draw = random.Random(1)
    claims = []
    while len(claims) < count:
        number = draw.randrange(len(texts))
        words = texts[number].split()
        size = draw.randint(6, 40)
        if len(words) < size:
            continue
        start = draw.randrange(len(words) - size + 1)
        said = words[start : start + size]
        for _ in range(draw.randint(1, 3) if altered else 0):
            change, at = draw.choice(CHANGES), draw.randrange(len(said))
            said[at : at + (change != "add")] = [] if change == "drop" else [draw.choice(words)]
        claims.append((number, " ".join(said)))
    return claims


def asked(path: Path, count: int) -> list[tuple[int, str]]:
    """Some of the claims of a file, from all over it, each with the number of its article."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
    return [(line["article"], line["claim"]) for line in lines[:: max(1, len(lines) // count)]]


def best_of(rounds: int, *ways: Callable[[], object]) -> list[float]:
    """The least seconds of the processor that each way took, the ways taking turns."""
    best = [float("inf")] * len(ways)
    for _ in range(rounds):
        for n, way in enumerate(ways):
            start = time.process_time()
            way()
            best[n] = min(best[n], time.process_time() - start)
    return best


def each(way: Callable[..., object], asked: Sequence[tuple[object, ...]]) -> None:
    """Go one way for each of some claims."""
    for given in asked:
        way(*given)


def nearest(claim: str, sources: Sequence[str]) -> float:
    """The best score of RapidFuzz over some texts."""
    return max(fuzz.partial_ratio_alignment(claim, text).score for text in sources)


def by_length(claims: Sequence[tuple[int, str]]) -> dict[str, list[tuple[int, str]]]:
    """Claims apart by how long they are, in characters."""
    bounds = [0, *LENGTHS, math.inf]
    names = [f"to {most} characters" for most in LENGTHS] + [f"above {LENGTHS[-1]}"]
    return {
        name: [(number, claim) for number, claim in claims if low < len(claim) <= high]
        for name, (low, high) in zip(names, pairwise(bounds), strict=True)
    }


def compare(
    name: str,
    claims: Sequence[tuple[int, str]],
    indices: Sequence[SourceIndex],
    texts: Sequence[Sequence[str]],
    rounds: int,
) -> None:
    """Print how long both ways take for a claim, and the ratio."""
    ours = theirs = 0.0
    for at in range(0, len(claims), AT_A_TIME):
        some = claims[at : at + AT_A_TIME]
        mine, other = best_of(
            rounds,
            functools.partial(each, verify, [(claim, indices[number]) for number, claim in some]),
            functools.partial(each, nearest, [(claim, texts[number]) for number, claim in some]),
        )
        ours += mine
        theirs += other
    if claims:
        mine, other = (1000 * seconds / len(claims) for seconds in (ours, theirs))
        times = f"verify {mine:7.3f} ms   RapidFuzz {other:8.3f} ms   {theirs / ours:7.2f} times"
        print(f"{name:52} {len(claims):5}   {times}", flush=True)


def main() -> None:
    """Run the comparison that the arguments ask for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", nargs="?", type=str)
    parser.add_argument("--asked", type=Path)
    parser.add_argument("--claims", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    texts = texts_of(Path(data_path(given.path)))
    documents = [Document(id=str(n), text=text) for n, text in enumerate(texts)]
    start = time.perf_counter()
    together = SourceIndex(documents)
    made = time.perf_counter() - start
    print(f"{len(texts)} articles, {sum(map(len, texts)):,} characters, index made in {made:.2f} s")
    if given.asked:
        claims = {"as asked": asked(given.asked, given.claims)}
    else:
        claims = {
            kind: claims_of(texts, given.claims, altered=kind == "altered")
            for kind in ("word for word", "altered")
        }
        absent = [((number + 1) % len(texts), claim) for number, claim in claims["altered"]]
        mixed = [claim for three in zip(*claims.values(), absent, strict=True) for claim in three]
        claims["mixed"] = mixed[: given.claims]
    apart, texts_apart = [SourceIndex(document) for document in documents], [[text] for text in texts]
    for kind, chosen in claims.items():
        for length, some in {"of any length": chosen, **by_length(chosen)}.items():
            compare(f"{kind}, {length}, in one article", some, apart, texts_apart, given.rounds)
            compare(
                f"{kind}, {length}, in all",
                some[::5],
                [together] * len(texts),
                [texts] * len(texts),
                min(2, given.rounds),
            )


if __name__ == "__main__":
    main()
