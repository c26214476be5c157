"""How often an answer of this kind is right: measured on articles in which people marked the speakers.

The shares are data (``data/<lang>/confidence.toml``), made anew by
``python tests/bench/measure_confidence.py PATH READ``.
"""

import functools
from collections.abc import Sequence

from quoteverify.models import Basis, Reason
from quoteverify.reading.attribution.sorts import Sort
from quoteverify.reading.people.resolution import Resolved
from quoteverify.reading.sieves.answers import Answer
from quoteverify.text.language import LanguageProfile

WHO = "who: "
"""Before the name of a rule of resolution: how often it gives the right person."""
RARE = "rare"
"""What is too seldom for a share of its own is measured together."""


@functools.lru_cache(maxsize=8)
def _bands(profile: LanguageProfile) -> dict[str, tuple[tuple[float, float], ...]]:
    """For each kind of answer, its bands from the highest down: where it begins, and the share right."""
    found: dict[str, list[tuple[float, float]]] = {}
    for row in profile.rows("confidence"):
        for reason in row.words:
            found.setdefault(reason, []).append((float(row.values["least"]), float(row.values["right"])))
    return {reason: tuple(sorted(bands, reverse=True)) for reason, bands in found.items()}


def kinds_of_answer(answer: Answer, quotation: str, sort: Sort) -> tuple[str, ...]:
    """What is measured together, the narrowest first: the reason and of what sort the mention is; the reason.

    Where the ranker has not weighed it, also whether a sentence is quoted or part of one. Of an utterance in
    several paragraphs each is as sure as the one that says who speaks.
    """
    answer = answer.told or answer
    reason = answer.reason
    if answer.score is None:
        whole = quotation[:1].isupper() and quotation[-1:] in _ENDS
        reason = f"{reason} {'whole' if whole else 'part'}"
    return f"{reason}, {sort}", reason


_ENDS = frozenset(".,!?…-–—")


def confidence(
    answer: Answer, resolved: Resolved, sort: Sort, quotation: str, profile: LanguageProfile
) -> float:
    """The share of such answers that name the right person, 0 to 1; a caller's sieve states its own.

    Args:
        answer: What a sieve or the ranker answered.
        resolved: Who that is.
        sort: Of what sort the mention is.
        quotation: What stands between the marks.
        profile: The language.
    """
    if answer.confidence is not None and Reason.basis_of(answer.reason) == Basis.GIVEN:
        return answer.confidence
    measured = of_mention(answer, sort, quotation, profile) * of_person(resolved, profile)
    return measured if answer.confidence is None else min(measured, answer.confidence)


def of_mention(answer: Answer, sort: Sort, quotation: str, profile: LanguageProfile) -> float:
    """The share of such answers that have the right mention, 0 to 1."""
    score = (answer.told or answer).score or 0.0
    return share(kinds_of_answer(answer, quotation.strip(), sort), profile, score)


def of_person(resolved: Resolved, profile: LanguageProfile) -> float:
    """The share of right mentions resolved by this rule, and as surely, that are the right person, 0 to 1."""
    return share((f"{WHO}{resolved.rule.measured_as}", f"{WHO}{RARE}"), profile, resolved.share)


def share(kinds: Sequence[str], profile: LanguageProfile, score: float = 0.0) -> float:
    """The share of the answers of a kind that are right, at a score of the ranker where it has one.

    Args:
        kinds: The kind, and wider ones; the first that is measured counts.
        profile: The language.
        score: The score.
    """
    bands = _bands(profile)
    measured = next((bands[kind] for kind in (*kinds, RARE) if kind in bands), ())
    return next((right for least, right in measured if score >= least), 0.0)


REPORT = "report: "
"""Before the name of a reason: how often a report by it has the right mention."""


def kinds_of_report(reason: Reason | str, sort: Sort) -> tuple[str, ...]:
    """What is measured together, the narrowest first, as `kinds_of_answer` has it for quotes."""
    return f"{reason}, {sort}", str(reason)


def of_report(reason: Reason, sort: Sort, resolved: Resolved, profile: LanguageProfile) -> float:
    """The share of such reports that name the right person, 0 to 1.

    Args:
        reason: How the report was found.
        sort: Of what sort the mention is.
        resolved: Who that is.
        profile: The language.
    """
    kinds = (*kinds_of_report(reason, sort), RARE)
    return share([f"{REPORT}{kind}" for kind in kinds], profile) * of_person(resolved, profile)
