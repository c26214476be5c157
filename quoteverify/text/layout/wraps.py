"""Lines that a wrap broke, joined into the paragraphs that they are, at any width.

A line that a wrap broke has no room for the first word of the next. The width is measured on the lines
that surely are broken: those that end within a sentence and go on in small letters. Lines with room to
spare end where their writer ended them: the last lines of paragraphs, headlines, verse, addresses.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from quoteverify.models import Span
from quoteverify.text.layout.lines import Line, lines_of
from quoteverify.text.layout.page import Page, Replacement
from quoteverify.text.normalize import QUOTATION_MARKS

_WIDEST = 132
"""In characters: no text is wrapped wider (a terminal's wide mode), and most paragraphs are longer."""
_NARROWEST = 16
"""In characters: the columns of a newspaper are wider; what is narrower is a list."""
_MEASURED = 0.97
"""Which share of the broken lines the width covers: a long address may stand out from any."""
_WIDER = 0.1
"""The share of lines wider than the width, from which on it is no width."""
_BROKEN = 0.2
"""The share of line ends within a sentence in a wrapped text; English has .5 to .7."""
_BROKEN_OF_FEW = 0.5
"""The same where there are fewer than `_MANY`."""
_GAP_FULL = 0.75
"""Of the width: what ends so far out within a sentence goes on behind an empty line too."""
_RAGGED = 0.1
"""The share of broken lines that may seem to have had room."""
_LEAST_FULL = 0.8
"""Of the width: lines of verse, which break off sooner, do not make a text ragged."""
_INDENTED = 0.8
"""The share of paragraphs with an indent where an indent is what tells them apart."""
_MANY = 5
"""So many broken lines make a width that tells verse from prose."""

_TERMINAL = re.compile(r"[.!?:;…][\"'”’»)\]*_]*$|[”»]$")
_BROKEN_OFF = re.compile(r"[-–—]{2}$|—$")
_GOES_ON = re.compile(r"[\"'“‘(\[*_]{0,3}[^\W\d_]")
_FIRST_WORD = re.compile(r"\S+")
_HEADING = re.compile(r"#{1,6}\s|={3,}$|-{3,}$|\*(?:\s?\*){2,}$|`{3}|~{3}")
_ITEM = re.compile(r"(?:[-*+•‣◦▪·]|\(?(?:[0-9]{1,3}|[a-zA-Z])[.)])\s+(?=\S)")
_ROW = re.compile(r"\|.*\|.*\|?$")
_LABEL = (
    r"\*{0,2}[^\W\d_a-z][\w.’'-]*(?:[ ][^\W_a-z\d][\w.’'-]*){0,4}(?:[ ]?\([^()]{1,60}\)){0,3}"
    r":?\*{0,2}[:.](?:\s|\*|$)"
)
STARTS_TURN = re.compile(rf">>|[QA]\d*(?:[.:]\s|\s{{2}})|[\[(]?[0-9]{{1,2}}:[0-9]{{2}}|{_LABEL}")
"""How a line begins in which somebody else speaks: what stands before it is not joined to it."""
_CHATS = re.compile(r"[@\w][\w.-]{1,30}:\s\S")
_HEADS_MESSAGE = re.compile(
    r"\S[ ]+[—–|•][ ](?:[\w/.-]{3,10},?[ ](?:[^\W\d_]{1,3}[ ])?)?[0-9]{1,2}:[0-9]{2}(?:[ ]?[APap][Mm])?$"
    r"|[^\W\d_],?[ ]{1,4}[\[(](?:[\w/.-]{6,11},?[ ])?[0-9]{1,2}(?::[0-9]{2}){1,2}(?:[ ]?[APap][Mm])?[\])]$"
    r"|(?<![^\n])\[(?:[\w/.-]{6,11},?[ ])?[0-9]{1,2}(?::[0-9]{2}){1,2}(?:[ ]?[APap][Mm])?\][ ]\S{2,37}$"
)
"""The line above a message: ``vale — Today at 14:05``."""
_LONGEST_TIME = 80
"""A guard: characters at a line's end in which its time is looked for."""
_FEWEST_OF_CHAT = 3
"""Lines that begin with a name."""
_REPORTED = re.compile(r"[,.?!][\"”’]\s+[^\W\d_]+(?:\s+[^\W\d_]+){0,5}$")
_FIELD = re.compile(r"[^\W\d_a-z][\w-]{1,14}:(?:[ \t]|$)")
_SENT = re.compile(r"\d:\d\d|\w@\w")
_FEWEST_FIELDS = 3
_SIGNATURE = "--"
_SMALL = re.compile(r"[a-zà-öø-ÿ]")
_SIGNED = re.compile(r"[\"”»'’]\s?[―—–-]{1,2}\s?[^\W\d_a-z][\w.’'-]*(?:\s[\w.’'-]+){0,4}$")
"""How a quotation ends below which the next one begins: “We sail.” ― Ruth Vale."""
_LONGEST_NAME = 60
"""A guard: characters at a line's end in which a signature is looked for."""


@attrs.frozen
class Measure:
    """How a text is wrapped.

    Attributes:
        width: How long its lines are, but for few.
        full: With so many characters, or more, a line and the next one's first word have no room.
        broken: How many lines surely are broken.
        indented: Whether an indent tells its paragraphs apart.
    """

    width: int
    full: int
    broken: int
    indented: bool


def unwrapped(page: Page) -> Page:
    r"""The page with wrapped lines joined, and quoting prefixes gone.

    >>> page = unwrapped(Page("t", "> “We sail at noon if the wind\n> holds,” said Vale.\n"))
    >>> page.text
    '“We sail at noon if the wind holds,” said Vale.\n'
    """
    text = page.text
    lines = lines_of(text)
    if not _may_be_wrapped(lines):
        return page
    edits = []
    hyphens = _Hyphens(text, lines)
    joined = {} if _is_chat(text, lines) else _joined_all(text, lines, has_tables=bool(page.tables))
    for n, line in enumerate(lines):
        if n in joined:
            edits.append(hyphens.seam(lines[joined[n]], line))
        elif line.depth:
            edits.append(Replacement(line.start, line.content))
    return page.edited(edits, _quoted(lines))


def _joined_all(text: str, lines: Sequence[Line], *, has_tables: bool) -> dict[int, int]:
    """The lines that go on with another: by the width of all, or else of those that prefixes quote."""
    measure = measured(text, lines)
    if measure is None and any(line.depth for line in lines):
        # A mail may be wrapped where it quotes and nowhere else.
        lines = [line if line.depth else _emptied(line) for line in lines]
        measure = measured(text, lines)
    if measure is None:
        return {}
    joined = _joined(text, lines, measure)
    if measure.broken >= _MANY and not has_tables:
        joined.update(_over_gaps(text, lines, measure))
    return joined


def _emptied(line: Line) -> Line:
    """A line as if it had no words."""
    return attrs.evolve(line, content=line.end)


def _is_chat(text: str, lines: Sequence[Line]) -> bool:
    """Whether most lines begin with a name and a colon, small letters or not."""
    filled = [line for line in lines if not line.is_blank]
    named = sum(_CHATS.match(text, line.content, line.end) is not None for line in filled)
    if named >= _FEWEST_OF_CHAT:
        named -= len(_heads_of_mails(text, lines))
    return named >= _FEWEST_OF_CHAT and 2 * named > len(filled)


def _may_be_wrapped(lines: Sequence[Line]) -> bool:
    """Whether there is a prefix, or a line with another right below that is not as long as a paragraph."""
    before = _WIDEST + 1
    for line in lines:
        if line.depth:
            return True
        length = line.end - line.content
        if length and 0 < before <= _WIDEST:
            return True
        before = length
    return False


def ends_within(text: str, line: Line) -> bool:
    """Whether a line ends where no sentence does."""
    return _TERMINAL.search(text, max(line.content, line.end - 6), line.end) is None


def is_small(text: str, line: Line) -> bool:
    """Whether a line goes on in small letters."""
    found = _GOES_ON.match(text, line.content, line.end)
    return found is not None and found[0][-1].islower()


def _starts(text: str, line: Line) -> bool:
    """Whether a line begins something by its form: a heading, an item, a row."""
    first = text[line.content : line.content + 1]
    if first.isalpha() and text[line.content + 1 : line.content + 2] not in (".", ")"):
        return False
    return any(shape.match(text, line.content, line.end) for shape in (_HEADING, _ITEM, _ROW))


def _set_line_by_line(text: str, lines: Sequence[Line]) -> set[int]:
    """The lines of a mail that stand as written: its head, and the signature below two hyphens."""
    found = {n for fields in _fields(text, lines) for n in fields if len(fields) >= _FEWEST_FIELDS}
    signed = False
    for n, line in enumerate(lines):
        signed = not line.is_blank and (signed or text[line.content : line.end] == _SIGNATURE)
        if signed:
            found.add(n)
    return found | _heads_of_mails(text, lines)


def _heads_of_mails(text: str, lines: Sequence[Line]) -> set[int]:
    """The lines of the heads of mails: fields below each other of which one has a time or an address."""
    heads = (
        fields
        for fields in _fields(text, lines)
        if len(fields) > 1 and _SENT.search(text, lines[fields[0]].start, lines[fields[-1]].end)
    )
    return {n for fields in heads for n in fields}


def _fields(text: str, lines: Sequence[Line]) -> Iterator[list[int]]:
    """The runs of lines that begin with a word and a colon."""
    run: list[int] = []
    for n, line in enumerate(lines):
        if not line.is_blank and _FIELD.match(text, line.content, line.end):
            run.append(n)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _pairs(text: str, lines: Sequence[Line]) -> Iterator[int]:
    """The lines that stand right below another of the same prefix and may go on with it."""
    alone = _set_line_by_line(text, lines)
    for n in range(1, len(lines)):
        before, line = lines[n - 1], lines[n]
        if (
            n not in alone
            and not before.is_blank
            and not line.is_blank
            and before.depth == line.depth
            and not _starts(text, line)
            and not _HEADS_MESSAGE.search(text, max(before.content, before.end - _LONGEST_TIME), before.end)
        ):
            yield n


def measured(text: str, lines: Sequence[Line]) -> Measure | None:
    """How the lines are wrapped; None where they are not."""
    pairs = [
        n
        for n in _pairs(text, lines)
        if lines[n - 1].length <= _WIDEST and not begins_turn(text, lines[n - 1], lines[n])
    ]
    broken = [n for n in pairs if ends_within(text, lines[n - 1]) and is_small(text, lines[n])]
    if not broken:
        return _of_one_line(text, lines, pairs)
    width, is_wrapped = _width(lines, pairs, broken)
    if width < _NARROWEST or not is_wrapped:
        return None
    full = _full(text, lines, broken, width) if len(broken) >= _MANY else width
    return Measure(width, full, len(broken), _parts_by_indents(lines))


def _width(lines: Sequence[Line], pairs: Sequence[int], broken: Sequence[int]) -> tuple[int, bool]:
    """How wide the lines are, and whether enough of them end within a sentence and few are wider."""
    if len(broken) < _MANY:
        return max(lines[n - 1].length for n in pairs), len(broken) >= _BROKEN_OF_FEW * len(pairs)
    lengths = sorted(lines[n - 1].length for n in broken)
    width = lengths[min(len(lengths) - 1, int(_MEASURED * len(lengths)))]
    wider = sum(width < lines[n - 1].length for n in pairs)
    return width, len(broken) >= _BROKEN * len(pairs) and wider <= max(1, _WIDER * len(pairs))


def _full(text: str, lines: Sequence[Line], broken: Sequence[int], width: int) -> int:
    """How many characters, the next line's first word among them, no line has room for.

    In a type that is not monospaced lines of one width have more characters or fewer.
    """
    wanted = sorted(_wanted(text, lines[n - 1], lines[n]) for n in broken)
    return min(width, max(int(_LEAST_FULL * width), wanted[int(_RAGGED * len(wanted))] - 1))


def _of_one_line(text: str, lines: Sequence[Line], pairs: Sequence[int]) -> Measure | None:
    """How lines are wrapped of which none goes on in small letters, but one breaks off after a quotation."""
    for n in pairs:
        line = lines[n - 1]
        if ends_within(text, line) and _REPORTED.search(text, line.content, line.end):
            return Measure(line.length, line.length, 1, indented=False)
    return None


def _parts_by_indents(lines: Sequence[Line]) -> bool:
    """Whether nearly all paragraphs begin with an indent, so that what has none goes on with one."""
    filled = [line for line in lines if not line.is_blank]
    margin = min(line.indent for line in filled)
    starts = [
        line
        for before, line in pairwise((filled[0], *lines))
        if not line.is_blank and (before.is_blank or line.indent > before.indent + 1)
    ]
    indented = sum(line.indent > margin + 1 for line in starts)
    return indented >= max(_MANY, _INDENTED * len(starts)) and indented * 2 < len(filled)


def _joined(text: str, lines: Sequence[Line], measure: Measure) -> dict[int, int]:
    """The lines that go on with the one above, and with which that is."""
    joined: dict[int, int] = {}
    block: list[int] = []
    for n in (*_pairs(text, lines), len(lines) + 1):
        if block and n != block[-1] + 1:
            joined.update((line, line - 1) for line in _goes_on(text, lines, block, measure))
            block = []
        block.append(n)
    return joined


def _over_gaps(text: str, lines: Sequence[Line], measure: Measure) -> Iterator[tuple[int, int]]:
    """The lines that go on with one above an empty line, as where a column of a page breaks."""
    for n in range(2, len(lines)):
        before, line = lines[n - 2], lines[n]
        if (
            lines[n - 1].is_blank
            and not before.is_blank
            and not line.is_blank
            and before.depth == line.depth == lines[n - 1].depth
            and _GAP_FULL * measure.width <= before.length <= measure.width
            and ends_within(text, before)
            and is_small(text, line)
            and not _starts(text, line)
        ):
            yield n, n - 2


def _goes_on(text: str, lines: Sequence[Line], block: Sequence[int], measure: Measure) -> Iterator[int]:
    """Those of a block of lines, without its first, that go on with the one above."""
    full = [_wanted(text, lines[n - 1], lines[n]) > measure.full for n in block]
    set_by_hand = measure.broken >= _MANY and len(block) > 1 and sum(full) * 3 < len(full)
    last = 0
    for n, has_no_room in zip(block, full, strict=True):
        before, line = lines[n - 1], lines[n]
        if before.length > _WIDEST or _begins_paragraph(text, before, line):
            continue
        within = last == n - 1 and not set_by_hand and ends_within(text, before)
        if has_no_room or _may_be_full(before, measure, within=within):
            goes_on = not begins_turn(text, before, line)
        else:
            goes_on = not set_by_hand and is_small(text, line) and ends_within(text, before)
        if goes_on or _breaks_off_a_report(text, before, measure):
            last = n
            yield n


def _breaks_off_a_report(text: str, line: Line, measure: Measure) -> bool:
    """Whether a line of a text with few that are broken ends behind a quotation, within its report."""
    return measure.broken < _MANY and _REPORTED.search(text, line.content, line.end) is not None


def _may_be_full(line: Line, measure: Measure, *, within: bool) -> bool:
    """Whether a line may have had no room though it has few characters.

    In a type that is not monospaced a line ``within`` a paragraph, and a sentence, often has.
    """
    tells = measure.indented or (within and measure.broken >= _MANY)
    return tells and line.length >= _GAP_FULL * measure.width


def _begins_paragraph(text: str, before: Line, line: Line) -> bool:
    """Whether a line stands further in than the one above, and not below the words of an item."""
    if _is_below_a_signature(text, before, line):
        return True
    if _HEADING.match(text, before.content, before.end) or _ROW.match(text, before.content, before.end):
        return True
    if line.indent <= before.indent + 1:
        return False
    item = _ITEM.match(text, before.content, before.end)
    return item is None or line.indent > before.indent + item.end() - item.start() + 1


def _is_below_a_signature(text: str, before: Line, line: Line) -> bool:
    """Whether a line begins a quotation below one that is signed."""
    opens = text[line.content : line.content + 1] in QUOTATION_MARKS
    end = before.end
    return opens and _SIGNED.search(text, max(before.content, end - _LONGEST_NAME), end) is not None


def begins_turn(text: str, before: Line, line: Line) -> bool:
    """Whether a line begins with a name and a colon, and the one above has ended its sentence."""
    if ends_within(text, before) and not _BROKEN_OFF.search(text, before.end - 2, before.end):
        return False
    return STARTS_TURN.match(text, line.content, line.end) is not None


def _wanted(text: str, line: Line, following: Line) -> int:
    """How many characters a line and the first word of the next would take."""
    word = _FIRST_WORD.match(text, following.content, following.end)
    return line.length + 1 + (len(word[0]) if word else 0)


def _quoted(lines: Sequence[Line]) -> Iterator[Span]:
    """What quoting prefixes quote, unless it is the whole text."""
    if all(line.depth for line in lines if not line.is_blank):
        return
    start = end = None
    for line in lines:
        if line.depth and not line.is_blank:
            start, end = line.content if start is None else start, line.end
        elif start is not None and end is not None and not line.depth:
            yield Span(start, end)
            start = end = None
    if start is not None and end is not None:
        yield Span(start, end)


class _Hyphens:
    """Whether a hyphen at a line's end is the word's own.

    It is if the text has the word with one elsewhere, or both of its parts as words; it is not if the text
    has the word without one, or if many lines end so, as they do where words are divided.
    """

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self._text = text
        filled = [line for line in lines if not line.is_blank]
        self._ending = [line for line in filled if _ends_with_hyphen(text, line)]
        self._divides = len(self._ending) > max(2, _DIVIDED * len(filled))
        self._words: frozenset[str] | None = None

    def _stands(self, word: str) -> bool:
        if self._words is None:
            # The parts of divided words are no words.
            self._words = frozenset(_WORD.findall(_DIVIDED_WORD.sub(" ", self._text.lower())))
        return word.lower() in self._words

    def seam(self, before: Line, line: Line) -> Replacement:
        """What joins two lines."""
        if not _JOINS.search(self._text, max(before.content, before.end - 3), before.end):
            return Replacement(before.end, line.content, " ")
        if self._text[before.end - 1] == "\N{SOFT HYPHEN}":
            return Replacement(before.end - 1, line.content)
        first, second = (
            _LAST.search(self._text, before.content, before.end),
            _NEXT.match(self._text, line.content),
        )
        if first is None or second is None or self._stands(f"{first[1]}-{second[0]}"):
            return Replacement(before.end, line.content)
        divided = self._divides or self._stands(first[1] + second[0])
        compound = self._stands(first[1]) and self._stands(second[0])
        if second[0][0].islower() and (divided or not compound):
            return Replacement(before.end - 1, line.content)
        return Replacement(before.end, line.content)


_DIVIDED = 0.04
"""The share of lines that end with a hyphen where words are divided; else few of them do."""
_JOINS = re.compile(r"[^\W\d_][-\u2010\u00ad]$|\S(?:--|—)$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DIVIDED_WORD = re.compile(r"[^\W\d_]{1,60}[-\u2010\u00ad][ \t]*\r?\n[ \t>|]*[^\W\d_]{1,60}")
_LAST = re.compile(r"([^\W\d_]{1,60})[-\u2010\u00ad]$")
_NEXT = re.compile(r"[^\W\d_]+")


def _ends_with_hyphen(text: str, line: Line) -> bool:
    return line.length > 1 and text[line.end - 1] in "-\u2010\u00ad" and text[line.end - 2].isalpha()
