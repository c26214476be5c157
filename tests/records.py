"""Small records made by hand, for the tests of what shows and stores them."""

import datetime as dt

from quoteverify import verify
from quoteverify.models import (
    Alignment,
    Attribution,
    CheckReport,
    Column,
    Comparison,
    ContextFinding,
    Difference,
    DifferenceKind,
    Document,
    Marks,
    Operation,
    Passage,
    Quote,
    QuoteKind,
    Searched,
    Segment,
    Severity,
    Span,
    Speaker,
    SpeakerFinding,
    SpeakerKind,
    Statement,
    Variant,
    Verification,
    Wording,
)

MORNING = (
    "Bridge to close, 'we have no choice'\n\n"
    "“We may close the bridge, or part of it, in May,” said Ines Okafor, who runs the harbour. "
    "The bridge is 90 years old.\n\n"
    "“It does not need me to say so,” she added.\n\n"
    'A report last year had called the bridge "a patient without a doctor".\n\n'
    "Ole Brandt, a shopkeeper: “Nobody asked us.”"
)
EVENING = (
    "The harbour’s head, Ines Okafor, said: “We will close the bridge in May. We have no choice.”\n\n"
    "“Nobody asked us,” complained Ole Brandt."
)

OKAFOR = Speaker("Ines Okafor", aliases=["Okafor", "she"], kind=SpeakerKind.PERSON)
BRANDT = Speaker("Ole Brandt", kind=SpeakerKind.PERSON)
REPORT = Speaker("A report", kind=SpeakerKind.BODY)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def quote(
    text: str, number: int, words: str, speaker: Speaker | None, reason: str, confidence: float, **more
) -> Quote:
    place = span(text, words)
    attribution = Attribution(
        speaker=speaker,
        **{name: span(text, more[name]) for name in ("mention", "antecedent", "cue") if name in more},
        reason=reason,
        resolution=more.get("resolution", ""),
        confidence=confidence,
    )
    return Quote(
        id=f"q{number}",
        spans=(place,),
        text=words,
        kind=more.get("kind", QuoteKind.SPEECH),
        kind_rule=more.get("kind_rule", ""),
        marks=(Marks(text[place.start - 1], text[place.end]),) if place.end < len(text) else (),
        attribution=attribution,
    )


def morning() -> Document:
    return Document(
        id="morning",
        text=MORNING,
        outlet="The Morning Tide",
        title="Bridge to close, 'we have no choice'",
        url="https://example.org/bridge?a=1&b=2",
        published="2031-03-04T07:30:00+00:00",
        quotes=(
            quote(
                MORNING, 1, "we have no choice", OKAFOR, "headline_repeats_quote", 0.9,
                kind=QuoteKind.HEADLINE,
            ),
            quote(
                MORNING, 2, "We may close the bridge, or part of it, in May,", OKAFOR, "cue_after", 0.97,
                mention="Ines Okafor", cue="said",
            ),
            quote(
                MORNING, 3, "It does not need me to say so,", OKAFOR, "pronoun_after", 0.88,
                mention="she", cue="added", antecedent="Ines Okafor", resolution="last_subject",
                kind_rule="speech",
            ),
            quote(
                MORNING, 4, "a patient without a doctor", REPORT, "called", 0.8,
                kind=QuoteKind.DESCRIPTIVE, mention="A report", kind_rule="description",
            ),
            quote(MORNING, 5, "Nobody asked us.", BRANDT, "colon_before", 0.95, mention="Ole Brandt"),
        ),
        speakers=(OKAFOR, REPORT, BRANDT),
    )  # fmt: skip


def evening() -> Document:
    return Document(
        id="evening",
        text=EVENING,
        outlet="Evening Ledger",
        published="2031-03-04T18:05:00+00:00",
        quotes=(
            quote(
                EVENING,
                1,
                "We will close the bridge in May. We have no choice.",
                OKAFOR,
                "colon_before_quote",
                0.95,
            ),
            quote(EVENING, 2, "Nobody asked us,", BRANDT, "cue_after_quote", 0.97),
        ),
        speakers=(OKAFOR, BRANDT),
    )


def difference(
    operation: Operation,
    kind: DifferenceKind,
    severity: Severity,
    a: tuple[str, Span],
    b: tuple[str, Span],
    **more,
) -> Difference:
    return Difference(
        operation=operation, kind=kind, severity=severity, a=a[1], b=b[1],
        a_text=a[1].of(a[0]), b_text=b[1].of(b[0]), rule=more.pop("rule", str(kind)), **more,
    )  # fmt: skip


def comparison() -> Comparison:
    may, will = span(MORNING, "may"), span(EVENING, "will")
    part = span(MORNING, " or part of it,")
    bridge = span(EVENING, "bridge in").start + len("bridge")
    comma = span(MORNING, ", or part")
    close = Statement(
        speaker=OKAFOR,
        speakers=(OKAFOR,),
        variants=(
            Variant(
                document_id="morning",
                quote_id="q2",
                spans=(span(MORNING, "We may close the bridge, or part of it, in May,"),),
                text="We may close the bridge, or part of it, in May,",
            ),
            Variant(
                document_id="evening",
                quote_id="q1",
                spans=(span(EVENING, "We will close the bridge in May."),),
                text="We will close the bridge in May.",
                differences=(
                    difference(
                        Operation.SUBSTITUTION, DifferenceKind.MODALITY, Severity.SUBSTANTIVE,
                        (MORNING, may), (EVENING, will), rule="modal_changed",
                    ),
                    difference(
                        Operation.OMISSION, DifferenceKind.WORDING, Severity.MINOR,
                        (MORNING, part), (EVENING, Span(bridge, bridge)), rule="words_left_out",
                    ),
                    difference(
                        Operation.OMISSION, DifferenceKind.PUNCTUATION, Severity.COSMETIC,
                        (MORNING, Span(comma.start, comma.start + 1)), (EVENING, Span(bridge, bridge)),
                        rule="comma",
                    ),
                ),
            ),
        ),
        first=0,
        columns=(
            Column(("We", "We"), False),
            Column(("may", "will"), True),
            Column(("close the bridge,", "close the bridge"), True),
            Column(("or part of it,", ""), True),
            Column(("in May,", "in May."), True),
        ),
    )  # fmt: skip
    nobody = Statement(
        speaker=BRANDT,
        speakers=(BRANDT,),
        variants=(
            Variant(
                document_id="morning",
                quote_id="q5",
                spans=(span(MORNING, "Nobody asked us."),),
                text="Nobody asked us.",
            ),
            Variant(
                document_id="evening",
                quote_id="q2",
                spans=(span(EVENING, "Nobody asked us,"),),
                text="Nobody asked us,",
            ),
        ),
        first=0,
        columns=(Column(("Nobody asked us.", "Nobody asked us,"), True),),
    )
    singles = [
        Statement(
            speaker=q.speaker,
            variants=(Variant(document_id="morning", quote_id=q.id, spans=q.spans, text=q.text),),
            speakers=(q.speaker,) if q.speaker else (),
        )
        for q in morning().quotes[2:4]
    ]
    return Comparison(documents=(morning(), evening()), statements=(close, nobody, *singles))


A = "I do not think we can pay 5% of it before May."
B = "I think we can pay 6% of it, before May"


def alignment() -> Alignment:
    return Alignment(
        a=A,
        b=B,
        segments=(Segment(Span(0, len(A)), Span(0, len(B))),),
        differences=(
            difference(
                Operation.OMISSION, DifferenceKind.NEGATION, Severity.SUBSTANTIVE,
                (A, span(A, "do not ")), (B, Span(2, 2)), rule="negator",
            ),
            difference(
                Operation.SUBSTITUTION, DifferenceKind.NUMBER, Severity.SUBSTANTIVE,
                (A, span(A, "5")), (B, span(B, "6")), rule="number_changed",
            ),
            difference(
                Operation.INSERTION, DifferenceKind.PUNCTUATION, Severity.COSMETIC,
                (A, Span(A.index(" before"), A.index(" before"))), (B, span(B, ",")), rule="comma",
            ),
            difference(
                Operation.OMISSION, DifferenceKind.PUNCTUATION, Severity.COSMETIC,
                (A, Span(len(A) - 1, len(A))), (B, Span(len(B), len(B))), rule="final_stop",
            ),
        ),
        wording=Wording.ALTERED,
        similarity=0.8,
    )  # fmt: skip


def passage(
    document: Document, words: str, similarity: float = 1.0, speaker: Speaker | None = None
) -> Passage:
    return Passage(
        document_id=document.id,
        spans=(span(document.text, words),),
        text=words,
        similarity=similarity,
        speaker=speaker,
        source=document.name,
        excerpt=document.text,
        excerpt_start=0,
    )


CLAIM = "We will close the bridge in May"
SEARCHED = Searched(documents=2, characters=len(MORNING) + len(EVENING), ids=("morning", "evening"))


def altered() -> Verification:
    may, part = span(MORNING, "may"), span(MORNING, ", or part of it,")
    bridge = CLAIM.index(" in May")
    return Verification(
        claim=CLAIM,
        speaker=BRANDT,
        wording=Wording.ALTERED,
        wording_rule="words_changed_without_a_mark",
        speaker_finding=SpeakerFinding.MISATTRIBUTED,
        speaker_rule="source_names_another",
        context=ContextFinding.TRUNCATED,
        context_rule="qualifier_left_out",
        passages=(passage(morning(), "We may close the bridge, or part of it, in May", 0.75, OKAFOR),),
        alternatives=(passage(evening(), "We will close the bridge in May.", 1.0, OKAFOR),),
        differences=(
            difference(
                Operation.SUBSTITUTION, DifferenceKind.MODALITY, Severity.SUBSTANTIVE,
                (MORNING, may), (CLAIM, span(CLAIM, "will")), rule="modal_changed", passage=0,
            ),
            difference(
                Operation.OMISSION, DifferenceKind.WORDING, Severity.MINOR,
                (MORNING, part), (CLAIM, Span(bridge, bridge)), rule="words_left_out", passage=0,
            ),
        ),
        surroundings=(span(MORNING, "It does not need me to say so"),),
        searched=SEARCHED,
    )  # fmt: skip


def verbatim() -> Verification:
    return Verification(
        claim="Nobody asked us.",
        speaker=BRANDT,
        wording=Wording.VERBATIM,
        wording_rule="one_run",
        speaker_finding=SpeakerFinding.SAME,
        speaker_rule="same_name",
        context=ContextFinding.KEPT,
        context_rule="no_qualifier_near",
        passages=(passage(morning(), "Nobody asked us.", 1.0, BRANDT),),
        searched=SEARCHED,
    )


def not_found() -> Verification:
    return Verification(
        claim="The bridge will outlive us all",
        speaker=OKAFOR,
        wording=Wording.NOT_FOUND,
        wording_rule="too_few_words_in_common",
        nearest=passage(morning(), "The bridge is 90 years old", 0.3),
        searched=SEARCHED,
    )


def spliced() -> Verification:
    return Verification(
        claim="We have no choice … nobody asked us",
        wording=Wording.SPLICED,
        wording_rule="passages_apart",
        passages=(
            passage(evening(), "We have no choice", 1.0, OKAFOR),
            passage(evening(), "Nobody asked us", 1.0, BRANDT),
        ),
        searched=SEARCHED,
    )


DRAFT = (
    "“We will close the bridge in May,” Ole Brandt told us. “Nobody asked us.” "
    "“The bridge will outlive us all,” said Ms Okafor."
)


def check_report() -> CheckReport:
    document = Document(
        id="draft",
        text=DRAFT,
        title="What we know about the bridge",
        published=dt.date(2031, 3, 5),
        quotes=(
            quote(DRAFT, 1, "We will close the bridge in May,", BRANDT, "cue_after_quote", 0.97),
            quote(DRAFT, 2, "Nobody asked us.", BRANDT, "same_paragraph", 0.9),
            quote(DRAFT, 3, "The bridge will outlive us all,", OKAFOR, "cue_after_quote", 0.97),
        ),
        speakers=(BRANDT, OKAFOR),
    )
    return CheckReport(
        document=document, verifications=(altered(), verbatim(), not_found()), quote_ids=("q1", "q2", "q3")
    )


RECORDS = (morning, evening, alignment, comparison, altered, verbatim, not_found, spliced, check_report)


def printed_otherwise(others):
    """The verification of a claim that one outlet prints so, and as many others as asked with other words."""
    said = "“We will close the northern bridge in May,” said Ada Aas."
    otherwise = "“We may close the northern bridge in June,” said Ada Aas."
    texts = [said, *[otherwise] * others]
    sources = [Document(id=str(n), text=text, outlet=f"Paper {n}") for n, text in enumerate(texts)]
    return verify("We will close the northern bridge in May", sources)
