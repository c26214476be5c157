"""Transcripts of many styles, and texts that are none: the form of the cases, and how many are read right."""

import re
import tomllib
from itertools import chain
from pathlib import Path
from types import SimpleNamespace

import pytest
from reading.turns.annotated import plain, transcripts

from quoteverify import parse
from quoteverify.models import Span, Speaker
from quoteverify.reading.sources.subtitles import article_of_subtitles
from quoteverify.reading.turns import turns

TRANSCRIPTS = transcripts()
NO_TURNS = {
    name: tomllib.loads((Path(__file__).parent / "no_turns" / f"{name}.toml").read_text(encoding="utf8"))[
        "case"
    ]
    for name in ("articles", "answers", "others")
}
OPENINGS = tomllib.loads((Path(__file__).parent / "openings.toml").read_text(encoding="utf8"))["case"]
# What came out right when this was last raised.
TRANSCRIPTS_RIGHT, TURNS_RIGHT, QUOTATIONS_FOUND = 68, 448, 70
# As many words at either end of a turn tell it from every other.
WORDS = 5
WORDS_OF_OPENING = 4


def given(case):
    """The text that is parsed."""
    return article_of_subtitles(case.text)["text"] if case.read_as == "subtitles" else case.text


def turns_of(text):
    return [quote for quote in parse(text).quotes if quote.kind == "turn"]


def is_right(case, turn, text, quote):
    """Whether a quote is a turn, from its first words to its last, and said by whom it should be."""
    said = case.said(turn)
    first, last = said[0][:WORDS], said[-1][-WORDS:]
    found = text[quote.spans[0].start : quote.spans[-1].end].split()
    whole = " ".join(" ".join(span.of(text).split()) for span in quote.spans)
    return (
        plain(quote.speaker and quote.speaker.name) in turn.names
        and found[: len(first)] == first
        and found[-len(last) :] == last
        and not any(gap in whole for gap in case.gaps(turn))
    )


def right_turns(case):
    """How many of the turns are found, in order, and how many there are that should not be."""
    text = given(case)
    found = turns_of(text)
    right = after = 0
    for turn in case.turns:
        rest = range(after, len(found))
        match = next((n for n in rest if is_right(case, turn, text, found[n])), None)
        if match is not None:
            right, after = right + 1, match + 1
    return right, len(found) - right


def wrong(cases):
    """The transcripts in which a turn is missed, or there is one too many."""
    return [case.id for case in cases if right_turns(case) != (len(case.turns), 0)]


def missed_quotations(case):
    """What stands between quotation marks in a transcript and is not found as a quotation inside its turn."""
    text = given(case)
    found = {
        " ".join(" ".join(span.of(text) for span in quote.spans).split())
        for quote in parse(text).quotes
        if quote.kind != "turn"
    }
    return [quotation for quotation in case.quotations if quotation not in found]


@pytest.mark.parametrize("case", TRANSCRIPTS, ids=lambda case: case.id)
def test_a_transcript_names_its_speakers_and_says_where_they_speak(case):
    assert 8 <= len([line for line in case.text.splitlines() if line.strip()]) <= 25
    assert len(case.turns) >= 3
    assert len(case.quotations) >= 1
    words = set(re.findall(r"\w+|>>", case.text.casefold()))
    for names in case.speakers.values():
        assert all(set(re.findall(r"\w+|>>", name)) <= words for name in names if name)
    assert set(case.speakers.values()) == {turn.names for turn in case.turns}
    for turn in case.turns:
        for start, end in turn.parts:
            assert case.text[start:end] == case.text[start:end].strip() != ""
            assert not case.text[start - 1].isalnum()
            assert not case.text[end : end + 1].isalnum()


def ideal(case, text, *, speaker=None, with_gaps=False):
    """The turns as annotated, as a reader that makes no mistake would give them."""
    end = 0
    for turn in case.turns:
        spans = []
        for words in case.said(turn):
            found = re.compile(r"\s+".join(map(re.escape, words))).search(text, end)
            end = found.end()
            spans.append(Span(*found.span()))
        if with_gaps:
            spans = [Span(spans[0].start, end)]
        name = speaker or next((name for name in turn.names if name), None)
        yield SimpleNamespace(kind="turn", spans=spans, speaker=name and Speaker(name))


@pytest.mark.parametrize("case", TRANSCRIPTS, ids=lambda case: case.id)
def test_a_reader_that_makes_no_mistake_has_every_turn_right(case, monkeypatch):
    def read(**mistakes):
        monkeypatch.setitem(
            globals(), "parse", lambda text: SimpleNamespace(quotes=list(ideal(case, text, **mistakes)))
        )
        return right_turns(case)

    every = len(case.turns)
    gaps = sum(len(turn.parts) > 1 for turn in case.turns) if case.read_as == "text" else 0
    assert read() == (every, 0)
    assert read(speaker="Somebody Else") == (0, every)
    assert read(with_gaps=True) == (every - gaps, gaps)


def test_each_style_has_a_transcript_for_development_and_one_held_back():
    names = {case.id for case in TRANSCRIPTS}
    assert len({name[:-2] for name in names}) >= 30
    assert names == {name[:-2] + half for name in names for half in ("_a", "_b")}


@pytest.mark.parametrize("name", NO_TURNS)
def test_each_text_without_turns_says_what_may_be_taken_for_one(name):
    traps = [case["trap"] for case in NO_TURNS[name]]
    assert len(traps) == len(set(traps)) >= 20
    assert all(len(case["text"].strip().splitlines()) >= 4 for case in NO_TURNS[name])


@pytest.mark.parametrize("case", [*chain.from_iterable(NO_TURNS.values())], ids=lambda case: case["trap"])
def test_nothing_is_a_turn_where_nobody_speaks_in_turn(case):
    assert [quote.text for quote in turns_of(case["text"])] == []


def test_as_many_transcripts_are_read_right_as_ever():
    missed = wrong(TRANSCRIPTS)
    assert len(TRANSCRIPTS) - len(missed) >= TRANSCRIPTS_RIGHT, missed


def test_as_many_turns_are_found_as_ever():
    right = {case.id: right_turns(case) for case in TRANSCRIPTS}
    assert sum(n for n, _ in right.values()) >= TURNS_RIGHT, right


def named_right(case):
    """How many of the turns found, which somebody says by the annotation, have a name, and the right one."""
    text = given(case)
    said = [(" ".join(" ".join(part) for part in case.said(turn)), turn.names) for turn in case.turns]
    named = right = 0
    for quote in turns_of(text):
        first = " ".join(quote.text.split()[:WORDS_OF_OPENING])
        names = next((names for words, names in said if first in words), None)
        if quote.speaker and names:
            named, right = named + 1, right + (plain(quote.speaker.name) in names)
    return right, named


def test_a_turn_is_no_surer_than_turns_are_right():
    held_back = [named_right(case) for case in TRANSCRIPTS if case.id.endswith("_b")]
    right, named = (sum(column) for column in zip(*held_back, strict=True))
    assert right / named >= turns._CONFIDENCE, (right, named)


def test_as_many_quotations_inside_turns_are_found_as_ever():
    missed = {case.id: missed_quotations(case) for case in TRANSCRIPTS}
    total = sum(len(case.quotations) for case in TRANSCRIPTS)
    assert total - sum(map(len, missed.values())) >= QUOTATIONS_FOUND, missed


@pytest.mark.parametrize("case", OPENINGS, ids=lambda case: case["style"])
def test_an_opening_in_another_style_has_its_turns(case):
    found = [
        [turn.speaker.name if turn.speaker else "", " ".join(turn.text.split()[:WORDS_OF_OPENING])]
        for turn in turns_of(case["text"])
    ]
    assert found == case["turns"]


def test_openings_are_told_apart_by_their_styles():
    styles = [case["style"] for case in OPENINGS]
    assert len(styles) == len(set(styles)) >= 80
