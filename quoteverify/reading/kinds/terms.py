"""How likely it is that a marked span is a term, and nobody's words: a small linear score.

“She joined the "unity" lunch” and “she called the lunch "dull"” differ in no one sign, but in
many weak ones: the form of the span, what stands before and after it, the verb that governs it,
the report it belongs to. Each of them holds or not, each has a weight, and the weights
(``data/<lang>/term_weights.toml``) are learned from articles in which people marked what is
speech and what is not. No description is a word of those articles.
"""

import functools
import math
import re
from collections.abc import Iterator

from quoteverify.reading.kinds.kinds import is_heading, is_single
from quoteverify.reading.marks.pairing import MarkedSpan
from quoteverify.reading.sieves.answers import Answer
from quoteverify.reading.syntax.grammar import Grammar
from quoteverify.reading.syntax.mentions import MentionKind
from quoteverify.reading.syntax.narration import Narration
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import NAME, NUMBER, PUNCT, QUOTE, WORD
from quoteverify.reading.syntax.verbs import BE, is_verb
from quoteverify.text.language import LanguageProfile

BIAS = "always"
"""The description that holds of every span: its weight sets how many terms are found for the speech lost."""

_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")

_LONG = 400
"""In code points: what a longer span begins with tells as much as all of it."""

_GOVERNED = 25
"""In tokens: how far before a span the verb that governs it is looked for."""

_NEARBY = 10_000
"""In code points: how far around a span the same words are looked for."""


def log_odds(narration: Narration, quote: int, answer: Answer | None) -> float:
    """The logarithm of the odds that a marked span is a term; below 0 it is more likely speech.

    Args:
        narration: The text with its marked spans.
        quote: The index of the span.
        answer: Who spoke it, if a sieve says so.
    """
    weights = _weights(narration.profile)
    # Exactly summed: the order of a set differs from one process to another.
    return math.fsum(weights.get(d, 0.0) for d in features(narration, quote, answer))


@functools.lru_cache(maxsize=8)
def _weights(profile: LanguageProfile) -> dict[str, float]:
    return {word: float(row.values["weight"]) for row in profile.rows("term_weights") for word in row.words}


@functools.lru_cache(maxsize=8)
def _kinds_of_cues(profile: LanguageProfile) -> dict[str, str]:
    return {word: str(row.values["kind"]) for row in profile.rows("cues") for word in row.words}


def features(narration: Narration, quote: int, answer: Answer | None) -> set[str]:
    """What holds of a marked span."""
    marked, grammar = narration.marked[quote], narration.grammar
    inside = marked.span.of(narration.text).strip()
    found = _WORD.findall(inside[:_LONG])
    size, form = _size(len(found)), _form(found, grammar)
    length = "short" if len(found) < 4 else "phrase" if len(found) < 10 else "long"
    sentence, at = narration.sentence(quote), narration.places[quote].token
    return {
        BIAS,
        f"size_{size}",
        f"form_{form}",
        f"form_{form}_{size}",
        *_inside(inside, found, grammar),
        *_beside(sentence, at, form, length, narration),
        *_governed(sentence, at, length, narration),
        *_reported(sentence, at, answer, f"{form}_{size}", length),
        *_around(narration, quote, inside, form, length),
    }


def _size(count: int) -> str:
    """How many words there are, roughly."""
    for least, name in ((20, "20"), (10, "10_19"), (6, "6_9"), (4, "4_5")):
        if count >= least:
            return name
    return str(count)


def _form(found: list[str], grammar: Grammar) -> str:
    """How the words of a span are capitalised."""
    if not found:
        return "empty"
    first = found[0]
    if all(word[0].isupper() for word in found if word.lower() not in grammar.closed or word is first):
        return "title" if len(found) > 1 else "capitals" if first.isupper() and first[1:] else "name"
    return "lower" if first[0].islower() else "opening" if first[0].isupper() else "number"


def _inside(inside: str, found: list[str], grammar: Grammar) -> Iterator[str]:
    """What the words of a span are."""
    last = inside[-1:]
    yield (
        "ends_stop"
        if last == "."
        else "ends_comma"
        if last == ","
        else "ends_query"
        if last and last in "?!"
        else "ends_dash"
        if last and last in "-–—…"
        else "ends_bare"
    )
    lower = [word.lower().replace("’", "'") for word in found]
    stems = {word.partition("'")[0] for word in lower}
    if any(
        word in grammar.auxiliaries or word.endswith(("n't", "'re", "'m", "'ve", "'ll")) for word in lower
    ):
        yield "holds_auxiliary"
    if stems & _FIRST_PERSON:
        yield "holds_first_person"
    if stems & _SECOND_PERSON:
        yield "holds_second_person"
    if len(lower) > 1:
        yield "holds_closed_class" if any(word in grammar.closed for word in lower) else "holds_open_class"
        if lower[-1] in grammar.closed:
            yield "ends_in_closed_class"
        elif lower[-1].endswith("s"):
            yield "ends_in_plural"
    if ", " in inside:
        yield "holds_comma"
    if lower:
        yield f"begins_{_begins(lower[0], grammar)}"


_FIRST_PERSON = frozenset(("i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"))
_SECOND_PERSON = frozenset(("you", "your", "yours", "yourself", "yourselves"))


def _begins(first: str, grammar: Grammar) -> str:
    """The class of a span's first word."""
    if first in ("to", "not", "no"):
        return first
    for name, among in (
        ("determiner", grammar.determiners),
        ("preposition", grammar.prepositions),
        ("subject", grammar.subjects),
        ("conjunction", grammar.conjunctions),
        ("auxiliary", grammar.auxiliaries),
        ("closed_class", grammar.closed),
        ("verb", grammar.verbs),
    ):
        if first in among:
            return name
    return next((end for end in ("ed", "ing", "ly") if first.endswith(end)), "open_class")


def _beside(sentence: Sentence, at: int, form: str, length: str, narration: Narration) -> Iterator[str]:
    """What stands right before and right after a span."""
    tokens = sentence.tokens
    before, after = (_class_of(sentence, i, narration) for i in (at - 1, at + 1))
    yield f"before_{before}"
    yield f"before_{before}_{form}"
    yield f"before_{before}_{length}"
    yield f"after_{after}"
    yield f"after_{after}_{length}"
    if before in ("the", "a", "possessive", "possessive_s", "determiner"):
        yield f"determined_then_{after}"
    if before in ("and", "or", "comma"):
        i = at - 2
        if i >= 0 and tokens[i].kind == PUNCT:
            i -= 1
        if i >= 0 and tokens[i].kind == QUOTE:
            yield "listed"


_TOLD_APART = frozenset(
    (
        *("the", "that", "and", "or", "but", "not", "who", "which", "than"),
        *("as", "of", "to", "for", "in", "on", "at", "with", "by", "from", "about", "into", "like"),
    )
)
_POINTS = {",": "comma", ".": "stop", ":": "colon", "(": "bracket", ")": "bracket"}


def _class_of(sentence: Sentence, i: int, narration: Narration) -> str:
    """The class of a token beside a span."""
    tokens = sentence.tokens
    grammar = narration.grammar
    if not 0 <= i < len(tokens):
        return "edge"
    token, lower = tokens[i], tokens[i].lower
    if token.kind == PUNCT:
        return _POINTS.get(token.text, "dash" if token.text[0] in "-–—" else "point")
    if token.kind in (QUOTE, NUMBER):
        return "quote" if token.kind == QUOTE else "number"
    if lower in _TOLD_APART:
        return lower
    if lower in ("'s", "’s"):
        return "possessive_s"
    if lower in ("a", "an"):
        return "a"
    for name, among in (
        ("possessive", grammar.possessives),
        ("be", BE),
        ("auxiliary", grammar.auxiliaries),
        ("determiner", grammar.determiners),
        ("preposition", grammar.prepositions),
        ("conjunction", grammar.conjunctions),
        ("subject", grammar.subjects),
        ("adverb", grammar.adverbs),
    ):
        if lower in among:
            return name
    if token.kind == NAME:
        return "name"
    if is_verb(sentence, i):
        return f"verb_{_verb(lower, narration)}"
    if lower in grammar.cues:
        return "cue_or_noun"
    endings = (("ly", "adverb"), ("ing", "ing"), ("s", "plural"))
    return next((name for ending, name in endings if lower.endswith(ending)), "noun")


def _governed(sentence: Sentence, at: int, length: str, narration: Narration) -> Iterator[str]:
    """The verb that governs a span, and how far it stands before it."""
    tokens = sentence.tokens
    grammar, verb, gap = narration.grammar, "none", 0
    for i in range(at - 1, max(-1, at - _GOVERNED), -1):
        token = tokens[i]
        if token.kind == PUNCT and token.text in ";:.":
            break
        ing = token.lower.endswith("ing") and i > 0 and tokens[i - 1].kind != PUNCT
        if token.kind == WORD and (token.lower in grammar.cues or ing or is_verb(sentence, i)):
            verb = _verb(token.lower, narration)
            break
        gap += token.kind != PUNCT
    near = "0" if not gap else "1" if gap == 1 else "2_3" if gap < 4 else "4_7" if gap < 8 else "8"
    yield f"verb_{verb}"
    yield f"verb_{verb}_{length}"
    yield f"verb_{verb}_{near}"


def _verb(lower: str, narration: Narration) -> str:
    """What a verb does."""
    cue = _kinds_of_cues(narration.profile).get(lower)
    if cue:
        return f"cue_{cue}"
    if lower in BE:
        return "be"
    if lower in ("has", "have", "had"):
        return "have"
    if lower in narration.grammar.auxiliaries:
        return "auxiliary"
    return "ing" if lower.endswith("ing") else "other"


def _reported(sentence: Sentence, at: int, answer: Answer | None, shape: str, length: str) -> Iterator[str]:
    """The report that a span belongs to."""
    tokens, grammar = sentence.tokens, sentence.grammar
    if answer is None:
        yield "report_none"
        yield f"report_none_{length}"
        yield f"report_none_{shape}"
        return
    yield f"report_{answer.reason}"
    yield f"report_{answer.reason}_{length}"
    mention, head = answer.mention, answer.mention.head
    yield "speaker_" + (
        "author"
        if head in ("i", "we")
        else head
        if head in ("you", "it")
        else "body"
        if head in grammar.bodies
        else "role"
        if head in grammar.people and mention.kind == MentionKind.NOMINAL
        else mention.kind.value
    )
    if answer.cue is None:
        yield f"uncued_{shape}"
        return
    yield f"cued_{shape}"
    cue = [i for i, t in enumerate(tokens) if answer.cue.start <= t.start < answer.cue.end]
    if not cue:
        yield "cue_elsewhere"
        return
    side, gap = ("before", at - cue[-1] - 1) if cue[-1] < at else ("after", cue[0] - at - 1)
    far = "0" if not gap else "1" if gap == 1 else "2_4" if gap < 5 else "5_9" if gap < 10 else "10"
    yield f"cue_{side}_{far}"
    yield f"cue_{side}_{far}_{length}"


def _around(narration: Narration, quote: int, inside: str, form: str, length: str) -> Iterator[str]:
    """The paragraph of a span, its neighbours, and the same words elsewhere."""
    text, marked, place = narration.text, narration.marked[quote], narration.places[quote]
    paragraph = narration.paragraphs[place.paragraph]
    if all(token.kind in (QUOTE, PUNCT) for token in narration.sentence(quote).tokens):
        yield f"sentence_alone_{form}_{length}"
    odd = _has_odd_marks(narration, quote)
    if odd:
        yield f"odd_marks_{form}"
    if marked.outer.start <= paragraph.start and marked.outer.end >= paragraph.end:
        yield f"paragraph_alone_{form}"
        yield f"paragraph_alone_{length}"
        if odd:
            yield "paragraph_alone_odd_marks"
    elif is_heading(text, paragraph, marked):
        yield f"heading_{form}"
        yield f"heading_{length}"
    for side, others in (("before", (quote - 1, quote - 2)), ("after", (quote + 1, quote + 2))):
        if any(
            other in narration.places
            and narration.places[other].paragraph == place.paragraph
            and _is_whole(text, narration.marked[other])
            for other in others
        ):
            yield f"whole_{side}"
    core = inside.strip(".,!?;: ")
    if core and length != "long":
        after = text.find(core, marked.outer.end, marked.outer.end + _NEARBY)
        before = text.rfind(core, max(0, marked.outer.start - _NEARBY), marked.outer.start)
        if after >= 0 and is_heading(text, paragraph, marked):
            yield f"heading_again_{length}"
        for again in (before, after):
            if again >= 0:
                yield f"again_{'marked' if text[max(0, again - 1)] in _OPENING else 'unmarked'}_{form}"


_OPENING = "\"'“‘"


def _has_odd_marks(narration: Narration, quote: int) -> bool:
    """Whether a span stands in single marks and those beside it in double ones."""
    beside = narration.marked[max(0, quote - 1) : quote] + narration.marked[quote + 1 : quote + 2]
    return is_single(narration.marked[quote]) and not all(map(is_single, beside))


def _is_whole(text: str, marked: MarkedSpan) -> bool:
    """Whether a span holds a whole sentence, so that its paragraph quotes somebody at length."""
    inside = marked.span.of(text).strip()
    return len(inside) > 25 and inside[0].isupper() and inside[-1] in ".,!?"
