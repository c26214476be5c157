"""What callers rely on: the public names, what they take and by which defaults.

    PYTHONPATH=tests python tests/test_signatures.py

writes ``tests/signatures.txt`` anew, for a change that is meant.
"""

import enum
import inspect
from collections.abc import Iterator
from pathlib import Path

import quoteverify as qv
from quoteverify import models

FILE = Path(__file__).with_name("signatures.txt")


PLAIN = (type(None), bool, int, float, str, enum.Enum)


def taken(function: object) -> str:
    """What a function takes, without the types, which mypy holds; a default that is not plain is dots."""
    signature = inspect.signature(function)
    plain = []
    for parameter in signature.parameters.values():
        default = parameter.default
        known = default in (inspect.Parameter.empty, ()) or isinstance(default, PLAIN)
        plain.append(parameter.replace(annotation=inspect.Parameter.empty, default=default if known else ...))
    return str(signature.replace(parameters=plain, return_annotation=inspect.Signature.empty))


def of_name(name: str, value: object) -> Iterator[str]:
    """A public function, class or enumeration."""
    if isinstance(value, enum.EnumMeta):
        yield f"{name}: {', '.join(f'{member.name} {member.value!r}' for member in value)}"
        return
    takes = inspect.isfunction(value) or inspect.isfunction(getattr(value, "__init__", None))
    yield f"{name}{taken(value) if takes else ''}"
    if not isinstance(value, type) or value is qv.SourceIndex:  # whose methods are for `verify`
        return
    for attribute, of in sorted(vars(value).items()):
        if inspect.isfunction(of) and not attribute.startswith("_"):
            yield f"    {attribute}{taken(of)}"
        elif isinstance(of, property):
            yield f"    {attribute}"


def lines() -> Iterator[str]:
    names = {name: getattr(qv, name) for name in qv.__all__}
    names |= {name: value for name, value in vars(models).items() if getattr(value, "__doc__", None)}
    for name, value in sorted(names.items()):
        if inspect.isfunction(value) or isinstance(value, type):
            yield from of_name(name, value)


def test_what_callers_rely_on_is_what_it_was():
    assert list(lines()) == FILE.read_text(encoding="utf8").splitlines()


if __name__ == "__main__":
    FILE.write_text("".join(f"{line}\n" for line in lines()), encoding="utf8")
