"""What a pair of marks holds: speech, a headline, a pull quote, a description, or words that are nobody's.

The rules stand in order of precision, and the first that answers decides. Words that announce a
name make a term of what follows them, whatever else speaks for speech; else many weak signs are
weighed (`terms`). What is somebody's words is a headline, a pull quote or a description by its place.
"""

import re
from collections.abc import Callable

from quoteverify.models import QuoteKind, Span
from quoteverify.reading.kinds.headings import is_heading, is_single
from quoteverify.reading.kinds.surroundings import Surroundings, surroundings
from quoteverify.reading.marks.pairing import MarkedSpan
from quoteverify.text.language import LanguageProfile
from quoteverify.text.normalize import QUOTATION_MARKS

_FEW = 3
"""In words: what is quoted within a quotation and is no longer is mostly a term."""
_NICKNAME = 3
"""In words: what stands within somebody's name is no longer."""
_TITLE = 12
"""In words: titles of works are seldom longer."""
_DESCRIPTION = 10
"""In words: what somebody is called is seldom longer."""
_PULLED = 3
"""In words: less than that may stand twice by chance."""
_PULLED_LONGEST = 300
"""In code points: a pull quote is a line or two."""
_CALLERS = 4
"""In words: how far before a mark the verb stands that gives a name: "call their own port"."""
_NEARBY = 50_000
"""In code points: how far from a pull quote the words that it repeats are looked for (a guard for speed)."""

_ASIDE = re.compile(r"\([^()]*\)\W?")
_ADDRESS = re.compile(r"[@#]|\w+[:/]/|www\.")
_DASHES = frozenset("-–—―~→")
_STOPS = ".!?"
_BEFORE_A_SENTENCE = f":{_STOPS}{QUOTATION_MARKS}"


def kind_of(
    text: str,
    marked: MarkedSpan,
    paragraph: Span,
    profile: LanguageProfile,
    *,
    cued: bool,
    odds: Callable[[], float] | None,
) -> tuple[QuoteKind, str]:
    """What a marked span holds, by the words in it and around it, and the name of the rule that says so.

    Args:
        text: The whole text.
        marked: The span.
        paragraph: The paragraph it opens in.
        profile: The language.
        cued: Whether a report governs the span: a cue with its speaker, or the utterance it goes on with.
        odds: What gives the logarithm of the odds that it is a term, as `terms.log_odds` does, and is asked
            only where that decides; None inside a quotation.

    Returns:
        Its kind, and the rule, which is "speech" where none of `RULES` answers.

    >>> from quoteverify.reading.marks.pairing import marked_spans, paragraphs
    >>> from quoteverify.text.language import language
    >>> text, english = 'The film "Dark Water" won.', language("en")
    >>> (marked,) = marked_spans(text, english)
    >>> kind, rule = kind_of(text, marked, paragraphs(text)[0], english, cued=False, odds=None)
    >>> kind.value, rule
    ('term', 'work')
    """
    span = surroundings(text, marked, paragraph, profile, cued=cued, odds=odds)
    for rule in RULES:
        kind = rule(span)
        if kind is not None:
            return kind, rule.__name__
    return QuoteKind.SPEECH, QuoteKind.SPEECH.value


_CITED = re.compile(
    r"\s[^\"“”;\n]{3,90}?(?:,\s\d{1,4}\s[^\W\d_a-z][^,;()\n]{0,20}\s\d{1,5}\b|\s[\[(]\d{4}[\])]\s\w)"
)
"""The name of a case, and the volume, the reporter and the page, or the year before them."""

Rule = Callable[[Surroundings], QuoteKind | None]
"""Says what a span holds, or None where it does not tell."""


def no_words(span: Surroundings) -> QuoteKind | None:
    """Nothing to read, one address, handle or path, or what is only heard, as (Applause.) is."""
    address = " " not in span.inside and _ADDRESS.match(span.inside)
    return QuoteKind.TERM if address or not span.words or _ASIDE.fullmatch(span.inside) else None


def named(span: Surroundings) -> QuoteKind | None:
    """So-called "X", a report entitled "X", known as "X"."""
    announced = span.last in span.kind_words.name_ends and span.kind_words.names.search(span.before)
    return QuoteKind.TERM if announced else None


def identity(span: Surroundings) -> QuoteKind | None:
    """Her name was "X"; a man identified only as "X": not the name was "ours"."""
    words = span.kind_words
    if span.last not in words.identity_ends or len(span.words) > _NICKNAME or not span.capitalised:
        return None
    return QuoteKind.TERM if words.identity.search(span.before) else None


def christened(span: Surroundings) -> QuoteKind | None:
    """A cat called "X", what locals call "X", they call themselves "X": not he called it "X"."""
    words = span.kind_words
    if words.calls.isdisjoint(span.before.split()[-_CALLERS:]):
        return None
    found = words.calling.search(span.before)
    if found is None:
        return None
    caller, past = found["before"], found["verb"] in words.called
    if caller.lower() in words.anybody and not past:
        return QuoteKind.TERM
    if not span.capitalised:
        return None
    somebody = caller.lower() in words.subjects or caller[0].isupper()
    return QuoteKind.TERM if found["object"] or (past and not somebody) else None


def work(span: Surroundings) -> QuoteKind | None:
    """The film "X"; "X", a novel by; the "X" star; the "X" movement."""
    if len(span.words) > _TITLE or not span.capitalised:
        return None
    words, after = span.kind_words, span.next
    beside = span.last in words.work or any(after in role for role in (words.work, words.maker, words.bearer))
    return QuoteKind.TERM if beside or words.apposition.match(span.after) else None


def nickname(span: Surroundings) -> QuoteKind | None:
    """William "Bill" Smith."""
    if len(span.words) > _NICKNAME or not span.capitalised or not span.between_capitals:
        return None
    return None if is_heading(span.text, span.paragraph, span.marked) else QuoteKind.TERM


def pull_quote(span: Surroundings) -> QuoteKind | None:
    """A line of its own whose words stand in the body too."""
    core = span.inside.rstrip(".,!?…")
    if not span.alone or span.marked.continues or len(span.words) < _PULLED or len(core) > _PULLED_LONGEST:
        return None
    # The body may have it within a sentence, with a small letter.
    outer = span.marked.outer
    after = span.text.find(core[1:], outer.end, outer.end + _NEARBY)
    before = span.text.find(core[1:], max(0, outer.start - _NEARBY), outer.start)
    return QuoteKind.PULL_QUOTE if max(after, before) >= 0 else None


def unlike_speech(span: Surroundings) -> QuoteKind | None:
    """What is likelier a term by all that holds of it; never a sentence that is reported or stands by itself.

    Inside a quotation, where that is not known, a few words that are no reported sentence.
    """
    if span.odds is None:
        reported = span.cued and span.inside[0].isupper() and span.inside[-1] in f",{_STOPS}"
        return QuoteKind.TERM if len(span.words) <= _FEW and not reported else None
    told = (
        _is_a_passage,
        _is_a_sentence,
        _is_signed,
        _is_cited,
        _is_told_behind,
        _is_all_of_a_headline,
        _is_labelled_in_a_headline,
    )
    if any(rule(span) for rule in told) or span.odds() <= 0 or _is_told_somebody(span):
        return None
    return QuoteKind.TERM


def _is_a_passage(span: Surroundings) -> bool:
    """Whether a span holds more than one sentence, and more words than a title has."""
    return len(span.words) >= _PASSAGE and _ANOTHER_SENTENCE.search(span.inside) is not None


_PASSAGE = 10
"""In words: a title of two sentences, "Not Now. Not Ever.", has fewer."""
_ANOTHER_SENTENCE = re.compile(r"(?<=[^\W\d_]{2})[.?!]['\"’”]?\s+[^\W\d_a-z]")


def _is_signed(span: Surroundings) -> bool:
    """Whether a name and a dash say who spoke: “Awful, just awful” – Ruth Vale; Ruth Vale – “just awful”."""
    after = span.after.lstrip()[:1] in _DASHES and not span.before
    dash = after or (span.before[-1:] in _DASHES and not span.after)
    return span.cued and dash and not span.capitalised


def _is_cited(span: Surroundings) -> bool:
    """Whether it is said behind a span where its words are reported: “plain.” Vale v. Aas, 12 F.3d 4."""
    return span.cued and span.inside[-1] in _STOPS and _CITED.match(span.after) is not None


def _is_told_somebody(span: Surroundings) -> bool:
    """Whether somebody is told what a span holds, and not said by whom: They were told it was “not safe”."""
    return not span.capitalised and span.kind_words.told.search(span.before.rstrip()) is not None


def _is_told_behind(span: Surroundings) -> bool:
    """Whether a headline says behind a comma who said so: Port was ‘a ruin’, inquest hears."""
    if not span.cued or not span.after.startswith(",") or span.capitalised:
        return False
    return is_heading(span.text, span.paragraph, span.marked)


def _is_all_of_a_headline(span: Surroundings) -> bool:
    """Whether a text begins with a span that is its headline, and no title: ‘I was slow, I was dear’."""
    first = not span.text[: span.marked.outer.start].strip()
    more = bool(span.text[span.marked.outer.end :].strip())
    return first and more and span.alone and not span.capitalised and len(span.words) > _FEW


def _is_labelled_in_a_headline(span: Surroundings) -> bool:
    """Whether a headline opens with a span and a colon, and it is no title: ‘It was late’: Fears for Aas."""
    if span.before or not span.after.startswith(":") or span.capitalised or len(span.words) < _FEW:
        return False
    return is_heading(span.text, span.paragraph, span.marked)


def _is_a_sentence(span: Surroundings) -> bool:
    """Whether a span begins as sentences do, and is reported or ends as they do."""
    begins = span.inside[0].isupper() and (not span.before or _opens_a_sentence(span))
    if not begins or span.inside[-1] not in f",{_STOPS}":
        return False
    return span.cued or _stands_by_itself(span)


def _opens_a_sentence(span: Surroundings) -> bool:
    """Whether what stands before a span ends a sentence, or is a heading: The pool — “It leaks,” she said."""
    before = span.before[-1]
    return before in _BEFORE_A_SENTENCE or (before in _DASHES and span.cued and span.inside[-1] == ",")


def _stands_by_itself(span: Surroundings) -> bool:
    """Whether a span ends a sentence, and is a line of a conversation, or no title nor in single marks."""
    if span.inside[-1] not in _STOPS or span.after.lstrip()[:1].islower():
        return False
    if span.alone and span.beside_another:
        return True
    return not span.capitalised and not (span.alone and is_single(span.marked))


def headline(span: Surroundings) -> QuoteKind | None:
    """Words in a line that is a headline: short, with no stop at its end, or the first with single marks."""
    marked = span.marked
    if span.alone or marked.depth or not is_heading(span.text, span.paragraph, marked):
        return None
    # A post is signed with a name on a network.
    signed = span.text.find("(@", marked.outer.end, span.paragraph.end) >= 0
    return None if signed else QuoteKind.HEADLINE


def description(span: Surroundings) -> QuoteKind | None:
    """Words of somebody about something: called her "a rose"."""
    if not span.cued or not span.inside[:1].islower() or len(span.words) > _DESCRIPTION:
        return None
    return QuoteKind.DESCRIPTIVE if span.described else None


RULES: tuple[Rule, ...] = (
    no_words,
    named,
    identity,
    christened,
    work,
    nickname,
    pull_quote,
    unlike_speech,
    headline,
    description,
)
"""In order: the first that answers decides; what none answers is speech."""
