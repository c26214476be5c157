import pytest

from quoteverify import language, parse
from quoteverify.collation.verify.speech.turns import is_answer, is_in_own_voice, turns
from quoteverify.models import Document, Span

TURNS = {
    ("MS. AAS: We will not sell the yard.\nMR. BERG (by phone): You will. Why not?\n\nQ: Is that all?\n"): [
        "MS. AAS",
        "MR. BERG",
        "Q",
    ],
    "Ada Aas: No.\nBo Berg: Yes.": ["Ada Aas", "Bo Berg"],
    "**Ada Aas:** No.\n> Bo Berg: Yes.": ["Ada Aas", "Bo Berg"],
    "The Speaker of the House: Order!\nMs van der Berg: No.": ["The Speaker of the House", "Ms van der Berg"],
    "AAS: We\nsail at\nnoon, if\nit is\ndry and\nwarm and\nnot too\nlate to\nsail.\nQ: So?": ["AAS", "Q"],
    "AAS: We sail.\n" + "It is late.\n" * 8 + "Q: So?": ["AAS", "Q"],
    "Picture: the yard.\n" + "It is late.\n" * 9 + "More: the yard.": [],
    "Picture: the yard.\nThe mayor told a meeting: “We sail.”": [],
    "Note: it rained all day.": [],
    "at noon: nothing\nat one: nothing": [],
    "He said at 10:30 no.\nShe said at 11:30 no.": [],
    "": [],
}


INTERVIEW = "Ruth Vale runs a port.\n\nWhy now?\n\nI was tired.\n\n**Of what?**\n\nOf soup, and of you."
EXPLAINER = INTERVIEW.replace("I was", "She was").replace("you", "him")


@pytest.mark.parametrize(
    ("text", "words", "answers"),
    [
        (INTERVIEW, "I was tired.", True),
        (INTERVIEW, "Of soup", True),
        (INTERVIEW, "Why now?", False),
        (INTERVIEW, "Ruth Vale runs a port.", False),
        (EXPLAINER, "Of soup", False),
        (EXPLAINER.replace("She was", "“I was,” she said"), "Of soup", False),
        (INTERVIEW.replace("Why now?", "So now."), "Of soup", False),
    ],
)
def test_who_says_i_between_questions_answers_them(text, words, answers):
    start = text.index(words)
    document, span = Document(text=text), Span(start, start + len(words))
    assert is_answer(document, [span], language("en")) == answers


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Sir, I read that there are “no birds”. We have had nine hoopoes.", True),
        ("Fellow citizens, it is “the end” no more. My answer is no.", True),
        ("The port was called “the end”. It was shut in May.", False),
        ("“We sail,” said Ruth Vale. I met her on the pier.", False),
        ("The port was shut. “I knew it.”", False),
    ],
)
def test_a_letter_or_a_speech_is_in_its_own_voice(text, own):
    assert is_in_own_voice(parse(text), language("en")) == own


POST = "We are closing the shop. It was ours for ten years, and we loved it, as our aunts did before us. " * 5
ARTICLE = "The shop is closing. It was theirs for ten years, and they loved it, as their aunts did. " * 5


@pytest.mark.parametrize(
    ("text", "own"),
    [
        (f"{POST}Bo Aas told me: “I cry.” Thank you.", True),
        (f"{ARTICLE}I asked. Bo Aas told me: “I cry.” Thank you.", False),
        (f"{POST}Bo Aas said: “{ARTICLE}”", False),
        ("We had a shop. Bo Aas told us: “I cry.”", False),
    ],
    ids=["a post", "an article by one who says I", "mostly what another said", "too short to tell"],
)
def test_who_writes_of_us_alone_may_cite_others(text, own):
    assert is_in_own_voice(parse(text), language("en")) == own


@pytest.mark.parametrize(("text", "names"), TURNS.items())
def test_turns_of_a_transcript_begin_with_a_name_and_a_colon(text, names):
    assert [name for _, name in turns(text)] == names
