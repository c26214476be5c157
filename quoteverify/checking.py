"""check: every quote of a draft verified, each with the draft's own speaker.

It stands above both wings: the draft is read as any text is, and its quotes are then
looked for as any claims are.
"""

from quoteverify.collation.policies import Policy
from quoteverify.collation.verify.candidates import Sources, indexed
from quoteverify.collation.verify.verification import verify
from quoteverify.errors import check_type
from quoteverify.models import CheckReport, Document, QuoteKind
from quoteverify.reading.parser import parse
from quoteverify.text.language import LanguageProfile, language_of


def check(
    draft: str | Document,
    sources: Sources,
    *,
    policy: str | Policy | None = None,
    lang: str | LanguageProfile | None = None,
) -> CheckReport:
    """Verify the quotes of a draft, or of a language model's answer.

    Args:
        draft: A text, or a parsed Document. Its terms, which are nobody's words, are left out.
        sources: As for `verify`; an index is made once for all quotes.
        policy: As for `verify`.
        lang: The language of the draft, its code or its profile. If None, the one that a parsed draft is in;
            of a text, that of the sources, as for `verify`.

    Returns:
        A verification for each quote, in the draft's order.

    Raises:
        ArgumentTypeError: An argument is of the wrong type.
        ArgumentValueError: As for `verify`; the draft and all sources are in two languages; or ``lang`` is
            not that of a parsed draft.
        DuplicateDocumentError: Two sources have one id.

    >>> source = "“We will not sell the yard before spring,” said Ada Aas."
    >>> report = check("Ada Aas said: “We will sell the yard before spring.”", source)
    >>> [(v.wording.value, v.differences[0].kind.value) for v in report.verifications]
    [('altered', 'negation')]
    """
    check_type("draft", draft, str, Document)
    if isinstance(draft, Document) and draft.lang is not None:
        if lang is not None:
            language_of([draft.lang], lang)  # raises where the two are not one
        lang = draft.lang if lang is None else lang
    index = indexed(sources, lang)
    document = draft if isinstance(draft, Document) else parse(draft, lang=index.language)
    quotes = [quote for quote in document.quotes if quote.kind != QuoteKind.TERM]
    return CheckReport(
        document=document,
        verifications=[verify(quote.text, index, speaker=quote.speaker, policy=policy) for quote in quotes],
        quote_ids=[quote.id for quote in quotes],
    )
