import pytest

from quoteverify.models import Column, Comparison, Document, Statement, Variant

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
