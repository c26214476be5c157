"""The enumerations of the records: each value is a lower-case string."""

from enum import StrEnum


class QuoteKind(StrEnum):
    """What a quote is: mostly what a pair of quotation marks holds."""

    SPEECH = "speech"
    HEADLINE = "headline"
    PULL_QUOTE = "pull_quote"
    DESCRIPTIVE = "descriptive"
    """Words of somebody about something: called her "a rose"."""
    TURN = "turn"
    """Somebody's turn in a transcript, without marks."""
    BLOCK = "block"
    """A quotation set apart as a block, without marks."""
    TERM = "term"
    """A title, a name, a scare quote: nobody's words."""


class ReportKind(StrEnum):
    """What a report says that somebody did with words."""

    SAID = "said"
    ASKED = "asked"
    """Asked whether, demanded that."""
    PROMISED = "promised"
    DENIED = "denied"
    WROTE = "wrote"


class SpeakerKind(StrEnum):
    """What sort of speaker a mention names, as far as the text shows it."""

    PERSON = "person"
    BODY = "body"
    """An institution, an outlet, a document."""
    ROLE = "role"
    """Somebody without a name: "a senior official"."""
    GROUP = "group"
    UNKNOWN = "unknown"


class Operation(StrEnum):
    """What was done to the words of ``a`` to get those of ``b``."""

    INSERTION = "insertion"
    OMISSION = "omission"
    SUBSTITUTION = "substitution"
    MOVE = "move"


class Severity(StrEnum):
    """How much a difference matters, from least to most."""

    COSMETIC = "cosmetic"
    """Read aloud, the same words."""
    MINOR = "minor"
    """The words differ, the sense stands."""
    SUBSTANTIVE = "substantive"
    """A material change in meaning: the test of Masson v. New Yorker Magazine, 501 U.S. 496 (1991)."""

    @property
    def rank(self) -> int:
        """0 for cosmetic, 1 for minor, 2 for substantive.

        >>> max(Severity, key=lambda severity: severity.rank).value
        'substantive'
        """
        return list(Severity).index(self)


class Wording(StrEnum):
    """How the words of a claim stand to those of a source."""

    VERBATIM = "verbatim"
    PARTIAL = "partial"
    EDITED = "edited"
    ALTERED = "altered"
    SPLICED = "spliced"
    PARAPHRASE = "paraphrase"
    OTHER_LANGUAGE = "other_language"
    NOT_FOUND = "not_found"


class SpeakerFinding(StrEnum):
    """How the claimed speaker stands to the one the sources give."""

    SAME = "same"
    MISATTRIBUTED = "misattributed"
    DISPUTED = "disputed"
    UNATTRIBUTED = "unattributed"
    UNCERTAIN = "uncertain"
    NOT_CHECKED = "not_checked"


class CitationFinding(StrEnum):
    """How the source that a draft cites for a quotation stands to the one in which its words were found."""

    AS_CITED = "as_cited"
    ELSEWHERE = "elsewhere"
    """Found, but not where it is cited from."""
    NOT_GIVEN = "not_given"
    """What is cited is none of the sources that were searched."""
    NOT_CHECKED = "not_checked"


class ContextFinding(StrEnum):
    """How the words of a claim stand to what surrounds them in the source."""

    KEPT = "kept"
    TRUNCATED = "truncated"
    OUT_OF_CONTEXT = "out_of_context"
    NOT_CHECKED = "not_checked"
