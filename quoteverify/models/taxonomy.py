"""The kinds of difference: what each is called, of what family it is, how much it mostly matters, an example.

Labels, the table of the documentation, the descriptions of the JSON Schema and what policies allow are taken
from here. A new kind is a member of `DifferenceKind`, a row of `TAXONOMY`, and the rule that gives it.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

import attrs

from quoteverify.models.enumerations import Severity


class DifferenceKind(StrEnum):
    """What a difference is; where several fit, the gravest."""

    GLYPH = "glyph"
    SPACING = "spacing"
    CASE = "case"
    PUNCTUATION = "punctuation"
    SPELLING = "spelling"
    NUMBER_FORMAT = "number_format"
    FILLER = "filler"
    CONTRACTION = "contraction"
    TYPO = "typo"
    FUNCTION_WORD = "function_word"
    INFLECTION = "inflection"
    WORDING = "wording"
    NEGATION = "negation"
    MODALITY = "modality"
    HEDGE = "hedge"
    CONDITION = "condition"
    NUMBER = "number"
    NAME = "name"
    PERSON = "person"
    TRUNCATION = "truncation"
    ELLIPSIS = "ellipsis"
    BRACKET = "bracket"
    REORDER = "reorder"
    SPLICE = "splice"
    REPORTED = "reported"
    """What reporting speech regularly changes: person, tense, "that"."""


class Family(StrEnum):
    """What the kinds of difference are about."""

    PRINT = "print"
    """How words are printed, which cannot be heard."""
    CLEANUP = "cleanup"
    """What goes when spoken words are cleaned up."""
    SENSE = "sense"
    """What is said."""
    SELECTION = "selection"
    """How much of it is printed, and in which order."""


@attrs.frozen
class KindEntry:
    """What is to be known of a kind of difference.

    Attributes:
        label: What it is called where people read.
        family: What it is about.
        severity: How much such a difference mostly matters.
        example: Two wordings that differ in it.
    """

    label: str
    family: Family
    severity: Severity
    example: tuple[str, str]


def _entry(label: str, family: Family, severity: Severity, a: str, b: str) -> KindEntry:
    return KindEntry(label, family, severity, (a, b))


TAXONOMY: Mapping[DifferenceKind, KindEntry] = MappingProxyType(
    {
        DifferenceKind.GLYPH: _entry(
            "shape of a character", Family.PRINT, Severity.COSMETIC,
            "It’s late.", "It's late.",
        ),
        DifferenceKind.SPACING: _entry(
            "spacing", Family.PRINT, Severity.COSMETIC,
            "It is late.", "It  is late.",
        ),
        DifferenceKind.CASE: _entry(
            "capitals", Family.PRINT, Severity.COSMETIC,
            "We met the mayor.", "We met the Mayor.",
        ),
        DifferenceKind.PUNCTUATION: _entry(
            "punctuation", Family.PRINT, Severity.COSMETIC,
            "Yes, stop it.", "Yes stop it.",
        ),
        DifferenceKind.SPELLING: _entry(
            "spelling", Family.PRINT, Severity.COSMETIC,
            "The labour was hard.", "The labor was hard.",
        ),
        DifferenceKind.NUMBER_FORMAT: _entry(
            "way of writing a number", Family.PRINT, Severity.COSMETIC,
            "It sank on 20 October.", "It sank on October 20.",
        ),
        DifferenceKind.FILLER: _entry(
            "filler", Family.CLEANUP, Severity.COSMETIC,
            "It, um, works.", "It works.",
        ),
        DifferenceKind.CONTRACTION: _entry(
            "contraction", Family.CLEANUP, Severity.MINOR,
            "They do not sail.", "They don't sail.",
        ),
        DifferenceKind.TYPO: _entry(
            "slip of spelling", Family.CLEANUP, Severity.MINOR,
            "The bridge is closed.", "The brigde is closed.",
        ),
        DifferenceKind.FUNCTION_WORD: _entry(
            "small word of grammar", Family.CLEANUP, Severity.MINOR,
            "They left the room.", "They left a room.",
        ),
        DifferenceKind.INFLECTION: _entry(
            "form of a word", Family.CLEANUP, Severity.MINOR,
            "The attempt failed.", "The attempts failed.",
        ),
        DifferenceKind.WORDING: _entry(
            "other words", Family.SENSE, Severity.SUBSTANTIVE,
            "They sold the house.", "They bought the house.",
        ),
        DifferenceKind.NEGATION: _entry(
            "negation", Family.SENSE, Severity.SUBSTANTIVE,
            "The bridge is not safe.", "The bridge is safe.",
        ),
        DifferenceKind.MODALITY: _entry(
            "modal verb", Family.SENSE, Severity.SUBSTANTIVE,
            "The bridge may close.", "The bridge will close.",
        ),
        DifferenceKind.HEDGE: _entry(
            "hedge", Family.SENSE, Severity.SUBSTANTIVE,
            "We saw about 5 boats.", "We saw 5 boats.",
        ),
        DifferenceKind.CONDITION: _entry(
            "condition", Family.SENSE, Severity.SUBSTANTIVE,
            "We sail, if asked, at noon.", "We sail at noon.",
        ),
        DifferenceKind.NUMBER: _entry(
            "number, amount or date", Family.SENSE, Severity.SUBSTANTIVE,
            "We lost 5% of it.", "We lost 6% of it.",
        ),
        DifferenceKind.NAME: _entry(
            "name", Family.SENSE, Severity.SUBSTANTIVE,
            "We met Ruth Vale there.", "We met Ruth Aas there.",
        ),
        DifferenceKind.PERSON: _entry(
            "who is meant", Family.SENSE, Severity.SUBSTANTIVE,
            "They will sail.", "We will sail.",
        ),
        DifferenceKind.TRUNCATION: _entry(
            "cut short", Family.SELECTION, Severity.MINOR,
            "We will pay the bill on Monday.", "We will pay the bill.",
        ),
        DifferenceKind.ELLIPSIS: _entry(
            "cut shown by dots", Family.SELECTION, Severity.MINOR,
            "We will pay the whole bill in May.", "We will pay ... in May.",
        ),
        DifferenceKind.BRACKET: _entry(
            "words in brackets", Family.SELECTION, Severity.MINOR,
            "They closed the bridge.", "They closed the [railway] bridge.",
        ),
        DifferenceKind.REORDER: _entry(
            "order of the words", Family.SELECTION, Severity.SUBSTANTIVE,
            "The old pier and the new.", "The new pier and the old.",
        ),
        DifferenceKind.SPLICE: _entry(
            "passages joined", Family.SELECTION, Severity.MINOR,
            "We sail at noon.", "We sail at noon ... they stay at home.",
        ),
        DifferenceKind.REPORTED: _entry(
            "change that reporting makes", Family.CLEANUP, Severity.COSMETIC,
            "We will sail at noon.", "They would sail at noon.",
        ),
    }
)  # fmt: skip
"""What is to be known of every kind, in their order."""
