from quoteverify.exchange.serialization import TYPES
from quoteverify.formats.form import ANY_RECORD, PLAIN


def test_kinds_of_records_are_called_as_they_are_in_json():
    assert tuple(TYPES) == ANY_RECORD


def test_a_usual_text_is_80_wide_and_not_coloured():
    assert (PLAIN.width, PLAIN.color) == (80, False)
