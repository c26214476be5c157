"""Pairs of invented articles, one of which quotes and the other tells: which of them say one thing."""

import re
import tomllib
from pathlib import Path

import pytest
from reading.reports.retold import faithful, unfaithful

from quoteverify.archive.store import Archive
from quoteverify.collation.compare.comparison import compare, compare_many
from quoteverify.models import DifferenceKind, Document, Severity, Variant, Wording
from quoteverify.reading.parser import parse

SHAPES = tomllib.loads(Path(__file__).with_name("reported.toml").read_text(encoding="utf8"))["shape"]
PAIRS = {f"{s['name']} {n}": (pair, s["same"]) for s in SHAPES for n, pair in enumerate(s["pairs"])}
IN_PRINT = {DifferenceKind.CASE, DifferenceKind.PUNCTUATION, DifferenceKind.SPACING, DifferenceKind.GLYPH}


def article(marked: str, id: str, day: str) -> Document:
    return parse(re.sub("[{}]", "", marked), id=id, outlet=id, published=day)


def told(pair) -> list[Variant]:
    """The reports of the second article that are variants of what the first quotes."""
    days = pair.get("days", ["2031-03-03", "2031-03-03"])
    documents = [article(pair[id], id, day) for id, day in zip("ab", days, strict=True)]
    return [
        variant
        for statement in compare(documents, reports=True).statements
        if statement.variants[0].document_id == "a"
        for variant in statement.variants
        if variant.document_id == "b" and variant.report_id
    ]


@pytest.mark.parametrize("name", PAIRS)
def test_a_report_and_a_quotation_are_told_to_be_one_statement(name):
    pair, same = PAIRS[name]
    assert bool(told(pair)) is same


@pytest.mark.parametrize("name", [name for name, (_, same) in PAIRS.items() if same])
def test_what_a_report_changes_is_named_as_reporting_or_as_what_it_is(name):
    pair, _ = PAIRS[name]
    (variant,) = told(pair)
    kinds = [d.kind for d in variant.differences if d.kind not in IN_PRINT]
    assert sorted(kinds) == sorted(pair["kinds"])
    assert variant.is_reported


FIRST = "“We will close the Kell bridge to lorries in May,” said the mayor, Ruth Vale."
SECOND = "It rained. Ruth Vale said on Monday that they would close the Kell bridge to lorries in May."


def both() -> list[Document]:
    return [article(FIRST, "a", "2031-03-03"), article(SECOND, "b", "2031-03-04")]


def test_reports_are_read_only_where_they_are_asked_for():
    (statement,) = compare(both()).statements
    assert [variant.report_id for variant in statement.variants] == [None, None]
    assert statement.variants[1].text == "close the Kell bridge to lorries in May"


def test_a_report_stands_where_its_article_has_it_and_its_differences_in_both():
    (statement,) = compare(both(), reports=True).statements
    variant = statement.variants[1]
    assert [span.of(SECOND) for span in variant.spans] == [
        "they would close the Kell bridge to lorries in May"
    ]
    assert [(d.a.of(FIRST), d.b.of(SECOND)) for d in variant.differences] == [
        ("We", "they"), ("will", "would"), (",", ""),
    ]  # fmt: skip
    assert (variant.wording, statement.severity) == (Wording.VERBATIM, Severity.COSMETIC)


def test_a_report_that_is_split_is_one_variant_of_two_spans():
    text = "The Kell bridge, Ruth Vale said, would close to lorries in May."
    said = "“The Kell bridge will close to lorries in May,” said Ruth Vale."
    (statement,) = compare([parse(said, id="a"), parse(text, id="b")], reports=True).statements
    variant = statement.variants[1]
    assert [span.of(text) for span in variant.spans] == ["The Kell bridge", "would close to lorries in May"]
    assert [(d.a.of(said), d.b.of(text)) for d in variant.differences] == [("will", "would"), (",", "")]


def test_a_report_names_the_speaker_of_what_others_quote_of_nobody():
    said = "Everybody read “We will close the Kell bridge to lorries in May” the next day."
    (statement,) = compare([parse(said, id="a"), both()[1]], reports=True).statements
    assert statement.speaker
    assert (statement.speaker.name, len(statement.variants)) == ("Ruth Vale", 2)


def test_an_article_that_quotes_the_words_reports_them_no_second_time():
    more = parse(f"{FIRST} {SECOND}", id="b")
    (statement,) = compare([both()[0], more], reports=True).statements
    assert [variant.report_id for variant in statement.variants] == [None, None]


def test_documents_that_come_once_give_the_same():
    assert list(compare_many(iter(both()), reports=True)) == list(compare(both(), reports=True).statements)


@pytest.mark.parametrize("first", [0, 1])
def test_what_an_archive_quotes_or_reports_is_laid_beside_what_is_new(first, tmp_path):
    new, old = both()[first], both()[1 - first]
    with Archive(tmp_path / "news.qv") as archive:
        archive.add(old)
        archive.add(parse("“We will see what they would do,” they said.", id="c"))
        found = compare([new], archive, reports=True)
    (statement,) = found.statements
    assert sorted((v.document_id, v.report_id) for v in statement.variants) == [("a", None), ("b", "r1")]


def compared(reports):
    """Of each report that is read as one, the severity of what it differs in; None where it is not joined."""
    for report in reports:
        telling = parse(report.claim, id="b")
        if telling.reports:
            found = compare([parse(report.source, id="a"), telling], reports=True).statements
            differences = [d for s in found for v in s.variants if v.report_id for d in v.differences]
            joined = any(v.report_id for s in found for v in s.variants)
            yield report, max((d.severity for d in differences), key=lambda s: s.rank, default=None) or joined


def test_most_faithful_reports_are_joined_and_next_to_none_with_a_change_of_meaning():
    found = [found for _, found in compared(faithful())]
    assert sum(one is not False for one in found) >= 0.93 * len(found)
    assert found.count(Severity.SUBSTANTIVE) <= 0.01 * len(found)


def test_what_an_unfaithful_report_changes_is_grave_or_it_is_not_joined():
    passed = [
        report.change
        for report, found in compared(unfaithful())
        if found not in (False, Severity.SUBSTANTIVE)
    ]
    # An office that nobody is said to hold, a body and one that is called what it does, and a person who is
    # taken for a body: a body may be told to say what somebody says for it.
    assert passed.count("speaker") <= 3
    assert set(passed) <= {"speaker"}
