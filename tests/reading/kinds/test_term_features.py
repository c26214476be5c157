import re

import attrs
import pytest
from shown import ENGLISH, narration_of

from quoteverify.reading.attribution.cascade import attribute
from quoteverify.reading.kinds import term_features as themes
from quoteverify.reading.kinds.term_features import BIAS, THEMES, features
from quoteverify.text.language import LanguageProfile

# For each theme: the text, and what of the theme holds for its last span.
CASES = {
    "form": [
        ("It was “unity”.", "size_1 form_lower form_lower_1"),
        ("It was “one two”.", "size_2 form_lower form_lower_2"),
        ("It was “one two three”.", "size_3 form_lower form_lower_3"),
        ("It was “a b c d e”.", "size_4_5 form_lower form_lower_4_5"),
        ("It was “a b c d e f”.", "size_6_9 form_lower form_lower_6_9"),
        ("It was “a b c d e f g h i j”.", "size_10_19 form_lower form_lower_10_19"),
        ("It was “" + "a " * 20 + "”.", "size_20 form_lower form_lower_20"),
        ("It was “Unity”.", "size_1 form_name form_name_1"),
        ("It was “UNITY”.", "size_1 form_capitals form_capitals_1"),
        ("It was “U”.", "size_1 form_name form_name_1"),
        ("It was “The Port of Aas”.", "size_4_5 form_title form_title_4_5"),
        ("It was “I'm still in it”.", "size_4_5 form_opening form_opening_4_5"),
        ("It was “Up There”.", "size_2 form_title form_title_2"),
        ("It was “The port”.", "size_2 form_opening form_opening_2"),
        ("It was “the Port”.", "size_2 form_lower form_lower_2"),
        ("It was “5 ports”.", "size_2 form_number form_number_2"),
        ("It was “...”.", "size_0 form_empty form_empty_0"),
        ("It was “well-known”.", "size_1 form_lower form_lower_1"),
        ("It was “" + "a" * 398 + " b”.", "size_2 form_lower form_lower_2"),
        ("It was “" + "a" * 399 + " b”.", "size_1 form_lower form_lower_1"),
    ],
    "end": [
        ("It was “unity.”", "ends_stop"),
        ("It was “unity,” she said.", "ends_comma"),
        ("Was it “unity?”", "ends_query"),
        ("It was “unity!”", "ends_query"),
        ("It was “unity—” she said.", "ends_dash"),
        ("It was “unity”.", "ends_bare"),
        ("It was “what it was of”.", "ends_bare ends_in_closed_class"),
        ("It was “five ports”.", "ends_bare ends_in_plural"),
        ("It was “five others”.", "ends_bare ends_in_closed_class"),
        ("It was “ports”.", "ends_bare"),
    ],
    "start": [
        ("It was “to unite”.", "begins_to"),
        ("It was “not unity”.", "begins_not"),
        ("It was “No unity”.", "begins_no"),
        ("It was “the unity”.", "begins_determiner"),
        ("It was “of unity”.", "begins_preposition"),
        ("It was “she who united”.", "begins_subject"),
        ("It was “because of unity”.", "begins_conjunction"),
        ("It was “was united”.", "begins_auxiliary"),
        ("It was “my unity”.", "begins_closed_class"),
        ("It was “went under”.", "begins_verb"),
        ("It was “dredged ports”.", "begins_ed"),
        ("It was “dredging ports”.", "begins_ing"),
        ("It was “sadly dredged”.", "begins_ly"),
        ("It was “unity”.", "begins_open_class"),
        ("It was “...”.", ""),
    ],
    "contents": [
        ("It was “unity”.", ""),
        ("It was “ports united”.", "holds_open_class"),
        ("It was “ports of unity”.", "holds_closed_class"),
        ("It was “ports, united”.", "holds_open_class holds_comma"),
        ("It was “ports,united”.", "holds_open_class"),
        ("It was “it was unity”.", "holds_auxiliary holds_closed_class"),
        ("It was “they’re ours now”.", "holds_auxiliary holds_first_person holds_closed_class"),
        ("It was “I’m yours”.", "holds_auxiliary holds_first_person holds_second_person holds_closed_class"),
        ("It was “ports for yourselves”.", "holds_second_person holds_closed_class"),
        ("It was “of”.", ""),
    ],
    "neighbours": [
        (
            "It was the “unity” lunch.",
            "before_the before_the_lower before_the_short after_noun after_noun_short "
            "determined_then_noun",
        ),
        (
            "It was an “unity” lunch.",
            "before_a before_a_lower before_a_short after_noun after_noun_short determined_then_noun",
        ),
        (
            "It was her “unity” lunch.",
            "before_possessive before_possessive_lower before_possessive_short after_noun "
            "after_noun_short determined_then_noun",
        ),
        (
            "It was Vale’s “Unity” lunch.",
            "before_possessive_s before_possessive_s_name before_possessive_s_short after_noun "
            "after_noun_short determined_then_noun",
        ),
        (
            "It was this “unity” of.",
            "before_determiner before_determiner_lower before_determiner_short after_of "
            "after_of_short determined_then_of",
        ),
        ("It was “unity” now", "before_be before_be_lower before_be_short after_adverb after_adverb_short"),
        (
            "“We unite all ports” was",
            "before_edge before_edge_opening before_edge_phrase after_be after_be_phrase",
        ),
        (
            "They had “a b c d e f g h i j” would.",
            "before_auxiliary before_auxiliary_lower before_auxiliary_long after_auxiliary "
            "after_auxiliary_long",
        ),
        (
            "They hid under “unity” because",
            "before_preposition before_preposition_lower before_preposition_short after_conjunction "
            "after_conjunction_short",
        ),
        (
            "It was he “unity” Aas",
            "before_subject before_subject_lower before_subject_short after_name after_name_short",
        ),
        (
            "They saw Vale “unity” 5",
            "before_name before_name_lower before_name_short after_number after_number_short",
        ),
        (
            "The mayor said “unity” said Vale",
            "before_verb_cue_say before_verb_cue_say_lower before_verb_cue_say_short "
            "after_verb_cue_say after_verb_cue_say_short",
        ),
        (
            "They went “unity” sailed",
            "before_verb_other before_verb_other_lower before_verb_other_short after_verb_other "
            "after_verb_other_short",
        ),
        (
            "It was the same claim “unity” ports",
            "before_cue_or_noun before_cue_or_noun_lower before_cue_or_noun_short after_plural "
            "after_plural_short",
        ),
        (
            "It was the boat dredging “unity” sadly",
            "before_ing before_ing_lower before_ing_short after_adverb after_adverb_short",
        ),
        (
            "It was: “unity”, she said",
            "before_colon before_colon_lower before_colon_short after_comma after_comma_short",
        ),
        (
            "It was, “unity”.",
            "before_comma before_comma_lower before_comma_short after_stop after_stop_short",
        ),
        (
            "It was (“unity”)",
            "before_bracket before_bracket_lower before_bracket_short after_bracket "
            "after_bracket_short",
        ),
        (
            "It was – “unity” -- so",
            "before_dash before_dash_lower before_dash_short after_dash after_dash_short",
        ),
        (
            "It was; “unity”; so",
            "before_point before_point_lower before_point_short after_point after_point_short",
        ),
        (
            "It was “a” “unity”",
            "before_quote before_quote_lower before_quote_short after_edge after_edge_short",
        ),
    ],
    "enumeration": [
        ("It was “a”, “b” and “c”.", "listed"),
        ("It was “a”, “c”.", "listed"),
        ("It was “a”, or “c”.", "listed"),
        ("It was “a” but “c”.", ""),
        ("It was “a”; “c”.", ""),
        ("It was a, and “c”.", ""),
        ("And “c” was it.", ""),
        ("“c” was it.", ""),
    ],
    "governor": [
        ("Vale said “unity”.", "verb_cue_say verb_cue_say_short verb_cue_say_0"),
        ("Vale called it “unity of all ports”.", "verb_cue_name verb_cue_name_phrase verb_cue_name_1"),
        ("Vale called it one “unity”.", "verb_cue_name verb_cue_name_short verb_cue_name_2_3"),
        ("Vale called the old, red port “unity”.", "verb_cue_name verb_cue_name_short verb_cue_name_4_7"),
        (
            "Vale called the old red port of all of Aas “unity”.",
            "verb_cue_name verb_cue_name_short verb_cue_name_8",
        ),
        ("It was “unity”.", "verb_be verb_be_short verb_be_0"),
        ("They had “unity”.", "verb_have verb_have_short verb_have_0"),
        ("They could “unity”.", "verb_auxiliary verb_auxiliary_short verb_auxiliary_0"),
        ("The dredging of “unity”", "verb_ing verb_ing_short verb_ing_1"),
        ("It was, dredging “unity”", "verb_be verb_be_short verb_be_1"),
        ("Dredging “unity”", "verb_none verb_none_short verb_none_1"),
        ("They went to “unity”.", "verb_other verb_other_short verb_other_1"),
        ("The claim of “unity”", "verb_cue_say verb_cue_say_short verb_cue_say_1"),
        ("It was late; the “unity”", "verb_none verb_none_short verb_none_1"),
        ("It was late: the, the “unity”", "verb_none verb_none_short verb_none_2_3"),
        ("They went" + " of" * 23 + " “unity”.", "verb_other verb_other_short verb_other_8"),
        ("They went" + " of" * 24 + " “unity”.", "verb_none verb_none_short verb_none_8"),
    ],
    "report": [
        ("The “unity” lunch", "report_none report_none_short report_none_lower_1"),
        ("“Unity,” Vale said.", "report_said_after report_said_after_short speaker_name"),
        ("“We unite all ports,” she said.", "report_said_after report_said_after_phrase speaker_pronoun"),
        ("“Unity,” I said.", "report_said_after report_said_after_short speaker_author"),
        ("“Unity,” you said.", "report_said_after report_said_after_short speaker_you"),
        ("“Unity,” it said.", "report_said_after report_said_after_short speaker_it"),
        ("“Unity,” the ministry said.", "report_said_after report_said_after_short speaker_body"),
        ("“Unity,” the pilot said.", "report_said_after report_said_after_short speaker_role"),
        ("“Unity,” the ship said.", "report_said_after report_said_after_short speaker_nominal"),
    ],
    "cue": [
        ("The “unity” lunch", ""),
        ("“Unity,” Vale said.", "cued_name_1 cue_after_1 cue_after_1_short"),
        ("“Unity,” said Vale.", "cued_name_1 cue_after_0 cue_after_0_short"),
        ("Vale said “we unite all ports.”", "cued_lower_4_5 cue_before_0 cue_before_0_phrase"),
        ("Vale said that “we unite.”", "cued_lower_2 cue_before_1 cue_before_1_short"),
        ("Vale said that it was “unity.”", "cued_lower_1 cue_before_2_4 cue_before_2_4_short"),
        ("Vale said that it was one of its “ports.”", "cued_lower_1 cue_before_5_9 cue_before_5_9_short"),
        ("Vale said" + " it" * 10 + " was “unity.”", "cued_lower_1 cue_before_10 cue_before_10_short"),
        ("Vale spoke. “We unite.”", "cued_opening_2 cue_elsewhere"),
        ("Vale shrugged. “We unite.”", "uncued_opening_2"),
    ],
    "paragraph": [
        ("It was “unity”.", ""),
        ("It rained. “Unity.”", "sentence_alone_name_short"),
        (
            "It rained.\n\n“We unite all.”",
            "sentence_alone_opening_short paragraph_alone_opening paragraph_alone_short",
        ),
        (
            "“Unity” so.\n\n‘Unity works’",
            "sentence_alone_opening_short odd_marks_opening paragraph_alone_opening "
            "paragraph_alone_short paragraph_alone_odd_marks",
        ),
        ("“Unity” was it, as it was ‘unity’.", "odd_marks_lower"),
        ("‘Unity’ was it, as it was ‘unity’.", ""),
        ("Vale calls port ‘unity’ again", "heading_lower heading_short"),
        ("Vale calls port “one two three four” again", "heading_lower heading_phrase"),
    ],
    "company": [
        ("It was “unity”.", ""),
        ("“We unite all ports of Aas.” It was “unity”.", "whole_before"),
        ("“We unite all ports of Aas.” It was “a” “unity”.", "whole_before"),
        ("“We unite all ports of Aas.” It was “a” “b” “unity”.", ""),
        ("“We unite all ports of Aas.”\n\nIt was “unity”.", ""),
        ("“we unite all ports of Aas.” It was “unity”.", ""),
        ("“We unite all ports of Aas” was “unity”.", ""),
        ("“We unite all ports Aas.” It was “unity”.", ""),
    ],
    "repetition": [
        ("It was “unity”.", ""),
        ("It was unity and “unity”.", "again_unmarked_lower"),
        ("It was ‘unity’ and “unity”.", "again_marked_lower"),
        ("It was ‘unity, and “unity,” she said.", "again_marked_lower"),
        ("It was four old red ports, and “four old red ports”.", "again_unmarked_lower"),
        ("It was a b c d e f g h i j, and “a b c d e f g h i j”.", ""),
        ("It was ... and “...”.", ""),
        ("unity " + "x" * 9_900 + " “unity”", "again_unmarked_lower"),
        ("unity " + "x" * 10_000 + " “unity”", ""),
    ],
}  # fmt: skip
TABLE = [(theme, *case) for theme, cases in CASES.items() for case in cases]


def case_of(text, quote=-1, language=ENGLISH):
    """A span of a text as the themes look at it."""
    narration = narration_of(text, language)
    quote %= len(narration.marked)
    return themes._case(narration, quote, attribute(narration).get(quote))


@pytest.mark.parametrize(("theme", "text", "holds"), TABLE)
def test_what_holds_of_a_span_is_said_theme_by_theme(theme, text, holds):
    assert sorted(getattr(themes, theme)(case_of(text))) == sorted(holds.split())


def test_every_theme_has_its_cases():
    assert [theme.__name__ for theme in THEMES] == list(CASES)


@pytest.mark.parametrize(
    ("theme", "text", "holds"),
    [
        ("repetition", "It was “unity”, and unity.", "again_unmarked_lower"),
        ("repetition", "It was “unity”, and ‘unity’.", "again_marked_lower"),
        (
            "repetition", "Vale calls port ‘unity’ again\n\nUnity is unity.",
            "again_unmarked_lower heading_again_short",
        ),
        ("repetition", "“unity” " + "x" * 9_900 + " unity", "again_unmarked_lower"),
        ("repetition", "“unity” " + "x" * 10_000 + " unity", ""),
        ("company", "It was “unity”. “We unite all ports of Aas.”", "whole_after"),
        ("company", "It was “unity” “a”. “We unite all ports of Aas.”", "whole_after"),
        ("company", "It was “unity” “a” “b”. “We unite all ports of Aas.”", ""),
        (
            "paragraph", "‘Unity works’\n\n“Unity” so.",
            "sentence_alone_opening_short odd_marks_opening paragraph_alone_opening "
            "paragraph_alone_short paragraph_alone_odd_marks",
        ),
    ],
)  # fmt: skip
def test_what_holds_of_the_first_span_is_said_too(theme, text, holds):
    assert sorted(getattr(themes, theme)(case_of(text, 0))) == sorted(holds.split())


def test_features_are_those_of_all_themes_and_one_that_always_holds():
    case = case_of("It was “unity”, Vale said.")
    every = {feature for theme in THEMES for feature in theme(case)}
    assert features(case.narration, case.quote, case.answer) == every | {BIAS}


def test_the_words_of_a_very_long_span_are_those_that_it_begins_with():
    assert set(themes.form(case_of("It was “" + "a" * 400 + " b”."))) == {
        "size_1",
        "form_lower",
        "form_lower_1",
    }


def test_no_feature_is_a_word_of_the_text():
    one, other = (
        features(case.narration, case.quote, case.answer)
        for case in (case_of(f"The {tree} was a “{tree}”, Hale said.") for tree in ("zebrano", "mulberry"))
    )
    assert one == other
    assert all(re.fullmatch(r"[a-z0-9_]+", feature) for feature in one)


def described(examples, language):
    """What holds of the last span of each example."""
    cases = [case_of(text, language=language) for text in examples.split(" / ")]
    return [features(case.narration, case.quote, case.answer) for case in cases]


PLACES = [(row, place) for row in ENGLISH.rows("term_words") for place in row.values]


@pytest.mark.parametrize(("row", "place"), PLACES, ids=lambda x: x if isinstance(x, str) else x.words[0])
def test_without_what_a_row_says_of_a_place_its_example_reads_differently(row, place):
    less = attrs.evolve(row, values={name: value for name, value in row.values.items() if name != place})
    rows = [less if other is row else other for other in ENGLISH.rows("term_words")]
    language = LanguageProfile("en", {**ENGLISH.tables, "term_words": rows})
    assert described(row.example, language) != described(row.example, ENGLISH)


def test_each_place_of_the_table_is_one_that_features_look_at():
    looked_at = {field.name for field in attrs.fields(themes.TermWords) if field.type is themes.TableColumn}
    assert {place for _, place in PLACES} == looked_at - {"persons", "cues"}
