"""What can go wrong: one base class, and a few kinds that are standard-library kinds as well.

Only arguments, files and installations raise. Odd *text* never does.
"""


class QuoteVerifyError(Exception):
    """The base of every error that quoteverify raises on purpose."""


class ArgumentTypeError(QuoteVerifyError, TypeError):
    """An argument of the wrong type."""


class ArgumentValueError(QuoteVerifyError, ValueError):
    """An argument of the right type with a value that is not valid; the message lists the valid ones."""


class DuplicateDocumentError(QuoteVerifyError, ValueError):
    """Two documents of one id were handed in together."""


class UnreadableSourceError(QuoteVerifyError, OSError):
    """A file that cannot be read as text."""


class UnreadableSourceWarning(UserWarning):
    """Of many files, lines or records, one that is passed over because it cannot be read."""


class ExchangeFormatError(QuoteVerifyError, ValueError):
    """Data that is not what it should be: broken, of another format, or of a newer version."""


class ArchiveError(QuoteVerifyError, OSError):
    """An archive that cannot be opened, read or written now: closed, locked by another, no room."""


class MissingExtraError(QuoteVerifyError, ImportError):
    """An optional dependency is absent or broken; the message names the extra to install."""


def check_type(name: str, value: object, *types: type) -> None:
    """Raise unless ``value`` is an instance of one of ``types``.

    Args:
        name: The argument's name, for the message.
        value: What the caller handed in.
        types: The types that are valid.

    Raises:
        ArgumentTypeError: ``value`` is of another type.

    >>> check_type("text", 5, str)
    Traceback (most recent call last):
    ...
    quoteverify.errors.ArgumentTypeError: text must be str, not int
    """
    if not isinstance(value, types):
        valid = " or ".join(t.__name__ for t in types)
        raise ArgumentTypeError(f"{name} must be {valid}, not {type(value).__name__}")


def check_choice(name: str, value: object, valid: "list[str] | tuple[str, ...]") -> None:
    """Raise unless ``value`` is one of ``valid``.

    Raises:
        ArgumentValueError: It is not; the message lists the valid values.

    >>> check_choice("lang", "xx", ["en"])
    Traceback (most recent call last):
    ...
    quoteverify.errors.ArgumentValueError: lang must be one of 'en', not 'xx'
    """
    if value not in valid:
        raise ArgumentValueError(f"{name} must be one of {', '.join(map(repr, valid))}, not {value!r}")
