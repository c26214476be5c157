import json

from records import evening, morning

from quoteverify.exchange.annotations import annotations, from_annotations
from quoteverify.formats.as_annotations import FORMAT
from quoteverify.formats.registry import written


def test_each_line_is_the_collection_of_a_document():
    lines = "".join(written([morning(), evening()], FORMAT)).splitlines()
    assert [json.loads(line) for line in lines] == [annotations(morning()), annotations(evening())]
    assert len(from_annotations(lines[0], morning().text).quotes) == 5
