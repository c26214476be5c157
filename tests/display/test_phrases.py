import datetime as dt

import attrs
import pytest
from records import not_found

from quoteverify.display import phrases
from quoteverify.models import Searched
from quoteverify.models import (
    Attribution,
    CitationFinding,
    ContextFinding,
    Difference,
    DifferenceKind,
    QuoteKind,
    Searched,
    Severity,
    Span,
    SpeakerFinding,
    Unchecked,
    Wording,
)


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (phrases.WORDING, Wording),
        (phrases.SPEAKER, SpeakerFinding),
        (phrases.CONTEXT, ContextFinding),
        (phrases.KIND, DifferenceKind),
        (phrases.SEVERITY, Severity),
        (phrases.QUOTE_KIND, QuoteKind),
        (phrases.VERDICT, phrases.Tone),
        (phrases.CITATION, CitationFinding),
        (phrases.TONES, [*Wording, *SpeakerFinding, *ContextFinding, *CitationFinding]),
    ],
)
def test_every_value_has_its_words(words, values):
    assert set(words) == set(values)


def difference(operation, kind, a, b, **more):
    return Difference(
        operation=operation, kind=kind, severity=more.pop("severity", "minor"),
        a=Span(0, len(a)), b=Span(5, 5 + len(b)), a_text=a, b_text=b, rule=more.pop("rule", "a_rule"), **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (difference("substitution", "wording", "shut", "close"), "has “close” for “shut”"),
        (difference("insertion", "filler", "", " um "), "adds “um”"),
        (difference("omission", "punctuation", ",", ""), "leaves out “,” after “quay”"),
        (difference("move", "splice", "", " "), "runs together what stands apart"),
        (difference("move", "reorder", "at noon", "at noon"), "puts “at noon” in another place"),
        (difference("move", "reorder", "at noon", ""), "puts “at noon” in another place"),
        (
            difference("substitution", "glyph", "people's", "people’s"),
            "has “people’s” (with U+2019 right single quotation mark) "
            "for “people's” (with U+0027 apostrophe)",
        ),
        (
            difference("substitution", "glyph", "ab", "a\u200bb"),
            "has “a b” (with U+200B zero width space) for “ab”",
        ),
        (
            difference("insertion", "spacing", "", "\u00a0"),
            "adds “ ” (with U+00A0 no-break space) after “quay”",
        ),
        (difference("insertion", "negation", "", ""), "turns the sense by its verb (said, denied)"),
    ],
)
def test_a_difference_is_told_in_a_sentence(made, said):
    assert phrases.difference_in_words(made, "quay, and") == said


@pytest.mark.parametrize(
    ("made", "notes"),
    [
        (difference("omission", "wording", "or so", ""), "other words; not shown in print; rule: a rule"),
        (
            difference("omission", "ellipsis", "or so", "...", marked=True),
            "cut shown by dots; shown in print; rule: a rule",
        ),
        (
            difference("omission", "punctuation", ",", "", severity="cosmetic", rule="punctuation"),
            "punctuation",
        ),
        (
            difference("substitution", "glyph", "'", "’", severity="cosmetic", rule="glyph"),
            "shape of a character",
        ),
    ],
)
def test_what_is_noted_of_a_difference_is_not_said_twice(made, notes):
    assert phrases.notes_on(made) == notes


def said(quote):
    return phrases.attribution_in_words(quote, morning().text)


def test_a_reason_names_speaker_rule_and_how_sure():
    quote = morning().quotes[0]
    assert said(quote) == "Ines Okafor (headline, headline repeats quote, 90 % sure)"
    nobody = attrs.evolve(quote, attribution=Attribution())
    assert said(nobody) == "no speaker found (headline)"
    assert said(attrs.evolve(nobody, kind=QuoteKind.SPEECH)) == "no speaker found"
    assert said(attrs.evolve(nobody, kind=QuoteKind.TERM)) == "a term: nobody's words"


def test_each_rule_that_decided_is_told_where_it_tells_something():
    assert phrases.why(morning().quotes[2], morning().text) == [
        "pronoun after",
        "“she” is Ines Okafor by last subject",
        "88 %",
    ]
    described = morning().quotes[3]
    assert phrases.why(described, morning().text) == [
        "words about something by description",
        "called",
        "80 %",
    ]
    term = attrs.evolve(described, kind=QuoteKind.TERM, kind_rule="a_work", attribution=Attribution())
    assert phrases.why(term, morning().text) == ["a work"]
    assert said(term) == "a term: nobody's words by a work"


def test_who_is_meant_is_told_only_of_somebody():
    quote = morning().quotes[2]
    alone = attrs.evolve(quote.attribution, speaker=None)
    assert phrases.person_in_words(attrs.evolve(quote, attribution=alone), morning().text) == ""
    unsaid = attrs.evolve(quote.attribution, mention=None)
    words = phrases.person_in_words(attrs.evolve(quote, attribution=unsaid), morning().text)
    assert words == "the speaker is Ines Okafor by last subject"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (dt.date(2031, 3, 4), "4 Mar 2031"),
        (dt.datetime(2031, 3, 4, 7, 5), "4 Mar 2031, 07:05"),
        (dt.datetime(2031, 3, 4, 7, 5, tzinfo=dt.UTC), "4 Mar 2031, 07:05 UTC"),
    ],
)
def test_a_moment_is_written_out(value, said):
    assert phrases.date_in_words(value) == said


@pytest.mark.parametrize(
    ("others", "words"),
    [
        (0, "1 source, 1,240 characters"),
        (1, "1 source, 1,240 characters; 1 of the sources in another language"),
    ],
)
def test_what_was_searched_says_how_much_of_it_is_in_another_language(others, words):
    searched = Searched(documents=1, characters=1240, in_other_languages=others)
    assert phrases.searched_in_words(attrs.evolve(not_found(), searched=searched)) == words


@pytest.mark.parametrize(("hidden", "goes_on"), [("\u200b" * 4, False), ("\u200b" * 5, True)])
def test_of_many_characters_the_first_few_are_named(hidden, goes_on):
    shown = phrases.code_points(hidden)
    assert shown.count("U+200B") == 4
    assert shown.endswith(" …") is goes_on


SAID = parse("Ruth Vale came. “We sail,” said Vale.")


@pytest.mark.parametrize(
    ("document", "why"),
    [
        (correct(SAID, [Correction.speaker_of(SAID, SAID.quotes[0], "Tom Aas")]), "A person corrected it"),
        (SAID, "Read again, the quote is answered otherwise"),
    ],
)
def test_why_the_reading_may_not_be_the_quote_s_own_is_told(document, why):
    assert phrases.because(explain(document, document.quotes[0])).startswith(why)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("turn", "turn"),
        ("no_words", "no words"),
        ("code", "code"),
        ("empty_marks", "empty marks"),
        ("no_closing_mark", "no closing mark"),
        ("no_opening_mark", "no opening mark"),
        ("title_of_source", "title of source"),
        ("term", "term"),
        ("work", "a term: work"),
    ],
)
def test_why_a_quotation_was_not_looked_for_is_told_and_of_a_term_by_which_rule(rule, words):
    assert phrases.unchecked_in_words(Unchecked("q1", rule)) == words
