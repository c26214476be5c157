import attrs
import pytest
from records import comparison

from quoteverify.models import Column, Comparison, Document, Severity, Statement, Variant, gravest_first

VARIANT = Variant(document_id="a", quote_id=None, spans=[], text="Yes")


def test_a_comparison_lists_its_documents_when_asked_for_another():
    documents = [Document(id=name, text="It rained.") for name in ("dawn", "dusk")]
    comparison = Comparison(documents=documents, statements=[])
    assert comparison.document("dusk") is documents[1]
    with pytest.raises(ValueError, match="no document 'none'; there are dawn, dusk"):
        comparison.document("none")


def test_what_two_variants_give_is_shared():
    alone, both = (Statement(speaker=None, variants=[VARIANT] * number) for number in (1, 2))
    assert Comparison(documents=[], statements=[alone, both]).shared == (both,)


def test_a_table_has_the_variants_for_rows():
    columns = (Column(("Yes",), False),)
    table = Statement(speaker=None, variants=[VARIANT], columns=columns).table()
    assert (table.rows, table.columns) == ((VARIANT,), columns)


def test_a_changed_meaning_comes_first_then_a_disputed_speaker_and_last_what_one_alone_has():
    changed, same, alone = comparison().statements[:3]

    def changed_by(severity):
        base, other = changed.variants
        differences = [attrs.evolve(other.differences[0], severity=severity)]
        return attrs.evolve(changed, variants=(base, attrs.evolve(other, differences=differences)))

    disputed = attrs.evolve(same, disputed=True)
    cosmetic, minor = changed_by(Severity.COSMETIC), changed_by(Severity.MINOR)
    both = attrs.evolve(changed, disputed=True)
    expected = [both, changed, disputed, minor, cosmetic, same, alone]
    for given in (expected, expected[::-1], [*expected[3:], *expected[:3]]):
        assert [given[n] for n in gravest_first(given)] == expected
    assert [statement.severity for statement in expected[1:]] == [
        "substantive",
        None,
        "minor",
        "cosmetic",
        None,
        None,
    ]
