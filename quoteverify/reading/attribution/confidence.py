"""How often an answer of this kind is right: measured on articles in which people marked the speakers.

The shares are data (``data/<lang>/confidence.toml``), made anew by
``python tests/bench/measure_confidence.py PATH``.
"""

import functools

from quoteverify.models import Basis, Reason
from quoteverify.reading.people.resolution import Resolved
from quoteverify.reading.sieves.answers import Answer
from quoteverify.reading.syntax.mentions import MentionKind
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


def kind_of_answer(answer: Answer, quotation: str) -> str:
    """What is measured together: the reason; whether a name or pronoun, or only a noun, says who spoke.

    Where the ranker has not weighed it, also whether a sentence is quoted or part of one.
    """
    said_by = " by a noun" if answer.mention.kind == MentionKind.NOMINAL else ""
    if answer.score is not None:
        return f"{answer.reason}{said_by}"
    size = "whole" if quotation[:1].isupper() and quotation[-1:] in _ENDS else "part"
    return f"{answer.reason} {size}{said_by}"


_ENDS = frozenset(".,!?…-–—")


def confidence(answer: Answer, resolved: Resolved, quotation: str, profile: LanguageProfile) -> float:
    """The share of such answers that name the right person, 0 to 1; a caller's sieve states its own.

    Args:
        answer: What a sieve or the ranker answered.
        resolved: Who that is.
        quotation: What stands between the marks.
        profile: The language.
    """
    if answer.confidence is not None and Reason.basis_of(answer.reason) == Basis.GIVEN:
        return answer.confidence
    measured = of_mention(answer, quotation, profile) * of_person(resolved, profile)
    return measured if answer.confidence is None else min(measured, answer.confidence)


def of_mention(answer: Answer, quotation: str, profile: LanguageProfile) -> float:
    """The share of such answers that have the right mention, 0 to 1."""
    return share(kind_of_answer(answer, quotation.strip()), profile, answer.score or 0.0)


def of_person(resolved: Resolved, profile: LanguageProfile) -> float:
    """The share of right mentions resolved by this rule, and as surely, that are the right person, 0 to 1."""
    return share(f"{WHO}{resolved.rule}", profile, resolved.share)


def share(kind: str, profile: LanguageProfile, score: float = 0.0) -> float:
    """The share of the answers of a kind that are right, at a score of the ranker where it has one."""
    bands = _bands(profile)
    for least, right in bands.get(kind) or bands.get(RARE, ()):
        if score >= least:
            return right
    return 0.0
