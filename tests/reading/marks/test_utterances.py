import pytest

from quoteverify.reading.marks import utterances
from quoteverify.reading.marks.pairing import marked_spans
from quoteverify.text.language import language

ENGLISH = language("en")

# A text that is read otherwise when the rule always answers the opposite of what it should there.
RULES = {
    "_can_stay_open": (True, "The girls saw 'em and left. It was 'late, and far.\n\n'Yes,' he said."),
    "_frames": (False, '"They left. “Home” is here.\n\n"Yes," he said.'),
    "_opens_again": (False, "She said: “We go. “We stay. “Yes.” He left."),
    "_closes_askew": (False, '"We go, "she said. "Now."'),
    "_breaks_off": (False, "He said: “We go.\n\nAdvertisement\n\n“We stay.”"),
    "_runs_out": (False, "“We go,” he said.\n\n“We stay."),
}


def read(text):
    return [(marked.span, marked.continues) for marked in marked_spans(text, ENGLISH)]


@pytest.mark.parametrize(("rule", "answer", "text"), [(r, a, t) for r, (a, t) in RULES.items()], ids=RULES)
def test_every_rule_is_needed(rule, answer, text, monkeypatch):
    before = read(text)
    monkeypatch.setattr(utterances, rule, lambda *_: answer)
    assert read(text) != before


@pytest.mark.parametrize(
    "between",
    [
        "The boats had stayed in the harbour for as long as anybody there could well remember, and rotted.",
        "\n\n".join(["A line."] * 13),
    ],
    ids=["a paragraph of narration", "too many lines"],
)
def test_an_utterance_does_not_go_on_after(between):
    marked = marked_spans(f"He said: “We go.\n\n{between}\n\n“We stay.”", ENGLISH)
    assert not any(one.continues for one in marked)


def test_what_another_paragraph_takes_up_ends_with_its_own():
    text = "“We go.  \n\n“We stay.”"
    (first, second) = marked_spans(text, ENGLISH)
    assert (first.span.of(text), first.marks.close) == ("We go.", "")
    assert (second.span.of(text), second.marks.close, second.continues) == ("We stay.", "”", True)


@pytest.mark.parametrize("text", ["“we stay.", "“We stay", "‘We stay.", "He saw “We stay. He left."])
def test_an_open_mark_that_begins_or_ends_no_utterance_is_a_stray_one(text):
    assert marked_spans(text, ENGLISH) == ()
