import datetime as dt
import gc
import weakref

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify import parse
from quoteverify.collation.compare.quote_parts import quote_parts
from quoteverify.collation.compare.statements import compare, compare_many
from quoteverify.collation.compare.statements import statement as one_statement
from quoteverify.errors import ArgumentTypeError, ArgumentValueError, DuplicateDocumentError
from quoteverify.models import Attribution, Document, Quote, QuoteKind, Span, Speaker, SpeakerKind
from quoteverify.text.language import LanguageProfile, language


def document(outlet, *quotes, published=None):
    """A document that prints some quotes, each (speaker, words) or (speaker, words, kind)."""
    text, records = f"{outlet}: ", []
    for number, (name, words, *kind) in enumerate(quotes):
        speaker = Speaker(name, kind=SpeakerKind.PERSON) if name else None
        records.append(
            Quote(
                id=f"q{number}",
                spans=[Span(len(text) + 1, len(text) + 1 + len(words))],
                text=words,
                kind=kind[0] if kind else QuoteKind.SPEECH,
                attribution=Attribution(speaker=speaker),
            )
        )
        text += f"“{words}” said {name}.\n\n"
    return Document(id=outlet, text=text, outlet=outlet, published=published, quotes=records)


def shared(*documents):
    """The texts of the statements that more than one place gives."""
    return [[v.text for v in statement.variants] for statement in compare(documents).shared]


LONG = "The harbour will stay closed until the divers have searched the northern basin"

JOINED = {
    "the same words": ("We will rebuild the old bridge", "We will rebuild the old bridge"),
    "other punctuation and glyphs": ("It’s the bridge, then the road,", "It's the bridge then the road."),
    "cut at the start": ("I came early and we rebuilt the old bridge", "we rebuilt the old bridge"),
    "cut at the end": (LONG, "The harbour will stay closed"),
    "cut in the middle, as headlines do": (
        "I was given the chance to leave the island, or rather to flee from the island",
        "I was given the chance to flee",
    ),
    "one word put for another": (
        "My voters will follow the committee to the last village",
        "My supporters will follow the committee to the last village",
    ),
    "a possessive printed otherwise": ("He is Paris' best known baker", "He is Paris's best known baker"),
    "overlapping at a long run of words": (
        "As such, the foundation has no comment on the actions of that baker",
        "has no comment on the actions of that baker who left Oslo in spring",
    ),
    "function words only, a whole quote": (
        "this is not who we are",
        "I can say to the others that this is not who we are, and never were",
    ),
}
APART = {
    "function words in common": ("that is what we want to do", "this is what they were to do"),
    "one content word in common": ("We want the bridge", "They hate the bridge and what it did"),
    "one verb, other matter": ("a family that has not lost a loved one", "people who lost all confidence"),
    "a stock phrase inside sentences": ("We want to move forward together", "So they move forward with it"),
}


@pytest.mark.parametrize(("one", "other"), JOINED.values(), ids=JOINED)
def test_the_same_words_are_one_statement(one, other):
    assert shared(document("A", ("Ana Lind", one)), document("B", ("Ana Lind", other))) == [[one, other]]


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART)
def test_other_words_are_two(one, other):
    assert shared(document("A", ("Ana Lind", one)), document("B", ("Ana Lind", other))) == []


def test_a_splice_takes_part_in_two_statements():
    a = document("A", ("Ana Lind", "The bridge is lost,"), ("Ana Lind", "I never thought of leaving Oslo,"))
    b = document("B", ("Ana Lind", "I never thought of leaving Oslo...The bridge is lost."))
    assert shared(a, b) == [
        ["The bridge is lost,", "The bridge is lost."],
        ["I never thought of leaving Oslo,", "I never thought of leaving Oslo"],
    ]


def test_a_document_can_give_a_statement_two_variants():
    a = document(
        "A",
        (None, "We rebuild the old bridge", QuoteKind.HEADLINE),
        ("Ana Lind", "We rebuild the old bridge now"),
    )
    (statement,) = compare([a]).shared
    assert [v.quote_id for v in statement.variants] == ["q0", "q1"]


def test_short_words_of_two_people_are_two_statements():
    a, b = (
        document("A", ("Ana Lind", "Make the harbour great")),
        document("B", ("Bo Aas", "Make the harbour great")),
    )
    assert shared(a, b) == []


def test_long_words_given_to_two_people_are_one_disputed_statement():
    (statement,) = compare([document("A", ("Ana Lind", LONG)), document("B", ("Bo Aas", LONG))]).shared
    assert statement.disputed
    assert [speaker.name for speaker in statement.speakers] == ["Ana Lind", "Bo Aas"]


TEMPLATE = "We have made great progress in the last two years on the {}."


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (("Ana Lind", TEMPLATE.format("railway")), ("Ana Lind", TEMPLATE.format("hospital")), False),
        (("Ana Lind", TEMPLATE.format("railway")), ("Ana Lind", TEMPLATE.format("railway")), True),
        (("Ana Lind", f"{LONG} in June"), ("Ana Lind", f"{LONG} in winter"), True),
    ],
)
def test_a_template_filled_years_apart_is_two_statements(one, other, together):
    documents = [document("A", one, published="2030-03-01"), document("B", other, published="2033-03-01")]
    assert bool(compare(documents).shared) is together


@pytest.mark.parametrize(
    ("one", "other", "name", "together"),
    [
        ("The roof of the school leaks.", "We want the trawlers at the quay.", None, False),
        ("The roof of the school leaks.", "We want the trawlers at the quay.", "Ana", True),
        ("The roof of the school leaks.", "The roof of the school leaks, and the wall.", None, True),
        ("", "We want the trawlers at the quay.", None, True),
    ],
)
def test_a_sentence_that_anybody_says_among_others_joins_nothing(one, other, name, together):
    said = "But that is not what we are all for."
    documents = [document("A", (name, f"{said} {one}".strip())), document("B", (name, f"{said} {other}"))]
    assert bool(compare(documents).shared) is together


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


@pytest.mark.parametrize(
    ("words", "later", "together"),
    [
        ("This is a great day for the harbour", "2020-03-09", True),
        ("This is a great day for the harbour", "2020-09-01", True),
        ("This is a great day for the harbour", "2022-03-01", False),
        ("This is a great day for the harbour, as we say", "2020-03-09", True),
        ("This is a great day for the harbour, as we say", "2020-09-01", False),
    ],
)
def test_short_words_of_one_person_long_after_are_another_occasion(words, later, together):
    a = document("A", ("Ana Lind", "This is a great day for the harbour"), published="2020-03-01")
    b = document("B", ("Ana Lind", words), published=later)
    assert bool(shared(a, b)) is together


@pytest.mark.parametrize("confidence", [0.0, 0.55, 0.95])
def test_a_guess_at_the_speaker_is_no_reason_to_doubt(confidence):
    a = document("A", ("Ana Lind", "The divers found the northern bell"))
    b = document("B", ("Bo Aas", "The divers found the northern bell"))
    (quote,) = b.quotes
    quote = attrs.evolve(quote, attribution=attrs.evolve(quote.attribution, confidence=confidence))
    assert bool(shared(a, attrs.evolve(b, quotes=[quote]))) is (confidence == 0.55)


def test_what_stands_in_a_quotation_and_in_one_inside_it_is_the_inner_ones():
    inner = "Never sell the orchard to strangers"
    outer = f"My father said, {inner}, and I have not"
    text = f"“{outer}” said Ana Lind."
    at = text.index(inner)
    a = Document(
        id="A",
        text=text,
        quotes=[
            Quote(id="outer", spans=[Span(1, 1 + len(outer))], text=outer),
            Quote(id="inner", spans=[Span(at, at + len(inner))], text=inner),
        ],
    )
    (statement,) = compare([a, document("B", (None, inner))]).shared
    assert [v.quote_id for v in statement.variants] == ["inner", "q0"]
    assert len(compare([a]).statements) == 2


def test_short_sentences_in_a_row_are_one_statement():
    a = document("A", ("Ana Lind", "We waited. Nobody came. So we swam"))
    b = document("B", ("Ana Lind", "We waited, nobody came, so we swam"))
    assert shared(a, b) == [["We waited. Nobody came. So we swam", "We waited, nobody came, so we swam"]]


def test_a_stock_phrase_does_not_chain_two_long_quotes():
    phrase = "God bless our brave sailors tonight"
    a = document("A", ("Ana Lind", f"{phrase} while the herring fleet crosses the northern basin in fog"))
    b = document("B", ("Ana Lind", f"{phrase} because the museum of glass opened its doors to children"))
    c = document("C", ("Ana Lind", phrase))
    assert shared(a, b, c) == []


def test_a_term_is_no_statement():
    assert compare([document("A", (None, "humanitarian corridor", QuoteKind.TERM))]).statements == ()


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


# In which language

ENGLISH = language("en")
OLE = Document(id="O", text="Ole sa “nei”.", lang="nn")


@pytest.mark.parametrize("verb", [lambda *given, **lang: compare(*given, **lang).statements, compare_many])
def test_documents_are_compared_in_their_language(verb):
    a, b = (
        attrs.evolve(document(o, ("Ana Lind", LONG)), lang=lang) for o, lang in (("A", "en"), ("B", "en-GB"))
    )
    for documents, lang in (
        ([a, b], None),
        ([a, b], "en"),
        ([a, b, OLE], "en"),
        ([a, attrs.evolve(b, lang=None)], None),
        ([attrs.evolve(a, lang="nn"), b], LanguageProfile("nn", ENGLISH.tables)),
    ):
        for handed_in in documents, iter(documents):
            first, *_ = verb(handed_in, lang=lang)
            assert len(first.variants) == 2


@pytest.mark.parametrize("verb", [compare, lambda *given, **lang: list(compare_many(*given, **lang))])
@pytest.mark.parametrize(
    ("documents", "lang", "message"),
    [
        ([OLE], None, "the texts are in 'nn': lang must be a profile of it"),
        ([document("A", ("Ana Lind", LONG)), OLE], "xx", "lang must be one of 'en', not 'xx'"),
        ([attrs.evolve(document("A", ("Ana Lind", LONG)), lang="en"), OLE], None, "in (?:'en' and )?'nn'"),
    ],
)
def test_documents_in_two_languages_are_said_to_be_so(verb, documents, lang, message):
    with pytest.raises(ArgumentValueError, match=message):
        verb(documents, lang=lang)


def test_a_language_that_none_of_the_documents_is_in_is_refused():
    with pytest.raises(ArgumentValueError, match="lang is 'en' and the texts are in 'nn'"):
        compare([OLE], lang="en")


def test_words_and_names_are_those_of_the_language_that_is_given():
    mine = ENGLISH.with_rows("negators", [{"words": ["hardlyever"]}]).with_rows(
        "titles", [{"words": ["mestre"]}]
    )
    a = document("A", ("Ada Lind", LONG))
    b = document("B", ("Mestre Lind", LONG.replace("stay", "hardlyever stay")))
    for lang, kind, speakers in (("en", "wording", 2), (mine, "negation", 1)):
        (statement,) = compare([a, b], lang=lang).shared
        assert [d.kind for v in statement.variants for d in v.differences] == [kind]
        assert len(statement.speakers) == speakers


@pytest.mark.parametrize("wrong", ["text", 5, Document(text="")])
def test_anything_but_several_documents_is_a_clear_error(wrong):
    with pytest.raises(TypeError, match="compare needs several Document"):
        compare(wrong)


def test_a_text_among_documents_is_a_clear_error():
    with pytest.raises(TypeError, match="not str; parse or read makes one"):
        compare([Document(text=""), "text"])


def test_two_documents_of_one_id_are_an_error():
    with pytest.raises(ValueError, match="more than one document has the id 'A'"):
        compare([document("A"), document("A")])


def test_nothing_compared_says_nothing():
    assert compare([]).statements == ()


WORDS = st.lists(
    st.sampled_from(["bridge", "harbour", "we", "will", "not", "stay", "...", ".", "…", "[ice]", "\n", "5"]),
    max_size=12,
)
DOCUMENTS = st.lists(
    st.lists(st.tuples(st.sampled_from([None, "Ana Lind", "Bo Aas"]), WORDS), max_size=4), max_size=4
)


@given(DOCUMENTS)
def test_no_quote_is_lost_and_every_variant_prints_what_stands_there(made):
    documents = [
        document(str(n), *((name, " ".join(words) or "-") for name, words in quotes))
        for n, quotes in enumerate(made)
    ]
    comparison = compare(documents)
    texts = {d.id: d.text for d in documents}
    seen = set()
    for statement in comparison.statements:
        for variant, cells in zip(
            statement.variants, zip(*(c.cells for c in statement.columns), strict=True), strict=False
        ):
            seen.add((variant.document_id, variant.quote_id))
            assert variant.text == " ".join(span.of(texts[variant.document_id]) for span in variant.spans)
            assert " ".join("".join(cells).split()).replace(" ", "") == "".join(variant.text.split())
            base = statement.variants[statement.base]
            for difference in variant.differences:
                assert difference.b.end <= len(texts[variant.document_id])
                assert difference.a.end <= len(texts[base.document_id])
        seen |= {(v.document_id, v.quote_id) for v in statement.variants}
    assert seen == {(d.id, q.id) for d in documents for q in d.quotes}


def test_many_equal_quotes_are_one_statement():
    documents = [document(str(n), ("Ana Lind", LONG), published=dt.date(2020, 3, 1)) for n in range(50)]
    (statement,) = compare(documents).statements
    assert len(statement.variants) == 50


def test_words_quoted_in_one_document_and_reported_in_another_are_a_paraphrase():
    a = document("A", ("Ana Lind", LONG))
    text = (
        "A mayor said the harbour will stay closed until the divers have searched the northern basin twice."
    )
    (statement,) = compare([a, Document(id="B", text=text)]).statements
    reported = statement.variants[1]
    assert (reported.document_id, reported.quote_id, reported.wording) == ("B", None, "paraphrase")
    assert reported.text == text[text.index("the harbour") : text.index(" twice")]
    assert statement.base == 0


def test_a_document_that_quotes_the_words_is_not_searched_for_a_report_of_them():
    a = document("A", ("Ana Lind", LONG))
    b = document("B", ("Ana Lind", LONG))
    b = Document(id="B", text=b.text + LONG, quotes=b.quotes)
    (statement,) = compare([a, b]).statements
    assert [v.quote_id for v in statement.variants] == ["q0", "q0"]


def many(count):
    """Documents that come one at a time: some words of theirs are those of others, some are reported only."""
    for n in range(count):
        quoted = document(
            f"D{n:03}", ("Ana Lind", f"{LONG} and berth {n % 7} is dry"), ("Bo Ek", f"No, {n}.")
        )
        reported = f"{quoted.text}The mayor said {LONG.lower()} and berth {(n + 3) % 7} is dry."
        yield attrs.evolve(quoted, text=reported)


def test_documents_that_come_once_give_the_statements_of_compare():
    wanted = compare(many(30)).statements
    assert len(wanted) > 5
    for documents in many(30), list(many(30)):
        found = list(compare_many(documents))
        assert sorted(map(repr, found)) == sorted(map(repr, wanted))


def test_documents_that_come_once_are_not_kept():
    alive = []

    def watched():
        for one in many(30):
            alive.append(weakref.ref(one))
            yield one

    found = compare_many(watched())
    next(found)
    gc.collect()
    assert len(alive) == 30
    assert sum(one() is not None for one in alive) <= 1


def test_statements_come_in_the_order_of_their_first_quotes():
    firsts = [s.variants[0].document_id for s in compare_many(many(30))]
    assert firsts == sorted(firsts)


@pytest.mark.parametrize("given", [5, "a text", [5], iter(["a text"])])
def test_many_documents_must_be_documents(given):
    with pytest.raises(ArgumentTypeError, match="Document"):
        list(compare_many(given))


def test_many_documents_of_one_id_are_refused():
    with pytest.raises(DuplicateDocumentError, match="D000"):
        list(compare_many([*many(2), *many(1)]))


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
