import math

import pytest
from shown import ENGLISH, narration_of

from quoteverify.reading.people.antecedents import bucket, choose, features, field, weights
from quoteverify.reading.people.resolver import Resolver


def case(text, pronoun="she"):
    """A pronoun, the last subject of a text, and whom it may mean."""
    resolver = Resolver(narration_of(text))
    paragraph = len(resolver.narration.paragraphs) - 1
    sentence = len(resolver.narration.sentences(paragraph)) - 1
    mention = next(m for m in resolver.narration.subjects(paragraph, sentence) if m.head == pronoun)
    return resolver, *resolver.pronominal.referents.case(mention, 1 if pronoun == "she" else -1)


def described(text, name, pronoun="she"):
    resolver, asked, among = case(text, pronoun)
    candidate = next(c for c in among if c.person.name == name)
    return set(features(asked, candidate, field(among), resolver.census))


# A text whose last subject is "she": what holds of Ruth Vale, and what does not.
HOLDS = {
    "the subject before": (
        "Ruth Vale came. She sat.",
        {"sentences_1", "standing_subject", "alone"},
        {"doubtful"},
    ),
    "a sentence further": ("Ruth Vale came. It rained. She sat.", {"sentences_2"}, {"sentences_1"}),
    "another paragraph": (
        "Ruth Vale came.\n\nShe sat.",
        {"paragraphs_1", "over_paragraphs_subject_1"},
        {"paragraphs_0"},
    ),
    "who reports": ("Ruth Vale said so. She sat.", {"reports_before", "rank_of_reporters_0"}, set()),
    "introduced": ("Ruth Vale, 41, came. She sat.", {"introduced_before"}, set()),
    "a title": ("Mrs. Ruth Vale came. She sat.", {"titled_so", "gender_agrees_surely"}, {"gender_unknown"}),
    "behind another": (
        "Ruth Vale came. Ada Aas sat. She left.",
        {"rank_1", "rank_of_subjects_1"},
        {"rank_0"},
    ),
    "ahead": ("It rained. She sat. Ruth Vale came.", {"ahead_1"}, {"sentences_1"}),
}


@pytest.mark.parametrize(("text", "holds", "not_so"), HOLDS.values(), ids=HOLDS)
def test_what_holds_of_a_candidate_is_told(text, holds, not_so):
    if text.endswith("Ruth Vale came.") and "She sat. Ruth" in text:
        resolver = Resolver(narration_of(text))
        mention = next(m for m in resolver.narration.subjects(0, 1) if m.head == "she")
        asked, among = resolver.pronominal.referents.case(mention, 1)
        found = set(features(asked, among[0], field(among), resolver.census))
    else:
        found = described(text, "Ruth Vale")
    assert holds <= found
    assert not not_so & found


def test_the_choice_is_that_of_a_slow_search():
    resolver, asked, among = case("Ruth Vale met Ada Aas. Bo Berg wrote of it. She sat.")
    table = weights(ENGLISH)
    odds = {
        c.person.name: math.exp(
            sum(table.get(f, 0.0) for f in features(asked, c, field(among), resolver.census))
        )
        for c in among
    }
    best, share = choose(asked, among, resolver.census, ENGLISH)
    assert best.person.name == max(odds, key=odds.get)
    assert math.isclose(share, max(odds.values()) / sum(odds.values()))


def test_of_none_none_is_chosen():
    resolver, asked, _ = case("Ruth Vale came. She sat.")
    assert choose(asked, [], resolver.census, ENGLISH) is None


@pytest.mark.parametrize(
    ("count", "name"), [(0, "0"), (3, "3"), (4, "4_5"), (9, "6_9"), (10, "10"), (99, "10")]
)
def test_a_number_is_told_roughly(count, name):
    assert bucket(count) == name
