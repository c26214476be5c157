"""Who a source says spoke at a place: by its quotes, or in a transcript by whose turn it is."""

import functools
import re
from bisect import bisect_right
from collections.abc import Sequence

from quoteverify.collation.passages import MARK, Part
from quoteverify.models import Document, Passage, QuoteKind, Span, Speaker, SpeakerFinding, SpeakerKind
from quoteverify.text.names import same_person

# A turn begins a line with a name or role of few words and a colon: "MR. AAS:", "Ada Aas (by phone):".
_TURN = re.compile(
    r"""
    ^[ \t>*_-]* (?P<name> [^\W\d_a-z][\w.'’-]* (?: [ \t]+[\w.'’-]+ ){0,5} )
    (?: [ \t]* [(\[][^()\[\]\r\n]{0,60}[)\]] )? [*_]* : [*_]* (?=\s)
    """,
    re.MULTILINE | re.VERBOSE,
)
# One line with a colon may be a caption; several make a transcript.
_TURNS_OF_A_TRANSCRIPT = 2
_UNNAMED = frozenset({SpeakerKind.ROLE, SpeakerKind.GROUP, SpeakerKind.BODY})


@functools.lru_cache(maxsize=256)
def turns(text: str) -> list[tuple[int, str]]:
    r"""Where each turn of a transcript begins, and whose it is; none in a text that is not a transcript.

    Args:
        text: Any text.

    Returns:
        The offset after each turn's colon, in code points, with the name before it.

    >>> turns("ADA AAS: We leave at noon.\nQ: Why?")
    [(8, 'ADA AAS'), (29, 'Q')]
    >>> turns("Note: it rained.")
    []
    """
    found = [(match.end(), match["name"]) for match in _TURN.finditer(text)]
    return found if len(found) >= _TURNS_OF_A_TRANSCRIPT else []


def spoken_by(document: Document, spans: Sequence[Span]) -> tuple[Speaker | None, str]:
    r"""Who spoke in a passage, and how the source says so.

    Args:
        document: The source; its quotes are used where it has been parsed.
        spans: Where the passage stands.

    Returns:
        The speaker, or None, with the name of the rule that decided.

    >>> spoken_by(Document(text="AAS: We leave at noon.\nBO: Why?"), [Span(5, 13)])[0].name
    'AAS'
    """
    shared = {
        quote.id: sum(max(0, min(s.end, p.end) - max(s.start, p.start)) for s in quote.spans for p in spans)
        for quote in document.quotes
        if quote.spans and quote.spans[0].start < spans[-1].end and spans[0].start < quote.spans[-1].end
    }
    overlapping = [quote for quote in document.quotes if shared.get(quote.id)]
    if overlapping:
        quote = max(overlapping, key=lambda quote: (quote.kind != QuoteKind.TERM, shared[quote.id]))
        if quote.speaker:
            return quote.speaker, "attribution_in_source"
    found = turns(document.text)
    turn = bisect_right(found, (spans[0].start, "\U0010ffff")) - 1
    if turn >= 0:
        return Speaker(found[turn][1]), "turn_in_transcript"
    if overlapping:
        return None, "quote_without_speaker"
    return None, "outside_any_quote" if document.quotes else "source_not_parsed"


def reported(part: Part) -> bool:
    """Whether a passage is the source's own words and not speech: outside quotation marks, and in no turn."""
    text, extent = part.document.text, part.extent
    if part.document.quotes:
        return not any(extent.overlaps(span) for quote in part.document.quotes for span in quote.spans)
    line = max(text.rfind("\n", 0, extent.start), text.rfind("\r", 0, extent.start)) + 1
    opened = len(list(MARK.finditer(text, line, extent.start))) % 2 == 1
    return not opened and bool(MARK.search(text)) and not turns(text)


def _names(speaker: Speaker) -> tuple[str, ...]:
    return (speaker.name, *speaker.aliases)


def same_speaker(a: Speaker, b: Speaker) -> bool:
    """Whether one of the names of the one may be a name of the other."""
    return any(same_person(x, y) for x in _names(a) for y in _names(b))


def compare_speakers(
    claimed: Speaker | None, answers: Sequence[tuple[Passage, str]], others: Sequence[tuple[Passage, str]]
) -> tuple[SpeakerFinding, str]:
    """How the claimed speaker stands to those whom the sources give.

    Args:
        claimed: The speaker as claimed.
        answers: The passages of the claim, each with the rule that found its speaker.
        others: The alternatives, likewise.

    Returns:
        The finding and the name of the rule that decided.
    """
    if claimed is None:
        return SpeakerFinding.NOT_CHECKED, "no_speaker_claimed"
    given = [passage.speaker for passage, _ in answers if passage.speaker]
    elsewhere = [passage.speaker for passage, _ in others if passage.speaker]
    if not given and not elsewhere:
        rules = [rule for _, rule in answers]
        if "source_not_parsed" in rules:
            return SpeakerFinding.UNCERTAIN, "source_not_parsed"
        return SpeakerFinding.UNATTRIBUTED, rules[0]
    same = [same_speaker(claimed, speaker) for speaker in given]
    same_elsewhere = [same_speaker(claimed, speaker) for speaker in elsewhere]
    if given and all(same):
        if all(same_elsewhere):
            return SpeakerFinding.SAME, "name_in_source"
        return SpeakerFinding.DISPUTED, "sources_name_different_speakers"
    if any(same_elsewhere):
        return SpeakerFinding.DISPUTED, "sources_name_different_speakers"
    if any(same):
        return SpeakerFinding.MISATTRIBUTED, "another_speaker_in_part"
    if all(speaker.kind in _UNNAMED for speaker in (*given, *elsewhere)):
        return SpeakerFinding.UNCERTAIN, "source_names_no_person"
    return SpeakerFinding.MISATTRIBUTED, "another_speaker_in_source"
