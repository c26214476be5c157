import json
import re

import pytest
from records import altered, check_report, morning, not_found, spliced, verbatim

from quoteverify.display.alerts import in_full
from quoteverify.exchange.schema_org import claim_reviews, quotations
from quoteverify.formats.as_schema_org import FORMAT
from quoteverify.formats.registry import written


def test_each_line_is_a_quotation_or_the_review_of_a_claim():
    lines = "".join(written([morning(), altered(), check_report()], FORMAT)).splitlines()
    reviews = [*claim_reviews(altered(), body=in_full), *claim_reviews(check_report(), body=in_full)]
    assert [json.loads(line) for line in lines] == [*quotations(morning()), *reviews]


@pytest.mark.parametrize("found", [altered(), not_found(), spliced(), verbatim()], ids=repr)
def test_the_body_of_a_review_is_for_people_to_read(found):
    (line,) = "".join(written([found], FORMAT)).splitlines()
    body = json.loads(line)["reviewBody"]
    assert not re.search(r"\w_\w|“”|“ |\b1 \w+s\b", body)
    assert all(sentence.endswith(".") for sentence in body.splitlines())


def test_the_body_of_a_review_tells_each_axis_and_each_change_that_can_be_heard():
    (line,) = "".join(written([altered()], FORMAT)).splitlines()
    assert json.loads(line)["reviewBody"].splitlines()[:4] == [
        "Words: Altered: words were changed or left out without a sign.",
        "Speaker: Another speaker: the source gives the words to somebody else.",
        "Context: Qualifier cut: what qualifies the words in the source was left off: "
        "“It does not need me to say so,”.",
        "The claim has “will” for “may” (substantive: modal verb).",
    ]
