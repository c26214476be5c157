"""Words cut to what fits on a line, for what a record says of itself."""

SHORT = 50
"""In code points: about half a line of a terminal."""


def brief(text: str) -> str:
    r"""The beginning of a text on one line, cut between words where it is long.

    >>> brief("We sail\n at noon."), brief("We sail at noon, and nobody will wait for the mail or for you.")
    ('We sail at noon.', 'We sail at noon, and nobody will wait for the mail…')
    """
    # Of a long text the rest need not be looked at.
    words = " ".join(text[: 4 * SHORT].split())
    if len(words) <= SHORT:
        return words
    return f"{words[: SHORT + 1].rpartition(' ')[0] or words[:SHORT]}…"
