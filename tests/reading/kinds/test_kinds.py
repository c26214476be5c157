from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.models import QuoteKind
from quoteverify.reading.attribution.cascade import attribute
from quoteverify.reading.kinds import kinds
from quoteverify.reading.kinds.kinds import kind_of
from quoteverify.reading.kinds.surroundings import surroundings
from quoteverify.reading.kinds.terms import log_odds
from quoteverify.reading.marks.pairing import marked_spans, paragraphs
from quoteverify.reading.syntax.narration import Narration
from quoteverify.text.language import language

ENGLISH = language("en")

# The rule that decides the first span, its kind, and the text.
CASES = [
    ("no_words", "term", 'Hale said it links to "https://harbour.example/news" now.'),
    ("named", "term", 'Hale said the so-called "silent clause in the deal" had to go.'),
    ("named", "term", 'The storm, dubbed "the old man of the coast", passed, Hale said.'),
    ("named", "term", "The post, known to soldiers as “the oven in the sand”, fell, Hale said."),
    ("named", "term", "Hale said she had cut her rating to “hold”."),
    ("named", "term", "In a letter titled, “We shall not weep,” Hale said it was late."),
    ("named", "term", "She pecked the button marked “none of these”, Hale said."),
    ("identity", "term", "She told Hale that her name was “Rico.”"),
    ("named", "term", "Vale looked at the judge as though to say: “Why me?”"),
    ("christened", "term", "It is what researchers call a “distance effect”, Hale said."),
    ("description", "descriptive", "Some at the port call the plan “a ruin”, Hale said."),
    (None, "speech", "The pier was shut. But “The old port is safer with a pier of its own. It helps.”"),
    (None, "speech", "The word was marked, “I was late,” Hale said."),
    ("headline", "headline", "Water in Aas 'like tea', say residents\n\nIt is brown."),
    (None, "speech", "‘I was never slow. I was dear’\n\nHale is late."),
    ("unlike_speech", "term", "‘The Harbour Is Lost’\n\nHale is late."),
    ("christened", "term", "She said it was of a dog called “You Will Never Go.”"),
    ("christened", "term", "Hale said the rowers call themselves “Team Mud”."),
    ("christened", "term", "“It drew back,” Hale said of what locals call “the long cold sleep of winter”."),
    ("work", "term", "Hale warned: “You Will Never See Us Again,” a comedy about us."),
    ("work", "term", "Hale warned of the film “You Will Never See Us Again.”"),
    ("nickname", "term", "Hale told them that Ann “Storm” Vale was ill."),
    (None, "speech", 'On the pool — "It leaks," Hale said.'),
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
    (None, "speech", "“It is Thursday.”\n\n“Is it?” asked Hale."),
    (None, "speech", "‘You have a horse,’ said Hale.\n\n‘On Thursdays.’"),
    (
        "unlike_speech",
        "term",
        "“We shall not go,” said Hale.\n\n'All At Sea.'\n\nThe boats had left by noon.",
    ),
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
        known = quote in narration.places
        odds = partial(log_odds, narration, quote, answer) if known else None
        cued = answer is not None and answer.cue is not None
        kind, _ = kind_of(text, one, paragraphs(text)[one.paragraph], language, cued=cued, odds=odds)
        found.append(kind)
    return found


# What one rule says of the last span, asked by itself: with whether it is cued, and its odds.
CUED, UNCUED = True, False
ASKED = {
    "no_words": [
        ("She said “...”", CUED, 0.0, "term"),
        ("She said “(Applause.)”", CUED, 0.0, "term"),
        ("She said “(Applause) now”", CUED, 0.0, None),
        ("She said “@hale”", CUED, 0.0, "term"),
        ("She said “#harbour”", CUED, 0.0, "term"),
        ("She said “www.harbour.example”", CUED, 0.0, "term"),
        ("She said “harbour/news”", CUED, 0.0, None),
        ("She said “harbour//news”", CUED, 0.0, "term"),
        ("She said “harbour:/news”", CUED, 0.0, "term"),
        ("She said “@hale is here”", CUED, 0.0, None),
        ("She said “harbour”", CUED, 0.0, None),
    ],
    "named": [
        ("The so-called “silent clause”", CUED, 0.0, "term"),
        ("The report, entitled: “silent clause”", CUED, 0.0, "term"),
        ("The drink known simply as “silent”", CUED, 0.0, "term"),
        ("The drink drunk as “silent”", CUED, 0.0, None),
        ("The drink “silent”", CUED, 0.0, None),
    ],
    "identity": [
        ("He would say only that his name was “Rico”", CUED, 0.0, "term"),
        ("a man identified only as “Big Rico,”", CUED, 0.0, "term"),
        ("she said its name is “a ruin”", CUED, 0.0, None),
        ("she said its name was “Ours And Nobody Elses”", CUED, 0.0, None),
        ("she said the game was “Rico”", CUED, 0.0, None),
    ],
    "christened": [
        ("a dog called “Never Go”", CUED, 0.0, "term"),
        ("a dog called “never go”", CUED, 0.0, None),
        ("what locals call “the long cold sleep”", CUED, 0.0, "term"),
        ("what locals called “the long cold sleep”", CUED, 0.0, None),
        ("they call themselves “Team Mud”", CUED, 0.0, "term"),
        ("they call themselves “team mud”", CUED, 0.0, None),
        ("they called “Team Mud”", CUED, 0.0, None),
        ("Hale called “Team Mud”", CUED, 0.0, None),
        ("the crew calls “Team Mud”", CUED, 0.0, None),
        ("the crew calls its boat “Team Mud”", CUED, 0.0, "term"),
        ("the crew calls its old boat “Team Mud”", CUED, 0.0, "term"),
        ("a dog called at last the “Never Go”", CUED, 0.0, None),
        ("called “Never Go”", CUED, 0.0, None),
    ],
    "work": [
        ("the film “Dark Water”", CUED, 0.0, "term"),
        ("the film “dark water”", CUED, 0.0, None),
        ("the boatman “Dark Water”", CUED, 0.0, None),
        ("“Dark Water”, a novel by Hale", CUED, 0.0, "term"),
        ("“Dark Water” film", CUED, 0.0, "term"),
        ("“Dark Water” star", CUED, 0.0, "term"),
        ("“Dark Water” hats", CUED, 0.0, "term"),
        ("“Dark Water” pilots", CUED, 0.0, None),
        ("the film “" + "Dark " * 12 + "”", CUED, 0.0, "term"),
        ("the film “" + "Dark " * 13 + "”", CUED, 0.0, None),
    ],
    "nickname": [
        ("met Ann “Storm” Vale.", CUED, 0.0, "term"),
        ("met Ann “Storm” Vale", CUED, 0.0, None),
        ("met Ann “The Red Storm” Vale of Aas.", CUED, 0.0, "term"),
        ("met Ann “The Old Red Storm” Vale of Aas.", CUED, 0.0, None),
        ("met Ann “storm” Vale of Aas.", CUED, 0.0, None),
        ("met Ann “Storm” vale of Aas.", CUED, 0.0, None),
    ],
    "pull_quote": [
        ("“It is ours now.”\n\nHale said it is ours now and stays so.", UNCUED, 0.0, "pull_quote"),
        ("Hale said it is ours now and stays so.\n\n“It is ours now.”", UNCUED, 0.0, "pull_quote"),
        ("“It is ours now.”\n\nHale said it is theirs now.", UNCUED, 0.0, None),
        ("“It is ours.”\n\nHale said it is ours now.", UNCUED, 0.0, "pull_quote"),
        ("“Is ours.”\n\nHale said it is ours now.", UNCUED, 0.0, None),
        ("“It is ours now,” she said.\n\nHale said it is ours now.", UNCUED, 0.0, None),
        ("“" + "ours " * 60 + "”\n\n" + "ours " * 70, UNCUED, 0.0, "pull_quote"),
        ("“" + "ours " * 61 + "”\n\n" + "ours " * 70, UNCUED, 0.0, None),
        ("“We go.\n\n“It is ours now.”\n\nHale said it is ours now.", UNCUED, 0.0, None),
        ("“It is ours now.”\n\n" + "x" * 49_900 + " it is ours now", UNCUED, 0.0, "pull_quote"),
        ("“It is ours now.”\n\n" + "x" * 50_000 + " it is ours now", UNCUED, 0.0, None),
        ("It is ours now " + "x" * 49_900 + "\n\n“It is ours now.”", UNCUED, 0.0, "pull_quote"),
        ("It is ours now " + "x" * 50_000 + "\n\n“It is ours now.”", UNCUED, 0.0, None),
    ],
    "unlike_speech": [
        ("it was “ours”", UNCUED, 0.1, "term"),
        ("it was “ours”", UNCUED, 0.0, None),
        ("it was “ours”", UNCUED, -0.1, None),
        ("it was “one two three”", UNCUED, None, "term"),
        ("They were told it was “not safe”", UNCUED, 0.1, None),
        ("She has been warned, “not now”", UNCUED, 0.1, None),
        ("They were told of the “Not Safe”", UNCUED, 0.1, "term"),
        ("They were asked about the “ruin”", UNCUED, 0.1, "term"),
        ("They were told. It was “not safe”", UNCUED, 0.1, "term"),
        ("They were accused of “idling”", UNCUED, 0.1, None),
        ("They were widely described as “not safe”", UNCUED, 0.1, None),
        ("Told it was “not safe”", UNCUED, 0.1, None),
        ("The boats, accused of being “not safe”", UNCUED, 0.1, None),
        ("The boats, lost as “not safe”", UNCUED, 0.1, "term"),
        ("They were called “not safe”", UNCUED, 0.1, "term"),
        ("They were told to “go home”", UNCUED, 0.1, None),
        ("They were told to record it as “not safe”", UNCUED, 0.1, "term"),
        ("‘It was late’: How Aas lost its pier\n\nIt rained.", UNCUED, 0.1, None),
        ("‘Late’: How Aas lost its pier\n\nIt rained.", UNCUED, 0.1, "term"),
        ("‘The Late Pier’: how it was made\n\nIt rained.", UNCUED, 0.1, "term"),
        ("it was “one two three four”", UNCUED, None, None),
        ("“Awful now” – Ruth Vale", CUED, 0.1, None),
        ("“Awful now” – Ruth Vale", UNCUED, 0.1, "term"),
        ("“Awful Now” – Ruth Vale", CUED, 0.1, "term"),
        ("It was “awful now” – Ruth Vale", CUED, 0.1, "term"),
        ("“Awful now” Ruth Vale", CUED, 0.1, "term"),
        ("She said: “It is ours,” and left", CUED, 0.1, None),
        ("She said: “It is ours,” and left", UNCUED, 0.1, "term"),
        ("She said: “It is ours” and left", CUED, 0.1, "term"),
        ("She said: “it is ours,” and left", CUED, 0.1, "term"),
        ("She said “It is ours,” and left", CUED, 0.1, "term"),
        ("She left. “It is ours.” The end.", UNCUED, 0.1, None),
        ("She left. “It is ours.” and left", UNCUED, 0.1, "term"),
        ("She left. “It Ours.” The end.", UNCUED, 0.1, "term"),
        ("She left.\n\n“It is ours.”", UNCUED, 0.1, None),
        ("She left.\n\n‘It is ours.’", UNCUED, 0.1, "term"),
        ("She left. ‘It is ours.’ The end.", UNCUED, 0.1, None),
    ],
    "headline": [
        ("Hale calls plan 'a joke' and walks out", UNCUED, 0.0, "headline"),
        ("Hale calls plan “a joke” and walks out.", UNCUED, 0.0, None),
        ("'A joke'", UNCUED, 0.0, None),
        ("“It is a joke” — Ann Hale (@annhale) 3 May", UNCUED, 0.0, None),
        ("“It is ‘a joke’ now” says Hale", UNCUED, 0.0, None),
    ],
    "description": [
        ("They called him “a lamp in the fog”", CUED, 0.0, "descriptive"),
        ("They called him “a lamp in the fog”", UNCUED, 0.0, None),
        ("They called him “A lamp in the fog”", CUED, 0.0, None),
        ("They told him “a lamp in the fog”", CUED, 0.0, None),
        ("They called him “" + "a " * 10 + "”", CUED, 0.0, "descriptive"),
        ("They called him “" + "a " * 11 + "”", CUED, 0.0, None),
    ],
}  # fmt: skip
ASKED_TABLE = [(rule, *case) for rule, cases in ASKED.items() for case in cases]


@pytest.mark.parametrize(("rule", "text", "cued", "odds", "kind"), ASKED_TABLE)
def test_a_rule_asked_by_itself_answers_or_passes_on(rule, text, cued, odds, kind):
    found = marked_spans(text, ENGLISH)
    marked = found[0] if rule == "pull_quote" and not text.startswith(("Hale", "It", "“We")) else found[-1]
    place = paragraphs(text)[marked.paragraph]
    asked = None if odds is None else lambda: odds
    assert getattr(kinds, rule)(surroundings(text, marked, place, ENGLISH, cued=cued, odds=asked)) == kind


@pytest.mark.parametrize(
    "text", ["“We sail at noon,” she said.", "“We sail – ‘now’, they say – at noon,” she said."]
)
def test_the_odds_of_a_sentence_that_is_reported_are_not_asked_for(text):
    marked = marked_spans(text, ENGLISH)[0]
    place = paragraphs(text)[0]
    assert kind_of(text, marked, place, ENGLISH, cued=True, odds=lambda: 1 / 0) == ("speech", "speech")


def test_every_rule_is_asked_by_itself():
    assert list(ASKED) == [rule.__name__ for rule in kinds.RULES]


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
