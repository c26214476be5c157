import pytest

from quoteverify.collation.verify.speech_breaks import SpeechBreak, speech_break

BREAKS = {
    ",” she said, “": SpeechBreak.INTERRUPTION,
    '," she said, "': SpeechBreak.INTERRUPTION,
    ",’ she said, ‘": SpeechBreak.INTERRUPTION,
    ",'' she said. ``": SpeechBreak.INTERRUPTION,
    ".” She left the hall. Nobody spoke. “": SpeechBreak.INTERRUPTION,
    ".”\n\nShe left.\n\n“": SpeechBreak.END,
    ".” He left. “No.” She said: “": SpeechBreak.END,
    ".” " + "She left the hall. " * 20 + "“": SpeechBreak.END,
    ".\n\n“": None,
    " “big” ": None,
    ' "big" ': None,
    ", so that ": None,
    "": None,
}


@pytest.mark.parametrize(("gap", "expected"), BREAKS.items())
def test_an_attribution_in_one_paragraph_interrupts_and_anything_more_breaks_speech_off(gap, expected):
    assert speech_break(gap) is expected
