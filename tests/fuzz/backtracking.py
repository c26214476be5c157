"""How many steps a backtracking matcher takes for one attempt at a text: a count, as a clock would tell lies.

It walks the tree that Python's own parser makes of an expression and tries what Python's matcher tries,
in its order, without its short cuts.
"""

import re
import re._constants as ops
import re._parser as parser
import unicodedata
from collections.abc import Iterator

CATEGORIES = {
    ops.CATEGORY_DIGIT: r"\d",
    ops.CATEGORY_NOT_DIGIT: r"\D",
    ops.CATEGORY_SPACE: r"\s",
    ops.CATEGORY_NOT_SPACE: r"\S",
    ops.CATEGORY_WORD: r"\w",
    ops.CATEGORY_NOT_WORD: r"\W",
}
REPEATS = {ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT}
SINGLE = {ops.LITERAL, ops.NOT_LITERAL, ops.ANY, ops.IN}


class TooManyStepsError(Exception):
    """An attempt went on past every measure."""


class Attempt:
    """One attempt to match an expression at the start of a text.

    Attributes:
        steps: How many it took.
    """

    def __init__(self, expression: re.Pattern[str], text: str, most: int = 100_000) -> None:
        self.text, self.flags, self.most = text, expression.flags, most
        self.steps = 0
        self._groups: dict[int, str] = {}
        next(self._ends(list(parser.parse(expression.pattern, expression.flags)), 0, 0), None)

    def _step(self) -> None:
        self.steps += 1
        if self.steps > self.most:
            raise TooManyStepsError

    def _ends(self, items: list, n: int, at: int) -> Iterator[int]:
        """Where the items from ``n`` on may end if they begin at a place, in the order they are tried."""
        while n < len(items) and items[n][0] in SINGLE:
            self._step()
            if at >= len(self.text) or not self._accepts(*items[n], self.text[at]):
                return
            n, at = n + 1, at + 1
        if n == len(items):
            yield at
            return
        for end in self._one(*items[n], at):
            yield from self._ends(items, n + 1, end)

    def _one(self, op: object, arg: object, at: int) -> Iterator[int]:
        """Where one item may end."""
        self._step()
        if op in REPEATS:
            low, high, body = arg
            yield from self._repeated(op, low, high, list(body), at)
        elif op is ops.SUBPATTERN:
            for end in self._ends(list(arg[3]), 0, at):
                if arg[0] is not None:
                    self._groups[arg[0]] = self.text[at:end]
                yield end
        elif op is ops.BRANCH:
            for branch in arg[1]:
                yield from self._ends(list(branch), 0, at)
        elif op is ops.ATOMIC_GROUP:
            yield from self._first(list(arg), at)
        elif op in (ops.ASSERT, ops.ASSERT_NOT):
            direction, body = arg
            start = at - body.getwidth()[0] if direction < 0 else at
            found = start >= 0 and next(self._ends(list(body), 0, start), None) is not None
            if found == (op is ops.ASSERT):
                yield at
        elif op is ops.GROUPREF:
            if self.text.startswith(self._groups.get(arg, "\0"), at):
                yield at + len(self._groups[arg])
        elif op is ops.AT:
            if self._stands(arg, at):
                yield at
        elif op is ops.FAILURE:  # (?!), as Python 3.13 reads it
            return
        else:
            raise NotImplementedError(str(op))

    def _first(self, items: list, at: int) -> Iterator[int]:
        for end in self._ends(items, 0, at):
            yield end
            return

    def _repeated(self, op: object, low: int, high: int, body: list, at: int) -> Iterator[int]:
        """Where a repetition may end; without recursion, as runs are long."""
        if op is ops.POSSESSIVE_REPEAT:
            times = 0
            while times < high:
                end = next(self._ends(body, 0, at), None)
                if end is None or (end == at and times >= low):
                    break
                at, times = end, times + 1
            if times >= low:
                yield at
            return
        lazy = op is ops.MIN_REPEAT
        places, ways = [at], []
        if lazy and low == 0:
            yield at
        ways.append(self._ends(body, 0, at) if high else iter(()))
        while ways:
            end = next(ways[-1], None)
            times = len(ways)
            if end is None or (end == places[-1] and times > low):
                ways.pop()
                here = places.pop()
                if not lazy and len(ways) >= low:
                    yield here
                continue
            if lazy and times >= low:
                yield end
            places.append(end)
            ways.append(self._ends(body, 0, end) if times < high else iter(()))

    def _accepts(self, op: object, arg: object, character: str) -> bool:
        """Whether an item that is one character wide takes a character."""
        forms = {character}
        if self.flags & re.IGNORECASE:
            forms |= {character.lower(), character.upper()}
        if op is ops.ANY:
            return bool(self.flags & re.DOTALL) or character != "\n"
        if op is ops.LITERAL:
            return any(ord(form) == arg for form in forms if len(form) == 1)
        if op is ops.NOT_LITERAL:
            return all(ord(form) != arg for form in forms if len(form) == 1)
        return any(_in(arg, form) for form in forms if len(form) == 1)

    def _stands(self, where: object, at: int) -> bool:
        """Whether a place is a beginning, an end or a boundary."""
        text = self.text
        if where in (ops.AT_BEGINNING, ops.AT_BEGINNING_STRING):
            lines = where is ops.AT_BEGINNING and self.flags & re.MULTILINE
            return at == 0 or bool(lines and text[at - 1] == "\n")
        if where in (ops.AT_END, ops.AT_END_STRING):
            last = where is ops.AT_END and text[at:] == "\n"
            lines = where is ops.AT_END and self.flags & re.MULTILINE and text[at : at + 1] == "\n"
            return at == len(text) or last or bool(lines)
        before, behind = (
            bool(re.match(r"\w", side)) for side in (text[max(0, at - 1) : at], text[at : at + 1])
        )
        return (before != behind) == (where is ops.AT_BOUNDARY)


def _in(members: list, character: str) -> bool:
    """Whether a class of characters has one."""
    number = ord(character)
    for op, arg in members:
        if op is ops.LITERAL and arg == number:
            break
        if op is ops.RANGE and arg[0] <= number <= arg[1]:
            break
        if op is ops.CATEGORY and re.match(CATEGORIES[arg], character):
            break
    else:
        return members[0][0] is ops.NEGATE
    return members[0][0] is not ops.NEGATE


def characters(expression: re.Pattern[str]) -> list[str]:
    """Characters that an expression asks for: one of each literal, range and category."""
    found: list[str] = []

    def walk(tree: object) -> None:
        for op, arg in tree:
            if op in (ops.LITERAL, ops.NOT_LITERAL):
                found.append(chr(arg))
            elif op is ops.RANGE:
                found.append(chr(arg[0]))
            elif op is ops.CATEGORY:
                found.extend(c for c in "a1 -\n" if re.match(CATEGORIES[arg], c))
            elif op is ops.ANY:
                found.append("a")
            elif op is ops.IN:
                walk(arg)
            elif op in REPEATS:
                walk(arg[2])
            elif op is ops.SUBPATTERN:
                walk(arg[3])
            elif op is ops.ATOMIC_GROUP:
                walk(arg)
            elif op in (ops.ASSERT, ops.ASSERT_NOT):
                walk(arg[1])
            elif op is ops.BRANCH:
                for branch in arg[1]:
                    walk(branch)

    walk(parser.parse(expression.pattern, expression.flags))
    return sorted(set(found), key=lambda c: (unicodedata.category(c), c))
