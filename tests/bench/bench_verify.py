"""Find claims in sources made ready, beside RapidFuzz's partial_ratio_alignment on the same texts.

    python tests/bench/bench_verify.py PATH [--asked FILE] [--claims 300] [--rounds 5]

PATH (or the variable QUOTEVERIFY_DATA) is a file or a folder of JSON lines, each an article with a
``text``. Claims are runs of 6 to 40 words of the articles: as they stand, and with one to three of
their words changed, left out or put in; in the mix, one in three of each sort, and one in three that is
looked for where it does not stand, in another article. Each claim is looked for in one article and in all
of them. Both ways take turns, ten claims at a time, in one process, so that neither finds its memory taken
over by the other's work at each claim. What counts is the processor's time, ten by ten the least of all
rounds: what else the machine does weighs on it least.
"""

import argparse
import functools
import json
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from articles import data_path, texts_of
from rapidfuzz import fuzz

from quoteverify import Document, SourceIndex, verify

CHANGES = ("word", "drop", "add")
AT_A_TIME = 10


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
    ms = 1000 / len(claims)
    print(
        f"{name:34} verify {ours * ms:8.3f} ms   RapidFuzz {theirs * ms:8.3f} ms   {theirs / ours:7.2f} times"
    )


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
    alone = [SourceIndex(document) for document in documents]
    if given.asked:
        claims = {"as asked": asked(given.asked, given.claims)}
    else:
        claims = {
            kind: claims_of(texts, given.claims, altered=kind == "altered")
            for kind in ("word for word", "altered")
        }
        absent = [((number + 1) % len(texts), claim) for number, claim in claims["altered"]]
        claims["mixed"] = [claim for three in zip(*claims.values(), absent, strict=True) for claim in three]
    for kind, some in claims.items():
        some = some[: given.claims]
        compare(f"{kind}, in one article", some, alone, [[text] for text in texts], given.rounds)
        compare(
            f"{kind}, in all",
            some[::5],
            [together] * len(texts),
            [texts] * len(texts),
            min(2, given.rounds),
        )


if __name__ == "__main__":
    main()
