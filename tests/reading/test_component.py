import pickle
import subprocess
import sys
import textwrap

import pytest
import spacy
from spacy import displacy
from spacy.tokens import Doc, DocBin

from quoteverify.errors import ArgumentTypeError, ArgumentValueError
from quoteverify.models import Span, Speaker, SpeakerKind
from quoteverify.reading.component import QuoteComponent, quotes_of, reports_of
from quoteverify.reading.parser import parse
from quoteverify.reading.sieves.custom import CustomSieve

TEXTS = (
    "The crew waited.\n\n“We sail at noon.\n\n“And not before,” Ruth Vale said. “Nobody,” said Bo Berg.",
    "Nothing was said.",
    "",
    "The sign read keep-“out”-of-it, Ada Aas wrote. \U0001f6a2 “We've    a boat,\" she added. 'No,' he said.",
)


@pytest.fixture
def nlp():
    nlp = spacy.blank("en")
    nlp.add_pipe("quoteverify")
    return nlp


@pytest.fixture
def docs(nlp):
    return [nlp(text) for text in TEXTS]


def through_bytes(docs, nlp):
    return [Doc(nlp.vocab).from_bytes(doc.to_bytes()) for doc in docs]


def through_pickle(docs, nlp):
    return pickle.loads(pickle.dumps(docs))


def through_copies(docs, nlp):
    return [doc.copy() for doc in docs]


def through_a_doc_bin(docs, nlp):
    return list(DocBin().from_bytes(DocBin(docs=docs).to_bytes()).get_docs(nlp.vocab))


def through_a_doc_bin_with_user_data(docs, nlp):
    packed = DocBin(docs=docs, store_user_data=True).to_bytes()
    return list(DocBin().from_bytes(packed).get_docs(spacy.blank("en").vocab))


def through_two_processes(docs, nlp):
    return list(nlp.pipe([doc.text for doc in docs], n_process=2))


def through_a_merge_of_tokens(docs, nlp):
    for doc in docs:
        if len(doc) > 8:
            with doc.retokenize() as retokenizer:
                retokenizer.merge(doc[1:4])
    return docs


@pytest.mark.parametrize("text", TEXTS)
def test_a_doc_has_the_quotes_that_parse_finds(nlp, text):
    assert nlp(text)._.quotes == parse(text).quotes


def test_what_an_earlier_version_left_is_read(nlp):
    doc = nlp(TEXTS[0])
    (quote, *_), attrs = doc._.quotes, doc.spans["quotes"].attrs
    for plain in attrs["quotes"]:
        del plain["kind_rule"], plain["attribution"]["antecedent"], plain["attribution"]["resolution"]
    doc.spans["quotes"].attrs = attrs
    assert doc._.quotes[0].kind_rule == ""
    assert doc._.quotes[0].attribution.mention == quote.attribution.mention


def test_the_texts_have_quotes_of_several_spans_and_within_tokens(docs):
    quotes = [(doc, quote) for doc in docs for quote in doc._.quotes]
    assert any(len(quote.spans) > 1 for _, quote in quotes)
    assert any(doc.char_span(s.start, s.end) is None for doc, quote in quotes for s in quote.spans)


@pytest.mark.parametrize(
    "way",
    [
        through_bytes,
        through_pickle,
        through_copies,
        through_a_doc_bin,
        through_a_doc_bin_with_user_data,
        through_two_processes,
        through_a_merge_of_tokens,
    ],
)
def test_quotes_survive(way, docs, nlp):
    before = [doc._.quotes for doc in docs]
    after = way(docs, nlp)
    assert [doc._.quotes for doc in after] == before
    assert [[s.id_ for s in doc.spans["quotes"]] for doc in after] == [
        [quote.id for quote in quotes for _ in quote.spans] for quotes in before
    ]


def test_a_pipeline_on_disk_and_its_docs_give_equal_quotes_in_a_new_process(nlp, docs, tmp_path):
    nlp.to_disk(tmp_path / "pipeline")
    DocBin(docs=docs).to_disk(tmp_path / "docs.spacy")
    program = """
        import pickle, sys, spacy
        from spacy.tokens import DocBin
        folder = sys.argv[1]
        nlp = spacy.load(folder + "/pipeline")
        kept = [doc._.quotes for doc in DocBin().from_disk(folder + "/docs.spacy").get_docs(nlp.vocab)]
        anew = [nlp(text)._.quotes for text in pickle.load(open(folder + "/texts", "rb"))]
        with open(folder + "/quotes", "wb") as file:
            pickle.dump((kept, anew), file)
    """
    (tmp_path / "texts").write_bytes(pickle.dumps(TEXTS))
    subprocess.run([sys.executable, "-c", textwrap.dedent(program), str(tmp_path)], check=True)
    kept, anew = pickle.loads((tmp_path / "quotes").read_bytes())
    assert kept == anew == [doc._.quotes for doc in docs]


def test_a_pipeline_is_pickled_with_its_component(nlp):
    again = pickle.loads(pickle.dumps(nlp))
    assert again(TEXTS[0])._.quotes == nlp(TEXTS[0])._.quotes


def test_each_span_covers_what_stands_between_the_marks(docs):
    for doc in docs:
        places = [place for quote in doc._.quotes for place in quote.spans]
        for span, place in zip(doc.spans["quotes"], places, strict=True):
            assert span.start_char <= place.start
            assert place.end <= span.end_char
            assert (span.start_char, span.end_char) == (place.start, place.end) or (
                doc.char_span(place.start, place.end) is None
            )


def test_spans_are_labelled_by_kind_and_identified_by_speaker(nlp):
    doc = nlp("“We sail at noon,” said Ruth Vale. “Not before.”")
    assert {(s.label_, s.kb_id_) for s in doc.spans["quotes"]} == {("speech", "Ruth Vale")}


def test_marks_around_nothing_are_no_span_of_tokens_and_no_error(nlp):
    doc = nlp('“” said Ruth Vale. "" “ ”')
    assert all(len(span) for span in doc.spans["quotes"])


def test_displacy_shows_the_quotes_and_runs_nothing_that_a_name_holds(nlp):
    known = {"name": '<script>alert("1")</script> & Vale', "aliases": ["Ruth Vale"]}
    nlp.replace_pipe("quoteverify", "quoteverify", config={"speakers": [known]})
    doc = nlp("“We sail at noon,” said Ruth Vale.")
    assert doc._.quotes[0].speaker.name == known["name"]
    shown = displacy.render(doc, style="span", options={"spans_key": "quotes"}, jupyter=False)
    assert "<script" not in shown
    assert "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; Vale" in shown


def test_a_doc_that_no_component_has_seen_has_no_quotes(nlp):
    assert nlp.make_doc(TEXTS[0])._.quotes == ()
    assert quotes_of(spacy.blank("en")(TEXTS[0])) == ()


def test_joined_docs_have_no_quotes_rather_than_misplaced_ones(docs):
    assert Doc.from_docs(docs[:2])._.quotes == ()


def test_the_language_is_that_of_the_pipeline_unless_the_config_says_otherwise():
    with pytest.raises(ArgumentValueError, match="lang must be one of 'en', not 'xx'"):
        spacy.blank("xx").add_pipe("quoteverify")
    assert spacy.blank("xx").add_pipe("quoteverify", config={"lang": "en"}).language.code == "en"


@pytest.mark.parametrize(
    ("given", "known"),
    [
        ("Ruth Vale", Speaker("Ruth Vale")),
        ({"name": "Ruth Vale"}, Speaker("Ruth Vale")),
        (
            {"name": "The Harbour", "aliases": ["it"], "kind": "body"},
            Speaker("The Harbour", aliases=["it"], kind=SpeakerKind.BODY),
        ),
    ],
)
def test_known_speakers_come_from_the_config_and_stay_in_it(given, known, tmp_path):
    nlp = spacy.blank("en")
    nlp.add_pipe("quoteverify", config={"speakers": [given]})
    nlp.to_disk(tmp_path)
    assert spacy.load(tmp_path).get_pipe("quoteverify").speakers == (known,)


@pytest.mark.parametrize(
    ("given", "error", "message"),
    [
        ({"nome": "Ruth Vale"}, ArgumentTypeError, "a known speaker has name, aliases and kind"),
        ({"name": 5}, ArgumentTypeError, "must be str"),
        (
            {"name": "Ruth Vale", "kind": "captain"},
            ArgumentValueError,
            "kind must be one of 'person', 'body'",
        ),
    ],
)
def test_a_known_speaker_that_is_none_is_refused_when_the_pipeline_is_made(given, error, message):
    with pytest.raises(error, match=message):
        spacy.blank("en").add_pipe("quoteverify", config={"speakers": [given]})


def test_an_extension_of_somebody_else_stays_theirs():
    saved = Doc.remove_extension("quotes") if Doc.has_extension("quotes") else None
    try:
        Doc.set_extension("quotes", default="mine")
        nlp = spacy.blank("en")
        with pytest.warns(UserWarning, match="already somebody else's"):
            nlp.add_pipe("quoteverify")
        doc = nlp(TEXTS[0])
        assert doc._.quotes == "mine"
        assert quotes_of(doc) == parse(TEXTS[0]).quotes
    finally:
        Doc.remove_extension("quotes")
        if saved:
            Doc.set_extension("quotes", getter=saved[2])


def test_the_component_is_found_without_importing_quoteverify_and_brings_nothing_until_it_is_used():
    program = """
        import sys, spacy
        nlp = spacy.blank("en")
        assert nlp.has_factory("quoteverify")
        loaded = {m for m in sys.modules if m.split(".")[0] == "quoteverify"}
        assert loaded == {"quoteverify", "quoteverify.reading", "quoteverify.reading.component"}, loaded
        nlp.add_pipe("quoteverify")
        assert nlp("“We sail at noon,” said Ruth Vale.")._.quotes
        assert not {"trafilatura", "pypdf", "lxml"} & set(sys.modules)
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(program)], check=True)


def test_a_component_made_by_hand_works_alone():
    doc = QuoteComponent("en")(spacy.blank("en").make_doc(TEXTS[0]))
    assert quotes_of(doc) == parse(TEXTS[0]).quotes


def all_by_the_captain(quotation):
    """Whoever it is, the captain says so."""
    at = quotation.text.find("the captain")
    return Span(at, at + len("the captain")) if at >= 0 else None


class TestSievesOfOnesOwn:
    text = "“We sail,” said Ruth Vale, the captain."

    def test_a_pipeline_takes_them_from_a_registered_function(self):
        @spacy.registry.misc("quoteverify_test_sieves")
        def sieves():
            return [CustomSieve(all_by_the_captain, confidence=0.8)]

        nlp = spacy.blank("en")
        nlp.add_pipe("quoteverify", config={"sieves": {"@misc": "quoteverify_test_sieves"}})
        said = nlp(self.text)._.quotes[0].attribution
        assert (said.reason, said.confidence) == ("all_by_the_captain", 0.8)
        again = spacy.blank("en").from_config(nlp.config)
        assert again(self.text)._.quotes == nlp(self.text)._.quotes

    def test_a_component_takes_them_as_they_are(self):
        component = QuoteComponent("en", sieves=[CustomSieve(all_by_the_captain, confidence=0.8)])
        doc = component(spacy.blank("en")(self.text))
        assert quotes_of(doc)[0].attribution.reason == "all_by_the_captain"

    def test_what_is_no_sieve_is_refused(self):
        with pytest.raises(ArgumentTypeError, match="sieves"):
            QuoteComponent("en", sieves=[all_by_the_captain])


def test_what_is_told_without_marks_is_left_when_it_is_asked_for():
    text = "Ruth Vale denied that the port was “a ruin” and shut."
    nlp = spacy.blank("en")
    nlp.add_pipe("quoteverify", config={"reports": True})
    doc = nlp(text)
    assert [(span.text, span.label_, span.kb_id_, span.id_) for span in doc.spans["reports"]] == [
        ("the port was “a ruin” and shut", "denied", "Ruth Vale", "r1")
    ]
    assert reports_of(doc) == parse(text).reports
    assert reports_of(spacy.blank("en")(text)) == ()
    assert "reports" not in QuoteComponent("en")(spacy.blank("en")(text)).spans


@pytest.mark.parametrize(
    "through", [through_bytes, through_pickle, through_copies, through_a_doc_bin, through_two_processes]
)
def test_what_is_told_is_carried_wherever_a_doc_goes(through):
    texts = ["Ruth Vale denied that the port was “a ruin” and shut.", "The port, she said, was shut.", "No."]
    nlp = spacy.blank("en")
    nlp.add_pipe("quoteverify", config={"reports": True})
    docs = list(nlp.pipe(texts))
    again = through(docs, nlp)
    assert [reports_of(doc) for doc in again] == [parse(text).reports for text in texts]
    assert [[span.text for span in doc.spans["reports"]] for doc in again] == [
        ["the port was “a ruin” and shut"], ["The port", "was shut"], [],
    ]  # fmt: skip
