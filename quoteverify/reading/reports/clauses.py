"""Where a clause with its verb begins, and what stands before and behind it."""

from quoteverify.reading.syntax.mentions import Mention
from quoteverify.reading.syntax.phrases import phrase_starting
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import DASHES, EDGE, NAME, NUMBER, PUNCT, QUOTE, WORD, Token
from quoteverify.reading.syntax.verbs import is_verb
from quoteverify.reading.syntax.word_classes import (
    ADDITIVE,
    ADVERB,
    AUXILIARY,
    CALENDAR,
    CLOSED,
    COMPLEMENT,
    COMPLEMENTISER,
    CONJUNCTION,
    CROWD,
    DETERMINER,
    GENITIVE,
    INFINITIVE_MARKER,
    MANNER_ADVERB,
    NAMESAKE,
    NEVER_INVERTED,
    OBJECT_PRONOUN,
    PLURAL,
    POSSESSIVE,
    POSSESSIVE_MARK,
    PREPOSITION,
    PRESENT_PARTICIPLE,
    PRONOUN,
    RELATIVE,
    SHARE,
    SUBORDINATING_PREPOSITION,
)

FAR = 22  # tokens between a cue and its "that": "told reporters on Monday in Aas that"
_MARKS = "\"'“”‘’»«"
_LONGEST_DATELINE = 14  # tokens: two places, a date, an agency in brackets


def is_finite(sentence: Sentence, i: int) -> bool:
    """Whether a token is a finite verb, or an auxiliary."""
    token = sentence.tokens[i]
    if token.kind != WORD and not (token.kind == NAME and i == 0):
        return False
    if i and token.classes & NAMESAKE and token.text[:1].isupper():
        return False  # "said May was cold"
    if token.classes & AUXILIARY or _is_contracted(sentence, i):
        return not token.classes & POSSESSIVE_MARK or _is_short_verb(sentence, i)
    if token.classes & CLOSED or sentence.at(i - 1).classes & INFINITIVE_MARKER:
        return False
    return is_verb(sentence, i) or _follows_pronoun(sentence, i)


def _is_contracted(sentence: Sentence, i: int) -> bool:
    """Whether a token is an auxiliary with a curly apostrophe."""
    token = sentence.tokens[i]
    return "’" in token.text and bool(sentence.grammar.classes_of(token.lower.replace("’", "'")) & AUXILIARY)


def _is_short_verb(sentence: Sentence, i: int) -> bool:
    """Whether "'s" is a verb and no possessive: after a pronoun, or before what no noun begins with."""
    titled = sentence.at(i + 1).text[:1].isupper()  # "told the port's The Week"
    return bool(sentence.at(i - 1).classes & PRONOUN or (sentence.at(i + 1).classes & CLOSED and not titled))


def _follows_pronoun(sentence: Sentence, i: int) -> bool:
    """Whether a word of no closed class stands after a pronoun that is a subject: she *reserves*."""
    if sentence.tokens[i].classes & (CLOSED | MANNER_ADVERB | CALENDAR | PRESENT_PARTICIPLE):
        return False
    j = i - 1
    while sentence.at(j).kind == WORD and sentence.at(j).classes & (ADVERB | MANNER_ADVERB):
        j -= 1
    before = sentence.at(j)
    return before.kind == WORD and bool(before.classes & PRONOUN) and not before.classes & DETERMINER


def has_verb(sentence: Sentence, i: int) -> bool:
    """Whether the verb of a clause stands here, past adverbs."""
    while sentence.at(i).kind == WORD and sentence.at(i).classes & (ADVERB | MANNER_ADVERB):
        if is_finite(sentence, i):
            return True
        i += 1
    return i < len(sentence.tokens) and is_finite(sentence, i)


def is_clause(sentence: Sentence, i: int, *, strict: bool) -> bool:
    """Whether a clause with its verb begins here.

    Args:
        sentence: The sentence.
        i: The index of its first token.
        strict: Whether it may be a mere object: then the verb has to follow its subject.
    """
    first = sentence.at(i)
    if first.kind in (EDGE, PUNCT):
        return first.text in ("$", "(", "[") and _verb_before_point(sentence, i + 1)
    if first.kind == QUOTE:
        return not strict and _verb_before_point(sentence, i + 1)
    opened = _opened_by_word(sentence, i) if first.kind == WORD else None
    return _opens_with_phrase(sentence, i, strict=strict) if opened is None else opened


def _opened_by_word(sentence: Sentence, i: int) -> bool | None:
    """Whether a clause begins with a word that is no subject; None where it may be one."""
    first = sentence.tokens[i]
    if first.classes & INFINITIVE_MARKER:
        return False
    if is_finite(sentence, i):  # "said talks had failed": a verb by its form alone
        return bool(first.classes & PLURAL and not first.classes & AUXILIARY and _is_helped(sentence, i + 1))
    if first.classes & SHARE and (sentence.at(i + 1).kind == NUMBER or sentence.at(i + 1).classes & CROWD):
        return is_clause(sentence, i + 1, strict=False)  # "about half of it was lost"
    if first.classes & ADVERB and has_verb(sentence, i + 1):
        return True
    if first.classes & (PREPOSITION | CONJUNCTION) and not first.classes & DETERMINER:
        return _after_opening(sentence, i)
    return None


def _is_helped(sentence: Sentence, i: int) -> bool:
    """Whether an auxiliary stands here, in a word of its own."""
    return sentence.at(i).kind == WORD and bool(sentence.at(i).classes & AUXILIARY)


def _opens_with_phrase(sentence: Sentence, i: int, *, strict: bool) -> bool:
    """Whether a clause begins with its subject."""
    if sentence.at(i).kind == NUMBER and sentence.at(i + 1).text == "%":  # "40% of them left"
        i += 2 + bool(sentence.at(i + 2).classes & GENITIVE)
        if has_verb(sentence, i):
            return True
    phrase = phrase_starting(sentence, i)
    if phrase is None:
        return not strict and _verb_before_point(sentence, i + 1)
    if not strict and sentence.at(phrase.last + 1).kind == QUOTE:
        return True  # "said the crew “missed the mark” by a mile": the verb is quoted
    if has_verb(sentence, phrase.last + 1) or _past_commas(sentence, phrase.last + 1):
        return True
    if strict:
        end = past_prepositions(sentence, past_noun_of_name(sentence, phrase.last + 1))
        return has_verb(sentence, end) or _past_commas(sentence, end) or _past_list(sentence, end)
    return _verb_before_point(sentence, phrase.last + 1) or _past_list(sentence, phrase.last + 1)


def past_noun_of_name(sentence: Sentence, i: int) -> int:
    """The index after a noun that a name before it describes: suggested *US companies* had gone."""
    if sentence.at(i - 1).kind != NAME or sentence.at(i).kind != WORD or sentence.at(i).classes & CLOSED:
        return i
    return i + 1 if sentence.at(i).classes & PLURAL and not is_verb(sentence, i) else i


def _past_list(sentence: Sentence, i: int) -> bool:
    """Whether a verb stands behind others that a subject is told with: he *, Vale and Aas* left."""
    listed = False
    while not listed and (sentence.at(i).text == "," or sentence.at(i).classes & ADDITIVE):
        listed = listed or bool(sentence.at(i).classes & ADDITIVE)
        i += 1
        while sentence.at(i).kind == WORD and sentence.at(i).classes & (ADDITIVE | ADVERB):
            listed = listed or bool(sentence.at(i).classes & ADDITIVE)
            i += 1
        phrase = phrase_starting(sentence, i)
        if phrase is None:
            return False
        within = sentence.tokens[phrase.first : phrase.last + 1]
        listed = listed or any(token.classes & ADDITIVE for token in within)  # "Vale and Aas"
        i = past_prepositions(sentence, phrase.last + 1)
    return listed and has_verb(sentence, i)


def _after_opening(sentence: Sentence, i: int) -> bool:
    """Whether a clause follows what opens it: said *in spring* the port closed."""
    if sentence.tokens[i].classes & PREPOSITION and not sentence.tokens[i].classes & CONJUNCTION:
        end = past_prepositions(sentence, i)
        if end == i or sentence.tokens[i].classes & SUBORDINATING_PREPOSITION:
            return False
        if sentence.at(end).classes & SUBORDINATING_PREPOSITION:  # "said on the boat as it left"
            return False
        dated = any(t.classes & CALENDAR or t.kind == NUMBER for t in sentence.tokens[i:end])
        return is_clause(sentence, end + (dated and sentence.at(end).text == ","), strict=True)
    comma = next((j for j in range(i, len(sentence.tokens)) if sentence.tokens[j].text == ","), None)
    return comma is not None and is_clause(sentence, comma + 1, strict=True)


def past_prepositions(sentence: Sentence, i: int) -> int:
    """The index after phrases with prepositions that begin here."""
    while sentence.at(i).kind == WORD and sentence.at(i).classes & (PREPOSITION | COMPLEMENT):
        phrase = phrase_starting(sentence, i + 1)
        if phrase is None or _is_subject_pronoun(sentence, i + 1):  # "as they sit"
            break
        i = phrase.last + 1
    return i


def _is_subject_pronoun(sentence: Sentence, i: int) -> bool:
    """Whether a pronoun is of a form that no preposition has after it: "they", not "it"."""
    token = sentence.at(i)
    other = token.classes & (OBJECT_PRONOUN | DETERMINER | NEVER_INVERTED)
    return token.kind == WORD and bool(token.classes & PRONOUN) and not other


def _past_commas(sentence: Sentence, i: int) -> bool:
    """Whether a verb stands behind what two commas or brackets hold: the port, Vale's pride, was shut.

    The second comma may stand before a closing mark: the port, “a ruin,” was shut.
    """
    close = {",": ",", "(": ")", "—": "—", "–": "–", "-": "-"}.get(sentence.at(i).text)
    if close is None:
        return False
    ends = (
        j
        for j in range(i + 1, min(i + FAR, len(sentence.tokens)))
        if sentence.tokens[j].text == close or (close == "," and ends_with_comma(sentence, j))
    )
    return any(has_verb(sentence, j + 1) for j in ends)


def ends_with_comma(sentence: Sentence, i: int) -> bool:
    """Whether a quotation stands here that has the comma behind it before its closing mark."""
    token = sentence.at(i)
    return token.kind == QUOTE and last_printed(sentence, token) == ","


def last_printed(sentence: Sentence, token: Token) -> str:
    """The last character of a quotation, within its marks."""
    return sentence.text[token.start : token.end].rstrip(_MARKS)[-1:]


def _verb_before_point(sentence: Sentence, i: int) -> bool:
    """Whether a finite verb stands ahead before the next point, or behind what points hold there."""
    for j in range(i, len(sentence.tokens)):
        token = sentence.tokens[j]
        if token.text in (";", ":"):
            return False
        if token.text in (",", "(") or token.text in DASHES:
            return _past_commas(sentence, j)
        if is_finite(sentence, j) or _acts_on(sentence, j):
            return True
    return False


def _acts_on(sentence: Sentence, i: int) -> bool:
    """Whether a word that no table has is a verb by what it acts on: the guards *frisk* the crew."""
    token, before, after = sentence.tokens[i], sentence.at(i - 1), sentence.at(i + 1)
    if token.kind != WORD or token.classes & (CLOSED | MANNER_ADVERB | CALENDAR | PRESENT_PARTICIPLE):
        return False
    named = before.kind in (NAME, NUMBER) or (before.kind == WORD and not before.classes & CLOSED)
    acts = bool(
        after.kind == WORD and after.classes & (DETERMINER | POSSESSIVE | OBJECT_PRONOUN | COMPLEMENTISER)
    )
    return (named and acts) or (before.kind == WORD and bool(before.classes & ADVERB) and acts)


def goes_on(sentence: Sentence, i: int) -> bool:
    """Whether a clause goes on, or a new one begins, here."""
    return i < len(sentence.tokens) and (is_finite(sentence, i) or is_clause(sentence, i, strict=True))


def is_last(sentence: Sentence, i: int) -> bool:
    """Whether a clause ends with a token: It was shut, Vale *cautioned*."""
    return sentence.at(i + 1).kind in (EDGE, PUNCT)


def closes(sentence: Sentence, mention: Mention) -> bool:
    """Whether a clause ends with who speaks: the port was shut, said *a pilot who had seen it*."""
    after = sentence.at(mention.last + 1)
    ends = after.kind == EDGE or after.text in (".", ",") or after.classes & RELATIVE
    return bool(ends) and not is_clause(sentence, mention.first, strict=True)


def words_start(sentence: Sentence, end: int) -> int:
    """Where what is told before a token begins: in the bracket around it, behind a dateline or an adverb.

    Args:
        sentence: The sentence.
        end: The token behind what is told.
    """
    depth = 0
    for i in range(end - 1, -1, -1):
        depth += (sentence.tokens[i].text == ")") - (sentence.tokens[i].text == "(")
        if depth < 0:
            return i + 1
    first = _past_dateline(sentence, end) or _past_heading(sentence, end)
    joins = sentence.at(first).classes & ADVERB and sentence.at(first + 1).text == ","  # "Still, it was"
    return first + 2 if joins and first + 2 < end else first


def _past_heading(sentence: Sentence, end: int) -> int:
    """Where a sentence begins behind a few words before a colon: *A reminder:* The port was shut."""
    colon = next((i for i in range(1, end) if sentence.tokens[i].text == ":"), None)
    if colon is None or any(is_finite(sentence, i) for i in range(colon)):
        return 0
    return colon + 1 if sentence.at(colon + 1).start > sentence.tokens[colon].end else 0


def _past_dateline(sentence: Sentence, end: int) -> int:
    """Where a sentence begins behind where and when it was written: AAS, May 3 — The port was shut."""
    for i in range(1, min(_LONGEST_DATELINE, end)):
        token = sentence.tokens[i]
        if token.text in DASHES:
            place = sentence.tokens[0].text.isupper() and len(sentence.tokens[0].text) > 1
            return i + 1 if place or sentence.tokens[i - 1].text == ")" else 0
        if token.kind == WORD and not token.classes & CALENDAR:
            return 0
    return 0


def parts_apart(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """A stretch of tokens without the points at its ends; None where nothing is left."""
    closes = any(sentence.tokens[i].text in (")", "]") for i in range(first, last + 1))
    while first <= last and sentence.tokens[first].kind == PUNCT:
        if sentence.tokens[first].text in "$#@£€" or (closes and sentence.tokens[first].text in "(["):
            break
        first += 1
    while first <= last and is_point(sentence.tokens[last]):
        last -= 1
    return (first, last) if first <= last else None


def is_point(token: Token) -> bool:
    """Whether a token at the end of a stretch is a point, and no part of it: no percent sign, no bracket."""
    return token.kind == PUNCT and token.text not in "%)]"
