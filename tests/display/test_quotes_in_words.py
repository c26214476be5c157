import attrs
import pytest
from records import morning

from quoteverify import Correction, correct, explain, parse
from quoteverify.display import quotes_in_words
from quoteverify.models import Attribution, QuoteKind


def said(quote):
    return quotes_in_words.attribution_in_words(quote, morning().text)


def test_a_reason_names_speaker_rule_and_how_sure():
    quote = morning().quotes[0]
    assert said(quote) == "Ines Okafor (headline, headline repeats quote, 90 % sure)"
    nobody = attrs.evolve(quote, attribution=Attribution())
    assert said(nobody) == "no speaker found (headline)"
    assert said(attrs.evolve(nobody, kind=QuoteKind.SPEECH)) == "no speaker found"
    assert said(attrs.evolve(nobody, kind=QuoteKind.TERM)) == "a term: nobody's words"


def test_each_rule_that_decided_is_told_where_it_tells_something():
    assert quotes_in_words.why(morning().quotes[2], morning().text) == [
        "pronoun after",
        "“she” is Ines Okafor by last subject",
        "88 %",
    ]
    described = morning().quotes[3]
    assert quotes_in_words.why(described, morning().text) == [
        "words about something by description",
        "called",
        "80 %",
    ]
    term = attrs.evolve(described, kind=QuoteKind.TERM, kind_rule="a_work", attribution=Attribution())
    assert quotes_in_words.why(term, morning().text) == ["a work"]
    assert said(term) == "a term: nobody's words by a work"


def test_who_is_meant_is_told_only_of_somebody():
    quote = morning().quotes[2]
    alone = attrs.evolve(quote.attribution, speaker=None)
    assert quotes_in_words.person_in_words(attrs.evolve(quote, attribution=alone), morning().text) == ""
    unsaid = attrs.evolve(quote.attribution, mention=None)
    words = quotes_in_words.person_in_words(attrs.evolve(quote, attribution=unsaid), morning().text)
    assert words == "the speaker is Ines Okafor by last subject"


SAID = parse("Ruth Vale came. “We sail,” said Vale.")


@pytest.mark.parametrize(
    ("document", "why"),
    [
        (correct(SAID, [Correction.speaker_of(SAID, SAID.quotes[0], "Tom Aas")]), "A person corrected it"),
        (SAID, "Read again, the quote is answered otherwise"),
    ],
)
def test_why_the_reading_may_not_be_the_quote_s_own_is_told(document, why):
    assert quotes_in_words.because(explain(document, document.quotes[0])).startswith(why)
