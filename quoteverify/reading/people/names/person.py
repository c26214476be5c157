"""Somebody or something that a text names."""

import attrs

from quoteverify.models import Speaker
from quoteverify.text.names import Name


@attrs.define(eq=False)
class Person:
    """Somebody or something with a name.

    Attributes:
        name: The fullest form.
        parsed: It taken apart.
        forms: Every form, with where it first stands.
        starts: Where any form stands, in order.
        subjects: Those of them that seem to be subjects, outside quotations.
        gender: Above 0 for "she", below 0 for "he"; how far, by how much the text shows it.
        titled: The same by titles and relations alone, which pronouns nearby cannot outweigh.
        spoke: Where this person last spoke, -1 if not yet.
        known: The caller's own record, if the caller knows this person.
        also: The other names that the caller's record has.
        is_body: Whether the text calls it a body.
    """

    name: str
    parsed: Name
    forms: dict[str, int] = attrs.field(factory=dict)
    starts: list[int] = attrs.field(factory=list)
    subjects: list[int] = attrs.field(factory=list)
    gender: float = 0.0
    titled: float = 0.0
    spoke: int = -1
    known: Speaker | None = None
    also: tuple[Name, ...] = ()
    is_body: bool = False
