"""What lies between two runs of shared words, cut into pieces that are each one change.

A gap is cut where an ellipsis says that something is hidden and where brackets say that an editor
speaks; what is left on both sides is paired, forms of one word with one another.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from quoteverify.collation.differences.changes import Change, Changed, Gap, Piece
from quoteverify.collation.differences.substitutions import exchange, pairs
from quoteverify.collation.differences.typography import ELLIPSIS, ellipses
from quoteverify.collation.language.lexicon import Lexicon
from quoteverify.collation.language.word_forms import expanded
from quoteverify.text.normalize import fold_marks

_APART = re.compile(r"[,;:.–—-]")
_MARKS = " .,;:!?'\"’”—–-"
_SENTENCE_END = re.compile(r"[.!?](?!\w)")
_CLAUSE_END = re.compile(r"\s[-–—]{1,2}\s|—|;")


def cut(gap: Gap, lexicon: Lexicon) -> Iterator[Piece]:
    """Cut a gap into changes, in the order of both texts.

    Between and around the pieces stands what both sides have alike.
    """
    # In a loop: a text may hold brackets by the thousand.
    while bracketed := _bracketed(gap):
        side, words = bracketed
        before, bracket, after = _at_bracket(side, words, lexicon)
        yield from _as_seen(gap, side, chain(_cut(before, lexicon), [bracket]))
        gap = after if side is gap else after.turned()
    yield from _cut(gap, lexicon)


def _cut(gap: Gap, lexicon: Lexicon) -> Iterator[Piece]:
    """Cut a gap that need not be cut at brackets."""
    if gap.has_no_words:
        yield Piece(gap.a_start, gap.a_end, gap.b_start, gap.b_end)
    elif gap.b_lo >= gap.b_hi:
        yield from _left_out(gap, lexicon)
    elif gap.a_lo >= gap.a_hi:
        yield from _as_seen(gap, side := gap.turned(), _left_out(side, lexicon, put_in=True))
    else:
        yield from _exchanged(gap, lexicon)


def _bracketed(gap: Gap) -> tuple[Gap, tuple[int, int]] | None:
    """The gap from the side that alone has brackets, and the words in its first; or None."""
    if (gap.a.brackets or gap.b.brackets) and gap.a_lo < gap.a_hi and gap.b_lo < gap.b_hi:
        for side in (gap, gap.turned()):
            if words := _editorial(side):
                return side, words
    return None


# Words on one side only.


def _left_out(gap: Gap, lexicon: Lexicon, *, put_in: bool = False) -> Iterator[Piece]:
    """A gap with words in ``a`` only."""
    a = gap.a
    hidden = bool(ellipses(gap.b_text))
    # Brackets that hold other words too went with the words around them.
    if not hidden and _editorial(gap) == (gap.a_lo, gap.a_hi):
        yield from _bracket_put_in(gap, lexicon)
        return
    first, last = a.starts[gap.a_lo], a.ends[gap.a_hi - 1]
    before, after, instead = a.text[gap.a_start : first], a.text[last : gap.a_end], gap.b_text
    edge = (gap.at_start or gap.at_end) and gap.a.is_whole and gap.b.is_whole
    change = Change(
        lexicon,
        Changed(a, gap.a_lo, gap.a_hi, lexicon),
        Changed(gap.b, gap.b_hi, gap.b_hi, lexicon),
        mark="ellipsis" if hidden else "",
        cut=edge and not put_in,
        apart=gap.at_start or bool(_APART.search(before) or _APART.search(after)),
        goes_on=("joined" if _joined_by_ellipsis(gap) else "on") if edge and put_in else "",
        near=expanded(_near(gap), lexicon) if edge or hidden else (),
    )
    start, end, b_start, b_end = gap.a_start, gap.a_end, gap.b_start, gap.b_end
    left, right = _kept_marks(before, after, instead)
    if left + right == len(instead):
        yield Piece(start + left, end - right, b_start + left, b_end - right, change)
    elif (
        hidden
        or not instead.strip()
        or (edge and not (instead + (after if gap.at_end else before)).strip(_MARKS))
    ):
        # A mark that stands for what is gone, or the house's own at an end, changes with it.
        left, right = (left, 0) if instead[:left].isspace() else (0, 0)
        if instead[-1:].isspace() and after[-1:] == instead[-1:] and len(instead) > left:
            right = 1
        yield Piece(start + left, end - right, b_start + left, b_end - right, change)
    elif _alike_marks(instead, before):
        yield Piece(start, first, b_start, b_end)
        yield Piece(first, end, b_end, b_end, change)
    else:
        yield Piece(start, last, b_start, b_start, change)
        yield Piece(last, end, b_start, b_end)


def _kept_marks(before: str, after: str, instead: str) -> tuple[int, int]:
    """How much of ``instead`` is the end of ``after``, and of the rest the start of ``before``."""
    right = 0
    while right < min(len(after), len(instead)) and after[-1 - right] == instead[-1 - right]:
        right += 1
    left = 0
    while left < min(len(before), len(instead) - right) and before[left] == instead[left]:
        left += 1
    return left, right


def _bracket_put_in(gap: Gap, lexicon: Lexicon) -> Iterator[Piece]:
    """A gap whose only words stand in brackets in ``a``."""
    a = gap.a
    bracket = a.bracket_over(a.starts[gap.a_lo])
    assert bracket
    start, end = max(bracket[0], gap.a_start), min(bracket[1], gap.a_end)
    left, right = _kept_marks(a.text[gap.a_start : start], a.text[end : gap.a_end], gap.b_text)
    change = _bracket(gap, gap.a_lo, gap.a_hi, gap.b_hi, gap.b_hi, lexicon)
    if left + right == len(gap.b_text):
        yield Piece(gap.a_start + left, gap.a_end - right, gap.b_start + left, gap.b_end - right, change)
    else:
        yield Piece(gap.a_start, start, gap.b_start, gap.b_end)
        yield Piece(start, gap.a_end, gap.b_end, gap.b_end, change)


def _bracket(gap: Gap, lo: int, hi: int, b_lo: int, b_hi: int, lexicon: Lexicon) -> Change:
    """Words of ``a`` in brackets for words, or none, of ``b``."""
    return Change(
        lexicon, Changed(gap.a, lo, hi, lexicon), Changed(gap.b, b_lo, b_hi, lexicon), mark="bracket"
    )


def _alike_marks(a: str, b: str) -> bool:
    return fold_marks(a).strip() == fold_marks(b).strip()


def _joined_by_ellipsis(gap: Gap) -> bool:
    """Whether the words at an edge are joined to the rest by an ellipsis that the other side has not."""
    a = gap.a
    if gap.at_start:
        return bool(ellipses(a.text[a.ends[gap.a_hi - 1] : gap.a_end]))
    return bool(ellipses(a.text[gap.a_start : a.starts[gap.a_lo]]))


def _near(gap: Gap) -> Sequence[str]:
    """Of the words left out, those in one sentence or main clause with what is left beside them."""
    a, lo, hi = gap.a, gap.a_lo, gap.a_hi
    stops = [n for n in range(lo + 1, hi) if _SENTENCE_END.search(a.text, a.ends[n - 1], a.starts[n])]
    if not stops:
        # One dash or semicolon sets a clause of its own apart; between two stands a parenthesis.
        apart = [n for n in range(lo + 1, hi) if _CLAUSE_END.search(a.text, a.ends[n - 1], a.starts[n])]
        stops = apart if len(apart) == 1 else []
    joins_before = not gap.at_start and not _SENTENCE_END.search(a.text, gap.a_start, a.starts[lo])
    joins_after = not gap.at_end and not _SENTENCE_END.search(a.text, a.ends[hi - 1], gap.a_end)
    if not stops:
        return a.keys[lo:hi] if joins_before or joins_after else ()
    near = a.keys[lo : stops[0]] if joins_before else []
    return near + a.keys[stops[-1] : hi] if joins_after else near


# Words on both sides.


def _exchanged(gap: Gap, lexicon: Lexicon) -> Iterator[Piece]:
    """A gap with words on both sides: cut at an ellipsis, then paired."""
    hidden = ellipses(gap.b_text) - ellipses(gap.a_text)
    if hidden:
        side = gap if hidden > 0 else gap.turned()
        yield from _as_seen(gap, side, _around_ellipsis(side, lexicon))
    else:
        yield from _paired(gap, lexicon)


def _as_seen(gap: Gap, side: Gap, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces of a gap that was looked at from either side, as seen from the first."""
    for piece in pieces:
        yield piece if side is gap else piece.turned()


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
    bracket = a.bracket_over(a.starts[first])
    assert bracket
    return first, bisect_left(a.starts, bracket[1], first, gap.a_hi)


def _at_bracket(gap: Gap, words: tuple[int, int], lexicon: Lexicon) -> tuple[Gap, Piece, Gap]:
    """A gap cut at words of ``a`` in brackets: what is before, the brackets, what is after."""
    a, b = gap.a, gap.b
    lo, hi = words
    bracket = a.bracket_over(a.starts[lo])
    assert bracket
    start, end = max(bracket[0], gap.a_start), min(bracket[1], gap.a_end)
    count = gap.b_hi - gap.b_lo
    before = min(lo - gap.a_lo, count)
    after = min(gap.a_hi - hi, count - before)
    b_lo, b_hi = gap.b_lo + before, gap.b_hi - after
    if b_lo < b_hi:
        b_start, b_end = b.starts[b_lo], b.ends[b_hi - 1]
    else:
        b_start = b_end = _place(gap, b_lo, a.text[gap.a_start : start])
    return (
        Gap(a, b, gap.a_lo, lo, gap.b_lo, b_lo, gap.a_start, start, gap.b_start, b_start),
        Piece(start, end, b_start, b_end, _bracket(gap, lo, hi, b_lo, b_hi, lexicon)),
        Gap(a, b, hi, gap.a_hi, b_hi, gap.b_hi, end, gap.a_end, b_end, gap.b_end),
    )


def _place(gap: Gap, word: int, before: str) -> int:
    """Where, between two words of ``b``, something of ``a`` stands that comes after ``before``."""
    start = gap.b.ends[word - 1] if word > gap.b_lo else gap.b_start
    end = gap.b.starts[word] if word < gap.b_hi else gap.b_end
    return start + len(before) if gap.b.text[start:end].startswith(before) else end


def _around_ellipsis(gap: Gap, lexicon: Lexicon) -> Iterator[Piece]:
    """A gap cut at an ellipsis of ``b``: as many words on each side of it as ``b`` has, the rest hidden."""
    a, b = gap.a, gap.b
    match = ELLIPSIS.search(b.text, gap.b_start, gap.b_end)
    assert match
    middle = bisect_left(b.starts, match.start(), gap.b_lo, gap.b_hi)
    count = gap.a_hi - gap.a_lo
    before, after = middle - gap.b_lo, gap.b_hi - middle
    if gap.at_start and gap.at_end:
        pass
    elif gap.at_start:
        before = 0
    elif gap.at_end:
        after = 0
    if before + after >= count or (before < middle - gap.b_lo) or (after < gap.b_hi - middle):
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


def _paired(gap: Gap, lexicon: Lexicon) -> Iterator[Piece]:
    """A gap with words on both sides, forms of one word paired and the rest exchanged."""
    a, b = gap.a, gap.b
    a_at, b_at, i, j = gap.a_start, gap.b_start, gap.a_lo, gap.b_lo
    for i_next, j_next, i_end, j_end in [*pairs(gap, lexicon), (gap.a_hi, gap.b_hi, gap.a_hi, gap.b_hi)]:
        last = i_next == i_end
        a_to = gap.a_end if last else a.starts[i_next]
        b_to = gap.b_end if last else b.starts[j_next]
        between = Gap(a, b, i, i_next, j, j_next, a_at, a_to, b_at, b_to)
        if i < i_next and j < j_next:
            a_first, a_last = a.starts[i], a.ends[i_next - 1]
            b_first, b_last = b.starts[j], b.ends[j_next - 1]
            if a.text[a_at:a_first] != b.text[b_at:b_first]:
                yield Piece(a_at, a_first, b_at, b_first)
            yield exchange(between, lexicon)
            if a.text[a_last:a_to] != b.text[b_last:b_to]:
                yield Piece(a_last, a_to, b_last, b_to)
        else:
            yield from cut(between, lexicon)
        if last:
            return
        same = i_end == i_next + 1 and j_end == j_next + 1 and a.keys[i_next] == b.keys[j_next]
        a_at, b_at = a.ends[i_end - 1], b.ends[j_end - 1]
        if same:
            yield Piece(a_to, a_at, b_to, b_at, is_word=True)
        else:
            yield exchange(Gap(a, b, i_next, i_end, j_next, j_end, a_to, a_at, b_to, b_at), lexicon)
        i, j = i_end, j_end
