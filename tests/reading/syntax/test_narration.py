import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import ENGLISH, narration_of

from quoteverify.reading.syntax import narration as module
from quoteverify.reading.syntax.tokens import QUOTE

PIECES = (
    "Ruth Vale", "Mr. Aas", "she", "the pilot", "said", "told", "that", "who", "was", "and", "of",
    "because", "“We sail,”", "“a ruin”", "'No'", "“", "”", '"', "’s", ",", ".", ":", " - ", "(", ")", "41",
    "\n", "\n\n", " ",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join) | st.text(max_size=60)


def read(narration):
    """All that a narration says: its tokens, reports and subjects, sentence by sentence."""
    for paragraph in range(len(narration.paragraphs)):
        for s, sentence in enumerate(narration.sentences(paragraph)):
            yield sentence, narration.reports(paragraph, s), narration.subjects(paragraph, s)


def mentions(narration):
    for _, reports, subjects in read(narration):
        yield from (report.mention for report in reports)
        yield from subjects


SUBJECTS = {
    "the one subject": ("Ruth Vale sailed to Aas.", ["Ruth Vale"]),
    "a main clause before the clause that opens the sentence": (
        "When Tom Aas came, Ruth Vale left.",
        ["Ruth Vale", "Tom Aas"],
    ),
    "past what stands between commas": ("Ruth Vale, a pilot from Aas, left.", ["Ruth Vale"]),
    "a description with its name": ("The pilot, Ruth Vale, left.", ["The pilot, Ruth Vale"]),
    "two clauses in order": ("Ruth Vale left and Tom Aas stayed.", ["Ruth Vale", "Tom Aas"]),
    "who speaks stands before others than the first": (
        "The port closed because Tom Aas left, Ruth Vale said.",
        ["The port", "Ruth Vale", "Tom Aas"],
    ),
    "no object": ("The board met Ruth Vale.", ["The board"]),
    "nobody in a sentence without a verb": ("A cold morning in Aas.", []),
}


@pytest.mark.parametrize(("text", "subjects"), SUBJECTS.values(), ids=SUBJECTS)
def test_who_does_something_is_in_order_of_likelihood(text, subjects):
    assert [m.span.of(text) for m in narration_of(text).subjects(0, 0)] == subjects


def test_a_name_that_opens_a_sentence_before_a_comma_may_be_who_it_is_about():
    text = "Ruth Vale, a pilot from Aas."
    assert [m.span.of(text) for m in narration_of(text).subjects(0, 0)] == ["Ruth Vale"]


def test_each_quotation_has_its_place():
    narration = narration_of(
        "Vale came. “We sail,” she said.\n\nIt was late.\n\nShe said: “No. Yes,” and “now.”"
    )
    assert [(p.paragraph, p.sentence, p.token) for _, p in sorted(narration.places.items())] == [
        (0, 1, 0),
        (2, 0, 3),
        (2, 0, 5),
    ]
    assert [r.cue.of(narration.text) for r in narration.reports_around(1)] == ["said"]
    assert narration.sentence(2) is narration.sentences(2)[0]


def test_what_stands_in_marks_ends_no_sentence_and_hides_no_verb():
    narration = narration_of("Vale said “We sail. He said no. Now!” and left.")
    assert len(narration.sentences(0)) == 1
    assert [m.name for m in narration.subjects(0, 0)] == ["Vale"]


def test_a_paragraph_that_is_not_there_has_no_sentences():
    narration = narration_of("“We sail,” she said.")
    assert narration.sentences(-1) == narration.sentences(1) == []


def test_only_paragraphs_with_quotations_are_read_until_others_are_asked_for(monkeypatch):
    asked = []

    def sentences(text, paragraph, *rest):
        asked.append(paragraph.of(text)[:4])
        return original(text, paragraph, *rest)

    original = module.sentences
    monkeypatch.setattr(module, "sentences", sentences)
    narration = narration_of("One.\n\n“Two,” said Vale.\n\nThree.")
    assert list(narration.places) == [0]
    assert narration.printed(2) == "Three."
    assert asked == ["“Two"]
    narration.sentences(2)
    narration.sentences(2)
    assert asked == ["“Two", "Thre"]


def test_there_is_nothing_printed_in_a_paragraph_that_is_not_there():
    narration = narration_of("“We sail,” she said.")
    assert narration.printed(-1) == narration.printed(1) == ""


def test_stretches_of_a_text_share_what_is_known_of_all_of_it():
    narration = narration_of("“‘Boats sank,’ Vale said.” Boats and other boats sank.")
    inside = narration.within((narration.marked[0].span,), [])
    assert inside.sentences(0)[0].tokens[1].text == "Boats"
    assert inside.common is narration.common
    assert inside.namesakes is narration.namesakes


def test_a_word_that_the_text_has_in_lower_case_is_common():
    assert narration_of("Boats and other boats sank at Vale.").common >= {"boats", "sank"}
    assert "vale" not in narration_of("Boats sank at Vale.").common


def test_paragraphs_that_one_quotation_runs_over_are_one():
    text = "Vale came.\n\nShe said: “We sail\nat noon,” and left.\n\nIt was late."
    assert [place.of(text) for place in narration_of(text).paragraphs] == [
        "Vale came.",
        "She said: “We sail\nat noon,” and left.",
        "It was late.",
    ]


@given(TEXTS)
def test_sentences_lie_in_their_paragraphs_in_order_and_apart(text):
    narration = narration_of(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(narration.paragraphs))
    for index, place in enumerate(narration.paragraphs):
        at = place.start
        for sentence in narration.sentences(index):
            assert at <= sentence.start < sentence.end <= place.end
            assert sentence.paragraph == index
            at = sentence.end


@given(TEXTS)
def test_each_outermost_quotation_is_one_token_of_one_sentence(text):
    narration = narration_of(text)
    assert sorted(narration.places) == list(range(len(narration.marked)))
    found = [t for sentence, _, _ in read(narration) for t in sentence.tokens if t.kind == QUOTE]
    assert [(t.quote, t.start, t.end) for t in found] == [
        (i, m.outer.start, m.outer.end) for i, m in enumerate(narration.marked)
    ]
    for quote, place in narration.places.items():
        assert narration.sentence(quote).tokens[place.token].quote == quote


@given(TEXTS)
def test_mentions_lie_in_the_narration_and_not_in_what_is_quoted(text):
    narration = narration_of(text)
    for mention in mentions(narration):
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        for marked in narration.marked:
            # A nickname stands within a name; nothing else is cut.
            inside = mention.span.start <= marked.outer.start and marked.outer.end <= mention.span.end
            assert inside or not mention.span.overlaps(marked.outer)


@given(TEXTS, st.integers(0, 200))
def test_a_place_is_found_as_a_slow_search_finds_it(text, offset):
    narration = narration_of(text)
    paragraphs = [i for i, place in enumerate(narration.paragraphs) if place.start <= offset]
    paragraph = paragraphs[-1] if paragraphs else 0
    found = [i for i, s in enumerate(narration.sentences(paragraph)) if s.start <= offset]
    assert narration.locate(offset) == (paragraph, found[-1] if found else 0)


@given(TEXTS)
def test_every_convention_of_line_ends_gives_the_same(text):
    plain = text.replace("\r", "")
    windows = plain.replace("\n", "\r\n")
    moved = [i + plain.count("\n", 0, i) for i in range(len(plain) + 1)]
    one, two = narration_of(plain), narration_of(windows)
    assert [(moved[m.span.start], m.kind, m.head) for m in mentions(one)] == [
        (m.span.start, m.kind, m.head) for m in mentions(two)
    ]
    assert one.places == two.places


@given(TEXTS)
def test_what_is_read_does_not_depend_on_the_order_of_asking(text):
    one, two = narration_of(text), narration_of(text)
    backwards = [
        (two.subjects(paragraph, s), two.reports(paragraph, s))
        for paragraph in reversed(range(len(two.paragraphs)))
        for s in reversed(range(len(two.sentences(paragraph))))
    ]
    assert [(subjects, reports) for _, reports, subjects in read(one)] == backwards[::-1]


def test_the_words_are_those_of_the_language():
    bare = ENGLISH.without("roles", next(r for r in ENGLISH.rows("roles") if "spokesman" in r.words))
    assert "spokesman" in narration_of("").grammar.people
    assert "spokesman" not in narration_of("", bare).grammar.people


def test_an_offset_is_in_the_cell_of_a_table_that_it_stands_in():
    text = "Before.\n\n| Who | What |\n|---|---|\n| Vale | “No” |\n| Aas | “So” |\n\nBehind."
    narration = narration_of(text)
    cells = {}
    for offset in range(len(text)):
        found = narration.cells.around(offset)
        if found is not None:
            table, row, column = found
            cells.setdefault((table.index(row), column), []).append(offset)
    (table,) = {
        id(found[0]): found[0] for found in map(narration.cells.around, range(len(text))) if found
    }.values()
    assert cells == {
        (row, column): [*range(cell.start, cell.end)]
        for row, found in enumerate(table)
        if row
        for column, cell in enumerate(found)
    }
    assert narration_of("It rained.").cells.around(0) is None
