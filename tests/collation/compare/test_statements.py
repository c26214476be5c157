import attrs
import pytest
from collation.outlets import LONG, document

from quoteverify import parse
from quoteverify.collation.compare.comparison import compare
from quoteverify.collation.compare.quote_parts import quote_parts
from quoteverify.collation.compare.statements import statement as one_statement
from quoteverify.models import Attribution, Speaker, SpeakerKind
from quoteverify.text.language import language


def test_long_words_given_to_two_people_are_one_disputed_statement():
    (statement,) = compare([document("A", ("Ana Lind", LONG)), document("B", ("Bo Aas", LONG))]).shared
    assert statement.disputed
    assert [speaker.name for speaker in statement.speakers] == ["Ana Lind", "Bo Aas"]


@pytest.mark.parametrize(
    ("name", "kind", "confidence", "disputed"),
    [
        ("Bo Aas", SpeakerKind.PERSON, 0.0, True),
        ("Bo Aas", SpeakerKind.PERSON, 0.95, True),
        ("Bo Aas", SpeakerKind.PERSON, 0.6, False),
        ("the first lady", SpeakerKind.ROLE, 0.95, False),
        ("the ministry", SpeakerKind.BODY, 0.95, False),
    ],
)
def test_only_two_people_surely_named_are_a_dispute(name, kind, confidence, disputed):
    b = document("B", ("Ana Lind", LONG))
    (quote,) = b.quotes
    said = Attribution(speaker=Speaker(name, kind=kind), confidence=confidence)
    b = attrs.evolve(b, quotes=[attrs.evolve(quote, attribution=said)])
    (statement,) = compare([document("A", ("Ana Lind", LONG)), b]).shared
    assert statement.disputed is disputed
    assert [speaker.name for speaker in statement.speakers] == ["Ana Lind", name]


def test_two_forms_of_one_name_are_no_dispute():
    (statement,) = compare([document("A", ("Ana Lind", LONG)), document("B", ("Lind", LONG))]).shared
    assert not statement.disputed
    assert statement.speaker.name == "Ana Lind"


def test_the_wording_that_most_print_is_the_base():
    wordings = ["We rebuild the old bridge now", "We rebuild the old bridge", "We rebuild the old bridge."]
    (statement,) = compare(document(o, ("Ana Lind", w)) for o, w in zip("ABC", wordings, strict=True)).shared
    assert statement.base == 1
    assert statement.variants[1].differences == ()


def test_of_the_same_words_the_printing_that_most_have_is_the_base():
    wordings = ["We rebuild the old bridge, now", *["We rebuild the old bridge now"] * 2]
    (statement,) = compare(document(o, ("Ana Lind", w)) for o, w in zip("ABC", wordings, strict=True)).shared
    assert statement.base == 1
    assert [len(variant.differences) for variant in statement.variants] == [1, 0, 0]


def test_differences_stand_at_their_places_in_the_two_documents():
    a = document("A", ("Ana Lind", "So it is. The harbour will stay closed in May, they said"))
    b = document("B", ("Ana Lind", "The harbour may stay closed in May, they said"))
    (statement,) = compare([a, b]).shared
    base, other = (statement.variants[n] for n in (statement.base, 1 - statement.base))
    texts = {"A": a.text, "B": b.text}
    assert other.differences
    for difference in other.differences:
        assert difference.a.of(texts[base.document_id]) == difference.a_text
        assert difference.b.of(texts[other.document_id]) == difference.b_text


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        (("2020-03-02", "2020-03-01"), 1),
        (("2020-03-01", "2020-03-01"), None),
        (("2020-03-01", None), None),
        (("2020-03-01T10:00:00+02:00", "2020-03-01T09:00:00+00:00"), 0),
        (("2020-03-01T10:00:00", "2020-03-01"), None),
        (("2020-03-02T10:00:00", "2020-03-01"), 1),
        (("2020-03-02T00:30:00+02:00", "2020-03-01"), None),
        (("2020-03-02T03:30:00+02:00", "2020-03-01"), 1),
        (("0001-01-01T00:00:00+01:00", "2020-03-01"), 0),
        (("9999-12-31T23:00:00-05:00", "2020-03-01T10:00:00"), 1),
    ],
)
def test_which_came_first_is_said_where_dates_say_it(dates, first):
    a, b = (document(o, ("Ana Lind", LONG), published=d) for o, d in zip("AB", dates, strict=True))
    (statement,) = compare([a, b]).shared
    assert statement.first == first


def test_the_table_has_words_in_columns_and_variants_in_rows():
    a = document("A", ("Ana Lind", "The northern harbour will stay closed, well, until May"))
    b = document("B", ("Ana Lind", "The northern harbour may stay closed until May."))
    (statement,) = compare([a, b]).shared
    table = statement.table()
    assert [(c.cells, c.differs) for c in table.columns] == [
        (("The northern harbour", "The northern harbour"), False),
        (("will", "may"), True),
        (("stay closed,", "stay closed"), False),
        (("well,", ""), True),
        (("until May", "until May."), False),
    ]


def test_neighbouring_parts_of_one_quote_are_one_variant_and_of_two_are_two():
    document = parse(
        "“The bridge will stay closed ... The divers found nothing of note.” “No ferry will sail.”"
    )
    first, second, other = quote_parts(document, language("en"))
    found = one_statement([other, first, second], language("en"))
    assert [(variant.quote_id, len(variant.spans)) for variant in found.variants] == [
        (other.said.id, 1),
        (first.said.id, 2),
    ]
    found = one_statement([first, other, second], language("en"))
    assert len(found.variants) == 3
