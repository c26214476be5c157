"""Sources and quotes kept in one SQLite file, for more articles than memory holds.

``store`` is the door. ``file`` makes the file, tells it from others and brings an older one up to date
(``STEPS``); ``rows`` makes rows of documents and documents of rows. ``index`` finds the documents that
may hold a claim and ``search`` those that a person looks for; ``collated`` lays side by side what all of
them say.
"""

from quoteverify.archive.store import Appearance, Archive

__all__ = ["Appearance", "Archive"]
