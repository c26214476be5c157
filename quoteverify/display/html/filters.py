"""What of a long page is shown: by speaker, by outlet and by what changed, without a script.

Each statement says in its attributes whose it is and who prints it, by number. Beside the lists to choose
from stands a style that hides what has not the number chosen; it is made of numbers alone. Where a notebook
takes styles away, or a browser does not know ``:has``, there are no lists and everything is shown. They are
hidden by an attribute with a value: without one, JupyterLab takes it off what it does not trust.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from quoteverify.display.apparatus import Sameness, sameness
from quoteverify.display.finding_names import SEVERITY
from quoteverify.display.html.markup import Markup, element, joined
from quoteverify.models import Document, Severity, Statement

_DISPUTED, _ALONE = "disputed", "alone"
CHANGES: dict[str, str] = {
    Severity.SUBSTANTIVE: SEVERITY[Severity.SUBSTANTIVE],
    _DISPUTED: "speaker disputed",
    Severity.MINOR: SEVERITY[Severity.MINOR],
    Severity.COSMETIC: SEVERITY[Severity.COSMETIC],
    Sameness.REPORTED: Sameness.REPORTED.words,
    Sameness.SAME: Sameness.SAME.words,
    _ALONE: "in one place only",
}
"""What may have become of a statement, in the order in which they are shown."""


def changes(statement: Statement) -> list[str]:
    """What has become of a statement, of `CHANGES`."""
    disputed = [_DISPUTED] if statement.disputed else []
    if len(statement.variants) == 1:
        return [*disputed, _ALONE]
    if worst := statement.severity:
        return [*disputed, worst.value]
    return [*disputed, sameness(statement)]


def speakers(statement: Statement) -> list[str]:
    """The names of all who are given as the speaker of a statement."""
    named = (speaker.name for speaker in (statement.speaker, *statement.speakers) if speaker)
    return list(dict.fromkeys(named))


class _Choice:
    """Something to choose statements by, and how many of them each answer has.

    Args:
        letter: What its options' values begin with.
        of_each: For each statement, which answers it has.
        names: What the answers are called, in order; if None they are their names, in the order of these.
    """

    def __init__(
        self, letter: str, of_each: Iterable[Sequence[str]], names: Mapping[str, str] | None = None
    ) -> None:
        self.letter = letter
        self.counts = Counter(answer for answers in of_each for answer in answers)
        self.names = names or {name: name for name in sorted(self.counts, key=str.casefold)}
        self.numbers = {answer: n for n, answer in enumerate(a for a in self.names if self.counts[a])}

    def attribute(self, answers: Iterable[str]) -> dict[str, str]:
        """The attribute of an element that is shown for any of some answers."""
        return {f"data_{self.letter}": " ".join(str(self.numbers[answer]) for answer in answers)}

    def list(self, heading: str) -> Markup:
        """The list to choose from."""
        options = (
            element("option", f"{self.names[answer]} ({self.counts[answer]:,})", value=f"{self.letter}{n}")
            for answer, n in self.numbers.items()
        )
        everything = element("option", "all", value="")
        return element("label", heading, " ", element("select", everything, *options))

    def rules(self) -> Iterable[str]:
        """The rules that hide what does not have the answer chosen."""
        for n in self.numbers.values():
            chosen, own = f'.qv-filter:has([value="{self.letter}{n}"]:checked)', f"data-{self.letter}"
            yield f'{chosen}~.statements [{own}]:not([{own}~="{n}"]){{display:none}}'


class Filters:
    """The lists to choose from for some statements, and what each of these is chosen by.

    Args:
        statements: All that are shown.
        documents: The documents by their ids.
    """

    def __init__(self, statements: Sequence[Statement], documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._shared = sum(len(statement.variants) > 1 for statement in statements)
        self._change = _Choice("c", map(changes, statements), CHANGES)
        self._speaker = _Choice("s", map(speakers, statements))
        self._outlet = _Choice("o", map(self._outlets, statements))

    def _outlets(self, statement: Statement) -> list[str]:
        """The names of all that print a statement."""
        return list(dict.fromkeys(self._documents[v.document_id].name for v in statement.variants))

    def of(self, *statements: Statement) -> dict[str, str]:
        """The attributes of an element that shows some statements."""
        return {
            **self._change.attribute(_once(map(changes, statements))),
            **self.said_by(*statements),
            **self._outlet.attribute(_once(map(self._outlets, statements))),
        }

    def said_by(self, *statements: Statement) -> dict[str, str]:
        """The attribute of an element inside of one that shows statements, for one speaker."""
        return self._speaker.attribute(_once(map(speakers, statements)))

    def form(self) -> Markup:
        """The lists, with the style that they work by."""
        rules = (rule for choice in (self._change, self._speaker, self._outlet) for rule in choice.rules())
        return joined(
            [
                element("style", Markup("".join(rules))),
                element(
                    "form",
                    self._change.list("Changed"),
                    " ",
                    self._speaker.list("Speaker"),
                    " ",
                    self._outlet.list("Outlet"),
                    " ",
                    element("button", "Show all", type="reset"),
                    class_="qv-filter",
                    hidden="hidden",
                    aria_label="Show only some statements",
                ),
            ]
        )

    def tally(self) -> Markup:
        """How many of the shared statements are shown, which the style counts."""
        words = f" of {self._shared} statements in more than one place are shown"
        return element("p", words, class_="tally", hidden="hidden", role="status")


def _once(of_each: Iterable[Sequence[str]]) -> Iterable[str]:
    return dict.fromkeys(answer for answers in of_each for answer in answers)
