"""The lines that say who speaks next: a name and a colon, a letter, a name on a line of its own."""

import functools
import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

import attrs

from quoteverify.models import Span
from quoteverify.text.language import LanguageProfile
from quoteverify.text.vocabulary import common_words

LONGEST = 120
"""In code points: no name with its office and brackets is longer. A guard against long lines."""
_WORDS = 7
"""The most words of a name: "The Parliamentary Under-Secretary of State for Ports"."""
_TITLE_WORDS = 10
"""The most words of what follows a name behind a comma."""

_CLOCK = r"(?:\d{1,4}:\d{2}(?::\d{2}(?:[.,]\d{1,3})?)?|\d{1,2}:\d{1,2}:\d{1,2}[.,]\d{1,3})"
_DATE = r"\d{1,4}[./-](?:\d{1,2}|[^\W\d_]{3})[./-]\d{1,4},?[ ]+"
_SECONDS = r"\[\d{1,6}(?:\.\d{1,3})?s?[ ]?(?:--?>|[-–—])[ ]?\d{1,6}(?:\.\d{1,3})?s?\]"
_HALF = r"(?:[ ]?[APap]\.?[Mm]\.?)?+"
_TIME = re.compile(
    rf"(?:[\[(@]?(?:{_DATE})?{_CLOCK}{_HALF}(?:[ ]?(?:-->?|[-–—])[ ]?{_CLOCK}{_HALF})?[\])]?|{_SECONDS})"
    r"(?:[ ]*[-–—|:])?\s+"
)
_TIME_LINE = re.compile(rf"{_CLOCK}[ ]?-->?[ ]?{_CLOCK}$")
_TIME_ONLY = re.compile(
    rf"[ \t]*(?:[\[(]{_CLOCK}{_HALF}[\])][ \t]*|{_CLOCK}{_HALF}(?:[ \t]*$|[ \t]+(?=[^\W\d_a-z\"“])))",
    re.MULTILINE,
)
_CLOCK_LINE = re.compile(rf"{_CLOCK}{_HALF}(?:[ ]?[-–—][ ]?{_CLOCK}{_HALF})?(?:[ ]\(\d+[ ][^\W\d_]+\))?")
MOMENT = r"#\d{1,2}:\d{2}:\d{2}-\d#"
"""A time as programs for interviews set it, between signs for a number."""
_MOMENT = re.compile(rf"\s*{MOMENT}")
_BESIDE_TIME = re.compile(rf"([^\W\d_][^\n:\[\]()]{{1,40}}?)[ ]+[\[(]{_CLOCK}{_HALF}[\])][ ]+(?=\S)")
TIME_BEFORE = re.compile(rf"[\[(]{_CLOCK}{_HALF}[\])][ \t]+")
"""What may stand before what is said, below a name."""
_NICK = re.compile(r"<[ @+%~&]?([^\W_][^<>\n]{0,40})>\s+(?=\S)")
_EVENT = re.compile(r"(?:[*∗•]+|-!-|-{2,3}>?|<?-{2,3}|[←→]|={2,})\s")
"""What stands before what a chat's program says: -!- vale has joined."""
_COUNTED = re.compile(r"(?:[^\W\d_]\d{1,4}|\d{1,4}\.?)[ \t]+(?=[^\W\d_])")
"""What committees count their questions with: Q12 Ruth Vale: Do we sail?"""
_GAP = re.compile(r"([^\W\d_][^\n:.!?,\t]{1,40}?)(?:[ ]{2,}|\t[ \t]*)(?=\S)")
"""A name that a gap parts from what is said."""
_BRACKETED = r"[(\[](?:[^()\[\]\n]|\([^()\n]{0,40}\)){0,80}[)\]]"
_COLON = re.compile(rf"((?:[^:()\[\]\n]|{_BRACKETED}|{MOMENT}){{1,{LONGEST}}}?):(?=\s|$)")
_STOP = re.compile(
    r"((?:[^\W\d_][\w'’]*\.?[ ]+){1,3}[^\W\d_a-z]{2,}[\w'’-]*"
    r"(?:[ ][a-z]{2,3}(?:[ ][^\W\d_a-z][\w-]+){1,2}|(?:[ ][a-z]{2,}){0,2}))"
    r"(?:[ ]\((?P<bracket>[^()\n]{1,40})\))?\.\s+(?=\S)"
)
_TITLE_AND_STOP = re.compile(r"([^\W\d_]{1,9}\.?[ ][^\W\d_a-z][\w'’-]+)\.\s+(?=[^\W\d_a-z\"“(\[])")
_CAPITALS_AND_STOP = re.compile(
    r"((?:[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ'’-]*\.?[ ]){1,3}[^\W\d_a-zß-öø-ÿ'’-]{2,})\.\s+(?=\S)"
)
_DASH = re.compile(r"([^\W\d_][^\n–—:]{1,40}?)\s+[–—]\s+(?=\S)")
_IN_BRACKETS = re.compile(r"[\[(]([^\W\d_][^\[\]()\n]{1,40})[\])]:?\s+(?=\S)")
_STOP_AND_DASH = re.compile(
    r"([^\W\d_][^\n–—:.,()]{1,40}?)(?:,[^\n–—:.]{1,60}|[ ]\([^()\n]{1,20}\))?\.\s+[–—]\s+(?=\S)"
)
_LETTER = re.compile(r"([^\W\d_])\d*(?:[.:]\s+|\s{2,}|\t)(?=\S)(?![^\W\d_]\.\s)")
_ARROWS = re.compile(r">>+\s*(?=\S)")
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)(?:\([^()]*\))?[)\]]")
_OFFICE = re.compile(r"\s+(?:--+|[–—])\s+|,\s+")
_LINE_OFFICE = re.compile(r"\s+(?:--+|[-–—])\s+|,\s+(?=[^\W\d_a-z])")
_DESCRIPTION = re.compile(r",\s+(?=[^\W\d_])")
_SENTENCE_ENDS = frozenset(".,:;!?…")
_COLUMN = re.compile(r"\s{2,}[^\W\d_]$")
"""The letter that stands at the right margin in reports of calls, for who asks and who answers."""
_WIDE = re.compile(r"\s{2,}")
_RANGE = rf"(?:[ ]?[-–—][ ]?{_CLOCK})?"
_DAY = r"[^\W\d_]{3,10}[ ][^\W\d_]{1,3}[ ]"
_LINE_TIME = re.compile(
    rf"(?:,|[ ]+[-–—|•](?:[ ]{_DAY})?)?\s*(?<![^\s,])[\[(]?(?:{_DATE})?{_CLOCK}{_HALF}{_RANGE}[\])]?$"
)
_CHOSEN = re.compile(r"(?P<sign>@|u/)?[^\W\d_](?:\w|[.-](?=\w)){1,30}(?P<number>#\d{4})?")
"""A name that somebody chose for a chat."""
_NUMBERED = re.compile(r"[^\W\d_a-z]{1,3}\d{1,3}")
"""People of a study, who have numbers for names: P1, R12."""
_INITIALS = 2
"""In letters: so short are initials."""
_EMPHASIS = re.compile(r"[\s*_]*")
_WORD = re.compile(r"\S+")
_MARK = re.compile(r"[\"“”„«»]")
"""What no office has in it: a name and a dash before a quotation say who said that, and no more."""


class Form(StrEnum):
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
    form: Form
    timed: bool
    bracket: str
    paragraph: int


@attrs.frozen(eq=False)
class Words:
    """What a language's labels are made of."""

    questions: frozenset[str]
    answers: frozenset[str]
    speaks: frozenset[str]
    persons: frozenset[str]
    where: frozenset[str]
    small: frozenset[str]
    articles: frozenset[str]
    replies: frozenset[str]
    examiner: frozenset[str]
    examined: frozenset[str]
    sworn: frozenset[str]
    testimony: frozenset[str]
    honours: frozenset[str]
    remarks: frozenset[str]
    reports: frozenset[str]
    common: frozenset[str]
    end: frozenset[str]
    no_speaker: frozenset[str]
    lists: frozenset[str]
    no_endings: tuple[str, ...]
    no_beginnings: tuple[str, ...]
    titles: frozenset[str]
    offices: frozenset[str]
    given: frozenset[str]
    told: frozenset[str]
    """The pronouns of one who is spoken of."""
    own: frozenset[str]
    """The pronouns of one who speaks."""
    talk: frozenset[str]
    """The pronouns of people who talk to each other."""
    _profile: LanguageProfile

    def knows(self, word: str) -> bool:
        """Whether the language has a common word, which names mostly are not."""
        return word in common_words(self._profile)


@functools.lru_cache(maxsize=8)
def words_of(profile: LanguageProfile) -> Words:
    """The words of a language that labels are made of."""

    def role(name: str) -> frozenset[str]:
        return profile.words("turn_labels", role=name)

    return Words(
        questions=role("question"),
        answers=role("answer"),
        speaks=role("speaks"),
        persons=role("person"),
        where=role("where"),
        small=role("small") | profile.words("name_particles"),
        articles=role("article"),
        replies=role("reply"),
        examiner=role("examiner"),
        examined=role("examined"),
        sworn=role("sworn"),
        testimony=role("testimony"),
        honours=role("honour") | profile.words("titles"),
        remarks=profile.words("remarks"),
        reports=profile.words("cues"),
        common=profile.words("function_words")
        | profile.words("stock_words")
        | role("reply")
        | role("direction"),
        end=role("end"),
        no_speaker=role("no_speaker") | role("list"),
        lists=role("list"),
        no_beginnings=tuple(sorted(f"{word[:-1]} " for word in role("no_speaker") if word.endswith("-"))),
        no_endings=tuple(
            sorted(word.removeprefix("-") for word in role("no_speaker") if word.startswith("-"))
        ),
        titles=profile.words("titles"),
        offices=profile.words("roles") | profile.words("offices"),
        profile=profile,
        own=profile.words("pronouns", gender="author", number="one"),
        given=profile.words("short_names"),
        told=profile.words("pronouns", gender="f", number="one")
        | profile.words("pronouns", gender="m", number="one"),
        talk=profile.words("pronouns", gender="author") | profile.words("pronouns", gender="reader"),
    )


def is_event(text: str, start: int, end: int) -> bool:
    """Whether a line of a chat says who comes, goes or does something, and nothing that is said."""
    time = _TIME.match(text, start, end)
    return _EVENT.match(text, time.end() if time else start, end) is not None


def in_lines(text: str, places: Sequence[Span], words: Words) -> Iterator[Label]:
    """The labels that begin paragraphs and have what is said behind them, or below."""
    for paragraph, place in enumerate(places):
        found = _inline(text, place, paragraph, words)
        if found is not None:
            yield found


def on_lines(text: str, places: Sequence[Span], words: Words) -> Iterator[Label]:
    """The names that stand on lines of their own."""
    below_time = False
    for paragraph, place in enumerate(places):
        short = len(place) <= LONGEST
        found = _above(text, place, paragraph, words, below_time=below_time) if short else None
        below_time = short and _TIME_LINE.match(text, place.start, place.end) is not None
        if found is None:
            found = _of_a_role(text, place, paragraph, words)
        if found is not None:
            yield _with_time_below(text, places, found)


def _with_time_below(text: str, places: Sequence[Span], label: Label) -> Label:
    """A label with the line below it that is nothing but a time."""
    below = label.paragraph + 1
    if label.form is not Form.ABOVE or below >= len(places):
        return label
    if not _CLOCK_LINE.fullmatch(text, places[below].start, places[below].end):
        return label
    return attrs.evolve(label, end=places[below].end, timed=True, paragraph=below)


def _of_a_role(text: str, place: Span, paragraph: int, words: Words) -> Label | None:
    """The label before the words of somebody who stands among names above: Operator: We sail."""
    found = _COLON.match(text, place.start, min(place.end, place.start + LONGEST))
    if not found or found[1].lower() not in words.speaks:
        return None
    begins = _past_emphasis(text, found.end(), place.end)
    return Label(found[1], Span(*found.span(1)), begins, Form.COLON, False, "", paragraph)


def _above(text: str, place: Span, paragraph: int, words: Words, *, below_time: bool) -> Label | None:
    """The label that a whole line is: a name, with an office or a time or by itself, or below a time."""
    before = _TIME.match(text, place.start, place.end)
    start = before.end() if before else place.start
    line = _Line.of(text[start : place.end])
    timed = below_time or bool(line.time or before)
    if not line.is_heading(words) or not _may_head(line, words, timed=timed):
        return None
    name, cut = line.name, len(line.name)
    given = _given_name(line.behind, words) if below_time and line.office and " " not in name else None
    if given and line.office:
        name, cut = f"{given} {name}", line.office.end() + len(given)
    return Label(name, Span(start, start + cut), place.end, line.form, timed, line.constituency, paragraph)


def _may_head(line: "_Line", words: Words, *, timed: bool) -> bool:
    """Whether what a line begins with may be a name."""
    if line.form is Form.DESCRIBED_ABOVE:
        return " " in line.name and _is_name(line.name, words, plain=True)
    plain = not (timed or line.office or line.constituency)
    if is_chosen(line.name) or (plain and is_one_word(line.name)):
        return True
    return _is_name(line.name, words, plain=plain)


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
        text = _COLUMN.sub("", printed)
        found = _LINE_TIME.search(text), _LINE_OFFICE.search(text), _BRACKETS.search(text)
        if not any(found):
            found = None, _DESCRIPTION.search(text), None
        gap = _WIDE.search(text.lstrip()) if found[0] else None
        cut = min([part.start() for part in (*found, gap) if part], default=len(text))
        return cls(text, text[:cut], *found)

    @property
    def form(self) -> Form:
        """How the line is written."""
        if self.office and "--" in self.office[0]:
            return Form.OFFICE_ABOVE
        return Form.DESCRIBED_ABOVE if self._is_described else Form.ABOVE

    @property
    def _is_described(self) -> bool:
        """Whether an office in small letters stands behind the comma, as in a sentence."""
        return self.behind[:1].islower()

    @property
    def behind(self) -> str:
        """What stands behind the comma or dash."""
        return self.text[self.office.end() :] if self.office else ""

    def is_heading(self, words: Words) -> bool:
        """Whether what stands behind a comma or dash can be an office: short, and no quotation."""
        parts = self.behind.split()
        if self._is_described and (self.text[-1] in _SENTENCE_ENDS or not words.reports.isdisjoint(parts)):
            return False
        return len(parts) <= _TITLE_WORDS and not _MARK.search(self.behind)

    @property
    def constituency(self) -> str:
        """What stands in brackets with a capital: a constituency, a party, who holds an office."""
        printed = self.bracket[1] if self.bracket and not self.time else ""
        return printed if printed[:1].isupper() else ""


def _inline(text: str, place: Span, paragraph: int, words: Words) -> Label | None:
    """The label that a paragraph begins with."""
    end = min(place.end, place.start + 2 * LONGEST)
    arrows = _ARROWS.match(text, place.start, end)
    if arrows:
        named = _with_colon(text, arrows.end(), end, False, paragraph, words)
        if named:
            return attrs.evolve(named, form=Form.ARROWS)
        own = Span(place.start, place.start + len(arrows[0].rstrip()))
        return Label(own.of(text), own, arrows.end(), Form.ARROWS, False, "", paragraph)
    time = _TIME.match(text, place.start, end)
    start = time.end() if time else place.start
    return _named_inline(text, start, end, bool(time), paragraph, words)


def _named_inline(text: str, start: int, end: int, timed: bool, paragraph: int, words: Words) -> Label | None:
    """The label that stands at a place: a handle, a letter, a name and what parts it from what is said."""
    nick = _NICK.match(text, start, end)
    if nick:
        return Label(nick[1], Span(*nick.span(1)), nick.end(), Form.NICKNAME, timed, "", paragraph)
    counted = _COUNTED.match(text, start, end)
    if counted:
        named = _with_colon(text, counted.end(), end, timed, paragraph, words)
        if named:
            return named
    letter = _LETTER.match(text, start, end)
    if letter and letter[1].lower() in words.questions | words.answers and letter[1].isupper():
        return Label(letter[1], Span(*letter.span(1)), letter.end(), Form.LETTER, timed, "", paragraph)
    return (
        _with_colon(text, start, end, timed, paragraph, words)
        or _with_stop(text, start, end, paragraph, words)
        or _before_gap(text, start, end, timed, paragraph, words)
        or _set_off(text, start, end, timed, paragraph, words)
    )


def _with_colon(text: str, start: int, end: int, timed: bool, paragraph: int, words: Words) -> Label | None:
    """Ruth Vale (Aas North): We sail."""
    last = min(end, start + LONGEST)
    found = _COLON.match(text, start, last) if text.find(":", start, last) > 0 else None
    if not found:
        return None
    printed = _MOMENT.sub("", found[1]).rstrip()
    brackets = _BRACKETS.search(printed)
    whole = _BRACKETS.sub("", printed).rstrip(" *_")
    office = _OFFICE.search(whole)
    name = whole[: office.start()] if office else whole
    if office and not _is_office(whole[office.end() :], words):
        return None
    # What begins with a small letter is a sentence, but for a name that somebody chose for a chat.
    chosen = (timed and name.replace("_", "").isalnum()) or is_chosen(name)
    if not chosen and not _is_name(name, words, plain=False):
        return None
    bracket = brackets[1] if brackets and not brackets[1][:1].isdigit() else ""
    mention = Span(start, start + len(name))
    time = _TIME_ONLY.match(text, found.end(), end)
    begins = _past_emphasis(text, time.end() if time else found.end(), end)
    timed = any((timed, time, len(printed) < len(found[1].rstrip()), _holds_time(printed)))
    return Label(name, mention, begins, Form.COLON, timed, bracket, paragraph)


def _past_emphasis(text: str, start: int, end: int) -> int:
    """The offset of what is said, past the marks of Markdown that close a label: **Ruth Vale:** We sail."""
    found = _EMPHASIS.match(text, start, end)
    return found.end() if found else start


def _holds_time(printed: str) -> bool:
    """Whether a time stands in brackets behind a name: Ruth Vale (00:01:02)."""
    return any(re.fullmatch(_CLOCK, bracket) for bracket in _BRACKETS.findall(printed))


def _set_off(text: str, start: int, end: int, timed: bool, paragraph: int, words: Words) -> Label | None:
    """[Ruth Vale] We sail. Ruth Vale — We sail."""
    for expression, form in ((_IN_BRACKETS, Form.BRACKETS), (_DASH, Form.DASH)):
        found = expression.match(text, start, min(end, start + LONGEST))
        if found and (
            _is_name(found[1], words, plain=True) or (form is Form.BRACKETS and is_surely_chosen(found[1]))
        ):
            return Label(found[1], Span(*found.span(1)), found.end(), form, timed, "", paragraph)
    return None


def _given_name(behind: str, words: Words) -> str | None:
    """The given name behind a surname and a comma, "Vale, Ruth"; None of an office."""
    found = _WORD.match(behind)
    if not found or not found[0].isalpha() or not found[0][0].isupper():
        return None
    return None if found[0].lower() in words.offices | words.titles | words.speaks else found[0]


def _is_office(printed: str, words: Words) -> bool:
    """Whether what stands behind a name's comma is an office, and does not report: "the mayor, said"."""
    parts = printed.split()
    return len(parts) <= _TITLE_WORDS and words.reports.isdisjoint(parts)


def _with_stop(text: str, start: int, end: int, paragraph: int, words: Words) -> Label | None:
    """Mr. VALE. We sail. Ruth Vale (PPE). – We sail."""
    found = _STOP_AND_DASH.match(text, start, min(end, start + LONGEST))
    # A town in capitals and a dash are where news comes from.
    if found and not found[1].isupper() and _is_name(found[1], words, plain=False):
        return Label(found[1], Span(*found.span(1)), found.end(), Form.STOP, False, "", paragraph)
    last = min(end, start + LONGEST)
    found = _STOP.match(text, start, last) or _TITLE_AND_STOP.match(text, start, last)
    if not found or not is_titled(found[1], words):
        found = _CAPITALS_AND_STOP.match(text, start, last)
    if not found or not _is_name(found[1], words, plain=False):
        return None
    bracket = found.groupdict().get("bracket") or ""
    return Label(found[1], Span(*found.span(1)), found.end(), Form.STOP, False, bracket, paragraph)


def is_titled(name: str, words: Words) -> bool:
    """Whether a name has a title before it: Mr. VALE, Ms. Vale, The SPEAKER, The Chairman."""
    first, *rest = name.split()
    if rest and first.lower() in words.articles:
        return not name.isupper() and (rest[0].isupper() or rest[0].lower() in words.speaks)
    return first.rstrip(".").lower() in words.titles


def _before_gap(text: str, start: int, end: int, timed: bool, paragraph: int, words: Words) -> Label | None:
    """VALE   We sail. RV	We sail. Ruth Vale [00:02] We sail."""
    beside = _BESIDE_TIME.match(text, start, min(end, start + LONGEST))
    if beside and (is_chosen(beside[1]) or _is_name(beside[1], words, plain=False)):
        return Label(beside[1], Span(*beside.span(1)), beside.end(), Form.GAP, True, "", paragraph)
    found = _GAP.match(text, start, min(end, start + LONGEST))
    if not found or not found[1].isupper() or not _is_name(found[1], words, plain=False):
        return None
    if not words.end.isdisjoint(found[1].lower().split()):
        return None
    return Label(found[1], Span(*found.span(1)), found.end(), Form.GAP, timed, "", paragraph)


def is_chosen(name: str) -> bool:
    """Whether a name is one that somebody chose for a chat: @vale, ruth_vale, vale."""
    found = _CHOSEN.fullmatch(name)
    return found is not None and (is_surely_chosen(name) or name[0].islower())


def is_surely_chosen(name: str) -> bool:
    """Whether nothing but a chosen name is written so: @vale, u/vale, ruth_vale."""
    found = _CHOSEN.fullmatch(name)
    return found is not None and (bool(found["sign"] or found["number"]) or "_" in name)


def is_one_word(name: str) -> bool:
    """Whether a line is one word with a capital, as a given name is."""
    return len(name) > _INITIALS and name.isalpha() and name[0].isupper()


def _is_name(name: str, words: Words, *, plain: bool) -> bool:
    """Whether some words can be a name or an office: each with a capital but the small ones.

    ``plain``: nothing else shows that it is a label, so it must be two to four words of letters, or what
    somebody is called in transcripts.
    """
    parts = name.split()
    if not plain and _NUMBERED.fullmatch(name):
        return True
    if not 1 <= len(parts) <= _WORDS or not parts[0][0].isupper() or _is_no_speaker(name, words):
        return False
    if plain and not _stands_alone(parts, words):
        return False
    if not plain and is_described(name, words):
        return True
    return all(_is_part(part, words, plain=plain, first=not n) for n, part in enumerate(parts))


def _is_no_speaker(name: str, words: Words) -> bool:
    """Whether what looks like a name is known to be none: Note, Yes, ValueError."""
    low = name.lower()
    if low in words.no_speaker or low in words.replies:
        return True
    return low.endswith(words.no_endings) or low.startswith(words.no_beginnings)


def is_described(name: str, words: Words) -> bool:
    """Whether somebody is called what a listener hears or sees: Second woman, Man at the back."""
    parts = name.lower().split()
    head = next((n for n, part in enumerate(parts[:2]) if part in words.persons), None)
    if head is None or not all(part.isalpha() for part in parts):
        return False
    return len(parts) == head + 1 or parts[head + 1] in words.where


def _stands_alone(parts: Sequence[str], words: Words) -> bool:
    """Whether a line of these words alone can be a label: no sentence and no byline."""
    if len(parts) == 1:
        return parts[0].lower() in words.speaks
    return len(parts) <= 4 and not parts[-1].endswith(".") and parts[0].lower() not in words.examiner


def _is_part(part: str, words: Words, *, plain: bool, first: bool) -> bool:
    """Whether a word can be part of a name."""
    number = part.removeprefix("#")
    if number.isdigit():
        return not plain and not first and len(number) <= 3
    letters = part.rstrip(".")
    if not letters.replace("-", "").replace("’", "").replace("'", "").replace(".", "").isalpha():
        return False
    # A stop ends a sentence, or a short title.
    if part.endswith(".") and len(letters) > 4:
        return False
    if letters[0].isupper() or not letters[0].islower():
        return not plain or first or letters.lower() not in words.articles
    # O'Brien's d' and l', and the small words of offices.
    return (len(letters) <= 3 and not plain) or letters.lower() in words.small or part.lower() in words.small
