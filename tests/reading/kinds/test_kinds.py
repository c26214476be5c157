import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.models import QuoteKind
from quoteverify.reading.attribution.cascade import attribute
from quoteverify.reading.kinds import kinds
from quoteverify.reading.kinds.kinds import kind_of
from quoteverify.reading.kinds.terms import log_odds
from quoteverify.reading.marks.pairing import marked_spans, paragraphs
from quoteverify.reading.syntax.narration import Narration
from quoteverify.text.language import profile

ENGLISH = profile("en")

# The rule that decides the first span, its kind, and the text.
CASES = [
    ("no_words", "term", 'Hale said it links to "https://harbour.example/news" now.'),
    ("named", "term", 'Hale said the so-called "silent clause in the deal" had to go.'),
    ("named", "term", 'The storm, dubbed "the old man of the coast", passed, Hale said.'),
    ("christened", "term", "She said it was of a dog called “You Will Never Go.”"),
    ("christened", "term", "The rowers, who call themselves “Team Mud”, said they would go on."),
    ("christened", "term", "“It drew back,” Hale said of what locals call “the long cold sleep of winter”."),
    ("work", "term", "Hale warned: “You Will Never See Us Again,” a comedy about us."),
    ("work", "term", "Hale warned of the film “You Will Never See Us Again.”"),
    ("nickname", "term", "Hale told them that Ann “Storm” Vale was ill."),
    ("unlike_speech", "term", 'The "bad weather" came on Tuesday as the boats left.'),
    ("unlike_speech", "term", "He appeared on “Morning Tide” on Tuesday."),
    ("unlike_speech", "term", "“They said ‘no, never’ to us,” she said."),
    ("headline", "headline", "'I will not go': Hale defies the council"),
    ("headline", "headline", "Hale on the harbour: ‘It is lost.’\n\nThe boats had left by noon."),
    ("headline", "headline", "Hale calls harbour plan 'a joke' and walks out"),
    (
        "pull_quote",
        "pull_quote",
        '"The harbour is ours"\n\nHale said: "We know the harbour is ours and stays so."',
    ),
    ("description", "descriptive", 'The magazine called him "a lamp in the fog" and left.'),
    (None, "speech", "‘The harbour is lost,’ said Hale. ‘They will not come back.’"),
    (None, "speech", "‘The harbour is lost,’ said Hale.\n\nThe boats had left by noon."),
    (None, "speech", "The crew, Hale said, called the plan “Utter Madness.”"),
    (None, "speech", 'The plan was "dead", Hale said.'),
    (None, "speech", '"Never," Hale said.'),
    (None, "speech", '"The harbour is lost" — Ann Hale (@annhale) 3 May 2021'),
    (None, "speech", "“She told me ‘I will sink you’ and laughed,” Hale said."),
    (None, "speech", 'He turned round. "Who is it?" The door closed.'),
    (None, "speech", "“I am open.”\n\n“You look closed.”\n\n“I am thinking,” Hale says."),
    (None, "speech", "“We have been here since the beginning and shall stay here.”"),
]


def read(text, language=ENGLISH):
    """The kind of each span, outermost ones with what the sieves and the weights say of them."""
    marked = marked_spans(text, language)
    outermost = [m for m in marked if not m.depth]
    narration = Narration(text, paragraphs(text), outermost, language)
    answers = attribute(narration)
    found = []
    for one in marked:
        quote = outermost.index(one) if one in outermost else None
        answer = answers.get(quote)
        odds = log_odds(narration, quote, answer) if quote in narration.places else None
        cued = answer is not None and answer.cue is not None
        kind, _ = kind_of(text, one, paragraphs(text)[one.paragraph], language, cued=cued, odds=odds)
        found.append(kind)
    return found


@pytest.mark.parametrize(("rule", "kind", "text"), CASES)
def test_the_words_in_and_around_the_marks_say_what_they_hold(rule, kind, text):
    assert kind in read(text) if rule else set(read(text)) == {kind}


@pytest.mark.parametrize("rule", kinds.RULES, ids=lambda rule: rule.__name__)
def test_every_rule_is_needed(rule, monkeypatch):
    cases = [text for name, _, text in CASES if name == rule.__name__]
    before = [read(text) for text in cases]
    monkeypatch.setattr(kinds, "RULES", tuple(r for r in kinds.RULES if r is not rule))
    assert all(read(text) != then for text, then in zip(cases, before, strict=True))


def test_every_row_is_needed():
    idle = [
        row
        for row in ENGLISH.rows("terms")
        if read(row.example) == read(row.example, ENGLISH.without("terms", row))
    ]
    assert not [row.words[0] for row in idle]


@given(st.text(alphabet="aB .,'\"“”\n/@:", max_size=50) | st.text(max_size=50))
def test_any_span_has_a_kind(text):
    assert all(isinstance(kind, QuoteKind) for kind in read(text))
