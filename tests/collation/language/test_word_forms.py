"""When different words are forms of one."""

import pytest

from quoteverify.collation.language.lexicon import lexicon
from quoteverify.collation.language.word_forms import (
    expanded,
    joined_in_another_sense,
    of_one_class,
    one_word_in_two_forms,
    opposite,
    readings,
    same_contraction,
    same_lemma,
    same_spelling,
    traits,
)
from quoteverify.text.language import language
from quoteverify.text.words import words

ENGLISH = lexicon(language("en"))


def keys(text: str) -> list[str]:
    return words(text).keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("neighbours", "neighbors"),
        ("programmes", "programs"),
        ("organising", "organizing"),
        ("any one", "anyone"),
        ("enrolment", "enrollment"),
        ("all right", "alright"),
        ("foetuses", "fetuses"),
        ("practised", "practiced"),
        ("us", "united states"),
        ("st", "saint"),
        ("st", "street"),
        ("sec", "section"),
        ("nobody", "no one"),
        ("everybody", "everyone"),
        ("kiev", "kyiv"),
        ("ye", "you"),
        ("burthens", "burdens"),
        ("intirely", "entirely"),
        ("askt", "asked"),
        ("dropt", "dropped"),
        ("return’d", "returned"),
        ("applicant ’s", "applicant’s"),
        ("don t", "don’t"),
        ("musick", "music"),
    ],
)
def test_two_spellings_of_one_word(one: str, other: str) -> None:
    assert same_spelling(keys(one), keys(other), ENGLISH)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("four", "for"), ("wise", "wize"), ("hour", "hor"), ("boat", "coat"), ("boats", "ships")),
        *(("ploughs", "plowing"), ("grey", "grays"), ("organise", "organising"), ("labour", "sabor")),
        *(("saint", "street"), ("secretary", "section")),
        *(("nobody", "anyone"), ("everybody", "someone"), ("kiev", "kharkiv"), ("koran", "karen")),
        # Words of today that begin or end so, and short ones.
        *(
            ("inter", "enter"),
            ("least", "leased"),
            ("guest", "guessed"),
            ("he’d", "heed"),
            ("can t", "cane’t"),
        ),
        *(("any one", "any two"), ("grey area", "gray area"), ("boating", "grating"), ("the", "")),
    ],
)
def test_two_words_are_no_spellings_of_one(one: str, other: str) -> None:
    assert not same_spelling(keys(one), keys(other), ENGLISH)


@pytest.mark.parametrize(
    ("parts", "is_another"),
    [
        ("in secure", True),
        ("a part", True),
        ("now here", True),
        ("some times", True),
        ("mean while", False),
        ("over come", False),
        ("with out", True),
        ("be hind", False),
        ("harbour master", False),
    ],
)
def test_some_words_joined_make_another(parts: str, is_another: bool) -> None:
    assert joined_in_another_sense(parts.split(), parts.replace(" ", ""), ENGLISH) is is_another


@pytest.mark.parametrize(
    ("one", "other"),
    [("don’t", "do not"), ("can't", "cannot"), ("he'd", "he had"), ("he'd", "he would"), ("it's", "it has")],
)
def test_a_contraction_reads_as_this(one: str, other: str) -> None:
    assert same_contraction(keys(one), keys(other), ENGLISH)


def test_a_contraction_in_full_has_its_likeliest_reading() -> None:
    assert expanded(keys("they won’t say it’s late"), ENGLISH) == [
        "they",
        "will",
        "not",
        "say",
        "it",
        "is",
        "late",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("is", "was"),
        ("go", "went"),
        ("stop", "stopped"),
        ("carry", "carries"),
        ("make", "making"),
        ("child", "children"),
        ("boat", "boat's"),
        ("child's", "children"),
        ("do", "doing"),
        ("hike", "hiked"),
        ("hike", "hiking"),
        ("jog", "jogged"),
        ("jog", "jogging"),
        ("hiked", "hikes"),
        ("ferries", "ferried"),
        ("add", "added"),
        ("box", "boxes"),
        # Irregular verbs stand in the table of verbs, and those of saying among the cues.
        ("blow", "blew"),
        ("bitten", "bit"),
        ("say", "said"),
        ("told", "tells"),
    ],
)
def test_two_forms_of_one_word(one: str, other: str) -> None:
    assert same_lemma(one, other, ENGLISH)
    assert same_lemma(other, one, ENGLISH)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("his", "hi"), ("boat", "coat"), ("running", "runing"), ("is", "his"), ("planed", "planned")),
        *(
            ("hoping", "hopping"),
            ("add", "ads"),
            ("ad", "added"),
            ("sing", "s"),
            ("bus", "b"),
            ("wing", "w"),
        ),
        *(("blow", "bite"), ("bit", "bored"), ("said", "told")),
        *(("boats", "boast"), ("ferry", "ferris"), ("boating", "boatman"), ("under", "und")),
    ],
)
def test_two_words_are_no_forms_of_one(one: str, other: str) -> None:
    assert not same_lemma(one, other, ENGLISH)


@pytest.mark.parametrize(
    ("one", "other"), [("able", "unable"), ("honest", "dishonest"), ("hopeful", "hopeless"), ("fit", "unfit")]
)
def test_a_word_and_its_opposite(one: str, other: str) -> None:
    assert opposite(one, other, ENGLISH)
    assert opposite(other, one, ENGLISH)
    assert of_one_class(one, other, ENGLISH)


def test_words_of_one_closed_class_are_akin() -> None:
    assert of_one_class("may", "will", ENGLISH)
    assert of_one_class("six", "7", ENGLISH)
    assert not of_one_class("may", "boat", ENGLISH)


def test_forms_of_a_word_are_alike_and_other_words_are_not() -> None:
    assert one_word_in_two_forms(["two", "million"], ["2m"], ENGLISH)
    assert one_word_in_two_forms(["attempt"], ["attempts"], ENGLISH)
    assert not one_word_in_two_forms(["sold"], ["bought"], ENGLISH)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("able", "table"), ("it", "unit"), ("on", "iron"), ("hopeful", "hapless"), ("full", "less")),
        *(("able", "able"), ("able", "unables"), ("hopefulness", "hopeless"), ("awful", "awless")),
    ],
)
def test_another_word_is_no_opposite(one: str, other: str) -> None:
    assert not opposite(one, other, ENGLISH)
    assert not opposite(other, one, ENGLISH)


# A word, and what it may stand for in full.
READINGS = [
    ("boat", [("boat",)]),
    ("don't", [("do", "not")]),
    ("can't", [("can", "not"), ("cannot",)]),
    ("they'd", [("they", "would"), ("they", "had"), ("they", "did")]),
    ("boat's", [("boat", "'s"), ("boat", "is"), ("boat", "has")]),
    ("o'clock", [("o'clock",)]),
    ("'d", [("'d",)]),
]


@pytest.mark.parametrize(("key", "full"), READINGS)
def test_a_word_may_stand_for(key: str, full: list[tuple[str, ...]]) -> None:
    assert list(readings(key, ENGLISH)) == full


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("do not sail", "sail"),
        ("boat", "boat"),
        ("don't", "do"),
        ("it was", "it's"),
        ("they'd sail", "they do sail"),
    ],
)
def test_words_are_no_contraction_of_others(one: str, other: str) -> None:
    assert not same_contraction(keys(one), keys(other), ENGLISH)


def test_only_short_phrases_are_forms_of_others() -> None:
    assert same_contraction(keys("don't " * 4), keys("do not " * 4), ENGLISH)
    assert not same_contraction(keys("don't " * 5), keys("do not " * 5), ENGLISH)
    # Of so many readings, these are not among the first.
    assert not same_contraction(keys("they'd " * 4), keys("they did " * 4), ENGLISH)


# Two words that are forms of one another or of a class, by what else they share.
TRAITS = [("may", "will"), ("six", "7"), ("a", "100"), ("went", "go"), ("grey", "gray"), ("won't", "will")]
TRAITS += [("sailing", "rowing"), ("sail", "ship"), ("5", "$"), ("em", "them")]


@pytest.mark.parametrize(("one", "other"), TRAITS)
def test_words_that_could_be_paired_share_a_trait(one: str, other: str) -> None:
    assert traits(one, ENGLISH) & traits(other, ENGLISH)


@pytest.mark.parametrize(
    ("one", "other"), [("heron", "yard"), ("may", "boat"), ("six", "boat"), ("5", "boat")]
)
def test_words_that_share_no_trait(one: str, other: str) -> None:
    assert not traits(one, ENGLISH) & traits(other, ENGLISH)
