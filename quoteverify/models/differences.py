"""Two wordings laid side by side, and what differs."""

from collections.abc import Iterable

import attrs

from quoteverify.models.brief import brief
from quoteverify.models.enumerations import Operation, Severity, Wording
from quoteverify.models.spans import Span
from quoteverify.models.taxonomy import DifferenceKind


@attrs.frozen(kw_only=True)
class Difference:
    """One difference between two wordings, ``a`` and ``b``.

    Attributes:
        operation: What was done to ``a`` to get ``b``.
        kind: What the difference is.
        severity: How much it matters.
        marked: Whether the printed text discloses it, by an ellipsis or brackets.
        a: Where it stands in the first wording (in ``verify``: in the source); empty, at its place, where
            nothing stands.
        b: Where it stands in the second wording (in ``verify``: in the claim).
        a_text: What stands at ``a``.
        b_text: What stands at ``b``.
        rule: The name of the rule that decided.
        passage: In ``verify``, which of the passages ``a`` is in, from 0; None elsewhere.
    """

    operation: Operation
    kind: DifferenceKind
    severity: Severity
    marked: bool = False
    a: Span
    b: Span
    a_text: str
    b_text: str
    rule: str
    passage: int | None = None


def gravest(differences: Iterable[Difference]) -> Severity | None:
    """The gravest severity among some differences; None where there are none."""
    return max((d.severity for d in differences), key=lambda s: s.rank, default=None)


@attrs.frozen
class Segment:
    """A run of the first wording and the run of the second that it became."""

    a: Span
    b: Span


@attrs.frozen(kw_only=True)
class Alignment:
    """Two wordings laid side by side.

    Attributes:
        a: The first wording.
        b: The second wording.
        segments: In the order of ``b``: which run of ``a`` each run of ``b`` comes from. They can
            jump back (a reordering) and leave gaps (an omission).
        differences: In the order of ``b``.
        wording: What the differences come to.
        similarity: The share of the words that stand in both, 0 to 1. For ranking, never a verdict.
    """

    a: str
    b: str
    segments: tuple[Segment, ...]
    differences: tuple[Difference, ...]
    wording: Wording
    similarity: float

    @property
    def severity(self) -> Severity | None:
        """The gravest severity among the differences; None where there are none."""
        return gravest(self.differences)

    def __repr__(self) -> str:
        worst = f", {self.severity.value}" if self.severity else ""
        return f"<Alignment {self.wording.value}{worst}: {brief(self.a)!r} and {brief(self.b)!r}>"

    def _repr_html_(self) -> str:
        from quoteverify.display import html

        return html.alignment(self)
