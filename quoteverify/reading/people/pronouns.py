"""What the pronouns of a language can stand for."""

import functools

import attrs

from quoteverify.text.language import LanguageProfile


@attrs.frozen(eq=False)
class Pronouns:
    """The pronouns of a language by what they stand for.

    Attributes:
        signs: Those for one person, with the gender: 1 for "she", -1 for "he".
        neuter: Those for one thing or body.
        plural: Those for several, or for one whose gender is not said.
        author: Those for one who writes or speaks.
    """

    signs: dict[str, int]
    neuter: frozenset[str]
    plural: frozenset[str]
    author: frozenset[str]


@functools.lru_cache(maxsize=8)
def pronouns(profile: LanguageProfile) -> Pronouns:
    """The pronouns of a language, made once."""

    def of(**values: str) -> frozenset[str]:
        return profile.words("pronouns", **values)

    return Pronouns(
        signs=dict.fromkeys(of(gender="f"), 1) | dict.fromkeys(of(gender="m"), -1),
        neuter=of(gender="n"),
        plural=of(gender="", number="many"),
        author=of(gender="author", number="one"),
    )


@functools.lru_cache(maxsize=128)
def words_of(table: str, profile: LanguageProfile, **values: str | bool) -> frozenset[str]:
    """The words of a table, or of those of its rows that have the given values, found once."""
    return profile.words(table, **values)
