"""What outlets print of one agency is one witness. The texts are invented."""

import attrs
import pytest

from quoteverify.collation.compare import copies as module
from quoteverify.collation.compare.comparison import compare, compare_many
from quoteverify.collation.compare.copies import Copies
from quoteverify.collation.compare.quote_parts import Unquoted
from quoteverify.display.html.pages import comparison as in_html
from quoteverify.display.terminal.rendering import render
from quoteverify.exchange.serialization import from_json, to_json
from quoteverify.models import Attribution, Document, Quote, Span, Speaker, SpeakerKind

X = "The harbour will stay closed until the divers have searched the northern basin"
Y = "The harbour will stay shut until the divers have searched the northern basin"
WIRE = (
    "Harbour of Lund closed after a barge sinks.\n\n"
    "A barge with forty tons of gravel sank at the mouth of the harbour early Monday, and nobody was hurt. "
    "“{}”, said Ana Lind, who runs the port.\n\n"
    "Two tugs stood by through the night. The owner of the barge, a firm in the next valley, did not answer "
    "calls. Fishermen were told to land their catch on the other side of the bay."
)
FIRST = (
    "Gravel, divers and a long wait.\n\n"
    "Nothing moves in Lund today. Since a barge went down in the night the port has been as quiet as on a "
    "Sunday, and the fish is sold across the bay. “{}”, Ana Lind told this paper.\n\n"
    "She has run the place for eleven years and cannot remember a week like this one."
)
SECOND = (
    "No ships before the weekend, say insurers.\n\n"
    "Underwriters expect claims of two million after the loss of a loaded barge. “{}”, said Ana Lind at the "
    "gate.\n\nFreight for the valley now goes by rail, which takes a day longer and costs a third more."
)


def article(id, text, *said, **about):
    """An article that quotes Ana Lind; each quotation is put for one ``{}``."""
    text = text.format(*said)
    speaker = Attribution(speaker=Speaker("Ana Lind", kind=SpeakerKind.PERSON))
    quotes, at = [], 0
    for number, words in enumerate(said):
        at = text.index(words, at)
        span = Span(at, at + len(words))
        quotes.append(Quote(id=f"q{number}", spans=[span], text=words, attribution=speaker))
        at += len(words)
    return Document(id=id, outlet=id, text=text, quotes=quotes, **about)


def one_text(*documents):
    """Which of some documents are taken for prints of one text."""
    copies = Copies()
    for document in documents:
        copies.add(Unquoted(document))
    return copies.among(document.id for document in documents)


def five():
    """Three prints of an agency's text, and two articles of their own."""
    return [
        *(article(outlet, WIRE, X) for outlet in ("A", "B", "C")),
        article("D", FIRST, Y),
        article("E", SECOND, Y),
    ]


def test_the_commonest_wording_is_not_the_most_syndicated_one():
    (statement,) = compare(five()).shared
    base = statement.variants[statement.base]
    assert (base.document_id, base.text) == ("D", Y)
    assert statement.copies == (("A", "B", "C"),)
    assert statement.prints(statement.variants[1]) == ("A", "B", "C")
    assert statement.prints(base) == ("D",)


def test_articles_that_come_one_at_a_time_have_the_same_base():
    (statement,) = compare_many(iter(five()))
    assert statement == compare(five()).statements[0]


def test_a_written_comparison_has_the_copies():
    comparison = compare(five())
    assert from_json(to_json(comparison)) == comparison


COPIED = {
    "as it is": WIRE,
    "another headline": WIRE.replace("Harbour of Lund closed after a barge sinks", "Lund cut off"),
    "no headline": WIRE.partition("\n\n")[2],
    "a sentence cut": WIRE.replace("Two tugs stood by through the night. ", ""),
    "the beginnings of two sentences cut": WIRE.replace("A barge with", "With").replace("Two tugs", "Tugs"),
    "the last sentence cut": WIRE.rpartition("Fishermen")[0],
    "a byline and a foot": f"By our desk\n\n{WIRE}\n\nWith material of an agency. All rights reserved.",
    "a sentence of its own": WIRE + " In the town hall the lights were on until two.",
    "a word put for another": WIRE.replace("next valley", "same valley").replace("forty", "40"),
    "other paragraphs": WIRE.replace("\n\n", " "),
    "other marks": WIRE.replace("“", '"').replace("”", '"').replace(", and", " – and"),
}
OTHER = {
    "an article of its own": FIRST,
    "another one": SECOND,
    "the same words quoted, and who said them": "“{}”, said Ana Lind, who runs the port.",
    "one sentence of the text in a long article": (
        f"{FIRST} Two tugs stood by through the night. Of the four that the port had when she came, two were "
        "sold to pay for a crane, and one lies in the dock with a cracked shaft. What it will cost to raise "
        "the gravel, nobody at the ministry would say, and the council meets on Thursday behind closed doors."
    ),
}


@pytest.mark.parametrize("text", COPIED.values(), ids=COPIED)
def test_what_an_outlet_changed_leaves_it_a_copy(text):
    assert one_text(article("A", WIRE, X), article("B", text, X)) == (("A", "B"),)
    assert one_text(article("B", text, X), article("A", WIRE, X)) == (("B", "A"),)


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_what_shares_only_the_quotations_is_no_copy(text):
    assert one_text(article("A", WIRE, X), article("B", text, X)) == ()


def test_many_shared_quotations_make_no_copy():
    said = [f"{word} {X} and {word} they found the {word} buoy" for word in ("Today", "Once", "Perhaps")]
    speech = "“{}” “{}” “{}”"
    one = article(
        "A", f"She spoke for an hour in a hall that was half full, and took no questions. {speech}", *said
    )
    other = article(
        "B", f"Three sentences of the evening will stay with those who came in the rain: {speech}", *said
    )
    assert one_text(one, other) == ()


@pytest.mark.parametrize(
    ("text", "copied"),
    [
        ("“{}”", False),
        ("Ana Lind told reporters on Monday: “{}”", False),
        ("Ana Lind, who runs the port of Lund, said when the barge had gone down on Monday: “{}”", True),
    ],
)
def test_of_short_texts_it_takes_a_sentence_to_tell(text, copied):
    assert bool(one_text(article("A", text, X), article("B", text, X))) is copied


def test_what_all_outlets_put_below_their_articles_makes_no_copy():
    foot = "\n\nThis article is free to read. Sign up for our letter and get it each morning at seven."
    texts = (FIRST + foot, SECOND + foot, WIRE + foot)
    assert one_text(*(article(str(n), text, X) for n, text in enumerate(texts))) == ()


def test_a_text_that_very_many_print_is_one_text():
    prints = [article(str(n), f"Desk {n}\n\n{WIRE}", X) for n in range(2 * module.MOST_OF_A_SAMPLE)]
    assert one_text(*prints) == (tuple(document.id for document in prints),)


@pytest.mark.parametrize("text", ["", "\ud800 " * 40, "\x00" * 300, "Å̊ " * 50, "word " * 500])
def test_odd_texts_are_taken(text):
    one_text(Document(id="A", text=text), Document(id="B", text=text))


# What a reader sees


def test_an_outlets_change_in_its_copy_is_a_difference_and_no_vote():
    changed = X.replace("stay closed", "remain closed")
    documents = [article("A", WIRE, X), article("B", WIRE, changed), article("C", WIRE, X)]
    (statement,) = compare([*documents, article("D", FIRST, X)]).shared
    assert statement.variants[statement.base].text == X
    assert [(d.a_text, d.b_text) for d in statement.variants[1].differences] == [("stay", "remain")]
    assert [len(v.differences) for v in statement.variants] == [0, 1, 0, 0]
    assert statement.copies == (("A", "B", "C"),)


def test_a_quotation_in_headline_and_text_is_no_change():
    text = "Lund: “{}”\n\n" + WIRE.partition("\n\n")[2]
    documents = [article(id, text, "The harbour will stay closed", X) for id in ("A", "B")]
    assert "changed in a copy" not in render(compare(documents))


def test_the_table_says_how_many_texts_print_a_wording():
    changed = X.replace("stay closed", "remain closed")
    comparison = compare(
        [*five(), article("F", WIRE, changed), article("G", FIRST.replace("quiet", "still"), Y)]
    )
    for shown in render(comparison, width=200), in_html(comparison):
        assert "printed by 3, one text" in shown
        assert "printed by 3, 2 texts" in shown
        assert shown.count("changed in a copy") == 1


def test_articles_of_their_own_are_not_counted():
    shown = render(compare([article("D", FIRST, Y), article("E", SECOND, Y)]))
    assert "printed by" not in shown


def test_statements_without_copies_are_as_before():
    (statement,) = compare([article("D", FIRST, Y), article("E", SECOND, X)]).shared
    assert statement.copies == ()
    assert attrs.evolve(statement, copies=[["D", "E"]]).copies == (("D", "E"),)


WORDS = [f"mast{first}{second}" for first in "abcd" for second in "abcdefghijklmnopqrst"]


@pytest.mark.parametrize(
    ("long", "short", "one"),
    [
        # Of eleven words there are eight runs of four; of forty runs sixteen are two fifths.
        (11, 11, True),
        (10, 10, False),
        (43, 19, True),
        (43, 18, False),
    ],
)
def test_so_much_of_the_longer_text_must_stand_in_the_other(long, short, one):
    documents = [Document(id=str(i), text=f"{' '.join(WORDS[:n])}.") for i, n in enumerate((long, short))]
    assert bool(one_text(*documents)) is one
