"""What a draft's own words around a quotation do to it: "They refused to “pay the ransom”"."""

import functools
from collections.abc import Sequence

from quoteverify.collation.language.frames import AMOUNT, BEARING, DOUBT, FrameMark
from quoteverify.collation.verify.context import bearing, sides
from quoteverify.collation.verify.context.bearing import Beside, known_of
from quoteverify.models import Span
from quoteverify.text.language import LanguageProfile
from quoteverify.text.normalize import QUOTATION_MARKS
from quoteverify.text.words import words

_MARK = 3
"""In code points: more than a quotation mark has, and one inside another."""
_WORD = 16
"""In code points: a long word with the space behind it, of those that a phrase goes on with."""
_DOUBTS = frozenset({"hedges", DOUBT})
"""What leaves open whether something is so, whoever says it: "I hope", "she hopes to"."""
_RETOLD = frozenset({*BEARING, *_DOUBTS, AMOUNT})
"""What a draft can say in words of its own."""


class Framing:
    """What the words around a quotation in its sentence do to it, found out where it is asked.

    Args:
        text: The text that has the quotation.
        spans: Where it stands, without its marks.
        language: The language whose denials, hedges and conditions count.

    >>> from quoteverify import language, parse
    >>> draft = parse("Vale said that they would not “pay the ransom”.")
    >>> framing = Framing(draft.text, draft.quotes[0].spans, language("en"))
    >>> sorted(framing.retold), framing.denies
    (['negators'], True)
    """

    def __init__(self, text: str, spans: Sequence[Span], language: LanguageProfile) -> None:
        self._text, self._spans, self._language = text, spans, language

    @functools.cached_property
    def _found(self) -> tuple[Beside, Sequence[tuple[FrameMark, str]]]:
        """The words before the quotation, and the phrases among them that bear on it."""
        before, end = _words_before(self._text, self._spans[0], self._language)
        return before, list(bearing.before(before, end))

    @property
    def retold(self) -> frozenset[str]:
        """What they do, as the frames of a language name it: "negators", "doubt", "conditions"."""
        after = _words_behind(self._text, self._spans[-1], self._language)
        before, found = self._found
        turns = {turns for _, turns in found} | {turns for _, turns in bearing.behind(after, (), 0)}
        if bearing.splits_amount(before.known, before.keys, before.passage):
            turns.add(AMOUNT)
        if not self._language.words("modals", doubts=True).isdisjoint(before.keys):
            turns.add(DOUBT)  # they could “sell the yard”
        if _is_thought(before.keys, self._language):
            turns.add(DOUBT)  # she believed “the yard is lost”
        return frozenset(turns & _RETOLD | (_DOUBTS if turns & _DOUBTS else frozenset()))

    @property
    def denies(self) -> bool:
        """Whether they deny a fragment right before it."""
        before, found = self._found
        return any(_denies(before, mark) for mark, _ in found)


def _is_thought(keys: Sequence[str], language: LanguageProfile) -> bool:
    """Whether a verb right before a quotation says that somebody thinks it: not "said she had no doubt"."""
    cues, negators = language.words("cues"), language.words("negators")
    verbs = [n for n in range(max(0, len(keys) - _THOUGHT), len(keys)) if keys[n] in cues]
    return any(keys[n] in _thinking(language) and negators.isdisjoint(keys[n - 1 : n]) for n in verbs[-1:])


@functools.lru_cache(maxsize=8)
def _thinking(language: LanguageProfile) -> frozenset[str]:
    """The verbs with which speakers say how far they vouch for something, in all forms: think, thought."""
    phrases = (phrase.split() for phrase in language.words("hedges"))
    speaking = known_of(language).speaking
    own = {words[1] for words in phrases if len(words) == _VERBAL and words[0] in speaking}
    rows = (row.words for row in language.rows("cues") if not own.isdisjoint(row.words))
    return frozenset(own.union(*rows))


_VERBAL = 2
"""In words: I think."""
_THOUGHT = 3
"""In words: how far before a quotation the verb stands by which somebody thinks it."""


def _words_before(text: str, span: Span, language: LanguageProfile) -> tuple[Beside, int]:
    """What precedes a quotation in its sentence, and where that ends in it, in code points."""
    near = text[max(0, span.start - _MARK) : span.start]
    mark = span.start - len(near) + len(near.rstrip(QUOTATION_MARKS))
    lead = sides.lead(text, sides.before(text, mark), language).of(text)
    longest = known_of(language).frames.longest
    opening = words(text[span.start : span.start + longest * _WORD]).keys[:longest]
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


def _denies(before: Beside, mark: FrameMark) -> bool:
    """Whether a denial stands right before a fragment: "would not", "is not a", "are unable to"."""
    known, between = before.known, before.keys[mark.end :]
    verb = before.keys[mark.start : mark.end]
    return (
        mark.frame.turns == "negators"
        and not mark.frame.of_phrase
        and all(key in known.light for key in between)
        and " ".join(verb) not in known.lexicon.profile.words("cues")
    )
