"""What a house allows between quotation marks: named sets of rules over the same facts.

A policy says of a difference whether it is allowed. It never changes one: what was altered was
altered, whoever finds it acceptable.
"""

import functools
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

import attrs

from quoteverify.errors import check_choice, check_type
from quoteverify.models import TAXONOMY, Difference, DifferenceKind, Family, Severity


@attrs.frozen(kw_only=True)
class Allowance:
    """One thing that a house allows.

    Attributes:
        kinds: Differences of these kinds are allowed,
        up_to: that are at most as grave as this
        marked: and, if true, only where the printed text discloses them.
        source: The rule of the house that says so.
    """

    kinds: frozenset[DifferenceKind]
    up_to: Severity
    marked: bool = False
    source: str

    def covers(self, difference: Difference) -> bool:
        """Whether a difference is one of those."""
        return (
            difference.kind in self.kinds
            and difference.severity.rank <= self.up_to.rank
            and (difference.marked or not self.marked)
        )


@attrs.frozen
class Policy:
    """A named set of what a house allows; what it does not name, it does not allow.

    Attributes:
        name: What to ask for it by.
        about: What it comes to, in a sentence.
        allowances: What it allows.
    """

    name: str
    about: str
    allowances: tuple[Allowance, ...]

    def allows(self, difference: Difference) -> bool:
        """Whether a quotation with this difference may be printed so.

        >>> from quoteverify.collation.differences.alignment import align
        >>> (cleaned,) = align("They was late.", "They were late.").differences
        >>> policy("strict").allows(cleaned), policy("guardian").allows(cleaned)
        (False, True)
        """
        return self.allowance(difference) is not None

    def allowance(self, difference: Difference) -> Allowance | None:
        """The allowance that covers a difference, with its source; None if none does."""
        return next((allowance for allowance in self.allowances if allowance.covers(difference)), None)


@functools.cache
def _policies() -> dict[str, Policy]:
    found = tomllib.loads(files("quoteverify").joinpath("data", "policies.toml").read_text(encoding="utf8"))
    return {
        name: Policy(name, entry["about"], tuple(map(_allowance, entry["allow"])))
        for name, entry in found.items()
    }


def _allowance(row: Mapping[str, Any]) -> Allowance:
    """What a row of a policy allows, which has kinds or families of them."""
    return Allowance(
        kinds=frozenset(map(DifferenceKind, row.get("kinds", ()))).union(
            *(_kinds_of(Family(family)) for family in row.get("families", ()))
        ),
        up_to=Severity(row["up_to"]),
        marked=row.get("marked", False),
        source=row["source"],
    )


def _kinds_of(family: Family) -> Iterator[DifferenceKind]:
    return (kind for kind, entry in TAXONOMY.items() if entry.family is family)


def policies() -> list[str]:
    """The names of the policies there are, sorted.

    >>> policies()
    ['guardian', 'strict']
    """
    return sorted(_policies())


def policy(name: str) -> Policy:
    """The policy of a name.

    Raises:
        ArgumentTypeError: ``name`` is not a string.
        ArgumentValueError: There is no such policy; the message lists those there are.

    >>> policy("strict").about
    'Word for word, as the Associated Press, Reuters and the New York Times require.'
    """
    check_type("policy", name, str)
    check_choice("policy", name, policies())
    return _policies()[name]
