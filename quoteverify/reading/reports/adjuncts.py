"""What stands between a cue and what it reports: when, where and in what it was said, and to whom."""

from quoteverify.reading.reports.clauses import has_verb, is_finite
from quoteverify.reading.reports.verbs import ReportWords
from quoteverify.reading.syntax.phrases import Phrase, phrase_starting
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import NAME, NUMBER, WORD
from quoteverify.reading.syntax.word_classes import (
    ADVERB,
    AGENT,
    BODY,
    CALENDAR,
    CLOSED,
    DATING,
    DEFINITE_ARTICLE,
    DETERMINER,
    MANNER_ADVERB,
    OBJECT_PRONOUN,
    ORDINAL_ADVERB,
    PARTICIPLE,
    PAST,
    POSSESSIVE,
    POSSESSIVE_MARK,
    PREPOSITION,
    PRONOUN,
    SHARE,
)

LONGEST_ADJUNCT = 9  # tokens: "in an interview with the Port News"


def past_adjuncts(sentence: Sentence, i: int, words: ReportWords) -> int:
    """The index after adverbs, dates and what says where it was said: "on Monday, in a statement"."""
    tokens = sentence.tokens
    adverb = None
    while i < len(tokens):
        after = _past_date(sentence, i, words) or _past_venue(sentence, i, words)
        if after is not None:
            i, adverb = after, None
        elif tokens[i].lower in words.negators or tokens[i].classes & SHARE:
            break  # "said not all of it was lost", "said nearly all of it was"
        elif tokens[i].kind == WORD and tokens[i].classes & (ADVERB | MANNER_ADVERB | ORDINAL_ADVERB):
            adverb = i if adverb is None else adverb
            i += 1
        else:
            break
    # "said there was": an adverb before a verb is none of the cue's
    return adverb if adverb is not None and i < len(tokens) and is_finite(sentence, i) else i


def _past_date(sentence: Sentence, i: int, words: ReportWords) -> int | None:
    """The index after a date that begins here; None where none does."""
    j, dated = i, False
    while j < len(sentence.tokens):
        token = sentence.tokens[j]
        if token.kind in (WORD, NAME) and token.classes & CALENDAR:
            if sentence.at(j + 1).classes & POSSESSIVE_MARK or _is_day_of_clause(sentence, j):
                return None  # "said Monday's vote was void", "said the day she left was cold"
            dated = True
        elif not _goes_on_dating(sentence, j, dated=dated):
            break
        j += 1
        if j - i > LONGEST_ADJUNCT:
            return None
    if dated and sentence.at(j).lower in words.venue:  # "in a June report"
        j += 1
    return j if dated else None


def _goes_on_dating(sentence: Sentence, i: int, *, dated: bool) -> bool:
    """Whether a token is of a date, before its word of the calendar or, if it is a number, behind it."""
    token = sentence.tokens[i]
    if token.kind == NUMBER:
        return dated or bool(sentence.at(i + 1).classes & CALENDAR)
    opens = token.kind == WORD and token.classes & (DATING | DETERMINER | PREPOSITION)
    return bool(opens) and not dated


def _is_day_of_clause(sentence: Sentence, i: int) -> bool:
    """Whether a noun of the calendar has a clause about it, or is its subject: said *the day* she left."""
    after = sentence.at(i + 1)
    if not sentence.at(i - 1).classes & DEFINITE_ARTICLE or sentence.tokens[i].text[:1].isupper():
        return False
    return after.kind == NAME or (after.kind == WORD and bool(after.classes & PRONOUN))


def _past_venue(sentence: Sentence, i: int, words: ReportWords) -> int | None:
    """The index after what says where something was said; None where nothing does."""
    if not sentence.at(i).classes & PREPOSITION:
        return None
    phrase = phrase_starting(sentence, i + 1)
    if phrase is None or not any(t.lower in words.venue for t in sentence.tokens[i + 1 : phrase.last + 1]):
        return None
    j = _past_maker(sentence, phrase.last + 1)
    if sentence.at(j).classes & PREPOSITION and not sentence.at(j).classes & CALENDAR:
        inner = phrase_starting(sentence, j + 1)
        if inner is not None and not has_verb(sentence, inner.last + 1):
            j = inner.last + 1
    return j


def _past_maker(sentence: Sentence, i: int) -> int:
    """The index after who made what something was said in: in a statement *released by the port*."""
    made = sentence.at(i).classes & (PARTICIPLE | PAST) and sentence.at(i + 1).classes & AGENT
    maker = phrase_starting(sentence, i + 2) if made else None
    last = None if maker is None else first_of_two(sentence, maker)
    return i if maker is None else (maker.last if last is None else last) + 1


def hearer_at(sentence: Sentence, i: int, *, sure: bool) -> tuple[int, int] | None:
    """Whom something is said to, by the first and the last token; None where a clause begins here.

    Args:
        sentence: The sentence.
        i: The index after the cue.
        sure: Whether the cue is never without: "told".
    """
    token = sentence.at(i)
    if token.kind == WORD and token.classes & OBJECT_PRONOUN:
        return None if not sure and has_verb(sentence, i + 1) else (i, i)
    phrase = phrase_starting(sentence, i)
    if phrase is None or (token.classes & PRONOUN and token.kind == WORD and not token.classes & DETERMINER):
        return None
    if has_verb(sentence, phrase.last + 1):
        last = first_of_two(sentence, phrase) if sure else None
        return None if last is None else (i, last)
    return i, phrase.last


def first_of_two(sentence: Sentence, phrase: Phrase) -> int | None:
    """The last token of the first of two phrases that no point parts: told *the crew* Ruth Vale was."""
    tokens = sentence.tokens
    for j in range(phrase.first + 1, phrase.head + 1):
        before, here = tokens[j - 1], tokens[j]
        if before.kind == WORD and before.classes & (DETERMINER | POSSESSIVE):
            continue
        body = before.kind == NAME and (before.classes & BODY or before.text.isupper())
        if here.kind == NAME and (before.kind == WORD or body) and not before.classes & CLOSED:
            return j - 1
    return None
