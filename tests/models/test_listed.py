import pickle

import pytest
from records import check_report, comparison, morning

from quoteverify import from_json, parse, to_json
from quoteverify.models import Document
from quoteverify.models.listed import Listed

ROWS = {
    "quotes": morning().quotes,
    "speakers": morning().speakers,
    "said by": morning().said_by("Ole Brandt"),
    "reports": parse("Ruth Vale said the port was shut.").reports,
    "documents": comparison().documents,
    "statements": comparison().statements,
    "shared": comparison().shared,
    "verifications": check_report().verifications,
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_a_row_of_records_is_a_tuple_that_shows_itself(row):
    assert row == tuple(row)
    assert hash(row) == hash(tuple(row))
    assert repr(row) == repr(tuple(row))
    assert type(row[:1]) is type(row) is Listed
    assert row[0]._repr_html_().count("<style>") == row._repr_html_().count("<style>") == 1


def test_nothing_is_shown_of_nothing_but_what_a_tuple_prints():
    assert Document(text="").quotes._repr_html_() is None
    assert repr(Document(text="").quotes) == "()"


def test_a_row_stays_one_when_it_is_stored():
    assert type(pickle.loads(pickle.dumps(morning())).quotes) is Listed
    assert type(from_json(to_json(comparison())).shared) is Listed
