import pytest

from quoteverify import Correction, check, correct, explain, parse, read, read_many, verify
from quoteverify.errors import ArgumentTypeError, ExchangeFormatError
from quoteverify.exchange.serialization import from_json, to_json
from quoteverify.models import Document
from quoteverify.reading.corrections import already_so, as_line, beside, from_line, keep, kept, unmatched

TEXT = (
    "Ruth Vale met Ada Aas at the port. “We sail at noon,” she said.\n\n"
    "The harbour master added: “Not before noon.” He liked the “unity” lunch.\n\n"
    "“No,” said Bo Berg. Later: “No,” said Ruth Vale.\n"
)
DOCUMENT = parse(TEXT)


def quote(words, document=DOCUMENT, number=0):
    return [one for one in document.quotes if one.text == words][number]


def hers(words="We sail at noon,", name="Ada Aas", number=0):
    return Correction.speaker_of(DOCUMENT, quote(words, number=number), name)


ONE = Correction.one_person("Ruth Vale", "The harbour master")


def speakers(document):
    return {one.text: one.speaker and one.speaker.name for one in document.quotes}


def test_whose_a_quote_is_is_corrected_and_says_so():
    said = quote("We sail at noon,", correct(DOCUMENT, [hers()])).attribution
    assert (said.speaker.name, said.reason, said.basis) == ("Ada Aas", "corrected", "given")
    assert (said.mention, said.confidence) == (None, 1)
    assert "A person corrected it" in str(explain(correct(DOCUMENT, [hers()]), "q1"))


def test_nobody_may_have_said_it_who_is_named():
    said = quote("We sail at noon,", correct(DOCUMENT, [hers(name=None)])).attribution
    assert (said.speaker, said.reason, said.confidence) == (None, "corrected", 0)


def test_what_is_no_quotation_is_nobodys_words_and_is_not_checked():
    document = correct(DOCUMENT, [Correction.no_quote(DOCUMENT, quote("Not before noon."))])
    found = quote("Not before noon.", document)
    assert (found.kind, found.kind_rule, found.speaker) == ("term", "corrected", None)
    left = check(document, "It rained.").unchecked
    assert ("Not before noon.", "corrected") in [(one.text, one.rule) for one in left]


def test_a_term_that_is_somebodys_words_is_speech():
    given = [Correction.speaker_of(DOCUMENT, quote("unity"), "Bo Berg")]
    found = quote("unity", correct(DOCUMENT, given))
    assert (found.kind, found.kind_rule, found.speaker.name) == ("speech", "corrected", "Bo Berg")


def test_two_names_are_one_person_who_has_both():
    document = correct(DOCUMENT, [ONE])
    found = quote("Not before noon.", document)
    assert (found.speaker.name, found.attribution.resolution) == ("Ruth Vale", "corrected")
    assert found.speaker == quote("No,", document, 1).speaker
    assert "The harbour master" in found.speaker.aliases
    assert "The harbour master" not in [speaker.name for speaker in document.speakers]
    assert len(document.said_by("the harbour master")) == len(document.said_by("Ruth Vale"))


def test_of_the_same_words_those_are_meant_that_have_the_same_around_them():
    document = correct(DOCUMENT, [hers("No,", "Ada Aas", 1)])
    assert [one.speaker.name for one in document.quotes if one.text == "No,"] == ["Bo Berg", "Ada Aas"]
    first = correct(DOCUMENT, [hers("No,", "Ada Aas", 0)])
    assert [one.speaker.name for one in first.quotes if one.text == "No,"] == ["Ada Aas", "Ruth Vale"]


def test_where_it_is_not_told_which_is_meant_none_is_changed():
    document = parse("“No,” said Bo Berg.\n\n“No,” said Ruth Vale.\n")
    lost = Correction(kind="speaker", exact="No,", prefix="elsewhere", suffix="", speaker="Ada Aas")
    assert correct(document, [lost]) == document
    assert unmatched(document, [lost]) == (lost,)


@pytest.mark.parametrize(
    "text",
    [
        f"A new first line.\n\n{TEXT}",
        TEXT.replace("noon,”", "noon,”\n").replace("We sail at", "We\nsail at"),
        TEXT.replace("Ruth Vale met", "Yesterday, Ruth Vale met"),
        TEXT.replace("she said", "she told us"),
    ],
)
def test_a_text_that_was_mended_elsewhere_has_its_corrections_still(text):
    document = correct(parse(text), [hers()])
    assert [one.speaker.name for one in document.quotes if one.text.endswith("at noon,")] == ["Ada Aas"]


def test_words_that_are_gone_are_told():
    document = parse(TEXT.replace("We sail at noon", "We sail at one"))
    others = Correction.one_person("Nobody", "No one")
    assert unmatched(document, [hers(), others]) == (hers(), others)
    assert correct(document, [hers()]) == document


def test_of_two_corrections_of_one_quote_the_later_holds():
    assert speakers(correct(DOCUMENT, [hers(), hers(name="Bo Berg")]))["We sail at noon,"] == "Bo Berg"


def test_correcting_twice_is_correcting_once():
    once = correct(DOCUMENT, [hers(), ONE])
    assert correct(once, [hers(), ONE]) == once
    assert correct(DOCUMENT, []) is DOCUMENT


def test_what_the_library_says_by_itself_is_counted():
    right = Correction.speaker_of(DOCUMENT, quote("No,"), "bo berg")
    given = [hers(), right, hers(name=None), ONE]
    assert already_so(DOCUMENT, given) == (right,)
    assert unmatched(DOCUMENT, given) == ()
    assert set(already_so(correct(DOCUMENT, [hers(), ONE]), given)) == {hers(), right, ONE}


def test_what_is_corrected_is_what_verify_goes_by_and_what_is_written():
    document = correct(DOCUMENT, [hers()])
    assert verify("We sail at noon", document, speaker="Ada Aas").speaker_finding == "same"
    assert from_json(to_json(document), Document) == document


@pytest.mark.parametrize(
    "correction", [hers(), hers(name=None), ONE, Correction.no_quote(DOCUMENT, quote("No,"))]
)
def test_a_line_is_read_as_it_was_written(correction):
    assert from_line(as_line(correction)) == correction


def test_corrections_are_kept_beside_a_file_and_applied_whenever_it_is_read(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf8")
    keep(path, [hers()])
    keep(path, [hers(), ONE])
    assert len(kept(path)) == 2
    assert speakers(read(path))["We sail at noon,"] == "Ada Aas"
    (document,) = read_many(tmp_path)
    assert document.quotes == read(path).quotes
    (document,) = read_many([path])
    assert speakers(document)["Not before noon."] == "Ruth Vale"


def test_what_else_is_beside_a_file_is_told(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf8")
    for line in ("{", "[]", '{"kind": "speaker"}', '{"kind": "speaker", "exact": "We", "more": 1}'):
        beside(path).write_text(f"\n{line}\n", encoding="utf8")
        with pytest.raises(ExchangeFormatError, match=r"line 2 of .*article.txt.corrections'"):
            read(path)


def test_a_link_is_not_followed_and_standard_input_has_nothing_beside_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    keep("secret", [hers()])
    beside("article.txt").symlink_to("secret.corrections")
    assert kept("article.txt") == ()
    beside("-").write_text(as_line(hers()), encoding="utf8")
    assert kept("-") == ()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((TEXT, []), "document must be Document"),
        ((DOCUMENT, "text"), "corrections must be several Correction, not str"),
        ((DOCUMENT, hers()), "corrections must be several Correction, not Correction"),
        ((DOCUMENT, ["text"]), "each of corrections must be Correction"),
    ],
)
def test_what_is_asked_wrongly_is_told(arguments, message):
    for function in (correct, unmatched, already_so):
        with pytest.raises(ArgumentTypeError, match=message):
            function(*arguments)
