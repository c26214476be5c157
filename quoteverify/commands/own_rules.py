"""What somebody adds to the library on the command line: tables of a language, sieves, a policy.

Each function takes what was typed, and imports what it needs when it is called.
"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quoteverify.errors import ArgumentValueError, UnreadableSourceError

if TYPE_CHECKING:
    from quoteverify.collation.policies import Policy
    from quoteverify.reading.sieves.custom import CustomSieve
    from quoteverify.text.language import LanguageProfile


def add_policy(parser: argparse.ArgumentParser) -> None:
    """Add the option that names a policy, or a file that has one."""
    parser.add_argument(
        "--policy",
        metavar="NAME",
        help="judge changed words by what a house allows: strict, guardian, or a TOML file with a policy",
    )


def add_sieves(parser: argparse.ArgumentParser) -> None:
    """Add the option that names Python files with rules for who spoke."""
    parser.add_argument(
        "--sieves",
        metavar="FILE",
        type=Path,
        action="append",
        default=[],
        help="a Python file, run for the rules of your own that it has for who spoke (CustomSieve)",
    )


def add_language(parser: argparse.ArgumentParser) -> None:
    """Add the options that say in which language the texts are, and what else is known of it."""
    parser.add_argument(
        "--lang", metavar="CODE", help="the language of the texts (default: what they say, else en)"
    )
    parser.add_argument(
        "--language-data",
        metavar="FOLDER",
        type=Path,
        help="tables of your own, laid over those of --lang (default: en), or all there is of it",
    )


def as_parse(options: argparse.Namespace) -> dict[str, Any]:
    """How texts are to be read, as `parse` takes it."""
    lang = profile(options)
    sieves = [sieve for file in options.sieves for sieve in _sieves_of(file)]
    return ({"lang": lang} if lang else {}) | ({"sieves": sieves} if sieves else {})


def profile(options: argparse.Namespace) -> "LanguageProfile | None":
    """The language that was asked for, with the tables that are laid over it; None where none was.

    Raises:
        QuoteVerifyError: There is no such language or folder, or it has no tables.
    """
    from quoteverify.text.language import DEFAULT, language

    if options.lang is None and options.language_data is None:
        return None
    return language(options.lang or DEFAULT, folder=options.language_data)


def house(options: argparse.Namespace) -> "Policy | None":
    """The policy of a name, or the one in a file; None where none was asked for.

    Raises:
        QuoteVerifyError: There is no such policy or file, or it has none.
    """
    from quoteverify.collation.policies import policy, read_policy

    name: str | None = options.policy
    if name is None:
        return None
    return read_policy(name) if Path(name).suffix.lower() == ".toml" else policy(name)


def _sieves_of(file: Path) -> "list[CustomSieve]":
    """What stands at the top of a Python file and is a sieve, in the file's order.

    Raises:
        UnreadableSourceError: There is no such file.
        ArgumentValueError: It does not run, or has no sieve; the message says which.
    """
    import runpy

    from quoteverify.reading.sieves.custom import CustomSieve

    if not file.is_file():
        raise UnreadableSourceError(f"cannot read {str(file)!r}: no such file")
    try:
        named = runpy.run_path(str(file))
    except Exception as error:  # whatever a stranger's file raises
        raise ArgumentValueError(f"{str(file)!r} does not run: {type(error).__name__}: {error}") from error
    found = [value for value in named.values() if isinstance(value, CustomSieve)]
    if not found:
        raise ArgumentValueError(f"{str(file)!r} has no CustomSieve at its top")
    return found
