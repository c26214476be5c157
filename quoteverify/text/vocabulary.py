"""The common words of a language, from a list that says which of them are made of others."""

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
    found = set()
    for row in language.rows("vocabulary"):
        stem = ""
        for form in str(row.values["forms"]).split():
            if not form.startswith(ADDED):
                stem = form
            found.add(stem + form[1:] if form.startswith(ADDED) else form)
    return frozenset(found)
