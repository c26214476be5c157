"""Where what a cue reports begins and ends in its sentence."""

from quoteverify.models import ReportKind
from quoteverify.reading.reports.verbs import ReportCue, ReportWords, Taken
from quoteverify.reading.syntax.phrases import Phrase, phrase_starting
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import DASHES, EDGE, NAME, NUMBER, PUNCT, QUOTE, WORD, Token
from quoteverify.reading.syntax.verbs import is_verb
from quoteverify.reading.syntax.word_classes import (
    ADVERB,
    AGENT,
    AUXILIARY,
    BODY,
    CALENDAR,
    CLOSED,
    COMPLEMENT,
    COMPLEMENTISER,
    CONJUNCTION,
    COORDINATOR,
    CUE,
    DATING,
    DETERMINER,
    INFINITIVE_MARKER,
    MANNER_ADVERB,
    NEVER_INVERTED,
    OBJECT_PRONOUN,
    ORDINAL_ADVERB,
    PARTICIPLE,
    PAST,
    POSSESSIVE,
    POSSESSIVE_MARK,
    PREPOSITION,
    PRESENT_PARTICIPLE,
    PRONOUN,
    RELATIVE,
    SUBORDINATING_PREPOSITION,
)

_FAR = 22  # tokens between a cue and its "that": "told reporters on Monday in Aas that"
_MARKS = "\"'“”‘’»«"
_FEWEST_WORDS = 4  # tokens: a clause of fewer has a verb that shows
_LONGEST_ADJUNCT = 9  # tokens: "in an interview with the Port News"


def is_finite(sentence: Sentence, i: int) -> bool:
    """Whether a token is a finite verb, or an auxiliary."""
    token = sentence.tokens[i]
    if token.kind != WORD and not (token.kind == NAME and i == 0):
        return False
    if token.classes & AUXILIARY or _is_contracted(sentence, i):
        return not token.classes & POSSESSIVE_MARK or _is_short_verb(sentence, i)
    if sentence.at(i - 1).classes & INFINITIVE_MARKER:
        return False
    return is_verb(sentence, i) or _follows_pronoun(sentence, i)


def _is_contracted(sentence: Sentence, i: int) -> bool:
    """Whether a token is an auxiliary with a curly apostrophe."""
    token = sentence.tokens[i]
    return "’" in token.text and bool(sentence.grammar.classes_of(token.lower.replace("’", "'")) & AUXILIARY)


def _is_short_verb(sentence: Sentence, i: int) -> bool:
    """Whether "'s" is a verb and no possessive: after a pronoun, or before what no noun begins with."""
    return bool(sentence.at(i - 1).classes & PRONOUN or sentence.at(i + 1).classes & CLOSED)


def _follows_pronoun(sentence: Sentence, i: int) -> bool:
    """Whether a word of no closed class stands after a pronoun that is a subject: she *reserves*."""
    if sentence.tokens[i].classes & (CLOSED | MANNER_ADVERB | CALENDAR | PRESENT_PARTICIPLE):
        return False
    j = i - 1
    while sentence.at(j).kind == WORD and sentence.at(j).classes & (ADVERB | MANNER_ADVERB):
        j -= 1
    before = sentence.at(j)
    return before.kind == WORD and bool(before.classes & PRONOUN) and not before.classes & DETERMINER


def past_adjuncts(sentence: Sentence, i: int, words: ReportWords) -> int:
    """The index after adverbs, dates and what says where it was said: "on Monday, in a statement"."""
    tokens = sentence.tokens
    adverb = None
    while i < len(tokens):
        after = _past_date(sentence, i, words) or _past_venue(sentence, i, words)
        if after is not None:
            i, adverb = after, None
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
            if sentence.at(j + 1).classes & POSSESSIVE_MARK:  # "said Monday's vote was void"
                return None
            dated = True
        elif token.kind == NUMBER:
            if not (dated or sentence.at(j + 1).classes & CALENDAR):
                break
        elif dated or not (token.kind == WORD and token.classes & (DATING | DETERMINER | PREPOSITION)):
            break
        j += 1
        if j - i > _LONGEST_ADJUNCT:
            return None
    if dated and sentence.at(j).lower in words.venue:  # "in a June report"
        j += 1
    return j if dated else None


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
    last = None if maker is None else _first_of_two(sentence, maker)
    return i if maker is None else (maker.last if last is None else last) + 1


def has_verb(sentence: Sentence, i: int) -> bool:
    """Whether the verb of a clause stands here, past adverbs."""
    while sentence.at(i).kind == WORD and sentence.at(i).classes & (ADVERB | MANNER_ADVERB):
        if is_finite(sentence, i):
            return True
        i += 1
    return i < len(sentence.tokens) and is_finite(sentence, i)


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
        last = _first_of_two(sentence, phrase) if sure else None
        return None if last is None else (i, last)
    return i, phrase.last


def _first_of_two(sentence: Sentence, phrase: Phrase) -> int | None:
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


def content_after(
    sentence: Sentence, i: int, cue: ReportCue, words: ReportWords
) -> tuple[int, tuple[int, int] | None] | None:
    """Where what a cue reports begins that stands before it, and who hears it; None where nothing follows.

    Args:
        sentence: The sentence.
        i: The index after the cue.
        cue: What the cue takes.
        words: The words of the language.
    """
    at = past_adjuncts(sentence, i, words)
    hearer = hearer_at(sentence, at, sure=cue.told) if cue.hearer else None
    if hearer is not None:
        at = past_adjuncts(sentence, hearer[1] + 1, words)
    elif cue.told:
        return None
    if sentence.at(at).text in (",", ":"):
        at = _past_point(sentence, at, moved=at > i)
    begin = _content_at(sentence, at, cue, words, heard=hearer is not None)
    return None if begin is None else (begin, hearer)


def _past_point(sentence: Sentence, i: int, *, moved: bool) -> int:
    """The index after a point behind which what is reported may begin: said on Monday *,* that."""
    after = sentence.at(i + 1)
    that = after.kind == WORD and after.classes & COMPLEMENTISER
    if sentence.tokens[i].text == ":":
        return i + 1
    if moved and not that:
        return i
    return i + 1 if that or _in_parenthesis(sentence, i + 1) else i


def _in_parenthesis(sentence: Sentence, i: int) -> bool:
    """Whether a short stretch between commas begins here before the clause: says, *in the end*, he stays."""
    if sentence.at(i).classes & COORDINATOR:  # "Vale said, and if it rains, they stay"
        return False
    for j in range(i, min(i + _LONGEST_ADJUNCT, len(sentence.tokens))):
        if sentence.tokens[j].text == ",":
            return is_clause(sentence, j + 1, strict=True)
    return False


def _content_at(
    sentence: Sentence, at: int, cue: ReportCue, words: ReportWords, *, heard: bool
) -> int | None:
    """Where what is reported begins, by what the cue takes."""
    point = sentence.at(at - 1).kind == PUNCT
    if Taken.GERUND in cue.takes and sentence.at(at).classes & PRESENT_PARTICIPLE and not point:
        return at if sentence.at(at + 1).kind in (WORD, NAME, NUMBER) else None
    promised = Taken.INFINITIVE in cue.takes and _is_infinitive(sentence, at)  # "vowed to shut what they say"
    begin = _of_that(sentence, at, heard=heard) if Taken.THAT in cue.takes and not promised else None
    return _without_that(sentence, at, cue, words) if begin is None else begin


def _without_that(sentence: Sentence, at: int, cue: ReportCue, words: ReportWords) -> int | None:
    """Where what is reported begins that no "that" opens."""
    begin: int | None = None
    if Taken.QUESTION in cue.takes:
        begin = _question(sentence, at, words, cue.kind)
    if begin is None and Taken.INFINITIVE in cue.takes and _is_infinitive(sentence, at):
        begin = at - (sentence.at(at - 1).lower in words.negators)  # promised not to shut it
    if begin is None and _refuses(sentence, at, words):
        return None
    if begin is None and Taken.CLAUSE in cue.takes and is_clause(sentence, at, strict=cue.objects):
        begin = at
    if begin is None and Taken.WORDS in cue.takes and _are_words(sentence, at, words):
        begin = at
    return begin


def _refuses(sentence: Sentence, at: int, words: ReportWords) -> bool:
    """Whether somebody says no to something: said *no to* the plan, not *no ship* has left."""
    refusal = sentence.at(at).lower in words.negators and sentence.at(at).classes & DETERMINER
    return bool(refusal) and bool(sentence.at(at + 1).classes & (PREPOSITION | INFINITIVE_MARKER))


def _are_words(sentence: Sentence, at: int, words: ReportWords) -> bool:
    """Whether what follows "said" can be but a clause: it begins as one, and is no prayer."""
    first, ahead = sentence.at(at), sentence.tokens[at : at + _FEWEST_WORDS]
    opens = not first.classes & CLOSED or first.classes & (DETERMINER | POSSESSIVE | PRONOUN)
    if not (opens or first.lower in words.supposes) or first.classes & (RELATIVE | PRESENT_PARTICIPLE):
        return False
    if len(ahead) < _FEWEST_WORDS or is_finite(sentence, at) or sentence.at(at - 1).kind == PUNCT:
        return False
    return not any(token.kind in (PUNCT, QUOTE) or token.lower in words.things for token in ahead)


def _of_that(sentence: Sentence, at: int, *, heard: bool) -> int | None:
    """Where the clause begins that "that" opens, near a cue."""
    tokens = sentence.tokens
    if not any(token.classes & COMPLEMENTISER for token in tokens[at : at + 2 * _FAR]):
        return None  # as most sentences: the rest would look at each word for what parts it from none
    governed = heard or _governed(sentence, at)
    for j in range(at, min(at + _FAR, len(tokens) - 1)):
        if tokens[j].kind == WORD and tokens[j].classes & COMPLEMENTISER:
            return _past_that(sentence, j, at, governed=governed)
        if tokens[j].text == "," and j > at:
            return _that_past_commas(sentence, j)
        if _parts_from_that(sentence, j, governed=governed):
            return None
    return None


def _past_that(sentence: Sentence, that: int, at: int, *, governed: bool) -> int | None:
    """Where the clause begins of a "that": behind it, or with it where it is its subject."""
    if has_verb(sentence, that + 1):
        return that if that == at else None  # "insisted that was wrong"
    before = sentence.at(that - 1)
    apart = before.classes & PREPOSITION or (
        before.kind == WORD and before.classes & COORDINATOR
    )  # "so that"
    return None if apart or not (that == at or governed) else that + 1


def _parts_from_that(sentence: Sentence, i: int, *, governed: bool) -> bool:
    """Whether a "that" behind a token is none of the cue's: said it *is*, so that."""
    token = sentence.tokens[i]
    if token.kind == QUOTE:
        return not governed or sentence.text[token.end - 2] in ",."
    if token.text in (";", ":") or token.text in DASHES or is_finite(sentence, i):
        return True
    if token.kind == WORD and token.classes & CUE and token.classes & PRESENT_PARTICIPLE:
        return True  # "said, adding that"
    return token.kind == WORD and bool(token.classes & CONJUNCTION and not token.classes & COORDINATOR)


def _that_past_commas(sentence: Sentence, comma: int) -> int | None:
    """Where the clause begins of a "that" behind what commas hold: said in Aas, where she lives, that."""
    for j in range(comma + 1, min(comma + _FAR, len(sentence.tokens) - 1)):
        token = sentence.tokens[j]
        if token.text == "," and sentence.at(j + 1).classes & COMPLEMENTISER:
            return j + 2
        if token.kind == QUOTE or token.text in (";", ":"):
            return None
    return comma + 2 if sentence.at(comma + 1).classes & COMPLEMENTISER else None


def _governed(sentence: Sentence, at: int) -> bool:
    """Whether what stands between a cue and "that" is an adjunct, and no object that "that" is about."""
    token = sentence.at(at)
    return token.text == "," or bool(token.classes & (PREPOSITION | PRESENT_PARTICIPLE | ADVERB | DATING))


def _is_infinitive(sentence: Sentence, at: int) -> bool:
    """Whether an infinitive begins here: promised *to shut* it, not sworn *to secrecy*, pledged *to Vale*."""
    verb = sentence.at(at + 1)
    marked = sentence.at(at).kind == WORD and sentence.at(at).classes & INFINITIVE_MARKER
    noun = verb.classes & CLOSED and not verb.classes & AUXILIARY
    return bool(marked) and verb.kind == WORD and not noun and sentence.at(at + 2).kind not in (EDGE, PUNCT)


def _question(sentence: Sentence, at: int, words: ReportWords, kind: ReportKind) -> int | None:
    """Where a question begins that is reported: at its first word."""
    token = sentence.at(at)
    opens = words.asks if kind == ReportKind.ASKED else words.tells
    return at if token.kind == WORD and token.lower in opens else None


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
    if first.classes & INFINITIVE_MARKER or is_finite(sentence, i):
        return False
    if first.classes & ADVERB and has_verb(sentence, i + 1):
        return True
    if first.classes & (PREPOSITION | CONJUNCTION) and not first.classes & DETERMINER:
        return _after_opening(sentence, i)
    return None


def _opens_with_phrase(sentence: Sentence, i: int, *, strict: bool) -> bool:
    """Whether a clause begins with its subject."""
    phrase = phrase_starting(sentence, i)
    if phrase is None:
        return not strict and _verb_before_point(sentence, i + 1)
    if has_verb(sentence, phrase.last + 1) or _past_commas(sentence, phrase.last + 1):
        return True
    if strict:
        end = _past_prepositions(sentence, phrase.last + 1)
        return has_verb(sentence, end) or _past_commas(sentence, end)
    return _verb_before_point(sentence, phrase.last + 1)


def _after_opening(sentence: Sentence, i: int) -> bool:
    """Whether a clause follows what opens it: said *in spring* the port closed."""
    if sentence.tokens[i].classes & PREPOSITION and not sentence.tokens[i].classes & CONJUNCTION:
        end = _past_prepositions(sentence, i)
        if end == i or sentence.tokens[i].classes & SUBORDINATING_PREPOSITION:
            return False
        dated = any(t.classes & CALENDAR or t.kind == NUMBER for t in sentence.tokens[i:end])
        return is_clause(sentence, end + (dated and sentence.at(end).text == ","), strict=True)
    comma = next((j for j in range(i, len(sentence.tokens)) if sentence.tokens[j].text == ","), None)
    return comma is not None and is_clause(sentence, comma + 1, strict=True)


def _past_prepositions(sentence: Sentence, i: int) -> int:
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
        for j in range(i + 1, min(i + _FAR, len(sentence.tokens)))
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


def parts_apart(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """A stretch of tokens without the points at its ends; None where nothing is left."""
    closes = any(sentence.tokens[i].text in (")", "]") for i in range(first, last + 1))
    while first <= last and sentence.tokens[first].kind == PUNCT:
        if sentence.tokens[first].text in "$#@£€" or (closes and sentence.tokens[first].text in "(["):
            break
        first += 1
    while first <= last and sentence.tokens[last].kind == PUNCT and sentence.tokens[last].text not in "%)]":
        last -= 1
    return (first, last) if first <= last else None
