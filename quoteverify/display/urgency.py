"""What comes first where people read: the gravest difference, the worst finding."""

import attrs

from quoteverify.display.finding_names import CITATION, CONTEXT, SPEAKER, WORDING, AxisName, Called, Tone
from quoteverify.display.phrases import counted, left_off
from quoteverify.models import (
    CheckReport,
    ContextFinding,
    Severity,
    Verification,
    Wording,
)


@attrs.frozen
class Axis:
    """What was found on one axis, in words.

    Attributes:
        name: What the axis is of.
        tone: How the finding reads.
        finding: The finding in a word or two.
        meaning: What that means.
        rule: The name of the rule that decided.
    """

    name: AxisName
    tone: Tone
    finding: str
    meaning: str
    rule: str


def _axis(name: AxisName, called: Called, rule: str) -> Axis:
    return Axis(name, called.tone, called.name, called.meaning, rule)


def axes(verification: Verification) -> list[Axis]:
    """What was found on each axis, and by a house's rules where there are any."""
    house = [_house(verification)] if verification.policy else []
    return [*found_on(verification), *house]


def wanting(verification: Verification) -> list[Axis]:
    """The axes on which something was found that wants a look, or does not stand."""
    return [axis for axis in axes(verification) if axis.tone in (Tone.LOOK, Tone.BAD)]


def found_on(verification: Verification) -> list[Axis]:
    """What was found on each axis: words, speaker and context, and the source where one is cited."""
    speaker = SPEAKER[verification.speaker_finding]
    found = [
        _words(verification),
        _axis(AxisName.SPEAKER, speaker, verification.speaker_rule),
        _context(verification),
    ]
    if verification.citation is not None:
        cited = CITATION[verification.citation_finding]
        found.append(_axis(AxisName.SOURCE, cited, verification.citation_rule))
    return found


def _words(verification: Verification) -> Axis:
    """How the words stand to the sources', with what no sign in print excuses."""
    finding, meaning, tone = WORDING[verification.wording]
    if verification.severity is Severity.SUBSTANTIVE and tone is Tone.GOOD:
        meaning += ", and the sense is changed"
    return Axis(AxisName.WORDS, words_tone(verification), finding, meaning, verification.wording_rule)


def _context(verification: Verification) -> Axis:
    """How the words stand to what surrounds them, with what was left off."""
    finding, meaning, tone = CONTEXT[verification.context]
    if verification.context in (ContextFinding.TRUNCATED, ContextFinding.OUT_OF_CONTEXT):
        meaning = ": ".join([meaning, *(f"“{part}”" for part in left_off(verification))])
    return Axis(AxisName.CONTEXT, tone, finding, meaning, verification.context_rule)


def _house(verification: Verification) -> Axis:
    """Whether the policy that was asked allows the words."""
    rule, tone = f"policy_{verification.policy}", Tone.BAD
    finding, meaning = "Not allowed", "nothing was found to hold it against"
    if verification.allowed:
        tone, finding, meaning = Tone.GOOD, "Allowed", "the house's rules allow the words so"
    elif verification.passages:
        meaning = f"{counted(len(verification.disallowed), 'change')} against the house's rules"
    return Axis(AxisName.HOUSE, tone, finding, meaning, rule)


def words_tone(verification: Verification) -> Tone:
    """How the words of a claim read.

    A minor change of words wants a look, as does one of the meaning that shows in print; one that does not
    show is no quotation any more.
    """
    tone, substantive = WORDING[verification.wording].tone, verification.severity is Severity.SUBSTANTIVE
    changed = verification.wording in (Wording.ALTERED, Wording.SPLICED)
    if (changed and not substantive) or (tone is Tone.GOOD and substantive):
        return Tone.LOOK
    return tone


_FROM_BEST = (Tone.NEUTRAL, Tone.GOOD, Tone.LOOK, Tone.BAD)


def overall_tone(verification: Verification) -> Tone:
    """The gravest of what was found on each axis; what only a house's rules forbid wants a look."""
    least = Tone.LOOK if verification.stops else Tone.NEUTRAL
    return max((least, *(axis.tone for axis in found_on(verification))), key=_FROM_BEST.index)


@attrs.frozen
class QuoteStanding:
    """How one quote of a draft stands.

    Attributes:
        number: Which of the verified quotes it is, from 1.
        id: The id of the quote or report; "" where none is told.
        verification: What was found.
        accepted: Whether somebody has looked at it and let it stand.
    """

    number: int
    id: str
    verification: Verification
    accepted: bool

    @property
    def tone(self) -> Tone:
        """How the quote reads, whoever has accepted it."""
        return overall_tone(self.verification)

    @property
    def is_to_see(self) -> bool:
        """Whether it is shown with all that was found: it wants a look, and had none."""
        return not self.accepted and self.tone is not Tone.GOOD

    @property
    def found(self) -> str:
        """What was found, in a few words: of the words, and of what was accepted, all of it."""
        words = WORDING[self.verification.wording].name.lower()
        if not self.accepted:
            return words
        accepted = [axis.finding.lower() for axis in wanting(self.verification)] or [words]
        return f"accepted: {', '.join(accepted)}"


def standings(report: CheckReport) -> list[QuoteStanding]:
    """How the quotes of a draft stand, in its order.

    >>> from quoteverify import check
    >>> report = check("Ada Aas said: “Whales sing.”", "“We sail,” said Ada Aas.")
    >>> [each.found for each in (*standings(report), *standings(attrs.evolve(report, accepted=["q1"])))]
    ['not found', 'accepted: not found']
    """
    return [
        QuoteStanding(number, id, found, id in report.accepted)
        for number, (id, found) in enumerate(report.pairs(), 1)
    ]


def worst_first(report: CheckReport) -> list[int]:
    """The indices of a report's verifications, those that matter most first, else in the draft's order."""
    verifications = report.verifications
    return sorted(range(len(verifications)), key=lambda n: _claim_order(verifications[n]))


def _claim_order(verification: Verification) -> tuple[int, int]:
    """What verified claims sort by: first how they read, then how far their words are from the sources'."""
    tone, wording = overall_tone(verification), verification.wording
    return -_FROM_BEST.index(tone), -list(Wording).index(wording)
