"""Train the ranker's weights and write them as ``data/en/ranking.toml``.

usage: python tests/bench/train_ranking.py PATH [DOCS]      (needs NumPy)

PATH holds articles as ``gold.py`` describes them, DOCS the same as a ``DocBin`` (``user_data["id"]``)
with heads and entities: what only a pipeline shows gets its weights from these, once the others stand,
and ``TRUST`` of them is kept.
A conditional logit: among the candidates of a quotation, the marked one
is likelier by the weights of what holds of it; fitted by Adam with an L2 penalty, full batch, so that the
same articles give the same weights.
"""

import math
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import attrs
import numpy as np
import spacy
from gold import articles, is_mention, matched, path_given, read_page
from spacy.tokens import DocBin

import quoteverify
from quoteverify.reading.sieves import BEFORE_RANKING
from quoteverify.reading.sieves.candidates import candidates_for
from quoteverify.reading.sieves.features import features, scene
from quoteverify.reading.syntax.grammar import grammar
from quoteverify.reading.syntax.pipeline import UNPARSED, Parse, parse_in
from quoteverify.text.language import language

SOURCE = (
    "Learned from news articles in which people marked the speakers "
    "(the training part of PolNeAR, 2018): tests/bench/train_ranking.py."
)
FEWEST = 8  # candidates: what holds of fewer gets no weight
PENALTY = 2.0
ROUNDS = 300
FOLDS = 5
# How much counts of the weight of what a pipeline shows, for others err more than the one it is learned from.
# Of the speakers in articles held out and parsed by another, 2,869 of 3,122 are right with half of it, 2,880
# with all and 2,855 with none; in other outlets' articles half is best.
TRUST = 0.5


@attrs.frozen
class Case:
    """A quotation with what holds of each candidate, and whether it is the marked one."""

    article: str
    start: int
    described: list[list[str]]
    right: list[bool]


def cases(path: Path, docs: Path | None = None) -> list[Case]:
    """The quotations that reach the ranker; with ``docs``, those of the articles that are in it."""
    parsed = parses(docs) if docs is not None else None
    found = []
    for article in articles(path):
        text = article["text"]
        if parsed is not None and article["id"] not in parsed:
            continue
        parse = parsed[article["id"]] if parsed is not None else UNPARSED
        narration, answers = read_page(text, parsed=parse)
        for quote, gold in matched(article, narration):
            if any(sieve(narration, quote, answers) for sieve in BEFORE_RANKING):
                continue
            among = candidates_for(narration, quote, answers)
            sentence, at = narration.sentence(quote), narration.places[quote].token
            here = scene(sentence, at, among, narration.profile, parse)
            described = [list(features(here, c)) for c in among]
            right = [is_mention(gold, text, c.mention.span) for c in among]
            found.append(Case(article["id"], narration.marked[quote].span.start, described, right))
    return found


def parses(docs: Path) -> dict[str, Parse]:
    """What a pipeline found in each article of a ``DocBin``."""
    found = DocBin(store_user_data=True).from_disk(docs).get_docs(spacy.blank("en").vocab)
    english = grammar(language("en"))
    return {doc.user_data["id"]: parse_in(doc, english) for doc in found}


def train(
    some: list[Case], known: Mapping[str, float] = MappingProxyType({}), *, penalty: float = PENALTY
) -> dict[str, float]:
    """The weights that make the marked candidates likeliest, with those already known."""
    counts = Counter(d for case in some for described in case.described for d in set(described) - set(known))
    names = sorted(d for d, count in counts.items() if count >= FEWEST)
    index = {name: i for i, name in enumerate(names)}
    rows, columns, group, right, so_far = [], [], [], [], []
    for number, case in enumerate(c for c in some if any(c.right) and len(c.right) > 1):
        for described, ok in zip(case.described, case.right, strict=True):
            for name in described:
                if name in index:
                    rows.append(len(group))
                    columns.append(index[name])
            group.append(number)
            so_far.append(sum(known.get(name, 0.0) for name in described))
            right.append(float(ok))
    row, column, of, y = map(np.array, (rows, columns, group, right))
    starts = np.r_[0, np.flatnonzero(np.diff(of)) + 1]
    w, first, second = np.zeros((3, len(names)))
    for step in range(1, ROUNDS + 1):
        scores = np.bincount(row, weights=w[column], minlength=len(of)) + so_far
        shares = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        shares /= np.add.reduceat(shares, starts)[of]
        among_right = shares * y
        among_right /= np.maximum(np.add.reduceat(among_right, starts)[of], 1e-12)
        slope = np.bincount(column, weights=(among_right - shares)[row], minlength=len(names)) - penalty * w
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        w = w + 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return dict(zip(names, w.tolist(), strict=True))


def best(weights: dict[str, float], case: Case) -> tuple[int, float]:
    """The index of the likeliest candidate, and its share of the likelihood."""
    scores = [sum(weights.get(d, 0.0) for d in described) for described in case.described]
    top = max(scores)
    return scores.index(top), 1 / sum(math.exp(score - top) for score in scores)


def held_out_bests(path: Path) -> dict[tuple[str, int], tuple[float, bool]]:
    """For each quotation, its best candidate by weights trained on others: its share, and if it is right."""
    found = cases(path)
    fold = {article: n % FOLDS for n, article in enumerate(sorted({case.article for case in found}))}
    bests = {}
    for n in range(FOLDS):
        weights = train([case for case in found if fold[case.article] != n])
        for case in found:
            if fold[case.article] == n and case.right:
                n_best, share = best(weights, case)
                bests[case.article, case.start] = share, case.right[n_best]
    return bests


def main() -> None:
    found = cases(path_given())
    weights = train(found)
    if len(sys.argv) > 2:
        shown = train(cases(path_given(), Path(sys.argv[2])), weights)
        weights |= {name: TRUST * weight for name, weight in shown.items()}
    right = sum(case.right[best(weights, case)[0]] for case in found if case.right)
    lines = [
        f'    {{ words = ["{d}"], weight = {w:.2f} }},' for d, w in sorted(weights.items()) if abs(w) >= 0.01
    ]
    target = Path(str(quoteverify.__file__)).parent / "data" / "en" / "ranking.toml"
    target.write_text(f'source = "{SOURCE}"\nrow = [\n' + "\n".join(lines) + "\n]\n", encoding="utf8")
    print(
        f"{target}: {len(lines)} weights; right on the same articles {right} of {len(found)}", file=sys.stderr
    )


if __name__ == "__main__":
    main()
