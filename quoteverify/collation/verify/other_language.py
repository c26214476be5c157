"""Whether a claim that is not found is in another language than the sources, which proves nothing."""

import functools
from collections.abc import Callable

from quoteverify.collation.language.foreign import is_foreign
from quoteverify.collation.verify.sources.source_index import SourceIndex
from quoteverify.models import Document
from quoteverify.text.language import LanguageProfile, same_language

OPENING = 2000
"""In code points: so much of a source shows what language it is in."""


def other_language(index: SourceIndex, claim: str, around: str) -> str | None:
    """The rule by which a claim is in another language than the sources, or they in another than it; or None.

    Args:
        index: The sources, looked at in the claim's language.
        claim: The claim.
        around: The text that the claim stands in, which says what language it is in where the claim is too
            short to.
    """
    foreign = is_foreign(claim, index.language)
    if foreign is None and around:
        foreign = is_foreign(around, index.language)
    if foreign is None:
        return None
    is_apart = _apart(index.language)
    sources = (index.derived(number, is_apart) for number in range(len(index.documents)))
    if foreign:
        return None if any(sources) else "claim_in_another_language"
    return "sources_in_another_language" if index.documents and all(sources) else None


@functools.lru_cache(maxsize=16)
def _apart(language: LanguageProfile) -> Callable[[Document], bool]:
    """What says whether a source is in another language, as it says itself or its words show."""

    def is_apart(document: Document) -> bool:
        if document.lang is not None and not same_language(document.lang, language.code):
            return True
        return bool(is_foreign(document.text[:OPENING], language))

    return is_apart
