"""Who a label is: the full name behind a short one, an office, a letter or initials."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from quoteverify.models import Span, Speaker, SpeakerKind
from quoteverify.reading.turns.label_names import is_described
from quoteverify.reading.turns.label_words import LabelWords
from quoteverify.reading.turns.labels import Label

_RUN = re.compile(r"[^\W\d_a-z][\w’'.-]*(?:[ ][^\W\d_a-z][\w’'.-]*)+")
_APOSTROPHE = re.compile("['’]")
_SMALL_WORD = re.compile(r"\b[a-zß-öø-ÿ]{2,}\b")
_DEFINED = re.compile(r"([^\W\d_a-z][\w’'.-]*(?:[ ][^\W\d_a-z][\w’'.-]*){1,3})[ ]\(([^\W\d_]{1,4})\)")
_WORDS_OF_A_NAME = 3
_INITIAL = 2
"""In code points: an initial and its stop."""
_SWORN_WITHIN = 3
"""In paragraphs: how far below a witness's name it stands that the oath was taken."""


class People:
    """The people whom a transcript names in full, found by their short names.

    Args:
        text: The transcript.
        labels: Its labels.
        declared: What its head says of labels.
        words: The language.
    """

    def __init__(
        self, text: str, labels: Sequence[Label], declared: Mapping[str, str], words: LabelWords
    ) -> None:
        self._words = words
        self._declared = dict(declared)
        self._by_last: dict[str, str] = {}
        self._by_first: dict[str, str] = {}
        self._by_initials: dict[str, str] = {}
        self._full: dict[str, str] = {}
        self._common = frozenset(_SMALL_WORD.findall(text)) | words.common
        for found in _DEFINED.finditer(text):
            if found[2].isupper():
                self._declared.setdefault(found[2].lower(), found[1])
        for label in labels:
            self._add(label.name)
        for found in _RUN.finditer(text):
            self._add(found[0])
        for office, name in self._named_behind_offices(labels):
            self._declared.setdefault(office, name)
        self._offices = {
            label.name.lower(): self._without_honours(label.bracket)
            for label in labels
            if self._is_named_office(label)
        }

    def _add(self, run: str) -> None:
        """Enter the names in a run of words with capitals, which titles, offices and small words part.

        A longer run is no name ("James Aas Press Briefing Room") but where all is in capitals.
        """
        parts: list[str] = []
        for part in (*run.split(), ""):
            if part and not self._parts_names(part):
                parts.append(part.rstrip("’'."))
                if not (part.endswith(".") and len(part) > _INITIAL):
                    continue
            if 2 <= len(parts) <= _WORDS_OF_A_NAME or (parts and parts[-1].isupper()):
                for first, last in pairwise(parts):
                    self._enter(first, last)
                if len(parts) == _WORDS_OF_A_NAME:
                    self._enter(parts[0], parts[-1])
            elif len(parts) > _WORDS_OF_A_NAME:
                self._enter(parts[-2], parts[-1])
            parts = []

    def _enter(self, first: str, last: str) -> None:
        """Enter a name under its parts; what may be two people is under none."""
        if len(first) < _INITIAL or len(last) < _INITIAL:
            return
        name = f"{first} {last}"
        full = self._full.get(name.lower())
        if full is None or full.isupper():
            self._full[name.lower()] = name
        initials = (first[0] + last[0]).lower()
        by_part = (self._by_last, last), (self._by_first, first), (self._by_initials, initials)
        for index, part in by_part:
            known = index.setdefault(part.lower(), name.lower())
            # Tom Elias Berg is Tom Berg.
            if first.lower() not in (known.split()[:1] + known.split()[-1:]):
                index[part.lower()] = ""

    def _parts_names(self, part: str) -> bool:
        """Whether a word is no part of a name."""
        low = part.rstrip(".").lower()
        words = self._words
        shortened = _APOSTROPHE.split(low, maxsplit=1)[0]  # I'm, you've
        return (
            (shortened != low and shortened in words.talk | words.common)
            or low in words.honours
            or low in words.offices
            or low in words.articles
            or low in words.speaks
            or (low in self._common and (not part.isupper() or low in words.common))
        )

    def _is_named_office(self, label: Label) -> bool:
        """Whether the name stands in brackets behind the office: The Minister for Ports (Ruth Vale)."""
        called = label.name.lower().split()
        parts = label.bracket.split()
        named = len(parts) > 1 and all(part[0].isupper() for part in parts) and "," not in label.bracket
        is_office = called[0] in self._words.articles or called[-1] in self._words.speaks
        return named and is_office

    def _named_behind_offices(self, labels: Sequence[Label]) -> Iterator[tuple[str, str]]:
        """The offices that stand before the full name of one label, and alone in another: Mayor Ruth Vale."""
        alone = {label.name.lower() for label in labels if " " not in label.name}
        held: dict[str, set[str]] = {}
        for label in labels:
            office, *name = label.name.split()
            if office.lower() in alone & self._words.offices and 2 <= len(name) <= _WORDS_OF_A_NAME:
                held.setdefault(office.lower(), set()).add(" ".join(name))
        for office, names in held.items():
            if len(names) == 1:
                yield office, names.pop()

    def _without_honours(self, name: str) -> str:
        """A name without the titles before it: Hon. Ruth Vale."""
        parts = name.split()
        while len(parts) > 1 and parts[0].rstrip(".").lower() in self._words.honours:
            parts = parts[1:]
        return " ".join(parts)

    def called(self, label: Label) -> tuple[str, bool]:
        """What a label's person is called, and whether that is the full name of one."""
        name, rule = self._resolved(label.name)
        return (name or label.name).lower(), rule not in ("", "label")

    def speaker(self, label: Label) -> tuple[Speaker | None, str]:
        """Who a label is, and the rule that says so."""
        name, rule = self._resolved(label.name)
        if not name:
            return None, ""
        named = rule in ("declared", "office_named", "short_name", "initials") or self._is_full(name)
        # Whoever asks or presides is somebody else than who is asked: no unnamed source.
        kind = SpeakerKind.PERSON if named else SpeakerKind.UNKNOWN
        printed = label.name
        aliases = (printed,) if printed.lower() != name.lower() else ()
        return Speaker(name, aliases=aliases, kind=kind), rule

    def _resolved(self, label: str) -> tuple[str, str]:
        """The name of a label, and the rule that gives it."""
        low = label.lower()
        if label.startswith(">>"):
            return "", ""
        declared = self._declared.get(low) or self._declared.get(self._without_article(low))
        if declared:
            return declared, "declared"
        if low in self._offices:
            return self._offices[low], "office_named"
        parts = self._without_office(label)
        if len(parts) > 1:
            return self._of_several(parts, label)
        if not parts or self._is_role(label):
            return _in_small(label), "label"
        found = self._of_one(parts[0])
        return (found, "short_name") if found else (_in_small(label), "label")

    def _without_office(self, label: str) -> list[str]:
        """The name in a label: of "Presiding Commissioner Vale" what stands behind the office."""
        around = self._words.honours | self._words.offices
        every = label.split()
        is_office = [part.rstrip(".").lower() in around for part in every]
        last = max((n for n, yes in enumerate(is_office) if yes), default=-1)
        return every[last + 1 :] or [part for part, yes in zip(every, is_office, strict=True) if not yes]

    def _without_article(self, low: str) -> str:
        first, _, rest = low.partition(" ")
        return rest if rest and first in self._words.articles else low

    def _of_several(self, parts: Sequence[str], label: str) -> tuple[str, str]:
        """The name of a label of several words, as written elsewhere; of an initial and a surname too."""
        last = self._by_last.get(parts[-1].lower(), "")
        if len(parts[0].rstrip(".")) == 1 and last.startswith(parts[0][0].lower()):
            return self._full[last], "short_name"
        if self._is_role(label):
            called = () if parts[0].lower() in self._words.articles else parts[-2:]
            full = self._full.get(" ".join(called).lower())
            return (full, "named") if full else (_in_small(label), "label")
        return self._full.get(" ".join(parts).lower(), _in_small(" ".join(parts))), "named"

    def _of_one(self, part: str) -> str:
        """The one full name that a surname, a first name or initials can be; "" for none, or two."""
        key = part.rstrip(".").lower()
        indexes = (self._by_last, self._by_first, *([self._by_initials] if part.isupper() else []))
        found = [known for index in indexes if (known := index.get(key))]
        return self._full[found[0]] if found else ""

    def _is_full(self, name: str) -> bool:
        return len(name.split()) > 1 and not self._is_role(name)

    def _is_role(self, name: str) -> bool:
        parts = name.lower().replace(".", "").split()
        letters = self._words.questions | self._words.answers
        if is_described(name, self._words):
            return True
        return not self._words.speaks.isdisjoint(parts) or parts[0] in self._words.articles | letters


def _in_small(name: str) -> str:
    """A name with its capitals only where a name has them, if some of its words have small letters."""
    if name.isupper():
        return name
    return " ".join(part.title() if part.isupper() and len(part) > 2 else part for part in name.split())


def witnesses(text: str, places: Sequence[Span], words: LabelWords) -> Iterator[tuple[int, str]]:
    """The paragraphs that say who is under oath, and who: TOM BERG, sworn; DEPOSITION OF TOM BERG."""
    for n, place in enumerate(places):
        line = place.of(text)[:200]
        low = line.lower()
        called = next((phrase for phrase in words.testimony if phrase in low), None)
        if called:
            rest = line[low.index(called) + len(called) :].strip(" .:")
            below = places[n + 1].of(text)[:60] if n + 1 < len(places) else ""
            name = _first_of(rest or below, words)
        elif not words.sworn.isdisjoint(_LETTERS.findall(low)):
            name = _in_capitals(line) or next(filter(_is_full_name, _heads_above(text, places, n)), "")
        else:
            continue
        if _is_full_name(name):
            yield n, name


def _first_of(line: str, words: LabelWords) -> str:
    """The words before a comma or before who examines: TOM BERG BY MS. AAS."""
    parts = line.split(",")[0].split()
    by = next((n for n, part in enumerate(parts) if part.lower() in words.examiner), len(parts))
    return " ".join(parts[:by])


def _in_capitals(line: str) -> str:
    """The name that alone stands in capitals: Whereupon, TOM BERG was called and sworn."""
    found = None if line.isupper() else _CAPITALS.search(line)
    return found[0] if found else ""


def _heads_above(text: str, places: Sequence[Span], n: int) -> Iterator[str]:
    """What stands before the first comma of a paragraph and of those above it."""
    for i in range(n, max(-1, n - _SWORN_WITHIN), -1):
        yield places[i].of(text)[:60].split(",")[0].strip()


_LETTERS = re.compile(r"[^\W\d_]+")
_CAPITALS = re.compile(r"\b[^\W\d_a-z]+(?:[ ][^\W\d_a-z][^\Wa-z]*\.?){1,3}\b(?![a-z])")


def _is_full_name(name: str) -> bool:
    parts = name.split()
    return 2 <= len(parts) <= 4 and all(part[0].isupper() and part.rstrip(".").isalpha() for part in parts)
