import made_up
import pytest
from shown import ENGLISH, narration_of

from quoteverify.reading.syntax.tokens import NAME, NO_TOKEN, WORD
from quoteverify.text.language import LanguageProfile


def tokens_of(text):
    narration = narration_of(text)
    return [
        [t.text or "Q" for t in sentence.tokens]
        for paragraph in range(len(narration.paragraphs))
        for sentence in narration.sentences(paragraph)
    ]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Mr. Vale came. He sat.", [["Mr.", "Vale", "came", "."], ["He", "sat", "."]]),
        ("J. K. Vale’s boat.", [["J.", "K.", "Vale", "’s", "boat", "."]]),
        ("“Do we? Yes!” Vale asked.", [["Q", "Vale", "asked", "."]]),
        ("“We go.” Vale said: “Now.”", [["Q"], ["Vale", "said", ":", "Q"]]),
        ("“We go.” Vale said.", [["Q", "Vale", "said", "."]]),
        ("It is “late.” Vale said.", [["It", "is", "Q"], ["Vale", "said", "."]]),
        ("It is: “Late.” Vale said.", [["It", "is", ":", "Q", "Vale", "said", "."]]),
        ("“We go,” he said. “Now.”", [["Q", "he", "said", "."], ["Q"]]),
        # What follows a stop begins no sentence: another stop, a bracket, a comma, a small letter.
        ("He came (late.) It rained.", [["He", "came", "(", "late", ".", ")", "It", "rained", "."]]),
        ("He came [late.] It rained.", [["He", "came", "[", "late", ".", "]", "It", "rained", "."]]),
        ("He came late!, Vale said.", [["He", "came", "late", "!", ",", "Vale", "said", "."]]),
        ("He came late?! It rained.", [["He", "came", "late", "?", "!"], ["It", "rained", "."]]),
        ("He came late! so Vale said.", [["He", "came", "late", "!", "so", "Vale", "said", "."]]),
        ("The 21-year-old’s 9/11 boat.", [["The", "21-year-old", "’s", "9/11", "boat", "."]]),
    ],
)
def test_sentences_are_those_of_the_narration(text, sentences):
    assert tokens_of(text) == sentences


def test_a_sentence_without_end_is_cut():
    (first, *_) = narration_of("said " * 1000 + "“yes”").sentences(0)
    assert len(first.tokens) == 250
    assert {t.kind for t in first.tokens} == {WORD}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ko Skip faro ba Ruth Vale.", ["Ruth", "Vale"]),
        ("Ko ruto Skip faro.", []),
        ("Lotso Ruth Vale faro.", ["Ruth", "Vale"]),
        ("Skiplotso Ruth Vale faro.", ["Ruth", "Vale"]),
        ("Ko 3 Skip en ko XY faro.", ["XY"]),
        ("Mondi faro Skip.", ["Skip"]),
    ],
)
def test_where_nouns_have_capitals_a_name_is_what_is_known_for_no_noun(text, names):
    (sentence,) = made_up.sentences_of(text)
    assert [t.text for t in sentence.tokens if t.kind == NAME] == names


def test_a_noun_is_what_its_last_part_is_where_nouns_are_compounded():
    (sentence,) = made_up.sentences_of("Skiplotso faro.", made_up.without("nouns_are_compounded"))
    assert sentence.tokens[0].kind == NAME


def test_a_headline_has_verbs_with_capitals_in_some_languages():
    text = "Port Sinks, Says Vale"
    plain = LanguageProfile("en", {**ENGLISH.tables, "syntax": ()})
    for language, names in ((ENGLISH, ["Port", "Vale"]), (plain, ["Port", "Sinks", "Says", "Vale"])):
        (sentence,) = narration_of(text, language).sentences(0)
        assert [t.text for t in sentence.tokens if t.kind == NAME] == names


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Port Sinks Fast, Says Vale today", True),
        ("Port Sinks, Says Vale today", False),  # four fifths of the words have capitals, and no more
        ("Port Sinks, Says the mad Vale", True),  # short words have none
        ("Port Sinks, Says this mad Vale", False),
    ],
)
def test_a_headline_has_capitals_in_more_than_four_fifths_of_its_longer_words(text, headline):
    (sentence,) = narration_of(text).sentences(0)
    assert ("Sinks" not in [t.text for t in sentence.tokens if t.kind == NAME]) is headline


@pytest.mark.parametrize(("words", "sentences"), [(23, 1), (24, 2)])
def test_a_cue_is_looked_for_so_far_behind_a_quotation(words, sentences):
    assert len(tokens_of(f"“We go.” Vale {'very ' * words}said.")) == sentences


@pytest.mark.parametrize(
    ("text", "start"),
    [("Vale left, Aas said so.", 3), ("Vale left and Aas said so.", 3), ("Vale said so.", 0)],
)
def test_a_clause_starts_after_a_point_or_a_conjunction(text, start):
    (sentence,) = narration_of(text).sentences(0)
    said = next(i for i, t in enumerate(sentence.tokens) if t.text == "said")
    assert sentence.clause_start(said) == start


def test_outside_a_sentence_stands_no_token():
    (sentence,) = narration_of("Vale left.").sentences(0)
    assert sentence.at(-1) is sentence.at(3) is NO_TOKEN
    assert [sentence.at(i).text for i in range(3)] == ["Vale", "left", "."]
    assert sentence.span(0, 1).of(sentence.text) == "Vale left"


@pytest.mark.parametrize(
    ("text", "name"), [("Reacting, Ada Vale said so.", False), ("Manning, a pilot, said so.", True)]
)
def test_a_participle_that_reports_and_opens_a_sentence_is_no_name(text, name):
    (sentence,) = narration_of(text).sentences(0)
    assert (sentence.tokens[0].kind == NAME) == name
