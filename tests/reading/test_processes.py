"""Work that several processes share."""

import functools
import operator
from itertools import count, islice

import pytest

from quoteverify.reading.processes import AHEAD, AT_ONCE, KEPT, share

TWELVE_BY = functools.partial(operator.floordiv, 12)


def shared(given, work=TWELVE_BY, n_process=2, away=None, home=lambda given, made: made):
    return share(given, work, n_process, away=away or work, home=home)


@pytest.mark.parametrize("number", [0, 1, AT_ONCE, AT_ONCE + 1, 5 * AT_ONCE])
@pytest.mark.parametrize("n_process", [2, 3])
def test_everything_is_done_in_order(number, n_process):
    assert list(shared(range(1, number + 1), n_process=n_process)) == [12 // n for n in range(1, number + 1)]


def test_this_process_takes_part():
    # A process that has still to begin cannot have done all of it.
    done = list(shared(range(20 * AT_ONCE), lambda _: "here", away=str))
    assert set(done[: AHEAD * AT_ONCE]).isdisjoint({"here"})
    assert "here" in done[AHEAD * AT_ONCE :]


def test_what_comes_home_is_unpacked_and_what_is_done_here_is_not():
    given = range(20 * AT_ONCE)
    done = list(shared(given, lambda n: (n, "here"), away=abs, home=lambda n, made: (made, "away")))
    assert [n for n, _ in done] == list(given)
    assert {where for _, where in done} == {"here", "away"}


@pytest.mark.parametrize("bad", [0, AT_ONCE - 1, AT_ONCE, 4 * AT_ONCE])
def test_an_error_is_raised_in_its_turn(bad):
    some = shared([*range(1, bad + 1), 0, *range(1, 9)])
    assert list(islice(some, bad)) == [12 // n for n in range(1, bad + 1)]
    with pytest.raises(ZeroDivisionError):
        next(some)


class Homebound:
    """What cannot travel. Python's own words for that differ from version to version."""

    def __reduce__(self):
        raise TypeError("this stays at home")


def test_what_cannot_travel_says_so_in_its_turn():
    some = shared([*range(1, AT_ONCE + 1), Homebound()], work=TWELVE_BY)
    assert list(islice(some, AT_ONCE)) == [12 // n for n in range(1, AT_ONCE + 1)]
    with pytest.raises(TypeError, match="stays at home"):
        next(some)


def test_no_more_is_taken_than_some_shares_ahead():
    taken = count()
    endless = shared(iter(lambda: next(taken), None), abs)
    assert next(endless) == 0
    assert next(taken) <= (2 * KEPT + AHEAD) * AT_ONCE
    endless.close()
