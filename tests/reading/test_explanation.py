import math

import attrs
import pytest
import spacy

from quoteverify import CustomSieve, Speaker, explain, parse
from quoteverify.errors import ArgumentTypeError, ArgumentValueError
from quoteverify.models import Document, Quote, Span

PORT = "Ruth Vale runs the port. The ship is “a ruin,” she told the board."


def steps(text, id="q1", **known):
    return [(step.rule, step.text) for step in explain(parse(text, **known), id, **known).steps]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“We sail,” said Ruth Vale.", [("said_after", "Ruth Vale")]),
        (PORT, [("said_after", "she"), ("pronoun", "Ruth Vale")]),
        (
            "Ruth Vale came. “We sail,” Vale said.",
            [("said_after", "Vale"), ("fuller_name", "Ruth Vale")],
        ),
        (
            "Ruth Vale came. Vale was late. “We sail,” she said.",
            [("said_after", "she"), ("pronoun", "Vale"), ("named", "Ruth Vale")],
        ),
        ("“We sail,” she said.", [("said_after", "she"), ("open", "")]),
        ("“We sail,” a senior official said.", [("said_after", "a senior official")]),
        ("VALE: We sail at noon.\n\nAAS: And then?\n\nVALE: We wait.\n", [("turn", "VALE")]),
        ("He liked the film “Dark Water”.", []),
    ],
)
def test_each_step_from_the_words_to_the_person_is_told(text, told):
    assert steps(text) == told


def test_who_is_known_to_the_caller_is_given():
    known = [Speaker("Ruth Anna Vale", aliases=["Ruth Vale"])]
    assert steps("“We sail,” said Ruth Vale.", speakers=known)[-1] == ("given", "Ruth Anna Vale")


def test_candidates_have_their_features_and_shares_as_the_ranking_has_them():
    document = parse("The board said that Vale had called the plan “a ruin”.")
    why = explain(document, "q1")
    assert {candidate.text for candidate in why.candidates} == {"The board", "Vale"}
    assert math.isclose(sum(candidate.share for candidate in why.candidates), 1)
    first = why.candidates[0]
    assert first.span == document.quotes[0].attribution.mention
    assert any(feature.weight > 0 for feature in first.features)
    assert all(feature.weight for feature in first.features)
    assert first.cue == document.quotes[0].attribution.cue


def test_whom_a_pronoun_may_mean_is_weighed():
    why = explain(parse("Ruth Vale met Tom Aas. “We sail,” she said."), "q1")
    assert why.people[0].text == "Ruth Vale"
    assert len(why.people) == 2


@pytest.mark.parametrize("subject", ["Bo Aas", "The mayor", "It", "They", "We", "Somebody", "I", "Most"])
def test_nobody_is_weighed_for_what_is_no_he_or_she(subject):
    document = parse(f"Ruth Vale met Tom Aas. “We sail,” {subject} said.")
    assert explain(document, "q1").people == ()


def test_a_term_says_what_made_it_one_and_speech_what_was_weighed():
    document = parse("She joined the “unity” lunch. “We sail at noon,” said Ruth Vale.")
    term, speech = (explain(document, quote) for quote in document.quotes)
    assert term.odds > 0 > speech.odds
    assert (term.steps, term.candidates, term.proposals) == ((), (), ())
    assert explain(parse("He liked the film “Dark Water”."), "q1").odds is None


def test_offsets_are_those_of_the_text_as_given():
    text = "> Ruth Vale runs\n> the port. The ship is\n> “a **ruin**,” she told the board.\n"
    document = parse(text)
    why = explain(document, document.quotes[0])
    assert [step.span.of(text) for step in why.steps] == ["she", "Ruth Vale"]
    assert all(one.span.of(text).split()[-1] in one.text for one in why.candidates)
    assert why.same


def test_every_quote_of_a_text_is_explained_as_it_was_read():
    text = (
        "“We sail,” said Ruth Vale, the mayor. “At noon.”\n\n“Or not.\n\n“Or later,” the mayor said.\n\n"
        "‘We sail’\n\nHer brother said: “She told me ‘never’ last week.”\n\n"
        "Ruth Vale’s letter calls it “a ruin”."
    )
    document = parse(text)
    for quote in document.quotes:
        why = explain(document, quote.id)
        assert why.quote == quote
        assert str(why)
        if quote.speaker and why.steps and why.same:
            assert why.steps[-1].text == quote.speaker.name


def test_the_pipeline_and_the_rules_that_were_given_are_given_again():
    sieve = CustomSieve(
        lambda place: Span(0, 4) if place.text else None, before="said_after", confidence=0.9, name="ours"
    )
    document = parse("Ruth came. “We sail,” said Aas.", sieves=[sieve], nlp=spacy.blank("en"))
    assert explain(document, "q1", sieves=[sieve], nlp=spacy.blank("en")).same
    assert not explain(document, "q1").same


def test_turns_and_what_stands_within_another_are_told_by_what_they_state():
    turns = parse("VALE: We sail at noon.\n\nAAS: And then?\n\nVALE: We wait.\n")
    within = parse("“My mother said, ‘You will never go to sea again,’ and wept,” said Ruth Vale.")
    for document in (turns, within):
        assert all(explain(document, quote).same for quote in document.quotes)
    assert explain(within, "q2").steps[0].text == "My mother"


@pytest.mark.parametrize("label", ["VALE", "Ruth Vale", "The Mayor of Port Aas", "Pilot", "Dr. Vale", "Q"])
def test_the_way_to_whoever_has_a_turn_ends_with_the_name(label):
    document = parse(f"{label}: We sail at noon.\n\nTULL: And then?\n\n{label}: We wait.\n")
    for quote in document.quotes:
        assert explain(document, quote).steps[-1].text == quote.speaker.name


def test_a_quote_made_by_hand_is_told_by_what_it_states():
    quote = Quote(id="mine", spans=[Span(0, 2)], text="We")
    why = explain(Document(text="We sail.", quotes=[quote, attrs.evolve(quote, id="none", spans=[])]), "mine")
    assert (why.same, why.steps) == (False, ())
    assert "It does not stand between marks" in str(why)


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ((parse(PORT), "q9"), ArgumentValueError, "no quote 'q9'; it has q1"),
        ((Document(text=""), "q1"), ArgumentValueError, "no quote 'q1'; it has none"),
        ((PORT, "q1"), ArgumentTypeError, "document must be Document, not str"),
        ((parse(PORT), 1), ArgumentTypeError, "quote must be Quote or str, not int"),
    ],
)
def test_what_is_asked_wrongly_is_told(arguments, error, message):
    with pytest.raises(error, match=message):
        explain(*arguments)
