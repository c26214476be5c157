import pytest
from shown import narration_of

from quoteverify.reading.people.resolution import Resolution
from quoteverify.reading.people.resolver import Resolver

# For each rule: a text, whose last subject is by it, and who.
RULES = {
    Resolution.NAMED: ("Ruth Vale said no.", "Ruth Vale"),
    Resolution.FULLER_NAME: ("Ruth Vale came. Vale said no.", "Ruth Vale"),
    Resolution.DESCRIBED: ("Mayor Ruth Vale came. The mayor said no.", "Ruth Vale"),
    Resolution.EPITHET: ("Ruth Vale won. The Norwegian said no.", "Ruth Vale"),
    Resolution.PRONOUN: ("Ruth Vale came. She said no.", "Ruth Vale"),
    Resolution.ASKED: ("Tom Vale asked Ruth Aas why. “No,” she said.", "Ruth Aas"),
    Resolution.ROLE_IN_SENTENCE: ("The mayor left a note in which she said no.", "The mayor"),
    Resolution.NEWCOMER: ("Tom Vale left. His wife laughed. She said no.", "His wife"),
    Resolution.NEUTER: ("The port council met. It said no.", "The port council"),
    Resolution.PLURAL: ("The pilots met. They said no.", "The pilots"),
    Resolution.NARRATOR: ("By Ruth Vale\n\nI said no.", "Ruth Vale"),
    Resolution.ITSELF: ("A senior official said no.", None),
    Resolution.SEVERAL: ("Ruth Vale and Tom Aas said no.", None),
    Resolution.OPEN: ("She said no.", None),
}


@pytest.mark.parametrize("rule", Resolution)
def test_each_rule_tells_who_a_mention_is(rule):
    text, name = RULES[rule]
    narration = narration_of(text)
    paragraph = len(narration.paragraphs) - 1
    subject = list(narration.subjects(paragraph, len(narration.sentences(paragraph)) - 1))[-1]
    found = Resolver(narration).resolve(subject)
    assert (found.rule, found.person and found.person.name) == (rule, name)


@pytest.mark.parametrize(
    ("noun", "plural"),
    [("pilots", True), ("policemen", True), ("pilot", False), ("witness", False), ("boss", False)],
)
def test_a_noun_is_of_several_by_its_ending(noun, plural):
    assert Resolver(narration_of("Vale came.")).cast.is_plural(noun) == plural


def test_who_spoke_is_known_by_where_the_words_ended():
    people = Resolver(narration_of("Ruth Vale and Tom Aas came."))
    vale, aas = people.census.all
    people.spoke(vale, 10)
    people.spoke(aas, 20)
    spoken = [people.cast.spoken_before(offset) for offset in (10, 11, 20, 21)]
    assert spoken == [[], [(10, vale)], [(10, vale)], [(10, vale), (20, aas)]]
