"""RTF to running text."""

import re
from typing import Any

from quoteverify.errors import MissingExtraError, UnreadableSourceError

_FONTS = re.compile(r"\\fonttbl(?P<fonts>[^;]{300}|.{100000})?", re.DOTALL)
"""The table of fonts; what is so long is none. A guard, as what looks for fonts goes back and forth in it."""
_BEFORE = re.compile(r"(?=\{|\\f\d|\\fldinst)")
"""Where a line may end, of which RTF takes no note: what looks for fonts and links does not go beyond."""


def article_of_rich_text(raw: bytes) -> dict[str, Any]:
    """Take the text of an RTF file.

    Args:
        raw: The file, whose own head says how its letters are written.

    Returns:
        ``text``: paragraphs parted by a blank line, without notes; "" where there are no words.

    Raises:
        MissingExtraError: The extra ``rtf`` is not installed.
        UnreadableSourceError: The file is broken.
    """
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        raise MissingExtraError(
            f"an RTF file needs striprtf: pip install 'quoteverify[rtf]' ({error})"
        ) from error
    source = _FONTS.sub(lambda found: "" if found["fonts"] else found[0], raw.decode("latin-1"))
    try:
        text: str = rtf_to_text(_BEFORE.sub("\n", source), errors="replace")
    # A broken file fails wherever its reader happens to be.
    except Exception as error:
        raise UnreadableSourceError(f"the RTF is broken: {error}") from error
    return {"text": "\n\n".join(line.strip() for line in text.splitlines() if line.strip())}
