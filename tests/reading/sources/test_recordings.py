import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import quoteverify as qv
from quoteverify.errors import UnreadableSourceError
from quoteverify.reading.sources.recordings import article_of_recording, is_recording

SEGMENTS = [
    {"id": 0, "start": 0.0, "end": 2.5, "text": " Good evening, and welcome."},
    {"id": 1, "start": 2.5, "end": 6, "text": " We will not sell the yard."},
]
WHISPER = {"text": " Good evening, ...", "segments": SEGMENTS, "language": "en"}
HOSTED = {"task": "transcribe", "language": "english", "duration": 6.0, "segments": SEGMENTS}
WHISPERX = {
    "segments": [
        {**SEGMENTS[0], "speaker": "SPEAKER_00", "words": [{"word": "Good", "start": 0.1}]},
        {**SEGMENTS[1], "speaker": "SPEAKER_01"},
        {"start": 6, "end": 8, "text": " Not this year.", "speaker": "SPEAKER_01"},
    ],
    "word_segments": [],
}
CPP = {
    "result": {"language": "en"},
    "transcription": [
        {
            "timestamps": {"from": "00:00:00,000"},
            "offsets": {"from": 0, "to": 2500},
            "text": SEGMENTS[0]["text"],
        },
        {"offsets": {"from": 2500, "to": 6000}, "text": SEGMENTS[1]["text"]},
    ],
}
TEXT = "Good evening, and welcome. We will not sell the yard."


@pytest.mark.parametrize(
    ("given", "lang"), [(WHISPER, "en"), (HOSTED, None), (CPP, "en"), ({"segments": SEGMENTS}, None)]
)
def test_what_was_heard_is_joined_and_keeps_its_times(given, lang):
    article = article_of_recording(given)
    assert article["text"] == TEXT
    assert [(t.span.of(TEXT), t.start, t.end) for t in article["timings"]] == [
        ("Good evening, and welcome.", 0.0, 2.5), ("We will not sell the yard.", 2.5, 6.0),
    ]  # fmt: skip
    assert article.get("lang") == lang


def test_a_new_speaker_begins_a_line():
    article = article_of_recording(WHISPERX)
    assert article["text"] == (
        "SPEAKER_00: Good evening, and welcome.\nSPEAKER_01: We will not sell the yard. Not this year."
    )


def test_a_recording_is_read_and_a_claim_is_found_at_its_moment(tmp_path):
    file = tmp_path / "council.json"
    file.write_text(json.dumps(WHISPER, indent=1), encoding="utf8")
    document = qv.read(file, url="https://youtu.be/council")
    (passage,) = qv.verify("We will not sell the yard", document).passages
    assert (passage.time.start, document.lang) == (2.5, "en")


def test_many_recordings_are_read_from_a_folder(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps(CPP), encoding="utf8")
    (tmp_path / "b.jsonl").write_text(f"{json.dumps(WHISPER)}\n{json.dumps(WHISPERX)}\n", encoding="utf8")
    documents = list(qv.read_many(tmp_path))
    assert [len(document.timings) for document in documents] == [2, 2, 3]


@pytest.mark.parametrize(
    "segment",
    [
        None, 5, [], {}, {"text": "x"},
        {"text": 5, "start": 0, "end": 1}, {"text": " ", "start": 0, "end": 1},
        {"text": "x", "start": "0", "end": 1}, {"text": "x", "start": -1, "end": 1},
        {"text": "x", "start": float("nan"), "end": 1}, {"text": "x", "offsets": 5},
        {"text": "x", "offsets": {"from": True, "to": 1}},
    ],
    ids=str,
)  # fmt: skip
def test_a_segment_without_words_or_times_is_passed_over(segment):
    article = article_of_recording({"segments": [segment, *SEGMENTS]})
    assert article["text"] == TEXT


def test_a_recording_in_which_nothing_was_heard_cannot_be_read(tmp_path):
    (tmp_path / "still.json").write_text('{"segments": []}', encoding="utf8")
    with pytest.raises(UnreadableSourceError, match="nothing was heard"):
        qv.read(tmp_path / "still.json")


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["text", "start", "end", "speaker", "offsets", "from", "to"]), inner, max_size=4
        )
    ),
)


@given(st.lists(JSON, max_size=4))
def test_odd_segments_never_raise(segments):
    article = article_of_recording({"segments": [*segments, *SEGMENTS]})
    for timing in article["timings"]:
        assert timing.span.of(article["text"]).strip()


@pytest.mark.parametrize("value", [None, [], {"text": "x"}, {"segments": 5}, {"transcription": {}}], ids=str)
def test_what_has_no_segments_is_no_recording(value):
    assert not is_recording(value)
    assert is_recording(CPP)
