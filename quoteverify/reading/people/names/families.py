"""Who of a family is meant: of kin of somebody whose surname one other has, that one."""

from quoteverify.reading.people.names.bearers import Bearers
from quoteverify.reading.people.names.person import Person


def relative(bearers: Bearers, owner: Person, sign: float, least: float, before: int) -> Person | None:
    """The one other with a surname who may be of a gender: Tom Vale's mother, where Ada Vale is named.

    Args:
        bearers: Who bears which name.
        owner: Whose kin.
        sign: The gender that the relation shows: 1 for "she", -1 for "he".
        least: How surely that one must be shown to be of it.
        before: Where the relation is told, in code points; its bearer has been named before.
    """
    family = bearers.bearing(owner.parsed.core[-1])
    others = [one for one in family if one is not owner and len(one.parsed.core) > 1 and one.starts]
    fitting = [one for one in others if one.gender * sign >= least]
    return fitting[0] if len(fitting) == 1 and fitting[0].starts[0] < before else None
