"""What findings, severities and kinds are called where people read them, and how each reads."""

from enum import StrEnum
from typing import NamedTuple

from quoteverify.models import (
    TAXONOMY,
    CitationFinding,
    ContextFinding,
    QuoteKind,
    Severity,
    SpeakerFinding,
    Wording,
)


class Tone(StrEnum):
    """How a finding reads: whether the claim stands, wants a look, or does not stand."""

    GOOD = "good"
    LOOK = "look"
    BAD = "bad"
    NEUTRAL = "neutral"

    @property
    def sign(self) -> str:
        """One character that says it without colour."""
        return {"good": "✓", "look": "!", "bad": "✗", "neutral": "–"}[self]


class Called(NamedTuple):
    """What a finding is called.

    Attributes:
        name: The finding in a word or two.
        meaning: What that means.
        tone: How it reads.
    """

    name: str
    meaning: str
    tone: Tone


class AxisName(StrEnum):
    """What the axes are called, on which something is found; each has a table of its own."""

    WORDS = "Words"
    SPEAKER = "Speaker"
    CONTEXT = "Context"
    SOURCE = "Source"
    HOUSE = "House"


WORDING = {
    Wording.VERBATIM: Called("Word for word", "the words stand there in one run", Tone.GOOD),
    Wording.PARTIAL: Called("A part, word for word", "one wording is a run of the other", Tone.GOOD),
    Wording.EDITED: Called(
        "Edited, and says so", "changed only where an ellipsis or brackets show it", Tone.GOOD
    ),
    Wording.ALTERED: Called("Altered", "words were changed or left out without a sign", Tone.BAD),
    Wording.SPLICED: Called(
        "Spliced", "separate passages run together, or parts put in another order", Tone.BAD
    ),
    Wording.PARAPHRASE: Called(
        "Paraphrase", "the source has it as reported speech or in other words", Tone.BAD
    ),
    Wording.OTHER_LANGUAGE: Called(
        "In another language",
        "claim and sources are in two languages, and one is not looked for in the other",
        Tone.BAD,
    ),
    Wording.NOT_FOUND: Called("Not found", "the words do not stand in what was searched", Tone.BAD),
}
SPEAKER = {
    SpeakerFinding.SAME: Called("Same speaker", "the source names the same speaker", Tone.GOOD),
    SpeakerFinding.MISATTRIBUTED: Called(
        "Another speaker", "the source gives the words to somebody else", Tone.BAD
    ),
    SpeakerFinding.DISPUTED: Called("Speaker disputed", "the sources name different speakers", Tone.LOOK),
    SpeakerFinding.UNATTRIBUTED: Called(
        "No speaker in the source", "the source does not say who spoke", Tone.LOOK
    ),
    SpeakerFinding.UNCERTAIN: Called(
        "Speaker unclear", "who spoke in the source cannot be decided", Tone.LOOK
    ),
    SpeakerFinding.NOT_CHECKED: Called(
        "Speaker not checked", "there was no speaker to compare", Tone.NEUTRAL
    ),
}
CONTEXT = {
    ContextFinding.KEPT: Called(
        "Context kept", "nothing around the words was seen to change their sense", Tone.GOOD
    ),
    ContextFinding.TRUNCATED: Called(
        "Qualifier cut", "what qualifies the words in the source was left off", Tone.BAD
    ),
    ContextFinding.OUT_OF_CONTEXT: Called(
        "Out of context?", "read what surrounds the words in the source", Tone.LOOK
    ),
    ContextFinding.NOT_CHECKED: Called(
        "Context not checked", "there was no place to look around", Tone.NEUTRAL
    ),
}
CITATION = {
    CitationFinding.AS_CITED: Called("As cited", "the words stand in the source that is cited", Tone.GOOD),
    CitationFinding.ELSEWHERE: Called(
        "Not where cited", "the words stand in another source than the one cited", Tone.BAD
    ),
    CitationFinding.NOT_GIVEN: Called(
        "Cited source not given", "what is cited is none of the sources searched", Tone.NEUTRAL
    ),
    CitationFinding.NOT_CHECKED: Called(
        "Citation not checked", "the draft cites nothing, or it was not found", Tone.NEUTRAL
    ),
}
VERDICT = {
    Tone.GOOD: ("stands as quoted", "stand as quoted"),
    Tone.LOOK: ("wants a look", "want a look"),
    Tone.BAD: ("does not stand as quoted", "do not stand as quoted"),
    Tone.NEUTRAL: ("was not checked", "were not checked"),
}
SEVERITY = {
    Severity.SUBSTANTIVE: "changes the meaning",
    Severity.MINOR: "the words differ, the sense stands",
    Severity.COSMETIC: "read aloud, the same",
}
KIND = {kind: entry.label for kind, entry in TAXONOMY.items()}
QUOTE_KIND = {
    QuoteKind.SPEECH: "speech",
    QuoteKind.HEADLINE: "headline",
    QuoteKind.PULL_QUOTE: "pull quote",
    QuoteKind.DESCRIPTIVE: "words about something",
    QuoteKind.TURN: "turn in a transcript",
    QuoteKind.BLOCK: "block quotation",
    QuoteKind.TERM: "a term: nobody's words",
}


def rule_in_words(rule: str) -> str:
    """The name of a rule as a person reads it.

    >>> rule_in_words("cue_after_quote")
    'cue after quote'
    """
    return rule.replace("_", " ").strip()


def verdict(tone: Tone, number: int) -> str:
    """How many quotes read how.

    >>> verdict(Tone.GOOD, 1), verdict(Tone.LOOK, 3)
    ('1 stands as quoted', '3 want a look')
    """
    return f"{number:,} {VERDICT[tone][number != 1]}"
