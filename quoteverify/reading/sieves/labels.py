"""Speakers named as headlines, transcripts and captions name them: by a label, a colon, a dash below."""

import itertools
import re

from quoteverify.models import Reason
from quoteverify.reading.sieves.answers import Answer, Answers
from quoteverify.reading.sieves.nearby import stands_alone
from quoteverify.reading.sieves.sieve_words import sieve_words
from quoteverify.reading.syntax.cues.report import CuedReport
from quoteverify.reading.syntax.mentions import Mention, mention_of
from quoteverify.reading.syntax.narration import Narration
from quoteverify.reading.syntax.phrases import Phrase, phrase_ending, phrase_starting
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import DASHES, NAME, NUMBER, PUNCT, QUOTE, STOPS, WORD, Token
from quoteverify.reading.syntax.verbs import is_verb
from quoteverify.reading.syntax.word_classes import (
    BODY,
    CALENDAR,
    CONJUNCTION,
    FURNITURE,
    INVERTING,
    NAME_PARTICLE,
    PERSON,
    POSSESSIVE_MARK,
    PREPOSITION,
    TITLE,
)
from quoteverify.text.vocabulary import common_words

_BEFORE_A_NAME = frozenset((*DASHES, "~", "―"))
_SIGNS = frozenset(sign[0] for sign in _BEFORE_A_NAME)
"""What a line begins with that begins with one of these."""
_SET_OFF = frozenset((",", "|"))
"""What else may part a whole sentence from a name that is all that follows."""
_AFTER_A_NAME = frozenset((",", ".", "("))
_LABEL_DASHES = frozenset((*DASHES, "→", "⟶", "➔", "|"))
_LABEL = 8
"""In tokens: how far into its sentence the colon after a headline's first word stands."""
_CLOCK = 3
"""In tokens: a time of day is hours, a colon and minutes."""
_DATE = 8
"""In tokens: a date, an agency and the points around them are no longer."""
_TIME = re.compile(r"\d{1,2}[:.]\d\d(?!\d)")
_SIGNATURE = 12
"""In tokens: a line with a name below a quotation is no longer than that."""


def label(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """Ruth Vale: “We sail.” / Ruth Vale to board on delays: 'We sail' - as in headlines and transcripts."""
    sentence, at = narration.sentence(quote), narration.places[quote].token
    tokens = sentence.tokens
    if at < 2 or tokens[at - 1].text != ":":
        return None
    time = _CLOCK if _is_clock(tokens[:_CLOCK]) else 0
    first = _before_name(narration, sentence, behind=time)
    headed = _behind_heading(sentence, at - 1)
    phrase = headed or phrase_starting(sentence, first)
    if phrase is None or (phrase.last != at - 2 and tokens[phrase.head].kind != NAME):
        return None
    if _is_reported(narration, quote, headed):
        return None
    named = tokens[phrase.head : phrase.last + 1] if phrase.last != at - 3 else tokens[phrase.head : at - 1]
    if tokens[phrase.head].kind == NUMBER or any(_is_heading(narration, token) for token in named):
        return None  # a year, a time of day; what is quoted
    if phrase.first == 0 and _is_told_from(sentence, phrase.last + 1, at):
        return None
    return Answer(mention_of(sentence, phrase), sentence.span(at - 1, at - 1), Reason.LABEL)


def _is_reported(narration: Narration, quote: int, headed: Phrase | None) -> bool:
    """Whether a report says whose a quotation is: not one in a heading before it, "Aas Says No - Vale:"."""
    return any(headed is None or report.end >= headed.first for report in narration.reports_around(quote))


def _is_told_from(sentence: Sentence, behind: int, end: int) -> bool:
    """Whether a name is where a report is written: a clause follows a dash, "Aas, May 3 – It says:"."""
    for i in range(behind, min(behind + _DATE, end)):
        token = sentence.tokens[i]
        capitals = token.text == ":" and sentence.tokens[i - 1].text.isupper()
        if token.text in DASHES or capitals:
            return any(is_verb(sentence, k) for k in range(i + 1, end))
        if not _is_of_a_date(token):
            break
    return False


def _is_of_a_date(token: Token) -> bool:
    """Whether a token stands between a place and its report: , May 3 (AAP)."""
    pointed = token.kind == PUNCT and token.text != ":"
    return pointed or token.kind == NUMBER or bool(token.classes & CALENDAR) or token.text.isupper()


def _behind_heading(sentence: Sentence, colon: int) -> Phrase | None:
    """Who is named between a heading's dash and a colon: Port Hit - Ruth Vale: “We sail.”."""
    phrase = phrase_ending(sentence, colon - 1)
    dashed = phrase is not None and phrase.first > 1 and sentence.tokens[phrase.first - 1].text in DASHES
    named = phrase is not None and sentence.tokens[phrase.head].kind == NAME
    return phrase if dashed and named else None


def _before_name(narration: Narration, sentence: Sentence, behind: int = 0) -> int:
    """How many tokens stand before a label's name: an outlet's "Watch:", "More from", "Speaker:", a sign."""
    tokens, words = sentence.tokens, sieve_words(narration.profile)
    first = behind
    while first < len(tokens) - 1:
        token = tokens[first]
        if token.lower in words.heads_speakers and tokens[first + 1].text == ":":
            first += 2
        elif token.classes & FURNITURE or token.lower in words.before_label or _is_before_entry(token):
            first += 1
        else:
            break
    return min(first, len(tokens) - 1)


def _is_clock(tokens: list[Token]) -> bool:
    """Whether tokens are a time of day, as it heads the entries of a running report: 09:31."""
    return (
        len(tokens) == _CLOCK and tokens[1].text == ":" and all(token.kind == NUMBER for token in tokens[::2])
    )


def _is_before_entry(token: Token) -> bool:
    """Whether a token stands before an item, or before an entry of a running report: a sign, 09:31."""
    return _is_sign(token) or (token.kind == NUMBER and _TIME.match(token.text) is not None)


def _is_sign(token: Token) -> bool:
    """Whether a token is a sign that is set before an item: an arrow, a picture."""
    return token.kind == PUNCT and not token.text.isascii() and token.text not in DASHES


def _is_heading(narration: Narration, head: Token) -> bool:
    """Whether a label says what is quoted or about what, and not who speaks: "Quote:", "Key concerns:"."""
    return head.lower in narration.profile.words("labels")


def label_above(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """Ruth Vale, pilot // “We sail.” - a heading, an item or a line of nothing else, right above."""
    place = narration.places[quote]
    if not _is_all(narration, quote) or narration.cells.around(narration.marked[quote].outer.start):
        return None
    above = narration.sentences(place.paragraph - 1)
    if len(above) != 1:
        return None
    tokens = above[0].tokens
    named = phrase_starting(above[0], 0) if len(tokens) <= _SIGNATURE else None
    if named is None or named.first == named.last or tokens[0].kind != NAME:
        return None
    rest = tokens[named.last + 1 :]
    if _is_heading(narration, tokens[named.head]) or (rest and not _only_described(rest)):
        return None
    if tokens[-1].text in (*STOPS, ":") or narration.reports(place.paragraph - 1, 0):
        return None
    return Answer(mention_of(above[0], named), None, Reason.LABEL)


def in_field(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """Quote: “We sail.” / Speaker: Ruth Vale - on the next line, or on the one before for all of a text."""
    place, sentence = narration.places[quote], narration.sentence(quote)
    fields = sentence.tokens[: place.token]
    if place.sentence or (fields and not _is_heading(narration, fields[0])):
        return None
    before, after = (_field(narration, place.paragraph + step) for step in (-1, 1))
    last = answers.get(quote - 1)
    taken = before is not None and last is not None and last.mention.span == before.span
    named = after if before is None or taken else before
    return Answer(named, None, Reason.LABEL) if named else None


def _field(narration: Narration, paragraph: int) -> Mention | None:
    """Who is named in a line that is a field for that: "Speaker: Ruth Vale"."""
    lines = narration.sentences(paragraph) if ":" in narration.printed(paragraph) else []
    if not lines or len(lines[0].tokens) > _SIGNATURE:
        return None
    first = _before_name(narration, lines[0])
    named = phrase_starting(lines[0], first)
    if first < 2 or named is None or lines[0].tokens[first - 1].text != ":":
        return None
    timed = lines[0].tokens[named.head].kind == NUMBER  # 14:57
    return None if timed else mention_of(lines[0], named)


def _is_all(narration: Narration, quote: int) -> bool:
    """Whether a quotation is all that its paragraph has."""
    place = narration.places[quote]
    return len(narration.sentences(place.paragraph)) == 1 and stands_alone(narration.sentence(quote).tokens)


def label_with_dash(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """Ruth Vale – “We sail.” - a line of nothing else."""
    place = narration.places[quote]
    sentence, at = narration.sentence(quote), place.token
    tokens = sentence.tokens
    if at < 2 or place.sentence or tokens[at - 1].text not in _LABEL_DASHES:
        return None
    first = _before_name(narration, sentence)
    named = phrase_starting(sentence, first)
    if named is None or tokens[first].kind != NAME or not stands_alone(tokens[at:]):
        return None
    if any(_is_heading(narration, token) for token in tokens[named.head : at - 1]):
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
    phrase = _owner(sentence, phrase)
    if _is_topic(narration, sentence, phrase):
        return None
    return Answer(mention_of(sentence, phrase), sentence.span(1, 1), Reason.LABEL_AFTER)


def _owner(sentence: Sentence, label: Phrase) -> Phrase:
    """Whose a feeling or a word is that a headline labels a quotation with: ‘No’: *Vale*'s fury at Aas."""
    tokens = sentence.tokens
    mark = next((i for i in range(label.first + 1, label.last) if tokens[i].classes & POSSESSIVE_MARK), None)
    behind = tokens[mark + 1 : label.last + 1] if mark else []
    owned = itertools.takewhile(lambda token: not token.classes & PREPOSITION, behind)
    acts = label.last + 1 < len(tokens) and is_verb(sentence, label.last + 1)
    if mark is None or acts or any(token.classes & (PERSON | BODY) for token in owned):
        return label  # Vale's lawyer; Vale's pool closed
    return phrase_ending(sentence, mark - 1) or label


def _is_topic(narration: Narration, sentence: Sentence, label: Phrase) -> bool:
    """Whether a label that a headline goes on from is of no speaker: ‘No’: *Fears* for the port."""
    head = sentence.tokens[label.head]
    goes_on = label.first == label.head and sentence.at(label.last + 1).kind == WORD
    plain = head.lower in common_words(narration.profile) and not head.classes & (PERSON | BODY | TITLE)
    return goes_on and plain and narration.text.count(head.text) == 1  # nobody else is a Brown


def titled(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """Vale: Port is “floating ruin” - a headline that opens with the speaker."""
    sentence, at = narration.sentence(quote), narration.places[quote].token
    tokens = sentence.tokens
    colon = next((i for i, token in enumerate(tokens[:_LABEL]) if token.text == ":"), None)
    if colon is None or any(not _goes_on(sentence, at, one) for one in narration.reports_around(quote)):
        return None
    phrase = phrase_ending(sentence, colon - 1)
    if (
        phrase is None
        or phrase.first != 0
        or _is_dateline(tokens, colon)
        or not _may_head(tokens[:colon], tokens[phrase.head])
    ):
        return None
    if tokens[0].classes & FURNITURE or _is_heading(narration, tokens[colon - 1]):
        return None
    return Answer(mention_of(sentence, phrase), sentence.span(colon, colon), Reason.TITLED)


def _is_dateline(tokens: list[Token], colon: int) -> bool:
    """Whether a label in capitals says where a report was written, as a sentence follows: "AAS: It"."""
    in_capitals = all(token.text.isupper() for token in tokens[:colon])
    return in_capitals and len(tokens) - colon > _HEADLINE and tokens[-1].text in STOPS


_HEADLINE = 14
"""In tokens: a headline with a label in capitals is no longer behind it, or ends without a stop (a guard)."""


def _may_head(label: list[Token], head: Token) -> bool:
    """Whether a label is somebody's name or office: no number, and no headline of its own."""
    if head.kind == WORD:
        return bool(head.classes & (PERSON | BODY))
    known = any(token.classes & (PERSON | BODY | TITLE | NAME_PARTICLE) for token in label)
    return head.kind != NUMBER and (known or len(label) <= _LONGEST_NAME)


_LONGEST_NAME = 3
"""In tokens: "Port Strike Hits Ferries:" is no name."""


def _goes_on(sentence: Sentence, at: int, report: CuedReport) -> bool:
    """Whether a report stands in a clause behind a quotation that tells something else: "as pilots warn"."""
    return report.start > at and bool(
        sentence.at(report.mention.first - 1).classes & (CONJUNCTION | INVERTING)
    )


def in_row(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """| Ruth Vale | “We sail.” | - in a table with a column for who speaks."""
    found = narration.cells.around(narration.marked[quote].outer.start)
    if found is None or narration.reports_around(quote):
        return None
    table, row, column = found
    for n, (heading, cell) in enumerate(zip(table[0], row, strict=False)):
        if n != column and _heads_speakers(narration, heading.of(narration.text)):
            words = cell.of(narration.text)
            start = cell.start + len(words) - len(words.lstrip())
            return _named_at(narration, start) if words.strip() else None
    return None


def _heads_speakers(narration: Narration, heading: str) -> bool:
    """Whether the heading of a column says that names stand below it: "Speaker", "Minister or official"."""
    heads, heading = sieve_words(narration.profile).heads_speakers, heading.strip(_AROUND_HEADING).lower()
    words = [word for word in heading.replace("/", " ").split() if len(word) > _JOINING]
    roles = narration.profile.words("roles")
    return heading in heads or (bool(words) and all(word in heads or word in roles for word in words))


_JOINING = 3
"""In letters: "or", "and" join two words for speakers, and are no longer."""
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
    sentence = narration.sentence(quote)
    if len(sentence.tokens) > 1 and sentence.tokens[1].text == "(":
        return _in_brackets(narration, quote)
    line, at = (sentence, 1) if len(sentence.tokens) > 1 else (_line_below(narration, quote), 0)
    if line is None:
        return None
    named = phrase_starting(line, at + 1)
    if named is None or line.tokens[named.head].kind == WORD:
        return None
    ends = named.last + 1 == len(line.tokens) or line.tokens[named.last + 1].text in _AFTER_A_NAME
    dashed = line.tokens[at].text in _BEFORE_A_NAME
    if dashed and ends:
        return Answer(mention_of(line, named), None, Reason.SIGNED)
    set_off = line.tokens[at].text in _SET_OFF
    if (ends and set_off) or (dashed and _is_on_an_occasion(line, named)):
        return _of_a_sentence(narration, quote, line, named)
    return None


def _line_below(narration: Narration, quote: int) -> Sentence | None:
    """The short line below a quotation that begins with a dash or its like."""
    below = narration.places[quote].paragraph + 1
    if narration.printed(below)[:1] not in _SIGNS:
        return None
    line = narration.sentences(below)[0]
    return line if len(line.tokens) <= _SIGNATURE else None


def _is_on_an_occasion(line: Sentence, named: Phrase) -> bool:
    """Whether a short line goes on with where its name spoke: - Ruth Vale at a press conference."""
    where = bool(line.tokens[named.last + 1].classes & PREPOSITION)
    return where and len(line.tokens) <= _SIGNATURE and line.tokens[-1].kind != QUOTE


def _of_a_sentence(narration: Narration, quote: int, line: Sentence, named: Phrase) -> Answer | None:
    """Whose name sets off a whole sentence: a full one, where nothing else says who spoke."""
    whole = narration.text[narration.marked[quote].span.end - 1] in STOPS
    full = line.tokens[named.head].kind == NAME and named.first < named.last
    if not (whole and full) or narration.reports_around(quote):
        return None
    return Answer(mention_of(line, named), None, Reason.SIGNED)


def _in_brackets(narration: Narration, quote: int) -> Answer | None:
    """“We sail.” (Ruth Vale, pilot) - a paragraph of nothing else."""
    sentence = narration.sentence(quote)
    said = narration.sentences(narration.places[quote].paragraph)
    tokens = [*sentence.tokens, *(token for more in said[1:] for token in more.tokens)]
    if len(tokens) < 4 or tokens[-1].text not in (")", "."):
        return None
    named = phrase_starting(sentence, 2)
    if named is None or named.first == named.last or sentence.tokens[named.head].kind != NAME:
        return None
    after = sentence.at(named.last + 1).text
    closes = [i for i, token in enumerate(tokens) if token.text == ")"]
    if after not in (")", ",") or closes[:1] not in ([len(tokens) - 1], [len(tokens) - 2]):
        return None
    return Answer(mention_of(sentence, named), None, Reason.SIGNED)
