"""What a label may call somebody: a name or an office, what a listener hears, a name chosen for a chat."""

import re
from collections.abc import Sequence

from quoteverify.reading.turns.label_words import LabelWords

_WORDS = 7
"""The most words of a name: "The Parliamentary Under-Secretary of State for Ports"."""
_CHOSEN = re.compile(r"(?P<sign>@|u/)?[^\W\d_](?:\w|[.-](?=\w)){1,30}(?P<number>#\d{4})?")
"""A name that somebody chose for a chat."""
_NUMBERED = re.compile(r"[^\W\d_a-z]{1,3}\d{1,3}")
"""People of a study, who have numbers for names: P1, R12."""
_INITIALS = 2
"""In letters: so short are initials."""


def is_titled(name: str, words: LabelWords) -> bool:
    """Whether a name has a title before it: Mr. VALE, Ms. Vale, The SPEAKER, The Chairman."""
    first, *rest = name.split()
    if rest and first.lower() in words.articles:
        return not name.isupper() and (rest[0].isupper() or rest[0].lower() in words.speaks)
    return first.rstrip(".").lower() in words.titles


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


def is_name(name: str, words: LabelWords, *, plain: bool) -> bool:
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


def _is_no_speaker(name: str, words: LabelWords) -> bool:
    """Whether what looks like a name is known to be none: Note, Yes, ValueError."""
    low = name.lower()
    if low in words.no_speaker or low in words.replies:
        return True
    return low.endswith(words.no_endings) or low.startswith(words.no_beginnings)


def is_described(name: str, words: LabelWords) -> bool:
    """Whether somebody is called what a listener hears or sees: Second woman, Man at the back."""
    parts = name.lower().split()
    head = next((n for n, part in enumerate(parts[:2]) if part in words.persons), None)
    if head is None or not all(part.isalpha() for part in parts):
        return False
    return len(parts) == head + 1 or parts[head + 1] in words.where


def _stands_alone(parts: Sequence[str], words: LabelWords) -> bool:
    """Whether a line of these words alone can be a label: no sentence and no byline."""
    if len(parts) == 1:
        return parts[0].lower() in words.speaks
    return len(parts) <= 4 and not parts[-1].endswith(".") and parts[0].lower() not in words.examiner


def _is_part(part: str, words: LabelWords, *, plain: bool, first: bool) -> bool:
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
    if not letters[0].islower():
        return not plain or first or letters.lower() not in words.articles
    # O'Brien's d' and l', and the small words of offices.
    return (len(letters) <= 3 and not plain) or letters.lower() in words.small or part.lower() in words.small
