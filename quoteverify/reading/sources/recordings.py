"""Recordings that a program wrote down: the JSON of Whisper and of programs that write as it does.

Two forms are read: OpenAI's own (``segments`` with ``start`` and ``end`` in seconds), which faster-whisper,
the hosted interface (``verbose_json``) and WhisperX write too, the last with a ``speaker``; and whisper.cpp's
(``transcription`` with ``offsets`` in milliseconds).
"""

from collections.abc import Iterator
from typing import Any

from quoteverify.errors import ArgumentValueError
from quoteverify.reading.sources.subtitles import Caption, CaptionLine, article_of_cues

_MILLISECONDS = 1000
_CODE = 2  # letters of a language's code; some write its name


def is_recording(value: Any) -> bool:
    """Whether a value of JSON is what was heard in a recording.

    >>> is_recording({"text": " It rained.", "segments": []}), is_recording({"text": "It rained."})
    (True, False)
    """
    return isinstance(value, dict) and any(
        isinstance(value.get(name), list) for name in ("segments", "transcription")
    )


def article_of_recording(value: dict[str, Any]) -> dict[str, Any]:
    r"""Join what was heard into running text.

    Args:
        value: The JSON, for which `is_recording` is true.

    Returns:
        What ``Document`` takes: ``text``, a new line where another speaker begins, whose name the file gives
        stands before the words; ``timings``, when each segment is heard; ``lang``, where the file tells it by
        a code.

    Raises:
        ArgumentValueError: Nothing was heard in it.

    >>> article_of_recording({"segments": [{"start": 61, "end": 63.5, "text": " It rained."}]})
    {'text': 'It rained.', 'timings': (Timing(span=Span(start=0, end=10), start=61.0, end=63.5),)}
    """
    article = article_of_cues(list(_cues(value)))
    if not article["text"]:
        raise ArgumentValueError("nothing was heard in the recording")
    told = value.get("language") or _of(value.get("result"), "language")
    return article | ({"lang": told} if isinstance(told, str) and len(told) == _CODE else {})


def _cues(given: dict[str, Any]) -> Iterator[Caption]:
    """The segments that have words and times, in the file's order."""
    for segment in given.get("segments") or given.get("transcription") or ():
        words = _of(segment, "text")
        start, end = _times(segment)
        if isinstance(words, str) and words.split() and start is not None and end is not None:
            voice = _of(segment, "speaker")
            yield Caption(
                start, end, (CaptionLine(" ".join(words.split()), voice if isinstance(voice, str) else None),)
            )


def _times(segment: Any) -> tuple[float | None, float | None]:
    """From when to when a segment is heard, in seconds."""
    offsets = _of(segment, "offsets")
    if offsets is not None:
        start, end = (_number(_of(offsets, name)) for name in ("from", "to"))
        return (
            None if start is None else start / _MILLISECONDS,
            None if end is None else end / _MILLISECONDS,
        )
    return _number(_of(segment, "start")), _number(_of(segment, "end"))


def _number(value: Any) -> float | None:
    """A time that can be one: not infinite, no text."""
    sound = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < float("inf")
    return float(value) if sound else None


def _of(given: Any, name: str) -> Any:
    return given.get(name) if isinstance(given, dict) else None
