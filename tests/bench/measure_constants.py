"""Move each constant of ``align``, and count what is then named otherwise, and what is right.

    python tests/bench/measure_constants.py [NAME ...]

The wordings are those of ``tests/collation/alterations``, each with the words that it was made from. For
every constant, as it is and moved: how many of the alignments have other differences or come to another
wording, and of the figures of ``measure_collation.py`` how many kinds are found (recall), how many found are
right (precision) and how often a change of meaning is told. Then the share of words that wordings have in
common: of alterations, and of every two of the words that they were made from, which have nothing to do with
one another; and how many pairs of different words of ``tests/reading/articles`` pass for a slip of one
another, by the lengths that are needed. Names choose constants.
"""

import statistics
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import measure_collation
from measure_collation import ALTERATIONS, Claim, Shape

from quoteverify import align
from quoteverify.collation.differences import alignment, blocks, fitting, sides, substitutions
from quoteverify.collation.differences.rules import ellipses, ends, rule, sense
from quoteverify.collation.language import word_forms
from quoteverify.collation.language.lexicon import lexicon
from quoteverify.models import Alignment
from quoteverify.text.language import language
from quoteverify.text.words import words

ARTICLES = Path(__file__).parents[1] / "reading" / "articles"
MOVED = [
    (alignment, "PARAPHRASED", [0.3, 0.4, 0.6, 0.7]),
    (alignment, "UNRELATED", [0.1, 0.3]),
    (blocks, "SHINGLE", [2, 4, 5]),
    (blocks, "SHORTEST_MOVED", [1, 3, 4]),
    (sides, "SHOUTING", [0.4, 0.5, 0.7, 0.8]),
    (sides, "FEWEST_TO_SHOUT", [3, 4, 8, 10]),
    (fitting, "AT_AN_EDGE", [-3.0, 0.0]),
    (fitting, "AT_AN_ELLIPSIS", [-2.0, 0.0]),
    (fitting, "BETWEEN_SPACES", [0.0, 1.0]),
    (fitting, "BETWEEN_OTHER_MARKS", [0.5, 2.0]),
    (fitting, "AT_A_CLAUSE", [-1.0, 0.0]),
    (rule, "CLAUSE", [2, 3, 5, 6]),
    (substitutions, "MOST_PAIRED", [16, 25, 49, 100]),
    (substitutions, "SAME_FORM", [0.0, 0.6, 1.0]),
    (substitutions, "SAME_CLASS", [0.3, 1.0]),
    (substitutions, "OTHER_WORD", [0.8, 1.3, 1.5]),
    (substitutions, "NO_WORD", [0.4, 0.9]),
    (substitutions, "LONGEST_CONTRACTED", [2, 3, 5]),
    (word_forms, "LONGEST_FORM", [4, 5, 8]),
    (word_forms, "SHORTEST_STEM", [1, 3]),
    (word_forms, "SHORTEST_DOUBLED", [2, 4]),
    (word_forms, "SHORTEST_MISTYPED", [4, 6]),
    (word_forms, "SHORTEST_WITH_ANOTHER_LETTER", [5, 6, 8, 9]),
    (word_forms, "SHORTEST_TURNED", [2, 4]),
]
MODULES = {module for module, _, _ in MOVED} | {ellipses, ends, sense}  # those that take a constant in


def settings(chosen: Sequence[str]) -> Iterator[tuple[str, object]]:
    """Each constant, set to each of its values in turn wherever it is used, and put back."""
    for home, name, values in MOVED:
        if chosen and name not in chosen:
            continue
        users = [module for module in MODULES if hasattr(module, name)]
        as_is = getattr(home, name)
        for value in [as_is, *values]:
            for module in users:
                setattr(module, name, value)
            yield name, value
        for module in users:
            setattr(module, name, as_is)


def figures(claims: Sequence[Claim], found: Sequence[Alignment], shapes: dict[str, Shape]) -> list[float]:
    """Recall, precision and the share of changes of meaning that are told."""
    tally = measure_collation.Tally()
    for claim, laid in zip(claims, found, strict=True):
        shape = shapes[claim.shape]
        shape = measure_collation.in_other_print(shape) if claim.other_print else shape
        tally.add(claim, measure_collation.kinds_right(shape, laid.differences))
    sums = [[tally.scores["all", half, name] for half in "ab"] for name in ("recall", "precision", "meaning")]
    return [sum(score.right for score in both) / sum(score.of for score in both) for both in sums]


def slips() -> int:
    """How many pairs of different words pass for a slip of one another."""
    known = lexicon(language("en"))
    likely = defaultdict(set)
    for path in ARTICLES.glob("*.txt"):
        for key in words(path.read_text(encoding="utf8")).keys:
            likely[key[0]].add(key)
    return sum(
        word_forms.mistyped(a, b, known)
        and not word_forms.same_lemma(a, b, known)
        and not word_forms.same_spelling([a], [b], known)
        for keys in likely.values()
        for a, b in combinations(sorted(keys), 2)
    )


def main(chosen: Sequence[str]) -> None:
    """Print a line for each constant and value, and the shares of words in common."""
    shapes = measure_collation.read_shapes(ALTERATIONS / "shapes.toml")
    claims = [c for c in measure_collation.read_claims(ALTERATIONS)[1] if not shapes[c.shape].absent]
    print(f"{'of ' + str(len(claims)) + ' alignments':40} otherwise   recall  precision  meaning")
    as_is: list[Alignment] = []
    last = ""
    for name, value in settings(chosen):
        found = [align(claim.base, claim.text) for claim in claims]
        as_is = found if name != last else as_is
        last = name
        other = sum(one != two for one, two in zip(found, as_is, strict=True))
        recall, precision, meaning = figures(claims, found, shapes)
        print(f"{name:32}{value!s:>8} {other:9} {recall:8.3f} {precision:10.3f} {meaning:8.3f}")
    related = [align(claim.base, claim.text).similarity for claim in claims]
    bases = sorted({claim.base for claim in claims})
    unrelated = [align(a, b).similarity for a, b in combinations(bases[::8], 2)]
    for what, shares in (("alterations", related), ("unrelated", unrelated)):
        cuts = statistics.quantiles(shares, n=100)
        few = ", ".join(f"{n} in 100 {cuts[n - 1]:.2f}" for n in (1, 5, 50, 95, 99))
        print(f"words in common, {what}: {len(shares)} pairs; at most: {few}")
    for name, value in settings(["SHORTEST_MISTYPED", "SHORTEST_WITH_ANOTHER_LETTER"]):
        print(f"pairs that pass for slips, {name} {value}: {slips()}")


if __name__ == "__main__":
    main(sys.argv[1:])
