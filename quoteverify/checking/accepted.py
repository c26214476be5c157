"""Findings that a person has looked at and let stand: kept by the quotation and what its source prints.

A finding is looked at again as soon as the quotation, its speaker, the words of the source or the finding
itself are others than they were.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import attrs

from quoteverify.errors import ExchangeFormatError, UnreadableSourceError, check_type
from quoteverify.models import CheckReport, Passage, Verification
from quoteverify.text.files import write_whole

Entry = dict[str, Any]
"""A finding as the file keeps it."""


class Accepted:
    """The findings that are accepted.

    Args:
        entries: Findings, as ``entry_of`` gives them.

    >>> from quoteverify import check
    >>> report = check("Ada Aas said: “We will sell.”", "“We will not sell,” said Ada Aas.")
    >>> accepted = Accepted()
    >>> accepted.add(report), report.stops, accepted.applied(report).stops
    (1, True, False)
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries = {_key(entry): entry for entry in entries}

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, found: object) -> bool:
        """Whether a finding is accepted."""
        return isinstance(found, Verification) and _key(entry_of(found)) in self._entries

    def add(self, report: CheckReport) -> int:
        """Accept all findings of a report that a person should look at.

        Returns:
            How many were not accepted before.
        """
        before = len(self)
        for found in report.verifications:
            if found.stops:
                entry = entry_of(found)
                self._entries[_key(entry)] = entry
        return len(self) - before

    def applied(self, report: CheckReport) -> CheckReport:
        """A report in which those of its findings that stop it and are accepted are said to be so."""
        accepted = [id for id, found in report.pairs() if id and found.stops and found in self]
        return attrs.evolve(report, accepted=accepted)

    def write(self, path: str | Path) -> None:
        """Write the findings to a file, for people and ``diff`` to read, in the order of the quotations.

        Raises:
            OSError: It cannot be written; what stood there before stays as it was.
        """
        entries = sorted(self._entries.values(), key=_key)
        write_whole(path, json.dumps(entries, indent=1, ensure_ascii=False) + "\n")


def read_accepted(path: str | Path) -> Accepted:
    """Read a file that ``Accepted.write`` wrote.

    Raises:
        ArgumentTypeError: ``path`` is something else.
        UnreadableSourceError: There is no such file, or it cannot be read.
        ExchangeFormatError: It holds something else.
    """
    check_type("path", path, str, Path)
    try:
        entries = json.loads(Path(path).read_bytes())
    except OSError as error:
        raise UnreadableSourceError(f"cannot read {str(path)!r}: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise ExchangeFormatError(f"{str(path)!r} holds no accepted findings: {error}") from error
    if not isinstance(entries, list) or not all(map(_is_entry, entries)):
        raise ExchangeFormatError(f"{str(path)!r} holds no accepted findings")
    return Accepted(entries)


_KEYS = ("quotation", "speaker", "findings", "source")


def _is_entry(entry: Any) -> bool:
    return isinstance(entry, dict) and set(_KEYS) <= entry.keys() and isinstance(entry["quotation"], str)


def entry_of(found: Verification) -> Entry:
    """What is kept of a finding: the quotation, who is said to have said it, what was found, and where."""
    findings = (found.wording, found.speaker_finding, found.context, found.citation_finding)
    return {
        "quotation": _plain(found.claim),
        "speaker": found.speaker.name if found.speaker else None,
        "findings": [finding.value for finding in findings],
        "source": list(map(_printed, found.passages)),
    }


def _printed(passage: Passage) -> dict[str, str]:
    """What a source prints, with what stands around it."""
    return {
        "name": passage.source or passage.document_id,
        "words": _plain(passage.text),
        "around": _plain(passage.excerpt),
    }


def _key(entry: Entry) -> str:
    return json.dumps([entry[name] for name in _KEYS], sort_keys=True)


def _plain(text: str) -> str:
    """A text for comparison: wrapped otherwise it is the same."""
    return " ".join(text.split())
