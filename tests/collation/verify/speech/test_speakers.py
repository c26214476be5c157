import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteverify import parse
from quoteverify.collation.verify.speech import speakers as module
from quoteverify.collation.verify.speech.speakers import DocumentSpeakers, spoken_by
from quoteverify.collation.verify.verification import verify
from quoteverify.models import (
    Attribution,
    Document,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    SpeakerFinding,
    SpeakerKind,
)

TRANSCRIPT = (
    "MS. AAS: We will not sell the yard.\nMR. BERG (by phone): You will. Why not?\n\nQ: Is that all?\n"
)


def quoted(text, *quotes):
    """A document with quotes of the given words, each with its speaker and kind."""
    return Document(
        text=text,
        quotes=[
            Quote(
                id=str(n),
                spans=[Span(text.index(words), text.index(words) + len(words))],
                text=words,
                kind=kind,
                attribution=Attribution(speaker=speaker),
            )
            for n, (words, speaker, kind) in enumerate(quotes)
        ],
    )


@pytest.mark.parametrize(
    ("words", "speaker"), [("not sell", "MS. AAS"), ("Why not", "MR. BERG"), ("Is that all", "Q")]
)
def test_in_a_transcript_whoever_has_the_turn_speaks(words, speaker):
    start = TRANSCRIPT.index(words)
    found = spoken_by(Document(text=TRANSCRIPT), [Span(start, start + len(words))])
    assert (found.speaker.name, found.rule) == (speaker, "turn_in_transcript")


def test_the_quote_that_holds_most_of_a_passage_says_who_spoke():
    text = "“We stay,” “you go now.”"
    document = quoted(
        text, ("We stay,", Speaker("Ada"), QuoteKind.SPEECH), ("you go now.", Speaker("Bo"), QuoteKind.SPEECH)
    )
    assert spoken_by(document, [Span(4, 23)]).speaker == Speaker("Bo")


def test_a_term_does_not_speak_for_the_quote_around_it():
    text = "“We call it a big deal”"
    document = quoted(
        text,
        ("a big deal", None, QuoteKind.TERM),
        ("We call it a big deal", Speaker("Ada"), QuoteKind.SPEECH),
    )
    assert spoken_by(document, [Span(12, 22)]).speaker == Speaker("Ada")


UNSAID = {
    "a quote of nobody": (
        quoted("“We stay all night.”", ("We stay all night.", None, QuoteKind.SPEECH)),
        "quote_without_speaker",
    ),
    "no quote": (quoted("We stay all night. “No.”", ("No.", None, QuoteKind.SPEECH)), "outside_any_quote"),
    "never parsed": (Document(text="We stay all night."), "no_quotes_in_source"),
}


@pytest.mark.parametrize(("document", "rule"), UNSAID.values(), ids=UNSAID)
def test_a_source_that_names_nobody_says_why(document, rule):
    start = document.text.index("We")
    heard = spoken_by(document, [Span(start, start + 17)])
    assert (heard.speaker, heard.rule) == (None, rule)


def test_a_speaker_without_a_name_leaves_it_uncertain():
    official = Speaker("a senior official", kind=SpeakerKind.ROLE)
    document = quoted("“We stay all night.”", ("We stay all night.", official, QuoteKind.SPEECH))
    found = verify("We stay all night", document, speaker="Ada Aas")
    assert (found.speaker_finding, found.speaker_rule) == (SpeakerFinding.UNCERTAIN, "source_names_no_person")


def test_an_alias_of_either_is_enough():
    aas = Speaker("the chair", aliases=["Ada Aas"], kind=SpeakerKind.PERSON)
    document = quoted("“We stay all night.”", ("We stay all night.", aas, QuoteKind.SPEECH))
    assert verify("We stay all night", document, speaker="Ms. Aas").speaker_finding is SpeakerFinding.SAME


@given(
    st.lists(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 12)), max_size=3), max_size=6),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 12)), min_size=1, max_size=3),
)
def test_who_speaks_is_whose_quote_shares_most_with_a_passage(quotes, passage):
    document = Document(
        text="x" * 50,
        quotes=[
            Quote(
                id=str(n),
                spans=[Span(start, start + size) for start, size in sorted(spans)],
                text="",
                attribution=Attribution(speaker=Speaker(str(n))),
            )
            for n, spans in enumerate(quotes)
        ],
    )
    spans = [Span(start, start + size) for start, size in sorted(passage)]
    shared = [
        sum(len(set(range(s.start, s.end)) & set(range(p.start, p.end))) for s in quote.spans for p in spans)
        for quote in document.quotes
    ]
    heard = DocumentSpeakers(document).at(spans)
    speaker, rule = heard.speaker, heard.rule
    if any(shared):
        # Of those that share most, the shortest: what is quoted within another quotation.
        most = [n for n, share in enumerate(shared) if share == max(shared)]
        length = [sum(map(len, quote.spans)) for quote in document.quotes]
        assert speaker == Speaker(str(min(most, key=lambda n: length[n])))
    else:
        assert rule == ("outside_any_quote" if quotes else "no_quotes_in_source")


BY_VALE, BY_BERG = (f"“We sail at noon tomorrow,” said {name}." for name in ("Ruth Vale", "Bo Berg"))
# For each rule in order, of Ruth Vale: the claim, the sources and the finding.
DECIDED = {
    "sources_name_different_speakers": ("We sail at noon tomorrow", [BY_BERG, BY_VALE], "disputed"),
    "name_in_source": ("We sail at noon tomorrow", [BY_VALE], "same"),
    "said_by_several": ("We sail at noon tomorrow", [f"{BY_BERG} {BY_VALE}"], "same"),
    "another_speaker_in_part": (
        "We sail at noon tomorrow ... Nobody has paid for the harbour yet",
        [f"{BY_VALE} “Nobody has paid for the harbour yet,” said Bo Berg."],
        "misattributed",
    ),
    "another_speaker_in_source": ("We sail at noon tomorrow", [BY_BERG], "misattributed"),
}


@pytest.mark.parametrize("rule", DECIDED)
def test_the_first_rule_that_holds_decides_whether_the_speaker_is_right(rule):
    claim, sources, finding = DECIDED[rule]
    documents = [parse(source, id=str(n)) for n, source in enumerate(sources)]
    found = verify(claim, documents, speaker="Ruth Vale")
    assert (found.speaker_finding, found.speaker_rule) == (finding, rule)


def test_every_rule_has_a_case_in_its_order():
    assert [rule.name for rule in module._RULES][: len(DECIDED)] == [*DECIDED]
    assert [rule.name for rule in module._RULES][len(DECIDED) :] == [module.UNSURE]


@pytest.mark.parametrize(
    ("confidence", "claimed", "finding", "rule"),
    [
        (0.3, "Ruth Vale", "uncertain", "unsure_attribution_in_source"),
        (0.5, "Ruth Vale", "same", "name_in_source"),
        (0.3, "Bo Berg", "uncertain", "unsure_attribution_in_source"),
        (0.9, "Bo Berg", "misattributed", "another_speaker_in_source"),
    ],
)
def test_a_guess_of_the_source_names_nobody_surely(confidence, claimed, finding, rule):
    document = parse(BY_VALE)
    (quote,) = document.quotes
    guessed = attrs.evolve(quote, attribution=attrs.evolve(quote.attribution, confidence=confidence))
    found = verify(NOON, attrs.evolve(document, quotes=[guessed]), speaker=claimed)
    assert (found.speaker_finding, found.speaker_rule) == (finding, rule)


NOON = "We sail at noon tomorrow"


@pytest.mark.parametrize(
    ("document", "finding", "rule"),
    [
        (Document(text=f"{NOON}."), "uncertain", "no_quotes_in_source"),
        (parse(f"“{NOON}.”"), "unattributed", "quote_without_speaker"),
        (
            quoted(f"“{NOON}.”", (NOON, None, QuoteKind.SPEECH)),
            "unattributed",
            "quote_without_speaker",
        ),
        (parse(f"“{NOON},” the crowd chanted."), "misattributed", "several_people_in_source"),
    ],
)
def test_where_nobody_is_named_the_finding_says_so(document, finding, rule):
    found = verify(NOON, document, speaker="Ruth Vale")
    assert (found.speaker_finding, found.speaker_rule) == (finding, rule)


def test_a_crowd_to_which_nobody_was_given_is_another_speaker():
    text = f"“{NOON},” the crowd chanted."
    start = text.index("the crowd")
    quote = Quote(
        id="1",
        spans=[Span(1, 1 + len(NOON))],
        text=NOON,
        attribution=Attribution(mention=Span(start + 4, start + 9)),
    )
    found = verify(NOON, Document(text=text, quotes=[quote]), speaker="Ruth Vale")
    assert found.speaker_finding is SpeakerFinding.MISATTRIBUTED


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Vale left. “We stay.”", ["Vale left."]),
        ("“We stay,” said Vale.", [" said Vale."]),
        # Marks are counted from the line's beginning on.
        ("“We stay.\nVale left. “No.”", ["Vale left."]),
        ("“We stay.\rVale left. “No.”", ["Vale left."]),
        ("Vale left. No marks.", []),
    ],
)
def test_what_stands_outside_of_marks_is_told_by_the_source(text, told):
    speakers = DocumentSpeakers(Document(text=text))
    parts = [part for part in ("Vale left.", " said Vale.", "We stay") if part in text]
    found = [p for p in parts if speakers.narrated(Span(text.index(p), text.index(p) + len(p)))]
    assert found == told


def test_of_a_turn_and_a_quotation_in_it_the_quotation_says_who_spoke():
    text = "VALE: He said “We stay all night.”"
    document = quoted(
        text,
        ("He said “We stay all night.”", Speaker("Vale"), QuoteKind.TURN),
        ("We stay all night.", Speaker("Bo"), QuoteKind.SPEECH),
    )
    inside = Span(text.index("We"), text.index("We") + 17)
    assert spoken_by(document, [inside]).speaker == Speaker("Bo")
    alone = quoted(text, ("He said “We stay all night.”", Speaker("Vale"), QuoteKind.TURN))
    assert spoken_by(alone, [inside]).speaker == Speaker("Vale")


@pytest.mark.parametrize(
    ("headline", "reason", "confidence", "finding"),
    [
        ("‘Hard to sail’: Aas Bank", "label_after", 0.55, SpeakerFinding.SAME),
        ("‘Hard to sail’: Aas Bank", "label_after", 0.3, SpeakerFinding.MISATTRIBUTED),
        ("Aas Bank: ‘Hard to sail’", "label", 0.55, SpeakerFinding.SAME),
        ("Aas Bank under fire: ‘Hard to sail’", "label", 0.55, SpeakerFinding.MISATTRIBUTED),
        ("‘Hard to sail’ hits Aas Bank", "acted_before", 0.55, SpeakerFinding.MISATTRIBUTED),
    ],
)
def test_whom_a_headline_is_labelled_with_may_say_what_somebody_else_says_below(
    headline, reason, confidence, finding
):
    text = f"{headline}\n\n“It is hard to sail,” said Ruth Vale."
    document = quoted(
        text,
        ("Hard to sail", Speaker("Aas Bank", kind=SpeakerKind.BODY), QuoteKind.HEADLINE),
        ("It is hard to sail,", Speaker("Ruth Vale", kind=SpeakerKind.PERSON), QuoteKind.SPEECH),
    )
    above, below = document.quotes
    mention, colon = headline.index("Aas"), text.find(":")
    labelled = attrs.evolve(
        above.attribution,
        mention=Span(mention, mention + len("Aas Bank")),
        cue=Span(colon, colon + 1) if colon >= 0 else None,
        reason=reason,
        confidence=confidence,
    )
    said = attrs.evolve(below.attribution, reason="said_after", confidence=0.99)
    quotes = [attrs.evolve(above, attribution=labelled), attrs.evolve(below, attribution=said)]
    source = attrs.evolve(document, quotes=quotes)
    assert verify("Hard to sail", source, speaker="Aas Bank").speaker_finding == finding
