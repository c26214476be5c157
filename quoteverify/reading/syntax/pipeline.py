"""What a spaCy pipeline knows of a text: which names are people's, and what governs what.

The only part of the reading that looks into a ``Doc``. It takes what is there and does without
what is not, and changes neither the ``Doc`` nor the pipeline.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

import attrs

from quoteverify.errors import ArgumentTypeError
from quoteverify.models import Span
from quoteverify.reading.syntax.grammar import Grammar
from quoteverify.reading.syntax.word_classes import COMPLEMENTISER, RELATIVE

_PEOPLE = frozenset(("PERSON", "PER"))
_OTHERS = frozenset(
    ("ORG", "ORGANIZATION", "GPE", "LOC", "LOCATION", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART")
)
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "nsubj:pass"))
_RELATIVE_CLAUSES = frozenset(("relcl", "acl:relcl"))
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_PIECE = 100_000  # characters: a pipeline's own limit is ten times that, and its memory grows with a piece
_HIGHEST = 60  # heads: no clause of a sentence lies deeper


@attrs.frozen
class Parse:
    """What a pipeline says of a text; each token is known by where it starts, in code points.

    Attributes:
        named: Where each named entity starts, and whether it is a person.
        heads: For each token the one that it depends on; a root has none.
        subjects: For each verb its subject.
    """

    named: dict[int, bool] = attrs.field(factory=dict)
    heads: dict[int, int] = attrs.field(factory=dict)
    subjects: dict[int, int] = attrs.field(factory=dict)

    def moved(self, place: Callable[[int], int]) -> "Parse":
        """The same of a copy of the text, in which each token has its new place."""
        return Parse(
            {place(start): is_person for start, is_person in self.named.items()},
            {place(start): place(head) for start, head in self.heads.items()},
            {place(verb): place(subject) for verb, subject in self.subjects.items()},
        )

    def above(self, start: int | None) -> list[int]:
        """The token that another depends on, the one that that depends on, and so on."""
        found: list[int] = []
        while start is not None and len(found) < _HIGHEST:
            start = self.heads.get(start)
            found += [] if start is None else [start]
        return found

    def top(self, span: Span) -> int | None:
        """The token of a stretch that depends on one outside it; None where there is none."""
        inside = range(span.start, span.end)
        return next((at for at in inside if at in self.heads and self.heads[at] not in inside), None)


UNPARSED = Parse()
"""What is known without a pipeline."""


def is_doc(thing: Any) -> bool:
    """Whether something is a spaCy ``Doc``, without importing spaCy."""
    return all(hasattr(thing, name) for name in ("text", "ents", "has_annotation"))


def parse_in(doc: Any, grammar: Grammar) -> Parse:
    """What a ``Doc`` holds.

    Args:
        doc: A ``Doc``, as far as it is annotated.
        grammar: The classes of its language's words.
    """
    found = Parse()
    _add(found, doc, 0, grammar)
    return found


def parse_by(nlp: Callable[[str], Any], text: str, grammar: Grammar) -> Parse:
    """What a pipeline finds in a text of any length.

    Args:
        nlp: A pipeline, or any callable from a string to a ``Doc``.
        text: The text; its lone surrogates, which no pipeline takes, are read as replacement characters.
        grammar: The classes of its language's words.

    Raises:
        ArgumentTypeError: What it gives is no ``Doc``.
    """
    found = Parse()
    for start, piece in _pieces(_SURROGATE.sub("\ufffd", text)):
        doc = nlp(piece)
        if not is_doc(doc):
            raise ArgumentTypeError(f"nlp must give a Doc, not {type(doc).__name__}")
        _add(found, doc, start, grammar)
    return found


def _add(found: Parse, doc: Any, offset: int, grammar: Grammar) -> None:
    """Enter what a ``Doc`` of the text from an offset on holds."""
    for entity in doc.ents:
        if entity.label_ in _PEOPLE or entity.label_ in _OTHERS:
            found.named[offset + entity.start_char] = entity.label_ in _PEOPLE
    if not doc.has_annotation("DEP"):
        return
    for token in doc:
        if token.head.i != token.i:
            here, head = offset + token.idx, offset + token.head.idx
            found.heads[here] = head
            if token.dep_ in _SUBJECTS:
                verb = token.head
                # "The board, which said ...": what is reported is the board's.
                pronoun = grammar.classes_of(token.text.lower()) & (RELATIVE | COMPLEMENTISER)
                relative = verb.dep_ in _RELATIVE_CLAUSES and pronoun
                found.subjects[head] = offset + verb.head.idx if relative else here


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
