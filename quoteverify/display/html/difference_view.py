"""Differences to look at: marked in a wording and told in a list; and two wordings side by side."""

from collections.abc import Callable, Iterable, Sequence

from quoteverify.display.differences_in_words import difference_in_words, notes_on, severity_and_kind
from quoteverify.display.finding_names import KIND, SEVERITY, WORDING, Tone
from quoteverify.display.html.markup import KEPT, Markup, element, joined
from quoteverify.display.overlays import Numbered, labelled_runs
from quoteverify.display.phrases import percent
from quoteverify.models import Alignment, Difference, Operation, Severity, Span

Describe = Callable[[Difference], str]
"""What says in words what a difference is, as the end of a sentence about the wording that has it."""


def badge(tone: Tone, name: str, title: str | None = None) -> Markup:
    """A finding as a small label whose sign says without colour how it reads."""
    return element("span", element("b", tone.sign), " ", name, class_=f"finding {tone}", title=title)


def severity_badge(severity: Severity) -> Markup:
    """A severity as a small label."""
    return element("span", severity, class_=f"severity {severity}", title=SEVERITY[severity])


def legend(differences: Iterable[Difference]) -> Markup | None:
    """What the highlights mean, for those that occur."""
    kinds: dict[Severity, dict[str, None]] = {severity: {} for severity in SEVERITY}
    for difference in differences:
        kinds[difference.severity][KIND[difference.kind]] = None
    meanings = [
        element("li", element("b", element("span", severity, class_=f"d {severity}")), " ",
                element("span", f"{SEVERITY[severity]} (here: {', '.join(named)})"))
        for severity, named in kinds.items()
        if named
    ]  # fmt: skip
    return element("ul", *meanings, class_="legend") if meanings else None


def highlighted(
    text: str,
    differences: Iterable[tuple[Span, Numbered]],
    *,
    describe: Describe,
    offset: int = 0,
) -> Markup:
    """A wording with its differences marked and numbered; where only the other has something, a caret."""
    return joined(
        run.text if run.label is None else difference_mark(run.text, *run.label, describe)
        for run in labelled_runs(text, differences, offset=offset)
    )


def difference_mark(text: str, number: int, difference: Difference, describe: Describe) -> Markup:
    """A run of text that differs, the white space around it left out; an empty one is shown by a caret."""
    words = text.strip() or text
    before, _, after = text.partition(words) if words else ("", "", "")
    names = {Operation.OMISSION: "del", Operation.INSERTION: "ins"}
    mark = element(
        names.get(difference.operation, "mark") if text else "span",
        words if text else element("b", "‸"),
        element("sup", str(number), class_="n"),
        class_=f"{'d' if text else 'gap'} {difference.severity}",
        title=f"{number}. {severity_and_kind(difference)}: {describe(difference)}",
    )
    return joined([before, mark, after])


def differences_item(number: int, difference: Difference, whose: str, says: str) -> Markup:
    """A difference in plain words, numbered as in the text."""
    return element(
        "li",
        severity_badge(difference.severity),
        f" {whose} {says} ",
        element("small", notes_on(difference), class_="quiet"),
        value=str(number),
    )


def differences_list(differences: Sequence[Numbered], whose: str, describe: Describe) -> Markup | None:
    """Differences in plain words."""
    items = (differences_item(n, difference, whose, describe(difference)) for n, difference in differences)
    return element("ol", *items, class_="differences") if differences else None


def show_alignment(alignment: Alignment) -> Markup:
    """The whole view of an alignment."""
    numbered = list(enumerate(alignment.differences, 1))

    def describe(difference: Difference) -> str:
        return difference_in_words(difference, alignment.b)

    name, meaning, tone = WORDING[alignment.wording]
    return joined(
        [
            element(
                "header",
                element("h2", "Two wordings"),
                element(
                    "p",
                    badge(tone, name, meaning),
                    element(
                        "span",
                        f" {meaning}; {percent(alignment.similarity)} of the words in both",
                        class_="quiet",
                    ),
                ),
            ),
            element(
                "div",
                *(
                    element(
                        "figure",
                        element("figcaption", caption),
                        element(
                            "blockquote",
                            highlighted(text, overlays, describe=describe),
                            class_="text",
                            style=KEPT,
                        ),
                    )
                    for caption, text, overlays in (
                        ("First", alignment.a, [(d.a, (n, d)) for n, d in numbered]),
                        ("Second", alignment.b, [(d.b, (n, d)) for n, d in numbered]),
                    )
                ),
                class_="pair",
            ),
            legend(alignment.differences),
            differences_list(numbered, "The second", describe),
        ]
    )
