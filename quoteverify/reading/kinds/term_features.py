"""What holds of a marked span, by name: what tells terms from speech.

The features stand by theme; a theme is a function that says which of its features hold. No feature is a word
of the articles that the weights are learned from. Those that are named by a word of the language, such as
``before_of``, have it from a table with a column for each place, ``data/<lang>/term_words.toml``.
"""

import functools
import re
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from itertools import chain

import attrs

from quoteverify.models import Span
from quoteverify.reading.kinds.headings import is_heading, is_single
from quoteverify.reading.sieves.answers import Answer
from quoteverify.reading.sieves.columns import TableColumn, column
from quoteverify.reading.sieves.features import Bands
from quoteverify.reading.sieves.nearby import stands_alone
from quoteverify.reading.syntax.grammar import Grammar, grammar
from quoteverify.reading.syntax.mentions import MentionKind
from quoteverify.reading.syntax.narration import Narration
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import NAME, PUNCT, QUOTE, WORD, Token
from quoteverify.reading.syntax.verbs import is_verb
from quoteverify.reading.syntax.word_classes import (
    AUXILIARY,
    BE,
    CUE,
    DETERMINER,
    POSSESSIVE,
    POSSESSIVE_MARK,
    PRESENT_PARTICIPLE,
)
from quoteverify.text.language import LanguageProfile
from quoteverify.text.normalize import QUOTATION_MARKS

BIAS = "always"
"""The feature that holds of every span: its weight sets how many terms are found for the speech lost."""

# The bounds of the bands, and how far is looked, are part of what the features mean: weights are learned anew
# (tests/bench/train_terms.py) where one is changed.
_SIZE = Bands((1, 2, 3, 4, 6, 10, 20), ("0", "1", "2", "3", "4_5", "6_9", "10_19", "20"))
"""In words: how long a span is."""
_LENGTH = Bands((4, 10), ("short", "phrase", "long"))
"""In words: the same, as it is told together with what stands around the span."""
_GAP = Bands((1, 2, 4, 8), ("0", "1", "2_3", "4_7", "8"))
"""In tokens, points aside: how far before a span the verb stands that governs it."""
_FAR = Bands((1, 2, 5, 10), ("0", "1", "2_4", "5_9", "10"))
"""In tokens: how far from a span its cue stands."""
_LONG = 400
"""In code points: what a longer span begins with tells as much as all of it."""
_GOVERNED = 25
"""In tokens: how far before a span the verb that governs it is looked for."""
_NEARBY = 10_000
"""In code points: how far around a span the same words are looked for."""
_SENTENCE = 25
"""In code points: what begins and ends like a sentence, and is longer, is one."""
_COMPANY = 2
"""Spans: how many before and after one are looked at for whole sentences."""

_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_POINTS = {",": "comma", ".": "stop", ":": "colon", "(": "bracket", ")": "bracket"}
_DASHES = "-–—"
_ENDS = {".": "stop", ",": "comma", "?": "query", "!": "query"} | dict.fromkeys("-–—…", "dash")


class WordClass(StrEnum):
    """What a word is, as far as features tell: the first class that has it counts."""

    POSSESSIVE = "possessive"
    BE = "be"
    AUXILIARY = "auxiliary"
    DETERMINER = "determiner"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    SUBJECT = "subject"
    ADVERB = "adverb"
    CLOSED_CLASS = "closed_class"
    VERB = "verb"


@attrs.frozen(eq=False)
class TermWords:
    """What the features call the words of a language, by where they stand."""

    beside: TableColumn
    """The word before or after a span."""
    beside_ending: TableColumn
    lists: TableColumn
    """The word between a span and the one before it."""
    holds: TableColumn
    """Any word of a span."""
    begins: TableColumn
    """The first word of a span."""
    begins_ending: TableColumn
    ends_ending: TableColumn
    governs: TableColumn
    """The verb before a span."""
    speaker: TableColumn
    persons: TableColumn
    """Pronouns for the writer and the reader."""
    cues: TableColumn
    beside_classes: Mapping[str, str]
    """The class of a word beside a span."""
    begins_classes: Mapping[str, str]
    """The class of its first word."""


_BESIDE = (
    WordClass.POSSESSIVE,
    WordClass.BE,
    WordClass.AUXILIARY,
    WordClass.DETERMINER,
    WordClass.PREPOSITION,
    WordClass.CONJUNCTION,
    WordClass.SUBJECT,
    WordClass.ADVERB,
)
_FIRST = (
    WordClass.DETERMINER,
    WordClass.PREPOSITION,
    WordClass.SUBJECT,
    WordClass.CONJUNCTION,
    WordClass.AUXILIARY,
    WordClass.CLOSED_CLASS,
    WordClass.VERB,
)


@functools.lru_cache(maxsize=8)
def _words(profile: LanguageProfile) -> TermWords:
    classes = _classes(grammar(profile))

    def first_of(among: tuple[WordClass, ...]) -> dict[str, str]:
        return {word: found.value for found in reversed(among) for word in classes[found]}

    columns = {
        field.name: column(profile, "term_words", field.name)
        for field in attrs.fields(TermWords)
        if field.type is TableColumn
    }
    writer, reader = profile.words("pronouns", gender="author"), profile.words("pronouns", gender="reader")
    persons = dict.fromkeys(writer, "first_person") | dict.fromkeys(reader, "second_person")
    return TermWords(
        **{**columns, "persons": TableColumn(persons), "cues": column(profile, "cues", "kind")},
        beside_classes=first_of(_BESIDE),
        begins_classes=first_of(_FIRST),
    )


def _classes(grammar: Grammar) -> dict[WordClass, frozenset[str]]:
    """The words of each class."""
    return {
        WordClass.POSSESSIVE: grammar.possessives,
        WordClass.BE: grammar.be,
        WordClass.AUXILIARY: grammar.auxiliaries,
        WordClass.DETERMINER: grammar.determiners,
        WordClass.PREPOSITION: grammar.prepositions,
        WordClass.CONJUNCTION: grammar.conjunctions,
        WordClass.SUBJECT: grammar.subjects,
        WordClass.ADVERB: grammar.adverbs,
        WordClass.CLOSED_CLASS: grammar.closed,
        WordClass.VERB: grammar.verbs,
    }


@attrs.define(eq=False)
class Case:
    """A marked span with what its themes look at."""

    narration: Narration
    quote: int
    answer: Answer | None
    sentence: Sentence
    at: int
    """The span's token in the sentence."""
    inside: str
    """What stands between the marks."""
    lower: list[str]
    """Its words in lower case, with straight apostrophes."""
    form: str
    size: str
    length: str
    words: TermWords


def features(narration: Narration, quote: int, answer: Answer | None) -> set[str]:
    """What holds of a marked span.

    Args:
        narration: The text with its marked spans.
        quote: The index of the span.
        answer: Who spoke it, if a sieve says so.
    """
    case = _case(narration, quote, answer)
    return {BIAS, *chain.from_iterable([theme(case) for theme in THEMES])}


def _case(narration: Narration, quote: int, answer: Answer | None) -> Case:
    """A span as its themes look at it."""
    inside = narration.marked[quote].span.of(narration.text).strip()
    found = _WORD.findall(inside[:_LONG])
    return Case(
        narration=narration,
        quote=quote,
        answer=answer,
        sentence=narration.sentence(quote),
        at=narration.places[quote].token,
        inside=inside,
        lower=[word.lower().replace("’", "'") for word in found],
        form=_form(found, narration.grammar),
        size=_SIZE.name(len(found)),
        length=_LENGTH.name(len(found)),
        words=_words(narration.profile),
    )


def _form(found: list[str], grammar: Grammar) -> str:
    """How the words of a span are capitalised."""
    if not found:
        return "empty"
    first = found[0]
    large = all(word[0].isupper() for word in found if word is first or word.lower() not in grammar.closed)
    if large and (len(found) == 1 or any(word[0].isupper() for word in found[1:])):
        return "title" if len(found) > 1 else "capitals" if first.isupper() and first[1:] else "name"
    return "lower" if first[0].islower() else "opening" if first[0].isupper() else "number"


Theme = Callable[[Case], Iterator[str]]
"""Says which features of a theme hold."""


def form(case: Case) -> Iterator[str]:
    """How long a span is, and how its words are capitalised."""
    yield f"size_{case.size}"
    yield f"form_{case.form}"
    yield f"form_{case.form}_{case.size}"


def end(case: Case) -> Iterator[str]:
    """How a span ends: at a point, and with what word."""
    yield f"ends_{_ENDS.get(case.inside[-1:], 'bare')}"
    if len(case.lower) > 1:
        last = case.lower[-1]
        if last in case.narration.grammar.closed:
            yield "ends_in_closed_class"
        elif name := case.words.ends_ending.name(last):
            yield f"ends_in_{name}"


def start(case: Case) -> Iterator[str]:
    """What a span begins with."""
    if not case.lower:
        return
    words, first = case.words, case.lower[0]
    name = words.begins.name(first) or words.begins_classes.get(first) or words.begins_ending.name(first)
    yield f"begins_{name or 'open_class'}"


def contents(case: Case) -> Iterator[str]:
    """What words a span holds, and whether a comma."""
    words, grammar, lower = case.words, case.narration.grammar, case.lower
    shortened = [word for word in lower if "'" in word]
    if not grammar.auxiliaries.isdisjoint(lower) or any(word in words.holds for word in shortened):
        yield "holds_auxiliary"
    for name in words.persons.names({*lower, *(word.partition("'")[0] for word in shortened)}):
        yield f"holds_{name}"
    if len(lower) > 1:
        yield "holds_open_class" if grammar.closed.isdisjoint(lower) else "holds_closed_class"
    if ", " in case.inside:
        yield "holds_comma"


def neighbours(case: Case) -> Iterator[str]:
    """What stands right before and right after a span."""
    before, after = (_beside(case, i) for i in (case.at - 1, case.at + 1))
    yield f"before_{before}"
    yield f"before_{before}_{case.form}"
    yield f"before_{before}_{case.length}"
    yield f"after_{after}"
    yield f"after_{after}_{case.length}"
    if case.at and _determines(case.sentence.tokens[case.at - 1]):
        yield f"determined_then_{after}"


def _beside(case: Case, i: int) -> str:
    """What a token beside a span is."""
    tokens, words = case.sentence.tokens, case.words
    if not 0 <= i < len(tokens):
        return "edge"
    token, lower = tokens[i], tokens[i].lower
    if token.kind not in (WORD, NAME):
        return _beside_no_word(token)
    if name := words.beside.name(lower) or words.beside_classes.get(lower):
        return name
    if token.kind == NAME:
        return "name"
    if is_verb(case.sentence, i):
        return f"verb_{_verb(case, token)}"
    return "cue_or_noun" if token.classes & CUE else words.beside_ending.name(lower) or "noun"


def _beside_no_word(token: Token) -> str:
    """What a point, a number or another span beside a span is."""
    if token.kind == PUNCT:
        return _POINTS.get(token.text, "dash" if token.text[0] in _DASHES else "point")
    return "quote" if token.kind == QUOTE else "number"


def _determines(token: Token) -> bool:
    """Whether a word before a span makes a noun phrase of it: the “unity” lunch."""
    return token.kind in (WORD, NAME) and bool(token.classes & (DETERMINER | POSSESSIVE | POSSESSIVE_MARK))


def enumeration(case: Case) -> Iterator[str]:
    """Whether a span stands in a row with the one before it: “a”, “b” and “c”."""
    tokens, i = case.sentence.tokens, case.at - 1
    if i < 0 or (tokens[i].text != "," and tokens[i].lower not in case.words.lists):
        return
    if i and tokens[i - 1].kind == PUNCT:
        i -= 1
    if i and tokens[i - 1].kind == QUOTE:
        yield "listed"


def governor(case: Case) -> Iterator[str]:
    """The verb that governs a span, and how far it stands before it."""
    verb, gap = _governor(case)
    yield f"verb_{verb}"
    yield f"verb_{verb}_{case.length}"
    yield f"verb_{verb}_{_GAP.name(gap)}"


def _governor(case: Case) -> tuple[str, int]:
    """The nearest verb before a span in its clause, and how many words stand between."""
    tokens, gap = case.sentence.tokens, 0
    for i in range(case.at - 1, max(-1, case.at - _GOVERNED), -1):
        token = tokens[i]
        if token.kind == PUNCT and token.text in ";:.":
            break
        if token.kind == WORD and _may_govern(case, i):
            return _verb(case, token), gap
        gap += token.kind != PUNCT
    return "none", gap


def _may_govern(case: Case, i: int) -> bool:
    """Whether a word is a verb, or a participle that no comma parts from what it belongs to."""
    tokens, classes = case.sentence.tokens, case.sentence.tokens[i].classes
    participle = i > 0 and tokens[i - 1].kind != PUNCT and classes & PRESENT_PARTICIPLE
    return bool(participle or classes & CUE) or is_verb(case.sentence, i)


def _verb(case: Case, token: Token) -> str:
    """What a verb does."""
    if cue := case.words.cues.name(token.lower):
        return f"cue_{cue}"
    if token.classes & BE:
        return WordClass.BE
    if name := case.words.governs.name(token.lower):
        return name
    if token.classes & AUXILIARY:
        return WordClass.AUXILIARY
    return "ing" if token.classes & PRESENT_PARTICIPLE else "other"


def report(case: Case) -> Iterator[str]:
    """The reason for which a span is somebody's, and who that is."""
    answer = case.answer
    if answer is None:
        yield "report_none"
        yield f"report_none_{case.length}"
        yield f"report_none_{case.form}_{case.size}"
        return
    yield f"report_{answer.reason}"
    yield f"report_{answer.reason}_{case.length}"
    yield f"speaker_{_speaker(case, answer)}"


def _speaker(case: Case, answer: Answer) -> str:
    """Who a speaker is, by how the mention names them."""
    mention, grammar = answer.mention, case.narration.grammar
    if name := case.words.speaker.name(mention.head):
        return name
    if grammar.is_body(mention.head):
        return "body"
    if mention.kind == MentionKind.NOMINAL and grammar.is_person(mention.head):
        return "role"
    return mention.kind


def cue(case: Case) -> Iterator[str]:
    """Whether something reports a span, on which side and how far from it."""
    answer, at = case.answer, case.at
    if answer is None:
        return
    yield f"{'uncued' if answer.cue is None else 'cued'}_{case.form}_{case.size}"
    if answer.cue is None:
        return
    span, tokens = answer.cue, case.sentence.tokens
    places = [i for i, token in enumerate(tokens) if span.start <= token.start < span.end]
    if not places:
        yield "cue_elsewhere"
        return
    side, gap = ("before", at - places[-1] - 1) if places[-1] < at else ("after", places[0] - at - 1)
    far = _FAR.name(gap)
    yield f"cue_{side}_{far}"
    yield f"cue_{side}_{far}_{case.length}"


def paragraph(case: Case) -> Iterator[str]:
    """How a span stands in its sentence and paragraph, and between spans of other marks."""
    narration, around = case.narration, _paragraph(case)
    marked = narration.marked[case.quote]
    if stands_alone(case.sentence.tokens):
        yield f"sentence_alone_{case.form}_{case.length}"
    odd = _has_odd_marks(narration, case.quote)
    if odd:
        yield f"odd_marks_{case.form}"
    if marked.outer.start <= around.start and marked.outer.end >= around.end:
        yield f"paragraph_alone_{case.form}"
        yield f"paragraph_alone_{case.length}"
        if odd:
            yield "paragraph_alone_odd_marks"
    elif is_heading(narration.text, around, marked):
        yield f"heading_{case.form}"
        yield f"heading_{case.length}"


def _has_odd_marks(narration: Narration, quote: int) -> bool:
    """Whether a span stands in single marks and those beside it in double ones."""
    beside = narration.marked[max(0, quote - 1) : quote] + narration.marked[quote + 1 : quote + 2]
    return is_single(narration.marked[quote]) and not all(map(is_single, beside))


def company(case: Case) -> Iterator[str]:
    """Whether whole sentences are quoted before or after a span in its paragraph."""
    quote = case.quote
    if any(_is_whole(case, other) for other in range(quote - _COMPANY, quote)):
        yield "whole_before"
    if any(_is_whole(case, other) for other in range(quote + 1, quote + 1 + _COMPANY)):
        yield "whole_after"


def _is_whole(case: Case, other: int) -> bool:
    """Whether another span of the paragraph holds a whole sentence, so that somebody is quoted at length."""
    narration, place = case.narration, case.narration.places.get(other)
    if place is None or place.paragraph != narration.places[case.quote].paragraph:
        return False
    inside = narration.marked[other].span.of(narration.text).strip()
    return len(inside) > _SENTENCE and inside[0].isupper() and inside[-1] in ".,!?"


def repetition(case: Case) -> Iterator[str]:
    """Whether the words of a short span stand elsewhere, with marks or without."""
    core = case.inside.strip(".,!?;: ")
    if not core or case.length == "long":
        return
    text, marked = case.narration.text, case.narration.marked[case.quote]
    after = text.find(core, marked.outer.end, marked.outer.end + _NEARBY)
    before = text.rfind(core, max(0, marked.outer.start - _NEARBY), marked.outer.start)
    if after >= 0 and is_heading(text, _paragraph(case), marked):
        yield f"heading_again_{case.length}"
    for again in (before, after):
        if again >= 0:
            marks = text[max(0, again - 1)] in QUOTATION_MARKS
            yield f"again_{'marked' if marks else 'unmarked'}_{case.form}"


def _paragraph(case: Case) -> Span:
    """The paragraph that a span stands in."""
    return case.narration.paragraphs[case.narration.places[case.quote].paragraph]


THEMES: tuple[Theme, ...] = (
    form,
    end,
    start,
    contents,
    neighbours,
    enumeration,
    governor,
    report,
    cue,
    paragraph,
    company,
    repetition,
)
"""Every theme."""
