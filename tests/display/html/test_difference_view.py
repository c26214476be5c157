import re

from records import alignment
from seen import text_of

from quoteverify.display.html.difference_view import show_alignment


def test_differences_are_numbered_alike_in_both_wordings_and_in_the_list():
    view = show_alignment(alignment())
    assert [int(n) for n in re.findall(r'<sup class="n">(\d)</sup>', view)] == [1, 2, 3, 4, 1, 2, 3, 4]
    assert re.findall(r'<li value="(\d)">', view) == ["1", "2", "3", "4"]
    assert '<del class="d substantive" title="1. substantive: negation: leaves out “do not”"' in view


def test_what_the_other_wording_has_alone_is_a_caret():
    assert re.search(
        r'I <span class="gap substantive" [^>]*><b>‸</b><sup class="n">1</sup></span>think',
        show_alignment(alignment()),
    )


def test_the_legend_names_the_severities_and_kinds_that_occur():
    view = text_of(show_alignment(alignment()))
    assert "changes the meaning (here: negation, number, amount or date)" in view
    assert "the words differ, the sense stands" not in view
