"""Why a quote is what it is and whose it is: what was weighed, and what spoke for and against each."""

from math import fsum

import attrs

from quoteverify.models.quotes import Document, Quote
from quoteverify.models.spans import Span, as_tuple


@attrs.frozen
class Feature:
    """Something that holds of what is weighed, and what it counts: above 0 for, below 0 against."""

    name: str
    weight: float


@attrs.frozen(kw_only=True)
class Candidate:
    """One of several that were weighed.

    Attributes:
        text: What it is: the mention as printed, or a person's name.
        span: Where the text has it, for a person where it speaks of them nearest.
        cue: The word that would report the speech; None where there is none.
        share: Its share of the likelihood, 0 to 1.
        features: What holds of it and counts, the weightiest first.
    """

    text: str
    span: Span
    cue: Span | None = None
    share: float
    features: tuple[Feature, ...] = attrs.field(default=(), converter=as_tuple)

    @property
    def score(self) -> float:
        """What the features come to."""
        return fsum(feature.weight for feature in self.features)


@attrs.frozen(kw_only=True)
class Proposal:
    """What a rule answers when it is asked whose a quote is.

    Attributes:
        rule: Its name.
        text: The mention, as printed.
        span: Where it stands.
    """

    rule: str
    text: str
    span: Span


@attrs.frozen(kw_only=True)
class Step:
    """A step from the words beside a quote to the person.

    Attributes:
        rule: The rule that made it.
        text: What it came to.
        span: Where the text has that; None where it does not.
    """

    rule: str
    text: str
    span: Span | None = None


@attrs.frozen(kw_only=True)
class Explanation:
    """Why a quote is what it is and whose it is.

    It prints as text, and a notebook shows it as a page does.

    Attributes:
        document: The document.
        quote: The quote.
        same: Whether the reading that is told came to the answer that the quote has; it need not, where the
            quote was made by another pipeline, by other rules or by hand.
        proposals: What each rule answers that answers at all, in their order: the first decides.
        candidates: The mentions that were ranked, the likeliest first; none where nothing had to be.
        steps: How the mention became the person.
        people: Those whom a pronoun was taken to mean or not, the likeliest first; none for a name.
        features: What speaks for a term (above 0) and for speech (below 0), the weightiest first.
        odds: What they come to: the logarithm of the odds of a term. None where that was not weighed.
    """

    document: Document = attrs.field(repr=False)
    quote: Quote
    same: bool = True
    proposals: tuple[Proposal, ...] = attrs.field(default=(), converter=as_tuple)
    candidates: tuple[Candidate, ...] = attrs.field(default=(), converter=as_tuple)
    steps: tuple[Step, ...] = attrs.field(default=(), converter=as_tuple)
    people: tuple[Candidate, ...] = attrs.field(default=(), converter=as_tuple)
    features: tuple[Feature, ...] = attrs.field(default=(), converter=as_tuple, repr=False)
    odds: float | None = None

    def __str__(self) -> str:
        from quoteverify.display import terminal

        return terminal.explanation(self)

    def _repr_html_(self) -> str:
        from quoteverify.display import html

        return html.explanation(self)
