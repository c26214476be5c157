"""Of whom a text is: whom "she" means in an obituary or a portrait, whoever else is named on the way."""

from collections.abc import Collection, Iterable

from quoteverify.reading.people.names.genders import ALONE
from quoteverify.reading.people.names.person import Person

FEWEST = 24
"""In pronouns of a gender outside quotations: a text with fewer is of what happened rather than of somebody
(in the articles of ``tests/bench``, few with more of one gender are not of one person)."""
BESIDE = 2
"""How many pronouns there are for each time that another is named who may be meant (a guard, as above)."""
OPENING = 1000
"""In code points: where the text must have named of whom it is."""


def protagonist(people: Iterable[Person], sign: int, said: int, quoted: Collection[int]) -> Person | None:
    """Of whom a text is that says "she", or "he", again and again and names few others; None of most texts.

    Args:
        people: Who may be meant by a pronoun of the gender.
        sign: The gender: 1 for "she", -1 for "he".
        said: How often the text says so, outside quotations.
        quoted: Where names stand in quotations.
    """
    if said < FEWEST:
        return None
    often = {person: sum(start not in quoted for start in person.starts) for person in people}
    most = max(often, key=lambda person: often[person], default=None)
    if most is None or most.gender * sign < ALONE or most.starts[0] > OPENING:
        return None
    others = sum(often.values()) - often[most]
    return most if said >= BESIDE * others else None
