import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import quoteverify as qv
from quoteverify.checking.catalogue import address
from quoteverify.checking.citations import links
from quoteverify.models import CitationFinding
from quoteverify.text.language import LanguageProfile, language

TIDE, GAZETTE = "https://tide.example/ferry", "https://gazette.example/ferry"
SAID = "We will not sell the ferry before the spring"
SOURCES = [
    qv.parse(
        f"“{SAID},” said Ada Aas.", id="tide", url=TIDE, outlet="The Tide", title="Ferry not for sale yet"
    ),
    qv.parse(
        "“The pilots deserve a bigger boat by far,” said Bo Berg.",
        id="gazette",
        url=GAZETTE,
        outlet="Aas Gazette",
        title="Pilots want more",
    ),
]
# A draft, and how what it cites for its one quotation stands to where the words are.
DRAFTS = {
    "a link behind the quotation": (f"“{SAID},” Ada Aas said ([Tide]({TIDE})).", "as_cited"),
    "a link to another source": (f"“{SAID},” Ada Aas said ([Gazette]({GAZETTE})).", "elsewhere"),
    "another spelling of the address": (
        f"“{SAID},” Ada Aas [told]({TIDE.replace('https://', 'http://www.')}/) us.",
        "as_cited",
    ),
    "the quotation is the link": (f"Ada Aas: [“{SAID}.”]({GAZETTE})", "elsewhere"),
    "a link of HTML": (f'<p>“{SAID},” Ada Aas said (<a href="{GAZETTE}">Gazette</a>).</p>', "elsewhere"),
    "a link to no source": (f"“{SAID},” [Ada Aas](https://aas.example) said.", "not_given"),
    "a link of the next sentence": (
        f"“{SAID},” Ada Aas said. The [Gazette]({GAZETTE}) did not.",
        "not_checked",
    ),
    "a link of the next paragraph": (f"“{SAID},” Ada Aas said\n\n[Gazette]({GAZETTE})", "not_checked"),
    "a link far behind": (f"“{SAID},” Ada Aas said {'x' * 282} ([Gazette]({GAZETTE})).", "elsewhere"),
    "a link too far behind": (f"“{SAID},” Ada Aas said {'x' * 283} ([Gazette]({GAZETTE})).", "not_checked"),
    "a link far before": (f"[Gazette]({GAZETTE}) {'x' * 271} has “{SAID},” Ada Aas said.", "elsewhere"),
    "a link too far before": (f"[Gazette]({GAZETTE}) {'x' * 272} has “{SAID},” Ada Aas said.", "not_checked"),
    "no link": (f"“{SAID},” Ada Aas said.", "not_checked"),
    "words that are nowhere": (
        f"“Whales sing on Tuesdays by the mill,” Ada Aas [said]({TIDE}).",
        "not_checked",
    ),
}


NOTES = """

## Sources

{0}1{1} “Ferry not for sale yet”, The Tide, 3 May.
{0}2{1} Bo Berg, interview, Aas Gazette.
{0}3{1} https://gazette.example/ferry
{0}4{1} Minutes of the council.
"""
# What the draft says of the one quotation, and of each of two ways to cite, how that stands to where it is.
WAYS = {
    "a note of Markdown": ("“{said},” Ada Aas said.{}" + NOTES.format("[^", "]:"), "[^1]", "[^2]"),
    "a number in brackets": ("“{said}” [{}], said Ada Aas." + NOTES.format("[", "]"), "1", "2"),
    "a number behind the sentence, to an address": (
        "“{said},” Ada Aas said. [{}]" + NOTES.format("[", "]"),
        "1",
        "3",
    ),
    "a raised number": ("“{said},” Ada Aas said.{}\n\n¹ The Tide\n² Aas Gazette", "¹", "²"),
    "a list of references": (
        "“{said},” Ada Aas said [{}].\n\nReferences\n\n1. The Tide\n2. The Aas Gazette, page 4",
        "1",
        "2",
    ),
    "two numbers": ("“{said},” Ada Aas said [{}]." + NOTES.format("[", "]"), "1, 2", "2, 3"),
    "a link by a reference": (
        "“{said},” Ada Aas [said][{}].\n\n[t]: https://tide.example/ferry\n[g]: https://gazette.example/ferry",
        "t",
        "g",
    ),
    "an address as it stands": ("“{said},” Ada Aas said ({}).", TIDE, GAZETTE),
    "told": ("“{said},” Ada Aas told {} on Monday.", "the Tide", "the Aas Gazette"),
    "before the quotation": (
        "In an interview with {}, Ada Aas said: “{said}.”",
        "The Tide",
        "the Aas Gazette",
    ),
    "according to": ("“{said},” said Ada Aas, according to {}.", "The Tide", "Aas Gazette"),
    "in brackets": ("“{said},” said Ada Aas ({}).", "The Tide, 3 May", "Aas Gazette"),
    "behind a dash": ("“{said}.” – Ada Aas, {}", "The Tide", "Aas Gazette"),
    "reported": ("“{said},” Ada Aas said, {} reported.", "The Tide", "the Aas Gazette"),
    "by its title": ("“{said},” Ada Aas said (“{}”).", "Ferry not for sale yet", "Pilots want more"),
    "by its file": ("“{said},” Ada Aas said ({}).", "tide.txt", "gazette.txt"),
    "in a list": ("- **Ada Aas**: “{said}.” ({})\n- So it was.", "The Tide", "Aas Gazette"),
    "in a table": (
        "| Who | Words | Source |\n|---|---|---|\n| Ada Aas | “{said}.” | {} |",
        "The Tide",
        "[Aas](https://gazette.example/ferry)",
    ),
    "in HTML": (
        "<p>“{said},” Ada Aas said.<sup>{}</sup></p><ol><li>[1] The Tide</li><li>[2] Aas Gazette</li></ol>",
        "[1]",
        "[2]",
    ),
    "a raised number of HTML": (
        "<p>“{said},” Ada Aas said.<sup>{}</sup></p><p>1. The Tide</p><p>2. Aas Gazette</p>",
        "1",
        "2",
    ),
}
BOTH = [
    pytest.param(draft.format(how, said=SAID), finding, id=f"{name}, {finding}")
    for name, (draft, *ways) in WAYS.items()
    for how, finding in zip(ways, ("as_cited", "elsewhere"), strict=True)
]
DRAFTS.update(
    {
        "a note on something else": (f"“{SAID},” Ada Aas said.[^4]{NOTES.format('[^', ']:')}", "not_given"),
        "a note that is nowhere": (f"“{SAID},” Ada Aas said.[^9]", "not_checked"),
        "a year in brackets": (f"“{SAID},” Ada Aas said [1988].", "not_checked"),
        "an outlet that is talked of": (f"“{SAID},” said Ada Aas, who owns the Aas Gazette.", "not_checked"),
        "an outlet of another sentence": (
            f"Ada Aas told the Aas Gazette off. “{SAID},” she said.",
            "not_checked",
        ),
        "an outlet that the quotation names": (
            f"“I told the Aas Gazette. {SAID},” said Ada Aas.",
            "not_checked",
        ),
        "a link to whoever spoke, before": (f"[Ada Aas](https://aas.example) said: “{SAID}.”", "not_checked"),
        "a link to a source, before": (f"[Ada Aas told]({GAZETTE}) us: “{SAID}.”", "elsewhere"),
    }
)


@pytest.mark.parametrize(("draft", "finding"), BOTH)
def test_whether_the_words_are_where_the_draft_has_them_from_is_told(draft, finding):
    (found,) = qv.check(draft, SOURCES).verifications
    assert found.citation_finding == CitationFinding(finding)
    assert found.citation.span.of(draft) == found.citation.text
    assert found.stops == (finding == "elsewhere")


@pytest.mark.parametrize(("draft", "finding"), DRAFTS.values(), ids=DRAFTS)
def test_what_is_cited_is_held_against_where_the_words_are(draft, finding):
    (found,) = qv.check(draft, SOURCES).verifications
    assert found.citation_finding == CitationFinding(finding)
    if found.citation is not None:
        assert found.citation.span.of(draft) == found.citation.text


def test_words_that_the_cited_source_has_as_well_are_as_cited():
    copy = qv.parse(f"“{SAID},” said Ada Aas.", id="copy", url="https://copy.example")
    (found,) = qv.check(f"“{SAID},” Ada Aas [said](https://copy.example).", [*SOURCES, copy]).verifications
    assert found.citation_finding is CitationFinding.AS_CITED


def test_a_quotation_from_elsewhere_stops_a_check():
    draft = "“{}.” said Ada Aas ([{}]({}))."
    assert qv.check(draft.format(SAID, "Gazette", GAZETTE), SOURCES).stops
    assert not qv.check(draft.format(SAID, "Tide", TIDE), SOURCES).stops


def test_an_address_that_is_none_is_compared_as_it_stands():
    assert address("http://[odd") == "http://[odd"
    assert links("[a](ftp://b) [c]( ) <a name=d>") == []


def test_sources_of_one_name_are_cited_together():
    twice = [
        attrs.evolve(SOURCES[1], id="a"),
        attrs.evolve(SOURCES[0], id="b", outlet="Aas Gazette", url=None),
    ]
    (found,) = qv.check(f"“{SAID},” Ada Aas told the Aas Gazette.", twice).verifications
    assert found.citation_finding is CitationFinding.AS_CITED
    assert (found.citation.document_ids, found.citation.source) == (("a", "b"), "Aas Gazette")


def test_an_archive_tells_what_it_holds(tmp_path):
    with qv.Archive(tmp_path / "a.qv") as archive:
        archive.add(SOURCES)
        for source, finding in (("the Tide", "as_cited"), ("the Aas Gazette", "elsewhere")):
            (found,) = qv.check(f"“{SAID},” Ada Aas told {source}.", archive).verifications
            assert found.citation_finding == finding


@given(st.text(alphabet="[]^()1 \n:.“”aT<>/spu", max_size=80))
def test_any_text_may_cite_or_not(text):
    report = qv.check(f"“{SAID}”{text}", SOURCES)
    for found in report.verifications:
        if found.citation is not None:
            assert found.citation.span.of(report.document.text) == found.citation.text


ENGLISH = language("en")
ROWS = ENGLISH.rows("citing")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.words[0])
def test_a_row_of_the_table_is_needed_by_its_example(row):
    def source_of(profile):
        index = qv.SourceIndex(qv.parse("“We sail,” said Vale.", outlet="The Tide"), lang=profile)
        (found,) = qv.check(row.example, index).verifications
        return found.citation and found.citation.text

    others = LanguageProfile("en", {**ENGLISH.tables, "citing": [r for r in ROWS if r is not row]})
    assert source_of(ENGLISH) in ("Tide", "the Tide")
    assert source_of(others) is None
