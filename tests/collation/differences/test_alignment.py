"""Two wordings side by side: what holds for any, and what these come to."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quoteverify.collation.differences.alignment import align, replay, share, wording_of
from quoteverify.collation.differences.blocks import Block
from quoteverify.collation.differences.rules.ends import ENDS
from quoteverify.errors import ArgumentTypeError
from quoteverify.models import Difference, DifferenceKind, Operation, Severity, Span, Wording

WORDS = [
    *(
        "We",
        "we",
        "they",
        "the",
        "a",
        "bridge",
        "harbour",
        "harbor",
        "closed",
        "sail",
        "sails",
        "Mara",
        "Lind",
    ),
    *("may", "will", "not", "n't", "if", "I", "think", "never", "all", "some", "of", "and", "um"),
    *("It's", "it", "is", "isn't", "do", "don't", "six", "6", "5", "%", "$", "million"),
    *("**never**", "_if_", "[may](https://a.example)", "&amp;", "<b>", "six[7][8]", "bridge,4", "\n", "\n> "),
    *("[sic]", "[the mayor]", "[T]he", "(laughs)", "...", "…", ". . .", ".", ",", "—", "-", "“", "”"),
]
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=24).map(" ".join)
ANY_TEXT = st.text(st.characters(codec=None), max_size=40)
TEXTS = SENTENCES | ANY_TEXT


@st.composite
def shuffled(draw: st.DrawFn) -> tuple[str, str]:
    """A wording and the same in parts, some left out, put in another order or joined by an ellipsis."""
    parts = draw(st.lists(SENTENCES, min_size=1, max_size=4))
    kept = draw(st.lists(st.sampled_from(parts), max_size=4))
    joint = draw(st.sampled_from([" ", ". ", " ... ", " […] ", "\n"]))
    return " ".join(parts), joint.join(kept)


PAIRS = st.tuples(TEXTS, TEXTS) | shuffled()

COME_TO = [
    ("The bridge is closed.", "The bridge is closed.", Wording.VERBATIM),
    ("“The bridge is closed,”", "the Bridge is closed", Wording.VERBATIM),
    ("The bridge, um, is closed.", "The bridge is closed.", Wording.VERBATIM),
    ("The bridge is closed today.", "The bridge is closed.", Wording.PARTIAL),
    ("The bridge is closed.", "The bridge is closed today.", Wording.PARTIAL),
    ("The bridge is closed, we think, today.", "The bridge is closed ... today.", Wording.EDITED),
    ("They closed it at noon today.", "[The engineers] closed it at noon today.", Wording.VERBATIM),
    ("They closed it at noon today.", "They closed [the bridge] at noon today.", Wording.VERBATIM),
    ("They closed the bridge at noon.", "They closed the [railway] bridge at noon.", Wording.EDITED),
    ("The bridge is not closed.", "The bridge is closed.", Wording.ALTERED),
    ("We sail at noon. They stay at home.", "They stay at home. We sail at noon.", Wording.SPLICED),
    ("We sail at noon.", "Nobody liked the soup.", Wording.NOT_FOUND),
]
REVERSALS = [
    ("The bridge is not safe.", "The bridge is safe.", "negation"),
    ("The bridge is safe.", "The bridge is not safe.", "negation"),
    ("Wages rose by 5% this year.", "Wages rose by 6% this year.", "number"),
    ("We told Mara Lind about it.", "We told Mara Voss about it.", "name"),
    ("The ferry might sail at noon.", "The ferry will sail at noon.", "modality"),
    ("They will pay for the ferry.", "We will pay for the ferry.", "person"),
]


@pytest.mark.parametrize(("a", "b", "wording"), COME_TO)
def test_two_wordings_come_to(a: str, b: str, wording: Wording) -> None:
    assert align(a, b).wording is wording


@pytest.mark.parametrize(("a", "b", "kind"), REVERSALS)
def test_a_reversal_is_altered_by_one_substantive_difference(a: str, b: str, kind: str) -> None:
    alignment = align(a, b)
    assert alignment.wording is Wording.ALTERED
    assert [(d.kind, d.severity) for d in alignment.differences] == [(kind, "substantive")]


@given(TEXTS)
def test_a_text_against_itself_is_verbatim(text: str) -> None:
    alignment = align(text, text)
    assert alignment.wording is Wording.VERBATIM
    assert alignment.differences == ()
    assert alignment.similarity == 1


@given(PAIRS)
def test_aligning_is_symmetric_in_wording_and_severity(pair: tuple[str, str]) -> None:
    forth, back = align(*pair), align(*reversed(pair))
    assert (forth.wording, forth.severity) == (back.wording, back.severity)
    assert forth.similarity == back.similarity


@given(PAIRS)
@example(("a b c d e f", "d e f a b c"))
@example(("", "x"))
def test_segments_and_differences_replayed_rebuild_the_other_wording(pair: tuple[str, str]) -> None:
    assert replay(align(*pair)) == pair[1]


@given(PAIRS)
def test_no_two_differences_overlap_and_all_hold_what_stands_there(pair: tuple[str, str]) -> None:
    a, b = pair
    alignment = align(a, b)
    for d in alignment.differences:
        assert d.a.of(a) == d.a_text
        assert d.b.of(b) == d.b_text
    for side in ("a", "b"):
        spans = sorted(getattr(d, side) for d in alignment.differences if d.operation is not Operation.MOVE)
        assert not any(x.overlaps(y) for x, y in pairwise(spans))


@given(PAIRS)
def test_segments_follow_the_second_wording_and_share_nothing(pair: tuple[str, str]) -> None:
    segments = align(*pair).segments
    assert [s.b for s in segments] == sorted(s.b for s in segments)
    for n, one in enumerate(segments):
        assert not any(one.a.overlaps(other.a) or one.b.overlaps(other.b) for other in segments[:n])


# A printing with markup, and what a reader reads of it.
SEEN_THROUGH = [
    ("We **never** sail at noon.", "We never sail at noon."),
    ("We _never_ sail, ~~not~~ yet.", "We never sail, not yet."),
    ("We sail on the journey,4 and in the yard,5 too.", "We sail on the journey, and in the yard, too."),
    ("Dry in the orchard[7][8].", "Dry in the orchard."),
    ("Wet¹² and cold.", "Wet and cold."),
    ("We sail【4†source】 at noon.", "We sail at noon."),
    ("We [never](https://a.example/b_c) sail.", "We never sail."),
    ("We &ldquo;never&rdquo; sail &amp; won&#8217;t.", "We “never” sail & won't."),
    ("<b>We</b> sail<br>at noon.", "We sail at noon."),
    ("> We sail\n> at noon.", "We sail at noon."),
]


@pytest.mark.parametrize(("a", "b"), [pair for given in SEEN_THROUGH for pair in (given, given[::-1])])
def test_markup_differs_in_glyphs_and_spaces_alone(a: str, b: str) -> None:
    alignment = align(a, b)
    assert alignment.wording is Wording.VERBATIM
    assert {d.kind for d in alignment.differences} <= {DifferenceKind.GLYPH, DifferenceKind.SPACING}
    assert replay(alignment) == b


def test_what_is_changed_within_markup_is_named() -> None:
    found = [d for d in align("We **may** sail[7].", "We **will** sail[8].").differences if d.severity.rank]
    assert [(d.kind.value, d.a_text, d.b_text) for d in found] == [("modality", "may", "will")]


def test_a_move_breaks_the_segments() -> None:
    a, b = "We sail at noon. They stay at home.", "They stay at home. We sail at noon."
    alignment = align(a, b)
    assert [s.a.of(a) for s in alignment.segments] == ["They stay at home", "We sail at noon"]
    assert [d.kind for d in alignment.differences if d.severity != "cosmetic"] == ["reorder"]


def test_two_unrelated_megabytes_are_aligned() -> None:
    one = " ".join(f"a{n}" for n in range(150_000))
    other = " ".join(f"b{n}" for n in range(150_000))
    assert align(one, other).wording is Wording.NOT_FOUND


def test_a_megabyte_with_a_few_changes_shows_them() -> None:
    one = [f"w{n % 7_000}x{n}" for n in range(100_000)]
    other = [*one]
    for n in range(0, 100_000, 9_999):
        other[n] = "changed"
    assert len(align(" ".join(one), " ".join(other)).differences) == 11


@pytest.mark.parametrize("wrong", [None, b"text", 5])
def test_what_is_no_string_raises(wrong: object) -> None:
    with pytest.raises(ArgumentTypeError, match="must be str"):
        align("text", wrong)  # type: ignore[arg-type]
    with pytest.raises(ArgumentTypeError, match="must be str"):
        align(wrong, "text")  # type: ignore[arg-type]


def test_the_share_of_nothing_is_everything() -> None:
    assert share([], 0, 0) == 1
    assert share([Block(0, 1, 0, 1)], 1, 3) == 0.5
    assert wording_of([], 0.0) is Wording.VERBATIM


def test_brackets_by_the_thousand_are_each_a_change():
    bracketed, plain = "we [the crew] " * 1000, "they " * 3000
    for found in (align(bracketed, plain), align(plain, bracketed)):
        assert [d.kind for d in found.differences].count(DifferenceKind.BRACKET) == 1000


def difference(
    severity: str, rule: str = "wording", *, marked: bool = False, kind: str = "wording"
) -> Difference:
    return Difference(
        operation=Operation.SUBSTITUTION, kind=DifferenceKind(kind), severity=Severity(severity),
        marked=marked, a=Span(0, 1), b=Span(0, 1), a_text="a", b_text="b", rule=rule,
    )  # fmt: skip


COSMETIC, MINOR, GRAVE = map(difference, Severity)
SHOWN, GRAVE_SHOWN = (
    difference(s, "ellipsis", marked=True, kind="ellipsis") for s in ("minor", "substantive")
)
CUT = [difference(severity, rule) for severity in ("minor", "substantive") for rule in sorted(ENDS)]
MOVED = difference("substantive", "jumps_back", kind="reorder")
MOVED_SHOWN = difference("minor", "jumps_back", marked=True, kind="reorder")

WORDINGS = [
    ([], 0.0, Wording.VERBATIM),
    ([COSMETIC], 0.0, Wording.VERBATIM),
    *(([cut], 0.0, Wording.PARTIAL) for cut in CUT),
    ([*CUT, COSMETIC], 0.9, Wording.PARTIAL),
    ([SHOWN], 0.9, Wording.EDITED),
    ([SHOWN, *CUT], 0.9, Wording.EDITED),
    ([GRAVE_SHOWN], 0.1, Wording.EDITED),
    ([SHOWN, MINOR], 0.9, Wording.ALTERED),
    ([MINOR], 0.1, Wording.ALTERED),
    ([GRAVE], 0.9, Wording.ALTERED),
    ([GRAVE], 0.5, Wording.ALTERED),
    ([GRAVE], 0.49, Wording.PARAPHRASE),
    ([GRAVE, MINOR], 0.2, Wording.PARAPHRASE),
    ([GRAVE], 0.19, Wording.NOT_FOUND),
    ([MOVED], 0.5, Wording.SPLICED),
    ([MOVED], 0.4, Wording.PARAPHRASE),
    ([MOVED_SHOWN], 0.1, Wording.SPLICED),
    ([MOVED_SHOWN, SHOWN], 0.9, Wording.SPLICED),
]


@pytest.mark.parametrize(("found", "similarity", "wording"), WORDINGS)
def test_differences_come_to(found: list[Difference], similarity: float, wording: Wording) -> None:
    assert wording_of(found, similarity) is wording


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("I love my country.", "[He] love[s] [his] country."),
        ("a boat", "a[sic][sic] [I]"),  # a link of Markdown, and its address
        ("never not saw it's", "never[[not[well-known][never]"),
        ("love the U.S. a not Tom U.S.", "lovethe[said]a([...])notTomU.S."),
        ("it's not saw two Vale my", "(it's)hesaw[U.S.](Vale)my"),
    ],
)
def test_brackets_within_words_are_no_editor_s(a: str, b: str) -> None:
    for one, other in ((a, b), (b, a)):
        assert replay(align(one, other)) == other
