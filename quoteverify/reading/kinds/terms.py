"""How likely it is that a marked span is a term, and nobody's words: a small linear score.

“She joined the "unity" lunch” and “she called the lunch "dull"” differ in no one sign, but in many weak ones.
Each of them is a feature that holds or not (`term_features`), each has a weight, and the weights
(``data/<lang>/term_weights.toml``) are learned from articles in which people marked what is speech and what
is not.
"""

from quoteverify.reading.kinds.term_features import features
from quoteverify.reading.sieves.answers import Answer
from quoteverify.reading.sieves.weights import weights
from quoteverify.reading.syntax.narration import Narration


def log_odds(narration: Narration, quote: int, answer: Answer | None) -> float:
    """The logarithm of the odds that a marked span is a term; below 0 it is more likely speech.

    Args:
        narration: The text with its marked spans.
        quote: The index of the span.
        answer: Who spoke it, if a sieve says so.
    """
    return weights(narration.profile, "term_weights").sum(features(narration, quote, answer))
