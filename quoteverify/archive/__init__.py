"""Sources and quotes kept in one SQLite file, for more articles than memory holds."""

from quoteverify.archive.store import Appearance, Archive

__all__ = ["Appearance", "Archive"]
