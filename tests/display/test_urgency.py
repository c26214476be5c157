import attrs
import pytest
from records import altered, check_report, verbatim

from quoteverify import parse, verify
from quoteverify.collation.policies import Policy
from quoteverify.display.finding_names import Tone
from quoteverify.display.phrases import left_off
from quoteverify.display.urgency import (
    axes,
    overall_tone,
    wanting,
    words_tone,
    worst_first,
)
from quoteverify.models import ContextFinding, SpeakerFinding, Wording


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, Tone.GOOD),
        ({"wording": Wording.NOT_FOUND}, Tone.BAD),
        ({"wording": Wording.ALTERED}, Tone.LOOK),
        ({"speaker_finding": SpeakerFinding.DISPUTED}, Tone.LOOK),
        ({"speaker_finding": SpeakerFinding.MISATTRIBUTED}, Tone.BAD),
        ({"context": ContextFinding.TRUNCATED}, Tone.BAD),
        ({"context": ContextFinding.NOT_CHECKED}, Tone.GOOD),
    ],
)
def test_a_claim_reads_as_its_worst_axis(changes, expected):
    assert overall_tone(attrs.evolve(verbatim(), **changes)) == expected


def test_an_alteration_of_the_meaning_is_worse_than_one_of_the_words():
    minor = attrs.evolve(altered(), differences=altered().differences[1:])
    assert (words_tone(altered()), words_tone(minor)) == (Tone.BAD, Tone.LOOK)


SOURCE = parse("“We will not sell the old yard before spring,” said Ada Aas.", outlet="The Tide")


@pytest.mark.parametrize(
    ("claim", "policy", "tone"),
    [
        ("We will not sell the old yard before spring", None, Tone.GOOD),
        ("We will not sell the old yard … spring", None, Tone.GOOD),
        ("We will … sell the old yard before spring", None, Tone.LOOK),
        ("We will [gladly] sell the old yard before spring", None, Tone.LOOK),
        ("We will sell the old yard before spring", None, Tone.BAD),
        ("We will not sell the old yard … spring", "words_alone", Tone.LOOK),
        ("We will not sell the old yard before spring", "words_alone", Tone.GOOD),
    ],
)
def test_what_stops_never_reads_as_if_it_stood(claim, policy, tone):
    house = policy and Policy(policy, "nothing but the words", ())
    found = verify(claim, SOURCE, speaker="Ada Aas", policy=house)
    assert overall_tone(found) is tone
    assert found.stops is (tone is not Tone.GOOD)
    assert bool(wanting(found)) is found.stops


def test_the_worst_verification_comes_first_else_the_drafts_order():
    assert worst_first(check_report()) == [2, 0, 1]
    same = attrs.evolve(check_report(), verifications=(verbatim(),) * 4)
    assert worst_first(same) == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("source", "claim", "cut"),
    [
        ("“We may sail in May, if the council agrees,” said Vale. “It is late.”", "We may sail in May",
         "if the council agrees,"),
        ("“I believe that the school will stay open. We shall see.”", "the school will stay open",
         "I believe that"),
        ("She said it was late. “As far as I know, the ferry sails at noon,” Vale said.",
         "the ferry sails at noon", "As far as I know,"),
        ("“Unless the wind drops, the ferry will not sail,” Vale said.", "the ferry will not sail",
         "Unless the wind drops,"),
        ("Vale: Perhaps the ferry will sail.\n\nAas: No.", "the ferry will sail", "Perhaps"),
        ("“We did not say that we would pay the bill,” Aas said.", "we would pay the bill",
         "We did not say that"),
        ("“We will pay every penny, provided that the insurers sign.” He left.", "We will pay every penny",
         "provided that the insurers sign"),
    ],
)  # fmt: skip
def test_what_was_cut_is_shown(source, claim, cut):
    found = verify(claim, source)
    assert left_off(found) == [cut]
    (context,) = (axis for axis in axes(found) if axis.name == "Context")
    assert context.meaning == f"what qualifies the words in the source was left off: “{cut}”"


def test_where_no_text_was_kept_nothing_was_seen_to_be_cut():
    found = verify("We may sail in May", "“We may sail in May, if the council agrees,” said Vale.")
    bare = attrs.evolve(found, passages=[attrs.evolve(found.passages[0], excerpt="")])
    assert left_off(bare) == left_off(attrs.evolve(found, passages=())) == []
