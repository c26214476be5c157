"""Align two quotes, beside what the least of it costs: splitting both into words, and their shortest edit.

    python tests/bench/bench_align.py [PATH]

PATH is a file of JSON lines, each with two wordings as ``base`` and ``variant`` (further fields are left
alone; ``label`` sorts them); without it, sentences of the seeds are altered here. Prints, for each label,
the ratio of the processor's time for ``align`` to that for ``re.finditer`` over both texts, keeping each
word in small letters with its place, and ``Levenshtein.opcodes`` over the two lists. Both take turns, ten
pairs at a time; what counts is, ten by ten, the least of five rounds: what else the machine does weighs on
it least.
"""

import collections
import json
import random
import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from quoteverify import align

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SEEDS = Path(__file__).parents[2] / "seeds"
ROUNDS = 5
AT_A_TIME = 10

Pairs = Sequence[tuple[str, str]]


def least(a: str, b: str) -> None:
    """Split both, and find the shortest edit of the words."""
    sides = [[(m.group().lower(), m.start(), m.end()) for m in WORD.finditer(text)] for text in (a, b)]
    list(Levenshtein.opcodes(*([word for word, _, _ in side] for side in sides)))


def altered(sentence: str, rng: random.Random) -> dict[str, str]:
    """One sentence in the ways in which quotes are changed."""
    words = sentence.split()
    place = rng.randrange(1, len(words) - 1)
    before, word, after = words[:place], words[place], words[place + 1 :]
    half = len(words) // 2
    return {
        "same": sentence,
        "mark": sentence.rstrip(".") + ",",
        "put for another": " ".join([*before, "other", *after]),
        "left out": " ".join([*before, *after]),
        "put in": " ".join([*before, word, "not", *after]),
        "cut": " ".join(words[:half]),
        "ellipsis": " ".join([*words[:2], "...", *words[half:]]),
        "other order": " ".join([*words[half:], *words[:half]]),
    }


def pairs(path: Path | None) -> dict[str, list[tuple[str, str]]]:
    """The pairs of wordings, by label."""
    found = collections.defaultdict(list)
    if path:
        for line in path.read_text(encoding="utf8").splitlines():
            row = json.loads(line)
            found[row.get("label", "all")].append((row["base"], row["variant"]))
        return found
    rng = random.Random(1)
    for file in sorted(SEEDS.glob("*.txt")):
        for sentence in re.findall(r"[^.\n]{40,400}\.", file.read_text(encoding="utf8")):
            for label, other in altered(sentence.strip(), rng).items():
                found[label].append((sentence.strip(), other))
    return found


def seconds(work: Callable[[str, str], object], given: Pairs) -> float:
    """What one pass over the pairs takes of the processor."""
    start = time.process_time()
    for a, b in given:
        work(a, b)
    return time.process_time() - start


def ratio(given: Pairs) -> tuple[float, float]:
    """Microseconds for an alignment, and how many times the least it is."""
    ours = floor = 0.0
    for at in range(0, len(given), AT_A_TIME):
        some = given[at : at + AT_A_TIME]
        rounds = [(seconds(align, some), seconds(least, some)) for _ in range(ROUNDS)]
        mine, other = (min(column) for column in zip(*rounds, strict=True))
        ours, floor = ours + mine, floor + other
    return 1e6 * ours / len(given), ours / floor


def main(arguments: Sequence[str]) -> None:
    """Print a line for each label, and one for all of them."""
    labelled = pairs(Path(arguments[0]) if arguments else None)
    align("to load", "the tables")
    for label, given in sorted(labelled.items()):
        microseconds, times = ratio(given[:400])
        print(f"{label:24} {microseconds:8.0f} µs {times:6.2f}")
    everything = [pair for given in labelled.values() for pair in given]
    microseconds, times = ratio(random.Random(1).sample(everything, min(len(everything), 3000)))
    print(f"{'all':24} {microseconds:8.0f} µs {times:6.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
