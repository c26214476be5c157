"""Why a quote is somebody's: the rules of attribution by name, and what each rests on."""

from enum import StrEnum
from typing import Self

from quoteverify.errors import ArgumentTypeError


class Basis(StrEnum):
    """What an attribution rests on."""

    REPORTED = "reported"
    """Words beside the quotation say whose it is."""
    GUESSED = "guessed"
    """No words say whose it is: it goes to somebody who spoke or acted near it."""
    REPEATED = "repeated"
    """It is part of another quotation, or repeats one, and has its speaker."""
    GIVEN = "given"
    """Somebody else says so: an annotation, a column of a table, a rule of the caller's own."""
    NONE = "none"
    """There is no attribution."""


class Reason(StrEnum):
    """The rules that attribute quotes, each with what it rests on.

    An attribution's reason is one of these or a name of the caller's own; whatever it is, `Reason.basis_of`
    says what it rests on.

    >>> [Reason.basis_of(reason).value for reason in ("said_after", "speaker_before", "my_rule")]
    ['reported', 'guessed', 'given']
    """

    basis: Basis

    def __new__(cls, name: str, basis: Basis) -> Self:
        """A string that knows what it rests on."""
        member = str.__new__(cls, name)
        member._value_ = name
        member.basis = basis
        return member

    SAID_AFTER = "said_after", Basis.REPORTED
    """“We sail,” said Ruth Vale."""
    VERB_AFTER = "verb_after", Basis.REPORTED
    """“We sail!” beamed Ruth Vale."""
    CAME_FROM = "came_from", Basis.REPORTED
    """“We sail!” came the reply from Ruth Vale."""
    SAID_BEFORE = "said_before", Basis.REPORTED
    """Ruth Vale said: “We sail.”"""
    SAID_AROUND = "said_around", Basis.REPORTED
    """Ruth Vale called the “old” port “a ruin.”"""
    SAID_LATER = "said_later", Basis.REPORTED
    """The “ruin” must go, said Ruth Vale."""
    REPORTED_CLAUSE = "reported_clause", Basis.REPORTED
    """Ruth Vale said that the port was “a ruin.”"""
    ACCORDING_TO = "according_to", Basis.REPORTED
    """The port was shut, according to Ruth Vale."""
    OWNED_CUE = "owned_cue", Basis.REPORTED
    """Ruth Vale's warning of “a ruin” was heard."""
    LABEL = "label", Basis.REPORTED
    """Ruth Vale: “We sail.”"""
    LABEL_AFTER = "label_after", Basis.REPORTED
    """‘We sail’: Ruth Vale"""
    TITLED = "titled", Basis.REPORTED
    """Vale: port is “floating ruin”"""
    SIGNED = "signed", Basis.REPORTED
    """“We sail.” - Ruth Vale"""
    IN_ROW = "in_row", Basis.REPORTED
    """| Ruth Vale | “We sail.” |"""
    INTRODUCED = "introduced", Basis.REPORTED
    """Ruth Vale was blunt: // “We sail.”"""
    TURN = "turn", Basis.REPORTED
    """RUTH VALE: We sail."""
    SAID_IN_SENTENCE_AFTER = "said_in_sentence_after", Basis.REPORTED
    """“We sail.” So said Ruth Vale on Monday."""
    SAID_WITHIN = "said_within", Basis.REPORTED
    """“Vale told us, ‘We sail.’”: by words of the quotation around it."""
    CLAUSE_SUBJECT = "clause_subject", Basis.GUESSED
    """Ruth Vale wanted no part of “a ruin.”"""
    PARSED_SUBJECT = "parsed_subject", Basis.GUESSED
    """The subject that a pipeline finds above the quotation."""
    SPOKE_BEFORE = "spoke_before", Basis.GUESSED
    """“We sail,” said Ruth Vale. The port was “a ruin.”"""
    ACTED_BEFORE = "acted_before", Basis.GUESSED
    """Ruth Vale came in. The port was “a ruin.”"""
    SAID_IN_SENTENCE_BEFORE = "said_in_sentence_before", Basis.GUESSED
    """Ruth Vale said no. “We sail.”"""
    SUBJECT_OF_SENTENCE_BEFORE = "subject_of_sentence_before", Basis.GUESSED
    """Ruth Vale shook her head. “We sail.”"""
    SAID_IN_PARAGRAPH_BEFORE = "said_in_paragraph_before", Basis.GUESSED
    """Ruth Vale said no. // “We sail.”"""
    NARRATED_BEFORE = "narrated_before", Basis.GUESSED
    """Ruth Vale came in. // “We sail.”"""
    TAKING_TURNS = "taking_turns", Basis.GUESSED
    """“Do we sail?” asked Vale. // “No,” said Aas. // “Why not?”"""
    SPEAKER_BEFORE = "speaker_before", Basis.GUESSED
    """“We sail,” said Ruth Vale. // “At noon.”"""
    CONTINUED = "continued", Basis.REPEATED
    """“We sail,” said Ruth Vale. “At noon.”"""
    REOPENED = "reopened", Basis.REPEATED
    """“We sail at noon. // “At noon,” said Ruth Vale."""
    REPEATS = "repeats", Basis.REPEATED
    """A headline or a pull quote, with words that the body quotes too."""
    ANNOTATED = "annotated", Basis.GIVEN
    """Read from an annotation."""
    GIVEN = "given", Basis.GIVEN
    """Read from a table."""
    CORRECTED = "corrected", Basis.GIVEN
    """Corrected by a person."""
    NONE = "none", Basis.NONE
    """Nobody is named."""

    @staticmethod
    def basis_of(reason: str) -> Basis:
        """What a reason rests on; a name that is none of these is a caller's own."""
        known = _BY_NAME.get(reason)
        return known.basis if known is not None else Basis.GIVEN


_BY_NAME = {member.value: member for member in Reason}


def as_reason(name: str) -> str:
    """The member of `Reason` that has a name, or the name itself where it is a caller's own.

    Raises:
        ArgumentTypeError: ``name`` is not a string.

    >>> as_reason("label") is Reason.LABEL, as_reason("named_in_the_feed")
    (True, 'named_in_the_feed')
    """
    if not isinstance(name, str):
        raise ArgumentTypeError(f"reason must be str, not {type(name).__name__}")
    return _BY_NAME.get(name, name)
