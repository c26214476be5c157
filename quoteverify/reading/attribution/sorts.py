"""Of what sort a mention is: some sorts are speakers far oftener than others.

A full name or a role speaks; a noun for a thing, a lone capital or "who" next to a verb of saying may as
well be part of what was said. How often each is right is measured (``data/<lang>/confidence.toml``).
"""

from enum import StrEnum

from quoteverify.reading.people.names.census import Census
from quoteverify.reading.people.names.person import Person
from quoteverify.reading.people.pronouns import pronouns, words_of
from quoteverify.reading.syntax.mentions import Mention, MentionKind


class Sort(StrEnum):
    """The sorts of mentions that are measured apart."""

    NAME = "name"
    """Ruth Vale, the Port of Aas; Vale, where the text has Ruth Vale."""
    LONE_NAME = "lone name"
    """Vale, where nothing fuller stands; what may be no name at all."""
    PRONOUN = "pronoun"
    """He, she."""
    OTHER_PRONOUN = "other pronoun"
    """It, they, who, I."""
    ROLE = "role"
    """The pilot, the ministry."""
    THING = "thing"
    """The letter, softer words."""


def sort_of(mention: Mention, person: Person | None, census: Census) -> Sort:
    """Of what sort a mention is.

    Args:
        mention: The mention.
        person: Whom it names, if anybody is found.
        census: Everybody whom the text names.
    """
    if mention.kind == MentionKind.PRONOUN:
        known = pronouns(census.index.profile).signs
        return Sort.PRONOUN if mention.head in known else Sort.OTHER_PRONOUN
    if mention.kind == MentionKind.NOMINAL:
        return Sort.ROLE if _can_speak(mention.head, census) else Sort.THING
    if person is None or person.known is not None:
        return Sort.NAME
    if any(word in census.index.grammar.bodies for word in person.parsed.words):
        return Sort.NAME
    is_full = len(person.parsed.words) > 1
    return Sort.NAME if is_full and census.kinds.may_be_person(person) else Sort.LONE_NAME


def _can_speak(noun: str, census: Census) -> bool:
    """Whether a noun is for people or for a body."""
    grammar = census.index.grammar
    agents = tuple(words_of("references", census.index.profile, kind="agents"))
    return noun in grammar.people or noun in grammar.bodies or noun.endswith(agents)
