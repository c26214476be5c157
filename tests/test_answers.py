"""What the invented articles and claims are answered, line by line: no change of an answer goes unseen.

    PYTHONPATH=tests python tests/test_answers.py

writes ``tests/answers`` anew, for a change that is meant: read the lines that differ before you commit them.
The figures (``test_figures.py``) say whether answers are right; here it is enough that they are what they
were. Of the halves that are held back only a digest is kept, so that nobody reads their errors here.
"""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bench import measure_collation, measure_reading

import quoteverify as qv
from quoteverify.models import Alignment, Difference, Document, Passage, Quote, Span, Verification

FOLDER = Path(__file__).parent / "answers"
SEEDS = Path(__file__).parents[1] / "seeds"
Lines = Iterator[str]


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


def digests(answers: dict[str, Callable[[], Lines]]) -> Lines:
    """Of each, a number that is another where a line is."""
    for name, lines in answers.items():
        yield f"{name} {hashlib.sha256(chr(10).join(lines()).encode()).hexdigest()[:16]}"


def articles(half: str) -> dict[str, Callable[[], Lines]]:
    paths = sorted(measure_reading.ARTICLES.glob(f"{half}*.txt"))
    return {path.stem: lambda path=path: of_article(path) for path in paths}


def claims(half: str) -> dict[str, Callable[[], Lines]]:
    names = sorted(p.stem for p in measure_collation.ALTERATIONS.glob("*.toml") if p.stem != "shapes")
    return {name: lambda name=name: of_claims(half, name) for name in names}


ANSWERS = {
    **articles("a"),
    **claims("a"),
    "seeds": of_seeds,
    "held_back": lambda: digests({**articles("b"), **claims("b")}),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_the_answers_are_what_they_were(name):
    assert list(ANSWERS[name]()) == (FOLDER / f"{name}.txt").read_text(encoding="utf8").split("\n")[:-1]


if __name__ == "__main__":
    for name, lines in ANSWERS.items():
        (FOLDER / f"{name}.txt").write_text("".join(f"{line}\n" for line in lines()), encoding="utf8")
