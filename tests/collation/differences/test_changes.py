"""A change as the rules see it: words in full, what they mark, and names among them."""

import pytest

from quoteverify.collation.differences.changes import Change, ChangedWords, Disclosure, Shape, Side
from quoteverify.collation.language.lexicon import lexicon
from quoteverify.models import Span
from quoteverify.text.language import language
from quoteverify.text.words import words

ENGLISH = lexicon(language("en"))


def side(text: str) -> Side:
    return Side.of(words(text), None)


def changed(text: str, lo: int, hi: int) -> ChangedWords:
    return ChangedWords(side(text), lo, hi, ENGLISH)


def test_a_stretch_holds_the_words_that_lie_in_it() -> None:
    stretch = Side.of(words("We sail at noon."), Span(3, 10))
    assert (stretch.lo, stretch.hi) == (1, 3)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We saw Mara Lind.", ["Mara", "Lind"]),
        ("It rained. Mara left.", []),
        ("We sail, I think.", []),
        ("The Old Pier Is Now Gone", []),
        ("we met the PM there", ["PM"]),
    ],
)
def test_capitals_that_no_sentence_starts_are_names(text: str, names: list[str]) -> None:
    there = side(text)
    assert [text[there.starts[n] : there.ends[n]] for n in range(there.hi) if there.names(n)] == names


def test_contractions_are_read_in_full_and_phrases_across_the_edge() -> None:
    change = changed("we don’t sail", 1, 2)
    assert change.words == ("do", "not")
    assert len(change.senses("negators")) == 1
    assert len(changed("I think so", 1, 2).senses("hedges")) == 1


def test_a_month_is_a_month_where_it_has_a_capital() -> None:
    assert changed("it sank in May here", 3, 4).senses("modals") == ()
    assert changed("it may sink here", 1, 2).senses("modals") == ["may"]


@pytest.mark.parametrize(
    ("keywords", "shape"),
    [
        ({}, Shape.SUBSTITUTION),
        ({"disclosure": Disclosure.ELLIPSIS}, Shape.DISCLOSED),
        ({"cut": True}, Shape.AT_END),
        ({"goes_on": True}, Shape.AT_END),
    ],
)
def test_the_shape_of_a_change(keywords: dict[str, object], shape: Shape) -> None:
    change = Change(ENGLISH, changed("may", 0, 1), changed("will", 0, 1), **keywords)  # type: ignore[arg-type]
    assert change.shape is shape


def test_a_change_of_one_side_is_one_sided() -> None:
    change = Change(ENGLISH, changed("may", 0, 1), changed("will", 0, 0))
    assert change.shape is Shape.ONE_SIDED
    assert change.tables == {"modals", "months"}


def test_brackets_lie_over_the_words_in_them_and_not_over_changed_letters() -> None:
    there = side("[T]he [old] man (…)")
    assert there.brackets == [(6, 11)]
    assert there.bracket_over(8) == (6, 11)
    assert there.bracket_over(13) is None
