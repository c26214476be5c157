"""The lines that say who speaks next: a name and a colon, a letter, a name on a line of its own."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

import attrs

from quoteverify.models import Span
from quoteverify.reading.turns.label_names import is_chosen, is_name, is_one_word, is_surely_chosen, is_titled
from quoteverify.reading.turns.label_patterns import (
    ARROWS,
    BRACKETS,
    CAPITALS_AND_STOP,
    CLOCK,
    COLUMN,
    COUNTED,
    DESCRIPTION,
    EMPHASIS,
    EVENT,
    LETTER,
    LINE_OF_CAPTION,
    LINE_OF_TIME,
    LONGEST,
    MARK,
    MOMENTS,
    NAME_AND_COLON,
    NAME_AND_DASH,
    NAME_AND_GAP,
    NAME_AND_STOP,
    NAME_AND_TIME,
    NAME_IN_BRACKETS,
    NICKNAME,
    OFFICE,
    OFFICE_ON_LINE,
    SENTENCE_ENDS,
    STOP_AND_DASH,
    TIME_AT_END,
    TIME_BEHIND_LABEL,
    TIME_IN_FRONT,
    TITLE_AND_STOP,
    WIDE,
)
from quoteverify.reading.turns.label_words import LabelWords

_OFFICE_WORDS = 10
"""The most words of what follows a name behind a comma. A guard against sentences."""
_WORD = re.compile(r"\S+")
_OPENING_MARKS = frozenset("\"'“‘„«")
"""What no label begins with: most paragraphs of an article do."""


class LabelForm(StrEnum):
    """How a label is written."""

    COLON = "name_and_colon"
    STOP = "name_and_stop"
    LETTER = "letter"
    ARROWS = "arrows"
    NICKNAME = "nickname"
    BRACKETS = "name_in_brackets"
    DASH = "name_and_dash"
    ABOVE = "name_above"
    OFFICE_ABOVE = "name_and_office_above"
    DESCRIBED_ABOVE = "name_and_description_above"
    GAP = "name_and_gap"


@attrs.frozen
class Label:
    """A line's beginning, or a whole line, that says who speaks next.

    Attributes:
        name: The name, letter or office as printed, without what stands in brackets or behind a comma.
        mention: Where it stands.
        end: Where what is said may begin.
        form: How it is written, which names the rule.
        timed: Whether a time stands beside it.
        bracket: What stands in brackets behind it; "" where nothing does.
        paragraph: Which paragraph it stands in.
    """

    name: str
    mention: Span
    end: int
    form: LabelForm
    timed: bool
    bracket: str
    paragraph: int


def is_event(text: str, start: int, end: int) -> bool:
    """Whether a line of a chat says who comes, goes or does something, and nothing that is said."""
    time = TIME_IN_FRONT.match(text, start, end)
    return EVENT.match(text, time.end() if time else start, end) is not None


def in_lines(text: str, places: Sequence[Span], words: LabelWords) -> Iterator[Label]:
    """The labels that begin paragraphs and have what is said behind them, or below."""
    for paragraph, place in enumerate(places):
        if text[place.start] in _OPENING_MARKS:
            continue
        found = _inline(text, place, paragraph, words)
        if found is not None:
            yield found


def on_lines(text: str, places: Sequence[Span], words: LabelWords) -> Iterator[Label]:
    """The names that stand on lines of their own."""
    below_time = False
    for paragraph, place in enumerate(places):
        short = len(place) <= LONGEST and text[place.start] not in _OPENING_MARKS
        found = _above(text, place, paragraph, words, below_time=below_time) if short else None
        below_time = short and LINE_OF_CAPTION.match(text, place.start, place.end) is not None
        if found is None:
            found = _of_a_role(text, place, paragraph, words)
        if found is not None:
            yield _with_time_below(text, places, found)


def _with_time_below(text: str, places: Sequence[Span], label: Label) -> Label:
    """A label with the line below it that is nothing but a time."""
    below = label.paragraph + 1
    if label.form is not LabelForm.ABOVE or below >= len(places):
        return label
    if not LINE_OF_TIME.fullmatch(text, places[below].start, places[below].end):
        return label
    return attrs.evolve(label, end=places[below].end, timed=True, paragraph=below)


def _of_a_role(text: str, place: Span, paragraph: int, words: LabelWords) -> Label | None:
    """The label before the words of somebody who stands among names above: Operator: We sail."""
    last = min(place.end, place.start + LONGEST)
    found = _match_with(":", NAME_AND_COLON, text, place.start, last)
    if not found or found[1].lower() not in words.speaks:
        return None
    begins = _past_emphasis(text, found.end(), place.end)
    return Label(found[1], Span(*found.span(1)), begins, LabelForm.COLON, False, "", paragraph)


def _above(text: str, place: Span, paragraph: int, words: LabelWords, *, below_time: bool) -> Label | None:
    """The label that a whole line is: a name, with an office or a time or by itself, or below a time."""
    before = TIME_IN_FRONT.match(text, place.start, place.end)
    start = before.end() if before else place.start
    line = _Line.of(text[start : place.end])
    timed = below_time or bool(line.time or before)
    if not line.may_have_office(words) or not _may_head(line, words, timed=timed):
        return None
    name, cut = line.name, len(line.name)
    given = _given_name(line.behind, words) if below_time and line.office and " " not in name else None
    if given and line.office:
        name, cut = f"{given} {name}", line.office.end() + len(given)
    return Label(name, Span(start, start + cut), place.end, line.form, timed, line.in_brackets, paragraph)


def _may_head(line: "_Line", words: LabelWords, *, timed: bool) -> bool:
    """Whether what a line begins with may be a name."""
    if line.form is LabelForm.DESCRIBED_ABOVE:
        return " " in line.name and is_name(line.name, words, plain=True)
    plain = not (timed or line.office or line.in_brackets)
    if is_chosen(line.name) or (plain and is_one_word(line.name)):
        return True
    return is_name(line.name, words, plain=plain)


@attrs.frozen
class _Line:
    """A line of its own, taken apart: a name, and what may stand behind it."""

    text: str
    name: str
    time: re.Match[str] | None
    office: re.Match[str] | None
    bracket: re.Match[str] | None

    @classmethod
    def of(cls, printed: str) -> "_Line":
        text = COLUMN.sub("", printed)
        found = TIME_AT_END.search(text), OFFICE_ON_LINE.search(text), BRACKETS.search(text)
        if not any(found):
            found = None, DESCRIPTION.search(text), None
        gap = WIDE.search(text.lstrip()) if found[0] else None
        cut = min([part.start() for part in (*found, gap) if part], default=len(text))
        return cls(text, text[:cut], *found)

    @property
    def form(self) -> LabelForm:
        """How the line is written."""
        if self.office and "--" in self.office[0]:
            return LabelForm.OFFICE_ABOVE
        return LabelForm.DESCRIBED_ABOVE if self._is_described else LabelForm.ABOVE

    @property
    def _is_described(self) -> bool:
        """Whether an office in small letters stands behind the comma, as in a sentence."""
        return self.behind[:1].islower()

    @property
    def behind(self) -> str:
        """What stands behind the comma or dash."""
        return self.text[self.office.end() :] if self.office else ""

    def may_have_office(self, words: LabelWords) -> bool:
        """Whether what stands behind a comma or dash can be an office: short, and no quotation."""
        parts = self.behind.split()
        if self._is_described and (self.text[-1] in SENTENCE_ENDS or not words.reports.isdisjoint(parts)):
            return False
        return len(parts) <= _OFFICE_WORDS and not MARK.search(self.behind)

    @property
    def in_brackets(self) -> str:
        """What stands in brackets with a capital: a constituency, a party, who holds an office."""
        printed = self.bracket[1] if self.bracket and not self.time else ""
        return printed if printed[:1].isupper() else ""


def _inline(text: str, place: Span, paragraph: int, words: LabelWords) -> Label | None:
    """The label that a paragraph begins with."""
    end = min(place.end, place.start + 2 * LONGEST)
    arrows = ARROWS.match(text, place.start, end)
    if arrows:
        named = _with_colon(text, arrows.end(), end, False, paragraph, words)
        if named:
            return attrs.evolve(named, form=LabelForm.ARROWS)
        own = Span(place.start, place.start + len(arrows[0].rstrip()))
        return Label(own.of(text), own, arrows.end(), LabelForm.ARROWS, False, "", paragraph)
    time = TIME_IN_FRONT.match(text, place.start, end)
    start = time.end() if time else place.start
    return _named_inline(text, start, end, bool(time), paragraph, words)


def _named_inline(
    text: str, start: int, end: int, timed: bool, paragraph: int, words: LabelWords
) -> Label | None:
    """The label that stands at a place: a handle, a letter, a name and what parts it from what is said."""
    nick = NICKNAME.match(text, start, end)
    if nick:
        return Label(nick[1], Span(*nick.span(1)), nick.end(), LabelForm.NICKNAME, timed, "", paragraph)
    counted = COUNTED.match(text, start, end)
    if counted:
        named = _with_colon(text, counted.end(), end, timed, paragraph, words)
        if named:
            return named
    letter = LETTER.match(text, start, end)
    if letter and letter[1].lower() in words.questions | words.answers and letter[1].isupper():
        return Label(letter[1], Span(*letter.span(1)), letter.end(), LabelForm.LETTER, timed, "", paragraph)
    return (
        _with_colon(text, start, end, timed, paragraph, words)
        or _with_stop(text, start, end, paragraph, words)
        or _before_gap(text, start, end, timed, paragraph, words)
        or _set_off(text, start, end, timed, paragraph, words)
    )


def _with_colon(
    text: str, start: int, end: int, timed: bool, paragraph: int, words: LabelWords
) -> Label | None:
    """Ruth Vale (Aas North): We sail."""
    found = _match_with(":", NAME_AND_COLON, text, start, min(end, start + LONGEST))
    if not found:
        return None
    printed = MOMENTS.sub("", found[1]).rstrip()
    brackets = BRACKETS.search(printed)
    whole = BRACKETS.sub("", printed).rstrip(" *_")
    office = OFFICE.search(whole)
    name = whole[: office.start()] if office else whole
    if office and not _is_office(whole[office.end() :], words):
        return None
    # What begins with a small letter is a sentence, but for a name that somebody chose for a chat.
    chosen = (timed and name.replace("_", "").isalnum()) or is_chosen(name)
    if not chosen and not is_name(name, words, plain=False):
        return None
    bracket = brackets[1] if brackets and not brackets[1][:1].isdigit() else ""
    mention = Span(start, start + len(name))
    time = TIME_BEHIND_LABEL.match(text, found.end(), end)
    begins = _past_emphasis(text, time.end() if time else found.end(), end)
    timed = any((timed, time, len(printed) < len(found[1].rstrip()), _holds_time(printed)))
    return Label(name, mention, begins, LabelForm.COLON, timed, bracket, paragraph)


def _past_emphasis(text: str, start: int, end: int) -> int:
    """The offset of what is said, past the marks of Markdown that close a label: **Ruth Vale:** We sail."""
    found = EMPHASIS.match(text, start, end)
    return found.end() if found else start


def _holds_time(printed: str) -> bool:
    """Whether a time stands in brackets behind a name: Ruth Vale (00:01:02)."""
    return any(re.fullmatch(CLOCK, bracket) for bracket in BRACKETS.findall(printed))


def _set_off(text: str, start: int, end: int, timed: bool, paragraph: int, words: LabelWords) -> Label | None:
    """[Ruth Vale] We sail. Ruth Vale — We sail."""
    last = min(end, start + LONGEST)
    if text[start] in "[(":
        found, form = NAME_IN_BRACKETS.match(text, start, last), LabelForm.BRACKETS
    else:
        found, form = _match_with("–—", NAME_AND_DASH, text, start, last), LabelForm.DASH
    if not found:
        return None
    named = is_name(found[1], words, plain=True) or (
        form is LabelForm.BRACKETS and is_surely_chosen(found[1])
    )
    return Label(found[1], Span(*found.span(1)), found.end(), form, timed, "", paragraph) if named else None


def _match_with(
    signs: Iterable[str], expression: re.Pattern[str], text: str, start: int, end: int
) -> re.Match[str] | None:
    """What an expression matches that needs one of some signs: soon none, where the stretch has none."""
    needed = any(text.find(sign, start, end) >= 0 for sign in signs)
    return expression.match(text, start, end) if needed else None


def _given_name(behind: str, words: LabelWords) -> str | None:
    """The given name behind a surname and a comma, "Vale, Ruth"; None of an office."""
    found = _WORD.match(behind)
    if not found or not found[0].isalpha() or not found[0][0].isupper():
        return None
    return None if found[0].lower() in words.offices | words.titles | words.speaks else found[0]


def _is_office(printed: str, words: LabelWords) -> bool:
    """Whether what stands behind a name's comma is an office, and does not report: "the mayor, said"."""
    parts = printed.split()
    return len(parts) <= _OFFICE_WORDS and words.reports.isdisjoint(parts)


def _with_stop(text: str, start: int, end: int, paragraph: int, words: LabelWords) -> Label | None:
    """Mr. VALE. We sail. Ruth Vale (PPE). – We sail."""
    last = min(end, start + LONGEST)
    if text.find(".", start, last) < 0:
        return None
    found = _match_with("–—", STOP_AND_DASH, text, start, last)
    # A town in capitals and a dash are where news comes from.
    if found and not found[1].isupper() and is_name(found[1], words, plain=False):
        return Label(found[1], Span(*found.span(1)), found.end(), LabelForm.STOP, False, "", paragraph)
    found = NAME_AND_STOP.match(text, start, last) or TITLE_AND_STOP.match(text, start, last)
    if not found or not is_titled(found[1], words):
        found = CAPITALS_AND_STOP.match(text, start, last)
    if not found or not is_name(found[1], words, plain=False):
        return None
    bracket = found.groupdict().get("bracket") or ""
    return Label(found[1], Span(*found.span(1)), found.end(), LabelForm.STOP, False, bracket, paragraph)


def _before_gap(
    text: str, start: int, end: int, timed: bool, paragraph: int, words: LabelWords
) -> Label | None:
    """VALE   We sail. RV	We sail. Ruth Vale [00:02] We sail."""
    last = min(end, start + LONGEST)
    beside = _match_with("[(", NAME_AND_TIME, text, start, last)
    if beside and (is_chosen(beside[1]) or is_name(beside[1], words, plain=False)):
        return Label(beside[1], Span(*beside.span(1)), beside.end(), LabelForm.GAP, True, "", paragraph)
    found = _match_with(("  ", "\t"), NAME_AND_GAP, text, start, last)
    if not found or not found[1].isupper() or not is_name(found[1], words, plain=False):
        return None
    if not words.end.isdisjoint(found[1].lower().split()):
        return None
    return Label(found[1], Span(*found.span(1)), found.end(), LabelForm.GAP, timed, "", paragraph)
