"""What a pair of marks holds: speech, a headline, a pull quote, a description, or words that are nobody's.

The rules stand in order of precision, and the first that answers decides. A report that governs
the span makes it speech, but for the names of works and people, which stand in marks within
reports too; without one, a few words in marks are mostly a term.
"""

import functools
import re
from collections.abc import Callable

import attrs

from quoteverify.models import QuoteKind, Span
from quoteverify.reading.marks import MarkedSpan
from quoteverify.text.language import LanguageProfile

_HEADLINE = 150
"""In code points: headlines are seldom longer (news style books ask for 60 to 100)."""

_NEIGHBOURHOOD = 60
"""In code points: how much before and after a span its rules look at."""

_NEARBY = 50_000
"""In code points: how far from a pull quote the words that it repeats are looked for."""


@attrs.frozen(eq=False)
class _Place:
    """A span with its words and its neighbours."""

    text: str
    marked: MarkedSpan
    paragraph: Span
    cued: bool
    inside: str
    words: list[str]
    before: str
    after: str
    terms: "_Terms"

    @property
    def alone(self) -> bool:
        """Whether nothing else stands in the paragraph."""
        return not self.before and not self.after

    @property
    def large(self) -> list[str]:
        """The words that a title capitalises."""
        return [word for word in self.words if word.lower() not in self.terms.small]

    @property
    def capitalised(self) -> bool:
        """Whether every word that a title capitalises has a capital."""
        large = self.large
        return bool(large) and not any(word[0].islower() for word in large)

    @property
    def previous(self) -> str:
        """The word right before, in lower case; "" where a point stands between, or nothing."""
        found = _LAST_WORD.search(self.before)
        return found[1].lower() if found else ""

    @property
    def next(self) -> str:
        """The word right after, in lower case; "" where a point stands between, or nothing."""
        found = _FIRST_WORD.match(self.after)
        return found[1].lower() if found else ""


_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_LAST_WORD = re.compile(r"([^\W_]+(?:['’.\-][^\W_]+)*['’]?)\s*$")
_AFTER_MARK = re.compile(r"[\"”'’]\s+[^\W_]+$")
_FIRST_WORD = re.compile(r"\s*([^\W_]+(?:['’.\-][^\W_]+)*)")


@attrs.frozen(eq=False)
class _Terms:
    """The words of a language that decide, by what they do."""

    names: re.Pattern[str]
    word: frozenset[str]
    work: frozenset[str]
    announced: re.Pattern[str]
    maker: frozenset[str]
    bearer: frozenset[str]
    place: frozenset[str]
    list: frozenset[str]
    small: frozenset[str]
    apposition: re.Pattern[str]
    description: re.Pattern[str]


@functools.lru_cache(maxsize=8)
def _terms(profile: LanguageProfile) -> _Terms:
    def any_of(words: frozenset[str]) -> str:
        return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"

    by_role = {
        role: profile.words("terms", role=role)
        for role in ("word", "work", "maker", "bearer", "place", "list", "small")
    }
    return _Terms(
        names=re.compile(
            rf"(?:^|\W)(?:{any_of(profile.words('terms', role='names'))})\s*:?\s*$", re.IGNORECASE
        ),
        announced=re.compile(rf"(?:^|\W)(?:{any_of(by_role['work'])}),?\s*$", re.IGNORECASE),
        apposition=re.compile(
            rf"\s*,?\s*(?:an?|the|[^\W_]+['’]s)\s+(?:[\w\-]+\s+){{0,3}}?(?:{any_of(by_role['work'])})\b"
        ),
        description=re.compile(
            rf"\b(?:{any_of(profile.words('cues', kind='name'))})(?:\s+[\w'’\-]+){{0,4}}$", re.IGNORECASE
        ),
        **by_role,
    )


def kind_of(
    text: str, marked: MarkedSpan, paragraph: Span, profile: LanguageProfile, *, cued: bool
) -> QuoteKind:
    """What a marked span holds, by the words in it and around it.

    Args:
        text: The whole text.
        marked: The span.
        paragraph: The paragraph it opens in.
        profile: The language.
        cued: Whether a report governs the span: a cue with its speaker, or the utterance it goes on with.

    >>> from quoteverify.reading.marks import marked_spans, paragraphs
    >>> from quoteverify.text.language import profile
    >>> text, english = 'The film "Dark Water" won.', profile("en")
    >>> (marked,) = marked_spans(text, english)
    >>> kind_of(text, marked, paragraphs(text)[0], english, cued=False).value
    'term'
    """
    outer = marked.outer
    inside = marked.span.of(text).strip()
    place = _Place(
        text=text,
        marked=marked,
        paragraph=paragraph,
        cued=cued,
        inside=inside,
        words=_WORD.findall(inside[:_NEARBY]),
        before=text[max(paragraph.start, outer.start - _NEIGHBOURHOOD) : outer.start].rstrip(),
        after=text[outer.end : min(max(paragraph.end, outer.end), outer.end + _NEIGHBOURHOOD)].rstrip(),
        terms=_terms(profile),
    )
    for rule in RULES:
        kind = rule(place)
        if kind is not None:
            return kind
    return QuoteKind.SPEECH


Rule = Callable[[_Place], QuoteKind | None]


def no_words(place: _Place) -> QuoteKind | None:
    """Nothing to read, or one address, handle or path."""
    if not place.words or (" " not in place.inside and re.match(r"[@#]|\w+[:/]/|www\.", place.inside)):
        return QuoteKind.TERM
    return None


def named(place: _Place) -> QuoteKind | None:
    """So-called "X", a report entitled "X", known as "X"; without a report, also the word "X"."""
    if place.terms.names.search(place.before) or (not place.cued and place.previous in place.terms.word):
        return QuoteKind.TERM
    return None


def work(place: _Place) -> QuoteKind | None:
    """The film "X"; "X", a novel by; the "X" star; the "X" movement."""
    if not place.capitalised or len(place.words) > 12:
        return None
    terms = place.terms
    if terms.announced.search(place.before) or place.next in terms.work | terms.maker | terms.bearer:
        return QuoteKind.TERM
    if terms.apposition.match(place.after):
        return QuoteKind.TERM
    return None


def nickname(place: _Place) -> QuoteKind | None:
    """William "Bill" Smith."""
    beside = _LAST_WORD.search(place.before), _FIRST_WORD.match(place.after)
    if (
        all(found and found[1][0].isupper() for found in beside)
        and len(place.words) <= 3
        and place.capitalised
    ):
        return QuoteKind.TERM if not _heading(place) else None
    return None


def headline(place: _Place) -> QuoteKind | None:
    """Words in a line that is a headline: short, with no stop at its end, or the first with single marks."""
    return QuoteKind.HEADLINE if not place.alone and _heading(place) else None


def pull_quote(place: _Place) -> QuoteKind | None:
    """A line of its own whose words stand in the body too."""
    core = place.inside.rstrip(".,!?…")
    if not place.alone or place.marked.continues or len(place.words) < 3 or len(core) > 300:
        return None
    # The body may have it within a sentence, with a small letter.
    outer = place.marked.outer
    after = place.text.find(core[1:], outer.end, outer.end + _NEARBY)
    before = place.text.find(core[1:], max(0, outer.start - _NEARBY), outer.start)
    return QuoteKind.PULL_QUOTE if max(after, before) >= 0 else None


def title(place: _Place) -> QuoteKind | None:
    """Capitalised words after a possessive, a preposition or another: CNN's "X", on "X", on "X" and "Y"."""
    if not place.capitalised or len(place.words) > 8 or place.alone:
        return None
    previous = place.previous
    if previous.endswith(("'s", "’s")) or previous in place.terms.place:
        return QuoteKind.TERM
    listed = previous in place.terms.list and _AFTER_MARK.search(place.before)
    return QuoteKind.TERM if listed else None


def description(place: _Place) -> QuoteKind | None:
    """Words of somebody about something: called her "a rose"."""
    if (
        place.cued
        and len(place.words) <= 10
        and place.inside[:1].islower()
        and place.terms.description.search(place.before)
    ):
        return QuoteKind.DESCRIPTIVE
    return None


def few_words(place: _Place) -> QuoteKind | None:
    """A few words that no report governs, unless they are a sentence between sentences."""
    if place.cued or place.alone:
        return None
    ends = place.inside[-1] in ".!?" and not place.after.lstrip()[:1].islower()
    begins = not place.before or place.before[-1] in ".!?”\"’'"
    is_title = place.capitalised and len(place.large) > 1
    if begins and ends and not is_title:
        return None
    return QuoteKind.TERM if len(place.words) <= (6 if place.capitalised else 3) else None


RULES: tuple[Rule, ...] = (
    no_words,
    named,
    work,
    nickname,
    headline,
    pull_quote,
    title,
    description,
    few_words,
)
"""In order: the first that answers decides; what none answers is speech."""


def _heading(place: _Place) -> bool:
    """Whether the paragraph is a headline."""
    paragraph = place.paragraph
    if len(paragraph) > _HEADLINE:
        return False
    last = place.text[paragraph.start : paragraph.end].rstrip("\"'”’»")[-1:]
    single = place.marked.marks.open in ("'", "‘")
    return last not in ".,:;!?…)" or (single and place.marked.paragraph == 0)
