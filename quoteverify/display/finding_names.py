"""What findings, severities and kinds are called where people read them, and how each reads."""

from enum import StrEnum

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


WORDING = {
    Wording.VERBATIM: ("Word for word", "the words stand there in one run"),
    Wording.PARTIAL: ("A part, word for word", "one wording is a run of the other"),
    Wording.EDITED: ("Edited, and says so", "changed only where an ellipsis or brackets show it"),
    Wording.ALTERED: ("Altered", "words were changed or left out without a sign"),
    Wording.SPLICED: ("Spliced", "separate passages run together, or parts put in another order"),
    Wording.PARAPHRASE: ("Paraphrase", "the source has it as reported speech or in other words"),
    Wording.OTHER_LANGUAGE: (
        "In another language",
        "claim and sources are in two languages, and one is not looked for in the other",
    ),
    Wording.NOT_FOUND: ("Not found", "the words do not stand in what was searched"),
}
SPEAKER = {
    SpeakerFinding.SAME: ("Same speaker", "the source names the same speaker"),
    SpeakerFinding.MISATTRIBUTED: ("Another speaker", "the source gives the words to somebody else"),
    SpeakerFinding.DISPUTED: ("Speaker disputed", "the sources name different speakers"),
    SpeakerFinding.UNATTRIBUTED: ("No speaker in the source", "the source does not say who spoke"),
    SpeakerFinding.UNCERTAIN: ("Speaker unclear", "who spoke in the source cannot be decided"),
    SpeakerFinding.NOT_CHECKED: ("Speaker not checked", "there was no speaker to compare"),
}
CONTEXT = {
    ContextFinding.KEPT: ("Context kept", "nothing around the words was seen to change their sense"),
    ContextFinding.TRUNCATED: ("Qualifier cut", "what qualifies the words in the source was left off"),
    ContextFinding.OUT_OF_CONTEXT: ("Out of context?", "read what surrounds the words in the source"),
    ContextFinding.NOT_CHECKED: ("Context not checked", "there was no place to look around"),
}
CITATION = {
    CitationFinding.AS_CITED: ("As cited", "the words stand in the source that is cited"),
    CitationFinding.ELSEWHERE: ("Not where cited", "the words stand in another source than the one cited"),
    CitationFinding.NOT_GIVEN: ("Cited source not given", "what is cited is none of the sources searched"),
    CitationFinding.NOT_CHECKED: (
        "Citation not checked",
        "the draft cites nothing, or it was not found",
    ),
}
TONES: dict[StrEnum, Tone] = {
    Wording.VERBATIM: Tone.GOOD,
    Wording.PARTIAL: Tone.GOOD,
    Wording.EDITED: Tone.GOOD,
    Wording.ALTERED: Tone.BAD,
    Wording.SPLICED: Tone.BAD,
    Wording.PARAPHRASE: Tone.BAD,
    Wording.OTHER_LANGUAGE: Tone.BAD,
    Wording.NOT_FOUND: Tone.BAD,
    SpeakerFinding.SAME: Tone.GOOD,
    SpeakerFinding.MISATTRIBUTED: Tone.BAD,
    SpeakerFinding.DISPUTED: Tone.LOOK,
    SpeakerFinding.UNATTRIBUTED: Tone.LOOK,
    SpeakerFinding.UNCERTAIN: Tone.LOOK,
    SpeakerFinding.NOT_CHECKED: Tone.NEUTRAL,  # one word, and so one key, on every axis
    ContextFinding.KEPT: Tone.GOOD,
    ContextFinding.TRUNCATED: Tone.BAD,
    ContextFinding.OUT_OF_CONTEXT: Tone.LOOK,
    CitationFinding.AS_CITED: Tone.GOOD,
    CitationFinding.ELSEWHERE: Tone.BAD,
    CitationFinding.NOT_GIVEN: Tone.NEUTRAL,
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


def meaning(finding: str) -> str:
    """What a finding means, by its value, whichever axis it is of.

    >>> meaning("misattributed"), meaning("nothing_checked")
    ('Another speaker: the source gives the words to somebody else', 'Nothing checked')
    """
    words = {
        found.value: f"{name}: {means}"
        for axis in (WORDING, SPEAKER, CONTEXT, CITATION)
        for found, (name, means) in axis.items()
    }
    return words.get(finding, rule_in_words(finding).capitalize())
