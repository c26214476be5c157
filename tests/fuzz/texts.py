"""Texts such as a stranger may send: articles, wordings, claims and bytes, whole and broken.

How many of them each test takes is QUOTEVERIFY_FUZZ, a number: a few where it is not set.
"""

import os

from hypothesis import settings
from hypothesis import strategies as st

from quoteverify.models import Document
from quoteverify.reading.parser import parse

fuzzed = settings(max_examples=int(os.environ.get("QUOTEVERIFY_FUZZ", "40")))

MARKS = (
    ("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("''", "''"), ("``", "''"), ("«", "»"), ("»", "«"),
    ("„", "“"), ("„", "”"), ("‚", "‘"), ("‹", "›"), ("「", "」"), ("＂", "＂"), ("“", '"'), ('"', "”"),
    ("”", "“"), ("", "”"), ("“", ""), ('"', ""), ("", ""), ("“‘", "’”"), ("“", "“"),
)  # fmt: skip
NEWLINES = ("\n", "\n\n", "\n \n", "\n\n\n\n", "\n\t")
OTHER_NEWLINES = ("\r\n", "\r", "\r\n\r\n", "\u2028", "\u2029", "\x0b", "\x0c", "\x85")
SPACES = (" ", "  ", "\t", "\u00a0", "\u202f", "\u2009", "\u2003", "\u3000")
INVISIBLE = (
    "\u200b", "\u200c", "\u200d", "\u00ad", "\ufeff", "\u2060", "\u202a", "\u202e", "\u202c", "\u2066",
    "\u2069", "\u200e", "\u200f", "\u061c", "\ufe0f", "\u180e", "\u034f", "\U000e0041",
)  # fmt: skip
ODD = (
    "\x00", "\x1b[31m", "\x9b2J", "\x7f", "\ud83d", "\ude00", "\udfff\ud800", "\ufffe", "\U0010ffff", "😀",
    "👩\u200d👩\u200d👧", "𝐛𝐨𝐥𝐝", "e\u0301", "a\u0300\u0301\u0302\u0303", "\u0301", "ﬁ", "ß", "İ", "ı", "Å",
    "Ω", "ǆ", "№", "½", "①", "שלום", "مرحبا", "नमस्ते", "新聞", "ไทย", "Вlаdіmіr Рutіn", "Аdа Ааs", "ｗｉｄｅ",
    "٣٤", "ⅷ",
)  # fmt: skip
HTML = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '" onmouseover="alert(1)', "' x='",
    "</style><b>", "-->", "<!--", "]]>", "&amp;", "&#34;", "</textarea>", "<svg/onload=alert(1)>",
    "javascript:alert(1)", "{{7*7}}", "%s", "'; DROP TABLE quotes; --", "\\", "NEAR(", '"a" OR *',
)  # fmt: skip
NAMES = (
    "Ada Aas", "Ms. Aas", "Aas", "Ole Brandt", "Dr. Ines Okafor", "Okafor’s", "Jean-Luc O’Neill Jr.",
    "the mayor", "the first lady", "a senior official", "The Harbour Board", "officials", "she", "he", "They",
    "it", "who", "Bo van der Berg", "U.S. Rep. J. P. Lund", "AAS", "X", "a spokesman for the Board",
)  # fmt: skip
CUES = (
    "said", "says", "told Ole Brandt", "asked", "according to", "added:", "wrote", "called it",
    "said in a statement", "was quoted as saying", "tweeted", ":", ",", "said that", "has said", "replied,",
    "—",
)  # fmt: skip
WORDS = (
    "we", "will", "may", "not", "never", "close", "the", "bridge", "in", "May", "if", "they", "ask", "don't",
    "don’t", "five", "5", "5%", "$1.5m", "1,500", "U.S.", "real-time", "O'Brien's", "[the mayor]", "[sic]",
    "[T]he", "want[ed]", "...", "…", ". . .", "[...]", "(…)", ". ...", "—", "--", "um", "colour", "color",
    "inter-\nview", "no", "one", "a", "I", "'em", "rock 'n' roll", "the ’90s", "dogs’", "6'2\"", "yes.",
    "No!", "what?", "?!", ";", "(", ")", "/",
)  # fmt: skip

_PLAIN = st.sampled_from(WORDS)
_STRANGE = st.sampled_from(ODD + HTML + INVISIBLE) | st.text(st.characters(exclude_categories=()), max_size=4)
_PIECE = st.one_of(_PLAIN, _PLAIN, _PLAIN, _PLAIN, st.sampled_from(NAMES), st.sampled_from(CUES), _STRANGE)


def _spaced(pieces: list[tuple[str, str]]) -> str:
    return "".join(piece + space for piece, space in pieces)


_SPACE = st.sampled_from((" ",) * 8 + SPACES + ("", "\n", ".", ", "))
WORDING = st.lists(st.tuples(_PIECE, _SPACE), max_size=14).map(_spaced)
"""Some words in any state."""


@st.composite
def _sentences(draw: st.DrawFn) -> str:
    """A quotation with who said it, before, behind, between or not at all."""
    opening, closing = draw(st.sampled_from(MARKS[:8] * 3 + MARKS))
    quoted = opening + draw(WORDING).strip() + draw(st.sampled_from(("", ",", ".", "?"))) + closing
    name, cue = draw(st.sampled_from(NAMES)), draw(st.sampled_from(CUES))
    again = opening + draw(WORDING) + closing
    return draw(
        st.sampled_from(
            (
                f"{quoted} {name} {cue}.", f"{quoted} {cue} {name}.", f"{name} {cue} {quoted}", quoted,
                f"{quoted} {cue} {name}, {again}", f"{name} {cue}, {quoted}.", f"{name} {quoted} {again}",
            )
        )
    )  # fmt: skip


_BREAK = st.sampled_from(NEWLINES + (" ",) * 5)
_PART = _sentences() | WORDING | st.sampled_from(tuple(mark for pair in MARKS for mark in pair))
ARTICLE = st.lists(st.tuples(_PART, _BREAK), max_size=8).map(_spaced)
"""An article of sentences, quotations and stray marks, lines ended in most ways."""

TEXT = ARTICLE | WORDING | st.text(st.characters(exclude_categories=()), max_size=40)
"""Any text at all."""

DRAFT = st.tuples(TEXT, st.sampled_from(OTHER_NEWLINES), TEXT).map("".join) | TEXT
"""Any text at all, and lines ended in all ways."""

UNMARKED = st.lists(
    st.sampled_from(("The ferry was late.", "There was rain all day.", "Nothing more is known.")),
    min_size=1,
    max_size=3,
).map("\n\n".join)
"""Paragraphs without marks."""


@st.composite
def alike(draw: st.DrawFn) -> tuple[str, str]:
    """Two wordings, the second mostly the first with a few of its parts changed."""
    first = draw(st.lists(st.tuples(_PIECE, _SPACE), max_size=20))
    second = list(first)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(second)))
        second[at : at + draw(st.integers(0, 3))] = draw(st.lists(st.tuples(_PIECE, _SPACE), max_size=2))
    if draw(st.booleans()):
        cut = draw(st.integers(0, len(second)))
        second = second[cut:] + second[:cut]
    return _spaced(first), _spaced(second)


DOCUMENTS = st.lists(DRAFT, min_size=1, max_size=3).map(
    lambda texts: [parse(text, id=f"{n}", outlet=text[:9]) for n, text in enumerate(texts)]
)
"""Some parsed documents."""


@st.composite
def related(draw: st.DrawFn) -> tuple[list[Document], str]:
    """Some parsed documents and a claim, mostly taken from one of them and changed."""
    documents = draw(DOCUMENTS)
    text = draw(st.sampled_from(documents)).text
    start = draw(st.integers(0, len(text)))
    claim = text[start : draw(st.integers(start, min(len(text), start + 200)))]
    at = draw(st.integers(0, len(claim)))
    claim = claim[:at] + draw(st.just("") | WORDING) + claim[at:]
    return documents, claim if claim.strip() else "nothing"
