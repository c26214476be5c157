"""Why a quote is what it is and whose it is, to look at."""

from collections.abc import Iterator, Sequence

from quoteverify.display.differences_in_words import shown
from quoteverify.display.finding_names import rule_in_words
from quoteverify.display.html.markup import Markup, element, joined
from quoteverify.display.phrases import percent
from quoteverify.display.quotes_in_words import because, in_parts, is_taken, kind_in_words, whose
from quoteverify.models import Candidate, Explanation, Feature, Span, Speaker


def show_explanation(record: Explanation) -> Markup:
    """The whole view of an explanation."""
    return joined(
        [
            element(
                "header",
                element("h2", element("q", in_parts(record.quote))),
                element("p", whose(record)),
                None if record.same else element("p", because(record), class_="quiet"),
            ),
            *_steps(record),
            *_weighed("Who may have spoken", record.candidates, record.quote.attribution.mention),
            *_weighed("Whom the pronoun may mean", record.people, record.quote.speaker),
            element("h3", "What the marks hold"),
            element("p", kind_in_words(record.quote) or "speech"),
            *_kind(record),
        ]
    )


def _steps(record: Explanation) -> Iterator[Markup]:
    """The way from the words beside the quote to the person, and what other rules would have answered."""
    if not record.steps:
        return
    yield element("h3", "How it is theirs")
    yield element(
        "ol",
        *(
            element(
                "li",
                f"{number}. {shown(step.text) if step.text else 'nobody'} ",
                element("small", f"by {rule_in_words(step.rule)}", class_="quiet"),
            )
            for number, step in enumerate(record.steps, 1)
        ),
    )
    for proposal in record.proposals[1:]:
        other = f"otherwise: {shown(proposal.text)} by {rule_in_words(proposal.rule)}"
        yield element("p", other, class_="quiet")


def _weighed(
    heading: str, candidates: Sequence[Candidate], chosen: Span | Speaker | None
) -> Iterator[Markup]:
    """Those who were weighed, with what spoke for and against each."""
    if not candidates:
        return
    yield element("h3", heading)
    yield element(
        "ul",
        *(
            element(
                "li",
                "✓ " if is_taken(candidate, chosen) else "– ",
                f"{shown(candidate.text)} {percent(candidate.share)}",
                *_features(candidate.features, "for", "against"),
            )
            for candidate in candidates
        ),
    )


def _features(features: Sequence[Feature], over: str, under: str) -> Iterator[Markup]:
    """What speaks for and what against, each with its weight."""
    for word, sign in ((over, 1), (under, -1)):
        told = [f"{rule_in_words(f.name)} {f.weight:+.2f}" for f in features if f.weight * sign > 0]
        if told:
            yield element("p", f"{word}: {', '.join(told)}", class_="quiet")


def _kind(record: Explanation) -> Iterator[Markup]:
    """What was weighed for what the marks hold."""
    if record.odds is not None:
        yield element("p", f"a term above 0, speech below: {record.odds:+.2f}", class_="quiet")
        yield from _features(record.features, "for a term", "for speech")
