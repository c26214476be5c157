"""Bytes to text, in the encoding that a person would have guessed.

A byte order mark says it; else UTF-8 shows itself, since text in another encoding is hardly ever
valid UTF-8; else it is what the Western press wrote before, Windows-1252. No statistics on letters:
a guess of that kind errs on short texts, and turns a quotation mark into another sign without a word.
Whoever knows better says so.
"""

import codecs

from quoteverify.errors import ArgumentValueError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOOKED_AT = 8000
"""How many bytes show whether a file is text: a NUL in them says no, as in git (xdiff-interface.c)."""
_CONTROLS = bytes({*range(32), 127} - {*b"\a\b\t\n\v\f\r\x1a\x1b"})
_MOST_CONTROLS = 0.02  # of the bytes looked at: a stray one is odd text, many are no text


def _as_control(error: UnicodeError) -> tuple[str, int]:
    """What browsers read where Windows-1252 has nothing (https://encoding.spec.whatwg.org/#windows-1252)."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("quoteverify.control", _as_control)


def decode(raw: bytes, encoding: str | None = None) -> str:
    r"""Decode a file's bytes, without the byte order mark.

    Args:
        raw: The bytes.
        encoding: What they are in, where that is known; a byte order mark wins.

    Returns:
        The text, line ends as they are. Bytes that are none in a text otherwise plainly UTF-8, or in the
        encoding given, become U+FFFD, one or a few together.

    Raises:
        ArgumentValueError: Python knows no text encoding of that name.

    >>> decode(b"\x93Yes,\x94 he said."), decode("“Yes,” he said.".encode())
    ('“Yes,” he said.', '“Yes,” he said.')
    """
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(name, "replace")
    if encoding is not None:
        try:
            return raw.decode(encoding, "replace")
        except (LookupError, UnicodeError) as error:
            raise ArgumentValueError(f"encoding must be one that Python knows, not {encoding!r}") from error
    try:
        return raw.decode()
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "replace")
    # One torn character in a long text is damage; in Windows-1252 nearly every sign beyond ASCII is torn.
    torn = text.count("\ufffd")
    if torn < sum(not character.isascii() for character in text) - torn:
        return text
    return raw.decode("cp1252", "quoteverify.control")


def is_binary(raw: bytes) -> bool:
    r"""Whether bytes are no text: a picture, an archive, a word processor's file.

    >>> is_binary(b"GIF89a\x00\x01"), is_binary("Text\n".encode("utf-16"))
    (True, False)
    """
    if any(raw.startswith(mark) for mark, _ in _MARKS):
        return False
    start = raw[:_LOOKED_AT]
    return b"\0" in start or len(start) - len(start.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(start)
