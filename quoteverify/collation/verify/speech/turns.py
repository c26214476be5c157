"""The turns of a transcript: where somebody else begins to speak, without quotation marks."""

import re

# A turn begins a line with a name or role of few words and a colon: "MR. AAS:", "Ada Aas (by phone):",
# "The Speaker of the House:". What has small words longer than "the" is a sentence: "The mayor answered:".
_TURN = re.compile(
    r"""
    ^[ \t>*_-]*
    (?P<name> [^\W\d_a-z][\w.'’-]* (?: [ \t]+ (?: [a-z]{1,3}(?![\w.'’-]) | [^\Wa-z_][\w.'’-]* ) ){0,5} )
    (?: [ \t]* [(\[] (?P<aside> [^()\[\]\r\n]{0,60} ) [)\]] )? [*_]* : [*_]* (?=\s)
    """,
    re.MULTILINE | re.VERBOSE,
)
_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){1,3}")
# A line with a colon may be a caption, and an article may have several of them; in a transcript few
# paragraphs do not begin a turn.
_TURNS_OF_A_TRANSCRIPT = 2
_PARAGRAPHS_A_TURN = 5
# A line that ends otherwise is broken off, as lines of mail and of old transcripts are.
_ENDS_OF_A_PARAGRAPH = frozenset(".!?…:-–—\"'”’»)]")


def turns(text: str) -> list[tuple[int, str]]:
    r"""Where each turn of a transcript begins, and whose it is; none in a text that is not a transcript.

    Args:
        text: Any text.

    Returns:
        The offset after each turn's colon, in code points, with the name before it.

    >>> turns("ADA AAS: We leave at noon.\nQ: Why?")
    [(8, 'ADA AAS'), (29, 'Q')]
    >>> [name for _, name in turns("Host (Ada Aas): We leave at noon.\nGuest (by phone): Why?")]
    ['Ada Aas', 'Guest']
    >>> turns("Note: it rained.")
    []
    """
    found = [(match.end(), _whose(match)) for match in _TURN.finditer(text)]
    if len(found) < _TURNS_OF_A_TRANSCRIPT:
        return []
    lines = text[found[0][0] :].splitlines()
    paragraphs = sum(line.rstrip()[-1:] in _ENDS_OF_A_PARAGRAPH for line in lines)
    return found if paragraphs <= _PARAGRAPHS_A_TURN * len(found) else []


def _whose(turn: re.Match[str]) -> str:
    """Whose a turn is: a name in brackets behind a role, or what stands before the colon."""
    aside = turn["aside"] or ""
    return aside if _NAME.fullmatch(aside) else turn["name"]
