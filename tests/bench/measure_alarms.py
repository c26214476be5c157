"""Count for which quotations verification would stop a reader, rightly or not.

    python tests/bench/measure_alarms.py [--errors] [--floors]

The cases lie in ``tests/collation/verify/alarms``, whose README says how they are written. Each source is
parsed and each quotation verified, or the draft around it checked. Prints how many cases of each shape come
out as they should. ``--errors`` prints the others, with what came instead; ``--floors`` raises what the tests
hold to where a shape has gained.
"""

import argparse
import re
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import attrs

import quoteverify as qv
from quoteverify.models import Verification

ALARMS = Path(__file__).parents[1] / "collation" / "verify" / "alarms"
FLOORS = ALARMS / "floors.toml"
SUITES = ("whose_words", "sense")
# Whether a person should look at the quotations of a file.
FILES = {"faithful": False, "stopped": True}


@attrs.frozen(kw_only=True)
class Case:
    """A quotation, its sources, and its speaker or its draft where it is asked whose words it has."""

    suite: str
    file: str
    shape: str
    sources: tuple[str, ...]
    claim: str
    speaker: str | None = None
    draft: str | None = None
    format: str | None = None

    @property
    def stops(self) -> bool:
        """Whether a person should look."""
        return FILES[self.file]


def read_cases() -> Iterator[Case]:
    """All cases, in the order of their files."""
    for suite in SUITES:
        for file in FILES:
            shapes = tomllib.loads((ALARMS / suite / f"{file}.toml").read_text(encoding="utf8"))
            for shape, rows in shapes.items():
                for row in rows:
                    sources = tuple(row.pop("sources", None) or (row.pop("source"),))
                    yield Case(suite=suite, file=file, shape=shape, sources=sources, **row)


def only_words(text: str) -> str:
    """The letters and figures of a text, a space between words: marks and stops are no part of a claim.

    >>> only_words("“It’s late,”")
    'its late'
    """
    return re.sub(r"\W+", " ", re.sub("['’]", "", text.lower())).strip()


def documents(case: Case) -> list[qv.Document]:
    """A case's sources as a caller has them: parsed, or read from files of their format."""
    if case.format is None:
        return [qv.parse(text, id=str(number)) for number, text in enumerate(case.sources)]
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number}.{case.format}" for number, _ in enumerate(case.sources)]
        for path, text in zip(paths, case.sources, strict=True):
            path.write_text(text, encoding="utf8")
        return [qv.read(path) for path in paths]


def found_for(case: Case) -> Verification | None:
    """What is found for a case's quotation; None if a check of its draft leaves it out."""
    sources = documents(case)
    if case.draft is None:
        return qv.verify(case.claim, sources, speaker=case.speaker)
    claim = only_words(case.claim)
    return next(
        (v for v in qv.check(case.draft, sources).verifications if claim in only_words(v.claim)), None
    )


@attrs.frozen
class Answer:
    """What came of a case; whether it is right and, in a line, what was found."""

    case: Case
    right: bool
    shown: str


def judged(case: Case) -> Answer:
    """Verify a case and hold it against what should come of it."""
    found = found_for(case)
    if found is None:
        return Answer(case, False, "left out of the check")
    speakers = [str(p.speaker.name) if p.speaker else "-" for p in found.passages]
    findings = (
        found.wording,
        f"{found.speaker_finding} {speakers}: {found.speaker_rule}",
        f"{found.context}: {found.context_rule}",
    )
    differences = (f"{d.kind}/{d.severity} {d.a_text!r} > {d.b_text!r}" for d in found.differences)
    return Answer(case, found.stops == case.stops, "; ".join((*findings, *differences)))


def counts(answers: list[Answer]) -> dict[str, dict[str, Counter[str]]]:
    """How many cases are right, by suite, file and shape; a shape of which none is has a 0."""
    right = {suite: {file: Counter[str]() for file in FILES} for suite in SUITES}
    for answer in answers:
        right[answer.case.suite][answer.case.file][answer.case.shape] += answer.right
    return right


def floors(answers: list[Answer]) -> str:
    """The table of what the tests hold: the counts, and nowhere less than the table has now."""
    held = tomllib.loads(FLOORS.read_text(encoding="utf8"))
    lines = [
        "# How many cases of each shape come out right. Raised by tests/bench/measure_alarms.py --floors."
    ]
    for suite, files in counts(answers).items():
        for file, shapes in files.items():
            lines += ["", f"[{suite}.{file}]"]
            lines += [f'"{shape}" = {max(n, held[suite][file].get(shape, 0))}' for shape, n in shapes.items()]
    return "\n".join(lines) + "\n"


def report(answers: list[Answer], *, errors: bool) -> None:
    """Print the counts, and the cases that are wrong if asked for."""
    of = Counter((a.case.suite, a.case.file, a.case.shape) for a in answers)
    for suite, files in counts(answers).items():
        for file, shapes in files.items():
            total = sum(n for (s, f, _), n in of.items() if (s, f) == (suite, file))
            print(f"{suite}, {file}: {sum(shapes.values())} of {total}")
            for shape, n in shapes.items():
                print(f"{n:5} of {of[suite, file, shape]}  {shape}")
            print()
    for answer in answers if errors else ():
        if not answer.right:
            case = answer.case
            print(f"{case.suite}, {case.file}, {case.shape}: {' | '.join(case.sources)!r}")
            print(f"    {case.claim!r}, {case.speaker or case.draft!r}\n      {answer.shown}")


def main() -> None:
    """Judge the cases, print what came of them, and raise the floors if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--errors", action="store_true", help="print the cases that are wrong")
    parser.add_argument("--floors", action="store_true", help="raise the tests' floors to the counts")
    arguments = parser.parse_args()
    answers = [judged(case) for case in read_cases()]
    report(answers, errors=arguments.errors)
    if arguments.floors:
        FLOORS.write_text(floors(answers), encoding="utf8")


if __name__ == "__main__":
    main()
