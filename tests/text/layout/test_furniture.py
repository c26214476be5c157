import pytest

from quoteverify.text.layout.furniture import without_line_numbers
from quoteverify.text.layout.page import Page

READ = {
    "12   A.  I saw him\n13   before noon, and told\n14   the guard.": (
        "A.  I saw him\nbefore noon, and told\nthe guard."
    ),
    " 1  We sail\n 2  at noon\n\n 3  or at one.": "We sail\nat noon\n\nor at one.",
    "1\tWe sail\n2\tat noon.\n3\tBring a coat.": "We sail\nat noon.\nBring a coat.",
    "10:02:11  1   We sail\n10:02:14  2   at noon\n10:02:15  3   or not.": "We sail\nat noon\nor not.",
    "1. We sail\n2. At noon\n3. Or not": "1. We sail\n2. At noon\n3. Or not",
    "12  boats\n40  cars\n41  bicycles": "12  boats\n40  cars\n41  bicycles",
    "1958  opened\n1959  shut": "1958  opened\n1959  shut",
    "Nothing here.": "Nothing here.",
}


@pytest.mark.parametrize(("text", "read"), READ.items())
def test_lines_are_read_without_their_numbers(text, read):
    assert without_line_numbers(Page(text, text)).text == read
