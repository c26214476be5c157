"""The passes that make a reader's copy, in their order."""

from quoteverify.text.layout.page import Page, Pass
from quoteverify.text.layout.wraps import unwrapped

PASSES: tuple[Pass, ...] = (unwrapped,)


def page_of(text: str) -> Page:
    r"""The reader's copy of a text.

    Args:
        text: Any text.

    >>> page_of("“We sail at noon if the wind\nholds,” said Vale.").text
    '“We sail at noon if the wind holds,” said Vale.'
    """
    page = Page(text, text)
    for seen in PASSES:
        page = seen(page)
    return page
