import pytest

from quoteverify import Document, verify
from quoteverify.errors import ArgumentTypeError, ArgumentValueError
from quoteverify.exchange import moments
from quoteverify.exchange.moments import moment, passage_link, place_link
from quoteverify.models import Span, Timing

HEARD = Document(
    text="It rained all night. We sail at noon.",
    url="https://media.example/council.mp3",
    timings=[Timing(Span(0, 20), 0.0, 61.0), Timing(Span(21, 37), 61.25, 64.0)],
)


@pytest.mark.parametrize(
    ("url", "seconds", "there"),
    [
        ("https://www.youtube.com/watch?v=ab-c", 90, "https://www.youtube.com/watch?v=ab-c&t=90s"),
        ("https://www.youtube.com/watch?t=5s&v=abc", 90.9, "https://www.youtube.com/watch?v=abc&t=90s"),
        ("https://m.youtube.com/watch?v=abc#top", 1, "https://m.youtube.com/watch?v=abc&t=1s#top"),
        ("https://youtu.be/abc", 3723, "https://youtu.be/abc?t=3723s"),
        ("https://vimeo.com/12#t=1s", 90, "https://vimeo.com/12#t=90s"),
        ("https://www.twitch.tv/videos/12", 3723, "https://www.twitch.tv/videos/12?t=1h2m3s"),
        ("https://www.dailymotion.com/video/x1?a=", 90, "https://www.dailymotion.com/video/x1?a=&start=90"),
        ("https://media.example/a.mp3", 90.04, "https://media.example/a.mp3#t=90"),
        ("https://media.example/a.mp4?x=1#t=3", 61.25, "https://media.example/a.mp4?x=1#t=61.2"),
        ("https://notyoutube.com/watch?v=a", 9, "https://notyoutube.com/watch?v=a#t=9"),
        ("https://[odd/a.mp3", 9, "https://[odd/a.mp3"),
        ("council.mp3", 0, "council.mp3#t=0"),
    ],
)
def test_an_address_says_from_when_on_it_is_to_be_played(url, seconds, there):
    assert moment(url, seconds) == there


@pytest.mark.parametrize("seconds", [-1, float("inf"), float("nan")])
def test_what_is_no_moment_is_refused(seconds):
    with pytest.raises(ArgumentValueError, match="seconds must be from 0"):
        moment("https://media.example", seconds)


def test_what_is_no_address_is_refused():
    with pytest.raises(ArgumentTypeError):
        moment(None, 1)
    with pytest.raises(ArgumentTypeError):
        place_link("text")
    with pytest.raises(ArgumentTypeError):
        passage_link("text")
    with pytest.raises(ArgumentValueError, match="has no url"):
        place_link(Document(text="It rained."), Span(0, 2))


def test_a_place_is_where_it_is_heard_or_else_where_it_is_read():
    assert place_link(HEARD, Span(24, 28)) == "https://media.example/council.mp3#t=61.2"
    assert place_link(HEARD) == "https://media.example/council.mp3"
    read = Document(text="It rained.", url="https://ledger.example")
    assert place_link(read, Span(0, 9)).startswith("https://ledger.example#:~:text=It%20rained")


def test_a_passage_leads_to_its_moment():
    (passage,) = verify("We sail at noon", HEARD).passages
    assert passage_link(passage) == "https://media.example/council.mp3#t=61.2"
    read = Document(text="We sail at noon.", url="https://ledger.example")
    assert "#:~:text=" in passage_link(verify("We sail at noon", read).passages[0])


def test_every_row_says_how_and_where_that_is_said():
    for row in moments._rows():
        assert row["hosts"]
        assert ("query" in row) != ("fragment" in row)
        assert row["form"] in moments._FORMS
        assert row["source"]
