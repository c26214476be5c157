"""Several reports in one sentence."""

import pytest
from shown import reported

# A sentence, and of each of its reports: what was said, part by part, and whose words it says they are.
SEVERAL = {
    "Ruth Vale insisted that the port was safe, as pilots warned that it was not.": [
        ("the port was safe", "Ruth Vale"),
        ("it was not", "pilots"),
    ],
    "The port was shut, according to Ruth Vale, who said the quay was full and the crew ill.": [
        ("The port was shut", "Ruth Vale"),
        ("the quay was full and the crew ill", "Ruth Vale"),
    ],
    "Ruth Vale said the port was shut, but Tom Aas said it was open.": [
        ("the port was shut", "Ruth Vale"),
        ("it was open", "Tom Aas"),
    ],
    "Ruth Vale said the port was shut and added that it was full.": [
        ("the port was shut", "Ruth Vale"),
        ("it was full", "Ruth Vale"),
    ],
}


@pytest.mark.parametrize("text", SEVERAL)
def test_each_report_ends_where_another_begins(text):
    assert reported(text) == SEVERAL[text]
