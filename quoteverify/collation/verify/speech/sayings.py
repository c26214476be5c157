"""How a source has somebody say a quotation: not at all, in another's words, or as something else says it."""

import functools
import re
from itertools import pairwise

from quoteverify.collation.verify.speech.compared import WORD, any_of, links
from quoteverify.models import Document, Quote, Speaker, SpeakerKind
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
_JOINED = 4
"""In words: how far behind what joins it another verb of saying stands: and later only wrote."""
_OF_WHOM = 3
"""In words: the most of which somebody is told to be: nobody at the Port Board."""
_OF_PLACE = 6
"""In words: the most that tell where a thing with words on it stands: above the gate of Ruth Vale."""
_RELATIVE_CLAUSE = re.compile(r", [^,]*,(?= )")
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
    start, between = quote.spans[0].start, _between(document, quote)
    if mention is None or between is None or _SENTENCE_ENDS.search(between):
        return None
    if cue is not None and mention.end <= cue.start < start:
        verb, behind = cue.of(document.text), document.text[cue.end : start]
        if _is_denied(document.text[mention.end : cue.start], verb, behind, language):
            return DENIED
        if _is_quoted(verb, behind, language):
            return QUOTED
    before = document.text[max(0, mention.start - _FARTHEST) : mention.start]
    if _is_said_by_another(before, between, language):
        return OTHER_SUBJECT
    return None


def was_told(document: Document, quote: Quote, language: LanguageProfile) -> bool:
    """Whether a text says that its speaker was told a quotation, which then is not theirs.

    Args:
        document: The text.
        quote: The quotation, with its attribution.
        language: The language of the text.

    >>> from quoteverify import language, parse
    >>> document = parse("Ruth Vale said she had been told to “sail at noon”.")
    >>> was_told(document, document.quotes[0], language("en"))
    True
    """
    between = _between(document, quote)
    return between is not None and _was_told(language).search(between) is not None


def _between(document: Document, quote: Quote) -> str | None:
    """What stands between the mention of a speaker and the quotation behind it; None where it is not near."""
    mention, start = quote.attribution.mention, quote.spans[0].start
    if mention is None or not start - _FARTHEST < mention.end < start:
        return None
    return document.text[mention.end : start]


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
    if _nobody_said(language).search(before) is not None:
        return True
    named = list(re.finditer(rf"\b{re.escape(name)}\b", before)) if name else []
    behind = _RELATIVE_CLAUSE.sub("", before[named[-1].end() :]) if named else ""
    words = _last_predicate(behind, language)
    # "There is no question that": what a determiner denies is a noun.
    cues, determiners = language.words("cues"), language.words("negators", subject="with_role")
    verbs = ((a, b) for a, b in pairwise(words) if b in cues and a not in cues | determiners)
    return any(_negates(a, language) for a, _ in verbs)


def _last_predicate(text: str, language: LanguageProfile) -> list[str]:
    """The words of a stretch, from where a verb of saying is joined to others: would not say, and wrote."""
    words = [word.lower() for word in WORD.findall(text)]
    joining, cues = _of_class("coordinator", language), language.words("cues")
    joined = [
        n
        for n, word in enumerate(words)
        if word in joining and not cues.isdisjoint(words[n + 1 : n + _JOINED])
    ]
    return words[joined[-1] :] if joined else words


@functools.lru_cache(maxsize=8)
def _nobody_said(language: LanguageProfile) -> re.Pattern[str]:
    """A clause that ends a stretch and says that nobody said: nobody at the port ever said that it was."""
    alone = any_of(language.words("negators", subject="alone"))
    with_role = any_of(language.words("negators", subject="with_role"))
    of = rf"(?: {links(language)}(?: [^\W\d_][\w’'-]*){{1,{_OF_WHOM}}}?)?"
    active = _of_class("auxiliary", language) - _of_class("be", language)
    between = rf"(?: {any_of(active | _of_class('adverb', language))})*"
    cue = any_of(language.words("cues"))
    subject = rf"(?:{alone}|{with_role}(?: [^\W\d_]+)? {any_of(language.words('roles'))})"
    plain = rf"(?: (?!{cue}\b)[^\W\d_][\w’'-]*)*"
    return re.compile(rf"(?:^|[,;] |\bthat ){subject}{of}{between} {cue}\b{plain}\W*$", re.IGNORECASE)


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


def _is_denied(before: str, verb: str, behind: str, language: LanguageProfile) -> bool:
    """Whether a verb of saying denies, or stands right behind what does: did not say, denied having told."""
    negators, cues = language.words("negators"), language.words("cues")
    words = _last_predicate(f"{before} {verb}", language)[:-1]
    if _last_predicate(f"{verb} {behind}", language)[:1] != [verb.lower()]:
        return False  # denied it, and called it a ruin
    if _rejects_what_is_said(verb, behind, language):
        return True
    if verb.lower() in negators or (words and _negates(words[-1], language) and words[-1] not in cues):
        return True
    return any(word in negators and word in cues for word in words[-_DENYING:])


def _rejects_what_is_said(verb: str, behind: str, language: LanguageProfile) -> bool:
    """Whether a verb rejects what is said, and that holds the quotation: rejected claims that."""
    if verb.lower() not in language.words("cues", rejects=True):
        return False
    nouns, that = language.words("cue_nouns"), _of_class("complementiser", language)
    said = (word.lower() for word in WORD.findall(behind))
    return any(a in nouns and b in that for a, b in pairwise(said))


def _negates(word: str, language: LanguageProfile) -> bool:
    negators, plain = language.words("negators"), word.replace("’", "'")
    return word in negators or any(
        not negators.isdisjoint(str(row.values["full"][0]).split())
        and (plain in row.words or (row.values.get("ending") and plain.endswith(row.words)))
        for row in language.rows("contractions")
    )


def bearer_of(document: Document, quote: Quote, language: LanguageProfile) -> Speaker | None:
    """What a source shows to bear a quotation, or who without a name to call it; None where it shows neither.

    Args:
        document: The source.
        quote: The quotation.
        language: The language of the source.

    >>> from quoteverify import language, parse
    >>> document = parse("The will, which Vale read aloud, begins: “We sail.”")
    >>> bearer_of(document, document.quotes[0], language("en")).name
    'will'
    """
    text, start, end = document.text, quote.spans[0].start, quote.spans[-1].end
    before = _SENTENCE_ENDS.split(text[max(0, start - _FARTHEST) : start].rstrip(_MARKS))[-1]
    bare = _RELATIVE_CLAUSE.sub("", before)
    found = _bearing(language).search(bare) or _calling(language).search(bare)
    if found is None and quote.speaker is None and not before.strip(_MARKS):
        found = _labelled(language).match(text, end)
    if found is None:
        return None
    return Speaker(
        found["who"], kind=SpeakerKind.ROLE if found.re is _bearing(language) else SpeakerKind.GROUP
    )


_MARKS = " \"'“”‘’«»„‚`"


@functools.lru_cache(maxsize=8)
def _bearing(language: LanguageProfile) -> re.Pattern[str]:
    """A thing that bears the words that come next: the banner above the gate reads."""
    articles = any_of(_of_class("definite_article", language) | _of_class("indefinite_article", language))
    whose, complement = _of_class("author", language), _of_class("complement", language)
    prepositions = _of_class("preposition", language) - complement
    places = any_of((prepositions | language.words("references", kind="place")) - whose)
    stands = any_of(language.words("inscribing", role="stands"))
    what = rf"(?:[^\W\d_][\w’'-]* ){{0,2}}?(?P<who>{any_of(language.words('printed'))})"
    at = rf"(?: {places}(?: [^\W\d_][\w’'-]*){{1,{_OF_PLACE}}}?)?"
    auxiliary = any_of(_of_class("auxiliary", language))
    return re.compile(rf"^\W*(?:{articles}) {what}{at}(?: {auxiliary})? {stands}:?\W*$", re.IGNORECASE)


@functools.lru_cache(maxsize=8)
def _calling(language: LanguageProfile) -> re.Pattern[str]:
    """Many, or somebody, who put words there: protesters had painted."""
    puts = any_of(language.words("inscribing", role="puts"))
    auxiliaries = any_of(_of_class("auxiliary", language))
    things = any_of(language.words("printed") | language.words("cue_nouns") | language.words("labels"))
    articles = any_of(language.words("name_words", role="article"))
    who = rf"(?P<who>{_several(language)})"
    object_ = rf"(?: (?:{articles} )?{things})?"
    return re.compile(rf"\b{who}(?: {auxiliaries})* {puts}{object_}\W*$", re.IGNORECASE)


@functools.lru_cache(maxsize=8)
def _labelled(language: LanguageProfile) -> re.Pattern[str]:
    """What stands behind a headline's quotation: nurses on the offer."""
    return re.compile(rf"[”’»\"']*: (?P<who>(?i:{_several(language)}))\b(?![’']| [^\W\d_a-z])")


def _of_class(name: str, language: LanguageProfile) -> frozenset[str]:
    return language.words("grammar", **{"class": name})


def _several(language: LanguageProfile) -> str:
    """A pattern for many without a name: the crowd, protesters, nurses."""
    plural = tuple(language.words("references", kind="plural"))
    roles = (word for row in language.rows("roles") for word in row.words[1:] if word.endswith(plural))
    return any_of(language.words("crowds").union(roles))


def _is_quoted(verb: str, behind: str, language: LanguageProfile) -> bool:
    """Whether a verb of quoting has whom it quotes behind it: quoted his grandmother."""
    relaying = verb.lower() in language.words("cues", relays=True, kind="name")
    return relaying and behind.rstrip(" \"“‘'")[-1:] in (":", ",") and bool(WORD.findall(behind))


@functools.lru_cache(maxsize=8)
def _was_told(language: LanguageProfile) -> re.Pattern[str]:
    """What ends a stretch behind somebody who was told what comes next: said she had been told to."""
    going_on = tuple(ending.lstrip("-") for ending in _of_class("present_participle", language))
    told = any_of(word for word in language.words("cues", tells=True) if not word.endswith(going_on))
    be = any_of(_of_class("be", language))
    adverb = any_of(_of_class("adverb", language))
    brings_in = any_of(_of_class("complementiser", language) | _of_class("infinitive_marker", language))
    who = rf"(?:^\s*|\b{any_of(language.words('pronouns'))} )"
    was = rf"(?:(?:{any_of(_of_class('auxiliary', language))}|{adverb}) )*{be}"
    return re.compile(rf"{who}{was}(?: {adverb})? {told}(?: {brings_in})?[,:]?\W*$", re.IGNORECASE)


def _is_said_by_another(before: str, between: str, language: LanguageProfile) -> bool:
    """Whether what says it stands nearer: held a sign that read; the report, which Vale ordered, says."""
    relative, prints = _patterns(language)
    if relative.search(before) and _CLAUSE_ENDS.search(between):
        return True
    return prints.search(between) is not None


@functools.lru_cache(maxsize=8)
def _patterns(language: LanguageProfile) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A relative at the end of a stretch; something printed, with what says that words stand on it, there."""
    relatives = _of_class("relative", language)
    that = any_of(relatives | _of_class("complementiser", language))
    endings = _of_class("present_participle", language)
    participles = tuple(ending.lstrip("-") for ending in endings)
    reading = any_of(word for word in language.words("cues") if word.endswith(participles))
    things = any_of(language.words("printed"))
    prints = rf"\b{things}\b[^,.;:]*(?:,? {that}(?: [^\W\d]+){{1,{_SAYING}}}| {reading})\W*$"
    return re.compile(rf"\w,? {any_of(relatives)} $"), re.compile(prints, re.IGNORECASE)
