"""What a person corrects in how a text was read, kept by its words: the text may be read again, or mended."""

from enum import StrEnum

import attrs

from quoteverify.errors import ArgumentTypeError, ArgumentValueError, check_type
from quoteverify.models.quotes import Document, Quote
from quoteverify.models.spans import as_tuple

AROUND = 40
"""In code points: how much around a quote is kept, which tells it from the same words elsewhere."""


class CorrectionKind(StrEnum):
    """What is corrected."""

    SPEAKER = "speaker"
    """This quote is hers, or nobody's that is named."""
    NO_QUOTE = "no_quote"
    """That is no quotation."""
    ONE_PERSON = "one_person"
    """These names are one person's."""


@attrs.frozen(kw_only=True)
class Correction:
    """One thing that a person has corrected.

    Made by `speaker_of`, `no_quote` and `one_person`; every field is a plain value.

    Attributes:
        kind: What is corrected.
        exact: The words of the quote, spaces as one; "" for names.
        prefix: What stands before it in the text.
        suffix: What stands behind it.
        speaker: Who said it; None for nobody who is named.
        names: The names that are one person's, the one to use first.

    Raises:
        ArgumentTypeError: A field is of the wrong type.
        ArgumentValueError: A quote has no words, or names are fewer than two.
    """

    kind: CorrectionKind = attrs.field(converter=CorrectionKind)
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    speaker: str | None = None
    names: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        for name in ("exact", "prefix", "suffix", *(() if self.speaker is None else ("speaker",))):
            check_type(name, getattr(self, name), str)
        if not all(isinstance(name, str) for name in self.names):
            raise ArgumentTypeError("names must be several str")
        if self.kind is CorrectionKind.ONE_PERSON:
            if len(self.names) < 2 or not all(map(str.strip, self.names)):
                raise ArgumentValueError(f"names must be two or more, none of them empty, not {self.names!r}")
        elif not self.exact.strip():
            raise ArgumentValueError("the quote that is corrected has no words")

    @classmethod
    def speaker_of(cls, document: Document, quote: Quote, speaker: str | None) -> "Correction":
        """Say whose a quote is; None for nobody who is named.

        >>> from quoteverify import correct, parse
        >>> document = parse("Ruth Vale met Ada Aas. “We sail,” she said.")
        >>> kept = Correction.speaker_of(document, document.quotes[0], "Ada Aas")
        >>> said = correct(document, [kept]).quotes[0].attribution
        >>> said.speaker.name, said.reason.value
        ('Ada Aas', 'corrected')
        """
        return cls(kind=CorrectionKind.SPEAKER, speaker=speaker, **_words(document, quote))

    @classmethod
    def no_quote(cls, document: Document, quote: Quote) -> "Correction":
        """Say that something is no quotation: nobody's words."""
        return cls(kind=CorrectionKind.NO_QUOTE, **_words(document, quote))

    @classmethod
    def one_person(cls, *names: str) -> "Correction":
        """Say that names are one person's, the one to use first.

        >>> Correction.one_person("Ruth Vale", "the harbour master").names
        ('Ruth Vale', 'the harbour master')
        """
        return cls(kind=CorrectionKind.ONE_PERSON, names=names)


def _words(document: Document, quote: Quote) -> dict[str, str]:
    """What a quote is found by: its words, and those around it."""
    check_type("document", document, Document)
    check_type("quote", quote, Quote)
    before, after = around(document, quote)
    return {"exact": one_spaced(quote.text), "prefix": before, "suffix": after}


def around(document: Document, quote: Quote) -> tuple[str, str]:
    """What stands before a quote and behind it, spaces as one."""
    if not quote.spans:
        return "", ""
    start, end = quote.spans[0].start, quote.spans[-1].end
    return one_spaced(document.text[max(0, start - AROUND) : start]), one_spaced(
        document.text[end : end + AROUND]
    )


def one_spaced(text: str) -> str:
    """A text with one space where it has any, as line ends and wraps are no part of its words."""
    return " ".join(text.split())
