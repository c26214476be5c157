"""What a spaCy pipeline knows of a text that helps to read it: which names are people's.

The only part of the reading that looks into a ``Doc``. It takes what is there and does without
what is not, and changes neither the ``Doc`` nor the pipeline.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

_PEOPLE = frozenset(("PERSON", "PER"))
_OTHERS = frozenset(
    ("ORG", "ORGANIZATION", "GPE", "LOC", "LOCATION", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART")
)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_PIECE = 100_000  # characters: a pipeline's own limit is ten times that, and its memory grows with a piece


def is_doc(thing: Any) -> bool:
    """Whether something is a spaCy ``Doc``, without importing spaCy."""
    return all(hasattr(thing, name) for name in ("text", "vocab", "ents"))


def entities(doc: Any, offset: int = 0) -> dict[int, bool]:
    """Where each named entity of a ``Doc`` starts, and whether it is a person.

    Args:
        doc: A ``Doc``.
        offset: Where its text starts in the whole, in code points.
    """
    found = {}
    for entity in doc.ents:
        if entity.label_ in _PEOPLE or entity.label_ in _OTHERS:
            found[offset + entity.start_char] = entity.label_ in _PEOPLE
    return found


def entities_of(text: str, nlp: Callable[[str], Any]) -> dict[int, bool]:
    """The entities that a pipeline finds in a text of any length.

    Args:
        text: The text; its lone surrogates, which no pipeline takes, are read as replacement characters.
        nlp: A pipeline, or any callable from a string to a ``Doc``.
    """
    found: dict[int, bool] = {}
    for start, piece in _pieces(_SURROGATE.sub("\ufffd", text)):
        found.update(entities(nlp(piece), start))
    return found


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces that end with a line where there is one, or a space."""
    start = 0
    while start < len(text):
        end = min(start + _PIECE, len(text))
        if end < len(text):
            cut = max(text.rfind("\n", start, end), text.rfind(" ", end - 1000, end))
            end = cut + 1 if cut > start else end
        yield start, text[start:end]
        start = end
