"""said_by: all that somebody said, in whichever articles and by whichever name these give it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from quoteverify.collation.verify.speech.identity import Identity, identity_of
from quoteverify.errors import ArgumentTypeError, ArgumentValueError, check_type
from quoteverify.models import Document, Quote, Report, Speaker
from quoteverify.models.quotes import said_in
from quoteverify.text.language import DEFAULT, LanguageProfile, as_profile, languages
from quoteverify.text.names import parse_name, same_person

_BY_NAME = ("surname_of_several", "claim_names_no_person")
"""The rules that leave open who is meant, where the names alone may still be one: whoever asks for a surname
asks for all who have it, and "Captain el-Amin" is a name for all that it begins with a role."""


class Said(NamedTuple):
    """A quote, or a report where these were asked for, and the document whose offsets it has."""

    document: Document
    quote: Quote | Report

    @property
    def text(self) -> str:
        """What was said."""
        return self.quote.text


def said_by(
    documents: Document | Iterable[Document],
    name: str,
    *,
    lang: str | LanguageProfile | None = None,
    reports: bool = False,
) -> tuple[Said, ...]:
    """Find all that somebody said, by any name that the documents have for them.

    A name is found in its other forms, with titles and without ("Mayor Vale", "Ms. Vale", "RUTH VALE"); a
    role or description is found where a document says who holds it, and then by that person's full name in
    the other documents too. A name that several people have is each of theirs: the quotes say whose they are.

    Args:
        documents: Parsed documents, or one.
        name: What somebody is called: a name, with a title or without, or a description ("the mayor").
        lang: The language of the names, its code or its profile. If None, each document's own.
        reports: Whether what they are told to have said without marks is meant too.

    Returns:
        The quotes with their documents, in the order given; the reports of a document behind its quotes.

    Raises:
        ArgumentTypeError: An argument is of the wrong type.
        ArgumentValueError: ``name`` is empty, or there is no data for the language.

    >>> from quoteverify import parse
    >>> first = parse("“We sail,” said the mayor, Ruth Vale. “At noon,” said Bo Aas.")
    >>> second = parse("“We stay,” said Ms. Vale.")
    >>> [said.text for said in said_by([first, second], "Mayor Vale")]
    ['We sail,', 'We stay,']
    >>> [(said.text, said.quote.speaker.name) for said in said_by([first, second], "the mayor")]
    [('We sail,', 'Ruth Vale'), ('We stay,', 'Vale')]
    >>> [said.text for said in said_by(parse("Ruth Vale said it was late."), "Ruth Vale", reports=True)]
    ['it was late']
    """
    check_type("name", name, str)
    if not name.strip():
        raise ArgumentValueError("the name is empty: there is nobody to look for")
    given = _several(documents)
    profiles = [_language(document, lang) for document in given]
    asked = Speaker(name.strip())
    said = [said_in(document, reports=reports) for document in given]
    texts = list(zip(said, given, profiles, strict=True))
    found = [_bearers(every, document, asked, own) for every, document, own in texts]
    people = tuple(_full_names(found, profiles))
    for bearers, (every, document, own) in zip(found, texts, strict=True):
        for person in people:
            bearers |= _bearers(every, document, person, own)
    namesakes = _namesakes((asked, *people), given, profiles)
    return tuple(
        Said(document, one)
        for (every, document, _), bearers in zip(texts, found, strict=True)
        for one in every
        if one.speaker in bearers - namesakes
    )


def _several(documents: Document | Iterable[Document]) -> tuple[Document, ...]:
    """The documents, once each is found to be one.

    Raises:
        ArgumentTypeError: One is not.
    """
    if isinstance(documents, Document):
        return (documents,)
    if isinstance(documents, str | bytes) or not isinstance(documents, Iterable):
        raise ArgumentTypeError(f"documents must be several Document, not {type(documents).__name__}")
    given = tuple(documents)
    for document in given:
        check_type("each of documents", document, Document)
    return given


def _language(document: Document, lang: str | LanguageProfile | None) -> LanguageProfile:
    """The language that was asked for, or the document's own, or English where nobody said or knows it."""
    if lang is not None:
        return as_profile(lang)
    return as_profile(document.lang if document.lang in languages() else DEFAULT)


def _bearers(
    said: Sequence[Quote | Report], document: Document, asked: Speaker, language: LanguageProfile
) -> set[Speaker]:
    """Those who are told to have said something in a document and are whom somebody asks for."""
    quoted = dict.fromkeys(one.speaker for one in said if one.speaker)
    return {speaker for speaker in quoted if _is(asked, speaker, document, language)}


def _is(asked: Speaker, speaker: Speaker, document: Document, language: LanguageProfile) -> bool:
    rule = identity_of(asked, speaker, document, language)
    if rule.identity is Identity.SAME:
        return True
    return rule.name in _BY_NAME and same_person(asked.name, speaker.name, language)


def _full_names(found: Sequence[set[Speaker]], profiles: Sequence[LanguageProfile]) -> Iterator[Speaker]:
    """The people who were found, as far as a document has more of their name than the family's."""
    for bearers, language in zip(found, profiles, strict=True):
        for speaker in bearers:
            if _is_full(speaker, language):
                yield Speaker(speaker.name, kind=speaker.kind)


def _is_full(speaker: Speaker, language: LanguageProfile) -> bool:
    return len(parse_name(speaker.name, language).words) > 1


def _namesakes(
    meant: Sequence[Speaker], documents: Sequence[Document], profiles: Sequence[LanguageProfile]
) -> set[Speaker]:
    """Those with a bare surname whom the full name of nobody who is meant fits as well."""
    everybody = {
        (speaker, own)
        for document, own in zip(documents, profiles, strict=True)
        for speaker in document.speakers
        if any(_share_a_word(person, speaker, own) for person in meant)
    }
    others = [
        (speaker, own)
        for speaker, own in everybody
        if _is_full(speaker, own) and not any(same_person(one.name, speaker.name, own) for one in meant)
    ]
    return {
        speaker
        for speaker, own in everybody
        if not _is_full(speaker, own)
        and any(own is theirs and same_person(other.name, speaker.name, own) for other, theirs in others)
    }


def _share_a_word(one: Speaker, other: Speaker, language: LanguageProfile) -> bool:
    words = (parse_name(speaker.name, language).words for speaker in (one, other))
    return not set(next(words)).isdisjoint(next(words))
