import pytest

import quoteverify as qv
from quoteverify.checking.citations import address, links
from quoteverify.models import CitationFinding

TIDE, GAZETTE = "https://tide.example/ferry", "https://gazette.example/ferry"
SAID = "We will not sell the ferry before the spring"
SOURCES = [
    qv.parse(f"“{SAID},” said Ada Aas.", id="tide", url=TIDE),
    qv.parse("“The pilots deserve a bigger boat by far,” said Bo Berg.", id="gazette", url=GAZETTE),
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
    "no link": (f"“{SAID},” Ada Aas said.", "not_checked"),
    "words that are nowhere": (
        f"“Whales sing on Tuesdays by the mill,” Ada Aas [said]({TIDE}).",
        "not_checked",
    ),
}


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
