"""What differs, as a terminal shows it: in braces with a number, in a list, and what the severities mean."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from quoteverify.display.differences_in_words import difference_in_words, notes_on
from quoteverify.display.finding_names import SEVERITY, Tone
from quoteverify.display.overlays import Numbered, labelled_runs
from quoteverify.display.terminal.styled_text import Run, Screen, Style
from quoteverify.models import Severity, Span

SEVERITY_STYLE: dict[str, Style] = {
    Severity.COSMETIC: Style.COSMETIC,
    Severity.MINOR: Style.MINOR,
    Severity.SUBSTANTIVE: Style.SUBSTANTIVE,
}
TONE_STYLE = {Tone.GOOD: Style.GOOD, Tone.LOOK: Style.LOOK, Tone.BAD: Style.BAD, Tone.NEUTRAL: Style.QUIET}
LEGEND = "{…} holds what differs, with the number it has in the list below; {} where something is left out."

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def marked(text: str, overlays: Iterable[tuple[Span, Numbered]], offset: int = 0) -> Iterator[Run | str]:
    """A wording with its differences in braces, each with its number raised."""
    for run in labelled_runs(text, overlays, offset=offset):
        if run.label is None:
            yield run.text
            continue
        number, difference = run.label
        words = run.text.strip()
        before, _, after = run.text.partition(words) if words else ("", "", run.text)
        yield before
        yield "{" + words + "}", SEVERITY_STYLE[difference.severity]
        yield str(number).translate(_RAISED), Style.QUIET
        yield after


def list_differences(
    screen: Screen, differences: Sequence[Numbered], whose: str, text: str, indent: int = 3
) -> None:
    """Write differences in plain words, numbered as in the text."""
    for number, difference in differences:
        screen.write(
            (difference.severity, SEVERITY_STYLE[difference.severity]),
            f": {whose} {difference_in_words(difference, text)} ",
            (f"({notes_on(difference)})", Style.QUIET),
            indent=indent + 4,
            lead=[(" " * indent + str(number).translate(_RAISED), Style.QUIET)],
        )


def explain(screen: Screen, found: Collection[Severity]) -> None:
    """Write what the braces and the severities that occur mean."""
    screen.skip()
    screen.write((LEGEND, Style.QUIET))
    meanings = (f"{s.capitalize()}: {words}." for s, words in SEVERITY.items() if s in found)
    screen.write((" ".join(meanings), Style.QUIET))
