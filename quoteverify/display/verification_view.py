"""Verified claims to look at: each with its evidence, and a draft's with the worst first."""

import hashlib
from collections.abc import Callable, Iterator, Sequence

from quoteverify.display.comparison_view import badge, difference_mark, differences_list, highlighted, legend
from quoteverify.display.links import to_passage
from quoteverify.display.markup import Markup, element, joined
from quoteverify.display.overlays import Numbered, into_joined, pieces
from quoteverify.display.phrases import (
    CONTEXT,
    SPEAKER,
    WORDING,
    Tone,
    counted,
    percent,
    rule_in_words,
    searched,
    sentence,
    source_name,
    verdict,
    voice,
)
from quoteverify.display.urgency import finding_tones, findings, tone, worst_first
from quoteverify.models import (
    CheckReport,
    Difference,
    Passage,
    Span,
    Verification,
    Wording,
)

TITLES = {"found": "where the words stand", "around": "read this too: it may change what the words mean"}


def finding(verification: Verification) -> Markup:
    """The whole view of a verification."""
    numbered = list(enumerate(verification.differences, 1))
    return joined(
        [
            element(
                "header",
                element("h2", "Did they say this?"),
                _claim(verification, numbered),
                _axes(verification),
            ),
            _evidence(verification, numbered),
            legend(verification.differences),
            differences_list(numbered, "The claim", _described(verification)),
            _others("Other places that would do as well", verification.alternatives),
            element("p", f"Searched: {searched(verification)}.", class_="quiet"),
        ]
    )


def _described(verification: Verification) -> Callable[[Difference], str]:
    return lambda difference: sentence(difference, verification.claim)


def _claim(verification: Verification, numbered: Sequence[Numbered], caption: str = "As claimed") -> Markup:
    laid = [(d.b, (n, d)) for n, d in numbered]
    whose = f", of {verification.speaker.name}" if verification.speaker else ""
    words = highlighted(verification.claim, laid, described=_described(verification))
    return element(
        "figure",
        element("figcaption", caption + whose),
        element("blockquote", words, class_="text"),
        class_="claim",
    )


def _axes(verification: Verification) -> Markup:
    """The three findings in plain words, each with the rule that decided."""
    return element(
        "table",
        element(
            "tbody",
            *(
                element(
                    "tr",
                    element("th", axis, scope="row"),
                    element("td", badge(reads, name)),
                    element("td", meaning, element("small", f" rule: {rule_in_words(rule)}", class_="quiet")),
                )
                for axis, reads, name, meaning, rule in findings(verification)
            ),
        ),
        class_="axes",
    )


def _evidence(verification: Verification, numbered: Sequence[Numbered]) -> Markup | None:
    """The passages where the claim's words stand, else the nearest there is."""
    if not verification.passages:
        if not verification.nearest:
            return None
        return _passage("Nearest, but not the same:", verification.nearest, verification, [])
    several = len(verification.passages) > 1
    return joined(
        _passage(
            f"Part {n + 1} of the claim:" if several else "Found:",
            passage,
            verification,
            [(number, d) for number, d in numbered if (d.passage or 0) == n],
        )
        for n, passage in enumerate(verification.passages)
    )


def _passage(
    caption: str, passage: Passage, verification: Verification, numbered: Sequence[Numbered]
) -> Markup:
    near = "" if passage.similarity >= 1 else f" ({percent(passage.similarity)} alike)"
    return element(
        "figure",
        element("figcaption", caption, " ", _cited(passage), voice(passage), near),
        element("blockquote", _surrounded(passage, verification, numbered), class_="text"),
        class_="passage",
    )


def _cited(passage: Passage) -> Markup:
    """The source of a passage, with the way to its place there."""
    return element("cite", to_passage(source_name(passage), passage))


def _surrounded(passage: Passage, verification: Verification, numbered: Sequence[Numbered]) -> Markup:
    """A passage in its excerpt, with its differences and what the context finding points at."""
    if not passage.excerpt:
        return source_wording(passage, verification, numbered)
    laid: list[tuple[Span, Numbered | str]] = [(span, "found") for span in passage.spans]
    if verification.passages and passage.document_id == verification.passages[0].document_id:
        laid += [(span, "around") for span in verification.surroundings]
    laid += [(d.a, (n, d)) for n, d in numbered]
    described = _described(verification)
    return joined(
        piece.text
        if piece.label is None
        else element("span", piece.text, class_=piece.label, title=TITLES[piece.label])
        if isinstance(piece.label, str)
        else difference_mark(piece.text, *piece.label, described)
        for piece in pieces(passage.excerpt, laid, offset=passage.excerpt_start)
    )


def source_wording(passage: Passage, verification: Verification, numbered: Sequence[Numbered]) -> Markup:
    """The words of a passage alone, with its differences."""
    within = into_joined(passage.spans)
    laid = [(place, item) for item in numbered if (place := within(item[1].a))]
    return highlighted(passage.text, laid, described=_described(verification))


def _others(caption: str, passages: Sequence[Passage]) -> Markup | None:
    if not passages:
        return None
    items = (
        element(
            "li",
            element("q", p.text),
            " ",
            _cited(p),
            voice(p),
        )
        for p in passages
    )
    return element("details", element("summary", f"{caption} ({len(passages)})"), element("ul", *items))


def report(checked: CheckReport) -> Markup:
    """The whole view of a check."""
    tones = [tone(v) for v in checked.verifications]
    anchor = "qv-check-" + hashlib.sha256(checked.document.id.encode("utf8", "surrogatepass")).hexdigest()[:8]
    order = worst_first(checked)
    wanting = [n for n in order if tones[n] not in (Tone.GOOD, Tone.NEUTRAL)]
    standing = [n for n in order if n not in set(wanting)]
    return joined(
        [
            element(
                "header",
                element("h2", f"Quotes checked: {checked.document.title or checked.document.name}"),
                element("p", counted(len(tones), "quote"), " in the draft.", class_="quiet"),
                _summary(tones, checked),
                legend(d for n in wanting for d in checked.verifications[n].differences),
            ),
            element("div", joined(_draft(checked, tones, anchor)), class_="text draft"),
            *(_card(n, checked.verifications[n], f"{anchor}-{n + 1}") for n in wanting),
            _standing(standing, checked, anchor),
        ]
    )


def _summary(tones: Sequence[Tone], checked: CheckReport) -> Markup:
    verdicts = [badge(t, verdict(t, tones.count(t))) for t in (Tone.BAD, Tone.LOOK, Tone.GOOD) if t in tones]
    words = [f"{WORDING[Wording(name)][0].lower()} {number}" for name, number in checked.summary.items()]
    return element("p", joined(verdicts, " "), element("span", f" {'; '.join(words)}", class_="quiet"))


def _draft(checked: CheckReport, tones: Sequence[Tone], anchor: str) -> Iterator[Markup | str]:
    """The draft's text, each quote underlined by how it stands and linked to its evidence."""
    quotes = {quote.id: quote for quote in checked.document.quotes}
    laid = [
        (span, (n, part))
        for n, (id, _) in enumerate(zip(checked.quote_ids, checked.verifications, strict=False))
        if id in quotes
        for part, span in enumerate(quotes[id].spans)
    ]
    for piece in pieces(checked.document.text, laid):
        if piece.label is None:
            yield piece.text
            continue
        n, _ = piece.label
        name = WORDING[checked.verifications[n].wording][0]
        yield element(
            "a",
            piece.text,
            class_=f"verdict {tones[n]}",
            href=f"#{anchor}-{n + 1}",
            title=f"{n + 1}. {name}",
            data_label=f"{n + 1} {tones[n].sign}" if piece.opens else None,
        )


def _card(n: int, verification: Verification, anchor: str) -> Markup:
    numbered = list(enumerate(verification.differences, 1))
    words, speaker, context = finding_tones(verification)
    named = (
        (words, WORDING[verification.wording]),
        (speaker, SPEAKER[verification.speaker_finding]),
        (context, CONTEXT[verification.context]),
    )
    return element(
        "section",
        element(
            "header",
            element(
                "h3",
                element("span", f"{n + 1}", class_="badge"),
                " ",
                verification.speaker.name if verification.speaker else "No speaker",
            ),
            element(
                "p",
                joined((badge(t, name, meaning) for t, (name, meaning) in named if t != Tone.NEUTRAL), " "),
            ),
        ),
        element(
            "div",
            _claim(verification, numbered, "The draft has"),
            _correction(verification, numbered),
            class_="pair",
        ),
        differences_list(numbered, "The draft", _described(verification)),
        element(
            "details",
            element("summary", "Where it stands, and why we say so"),
            _axes(verification),
            _evidence(verification, numbered),
            _others("Other places that would do as well", verification.alternatives),
            element("p", f"Searched: {searched(verification)}.", class_="quiet"),
        ),
        class_="card",
        id=anchor,
    )


def _correction(verification: Verification, numbered: Sequence[Numbered]) -> Markup:
    """The source's own wording, to put in the draft's place."""
    found = verification.passages
    shown = found or ((verification.nearest,) if verification.nearest else ())
    if not shown:
        return element(
            "figure",
            element("figcaption", "No source has"),
            element("p", f"Nothing like it in {searched(verification)}.", class_="quiet"),
        )
    caption = "The source has" if found else "Not found; the nearest is"
    blocks = []
    for n, passage in enumerate(shown):
        mine = [(number, d) for number, d in numbered if found and (d.passage or 0) == n]
        blocks.append(element("blockquote", source_wording(passage, verification, mine), class_="text"))
        blocks.append(element("p", _cited(passage), voice(passage), class_="quiet"))
    return element("figure", element("figcaption", caption), *blocks, class_="passage")


def _standing(numbers: Sequence[int], checked: CheckReport, anchor: str) -> Markup | None:
    if not numbers:
        return None
    items = []
    for n in numbers:
        verification = checked.verifications[n]
        sources = "; ".join(dict.fromkeys(source_name(p) for p in verification.passages))
        items.append(
            element(
                "li",
                element("span", f"{n + 1}", class_="badge"),
                " ",
                element("q", verification.claim),
                " ",
                element(
                    "small",
                    ", ".join(
                        filter(
                            None,
                            [
                                verification.speaker.name if verification.speaker else None,
                                WORDING[verification.wording][0].lower(),
                                sources,
                            ],
                        )
                    ),
                    class_="quiet",
                ),
                id=f"{anchor}-{n + 1}",
            )
        )
    return element("section", element("h3", "These stand as quoted"), element("ul", *items), class_="singles")
