"""Verified claims to look at: each with its evidence, and a draft's with the worst first."""

import hashlib
from collections.abc import Iterator, Sequence

from quoteverify.display.differences_in_words import difference_in_words
from quoteverify.display.finding_names import AxisName, Tone, rule_in_words, verdict
from quoteverify.display.html.difference_view import (
    Describe,
    badge,
    difference_mark,
    differences_list,
    highlighted,
    legend,
)
from quoteverify.display.html.links import to_passage
from quoteverify.display.html.markup import KEPT, Markup, element, joined, label
from quoteverify.display.overlays import Numbered, into_joined, labelled_runs
from quoteverify.display.phrases import (
    NOT_LOOKED_FOR,
    OTHER_WORDINGS,
    counted,
    nearness,
    searched_in_words,
    source_name,
    speaker_and_time,
    summary_in_words,
    unchecked_in_words,
)
from quoteverify.display.urgency import QuoteStanding, axes, found_on, standings, worst_first
from quoteverify.models import CheckReport, Passage, Span, Unchecked, Verification

TITLES = {"found": "where the words stand", "around": "read this too: it may change what the words mean"}


def show_verification(verification: Verification) -> Markup:
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
            differences_list(numbered, "The claim", _describe(verification)),
            _other_wordings(verification, "The claim"),
            _others("Other places that would do as well", verification.alternatives),
            element("p", f"Searched: {searched_in_words(verification)}.", class_="quiet"),
        ]
    )


def _describe(verification: Verification) -> Describe:
    return lambda difference: difference_in_words(difference, verification.claim)


def _claim(verification: Verification, numbered: Sequence[Numbered], caption: str = "") -> Markup:
    """The claim; ``caption`` stands over it where its speaker is named already."""
    overlays = [(d.b, (n, d)) for n, d in numbered]
    whose = f", of {verification.speaker.name}" if verification.speaker else ""
    words = highlighted(verification.claim, overlays, describe=_describe(verification))
    return element(
        "figure",
        element("figcaption", caption or f"As claimed{whose}"),
        element("blockquote", words, class_="text", style=KEPT),
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
                    element("th", axis.name, scope="row"),
                    element("td", badge(axis.tone, axis.finding)),
                    element(
                        "td",
                        axis.meaning,
                        element("small", f" rule: {rule_in_words(axis.rule)}", class_="quiet"),
                    ),
                )
                for axis in axes(verification)
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
    near = nearness(passage, verification.wording)
    return element(
        "figure",
        element("figcaption", caption, " ", _cited(passage), speaker_and_time(passage), near),
        element("blockquote", _surrounded(passage, verification, numbered), class_="text", style=KEPT),
        class_="passage",
    )


def _cited(passage: Passage) -> Markup:
    """The source of a passage, with the way to its place there."""
    return element("cite", to_passage(source_name(passage), passage))


def _surrounded(passage: Passage, verification: Verification, numbered: Sequence[Numbered]) -> Markup:
    """A passage in its excerpt, with its differences and what the context finding points at."""
    if not passage.excerpt:
        return source_wording(passage, verification, numbered)
    overlays: list[tuple[Span, Numbered | str]] = [(span, "found") for span in passage.spans]
    if verification.passages and passage.document_id == verification.passages[0].document_id:
        overlays += [(span, "around") for span in verification.surroundings]
    overlays += [(d.a, (n, d)) for n, d in numbered]
    describe = _describe(verification)
    return joined(
        run.text
        if run.label is None
        else element("span", run.text, class_=run.label, title=TITLES[run.label])
        if isinstance(run.label, str)
        else difference_mark(run.text, *run.label, describe)
        for run in labelled_runs(passage.excerpt, overlays, offset=passage.excerpt_start)
    )


def source_wording(passage: Passage, verification: Verification, numbered: Sequence[Numbered]) -> Markup:
    """The words of a passage alone, with its differences."""
    within = into_joined(passage.spans)
    overlays = [(place, (n, d)) for n, d in numbered if (place := within(d.a))]
    return highlighted(passage.text, overlays, describe=_describe(verification))


def _others(caption: str, passages: Sequence[Passage]) -> Markup | None:
    if not passages:
        return None
    items = (
        element(
            "li",
            element("q", p.text),
            " ",
            _cited(p),
            speaker_and_time(p),
        )
        for p in passages
    )
    return element("details", element("summary", f"{caption} ({len(passages)})"), element("ul", *items))


def _other_wordings(verification: Verification, whose: str) -> Markup | None:
    """What other sources print for the same statement, each with its differences."""
    others = verification.other_wordings
    if not others:
        return None
    items = []
    for other in others:
        numbered = list(enumerate(other.differences, 1))
        also = f", also in {', '.join(other.also_in)}" if other.also_in else ""
        items.append(
            element(
                "li",
                element("q", source_wording(other.passage, verification, numbered)),
                " ",
                _cited(other.passage),
                speaker_and_time(other.passage) + also,
                differences_list(numbered, whose, _describe(verification)),
            )
        )
    return element(
        "details", element("summary", f"{OTHER_WORDINGS} ({len(others)})"), element("ul", *items), open=""
    )


def show_check(report: CheckReport) -> Markup:
    """The whole view of a check."""
    quotes = standings(report)
    anchor = "qv-check-" + hashlib.sha256(report.document.id.encode("utf8", "surrogatepass")).hexdigest()[:8]
    ordered = [quotes[n] for n in worst_first(report)]
    to_see = [each for each in ordered if each.is_to_see]
    accepted = [each for each in ordered if each.accepted]
    standing = [each for each in ordered if not each.is_to_see and not each.accepted]
    return joined(
        [
            element(
                "header",
                element("h2", f"Quotes checked: {report.document.title or report.document.name}"),
                element("p", counted(len(quotes), "quote"), " in the draft.", class_="quiet"),
                _summary([each.tone for each in quotes], report),
                legend(d for each in to_see for d in each.verification.differences),
            ),
            element("div", joined(_draft(report, quotes, anchor)), class_="text draft", style=KEPT),
            *(_card(each, anchor) for each in to_see),
            _in_lines("Looked at, and accepted", accepted, anchor),
            _in_lines("These stand as quoted", standing, anchor),
            _left_out(report.unchecked),
        ]
    )


def _left_out(unchecked: Sequence[Unchecked]) -> Markup | None:
    """The quotations that were not looked for, each with the reason."""
    if not unchecked:
        return None
    items = (
        element(
            "li", element("q", left.text), " ", element("small", unchecked_in_words(left), class_="quiet")
        )
        for left in unchecked
    )
    return element("section", element("h3", NOT_LOOKED_FOR), element("ul", *items), class_="singles")


def _summary(tones: Sequence[Tone], report: CheckReport) -> Markup:
    verdicts = [badge(t, verdict(t, tones.count(t))) for t in (Tone.BAD, Tone.LOOK, Tone.GOOD) if t in tones]
    words = summary_in_words(report)
    return element("p", joined(verdicts, " "), element("span", f" {'; '.join(words)}", class_="quiet"))


def _draft(report: CheckReport, quotes: Sequence[QuoteStanding], anchor: str) -> Iterator[Markup | str]:
    """The draft's text, each quote underlined by how it stands and linked to its evidence."""
    said = report.said
    overlays = [
        (span, (each, part))
        for each in quotes
        if each.id in said
        for part, span in enumerate(said[each.id].spans)
    ]
    for run in labelled_runs(report.document.text, overlays):
        if run.label is None:
            yield run.text
            continue
        each, _ = run.label
        yield element(
            "a",
            label(f"{each.number} {each.tone.sign}") if run.opens else None,
            run.text,
            class_=f"verdict {each.tone}",
            href=f"#{anchor}-{each.number}",
            title=f"{each.number}. {each.found.capitalize()}",
        )


def _card(quote: QuoteStanding, anchor: str) -> Markup:
    verification = quote.verification
    numbered = list(enumerate(verification.differences, 1))
    badges = (
        badge(axis.tone, axis.finding, axis.meaning)
        for axis in axes(verification)
        if axis.tone != Tone.NEUTRAL
    )
    return element(
        "section",
        element(
            "header",
            element(
                "h3",
                element("span", f"{quote.number}", class_="badge"),
                " ",
                verification.speaker.name if verification.speaker else "No speaker",
            ),
            element("p", joined(badges, " ")),
        ),
        element(
            "div",
            _claim(verification, numbered, "The draft has"),
            _correction(verification, numbered),
            class_="pair",
        ),
        differences_list(numbered, "The draft", _describe(verification)),
        _other_wordings(verification, "The draft"),
        *(
            element("p", f"{axis.finding}: {axis.meaning}", class_="left-off")
            for axis in found_on(verification)
            if axis.name is AxisName.CONTEXT and verification.surroundings
        ),
        element(
            "details",
            element("summary", "Where it stands, and why we say so"),
            _axes(verification),
            _evidence(verification, numbered),
            _others("Other places that would do as well", verification.alternatives),
            element("p", f"Searched: {searched_in_words(verification)}.", class_="quiet"),
        ),
        class_="card",
        id=f"{anchor}-{quote.number}",
    )


def _correction(verification: Verification, numbered: Sequence[Numbered]) -> Markup:
    """The source's own wording, to put in the draft's place."""
    found = verification.passages
    shown = found or ((verification.nearest,) if verification.nearest else ())
    if not shown:
        return element(
            "figure",
            element("figcaption", "No source has"),
            element("p", f"Nothing like it in {searched_in_words(verification)}.", class_="quiet"),
        )
    caption = "The source has" if found else "Not found; the nearest is"
    blocks = []
    for n, passage in enumerate(shown):
        mine = [(number, d) for number, d in numbered if found and (d.passage or 0) == n]
        blocks.append(
            element("blockquote", source_wording(passage, verification, mine), class_="text", style=KEPT)
        )
        blocks.append(element("p", _cited(passage), speaker_and_time(passage), class_="quiet"))
    return element("figure", element("figcaption", caption), *blocks, class_="passage")


def _in_lines(heading: str, quotes: Sequence[QuoteStanding], anchor: str) -> Markup | None:
    """The quotes that need no look, or had it, a line each."""
    if not quotes:
        return None
    items = []
    for each in quotes:
        verification = each.verification
        speaker = verification.speaker.name if verification.speaker else ""
        sources = "; ".join(dict.fromkeys(source_name(p) for p in verification.passages))
        known = ", ".join(filter(None, [speaker, each.found, sources]))
        items.append(
            element(
                "li",
                element("span", f"{each.number}", class_="badge"),
                " ",
                element("q", verification.claim),
                " ",
                element("small", known, class_="quiet"),
                _other_wordings(verification, "The draft"),
                id=f"{anchor}-{each.number}",
            )
        )
    return element("section", element("h3", heading), element("ul", *items), class_="singles")
