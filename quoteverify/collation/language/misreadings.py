"""Letters that look alike in print, by which scans misread: what a word may be misread for."""

from collections.abc import Iterator

from quoteverify.collation.language.lexicon import Lexicon

LONGEST_MISREAD = 9
"""In letters, the longest part in which two words differ by misreadings. A guard: their cost grows with its
square."""

LETTERS_A_MISREADING = 3
"""One letter in so many is misread, no more: of more, another word could be made."""


def misread(slip: str, word: str, lexicon: Lexicon) -> int:
    """How many letters of a word are misread where it is printed as another; 0 where it is not that.

    >>> from quoteverify.collation.language.lexicon import lexicon
    >>> from quoteverify.text.language import language
    >>> pairs = [("beheve", "believe"), ("bufinefs", "business"), ("boat", "coat")]
    >>> [misread(slip, word, lexicon(language("en"))) for slip, word in pairs]
    [1, 2, 0]
    """
    a, b = _less_the_same(slip, word)
    most = max(1, len(word) // LETTERS_A_MISREADING)
    if max(len(a), len(b)) > LONGEST_MISREAD or abs(len(a) - len(b)) > most:
        return 0
    fewest = {(0, 0): 0}
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            seen = fewest.get((i, j))
            if seen is not None and seen <= most:
                for place, count in _onwards(a, i, b, j, lexicon):
                    fewest[place] = min(seen + count, fewest.get(place, most + 1))
    found = fewest.get((len(a), len(b)), 0)
    return found if found <= most else 0


def _less_the_same(a: str, b: str) -> tuple[str, str]:
    """Two words without the letters that both begin and end with, but for one, which may be misread too."""
    lo, shorter = 0, min(len(a), len(b))
    while lo < shorter and a[lo] == b[lo]:
        lo += 1
    a, b = a[max(0, lo - 1) :], b[max(0, lo - 1) :]
    while len(a) > 1 < len(b) and a[-2:] == b[-2:]:
        a, b = a[:-1], b[:-1]
    return a, b


def _onwards(a: str, i: int, b: str, j: int, lexicon: Lexicon) -> Iterator[tuple[tuple[int, int], int]]:
    """Where two words go on from two of their letters, and how many are misread there."""
    if i == len(a) or j == len(b):
        return
    if a[i] == b[j]:
        yield (i + 1, j + 1), 0
    for printed, meant in lexicon.misreadings.get(a[i], ()):
        if a.startswith(printed, i) and b.startswith(meant, j):
            yield (i + len(printed), j + len(meant)), 1


def once_misread(slip: str, lexicon: Lexicon) -> Iterator[str]:
    """What a word may be, should one of its letters be misread.

    >>> from quoteverify.collation.language.lexicon import lexicon
    >>> from quoteverify.text.language import language
    >>> sorted(once_misread("tbe", lexicon(language("en"))))
    ['fbe', 'ibe', 'lbe', 't8e', 'tbc', 'tbo', 'the']
    """
    for at, letter in enumerate(slip):
        for printed, meant in lexicon.misreadings.get(letter, ()):
            if slip.startswith(printed, at):
                yield slip[:at] + meant + slip[at + len(printed) :]
