import builtins

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from quoteverify import language, parse, parse_many
from quoteverify.errors import (
    ArgumentTypeError,
    ArgumentValueError,
    MissingExtraError,
    UnreadableSourceWarning,
)
from quoteverify.models import Document
from quoteverify.models.quotes import reports_if_read
from quoteverify.reading.processes import AT_ONCE

ODD = {
    "nothing": "",
    "marks only": "“”\"'",
    "a lone mark": "“",
    "a null": "“We go\0,” she said.",
    "a lone surrogate": "“We \ud800 go,” Ruth \udfff Vale said.",
    "a byte-order mark": "\ufeff“We go,” she said.",
    "carriage returns": "“We go,\r\n\r\n“and stay,” she said.\r\n",
    "a stop before a mark": ". “We go.” .",
}
TEXTS = st.text(alphabet="aS .,:-'\"“”‘’\nVsaid ", max_size=80) | st.text(max_size=80)


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_text_is_read_without_complaint(text):
    document = parse(text)
    assert document.text == text
    assert all(0 <= span.start <= span.end <= len(text) for quote in document.quotes for span in quote.spans)


@settings(deadline=None)
@given(TEXTS)
def test_every_span_prints_what_stands_in_the_text(text):
    for quote in parse(text).quotes:
        assert "".join(quote.text.split()) == "".join("".join(s.of(text) for s in quote.spans).split())
        for part in (quote.attribution.mention, quote.attribution.cue):
            assert part is None or part.end <= len(text)


@settings(deadline=None)
@given(TEXTS)
def test_the_same_text_is_read_the_same_way(text):
    assert parse(text) == parse(text)


def test_an_interrupted_sentence_is_one_quote():
    (quote,) = parse("“We sail,” Vale said, “at noon.”").quotes
    assert quote.text == "We sail, at noon."


def test_sentences_around_an_attribution_are_one_quote():
    (quote,) = parse("“We sail,” Vale said. “We have to.”").quotes
    assert len(quote.spans) == 2


def test_fragments_of_one_report_are_several_quotes():
    assert len(parse("Vale said it was “a ruin” and “a shame.”").quotes) == 2


def test_paragraphs_that_open_again_are_one_quote_of_the_speaker_named_last():
    (quote,) = parse("“We sail.\n\n“We have to.\n\n“We have no choice,” Ruth Vale said.").quotes
    assert (len(quote.spans), quote.speaker.name) == (3, "Ruth Vale")
    assert quote.text == "We sail.\n\nWe have to.\n\nWe have no choice,"


def test_a_headline_has_the_speaker_of_the_words_that_it_cuts():
    text = (
        "WATCH: 'We were told to stay at home'\n\n"
        "Ruth Vale said: “Yes, we were told to go or rather to stay at home.”"
    )
    headline, body = parse(text).quotes
    assert headline.speaker == body.speaker
    assert headline.attribution.reason == "repeats"


def test_confidence_is_a_share():
    for quote in parse("“We sail,” Vale said. She called it “a ruin.” “No!”").quotes:
        assert 0 <= quote.attribution.confidence <= 1


def test_speakers_stand_in_order_of_appearance_and_once():
    text = "“Yes,” said Ruth Vale. “No,” said Tom Aas.\n\n“Yes,” said Vale."
    assert [speaker.name for speaker in parse(text).speakers] == ["Ruth Vale", "Tom Aas"]


def test_what_is_given_with_a_text_goes_into_the_document():
    document = parse("", id="x", outlet="Port News", title="T", url="u", published="2020-01-02")
    assert (document.id, document.outlet, document.title, document.url) == ("x", "Port News", "T", "u")


@pytest.mark.parametrize("text", [None, 5, b"bytes", ["text"]])
def test_what_is_no_text_is_refused(text):
    with pytest.raises(ArgumentTypeError, match="text must be str or Doc"):
        parse(text)


def test_a_document_knows_the_language_that_it_was_read_in():
    english = language("en")
    for lang in ("en", "en-GB", english, english.with_rows("cues", [{"words": ["gab"], "kind": "say"}])):
        assert parse("It rained.", lang=lang).lang == "en"


def test_an_unknown_language_is_refused_with_those_there_are():
    with pytest.raises(ArgumentValueError, match="'en'"):
        parse("", lang="xx")


@pytest.mark.parametrize("speakers", ["Ruth Vale", ["Ruth Vale"]])
def test_known_people_must_be_speakers(speakers):
    with pytest.raises(ArgumentTypeError, match="speakers"):
        parse("", speakers=speakers)


class TestWithAPipeline:
    text = "The paper came. “We sail,” said Ruth Vale.  "

    def test_a_doc_is_read_as_its_text(self):
        doc = spacy.blank("en")(self.text)
        assert parse(doc).quotes == parse(self.text).quotes

    def test_a_pipeline_makes_no_offset_move(self):
        assert parse(self.text, nlp=spacy.blank("en")).quotes == parse(self.text).quotes

    def test_a_lone_surrogate_does_not_reach_the_pipeline(self):
        assert parse("“A \ud800,” said Vale.", nlp=spacy.blank("en")).quotes[0].speaker.name == "Vale"


class TestMany:
    records = ("“Yes,” said Vale.", {"text": "“No,” said Aas.", "outlet": "Port News"}, "")

    def test_each_is_parsed_in_order(self):
        expected = [parse(self.records[0]), parse("“No,” said Aas.", outlet="Port News"), parse("")]
        assert list(parse_many(self.records)) == expected

    def test_other_processes_give_the_same(self):
        assert list(parse_many(self.records, n_process=2)) == list(parse_many(self.records))

    @pytest.mark.parametrize("reports", [False, True])
    def test_what_other_processes_read_has_its_reports(self, reports):
        told = ["Ruth Vale said the port was shut.", parse("Bo Aas said that he had no boat."), "It rained."]
        told = told * AT_ONCE
        found = list(parse_many(told, n_process=2, reports=reports))
        assert [document.reports for document in found] == [d.reports for d in parse_many(told)]
        assert len(found[0].reports) == len(found[1].reports) == 1

    def test_reports_are_not_read_for_the_journey(self):
        found = list(parse_many(["Ruth Vale said the port was shut."], n_process=2))
        assert reports_if_read(found[0]) == ()
        found = list(parse_many(["Ruth Vale said the port was shut."], n_process=2, reports=True))
        assert len(reports_if_read(found[0])) == 1

    def test_what_comes_before_a_bad_record_is_given(self):
        some = iter(parse_many(["“Yes,” said Vale.", 5, "It rained."], n_process=2))
        assert next(some).quotes[0].speaker.name == "Vale"
        with pytest.raises(ArgumentTypeError, match="record 1"):
            next(some)

    def test_texts_are_taken_as_they_are_asked_for(self):
        endless = iter(lambda: "“Yes,” said Vale.", None)
        assert next(parse_many(endless)).quotes[0].speaker.name == "Vale"

    def test_progress_shows_a_bar_and_changes_nothing(self, capsys):
        assert list(parse_many(self.records, progress=True)) == list(parse_many(self.records))
        assert "parse" in capsys.readouterr().err

    def test_progress_without_tqdm_names_what_to_install(self, monkeypatch):
        real = builtins.__import__

        def without_tqdm(name, *rest):
            if name.startswith("tqdm"):
                raise ImportError(name)
            return real(name, *rest)

        monkeypatch.setattr(builtins, "__import__", without_tqdm)
        with pytest.raises(MissingExtraError, match="tqdm"):
            parse_many([], progress=True)

    @pytest.mark.parametrize("n_process", [0, -1])
    def test_fewer_than_one_process_is_refused(self, n_process):
        with pytest.raises(ArgumentValueError, match="at least 1"):
            parse_many([], n_process=n_process)

    def test_one_string_is_refused(self):
        with pytest.raises(ArgumentTypeError, match="several texts"):
            parse_many("text")

    def test_a_record_needs_a_text(self):
        with pytest.raises(ArgumentTypeError, match="'text'"):
            list(parse_many([{"outlet": "Port News"}]))

    @pytest.mark.parametrize("n_process", [1, 2])
    def test_a_bad_record_names_itself(self, n_process):
        bad = ["“Yes,” said Vale.", {"text": "No.", "id": "b", "published": "tomorrow"}]
        with pytest.raises(ArgumentValueError, match=r"record 1 \(id 'b'\): .*published"):
            list(parse_many(bad, n_process=n_process))

    @pytest.mark.parametrize("n_process", [1, 2])
    def test_bad_records_are_passed_over_where_that_is_asked_for(self, n_process):
        bad = [5, "“Yes,” said Vale.", {"text": "No.", "lang": "xx"}, {}, "“No,” said Aas."]
        with pytest.warns(UnreadableSourceWarning, match="passed over: record ") as told:
            found = list(parse_many(bad, errors="skip", n_process=n_process))
        assert [document.text for document in found] == [bad[1], bad[4]]
        assert [str(warning.message).split(":")[1] for warning in told] == [
            " record 0",
            " record 2",
            " record 3",
        ]

    def test_what_becomes_of_a_bad_record_is_one_of_two(self):
        with pytest.raises(ArgumentValueError, match="errors must be one of 'raise', 'skip', not 'ignore'"):
            parse_many([], errors="ignore")

    def test_a_document_is_handed_on_as_it_is(self):
        document = Document(text="“Yes,” said Vale.")
        assert next(parse_many([document])) is document


def test_words_that_are_nobodys_say_by_what_rule():
    text = "The film “Dark Water” won. “Yes,” said Vale. “It was ‘so good’ to us,” she said. “https://aas.example”"
    found = [(q.text, q.kind_rule) for q in parse(text).quotes if q.kind == "term"]
    assert found == [
        ("Dark Water", "work"),
        ("so good", "unlike_speech"),
        ("https://aas.example", "no_words"),
    ]


def test_what_is_signed_is_somebodys_whatever_its_last_sign():
    (quote,) = parse("“Awful, just awful” – Ruth Vale").quotes
    assert (quote.kind, quote.speaker.name) == ("headline", "Ruth Vale")
    assert parse("“Dark Water” – Ruth Vale").quotes[0].kind == "term"
