import pytest
from shown import narration_of

from quoteverify.reading.syntax.subjects import first_subject, own_subject

# A verb with its subject before it; None where it shares that of another verb.
OWN = [
    ("Ruth Vale said so.", "said", "Ruth Vale"),
    ("Ruth Vale has never said so.", "said", "Ruth Vale"),
    ("Ruth Vale, a pilot from Aas, said so.", "said", "Ruth Vale"),
    ("Ruth Vale (a pilot) said so.", "said", "Ruth Vale"),
    ("A source speaking to the Port News said so.", "said", "A source speaking to the Port News"),
    ("Ruth Vale, who said so, left.", "said", "Ruth Vale"),
    ("Ruth Vale left and said so.", "said", None),
    ("Said so.", "Said", None),
]


@pytest.mark.parametrize(("text", "verb", "subject"), OWN)
def test_the_subject_stands_before_its_verb(text, verb, subject):
    (sentence,) = narration_of(text).sentences(0)
    i = next(i for i, t in enumerate(sentence.tokens) if t.text == verb)
    found = own_subject(sentence, i)
    assert (found and found.span.of(text)) == subject


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
