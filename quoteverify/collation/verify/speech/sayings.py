"""How a source has somebody say a quotation: not at all, in another's words, or as something else says it."""

import functools
import re
from itertools import pairwise

from quoteverify.collation.verify.speech.compared import WORD, any_of
from quoteverify.models import Document, Quote
from quoteverify.text.language import LanguageProfile

DENIED = "denied_in_source"
"""The source says that its speaker did not say so, or denies it."""
QUOTED = "quoted_from_another"
"""The source's speaker quotes somebody or something else."""
OTHER_SUBJECT = "another_subject_in_source"
"""Something nearer than the source's speaker says it: a sign that read so."""
_FARTHEST = 150
"""In code points: how far before a quotation it is looked for how it was said."""
_DENYING = 3
"""In words: how far before the verb another stands that denies it: denied having told the board."""
_SAYING = 2
"""In words: the most that a relative and what it says are: which, also, read."""
_CLAUSE_ENDS = re.compile(r"\w, \w")
_SENTENCE_ENDS = re.compile(r"[.!?][\"”’']*\s|[\r\n]")


def saying_of(document: Document, quote: Quote, language: LanguageProfile) -> str | None:
    """How a source has its speaker say a quotation, where it is not as their own words; None where it is.

    Args:
        document: The source.
        quote: The quotation, with its attribution.
        language: The language of the source.

    >>> from quoteverify import language, parse
    >>> document = parse("Ruth Vale never said “we sail”.")
    >>> saying_of(document, document.quotes[0], language("en"))
    'denied_in_source'
    """
    mention, cue = quote.attribution.mention, quote.attribution.cue
    start = quote.spans[0].start
    if mention is None or not start - _FARTHEST < mention.end < start:
        return None
    between = document.text[mention.end : start]
    if _SENTENCE_ENDS.search(between):
        return None
    if cue is not None and mention.end <= cue.start < start:
        verb, behind = cue.of(document.text), document.text[cue.end : start]
        if _is_denied(document.text[mention.end : cue.start], verb, language):
            return DENIED
        if _is_quoted(verb, behind, language):
            return QUOTED
    before = document.text[max(0, mention.start - _FARTHEST) : mention.start]
    if _is_said_by_another(before, between, language):
        return OTHER_SUBJECT
    return None


def denies(document: Document, quote: Quote, name: str, language: LanguageProfile) -> bool:
    """Whether a source says in a quotation's sentence that somebody did not say it, or was misreported.

    Args:
        document: The source.
        quote: The quotation.
        name: The last word of the name of who is claimed to have said it.
        language: The language of the source.

    >>> from quoteverify import language, parse
    >>> document = parse("Vale never said that it was “a ruin”, her office said.")
    >>> denies(document, document.quotes[0], "Vale", language("en"))
    True
    """
    start = quote.spans[0].start
    before = _SENTENCE_ENDS.split(document.text[max(0, start - _FARTHEST) : start])[-1]
    if _is_misreported(before, document.text, quote.spans[-1].end, name, language):
        return True
    named = list(re.finditer(rf"\b{re.escape(name)}\b", before)) if name else []
    words = [word.lower() for word in WORD.findall(before[named[-1].end() :])] if named else []
    cues = language.words("cues")
    return any(b in cues and a not in cues and _negates(a, language) for a, b in pairwise(words))


def _is_misreported(before: str, text: str, end: int, name: str, language: LanguageProfile) -> bool:
    """Whether the sentence of a quotation that ends there says that somebody was misquoted."""
    around = f"{before} {_SENTENCE_ENDS.split(text[end : end + _FARTHEST])[0]}"
    misreporting = _misreporting(language)
    if not name or misreporting is None or re.search(rf"\b{re.escape(name)}\b", around) is None:
        return False
    return misreporting.search(around.lower()) is not None


@functools.lru_cache(maxsize=8)
def _misreporting(language: LanguageProfile) -> re.Pattern[str] | None:
    """What says that somebody was misquoted; None for a language that has no words for it."""
    misreports = language.words("misreports")
    return re.compile(rf"\b{any_of(misreports)}\b") if misreports else None


def _is_denied(before: str, verb: str, language: LanguageProfile) -> bool:
    """Whether a verb of saying denies, or stands right behind what does: did not say, denied having told."""
    negators, cues = language.words("negators"), language.words("cues")
    words = [word.lower() for word in WORD.findall(before)]
    if verb.lower() in negators or (words and _negates(words[-1], language) and words[-1] not in cues):
        return True
    return any(word in negators and word in cues for word in words[-_DENYING:])


def _negates(word: str, language: LanguageProfile) -> bool:
    negators, plain = language.words("negators"), word.replace("’", "'")
    return word in negators or any(
        not negators.isdisjoint(str(row.values["full"][0]).split())
        and (plain in row.words or (row.values.get("ending") and plain.endswith(row.words)))
        for row in language.rows("contractions")
    )


def _is_quoted(verb: str, behind: str, language: LanguageProfile) -> bool:
    """Whether a verb of quoting has whom it quotes behind it: quoted his grandmother."""
    relaying = verb.lower() in language.words("cues", relays=True, kind="name")
    return relaying and behind.rstrip(" \"“‘'")[-1:] in (":", ",") and bool(WORD.findall(behind))


def _is_said_by_another(before: str, between: str, language: LanguageProfile) -> bool:
    """Whether what says it stands nearer: held a sign that read; the report, which Vale ordered, says."""
    relative, prints = _patterns(language)
    if relative.search(before) and _CLAUSE_ENDS.search(between):
        return True
    return prints.search(between) is not None


@functools.lru_cache(maxsize=8)
def _patterns(language: LanguageProfile) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A relative at the end of a stretch; something printed, with what says that words stand on it, there."""
    relatives = language.words("grammar", **{"class": "relative"})
    that = any_of(relatives | language.words("grammar", **{"class": "complementiser"}))
    endings = language.words("grammar", **{"class": "present_participle"})
    participles = tuple(ending.lstrip("-") for ending in endings)
    reading = any_of(word for word in language.words("cues") if word.endswith(participles))
    things = any_of(language.words("printed"))
    prints = rf"\b{things}\b[^,.;:]*(?:,? {that}(?: [^\W\d]+){{1,{_SAYING}}}| {reading})\W*$"
    return re.compile(rf"\w,? {any_of(relatives)} $"), re.compile(prints, re.IGNORECASE)
