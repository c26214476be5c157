"""The page of every rule of a finding: each has its row, and the row's example is verified by it."""

import re
from pathlib import Path

import pytest

from quoteverify import check, parse, verify
from quoteverify.collation.verify.context.cuts import OF_QUESTION, QUESTION
from quoteverify.collation.verify.context.cuts import RULES as CUTS
from quoteverify.collation.verify.speech import edges, reported, sayings
from quoteverify.collation.verify.speech.identity import RULES

PAGE = (Path(__file__).parents[1] / "docs" / "verdicts.md").read_text(encoding="utf8")
ROW = re.compile(r"^\| `(\w+)` \| `(\w+)` \| [^|]+ \| ([^|]+) \| ?([^|]*?) ?\|$", re.MULTILINE)
FINDING = {"wording_rule": "wording", "speaker_rule": "speaker_finding", "context_rule": "context"}
ROWS = [
    (axis, *row)
    for axis in FINDING
    for row in ROW.findall(PAGE.partition(f": `{axis}`\n")[2].partition("\n## ")[0])
]


def found(claimed, source):
    """What is found of what a row claims in its source."""
    sources = [parse(text.replace(" // ", "\n\n"), id=str(n)) for n, text in enumerate(source.split(" /// "))]
    if "“" in claimed:
        return check(claimed, sources).verifications[0]
    speaker, colon, words = claimed.rpartition(": ")
    return verify(words, sources, speaker=speaker if colon else None)


@pytest.mark.parametrize(("axis", "rule", "finding", "claimed", "source"), ROWS, ids=lambda value: value[:20])
def test_the_example_of_a_row_is_found_by_its_rule(axis, rule, finding, claimed, source):
    if claimed.startswith("*"):
        return  # in words, where no short text shows it
    answer = found(claimed, source)
    assert (getattr(answer, axis), getattr(answer, FINDING[axis])) == (rule, finding)


@pytest.mark.parametrize(
    ("axis", "rules"),
    [
        ("speaker_rule", {rule.name for rule in RULES} | {sayings.QUOTED, sayings.OTHER_SUBJECT}),
        (
            "context_rule",
            {*CUTS.values(), QUESTION, OF_QUESTION, sayings.DENIED, reported.TOLD}
            | {edges.NARRATION, edges.CROSSES, edges.TWO_SPEAKERS, edges.CITED},
        ),
    ],
)
def test_every_rule_has_its_row(axis, rules):
    assert rules <= {rule for of, rule, *_ in ROWS if of == axis}
