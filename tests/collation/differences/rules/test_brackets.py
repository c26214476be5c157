"""What brackets put in, or in place of what was said; `test_rules` holds each rule to its example."""

import pytest

from quoteverify.collation.differences.alignment import align
from quoteverify.models import Severity


@pytest.mark.parametrize(
    ("a", "b", "severity"),
    [
        ("We took the money.", "[I] took the money.", "substantive"),
        ("She kept it for years.", "[My mother] kept it for years.", "cosmetic"),
        ("They saw us there.", "They saw [me] there.", "substantive"),
    ],
)
def test_a_pronoun_in_brackets_is_of_somebody_else_where_it_stands_for_one_by_itself(
    a: str, b: str, severity: str
) -> None:
    assert [d.severity for d in align(a, b).differences] == [severity]


# Words, and what brackets put for them: something else, or the same.
SWAPPED = [
    ("The council was misinformed about it", "The council was [well informed] about it"),
    ("It was underfunded", "It was [fully funded]"),
    ("The bid was overpriced", "The bid was [underpriced]"),
    ("They are pro-war voices", "They are [anti-war] voices"),
    ("She is innocent", "She is [at fault]"),
    ("She is employed", "She is [out of work]"),
    ("The talks succeeded", "The talks [broke down]"),
    ("The river is deep", "The river is [shallow]"),
    ("It was voluntary", "It was [compulsory]"),
    ("Sales soared", "Sales [plunged]"),
    ("We accepted the deal", "We accepted [the plan]"),
    ("We saw kids there", "We saw [the boats] there"),
]
EXPLAINED = [
    ("They closed the bridge", "They closed the [railway bridge]"),
    ("The kids were there", "[His children] were there"),
    ("The kids were there", "[His sons] were there"),
    ("We saw kids there", "We saw [their boats] there"),
    ("We sail tomorrow", "We sail [the next day]"),
    ("They want it", "They [wanted] it"),
    ("They approved it in May", "They approved [the plan] in May"),
    ("It was a damn fine boat", "It was a [expletive] fine boat"),
]


@pytest.mark.parametrize(
    ("said", "put", "turns"), [(*pair, True) for pair in SWAPPED] + [(*pair, False) for pair in EXPLAINED]
)
def test_brackets_put_other_words_or_explain(said: str, put: str, turns: bool) -> None:
    found = align(said, put).differences
    assert any(difference.severity is Severity.SUBSTANTIVE for difference in found) == turns


@pytest.mark.parametrize(
    ("said", "put", "turns"),
    [
        ("They will close it", "They will [not] close it", True),
        ("They close it", "They close it [if asked]", True),
        ("They close it", "They [perhaps] close it", True),
        ("They close it", "They [must] close it", True),
        ("They close boats", "They close [all] boats", True),
        ("They close boats", "They close [old] boats", False),
    ],
)
def test_brackets_put_nothing_in_that_turns_the_sense(said: str, put: str, turns: bool) -> None:
    assert ("bracket_turns_sense" in {d.rule for d in align(said, put).differences}) is turns
