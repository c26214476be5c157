"""Three hundred faithful reports and as many unfaithful ones, held against what was said."""

from collections import Counter

import pytest
from reading.reports.retold import faithful, unfaithful

import quoteverify as qv


def checked(reports):
    """Of each report that is read as one, whether it is stopped."""
    for report in reports:
        found = qv.check(report.claim, qv.parse(report.source), reports=True)
        told = [v for v, id in zip(found.verifications, found.quote_ids, strict=True) if id.startswith("r")]
        if told:
            yield report, any(v.stops for v in told)


@pytest.fixture(scope="module")
def kept():
    return list(checked(faithful()))


@pytest.fixture(scope="module")
def changed():
    return list(checked(unfaithful()))


def test_most_are_read(kept, changed):
    assert len(kept) >= 295
    assert len(changed) >= 300


def test_next_to_no_faithful_report_is_stopped(kept):
    stopped = [report.claim for report, stops in kept if stops]
    assert len(stopped) <= 0.01 * len(kept), stopped


def test_no_reversal_passes(changed):
    passed = Counter(report.change for report, stops in changed if not stops)
    # "Her hammer" of a man, and one of two who have an office in common.
    assert passed.pop("person", 0) <= 1
    assert passed.pop("speaker", 0) <= 1
    assert not passed
