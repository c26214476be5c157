"""What a house allows between quotation marks: named sets of rules over the same facts.

A policy says of a difference whether it is allowed. It never changes one: what was altered was
altered, whoever finds it acceptable.
"""

import functools
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import attrs

from quoteverify.errors import ArgumentValueError, UnreadableSourceError, check_choice, check_type
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
    return {name: _policy(name, name, entry) for name, entry in found.items()}


def _policy(where: str, name: str, entry: Any) -> Policy:
    """The policy that stands in a table of a file."""
    _check_columns(where, entry, {"about": str, "allow": list}, required=("about", "allow"))
    rows = enumerate(entry["allow"], 1)
    return Policy(name, entry["about"], tuple(_allowance(f"{where}, row {n}", row) for n, row in rows))


_COLUMNS: Mapping[str, type] = {"kinds": list, "families": list, "up_to": str, "marked": bool, "source": str}


def _allowance(where: str, row: Any) -> Allowance:
    """What a row of a policy allows, which has kinds or families of them."""
    _check_columns(where, row, _COLUMNS, required=("up_to", "source"))
    kinds, families = row.get("kinds", []), row.get("families", [])
    if not kinds and not families:
        raise ArgumentValueError(f"{where}: kinds or families must say what is allowed")
    for column, given, valid in (
        ("kinds", kinds, DifferenceKind),
        ("families", families, Family),
        ("up_to", [row["up_to"]], Severity),
    ):
        for value in given:
            check_choice(f"{where}: {column}", value, [known.value for known in valid])
    return Allowance(
        kinds=frozenset(map(DifferenceKind, kinds)).union(
            *(_kinds_of(Family(family)) for family in families)
        ),
        up_to=Severity(row["up_to"]),
        marked=row.get("marked", False),
        source=row["source"],
    )


def _check_columns(where: str, given: Any, columns: Mapping[str, type], required: Iterable[str]) -> None:
    """Raise unless there is a table with these columns and no other."""
    check_type(where, given, dict)
    for column, value in given.items():
        check_choice(f"a column of {where}", column, list(columns))
        check_type(f"{where}: {column}", value, columns[column])
    for column in required:
        if column not in given:
            raise ArgumentValueError(f"{where}: {column} is missing")


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


def as_policy(given: str | Policy | None) -> Policy | None:
    """The policy that is given, or the one of a name; None for none.

    Raises:
        ArgumentTypeError: It is neither.
        ArgumentValueError: There is no policy of that name; the message lists those there are.

    >>> as_policy("strict") == as_policy(policy("strict")), as_policy(None)
    (True, None)
    """
    found = policy(given) if isinstance(given, str) else given
    check_type("policy", found, Policy, type(None))
    return found


def read_policy(path: str | Path) -> Policy:
    r"""The policy that stands in a file of one's own, in TOML as ``data/policies.toml`` is.

    Args:
        path: The file: one table, whose name is the policy's, with ``about``, a sentence, and ``allow``, a
            list of rows. A row has ``kinds`` of differences or ``families`` of them (``print``, ``cleanup``,
            ``sense``, ``selection``; `Family` and `TAXONOMY` tell which is which), ``up_to``, a severity,
            ``source``, the rule of the house, and ``marked = true`` where it holds only of what the print
            discloses.

    Raises:
        ArgumentTypeError: ``path``, or a value in the file, is of the wrong type.
        ArgumentValueError: The file is no such table; the message says where and lists what is valid.
        UnreadableSourceError: It cannot be read.

    >>> import tempfile
    >>> row = '{ kinds = ["filler"], up_to = "cosmetic", source = "Our handbook, page 4." }'
    >>> with tempfile.NamedTemporaryFile("w", suffix=".toml") as file:
    ...     _ = file.write(f'[ours]\nabout = "Fillers may go."\nallow = [{row}]')
    ...     file.flush()
    ...     read_policy(file.name).about
    'Fillers may go.'
    """
    check_type("path", path, str, Path)
    try:
        found = tomllib.loads(Path(path).read_text(encoding="utf8"))
    except OSError as error:
        raise UnreadableSourceError(f"cannot read {str(path)!r}: {error.strerror or error}") from error
    except ValueError as error:
        raise ArgumentValueError(f"{str(path)!r} is not TOML in UTF-8: {error}") from error
    if len(found) != 1:
        raise ArgumentValueError(f"{str(path)!r} must have one table, named as the policy, not {len(found)}")
    ((name, entry),) = found.items()
    return _policy(f"{str(path)!r}, {name}", name, entry)
