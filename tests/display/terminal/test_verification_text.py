import attrs
import pytest
from records import altered, check_report, not_found, printed_otherwise, spliced, verbatim

from quoteverify.display.terminal import render
from quoteverify.models import ContextFinding


def lines(made, **options):
    return render(made, **options).splitlines()


def test_a_bar_stands_beside_the_words_that_were_found():
    shown = lines(altered())
    assert "  ┃ “We {may}¹ close the bridge{, or part of it,}² in May,”" in shown
    assert "    said Ines Okafor, who runs the harbour. The bridge is 90 years old." in shown


def test_without_an_excerpt_the_passage_stands_alone():
    bare = attrs.evolve(altered().passages[0], excerpt="")
    shown = lines(attrs.evolve(altered(), passages=(bare,)))
    assert "  ┃ We {may}¹ close the bridge{, or part of it,}² in May" in shown
    assert not any("90 years" in line for line in shown)


def test_what_is_not_found_shows_the_nearest_and_what_was_searched():
    shown = lines(not_found())
    assert "Nearest, but not the same, in The Morning Tide (30 % alike):" in shown
    assert "  ┃ The bridge is 90 years old." in shown
    assert shown[-1] == "Searched: 2 sources, 453 characters."


def test_a_report_begins_with_the_worst():
    shown = lines(check_report())
    assert shown[:3] == [
        "Quotes checked: What we know about the bridge",
        "3 quotes: ✗ 2 do not stand as quoted ✓ 1 stands as quoted",
        "not found 1; altered 1; word for word 1; searched in 2 sources",
    ]
    assert shown[4].startswith("{…} holds what differs")
    heads = [line for line in shown if line[:1] in "✗!✓" and line.strip()]
    assert [head[:3] for head in heads] == ["✗ 3", "✗ 1", "✓ 2"]
    assert "      source   “We {may}¹ close the bridge{, or part of it,}² in May” The" in shown


def test_a_claim_is_told_with_its_speaker_and_every_axis():
    shown = lines(altered(), width=100)
    assert shown[:7] == [
        "“We {will}¹ close the bridge{}² in May”, said to be Ole Brandt’s",
        "",
        "Words    ✗ Altered: words were changed or left out without a sign (rule: words changed without a",
        "         mark)",
        "Speaker  ✗ Another speaker: the source gives the words to somebody else (rule: source names"
        " another)",
        "Context  ✗ Qualifier cut: what qualifies the words in the source was left off: “It does not need me",
        "         to say so,” (rule: qualifier left out)",
    ]
    assert lines(attrs.evolve(altered(), speaker=None))[0].endswith("in May”")
    assert "Found in The Morning Tide, Ines Okafor (75 % alike):" in shown
    assert "Found in The Morning Tide, Ole Brandt:" in lines(verbatim())


def test_other_places_are_offered():
    shown = lines(altered())
    at = shown.index("Other places that would do as well:")
    assert shown[at + 1] == "  “We will close the bridge in May.” Evening Ledger, Ines Okafor"
    assert "Other places that would do as well:" not in lines(verbatim())


def test_each_part_of_a_splice_has_its_own_place():
    shown = lines(spliced())
    assert "Part 1 of the claim, in Evening Ledger, Ines Okafor:" in shown
    assert "Part 2 of the claim, in Evening Ledger, Ole Brandt:" in shown


def test_where_nothing_comes_near_no_passage_is_shown():
    assert not any("Nearest" in line for line in lines(attrs.evolve(not_found(), nearest=None)))


def test_what_needs_a_look_is_told_with_the_axis_that_says_so():
    doubtful = attrs.evolve(verbatim(), context=ContextFinding.OUT_OF_CONTEXT)
    shown = lines(attrs.evolve(check_report(), verifications=(doubtful,), quote_ids=("q2",)), width=90)
    assert shown[1] == "1 quote: ! 1 wants a look"
    assert shown[4:] == [
        "! 1   Ole Brandt",
        "      draft    “Nobody asked us.”",
        "      source   “Nobody asked us.” The Morning Tide, Ole Brandt",
        "      context  ! Out of context?: read what surrounds the words in the source (rule: no",
        "               qualifier near)",
    ]


def test_what_stands_is_a_line():
    assert "✓ 2   Ole Brandt: “Nobody asked us.” word for word, The Morning Tide" in lines(check_report())


def test_the_nearest_is_set_beside_what_was_not_found():
    assert "      nearest  “The bridge is 90 years old” The Morning Tide" in lines(check_report())


def test_a_draft_without_a_speaker_says_so():
    nobody = attrs.evolve(verbatim(), speaker=None)
    shown = lines(attrs.evolve(check_report(), verifications=(nobody,), quote_ids=("q2",)))
    assert any(line.startswith("✓ 1   no speaker: “Nobody") for line in shown)


@pytest.mark.parametrize(
    ("others", "told"), [(1, "Paper 1"), (2, "Paper 1, also in 2"), (3, "Paper 1, also in 2, 3")]
)
def test_another_wording_is_shown_once_with_all_who_print_it(others, told):
    found = printed_otherwise(others)
    (line,) = [line for line in lines(found) if "{June}" in line]
    assert line.endswith(f"” {told}")
