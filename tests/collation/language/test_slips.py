import pytest

from quoteverify.collation.language.lexicon import lexicon
from quoteverify.collation.language.slips import (
    is_common_word,
    is_word,
    letter_away,
    looks_mistyped,
    mistyped,
    without_apostrophes,
)
from quoteverify.text.language import LanguageProfile, language

ENGLISH = lexicon(language("en"))
WORDLESS = lexicon(LanguageProfile("xx", {}))


def test_words_of_every_sort_are_words() -> None:
    assert all(is_word(key, ENGLISH) for key in ("harbour", "whether", "seven", "harbour's"))
    assert not any(is_word(key, ENGLISH) for key in ("harbuor", "tehm", "corrigan"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("recieve", "receive"), ("goverment", "government"), ("untill", "until"), ("ocurred", "occurred")),
        *(("tommorrow", "tomorrow"), ("accomodation", "accommodation"), ("teh", "the"), ("taht", "that")),
        *(
            ("harbuor", "harbour"),
            ("cannnot", "cannot"),
            ("bota", "boat"),
            ("supreme", "upreme"),
            ("wih", "with"),
        ),
        *(("separate", "seperate"), ("their", "thier"), ("your", "yuor"), ("might", "mgiht"), ("to", "ot")),
        # Another word by two letters, of one that only grammar needs.
        *(("lose", "loose"), ("affect", "effect")),
        *(("form", "from"), ("quiet", "quite"), ("dose", "does")),
        *(("closed", "clsoed"), ("sails", "saills"), ("boats", "boatts"), ("harbour", "harbur")),
        # What looks alike to a scanner.
        *(("rnorning", "morning"), ("c1osed", "closed"), ("fiooded", "flooded"), ("vvater", "water")),
        *(
            ("beheve", "believe"),
            ("fhip", "ship"),
            ("muft", "must"),
            ("bv", "by"),
            ("lt", "it"),
            ("onr", "our"),
        ),
        # What lacks a letter of a short word of grammar, and what is no other word by another letter.
        *(("fo", "for"), ("t", "to"), ("orchand", "orchard"), ("counsal", "counsel")),
        # What a finger made that met the key beside one.
        *(("takk", "talk"), ("yesr", "year"), ("stanfs", "stands"), ("sfter", "after")),
        # What has a letter of such a word twice.
        *(("forr", "for"), ("tthe", "the"), ("aare", "are")),
        # What sounds the same, or has a letter where it begins or ends, and is nearer to no other word.
        *(
            ("harbour", "harrbuor"),
            ("greatful", "grateful"),
            ("explane", "explain"),
            ("seperete", "separate"),
        ),
        *(("benetif", "benefit"), ("implmenetaion", "implementation"), ("manuever", "maneuver")),
        *(("harbour", "harboux"), ("systemn", "system"), ("tesults", "results")),
        # Where neither is known, as of names, a slip inside.
        *(("corrigan", "corrrigan"), ("ytterdal", "ytterdahl")),
    ],
)
def test_a_slip_of_the_pen_is_one(one: str, other: str) -> None:
    assert mistyped(one, other, ENGLISH)
    assert mistyped(other, one, ENGLISH)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("county", "country"), ("united", "untied"), ("trail", "trial")),
        *(("diary", "dairy"), ("public", "pubic"), ("indicted", "inducted")),
        *(("not", "now"), ("can", "can't"), ("whether", "weather"), ("5", "6"), ("1518", "15l8")),
        *(("now", "not"), ("there", "here"), ("better", "bitter"), ("wing", "wings")),
        *(("able", "table"), ("was", "saw"), ("say", "stay"), ("sailed", "smiled"), ("on", "no")),
        *(("your", "ruoy"), ("sailor", "sailors"), ("58", "55"), ("harbour", "xarbour")),
        # In a short word a letter more or less may be an abbreviation; a name of another letter another name.
        *(("cat", "cbt"), ("aas", "oas"), ("vale", "vane"), ("munt", "lunt")),
        # What could be misread for another word as well, or lack a letter of one that turns the sense.
        *(("bnt", "hut"), ("n", "on"), ("nt", "not"), ("playrd", "player")),
        # Nor what may be another as well, where one of both turns the sense: hover, snail, hearty, them.
        *(("hever", "never"), ("snall", "shall"), ("hearly", "nearly"), ("oiher", "other")),
        *(("cleven", "eleven"), ("teast", "least"), ("thom", "thorn")),
        # What is a word, though not a common one.
        *(
            ("prescribed", "proscribed"),
            ("boats", "oats"),
            ("affective", "effective"),
            ("grifter", "drifter"),
        ),
        *(
            ("adoptee", "adopted"),
            ("novitiate", "negotiate"),
            ("racialist", "realist"),
            ("moralise", "moraine"),
        ),
        # Nor is what has another letter, or one more, where short words begin or end.
        *(("boat", "oboat"), ("sails", "sailx"), ("boats", "xoats"), ("carr", "car")),
        # Nor is what no key beside one makes, or makes of what turns the sense: boar, bog; nor, none.
        *(("boag", "boat"), ("npt", "not"), ("nore", "more"), ("fackt", "facts")),
        # Nor two slips that sound otherwise, or could be of another word too, where the word is short.
        *(("covid", "cover"), ("triffer", "trigger"), ("tufure", "future"), ("poind", "point")),
        # Nor what one sense could be meant by, or another: lighter, neuter.
        *(("neighter", "neither"), ("nevere", "never")),
    ],
)
def test_another_word_or_name_is_no_slip(one: str, other: str) -> None:
    assert not mistyped(one, other, ENGLISH)
    assert not mistyped(other, one, ENGLISH)


def test_a_rarer_word_is_one_and_a_capital_may_make_a_name_of_it() -> None:
    assert is_word("proscribed", ENGLISH)
    assert not is_common_word("proscribed", ENGLISH)
    assert is_common_word("harbour's", ENGLISH)


def test_what_is_a_letter_away() -> None:
    assert {"b", "ba", "abc", "ac", "xab"} <= set(letter_away("ab"))
    assert "abcd" not in set(letter_away("ab"))


def test_without_a_list_of_words_what_looks_like_a_slip_is_one() -> None:
    assert mistyped("harbour", "habrour", WORDLESS)
    assert mistyped("country", "county", WORDLESS)
    assert looks_mistyped("harbour", "habrour", WORDLESS)
    assert not looks_mistyped("harbour", "xarbour", WORDLESS)


def test_a_word_without_its_apostrophes() -> None:
    assert without_apostrophes("don't") == "dont"
    assert without_apostrophes("boat") == "boat"
