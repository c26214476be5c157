import re

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from shown import ENGLISH
from spacy.tokens import Doc

from quoteverify import parse
from quoteverify.models import Span
from quoteverify.reading.syntax.grammar import grammar
from quoteverify.reading.syntax.pipeline import UNPARSED, is_doc, parse_by, parse_in

GRAMMAR = grammar(ENGLISH)


def with_entities(text):
    """A Doc in which a ruler has found a person and places."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(
        [
            {"label": "PERSON", "pattern": "Vale"},
            *({"label": "GPE", "pattern": place} for place in ("Aas", "Bray")),
        ]
    )
    return nlp(text)


def with_heads(text, **arcs):
    """A Doc in which ``word=(head, label)`` gives a word its head."""
    tokens = [token.text for token in spacy.blank("en")(text)]
    spaces = [bool(token.whitespace_) for token in spacy.blank("en")(text)]
    heads, labels = list(range(len(tokens))), ["dep"] * len(tokens)
    for word, (head, label) in arcs.items():
        heads[tokens.index(word)], labels[tokens.index(word)] = tokens.index(head), label
    return Doc(spacy.vocab.Vocab(), words=tokens, spaces=spaces, heads=heads, deps=labels)


def test_entities_stand_where_they_start_in_the_text():
    assert parse_in(with_entities("Vale met Aas."), GRAMMAR).named == {0: True, 9: False}


def test_a_verb_has_the_subject_of_its_clause_alone():
    parsed = parse_in(with_heads("Vale met Aas.", Vale=("met", "nsubj"), Aas=("met", "dobj")), GRAMMAR)
    assert parsed.subjects == {5: 0}
    assert parsed.above(9) == [5]


def test_the_subject_of_a_relative_clause_is_whom_it_is_about():
    parsed = parse_in(
        with_heads(
            "They asked Aas which said no.",
            They=("asked", "nsubj"),
            Aas=("asked", "dobj"),
            which=("said", "nsubj"),
            said=("Aas", "relcl"),
        ),
        GRAMMAR,
    )
    assert parsed.subjects == {5: 0, 21: 11}


def test_the_top_of_a_stretch_hangs_on_what_stands_outside():
    parsed = parse_in(with_heads("She met old Aas.", old=("Aas", "amod"), Aas=("met", "dobj")), GRAMMAR)
    assert parsed.top(Span(8, 15)) == 12
    assert parsed.top(Span(0, 15)) is None


def test_without_heads_nothing_stands_above():
    assert parse_in(with_entities("Vale met Aas."), GRAMMAR).above(0) == UNPARSED.above(None) == []


def test_a_doc_is_told_from_other_things():
    assert is_doc(with_entities("Vale"))
    assert not is_doc("Vale")


@given(st.integers(1, 400_000))
def test_a_long_text_reaches_the_pipeline_in_pieces_that_make_it_up(length):
    text = ("word " * (length // 5 + 1))[:length]
    pieces = []

    def pipeline(piece):
        pieces.append(piece)
        return Doc(spacy.vocab.Vocab())

    assert parse_by(pipeline, text, GRAMMAR) == UNPARSED
    assert "".join(pieces) == text


def test_names_that_a_pipeline_never_takes_for_people_are_none():
    doc = with_entities("Aas met them. Aas sat down. Tom Vale came. “We sail,” he said.")
    assert parse(doc).quotes[0].speaker.name == "Tom Vale"


def test_one_error_of_a_pipeline_hides_nobody_who_is_reported_to_speak():
    text = "Tom Vale met {}. Bray said it rained. “We sail,” he said."
    assert parse(with_entities(text.format("the crew"))).quotes[0].speaker.name == "Bray"
    assert parse(with_entities(text.format("Bray"))).quotes[0].speaker.name == "Tom Vale"


def with_labels(text, name, *labels):
    """A Doc in which a pipeline has found the places of a name, one after the other, to be of these kinds."""
    doc = spacy.blank("en")(text)
    places = [match.span() for match in re.finditer(name, text)]
    doc.ents = [
        doc.char_span(*place, label=label) for place, label in zip(places, labels, strict=True) if label
    ]
    return doc


TOLD_OF = (
    "Tom Vale slept.\n\nThe road to {0} is shut. {0} was in the news. Nobody forgets {0}. “We sail,” he said."
)
BRAY, NORWAY = TOLD_OF.format("Bray"), TOLD_OF.format("Norway")
CHEMIST = "Tom Aas left. Ruth Vale, a chemist, ran. Ruth Vale saw the sea, and Ruth Vale fell. “No,” {} said."
LABELLED = {
    "mostly a person's": (BRAY, "Bray", ("PERSON", "PERSON", "GPE"), "Bray"),
    "mostly a place's": (BRAY, "Bray", ("PERSON", "GPE", "GPE"), None),
    "as often the one as the other": (BRAY, "Bray", ("PERSON", None, "GPE"), None),
    "always a place's": (BRAY, "Bray", ("GPE", "GPE", "GPE"), "Tom Vale"),
    "a country's, whatever it was taken for": (NORWAY, "Norway", ("PERSON", "PERSON", "PERSON"), None),
    "never a person's, of one whose role is told": (
        CHEMIST.format("she"),
        "Ruth Vale",
        ("ORG", "ORG", "ORG"),
        "Ruth Vale",
    ),
    "never a person's, of one without": (
        CHEMIST.format("she").replace(", a chemist,", ""),
        "Ruth Vale",
        ("ORG", "ORG", "ORG"),
        "Tom Aas",
    ),
}


@pytest.mark.parametrize(("text", "name", "labels", "speaker"), LABELLED.values(), ids=LABELLED)
def test_what_a_pipeline_mostly_takes_a_name_for_counts(text, name, labels, speaker):
    found = parse(with_labels(text, name, *labels)).quotes[-1].speaker
    assert (found.name if found else None) == speaker


@pytest.mark.parametrize(
    ("text", "arcs", "speaker"),
    [
        (
            "For now, the town board waves off the storm damage as “a trifle that costs us nothing.”",
            {"board": ("waves", "nsubj"), "costs": ("as", "pcomp"), "as": ("waves", "prep")},
            "the town board",
        ),
        (
            "Vale stayed home. Each week the town lobbies for it: “We want our ship back.”",
            {"town": ("lobbies", "nsubj"), "want": ("lobbies", "parataxis")},
            "the town",
        ),
    ],
)
def test_the_subject_of_the_verb_above_a_quotation_may_have_spoken(text, arcs, speaker):
    (quote,) = parse(with_heads(text, **arcs)).quotes
    assert (quote.speaker.name, quote.attribution.reason) == (speaker, "parsed_subject")
    assert parse(text).quotes[0].speaker != quote.speaker
