"""Policies: what each house allows of the same differences."""

from importlib.resources import files
from pathlib import Path

import pytest

from quoteverify.collation.differences.alignment import align
from quoteverify.collation.policies import Allowance, policies, policy, read_policy
from quoteverify.errors import ArgumentTypeError, ArgumentValueError, QuoteVerifyError, UnreadableSourceError
from quoteverify.models import TAXONOMY, Difference, DifferenceKind, Family, Operation, Severity, Span

# Two wordings between which there is one difference, and the houses that allow it.
ALLOWED = [
    ("The bridge is closed.", "The bridge is closed", {"strict", "guardian"}),
    ("The labour was hard.", "The labor was hard.", {"strict", "guardian"}),
    ("We saw six boats.", "We saw 6 boats.", {"strict", "guardian"}),
    ("It, um, works.", "It works.", {"guardian"}),
    ("They was late.", "They were late.", {"guardian"}),
    ("They do not sail.", "They don't sail.", {"guardian"}),
    ("We will pay the bill on Monday.", "We will pay the bill.", {"strict", "guardian"}),
    ("We will pay if asked.", "We will pay.", set()),
    ("We will pay the whole bill in May.", "We will pay ... in May.", {"strict", "guardian"}),
    ("We will pay if they ask in May.", "We will pay ... in May.", set()),
    ("We will pay the whole bill in May.", "We will pay in May.", set()),
    ("They closed the bridge.", "They closed the [railway] bridge.", {"strict", "guardian"}),
    ("They closed the bridge.", "They closed the railway bridge.", set()),
    ("It is safe.", "It is not safe.", set()),
    ("They sold the house.", "They bought the house.", set()),
]


@pytest.mark.parametrize(("a", "b", "houses"), ALLOWED)
def test_these_houses_allow_a_difference(a: str, b: str, houses: set[str]) -> None:
    (difference,) = align(a, b).differences
    assert {name for name in policies() if policy(name).allows(difference)} == houses


# Of each house, the kinds or families that it allows: up to which severity, and whether only if it is marked.
PRINTED = {Family.PRINT: ("cosmetic", False)}
CUT = {"truncation": ("minor", False)}
SHOWN = dict.fromkeys(("ellipsis", "bracket", "splice", "reorder"), ("minor", True))
HOUSES = {
    "strict": PRINTED | CUT | SHOWN,
    "guardian": PRINTED | CUT | SHOWN | {Family.CLEANUP: ("minor", False)},
}


@pytest.mark.parametrize("house", HOUSES)
@pytest.mark.parametrize("kind", DifferenceKind)
def test_a_house_allows_a_kind_up_to_this(house: str, kind: DifferenceKind) -> None:
    up_to, only_marked = HOUSES[house].get(kind, HOUSES[house].get(TAXONOMY[kind].family, (None, False)))
    for severity in Severity:
        for marked in (False, True):
            difference = Difference(
                operation=Operation.SUBSTITUTION, kind=kind, severity=severity, marked=marked,
                a=Span(0, 1), b=Span(0, 1), a_text="a", b_text="b", rule="",
            )  # fmt: skip
            expected = bool(up_to) and severity.rank <= Severity(up_to).rank and (marked or not only_marked)
            assert policy(house).allows(difference) == expected


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        ("It, um, works.", "It works.", "ums and ahems can be removed"),
        ("They was late.", "They were late.", "bad grammar can be improved"),
    ],
)
def test_the_first_allowance_that_covers_a_difference_is_its_source(a: str, b: str, rule: str) -> None:
    (difference,) = align(a, b).differences
    allowance = policy("guardian").allowance(difference)
    assert allowance
    assert rule in allowance.source


def test_an_allowance_holds_for_what_is_not_marked_too_if_it_does_not_say_otherwise() -> None:
    assert Allowance(kinds=frozenset(), up_to=Severity.MINOR, source="").marked is False


def test_every_allowance_names_its_source() -> None:
    assert all(allowance.source for name in policies() for allowance in policy(name).allowances)


def test_nothing_substantive_is_allowed_anywhere() -> None:
    assert all(a.up_to != "substantive" for name in policies() for a in policy(name).allowances)


def test_an_unknown_policy_raises_and_lists_those_there_are() -> None:
    with pytest.raises(ArgumentValueError, match=", ".join(map(repr, policies()))):
        policy("lenient")
    with pytest.raises(ArgumentTypeError):
        policy(None)  # type: ignore[arg-type]


def written(path: Path, content: str) -> Path:
    file = path / "ours.toml"
    file.write_text(content, encoding="utf8")
    return file


def test_a_policy_of_ones_own_is_read_from_a_file(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        """[ours]
        about = "Fillers may go; a cut is shown."
        allow = [
            { kinds = ["filler"], up_to = "minor", source = "Page 4." },
            { families = ["selection"], up_to = "minor", marked = true, source = "Page 5." },
        ]""",
    )
    ours = read_policy(file)
    assert (ours.name, ours.about) == ("ours", "Fillers may go; a cut is shown.")
    assert ours.allowances[0] == Allowance(
        kinds=frozenset({DifferenceKind.FILLER}), up_to=Severity.MINOR, source="Page 4."
    )
    assert ours.allowances[1].marked
    assert DifferenceKind.ELLIPSIS in ours.allowances[1].kinds
    assert read_policy(str(file)) == ours


ROW = 'kinds = ["filler"], up_to = "minor", source = "Page 4."'


def table(*rows: str) -> str:
    """A policy of these rows."""
    return f"[ours]\nabout = 'x'\nallow = [{', '.join(f'{{ {row} }}' for row in rows)}]"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "one table, named as the policy, not 0"),
        ("[a]\n[b]", "not 2"),
        ("ours = 1", "ours must be dict, not int"),
        ("[ours", "is not TOML"),
        ("[ours]\nallow = []", "about is missing"),
        ("[ours]\nabout = 'x'", "allow is missing"),
        ("[ours]\nabout = 'x'\nallow = {}", "allow must be list"),
        ("[ours]\nabout = 'x'\nallow = [1]", "row 1 must be dict"),
        (table(ROW, f"{ROW}, mark = true"), "row 2 must be one of 'kinds'"),
        (table("up_to = 'minor', source = 'x'"), "kinds or families"),
        (table("kinds = ['filler'], source = 'x'"), "up_to is missing"),
        (table("kinds = ['filler'], up_to = 'minor'"), "source is missing"),
        (table(ROW.replace("filler", "fillers")), "kinds must be one of 'glyph'"),
        (table(ROW.replace("minor", "small")), "up_to must be one of 'cosmetic', 'minor'"),
        (table(ROW.replace("kinds", "families")), "families must be one of"),
        (table(f"{ROW}, marked = 'yes'"), "marked must be bool"),
        (table("kinds = [['filler']], up_to = 'minor', source = 'x'"), "kinds must be one of"),
    ],
)
def test_a_file_that_is_no_policy_says_where_and_what_is_valid(
    tmp_path: Path, content: str, message: str
) -> None:
    with pytest.raises(QuoteVerifyError) as raised:
        read_policy(written(tmp_path, content))
    assert message in str(raised.value)


def test_a_policy_that_cannot_be_read_is_an_error_of_reading(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSourceError, match="No such file"):
        read_policy(tmp_path / "none.toml")
    with pytest.raises(UnreadableSourceError):
        read_policy(tmp_path)
    with pytest.raises(ArgumentTypeError):
        read_policy(5)  # type: ignore[arg-type]


def test_where_a_policy_is_written_its_families_are_told():
    table = files("quoteverify").joinpath("data", "policies.toml").read_text(encoding="utf8")
    for told in (read_policy.__doc__, table.partition("[")[0]):
        assert all(family.value in told for family in Family)
