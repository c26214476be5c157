"""How often an answer of this kind is right: measured on articles in which people marked the speakers.

The shares are data (``data/<lang>/confidence.toml``), made anew by
``python tests/bench/measure_confidence.py PATH``.
"""

import functools

from quoteverify.text.language import LanguageProfile

UNMEASURED = 0.5
"""For a reason that too few of the articles show."""


@functools.lru_cache(maxsize=8)
def _bands(profile: LanguageProfile) -> dict[str, tuple[tuple[float, float], ...]]:
    """For each reason, from the highest band of the ranker's score down: where it begins, and the share right."""
    found: dict[str, list[tuple[float, float]]] = {}
    for row in profile.rows("confidence"):
        for reason in row.words:
            found.setdefault(reason, []).append((float(row.values["least"]), float(row.values["right"])))
    return {reason: tuple(sorted(bands, reverse=True)) for reason, bands in found.items()}


def confidence(reason: str, score: float | None, profile: LanguageProfile) -> float:
    """The share of such answers that are right, 0 to 1.

    Args:
        reason: The sieve that answered, or the shape in which the ranker did.
        score: The ranker's share of the likelihood, where it answered.
        profile: The language.
    """
    for least, right in _bands(profile).get(reason, ()):
        if (score or 0.0) >= least:
            return right
    return UNMEASURED
