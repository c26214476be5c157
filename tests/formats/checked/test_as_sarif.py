import json

import jsonschema
import pytest

from quoteverify import check
from quoteverify.checking.accepted import Accepted
from quoteverify.formats.checked.as_sarif import FORMAT
from quoteverify.formats.registry import written
from quoteverify.models import Document

SOURCE = Document(id="minutes", text="“We will not sell 5% of the yard: ever, or not now,” said Ada Aas.")
DRAFT = "A headline\n\nAda Aas said: “We will sell 5% of the yard: ever, or not now.”\n"
TEXT = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string", "minLength": 1}},
    "additionalProperties": False,
}
# What the standard (sections 3.13 to 3.30) asks of the parts that are written here.
NUMBER = {"type": "integer", "minimum": 1}
SCHEMA = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "additionalProperties": False,
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "additionalProperties": False,
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {"type": "string"},
                                    "version": {"type": "string"},
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id"],
                                            "additionalProperties": False,
                                            "properties": {
                                                "id": {"type": "string"},
                                                "shortDescription": TEXT,
                                            },
                                        },
                                    },
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message"],
                            "additionalProperties": False,
                            "properties": {
                                "ruleId": {"type": "string"},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": TEXT,
                                "suppressions": {
                                    "type": "array",
                                    "uniqueItems": True,
                                    "items": {
                                        "type": "object",
                                        "required": ["kind"],
                                        "additionalProperties": False,
                                        "properties": {
                                            "kind": {"enum": ["inSource", "external"]},
                                            "status": {"enum": ["accepted", "underReview", "rejected"]},
                                        },
                                    },
                                },
                                "partialFingerprints": {
                                    "type": "object",
                                    "additionalProperties": {"type": "string"},
                                },
                                "locations": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "additionalProperties": False,
                                        "properties": {
                                            "physicalLocation": {
                                                "type": "object",
                                                "required": ["artifactLocation"],
                                                "additionalProperties": False,
                                                "properties": {
                                                    "artifactLocation": {
                                                        "type": "object",
                                                        "required": ["uri"],
                                                        "additionalProperties": False,
                                                        "properties": {
                                                            "uri": {
                                                                "type": "string",
                                                                "pattern": "^[!-~]+$",
                                                            }
                                                        },
                                                    },
                                                    "region": {
                                                        "type": "object",
                                                        "required": ["startLine"],
                                                        "additionalProperties": False,
                                                        "properties": {
                                                            "startLine": NUMBER,
                                                            "startColumn": NUMBER,
                                                            "endLine": NUMBER,
                                                            "endColumn": NUMBER,
                                                        },
                                                    },
                                                },
                                            }
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}


def run(*documents):
    log = json.loads("".join(written([check(one, SOURCE) for one in documents], FORMAT)))
    jsonschema.validate(log, SCHEMA)
    return log["runs"][0]


@pytest.mark.parametrize("id", ["draft.txt", "entwürfe/zwei drei.txt", "/tmp/none/draft.txt", "-"])
def test_a_log_is_valid_and_a_result_is_where_its_quote_is(id):
    (result,) = run(Document(id=id, text=DRAFT))["results"]
    if id == "-":
        assert "locations" not in result
        return
    place = result["locations"][0]["physicalLocation"]
    region = place["region"]
    line = DRAFT.splitlines()[region["startLine"] - 1]
    assert region["endLine"] == region["startLine"]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == (
        "We will sell 5% of the yard: ever, or not now."
    )
    assert place["artifactLocation"]["uri"].isascii()


def test_each_result_names_its_rule():
    other = "Ada Aas said: “Ten whales were seen off the harbour.”"
    found = run(Document(id="a", text=DRAFT), Document(id="b", text=other), Document(id="c", text=DRAFT))
    rules = [rule["id"] for rule in found["tool"]["driver"]["rules"]]
    assert rules == ["altered", "not_found"]
    assert [rules[result["ruleIndex"]] for result in found["results"]] == ["altered", "not_found", "altered"]
    assert [result["ruleId"] for result in found["results"]] == ["altered", "not_found", "altered"]


def test_a_result_is_known_again_where_its_line_has_moved():
    first, second = (run(Document(id="a", text=text))["results"][0] for text in (DRAFT, f"\n\n{DRAFT}"))
    assert first["partialFingerprints"] == second["partialFingerprints"]
    assert first["locations"] != second["locations"]


def test_what_somebody_has_let_stand_is_suppressed_and_nothing_else():
    other = Document(id="b", text="Ada Aas said: “Ten whales were seen off the harbour.”")
    accepted = Accepted()
    accepted.add(check(other, SOURCE))
    reports = [accepted.applied(check(each, SOURCE)) for each in (Document(id="a", text=DRAFT), other)]
    log = json.loads("".join(written(reports, FORMAT)))
    jsonschema.validate(log, SCHEMA)
    first, second = log["runs"][0]["results"]
    assert first["suppressions"] == []
    assert second["suppressions"] == [{"kind": "external", "status": "accepted"}]
    assert second["ruleId"] == "not_found"


def test_where_nothing_stops_the_log_has_no_result():
    assert run(Document(id="a", text="Nobody said anything."))["results"] == []
    assert run()["results"] == []
