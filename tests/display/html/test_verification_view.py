import re

import attrs
import pytest
from records import altered, check_report, not_found, printed_otherwise, spliced, verbatim

from quoteverify.display.html.verification_view import show_check, show_verification
from quoteverify.models import Difference, Passage, Severity, Span


def text_of(html):
    """What a view says, without the numbers beside the words."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", re.sub(r"(<b>‸</b>)?<sup.*?</sup>", "", html)))


def test_each_axis_says_what_was_found_and_by_which_rule():
    view = text_of(show_verification(altered()))
    assert (
        "Words✗ Alteredwords were changed or left out without a sign rule: words changed without a mark"
        in view
    )
    assert "Speaker✗ Another speaker" in view
    assert "Context✗ Qualifier cut" in view


def test_a_passage_stands_in_its_surroundings():
    view = show_verification(altered())
    assert '<span class="found" title="where the words stand">We </span>' in view
    assert '<span class="around"' in view
    assert "A report last year" in view
    assert "Found: The Morning Tide, Ines Okafor (75 % alike)" in text_of(view)


def test_a_passage_without_an_excerpt_shows_its_words():
    bare = attrs.evolve(altered().passages[0], excerpt="", source="")
    view = show_verification(attrs.evolve(altered(), passages=(bare,)))
    assert "A report last year" not in view
    assert "Found: morning, Ines Okafor" in text_of(view)
    assert re.search(r'<mark class="d substantive"[^>]*>may<sup class="n">1</sup></mark>', view)


def test_what_is_not_found_shows_the_nearest_and_what_was_searched():
    view = text_of(show_verification(not_found()))
    assert "Nearest, but not the same: The Morning Tide (30 % alike)" in view
    assert "Searched: 2 sources, 453 characters." in view
    assert "Nearest" not in text_of(show_verification(attrs.evolve(not_found(), nearest=None)))


def test_each_part_of_a_splice_is_shown():
    view = text_of(show_verification(spliced()))
    assert "Part 1 of the claim: Evening Ledger, Ines Okafor" in view
    assert "Part 2 of the claim: Evening Ledger, Ole Brandt" in view


def test_other_places_are_offered():
    assert "Other places that would do as well (1)“We will" in text_of(show_verification(altered())).replace(
        "<q>", "“"
    ) or (
        "Other places that would do as well (1)We will close the bridge in May."
        in text_of(show_verification(altered()))
    )


def test_a_difference_is_shown_in_its_own_passage_only():
    words = Passage(
        document_id="d", spans=(Span(0, 2),), text="We", similarity=1.0, excerpt="We go", excerpt_start=0
    )
    second = attrs.evolve(words, document_id="e")
    difference = Difference(
        operation="substitution", kind="case", severity=Severity.COSMETIC, a=Span(0, 2), b=Span(0, 2),
        a_text="We", b_text="we", rule="case", passage=1,
    )  # fmt: skip
    view = show_verification(attrs.evolve(verbatim(), passages=(words, second), differences=(difference,)))
    first, last = view.split("Part 2 of the claim")
    assert 'class="d cosmetic"' not in first.split("Part 1 of the claim")[1]
    assert 'class="d cosmetic"' in last


def test_the_sources_wording_is_offered_beside_the_drafts():
    view = text_of(show_check(check_report()))
    assert "The draft hasWe will close the bridge in May" in view
    assert "The source hasWe may close the bridge, or part of it, in MayThe Morning Tide, Ines Okafor" in view
    assert "Not found; the nearest isThe bridge is 90 years old" in view


def test_a_quote_with_nothing_near_says_what_was_searched():
    nothing = attrs.evolve(not_found(), nearest=None)
    view = show_check(attrs.evolve(check_report(), verifications=(nothing,), quote_ids=("q3",)))
    assert "Nothing like it in 2 sources, 453 characters." in view


def test_the_summary_counts_what_stands_and_what_does_not():
    view = text_of(show_check(check_report()))
    assert "✗ 2 do not stand as quoted ✓ 1 stands as quoted not found 1; altered 1; word for word 1" in view


def test_what_somebody_has_let_stand_is_a_line_and_no_card():
    report = attrs.evolve(check_report(), accepted=["q1"])
    view = show_check(report)
    assert view.count('class="card"') == 1
    assert show_check(check_report()).count('class="card"') == 2
    words = text_of(view)
    assert "Looked at, and accepted1 We will close the bridge in May" in words
    assert "accepted: altered, another speaker, qualifier cut" in words
    assert 'title="1. Accepted: altered, another speaker, qualifier cut"' in view
    assert "These stand as quoted2" in words
    assert "accepted" not in show_check(check_report()).lower()


def test_each_quote_of_the_draft_leads_to_its_evidence():
    view = show_check(check_report())
    links = re.findall(r'<a class="verdict (\w+)" href="#([\w-]+)" title="([^"]*)"', view)
    assert [(tone, title) for tone, _, title in links] == [
        ("bad", "1. Altered"), ("good", "2. Word for word"), ("bad", "3. Not found"),
    ]  # fmt: skip
    for _, place, _ in links:
        assert f'id="{place}"' in view


@pytest.mark.parametrize(
    ("others", "told"), [(1, "Paper 1"), (2, "Paper 1, also in 2"), (3, "Paper 1, also in 2, 3")]
)
def test_another_wording_is_shown_once_with_all_who_print_it(others, told):
    found = printed_otherwise(others)
    assert f"{told}substantive The claim has “will”" in text_of(show_verification(found))
