"""Headlines and pull quotes: which quotation of the body each repeats, so that it has the same speaker.

A headline cuts words out and changes none: its words stand in the body's quotation in
the same order, with not too many between them.
"""

import itertools
from collections import defaultdict
from collections.abc import Sequence

from quoteverify.reading.sieves.answers import Answers
from quoteverify.reading.syntax.narration import Narration
from quoteverify.reading.syntax.tokens import words_of

FEWEST = 4  # words: fewer may be anybody's where others stand between them
LEAST = 2  # words: one may be anybody's
WIDEST = 12  # words left out: more, and the order shows nothing
_SAME = 20  # quotations of the body that are looked into for one repeat


def _stands_in(short: list[str], long: list[str], start: int) -> bool:
    """Whether the words stand in the longer ones in order from a place on, with few between."""
    at = start
    between = WIDEST if len(short) >= FEWEST else 0
    for word in short:
        try:
            at = long.index(word, at, start + len(short) + between) + 1
        except ValueError:
            return False
    return True


def repeated(repeats: Sequence[str], body: Sequence[str]) -> dict[int, int]:
    """Which text of the body each repeat has its words from, by index; those without one are left out.

    Args:
        repeats: The words of headlines and pull quotes.
        body: The words of the quotations that they may repeat.

    >>> repeated(["We were told to stay at home"], ["Yes, we were told to go or rather to stay at home."])
    {0: 0}
    """
    short = [words_of(text) for text in repeats]
    wanted = {tuple(words[:2]) for words in short if len(words) >= LEAST}
    if not wanted:
        return {}
    places: defaultdict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    long = [words_of(text) for text in body]
    for i, words in enumerate(long):
        for at, pair in enumerate(itertools.pairwise(words)):
            if pair in wanted and len(places[pair]) < _SAME:
                places[pair].append((i, at))
    found = {}
    for n, words in enumerate(short):
        if len(words) < LEAST:
            continue
        for i, at in places[tuple(words[:2])]:
            if _stands_in(words, long[i], at):
                found[n] = i
                break
    return found


def said_below(narration: Narration, quote: int, answers: Answers) -> bool:
    """Whether something that is reported further down has the same words, two at least, and so is quoted."""
    words = narration.words_within(quote)
    if words.count(" ") <= LEAST:
        return False
    below = range(quote + 1, min(quote + 1 + _NEARBY, len(narration.marked)))
    return any(
        words in narration.words_within(other)
        for other in below
        if other in answers and answers[other].cue is not None
    )


_NEARBY = 60  # quotations: what stands farther down is of another article
