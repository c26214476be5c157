"""Text for terminals: each record as it reads well in a given width, with colour only when asked for.

``styled_text`` wraps runs of text on a screen and lets none of it be obeyed; ``difference_text`` marks and
lists what differs. ``article_text``, ``comparison_text`` and ``verification_text`` write each kind of
record with them, and ``rendering`` chooses among these; ``explanation_text`` is of no record.
"""

from quoteverify.display.terminal.comparison_text import comparison_in_parts
from quoteverify.display.terminal.explanation_text import explanation
from quoteverify.display.terminal.rendering import render

__all__ = ["comparison_in_parts", "explanation", "render"]
