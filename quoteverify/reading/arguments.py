"""What `parse` takes: the arguments by name and type, checked before any text is read."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from quoteverify.errors import ArgumentTypeError, check_type
from quoteverify.models import Document, Speaker
from quoteverify.reading.sieves.custom import checked_sieves
from quoteverify.text.language import DEFAULT, as_profile

FACTS = ("id", "outlet", "title", "url", "published")
"""What is known of a text and goes into its document as it is."""

NAMES = (*FACTS, "lang", "nlp", "speakers", "sieves")
"""The arguments of `parse` beside the text."""


def checked_arguments(given: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments, once they are found to be such as `parse` takes; several of a kind as a tuple.

    Raises:
        ArgumentTypeError: It has none of a name, and the message lists those it has; or one is of the wrong
            type.
        ArgumentValueError: A date is none, there is no data for the language, or two sieves have one name.

    >>> checked_arguments({"outlet": 5})
    Traceback (most recent call last):
    ...
    quoteverify.errors.ArgumentTypeError: outlet must be str, not int
    """
    for name in given:
        if name not in NAMES:
            raise ArgumentTypeError(f"parse takes {', '.join(NAMES)} beside the text, not {name!r}")
    check_pipeline(given.get("nlp"))
    known = checked_speakers(given.get("speakers", ()))
    as_profile(given.get("lang", DEFAULT))
    Document(**{"id": "", **{name: given[name] for name in FACTS if given.get(name) is not None}}, text="")
    return {**given, "speakers": known, "sieves": checked_sieves(given.get("sieves", ()))}


def check_pipeline(nlp: Callable[[str], Any] | None) -> None:
    """Raise unless something can be called as a pipeline is.

    Raises:
        ArgumentTypeError: It cannot.
    """
    if nlp is not None and not callable(nlp):
        raise ArgumentTypeError(
            f"nlp must be a spaCy Language, a callable from str to Doc, or None, not {type(nlp).__name__}"
        )


def checked_speakers(speakers: Iterable[Speaker]) -> tuple[Speaker, ...]:
    """The people whom the caller knows, once they are found to be such.

    Raises:
        ArgumentTypeError: They are not several ``Speaker``.
    """
    if isinstance(speakers, str | bytes | Speaker) or not isinstance(speakers, Iterable):
        raise ArgumentTypeError(f"speakers must be several Speaker, not {type(speakers).__name__}")
    known = tuple(speakers)
    for speaker in known:
        check_type("each of speakers", speaker, Speaker)
    return known
