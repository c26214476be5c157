"""The common words of a language, and rarer ones, from lists that say which of them are made of others."""

import functools

from quoteverify.text.language import LanguageProfile

ADDED = "+"
"""What stands, in a list of words, before letters that make another of the last one in full: boat +s."""


@functools.lru_cache(maxsize=16)
def common_words(language: LanguageProfile) -> frozenset[str]:
    """The common words of a language, read when they are first asked for; none where it has no such table.

    >>> from quoteverify.text.language import language
    >>> {"county", "country"} <= common_words(language("en")), "contry" in common_words(language("en"))
    (True, False)
    """
    return _listed(language, "vocabulary")


@functools.lru_cache(maxsize=16)
def rarer_words(language: LanguageProfile) -> frozenset[str]:
    """The rarer words that a slip can make of common ones, read when they are first asked for.

    >>> from quoteverify.text.language import language
    >>> "proscribed" in rarer_words(language("en")), "proscribed" in common_words(language("en"))
    (True, False)
    """
    return _listed(language, "rarer_words")


def _listed(language: LanguageProfile, table: str) -> frozenset[str]:
    """The words of all the lists of a table."""
    found = set()
    for row in language.rows(table):
        stem = ""
        for form in str(row.values["forms"]).split():
            if not form.startswith(ADDED):
                stem = form
            found.add(stem + form[1:] if form.startswith(ADDED) else form)
    return frozenset(found)
