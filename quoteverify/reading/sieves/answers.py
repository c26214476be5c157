"""What a sieve is and what it answers."""

from collections.abc import Callable

import attrs

from quoteverify.models import Span
from quoteverify.reading.syntax.mentions import Mention
from quoteverify.reading.syntax.narration import Narration


@attrs.frozen
class Answer:
    """Who a sieve says has spoken.

    Attributes:
        mention: Where the text names the speaker.
        cue: What reports the speech, where anything does.
        reason: The way in which the text says so: a `Reason`, or the name of a sieve of the caller's own.
        follows: The index of the quoted span whose speaker this one shares, if that is why.
        score: Where candidates were ranked, the share of the likelihood that this one has.
        confidence: How often a sieve of the caller's own is right; of what has its speaker from such an
            answer, the most that its confidence can be.
        told: The answer of another paragraph of the same utterance, if that says who speaks.
    """

    mention: Mention
    cue: Span | None
    reason: str
    follows: int | None = None
    score: float | None = None
    confidence: float | None = None
    told: "Answer | None" = None


Answers = dict[int, Answer]
"""The answers so far, by the index of the quoted span."""

Sieve = Callable[[Narration, int, Answers], Answer | None]
"""Takes the narration, the index of a quoted span and the answers so far; None passes the span on."""
