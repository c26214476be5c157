"""Measure collation on the claims of ``tests/collation/alterations``, whose README says how they are written.

    python tests/bench/measure_collation.py [FOLDER] [--errors]

Each claim is verified against its own text and against all of them, and aligned with the words it was made
from. Prints, by shape of alteration and for both halves, ``a`` for development and ``b``, held back, how many
are right. ``--errors`` prints what went wrong in half ``a``.
"""

import argparse
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import attrs

import quoteverify as qv
from quoteverify.models import Difference, Verification

ALTERATIONS = Path(__file__).parents[1] / "collation" / "alterations"
FIGURES = ("verdict", "place", "within 3", "verdict all", "place all", "recall", "precision", "meaning")
CUT, ASIDE, JOINT, SWAP = "~", "#", ">", "↔"
LIGATURES = {"ff": 0xFB00, "fi": 0xFB01, "fl": 0xFB02, "ffi": 0xFB03, "ffl": 0xFB04}

Range = tuple[int, int]


@attrs.frozen(kw_only=True)
class Shape:
    """What is right for a shape of alteration."""

    verdict: frozenset[str]
    kinds: tuple[frozenset[str], ...] = ()
    also: frozenset[str] = frozenset()
    changed: bool | None = None
    absent: bool = False


@attrs.frozen(kw_only=True)
class Claim:
    """A claim, where its words stand, and the wording of the source that it was made from."""

    document_id: str
    shape: str
    half: str
    text: str
    base: str
    spans: tuple[Range, ...]
    joints: int = 0
    # Letters or spaces of the source are printed otherwise than the claim writes them.
    other_print: bool = False


@attrs.define
class Score:
    """How many were right, of how many."""

    right: int = 0
    of: int = 0

    def add(self, right: int, of: int = 1) -> None:
        """Count some more."""
        self.right, self.of = self.right + right, self.of + of

    def __str__(self) -> str:
        return f"{self.right}/{self.of}" if self.of else ""


# What is written


def read_shapes(path: Path) -> dict[str, Shape]:
    """The table of shapes."""
    shapes = {}
    for name, row in tomllib.loads(path.read_text(encoding="utf8"))["shapes"].items():
        kinds = [(k.removesuffix("?").split("|"), k.endswith("?")) for k in row.get("kinds", ())]
        shapes[name] = Shape(
            verdict=frozenset(row["verdict"]),
            kinds=tuple(frozenset(k) for k, optional in kinds if not optional),
            also=frozenset(name for k, optional in kinds if optional for name in k),
            changed=row.get("changed"),
            absent=row.get("absent", False),
        )
    return shapes


def as_printed(written: str) -> str:
    """A pattern for words as a source may print them: over lines, and with ligatures."""
    pattern = re.sub(r"(?:\\ )+", r"\\s+", re.escape(written))
    return re.sub(r"ffi|ffl|ff|fi|fl", lambda m: f"(?:{m[0]}|{chr(LIGATURES[m[0]])})", pattern)


def read_claim(line: str, document: qv.Document, shape: str, half: str) -> Claim:
    """Resolve a claim as it is written: what it says, and the place of its words in the text.

    Raises:
        ValueError: The words of the source stand nowhere in it, or in several places.
    """
    passages, claim, joints = [""], "", 0
    pieces: list[tuple[int, int, str]] = []  # of each: its passage, its group, and what it is
    groups = 0
    for piece in re.split(r"(\{[^{}]*\})", line.replace("↵", "\n")):
        inner = piece[1:-1] if piece.startswith("{") else None
        if inner is None:
            old, new, sort = piece, piece, ""
        elif inner.startswith(JOINT):
            claim, joints, groups = claim + inner[1:], joints + 1, 0
            passages.append("")
            continue
        elif inner.startswith(CUT):
            old, new, sort = inner[1:], "", CUT
        elif inner.startswith(ASIDE):
            old, _, new = inner[1:].partition("|")
            sort = ASIDE
        elif SWAP in inner:
            first, between, last = inner.split(SWAP)
            old, new, sort = first + between + last, last + between + first, "swap"
        else:
            old, _, new = inner.partition("|")
            sort = "edit"
        claim += new
        if old:
            groups += 1
            passages[-1] += f"({as_printed(old)})"
            pieces.append((len(passages) - 1, groups, sort))
    spans, bases, other = [], [], False
    for i, pattern in enumerate(passages):
        found = list(re.finditer(pattern, document.text))
        if len(found) != 1:
            raise ValueError(f"{document.id}: {len(found)} places for {line!r}")
        here = [(found[0].span(group), sort) for at, group, sort in pieces if at == i]
        bases.append(" ".join(document.text[s:e] for s, e in joined(here, {ASIDE})))
        spans += joined(here, {ASIDE, CUT})
        kept = [document.text[s:e] for (s, e), sort in here if not sort]
        other |= any(text not in claim for text in kept)
    return Claim(
        document_id=document.id,
        shape=shape,
        half=half,
        text=claim.strip(),
        base=bases[0],
        spans=tuple(spans),
        joints=joints,
        other_print=other,
    )


def joined(pieces: Sequence[tuple[Range, str]], without: set[str]) -> list[Range]:
    """The runs that pieces make, but for those of some sorts."""
    runs: list[Range] = []
    for (start, end), sort in pieces:
        if sort in without:
            continue
        if runs and runs[-1][1] == start:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs


def read_claims(folder: Path) -> tuple[list[qv.Document], list[Claim]]:
    """Every text and claim; of each shape, the first claim is of half ``a``, the next of ``b``, and so on."""
    documents, claims = [], []
    counts: dict[str, int] = defaultdict(int)
    for path in sorted(folder.glob("*.toml")):
        if path.name == "shapes.toml":
            continue
        data = tomllib.loads(path.read_text(encoding="utf8"))
        documents.append(document := qv.Document(id=path.stem, text=data["text"]))
        for shape, lines in data["claims"].items():
            for line in lines.strip(" \n").split("\n"):
                half = "ab"[counts[shape] % 2]
                counts[shape] += 1
                if shape.startswith("absent"):
                    claims.append(
                        Claim(document_id=path.stem, shape=shape, half=half, text=line, base="", spans=())
                    )
                else:
                    claims.append(read_claim(line, document, shape, half))
    return documents, claims


# What is answered


def verdict(found: Verification) -> str:
    """The finding in five words."""
    if found.wording in ("verbatim", "partial"):
        return "cosmetic" if any(d.kind != "truncation" for d in found.differences) else "exact"
    if found.wording == "spliced":
        return "edited" if all(d.marked or d.severity == "cosmetic" for d in found.differences) else "altered"
    return "altered" if found.wording == "paraphrase" else str(found.wording.value)


def coarse(difference: Difference) -> str:
    """The kind of a difference, in nine classes."""
    kind = str(difference.kind.value)
    if kind in ("ellipsis", "bracket", "truncation", "reorder", "splice"):
        return kind
    if kind in ("glyph", "spacing", "case", "punctuation"):
        return "cosmetic"
    if kind in ("spelling", "number_format", "contraction", "typo"):
        return "minor"
    if not difference.a_text.strip():
        return "insertion"
    return "substitution" if difference.b_text.strip() else "omission"


def overlap(ours: Iterable[Range], theirs: Iterable[Range]) -> float:
    """The share of the characters of both that is common to both."""
    mine = {i for start, end in ours for i in range(start, end)}
    others = {i for start, end in theirs for i in range(start, end)}
    return len(mine & others) / max(1, len(mine | others))


def place(claim: Claim, found: Verification) -> tuple[bool, bool]:
    """Whether it is found where it stands: 8 of 10 characters common to both, and within 3 at the ends."""
    spans = [(s.start, s.end) for p in found.passages for s in p.spans if p.document_id == claim.document_id]
    if not spans or found.passages[0].document_id != claim.document_id:
        return False, False
    whole = (min(s for s, _ in spans), max(e for _, e in spans))
    outer = (claim.spans[0][0], claim.spans[-1][1])
    near = abs(whole[0] - outer[0]) + abs(whole[1] - outer[1]) <= 3
    if len(claim.spans) == 1:
        return overlap([whole], [outer]) >= 0.8, near
    share = overlap(spans, claim.spans)
    if not claim.joints:  # an interrupted quote is in its place with and without what interrupts it
        return max(share, overlap([whole], [outer])) >= 0.8, share >= 0.97 or near
    return share >= 0.8, share >= 0.97


def kinds_right(shape: Shape, differences: Sequence[Difference]) -> dict[str, tuple[int, int]]:
    """By figure: how many kinds are found, how many found are right, whether a change of meaning is told."""
    kinds = {coarse(d) for d in differences} or {"identical"}
    accepted = shape.also.union(*shape.kinds)
    answer = {
        "recall": (sum(bool(k & kinds) for k in shape.kinds), len(shape.kinds)),
        "precision": (len(kinds & accepted), len(kinds)),
    }
    if shape.changed is not None:
        changed = any(d.severity == "substantive" for d in differences)
        answer["meaning"] = changed == shape.changed, 1
    return answer


def in_other_print(shape: Shape) -> Shape:
    """What is right where the claim, besides, writes a line break or a ligature otherwise than the source."""
    return attrs.evolve(
        shape,
        verdict=shape.verdict | ({"cosmetic"} if "exact" in shape.verdict else set()),
        kinds=tuple(k | {"cosmetic"} if "identical" in k else k for k in shape.kinds),
        also=shape.also | {"cosmetic"},
    )


def measure(
    documents: Sequence[qv.Document], claims: Sequence[Claim], shapes: dict[str, Shape]
) -> Iterator[tuple[Claim, dict[str, tuple[int, int]], str]]:
    """Of every claim: right and of how many by figure, and the answer in words."""
    single = {d.id: qv.SourceIndex([d]) for d in documents}
    every = qv.SourceIndex(documents)
    for claim in claims:
        shape = shapes[claim.shape]
        if claim.other_print:
            shape = in_other_print(shape)
        answer: dict[str, tuple[int, int]] = {}
        shown = []
        for index, suffix in ((single[claim.document_id], ""), (every, " all")):
            found = qv.verify(claim.text, index)
            said = verdict(found)
            answer[f"verdict{suffix}"] = said in shape.verdict, 1
            shown.append(f"{said} ({found.wording_rule})")
            if shape.absent or (said == "not_found" and "not_found" in shape.verdict):
                continue
            right, near = place(claim, found)
            answer[f"place{suffix}"] = right, 1
            if not suffix:
                answer["within 3"] = near, 1
                shown.append(f"at {[(s.start, s.end) for p in found.passages for s in p.spans]}")
        if not shape.absent:
            differences = qv.align(claim.base, claim.text).differences
            answer |= kinds_right(shape, differences)
            shown += [
                f"{coarse(d)}/{d.kind.value}/{d.severity.value} {d.a_text!r} > {d.b_text!r} ({d.rule})"
                for d in differences
            ]
        yield claim, answer, "\n      ".join(shown)


@attrs.define
class Tally:
    """What the answers come to: right and of how many by shape, half and figure; how many claims of each."""

    scores: dict[tuple[str, str, str], Score] = attrs.field(factory=lambda: defaultdict(Score))
    sizes: dict[str, int] = attrs.field(factory=lambda: defaultdict(int))

    def add(self, claim: Claim, answer: dict[str, tuple[int, int]]) -> None:
        """Count one claim, by its shape and among all."""
        self.sizes[claim.shape] += 1
        self.sizes[claim.half] += 1
        for figure, (right, of) in answer.items():
            self.scores[claim.shape, claim.half, figure].add(right, of)
            self.scores["all", claim.half, figure].add(right, of)


def report(rows: Iterable[tuple[Claim, dict[str, tuple[int, int]], str]], errors: bool) -> None:
    """Print the figures, and the errors of half ``a`` if asked for."""
    tally = Tally()
    for claim, answer, shown in rows:
        tally.add(claim, answer)
        wrong = [figure for figure, (right, of) in answer.items() if right < of]
        if errors and claim.half == "a" and wrong:
            print(f"{claim.shape} [{claim.document_id} {list(claim.spans)}]: {', '.join(wrong)}")
            print(f"    source {claim.base!r}\n    claim  {claim.text!r}\n      {shown}\n")
    scores, sizes = tally.scores, tally.sizes
    print(f"{'':52}" + "".join(f"{figure:>16}" for figure in FIGURES))
    for shape in [s for s in sizes if len(s) > 1] + ["all"]:
        cells = [f"{scores[shape, 'a', f]!s:>8}{scores[shape, 'b', f]!s:>8}" for f in FIGURES]
        print(f"{shape:52}" + "".join(cells))
    for half in "ab":
        shares = [scores["all", half, f] for f in FIGURES]
        print(f"{half}, {sizes[half]} claims".ljust(52) + "".join(f"{s.right / s.of:16.3f}" for s in shares))


def main() -> None:
    """Read the claims, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=ALTERATIONS)
    parser.add_argument("--errors", action="store_true", help="print what went wrong in half a")
    arguments = parser.parse_args()
    documents, claims = read_claims(arguments.folder)
    report(measure(documents, claims, read_shapes(arguments.folder / "shapes.toml")), arguments.errors)


if __name__ == "__main__":
    main()
