"""From runs of shared words to named differences, at the offsets of the two texts.

Between two shared runs lies a gap of words, or of marks and spaces only. A gap is cut where an
ellipsis or brackets stand, what is left is paired word by word, and each change gets the name
that the first fitting rule gives it. Differences never overlap, and together with the runs they
account for every character of both texts.
"""

import functools
from collections.abc import Sequence
from itertools import pairwise

import attrs

from quoteverify.collation.differences.blocks import Block
from quoteverify.collation.differences.changes import Gap, Side
from quoteverify.collation.differences.fitting import numbered, slid, unbracketed
from quoteverify.collation.differences.gaps import cut
from quoteverify.collation.differences.rules import RULES, Rule, named
from quoteverify.collation.differences.typography import ellipses, gap_kind, without_points, word_kind
from quoteverify.collation.language.lexicon import lexicon
from quoteverify.models import Difference, DifferenceKind, Operation, Segment, Severity, Span
from quoteverify.text.language import LanguageProfile, profile
from quoteverify.text.words import Words


def differences(
    a: Words,
    b: Words,
    runs: Sequence[Block],
    *,
    a_span: Span | None = None,
    b_span: Span | None = None,
    cut_at_ends: bool = True,
    passage: int | None = None,
    language: LanguageProfile | None = None,
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
        language: The language of both; English if None.
        rules: What names a change, in order.

    Returns:
        Segments, broken where ``b`` jumps to another place of ``a``, and the differences, both in
        the order of ``b``. All offsets are of the whole texts.

    >>> from quoteverify.collation.differences.blocks import blocks
    >>> from quoteverify.text.words import words
    >>> a, b = words("We may close it."), words("We will close it.")
    >>> [d.kind.value for d in differences(a, b, blocks(a.keys, b.keys))[1]]
    ['modality']
    """
    walk = _Walk(Side.of(a, a_span), Side.of(b, b_span), passage, language or _english(), rules)
    walk.a.is_whole = walk.b.is_whole = cut_at_ends
    walk.through(runs)
    if len(walk.words) > 1:
        walk.moved_words()
    return tuple(walk.segments), tuple(walk.found)


@functools.cache
def _english() -> LanguageProfile:
    return profile("en")


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
            runs = unbracketed(runs, a, b, self.lexicon)
        in_order = len(runs) < 2 or all(p.a_hi <= q.a_lo for p, q in pairwise(runs))
        if runs and in_order:
            runs = numbered(runs, a, b, self.lexicon)
        if not runs:
            self.between(None, None)
            whole = Span(a.start, a.end), Span(b.start, b.end)
            if [(d.a, d.b) for d in self.found] != [whole]:
                self.segments.append(Segment(*whole))
        elif in_order:
            runs = slid(runs, a, b)
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
        kind = word_kind(a[a_start:a_end], b[b_start:b_end])
        last = self.found[-1] if self.found else None
        if (
            kind is DifferenceKind.CASE
            and last
            and last.kind is kind
            and a[last.a.end : a_start] == b[last.b.end : b_start]
            and a[last.a.end : a_start].isspace()
        ):
            # Headline capitals are one difference, not one for each word.
            self.found.pop()
            a_start, b_start = last.a.start, last.b.start
        self.add(
            Operation.SUBSTITUTION,
            kind,
            Severity.COSMETIC,
            a_start,
            a_end,
            b_start,
            b_end,
            f"{kind.value}_of_word",
            "[" in b[b_start:b_end] or "[" in a[a_start:a_end],
        )

    def marks(self, a_start: int, a_end: int, b_start: int, b_end: int) -> None:
        """Name the difference between two texts without words, less what they have in common at the ends."""
        a, b = self.a.text, self.b.text
        last = self.found[-1] if self.found else None
        if (
            last
            and last.kind is DifferenceKind.SPELLING
            and (last.a.end, last.b.end) == (a_start, b_start)
            and without_points(last.a_text) == without_points(last.b_text)
            and (
                a[a_start:a_end].removeprefix(".") == b[b_start:b_end]
                or a[a_start:a_end] == b[b_start:b_end].removeprefix(".")
            )
        ):
            # The last point of an abbreviation belongs to it.
            self.found.pop()
            point_a, point_b = a.startswith(".", a_start, a_end), b.startswith(".", b_start, b_end)
            self.add(
                last.operation,
                last.kind,
                last.severity,
                last.a.start,
                a_start + point_a,
                last.b.start,
                b_start + point_b,
                last.rule,
                last.marked,
            )
            return
        kind = gap_kind(a[a_start:a_end], b[b_start:b_end])
        while a_start < a_end and b_start < b_end and a[a_start] == b[b_start]:
            a_start, b_start = a_start + 1, b_start + 1
        while a_start < a_end and b_start < b_end and a[a_end - 1] == b[b_end - 1]:
            a_end, b_end = a_end - 1, b_end - 1
        operation = (
            Operation.INSERTION
            if a_start == a_end
            else Operation.OMISSION
            if b_start == b_end
            else Operation.SUBSTITUTION
        )
        self.add(operation, kind, Severity.COSMETIC, a_start, a_end, b_start, b_end, kind.value)

    # Words that are not shared.

    def gap(self, gap: Gap) -> None:
        """Name what lies between two shared runs, or before the first and after the last."""
        if gap.has_no_words:
            if gap.a_text != gap.b_text:
                self.marks(gap.a_start, gap.a_end, gap.b_start, gap.b_end)
            return
        for piece in cut(gap, self.lexicon):
            if piece.change is None:
                if self.a.text[piece.a_start : piece.a_end] != self.b.text[piece.b_start : piece.b_end]:
                    if piece.is_word:
                        self.printed(piece.a_start, piece.a_end, piece.b_start, piece.b_end)
                    else:
                        self.marks(piece.a_start, piece.a_end, piece.b_start, piece.b_end)
                continue
            kind, severity, rule = named(piece.change, self.rules)
            operation = (
                Operation.INSERTION
                if not piece.change.a.printed
                else Operation.OMISSION
                if not piece.change.b.printed
                else Operation.SUBSTITUTION
            )
            self.words[len(self.found)] = piece.change.a.printed, piece.change.b.printed
            self.add(
                operation,
                kind,
                severity,
                piece.a_start,
                piece.a_end,
                piece.b_start,
                piece.b_end,
                rule,
                piece.change.marked,
            )

    def moved_words(self) -> None:
        """Name as moved what is left out in one place and put in, word for word, in another."""
        waiting: dict[tuple[tuple[str, ...], ...], list[int]] = {}
        for place, sides in self.words.items():
            gone, come = (tuple(sorted(words)) for words in sides)
            elsewhere = waiting.get((come, gone))
            if not elsewhere:
                waiting.setdefault((gone, come), []).append(place)
            elif any((key,) not in self.lexicon.plain for key in (*gone, *come)):
                for moved in (elsewhere.pop(), place):
                    self.found[moved] = attrs.evolve(
                        self.found[moved],
                        kind=DifferenceKind.REORDER,
                        severity=Severity.SUBSTANTIVE,
                        rule="moved_words",
                    )

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
        severity = Severity.MINOR if marked else Severity.SUBSTANTIVE
        self.add(
            Operation.MOVE, DifferenceKind.REORDER, severity, place, place, start, end, "jumps_back", marked
        )

    def last_marks(self, a_end: int, b_end: int) -> None:
        """Name the marks at the end of ``b`` that come from the end of ``a``, where other words stand."""
        a, b = self.a, self.b
        tail = b.text[b_end : b.end]
        if a.text.startswith(tail, a.ends[a.hi - 1], a.end):
            start = a.ends[a.hi - 1]
            self.add(
                Operation.MOVE,
                DifferenceKind.REORDER,
                Severity.COSMETIC,
                start,
                start + len(tail),
                b_end,
                b.end,
                "last_mark_stays",
            )
        else:
            self.marks(a_end, a_end, b_end, b.end)

    def add(
        self,
        operation: Operation,
        kind: DifferenceKind,
        severity: Severity,
        a_start: int,
        a_end: int,
        b_start: int,
        b_end: int,
        rule: str,
        marked: bool = False,
    ) -> None:
        self.found.append(
            Difference(
                operation=operation,
                kind=kind,
                severity=severity,
                marked=marked,
                a=Span(a_start, a_end),
                b=Span(b_start, b_end),
                a_text=self.a.text[a_start:a_end],
                b_text=self.b.text[b_start:b_end],
                rule=rule,
                passage=self.passage,
            )
        )
