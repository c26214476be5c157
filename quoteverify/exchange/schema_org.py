"""Quotes and verified claims in the vocabulary of https://schema.org, as JSON-LD for the pages with them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from quoteverify.errors import check_type
from quoteverify.exchange.fragments import passage_fragment, text_fragment
from quoteverify.exchange.linked import address, identifier
from quoteverify.models import (
    CheckReport,
    Document,
    Passage,
    Quote,
    QuoteKind,
    Report,
    ReportKind,
    Speaker,
    SpeakerKind,
    Verification,
)

CONTEXT = "https://schema.org"

_TYPES = {
    SpeakerKind.PERSON: "Person",
    SpeakerKind.ROLE: "Person",
    SpeakerKind.BODY: "Organization",
}
"""What schema.org calls a speaker; of a group or somebody unknown it is not said what they are."""


def quotations(document: Document, *, reports: bool = False) -> list[dict[str, Any]]:
    """Make a ``Quotation`` of each of a document's quotes; terms, which are nobody's words, are left out.

    The speaker is the ``spokenByCharacter``: by its definition the one to whom the quotation is attributed
    within the work that contains it, which is what a text can show, whoever spoke in fact.

    Args:
        document: A parsed document. Where its ``url`` is the address of a page, each quotation links to its
            place on it.
        reports: Whether to make a ``Claim`` of what is told without marks, too; its ``author`` is whoever is
            told to have said it. What somebody asks, or is told not to have said, is no claim of theirs.

    Raises:
        ArgumentTypeError: An argument is something else.

    >>> from quoteverify.models import Attribution, Span
    >>> said = Attribution(speaker=Speaker("Ruth Vale", kind="person"))
    >>> quote = Quote(id="q1", spans=[Span(1, 9)], text="We sail,", attribution=said)
    >>> (quotation,) = quotations(Document(text="“We sail,” Ruth Vale said.", quotes=[quote]))
    >>> quotation["text"], quotation["spokenByCharacter"]
    ('We sail,', {'@type': 'Person', 'name': 'Ruth Vale'})
    """
    check_type("document", document, Document)
    check_type("reports", reports, bool)
    made = [_quotation(document, quote) for quote in document.quotes if quote.kind != QuoteKind.TERM]
    if reports:
        claimed = (r for r in document.reports if not r.negated and r.kind is not ReportKind.ASKED)
        made += [_claim(document, report) for report in claimed]
    return [{"@context": CONTEXT, **each} for each in made]


def claim_reviews(
    verified: CheckReport | Verification,
    *,
    sources: Document | Iterable[Document] = (),
    body: Callable[[Verification], str] | None = None,
) -> list[dict[str, Any]]:
    """Make a ``ClaimReview`` of each verification, for a person to finish.

    What is reviewed is the claim that somebody said these words, not whether the words are true. Where they
    stand is the ``isBasedOn``. There is no ``reviewRating``: that is a judgement, and its place is left to
    the person, as are the ``author``, the ``url`` and the ``datePublished`` of the review.

    Args:
        verified: What ``check`` or ``verify`` gives. The claims of a report appear in its draft.
        sources: The documents that were searched, for their titles, outlets and dates.
        body: What tells in words what was found, for the ``reviewBody``, such as ``in_full`` of
            ``quoteverify.display.alerts``, which files of this format have; None for no such text.

    Raises:
        ArgumentTypeError: An argument is something else.

    >>> from quoteverify.models import Searched
    >>> found = Verification(
    ...     claim="We sail", speaker=Speaker("Ruth Vale"), wording="not_found", wording_rule="too_few_words",
    ...     searched=Searched(documents=1, characters=900),
    ... )
    >>> (review,) = claim_reviews(found)
    >>> review["claimReviewed"], "reviewRating" in review
    ('Ruth Vale said: “We sail”', False)
    """
    check_type("verified", verified, CheckReport, Verification)
    known = {}
    for source in [sources] if isinstance(sources, Document) else sources:
        check_type("each of sources", source, Document)
        known[source.id] = source
    if isinstance(verified, Verification):
        made = [(verified, _review(verified, known, None, None))]
    else:
        draft, said = verified.document, verified.said
        made = [(found, _review(found, known, draft, said.get(id))) for id, found in verified.pairs()]
    return [review | ({"reviewBody": body(found)} if body else {}) for found, review in made]


def _quotation(document: Document, quote: Quote) -> dict[str, Any]:
    quotation = {
        "@type": "Quotation",
        "@id": identifier("quote", document.id, quote.id),
        "text": quote.text,
        "spokenByCharacter": _speaker(quote.speaker),
        "isPartOf": _work(document),
        "url": text_fragment(document, *quote.spans) if address(document) else None,
    }
    return _told(quotation)


def _claim(document: Document, report: Report) -> dict[str, Any]:
    claim = {
        "@type": "Claim",
        "@id": identifier("report", document.id, report.id),
        "text": report.text,
        "author": _speaker(report.speaker),
        "appearance": _work(document),
        "url": text_fragment(document, *report.spans) if address(document) else None,
    }
    return _told(claim)


def _said(document: Document, said: Quote | Report) -> dict[str, Any]:
    return _claim(document, said) if isinstance(said, Report) else _quotation(document, said)


def _review(
    verification: Verification,
    known: Mapping[str, Document],
    draft: Document | None,
    said: Quote | Report | None,
) -> dict[str, Any]:
    speaker = verification.speaker
    words = verification.claim if isinstance(said, Report) else f"“{verification.claim}”"
    about = {"@type": "Quotation", "text": verification.claim, "spokenByCharacter": _speaker(speaker)}
    claim = {
        "@type": "Claim",
        "author": _organization(draft.outlet) if draft else None,
        "appearance": _work(draft) if draft else None,
        "about": _said(draft, said) if draft and said else _told(about),
    }
    review = {
        "@context": CONTEXT,
        "@type": "ClaimReview",
        "claimReviewed": f"{speaker} said: {words}" if speaker else words,
        "itemReviewed": _told(claim),
        "isBasedOn": [_passage(passage, known.get(passage.document_id)) for passage in verification.passages],
    }
    return _told(review)


def _passage(passage: Passage, document: Document | None) -> dict[str, Any]:
    unknown = {
        "@type": "CreativeWork",
        "@id": address(passage),
        "identifier": passage.document_id,
        "name": passage.source,
    }
    link = passage_fragment(passage) if address(passage) else None
    quotation = {
        "@type": "Quotation",
        "text": passage.text,
        "spokenByCharacter": _speaker(passage.speaker),
        "isPartOf": _work(document) if document else _told(unknown),
        "url": text_fragment(document, *passage.spans) if document and address(document) else link,
    }
    return _told(quotation)


def _work(document: Document) -> dict[str, Any]:
    work = {
        "@type": "CreativeWork",
        "@id": address(document) or identifier("document", document.id),
        "identifier": document.id,
        "name": document.title,
        "publisher": _organization(document.outlet),
        "datePublished": document.published.isoformat() if document.published else None,
    }
    return _told(work)


def _speaker(speaker: Speaker | None) -> dict[str, Any] | None:
    return _told({"@type": _TYPES.get(speaker.kind), "name": speaker.name}) if speaker else None


def _organization(name: str | None) -> dict[str, Any] | None:
    return {"@type": "Organization", "name": name} if name else None


def _told(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Some properties without those that have nothing to say."""
    return {name: value for name, value in properties.items() if value not in (None, "", [])}
