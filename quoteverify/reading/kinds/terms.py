"""How likely it is that a marked span is a term, and nobody's words: a small linear score.

“She joined the "unity" lunch” and “she called the lunch "dull"” differ in no one sign, but in many weak ones.
Each of them is a feature that holds or not (`term_features`), each has a weight, and the weights
(``data/<lang>/term_weights.toml``) are learned from articles in which people marked what is speech and what
is not.
"""

import functools
import math

from quoteverify.reading.kinds.term_features import features
from quoteverify.reading.sieves.answers import Answer
from quoteverify.reading.syntax.narration import Narration
from quoteverify.text.language import LanguageProfile


def log_odds(narration: Narration, quote: int, answer: Answer | None) -> float:
    """The logarithm of the odds that a marked span is a term; below 0 it is more likely speech.

    Args:
        narration: The text with its marked spans.
        quote: The index of the span.
        answer: Who spoke it, if a sieve says so.
    """
    table = weights(narration.profile)
    # Exactly summed: the order of a set differs from one process to another.
    return math.fsum(table.get(feature, 0.0) for feature in features(narration, quote, answer))


@functools.lru_cache(maxsize=8)
def weights(profile: LanguageProfile) -> dict[str, float]:
    """The weight of each feature."""
    return {word: float(row.values["weight"]) for row in profile.rows("term_weights") for word in row.words}
