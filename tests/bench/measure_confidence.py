"""Measure how often each reason's answers are right, and write it as ``data/en/confidence.toml``.

usage: python tests/bench/measure_confidence.py PATH

PATH holds articles as ``gold.py`` describes them: those that the ranker was trained on, so its bands
are measured on weights trained without the article in question.
"""

import sys
from collections import defaultdict
from pathlib import Path

from gold import articles, is_mention, is_named, path_given
from train_ranking import held_out_shares

import quoteverify
from quoteverify.reading.attribution import RANKED
from quoteverify.text.language import profile

FEWEST = 25  # answers: a share of fewer says little
BANDS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.87, 0.93, 0.965, 0.985, 0.995)


def _pooled(answers: list[tuple[float, bool]]) -> list[tuple[float, float]]:
    """Bands of the score with the share right in each, never less in a higher band."""
    bands: list[list[float]] = []  # where it begins, how many, how many right
    for least in BANDS:
        above = next((b for b in BANDS if b > least), 1.01)
        right = [ok for score, ok in answers if least <= score < above]
        if right:
            bands.append([least, len(right), sum(right)])
        while len(bands) > 1 and (
            bands[-2][2] / bands[-2][1] >= bands[-1][2] / bands[-1][1] or min(bands[-1][1], bands[-2][1]) < FEWEST
        ):
            _, count, good = bands.pop()
            bands[-1][1] += count
            bands[-1][2] += good
    return [(least, (good + 1) / (count + 2)) for least, count, good in bands]


def main() -> None:
    path = path_given()
    shares = held_out_shares(path)
    answers: defaultdict[str, list[tuple[float, bool]]] = defaultdict(list)
    for article in articles(path):
        text = article["text"]
        marked = {(q["start"], q["end"]): q for q in article["quotes"]}
        for quote in quoteverify.parse(text, id=article["id"]).quotes:
            for span in quote.spans:
                gold = marked.get((span.start, span.end))
                attribution = quote.attribution
                if gold is None or attribution.reason == "none":
                    continue
                name = quote.speaker.name if quote.speaker else None
                mention = attribution.mention
                right = is_named(gold, name) or (mention is not None and is_mention(gold, text, mention))
                share = shares.get((article["id"], quote.spans[0].start), 0.0)
                ranked = attribution.reason in RANKED
                answers[attribution.reason].append((share if ranked else 0.0, right))
    lines = []
    for reason, found in sorted(answers.items()):
        if len(found) >= FEWEST:
            for least, right in _pooled(found):
                lines.append(f'    {{ words = ["{reason}"], least = {least}, right = {right:.3f} }},')
    source = "Measured on news articles in which people marked the speakers (the training part of PolNeAR, 2018): tests/bench/measure_confidence.py."
    target = Path(str(quoteverify.__file__)).parent / "data" / profile("en").code / "confidence.toml"
    target.write_text(f'source = "{source}"\nrow = [\n' + "\n".join(lines) + "\n]\n", encoding="utf8")
    print(f"{target}: {len(lines)} bands of {sum(map(len, answers.values()))} answers", file=sys.stderr)


if __name__ == "__main__":
    main()
