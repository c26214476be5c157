import re

import attrs
import pytest
from shown import ENGLISH, narration_of

from quoteverify.reading.sieves import features as themes
from quoteverify.reading.sieves.candidates import candidates_for
from quoteverify.reading.sieves.features import (
    EVERYWHERE,
    IN_THE_SENTENCE,
    PARSED_EVERYWHERE,
    PARSED_IN_THE_SENTENCE,
    features,
    scene,
)
from quoteverify.reading.syntax.pipeline import UNPARSED, Parse
from quoteverify.text.language import LanguageProfile

# For each theme: the text, whose mention it is about, and what of the theme holds for the last quotation.
CASES = {
    "kind_of_report": [
        ("Vale said it was “a ruin.”", "Vale", "say_before say_before_part_word"),
        ("Vale said it was “an old ruin.”", "Vale", "say_before say_before_part_phrase"),
        ("Vale said, “A b c d e f g h.”", "Vale", "say_before say_before_whole_phrase"),
        ("Vale said, “A b c d e f g h i.”", "Vale", "say_before say_before_whole_long"),
        ("Vale said, “One two three.", "Vale", "say_before say_before_whole_phrase"),
        ("Vale said, “One two three”", "Vale", "say_before say_before_part_phrase"),
        ("“A ruin,” Vale said.", "Vale", "say_after say_after_whole_word"),
        ("According to Vale, it was “a ruin.”", "Vale", "source_before source_before_part_word"),
        ("Calling it “a ruin,” Vale left.", "Vale", "name_across name_across_part_word"),
        ("Vale came. It was “a ruin.”", "Vale", "acted_near_earlier acted_near_earlier_part_word"),
    ],
    "kind_of_mention": [
        ("Vale said it was “a ruin.”", "Vale", "mention_name mention_name_say"),
        ("Ruth Vale said it was “a ruin.”", "Ruth Vale", "mention_name mention_name_say mention_full_name"),
        ("She said it was “a ruin.”", "She", "mention_pronoun mention_pronoun_say pronoun_she"),
        ("Others said it was “a ruin.”", "Others", "mention_pronoun mention_pronoun_say pronoun_other"),
        ("The board said it was “a ruin.”", "The board", "mention_nominal mention_nominal_say mention_body"),
        ("The pilot said it was “a ruin.”", "The pilot", "mention_nominal mention_nominal_say mention_role"),
        ("A ship said it was “old.”", "A ship", "mention_nominal mention_nominal_say mention_thing_say"),
    ],
    "verb": [
        ("Vale said it was “a ruin.”", "Vale", "verb_bare verb_plainest"),
        ("Vale says it is “a ruin.”", "Vale", "verb_s verb_plainest"),
        ("Vale claimed it was “a ruin.”", "Vale", "verb_ed"),
        ("Vale will not say it was “a ruin.”", "Vale", "verb_bare verb_helped verb_modal verb_negated"),
        ("Vale has called it “a ruin.”", "Vale", "verb_ed verb_helped"),
        ("Vale would never even begin to say “a ruin.”", "Vale", "verb_bare verb_to"),
        ("Vale wrote in haste, or tried to, of “a ruin.”", "Vale", "verb_bare"),
        ("Vale said that it was “a ruin.”", "Vale", "verb_bare verb_plainest verb_then_that"),
        ("“A ruin,” Vale said", "Vale", "verb_bare verb_plainest"),
        ("According to Vale, it was “a ruin.”", "Vale", ""),
        ("Vale’s claim that it was “a ruin” was read out.", "Vale", ""),
        ("Vale is tired of the “floating ruin” in Aas.", "Vale", ""),
    ],
    "ownership": [
        ("Vale said it was “a ruin.”", "Vale", "opens_sentence"),
        ("“A ruin,” Vale said.", "Vale", ""),
        ("Vale left, saying it was “a ruin.”", "Vale", "opens_sentence shared"),
        ("Vale’s claim that it was “a ruin” was read out.", "Vale", "noun_alone opens_sentence"),
        ("Aas said that Vale’s claim was “a ruin.”", "Vale", "noun_though_before"),
    ],
    "rank_before": [
        ("Vale said it was “a ruin.”", "Vale", "before_0_of_1 first_before last_before"),
        ("Aas said the board said it was “a ruin.”", "Aas", "before_0_of_2 first_before"),
        (
            "Aas said the board said it was “a ruin.”",
            "the board",
            "before_1_of_2 last_before within_report_say within_report_nominal",
        ),
        (
            "Aas said, Vale said, they said, he said it was “a ruin.”",
            "Vale",
            "before_1_of_3 within_report_say within_report_name",
        ),
        (
            "Aas said, Vale said, they said, he said it was “a ruin.”",
            "he",
            "before_3_of_3 last_before within_report_say within_report_pronoun",
        ),
        (
            "According to Aas, Vale called it “a ruin.”",
            "Vale",
            "before_1_of_2 last_before within_report_name within_report_name",
        ),
        ("Aas called it old, and Vale said it was “a ruin.”", "Vale", "before_1_of_2 last_before"),
        ("Vale left, saying it was “a ruin.”", "Vale", "before_0_of_1 first_before last_before"),
        ("“A ruin,” Vale said.", "Vale", ""),
    ],
    "rank_after": [
        ("“A ruin,” Vale said.", "Vale", "first_after"),
        ("“A ruin,” Vale said, and Aas added it would sink.", "Aas", "later_after"),
        ("Aas said it was old, and “a ruin,” Vale said.", "Vale", "first_after after_though_before"),
        ("Vale said it was “a ruin.”", "Vale", ""),
        ("The “floating ruin” was towed out, and Vale left.", "Vale", ""),
    ],
    "rank_without_cue": [
        ("Vale is tired of the “floating ruin” in Aas.", "Vale", "no_cue_none first_plain"),
        ("Aas left, Vale stayed and the board met in “a ruin.”", "Aas", "no_cue_none first_plain"),
        ("Aas left, Vale stayed and the board met in “a ruin.”", "Vale", "no_cue_none mid_plain"),
        ("Aas left, Vale stayed and the board met in “a ruin.”", "the board", "no_cue_none last_plain"),
        ("Aas said that it was “a ruin.”", "it", "no_cue_though_cues first_plain"),
        ("The “floating ruin” was towed out, and Vale left.", "Vale", "no_cue_none"),
        ("Aas said it was “a ruin.”", "Aas", ""),
    ],
    "clause_opening": [
        ("Vale said it was “a ruin.”", "Vale", ""),
        ("It rained, but Vale said it was “a ruin.”", "Vale", "after_coordinator"),
        ("It rained when Vale said it was “a ruin.”", "Vale", "after_subordinator"),
        ("Aas said that Vale said it was “a ruin.”", "Vale", "after_that"),
        ("Aas met the man whom Vale called “a ruin.”", "Vale", "after_relative"),
        ("According to Vale, it was “a ruin.”", "Vale", "after_preposition"),
        ("On Monday, Vale said it was “a ruin.”", "Vale", "after_point"),
        ("“A ruin,” Vale said.", "Vale", "after_mark"),
        ("“A ruin,” said Vale.", "Vale", "after_word"),
        ("“A ruin,” said the pilot who left.", "the pilot", "after_word before_relative"),
        ("“A ruin,” said Vale", "Vale", "after_word"),
    ],
    "distance": [
        ("Vale said “a ruin.”", "Vale", "gap_before_0 gap_before_say_0"),
        ("Vale said: “A ruin.”", "Vale", "gap_before_1 gap_before_say_1"),
        ("Vale said it was “a ruin.”", "Vale", "gap_before_2_4 gap_before_say_2_4"),
        ("Vale said it was in one “ruin.”", "Vale", "gap_before_2_4 gap_before_say_2_4"),
        ("Vale said it was in one big “ruin.”", "Vale", "gap_before_5_9 gap_before_say_5_9"),
        ("Vale said" + " it" * 9 + " “ruin.”", "Vale", "gap_before_5_9 gap_before_say_5_9"),
        ("Vale said" + " it" * 10 + " “ruin.”", "Vale", "gap_before_10_19 gap_before_say_10_19"),
        ("Vale said" + " it" * 19 + " “ruin.”", "Vale", "gap_before_10_19 gap_before_say_10_19"),
        ("Vale said" + " it" * 20 + " “ruin.”", "Vale", "gap_before_20 gap_before_say_20"),
        ("“A ruin,” as Vale said.", "Vale", "gap_after_1 gap_after_say_1"),
        ("Calling it “a ruin,” Vale left.", "Vale", "gap_across_0 gap_across_name_0"),
    ],
    "borders": [
        ("Vale said: “We sail.”", "Vale", "colon_before_mark"),
        ("Vale said, “We sail.”", "Vale", "comma_before_mark"),
        ("Vale said that “we sail.”", "Vale", "that_before_mark that_after_cue"),
        ("Vale said that it was “a ruin.”", "Vale", "that_after_cue"),
        ("Vale described it as “a ruin.”", "Vale", "as_before_mark"),
        ("Vale said “a ruin.”", "Vale", ""),
        ("“A ruin,” as Vale said.", "Vale", ""),
    ],
    "what_stands_between": [
        ("Vale said it was “a ruin.”", "Vale", ""),
        ("Vale said it was old, and “a ruin.”", "Vale", "comma_between_before coordinator_between_before"),
        ("Vale said it sank because it was “a ruin.”", "Vale", "subordinator_between_before"),
        ("Vale said it was the board which was “a ruin.”", "Vale", "relative_between_before"),
        ("Vale said it was “old” or “a ruin.”", "Vale", "quote_between_before"),
        ("Vale said it was old; it was “a ruin.”", "Vale", "semicolon_between_before"),
        ("Vale said one thing: it was “a ruin.”", "Vale", "semicolon_between_before"),
        ("Vale said: “A ruin.”", "Vale", ""),
        ("Vale said it was old – “a ruin.”", "Vale", "dash_between_before"),
        ("Vale said it was old -- “a ruin.”", "Vale", "dash_between_before"),
        ("“A ruin,” and rust, Vale said.", "Vale", "comma_between_after coordinator_between_after"),
    ],
}  # fmt: skip
TABLE = [(theme, *case) for theme, cases in CASES.items() for case in cases]


def words_of(text, *places):
    """Where each word starts that is named; its second place for ``word#2``."""
    for word in places:
        name, _, again = word.partition("#")
        start = -1
        for _ in range(int(again or 1)):
            start = text.index(name, start + 1)
        yield start


def parse_of(text, heads="", subjects="", people="", others=""):
    """What a pipeline might say of a text, written as ``dependent<head`` with a blank between two."""

    def pairs(given):
        return dict(tuple(words_of(text, *pair.split("<"))) for pair in given.split())

    named = dict.fromkeys(words_of(text, *people.split()), True)
    named |= dict.fromkeys(words_of(text, *others.split()), False)
    return Parse(named, pairs(heads), {verb: subject for subject, verb in pairs(subjects).items()})


def scene_of(text, language=ENGLISH, parsed=UNPARSED):
    """The scene of the last quotation, and its candidates."""
    narration = narration_of(text, language)
    quote = len(narration.marked) - 1
    found = candidates_for(narration, quote, {})
    sentence, at = narration.sentence(quote), narration.places[quote].token
    return scene(sentence, at, found, language, parsed), found


def seen(text, name, parsed=UNPARSED):
    """The last candidate that is so printed, as the themes look at it."""
    here, found = scene_of(text, parsed=parsed)
    candidate = next(c for c in reversed(found) if c.mention.span.of(text) == name)
    return themes._seen(here, candidate)


@pytest.mark.parametrize(("theme", "text", "name", "holds"), TABLE)
def test_what_holds_of_a_candidate_is_said_theme_by_theme(theme, text, name, holds):
    assert sorted(getattr(themes, theme)(seen(text, name))) == sorted(holds.split())


BOARD = "The board said that Vale had called it “a ruin.”"
HEADS = "The<board board<said called<said Vale<called that<called had<called it<called ruin<called a<ruin"
SUBJECTS = "board<said Vale<called"
PARSED_CASES = [
    ("parsed_name", BOARD, "Vale", {"people": "Vale"}, "parsed_person"),
    ("parsed_name", BOARD, "Vale", {"others": "Vale"}, "parsed_no_person"),
    ("parsed_name", BOARD, "Vale", {"people": "board"}, ""),
    ("parsed_name", BOARD, "The board", {"people": "The"}, ""),
    (
        "parsed_clause", BOARD, "Vale", {"heads": HEADS, "subjects": SUBJECTS},
        "parsed_governs_name_0 parsed_subject_name",
    ),
    (
        "parsed_clause", BOARD, "The board", {"heads": HEADS, "subjects": SUBJECTS},
        "parsed_governs_say_1 parsed_subject_say",
    ),
    (
        "parsed_clause", BOARD, "Vale", {"heads": HEADS, "subjects": "it<called"},
        "parsed_governs_name_0 parsed_no_subject_name",
    ),
    (
        "parsed_clause", BOARD, "Vale", {"heads": "ruin<board", "subjects": SUBJECTS},
        "parsed_apart_name parsed_no_subject_name",
    ),
    ("parsed_clause", BOARD, "Vale", {"heads": "board<said"}, ""),
    (
        "parsed_clause", "Vale sank in “a ruin.”", "Vale",
        {"heads": "Vale<sank ruin<sank a<ruin", "subjects": "Vale<sank"}, "parsed_governs_subject_0",
    ),
    (
        "parsed_clause", "Aas said Vale said they said he called it “a ruin.”", "Aas",
        {
            "heads": "Aas<said said#2<said said#3<said#2 called<said#3 ruin<called Vale<said#2 they<said#3",
            "subjects": "Aas<said",
        },
        "parsed_governs_say_2 parsed_subject_say",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("theme", "text", "name", "given", "holds"), PARSED_CASES)
def test_what_a_pipeline_shows_holds_too(theme, text, name, given, holds):
    found = getattr(themes, theme)(seen(text, name, parse_of(text, **given)))
    assert sorted(found) == sorted(holds.split())


def test_every_theme_has_its_cases():
    assert {theme.__name__ for theme in IN_THE_SENTENCE} == CASES.keys()
    assert {theme.__name__ for theme in PARSED_IN_THE_SENTENCE} == {case[0] for case in PARSED_CASES}


PARSED = parse_of(BOARD, HEADS, SUBJECTS, people="Vale")
HERE, EARLIER = "Vale said it was “a ruin.”", "Vale came. It was “a ruin.”"


@pytest.mark.parametrize(
    ("text", "parsed", "among"),
    [
        (HERE, UNPARSED, IN_THE_SENTENCE),
        (EARLIER, UNPARSED, EVERYWHERE),
        (BOARD, PARSED, IN_THE_SENTENCE + PARSED_IN_THE_SENTENCE),
        (EARLIER, Parse({0: True}), EVERYWHERE + PARSED_EVERYWHERE),
    ],
)
def test_features_are_those_of_all_themes_fewer_for_who_stands_elsewhere_more_with_a_parse(
    text, parsed, among
):
    one = seen(text, "Vale", parsed)
    assert list(features(one.scene, one.candidate)) == [name for theme in among for name in theme(one)]
    assert {feature for theme in among for feature in theme(one)}
    assert all(set(theme(one)) for theme in among if theme.__name__.startswith("parsed"))


def test_no_feature_is_a_word_of_the_text():
    one, other = (
        set(features(here.scene, here.candidate))
        for here in (
            seen(f"{name} told the {tree} that the {tree} was “{tree}”.", name)
            for name, tree in (("Vale", "zebrano"), ("Hoskuld", "mulberry"))
        )
    )
    assert one == other
    assert all(re.fullmatch(r"[a-z0-9_]+", feature) for feature in one)


def described(examples, language):
    """What holds of every candidate in some examples."""
    found = []
    for text in examples.split(" / "):
        here, among = scene_of(text, language)
        found += [sorted(features(here, candidate)) for candidate in among]
    return found


PLACES = [(row, place) for row in ENGLISH.rows("ranking_words") for place in row.values]


@pytest.mark.parametrize(("row", "place"), PLACES, ids=lambda x: x if isinstance(x, str) else x.words[0])
def test_without_what_a_row_says_of_a_place_its_example_reads_differently(row, place):
    less = attrs.evolve(row, values={name: value for name, value in row.values.items() if name != place})
    rows = [less if other is row else other for other in ENGLISH.rows("ranking_words")]
    language = LanguageProfile("en", {**ENGLISH.tables, "ranking_words": rows})
    assert described(row.example, language) != described(row.example, ENGLISH)


def test_each_place_of_the_table_is_one_that_features_look_at():
    assert {place for _, place in PLACES} == {
        field.name for field in attrs.fields(themes.RankingWords) if field.type is themes.TableColumn
    }
