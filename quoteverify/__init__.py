"""Who said what, do the outlets agree on the words, and did they really say it.

Four verbs: ``parse`` finds the quotes of a text and who said them, ``compare`` lays
several documents' quotes side by side, ``verify`` looks for a claimed quote in sources,
and ``check`` verifies every quote of a draft.

>>> import quoteverify as qv
>>> [quote.speaker.name for quote in qv.parse("“We sail at noon,” said Ruth Vale.").quotes]
['Ruth Vale']

What each folder does is said in its ``__init__``, on the way to the one file that is meant:

- ``models`` is what everything hands round, with every kind, reason and severity there is; ``data`` all
  that is known of a language, a row a line, and what a house allows (``policies.toml``); ``text`` reads
  those rows.
- ``reading`` takes files (``sources``) and texts to quotes: ``marks``, ``syntax``, ``sieves`` (which
  mention spoke), ``people`` (who that is, a pronoun too), ``kinds`` (speech, or a term), ``reports`` and
  ``turns``.
- ``collation`` lays words side by side: ``differences`` (``rules`` names them with their severity),
  ``compare`` (statements, and the columns of their variants), ``verify``. ``checking`` goes through a
  draft.
- ``exchange`` makes JSON and rows, ``formats`` the files to write (``registry`` lists them), ``display``
  what is shown; ``archive`` keeps it all in a file, whose versions its ``file`` brings up to date.
- ``commands`` and ``serving`` are what a shell and a language model ask by, ``spark`` what a cluster does.

``CONTRIBUTING.md`` says for each of these how it is changed, and which tests hold it.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quoteverify.archive.store import Archive
    from quoteverify.checking.check import check
    from quoteverify.collation.compare.comparison import compare, compare_many
    from quoteverify.collation.differences.alignment import align
    from quoteverify.collation.pairs.pairing import pair
    from quoteverify.collation.verify.sources.source_index import SourceIndex
    from quoteverify.collation.verify.speech.said_by import said_by
    from quoteverify.collation.verify.verification import verify
    from quoteverify.errors import QuoteVerifyError
    from quoteverify.exchange.frames import to_frame
    from quoteverify.exchange.serialization import from_json, to_json
    from quoteverify.models import Correction, Document, Speaker
    from quoteverify.reading.corrections import correct
    from quoteverify.reading.explanation import explain
    from quoteverify.reading.parser import parse, parse_many
    from quoteverify.reading.sieves.custom import CustomSieve
    from quoteverify.reading.sources.files import read
    from quoteverify.reading.sources.folders import read_many
    from quoteverify.text.language import language

# Where each public name lives. It is imported when first used, so that a program that only parses
# does not pay for the collation, nor one that only aligns for the reading.
_HOMES = {
    "Archive": "archive.store",
    "Correction": "models",
    "CustomSieve": "reading.sieves.custom",
    "Document": "models",
    "QuoteVerifyError": "errors",
    "SourceIndex": "collation.verify.sources.source_index",
    "Speaker": "models",
    "align": "collation.differences.alignment",
    "check": "checking.check",
    "compare": "collation.compare.comparison",
    "compare_many": "collation.compare.comparison",
    "correct": "reading.corrections",
    "explain": "reading.explanation",
    "from_json": "exchange.serialization",
    "language": "text.language",
    "pair": "collation.pairs.pairing",
    "parse": "reading.parser",
    "parse_many": "reading.parser",
    "read": "reading.sources.files",
    "read_many": "reading.sources.folders",
    "said_by": "collation.verify.speech.said_by",
    "to_frame": "exchange.frames",
    "to_json": "exchange.serialization",
    "verify": "collation.verify.verification",
}

__all__ = [
    "Archive",
    "Correction",
    "CustomSieve",
    "Document",
    "QuoteVerifyError",
    "SourceIndex",
    "Speaker",
    "align",
    "check",
    "compare",
    "compare_many",
    "correct",
    "explain",
    "from_json",
    "language",
    "pair",
    "parse",
    "parse_many",
    "read",
    "read_many",
    "said_by",
    "to_frame",
    "to_json",
    "verify",
]


if not TYPE_CHECKING:  # a type checker would take any name for one that is here

    def __getattr__(name: str) -> Any:
        if name not in _HOMES:
            raise AttributeError(f"module 'quoteverify' has no attribute {name!r}")
        value = getattr(importlib.import_module(f"quoteverify.{_HOMES[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
