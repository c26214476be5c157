import attrs
import pytest

from quoteverify.collation.verify import evidence
from quoteverify.collation.verify.claims import Claim
from quoteverify.collation.verify.evidence import (
    GROUNDS,
    SharedEvidence,
    missing,
    most_alike,
    part_differences,
)
from quoteverify.collation.verify.location import locate
from quoteverify.collation.verify.passages import claim_parts
from quoteverify.collation.verify.sources.source_index import SourceIndex
from quoteverify.models import Document


def asked(claim, *sources):
    """The sources made ready, the claim, and where it stands."""
    index = SourceIndex([Document(id=str(n), text=text) for n, text in enumerate(sources)])
    taken = Claim(claim, index.language)
    return index, taken, locate(index, taken)


@pytest.mark.parametrize("ground", GROUNDS, ids=lambda ground: ground.holds.__name__)
def test_each_ground_is_needed_for_its_example(ground, monkeypatch):
    assert [g for g in GROUNDS if g.holds(SharedEvidence(*asked(ground.claim, ground.source)))] == [ground]
    assert missing(*asked(ground.claim, ground.source)) is None
    monkeypatch.setattr(evidence, "GROUNDS", tuple(g for g in GROUNDS if g is not ground))
    assert missing(*asked(ground.claim, ground.source))


CREW = "Two herons sat on the broken mast. Later the pilots counted nine lanterns in the hold."
FAR_APART = (
    f"Twelve herons sat on the broken mast. {'It rained all day. ' * 50}Later the pilots counted lanterns."
)

# A claim, a source, and the rule by which it is not found.
MISSING = {
    "no words": ("— …", CREW, "claim_without_words"),
    "word for word": ("herons sat on the broken mast", CREW, None),
    "three words of four": ("herons sat above the mast", "herons sat", "too_little_in_common"),
    "three words": ("herons sat there", CREW, None),
    "three words with two others": ("herons stood there", CREW, "too_short_to_decide"),
    "three words that stand there": ("herons sat on", CREW, None),
    "four words": ("herons sat on masts", CREW, None),
    "nothing in common": ("Whales sang under blue ice", CREW, "too_little_in_common"),
    "nothing in common, of stock words": ("You see that we want it", CREW, "too_short_to_decide"),
    "one telling word": ("You see that we want herons", CREW, "too_short_to_decide"),
    # Of a place alone so much of the weight is enough, and of two a little more.
    "six tenths in one place": ("herons sat on the broken deck and hull", CREW, None),
    "less than six tenths in one place": (
        "herons sat on a new deck above the hull",
        CREW,
        "too_little_in_common",
    ),
    "two places": ("Two herons sat on the mast. The pilots counted nine lanterns", CREW, None),
    "scraps of two places": (
        "The mayor saw herons sat on a wall where pilots counted their empty tins of paint",
        CREW,
        "too_little_in_common",
    ),
    # A number in other words counts as shared, where half of the claim stands in the one place.
    "half, and a number": ("pilots counted 9 ropes here", CREW, None),
    "less than half, and a number": ("pilots counted 9 ropes, masts", CREW, "too_little_in_common"),
    "two places, and a number": (
        "12 herons sat on the broken mast. Later the pilots counted tins of old paint",
        FAR_APART,
        "too_little_in_common",
    ),
    # Stock words only: nearly all must stand there, of more than six.
    "six of seven stock words": ("so you say that we want it", "so you say that we like it", None),
    "five of six stock words": ("you say that we want it", "you say that we like it", "too_short_to_decide"),
    "a denial of five": ("you do not say it", "you do say it", None),
    "a denial of four": ("you do not say", "you do say", "too_short_to_decide"),
    "another verb of five": ("you say we want it", "you say we like it", "too_short_to_decide"),
    "another number of six": ("it was for two of us", "it was for three of us", None),
    "another number of five": ("you say two of us", "you say three of us", "too_short_to_decide"),
    "an amount in words": ("that was a lot for us", "that was much for us", "too_short_to_decide"),
}


@pytest.mark.parametrize(("claim", "source", "rule"), MISSING.values(), ids=MISSING)
def test_what_a_claim_shares_with_the_sources_is_enough_or_not(claim, source, rule):
    assert missing(*asked(claim, source)) == rule


def test_evidence_says_how_much_is_shared():
    found = SharedEvidence(*asked("Two herons sat on a broken mast", CREW))
    assert found.alone
    assert found.decidable
    assert len(found.shared) == 6
    assert found.telling == 5
    weight = Claim("Two herons sat on a broken mast", SourceIndex(CREW).language).weight
    assert found.covered == pytest.approx((sum(found.shared) - evidence.FRAGMENT) / weight)


def test_runs_past_the_fifth_of_a_place_take_nothing_more_off():
    words = [f"word{n}" for n in range(16)]
    source = " ".join(words)
    claim = " ".join(f"{a} {b} x{a}" for a, b in zip(words[::2], words[1::2], strict=True))
    found = SharedEvidence(*asked(claim, source))
    assert len(found.places[0].runs) == 8
    assert found.covered == pytest.approx((16 - 4 * evidence.FRAGMENT) / 24)


def test_scraps_say_nothing_of_a_claim_in_pieces():
    source = (
        f"Two herons sat on the broken mast. {'Nobody spoke of it all day. ' * 40}They lit nine lanterns."
    )
    index, claim, location = asked("Two herons sat on the broken mast. Nine lanterns", source)
    assert [sum(run.length for run in place.runs) for place in location.places] == [7, 2]
    assert SharedEvidence(index, claim, location).places == [location.places[0]]


def test_of_copies_the_one_printed_as_the_claim_is_comes_first():
    index, claim, location = asked(
        "We sail at noon.", "WE SAIL AT NOON", "We sail at noon.", "We sail at noon!"
    )
    assert [place.document for place in (*location.places, *location.others)] == [0, 1, 2]
    found = most_alike(index, claim, location)
    assert [place.document for place in (*found.places, *found.others)] == [1, 0, 2]


def test_of_copies_printed_otherwise_the_one_that_ends_as_the_claim_does_comes_first():
    index, claim, location = asked("we sail at noon!", "We sail at noon.", "We sail at noon!")
    assert most_alike(index, claim, location).places[0].document == 1


def test_a_copy_with_fewer_of_the_words_is_none():
    index, claim, location = asked(
        "We sail at noon, he says.", "We sail at noon, she says", "We sail at noon, he"
    )
    assert most_alike(index, claim, location) is location


def test_differences_of_a_passage_stand_in_the_document():
    text = "It is late. “We will sail,” she said, “at noon on Monday.”"
    index, claim, location = asked("We will not sail at noon on Tuesday.", text)
    (part,) = claim_parts(index, claim, location.places)
    found, similarity = part_differences(index, claim, part, 3)
    assert [(d.a.of(text), d.b_text) for d in found if d.kind.value in ("negation", "number")] == [
        ("", " not"),
        ("Monday", "Tuesday"),
    ]
    assert {d.passage for d in found} == {3}
    assert similarity == pytest.approx(2 * 6 / (7 + 8))


def test_what_is_printed_alike_differs_in_nothing():
    index, claim, location = asked("“We sail at noon.”", "He said: “We sail at noon.”")
    (part,) = claim_parts(index, claim, location.places)
    assert part_differences(index, claim, part, 0)[1] == 1.0
    part = attrs.evolve(part, text=claim.text)
    assert part_differences(index, claim, part, 0) == ([], 1.0)
