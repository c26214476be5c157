"""Train the weights that tell terms from speech and write them as ``data/en/term_weights.toml``.

usage: python tests/bench/train_terms.py PATH      (needs NumPy)

PATH holds articles as ``gold.py`` describes them, each with ``non_speech`` besides: the ``start`` and
``end`` of what stands between marks and is nobody's words. A logistic regression, fitted by Adam with
an L2 penalty, full batch, so that the same articles give the same weights. Prints what terms are
found for how much speech lost, each article held against weights that were fitted without it.
"""

import sys
from collections import Counter
from pathlib import Path

import numpy as np
from gold import articles, matched, path_given, read_page, within_marks

import quoteverify
from quoteverify.reading.kinds.term_features import BIAS, features

SOURCE = (
    "Learned from news articles in which people marked what is speech and what is not "
    "(the training part of PolNeAR, 2018): tests/bench/train_terms.py."
)
FEWEST = 8  # spans: what holds of fewer gets no weight
PENALTY = 3.0
ROUNDS = 300
FOLDS = 5
CAUTION = 1.2  # added to the bias: a span is a term from odds of 1 to e on, for speech is not to be mistaken

Case = tuple[str, frozenset[str], bool]
"""An article, what holds of one of its spans, and whether that is a term."""


def cases(path: Path) -> list[Case]:
    """The marked spans of the articles that people said are speech or not."""
    found = []
    for article in articles(path):
        narration, answers = read_page(article["text"])
        spoken = {quote for quote, _ in matched(article, narration)}
        terms = {within_marks(article["text"], gold["start"], gold["end"]) for gold in article["non_speech"]}
        for quote, marked in enumerate(narration.marked):
            place = within_marks(article["text"], marked.span.start, marked.span.end)
            if quote in narration.places and (quote in spoken or place in terms):
                what = frozenset(features(narration, quote, answers.get(quote)))
                found.append((article["id"], what, quote not in spoken))
    return found


def train(some: list[Case]) -> dict[str, float]:
    """The weights that make the marked terms likeliest; the bias goes without penalty."""
    counts = Counter(d for _, what, _ in some for d in what)
    names = sorted(d for d, count in counts.items() if count >= FEWEST)
    index = {name: i for i, name in enumerate(names)}
    pairs = [(n, index[d]) for n, (_, what, _) in enumerate(some) for d in what if d in index]
    row, column = np.array(pairs).T
    y = np.array([float(term) for _, _, term in some])
    penalty = np.array([0.0 if name == BIAS else PENALTY for name in names])
    w, first, second = np.zeros((3, len(names)))
    for step in range(1, ROUNDS + 1):
        odds = np.bincount(row, weights=w[column], minlength=len(some))
        off = 1 / (1 + np.exp(-odds)) - y
        slope = np.bincount(column, weights=off[row], minlength=len(names)) + penalty * w
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        w = w - 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return dict(zip(names, w.tolist(), strict=True))


def held_out(found: list[Case]) -> list[tuple[float, bool]]:
    """For each span, its log odds by weights trained without its article, and whether it is a term."""
    fold = {article: n % FOLDS for n, article in enumerate(sorted({article for article, _, _ in found}))}
    odds = []
    for n in range(FOLDS):
        weights = train([case for case in found if fold[case[0]] != n])
        odds += [
            (sum(weights.get(d, 0.0) for d in what), term)
            for article, what, term in found
            if fold[article] == n
        ]
    return odds


def main() -> None:
    found = cases(path_given())
    odds = held_out(found)
    terms = sum(term for _, term in odds)
    print(f"{terms} terms, {len(odds) - terms} of speech\ncaution  terms as speech  speech as terms")
    for caution in (0.0, 0.4, 0.7, 1.0, 1.2, 1.5, 2.0):
        missed = sum(term and score <= -caution for score, term in odds)
        lost = sum(not term and score > -caution for score, term in odds)
        print(f"{caution:7} {missed:16} {lost:16}")
    weights = train(found)
    weights[BIAS] += CAUTION
    kept = sorted((d, w) for d, w in weights.items() if abs(w) >= 0.05)
    lines = [f'    {{ words = ["{d}"], weight = {w:.2f} }},' for d, w in kept]
    target = Path(str(quoteverify.__file__)).parent / "data" / "en" / "term_weights.toml"
    target.write_text(f'source = "{SOURCE}"\nrow = [\n' + "\n".join(lines) + "\n]\n", encoding="utf8")
    print(f"{target}: {len(lines)} weights", file=sys.stderr)


if __name__ == "__main__":
    main()
