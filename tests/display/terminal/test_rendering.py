import re

import pytest
from anything import record
from hypothesis import given
from hypothesis import strategies as st
from records import RECORDS, morning, verbatim

from quoteverify.display.terminal import render
from quoteverify.models import (
    Alignment,
    CheckReport,
    Comparison,
    Document,
    Verification,
)

KINDS = (Document, Alignment, Comparison, Verification, CheckReport)


def lines(made, **options):
    return render(made, **options).splitlines()


@given(st.one_of(*map(record, KINDS)), st.integers(1, 120))
def test_any_record_is_shown_and_none_of_it_obeyed(made, width):
    shown = render(made, width=width)
    shown.encode("utf8")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", shown)
    assert shown.endswith("\n")
    assert re.sub(r"\x1b\[[0-9;]*m", "", render(made, width=width, color=True)) == shown


@pytest.mark.parametrize("make", RECORDS, ids=lambda make: make.__name__)
@pytest.mark.parametrize("width", [40, 80, 110])
def test_every_line_keeps_to_the_width(make, width):
    # A web address is never parted.
    assert all(len(line) <= width or "https://" in line for line in lines(make(), width=width))


def test_colour_is_used_only_when_asked_for():
    assert "\x1b" not in render(verbatim())
    assert "\x1b[32m✓ Word for word\x1b[0m" in render(verbatim(), color=True)


@pytest.mark.parametrize("value", [None, "text", [morning()]], ids=["None", "str", "list"])
def test_something_else_is_a_type_error(value):
    with pytest.raises(TypeError, match="record must be Document"):
        render(value)


def test_a_width_is_a_number():
    with pytest.raises(TypeError, match="width must be int"):
        render(morning(), width="80")
