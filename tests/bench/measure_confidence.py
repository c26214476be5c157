"""Measure how often each reason's answers are right, and write it as ``data/en/confidence.toml``.

usage: python tests/bench/measure_confidence.py PATH READ

Both hold articles as ``gold.py`` describes them. PATH has those that the ranker was trained on, so its bands
are measured on weights trained without the article in question; how often a mention is right is measured on
them alone. READ has articles in which people read who each speaker is, in full: how often a right mention is
the right person is measured on both, that of a pronoun or a role on READ alone, as PATH has an automatic
label for the one and no name for the other.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
from gold import articles, is_mention, is_named, is_person, matched, path_given, read_page
from train_ranking import held_out_bests

import quoteverify
from quoteverify.models import Reason, Span
from quoteverify.reading.attribution.confidence import RARE, REPORT, WHO, kinds_of_answer, kinds_of_report
from quoteverify.reading.attribution.sorts import sort_of
from quoteverify.reading.people.resolution import Resolution
from quoteverify.reading.people.resolver import Resolver
from quoteverify.reading.reports.assembly import told_of

SOURCE = (
    "Measured on news articles in which people marked the speakers (the training part of PolNeAR, 2018), "
    "and who it is on articles in which people read that: tests/bench/measure_confidence.py."
)

RAREST = 5  # answers: what is rarer is measured together
FEWEST = 20  # answers: a share of fewer says little
BANDS = (0.0, 0.4, 0.5, 0.6, 0.65, 0.7, 0.8, 0.87, 0.93, 0.965, 0.985, 0.995)
STATED = {Resolution.OPEN: 1.0}
"""Nobody is named, and so nobody wrongly: such an answer is as right as its mention."""

Tries = list[tuple[float, bool]]
"""At which score, and whether right."""


def _pooled(answers: Tries, mean: float, fewest: int = FEWEST) -> list[tuple[float, float]]:
    """Bands of the score with the share right in each, never less in a higher band.

    A share of few answers is drawn to that of their kind, and the kind's to the ``mean`` of all, as if two
    more had that share.
    """
    bands: list[list[float]] = []  # where it begins, how many, how many right
    for least in BANDS:
        above = next((b for b in BANDS if b > least), 1.01)
        right = [ok for score, ok in answers if least <= score < above]
        if right:
            bands.append([least, len(right), sum(right)])
        while len(bands) > 1 and (
            bands[-2][2] / bands[-2][1] >= bands[-1][2] / bands[-1][1]
            or min(bands[-1][1], bands[-2][1]) < fewest
        ):
            _, count, good = bands.pop()
            bands[-1][1] += count
            bands[-1][2] += good
    bands[0][0] = 0.0
    mean = (sum(ok for _, ok in answers) + 2 * mean) / (len(answers) + 2)
    return [(least, (good + 2 * mean) / (count + 2)) for least, count, good in bands]


@attrs.frozen
class Try:
    """One answer, held against what people marked."""

    kinds: tuple[str, ...]
    score: float
    mention: bool
    held_out: tuple[float, bool] | None
    """The ranker's score and whether it is right, by weights that have not seen the article."""
    rule: str
    share: float
    person: bool | None
    """Whether the person is right; None where the mention is not, or nobody has read who it is."""


def tries_of(
    article: Mapping[str, Any], held_out: Mapping[tuple[str, int], tuple[float, bool]]
) -> Iterator[Try]:
    """What is answered for the quotations of an article."""
    text = article["text"]
    narration, found = read_page(text)
    people = Resolver(narration)
    resolved = {}
    for n in sorted(found):
        answer = found[n]
        resolved[n] = resolved.get(answer.follows) or people.resolve(answer.mention)
        if (person := resolved[n].person) is not None:
            people.spoke(person, narration.marked[n].span.end)
    spoken = {
        span.start
        for quote in quoteverify.parse(text, id=article["id"]).quotes
        for span in quote.spans
        if quote.kind != "term"
    }
    for i, gold in matched(article, narration):
        if i not in found or narration.marked[i].span.start not in spoken:
            continue
        first = i
        while found[first].follows in found:
            first = found[first].follows
        # The parts of an utterance share the answer of its first.
        answer, marked, who = found[first], narration.marked[first], resolved[first]
        speaker = people.speaker(answer.mention, who.person)
        name = speaker.name if speaker else None
        mention = is_named(gold, name) or is_mention(gold, text, answer.mention.span)
        own = (
            held_out.get((article["id"], marked.span.start))
            if answer.score is not None and first == i
            else None
        )
        yield Try(
            kinds_of_answer(
                answer, marked.span.of(text).strip(), sort_of(answer.mention, who.person, people.census)
            ),
            answer.score or 0.0,
            mention,
            own and (own[0], own[1] or is_named(gold, name)),
            who.rule.measured_as,
            who.share,
            is_person(gold, name) if _is_read(gold, text, answer.mention.span, who.rule) else None,
        )


def _is_read(gold: Mapping[str, Any], text: str, mention: Span, rule: str) -> bool:
    """Whether a mention is the one marked, and somebody has read whom it means."""
    named = rule not in (Resolution.DESCRIBED, Resolution.EPITHET) or "entity" in gold["source"]
    return named and is_mention(dict(gold), text, mention)


def repeats_of(article: Mapping[str, Any]) -> Iterator[bool]:
    """Whether what repeats the words of the body has the right speaker."""
    text = article["text"]
    narration, _ = read_page(text)
    place = {m.span.start: i for i, m in enumerate(narration.marked)}
    spoken = {
        place[span.start]: quote
        for quote in quoteverify.parse(text, id=article["id"]).quotes
        for span in quote.spans
        if span.start in place
    }
    for i, gold in matched(article, narration):
        attribution = spoken[i].attribution if i in spoken else None
        if attribution is not None and attribution.reason == Reason.REPEATS:
            told = is_named(gold, attribution.speaker.name if attribution.speaker else None)
            yield told or bool(attribution.mention and is_mention(gold, text, attribution.mention))


def rows_of(answers: Mapping[str, Tries], fewest: int = FEWEST) -> Iterator[str]:
    """The rows of the table: the bands of each kind that is not too rare, and of the rare ones together."""
    answers = {**answers, RARE: [one for some in answers.values() if len(some) < RAREST for one in some]}
    everything = [ok for some in answers.values() for _, ok in some]
    mean = sum(everything) / len(everything)
    for kind, some in sorted(answers.items()):
        if len(some) >= RAREST or kind == RARE:
            for least, right in _pooled(some, mean, fewest):
                yield f'    {{ words = ["{kind}"], least = {least}, right = {right:.3f} }},'


def measured_mentions(path: Path) -> Iterator[tuple[str, tuple[float, bool], bool]]:
    """The kind, the score and the right of each answer, and whether the kind is the narrow one."""
    held_out = held_out_bests(path)
    for article in articles(path):
        for one in tries_of(article, held_out):
            # What the shipped weights get right they have seen, what the others do is of fewer articles.
            some = [(one.score, one.mention)]
            if one.held_out is not None:
                some = [one.held_out, (one.held_out[0], one.mention)]
            for n, kind in enumerate(one.kinds):
                yield from ((kind, pair, not n) for pair in some)


def measured_people(path: Path, read: Path) -> Iterator[tuple[str, tuple[float, bool]]]:
    """The rule, the share and the right of each right mention of which it is known who it is."""
    for where in (path, read):
        for article in articles(where):
            for one in tries_of(article, {}):
                if one.person is not None and one.rule not in STATED:
                    yield one.rule, (one.share, one.person)


def measured_reports(path: Path) -> Iterator[tuple[str, bool]]:
    """The kind of each report, and whether people marked its words and the mention of who said them."""
    for article in articles(path):
        marked = [
            (
                [Span(*place) for place in told.get("content", ((told["start"], told["end"]),))],
                told["sources"],
            )
            for told in (*article["indirect"], *article["quotes"])
        ]
        narration, _ = read_page(article["text"])
        people = Resolver(narration)
        for sentence, told in told_of(narration, quoteverify.parse(article["text"]).quotes):
            mention = told.report.mention
            spans = [sentence.span(*part) for part in told.parts]
            sources = [said for content, said in marked if any(content[0].overlaps(span) for span in spans)]
            right = any(mention.span.overlaps(Span(*place[:2])) for said in sources for place in said)
            sort = sort_of(mention, people.resolve(mention).person, people.census)
            for kind in kinds_of_report(told.reason, sort):
                yield kind, right


def main() -> None:
    path, read = path_given(), Path(sys.argv[2])
    mentions: defaultdict[str, Tries] = defaultdict(list)
    narrow = set()
    for kind, pair, is_narrow in measured_mentions(path):
        mentions[kind].append(pair)
        if is_narrow:
            narrow.add(kind)
    for kind in narrow:
        if len(mentions[kind]) < FEWEST:
            del mentions[kind]
    mentions[Reason.REPEATS] = [(0.0, right) for article in articles(path) for right in repeats_of(article)]
    people: defaultdict[str, Tries] = defaultdict(list)
    for rule, pair in measured_people(path, read):
        people[rule].append(pair)
    reports: defaultdict[str, Tries] = defaultdict(list)
    for kind, right in measured_reports(path):
        reports[kind].append((0.0, right))
    lines = list(rows_of(mentions))
    lines += (row.replace('["', f'["{REPORT}') for row in rows_of(reports))
    lines += (row.replace('["', f'["{WHO}') for row in rows_of(people, FEWEST_READ))
    lines += (
        f'    {{ words = ["{WHO}{rule}"], least = 0.0, right = {right} }},' for rule, right in STATED.items()
    )
    target = Path(str(quoteverify.__file__)).parent / "data" / "en" / "confidence.toml"
    target.write_text(f'source = "{SOURCE}"\nrow = [\n' + "\n".join(lines) + "\n]\n", encoding="utf8")
    print(f"{target}: {len(lines)} bands of {sum(map(len, mentions.values()))} answers", file=sys.stderr)


FEWEST_READ = 10
"""Answers in a band of who it is: fewer articles have that read."""


if __name__ == "__main__":
    main()
