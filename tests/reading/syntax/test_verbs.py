import made_up
import pytest
from shown import narration_of

from quoteverify.reading.syntax.verbs import AFTER_A_WORD, is_verb, verb_after

# A sentence and the finite verbs in it.
VERBS = [
    ("Vale says the reports are wrong.", ["says", "are"]),
    ("The Paris attacks changed it.", ["changed"]),
    ("The mayor rebuffs Vale.", ["rebuffs"]),
    ("The ship’s claim was late.", ["was"]),
    ("She claims it.", ["claims"]),
    ("The newly elected mayor came.", ["came"]),
    ("The mayor quietly left.", ["left"]),
    ("The pilots report it.", ["report"]),
    ("Vale, 41, reported it.", ["reported"]),
    ("Indeed the need for speed is real.", ["is"]),
    ("Saying it is hard.", ["is"]),
    ("When I ask her, Vale shrugs.", ["ask", "shrugs"]),
    ("She grins at me.", ["grins"]),
    ("White House press secretary Ruth Vale said so.", ["said"]),
    ("Port Board claims chief Ruth Vale said so.", ["said"]),
    ("Ruth Vale tells captain Tom Aas so.", ["tells"]),
    ("Those boats.", []),
    ("The film’s narrator says so.", ["says"]),
    ("One of the teachers insists.", ["insists"]),
    ("The White House says so.", ["says"]),
    ("The council say so.", ["say"]),
    ("Two men believe it.", ["believe"]),
    ("Some think so.", ["think"]),
    ("Some warned that it sank.", ["warned", "sank"]),
    ("Some added sugar.", []),
    ("The say of the board.", []),
    ("The family warned him.", ["warned"]),
    ("Vale moved us to claims of it.", ["moved"]),
    ("Vale left so that states can pass it.", ["left", "can", "pass"]),
    ("A nervous call came.", ["came"]),
    ("The nervous call it.", ["call"]),
    ("Those who met on Monday say it.", ["met", "say"]),
    ("The met on Monday claims of it.", []),
    ("Two firemen claim it.", ["claim"]),
    ("The Aas Rovers head coach left.", ["left"]),
    ("The Vales head home.", ["head"]),
    ("“No?” counsel asked.", ["asked"]),
    ("“No?” counsel for Vale asked.", ["asked"]),
    ("“No,” counsel Ruth Vale and Tom Aas.", ["counsel"]),
]


@pytest.mark.parametrize(("text", "verbs"), VERBS)
def test_a_word_is_a_verb_by_what_stands_before_it(text, verbs):
    (sentence,) = narration_of(text).sentences(0)
    assert [t.text for i, t in enumerate(sentence.tokens) if is_verb(sentence, i)] == verbs


def test_where_nouns_have_capitals_a_word_without_one_that_may_be_a_verb_is_one():
    (sentence,) = made_up.sentences_of("Ko faro ba ko Faro faro.")
    assert [i for i in range(len(sentence.tokens)) if is_verb(sentence, i)] == [1, 5]


@pytest.mark.parametrize("rule", AFTER_A_WORD, ids=lambda rule: rule.example)
def test_each_rule_decides_its_example(rule):
    stars = [part.split()[0].strip(".,") for part in rule.example.split("*")[1::2]]
    (sentence,) = narration_of(rule.example.replace("*", "")).sentences(0)
    found = [is_verb(sentence, i) for i, token in enumerate(sentence.tokens) if token.text in stars]
    assert found == [rule.is_verb] * len(stars)


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Others claim it.", ["claim"]),  # others: who claims, and whose claims
        ("Vale’s claims came.", ["came"]),
        ("Vale came to claim it.", ["came", "claim"]),  # to: before a verb, and a preposition
        ("Vale left since claims came.", ["left", "claims", "came"]),
    ],
)
def test_of_a_word_of_two_classes_the_first_rule_decides(text, verbs):
    (sentence,) = narration_of(text).sentences(0)
    assert [t.text for i, t in enumerate(sentence.tokens) if is_verb(sentence, i)] == verbs


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Vale said so.", "said"),
        ("Vale never said so.", "said"),
        ("Vale, a pilot, said so.", "said"),
        ("Vale (a pilot) said so.", "said"),
        ("Vale – a pilot – said so.", "said"),
        ("Vale (a “pilot”) said so.", None),
        ("Vale, a pilot, on Monday said so.", "said"),
        ("Vale, a pilot, last week said so.", "said"),
        ("Vale, a pilot, on deck said so.", None),
        ("Vale (a pilot; she) said so.", None),
        (f"Vale ({'very ' * 37}old) said so.", "said"),
        (f"Vale ({'very ' * 38}old) said so.", None),
    ],
)
def test_a_verb_follows_a_phrase_past_what_stands_between(text, verb):
    (sentence,) = narration_of(text).sentences(0)
    found = verb_after(sentence, 1)
    assert (found and sentence.tokens[found].text) == verb
