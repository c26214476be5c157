import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.models import QuoteKind
from quoteverify.reading import kinds
from quoteverify.reading.kinds import kind_of
from quoteverify.reading.marks import marked_spans, paragraphs
from quoteverify.text.language import profile

ENGLISH = profile("en")

# The rule that decides the first span, its kind, whether a report governs it, and the text.
CASES = [
    ("no_words", "term", True, 'Hale said it links to "https://harbour.example/news" now.'),
    ("named", "term", True, 'Hale said the so-called "silent clause in the deal" had to go.'),
    ("named", "term", True, 'The storm, dubbed "the old man of the coast", passed, Hale said.'),
    ("named", "term", False, 'Nobody knows where the phrase "right as a rainy Sunday" comes from.'),
    ("work", "term", True, 'Her new novel, "The Quiet Harbour," sold well, Hale said.'),
    ("work", "term", True, "The “Quiet Harbour” star said he was ill."),
    ("work", "term", True, "“Quiet Harbour,” a comedy about pilots, opens today, Hale said."),
    ("nickname", "term", True, 'William "Bill" Hale said he was ill.'),
    ("headline", "headline", False, "'I will not go': Hale defies the council"),
    ("headline", "headline", True, "Hale calls harbour plan 'a joke' and walks out"),
    (
        "pull_quote",
        "pull_quote",
        False,
        '"The harbour is ours"\n\nHale said: "We know the harbour is ours and stays so."',
    ),
    ("title", "term", True, "He said so on Radio Harbour's “Morning Tide” today."),
    ("title", "term", True, "He said so on “Morning Tide” today."),
    ("description", "descriptive", True, 'The magazine called him "a lamp in the fog" and left.'),
    ("few_words", "term", False, 'The "bad weather" came on Tuesday as the boats left.'),
    (None, "speech", True, 'The plan was "dead", Hale said.'),
    (None, "speech", True, '"Never," Hale said.'),
    (None, "speech", False, 'He turned round. "Who is it?" The door closed.'),
    (None, "speech", False, "“We have been here since the beginning and shall stay here.”"),
]


def read(text, cued=False, language=ENGLISH):
    return [
        kind_of(text, marked, paragraphs(text)[marked.paragraph], language, cued=cued)
        for marked in marked_spans(text, language)
    ]


@pytest.mark.parametrize(("rule", "kind", "cued", "text"), CASES)
def test_the_words_in_and_around_the_marks_say_what_they_hold(rule, kind, cued, text):
    assert read(text, cued)[0] == kind


@pytest.mark.parametrize("rule", kinds.RULES, ids=lambda rule: rule.__name__)
def test_every_rule_is_needed(rule, monkeypatch):
    cases = [(kind, cued, text) for name, kind, cued, text in CASES if name == rule.__name__]
    monkeypatch.setattr(kinds, "RULES", tuple(r for r in kinds.RULES if r is not rule))
    assert any(read(text, cued)[0] != kind for kind, cued, text in cases)


def test_every_row_is_needed():
    idle = [
        row
        for row in ENGLISH.rows("terms")
        if all(
            read(row.example, cued) == read(row.example, cued, ENGLISH.without("terms", row))
            for cued in (True, False)
        )
    ]
    assert not idle


@given(st.text(alphabet="aB .,'\"“”\n/@:", max_size=50) | st.text(max_size=50), st.booleans())
def test_any_span_has_a_kind(text, cued):
    assert all(isinstance(kind, QuoteKind) for kind in read(text, cued))
