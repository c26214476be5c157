"""Sieves of the caller's own, beside the library's."""

import functools
from collections.abc import Callable, Iterable

import attrs

from quoteverify.errors import ArgumentTypeError, ArgumentValueError, check_choice, check_type
from quoteverify.models import Reason, Span
from quoteverify.reading.sieves import SIEVES
from quoteverify.reading.sieves.answers import Answer, Answers, Sieve
from quoteverify.reading.syntax.mentions import Mention, MentionKind, mention_of
from quoteverify.reading.syntax.narration import Narration
from quoteverify.reading.syntax.phrases import Phrase
from quoteverify.reading.syntax.tokens import NAME, QUOTE


@attrs.frozen(kw_only=True)
class Quotation:
    """A quotation as a sieve of the caller's own is shown it. Offsets are code points of ``text``.

    Attributes:
        text: The whole text as a person reads it: as given, but for lines that a wrap broke and the like.
        span: What stands between the marks.
        outer: The same with the marks.
        sentence: The sentence around it.
        paragraph: The paragraph around it.
        speaker_before: Where the text names who spoke the quotation before, if that is known.
    """

    text: str
    span: Span
    outer: Span
    sentence: Span
    paragraph: Span
    speaker_before: Span | None


SieveFunction = Callable[[Quotation], Span | tuple[Span, Span] | None]
"""Says where the text names who spoke, or that and where it reports the speech, or None."""


@attrs.frozen
class CustomSieve:
    r"""A rule of the caller's own for who spoke, which `parse` asks beside the library's.

    It is asked for every quotation that stands in no other and that no sieve before it has answered.

    Attributes:
        function: takes a `Quotation` and gives the `Span` of ``text`` that names who spoke, a pair of that
            and the span that reports the speech ("said"), or None to pass the quotation on. For several
            processes it has to be one that can be pickled, such as a function at the top of a module.
        before: The name of the library's sieve right before which it is asked.
        after: The name of the library's sieve right after which it is asked. Where neither is given, it is
            asked first of all.
        confidence: How often its answers name the right person, 0 to 1, as far as its maker knows.
        name: The reason that its answers have; the name of the function where none is given.

    Raises:
        ArgumentTypeError: One is of the wrong type.
        ArgumentValueError: There is no such sieve, and the message lists those there are; ``before`` and
            ``after`` are both given; ``confidence`` is not from 0 to 1; it has no name, or one of the
            library's.

    >>> import re
    >>> from quoteverify import parse
    >>> def in_brackets(quotation):
    ...     found = re.compile(r" \(([^()]+)\)").match(quotation.text, quotation.outer.end)
    ...     return Span(*found.span(1)) if found else None
    >>> sieve = CustomSieve(in_brackets, before="label", confidence=0.9)
    >>> quote = parse("“We sail at noon” (Ruth Vale).", sieves=[sieve]).quotes[0]
    >>> quote.speaker.name, quote.attribution.reason, quote.attribution.confidence
    ('Ruth Vale', 'in_brackets', 0.9)
    """

    function: SieveFunction
    before: str | None = attrs.field(default=None, kw_only=True)
    after: str | None = attrs.field(default=None, kw_only=True)
    confidence: float = attrs.field(kw_only=True)
    name: str = attrs.field(kw_only=True)

    @name.default
    def _of_the_function(self) -> str:
        return getattr(self.function, "__name__", "")

    def __attrs_post_init__(self) -> None:
        if not callable(self.function):
            raise ArgumentTypeError(f"a sieve must be callable, not {type(self.function).__name__}")
        for place, name in (("before", self.before), ("after", self.after)):
            check_type(place, name, str, type(None))
            if name is not None:
                check_choice(place, name, NAMES)
        if self.before is not None and self.after is not None:
            raise ArgumentValueError("a sieve is asked before or after one of the library's, not both")
        check_type("confidence", self.confidence, float, int)
        if not 0 <= self.confidence <= 1:
            raise ArgumentValueError(f"confidence must be from 0 to 1, not {self.confidence}")
        check_type("name", self.name, str)
        if not self.name.isidentifier():
            raise ArgumentValueError(f"a sieve needs a name that can be a reason, not {self.name!r}")
        if self.name in _TAKEN:
            raise ArgumentValueError(f"{self.name!r} is a name of the library's: give another")


NAMES = tuple(sieve.__name__ for sieve in SIEVES)
"""The names of the library's sieves, in order."""
_TAKEN = frozenset((*NAMES, *(reason.value for reason in Reason)))


def checked_sieves(sieves: Iterable[CustomSieve]) -> tuple[CustomSieve, ...]:
    """The sieves of the caller's own, once they are found to be such.

    Raises:
        ArgumentTypeError: They are not several `CustomSieve`.
        ArgumentValueError: Two have one name.
    """
    if isinstance(sieves, str | bytes | CustomSieve) or not isinstance(sieves, Iterable):
        raise ArgumentTypeError(f"sieves must be several CustomSieve, not {type(sieves).__name__}")
    checked = tuple(sieves)
    for sieve in checked:
        check_type("each of sieves", sieve, CustomSieve)
    names = [sieve.name for sieve in checked]
    for name in names:
        if names.count(name) > 1:
            raise ArgumentValueError(f"two sieves are named {name!r}")
    return checked


def in_order(custom: Iterable[CustomSieve]) -> tuple[Sieve, ...]:
    """The library's sieves and the caller's own, in the order in which they are asked."""

    def asked(before: str | None, after: str | None) -> list[Sieve]:
        return [
            functools.partial(_ask, sieve)
            for sieve in custom
            if (sieve.before, sieve.after) == (before, after)
        ]

    custom = tuple(custom)
    order = asked(None, None)
    for sieve in SIEVES:
        order += [*asked(sieve.__name__, None), sieve, *asked(None, sieve.__name__)]
    return tuple(order)


def _ask(sieve: CustomSieve, narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """What a sieve of the caller's own answers for one quotation."""
    said = sieve.function(_quotation(narration, quote, answers))
    if said is None:
        return None
    spans = said if isinstance(said, tuple) else (said,)
    if not 1 <= len(spans) <= 2 or not all(isinstance(span, Span) for span in spans):
        raise ArgumentTypeError(f"the sieve {sieve.name!r} must give Span, two Span or None, not {said!r}")
    for span in spans:
        if not len(span) or span.end > len(narration.text):
            raise ArgumentValueError(f"the sieve {sieve.name!r} gave {span}, which is no part of the text")
    cue = spans[1] if len(spans) > 1 else None
    return Answer(_mention(narration, spans[0]), cue, sieve.name, confidence=float(sieve.confidence))


def _quotation(narration: Narration, quote: int, answers: Answers) -> Quotation:
    """A quotation as it is shown to a sieve of the caller's own."""
    marked, sentence = narration.marked[quote], narration.sentence(quote)
    last = answers.get(quote - 1)
    return Quotation(
        text=narration.text,
        span=marked.span,
        outer=marked.outer,
        sentence=Span(sentence.start, sentence.end),
        paragraph=narration.paragraphs[narration.places[quote].paragraph],
        speaker_before=last.mention.span if last is not None else None,
    )


def _mention(narration: Narration, span: Span) -> Mention:
    """What a stretch of the text says of who spoke."""
    paragraph, index = narration.locate(span.start)
    for sentence in narration.sentences(paragraph)[index : index + 1]:
        inside = [i for i, t in enumerate(sentence.tokens) if span.start <= t.start and t.end <= span.end]
        words = [i for i in inside if sentence.tokens[i].kind != QUOTE]
        if words:
            names = [i for i in words if sentence.tokens[i].kind == NAME]
            phrase = Phrase(words[0], (names or words)[-1], words[-1])
            return attrs.evolve(mention_of(sentence, phrase), span=span)
    # A name within a quotation, or in no word at all.
    printed = span.of(narration.text)
    return Mention(span, MentionKind.NAME, printed, printed.lower(), -1, -1, span)
