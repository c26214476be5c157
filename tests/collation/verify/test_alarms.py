import tomllib
from collections import Counter

import attrs
import pytest
from bench import measure_alarms as alarms

import quoteverify as qv
from quoteverify.models import ContextFinding, Severity, Span, SpeakerFinding, Wording

CASES = list(alarms.read_cases())
FLOORS = tomllib.loads(alarms.FLOORS.read_text(encoding="utf8"))
FILES = [(suite, file) for suite in alarms.SUITES for file in alarms.FILES]


@pytest.fixture(scope="module")
def answers():
    return [alarms.judged(case) for case in CASES]


@pytest.mark.parametrize(("suite", "file"), FILES)
def test_no_shape_comes_out_worse_than_it_did(suite, file, answers):
    right = alarms.counts(answers)[suite][file]
    fallen = {shape for shape, floor in FLOORS[suite][file].items() if right[shape] < floor}
    assert [
        (a.case.shape, a.case.claim, a.shown)
        for a in answers
        if (a.case.suite, a.case.file) == (suite, file) and a.case.shape in fallen and not a.right
    ] == []


@pytest.mark.parametrize(("suite", "file"), FILES)
def test_a_file_has_five_cases_of_each_of_forty_shapes_and_each_shape_has_its_floor(suite, file):
    cases = [case for case in CASES if (case.suite, case.file) == (suite, file)]
    assert Counter(case.shape for case in cases) == dict.fromkeys(FLOORS[suite][file], 5)
    assert len(FLOORS[suite][file]) == 40
    assert all(0 <= floor <= 5 for floor in FLOORS[suite][file].values())


def test_no_case_stands_there_twice():
    asked = Counter((case.sources, case.claim, case.speaker, case.draft) for case in CASES)
    assert [case for case, times in asked.items() if times > 1] == []


def test_whose_words_they_are_is_asked_with_a_speaker_or_a_draft_and_the_sense_with_neither():
    given = {
        suite: {(c.speaker is None) + (c.draft is None) for c in CASES if c.suite == suite}
        for suite in alarms.SUITES
    }
    assert given == {"whose_words": {1}, "sense": {2}}


SOURCE = "“We may sell the yard,” said Ada Aas."


@pytest.mark.parametrize(
    ("claim", "stops"),
    [
        ("We may sell the yard", False),
        ("we may sell the yard!", False),
        ("We may sell a yard", False),
        ("We may sell [the] yard", False),
        ("We will sell the yard", True),
        ("They may sell the yard", True),
        ("Nobody has ever seen the accounts of this choir", True),
    ],
)
def test_a_substantive_difference_stops_and_so_do_words_that_are_not_there(claim, stops):
    assert qv.verify(claim, qv.parse(SOURCE)).stops == stops


@pytest.mark.parametrize(
    ("name", "finding", "stops"),
    [
        ("wording", Wording.VERBATIM, False),
        ("wording", Wording.EDITED, False),
        ("wording", Wording.ALTERED, False),
        ("wording", Wording.SPLICED, False),
        ("wording", Wording.PARAPHRASE, False),
        ("wording", Wording.NOT_FOUND, True),
        ("speaker_finding", SpeakerFinding.SAME, False),
        ("speaker_finding", SpeakerFinding.UNCERTAIN, False),
        ("speaker_finding", SpeakerFinding.UNATTRIBUTED, False),
        ("speaker_finding", SpeakerFinding.NOT_CHECKED, False),
        ("speaker_finding", SpeakerFinding.MISATTRIBUTED, True),
        ("speaker_finding", SpeakerFinding.DISPUTED, True),
        ("context", ContextFinding.KEPT, False),
        ("context", ContextFinding.NOT_CHECKED, False),
        ("context", ContextFinding.TRUNCATED, True),
        ("context", ContextFinding.OUT_OF_CONTEXT, True),
    ],
)
def test_a_finding_stops_or_not_whatever_the_others_are(name, finding, stops):
    found = qv.verify("We may sell the yard", qv.parse(SOURCE))
    assert attrs.evolve(found, **{name: finding}).stops == stops


NEWSROOM = tomllib.loads((alarms.ALARMS / "newsroom.toml").read_text(encoding="utf8"))


@pytest.mark.parametrize(
    ("stops", "case"),
    [(name == "stopped", case) for name, cases in NEWSROOM.items() for case in cases],
    ids=lambda x: x["shape"] if isinstance(x, dict) else "",
)
def test_what_a_desk_hands_in_is_judged_by_its_sense(stops, case):
    assert qv.verify(case["claim"], qv.parse(case["source"])).stops == stops


def test_of_what_a_desk_hands_in_thirty_are_faithful_and_thirty_are_not():
    assert {name: len({case["shape"] for case in cases}) for name, cases in NEWSROOM.items()} == {
        "faithful": 30,
        "stopped": 30,
    }


TWINS = tomllib.loads((alarms.ALARMS / "twins.toml").read_text(encoding="utf8"))


@pytest.mark.parametrize(
    ("stops", "source", "claim"),
    [(name == "stopped", *pair) for kind in TWINS.values() for name, pairs in kind.items() for pair in pairs],
)
def test_what_keeps_the_sense_passes_and_its_twin_does_not(stops, source, claim):
    assert qv.verify(claim, qv.parse(source)).stops == stops


PRINT = tomllib.loads((alarms.ALARMS / "print.toml").read_text(encoding="utf8"))


@pytest.mark.parametrize(
    ("stops", "case"),
    [(name == "stopped", case) for name in ("faithful", "stopped") for case in PRINT[name]],
    ids=lambda x: x["shape"] if isinstance(x, dict) else "",
)
def test_what_a_newspaper_prints_is_judged_by_its_sense(stops, case):
    assert qv.verify(case["claim"], qv.parse(case["source"])).stops == stops


@pytest.mark.parametrize("case", PRINT["wrong"], ids=lambda case: case["shape"])
def test_what_comes_out_wrong_is_known(case):
    assert qv.verify(case["claim"], qv.parse(case["source"])).stops != case["stops"]


DRAFTS = tomllib.loads((alarms.ALARMS / "drafts.toml").read_text(encoding="utf8"))


@pytest.mark.parametrize(
    ("stops", "case"),
    [(name == "stopped", case) for name, cases in DRAFTS.items() for case in cases],
    ids=lambda x: x["shape"] if isinstance(x, dict) else "",
)
def test_what_a_draft_prints_is_judged_by_its_sense(stops, case):
    assert qv.verify(case["claim"], qv.parse(case["source"])).stops == stops


CORRECTIONS = tomllib.loads((alarms.ALARMS / "corrections.toml").read_text(encoding="utf8"))


@pytest.mark.parametrize(
    ("changes", "printed", "corrected"),
    [
        (changes, *pair)
        for name, changes in (("same", False), ("left", True), ("changed", True))
        for pair in CORRECTIONS[name]
    ],
)
def test_what_is_corrected_in_print_changes_the_sense_or_not(changes, printed, corrected):
    differences = qv.align(printed, corrected).differences
    assert any(difference.severity is Severity.SUBSTANTIVE for difference in differences) == changes


DESKS = tomllib.loads((alarms.ALARMS / "desks.toml").read_text(encoding="utf8"))


def desk_stops(case):
    """Whether a person is stopped for a claim, or for any quotation of a draft."""
    source = qv.parse(case["source"])
    if "draft" in case:
        return qv.check(case["draft"], source).stops
    return qv.verify(case["claim"], source, speaker=case.get("speaker")).stops


@pytest.mark.parametrize(
    ("stops", "case"),
    [
        (case.get("stops", name == "stopped") != (name == "wrong"), case)
        for name, cases in DESKS.items()
        for case in cases
    ],
    ids=lambda x: x["shape"] if isinstance(x, dict) else "",
)
def test_what_a_newsroom_prints_of_what_it_holds(stops, case):
    assert desk_stops(case) == stops


ARTICLES = tomllib.loads((alarms.ALARMS / "articles.toml").read_text(encoding="utf8"))["draft"]


def stops_at(report, words):
    """Whether a person is stopped for a draft's quotation that has some words, or is next behind them."""
    text = report.document.text
    at = Span(text.index(words), text.index(words) + len(words))
    quotes = {quote.id: quote for quote in report.document.quotes}
    found = [
        (quotes[id].spans, verification)
        for id, verification in zip(report.quote_ids, report.verifications, strict=True)
    ]
    shared = {n: sum(_shared(span, at) for span in spans) for n, (spans, _) in enumerate(found)}
    most = max(shared, key=lambda n: shared[n])
    if shared[most]:
        return found[most][1].stops
    if any(_shared(span, at) for left in report.unchecked for span in left.spans):
        return False
    return next(verification.stops for spans, verification in found if spans[0].start >= at.start)


def _shared(one, other):
    return max(0, min(one.end, other.end) - max(one.start, other.start))


@pytest.mark.parametrize("case", ARTICLES, ids=lambda case: case["name"])
def test_each_quotation_of_a_draft_stops_or_passes_as_a_reader_would_have_it(case):
    report = qv.check(case["draft"], qv.parse(case["source"]))
    assert all(case["draft"].count(one["at"]) == 1 for one in case["quotations"])
    asked = [(one["shape"], one["at"]) for one in case["quotations"]]
    wanted = [one["stops"] != one.get("wrong", False) for one in case["quotations"]]
    assert [(*one, stops_at(report, one[1])) for one in asked] == [
        (*one, stops) for one, stops in zip(asked, wanted, strict=True)
    ]
