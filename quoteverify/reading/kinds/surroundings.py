"""A marked span as the rules of its kind look at it: its words, and the words right before and after it."""

import functools
import re
from collections.abc import Callable

import attrs

from quoteverify.models import Span
from quoteverify.reading.marks.pairing import MarkedSpan
from quoteverify.text.language import LanguageProfile
from quoteverify.text.normalize import QUOTATION_MARKS
from quoteverify.text.word_patterns import any_of

_NEIGHBOURHOOD = 60
"""In code points: how much before and after a span its rules look at: the words that decide stand nearer."""
_BLANK = 20
"""In code points: the next paragraph begins no farther off (a guard against blank pages)."""
_PARAGRAPH = 2000
"""In code points: how far back the paragraph before begins (a guard against text without any)."""
_TOLD = 400
"""In code points: what a longer span begins with has more words than any rule counts (a guard for speed)."""

_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_RUN = re.compile(r"\w+")
_FIRST_WORD = re.compile(rf"\s*({_WORD.pattern})")
_LAST_WORD = re.compile(rf"({_WORD.pattern}['’]?)\s*$")
_BEFORE_WORDS = f"([—–{QUOTATION_MARKS}"


@attrs.frozen(eq=False)
class KindWords:
    """The words of a language that decide, by what they do: the roles of ``data/<lang>/terms.toml``."""

    names: re.Pattern[str]
    """What announces a name, at the end of a stretch: so-called."""
    name_ends: frozenset[str]
    """The last words of what announces a name: only after these is its pattern looked for."""
    identity: re.Pattern[str]
    """What gives somebody's name, at the end of a stretch: her name was."""
    identity_ends: frozenset[str]
    """The last words of that: only after these is its pattern looked for."""
    calling: re.Pattern[str]
    """Who calls what, at the end of a stretch: what locals call."""
    calls: frozenset[str]
    """The forms of the verb in that."""
    called: frozenset[str]
    """Those of them that are past."""
    subjects: frozenset[str]
    """Pronouns for somebody who gives a name."""
    anybody: frozenset[str]
    """Who calls things by the names that they go by."""
    work: frozenset[str]
    """What is named as a work is: film."""
    maker: frozenset[str]
    """Who is known by a work: star."""
    bearer: frozenset[str]
    """What a name stands on: hat."""
    small: frozenset[str]
    """What a title does not capitalise."""
    apposition: re.Pattern[str]
    """What says of a name that it is a work's, at the beginning of a stretch: a novel."""
    description: re.Pattern[str]
    """What gives somebody's words about something, at the end of a stretch in lower case: called her; a good
    way off only where the last word says so: described the plan on monday in aas as."""
    told: re.Pattern[str]
    """What says that somebody is told what follows, at the end of a stretch: she was told it was."""
    describing: frozenset[str]
    """The first words of the verbs in that: only where one stands near is its pattern looked for."""


@functools.lru_cache(maxsize=8)
def kind_words(profile: LanguageProfile) -> KindWords:
    """The words of a language, made once."""

    def role(name: str) -> frozenset[str]:
        return profile.words("terms", role=name)

    def grammatical(name: str) -> frozenset[str]:
        return profile.words("grammar", **{"class": name})

    calls, describing = role("calling") | role("called"), profile.words("cues", kind="name")
    telling = (profile.words("cues", tells=True) | describing) - profile.words("cues", asks=True) - calls
    adverbs = {ending.removeprefix("-") for ending in grammatical("manner_adverb")}
    articles = grammatical("definite_article") | grammatical("indefinite_article")
    relayed = grammatical("relayed")
    circled = (
        rf"(?:{any_of(role('known'))})\s(?:{any_of(role('circle'))})"
        rf"(?!\s(?:{any_of(grammatical('auxiliary'))})\b)(?:\s[\w'’-]+){{1,4}}?\s(?:{any_of(relayed)})"
    )
    return KindWords(
        names=re.compile(
            rf"(?:^|\W)(?:(?:{any_of(role('names'))}|{circled})\s*+(?::\s*+)?"
            rf"|(?:{any_of(role('titling'))})\s*+(?:[:,]\s*+)?)$",
            re.IGNORECASE,
        ),
        name_ends=frozenset(
            re.split(r"\W", words)[-1] for words in role("names") | role("titling") | relayed
        ),
        identity=re.compile(rf"(?:^|\W)(?:{any_of(role('identity'))})[\s,:]*+$", re.IGNORECASE),
        identity_ends=frozenset(words.rsplit(" ", 1)[-1] for words in role("identity")),
        calling=re.compile(
            rf"(?P<before>[^\W_]+)\s+(?:[^\W_]+(?:{any_of(adverbs)})\s+)?(?P<verb>{any_of(calls)})"
            rf"(?P<object>\s+(?:(?:{any_of(role('own'))})(?:\s+[^\W_]+){{1,2}}|{any_of(role('oneself'))}))?"
            rf"(?:\s+(?:{any_of(articles)}))?\s*$"
        ),
        calls=calls,
        called=role("called"),
        subjects=frozenset(str(row.values["subject"]) for row in profile.rows("pronouns")),
        anybody=role("anybody"),
        work=role("work"),
        maker=role("maker"),
        bearer=role("bearer"),
        small=role("small"),
        apposition=re.compile(
            rf"\s*+(?:,\s*+)?(?:{any_of(articles)}|[^\W_]++(?:{any_of(grammatical('possessive_mark'))}))\s++"
            rf"(?:[\w\-]++\s++){{0,3}}?(?:{any_of(role('work'))})\b"
        ),
        told=re.compile(
            rf"(?:^|,\s|(?:^|\W)(?:{any_of(grammatical('be'))})\s(?:[^\W_]+(?:{any_of(adverbs)})\s)?)(?:{any_of(telling)})\b"
            rf"(?!\s(?:{any_of(grammatical('infinitive_marker'))})\s)(?:\s[\w'’\-]+)*[:,]?$",
            re.IGNORECASE,
        ),
        describing=frozenset(word for cue in describing for word in _RUN.findall(cue)[:1]),
        description=re.compile(
            rf"\b(?:{any_of(describing)})"
            rf"(?:(?:\s+[\w'’\-]+){{0,4}}|(?:\s+[\w'’\-]+){{4,10}}\s+(?:{any_of(relayed)}))$"
        ),
    )


@attrs.define(eq=False, slots=False)
class Surroundings:
    """A marked span with its words and its neighbours.

    Attributes:
        text: The whole text.
        marked: The span.
        paragraph: The paragraph it opens in.
        cued: Whether a report governs the span.
        odds: What gives the logarithm of the odds that it is a term; None inside a quotation.
        inside: What stands between the marks.
        before: What stands before the opening mark in its paragraph, so far as it is looked at.
        after: What stands after the closing mark.
        kind_words: The words of the language that decide.
    """

    text: str
    marked: MarkedSpan
    paragraph: Span
    cued: bool
    odds: Callable[[], float] | None
    inside: str
    before: str
    after: str
    kind_words: KindWords

    @functools.cached_property
    def words(self) -> list[str]:
        """The words between the marks; of a very long span the first ones."""
        return _WORD.findall(self.inside[:_TOLD])

    @property
    def alone(self) -> bool:
        """Whether nothing else stands in the paragraph."""
        return not self.before and not self.after

    @property
    def beside_another(self) -> bool:
        """Whether a paragraph beside its own begins in the same marks, or the one before ends in them."""
        text, paragraph = self.text, self.paragraph
        opening, closing = text[paragraph.start], text[paragraph.end - 1]
        before = text[max(0, paragraph.start - _PARAGRAPH) : paragraph.start].rstrip().rpartition("\n")[2]
        after = text[paragraph.end : paragraph.end + _BLANK]
        return before.endswith(closing) or any(side.lstrip().startswith(opening) for side in (before, after))

    @functools.cached_property
    def capitalised(self) -> bool:
        """Whether every word that a title capitalises has a capital."""
        small = self.kind_words.small
        large = [word for word in self.words if word.lower() not in small]
        return bool(large) and not any(word[0].islower() for word in large)

    @functools.cached_property
    def last(self) -> str:
        """The word right before, in lower case, a comma or colon between or not; "" where there is none."""
        words = self.before.rstrip(" \u00a0,:").replace("-", " ").rsplit(None, 1)
        return words[-1].lstrip(_BEFORE_WORDS).lower() if words else ""

    @property
    def described(self) -> bool:
        """Whether a verb before gives somebody's words about something: called her."""
        before, words = self.before.lower(), self.kind_words
        if words.describing.isdisjoint(_RUN.findall(before)):
            return False
        return words.description.search(before) is not None

    @property
    def next(self) -> str:
        """The word right after, in lower case; "" where a point stands between, or nothing."""
        found = _FIRST_WORD.match(self.after)
        return found[1].lower() if found else ""

    @property
    def between_capitals(self) -> bool:
        """Whether a capitalised word stands right before and right after."""
        beside = _LAST_WORD.search(self.before), _FIRST_WORD.match(self.after)
        return all(found and found[1][0].isupper() for found in beside)


def surroundings(
    text: str,
    marked: MarkedSpan,
    paragraph: Span,
    profile: LanguageProfile,
    *,
    cued: bool,
    odds: Callable[[], float] | None,
) -> Surroundings:
    """A marked span with its words and its neighbours; arguments as for ``kind_of``."""
    outer = marked.outer
    return Surroundings(
        text=text,
        marked=marked,
        paragraph=paragraph,
        cued=cued,
        odds=odds,
        inside=marked.span.of(text).strip(),
        before=text[max(paragraph.start, outer.start - _NEIGHBOURHOOD) : outer.start].rstrip(),
        after=text[outer.end : min(max(paragraph.end, outer.end), outer.end + _NEIGHBOURHOOD)].rstrip(),
        kind_words=kind_words(profile),
    )
