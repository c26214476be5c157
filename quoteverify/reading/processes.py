"""Work that several processes share: this one, and others beside it."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from multiprocessing.reduction import ForkingPickler
from typing import Any

import attrs

Work = Callable[[Any], Any]

AT_ONCE = 8
"""How many go to another process together. A guard: each journey costs as much as a short text."""
AHEAD = 2
"""How many shares lie with each other process, so that it need not wait for this one. A guard."""
KEPT = 8
"""How many shares may be done or waited for, per process, while the first is not done. A guard of memory."""


@attrs.frozen
class Raised:
    """What could not be done, behind what could."""

    error: Exception


@attrs.frozen
class _Share:
    """Some of what is given, and what is made of it: here, or as soon as another process has done it."""

    given: list[Any]
    made: "list[Any] | Future[list[Any]]"

    @property
    def waits(self) -> bool:
        """Whether another process has still to do it."""
        return isinstance(self.made, Future) and not self.made.done()


def share(
    given: Iterable[Any], work: Work, n_process: int, *, away: Work, home: Callable[[Any, Any], Any]
) -> Iterator[Any]:
    """What is made of each, in order, by this process and others, never far ahead of the reader.

    This process takes part, so that what a further one costs is its own beginning and the journeys to it.

    Args:
        given: What there is to do.
        work: What makes something of one.
        n_process: How many processes take part, with this one; at least 2.
        away: The same for another process, with a result as it travels; it is sent once.
        home: The result from what was given and what has come from there.

    Raises:
        Exception: Whatever ``work`` raises, when its turn comes.
    """
    remaining = iter(given)
    shares = iter(lambda: list(islice(remaining, AT_ONCE)), [])
    others = n_process - 1
    sent = (bytes(ForkingPickler.dumps(away)),)
    waiting: deque[_Share] = deque()
    # A spawned process is the same on every system, and safe in a program with threads.
    with ProcessPoolExecutor(others, get_context("spawn"), initializer=_begin, initargs=sent) as pool:
        while True:
            wanted = AHEAD * others - sum(one.waits for one in waiting)
            waiting.extend(_sent(some, pool) for some in islice(shares, max(0, wanted)))
            if not waiting:
                return
            may_go_on = waiting[0].waits and len(waiting) < KEPT * n_process
            here = next(shares, None) if may_go_on else None
            if here is None:
                yield from _results(waiting.popleft(), home)
            else:
                waiting.append(_Share(here, _do(here, work)))


def _sent(some: list[Any], pool: ProcessPoolExecutor) -> _Share:
    """A share that is done by another process. Packed here, where nobody works on it meanwhile."""
    try:
        packed = bytes(ForkingPickler.dumps(some))
    except Exception as error:  # whatever an object's own way of pickling raises
        return _Share(some, [Raised(error)])
    return _Share(some, pool.submit(_do_away, packed))


def _results(done: _Share, home: Callable[[Any, Any], Any]) -> Iterator[Any]:
    """What was made of a share, waited for where it has to be.

    Raises:
        Exception: What was raised in making it.
    """
    away = isinstance(done.made, Future)
    results = done.made.result() if isinstance(done.made, Future) else done.made
    for one, made in zip(done.given, results, strict=False):
        if isinstance(made, Raised):
            raise made.error
        yield home(one, made) if away else made


def _do(some: list[Any], work: Work) -> list[Any]:
    """What is made of each, up to one that cannot be done."""
    found: list[Any] = []
    for one in some:
        try:
            found.append(work(one))
        except Exception as error:  # whatever it is, it is raised when its turn comes
            return [*found, Raised(error)]
    return found


_AWAY: list[Work] = []
"""What another process was sent when it began."""


def _begin(sent: bytes) -> None:
    """Keep, in another process, what it has to do."""
    _AWAY.append(ForkingPickler.loads(sent))


def _do_away(some: bytes) -> list[Any]:
    """What is made of each in another process."""
    return _do(ForkingPickler.loads(some), _AWAY[-1])
