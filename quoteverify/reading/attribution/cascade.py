"""From quoted spans to answers, by the sieves in order; and which spans are one utterance."""

import attrs

from quoteverify.models import Basis, Reason
from quoteverify.reading.attribution.dialogue import answered
from quoteverify.reading.sieves import SIEVES
from quoteverify.reading.sieves.answers import Answer, Answers, Sieve
from quoteverify.reading.syntax.mentions import MentionKind
from quoteverify.reading.syntax.narration import Narration


def attribute(narration: Narration, sieves: tuple[Sieve, ...] = SIEVES) -> Answers:
    """The answer for each quoted span that has one, by its index."""
    answers: Answers = {}
    for quote in range(len(narration.marked)):
        if quote not in narration.places:
            continue
        for sieve in sieves:
            answer = sieve(narration, quote, answers)
            if answer is not None:
                guess = answer.reason == Reason.SPEAKER_BEFORE
                answers[quote] = (answered(narration, quote, answers) if guess else None) or answer
                break
    _look_ahead(narration, answers)
    return answers


def _look_ahead(narration: Narration, answers: Answers) -> None:
    """Let a later paragraph of an utterance name its speaker: “A ... // “B,” she said."""
    chain: list[int] = []
    for quote in range(len(narration.marked)):
        if not _continues(narration, quote, answers):
            chain = []
        chain.append(quote)
        here, root = answers.get(quote), answers.get(chain[0])
        if len(chain) > 1 and here is not None and _outweighs(here, root):
            told = here if _opens_alike(narration, chain[0], quote) else None
            answers[chain[0]] = attrs.evolve(here, reason=Reason.REOPENED, score=None, told=told)
            for member in chain[1:-1]:
                answers[member] = attrs.evolve(answers[chain[0]], follows=chain[0])


def _opens_alike(narration: Narration, first: int, second: int) -> bool:
    """Whether two quotations open with one mark; “ within what " has opened is another's."""
    opening = (narration.text[narration.marked[quote].outer.start] for quote in (first, second))
    return len(set(opening)) == 1


def _continues(narration: Narration, quote: int, answers: Answers) -> bool:
    """Whether a paragraph opens the quotation again that the one before left open.

    Where a report names somebody else, a closing mark is missing before: “We sail. // “No,” said Tom Aas.
    """
    if not narration.marked[quote].continues:
        return False
    here, before = answers.get(quote), answers.get(quote - 1)
    return here is None or before is None or not _is_anothers(here, before)


def _is_anothers(here: Answer, before: Answer) -> bool:
    """Whether the report of a quotation names another than that of the one before."""
    if here.reason != Reason.SAID_AFTER or before.cue is None or before.reason == Reason.SAID_LATER:
        return False
    if here.mention.kind != MentionKind.NAME or before.mention.kind != MentionKind.NAME:
        return False
    names = [one.mention.name.split() for one in (here, before)]
    # A bare "Ada" may be short for whom the text calls "Mrs Vale".
    return min(map(len, names)) > 1 and set(names[0]).isdisjoint(names[1])


def _outweighs(here: Answer, root: Answer | None) -> bool:
    """Whether a later paragraph of an utterance says whose it is, and the first one did not."""
    return (
        here.follows is None
        and Reason.basis_of(here.reason) in (Basis.REPORTED, Basis.GIVEN)
        and (root is None or Reason.basis_of(root.reason) == Basis.GUESSED)
    )


def utterances(narration: Narration, answers: Answers) -> list[list[int]]:
    """Which quoted spans are one utterance, by index: interrupted, or opened again in the next paragraph."""
    groups: list[list[int]] = []
    home: dict[int, list[int]] = {}
    for i in range(len(narration.marked)):
        before = _goes_on_with(narration, i, answers)
        if before is not None and before in home:
            home[before].append(i)
            home[i] = home[before]
        else:
            home[i] = [i]
            groups.append(home[i])
    return groups


def _goes_on_with(narration: Narration, quote: int, answers: Answers) -> int | None:
    """The quoted span that this one goes on with, if it does."""
    if quote and _continues(narration, quote, answers):
        return quote - 1
    here, before = answers.get(quote), answers.get(quote - 1)
    if here is None:
        return None
    if here.follows is not None:
        return here.follows
    # “We sail,” Vale said, “at noon.”
    if before is None or before.cue is None or before.cue != here.cue:
        return None
    between = narration.text[
        narration.marked[quote - 1].outer.end : narration.marked[quote].outer.start
    ].rstrip()
    report_stands_between = (
        narration.marked[quote - 1].outer.end <= here.cue.start < narration.marked[quote].outer.start
    )
    return quote - 1 if report_stands_between and between[-1:] in (",", ";", "-", "–", "—") else None
