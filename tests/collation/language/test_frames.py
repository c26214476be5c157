import pytest

from quoteverify.collation.language.frames import NOTHING, frames
from quoteverify.collation.verify.verification import verify
from quoteverify.text.language import Row, language
from quoteverify.text.words import words

ENGLISH = frames(language("en"))
ROWS = language("en").rows("frames")


def marked(text: str) -> list[tuple[str, str]]:
    """The phrases found among the words of a text, and what each does."""
    keys = words(text).keys
    return [(" ".join(keys[m.start : m.end]), m.frame.turns) for m in ENGLISH.marks(keys)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we sail at noon", []),
        ("we do not sail", [("not", "negators")]),
        ("there is no doubt we sail", []),
        ("not only the ferry sails", []),
        ("it was against the rules", [("against", "negators")]),
        ("too tired to sail", [("too tired to", "negators")]),
        ("imagine we sail if asked", [("imagine", "doubt"), ("if", "conditions")]),
        ("my critics claim that", [("claim that", "view")]),
        ("perhaps we sail unless it rains", [("perhaps", "hedges"), ("unless", "conditions")]),
    ],
)
def test_the_longest_phrase_says_what_it_does(text: str, expected: list[tuple[str, str]]) -> None:
    assert marked(text) == expected


def test_a_mark_knows_the_word_that_makes_it_one() -> None:
    keys = words("it is far from safe").keys
    (mark,) = ENGLISH.marks(keys)
    assert keys[mark.head] == "far"


@pytest.mark.parametrize(
    ("cut", "bears"),
    [
        ("if the council agrees", True),
        ("though not gladly", True),
        ("had they asked", True),
        ("in the old harbour", False),
        ("without any doubt", False),
    ],
)
def test_what_is_cut_bears_on_what_stands_beside_it(cut: str, bears: bool) -> None:
    assert bool(list(ENGLISH.bearing(words(cut).keys))) is bears


def test_what_turns_a_phrase_to_nothing_marks_nothing() -> None:
    assert NOTHING in ENGLISH.phrases.values()
    assert not any(mark.frame is NOTHING for mark in ENGLISH.marks(words("no doubt, not only").keys))


@pytest.mark.parametrize("row", ROWS, ids=[row.words[0] for row in ROWS])
def test_without_a_row_its_example_is_judged_otherwise(row: Row) -> None:
    source, claim = row.example.split(" / ")
    profile = language("en").without("frames", row)
    kept, judged = (verify(claim, source, lang=lang) for lang in (language("en"), profile))
    assert (kept.context, kept.context_rule) != (judged.context, judged.context_rule)
