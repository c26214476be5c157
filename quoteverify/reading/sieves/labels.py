"""Speakers named as headlines, transcripts and captions name them: by a label, a colon, a dash below."""

from quoteverify.models import Reason
from quoteverify.reading.sieves.answers import Answer, Answers
from quoteverify.reading.sieves.nearby import stands_alone
from quoteverify.reading.sieves.sieve_words import sieve_words
from quoteverify.reading.syntax.mentions import mention_of
from quoteverify.reading.syntax.narration import Narration
from quoteverify.reading.syntax.phrases import phrase_ending, phrase_starting
from quoteverify.reading.syntax.tokens import DASHES, NAME, NUMBER, QUOTE, WORD, Token
from quoteverify.reading.syntax.word_classes import FURNITURE

_BEFORE_A_NAME = frozenset((*DASHES, "~", "―"))
_AFTER_A_NAME = frozenset((",", ".", "("))
_LABEL_DASHES = frozenset((*DASHES, "→", "⟶", "➔", "|"))
_LABEL = 8
"""In tokens: how far into its sentence the colon after a headline's first word stands."""
_SIGNATURE = 12
"""In tokens: a line with a name below a quotation is no longer than that."""


def label(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """Ruth Vale: “We sail.” / Ruth Vale to board on delays: 'We sail' - as in headlines and transcripts."""
    sentence, at = narration.sentence(quote), narration.places[quote].token
    tokens = sentence.tokens
    if at < 2 or tokens[at - 1].text != ":" or narration.reports_around(quote):
        return None
    first, openers = 0, sieve_words(narration.profile).before_label
    while tokens[first].classes & FURNITURE or tokens[first].lower in openers:
        first += 1
    phrase = phrase_starting(sentence, first)
    if phrase is None or (phrase.last != at - 2 and tokens[phrase.head].kind != NAME):
        return None
    if tokens[phrase.head].kind == NUMBER:
        return None  # a year, a time of day
    return Answer(mention_of(sentence, phrase), sentence.span(at - 1, at - 1), Reason.LABEL)


def label_with_dash(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """Ruth Vale – “We sail.” - a line of nothing else."""
    place = narration.places[quote]
    sentence, at = narration.sentence(quote), place.token
    tokens = sentence.tokens
    if at < 2 or place.sentence or tokens[at - 1].text not in _LABEL_DASHES:
        return None
    named = phrase_starting(sentence, 0)
    if named is None or tokens[0].kind != NAME or not stands_alone(tokens[at:]):
        return None
    if named.last != at - 2 and not _only_described(tokens[named.last + 1 : at - 1]):
        return None
    return Answer(mention_of(sentence, named), sentence.span(at - 1, at - 1), Reason.LABEL)


def _only_described(tokens: list[Token]) -> bool:
    """Whether brackets or a comma after a name hold an office, as in Ruth Vale (pilot) – “We sail.”."""
    return tokens[0].text in _AFTER_A_NAME and all(token.kind != QUOTE for token in tokens)


def label_after(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """‘We sail’: Ruth Vale - as in headlines."""
    sentence, at = narration.sentence(quote), narration.places[quote].token
    tokens = sentence.tokens
    if at or len(tokens) < 3 or tokens[1].text != ":" or narration.reports_around(quote):
        return None
    phrase = phrase_starting(sentence, 2)
    if phrase is None or tokens[2].kind != NAME:
        return None
    return Answer(mention_of(sentence, phrase), sentence.span(1, 1), Reason.LABEL_AFTER)


def titled(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """Vale: Port is “floating ruin” - a headline that opens with the speaker."""
    sentence = narration.sentence(quote)
    tokens = sentence.tokens
    colon = next((i for i, token in enumerate(tokens[:_LABEL]) if token.text == ":"), None)
    if colon is None or narration.reports_around(quote):
        return None
    phrase = phrase_ending(sentence, colon - 1)
    if phrase is None or phrase.first != 0 or tokens[phrase.head].kind in (NUMBER, WORD):
        return None
    if tokens[0].classes & FURNITURE:
        return None
    return Answer(mention_of(sentence, phrase), sentence.span(colon, colon), Reason.TITLED)


def in_row(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """| Ruth Vale | “We sail.” | - in a table with a column for who speaks."""
    found = narration.cells.around(narration.marked[quote].outer.start)
    if found is None or narration.reports_around(quote):
        return None
    table, row, column = found
    headings = sieve_words(narration.profile).heads_speakers
    for n, (heading, cell) in enumerate(zip(table[0], row, strict=False)):
        if n != column and heading.of(narration.text).strip(_AROUND_HEADING).lower() in headings:
            words = cell.of(narration.text)
            start = cell.start + len(words) - len(words.lstrip())
            return _named_at(narration, start) if words.strip() else None
    return None


_AROUND_HEADING = " \n:?*_"
"""What may stand around the words of a column's heading."""


def _named_at(narration: Narration, start: int) -> Answer | None:
    """Whom the paragraph names that begins at a place."""
    paragraph, number = narration.locate(start)
    sentence = narration.sentences(paragraph)[number]
    named = phrase_starting(sentence, 0)
    return Answer(mention_of(sentence, named), None, Reason.IN_ROW) if named else None


def signed(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """“We sail.” - Ruth Vale, at the end of a paragraph or on the next line."""
    if narration.places[quote].token:
        return None
    sentence, at = narration.sentence(quote), 1
    if len(sentence.tokens) == 1:
        below = narration.sentences(narration.places[quote].paragraph + 1)
        if not below or len(below[0].tokens) > _SIGNATURE:
            return None
        sentence, at = below[0], 0
    tokens = sentence.tokens
    if at + 1 >= len(tokens) or tokens[at].text not in _BEFORE_A_NAME:
        return None
    named = phrase_starting(sentence, at + 1)
    if named is None or tokens[named.head].kind == WORD:
        return None
    if named.last + 1 < len(tokens) and tokens[named.last + 1].text not in _AFTER_A_NAME:
        return None
    return Answer(mention_of(sentence, named), None, Reason.SIGNED)
