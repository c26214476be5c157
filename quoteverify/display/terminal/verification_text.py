"""Verified claims as a terminal shows them: one with its evidence, and a draft's with the worst first."""

from collections.abc import Iterable, Iterator, Sequence

from quoteverify.display.finding_names import Tone, rule_in_words, verdict
from quoteverify.display.overlays import Numbered, into_joined
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
from quoteverify.display.terminal.difference_text import TONE_STYLE, explain, list_differences, marked
from quoteverify.display.terminal.styled_text import Run, Screen, Style
from quoteverify.display.urgency import Axis, QuoteStanding, axes, standings, wanting, worst_first
from quoteverify.models import CheckReport, Passage, Span, Verification, Wording

BAR: Run = ("  ┃", Style.STRONG)
_IN_DRAFT = 15
"""In cells: where the lines about a quote of a draft begin, behind what each of them is."""


def write_verification(screen: Screen, verification: Verification) -> None:
    """Write a claim, what was found on each axis, the passages and what differs."""
    numbered = list(enumerate(verification.differences, 1))
    whose = f", said to be {verification.speaker.name}’s" if verification.speaker else ""
    screen.write(
        ("“", Style.STRONG),
        *marked(verification.claim.strip(), [(d.b, (n, d)) for n, d in numbered]),
        ("”", Style.STRONG),
        (whose, Style.QUIET),
    )
    screen.skip()
    for axis in axes(verification):
        _write_axis(screen, axis, (axis.name, Style.QUIET), indent=9)
    _write_evidence(screen, verification, numbered)
    if numbered:
        screen.skip()
        list_differences(screen, numbered, "the claim", verification.claim, indent=0)
        explain(screen, {d.severity for d in verification.differences})
    _write_other_wordings(screen, verification, "the claim")
    if verification.alternatives:
        screen.skip()
        screen.write("Other places that would do as well:")
        for passage in verification.alternatives:
            screen.write("“", passage.text, "” ", (_source(passage), Style.QUIET), indent=2)
    screen.skip()
    screen.write((f"Searched: {searched_in_words(verification)}.", Style.QUIET))


def _write_other_wordings(screen: Screen, verification: Verification, whose: str, indent: int = 0) -> None:
    """Write what other sources print for the same statement, each with its differences."""
    if not verification.other_wordings:
        return
    if not indent:
        screen.skip()
    screen.write(f"{OTHER_WORDINGS}:", indent=indent)
    for other in verification.other_wordings:
        numbered = list(enumerate(other.differences, 1))
        also = f", also in {', '.join(other.also_in)}" if other.also_in else ""
        words = _words_of(other.passage, _of_passage(numbered, 0))
        screen.write("“", *words, "” ", (_source(other.passage) + also, Style.QUIET), indent=indent + 2)
        list_differences(screen, numbered, whose, verification.claim, indent=indent + 2)


def _write_axis(screen: Screen, axis: Axis, lead: Run, indent: int) -> None:
    screen.write(
        (f"{axis.tone.sign} {axis.finding}", TONE_STYLE[axis.tone]),
        f": {axis.meaning} ",
        (f"(rule: {rule_in_words(axis.rule)})", Style.QUIET),
        indent=indent,
        lead=[lead],
    )


def _source(passage: Passage) -> str:
    """The name of a passage's source, and who speaks there."""
    return source_name(passage) + speaker_and_time(passage)


def _of_passage(numbered: Iterable[Numbered], n: int) -> list[tuple[Span, Numbered]]:
    """The differences of the nth passage, each where it stands in its source."""
    return [(d.a, (number, d)) for number, d in numbered if (d.passage or 0) == n]


def _write_evidence(screen: Screen, verification: Verification, numbered: Sequence[Numbered]) -> None:
    """The passages, or the nearest, each in the text around it; a bar stands beside the words themselves."""
    if not verification.passages:
        if verification.nearest:
            _write_passage(
                screen, "Nearest, but not the same, in", verification.nearest, verification.wording, []
            )
        return
    several = len(verification.passages) > 1
    for n, passage in enumerate(verification.passages):
        caption = f"Part {n + 1} of the claim, in" if several else "Found in"
        _write_passage(screen, caption, passage, verification.wording, _of_passage(numbered, n))


def _write_passage(
    screen: Screen,
    caption: str,
    passage: Passage,
    wording: Wording,
    overlays: Sequence[tuple[Span, Numbered]],
) -> None:
    near = nearness(passage, wording)
    screen.skip()
    screen.write((f"{caption} ", Style.QUIET), (_source(passage), Style.STRONG), (f"{near}:", Style.QUIET))
    if passage.excerpt:
        _write_surrounded(screen, passage, overlays)
    else:
        screen.write(*_words_of(passage, overlays), indent=4, lead=[BAR])


def _write_surrounded(screen: Screen, passage: Passage, overlays: Sequence[tuple[Span, Numbered]]) -> None:
    """A passage in its excerpt, the lines of its own words behind a bar."""
    text, start = passage.excerpt, passage.excerpt_start
    at = 0
    for span in passage.spans:
        place = Span(max(0, span.start - start), max(0, span.end - start))
        touching = _with_marks(text, place)
        _write_around(screen, text[at : touching.start])
        here = [item for item in overlays if place.start <= item[0].start - start <= place.end]
        screen.write(
            (text[touching.start : place.start], Style.QUIET),
            *marked(place.of(text), here, offset=place.start + start),
            (text[place.end : touching.end], Style.QUIET),
            indent=4,
            lead=[BAR],
        )
        at = touching.end
    _write_around(screen, text[at:])


def _with_marks(text: str, place: Span) -> Span:
    """A place with the marks that touch its words."""
    first, last = place.start, place.end
    while first > 0 and not text[first - 1 : first].isspace():
        first -= 1
    while last < len(text) and not text[last].isspace():
        last += 1
    return Span(first, last)


def _words_of(passage: Passage, overlays: Iterable[tuple[Span, Numbered]]) -> Iterator[Run | str]:
    """The words of a passage alone, with its differences."""
    within = into_joined(passage.spans)
    return marked(passage.text, [(place, item) for span, item in overlays if (place := within(span))])


def _write_around(screen: Screen, text: str) -> None:
    """What stands before or after a passage, a paragraph a line."""
    for paragraph in text.splitlines():
        if paragraph.strip():
            screen.write((paragraph, Style.QUIET), indent=4)


def write_check(screen: Screen, report: CheckReport) -> None:
    """Write how a draft's quotes stand: the counts, then each quote, the worst first."""
    quotes = standings(report)
    _write_summary(screen, report, [each.tone for each in quotes])
    shown = {d.severity for each in quotes if each.is_to_see for d in each.verification.differences}
    if shown:
        explain(screen, shown)
    for each in (quotes[n] for n in worst_first(report)):
        screen.skip()
        lead = (f"{each.tone.sign} {each.number}", TONE_STYLE[each.tone])
        if each.is_to_see:
            _write_wanting(screen, each.verification, lead)
        else:
            _write_standing(screen, each, lead)
    if report.unchecked:
        screen.skip()
        screen.write(f"{NOT_LOOKED_FOR}:")
        for left in report.unchecked:
            why: Run = (f"({unchecked_in_words(left)})", Style.QUIET)
            screen.write("“", " ".join(left.text.split()), "” ", why, indent=2)


def _write_summary(screen: Screen, report: CheckReport, tones: Sequence[Tone]) -> None:
    """How many quotes stand, want a look or do not stand, and how many have each wording."""
    screen.write(("Quotes checked: ", Style.STRONG), report.document.title or report.document.name)
    verdicts = (
        (f"{tone.sign} {verdict(tone, tones.count(tone))}", TONE_STYLE[tone])
        for tone in (Tone.BAD, Tone.LOOK, Tone.GOOD)
        if tone in tones
    )
    screen.write(f"{counted(len(tones), 'quote')}: ", *(run for said in verdicts for run in (said, " ")))
    screen.write(("; ".join(summary_in_words(report)), Style.QUIET))


def _claimed_by(verification: Verification) -> Run:
    return verification.speaker.name if verification.speaker else "no speaker", Style.STRONG


def _write_standing(screen: Screen, quote: QuoteStanding, lead: Run) -> None:
    """A quote of a draft that needs no look, or had it, in a line."""
    verification = quote.verification
    sources = "; ".join(dict.fromkeys(source_name(passage) for passage in verification.passages))
    known = (f"{quote.found}, {sources}" if sources else quote.found, Style.QUIET)
    screen.write(_claimed_by(verification), ": “", verification.claim, "” ", known, indent=6, lead=[lead])
    _write_other_wordings(screen, verification, "the draft", indent=6)


def _write_wanting(screen: Screen, verification: Verification, lead: Run) -> None:
    """A quote of a draft that does not stand, or wants a look, with the source's wording beside it."""

    def write(name: str, words: Iterable[Run | str], source: str = "") -> None:
        cited: Run = (f" {source}" if source else "", Style.QUIET)
        screen.write("“", *words, "”", cited, indent=_IN_DRAFT, lead=[(f"      {name}", Style.QUIET)])

    screen.write(_claimed_by(verification), indent=6, lead=[lead])
    numbered = list(enumerate(verification.differences, 1))
    write("draft", marked(verification.claim, [(d.b, (n, d)) for n, d in numbered]))
    for n, passage in enumerate(verification.passages):
        write("source", _words_of(passage, _of_passage(numbered, n)), _source(passage))
    if not verification.passages and verification.nearest:
        write("nearest", [verification.nearest.text], _source(verification.nearest))
    for axis in wanting(verification):
        _write_axis(screen, axis, (f"      {axis.name.lower()}", Style.QUIET), indent=_IN_DRAFT)
    list_differences(screen, numbered, "the draft", verification.claim, indent=6)
    _write_other_wordings(screen, verification, "the draft", indent=6)
