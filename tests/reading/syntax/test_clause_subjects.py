import made_up
import pytest
from shown import narration_of

from quoteverify.reading.syntax.clause_subjects import first_subject, opens_subordinate


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("When Tom Aas came, Ruth Vale left.", "Ruth Vale"),
        ("When Tom Aas came.", "Tom Aas"),
        ("A cold morning in Aas.", None),
    ],
)
def test_the_main_clause_comes_first(text, subject):
    (sentence,) = narration_of(text).sentences(0)
    found = first_subject(sentence, len(sentence.tokens))
    assert (found and found.span.of(text)) == subject


# Sentences in which the subject stands where English has none, and who it is.
ORDERS = [
    ("verb_second", "Mondi faro ko Lotso.", ["ko Lotso"]),
    ("verb_second", "Ba ko Havo faro Ruth Vale.", ["Ruth Vale"]),
    ("verb_second", "Kom Lotso faro Ruth Vale.", ["Ruth Vale"]),
    ("verb_second", "Ba Ruth Vale faro kom Lotso.", []),
    ("verb_second", "Ruth Vale faro ko Skip.", ["Ruth Vale"]),
]


@pytest.mark.parametrize(("name", "text", "subjects"), ORDERS)
def test_a_subject_may_follow_its_verb_where_something_else_opens_the_clause(name, text, subjects):
    assert made_up.subjects_of(text) == subjects
    if len(subjects) == 1 and not text.startswith(subjects[0]):
        assert made_up.subjects_of(text, made_up.without(name)) != subjects


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("While Tom Aas came, Ruth Vale left.", True),
        ("But even as Tom Aas came, Ruth Vale left.", True),
        ("Even before Tom Aas came, Ruth Vale left.", True),
        ("But Ruth Vale left.", False),
        ("And yet even then as he came, she left.", False),
        ("Ruth Vale left while he came.", False),
    ],
)
def test_a_subordinate_clause_may_open_a_sentence(text, opens):
    (sentence,) = narration_of(text).sentences(0)
    assert opens_subordinate(sentence.tokens) is opens
