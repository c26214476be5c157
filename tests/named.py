"""What the tests of names share: texts of all sorts of names, and whom they name."""

from hypothesis import strategies as st
from shown import narration_of

from quoteverify.reading.people.resolver import Resolver

PIECES = (
    "Ruth Vale", "Tom Vale", "Ruth", "Vale", "Mr. Vale", "Ms Vale", "Baek Soo-min", "Mr Baek",
    "Omar bin Said al-Vale", "al-Vale", "Ada van der", "J. K.", "Ruth A. Vale", "O’Dowd",
    "the Port Ministry", "AAS", "The", "she", "his", "sister", "said", "came", "in", ", a pilot,",
    "“We sail,", "Vale”", "“", ".", ",", "\n\n",
)  # fmt: skip


TEXTS = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join) | st.text(max_size=60)


def people_of(text, known=()):
    return Resolver(narration_of(text), known).census
