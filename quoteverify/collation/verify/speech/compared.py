"""A claimed speaker beside one whom a source names, and what the source prints around the name."""

import functools
import itertools
import re
from collections.abc import Iterable, Iterator

import attrs

from quoteverify.models import Document, Quote, Span, Speaker, SpeakerKind
from quoteverify.text.language import LanguageProfile
from quoteverify.text.names import Name, fold_name, parse_name

WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_NAME_ENDS = re.compile(r"[,;:(—–]\s*|\s-+\s")
_SENTENCE_ENDS = re.compile(r"(?<=[^\W\d_]{3})[\"”’']*[.!?]+[\"”’']*\s|[\r\n]")
"""Where a sentence ends: not at the stop of an initial or of a short title."""
_APPOSED = re.compile(r", (?P<name>[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){0,4})")
NAME = r"[^\W\d_a-z][\w’'-]*(?:\.?[ -][^\W\d_a-z][\w’'-]*){0,5}"
"""A pattern for a name."""
_BESIDE = 90
"""In code points: how far from a speaker's name stands what the source calls its bearer."""
_FIRST = 100_000
"""In code points: how much of a source is looked through for whom it calls what."""
_MOST_PLACES = 40
"""Of a name in a source: a guard against texts of one name."""


@attrs.frozen(slots=False)
class Compared:
    """A claimed speaker beside one whom a source names.

    Attributes:
        claimed: As claimed.
        given: As the source has it.
        document: The source.
        language: The language of both.
        quote: The quotation for which the source names its speaker, where it is one.
    """

    claimed: Speaker
    given: Speaker
    document: Document
    language: LanguageProfile
    quote: Quote | None

    @functools.cached_property
    def claimed_name(self) -> Name:
        """The claimed name taken apart."""
        return parse_name(self.claimed.name, self.language)

    @functools.cached_property
    def names(self) -> tuple[Name, ...]:
        """The names of the source's speaker taken apart: all of them, if the fullest is one word."""
        names = (parse_name(name, self.language) for name in (self.given.name, *self.given.aliases))
        first, *others = names
        return (first, *(name for name in others if len(name.words) >= len(first.words)))

    @functools.cached_property
    def claims_nobody(self) -> bool:
        """Whether what is claimed is no name: "the treasurer", "she", "officials", "Evidence"."""
        return is_no_name(self.claimed, self.language) and not self._is_a_surname

    @functools.cached_property
    def _is_a_surname(self) -> bool:
        """Whether a word for a role or body is somebody's surname in the source: Dean, of Howard Dean."""
        name = self.claimed.name
        if not name[:1].isupper() or len(WORD.findall(name)) != 1:
            return False
        spoken = (WORD.findall(speaker.name) for speaker in self.document.speakers)
        return any(len(words) > 1 and words[-1] == name for words in spoken) or any(
            is_own(match[1], self.language)
            for match in re.finditer(rf"\b([^\W\d_a-z][\w’-]+) {re.escape(name)}\b", self.text)
            if self.text[: match.start()].rstrip()[-1:] not in ("", *".!?")
        )

    @functools.cached_property
    def gives_nobody(self) -> bool:
        """Whether the source has no name for who spoke: "a senior official"."""
        others = (Speaker(alias) for alias in self.given.aliases)
        return all(is_no_name(one, self.language) for one in (self.given, *others))

    @property
    def text(self) -> str:
        """As much of the source's text as is looked through."""
        return self.document.text[:_FIRST]

    @functools.cached_property
    def mentions(self) -> tuple[str, ...]:
        """Where the source names the speaker of the quotation, as printed, and whom that stands for."""
        if self.quote is None:
            return ()
        text, said_by = self.document.text, self.quote.attribution
        places = (said_by.mention, said_by.antecedent)
        found = [span.of(text) for span in places if span is not None]
        # "the Speaker, Sir Rufus Vale"
        articles = self.language.words("name_words", role="article")
        if said_by.mention is not None and found[0].lower().startswith(tuple(f"{one} " for one in articles)):
            apposed = _APPOSED.match(text, said_by.mention.end)
            found += [apposed["name"]] if apposed else []
        return tuple(found)

    @functools.cached_property
    def printed_names(self) -> tuple[tuple[str, ...], ...]:
        """The names that end a part of such a mention, in words: House Speaker Ruth Vale."""
        parts = (part for mention in self.mentions for part in _NAME_ENDS.split(mention))
        return tuple(name for part in parts if (name := tuple(map(fold_name, self._name_at_the_end(part)))))

    def surroundings(self) -> str:
        """What stands around the speaker's name in the source, folded."""
        return around(self.text, self.given.name.split()[-1] if self.given.name else "")

    def _name_at_the_end(self, part: str) -> list[str]:
        """The words with a capital at the end of what somebody is called; none of whose it is."""
        found: list[str] = []
        for word in reversed(WORD.findall(part)):
            if word[:1].islower() or without_possessive(word, self.language) != word:
                break
            found.insert(0, word)
        return found


def around(text: str, name: str) -> str:
    """What stands around a name in a text, in its sentences, in all its places, folded."""
    return fold_name(" … ".join(text[span.start : span.end] for span in sentences_with(text, name)))


def sentences_with(text: str, name: str) -> Iterator[Span]:
    """The stretches around a name in a text, no further than its sentence goes."""
    if not name:
        return
    for count, match in enumerate(re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)):
        if count == _MOST_PLACES:
            break
        low, high = max(0, match.start() - _BESIDE), min(len(text), match.end() + _BESIDE)
        before = [end.end() for end in _SENTENCE_ENDS.finditer(text, low, match.start())]
        after = _SENTENCE_ENDS.search(text, match.end(), high)
        yield Span(before[-1] if before else low, after.start() if after else high)


def printed_words(name: str, language: LanguageProfile) -> list[str]:
    """The words of a name in their order, folded, without a first article."""
    found = [fold_name(word) for word in WORD.findall(name)]
    return found[1:] if found[:1] and found[0] in language.words("name_words", role="article") else found


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word))) + ")"


def possessive_mark(language: LanguageProfile) -> str:
    """A pattern for what makes a name a possessive, at its end: Vale's."""
    return any_of(language.words("grammar", **{"class": "possessive_mark"}))


def links(language: LanguageProfile) -> str:
    """A pattern for what joins a role and whose it is: of, for."""
    return any_of(language.words("grammar", **{"class": "complement"}))


def without_possessive(word: str, language: LanguageProfile) -> str:
    """A word without what makes it a possessive.

    >>> from quoteverify import language
    >>> without_possessive("Vale’s", language("en"))
    'Vale'
    """
    return _possessive_end(language).sub("", word)


@functools.lru_cache(maxsize=8)
def _possessive_end(language: LanguageProfile) -> re.Pattern[str]:
    return re.compile(possessive_mark(language) + "$")


def bare(name: str, language: LanguageProfile) -> frozenset[str]:
    """The words of a name, folded, and no possessives."""
    return frozenset(fold_name(without_possessive(word, language)) for word in WORD.findall(name))


def told(name: str, language: LanguageProfile) -> frozenset[str]:
    """The words of a name or description that tell something."""
    return bare(name, language) - closed(language)


@functools.lru_cache(maxsize=8)
def closed(language: LanguageProfile) -> frozenset[str]:
    """The words of the closed classes."""
    return language.words("function_words") | language.words("pronouns") | language.words("grammar")


def is_no_name(speaker: Speaker, language: LanguageProfile) -> bool:
    """Whether a speaker is called by no name of a person's or body's own."""
    if speaker.kind in (SpeakerKind.ROLE, SpeakerKind.GROUP):
        return True
    printed = WORD.findall(speaker.name)
    owned = any(without_possessive(word, language) != word for word in printed)
    if _is_role_of_a_body(printed, language, owned=owned):
        return True
    # "Md.", where somebody is from
    if len(printed) == 1 and speaker.name.endswith("."):
        return True
    # "Supporting quote"
    if printed and printed[-1].lower() in language.words("labels"):
        return True
    if not any(is_own(word, language) for word in printed):
        return True
    # "The document states", "his former partner at Ora": no capital up to what it is of or at.
    opening = language.words("references") | language.words("grammar", **{"class": "possessive"})
    noun = itertools.takewhile(lambda word: word not in closed(language), printed[1:])
    return printed[0].lower() in opening and not any(word[:1].isupper() for word in noun)


def _is_role_of_a_body(printed: list[str], language: LanguageProfile, *, owned: bool) -> bool:
    """Whether a name ends with a role and no surname: Tom Vale's father, Port of Aas chief, BBC Director."""
    if not printed or printed[-1].lower() not in language.words("roles"):
        return False
    others = printed[:-1]
    initials = all(len(word) > 1 and word.isupper() for word in others) and not printed[-1].isupper()
    return bool(others) and (owned or printed[-1].islower() or initials)


def is_own(word: str, language: LanguageProfile) -> bool:
    """Whether a word can be a name: it has no small first letter, and is no word for a role or a label."""
    if word[:1].islower():
        return False
    lower = word.lower()
    if lower in language.words("epithets"):  # Republicans are many, the Norwegian is described
        return not lower.endswith(tuple(language.words("references", kind="plural")))
    return lower not in closed(language) and not any(lower in language.words(table) for table in _COMMON)


_COMMON = ("roles", "bodies", "labels", "cue_nouns", "ranks")
"""The tables of words that name nobody, though a sentence may open with them."""
