"""What invented, drawn and example texts are answered, line by line: no change of an answer goes unseen.

    PYTHONPATH=tests python tests/test_answers.py

writes ``tests/answers`` anew, for a change that is meant: read the lines that differ before you commit them.
The figures (``test_figures.py``) say whether answers are right; here it is enough that they are what they
were. Of drawn texts, of the examples of the data and of the halves that are held back a digest is kept each;
after that command, a name such as ``examples`` prints the answers themselves. (Nobody reads the errors of the
halves that are held back.)
"""

import hashlib
import re
import sys
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import drawn
import pytest
from bench import measure_collation, measure_reading

import quoteverify as qv
from quoteverify.models import Alignment, Difference, Document, Passage, Quote, Span, Verification
from quoteverify.reading.marks.pairing import marked_spans

FOLDER = Path(__file__).parent / "answers"
SEEDS = Path(__file__).parents[1] / "seeds"
ENGLISH = qv.language("en")
Lines = Iterator[str]
Answers = Iterator[tuple[str, Lines]]


def places(spans: tuple[Span, ...] | Span | None) -> str:
    """Spans as they are listed here."""
    given = (spans,) if isinstance(spans, Span) else spans or ()
    return ",".join(f"{span.start}-{span.end}" for span in given) or "nowhere"


def printed(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:28]} ... {text[-27:]}")


# Reading


def of_quote(quote: Quote, text: str) -> Lines:
    marks = " ".join(mark.open + mark.close for mark in quote.marks)
    yield f"{places(quote.spans)} {quote.kind} ({quote.kind_rule}) {marks} {printed(quote.text)}"
    said = quote.attribution
    if said.speaker is None and said.mention is None:
        return
    name = said.speaker.name if said.speaker else None
    yield f"    {name} by {said.reason}, {said.resolution}: {said.confidence:.2f}"
    for role in ("mention", "antecedent", "cue", "addressee"):
        if span := getattr(said, role):
            yield f"    {role} {places(span)} {span.of(text)!r}"


def of_document(document: Document) -> Lines:
    for speaker in document.speakers:
        yield f"{speaker.name} ({speaker.kind}): {', '.join(speaker.aliases)}"
    for quote in document.quotes:
        yield from of_quote(quote, document.text)


# Collation


def of_difference(difference: Difference) -> str:
    marked, passage = "marked " if difference.marked else "", difference.passage
    return (
        f"{marked}{difference.severity} {difference.kind} {difference.operation} by {difference.rule}"
        f" {'' if passage is None else f'[{passage}] '}{places(difference.a)} {printed(difference.a_text)}"
        f" > {places(difference.b)} {printed(difference.b_text)}"
    )


def of_passage(passage: Passage) -> str:
    return f"{passage.document_id} {places(passage.spans)} {passage.similarity:.3f}"


def of_verification(found: Verification) -> Lines:
    yield (
        f"{found.wording} ({found.wording_rule}), {found.speaker_finding} ({found.speaker_rule}),"
        f" {found.context} ({found.context_rule}) {places(found.surroundings)}"
    )
    for what, passages in (("at", found.passages), ("or at", found.alternatives)):
        yield from (f"    {what} {of_passage(passage)}" for passage in passages)
    if found.nearest:
        yield f"    near {of_passage(found.nearest)}"
    yield from (f"    {of_difference(difference)}" for difference in found.differences)
    for other in found.other_wordings:
        yield f"    otherwise {of_passage(other.passage)}"
        yield from (f"        {of_difference(difference)}" for difference in other.differences)


def of_alignment(alignment: Alignment) -> Lines:
    segments = "; ".join(f"{places(segment.a)} {places(segment.b)}" for segment in alignment.segments)
    yield f"{alignment.wording} {alignment.similarity:.3f}: {segments}"
    yield from (f"    {of_difference(difference)}" for difference in alignment.differences)


def of_claims(half: str, source: str) -> Lines:
    """A claim in its own source and in all of them, and beside the words that it was made from."""
    documents, claims = measure_collation.read_claims(measure_collation.ALTERATIONS)
    own, every = [d for d in documents if d.id == source], qv.SourceIndex(documents)
    for claim in claims:
        if (claim.document_id, claim.half) == (source, half):
            yield ""
            yield f"[{claim.shape}] {claim.text!r}"
            alone, among = list(of_verification(qv.verify(claim.text, own))), []
            among = list(of_verification(qv.verify(claim.text, every)))
            yield from alone
            yield from (among if among != alone else ["the same among all"])
            yield from of_alignment(qv.align(claim.base, claim.text)) if claim.base else ()


# Both


def of_article(path: Path) -> Lines:
    """An article, and what it says of its own quotes as of a draft's."""
    document = qv.parse(measure_reading.read_article(path).text, id=path.stem)
    yield from of_document(document)
    for verification in qv.check(document, [document]).verifications:
        yield from of_verification(verification)


def of_seeds() -> Lines:
    """Two real reports side by side."""
    comparison = qv.compare([qv.read(SEEDS / f"{name}.txt") for name in ("first", "second")])
    for statement in comparison.statements:
        speakers = ", ".join(speaker.name for speaker in statement.speakers)
        yield ""
        yield f"{speakers}{' (disputed)' if statement.disputed else ''} {statement.base} {statement.first}"
        for variant in statement.variants:
            yield f"{variant.document_id} {variant.quote_id} {places(variant.spans)} {variant.wording}"
            yield from (f"    {of_difference(difference)}" for difference in variant.differences)
        yield from (f"    {column.differs} {column.cells}" for column in statement.columns)


def articles(half: str) -> Answers:
    for path in sorted(measure_reading.ARTICLES.glob(f"{half}*.txt")):
        yield path.stem, of_article(path)


def claims(half: str) -> Answers:
    for path in sorted(measure_collation.ALTERATIONS.glob("*.toml")):
        if path.stem != "shapes":
            yield path.stem, of_claims(half, path.stem)


# Drawn, and the examples of the data


def marks() -> Answers:
    for number, text in enumerate(drawn.marked_texts(400)):
        found = marked_spans(text, ENGLISH)
        yield (
            f"{number} {text!r}",
            (
                f"{one.depth}{' again' * one.continues} {places(one.span)} {one.marks.open} {one.marks.close}"
                for one in found
            ),
        )


def reports() -> Answers:
    for number, text in enumerate(drawn.reports(150)):
        yield f"{number} {text!r}", of_document(qv.parse(text))


def wordings() -> Answers:
    documents, _ = measure_collation.read_claims(measure_collation.ALTERATIONS)
    split = re.compile(r"(?<=[.?!]) +|\n+").split
    sentences = [sentence for document in documents for sentence in split(document.text) if sentence]
    source = qv.SourceIndex(documents)
    for number, (said, claim) in enumerate(drawn.wordings(sentences, 400)):
        answers = of_alignment(qv.align(said, claim)), of_verification(qv.verify(claim, source))
        yield f"{number} {claim!r}", chain(*answers)


def examples() -> Answers:
    """Each row that people keep, and what its example is read as: two wordings or a text."""
    for table, rows in ENGLISH.tables.items():
        for row in rows:
            if LEARNED.isdisjoint(row.values):
                a, two, b = row.example.partition(" / ")
                answers = of_alignment(qv.align(a, b)) if two else of_document(qv.parse(a))
                yield f"{table} {row.words[0]}", chain([f"{row.words} {sorted(row.values.items())}"], answers)


LEARNED = {"weight", "least"}
"""Columns of tables that a program wrote."""


IN_LINES = {**dict(articles("a")), **dict(claims("a")), "seeds": of_seeds()}
IN_DIGESTS: dict[str, Callable[[], Answers]] = {
    "held_back": lambda: chain(articles("b"), claims("b")),
    "drawn_marks": marks,
    "drawn_reports": reports,
    "drawn_wordings": wordings,
    "examples": examples,
}


def digests(name: str) -> Lines:
    """Of each text a number, which is another where a line of its answer is."""
    for key, lines in IN_DIGESTS[name]():
        digest = hashlib.sha256("\n".join(lines).encode("utf8", "surrogatepass")).hexdigest()
        yield f"{digest[:8]} {key.split(' ')[0] if name.startswith('drawn') else key}"


def kept(name: str) -> list[str]:
    return (FOLDER / f"{name}.txt").read_text(encoding="utf8").split("\n")[:-1]


@pytest.mark.parametrize("name", IN_LINES)
def test_the_answers_are_what_they_were(name):
    assert list(IN_LINES[name]) == kept(name)


@pytest.mark.parametrize("name", IN_DIGESTS)
def test_no_answer_is_another(name):
    # `python tests/test_answers.py NAME` prints the answers themselves, to be held against those of before.
    assert list(digests(name)) == kept(name)


def main() -> None:
    """Write everything anew, or print the answers of what has only digests here."""
    for name in sys.argv[1:]:
        for key, lines in IN_DIGESTS[name]():
            print(f"\n{key}", *lines, sep="\n    ")
    if sys.argv[1:]:
        return
    for name in (*IN_LINES, *IN_DIGESTS):
        lines = IN_LINES[name] if name in IN_LINES else digests(name)
        (FOLDER / f"{name}.txt").write_text("".join(f"{line}\n" for line in lines), encoding="utf8")


if __name__ == "__main__":
    main()
