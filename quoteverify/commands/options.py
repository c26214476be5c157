"""What was typed, taken apart; where it is wrong, the nearest that is right is suggested."""

import argparse
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any, NoReturn

_ALIKE = 0.6
"""The likeness, 0 to 1, from which a word may be meant: "speker" is 0.92 like "speaker", "gold" 0.22 like
"color"."""


class OptionParser(argparse.ArgumentParser):
    """A parser that complains where the mistake is, at the sub-command, and suggests what may be meant."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Take arguments apart; a sub-command has no use for what it does not know."""
        found, unknown = super().parse_known_args(args, namespace)
        if unknown and self.get_default("run") is not None:
            self._refuse(unknown)
        return found, unknown

    def _refuse(self, unknown: Sequence[str]) -> NoReturn:
        option = next((word.partition("=")[0] for word in unknown if word.startswith("-")), None)
        hint = self._hint(option) if option else ""
        self.error(f"unrecognized arguments: {' '.join(unknown)}{hint}")

    def _hint(self, option: str) -> str:
        """What an unknown option may mean: one that there is, or a format by its name."""
        format, name = self._option_string_actions.get("--format"), option.lstrip("-")
        if format is not None and name in (format.choices or ()):
            return f" (did you mean --format {name}?)"
        return _meant(option, self._option_string_actions)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        try:
            super()._check_value(action, value)
        except argparse.ArgumentError as error:
            hint = _meant(str(value), map(str, action.choices or ()))
            raise argparse.ArgumentError(action, f"{error.message}{hint}") from None


def _meant(word: str, known: Iterable[str]) -> str:
    """The nearest of the words that there are, as a question; "" where none is near.

    >>> _meant("chek", ["parse", "check"]), _meant("xml", ["json", "csv"])
    (" (did you mean 'check'?)", '')
    """
    near = get_close_matches(word, list(known), 1, _ALIKE)
    return f" (did you mean {near[0]!r}?)" if near else ""
