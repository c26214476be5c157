"""The sieves as one: their order, and that each is needed."""

import importlib
import itertools
from collections import Counter

import pytest
from bench import measure_reading
from shown import answers_of, narration_of

from quoteverify.models import Reason
from quoteverify.reading.attribution.cascade import attribute
from quoteverify.reading.sieves import BEFORE_RANKING, SIEVES
from quoteverify.reading.sieves.ranking import likeliest

NAMES = [sieve.__name__ for sieve in SIEVES]
# For two that stand beside each other, a text whose last quotation both answer, and what the earlier answers.
EARLIER_WINS = {
    ("came_from", "label"): ("Vale: “Never” was the verdict of the board.", "the board", "came_from"),
    ("case_cited", "in_field"): (
        "Speaker: Ada Aas\n\n“We sail.” Vale v. Aas, 12 F.3d 4 (1994).", "Vale v. Aas", "signed",
    ),
    ("in_field", "label_above"): ("Ada Aas\n\n“We sail.”\n\nSpeaker: Ruth Vale", "Ruth Vale", "label"),
    ("verb_after", "titled"): (
        "Vale: Port is ruined and “We sail!” beamed Tom Aas.", "Tom Aas", "verb_after",
    ),
    ("titled", "in_row"): (
        "| Who | Words |\n|---|---|\n| Ada Aas | Vale: Port is a “floating ruin” |", "Vale", "titled",
    ),
    ("in_row", "likeliest"): (
        "| Who | Words |\n|---|---|\n| Ada Aas | Ruth Vale saw “a ruin” there |", "Ada Aas", "in_row",
    ),
    ("said_in_sentence_after", "introduced"): (
        "Ruth Vale was blunt:\n\n“We sail.” So said Tom Aas on Monday.", "Tom Aas", "said_in_sentence_after",
    ),
    ("reopened", "continued"): ("“We sail,” Vale said. “We must. “We have to.”", "Vale", "reopened"),
    ("narrated_before", "taking_turns"): (
        "“Do we sail?” asked Ruth Vale.\n\n“No,” said Tom Aas. Ann Berg stood up.\n\n“Why not?”",
        "Ann Berg", "narrated_before",
    ),
    ("taking_turns", "speaker_before"): (
        "“We sail,” said Ruth Vale.\n\n“Do we have to?” asked Tom Aas.\n\n“We do.”",
        "Ruth Vale", "taking_turns",
    ),
}  # fmt: skip
# Of the others, one asks for what the other excludes, so that their order is free.
NEVER_BOTH = {
    ("continued", "interviewed"): "before the quotation stands another, or a line that asks",
    ("interviewed", "said_in_sentence_before"): "the quotation begins its paragraph, or does not",
    ("said_after", "came_from"): "after the quotation stands a report, or “came” or “was”",
    ("label", "label_after"): "the colon stands before the quotation, or after it",
    ("label_after", "label_with_dash"): "after the quotation stands a colon, or nothing",
    ("label_with_dash", "signed"): "before the quotation stands a dash, or nothing",
    ("signed", "case_cited"): "behind the quotation stands a dash or a bracket, or the name of a case",
    ("label_above", "verb_after"): "the quotation has words beside it in its sentence, or none",
    ("likeliest", "said_in_sentence_after"): "the quotation has words beside it in its sentence, or none",
    ("introduced", "reopened"): "before the quotation stands a colon, or a quotation that was not closed",
    ("said_in_sentence_before", "narrated_before"): "the quotation begins its paragraph, or does not",
}
FEWEST = 3
"""Quotations: of two sieves that differ about fewer, the articles do not tell which is the better."""


def test_the_sieves_before_the_ranker_are_those_that_stand_before_it():
    assert (*BEFORE_RANKING, likeliest) == SIEVES[: len(BEFORE_RANKING) + 1]


@pytest.mark.parametrize("sieve", SIEVES, ids=NAMES)
def test_each_sieve_has_texts_of_its_own_and_gives_reasons_that_are_known(sieve):
    module = importlib.import_module(f"reading.sieves.test_{sieve.__module__.rpartition('.')[2]}")
    if sieve is likeliest:  # the ranker has a table by what it weighs
        assert module.CASES
        return
    cases = module.CASES[sieve.__name__]
    assert cases
    assert {reason for _, _, reason in cases} <= set(Reason)


def test_of_two_sieves_beside_each_other_it_is_known_whether_both_can_answer():
    assert {*EARLIER_WINS, *NEVER_BOTH} == set(itertools.pairwise(NAMES))
    assert not EARLIER_WINS.keys() & NEVER_BOTH.keys()


@pytest.mark.parametrize("pair", EARLIER_WINS, ids=" before ".join)
def test_where_both_answer_the_earlier_sieve_wins(pair):
    text, mention, reason = EARLIER_WINS[pair]
    at = NAMES.index(pair[0])
    exchanged = (*SIEVES[:at], SIEVES[at + 1], SIEVES[at], *SIEVES[at + 2 :])
    _, found, _, why, _ = answers_of(text)[-1]
    assert (found, why) == (mention, reason)
    assert answers_of(text, sieves=exchanged)[-1] != answers_of(text)[-1]


def answers_of_each(article):
    """For every quotation whose speaker is marked, the sieves that answer it, and whether each is right."""
    narration = narration_of(article.text)
    answers = attribute(narration)
    wanted = {(s.start, s.end): s.speaker for s in article.segments if s.speaker in article.people}
    for quote in narration.places:
        span = narration.marked[quote].span
        speaker = wanted.get((span.start, span.end))
        if speaker is None:
            continue
        before = {other: answers[other] for other in answers if other < quote}
        found = {sieve.__name__: sieve(narration, quote, before) for sieve in SIEVES}
        yield {
            name: measure_reading.mention_right(article, speaker, (mention.span.start, mention.span.end))
            or measure_reading.names_right(article, speaker, mention.span.of(article.text))
            for name, answer in found.items()
            if answer is not None
            for mention in [answer.mention]
        }


def test_an_earlier_sieve_is_right_at_least_as_often_as_a_later_one_where_they_differ():
    # Not each sieve's share by itself: a later one is asked only what the earlier pass on.
    right = Counter()
    for path in sorted(measure_reading.ARTICLES.glob("*_*.txt")):
        for answered in answers_of_each(measure_reading.read_article(path)):
            assert not any({*pair} <= answered.keys() for pair in NEVER_BOTH)
            for earlier, later in itertools.combinations(answered, 2):
                if answered[earlier] != answered[later]:
                    right[earlier, later] += answered[earlier]
                    right[later, earlier] += answered[later]
    differ = [pair for pair in itertools.combinations(NAMES, 2) if right[pair] + right[pair[::-1]] >= FEWEST]
    assert len(differ) >= 5
    assert [pair for pair in differ if right[pair] < right[pair[::-1]]] == []


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("“We sail,” Vale said, “at noon.”", ["Vale", "Vale"]),
        ("“Do we?” asked Aas.\n\n“We sail,” said Vale.\n\n“We have no choice.”", ["Aas", "Vale", "Vale"]),
        ("“We go,” said Vale. But, said Aas, “not all of us.”", ["Vale", "Aas"]),
        ("“We go.” Vale added: “At noon.”", ["Vale"]),
        ("In Aas on Monday, Vale, 41, said the ship was “a ruin.”", ["Vale"]),
        ("At home in Aas, Berg County, on Monday, Vale, 31, said: “I was ill.”", ["Vale"]),
        ("With Ruth Vale saying she was “done,” the board met.", ["Ruth Vale"]),
        ("The ship was called “a ruin” by Ruth Vale.", ["Ruth Vale"]),
        ("Sen. Ruth Vale (D-Aas), noting the time, said, “We must sail.”", ["Sen. Ruth Vale"]),
    ],
)
def test_among_several_who_could_have_spoken_the_right_one_is_chosen(text, mentions):
    assert [mention for _, mention, *_ in answers_of(text)][-len(mentions) :] == mentions
