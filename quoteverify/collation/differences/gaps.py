"""What lies between two runs of shared words, cut into edits that are each one change.

A gap is cut where an ellipsis says that something is hidden and where brackets say that an editor
speaks; what is left on both sides is paired, forms of one word with one another.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from quoteverify.collation.differences.changed_words import ChangedWords
from quoteverify.collation.differences.changes import Change, Disclosure, Edit
from quoteverify.collation.differences.sides import Gap, Side
from quoteverify.collation.differences.substitutions import pairs, substitution
from quoteverify.collation.differences.typography import ELLIPSIS, ellipses
from quoteverify.collation.language.lexicon import Lexicon
from quoteverify.collation.language.word_forms import contracted, expanded, readings
from quoteverify.text.normalize import APOSTROPHES, fold_marks

_APART = re.compile(r"[,;:.–—-]")
_MARKS = " .,;:!?'\"’”—–-"
_SENTENCE_END = re.compile(r"[.!?](?!\w)")
_CLAUSE_END = re.compile(r"\s[-–—]{1,2}\s|—|;")


def cut(gap: Gap, lexicon: Lexicon) -> Iterator[Edit]:
    """Cut a gap into changes, in the order of both texts.

    Between and around the edits stands what both sides have alike.
    """
    # In a loop: a text may hold brackets by the thousand.
    while bracketed := _bracketed(gap):
        side, words = bracketed
        before, bracket, after = _at_bracket(side, words, lexicon)
        yield from _as_seen(gap, side, chain(_cut(before, lexicon), [bracket]))
        gap = after if side is gap else after.swapped()
    yield from _cut(gap, lexicon)


def _cut(gap: Gap, lexicon: Lexicon) -> Iterator[Edit]:
    """Cut a gap that need not be cut at brackets."""
    if gap.has_no_words:
        yield Edit(gap.a_start, gap.a_end, gap.b_start, gap.b_end)
    elif gap.b_lo >= gap.b_hi:
        yield from _left_out(gap, lexicon)
    elif gap.a_lo >= gap.a_hi:
        yield from _as_seen(gap, side := gap.swapped(), _left_out(side, lexicon, put_in=True))
    else:
        yield from _substituted(gap, lexicon)


def _as_seen(gap: Gap, side: Gap, edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits of a gap that was looked at from either side, as seen from the first."""
    for edit in edits:
        yield edit if side is gap else edit.swapped()


# Words on one side only.


def _left_out(gap: Gap, lexicon: Lexicon, *, put_in: bool = False) -> Iterator[Edit]:
    """A gap with words in ``a`` only: ``put_in`` where ``a`` is the second text."""
    hidden = bool(ellipses(gap.b_text))
    # Brackets that hold other words too went with the words around them.
    if not hidden and _editorial(gap) == (gap.a_lo, gap.a_hi):
        return _bracket_put_in(gap, lexicon)
    edge = gap.at_cut
    change = Change(
        lexicon,
        ChangedWords(gap.a, gap.a_lo, gap.a_hi, lexicon),
        ChangedWords(gap.b, gap.b_hi, gap.b_hi, lexicon),
        disclosure=Disclosure.ELLIPSIS if hidden else Disclosure.NONE,
        cut=edge and not put_in,
        apart=_is_set_off(gap),
        goes_on=edge and put_in,
        over_ellipsis=edge and put_in and _joined_by_ellipsis(gap),
        near=expanded(_near(gap), lexicon) if edge or hidden else (),
        enclosed=hidden and _is_enclosed(gap),
        joins_halves=hidden and _joins_halves(gap),
    )
    return _with_marks(gap, change)


def _is_set_off(gap: Gap) -> bool:
    """Whether a mark or the start stands before what ``a`` alone has, or a mark behind it."""
    return gap.at_start or bool(_APART.search(_before(gap)) or _APART.search(_after(gap)))


def _is_enclosed(gap: Gap) -> bool:
    """Whether marks on both sides set off what ``a`` alone has."""
    return bool(_APART.search(_before(gap)) and _APART.search(_after(gap)))


def _joins_halves(gap: Gap) -> bool:
    """Whether what ``a`` alone has goes from inside one of its sentences to inside another."""
    return not (
        gap.at_start
        or gap.at_end
        or _SENTENCE_END.search(_before(gap))
        or _SENTENCE_END.search(_after(gap))
        or not _sentences(gap)
    )


def _before(gap: Gap) -> str:
    """What stands in a gap before the first word of ``a``."""
    return gap.a.text[gap.a_start : gap.a.starts[gap.a_lo]]


def _after(gap: Gap) -> str:
    """What stands in a gap behind the last word of ``a``."""
    return gap.a.text[gap.a.ends[gap.a_hi - 1] : gap.a_end]


def _with_marks(gap: Gap, change: Change) -> Iterator[Edit]:
    """The words that only ``a`` has, as one change with those of the marks around them that go with them.

    What ``b`` has there instead is mostly a part of what stands around the words in ``a``, and stays.
    """
    before, after, instead = _before(gap), _after(gap), gap.b_text
    left, right = _kept_marks(before, after, instead)
    if left + right < len(instead):
        if _stands_for_words(gap, change):
            left, right = _kept_spaces(after, instead, left)
        elif _alike_marks(instead, before):
            first = gap.a.starts[gap.a_lo]
            yield Edit(gap.a_start, first, gap.b_start, gap.b_end)
            yield Edit(first, gap.a_end, gap.b_end, gap.b_end, change)
            return
        else:
            last = gap.a.ends[gap.a_hi - 1]
            yield Edit(gap.a_start, last, gap.b_start, gap.b_start, change)
            yield Edit(last, gap.a_end, gap.b_start, gap.b_end)
            return
    yield Edit(gap.a_start + left, gap.a_end - right, gap.b_start + left, gap.b_end - right, change)


def _stands_for_words(gap: Gap, change: Change) -> bool:
    """Whether the marks of ``b`` stand for the words, or are its own at an end, and change with them."""
    instead = gap.b_text
    if change.disclosure or not instead.strip():
        return True
    beside = _after(gap) if gap.at_end else _before(gap)
    return (change.cut or change.goes_on) and not (instead + beside).strip(_MARKS)


def _kept_spaces(after: str, instead: str, left: int) -> tuple[int, int]:
    """How much at the start and end of ``instead`` is the space that stands there in both texts."""
    left = left if instead[:left].isspace() else 0
    right = int(instead[-1:].isspace() and after[-1:] == instead[-1:] and len(instead) > left)
    return left, right


def _kept_marks(before: str, after: str, instead: str) -> tuple[int, int]:
    """How much of ``instead`` is the start of ``before``, and how much the end of ``after``, tried first.

    >>> _kept_marks(", ", ", ", ", "), _kept_marks(" (", " ", " (")
    ((0, 2), (2, 0))
    """
    right = 0
    while right < min(len(after), len(instead)) and after[-1 - right] == instead[-1 - right]:
        right += 1
    left = 0
    while left < min(len(before), len(instead) - right) and before[left] == instead[left]:
        left += 1
    return left, right


def _alike_marks(a: str, b: str) -> bool:
    return fold_marks(a).strip() == fold_marks(b).strip()


def _joined_by_ellipsis(gap: Gap) -> bool:
    """Whether the words at an edge are joined to the rest by an ellipsis that the other side has not."""
    return bool(ellipses(_after(gap) if gap.at_start else _before(gap)))


def _near(gap: Gap) -> Sequence[str]:
    """Of the words left out, those in one sentence or main clause with what is left beside them."""
    a, lo, hi = gap.a, gap.a_lo, gap.a_hi
    stops = _stops(gap)
    joins_before = not gap.at_start and not _SENTENCE_END.search(_before(gap))
    joins_after = not gap.at_end and not _SENTENCE_END.search(_after(gap))
    if not stops:
        return a.keys[lo:hi] if joins_before or joins_after else ()
    near = a.keys[lo : stops[0]] if joins_before else []
    return near + a.keys[stops[-1] : hi] if joins_after else near


def _stops(gap: Gap) -> Sequence[int]:
    """The words of ``a`` that begin a sentence there, or a clause set off from all before it."""
    sentences = _sentences(gap)
    if sentences:
        return sentences
    # One dash or semicolon sets a clause of its own apart; between two stands a parenthesis.
    clauses = _words_behind(_CLAUSE_END, gap)
    return clauses if len(clauses) == 1 else ()


def _sentences(gap: Gap) -> Sequence[int]:
    """The words of ``a`` that begin a sentence there, after the first."""
    return _words_behind(_SENTENCE_END, gap)


def _words_behind(mark: re.Pattern[str], gap: Gap) -> Sequence[int]:
    """The words of ``a`` there, after the first, that a mark stands right before."""
    a, lo, hi = gap.a, gap.a_lo, gap.a_hi
    if not mark.search(a.text, a.ends[lo], a.starts[hi - 1]):
        return ()  # mostly
    return [n for n in range(lo + 1, hi) if mark.search(a.text, a.ends[n - 1], a.starts[n])]


# Brackets.


def _bracketed(gap: Gap) -> tuple[Gap, tuple[int, int]] | None:
    """The gap from the side that alone has brackets, and the words in its first; or None."""
    if (gap.a.brackets or gap.b.brackets) and gap.a_lo < gap.a_hi and gap.b_lo < gap.b_hi:
        for side in (gap, gap.swapped()):
            if words := _editorial(side):
                return side, words
    return None


def _editorial(gap: Gap) -> tuple[int, int] | None:
    """The words of ``a`` in the first brackets in a gap, where ``b`` has none there."""
    a, b = gap.a, gap.b
    if not a.brackets:
        return None
    inside = b.bracket_over(gap.b_start)
    if inside and inside[1] >= gap.b_end:
        return None
    first = a.first_bracketed(gap.a_lo, gap.a_hi)
    if first is None or b.first_bracketed(gap.b_lo, gap.b_hi) is not None:
        return None
    return first, bisect_left(a.starts, _bracket_around(a, first)[1], first, gap.a_hi)


def _bracket_around(side: Side, word: int) -> tuple[int, int]:
    """The brackets around a word that is known to begin in some."""
    bracket = side.bracket_over(side.starts[word])
    assert bracket
    return bracket


def _bracket_put_in(gap: Gap, lexicon: Lexicon) -> Iterator[Edit]:
    """A gap whose only words stand in brackets in ``a``."""
    a = gap.a
    start, end = _within_gap(gap, _bracket_around(a, gap.a_lo))
    left, right = _kept_marks(a.text[gap.a_start : start], a.text[end : gap.a_end], gap.b_text)
    change = _bracket(gap, (gap.a_lo, gap.a_hi), (gap.b_hi, gap.b_hi), lexicon)
    if left + right == len(gap.b_text):
        yield Edit(gap.a_start + left, gap.a_end - right, gap.b_start + left, gap.b_end - right, change)
    else:
        yield Edit(gap.a_start, start, gap.b_start, gap.b_end)
        yield Edit(start, gap.a_end, gap.b_end, gap.b_end, change)


def _within_gap(gap: Gap, bracket: tuple[int, int]) -> tuple[int, int]:
    """The part of brackets of ``a`` that lies in a gap."""
    return max(bracket[0], gap.a_start), min(bracket[1], gap.a_end)


def _bracket(gap: Gap, a: tuple[int, int], b: tuple[int, int], lexicon: Lexicon) -> Change:
    """Words of ``a`` in brackets for words, or none, of ``b``."""
    return Change(
        lexicon,
        ChangedWords(gap.a, *a, lexicon),
        ChangedWords(gap.b, *b, lexicon),
        disclosure=Disclosure.BRACKET,
    )


def _at_bracket(gap: Gap, words: tuple[int, int], lexicon: Lexicon) -> tuple[Gap, Edit, Gap]:
    """A gap cut at words of ``a`` in brackets: what is before, the brackets, what is after."""
    a, b = gap.a, gap.b
    lo, hi = words
    start, end = _within_gap(gap, _bracket_around(a, lo))
    if hi < gap.a_hi and a.starts[hi] == end + 1 and a.text[end] in APOSTROPHES:
        end, hi = a.ends[hi], hi + 1  # "[the firm]'s"
    count = gap.b_hi - gap.b_lo
    before = min(lo - gap.a_lo, count)
    after = min(gap.a_hi - hi, count - before)
    if (
        after
        and before + after == count
        and _is_contracted_with(b.keys[gap.b_lo + before], a.keys[hi], lexicon)
    ):
        # "[Ada Aas] would" for "she'd": what the pronoun is contracted with changes with it.
        end, hi, after = a.ends[hi], hi + 1, after - 1
    b_lo, b_hi = gap.b_lo + before, gap.b_hi - after
    if b_lo < b_hi:
        b_start, b_end = b.starts[b_lo], b.ends[b_hi - 1]
    else:
        b_start = b_end = _place(gap, b_lo, a.text[gap.a_start : start])
    return (
        Gap(a, b, gap.a_lo, lo, gap.b_lo, b_lo, gap.a_start, start, gap.b_start, b_start),
        Edit(start, end, b_start, b_end, _bracket(gap, (lo, hi), (b_lo, b_hi), lexicon)),
        Gap(a, b, hi, gap.a_hi, b_hi, gap.b_hi, end, gap.a_end, b_end, gap.b_end),
    )


def _is_contracted_with(contraction: str, key: str, lexicon: Lexicon) -> bool:
    """Whether a word is contracted with another: she'd, would."""
    return contracted(contraction, lexicon) and any(
        len(full) > 1 and full[-1] == key for full in readings(contraction, lexicon)
    )


def _place(gap: Gap, word: int, before: str) -> int:
    """Where, between two words of ``b``, something of ``a`` stands that comes after ``before``."""
    start = gap.b.ends[word - 1] if word > gap.b_lo else gap.b_start
    end = gap.b.starts[word] if word < gap.b_hi else gap.b_end
    return start + len(before) if gap.b.text[start:end].startswith(before) else end


# Words on both sides.


def _substituted(gap: Gap, lexicon: Lexicon) -> Iterator[Edit]:
    """A gap with words on both sides: cut at an ellipsis, then paired."""
    hidden = ellipses(gap.b_text) - ellipses(gap.a_text)
    if hidden:
        side = gap if hidden > 0 else gap.swapped()
        yield from _as_seen(gap, side, _around_ellipsis(side, lexicon))
    else:
        yield from _paired(gap, lexicon)


def _around_ellipsis(gap: Gap, lexicon: Lexicon) -> Iterator[Edit]:
    """A gap cut at an ellipsis of ``b``: as many words on each side of it as ``b`` has, the rest hidden."""
    a, b = gap.a, gap.b
    match = ELLIPSIS.search(b.text, gap.b_start, gap.b_end)
    assert match
    middle = bisect_left(b.starts, match.start(), gap.b_lo, gap.b_hi)
    before, after = middle - gap.b_lo, gap.b_hi - middle
    is_all = gap.at_start and gap.at_end
    # At an end of both, words beyond the ellipsis answer to none.
    beyond = not is_all and ((gap.at_start and before) or (gap.at_end and after))
    if beyond or before + after >= gap.a_hi - gap.a_lo:
        yield from _paired(gap, lexicon)
        return
    lo, hi = gap.a_lo + before, gap.a_hi - after
    b_start = b.ends[middle - 1] if before else gap.b_start
    b_end = b.starts[middle] if after else gap.b_end
    a_start = a.ends[lo - 1] if before else gap.a_start
    a_end = a.starts[hi] if after else gap.a_end
    if before:
        yield from _paired(
            Gap(a, b, gap.a_lo, lo, gap.b_lo, middle, gap.a_start, a_start, gap.b_start, b_start), lexicon
        )
    yield from _left_out(Gap(a, b, lo, hi, middle, middle, a_start, a_end, b_start, b_end), lexicon)
    if after:
        yield from _paired(
            Gap(a, b, hi, gap.a_hi, middle, gap.b_hi, a_end, gap.a_end, b_end, gap.b_end), lexicon
        )


def _paired(gap: Gap, lexicon: Lexicon) -> Iterator[Edit]:
    """A gap with words on both sides, forms of one word paired and the rest put for one another."""
    a, b = gap.a, gap.b
    a_at, b_at, i, j = gap.a_start, gap.b_start, gap.a_lo, gap.b_lo
    for i_next, j_next, i_end, j_end in pairs(gap, lexicon):
        a_to, b_to = a.starts[i_next], b.starts[j_next]
        yield from _between(Gap(a, b, i, i_next, j, j_next, a_at, a_to, b_at, b_to), lexicon)
        a_at, b_at = a.ends[i_end - 1], b.ends[j_end - 1]
        same = i_end == i_next + 1 and j_end == j_next + 1 and a.keys[i_next] == b.keys[j_next]
        if same:
            yield Edit(a_to, a_at, b_to, b_at, is_word=True)
        else:
            yield substitution(Gap(a, b, i_next, i_end, j_next, j_end, a_to, a_at, b_to, b_at), lexicon)
        i, j = i_end, j_end
    yield from _between(Gap(a, b, i, gap.a_hi, j, gap.b_hi, a_at, gap.a_end, b_at, gap.b_end), lexicon)


def _between(gap: Gap, lexicon: Lexicon) -> Iterator[Edit]:
    """A gap in which no word is a form of another: the marks around its words, and all of them at once."""
    a, b = gap.a, gap.b
    if gap.a_lo >= gap.a_hi or gap.b_lo >= gap.b_hi:
        yield from cut(gap, lexicon)
        return
    a_first, a_last = a.starts[gap.a_lo], a.ends[gap.a_hi - 1]
    b_first, b_last = b.starts[gap.b_lo], b.ends[gap.b_hi - 1]
    if a.text[gap.a_start : a_first] != b.text[gap.b_start : b_first]:
        yield Edit(gap.a_start, a_first, gap.b_start, b_first)
    yield substitution(gap, lexicon)
    if a.text[a_last : gap.a_end] != b.text[b_last : gap.b_end]:
        yield Edit(a_last, gap.a_end, b_last, gap.b_end)
