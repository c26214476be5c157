"""What the cues of a language take: every row is needed for the report that its example has."""

import attrs
import pytest
from shown import ENGLISH, narration_of

from quoteverify.models import ReportKind
from quoteverify.reading.parser import parse
from quoteverify.reading.reports.verbs import Taken, report_words
from quoteverify.text.language import LanguageProfile

ROWS = ENGLISH.rows("report_cues")
WORDS = report_words(ENGLISH)


def _shown(text, language=ENGLISH):
    return [(r.text, r.kind, r.negated, r.spans) for r in parse(text, lang=language).reports]


def _without(table, n):
    rows = ENGLISH.rows(table)
    return LanguageProfile("en", {**ENGLISH.tables, table: (*rows[:n], *rows[n + 1 :])})


@pytest.mark.parametrize("n", range(len(ROWS)), ids=[row.words[0] for row in ROWS])
def test_a_row_makes_the_report_of_its_example(n):
    (report,) = parse(ROWS[n].example, lang=ENGLISH).reports
    assert report.kind == ROWS[n].values["kind"]
    assert report.speaker.name == "Ruth Vale"
    assert parse(ROWS[n].example, lang=_without("report_cues", n)).reports == ()


OF_PLACES = ENGLISH.rows("report_words")


@pytest.mark.parametrize("n", range(len(OF_PLACES)), ids=[row.words[0] for row in OF_PLACES])
def test_a_word_of_a_place_changes_its_example(n):
    example = OF_PLACES[n].example
    assert _shown(example) != _shown(example, _without("report_words", n))


def test_a_cue_is_known_by_all_its_forms():
    assert WORDS.verbs["told"] is WORDS.verbs["telling"]
    assert WORDS.verbs["told"].told
    assert WORDS.verbs["denied"].kind == ReportKind.DENIED
    assert {"said", "according", "denials"} <= WORDS.signs


def test_a_verb_and_a_noun_of_one_form_are_two_cues():
    assert WORDS.verbs["claim"].takes == {Taken.THAT, Taken.CLAUSE, Taken.QUESTION}
    assert WORDS.nouns["claim"].takes == {Taken.THAT}


def test_what_denies_a_verb_may_be_its_ending():
    assert WORDS.denying_endings == ("n't",)


def test_the_cue_of_a_report_is_found_by_the_words_printed():
    narration = narration_of("Ruth Vale pointed out that the port was shut.")
    (report,) = narration.reports(0, 0)
    sentence = narration.sentences(0)[0]
    assert WORDS.cue_of(sentence, report) is WORDS.verbs["pointed out"]
    assert WORDS.cue_of(sentence, attrs.evolve(report, first=0, last=0)) is None


def test_a_language_without_the_table_has_no_reports():
    bare = LanguageProfile("en", {k: v for k, v in ENGLISH.tables.items() if k != "report_cues"})
    assert parse("Ruth Vale said the port was shut.", lang=bare).reports == ()
