"""Who said what, do the outlets agree on the words, and did they really say it.

Four verbs: ``parse`` finds the quotes of a text and who said them, ``compare`` lays
several documents' quotes side by side, ``verify`` looks for a claimed quote in sources,
and ``check`` verifies every quote of a draft.
"""

from quoteverify.models import Document
from quoteverify.reading.parser import parse, parse_many, read

__all__ = ["Document", "parse", "parse_many", "read"]
