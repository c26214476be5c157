"""check: every quote of a draft verified, each with the draft's own speaker."""

import re
from collections.abc import Iterable
from itertools import accumulate

import attrs

from quoteverify.checking.catalogue import Catalogue, Catalogued
from quoteverify.checking.citations import cited, with_citation
from quoteverify.checking.left_out import left_out
from quoteverify.collation.policies import Policy, as_policy
from quoteverify.collation.verify.context.framing import Framing
from quoteverify.collation.verify.sources.source_index import Searchable, SourceIndex, Sources, indexed
from quoteverify.collation.verify.speech.reported import telling_of
from quoteverify.collation.verify.speech.sayings import saying_of, was_told
from quoteverify.collation.verify.speech.speakers import SURE
from quoteverify.collation.verify.verification import findings
from quoteverify.errors import ArgumentValueError, check_type
from quoteverify.models import (
    Basis,
    CheckReport,
    Document,
    Quote,
    QuoteKind,
    Reason,
    Report,
    Speaker,
    SpeakerFinding,
    Unchecked,
    Verification,
)
from quoteverify.reading.parser import parse
from quoteverify.reading.people.resolution import Resolution
from quoteverify.text.language import LanguageProfile, language_of
from quoteverify.text.names import fold_name, parse_name


def check(
    draft: str | Document,
    sources: Sources,
    *,
    policy: str | Policy | None = None,
    lang: str | LanguageProfile | None = None,
    reports: bool = False,
) -> CheckReport:
    """Verify the quotes of a draft, or of a language model's answer.

    Args:
        draft: A text, or a Document, whose quotes are looked for if it has none. Its terms, which are
            nobody's words, the turns of a chat, code, empty marks and marks without a fellow are left out;
            ``unchecked`` names them.
        sources: As for `verify`; an index is made once for all quotes.
        policy: As for `verify`.
        lang: The language of the draft, its code or its profile. If None, the one that a parsed draft is in;
            of a text, that of the sources, as for `verify`.
        reports: Whether what the draft tells people to have said without marks is verified too, each as
            ``verify(..., reported=True)`` does it and held against whoever the draft says it was.

    Returns:
        A verification for each quote, in the draft's order, and why the other quotations have none; with
        ``reports`` those of the reports stand behind them.

    Raises:
        ArgumentTypeError: An argument is of the wrong type.
        ArgumentValueError: There is no policy or language of that name; there are no sources; the draft and
            all sources are in two languages; or ``lang`` is not that of a parsed draft.
        DuplicateDocumentError: Two sources have one id.

    >>> source = "“We will not sell the yard before spring,” said Ada Aas."
    >>> report = check("Ada Aas said: “We will sell the yard before spring.”", source)
    >>> [(v.wording.value, v.differences[0].kind.value) for v in report.verifications]
    [('altered', 'negation')]
    """
    check_type("draft", draft, str, Document)
    check_type("reports", reports, bool)
    lang = _language(draft, lang)
    house = as_policy(policy)
    index = indexed(sources, lang)
    if not index.about("").searched.documents:
        raise ArgumentValueError("there are no sources to check the draft against")
    document = _read(draft, index.language, reports=reports)
    catalogue = _catalogue(index)
    unchecked = left_out(document, index.language, catalogue)
    quotes = _looked_for(document, unchecked)
    said: list[Quote | Report] = [*quotes, *(document.reports if reports else ())]
    found = _findings(document, said, index, house)
    citations = cited(document.text, quotes, catalogue, index.language)
    return CheckReport(
        document=document,
        verifications=[
            with_citation(_with_doubt(v, one, document, index.language), citations.get(one.id))
            for v, one in zip(found, said, strict=True)
        ],
        quote_ids=[one.id for one in said],
        unchecked=unchecked,
    )


def _looked_for(document: Document, unchecked: Iterable[Unchecked]) -> list[Quote]:
    """The quotes of a draft, less those that are left out."""
    without = {left.quote_id for left in unchecked}
    return [quote for quote in document.quotes if quote.id not in without]


def _findings(
    document: Document, said: Iterable[Quote | Report], index: Searchable, house: Policy | None
) -> list[Verification]:
    """What the sources say of each quote and report of a draft."""
    inner = _cited(document) | _not_their_own(document, index.language)
    around = document.text

    def finding(one: Quote | Report) -> Verification:
        about = index.about(one.text)
        if isinstance(one, Report):
            told = telling_of(one)
            return findings(one.text, about, one.speaker, house, telling=told, around=around)
        claimed = _claimed(document, one, index.language)
        framing = Framing(document.text, one.spans, index.language)
        return findings(
            one.text, about, claimed, house, cited=one.id in inner, framing=framing, around=around
        )

    return [finding(one) for one in said]


def _language(draft: str | Document, lang: str | LanguageProfile | None) -> str | LanguageProfile | None:
    """The language that is given, or else that of a parsed draft; it raises where the two are not one."""
    own = draft.lang if isinstance(draft, Document) else None
    if own is not None and lang is not None:
        language_of([own], lang)
    return own if lang is None else lang


def _catalogue(index: Searchable) -> Catalogue:
    """What the sources are called."""
    documents: Iterable[Document] = ()
    if isinstance(index, SourceIndex):
        documents = index.given
    elif isinstance(index, Catalogued):
        documents = index.catalogue()
    return Catalogue(documents, index.language.words("citing", place="between"))


def _read(draft: str | Document, language: LanguageProfile, *, reports: bool) -> Document:
    """The draft with its quotes, which nobody has looked for where there are none."""
    if isinstance(draft, str):
        return parse(draft, lang=language)
    if draft.quotes:
        return draft
    read = parse(draft.text, lang=language)
    told = read.reports if reports and not draft.reports else draft.reports
    if not read.quotes and told is draft.reports:
        return draft
    return attrs.evolve(draft, quotes=read.quotes, reports=told, speakers=read.speakers)


def _cited(document: Document) -> frozenset[str]:
    """The quotes of a draft that stand in a quotation: there they are cited, as the print shows."""
    spans = sorted(
        (span.start, -span.end, quote.id)
        for quote in document.quotes
        if quote.kind not in (QuoteKind.TERM, QuoteKind.TURN)
        for span in quote.spans
    )
    reach = accumulate((-end for _, end, _ in spans), max, initial=0)
    return frozenset(id for (_, end, id), around in zip(spans, reach, strict=False) if -end <= around)


def _not_their_own(document: Document, language: LanguageProfile) -> frozenset[str]:
    """The quotes of a draft whose speaker is printed to deny them, to quote another, or to have been told."""
    return frozenset(
        quote.id
        for quote in document.quotes
        if saying_of(document, quote, language) or was_told(document, quote, language)
    )


def _claimed(document: Document, quote: Quote, language: LanguageProfile) -> Speaker | None:
    """Whose a draft says a quotation is: with a title where this says more than a name of one word."""
    mention, speaker = quote.attribution.mention, quote.speaker
    if mention is None or speaker is None:
        return speaker
    printed, behind = mention.of(document.text), document.text[mention.end : quote.spans[0].start]
    label = re.match(r"\s+(\w+)\W+$", behind)
    if label and label[1].lower() in language.words("labels"):
        return attrs.evolve(speaker, name=f"{printed} {label[1]}")
    if " " not in speaker.name and parse_name(printed, language).gender:
        return attrs.evolve(speaker, name=printed, aliases=(speaker.name, *speaker.aliases))
    return speaker


def _with_doubt(
    found: Verification, quote: Quote | Report, document: Document, language: LanguageProfile
) -> Verification:
    """The finding, less an accusation that rests on a guess of whom the draft means."""
    least = _SURE_OF_A_GUESS if quote.attribution.basis is Basis.GUESSED else SURE
    surely = quote.attribution.basis is Basis.GIVEN or quote.attribution.confidence >= least
    surely = surely and not _is_guessed(quote, document)
    if found.speaker_finding is not SpeakerFinding.MISATTRIBUTED:
        return found
    if not surely:
        rule = "unsure_attribution_in_draft"
    elif _may_be_topic(found, quote):
        rule = "label_may_be_topic"
    elif _is_surname_of_several(found, quote, document, language):
        rule = "surname_of_several"
    else:
        return found
    return attrs.evolve(found, speaker_finding=SpeakerFinding.UNCERTAIN, speaker_rule=rule)


_SURE_OF_A_GUESS = 0.75
"""The confidence from which an attribution that no verb, label or row of a draft makes can accuse somebody.
Set by hand: in drafts of invented sources most alarms below it were false."""


def _is_guessed(quote: Quote | Report, document: Document) -> bool:
    """Whether another word or a pronoun of a draft is but guessed to mean somebody.

    "Vale rowed. The harbour chief is calm. “It is late,” she says": three of ten such guesses are wrong.
    And "he" may be somebody without a name where a name comes only behind it: “So,” he said. Vale left.
    """
    said_by, speaker = quote.attribution, quote.speaker
    if said_by.resolution is Resolution.EPITHET:
        return True
    mention, antecedent = said_by.mention, said_by.antecedent
    if (
        said_by.resolution is not Resolution.PRONOUN
        or mention is None
        or antecedent is None
        or speaker is None
    ):
        return False
    behind = antecedent.start > mention.start
    return behind or _words(antecedent.of(document.text)).isdisjoint(_words(speaker.name))


def _may_be_topic(found: Verification, quote: Quote | Report) -> bool:
    """Whether a label may say what the words are about: its last word is small in their source."""
    if quote.attribution.reason != Reason.LABEL or quote.speaker is None:
        return False
    last = quote.speaker.name.split()[-1].lower()
    return len(last) > _SHORT and any(last in _words(passage.excerpt) for passage in found.passages)


def _is_surname_of_several(
    found: Verification, quote: Quote | Report, document: Document, language: LanguageProfile
) -> bool:
    """Whether a draft has the surname of a source's speaker, alone, and names several who have it."""
    mention, speaker = quote.attribution.mention, quote.speaker
    printed = mention.of(document.text) if mention is not None else ""
    own = parse_name(speaker.name, language).words if speaker is not None else ()
    words = parse_name(printed, language).words
    given = (parse_name(p.speaker.name, language).words for p in found.passages if p.speaker is not None)
    if len(words) != 1 or len(own) == 1 or not all(name[-1:] == words for name in (own, *given)):
        return False
    common = language.words("titles") | language.words("roles")
    surname = re.escape(printed.split()[-1])
    named = {
        fold_name(match[1])
        for match in re.finditer(rf"\b([^\W\d_a-z][\w’'-]+) {surname}\b", document.text)
        if match[1].lower() not in common
    }
    return len(named) > 1


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text))


_SHORT = 3
"""In letters: so short are what surnames are made of and words alike."""
