"""Patterns that fit any of some words."""

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    r"""The part of a pattern that fits any of some words, the longest that does; none where there are none.

    >>> any_of({"known", "known as"})
    'known\\ as|known'
    """
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or "(?!)"


def any_word(words: Iterable[str], *, ignoring_case: bool = True, compounded: bool = False) -> str:
    r"""The part of a pattern that fits any of some words, the first that does; none where there are none.

    The first letters stand first, which are looked for much faster than the edge of a word.

    Args:
        words: The words.
        ignoring_case: Whether each may have small letters or capitals.
        compounded: Whether other letters may stand before a word.

    >>> re.findall(any_word(["he", "his"]), "His father, he said, gave this to him.")
    ['His', 'he']
    >>> re.findall(any_word(["May"], ignoring_case=False), "In May he may."), any_word([])
    (['May'], '(?!)')
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        first = f"{word[0].lower()}{word[0].upper()}" if ignoring_case else word[0]
        rests.setdefault(re.escape(first), []).append(re.escape(word[1:]))
    if not rests:
        return "(?!)"
    begins = "" if compounded else r"(?<!\w\w)"
    flags = "i" if ignoring_case else ""
    among = "|".join(rf"(?<=[{first}])(?:{'|'.join(rest)})" for first, rest in rests.items())
    return rf"[{''.join(rests)}]{begins}(?{flags}:{among})\b"
