"""Whether the labels of a text are those of a transcript: somebody speaks in turn.

Recipes, fixtures, glossaries and lists have names and colons too. In a transcript the same people speak
again, they say I and you and ask each other, or it is written as nothing but a transcript is.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

import attrs

from quoteverify.models import Span
from quoteverify.reading.turns.label_names import (
    is_chosen,
    is_described,
    is_one_word,
    is_surely_chosen,
    is_titled,
)
from quoteverify.reading.turns.label_words import LabelWords
from quoteverify.reading.turns.labels import Label, LabelForm
from quoteverify.reading.turns.speakers import People

_FEWEST = 2
_PARAGRAPHS_A_TURN = 6
"""To a label, from the first to the last, at most; chosen on the development half of tests/reading/turns."""
_TALK_AMONG_STRANGERS = 0.6
_TALK_AMONG_PEOPLE = 0.3
_TALK_AMONG_SHORT_NAMES = 0.25
"""The share of turns that talk to somebody: where nobody speaks twice, where people with full names do, and
where others do. Chosen on the development half of tests/reading/turns."""
_TALK_OF_NO_ONE = 0.8
"""The same where nobody says I, asks or answers, and few speak again. Chosen on the texts of
tests/reading/turns/no_turns."""
_FEW_AGAIN = 1 / 3
"""Such few: the share of turns by somebody who has spoken before."""
_ASKED = 0.25
"""The share of turns that end in a question which somebody else answers, below names of one word."""
_ON_LINES = (LabelForm.ABOVE, LabelForm.OFFICE_ABOVE, LabelForm.DESCRIBED_ABOVE)
_LOOKED_AT = 400
"""In code points: how much of a turn shows whether it is talk."""

_FEWEST_ITEMS = 3
_ITEMS = 0.75
"""The share of labels that are another each in a list; those who talk come again."""
_SHORT = 3
"""In letters: the list of a language's words begins with words so long."""
_LEADER = re.compile(r"(?:\.[ ]?){4,}[ ]?\d+$|…[ ]?\d+$")
"""What leads from a title to its page in a table of contents."""
_CAPITALS = 0.75
"""The share of words with a capital in a list of names."""

_WORD = re.compile(r"[^\W\d_]+")
_CLOCK = re.compile(r"(\d{1,2})[.:](\d{2})")
_IN_MARKS = re.compile(r"[\"“„«‘']")
_CLOSES = re.compile(r"[.!?…][\"”’»)\]]*$")
_ENDS = re.compile(r"[.!?…:;,]|[\"”’»)\]—–-]$")


@attrs.frozen(eq=False)
class Spoken:
    """Labels with what stands behind each."""

    labels: Sequence[Label]
    said: Sequence[str]
    latest_first: bool


def spoken(text: str, places: Sequence[Span], labels: Sequence[Label]) -> Spoken:
    """The labels with the words behind them, or where there are none below them."""
    said = []
    for label in labels:
        place = places[label.paragraph]
        below = places[label.paragraph + 1 : label.paragraph + 2]
        words = Span(label.end, place.end) if label.end < place.end else (below[0] if below else None)
        said.append(words.of(text)[:_LOOKED_AT].strip() if words else "")
    clocks = [_clock_above(text, places, label) for label in labels]
    times = [clock for clock in clocks if clock]
    latest_first = len(times) > 1 and times == sorted(times, reverse=True) and 2 * len(times) > len(labels)
    return Spoken(labels, said, latest_first)


def _clock_above(text: str, places: Sequence[Span], label: Label) -> tuple[int, ...]:
    """The time of day on a line of its own above a label; () where none is."""
    found = _CLOCK.fullmatch(places[label.paragraph - 1].of(text)[:20]) if label.paragraph else None
    return tuple(map(int, found.groups())) if found else ()


def without_doubtful(labels: Sequence[Label], words: LabelWords) -> list[Label]:
    """The labels less those that names and handles are mostly not, and with a name's office joined to it.

    Names that somebody chose for a chat stand there again, and most labels of a chat are such. One word on a
    line of its own is a name where it stands there again and is no word of the language.
    """
    again = Counter(label.name.lower() for label in labels)
    in_chat = _in_chat(labels, again, words)
    surnames = {label.name.lower().split()[-1] for label in labels if " " in label.name}
    are_described = _speak_again(labels)
    kept: list[Label] = []
    for label in labels:
        name = label.name.lower()
        if label.form is LabelForm.DESCRIBED_ABOVE and not are_described:
            continue
        if kept and _is_office_below(kept[-1], label, words):
            kept[-1] = attrs.evolve(kept[-1], paragraph=label.paragraph, end=label.end)
        elif _is_chosen(label):
            kept.extend([label] if name in in_chat else [])
        elif not _is_single(label, words) or name in surnames or (again[name] > 1 and not words.knows(name)):
            kept.append(label)
    return kept


def _speak_again(labels: Sequence[Label]) -> bool:
    """Whether somebody with an office in small letters stands there again: the others are no captions."""
    again = Counter(label.name.lower().split()[-1] for label in labels)
    return any(
        label.form is LabelForm.DESCRIBED_ABOVE and again[label.name.lower().split()[-1]] > 1
        for label in labels
    )


def _is_chosen(label: Label) -> bool:
    """Whether a label is a name chosen for a chat, and nothing beside it says that somebody speaks."""
    return is_chosen(label.name) and not label.timed


def _in_chat(labels: Sequence[Label], again: Mapping[str, int], words: LabelWords) -> set[str]:
    """The chosen names of those who chat: some stand there again, and few are words of the language."""
    chosen = {label.name.lower() for label in labels if _is_chosen(label)}
    common = sum(words.knows(name) for name in chosen)
    if 2 * common > len(chosen) or not any(again[name] > 1 for name in chosen):
        return set()
    of_most = 2 * sum(again[name] for name in chosen if name[0].islower()) > len(labels)
    return chosen if of_most else set(filter(is_surely_chosen, chosen))


def _is_single(label: Label, words: LabelWords) -> bool:
    """Whether a label is one word on a line of its own, and not what speakers are called."""
    is_plain = label.form is LabelForm.ABOVE and not label.timed
    return is_plain and is_one_word(label.name) and label.name.lower() not in words.speaks


def _is_office_below(label: Label, below: Label, words: LabelWords) -> bool:
    """Whether the line below a name is the office of who is named."""
    parts = set(below.name.lower().split())
    is_next = label.form is below.form is LabelForm.ABOVE and below.paragraph == label.paragraph + 1
    if not is_next or below.timed or parts <= words.speaks:
        return False
    return label.mention.end == label.end and not words.offices.isdisjoint(parts)


def declared(found: Spoken) -> dict[str, str]:
    """The names that the head of a transcript gives to its labels: "Host: Dan Roe"."""
    again = Counter(label.name.lower() for label in found.labels)
    names: dict[str, str] = {}
    for label, said in zip(found.labels, found.said, strict=True):
        words = said.rstrip(".").split()
        is_name = 2 <= len(words) <= 4 and all(word[0].isupper() and word.isalpha() for word in words)
        again_said = again[label.name.lower()] > 1 and label.name.lower() not in names
        if is_name and again_said and label.form is LabelForm.COLON:
            names[label.name.lower()] = said.rstrip(".")
    return names


def without_head(found: Spoken, words: LabelWords) -> Spoken:
    """The labels without those of a head: what stands once, before anybody talks, and is no sentence."""
    names = declared(found)
    again = Counter(label.name.lower() for label in found.labels)
    kept: list[int] = []
    for n, (label, said) in enumerate(zip(found.labels, found.said, strict=True)):
        is_name = names.get(label.name.lower()) == said.rstrip(".") and label.form is LabelForm.COLON
        once = again[label.name.lower()] == 1 and not _talks(said, words)
        if said and not is_name and (kept or not (once and _is_heading(label, said))):
            kept.append(n)
    return Spoken([found.labels[n] for n in kept], [found.said[n] for n in kept], found.latest_first)


def _is_heading(label: Label, said: str) -> bool:
    """Whether a label belongs to a head: "Date: 4 May", "Aas Shipping (AASL)" or "Speaker" above lines."""
    if label.form is LabelForm.ABOVE:
        return (bool(label.bracket) or " " not in said) and not _CLOSES.search(said)
    is_line = not _ENDS.search(said[-1:]) or _is_list(said)
    return label.form is LabelForm.COLON and not label.timed and is_line


def _is_list(said: str) -> bool:
    """Whether words are a list of names: nearly all with a capital."""
    words: list[str] = _WORD.findall(said)
    capitals = sum(word[0].isupper() for word in words)
    return len(words) > 1 and capitals >= _CAPITALS * len(words)


def _talks(said: str, words: LabelWords) -> bool:
    """Whether somebody talks to somebody: I, you, a question, a yes or no."""
    found = _WORD.findall(said.lower())
    return "?" in said or (bool(found) and found[0] in words.replies) or not words.talk.isdisjoint(found)


def _is_personal(found: Spoken, words: LabelWords) -> bool:
    """Whether anybody speaks for themselves, or chats."""
    return any(label.timed or is_chosen(label.name) for label in found.labels) or any(
        _speaks_as_one(said, words) for said in found.said
    )


def _speaks_as_one(said: str, words: LabelWords) -> bool:
    """Whether somebody says I, asks, or says yes or no. A paper says we and you as well."""
    found = _WORD.findall(said.lower())
    replies = bool(found) and found[0] in words.replies
    return replies or "?" in said or not words.own.isdisjoint(found)


def is_transcript(found: Spoken, people: People, words: LabelWords) -> bool:
    """Whether people speak in turn behind these labels."""
    # A paper's live page has its latest entry first.
    if len(found.labels) < _FEWEST or found.latest_first or _is_spread(found) or _is_quoted(found):
        return False
    if _is_listed(found, words):
        return False
    if 2 * sum(label.form is LabelForm.DASH for label in found.labels) > len(found.labels):
        return _is_talk_behind_dashes(found, words)
    if 2 * sum(_is_single(label, words) for label in found.labels) > len(found.labels):
        return _is_asked(found)
    return _is_written_so(found, words) or _is_spoken_so(found, people, words)


def _is_listed(found: Spoken, words: LabelWords) -> bool:
    """Whether the labels are the heads of a list, a log or a guide: words, or before no sentences."""
    if _are_items(found, words):
        return True
    most = len(found.labels) / 2
    are_words = sum(_is_of_words(label, words) for label in found.labels) > most
    if sum(said[:1].islower() for said in found.said) > most:
        # In a chat nobody troubles with capitals; so does nobody who jots down what is to be done.
        in_chat = sum(_has_no_capitals(label) for label in found.labels) > most
        return are_words or not (in_chat or _is_asked(found))
    return are_words and not _is_asked(found) and not _take_turns(found)


def _are_items(found: Spoken, words: LabelWords) -> bool:
    """Whether the lines are items: titles with their pages, questions alone, people who are described."""
    most = len(found.labels) / 2
    pairs = zip(found.labels, found.said, strict=True)
    return (
        sum(_LEADER.search(said) is not None for said in found.said) > most
        or {label.name.lower() for label in found.labels} <= words.questions
        or _is_counted(found.labels)
        or sum(_is_told_of(label, said, words) for label, said in pairs) > most
    )


def _take_turns(found: Spoken) -> bool:
    """Whether most speak again, as those do who take turns, whatever their names mean: WHITE, BROWN."""
    names = {label.name.lower() for label in found.labels}
    return 2 * len(names) <= len(found.labels) and all(
        label.name != after.name for label, after in pairwise(found.labels)
    )


def _is_counted(labels: Sequence[Label]) -> bool:
    """Whether labels are items of one kind: Week 1, Week 2; E101, E102; Port Light, Port Large."""
    names = [label.name.lower() for label in labels]
    distinct = len(set(names))
    if len(names) < _FEWEST_ITEMS or distinct < _ITEMS * len(names):
        return False
    numbered = all(name[-1].isdigit() for name in names)
    stems = {
        name.rstrip("0123456789 ") if numbered else name.split()[0]
        for name in names
        if " " in name or numbered
    }
    return len(stems) == 1 and (numbered or (distinct == len(names) and all(" " in name for name in names)))


def _is_told_of(label: Label, said: str, words: LabelWords) -> bool:
    """Whether what stands behind a name tells of whoever bears it: Ruth Vale: She has run the port."""
    first = said.lower().split(maxsplit=1)[:1]
    return first != [] and (first[0] in words.told or said.lower().startswith(label.name.lower()))


def _has_no_capitals(label: Label) -> bool:
    """Whether what stands behind a label may have no capitals: in a chat, or out of what a program heard."""
    return (
        label.timed
        or is_chosen(label.name)
        or label.form in (LabelForm.NICKNAME, LabelForm.ARROWS, LabelForm.ABOVE)
    )


def _is_of_words(label: Label, words: LabelWords) -> bool:
    """Whether a label has nothing but words of the language, and is not what speakers are called."""
    parts = label.name.lower().replace("-", " ").split()
    known = words.speaks | words.persons | words.titles | words.offices
    if label.form not in (LabelForm.COLON, LabelForm.ABOVE, LabelForm.STOP) or is_chosen(label.name):
        return False
    if not known.isdisjoint(parts) or (len(parts) > 1 and parts[0] in words.given):
        return False
    return all(part.isalpha() and (len(part) < _SHORT or words.knows(part)) for part in parts)


def _is_spread(found: Spoken) -> bool:
    """Whether labels stand too far apart for those of a transcript."""
    extent = found.labels[-1].paragraph - found.labels[0].paragraph + 1
    return extent > _PARAGRAPHS_A_TURN * len(found.labels)


def _is_quoted(found: Spoken) -> bool:
    """Whether marks stand around most of what is behind the labels: reports, and no turns."""
    return sum(_IN_MARKS.match(said) is not None for said in found.said) * 2 >= len(found.said)


def _is_spoken_so(found: Spoken, people: People, words: LabelWords) -> bool:
    """Whether the same people speak again, and talk to each other."""
    number = len(found.labels)
    again = number - len({people.called(label)[0] for label in found.labels})
    talk = sum(_talks(said, words) for said in found.said) / number
    if talk < _TALK_OF_NO_ONE and again < _FEW_AGAIN * number and not _is_personal(found, words):
        return False
    if found.labels[0].form in _ON_LINES:
        return again > 0 and talk >= _TALK_AMONG_PEOPLE
    full = _named_in_full(found, people, words)
    if talk >= _TALK_AMONG_STRANGERS:
        return again > 0 or (full == number and _are_sentences(found))
    if full * 2 >= number and talk >= _TALK_AMONG_PEOPLE:
        return again > 0
    return again > 1 and talk >= _TALK_AMONG_SHORT_NAMES


def _named_in_full(found: Spoken, people: People, words: LabelWords) -> int:
    """How many labels have the full name of a person, or what speakers are called in transcripts."""
    return sum(people.called(label)[1] or _is_person(label, words) for label in found.labels)


def _is_asked(found: Spoken) -> bool:
    """Whether people ask and somebody else answers, as nobody does below the headings of a guide."""
    asked = sum(
        said.endswith("?") and label.name != after.name
        for (label, after), said in zip(pairwise(found.labels), found.said, strict=False)
    )
    return asked >= _ASKED * len(found.labels)


def _is_talk_behind_dashes(found: Spoken, words: LabelWords) -> bool:
    """Whether two people or more take turns behind dashes, which lists and datelines have too."""
    again = Counter(label.name.lower() for label in found.labels)
    talk = sum(_talks(said, words) for said in found.said)
    return len(again) > 1 and again.total() > len(again) and talk >= _TALK_AMONG_STRANGERS * again.total()


def _is_written_so(found: Spoken, words: LabelWords) -> bool:
    """Whether the labels are written as nothing but a transcript has them."""
    labels = found.labels
    most = len(labels) / 2
    forms = Counter(label.form for label in labels)
    asked = sum(label.form is LabelForm.LETTER and label.name.lower() in words.questions for label in labels)
    return (
        (sum(label.timed for label in labels) >= max(2, most) and _is_timed_talk(found, words))
        or forms[LabelForm.ARROWS] >= max(2, most)
        or sum(_is_of_a_record(label, words) for label in labels) >= max(2, most)
        or forms[LabelForm.OFFICE_ABOVE] > 1
        or forms[LabelForm.NICKNAME] >= max(2, most)
        or (asked > 0 and len(labels) > 2 and _talks(" ".join(found.said), words))
    )


def _is_timed_talk(found: Spoken, words: LabelWords) -> bool:
    """Whether people talk behind times, as in no programme: somebody again, or all in sentences."""
    if not _talks(" ".join(found.said), words):
        return False
    if len({label.name.lower() for label in found.labels}) < len(found.labels):
        return True
    are_people = all(_is_person(label, words) or label.form is LabelForm.ABOVE for label in found.labels)
    return are_people and _are_sentences(found)


def _are_sentences(found: Spoken) -> bool:
    """Whether most of what stands behind the labels ends as sentences do."""
    return 2 * sum(_CLOSES.search(said) is not None for said in found.said) > len(found.labels)


def _is_of_a_record(label: Label, words: LabelWords) -> bool:
    """Whether a label is written as in the record of a parliament: Mr. VALE, Ruth Vale (PPE)."""
    if label.form is not LabelForm.STOP:
        return False
    has_capitals = any(len(part) > 1 and part.rstrip(".").isupper() for part in label.name.split())
    return not label.name.isupper() and (has_capitals == is_titled(label.name, words))


def _is_person(label: Label, words: LabelWords) -> bool:
    """Whether a label names a person, or what speakers are called in transcripts."""
    parts = label.name.lower().replace(".", "").split()
    if (
        not words.speaks.isdisjoint(parts)
        or is_surely_chosen(label.name)
        or is_described(label.name, words)
        or label.form in (LabelForm.LETTER, LabelForm.ARROWS)
    ):
        return True
    if label.form is LabelForm.STOP:
        return is_titled(label.name, words)
    return len(parts) > 1 and (parts[0] not in words.articles or bool(label.bracket))
