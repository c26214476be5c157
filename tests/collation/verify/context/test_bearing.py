import pytest

from quoteverify.collation.verify.context.bearing import (
    FAR,
    NEAR,
    OPENING,
    Beside,
    before,
    behind,
    known_of,
    lacks_head,
)
from quoteverify.text.language import language
from quoteverify.text.words import words

KNOWN = known_of(language("en"))


def bearing_before(text: str, *, quoted: bool = True) -> list[tuple[str, str]]:
    """What before the bar bears on what stands behind it, and what it does."""
    lead, passage = text.split("|")
    found = words(lead)
    beside = Beside.of(
        KNOWN, found, 0, len(found.keys), len(lead), passage=words(passage).keys[:2], quoted=quoted
    )
    return [(beside.span(mark).of(lead), turns) for mark, turns in before(beside, len(lead))]


def bearing_behind(text: str) -> list[tuple[str, str]]:
    """What behind the bar bears on what stands before it, and what it does."""
    end, plain = len(text[: text.index("|")].rstrip()), text.replace("|", "")
    found = words(plain)
    first = sum(start < end for start in found.starts)
    beside = Beside.of(KNOWN, found, first, len(found.keys), len(plain), quoted=True)
    return [(beside.span(mark).of(plain), turns) for mark, turns in behind(beside, found.keys[:first], end)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We will not open |until they come", []),
        ("We will not |until they come", [("not", "conditions")]),
        ("We will not open |because they come", [("not", "negators")]),
        ("I do not |believe it", [("not", "negators")]),
        ("We won't |raise the toll", [("won't", "negators")]),
        ("It is far from |safe", [("far", "negators")]),
        ("I don't for a moment think that |they knew", [("don't", "negators")]),
        ("Hopefully |the bridge holds", [("Hopefully", "hedges")]),
        ("If they ask, |we sail", [("If", "conditions")]),
        ("Had they asked, |we would have sailed", [("Had", "conditions")]),
        ("My critics claim that |the ferry sails", [("claim", "view")]),
        ("We wanted to land, but against |the will of the pilot", [("against", "negators")]),
        # What answers, ends its own clause or is only a way to say yes.
        ("No, |we sail", []),
        ("No |we sail", []),
        ("It never rang, and |we slept", []),
        ("There is no doubt that |we sail", []),
        ("I say that |the ferry sails", []),
        ("Not only |the ferry sails", []),
        ("Without a word, |they left", []),
    ],
)
def test_what_before_a_passage_bears_on_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert bearing_before(text) == expected


def test_whose_view_it_is_counts_within_what_somebody_says_alone() -> None:
    assert bearing_before("My critics claim that |the ferry sails", quoted=False) == []


def test_a_denial_bears_on_what_is_near_and_on_a_clause_that_is_brought_in() -> None:
    between = " ".join(["boats"] * (NEAR + 1))
    assert bearing_before(f"not {between} |sail") == []
    assert bearing_before(f"not {between} that |they sail") == [("not", "negators")]
    far = " ".join(["boats"] * FAR)
    assert bearing_before(f"not {far} that |they sail") == []


@pytest.mark.parametrize(
    ("ahead", "between", "bears"),
    [(OPENING, OPENING + 1, True), (OPENING + 1, OPENING, True), (OPENING + 1, OPENING + 1, False)],
)
def test_a_condition_opens_its_clause_so_near_to_an_end(ahead: int, between: int, bears: bool) -> None:
    lead, rest = "boats " * ahead, "boats " * between
    assert bearing_before(f"{lead}if {rest}|sail") == [("if", "conditions")] * bears
    assert bearing_before(f"{lead.strip()}, if {rest}|sail") == [("if", "conditions")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We sail |if they ask", [("if", "conditions")]),
        ("Nobody may land there |but the pilot", [("but", "conditions")]),
        ("The pilot may land there |but the crew", []),
        ("The ferry is |not", [("not", "negators")]),
        ("The ferry sails|, not the barge", []),
        ("Fine the drivers |who were drunk", [("who", "relatives")]),
        ("Fine every driver |who was drunk", [("who", "relatives")]),
        ("They fined him|, who was drunk", []),
        ("The bridge is safe|, I think", [("think", "hedges")]),
        ("We sail at noon |from the old quay", []),
        # A hedge of another statement, and ones that take this one back.
        ("The rain fell last night|, and I think it hurt the crops", []),
        ("The bridge is safe|, and I think so", [("think", "hedges")]),
        ("The bridge is safe|, or so I believe", [("believe", "hedges")]),
        # A condition of another statement, and ones that limit this one.
        ("It is not for sale|, and if it were, I would not say so", []),
        ("It is not for sale|, and if they beg", [("if", "conditions")]),
        ("We will pay|, but if it rains, we stay", [("if", "conditions")]),
    ],
)
def test_what_behind_a_passage_bears_on_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert bearing_behind(text) == expected


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("The brother of |the minister took the money", True),
        ("Half of |the wards are full", True),
        ("The keepers of |the light were drunk", True),
        ("I am sick of |the way they treat us", False),
        ("All of |the boats are here", False),
        ("The rest of |those who are here", False),
        ("The son of |a baker", False),
        ("|the wards are full", False),
    ],
)
def test_what_a_noun_before_it_is_of_says_another_thing_without_it(text: str, lacks: bool) -> None:
    lead, passage = text.split("|")
    found = words(lead)
    beside = Beside.of(KNOWN, found, 0, len(found.keys), len(lead), quoted=True)
    assert lacks_head(beside, words(passage).keys) is lacks
