from records import comparison, evening, morning

from quoteverify.exchange.serialization import from_json
from quoteverify.formats.as_json import FORMAT
from quoteverify.formats.registry import written


def test_each_line_is_a_record_that_is_read_back():
    records = [morning(), evening(), comparison()]
    lines = "".join(written(records, FORMAT)).splitlines()
    assert [from_json(line) for line in lines] == records
