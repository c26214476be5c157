import spacy
from hypothesis import given
from hypothesis import strategies as st

from quoteverify import parse
from quoteverify.reading.pipeline import entities, entities_of, is_doc


def with_entities(text):
    """A Doc in which a ruler has found a person and a place."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Vale"}, {"label": "GPE", "pattern": "Aas"}])
    return nlp(text)


def test_entities_stand_where_they_start_in_the_text():
    text = "Vale met Aas."
    assert entities(with_entities(text)) == {0: True, 9: False}
    assert entities(with_entities(text), 100) == {100: True, 109: False}


def test_a_doc_is_told_from_other_things():
    assert is_doc(with_entities("Vale"))
    assert not is_doc("Vale")


@given(st.integers(1, 400_000))
def test_a_long_text_reaches_the_pipeline_in_pieces_that_make_it_up(length):
    text = ("word " * (length // 5 + 1))[:length]
    pieces = []

    def pipeline(piece):
        pieces.append(piece)
        return spacy.tokens.Doc(spacy.vocab.Vocab())

    assert entities_of(text, pipeline) == {}
    assert "".join(pieces) == text


def test_names_that_a_pipeline_never_takes_for_people_are_none():
    doc = with_entities("Aas met them. Aas sat down. Tom Vale came. “We sail,” he said.")
    assert parse(doc).quotes[0].speaker.name == "Tom Vale"
