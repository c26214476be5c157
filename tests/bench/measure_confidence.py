"""Measure how often each reason's answers are right, and write it as ``data/en/confidence.toml``.

usage: python tests/bench/measure_confidence.py PATH

PATH holds articles as ``gold.py`` describes them: those that the ranker was trained on, so its bands
are measured on weights trained without the article in question.
"""

import sys
from collections import defaultdict
from pathlib import Path

from gold import articles, is_mention, is_named, matched, path_given, read_page
from train_ranking import held_out_bests

import quoteverify
from quoteverify.models import Reason
from quoteverify.reading.attribution.confidence import RARE, kind_of_answer

SOURCE = (
    "Measured on news articles in which people marked the speakers "
    "(the training part of PolNeAR, 2018): tests/bench/measure_confidence.py."
)

RAREST = 5  # answers: what is rarer is measured together
FEWEST = 20  # answers: a share of fewer says little
BANDS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.87, 0.93, 0.965, 0.985, 0.995)


def _pooled(answers: list[tuple[float, bool]], mean: float) -> list[tuple[float, float]]:
    """Bands of the score with the share right in each, never less in a higher band.

    A share of few answers is drawn towards the ``mean`` of all, as if two more had that share.
    """
    bands: list[list[float]] = []  # where it begins, how many, how many right
    for least in BANDS:
        above = next((b for b in BANDS if b > least), 1.01)
        right = [ok for score, ok in answers if least <= score < above]
        if right:
            bands.append([least, len(right), sum(right)])
        while len(bands) > 1 and (
            bands[-2][2] / bands[-2][1] >= bands[-1][2] / bands[-1][1]
            or min(bands[-1][1], bands[-2][1]) < FEWEST
        ):
            _, count, good = bands.pop()
            bands[-1][1] += count
            bands[-1][2] += good
    bands[0][0] = 0.0
    return [(least, (good + 2 * mean) / (count + 2)) for least, count, good in bands]


def main() -> None:
    path = path_given()
    held_out = held_out_bests(path)
    answers: defaultdict[str, list[tuple[float, bool]]] = defaultdict(list)
    for article in articles(path):
        text = article["text"]
        narration, found = read_page(text)
        place = {m.span.start: i for i, m in enumerate(narration.marked)}
        spoken = {
            place[span.start]: quote
            for quote in quoteverify.parse(text, id=article["id"]).quotes
            for span in quote.spans
            if quote.kind != "term" and span.start in place
        }
        for i, gold in matched(article, narration):
            if i not in spoken:
                continue
            attribution = spoken[i].attribution
            if attribution.reason == Reason.REPEATS:
                told = is_named(gold, attribution.speaker.name if attribution.speaker else None)
                mention = attribution.mention
                answers[Reason.REPEATS].append(
                    (0.0, told or bool(mention and is_mention(gold, text, mention)))
                )
                continue
            if place[spoken[i].spans[0].start] not in found:
                continue
            # The parts of an utterance share the answer of its first.
            first = place[spoken[i].spans[0].start]
            answer, marked = found[first], narration.marked[first]
            speaker = spoken[i].speaker
            named = is_named(gold, speaker.name if speaker else None)
            share, right = 0.0, named or is_mention(gold, text, answer.mention.span)
            some = answers[kind_of_answer(answer, marked.span.of(text).strip())]
            if answer.score is not None and first == i:
                # What the shipped weights get right they have seen, what the others do is of fewer articles.
                share, held_out_right = held_out.get((article["id"], marked.span.start), (share, right))
                some.append((share, held_out_right or named))
            some.append((share, right))
    lines = []
    rare = [kind for kind, some in answers.items() if len(some) < RAREST and kind != RARE]
    answers[RARE] = [pair for kind in rare for pair in answers[kind]]
    everything = [ok for some in answers.values() for _, ok in some]
    mean = sum(everything) / len(everything)
    for kind, some in sorted(answers.items()):
        if len(some) >= RAREST:
            for least, right in _pooled(some, mean):
                lines.append(f'    {{ words = ["{kind}"], least = {least}, right = {right:.3f} }},')
    target = Path(str(quoteverify.__file__)).parent / "data" / "en" / "confidence.toml"
    target.write_text(f'source = "{SOURCE}"\nrow = [\n' + "\n".join(lines) + "\n]\n", encoding="utf8")
    print(f"{target}: {len(lines)} bands of {sum(map(len, answers.values()))} answers", file=sys.stderr)


if __name__ == "__main__":
    main()
