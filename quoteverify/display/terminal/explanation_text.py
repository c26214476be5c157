"""Why a quote is what it is and whose it is, as a terminal shows it."""

from collections.abc import Iterable

from quoteverify.display.differences_in_words import shown
from quoteverify.display.finding_names import rule_in_words
from quoteverify.display.phrases import percent
from quoteverify.display.quotes_in_words import because, in_parts, is_taken, kind_in_words, whose
from quoteverify.display.terminal.styled_text import Screen, Style
from quoteverify.errors import check_type
from quoteverify.models import Candidate, Explanation, Feature, Span, Speaker


def explanation(record: Explanation, *, width: int = 80, color: bool = False) -> str:
    """An explanation as text for a terminal.

    Args:
        record: What `explain` gave.
        width: How many cells the terminal is wide.
        color: Whether to colour the text with ANSI sequences.

    Raises:
        ArgumentTypeError: ``record`` is something else.
    """
    check_type("record", record, Explanation)
    screen = Screen(max(Screen.NARROWEST, width), bool(color))
    screen.write("“", in_parts(record.quote).strip(), "”")
    screen.write((whose(record), Style.STRONG))
    if not record.same:
        screen.write((because(record), Style.LOOK))
    _steps(screen, record)
    _weighed(screen, "Who may have spoken", record.candidates, record.quote.attribution.mention)
    _weighed(screen, "Whom the pronoun may mean", record.people, record.quote.speaker)
    _kind(screen, record)
    return str(screen)


def _steps(screen: Screen, record: Explanation) -> None:
    """The way from the words beside the quote to the person, and what other rules would have answered."""
    if record.steps:
        screen.skip()
        screen.rule(("How it is theirs", Style.STRONG))
    for number, step in enumerate(record.steps, 1):
        place = f" at {step.span.start}" if step.span else ""
        text = shown(step.text) if step.text else "nobody"
        screen.write(
            text, (f" by {rule_in_words(step.rule)}{place}", Style.QUIET), indent=4, lead=[(f" {number}", "")]
        )
    for proposal in record.proposals[1:]:
        other = f"otherwise: {shown(proposal.text)} by {rule_in_words(proposal.rule)}"
        screen.write((other, Style.QUIET), indent=4)


def _weighed(
    screen: Screen, heading: str, candidates: Iterable[Candidate], chosen: Span | Speaker | None
) -> None:
    """Those who were weighed, with what spoke for and against each."""
    for number, candidate in enumerate(candidates):
        if not number:
            screen.skip()
            screen.rule((heading, Style.STRONG))
        mark = is_taken(candidate, chosen)
        place = f" at {candidate.span.start}, {percent(candidate.share)}"
        screen.write(
            shown(candidate.text),
            (place, Style.QUIET),
            indent=4,
            lead=[(" ✓", Style.GOOD) if mark else (" –", Style.QUIET)],
        )
        _features(screen, candidate.features, "for", "against")


def _features(screen: Screen, features: Iterable[Feature], over: str, under: str) -> None:
    """What speaks for and what against, each with its weight."""
    for word, sign in ((over, 1), (under, -1)):
        told = [f"{rule_in_words(f.name)} {f.weight:+.2f}" for f in features if f.weight * sign > 0]
        if told:
            screen.write((f"{word}: {', '.join(told)}", Style.QUIET), indent=6)


def _kind(screen: Screen, record: Explanation) -> None:
    """What the marks hold, and what was weighed for that."""
    screen.skip()
    screen.rule(("What the marks hold", Style.STRONG))
    screen.write(kind_in_words(record.quote) or "speech", indent=4)
    if record.odds is not None:
        screen.write((f"a term above 0, speech below: {record.odds:+.2f}", Style.QUIET), indent=4)
        _features(screen, record.features, "for a term", "for speech")
