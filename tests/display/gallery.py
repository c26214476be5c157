"""Records made by hand that have, between them, all that a view can show."""

import attrs
from records import BRANDT, OKAFOR, altered, check_report, comparison, morning, not_found, spliced, verbatim

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
    Report,
    ReportKind,
    Segment,
    Severity,
    Span,
    Speaker,
    SpeakerFinding,
    SpeakerKind,
    Statement,
    Timing,
    Variant,
    Verification,
    Wording,
)

ROOM = (
    "“We sail,” Vale said, “at noon.” She waited. “Not a minute later,” she said.\n\n"
    "Nobody wrote “Ruin” on it. Bo: No, said I.\n    Set apart.\n‘Never’ <b>"
)
VALE = Speaker("Ruth Vale", aliases=["Ruth Vale", "Vale", "the pilot"], kind=SpeakerKind.PERSON)
BO = Speaker("Bo")


def words(text: str, *every: str) -> list[Span]:
    """Where some words stand, each after those before."""
    spans, at = [], 0
    for one in every:
        start = text.index(one, at)
        spans.append(Span(start, start + len(one)))
        at = start + len(one)
    return spans


def said(number: int, *parts: str, speaker: Speaker | None = None, kind=QuoteKind.SPEECH, **more) -> Quote:
    spans = words(ROOM, *parts)
    places = {name: more.pop(name) for name in ("mention", "antecedent", "cue") if name in more}
    return Quote(
        id=f"q{number}",
        spans=spans,
        text=" ".join(parts),
        kind=kind,
        kind_rule=more.pop("kind_rule", ""),
        marks=[Marks("“", "”")] * len(spans),
        attribution=Attribution(
            speaker=speaker, **{n: words(ROOM, *w.split("|"))[-1] for n, w in places.items()}, **more
        ),
    )


def room() -> Document:
    """Every kind of quote, of two people and of nobody."""
    quotes = (
        said(
            1,
            "We sail,",
            "at noon.",
            speaker=VALE,
            mention="Vale",
            cue="said",
            reason="said_after",
            confidence=0.9,
        ),
        said(
            2,
            "Not a minute later,",
            speaker=VALE,
            kind_rule="speech",
            mention="later|she",
            antecedent="Vale",
            cue="later|said",
            reason="said_after",
            resolution="last_subject",
            confidence=0.875,
        ),
        said(3, "Ruin", kind=QuoteKind.TERM, kind_rule="a_sign"),
        said(
            4,
            "No,",
            speaker=BO,
            kind=QuoteKind.TURN,
            kind_rule="label",
            mention="Bo",
            reason="label",
            confidence=1.0,
        ),
        said(5, "Set apart.", kind=QuoteKind.BLOCK),
        said(6, "a minute", speaker=BO, kind=QuoteKind.DESCRIPTIVE, resolution="named"),
        said(7, "Never", kind=QuoteKind.HEADLINE, kind_rule="headline"),
        said(
            8,
            "later",
            speaker=VALE,
            kind=QuoteKind.PULL_QUOTE,
            reason="repeats",
            mention="Vale",
            confidence=0.5,
        ),
    )
    return Document(
        id="room",
        text=ROOM,
        published="2031-03-04",
        url="ftp://ledger.example/room",
        quotes=quotes,
        speakers=[VALE],
    )


def crowd() -> Document:
    """More speakers than there are colours."""
    text = "".join(f"“{letter}” " for letter in "abcdefghij")
    quotes = [
        Quote(
            id=str(n),
            spans=[Span(4 * n + 1, 4 * n + 2)],
            text=text[4 * n + 1],
            attribution=Attribution(speaker=Speaker(f"S{n}")),
        )
        for n in range(10)
    ]
    return Document(
        id="crowd",
        title="A crowd",
        outlet="The Tide",
        url="https://tide.example/crowd",
        text=text,
        quotes=quotes,
    )


def told(*, reports: bool = True) -> Document:
    """What is quoted and told of one person, told of another, denied, and told of nobody."""
    text = (
        "Vale said the dam was “a ruin” and had to go. Bo, she said, was not told. "
        "Bo denied it leaked. It was late."
    )

    def one(number: int, speaker: Speaker | None, *parts: str, **more) -> Report:
        said = Attribution(speaker=speaker, reason="reported_clause", confidence=0.9 if speaker else 0.0)
        return Report(
            id=f"r{number}",
            spans=words(text, *parts),
            text=" ".join(parts),
            attribution=said,
            **more,
        )

    quote = Quote(
        id="q1",
        spans=words(text, "a ruin"),
        text="a ruin",
        attribution=Attribution(speaker=VALE, reason="reported_clause", confidence=0.9),
    )
    found = (
        one(1, VALE, "the dam was “a ruin” and had to go", quotes=["q1"]),
        one(2, VALE, "Bo", "was not told"),
        one(3, BO, "it leaked", kind=ReportKind.DENIED, negated=True),
        one(4, None, "It was late"),
    )
    return Document(id="dam", text=text, quotes=[quote], reports=found if reports else ())


def bare() -> Document:
    return Document(id="bare", text="It rained.")


def change(kind, severity, operation, a: tuple[str, Span], b: tuple[str, Span], **more) -> Difference:
    return Difference(
        kind=kind,
        severity=severity,
        operation=operation,
        a=a[1],
        b=b[1],
        a_text=a[1].of(a[0]),
        b_text=b[1].of(b[0]),
        rule=more.pop("rule", str(kind)),
        **more,
    )


FIRST, SECOND = "It's “late”, or so we think, you know", "It’s late … [as] so or think we think,"


def two() -> Alignment:
    """Two wordings with a difference of every operation and severity, shown in print and not."""
    a, b = FIRST, SECOND
    return Alignment(
        a=a,
        b=b,
        segments=(Segment(Span(0, len(a)), Span(0, len(b))),),
        differences=(
            change(
                DifferenceKind.GLYPH,
                Severity.COSMETIC,
                Operation.SUBSTITUTION,
                (a, Span(2, 3)),
                (b, Span(2, 3)),
            ),
            change(
                DifferenceKind.PUNCTUATION,
                Severity.COSMETIC,
                Operation.OMISSION,
                (a, Span(5, 6)),
                (b, Span(5, 5)),
            ),
            change(
                DifferenceKind.ELLIPSIS,
                Severity.MINOR,
                Operation.INSERTION,
                (a, Span(12, 12)),
                (b, Span(9, 11)),
                marked=True,
            ),
            change(
                DifferenceKind.BRACKET,
                Severity.MINOR,
                Operation.INSERTION,
                (a, Span(12, 12)),
                (b, Span(12, 16)),
                marked=True,
                rule="brackets",
            ),
            change(
                DifferenceKind.REORDER,
                Severity.MINOR,
                Operation.MOVE,
                (a, Span(13, 15)),
                (b, Span(19, 22)),
                rule="moved",
            ),
            change(
                DifferenceKind.SPLICE,
                Severity.SUBSTANTIVE,
                Operation.SUBSTITUTION,
                (a, Span(19, 21)),
                (b, Span(23, 28)),
                rule="joined",
            ),
            change(
                DifferenceKind.TRUNCATION,
                Severity.SUBSTANTIVE,
                Operation.OMISSION,
                (a, Span(27, 37)),
                (b, Span(38, 38)),
                rule="cut_short",
            ),
        ),
        wording=Wording.SPLICED,
        similarity=0.615,
    )


def nothing_differs() -> Alignment:
    return Alignment(a="No", b="No", segments=(), differences=(), wording=Wording.VERBATIM, similarity=1.0)


PRINTED = "“We may sail, or so it was said.” “We sail.”"


def paper(n: int, **more) -> Document:
    quotes = [
        Quote(id=f"q{i}", spans=[s], text=s.of(PRINTED), kind=k)
        for i, (s, k) in enumerate(
            zip(
                words(PRINTED, "We may sail, or so it was said.", "We sail."),
                [more.pop("kind", QuoteKind.SPEECH), QuoteKind.PULL_QUOTE],
                strict=True,
            )
        )
    ]
    return Document(id=f"d{n}", outlet=f"Paper {n}", text=PRINTED, quotes=quotes, **more)


def variant(n: int, quote: str | None, printed: str, **more) -> Variant:
    (span,) = words(PRINTED, printed)
    return Variant(document_id=f"d{n}", quote_id=quote, spans=[span], text=printed, **more)


def many() -> Comparison:
    """Statements of seven papers: one printed by many, one only reported, one of a doubted speaker."""
    papers = [
        paper(0, published="2031-03-04T08:00:00+00:00", title="They may sail", url="https://paper.example/0"),
        *(paper(n, published=f"2031-03-0{n}") for n in (3, 4, 5)),
        paper(6, kind=QuoteKind.HEADLINE),
        paper(7),
        paper(8),
    ]
    may, rest, short = words(PRINTED, "We may", ", or so it was said", "We sail.")
    modal = change(
        DifferenceKind.MODALITY,
        Severity.SUBSTANTIVE,
        Operation.OMISSION,
        (PRINTED, Span(may.end - 3, may.end)),
        (PRINTED, Span(short.start + 3, short.start + 3)),
    )
    cut = change(
        DifferenceKind.TRUNCATION,
        Severity.MINOR,
        Operation.OMISSION,
        (PRINTED, rest),
        (PRINTED, Span(short.end - 1, short.end - 1)),
    )
    stop = change(
        DifferenceKind.PUNCTUATION,
        Severity.COSMETIC,
        Operation.OMISSION,
        (PRINTED, Span(rest.end, rest.end + 1)),
        (PRINTED, Span(rest.end, rest.end)),
        rule="final_stop",
    )
    whole, part = "We may sail, or so it was said.", "We sail."
    differing = Statement(
        speaker=OKAFOR,
        speakers=(OKAFOR, BRANDT),
        disputed=True,
        first=1,
        variants=(
            variant(0, "q0", whole),
            *(
                variant(n, "q1", part, wording=Wording.ALTERED, differences=(modal, cut))
                for n in (3, 4, 5, 7, 8)
            ),
            variant(6, "q0", whole),
            variant(4, "q1", part, wording=Wording.ALTERED, differences=(modal, cut)),
            variant(7, None, "it was said", wording=Wording.PARAPHRASE, differences=(modal,)),
        ),
        columns=(
            Column(("We", *["We"] * 5, "We", "We", ""), False),
            Column(("may", *[""] * 5, "may", "", ""), True),
            Column(("sail,", *["sail."] * 5, "sail,", "sail.", ""), True),
            Column(("or so it was said.", *[""] * 5, "or so it was said.", "", "it was said"), True),
        ),
    )
    marks_only = Statement(
        speaker=None,
        variants=(variant(3, "q0", whole), variant(5, "q0", whole[:-1], differences=(stop,))),
        columns=(Column(("We may sail, or so it was said.", "We may sail, or so it was said"), True),),
    )
    loose = Statement(
        speaker=BRANDT,
        variants=(variant(3, "q0", "We may sail"), variant(6, "q1", "We sail")),
        columns=(Column(("We may", "elsewhere"), True), Column(("sail", ""), False)),
        base=1,
    )
    unlaid = Statement(speaker=BRANDT, variants=(variant(3, "q0", "so"), variant(0, "q0", "so")))
    reported = Statement(
        speaker=BRANDT,
        variants=(variant(5, "q0", part[:-1]), variant(8, None, "sail", wording=Wording.PARAPHRASE)),
    )
    alone = [
        Statement(speaker=speaker, variants=(variant(n, quote, printed),))
        for n, quote, printed, speaker in (
            (0, "q1", "We sail.", None),
            (6, "q0", "or so", BRANDT),
            (6, "q1", "sail", BRANDT),
            (6, "q9", "may", OKAFOR),
        )
    ]
    return Comparison(documents=papers, statements=(marks_only, *alone, unlaid, reported, loose, differing))


def nothing_shared() -> Comparison:
    return Comparison(documents=[bare(), room()], statements=[])


def heard() -> Verification:
    """A claim in two places of a recording, with a policy that does not allow it."""
    first = Passage(
        document_id="room",
        spans=words(ROOM, "We sail,", "at noon."),
        text="We sail, at noon.",
        similarity=0.5,
        speaker=VALE,
        excerpt=ROOM[10:80],
        excerpt_start=10,
        time=Timing(Span(1, 9), 3723.0, 3725.0),
    )
    second = Passage(
        document_id="d0",
        spans=words(PRINTED, "We may sail"),
        text="We may sail",
        similarity=1.0,
        source="Paper 0",
        url="https://paper.example/0",
        excerpt=PRINTED,
        excerpt_start=0,
    )
    claim = "We sailed at … noon."
    (sail,), (may,) = words(ROOM, "sail"), words(PRINTED, "may ")
    changes = (
        change(
            DifferenceKind.INFLECTION,
            Severity.MINOR,
            Operation.SUBSTITUTION,
            (ROOM, sail),
            (claim, Span(3, 9)),
            passage=0,
        ),
        change(
            DifferenceKind.MODALITY,
            Severity.MINOR,
            Operation.OMISSION,
            (PRINTED, may),
            (claim, Span(3, 3)),
            passage=1,
        ),
    )
    return attrs.evolve(
        verbatim(),
        claim=claim,
        wording=Wording.SPLICED,
        wording_rule="passages_apart",
        speaker_finding=SpeakerFinding.DISPUTED,
        context=ContextFinding.OUT_OF_CONTEXT,
        passages=(first, second),
        differences=changes,
        surroundings=words(ROOM, "She waited."),
        policy="strict",
        disallowed=changes,
    )


def whole() -> Verification:
    """The same without an excerpt, allowed by a policy, and claimed of nobody."""
    first = attrs.evolve(heard().passages[0], excerpt="", similarity=1.0)
    return attrs.evolve(
        heard(),
        speaker=None,
        passages=(first,),
        differences=heard().differences[:1],
        policy="guardian",
        disallowed=(),
        speaker_finding=SpeakerFinding.NOT_CHECKED,
        alternatives=heard().passages,
    )


def nowhere() -> Verification:
    return attrs.evolve(not_found(), nearest=None, policy="strict", speaker=None)


def draft() -> CheckReport:
    """A draft whose quotes stand, want a look and do not stand, one of them with no quote to show for it."""
    quotes = [said(1, "We sail,", "at noon."), said(2, "Not a minute later,"), said(3, "Never")]
    doubtful = attrs.evolve(verbatim(), context=ContextFinding.OUT_OF_CONTEXT)
    unknown = attrs.evolve(verbatim(), speaker=None, passages=())
    return CheckReport(
        document=Document(id="room", text=ROOM, quotes=quotes),
        verifications=(unknown, doubtful, heard(), nowhere(), verbatim(), not_found()),
        quote_ids=("q1", "q2", "q3", "q4"),
    )


def clean() -> CheckReport:
    return attrs.evolve(check_report(), verifications=(verbatim(),), quote_ids=("q2",))


GALLERY = (
    morning,
    room,
    crowd,
    told,
    bare,
    two,
    nothing_differs,
    comparison,
    many,
    nothing_shared,
    altered,
    verbatim,
    not_found,
    spliced,
    heard,
    whole,
    nowhere,
    check_report,
    draft,
    clean,
)
