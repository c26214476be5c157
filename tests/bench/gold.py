"""Articles in which people marked the quotations and their speakers, held against the reading.

One JSON object a line: ``id``, ``text``, and ``quotes`` with ``start``, ``end`` (code points, inside the
marks), ``sources`` (``[start, end, text]`` of each mention of the speaker) and ``source`` (its ``type``:
name, pronoun or nominal; its ``name`` and ``head``).
"""

import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quoteverify.models import Span
from quoteverify.reading.attribution.cascade import attribute
from quoteverify.reading.marks.pairing import marked_spans, paragraphs
from quoteverify.reading.sieves.answers import Answers
from quoteverify.reading.syntax.narration import Narration
from quoteverify.reading.syntax.pipeline import UNPARSED, Parse
from quoteverify.text.language import LanguageProfile, as_profile

MARKS = "\"'“”‘’`„«»"
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


def path_given() -> Path:
    """The file named on the command line, else by the variable QUOTEVERIFY_DATA."""
    given = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("QUOTEVERIFY_DATA", "")
    if not given:
        sys.exit(f"usage: python {sys.argv[0]} PATH   (or the variable QUOTEVERIFY_DATA)")
    return Path(given)


def articles(path: Path) -> list[dict[str, Any]]:
    """The articles of a file."""
    with path.open(encoding="utf8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def within_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the marks and white space at its ends."""
    while start < end and (text[start] in MARKS or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in MARKS or text[end - 1].isspace()):
        end -= 1
    return start, end


def read_page(
    text: str, language: LanguageProfile | None = None, parsed: Parse = UNPARSED
) -> tuple[Narration, Answers]:
    """The narration of a text, and what the sieves answer."""
    language = language or as_profile("en")
    outermost = [m for m in marked_spans(text, language) if m.depth == 0]
    narration = Narration(text, paragraphs(text), outermost, language, parsed)
    return narration, attribute(narration)


def matched(article: dict[str, Any], narration: Narration) -> Iterator[tuple[int, dict[str, Any]]]:
    """The index of each quoted span that people marked as well, with what they marked."""
    text = article["text"]
    found = {within_marks(text, m.span.start, m.span.end): i for i, m in enumerate(narration.marked)}
    for quote in article["quotes"]:
        i = found.get(within_marks(text, quote["start"], quote["end"]))
        if i is not None:
            yield i, quote


def last_name(name: str | None) -> str | None:
    """The last word of a name that is no suffix, folded."""
    words = [w for w in WORD.findall(re.sub(r"[’']s\b", "", name or "").lower()) if w not in SUFFIXES]
    return words[-1] if words else None


def is_mention(quote: dict[str, Any], text: str, span: Span) -> bool:
    """Whether a mention is the marked one: the same place, or the same name or head word elsewhere."""
    if any(span.start < end and start < span.end for start, end, _ in quote["sources"]):
        return True
    source = quote["source"]
    if source["type"] == "pronoun":
        return False
    head = last_name(source["name"] if source["type"] == "name" else source["head"])
    return head is not None and head in WORD.findall(re.sub(r"[’']s\b", "", span.of(text)).lower())


def is_named(quote: dict[str, Any], name: str | None) -> bool:
    """Whether a resolved name holds the marked speaker's last name."""
    source = quote["source"]
    wanted = (
        source.get("name") if source["type"] == "name" else source.get("read_name") or source.get("silver")
    )
    words = WORD.findall((name or "").lower())
    return len(words) <= 7 and any(last_name(w) in words for w in (wanted or "").split("|") if last_name(w))


TITLES = frozenset(("mr", "mrs", "ms", "dr", "sen", "rep", "gov", "president", "senator", "the", "sir"))


def is_person(quote: dict[str, Any], name: str | None) -> bool | None:
    """Whether a resolved name is of whom people read the speaker to be; None where nobody has read it.

    Its last name alone is not enough where both have a first name too: Ruth Vale is not Tom Vale.
    """
    source = quote["source"]
    wanted = source.get("entity") or source.get("read_name")
    if source["type"] == "name":
        wanted = wanted or source.get("name")
    if not wanted:
        return (None if "entity" not in source else is_mention_of(quote, name)) if name else None
    if name is None:
        return None
    words = words_of(name)
    if source["type"] != "pronoun" and set(words) <= said_of(quote):
        return True
    for one in wanted.split("|"):
        full = words_of(one)
        if (
            full
            and full[-1] in words
            and (len(full) < 2 or len(words) < 2 or set(full[:-1]) & set(words[:-1]))
        ):
            return True
    return False


def is_mention_of(quote: dict[str, Any], name: str) -> bool:
    """Whether a name is only how the text calls somebody whom it does not name."""
    return set(words_of(name)) <= said_of(quote) or said_of(quote) <= set(words_of(name))


def said_of(quote: dict[str, Any]) -> set[str]:
    """The words by which a text mentions a speaker."""
    return {word for _, _, text in quote["sources"] for word in words_of(text)}


def words_of(name: str) -> list[str]:
    """The words of a name in lower case, without titles and suffixes."""
    words = WORD.findall(re.sub(r"[’']s\b", "", name).lower())
    return [word for word in words if word not in SUFFIXES | TITLES]
