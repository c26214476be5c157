"""What a pair of marks holds: speech, a headline, a pull quote, a description, or words that are nobody's.

The rules stand in order of precision, and the first that answers decides. Words that announce a
name make a term of what follows them, whatever else speaks for speech; else many weak signs are
weighed (`terms`). What is somebody's words is a headline, a pull quote or a description by its place.
"""

import functools
import re
from collections.abc import Callable

import attrs

from quoteverify.models import QuoteKind, Span
from quoteverify.reading.marks.pairing import MarkedSpan
from quoteverify.text.language import LanguageProfile

_HEADLINE = 150
"""In code points: headlines are seldom longer (news style books ask for 60 to 100)."""

_NEIGHBOURHOOD = 60
"""In code points: how much before and after a span its rules look at."""

_FEW = 3
"""In words: what is quoted within a quotation and is no longer is mostly a term."""

_NEARBY = 50_000
"""In code points: how far from a pull quote the words that it repeats are looked for."""


@attrs.frozen(eq=False)
class _Place:
    """A span with its words and its neighbours."""

    text: str
    marked: MarkedSpan
    paragraph: Span
    cued: bool
    odds: float | None
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
    def last(self) -> str:
        """The word right before, in lower case, a comma or colon between or not; "" where there is none."""
        words = self.before.rstrip(" \u00a0,:").replace("-", " ").rsplit(None, 1)
        return words[-1].lstrip(_BEFORE_WORDS).lower() if words else ""

    @property
    def next(self) -> str:
        """The word right after, in lower case; "" where a point stands between, or nothing."""
        found = _FIRST_WORD.match(self.after)
        return found[1].lower() if found else ""


_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_LAST_WORD = re.compile(r"([^\W_]+(?:['’.\-][^\W_]+)*['’]?)\s*$")
_DASHES = frozenset("-–—―~")
_BEFORE_WORDS = "([\"“‘'—–"
_ASIDE = re.compile(r"\([^()]*\)\W?")
_FIRST_WORD = re.compile(r"\s*([^\W_]+(?:['’.\-][^\W_]+)*)")


@attrs.frozen(eq=False)
class _Terms:
    """The words of a language that decide, by what they do."""

    names: re.Pattern[str]
    name_ends: frozenset[str]
    """The last words of what announces a name: only after these is its pattern looked for."""
    work: frozenset[str]
    calling: re.Pattern[str]
    calls: frozenset[str]
    subjects: frozenset[str]
    anybody: frozenset[str]
    maker: frozenset[str]
    bearer: frozenset[str]
    small: frozenset[str]
    apposition: re.Pattern[str]
    description: re.Pattern[str]


@functools.lru_cache(maxsize=8)
def _terms(profile: LanguageProfile) -> _Terms:
    def any_of(words: frozenset[str]) -> str:
        return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"

    by_role = {
        role: profile.words("terms", role=role) for role in ("work", "maker", "bearer", "anybody", "small")
    }
    calling = any_of(profile.words("terms", role="calling"))
    reflexive = frozenset(word for word in profile.words("pronouns") if word.endswith(("self", "selves")))
    return _Terms(
        names=re.compile(
            rf"(?:^|\W)(?:{any_of(profile.words('terms', role='names'))})\s*+(?::\s*+)?$", re.IGNORECASE
        ),
        name_ends=frozenset(re.split(r"\W", words)[-1] for words in profile.words("terms", role="names")),
        calls=profile.words("terms", role="calling"),
        calling=re.compile(
            rf"(?P<before>[^\W_]+)\s+(?:[^\W_]+ly\s+)?(?P<verb>{calling})"
            rf"(?P<object>\s+(?:(?:its|their)(?:\s+[^\W_]+){{1,2}}|{any_of(reflexive)}))?\s*$"
        ),
        subjects=frozenset(str(row.values["subject"]) for row in profile.rows("pronouns")),
        apposition=re.compile(
            rf"\s*+(?:,\s*+)?(?:an?|the|[^\W_]++['’]s)\s++(?:[\w\-]++\s++){{0,3}}?(?:{any_of(by_role['work'])})\b"
        ),
        description=re.compile(
            rf"\b(?:{any_of(profile.words('cues', kind='name'))})(?:\s+[\w'’\-]+){{0,4}}$", re.IGNORECASE
        ),
        **by_role,
    )


def kind_of(
    text: str,
    marked: MarkedSpan,
    paragraph: Span,
    profile: LanguageProfile,
    *,
    cued: bool,
    odds: float | None,
) -> tuple[QuoteKind, str]:
    """What a marked span holds, by the words in it and around it, and the name of the rule that says so.

    Args:
        text: The whole text.
        marked: The span.
        paragraph: The paragraph it opens in.
        profile: The language.
        cued: Whether a report governs the span: a cue with its speaker, or the utterance it goes on with.
        odds: The logarithm of the odds that it is a term, as `terms.log_odds` says; None inside a quotation.

    Returns:
        Its kind, and the rule, which is "speech" where none of `RULES` answers.

    >>> from quoteverify.reading.marks.pairing import marked_spans, paragraphs
    >>> from quoteverify.text.language import profile
    >>> text, english = 'The film "Dark Water" won.', profile("en")
    >>> (marked,) = marked_spans(text, english)
    >>> kind, rule = kind_of(text, marked, paragraphs(text)[0], english, cued=False, odds=None)
    >>> kind.value, rule
    ('term', 'work')
    """
    outer = marked.outer
    inside = marked.span.of(text).strip()
    place = _Place(
        text=text,
        marked=marked,
        paragraph=paragraph,
        cued=cued,
        odds=odds,
        inside=inside,
        words=_WORD.findall(inside[:_NEARBY]),
        before=text[max(paragraph.start, outer.start - _NEIGHBOURHOOD) : outer.start].rstrip(),
        after=text[outer.end : min(max(paragraph.end, outer.end), outer.end + _NEIGHBOURHOOD)].rstrip(),
        terms=_terms(profile),
    )
    for rule in RULES:
        kind = rule(place)
        if kind is not None:
            return kind, rule.__name__
    return QuoteKind.SPEECH, QuoteKind.SPEECH.value


Rule = Callable[[_Place], QuoteKind | None]


def no_words(place: _Place) -> QuoteKind | None:
    """Nothing to read, one address, handle or path, or what is only heard, as (Applause.) is."""
    if (
        not place.words
        or _ASIDE.fullmatch(place.inside)
        or (" " not in place.inside and re.match(r"[@#]|\w+[:/]/|www\.", place.inside))
    ):
        return QuoteKind.TERM
    return None


def named(place: _Place) -> QuoteKind | None:
    """So-called "X", a report entitled "X", known as "X"."""
    announced = place.last in place.terms.name_ends and place.terms.names.search(place.before)
    return QuoteKind.TERM if announced else None


def christened(place: _Place) -> QuoteKind | None:
    """A cat called "X", what locals call "X", they call themselves "X": not he called it "X"."""
    found = None
    if not place.terms.calls.isdisjoint(place.before.split()[-4:]):
        found = place.terms.calling.search(place.before)
    if not found:
        return None
    if found["before"].lower() in place.terms.anybody and not found["verb"].endswith("ed"):
        return QuoteKind.TERM
    if not place.capitalised:
        return None
    if found["object"]:
        return QuoteKind.TERM
    subject = found["before"].lower() in place.terms.subjects or found["before"][0].isupper()
    return None if subject or not found["verb"].endswith("ed") else QuoteKind.TERM


def work(place: _Place) -> QuoteKind | None:
    """The film "X"; "X", a novel by; the "X" star; the "X" movement."""
    if not place.capitalised or len(place.words) > 12:
        return None
    terms = place.terms
    if place.last in terms.work or place.next in terms.work | terms.maker | terms.bearer:
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
        return QuoteKind.TERM if not is_heading(place.text, place.paragraph, place.marked) else None
    return None


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


def unlike_speech(place: _Place) -> QuoteKind | None:
    """What is likelier a term by all that holds of it; never a sentence that is reported or stands by itself.

    Inside a quotation, where that is not known, a few words.
    """
    if place.odds is None:
        return QuoteKind.TERM if len(place.words) <= _FEW else None
    begins = place.inside[0].isupper() and (not place.before or place.before[-1] in ":.!?”\"’'")
    reported = place.cued and place.inside[-1] in ",.!?"
    ends = place.inside[-1] in ".!?" and not place.after.lstrip()[:1].islower()
    sentence = ends and not place.capitalised and not (place.alone and is_single(place.marked))
    signed = place.cued and not place.before and place.after.lstrip()[:1] in _DASHES and not place.capitalised
    if signed or (begins and (reported or sentence)):
        return None
    return QuoteKind.TERM if place.odds > 0 else None


def headline(place: _Place) -> QuoteKind | None:
    """Words in a line that is a headline: short, with no stop at its end, or the first with single marks."""
    marked = place.marked
    heading = not place.alone and not marked.depth and is_heading(place.text, place.paragraph, marked)
    if heading and place.text.find("(@", marked.outer.end, place.paragraph.end) >= 0:
        return None  # a post, signed with a name on a network
    return QuoteKind.HEADLINE if heading else None


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


RULES: tuple[Rule, ...] = (
    no_words,
    named,
    christened,
    work,
    nickname,
    pull_quote,
    unlike_speech,
    headline,
    description,
)
"""In order: the first that answers decides; what none answers is speech."""


def is_heading(text: str, paragraph: Span, marked: MarkedSpan) -> bool:
    """Whether the paragraph of a marked span is a headline.

    It has no stop at its end; the first with single marks may have one, if a text follows and what stands
    in the marks is no sentence of which the text goes on to say whose it is.
    """
    if len(paragraph) > _HEADLINE:
        return False
    printed = paragraph.of(text).rstrip()
    if printed.rstrip("\"'”’»")[-1:] not in ".,:;!?…)":
        return True
    first = is_single(marked) and marked.paragraph == 0
    reported = text[marked.span.end - 1] in ",.!?…" and printed[-1:] in ".!?…"
    return first and not reported and bool(text[paragraph.end :].strip())


def is_single(marked: MarkedSpan) -> bool:
    """Whether a span stands in single marks."""
    return marked.marks.open in ("'", "‘")
