"""From runs of shared words to named differences, at the offsets of the two texts.

Between two shared runs lies a gap of words, or of marks and spaces only. A gap is cut where an
ellipsis or brackets stand, what is left is paired word by word, and each change gets the name
that the first fitting rule gives it. Differences never overlap, and together with the runs they
account for every character of both texts.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

import attrs

from quoteverify.collation.differences.blocks import Block
from quoteverify.collation.differences.fitting import fit_gaps, keep_brackets_whole, keep_numbers_whole
from quoteverify.collation.differences.gaps import cut
from quoteverify.collation.differences.rules import RULES, classify
from quoteverify.collation.differences.rules.rule import Named, Rule
from quoteverify.collation.differences.sides import Gap, Side
from quoteverify.collation.differences.typography import (
    ellipses,
    gap_kind,
    is_minus,
    without_full_stops,
    word_kind,
)
from quoteverify.collation.language.lexicon import lexicon
from quoteverify.collation.language.word_forms import other_letters
from quoteverify.models import Difference, DifferenceKind, Operation, Segment, Severity, Span
from quoteverify.text.language import LanguageProfile
from quoteverify.text.words import Words

MOVED_WORDS = Named(DifferenceKind.REORDER, Severity.SUBSTANTIVE, "moved_words")
"""Words left out in one place and put in, word for word, in another."""
JUMPS_BACK = Named(DifferenceKind.REORDER, Severity.SUBSTANTIVE, "jumps_back")
"""The seam of two passages in another order."""
JUMPS_OVER_ELLIPSIS = JUMPS_BACK._replace(severity=Severity.MINOR)
"""The same where an ellipsis shows it."""
_SLIPS = frozenset({DifferenceKind.TYPO, DifferenceKind.SPELLING})

MINUS = Named(DifferenceKind.NUMBER, Severity.SUBSTANTIVE, "minus_sign")

OTHER_LETTERS = Named(DifferenceKind.WORDING, Severity.SUBSTANTIVE, "other_letters")
"""Another word by a sign over a letter, in a language that tells words apart by it."""
LAST_MARK_STAYS = Named(DifferenceKind.REORDER, Severity.COSMETIC, "last_mark_stays")
"""The stop at the end of all, behind words that stand elsewhere in the other wording."""


def differences(
    a: Words,
    b: Words,
    runs: Sequence[Block],
    *,
    a_span: Span | None = None,
    b_span: Span | None = None,
    cut_at_ends: bool = True,
    passage: int | None = None,
    language: LanguageProfile,
    rules: tuple[Rule, ...] = RULES,
) -> tuple[tuple[Segment, ...], tuple[Difference, ...]]:
    """Name everything in which two texts, or a stretch of each, differ.

    Args:
        a: The words of one text, which may be a whole source.
        b: The words of the other.
        runs: The runs of words they share, in the order of ``b``, as ``blocks`` finds them.
        a_span: The stretch of ``a`` to account for, in code points of its text; all of it if None.
        b_span: The same of ``b``.
        cut_at_ends: Whether words that only one has at an end are a cut, as between two quotes; if not,
            they are a change like any other, as where ``a`` is the place in a source that ``b`` claims.
        passage: The number of the passage that ``a`` is, for the differences to give.
        language: The language of both.
        rules: What names a change, in order.

    Returns:
        Segments, broken where ``b`` jumps to another place of ``a``, and the differences, both in
        the order of ``b``. All offsets are of the whole texts.

    >>> from quoteverify.collation.differences.blocks import blocks
    >>> from quoteverify.text.language import language
    >>> from quoteverify.text.words import words
    >>> a, b = words("We may close it."), words("We will close it.")
    >>> found = differences(a, b, blocks(a.keys, b.keys), language=language("en"))[1]
    >>> [d.kind.value for d in found]
    ['modality']
    """
    walk = _Walk(Side.of(a, a_span), Side.of(b, b_span), passage, language, rules)
    walk.a.is_whole = walk.b.is_whole = cut_at_ends
    walk.through(runs)
    if len(walk.words) > 1:
        walk.moved_words()
    return tuple(walk.segments), tuple(walk.found)


class _Walk:
    """One pass over the shared runs, in the order of ``b``."""

    def __init__(
        self, a: Side, b: Side, passage: int | None, language: LanguageProfile, rules: tuple[Rule, ...]
    ) -> None:
        self.a, self.b, self.passage = a, b, passage
        self.lexicon = lexicon(language)
        self.rules = rules
        self.words: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {}  # the words of each change found
        self.segments: list[Segment] = []
        self.found: list[Difference] = []

    def through(self, runs: Sequence[Block]) -> None:
        """Name everything, from the start of both texts to their ends."""
        a, b = self.a, self.b
        if a.brackets or b.brackets:
            runs = keep_brackets_whole(runs, a, b, self.lexicon)
        in_order = len(runs) < 2 or all(p.a_hi <= q.a_lo for p, q in pairwise(runs))
        if runs and in_order:
            runs = keep_numbers_whole(runs, a, b, self.lexicon)
        if not runs:
            self.between(None, None)
            whole = Span(a.start, a.end), Span(b.start, b.end)
            if [(d.a, d.b) for d in self.found] != [whole]:
                self.segments.append(Segment(*whole))
        elif in_order:
            runs = fit_gaps(runs, a, b)
            self.between(None, runs[0])
            for run, following in zip(runs, (*runs[1:], None), strict=True):
                self.run(run)
                self.between(run, following)
            self.segments.append(Segment(Span(a.start, a.end), Span(b.start, b.end)))
        else:
            self.with_jumps(runs)

    def with_jumps(self, runs: Sequence[Block]) -> None:
        """The same where ``b`` jumps back in ``a``: a segment for each run up to a jump."""
        a, b = self.a, self.b
        order = sorted(runs)
        follower = dict(zip(order, (*order[1:], None), strict=True))
        marked = self.jumps_over_ellipsis(runs, order)
        opened = a.start, b.start
        if runs[0] is order[0]:
            self.between(None, runs[0])
        else:
            opened = a.starts[runs[0].a_lo], b.starts[runs[0].b_lo]
            self.put_in(opened[0], b.lo, runs[0].b_lo, b.start, opened[1])
        for run, following in zip(runs, (*runs[1:], None), strict=True):
            if run is order[0] and run is not runs[0]:
                self.left_out(a.lo, run.a_lo, a.start, a.starts[run.a_lo], b.starts[run.b_lo])
            self.run(run)
            after = follower[run]
            a_end, b_end = a.ends[run.a_hi - 1], b.ends[run.b_hi - 1]
            if following is after:
                self.between(run, following)
                if following:
                    continue
                a_end, b_end = a.end, b.end
            else:
                a_next, a_place = (after.a_lo, a.starts[after.a_lo]) if after else (a.hi, a.end)
                if a_next > run.a_hi:
                    self.left_out(run.a_hi, a_next, a_end, a_place, b_end)
                if following:
                    self.seam(run, following, marked)
                elif run.b_hi < b.hi:
                    self.put_in(a_end, run.b_hi, b.hi, b_end, b.end)
                elif b_end < b.end:
                    self.last_marks(a_end, b_end)
            self.segments.append(Segment(Span(opened[0], a_end), Span(opened[1], b_end)))
            if following:
                opened = a.starts[following.a_lo], b.starts[following.b_lo]

    def jumps_over_ellipsis(self, runs: Sequence[Block], order: Sequence[Block]) -> bool:
        """Whether an ellipsis stands where one text jumps in the other, in whichever of the two."""
        a, b = self.a, self.b
        forth, back = set(pairwise(runs)), set(pairwise(order))
        return any(ellipses(b.text[b.ends[p.b_hi - 1] : b.starts[q.b_lo]]) for p, q in forth - back) or any(
            ellipses(a.text[a.ends[p.a_hi - 1] : a.starts[q.a_lo]]) for p, q in back - forth
        )

    def between(self, run: Block | None, following: Block | None) -> None:
        """Name what lies between a run and the one that follows it on both sides; None at the ends."""
        a, b = self.a, self.b
        a_lo, a_start, b_lo, b_start = a.lo, a.start, b.lo, b.start
        a_hi, a_end, b_hi, b_end = a.hi, a.end, b.hi, b.end
        if run:
            _, a_lo, _, b_lo = run
            a_start, b_start = a.ends[a_lo - 1], b.ends[b_lo - 1]
        if following:
            a_hi, _, b_hi, _ = following
            a_end, b_end = a.starts[a_hi], b.starts[b_hi]
        if a_lo < a_hi or b_lo < b_hi:
            self.gap(Gap(a, b, a_lo, a_hi, b_lo, b_hi, a_start, a_end, b_start, b_end))
        elif a.text[a_start:a_end] != b.text[b_start:b_end]:
            self.marks(a_start, a_end, b_start, b_end)

    # Shared words.

    def run(self, run: Block) -> None:
        """Name what differs in print between words that are the same."""
        self.same(run.a_lo, run.b_lo, run.a_hi - run.a_lo)

    def same(self, i: int, j: int, count: int) -> None:
        """Name what differs in print between ``count`` words from ``i`` and from ``j`` on."""
        a, b = self.a, self.b
        a_start, a_end, b_start, b_end = (
            a.starts[i],
            a.ends[i + count - 1],
            b.starts[j],
            b.ends[j + count - 1],
        )
        if a.text[a_start:a_end] == b.text[b_start:b_end]:
            return
        if count == 1:
            self.printed(a_start, a_end, b_start, b_end)
            return
        # Halving finds the few places that differ without looking at every word.
        half = count // 2
        self.same(i, j, half)
        a_end, a_start, b_end, b_start = (
            a.ends[i + half - 1],
            a.starts[i + half],
            b.ends[j + half - 1],
            b.starts[j + half],
        )
        if a.text[a_end:a_start] != b.text[b_end:b_start]:
            self.marks(a_end, a_start, b_end, b_start)
        self.same(i + half, j + half, count - half)

    def printed(self, a_start: int, a_end: int, b_start: int, b_end: int) -> None:
        """Name the difference between two printings of one word."""
        a, b = self.a.text, self.b.text
        if other_letters(a[a_start:a_end], b[b_start:b_end], self.lexicon):
            self.add(Operation.SUBSTITUTION, OTHER_LETTERS, a_start, a_end, b_start, b_end)
            return
        kind = word_kind(a[a_start:a_end], b[b_start:b_end])
        if kind is DifferenceKind.CASE and self.goes_on_in_capitals(a_start, b_start):
            # Headline capitals are one difference, not one for each word.
            last = self.found.pop()
            a_start, b_start = last.a.start, last.b.start
        bracketed = "[" in b[b_start:b_end] or "[" in a[a_start:a_end]
        self.add(
            Operation.SUBSTITUTION, Named(kind, Severity.COSMETIC, f"{kind.value}_of_word"),
            a_start, a_end, b_start, b_end, marked=bracketed,
        )  # fmt: skip

    def goes_on_in_capitals(self, a_start: int, b_start: int) -> bool:
        """Whether the word before, with the same space behind it in both, differs in its capitals too."""
        if not self.found or self.found[-1].kind is not DifferenceKind.CASE:
            return False
        last = self.found[-1]
        space = self.a.text[last.a.end : a_start]
        return space.isspace() and space == self.b.text[last.b.end : b_start]

    def marks(self, a_start: int, a_end: int, b_start: int, b_end: int) -> None:
        """Name the difference between two texts without words, less what they have in common at the ends."""
        a, b = self.a.text[a_start:a_end], self.b.text[b_start:b_end]
        if self.is_last_full_stop(a_start, a, b_start, b):
            # The last full stop of an abbreviation belongs to it.
            last = self.found.pop()
            self.add(
                last.operation, Named(last.kind, last.severity, last.rule),
                last.a.start, a_start + a.startswith("."), last.b.start, b_start + b.startswith("."),
                marked=last.marked,
            )  # fmt: skip
            return
        kind = gap_kind(a, b)
        minus = self.is_below(self.a, a_start, a_end), self.is_below(self.b, b_start, b_end)
        named = Named(kind, Severity.COSMETIC, kind.value) if minus[0] is minus[1] else MINUS
        left, right = _alike_at_ends(a, b)
        a_start, a_end, b_start, b_end = a_start + left, a_end - right, b_start + left, b_end - right
        self.add(
            _operation(a_start < a_end, b_start < b_end), named,
            a_start, a_end, b_start, b_end,
        )  # fmt: skip

    def is_below(self, side: Side, start: int, end: int) -> bool:
        """Whether marks, or the word before them, say that the number behind them is below nothing."""
        if is_minus(side.text[start:end], side.text[end : end + 1]):
            return True
        last = bisect_left(side.starts, start) - 1
        return last >= side.lo and side.keys[last] in self.lexicon.minus

    def is_last_full_stop(self, a_start: int, a: str, b_start: int, b: str) -> bool:
        """Whether two texts without words differ in the last full stop of an abbreviation before them."""
        if not self.found or not (a.removeprefix(".") == b or a == b.removeprefix(".")):
            return False
        last = self.found[-1]
        return (
            last.kind is DifferenceKind.SPELLING
            and (last.a.end, last.b.end) == (a_start, b_start)
            and without_full_stops(last.a_text) == without_full_stops(last.b_text)
        )

    # Words that are not shared.

    def gap(self, gap: Gap) -> None:
        """Name what lies between two shared runs, or before the first and after the last."""
        if gap.has_no_words:
            if gap.a_text != gap.b_text:
                self.marks(gap.a_start, gap.a_end, gap.b_start, gap.b_end)
            return
        for a_start, a_end, b_start, b_end, change, is_word in cut(gap, self.lexicon):
            if change:
                self.words[len(self.found)] = change.a.printed, change.b.printed
                self.add(
                    _operation(bool(change.a.printed), bool(change.b.printed)), classify(change, self.rules),
                    a_start, a_end, b_start, b_end, marked=change.marked,
                )  # fmt: skip
            elif self.a.text[a_start:a_end] != self.b.text[b_start:b_end]:
                if is_word:
                    self.printed(a_start, a_end, b_start, b_end)
                else:
                    self.marks(a_start, a_end, b_start, b_end)

    def moved_words(self) -> None:
        """Name as moved what is left out in one place and put in, word for word, in another."""
        waiting: dict[tuple[tuple[str, ...], ...], list[int]] = {}
        for place, sides in self.words.items():
            if self.found[place].kind in _SLIPS:
                continue  # "its" for "it's" here, and the other way there
            gone, come = (tuple(sorted(words)) for words in sides)
            elsewhere = waiting.get((come, gone))
            if not elsewhere:
                waiting.setdefault((gone, come), []).append(place)
            elif any((key,) not in self.lexicon.plain for key in (*gone, *come)):
                for moved in (elsewhere.pop(), place):
                    self.found[moved] = attrs.evolve(self.found[moved], **MOVED_WORDS._asdict())

    def left_out(self, lo: int, hi: int, start: int, end: int, place: int) -> None:
        """Name words of ``a`` that stand, in ``a``, where ``b`` jumps away."""
        self.gap(Gap(self.a, self.b, lo, hi, 0, 0, start, end, place, place))

    def put_in(self, place: int, lo: int, hi: int, start: int, end: int) -> None:
        """Name words or marks of ``b`` that stand where ``a`` is jumped to or from."""
        self.gap(Gap(self.a, self.b, 0, 0, lo, hi, place, place, start, end))

    def seam(self, run: Block, following: Block, marked: bool) -> None:
        """Name the jump from one run to another that does not follow it in ``a``."""
        a, b = self.a, self.b
        place = a.starts[following.a_lo]
        start, end = b.ends[run.b_hi - 1], b.starts[following.b_lo]
        if following.b_lo > run.b_hi:
            last = b.ends[following.b_lo - 1]
            self.put_in(place, run.b_hi, following.b_lo, start, last)
            start = last
        jump = JUMPS_OVER_ELLIPSIS if marked else JUMPS_BACK
        self.add(Operation.MOVE, jump, place, place, start, end, marked=marked)

    def last_marks(self, a_end: int, b_end: int) -> None:
        """Name the marks at the end of ``b`` that come from the end of ``a``, where other words stand."""
        a, b = self.a, self.b
        tail = b.text[b_end : b.end]
        if a.text.startswith(tail, a.ends[a.hi - 1], a.end):
            start = a.ends[a.hi - 1]
            self.add(Operation.MOVE, LAST_MARK_STAYS, start, start + len(tail), b_end, b.end)
        else:
            self.marks(a_end, a_end, b_end, b.end)

    def add(
        self, operation: Operation, named: Named, a_start: int, a_end: int, b_start: int, b_end: int, *,
        marked: bool = False,
    ) -> None:  # fmt: skip
        self.found.append(
            Difference(
                operation=operation,
                kind=named.kind,
                severity=named.severity,
                marked=marked,
                a=Span(a_start, a_end),
                b=Span(b_start, b_end),
                a_text=self.a.text[a_start:a_end],
                b_text=self.b.text[b_start:b_end],
                rule=named.rule,
                passage=self.passage,
            )
        )


def _operation(in_a: bool, in_b: bool) -> Operation:
    """What was done, by which side has something."""
    if not in_a:
        return Operation.INSERTION
    return Operation.SUBSTITUTION if in_b else Operation.OMISSION


def _alike_at_ends(a: str, b: str) -> tuple[int, int]:
    """How many characters two texts have in common at their start, and of the rest at their end.

    >>> _alike_at_ends(", ", "; "), _alike_at_ends("..", ".")
    ((0, 1), (1, 0))
    """
    left = right = 0
    shorter = min(len(a), len(b))
    while left < shorter and a[left] == b[left]:
        left += 1
    while right < shorter - left and a[-1 - right] == b[-1 - right]:
        right += 1
    return left, right
