"""Who answers: a line without a word about its speaker, after a question that says whom it asks."""

import attrs

from quoteverify.models import Reason
from quoteverify.reading.people.addressees import addressee
from quoteverify.reading.sieves.answers import Answer, Answers
from quoteverify.reading.syntax.narration import Narration


def answered(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """“Do we sail?” Vale asked Aas. // “No.” - whoever was asked, or None where nobody is known to have been.

    Args:
        narration: The text.
        quote: The index of the quoted span that answers.
        answers: The answers so far.
    """
    asked = answers.get(quote - 1)
    if asked is None or not _asks(narration, quote - 1):
        return None
    if narration.places[quote].paragraph != narration.places[quote - 1].paragraph + 1:
        return None
    mention = addressee(narration, asked.cue, asked.mention)
    if mention is None:
        return None
    return attrs.evolve(
        asked, mention=mention, cue=None, reason=Reason.TAKING_TURNS, follows=None, score=None
    )


def _asks(narration: Narration, quote: int) -> bool:
    """Whether a quotation is a question."""
    return narration.marked[quote].span.of(narration.text).rstrip().endswith("?")
