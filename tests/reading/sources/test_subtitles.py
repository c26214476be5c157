import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.collation.verify.verification import verify
from quoteverify.models import Document, Span, Timing
from quoteverify.reading.sources.subtitles import article_of_subtitles

SRT = """\
1
00:00:01,000 --> 00:00:03,500
We will not sell the yard
before <i>spring</i>.

2
00:00:04,000 --> 00:00:06,250  X1:40 X2:600
{\\an8}Nobody has made an offer.

3
01:00:07,000 --> 01:00:08,000
- Nobody?
- Nobody.
"""
VTT = """\
WEBVTT - The yard

NOTE 00:00 is the hour

STYLE
::cue { color: white }

first
00:01.000 --> 00:03.500 align:start
<v Ada Aas>We will not sell the yard
before <c.loud>spring</c>.

00:04.000 --> 00:06.250
<v.low Ada Aas>Nobody has made an offer &amp; nobody will.</v>

00:07.000 --> 00:08.000
<v Bo Berg>Nobody?
"""
ROLLING = """\
WEBVTT

00:00:00.000 --> 00:00:02.000
\x20
we<00:00:01.000><c> will</c>

00:00:02.000 --> 00:00:02.010
we will
\x20

00:00:02.010 --> 00:00:04.000
we will
not<00:00:03.000><c> sell</c>

00:00:04.000 --> 00:00:04.010
not sell
\x20
"""


def shown(text):
    """The text of subtitles, and what of it is heard from which second to which."""
    article = article_of_subtitles(text)
    return article["text"], [(t.span.of(article["text"]), t.start, t.end) for t in article["timings"]]


@pytest.mark.parametrize(
    ("text", "running", "heard"),
    [
        ("", "", []),
        ("No subtitles at all.", "", []),
        (
            SRT,
            "We will not sell the yard before spring. Nobody has made an offer.\n- Nobody?\n- Nobody.",
            [
                ("We will not sell the yard before spring.", 1.0, 3.5),
                ("Nobody has made an offer.", 4.0, 6.25),
                ("- Nobody?\n- Nobody.", 3607.0, 3608.0),
            ],
        ),
        (
            VTT,
            "Ada Aas: We will not sell the yard before spring. Nobody has made an offer & nobody will.\n"
            "Bo Berg: Nobody?",
            [
                ("Ada Aas: We will not sell the yard before spring.", 1.0, 3.5),
                ("Nobody has made an offer & nobody will.", 4.0, 6.25),
                ("Bo Berg: Nobody?", 7.0, 8.0),
            ],
        ),
        (ROLLING, "we will not sell", [("we will", 0.0, 2.0), ("not sell", 2.01, 4.0)]),
    ],
    ids=["empty", "no subtitles", "SubRip", "WebVTT", "rolling captions"],
)
def test_subtitles_are_running_text_with_times(text, running, heard):
    assert shown(text) == (running, heard)
    assert shown(text.replace("\n", "\r\n")) == (running, heard)


@pytest.mark.parametrize(
    ("text", "running"),
    [
        ("00:01.0 --> 00:02.0\nNo.\n\n00:02.0 --> 00:03.0\nNo.\n\n00:03.0 --> 00:04.0\nSo.", "No. No. So."),
        ("1\n00:01.0 --> 00:02.0\nOne\n2\n00:02.0 --> 00:03.0\ntwo", "One two"),
        ("00:01.0 --> 00:02.0\n\n00:02.0 --> 00:03.0\n<i></i>\n\n00:03.0 --> 00:04.0\nWords", "Words"),
        ("00:01.0 --> 00:02.0\n>> One.\n>> Two,\nthree.", ">> One.\n>> Two, three."),
        ("00:01.0 --> 00:02.0\nif a < b and c > d <3", "if a < b and c > d <3"),
        ("00:01.0 --> 00:02.0\n<v Bo>A.\n\n00:02.0 --> 00:03.0\n- B.\n\n00:03.0 --> 00:04.0\n<v Bo>C.",
         "Bo: A.\n- B.\nBo: C."),
    ],
)  # fmt: skip
def test_the_words_are_those_that_are_shown(text, running):
    assert shown(text)[0] == running


def test_a_passage_of_subtitles_says_when_it_is_heard():
    source = Document(**article_of_subtitles(SRT))
    passage = verify("We will not sell the yard before spring", [source]).passages[0]
    assert passage.time == Timing(Span(0, 39), 1.0, 3.5)
    assert verify("yard before spring. Nobody has made", [source]).passages[0].time.end == 6.25


def test_a_passage_of_a_text_that_is_none_of_a_recording_has_no_time():
    assert verify("We will not sell the yard", ["We will not sell the yard."]).passages[0].time is None


PIECES = st.sampled_from(
    ["00:01.000 --> 00:02.000", "\n", "\n\n", "1", " ", "- ", ">> ", "<v A>", "<i>", "&lt;", "-->", "W"]
)


@given(st.lists(PIECES | st.text(max_size=4), max_size=40).map("".join))
def test_the_times_of_any_subtitles_are_in_order_apart_and_of_words(text):
    article = article_of_subtitles(text)
    at = 0
    for timing in article["timings"]:
        assert at <= timing.span.start < timing.span.end <= len(article["text"])
        assert timing.span.of(article["text"]).strip()
        at = timing.span.end


def _vtt(*shown):
    cues = (f"00:00:0{n}.000 --> 00:00:0{n + 1}.000\n{words}\n" for n, words in enumerate(shown))
    return "WEBVTT\n\n" + "\n".join(cues)


def test_captions_that_begin_with_the_end_of_the_one_before_are_joined():
    text = _vtt(
        "so let me say it again", "let me say it again we never", "it again we never promised a bridge"
    )
    assert article_of_subtitles(text)["text"] == "so let me say it again we never promised a bridge"


@pytest.mark.parametrize(
    ("cues", "heard"),
    [
        (("we sail at noon", "sail at noon or not", "noon or not at all"), "we sail at noon or not at all"),
        (
            ("we sail at noon", "at noon or not", "or not at all"),
            "we sail at noon at noon or not or not at all",
        ),
    ],
)
def test_three_words_that_end_a_cue_and_begin_the_next_are_shown_again(cues, heard):
    assert article_of_subtitles(_vtt(*cues))["text"] == heard


def test_what_is_said_twice_now_and_then_stays():
    text = _vtt("we will sail on time", "we will sail on time", "at noon", "or at one", "or at two")
    assert (
        article_of_subtitles(text)["text"]
        == "we will sail on time we will sail on time at noon or at one or at two"
    )


def test_arrows_and_a_name_in_capitals_begin_a_line():
    text = _vtt("WE SAIL >> VALE: AT NOON", "RUTH: Why?")
    assert article_of_subtitles(text)["text"] == "WE SAIL\n>> VALE: AT NOON\nRUTH: Why?"
