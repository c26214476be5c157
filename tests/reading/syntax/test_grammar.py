import attrs
import made_up
import pytest
from shown import ENGLISH, rows_without_effect

from quoteverify.errors import ArgumentValueError
from quoteverify.reading.syntax.grammar import Syntax, WordEnding, grammar
from quoteverify.reading.syntax.word_classes import BY_NAME

ENGLISH_GRAMMAR = grammar(ENGLISH)

TABLES = (
    "bodies",
    "epithets",
    "grammar",
    "name_particles",
    "name_suffixes",
    "offices",
    "pronouns",
    "roles",
    "syntax",
    "titles",
    "verbs",
)
# For each class, words that are of it and words that are not.
CLASSES = {
    "determiner": ("the an three several", "mayor vale said"),
    "definite_article": ("the", "a this"),
    "indefinite_article": ("a an", "the one"),
    "postposed": ("close familiar", "near source"),
    "predeterminer": ("all half", "the one"),
    "possessive": ("her their", "hers the"),
    "possessive_mark": ("'s ’s ' ’", "s her"),
    "possessive_ending": ("", "vales"),
    "partitive": ("one none", "the her"),
    "genitive": ("of", "for from"),
    "complement": ("of for with", "on to"),
    "modifier": ("on near", "of by"),
    "office_joint": ("of for to", "and by"),
    "body_joint": ("for on", "of to"),
    "additive": ("and", "or but"),
    "object_pronoun": ("him them you", "he they"),
    "plural": ("pilots firemen children", "pilot regimen"),
    "singular": ("boss bus", "bows"),
    "crowd": ("some three another", "the pilots"),
    "share": ("out percent", "in some"),
    "age": ("21-year-old", "21-year-olds old-age"),
    "manner_adverb": ("newly quietly", "newer lying"),
    "noun": ("family ally", "newly"),
    "clitic": ("'ll 's", "ll"),
    "auxiliary": ("was has would", "said went"),
    "adverb": ("also never", "vale said"),
    "ordinal_adverb": ("first", "second once"),
    "be": ("is been", "has 's"),
    "passive_auxiliary": ("'s ’s", "is 'd"),
    "aspectual": ("kept began", "keeping said"),
    "causing": ("led prompted", "told to"),
    "infinitive_marker": ("to", "on"),
    "verb_particle": ("on by", "to of"),
    "past": ("asked said put led", "says saying need indeed bed"),
    "participle": ("asked told said need", "wrote went says"),
    "present_participle": ("saying", "said says"),
    "receiving": ("received hid", "sent said"),
    "issuing": ("released sends put", "received said"),
    "verb_only": ("say says insisted", "claim reports state"),
    "third_person": ("says", "say said"),
    "perfect_participle": ("having", "has saying"),
    "agent": ("by", "from"),
    "author": ("by from", "of with"),
    "addressing": ("to", "at with"),
    "absolute": ("with", "without"),
    "perceiving": ("heard recalled", "said left"),
    "relayed": ("as", "so"),
    "inverting": ("as so", "and"),
    "oblique": ("", "him the"),
    "never_inverted": ("this those you", "he it that"),
    "preposition": ("of from", "said she"),
    "conjunction": ("and because", "said"),
    "coordinator": ("and so", "because then"),
    "sequencer": ("and then", "so because"),
    "subordinating_preposition": ("before since", "with while"),
    "relative": ("who which", "that whom"),
    "sharing": ("in per", "of on"),
    "relativiser": ("where whose", "that when"),
    "complementiser": ("that", "which this"),
    "purpose": ("for", "of"),
    "adjunct": ("to about through", "after before"),
    "place": ("in near", "to on"),
    "dating": ("last ago", "the week"),
    "calendar": ("monday january week", "vale noon"),
    "namesake": ("may april", "monday week"),
    "feminine": ("spokeswoman wife", "spokesman ministry"),
    "feminine_oblique": ("", "the her"),
    "furniture": ("listen", "vale"),
    "pronoun": ("she they it somebody", "them whom hers"),
    "closed": ("she them of and was also the her everybody", "vale said mayor monday"),
    "title": ("mr dr sir", "vale"),
    "role": ("mayor spokeswoman", "ministry said norwegian"),
    "person": ("mayor norwegian", "ministry said"),
    "body": ("ministry court", "mayor said"),
    "name_particle": ("al bin van", "mr"),
    "cue": ("said says told insisted", "sailed went"),
    "verb": ("said went", "mayor"),
    "cue_noun": ("claim remarks", "mayor said"),
    "printed": ("sign banners", "letter said"),
    "cue_phrase": ("according per", "to said"),
}


@pytest.mark.parametrize("name", BY_NAME)
def test_a_class_has_its_words_and_not_those_of_others(name):
    has, lacks = CLASSES[name]
    for word in has.split():
        assert ENGLISH_GRAMMAR.classes_of(word) & BY_NAME[name], word
    for word in lacks.split():
        assert not ENGLISH_GRAMMAR.classes_of(word) & BY_NAME[name], word


@pytest.mark.parametrize("table", TABLES)
def test_a_rows_example_reads_differently_without_the_row(table):
    assert list(rows_without_effect(table)) == []


def test_a_class_that_no_rule_asks_for_is_an_error():
    with pytest.raises(ArgumentValueError, match="class must be one of 'absolute'"):
        ENGLISH.with_rows("grammar", [{"words": ["yon"], "class": "distal"}])


@pytest.mark.parametrize(
    ("word", "ends"), [("asked", True), ("need", False), ("bed", False), ("used", True), ("edit", False)]
)
def test_an_ending_follows_a_stem_and_has_exceptions(word, ends):
    assert WordEnding("ed", 1, 2, frozenset({"need"})).ends(word) is ends


def test_every_word_is_in_lower_case_for_comparison():
    for word in ENGLISH_GRAMMAR.classes:
        assert word == word.lower()


SETS = {
    "determiners": "determiner",
    "possessives": "possessive",
    "prepositions": "preposition",
    "conjunctions": "conjunction",
    "auxiliaries": "auxiliary",
    "adverbs": "adverb",
    "be": "be",
    "calendar": "calendar",
    "furniture": "furniture",
    "subjects": "pronoun",
    "closed": "closed",
    "people": "person",
    "bodies": "body",
    "particles": "name_particle",
    "cues": "cue",
    "verbs": "verb",
}


@pytest.mark.parametrize(("field", "name"), SETS.items())
def test_a_set_has_the_words_of_a_class(field, name):
    found = getattr(ENGLISH_GRAMMAR, field)
    assert found == {word for word, classes in ENGLISH_GRAMMAR.classes.items() if classes & BY_NAME[name]}
    assert found


@pytest.mark.parametrize(
    "field",
    [
        "determiners",
        "possessives",
        "prepositions",
        "conjunctions",
        "auxiliaries",
        "adverbs",
        "subjects",
    ],
)
def test_a_closed_class_is_closed(field):
    assert getattr(ENGLISH_GRAMMAR, field) <= ENGLISH_GRAMMAR.closed


@pytest.mark.parametrize("field", ["people", "bodies"])
def test_no_word_for_who_may_speak_is_of_a_closed_class(field):
    assert not getattr(ENGLISH_GRAMMAR, field) & ENGLISH_GRAMMAR.closed


def test_every_cue_can_be_a_verb():
    assert ENGLISH_GRAMMAR.cues <= ENGLISH_GRAMMAR.verbs


def test_offices_are_taken_word_by_word():
    assert ("secretary", "of", "state") in ENGLISH_GRAMMAR.offices["secretary"]
    assert all("of" in office for offices in ENGLISH_GRAMMAR.offices.values() for office in offices)


def test_clitics_stand_without_their_apostrophe():
    assert {"s", "ll"} <= ENGLISH_GRAMMAR.clitics


def test_the_classes_of_a_language_are_made_once():
    assert grammar(ENGLISH) is ENGLISH_GRAMMAR


@pytest.mark.parametrize(
    ("table", "field"),
    [("roles", "people"), ("bodies", "bodies"), ("name_particles", "particles"), ("epithets", "people")],
)
def test_a_row_taken_away_takes_its_words_with_it(table, field):
    row = ENGLISH.rows(table)[0]
    elsewhere = {
        word for t in ("roles", "epithets") for r in ENGLISH.rows(t) if r is not row for word in r.words
    }
    less = getattr(grammar(ENGLISH.without(table, row)), field)
    assert less == getattr(ENGLISH_GRAMMAR, field) - (set(row.words) - elsewhere)


def test_what_holds_of_a_language_as_a_whole_is_a_row():
    assert attrs.asdict(ENGLISH_GRAMMAR.syntax) == {
        field.name: field.name == "headlines_have_capitals" for field in attrs.fields(Syntax)
    }
    other = attrs.asdict(grammar(made_up.language()).syntax)
    assert {name for name, holds in other.items() if holds} == set(made_up.WHOLE)


def test_what_no_rule_asks_of_a_language_is_an_error():
    with pytest.raises(ArgumentValueError, match="words must be of 'headlines_have_capitals'"):
        ENGLISH.with_rows("syntax", [{"words": ["verb_third"]}])


@pytest.mark.parametrize(
    ("word", "is_role"),
    [("lotso", True), ("skiplotso", True), ("havolotso", True), ("xlotso", False), ("lots", False)],
)
def test_a_compound_is_of_the_class_of_its_last_part(word, is_role):
    apart, joined = (grammar(p) for p in (made_up.without("nouns_are_compounded"), made_up.language()))
    assert bool(joined.classes_of(word) & BY_NAME["role"]) is is_role
    assert bool(apart.classes_of(word) & BY_NAME["role"]) is (word == "lotso")


@pytest.mark.parametrize(
    ("noun", "part"), [("lotso", "lotso"), ("skiplotso", "lotso"), ("lots", ""), ("skiplots", "")]
)
def test_of_a_compound_the_longest_part_is_known_that_is_among_some(noun, part):
    apart, joined = (grammar(p) for p in (made_up.without("nouns_are_compounded"), made_up.language()))
    assert joined.known_part(noun, {"lotso", "so"}) == part
    assert apart.known_part(noun, {"lotso"}) == ("lotso" if noun == "lotso" else "")
