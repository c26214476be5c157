import datetime as dt

import attrs
import pytest
from records import not_found

from quoteverify.display import phrases
from quoteverify.models import Searched, Unchecked


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (dt.date(2031, 3, 4), "4 Mar 2031"),
        (dt.datetime(2031, 3, 4, 7, 5), "4 Mar 2031, 07:05"),
        (dt.datetime(2031, 3, 4, 7, 5, tzinfo=dt.UTC), "4 Mar 2031, 07:05 UTC"),
    ],
)
def test_a_moment_is_written_out(value, said):
    assert phrases.date_in_words(value) == said


@pytest.mark.parametrize(
    ("others", "words"),
    [
        (0, "1 source, 1,240 characters"),
        (1, "1 source, 1,240 characters; 1 of the sources in another language"),
    ],
)
def test_what_was_searched_says_how_much_of_it_is_in_another_language(others, words):
    searched = Searched(documents=1, characters=1240, in_other_languages=others)
    assert phrases.searched_in_words(attrs.evolve(not_found(), searched=searched)) == words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("turn", "turn"),
        ("no_words", "no words"),
        ("code", "code"),
        ("empty_marks", "empty marks"),
        ("no_closing_mark", "no closing mark"),
        ("no_opening_mark", "no opening mark"),
        ("title_of_source", "title of source"),
        ("term", "term"),
        ("work", "a term: work"),
    ],
)
def test_why_a_quotation_was_not_looked_for_is_told_and_of_a_term_by_which_rule(rule, words):
    assert phrases.unchecked_in_words(Unchecked("q1", rule)) == words


@pytest.mark.parametrize(
    ("share", "words"),
    [(0, "0 %"), (0.001, "1 %"), (0.5, "50 %"), (0.994, "99 %"), (0.999, "99 %"), (1, "100 %")],
)
def test_only_all_is_a_hundred_percent_and_only_nothing_is_none(share, words):
    assert phrases.percent(share) == words


@pytest.mark.parametrize(
    ("names", "most", "openly", "rest"),
    [("abc", 4, "abc", ""), ("abcd", 4, "abcd", ""), ("abcde", 4, "abcde", ""), ("abcdef", 4, "abcd", "ef")],
)
def test_of_many_the_first_are_shown_and_one_alone_is_never_left_off(names, most, openly, rest):
    assert phrases.few(list(names), most) == (list(openly), list(rest))
    assert phrases.few([], most) == ([], [])
