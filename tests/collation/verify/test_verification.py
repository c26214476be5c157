import pytest
from collation import harbour
from hypothesis import given
from hypothesis import strategies as st

from quoteverify.collation.policies import policies
from quoteverify.collation.verify.sources.source_index import SourceIndex
from quoteverify.collation.verify.verification import verify
from quoteverify.errors import ArgumentValueError
from quoteverify.models import (
    ContextFinding,
    DifferenceKind,
    Document,
    Severity,
    Speaker,
    SpeakerFinding,
    Wording,
)
from quoteverify.reading.parser import parse
from quoteverify.text.language import language

ENGLISH = language("en")
PARSED = parse(harbour.TEXT, id="parsed")

# What is claimed, how its words stand, and where: the passages' texts, in the claim's order.
VERBATIM = {
    "word for word": ("The boats are rotting, the young people are leaving", ...),
    "cut at its start": ("nobody on this board has ever asked us to", ...),
    "cut at its end": ("The quay is safe for walking, though", ...),
    "in capitals": ("THE BOATS ARE ROTTING, THE YOUNG PEOPLE ARE LEAVING", ...),
    "with straight marks": ("She's wrong about the price.", "She’s wrong about the price."),
    "with a ligature": ("I think the oﬀer was fair", "I think the offer was fair"),
    "with invisible characters": ("The bo\u200bats are rot\u00adting", "The boats are rotting"),
    "with odd spaces": ("The\u00a0boats are\u2009rotting", "The boats are rotting"),
    "with wide letters": ("Ｔｈｅ boats are rotting", "The boats are rotting"),
    "hyphenated at a line's end": (
        "The boats are rot-\nting, the young peo-\nple",
        "The boats are rotting, the young people",
    ),
    "broken over lines": ("The boats\r\nare rotting", "The boats are rotting"),
    "with figures for number words": (
        "6 million crowns is not enough for 40 acres",
        "six million crowns is not enough for forty acres",
    ),
    "over an attribution": (
        "It is what it is. At the end of the day the people of this town want work",
        "It is what it is, At the end of the day the people of this town want work",
    ),
    "short": ("Not this year", ...),
    "of stock words": ("It is what it is", ...),
}
EDITED = {
    "points": ("We will not sell the yard ... and nobody on this board has ever asked us to", ...),
    "one glyph": ("We will not sell the yard … and nobody on this board", ...),
    "spaced points": ("We will not sell the yard . . . and nobody on this board", ...),
    "points in brackets": ("We will not sell the yard [...] and nobody on this board", ...),
    "spaced points in brackets": ("We will not sell the yard [. . .] and nobody on this board", ...),
    "a glyph in round brackets": ("We will not sell the yard (…) and nobody on this board", ...),
    "points before": ("... the people of this town want work, not another museum.", ...),
    "points after": ("We will not sell the yard before the spring thaw ...", ...),
    "a bracketed letter": ("[T]he offer was fair, but six million crowns is not enough", ...),
    "sic": ("The boats are rotting [sic], the young people are leaving", ...),
    "a remark": ("I was elected to finish a job [laughs] and I intend to finish it.", ...),
    "a bracketed ending": (
        "The boats are rotting, the young people are leaving, and the board keep[s] talking",
        ...,
    ),
    "points over an attribution": (
        "nobody on this board has ever asked us to ... If the state pays its share",
        ...,
    ),
}
ALTERED = {
    "no longer": ("We will no longer sell the yard before the spring thaw", ...),
    "a negation dropped": ("We will sell the yard before the spring thaw", ...),
    "a negating prefix": ("no irresponsible engineer would say otherwise", ...),
    "a modal verb": ("If the state pays its share, we will reopen the slipway in May.", ...),
    "another number in words": ("I think the offer was fair, but seven million crowns is not enough", ...),
    "another month": ("If the state pays its share, we could reopen the slipway in June.", ...),
    "another person": ("He was elected to finish a job and he intends to finish it.", ...),
    "another number in a short claim": ("seventy million crowns is not enough", ...),
    "the last word another": ("The boats are rotting, the young people are drinking", ...),
    "the first word another": ("All boats are rotting, the young people are leaving", ...),
    "words left out without a mark": (
        "We will not sell the yard, and nobody on this board has ever asked us to",
        ...,
    ),
    "a headline": ("Board refused to read letter", ...),
    "slips of the pen": (
        "The boats are roting, the young peple are leaving, and the board keeps talking.",
        ...,
    ),
    "half of it invented": (
        "The boats are rotting, the young people are leaving, and the mayor is a crook who sold us all.",
        ...,
    ),
    "changed over an attribution": (
        "It is what it is. At the end of the day the people of this city want work",
        ...,
    ),
}
SPLICED = {
    "two with points": (
        "We need the slipway more than we need speeches ... I was elected to finish a job",
        ("We need the slipway more than we need speeches", "I was elected to finish a job"),
    ),
    "two without a mark": (
        "We need the slipway more than we need speeches. I was elected to finish a job",
        ("We need the slipway more than we need speeches", "I was elected to finish a job"),
    ),
    "two the other way round": (
        "I was elected to finish a job ... six million crowns is not enough",
        ("I was elected to finish a job", "six million crowns is not enough"),
    ),
    "three with points": (
        "She’s wrong about the price ... The boats are rotting ... I was elected to finish a job",
        ("She’s wrong about the price", "The boats are rotting", "I was elected to finish a job"),
    ),
    "three without a mark": (
        "She’s wrong about the price, the boats are rotting, I was elected to finish a job",
        ("She’s wrong about the price", "The boats are rotting", "I was elected to finish a job"),
    ),
    "sentences swapped": (
        "They want their children to stay. At the end of the day the people of this town want work",
        ("They want their children to stay.", "At the end of the day the people of this town want work"),
    ),
    "clauses swapped": (
        "the young people are leaving, the boats are rotting",
        "The boats are rotting, the young people are leaving",
    ),
}
NOT_FOUND = {
    "other words": "The union has called a strike for Monday at noon.",
    "a paraphrase": "The board has no plans to part with its shipyard until winter is over.",
    "another paraphrase": "Fishermen want a working slipway and not a lot of talk.",
    "a scrambled sentence": "rotting boats the are people young the leaving are board the and talking keeps",
    "another scrambled sentence": "read letter the cash million refused offered family my board in the",
    "a stock phrase": "at the beginning of the day",
    "another stock phrase": "the people of this country",
    "a run of function words": "I think we need to",
    "four words among invented ones": "When it comes to money, before the spring thaw my aunt counted sheep.",
    "scraps of several passages": "of the yard he said it and the board told the rain",
    "no words": " — … ",
}


def passages(claim, wanted):
    texts = tuple(p.text.rstrip(",.”") for p in verify(claim, harbour.INDEX).passages)
    if wanted is ...:
        assert len(texts) == 1
        return
    wanted = (wanted,) if isinstance(wanted, str) else wanted
    assert texts == tuple(text.rstrip(",.”") for text in wanted)


@pytest.mark.parametrize(
    ("claim", "wording", "wanted"),
    [
        pytest.param(claim, wording, wanted, id=f"{wording.value}: {name}")
        for wording, cases in (
            (Wording.VERBATIM, VERBATIM),
            (Wording.EDITED, EDITED),
            (Wording.ALTERED, ALTERED),
            (Wording.SPLICED, SPLICED),
        )
        for name, (claim, wanted) in cases.items()
    ],
)
def test_a_claim_is_found_for_what_it_is(claim, wording, wanted):
    assert verify(claim, harbour.INDEX).wording is wording
    passages(claim, wanted)


@pytest.mark.parametrize("claim", NOT_FOUND.values(), ids=NOT_FOUND)
def test_what_the_source_does_not_say_is_not_found(claim):
    found = verify(claim, harbour.INDEX)
    assert found.wording is Wording.NOT_FOUND
    assert found.passages == found.differences == ()
    assert found.searched.documents == 1
    assert found.searched.characters == len(harbour.TEXT)


def test_what_is_not_found_says_what_comes_nearest():
    found = verify("the people of this country", harbour.INDEX)
    assert found.wording_rule == "too_short_to_decide"
    assert found.nearest.text.startswith("the people of this")
    assert verify("Zebras gallop.", harbour.INDEX).nearest is None


@pytest.mark.parametrize("row", ENGLISH.rows("stock_words"), ids=lambda row: row.words[0])
def test_each_row_of_stock_words_keeps_its_example_from_being_found(row):
    claim, source = row.example.split(" / ")
    index = SourceIndex(f"“And {source},” she said.")
    assert verify(claim, index).wording_rule == "too_short_to_decide"
    index.language = ENGLISH.without("stock_words", row)
    assert verify(claim, index).wording is Wording.ALTERED


def test_an_interrupted_quote_is_one_passage_of_two_spans():
    found = verify("It is what it is. At the end of the day the people of this town want work", harbour.INDEX)
    (passage,) = found.passages
    assert [s.of(harbour.TEXT) for s in passage.spans] == [
        "It is what it is,",
        "At the end of the day the people of this town want work",
    ]


def test_differences_stand_at_their_places_in_the_source_and_in_the_claim():
    claim = "We will sell the yard before the spring thaw ... I was appointed to finish a job"
    found = verify(claim, harbour.INDEX)
    for difference in found.differences:
        assert difference.a.of(harbour.TEXT) == difference.a_text
        assert difference.b.of(claim) == difference.b_text
        (span,) = found.passages[difference.passage].spans
        assert span.start <= difference.a.start <= difference.a.end <= span.end
    assert [d.a_text.strip() for d in found.differences if d.severity is Severity.SUBSTANTIVE] == [
        "not",
        "elected",
    ]


SPEAKERS = [
    ("We will not sell the yard", "Ada Aas", SpeakerFinding.SAME),
    ("We will not sell the yard", "Aas", SpeakerFinding.SAME),
    ("We will not sell the yard", Speaker("Chair Aas", aliases=["Ada Aas"]), SpeakerFinding.SAME),
    ("We will not sell the yard", "Bo Berg", SpeakerFinding.MISATTRIBUTED),
    ("We need the slipway ... We will not sell the yard", "Ada Aas", SpeakerFinding.MISATTRIBUTED),
    ("The harbour board met on Tuesday evening", "Ada Aas", SpeakerFinding.UNCERTAIN),
    ("The union has called a strike for Monday.", "Ada Aas", SpeakerFinding.NOT_CHECKED),
    ("We will not sell the yard", None, SpeakerFinding.NOT_CHECKED),
]


@pytest.mark.parametrize(("claim", "speaker", "finding"), SPEAKERS)
def test_the_claimed_speaker_is_held_against_the_sources(claim, speaker, finding):
    assert verify(claim, PARSED, speaker=speaker).speaker_finding is finding


def test_sources_that_name_different_speakers_are_a_dispute():
    other = parse("“We will not sell the yard before the spring thaw,” said Bo Berg.", id="other")
    found = verify("We will not sell the yard", [PARSED, other], speaker="Ada Aas")
    assert found.speaker_finding is SpeakerFinding.DISPUTED
    assert {p.speaker.name for p in (*found.passages, *found.alternatives)} == {"Ada Aas", "Bo Berg"}


def test_a_source_that_was_never_parsed_leaves_the_speaker_uncertain():
    found = verify("We will not sell the yard", harbour.INDEX, speaker="Ada Aas")
    assert (found.speaker_finding, found.speaker_rule) == (SpeakerFinding.UNCERTAIN, "no_quotes_in_source")


def test_other_places_that_would_do_as_well_are_alternatives():
    copies = [Document(id=name, text=f"{name}: “The ferry sails at noon, rain or shine.”") for name in "abc"]
    found = verify("The ferry sails at noon", copies)
    assert found.passages[0].document_id == "a"
    assert [p.document_id for p in found.alternatives] == ["b", "c"]


def test_the_copy_that_is_printed_as_the_claim_is_comes_first():
    sources = [
        Document(id="1", text="THE FERRY SAILS AT NOON"),
        Document(id="2", text="The ferry sails at noon."),
    ]
    found = verify("The ferry sails at noon.", sources)
    assert found.passages[0].document_id == "2"
    assert found.differences == ()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((None, "text"), "claim must be str or Quote, not NoneType"),
        ((5, "text"), "claim must be str or Quote, not int"),
        (("claim", None), "sources must be"),
        (("claim", 5), "sources must be"),
        (("claim", [5]), "a source must be Document or str, not int"),
    ],
)
def test_arguments_of_a_wrong_type_raise_at_once(arguments, message):
    with pytest.raises(TypeError, match=message):
        verify(*arguments)


def test_a_speaker_must_be_a_name_or_a_speaker():
    with pytest.raises(TypeError, match="speaker must be"):
        verify("claim", "text", speaker=5)


def test_a_claim_without_a_cut_qualifier_keeps_its_context():
    assert verify("They want their children to stay.", harbour.INDEX).context is ContextFinding.KEPT


@given(
    claim=st.lists(
        st.sampled_from(["the", "the boats", "rotting", "...", "“", "[", "]", "\n", "é", "6", "not"]),
        max_size=12,
    )
)
def test_every_passage_lies_in_its_source_and_says_what_stands_there(claim):
    claim = " ".join(claim).strip() or "nothing"
    found = verify(claim, harbour.INDEX)
    for passage in (*found.passages, *found.alternatives):
        assert " ".join(span.of(harbour.TEXT) for span in passage.spans) == passage.text
        assert 0 <= passage.similarity <= 1
    for difference in found.differences:
        assert difference.a.of(harbour.TEXT) == difference.a_text
        assert difference.b.of(claim) == difference.b_text
    assert bool(found.passages) is (found.wording not in (Wording.NOT_FOUND, Wording.OTHER_LANGUAGE))


@given(start=st.integers(0, len(harbour.TEXT)), length=st.integers(0, 300))
def test_any_run_of_the_source_is_verbatim(start, length):
    words_only = harbour.TEXT[start : start + length].split("\n\n")[0].split(" ")[1:-1]
    claim = " ".join(words_only) or "nothing"
    found = verify(claim, harbour.INDEX)
    if words_only and any(map(str.isalnum, claim)):
        assert found.wording is Wording.VERBATIM


@given(st.text(max_size=80).filter(str.strip), st.text(max_size=80))
def test_no_text_raises(claim, source):
    assert verify(claim, source).claim == claim


HOSTILE = {
    "a lone surrogate": "a\ud800b",
    "nothing but marks": "“”\"'’…" * 50,
    "unclosed brackets": "[" * 500,
    "one word again and again": "the " * 3000,
    "points by the thousand": "... " * 2000,
    "a NUL": "The boats\0are rotting",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_odd_text_is_answered_as_a_claim_and_as_a_source(text):
    assert verify(text, harbour.INDEX).claim == text
    assert verify(text, [text, harbour.TEXT]).searched.documents == 2


@pytest.mark.parametrize(
    ("claim", "house", "allowed"),
    [
        ("The harbour pilots were late again today", None, None),
        ("The harbour pilots were late again today", "strict", False),
        ("The harbour pilots were late again today", "guardian", True),
        ("The harbour pilots was late again today", "strict", True),
        ("The yard was never ours to begin with", "strict", False),
    ],
)
def test_a_policy_says_what_the_house_would_print(claim, house, allowed):
    found = verify(claim, "“The harbour pilots was late again today,” said Ada Aas.", policy=house)
    assert found.allowed is allowed
    assert found.policy == house
    assert set(found.disallowed) <= set(found.differences)


def test_a_policy_changes_no_difference():
    source = "“The harbour pilots was late again today,” said Ada Aas."
    judged = verify("The harbour pilots were late again today", source, policy="strict")
    assert judged.differences == verify("The harbour pilots were late again today", source).differences


# In which language

ENGLISH_SOURCE = Document(id="en", text="“We will not sell the yard,” said Ada Aas.", lang="en-GB")
GERMAN_SOURCE = Document(
    id="de", text="„Wir verkaufen nicht“, sagte Ada Aas. Sie schrieb: “We will not sell the yard.”", lang="de"
)
UNSAID_SOURCE = Document(id="?", text="“We will not sell the yard,” said Ada Aas.")


@pytest.mark.parametrize(
    ("sources", "lang"),
    [
        (ENGLISH_SOURCE, None),
        (ENGLISH_SOURCE, "en"),
        ([ENGLISH_SOURCE, UNSAID_SOURCE], None),
        ([ENGLISH_SOURCE, UNSAID_SOURCE], "en"),
        (UNSAID_SOURCE, "en"),
        (UNSAID_SOURCE, ENGLISH),
        (SourceIndex(ENGLISH_SOURCE), "en-GB"),
        (SourceIndex(GERMAN_SOURCE, lang="en"), "en"),
    ],
)
def test_a_claim_is_looked_for_in_the_language_of_the_sources(sources, lang):
    assert verify("We will not sell the yard", sources, lang=lang).wording is Wording.VERBATIM


def test_sources_in_another_language_are_searched_beside_the_others_and_said_to_be():
    found = verify("Wir verkaufen nicht", [ENGLISH_SOURCE, GERMAN_SOURCE, UNSAID_SOURCE], lang="en")
    assert [passage.document_id for passage in found.passages] == ["de"]
    assert (found.searched.documents, found.searched.in_other_languages) == (3, 1)
    assert verify("Nobody came.", [ENGLISH_SOURCE, UNSAID_SOURCE]).searched.in_other_languages == 0


@pytest.mark.parametrize(
    ("sources", "lang", "message"),
    [
        (GERMAN_SOURCE, "en", "lang is 'en' and the texts are in 'de'"),
        (GERMAN_SOURCE, None, "the texts are in 'de': lang must be a profile of it"),
        ([GERMAN_SOURCE, ENGLISH_SOURCE], None, "lang must say which is meant"),
        (ENGLISH_SOURCE, "xx", "lang must be one of 'en', not 'xx'"),
        (SourceIndex(ENGLISH_SOURCE), "de", "lang must be 'en', the language of the sources, not 'de'"),
        (
            SourceIndex(ENGLISH_SOURCE),
            ENGLISH.without("negators", ENGLISH.rows("negators")[0]),
            "the profile of 'en' that the sources were made ready with",
        ),
    ],
)
def test_a_claim_in_another_language_is_said_to_be_so_and_not_not_found(sources, lang, message):
    with pytest.raises(ValueError, match=message):
        verify("We will not sell the yard", sources, lang=lang)


def test_words_mean_what_they_do_in_the_language_that_is_given():
    mine = ENGLISH.with_rows(
        "negators", [{"words": ["hardlyever"], "example": "We sail. / We hardlyever sail."}]
    )
    claim, source = "We hardlyever sell the old yard", "“We sell the old yard.”"
    for lang, kind in (("en", DifferenceKind.WORDING), (mine, DifferenceKind.NEGATION)):
        assert [d.kind for d in verify(claim, source, lang=lang).differences] == [kind]
        assert [d.kind for d in verify(claim, SourceIndex(source, lang=lang)).differences] == [kind]


def test_names_are_compared_in_the_language_that_is_given():
    mine = ENGLISH.with_rows("titles", [{"words": ["mestre"]}])
    source = parse("“We will not sell the yard,” said Ada Aas.", id="x")
    for lang, finding in (("en", SpeakerFinding.MISATTRIBUTED), (mine, SpeakerFinding.SAME)):
        found = verify("We will not sell the yard", source, speaker="Mestre Aas", lang=lang)
        assert found.speaker_finding is finding


def test_an_unknown_policy_lists_those_there_are():
    with pytest.raises(ValueError, match=", ".join(map(repr, policies()))):
        verify("They were late", "They was late", policy="lenient")


def test_a_policy_of_the_wrong_type_is_a_clear_error():
    with pytest.raises(TypeError, match="policy must be Policy or NoneType, not int"):
        verify("They were late", "They was late", policy=5)


@pytest.mark.parametrize("claim", ["", " \n"])
def test_an_empty_claim_is_an_error(claim):
    with pytest.raises(ArgumentValueError, match="empty"):
        verify(claim, harbour.INDEX)


def test_the_path_of_a_file_is_no_claim(tmp_path):
    draft = tmp_path / "draft.txt"
    draft.write_text("“We stay,” said Vale.", encoding="utf8")
    with pytest.raises(ArgumentValueError, match="claim must be the words themselves"):
        verify(str(draft), harbour.INDEX)


def test_where_there_are_no_sources_nothing_can_be_not_found():
    with pytest.raises(ArgumentValueError, match="no sources"):
        verify("We stay", [])


@pytest.mark.parametrize(
    ("claim", "source", "places"),
    [
        # What the claim says twice and the source once is no part of its own.
        (
            "Boats rot, and old boats rot early",
            "Boats can soon rot, and old boats rot early.",
            ["Boats can soon rot, and old boats rot early"],
        ),
        # Forms of the first words right before the others beat the words themselves far away.
        (
            "I hope to sail around the cape",
            "Some hope to win. Vale said she hopes to sail around the cape.",
            ["she hopes to sail around the cape"],
        ),
        # Out of two sentences to one.
        (
            "Our pilots are asleep at noon",
            "“Our pilots are brave. The boats are new. Only the clerks are mostly asleep at noon.”",
            ["Our pilots are", "asleep at noon"],
        ),
        # The source's own brackets belong to what it prints.
        (
            "He is sure that it will rain",
            "“[Vale] is sure that it will rain.”",
            ["[Vale] is sure that it will rain"],
        ),
    ],
)
def test_a_claim_is_placed_by_what_is_near(claim, source, places):
    assert [passage.text for passage in verify(claim, source).passages] == places


@pytest.mark.parametrize(
    ("claim", "source", "kinds"),
    [
        ("the harbor is gray", "“The harbour is grey,” she said.", ["case", "spelling", "spelling"]),
        ("the co-pilot re-entered", "“The copilot reentered,” she said.", ["case", "spelling", "spelling"]),
        ("the cornmittee rneets", "“The committee meets,” she said.", ["case", "typo", "typo"]),
        ("There is a leak", "“There is no leak,” she said.", ["negation"]),
    ],
)
def test_a_claim_in_another_printing_and_a_short_one_are_found(claim, source, kinds):
    assert [difference.kind for difference in verify(claim, source).differences] == kinds
