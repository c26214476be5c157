"""What each utterance holds: its spans, less those that are terms within it."""

import math
import re
from collections.abc import Iterator, Sequence

import attrs

from quoteverify.models import Basis, QuoteKind, Reason, Span
from quoteverify.reading.attribution.cascade import utterances
from quoteverify.reading.attribution.repeats import said_below
from quoteverify.reading.kinds.headings import is_heading
from quoteverify.reading.kinds.kinds import kind_of
from quoteverify.reading.kinds.terms import log_odds
from quoteverify.reading.marks.blocks import is_block
from quoteverify.reading.sieves.answers import Answer, Answers
from quoteverify.reading.syntax.narration import Narration


@attrs.frozen
class Group:
    """Quoted spans that are one quote.

    Attributes:
        spans: Their indices, in order.
        kind: What they hold.
        rule: The name of the rule that says so.
    """

    spans: tuple[int, ...]
    kind: QuoteKind
    rule: str


def grouped(narration: Narration, answers: Answers, places: Sequence[Span]) -> Iterator[Group]:
    """The spans of each utterance; a term is no part of the speech around it and stands for itself.

    Args:
        narration: The text with its marked spans.
        answers: Who spoke them.
        places: The paragraphs of the text.
    """
    terms: set[int] = set()
    for utterance in utterances(narration, answers):
        spoken: list[Group] = []
        for quote in utterance:
            group = _alone(narration, quote, answers, places, goes_on=bool(spoken))
            if quote - 1 in terms and _is_gloss(narration, quote):
                group = Group((quote,), QuoteKind.TERM, "gloss")
            if group.kind == QuoteKind.TERM:
                terms.add(quote)
            if group.kind in (QuoteKind.TERM, QuoteKind.BLOCK):
                yield group
            else:
                spoken.append(group)
        if len(spoken) == 1:
            yield spoken[0]
        elif spoken:
            yield attrs.evolve(spoken[0], spans=tuple(i for group in spoken for i in group.spans))


def _alone(
    narration: Narration, quote: int, answers: Answers, places: Sequence[Span], *, goes_on: bool
) -> Group:
    """One span by itself; ``goes_on``: whether it goes on with speech."""
    marked, answer = narration.marked[quote], answers.get(quote)
    if is_block(marked):
        return Group((quote,), QuoteKind.BLOCK, "set_apart")
    paragraph = places[marked.paragraph]

    def odds() -> float:
        surely_speech = goes_on or _is_given(answer)
        return -math.inf if surely_speech else _odds(narration, quote, answers, paragraph)

    kind, rule = kind_of(
        narration.text, marked, paragraph, narration.profile, cued=_is_cued(answer), odds=odds
    )
    return Group((quote,), kind, rule)


def _is_gloss(narration: Narration, quote: int) -> bool:
    """Whether brackets right behind a quotation say in another what it means: “Kvern” (“The Mill”)."""
    text, outer = narration.text, narration.marked[quote].outer
    between = text[narration.marked[quote - 1].outer.end : outer.start]
    said = narration.marked[quote].span.of(text).endswith(",")  # (“We sail,” she said)
    return between.strip() == "(" and not said and _CLOSES.match(text, outer.end) is not None


_CLOSES = re.compile(r"(?:\s\w+){0,3}\)")
"""What ends brackets behind what something means: (“The Mill” in her tongue)."""


def _odds(narration: Narration, quote: int, answers: Answers, paragraph: Span) -> float:
    """The logarithm of the odds that a span is a term, which words that the text reports again are not."""
    if quote not in narration.places:
        return -math.inf
    odds = log_odds(narration, quote, answers.get(quote))
    heading = odds > 0 and is_heading(narration.text, paragraph, narration.marked[quote])
    return -math.inf if heading and said_below(narration, quote, answers) else odds


def _is_cued(answer: Answer | None) -> bool:
    """Whether a report governs a quotation, or it goes on with one that a report governs."""
    # A report after a clause may be of the clause alone.
    if answer is None or answer.reason == Reason.SAID_LATER:
        return False
    by_itself = answer.reason in (Reason.SIGNED, Reason.TAKING_TURNS) or _is_given(answer)
    return by_itself or answer.cue is not None or answer.follows is not None


def _is_given(answer: Answer | None) -> bool:
    """Whether a sieve of the caller's own says whose a quotation is."""
    return answer is not None and Reason.basis_of(answer.reason) == Basis.GIVEN
