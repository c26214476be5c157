import json

from records import altered, check_report, morning

from quoteverify.exchange.schema_org import claim_reviews, quotations
from quoteverify.formats.as_schema_org import FORMAT
from quoteverify.formats.registry import written


def test_each_line_is_a_quotation_or_the_review_of_a_claim():
    lines = "".join(written([morning(), altered(), check_report()], FORMAT)).splitlines()
    expected = [*quotations(morning()), *claim_reviews(altered()), *claim_reviews(check_report())]
    assert [json.loads(line) for line in lines] == expected
