"""A claim and sources in two languages, as their words show it."""

import pytest

from quoteverify import Document, SourceIndex, check, verify
from quoteverify.collation.language.foreign import is_foreign
from quoteverify.collation.verify import other_language as module

ENGLISH = "“We will not sell the yard before spring,” said Ada Aas, who has owned it for many years."
GERMAN = "„Wir verkaufen die Werft nicht vor dem Frühjahr“, sagte Ada Aas, der sie seit vielen Jahren gehört."
NORWEGIAN_DRAFT = (
    "«Vi selger ikke før våren», sa Ada Aas, som har eid verftet i mange år og ikke vil selge det nå."
)
SIGN = "YARD FOR SALE"

CASES = {
    "another than the source's": ("Wir haben das nie so gewollt, wie es jetzt ist", [ENGLISH], "claim"),
    "another than all of them": ("Wir haben das nie so gewollt, wie es jetzt ist", [ENGLISH, SIGN], "claim"),
    "that of one of them": ("Wir haben das nie so gewollt, wie es jetzt ist", [ENGLISH, GERMAN], None),
    "too short": ("Wir schaffen das", [ENGLISH], None),
    "not told by names": ("Ole Lind, Bo Berg, Ida Voss, Kari Moe, Per Dahl, Liv Haug", [ENGLISH], None),
    "the one looked at": ("we have never wanted it to be as it is now", [ENGLISH], None),
    "the one looked at, and not the sources'": ("we have never wanted it to be so", [GERMAN], "sources"),
    "the one looked at, and that of a source": ("we have never wanted it to be so", [GERMAN, ENGLISH], None),
    "the one looked at, and a sign": ("we have never wanted it to be so", [GERMAN, SIGN], None),
}


@pytest.mark.parametrize("case", CASES)
def test_claim_and_sources_are_told_apart_where_no_source_is_in_its_language(case):
    claim, sources, apart = CASES[case]
    found = verify(claim, sources, speaker="Ada Aas")
    if apart is None:
        assert found.wording == "not_found"
    else:
        assert (found.wording, found.wording_rule) == ("other_language", f"{apart}_in_another_language")
        assert (found.nearest, found.speaker_finding, found.speaker_rule) == (
            None,
            "not_checked",
            "nothing_found",
        )
        assert found.stops


def test_what_stands_there_untranslated_is_found():
    assert verify("Wir verkaufen die Werft nicht vor dem Frühjahr", [GERMAN]).wording == "verbatim"


def test_a_short_quotation_is_in_the_language_of_its_draft():
    (found,) = check(NORWEGIAN_DRAFT, ENGLISH).verifications
    assert (found.wording, found.wording_rule) == ("other_language", "claim_in_another_language")
    assert check(NORWEGIAN_DRAFT, ENGLISH).summary == {"other_language": 1}


def test_so_is_a_report_and_not_an_english_quotation_in_such_a_draft():
    draft = NORWEGIAN_DRAFT + " «We never wanted any of it to be sold», sa Ole Lind."
    assert [found.wording for found in check(draft, ENGLISH).verifications] == ["other_language", "not_found"]


def test_a_source_that_says_it_is_in_another_language_is():
    sources = [Document(text=ENGLISH, id="1", lang="en"), Document(text="Nein.", id="2", lang="de")]
    claim = "Wir haben das nie so gewollt, wie es jetzt ist"
    assert verify(claim, sources, lang="en").wording == "not_found"
    assert verify(claim, sources[:1], lang="en").wording == "other_language"


def test_a_source_is_looked_at_once_for_all_claims(monkeypatch):
    seen = []
    monkeypatch.setattr(
        module, "is_foreign", lambda text, language: seen.append(text) or is_foreign(text, language)
    )
    index = SourceIndex([ENGLISH])
    for claim in ("We have never wanted it to be so", "Wir haben das nie so gewollt, wie es ist"):
        verify(claim, index)
    assert seen.count(ENGLISH) == 1
