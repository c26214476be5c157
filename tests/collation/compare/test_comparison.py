import gc
import weakref

import attrs
import pytest
from collation.outlets import LONG, document
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.collation.compare.comparison import compare, compare_many
from quoteverify.errors import ArgumentTypeError, ArgumentValueError, DuplicateDocumentError
from quoteverify.models import Document
from quoteverify.text.language import LanguageProfile, language

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
