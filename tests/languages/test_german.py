"""German news sentences and wordings: the form of the cases, and how many of them come out right."""

import tomllib
from pathlib import Path

import pytest

import quoteverify as qv
from quoteverify.models import DifferenceKind, QuoteKind, Severity

FOLDER = Path(__file__).parent / "de"
SENTENCES, WORDINGS = (
    tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf8"))["case"]
    for name in ("sentences", "wordings")
)
# All of it is data, in the tables beside the cases.
LANGUAGE = qv.language("de", folder=FOLDER / "tables")
SENTENCES_RIGHT, SPANS_RIGHT, WORDINGS_RIGHT = 76, 76, 39


def name_of(speaker):
    return speaker and speaker.name.casefold()


def expected_quotes(case):
    """The quotes of a case in the form of `found_quotes`."""
    return [
        (quote["spans"], quote["kind"], quote.get("mention"), quote.get("speaker", "").casefold() or None)
        for quote in case["quotes"]
    ]


def found_quotes(case):
    """The spans, kind, mention and speaker of each quote that is read."""
    text = case["text"]
    return [
        (
            [span.of(text) for span in quote.spans],
            quote.kind.value,
            quote.attribution.mention and quote.attribution.mention.of(text),
            name_of(quote.speaker),
        )
        for quote in qv.parse(text, lang=LANGUAGE).quotes
    ]


def wrong_sentences(cases):
    """The shapes of the sentences that are not read as they should be in every respect."""
    return [case["shape"] for case in cases if found_quotes(case) != expected_quotes(case)]


def wrong_spans(cases):
    """The shapes of the sentences in which other spans are found, whoever is held to have spoken."""
    return [
        case["shape"]
        for case in cases
        if [found[0] for found in found_quotes(case)] != [quote["spans"] for quote in case["quotes"]]
    ]


def found_differences(case):
    return [
        {"kind": d.kind.value, "severity": d.severity.value, "a": d.a_text.strip(), "b": d.b_text.strip()}
        for d in qv.align(case["a"], case["b"], lang=LANGUAGE).differences
    ]


def wrong_wordings(cases):
    """The shapes of the pairs whose differences are not named as they should be."""
    return [case["shape"] for case in cases if found_differences(case) != case["differences"]]


def places(text, parts):
    """Where the parts stand in the text, each after the one before."""
    end = 0
    for part in parts:
        start = text.index(part, end)
        end = start + len(part)
        yield start, end


@pytest.mark.parametrize("case", SENTENCES, ids=lambda case: case["shape"])
def test_a_sentence_has_the_spans_and_mentions_that_are_asked_for(case):
    text = case["text"]
    starts = []
    for quote in case["quotes"]:
        found = list(places(text, quote["spans"]))
        starts.append(found[0][0])
        for start, end in found:
            assert not text[start - 1].isalnum()
            assert not text[end].isalnum()
        assert quote["kind"] in set(QuoteKind)
        assert ("mention" in quote) == (quote["kind"] != QuoteKind.TERM)
        assert quote.get("mention", "") in text
        assert "mention" in quote or "speaker" not in quote
        last_name = quote.get("speaker", "").split()[-1:]
        assert all(word.casefold() in text.casefold() for word in last_name)
    assert starts == sorted(starts)


@pytest.mark.parametrize("case", WORDINGS, ids=lambda case: case["shape"])
def test_the_differences_of_a_pair_make_one_wording_of_the_other(case):
    made, end = "", 0
    for difference in case["differences"]:
        # What only the second wording has would stand anywhere in the first.
        assert difference["a"]
        start = case["a"].index(difference["a"], end)
        made += case["a"][end:start] + difference["b"]
        end = start + len(difference["a"])
        assert difference["kind"] in set(DifferenceKind)
        assert difference["severity"] in set(Severity)
    assert " ".join((made + case["a"][end:]).split()) == case["b"]


@pytest.mark.parametrize("cases", [SENTENCES, WORDINGS], ids=["sentences", "wordings"])
def test_each_shape_is_named_once(cases):
    shapes = [case["shape"] for case in cases]
    assert len(shapes) == len(set(shapes)) >= 20


def test_as_many_sentences_are_read_right_as_ever():
    wrong = wrong_sentences(SENTENCES)
    assert len(SENTENCES) - len(wrong) >= SENTENCES_RIGHT, wrong


def test_as_many_sentences_have_the_right_spans_as_ever():
    wrong = wrong_spans(SENTENCES)
    assert len(SENTENCES) - len(wrong) >= SPANS_RIGHT, wrong


def test_as_many_pairs_have_their_differences_named_as_ever():
    wrong = wrong_wordings(WORDINGS)
    assert len(WORDINGS) - len(wrong) >= WORDINGS_RIGHT, wrong


ENGLISH = "“We will not sell the yard before spring,” said Ada Aas, who has owned it for many years."
GERMAN = "„Wir verkaufen die Werft nicht vor dem Frühjahr“, sagte Ada Aas, der sie seit vielen Jahren gehört."


@pytest.mark.parametrize(
    ("claim", "source", "wording"),
    [
        ("Wir haben das nie so gewollt, wie es jetzt ist", GERMAN, "not_found"),
        ("Wir haben das nie so gewollt, wie es jetzt ist", ENGLISH, "other_language"),
        ("We have never wanted it to be as it is now", GERMAN, "other_language"),
        ("Wir verkaufen die Werft nicht vor dem Frühjahr", GERMAN, "verbatim"),
    ],
)
def test_a_claim_in_another_language_than_its_source_is_told_by_the_tables(claim, source, wording):
    assert qv.verify(claim, source, lang=LANGUAGE).wording == wording
