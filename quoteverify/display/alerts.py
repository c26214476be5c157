"""What of a draft a person should look at, in a sentence each, and what was found of one claim in prose."""

from collections.abc import Iterator
from enum import StrEnum

import attrs

from quoteverify.display.differences_in_words import difference_in_words, severity_and_kind, shown
from quoteverify.display.finding_names import CITATION, CONTEXT, SPEAKER, WORDING, Called
from quoteverify.display.phrases import counted, searched_in_words, source_name
from quoteverify.display.urgency import axes, wanting
from quoteverify.models import CheckReport, Quote, Report, Severity, Span, Verification
from quoteverify.models.verifications import STOPPING

NOTHING_CHECKED = "nothing_checked"
_LONGEST = 160
"""In code points: of what a draft or a source prints, more need not be shown again."""


@attrs.frozen(kw_only=True)
class Alert:
    """One thing to look at.

    Attributes:
        rule: The finding by which it stops, such as "altered"; or ``NOTHING_CHECKED``.
        meaning: What that means, of whichever quotation.
        title: The finding in a few words.
        message: What was found, in a sentence or two.
        span: Where in the draft; None where it is of all of it.
        quote_id: Which quote or report; "" where it is of none.
        accepted: Whether somebody has looked at it and let it stand.
    """

    rule: str
    meaning: str
    title: str
    message: str
    span: Span | None = None
    quote_id: str = ""
    accepted: bool = False


def alerts(report: CheckReport, *, accepted: bool = False) -> Iterator[Alert]:
    """What stops in a draft, in its order; what does not stop is no alert.

    Args:
        report: What was found in the draft.
        accepted: Whether what somebody has let stand is told too: it says so of itself.
    """
    said = report.said
    for id, verification in report.pairs() if accepted else report.to_look_at:
        if verification.stops:
            yield _alert(report, verification, said.get(id), id)
    if report.stops and not report.verifications:
        number = counted(sum(left.is_quoted for left in report.unchecked), "quotation")
        yield Alert(
            rule=NOTHING_CHECKED,
            meaning="Nothing checked",
            title="Nothing was checked",
            message=f"None of the draft’s quotations was checked ({number} left out).",
        )


def _alert(report: CheckReport, verification: Verification, said: Quote | Report | None, id: str) -> Alert:
    finding, called = _stopping(verification)
    return Alert(
        rule=finding.value,
        meaning=f"{called.name}: {called.meaning}",
        title="; ".join(axis.finding for axis in wanting(verification)) or "Look at this quote",
        message=in_short(verification),
        span=Span(said.spans[0].start, said.spans[-1].end) if said is not None and said.spans else None,
        quote_id=id,
        accepted=id in report.accepted,
    )


def in_short(verification: Verification) -> str:
    """What was found of a claim, in a line: what wants a look, else the words' finding, and the passages."""
    found = wanting(verification) or axes(verification)[:1]
    whose = f" (said to be {verification.speaker.name}’s)" if verification.speaker else ""
    said = [f"{_short(verification.claim)}{whose}:"]
    said += [f"{axis.finding}: {axis.meaning}." for axis in found]
    said += [
        f"The claim {difference_in_words(difference, verification.claim)}."
        for difference in verification.differences
        if difference.severity is Severity.SUBSTANTIVE
    ]
    said += [f"{source_name(passage)}: {_short(passage.text)}." for passage in verification.passages]
    if not verification.passages and verification.nearest is not None:
        nearest = verification.nearest
        said.append(f"Nearest, in {source_name(nearest)}: {_short(nearest.text)}.")
    return " ".join(said)


def in_full(verification: Verification) -> str:
    """What was found of a claim, a line each: on every axis, each change that is heard, what was searched.

    >>> from quoteverify import verify
    >>> print(in_full(verify("We will sell", "“We will not sell,” said Ruth Vale.")))
    Words: Altered: words were changed or left out without a sign.
    Speaker: Speaker not checked: there was no speaker to compare.
    Context: Context kept: nothing around the words was seen to change their sense.
    The claim leaves out “not” (substantive: negation).
    Searched: 1 source, 35 characters.
    """
    said = [f"{axis.name}: {axis.finding}: {axis.meaning}." for axis in axes(verification)]
    said += [
        f"The claim {difference_in_words(difference, verification.claim)} ({severity_and_kind(difference)})."
        for difference in verification.differences
        if difference.severity != Severity.COSMETIC
    ]
    return "\n".join([*said, f"Searched: {searched_in_words(verification)}."])


def _short(text: str) -> str:
    line = " ".join(text.split())
    return shown(line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…")


def _stopping(verification: Verification) -> tuple[StrEnum, Called]:
    """The finding that stops, the words' before the speaker's, the context's and the source's."""
    of_words = (verification.wording, WORDING[verification.wording])
    changed = verification.disallowed or verification.severity is Severity.SUBSTANTIVE
    if changed or not verification.passages:
        return of_words
    others: tuple[tuple[StrEnum, Called], ...] = (
        (verification.speaker_finding, SPEAKER[verification.speaker_finding]),
        (verification.context, CONTEXT[verification.context]),
        (verification.citation_finding, CITATION[verification.citation_finding]),
    )
    return next((found for found in others if found[0] in STOPPING), of_words)
