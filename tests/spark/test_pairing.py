import random

import pytest

import quoteverify as qv
from quoteverify.errors import ArgumentTypeError, ArgumentValueError
from quoteverify.spark import pair

BRIDGE = "We will open the bridge in the spring, whatever the ferrymen say about it, and nobody pays a toll."


def quotes():
    """Quotes, some of them altered copies of others, one many times over, and a stock phrase in many."""
    rng = random.Random(5)
    vocabulary = [f"word{n}" for n in range(400)] + ["the", "of", "and", "a"] * 20
    made = [" ".join(rng.choices(vocabulary, k=rng.randint(3, 24))) for _ in range(150)]
    for quote in rng.sample(made, 60):
        words = quote.split()
        words[rng.randrange(len(words))] = rng.choice(vocabulary)
        made.append(" ".join(words[rng.randrange(2) :]))
    made += [BRIDGE] * 12 + [BRIDGE.replace("spring", f"month {n} of the year") for n in range(30)]
    made += ["", "...", None, "Yes", "yes", "No"]
    rng.shuffle(made)
    return made


def test_the_pairs_and_scores_are_those_of_one_process(session):
    given = quotes()
    frame = session.createDataFrame(
        [(f"{n:04}", text) for n, text in reversed(list(enumerate(given)))], "id string, text string"
    )
    found = sorted((int(row["a"]), int(row["b"]), row["score"]) for row in pair(frame).collect())
    wanted = list(qv.pair(text or "" for text in given))
    assert found == wanted
    assert len(wanted) > 100
    assert len({score for _, _, score in wanted}) > 10


def test_the_least_score_is_kept_to(session):
    frame = session.createDataFrame(list(enumerate(quotes())), "id bigint, text string")
    found = pair(frame, score_cutoff=0.95).collect()
    assert found
    assert min(row["score"] for row in found) >= 0.95


def test_no_quote_makes_no_pair(session):
    assert pair(session.createDataFrame([], "id string, text string")).collect() == []


def test_a_wrong_argument_is_refused_at_once():
    with pytest.raises(ArgumentValueError, match="score_cutoff must be from 0 to 1, not 60"):
        pair(None, score_cutoff=60)
    with pytest.raises(ArgumentTypeError, match="score_cutoff"):
        pair(None, score_cutoff="high")
    with pytest.raises(ArgumentValueError, match="xx"):
        pair(None, lang="xx")
