import pytest

from quoteverify import parse

CASES = {
    "a name before": ("“Tom Aas told us, ‘We sail at noon,’” said Ruth Vale.", "Tom Aas"),
    "a name after": ("“‘We sail at noon,’ Tom Aas told me,” said Ruth Vale.", "Tom Aas"),
    "those who were told": ("“Aas told the whole board ‘We sail at noon,’” Vale said.", "Aas"),
    "many who were told": ("“Aas told the whole of the board ‘We sail at noon,’” Vale said.", "Aas"),
    "too many to be told": ("“Aas told the whole of the old board ‘We sail at noon,’” Vale said.", None),
    "those who were told, set off": ("“Aas told us, all ten, ‘We sail at noon,’” Vale said.", "Aas"),
    "a point between": ("“Aas told us; at ten ‘We sail at noon,’” Vale said.", None),
    "who speaks around it": ("“I said, ‘We sail at noon,’” said Ruth Vale.", "Ruth Vale"),
    "somebody who is not named": ("“He told me ‘We sail at noon,’” said Ruth Vale.", None),
    "words that nobody reports": ("“We heard ‘We sail at noon’ on the radio,” said Ruth Vale.", None),
}


@pytest.mark.parametrize(("text", "speaker"), CASES.values(), ids=CASES)
def test_the_words_of_the_outer_quotation_name_the_speaker(text, speaker):
    outer, inner = parse(text).quotes
    assert outer.speaker.name in ("Ruth Vale", "Vale")
    assert inner.speaker is speaker or inner.speaker.name == speaker


def test_a_pronoun_that_the_outer_quotation_has_is_shown_though_nobody_is_named():
    text = "“He told me ‘We sail at noon,’” said Ruth Vale."
    attribution = parse(text).quotes[1].attribution
    assert attribution.mention.of(text) == "He"
    assert attribution.cue.of(text) == "told"
    assert attribution.reason == "said_within"
