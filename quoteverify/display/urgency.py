"""What comes first where people read: the gravest difference, the worst finding, the earliest date."""

import datetime as dt

from quoteverify.display.phrases import CONTEXT, SPEAKER, TONES, WORDING, Tone, counted
from quoteverify.models import CheckReport, Comparison, Severity, Statement, Verification, Wording, gravest


def instant(value: dt.date | dt.datetime) -> dt.datetime:
    """A date or time as one that can be compared with any other: midnight and UTC where it says neither."""
    if not isinstance(value, dt.datetime):
        value = dt.datetime.combine(value, dt.time())
    return value if value.tzinfo else value.replace(tzinfo=dt.UTC)


def tone(verification: Verification) -> Tone:
    """The gravest of what the three axes found."""
    order = list(Tone)[:3]
    return max(finding_tones(verification), key=lambda t: order.index(t) if t in order else -1)


def finding_tones(verification: Verification) -> tuple[Tone, Tone, Tone]:
    """How words, speaker and context of a claim read.

    A minor change of words wants a look; one that changes the meaning does not stand.
    """
    words = TONES[verification.wording]
    softened = (Wording.ALTERED, Wording.SPLICED)
    if verification.wording in softened and verification.severity != Severity.SUBSTANTIVE:
        words = Tone.LOOK
    return words, TONES[verification.speaker_finding], TONES[verification.context]


def worst_first(report: CheckReport) -> list[int]:
    """The indices of a report's verifications, those that matter most first, else in the draft's order."""
    tones, wordings = list(Tone), list(Wording)

    def gravity(i: int) -> tuple[int, int]:
        verification = report.verifications[i]
        place = tone(verification)
        return -tones.index(place) if place != Tone.NEUTRAL else 1, -wordings.index(verification.wording)

    return sorted(range(len(report.verifications)), key=gravity)


def severity(statement: Statement) -> Severity | None:
    """The gravest severity among a statement's differences; None where its variants are the same.

    What is reported without marks does not claim to be the words.
    """
    quoted = (variant for variant in statement.variants if variant.wording != Wording.PARAPHRASE)
    return gravest(d for variant in quoted for d in variant.differences)


def gravity(statement: Statement) -> tuple[bool, int]:
    """What statements sort by: those whose speaker is disputed first, then those that differ most."""
    worst = severity(statement)
    return not statement.disputed, -worst.rank if worst else 1


def gravest_first(comparison: Comparison) -> list[Statement]:
    """The shared statements, the gravest first."""
    return sorted(comparison.shared, key=gravity)


def findings(verification: Verification) -> list[tuple[str, Tone, str, str, str]]:
    """What is found on each axis: its name, how it reads, the finding, what that means, and the rule."""
    words, speaker, context = finding_tones(verification)
    rows = [
        ("Words", words, *WORDING[verification.wording], verification.wording_rule),
        ("Speaker", speaker, *SPEAKER[verification.speaker_finding], verification.speaker_rule),
        ("Context", context, *CONTEXT[verification.context], verification.context_rule),
    ]
    if verification.policy:
        rule = f"policy_{verification.policy}"
        against = counted(len(verification.disallowed), "change")
        if verification.allowed:
            rows.append(("House", Tone.GOOD, "Allowed", "the house's rules allow the words so", rule))
        elif verification.passages:
            rows.append(("House", Tone.BAD, "Not allowed", f"{against} against the house's rules", rule))
        else:
            rows.append(("House", Tone.BAD, "Not allowed", "nothing was found to hold it against", rule))
    return rows
