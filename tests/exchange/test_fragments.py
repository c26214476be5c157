import re
from urllib.parse import unquote

import pytest
from browser import NEEDED, browse
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.errors import ArgumentTypeError, ArgumentValueError
from quoteverify.exchange.fragments import passage_fragment, text_fragment
from quoteverify.models import Document, Passage, Span

URL = "https://ledger.example/ferry"
TEXT = (
    "The boat is the road\n\n"
    "“The boat is the road,” wrote Elin Marsh. “Close it, and you’ve closed the road.”\n\n"
    "“The boat is the road,” wrote nobody else – not on the self-same island, A & B said."
)


def directions(words, text=TEXT, at=0):
    """The directions to the occurrence of some words from ``at`` on."""
    start = text.index(words, at)
    address = text_fragment(Document(text=text, url=URL), Span(start, start + len(words)))
    directive = address.removeprefix(f"{URL}#:~:text=")
    return [unquote(part) for part in directive.split(",")]


@pytest.mark.parametrize(
    ("words", "at", "expected"),
    [
        ("The boat is the road", 0, ["The boat is the road"]),
        ("The boat is the road", 5, ["“The boat is the road,”"]),
        ("The boat is the road", 70, ["road.”-", "“The boat is the road,”", "-wrote"]),
        ("lose it, and you’ve clo", 0, ["“Close it, and you’ve closed"]),
        ("nobody else –", 0, ["nobody else –"]),
        ("road", 0, ["road"]),
        ("road.”\n", 0, ["road.”"]),
        ("same", 0, ["self-same"]),
        ("the", 30, ["is-", "the", "-road,”"]),
        ("road.”\n\n“The boat is the road,” wrote n", 0, ["road.”", "is the road,” wrote nobody"]),
    ],
    ids=[
        "first",
        "other marks",
        "second",
        "within words",
        "a dash",
        "a word",
        "a word and a stop",
        "half a word",
        "a frequent word",
        "over a break",
    ],
)
def test_the_words_lead_to_their_place_and_to_none_before(words, at, expected):
    assert directions(words, at=at) == expected


def test_signs_that_have_a_meaning_in_directions_are_encoded():
    address = text_fragment(Document(text="A self-same, A & B, 5 %", url=URL), Span(0, 23))
    assert address == f"{URL}#:~:text=A%20self%2Dsame%2C%20A%20%26%20B%2C%205%20%25"


def test_a_long_passage_is_given_by_its_ends():
    text = "It begins here and now, " + "on and on, " * 40 + "until it ends there and then. Nothing follows."
    passage = text[: text.index(" Nothing") - 1]
    assert directions(passage, text) == ["It begins here and now,", "it ends there and then."]


@pytest.mark.parametrize("fragment", ["", "#top", "#top:~:text=old", "#:~:text=old"])
def test_what_the_address_points_at_already_is_kept_and_old_directions_are_not(fragment):
    address = text_fragment(Document(text=TEXT, url=URL + fragment), Span(0, 20))
    kept = "#top" if "top" in fragment else "#"
    assert address == f"{URL}{kept}:~:text=The%20boat%20is%20the%20road"


def test_a_quote_of_several_spans_has_several_directions():
    document = Document(text="“We sail,” he said, “at noon.”", url=URL)
    address = text_fragment(document, Span(1, 9), Span(21, 29))
    assert unquote(address) == f"{URL}#:~:text=“We sail,”&text=“at noon.”"


def test_where_no_word_is_the_address_stays():
    assert text_fragment(Document(text="“…” ", url=URL), Span(0, 3), Span(4, 4)) == URL
    assert text_fragment(Document(text="", url=URL)) == URL


def test_a_document_without_an_address_cannot_be_linked_to():
    with pytest.raises(ArgumentValueError, match="has no url"):
        text_fragment(Document(text=TEXT), Span(0, 8))
    with pytest.raises(ArgumentTypeError, match="document must be Document"):
        text_fragment(TEXT, Span(0, 8))
    with pytest.raises(ArgumentTypeError, match="span must be Span"):
        text_fragment(Document(text=TEXT, url=URL), (0, 8))


def passage(words, **more):
    start = TEXT.index(words)
    return Passage(
        document_id="1",
        spans=[Span(start, start + len(words))],
        text=words,
        similarity=1.0,
        **{"url": URL, "excerpt": TEXT[20:], "excerpt_start": 20, **more},
    )


@pytest.mark.parametrize(
    ("words", "more", "directions"),
    [
        ("lose it", {}, "wrote Elin Marsh.-,“Close it,,-and you’ve closed"),
        ("you’ve closed the road", {}, "“Close it, and-,you’ve closed the road.”,-“The boat is"),
        ("lose it", {"excerpt": ""}, "lose it"),
    ],
    ids=["by a part of a word", "before a break", "without an excerpt"],
)
def test_a_passage_is_given_with_the_words_beside_it(words, more, directions):
    assert unquote(passage_fragment(passage(words, **more))) == f"{URL}#:~:text={directions}"


def test_a_passage_without_an_address_cannot_be_linked_to():
    with pytest.raises(ArgumentValueError, match="has no url"):
        passage_fragment(passage("road", url=None))
    with pytest.raises(ArgumentTypeError, match="passage must be Passage"):
        passage_fragment(Document(text=TEXT, url=URL))


PLACES = """
    <!DOCTYPE html><meta charset="utf-8"><title></title><style>p { margin: 0 0 2000px }</style>
    <p>“We sail,” said one.</p><p>“We sail,” said Ann – at noon.</p><p>“We sail,”</p>
    <p>said Ann. Then “We sail,” said B.</p>
    <script>
    addEventListener("load", () => setTimeout(() => {
        const tops = [...document.querySelectorAll("p")].map(p => Math.abs(p.getBoundingClientRect().top))
        document.title = "seen " + tops.indexOf(Math.min(...tops))
    }, 500))
    </script>
"""


@NEEDED
@pytest.mark.parametrize(
    ("start", "paragraph"),
    [
        ("We sail,” said Ann –", 1),
        ("We sail,”\n", 2),
        ("We sail,” said B", 3),
        ("at noon", 1),
        ("sail,” said B", 3),
    ],
)
def test_a_browser_goes_to_the_place(tmp_path, start, paragraph):
    page = tmp_path / "page.html"
    page.write_text(PLACES, encoding="utf8")
    text = "\n".join(re.findall("<p>(.*?)</p>", PLACES))
    place = text.index(start)
    address = text_fragment(Document(text=text, url=page.as_uri()), Span(place, place + 7))
    dom, _ = browse(tmp_path, "--virtual-time-budget=3000", "--dump-dom", address)
    assert f"<title>seen {paragraph}</title>" in dom


@given(
    st.lists(st.sampled_from(["a", "b", "c-d", ", ", " ", "\n", "\ud800", "é", "“"]), max_size=40).map(
        "".join
    ),
    st.data(),
)
def test_any_place_of_any_text_has_an_address_of_plain_signs(text, data):
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    address = text_fragment(Document(text=text, url=URL), span)
    assert address.isascii()
    assert set(address.removeprefix(URL)) <= set("#:~=,-%&.texABCDEF0123456789abcdefghijklmnopqrstuvwxyz")
    assert "\n" not in unquote(address)
