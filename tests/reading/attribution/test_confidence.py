import pytest
from shown import ENGLISH, narration_of

from quoteverify import parse
from quoteverify.models import Span
from quoteverify.reading.attribution.cascade import attribute
from quoteverify.reading.attribution.confidence import (
    RARE,
    confidence,
    kinds_of_answer,
    of_mention,
    of_person,
    share,
)
from quoteverify.reading.attribution.sorts import Sort
from quoteverify.reading.people.resolution import Resolution, Resolved
from quoteverify.reading.sieves.answers import Answer
from quoteverify.reading.syntax.mentions import Mention, MentionKind
from quoteverify.text.language import LanguageProfile, Row

MENTION = Mention(Span(0, 4), MentionKind.NAME, "Vale", "vale", 0, 0)


def test_a_share_is_given_for_every_measured_kind_and_lies_between_none_and_all():
    for row in ENGLISH.rows("confidence"):
        assert 0 <= row.values["right"] <= 1
        assert 0 <= row.values["least"] <= 1


def of(reason, words="We sail,", sort=Sort.NAME, **answer):
    return of_mention(Answer(MENTION, None, reason, **answer), sort, words, ENGLISH)


@pytest.mark.parametrize("sort", Sort)
def test_a_higher_score_is_never_less_sure(sort):
    shares = [of("reported_clause", "a ruin", sort, score=n / 20) for n in range(21)]
    assert shares == sorted(shares)


def test_a_high_score_is_surer():
    assert of("reported_clause", "a ruin", score=0.1) < of("reported_clause", "a ruin", score=1.0)


def test_reasons_differ_in_how_sure_they_are():
    assert of("said_after") > of("speaker_before")


@pytest.mark.parametrize(
    ("reason", "surer", "less"),
    [
        ("said_before", Sort.NAME, Sort.THING),
        ("said_before", Sort.PRONOUN, Sort.OTHER_PRONOUN),
        ("clause_subject", Sort.NAME, Sort.LONE_NAME),
        ("said_around", Sort.NAME, Sort.ROLE),
    ],
)
def test_sorts_of_mentions_differ_in_how_sure_they_are(reason, surer, less):
    assert of(reason, sort=surer, score=0.9) > of(reason, sort=less, score=0.9)


def test_a_sort_too_rare_for_a_share_has_that_of_its_reason():
    kinds = {word for row in ENGLISH.rows("confidence") for word in row.words}
    assert "titled whole, thing" not in kinds
    (measured,) = (row.values["right"] for row in ENGLISH.rows("confidence") if "titled whole" in row.words)
    assert of("titled", sort=Sort.THING) == measured


def test_what_is_too_rare_to_measure_is_measured_together():
    rare = next(row.values["right"] for row in ENGLISH.rows("confidence") if RARE in row.words)
    assert of("never seen") == rare


def test_whole_sentences_and_parts_are_measured_apart():
    (answer,) = attribute(narration_of("“We sail,” Vale said.")).values()
    assert kinds_of_answer(answer, "We sail,", Sort.NAME) == ("said_after whole, name", "said_after whole")
    assert kinds_of_answer(answer, "sail", Sort.NAME) == ("said_after part, name", "said_after part")


def test_what_is_ranked_is_told_apart_by_its_score():
    answer = Answer(MENTION, None, "reported_clause", score=0.5)
    assert kinds_of_answer(answer, "sail", Sort.ROLE) == ("reported_clause, role", "reported_clause")


@pytest.mark.parametrize("rule", Resolution)
def test_a_rule_of_resolution_that_is_surer_of_its_choice_is_never_less_right(rule):
    shares = [of_person(Resolved(None, rule, share=n / 20), ENGLISH) for n in range(21)]
    assert shares == sorted(shares)
    assert 0 < shares[0] <= shares[-1] <= 1


def test_every_kind_that_is_ranked_has_a_share_from_the_lowest_score_on():
    least = {}
    for row in ENGLISH.rows("confidence"):
        for kind in row.words:
            least[kind] = min(row.values["least"], least.get(kind, 1.0))
    assert set(least.values()) == {0.0}


@pytest.mark.parametrize(
    ("text", "as_sure"),
    [
        ("“We sail.\n\n“We must,” Ruth Vale said.", True),
        # Another mark than the one that was left open may be of what somebody else is quoted for.
        ('"We sail.\n\n“We must,” Ruth Vale said.', False),
    ],
)
def test_an_utterance_is_as_sure_as_the_paragraph_that_says_whose_it_is(text, as_sure):
    told = parse("“We must,” Ruth Vale said.").quotes[0].attribution
    found = parse(text).quotes[0].attribution
    assert found.reason == "reopened"
    assert (found.confidence == told.confidence) is as_sure


@pytest.mark.parametrize(
    ("kinds", "score", "right"),
    [
        *((["said"], {}, 0.2), (["said"], {"score": 0.09}, 0.2), (["said"], {"score": 0.1}, 0.9)),
        *(
            (["seldom", "said"], {}, 0.2),
            (["seldom"], {}, 0.0),
            (["late"], {}, 0.0),
            (["late"], {"score": 0.5}, 0.7),
        ),
    ],
)
def test_a_share_is_that_of_the_first_kind_measured_at_its_score(kinds, score, right):
    measured = [("said", 0.0, 0.2), ("said", 0.1, 0.9), ("late", 0.5, 0.7)]
    rows = [Row([kind], values={"least": least, "right": share_}) for kind, least, share_ in measured]
    assert share(kinds, LanguageProfile("xx", {"confidence": rows}), **score) == right


@pytest.mark.parametrize(
    ("reason", "stated", "sure"),
    [
        # A rule of the caller's own is as sure as it says; one of the library's at most as sure as measured.
        *(("our_rule", 0.99, 0.99), ("our_rule", 0.01, 0.01)),
        ("said_before", 0.01, 0.01),
        ("said_before", 1.0, None),
        ("said_before", None, None),
    ],
)
def test_a_stated_confidence_is_that_of_a_rule_of_ones_own(reason, stated, sure):
    resolved = Resolved(None, Resolution.NAMED)
    answer = Answer(MENTION, None, reason, confidence=stated)
    measured = of_mention(answer, Sort.NAME, "We sail,", ENGLISH) * of_person(resolved, ENGLISH)
    found = confidence(answer, resolved, Sort.NAME, "We sail,", ENGLISH)
    assert found == (measured if sure is None else sure)
