import pytest

from quoteverify.models.brief import SHORT, brief


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        (" \n\t", ""),
        ("It rained.", "It rained."),
        ("It rained.\n\nNobody came.", "It rained. Nobody came."),
        ("a" * SHORT, "a" * SHORT),
        ("a" * (SHORT + 1), "a" * SHORT + "…"),
        ("word " * 20, "word word word word word word word word word word…"),
        ("word " * 10 + "x", "word word word word word word word word word word…"),
    ],
)
def test_a_text_is_cut_between_words_where_it_is_long(text, shown):
    assert brief(text) == shown


def test_a_very_long_text_is_not_read_to_its_end():
    assert len(brief("no end " * 1_000_000)) <= SHORT + 1
