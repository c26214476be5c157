import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.models import Span
from quoteverify.reading.marks.pairing import loose_marks, marked_spans, paragraphs
from quoteverify.text.language import language

ENGLISH = language("en")
TEXTS = st.text(alphabet="aS .,:-'\"“”‘’«»„`´\n\r\u00a0\u20282s[=<(", max_size=60) | st.text(max_size=60)

BODY = (
    "The boats stayed where they were until the pilots had come back from the sea in the morning light.\n\n"
)

# What a text holds between its marks: [outermost], {inside another}; "+" goes on what was left open.
CASES = {
    "curly and straight marks mixed": ('“We go," she said. "We stay,” he said.', ["We go,", "We stay,"]),
    "a curly mark closed by two apostrophes": ("“We go,'' she said.", ["We go,"]),
    "a curly mark closed by one apostrophe": (
        "“We go,' she said. “The boys' boat, too,” he said.",
        ["We go,", "The boys' boat, too,"],
    ),
    "two apostrophes": ("''We go,'' she said, ''now.''", ["We go,", "now."]),
    "backticks": ("``We go,'' she said. `No,' he said.", ["We go,", "No,"]),
    "wrong-way curly marks": ("”We go,” she said. “Now.“ He left.", ["We go,", "Now."]),
    "British single marks": ("‘We go’, said Hale. ‘It isn’t far.’", ["We go", "It isn’t far."]),
    "a possessive plural": ("'The boys' room is cold,' he said.", ["The boys' room is cold,"]),
    "possessives beside single marks": ("MPs' pay is 'fair', says the teachers' union", ["fair"]),
    "a single mark after s": ("The ‘workers’ strike is on.", ["workers"]),
    "shortened words": ("Rock 'n' roll in the '90s, 'twas said, got 'em all.", []),
    "a dropped letter": ("'We were goin' home now,' he said.", ["We were goin' home now,"]),
    "words clipped at their end": (
        "'He came o' Tuesday wi' two o' them,' she said.",
        ["He came o' Tuesday wi' two o' them,"],
    ),
    "a word clipped at its start in single marks": (
        "He sat up. ‘’Tis late,’ he said. ‘I saw ’im go.’",
        ["’Tis late,", "I saw ’im go."],
    ),
    "marks that look clipped": (
        "''27 firms paid,'' it said. 'We ran an' old ship, ''twas said.",
        ["27 firms paid,"],
    ),
    "marks within marks": (
        '"He said \'no, "never"\' to me," she said.',
        ["He said 'no, \"never\"' to me,", 1, 'no, "never"', 2, "never"],
    ),
    "three apostrophes": ("''They told me, 'No,''' she said.", ["They told me, 'No,'", 1, "No,"]),
    "an inner mark apart from the outer": (
        "\"They told me, 'No,' \" she said.",
        ["They told me, 'No,' ", 1, "No,"],
    ),
    "doubled marks": ('""Yes,"" he said.', ["Yes,"]),
    "guillemets both ways": ("« Oui », dit-il. »Nein«, sagte er.", [" Oui ", "Nein"]),
    "low and high marks": ("„Ja“, sagte er. „Tak”. ‚Ja‘.", ["Ja", "Tak", "Ja"]),
    "corner brackets": ("彼は「はい、『本当』です」と言った。", ["はい、『本当』です", 1, "本当"]),
    "a comma outside": ('"We go", she said.', ["We go"]),
    "no space beside marks": ('He said:"We go."She left."We stay,"he said.', ["We go.", "We stay,"]),
    "space inside marks": ('“ We go, ” she said. " Now. "', [" We go, ", " Now. "]),
    "a space on the wrong side": ('"We go, "she said. "Now."', ["We go, ", "Now."]),
    "brackets and dashes": ("He (“yes”) said—“no”—and “maybe”.", ["yes", "no", "maybe"]),
    "an ellipsis first": ('He left "...and came back".', ["...and came back"]),
    "feet and inches": ('The 6\' 2" guard said "no" to a 5\'10" man.', ["no"]),
    "inches in a quotation": ('"I\'m 6\'2" tall," he said.', ["I'm 6'2\" tall,"]),
    "a nickname": ("William 'Bill' Hale met Ann \"The Rock\" Stone.", ["Bill", "The Rock"]),
    "a name below": ('"We go." - Ann Hale', ["We go."]),
    "tags": ('<p class="lead">"We go," she said.</p>', ["We go,"]),
    "a paragraph that opens again": ("“We go.\n\n“We stay,” she said.", ["We go.", "+We stay,"]),
    "single marks over paragraphs": (
        "‘We go.\n\n‘The boys’ room is cold.\n\n‘Yes,’ he said.",
        ["We go.", "+The boys’ room is cold.", "+Yes,"],
    ),
    "a line between the paragraphs": (
        "He said: “We go.\n\nAdvertisement\n\n“We stay.”",
        ["We go.", "+We stay."],
    ),
    "a lost paragraph break": (
        "She said: “We go. “We stay. “Yes.” He left.",
        ["We go.", "+We stay.", "+Yes."],
    ),
    "going on after an interruption": (
        "“We go,” he said, “and on. “We stay.”",
        ["We go,", "and on.", "+We stay."],
    ),
    "an unclosed paragraph around other marks": (
        '"They call it “home” here.\n\n"Yes," he said.',
        ["They call it “home” here.", 1, "home", "+Yes,"],
    ),
    "an unclosed paragraph around marks of the same shape": (
        '"I said, "Measure it".\n\n"They stayed," he said.',
        ['I said, "Measure it".', 1, "Measure it", "+They stayed,"],
    ),
    "an unclosed paragraph around single marks": (
        "‘She looked up and said ‘no’.\n\n‘We go’, he said.",
        ["She looked up and said ‘no’.", 1, "no", "+We go"],
    ),
    "single marks left open within a line": (
        "'We go', he said. 'It is far.\n\n'We stay', he said.",
        ["We go", "It is far.", "+We stay"],
    ),
    "the last closing mark forgotten": ("“We go,” he said.\n\n“We stay.", ["We go,", "We stay."]),
    "a closing mark forgotten before narration": (
        "He said: “We stay. We go.\n\nThe door closed.",
        ["We stay. We go."],
    ),
    "broken lines": ('"We go\nand go,"\nhe said.', ["We go\nand go,"]),
    "a mark that is never closed": ('He was "cold. He left.\n\n' + BODY + '"Yes," she said.', ["Yes,"]),
    "a closing mark too many": ('We go," he said. "Yes," she said.', ["Yes,"]),
    "a fragment that is never closed": ('He was "cold and left. "Yes," she said.', ["Yes,"]),
    "marks around nothing": ('She said " " and ‘ ’.', []),
    "a word cut short, and the sentence goes on": (
        "'Ye'll tak' a seat, Mr. Aas?' he asked.",
        ["Ye'll tak' a seat, Mr. Aas?"],
    ),
    "several words cut short": (
        "'I'll no' say no,' said Vale; 'she was sayin' so only now.' He left.",
        ["I'll no' say no,", "she was sayin' so only now."],
    ),
    "a word cut short at a point": (
        "'The bairns were a' laughin'.' He left.",
        ["The bairns were a' laughin'."],
    ),
    "a word cut short before a comma": ("'They're goin',' he said. 'I stay.'", ["They're goin',", "I stay."]),
    "a fragment, and another": ("Hale called it 'a joke' and left. 'No,' she said.", ["a joke", "No,"]),
    "a fragment, and a word cut short": ("Hale called it 'a joke' and o' no use.", ["a joke"]),
    "a fragment, and another without a point": ("It was 'a joke' for 'the few' here.", ["a joke", "the few"]),
    "a word cut short in a quotation inside": (
        "'He said, \"Tak' aff yer boots,\" an' left,' said Vale.",
        ["He said, \"Tak' aff yer boots,\" an' left,", 1, "Tak' aff yer boots,"],
    ),
}


def read(text):
    found = []
    for marked in marked_spans(text, ENGLISH):
        if marked.depth:
            found.append(marked.depth)
        found.append("+" * marked.continues + marked.span.of(text))
    return found


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_marks_hold_what_a_reader_sees(text, expected):
    assert read(text) == expected


def test_paragraphs_are_the_lines_that_are_not_blank():
    text = " One.\r\n\r\nTwo.\u2028\tThree. \n"
    assert [place.of(text) for place in paragraphs(text)] == ["One.", "Two.", "Three."]


def test_marks_are_given_as_printed():
    (first, second) = marked_spans("“We go,\" she said.\n\n''Yes.''", ENGLISH)
    assert (first.marks.open, first.marks.close, first.outer) == ("“", '"', Span(0, 8))
    assert (second.marks.open, second.marks.close, second.paragraph) == ("''", "''", 1)


@pytest.mark.parametrize("table", ["marks", "apostrophes"])
def test_every_row_is_needed(table):
    idle = [
        row
        for row in ENGLISH.rows(table)
        if marked_spans(row.example, ENGLISH) == marked_spans(row.example, ENGLISH.without(table, row))
    ]
    assert not idle


def test_a_language_without_marks_finds_none():
    bare = ENGLISH
    for row in ENGLISH.rows("marks"):
        bare = bare.without("marks", row)
    assert marked_spans("“We go,” she said.", bare) == ()


@given(TEXTS)
def test_spans_lie_in_their_marks_and_nest(text):
    found = marked_spans(text, ENGLISH)
    assert found == marked_spans(text, ENGLISH)
    around = []
    for marked in found:
        assert 0 <= marked.outer.start < marked.span.start <= marked.span.end <= marked.outer.end <= len(text)
        assert text[marked.outer.start : marked.span.start] == marked.marks.open
        assert text[marked.span.end : marked.outer.end] == marked.marks.close
        around = [outer for outer in around if outer.end > marked.outer.start]
        assert all(outer.end >= marked.outer.end for outer in around)
        assert marked.depth == len(around)
        around.append(marked.outer)


@given(TEXTS)
def test_every_convention_of_line_ends_gives_the_same(text):
    plain = text.replace("\r", "")
    windows = plain.replace("\n", "\r\n")
    moved = [i + plain.count("\n", 0, i) for i in range(len(plain) + 1)]
    assert [(m.outer.start, m.depth, m.continues) for m in marked_spans(windows, ENGLISH)] == [
        (moved[m.outer.start], m.depth, m.continues) for m in marked_spans(plain, ENGLISH)
    ]


@pytest.mark.parametrize("piece", ['"a ', "“a 'b ", '"', "'", ' " ', "``'", '="', "a' ", '"A.\n'])
def test_very_many_marks_are_read(piece):
    assert isinstance(marked_spans(piece * 20_000, ENGLISH), tuple)


def test_quotations_in_quotations_have_an_end():
    text = "“so ‘so " * 500 + "’ so” " * 500
    found = marked_spans(text, ENGLISH)
    assert [m.depth for m in found] == [0, 1, 2, 3, 4, 5, 6, 7]


LOOSE = {
    "She wrote “” and “We sail”.": [("empty_marks", "“”")],
    'She wrote " " and left.': [("empty_marks", '" "')],
    "He wrote “we sail at noon\nand left.": [("no_closing_mark", "“we sail at noon")],
    "We sail at noon,” he wrote.": [("no_opening_mark", "We sail at noon,”")],
    '""in a spreadsheet""': [],
    "a 6\" pipe, the boys' house, '90s": [],
    "“We sail,” she said. “We stay,” he said.": [],
    "“We sail.\n\n“We stay,” he said.": [],
}


@pytest.mark.parametrize(("text", "found"), LOOSE.items())
def test_marks_that_hold_nothing_or_have_no_fellow_are_told(text, found):
    assert [(rule, span.of(text)) for rule, span in loose_marks(text, ENGLISH)] == found


@given(TEXTS)
def test_loose_marks_are_in_the_text_and_in_order(text):
    spans = [span for _, span in loose_marks(text, ENGLISH)]
    assert spans == sorted(spans, key=lambda span: span.start)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
