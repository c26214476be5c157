"""What a draft's own words around a quotation do to it: "They refused to “pay the ransom”"."""

from collections.abc import Sequence

import attrs

from quoteverify.collation.language.frames import BEARING, Mark
from quoteverify.collation.verify.context import bearing, sides
from quoteverify.collation.verify.context.bearing import Beside, known_of
from quoteverify.models import Span
from quoteverify.text.language import LanguageProfile
from quoteverify.text.normalize import QUOTATION_MARKS
from quoteverify.text.words import words

_MARK = 3
"""In code points: more than a quotation mark has, and one inside another."""
_DOUBTS = frozenset({"hedges", "doubt"})
"""What leaves open whether something is so, whoever says it: "I hope", "she hopes to"."""


@attrs.frozen
class Framing:
    """What the words around a quotation in its draft do to it.

    Attributes:
        retold: What they do, as the frames of a language name it: "negators", "doubt", "conditions".
        denies: Whether they deny a fragment right before it.
    """

    retold: frozenset[str] = frozenset()
    denies: bool = False


UNFRAMED = Framing()
"""Of a claim that stands alone."""


def framing_of(text: str, spans: Sequence[Span], language: LanguageProfile) -> Framing:
    """What the words around a quotation in its sentence do to it.

    Args:
        text: The text that has the quotation.
        spans: Where it stands, without its marks.
        language: The language whose denials, hedges and conditions count.

    >>> from quoteverify import language, parse
    >>> draft = parse("Vale said that they would not “pay the ransom”.")
    >>> framing = framing_of(draft.text, draft.quotes[0].spans, language("en"))
    >>> sorted(framing.retold), framing.denies
    (['negators'], True)
    """
    before, end = _words_before(text, spans[0], language)
    found = list(bearing.before(before, end))
    after = _words_behind(text, spans[-1], language)
    turns = {turns for _, turns in found} | {turns for _, turns in bearing.behind(after, (), 0)}
    turns &= {*BEARING, *_DOUBTS, "amount"}
    if turns & _DOUBTS:
        turns |= _DOUBTS
    return Framing(frozenset(turns), any(_denies(before, mark) for mark, _ in found))


def _words_before(text: str, span: Span, language: LanguageProfile) -> tuple[Beside, int]:
    """What precedes a quotation in its sentence, and where that ends in it, in code points."""
    near = text[max(0, span.start - _MARK) : span.start]
    mark = span.start - len(near) + len(near.rstrip(QUOTATION_MARKS))
    lead = sides.lead(text, sides.before(text, mark), language).of(text)
    opening = words(text[span.start : span.start + sides.REACH]).keys
    return _beside(lead, language, opening), len(lead)


def _words_behind(text: str, span: Span, language: LanguageProfile) -> Beside:
    """What follows a quotation in its sentence."""
    near = text[span.end : span.end + _MARK]
    mark = span.end + len(near) - len(near.lstrip(QUOTATION_MARKS))
    rest, _ = sides.rest(text, sides.after(text, mark), language)
    return _beside(rest.of(text), language)


def _beside(text: str, language: LanguageProfile, opening: list[str] | tuple[str, ...] = ()) -> Beside:
    found = words(text)
    return Beside.of(known_of(language), found, 0, len(found), len(text), passage=opening, quoted=False)


def _denies(before: Beside, mark: Mark) -> bool:
    """Whether a denial stands right before a fragment: "would not", "is not a", "are unable to"."""
    known, between = before.known, before.keys[mark.end :]
    verb = before.keys[mark.start : mark.end]
    return (
        mark.frame.turns == "negators"
        and not mark.frame.of_phrase
        and all(key in known.light for key in between)
        and " ".join(verb) not in known.lexicon.profile.words("cues")
    )
