"""Transcripts as they are annotated in ``transcripts``; the README beside it says how."""

import re
from pathlib import Path

import attrs

FOLDER = Path(__file__).parent / "transcripts"
_MARK = re.compile(r"\{(?:(?P<key>[A-Z])(?P<more>\+?)|')\||\}")
_TITLES = {"mr", "mrs", "ms", "dr", "hon", "the", "deputy", "senator"}


def plain(name: str | None) -> str | None:
    """A name as it is compared: without capitals, stops, titles and articles."""
    if name is None:
        return None
    words = name.casefold().replace(".", " ").split()
    return " ".join(word for word in words if word not in _TITLES) or None


@attrs.frozen
class Turn:
    """What one person says: the stretches of the text, and the names that will do."""

    names: frozenset[str | None]
    parts: tuple[tuple[int, int], ...]


@attrs.frozen(kw_only=True)
class Transcript:
    """A transcript without its annotation, and what the annotation says."""

    id: str
    style: str
    read_as: str
    text: str
    speakers: dict[str, frozenset[str | None]]
    turns: tuple[Turn, ...]
    quotations: tuple[str, ...]

    def said(self, turn: Turn) -> list[list[str]]:
        """The words of a turn, stretch by stretch."""
        return [self.text[start:end].split() for start, end in turn.parts]

    def gaps(self, turn: Turn) -> list[str]:
        """What stands between the stretches of a turn and is no part of it."""
        starts_and_ends = zip(turn.parts, turn.parts[1:], strict=False)
        return [" ".join(self.text[end:start].split()) for (_, end), (start, _) in starts_and_ends]


def _speakers(header: str) -> dict[str, frozenset[str | None]]:
    speakers: dict[str, frozenset[str | None]] = {}
    for line in header.splitlines():
        key, _, names = line.partition(": ")
        if len(key.split()[0]) == 1:
            accepted = {plain(name) for name in names.split(" / ")}
            speakers[key[0]] = frozenset(accepted | {None} if key.endswith("(label)") else accepted)
    return speakers


def transcript(path: Path) -> Transcript:
    """Read an annotated transcript."""
    header, _, annotated = path.read_text(encoding="utf8").partition("\n---\n")
    speakers = _speakers(header)
    options = dict(line.split(": ", 1) for line in header.splitlines())
    turns: list[Turn] = []
    quotations: list[str] = []
    text, last = "", 0
    opened: list[tuple[str, bool, int]] = []
    for mark in _MARK.finditer(annotated):
        text += annotated[last : mark.start()]
        last = mark.end()
        if mark[0] != "}":
            opened.append((mark["key"] or "'", bool(mark["more"]), len(text)))
            continue
        key, goes_on, start = opened.pop()
        if key == "'":
            quotations.append(" ".join(text[start:].split()))
        elif goes_on:
            turns[-1] = attrs.evolve(turns[-1], parts=(*turns[-1].parts, (start, len(text))))
        else:
            turns.append(Turn(speakers[key], ((start, len(text)),)))
    assert not opened, path
    return Transcript(
        id=path.stem,
        style=options["style"],
        read_as=options.get("read_as", "text"),
        text=text + annotated[last:],
        speakers=speakers,
        turns=tuple(turns),
        quotations=tuple(quotations),
    )


def transcripts() -> list[Transcript]:
    """All of them, in the order of their names."""
    return [transcript(path) for path in sorted(FOLDER.glob("*.txt"))]
