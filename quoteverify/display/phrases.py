"""What the findings are called where people read them: plain words for every kind, and whole sentences."""

import datetime as dt
import re
import unicodedata
from enum import StrEnum

from quoteverify.models import (
    TAXONOMY,
    Basis,
    Candidate,
    CheckReport,
    CitationFinding,
    ContextFinding,
    Difference,
    DifferenceKind,
    Explanation,
    Operation,
    Passage,
    Quote,
    QuoteKind,
    Reason,
    Report,
    Severity,
    Span,
    Speaker,
    SpeakerFinding,
    Unchecked,
    Verification,
    Wording,
)
from quoteverify.text.normalize import INVISIBLE

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_FEW = 4
"""Characters that are named one by one where the eye does not tell them apart: of more, nobody reads the
names."""
_NEAR = 40
"""In code points: how far before a mark the word may end that says where it stands."""


class Tone(StrEnum):
    """How a finding reads: whether the claim stands, wants a look, or does not stand."""

    GOOD = "good"
    LOOK = "look"
    BAD = "bad"
    NEUTRAL = "neutral"

    @property
    def sign(self) -> str:
        """One character that says it without colour."""
        return {"good": "✓", "look": "!", "bad": "✗", "neutral": "–"}[self]


WORDING = {
    Wording.VERBATIM: ("Word for word", "the words stand there in one run"),
    Wording.PARTIAL: ("A part, word for word", "one wording is a run of the other"),
    Wording.EDITED: ("Edited, and says so", "changed only where an ellipsis or brackets show it"),
    Wording.ALTERED: ("Altered", "words were changed or left out without a sign"),
    Wording.SPLICED: ("Spliced", "separate passages run together, or parts put in another order"),
    Wording.PARAPHRASE: ("Paraphrase", "the source has it as reported speech or in other words"),
    Wording.OTHER_LANGUAGE: (
        "In another language",
        "claim and sources are in two languages, and one is not looked for in the other",
    ),
    Wording.NOT_FOUND: ("Not found", "the words do not stand in what was searched"),
}
SPEAKER = {
    SpeakerFinding.SAME: ("Same speaker", "the source names the same speaker"),
    SpeakerFinding.MISATTRIBUTED: ("Another speaker", "the source gives the words to somebody else"),
    SpeakerFinding.DISPUTED: ("Speaker disputed", "the sources name different speakers"),
    SpeakerFinding.UNATTRIBUTED: ("No speaker in the source", "the source does not say who spoke"),
    SpeakerFinding.UNCERTAIN: ("Speaker unclear", "who spoke in the source cannot be decided"),
    SpeakerFinding.NOT_CHECKED: ("Speaker not checked", "there was no speaker to compare"),
}
CONTEXT = {
    ContextFinding.KEPT: ("Context kept", "nothing around the words was seen to change their sense"),
    ContextFinding.TRUNCATED: ("Qualifier cut", "what qualifies the words in the source was left off"),
    ContextFinding.OUT_OF_CONTEXT: ("Out of context?", "read what surrounds the words in the source"),
    ContextFinding.NOT_CHECKED: ("Context not checked", "there was no place to look around"),
}
CITATION = {
    CitationFinding.AS_CITED: ("As cited", "the words stand in the source that is cited"),
    CitationFinding.ELSEWHERE: ("Not where cited", "the words stand in another source than the one cited"),
    CitationFinding.NOT_GIVEN: ("Cited source not given", "what is cited is none of the sources searched"),
    CitationFinding.NOT_CHECKED: (
        "Citation not checked",
        "the draft cites nothing, or it was not found",
    ),
}
TONES: dict[StrEnum, Tone] = {
    Wording.VERBATIM: Tone.GOOD,
    Wording.PARTIAL: Tone.GOOD,
    Wording.EDITED: Tone.GOOD,
    Wording.ALTERED: Tone.BAD,
    Wording.SPLICED: Tone.BAD,
    Wording.PARAPHRASE: Tone.BAD,
    Wording.OTHER_LANGUAGE: Tone.BAD,
    Wording.NOT_FOUND: Tone.BAD,
    SpeakerFinding.SAME: Tone.GOOD,
    SpeakerFinding.MISATTRIBUTED: Tone.BAD,
    SpeakerFinding.DISPUTED: Tone.LOOK,
    SpeakerFinding.UNATTRIBUTED: Tone.LOOK,
    SpeakerFinding.UNCERTAIN: Tone.LOOK,
    SpeakerFinding.NOT_CHECKED: Tone.NEUTRAL,
    ContextFinding.KEPT: Tone.GOOD,
    ContextFinding.TRUNCATED: Tone.BAD,
    ContextFinding.OUT_OF_CONTEXT: Tone.LOOK,
    ContextFinding.NOT_CHECKED: Tone.NEUTRAL,
    CitationFinding.AS_CITED: Tone.GOOD,
    CitationFinding.ELSEWHERE: Tone.BAD,
    CitationFinding.NOT_GIVEN: Tone.NEUTRAL,
    CitationFinding.NOT_CHECKED: Tone.NEUTRAL,
}
VERDICT = {
    Tone.GOOD: ("stands as quoted", "stand as quoted"),
    Tone.LOOK: ("wants a look", "want a look"),
    Tone.BAD: ("does not stand as quoted", "do not stand as quoted"),
    Tone.NEUTRAL: ("was not checked", "were not checked"),
}
SEVERITY = {
    Severity.SUBSTANTIVE: "changes the meaning",
    Severity.MINOR: "the words differ, the sense stands",
    Severity.COSMETIC: "read aloud, the same",
}
KIND = {kind: entry.label for kind, entry in TAXONOMY.items()}
QUOTE_KIND = {
    QuoteKind.SPEECH: "speech",
    QuoteKind.HEADLINE: "headline",
    QuoteKind.PULL_QUOTE: "pull quote",
    QuoteKind.DESCRIPTIVE: "words about something",
    QuoteKind.TURN: "turn in a transcript",
    QuoteKind.BLOCK: "block quotation",
    QuoteKind.TERM: "a term: nobody's words",
}


def rule_in_words(rule: str) -> str:
    """The name of a rule as a person reads it.

    >>> rule_in_words("cue_after_quote")
    'cue after quote'
    """
    return rule.replace("_", " ").strip()


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "quote"), counted(1200, "quote"), counted(2, "body", "bodies")
    ('1 quote', '1,200 quotes', '2 bodies')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def verdict(tone: Tone, number: int) -> str:
    """How many quotes read how.

    >>> verdict(Tone.GOOD, 1), verdict(Tone.LOOK, 3)
    ('1 stands as quoted', '3 want a look')
    """
    return f"{number:,} {VERDICT[tone][number != 1]}"


def percent(share: float) -> str:
    """A share from 0 to 1 in percent, in which only the whole is a hundred and only nothing is none.

    >>> percent(0.954), percent(0.996), percent(1), percent(0.001)
    ('95 %', '99 %', '100 %', '1 %')
    """
    return f"{share * 100:.0f} %" if share in (0, 1) else f"{min(99, max(1, round(share * 100)))} %"


def is_readable(character: str) -> bool:
    """Whether a character shows, and as itself: no control, invisible character, half or odd white space."""
    if character == " ":
        return True
    return not (unicodedata.category(character).startswith(("C", "Z")) or _INVISIBLE.match(character))


def code_points(text: str) -> str:
    """The characters of a short text by number and name, for what the eye cannot tell apart.

    >>> code_points("’")
    'U+2019 right single quotation mark'
    """
    names = (f"U+{ord(c):04X} {unicodedata.name(c, '').lower()}".strip() for c in text[:_FEW])
    return ", ".join(names) + (" …" if len(text) > _FEW else "")


def shown(text: str) -> str:
    """A piece of text between marks, its characters named where they do not show.

    >>> shown("or rather"), shown("a\u200bb")
    ('“or rather”', '“a b” (with U+200B zero width space)')
    """
    text = text.strip(" \n") or text
    visible = "".join(c if is_readable(c) else " " for c in text)
    hidden = "".join(dict.fromkeys(c for c in text if not is_readable(c) and c != "\n"))
    return f"“{visible}”" + (f" (with {code_points(hidden)})" if hidden else "")


def _named(text: str, other: str) -> str:
    """Something the eye may not tell from its like: with the code points that the other has not."""
    own = "".join(dict.fromkeys(c for c in text if c not in other and is_readable(c)))
    return shown(text) + (f" (with {code_points(own)})" if own and len(own) <= _FEW else "")


def difference_in_words(difference: Difference, text: str = "") -> str:
    """What the second wording does to the first, as the end of a sentence about it.

    Args:
        difference: What to describe.
        text: What the offsets of its ``b`` count in, to say where a mere mark stands.

    >>> from quoteverify.models import Span
    >>> difference_in_words(Difference(operation="omission", kind="negation", severity="substantive",
    ...                                a=Span(5, 8), b=Span(5, 5), a_text="not", b_text="", rule="negator"))
    'leaves out “not”'
    """
    a, b = difference.a_text, difference.b_text
    if difference.kind == DifferenceKind.GLYPH:
        name_a, name_b = _named(a, b), _named(b, a)
    else:
        name_a, name_b = shown(a), shown(b)
    if difference.kind == DifferenceKind.SPLICE:
        return "runs together what stands apart"
    word = "" if any(map(str.isalnum, a + b)) else _word_before(text, difference.b.start)
    if difference.operation == Operation.MOVE:
        if any(map(str.isalnum, a + b)):
            return f"puts {name_b if b else name_a} in another place"
        return f"takes what follows “{word}” from another place" if word else "takes words from another place"
    if not a and not b:  # of reports: the words are the same, and one of the verbs denies them
        return "turns the sense by its verb (said, denied)"
    place = f" after “{word}”" if word else ""
    if a and b:
        return f"has {name_b} for {name_a}{place}"
    return f"adds {name_b}{place}" if b else f"leaves out {name_a}{place}"


def _word_before(text: str, place: int) -> str:
    """The word that ends last before a place, if one is near."""
    words = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text[max(0, place - _NEAR) : place])
    return words[-1] if words else ""


def disclosed(difference: Difference) -> str:
    """Whether the print shows a difference; "" where it need not."""
    if difference.marked:
        return "shown in print"
    return "" if difference.severity == Severity.COSMETIC else "not shown in print"


def notes_on(difference: Difference) -> str:
    """Kind, disclosure and rule of a difference, for those who want to know."""
    kind, rule = KIND[difference.kind], rule_in_words(difference.rule)
    parts = [kind, disclosed(difference), "" if rule in (kind, difference.kind) else f"rule: {rule}"]
    return "; ".join(filter(None, parts))


def severity_and_kind(difference: Difference) -> str:
    """Severity and kind of a difference in a few words.

    >>> from quoteverify.models import Span
    >>> severity_and_kind(Difference(operation="omission", kind="negation", severity="substantive",
    ...                              a=Span(5, 8), b=Span(5, 5), a_text="not", b_text="", rule="negator"))
    'substantive: negation'
    """
    return f"{difference.severity}: {KIND[difference.kind]}"


def kind_in_words(quote: Quote) -> str:
    """What sort of quote it is and by which rule, as far as that tells more than that it is speech.

    >>> from quoteverify.models import Span
    >>> kind_in_words(Quote(id="q1", spans=[Span(0, 4)], text="Ruin", kind="headline", kind_rule="short"))
    'headline by short'
    """
    if quote.kind == QuoteKind.SPEECH:
        return ""
    kind, rule = QUOTE_KIND[quote.kind], rule_in_words(quote.kind_rule)
    return kind if rule in ("", kind) else f"{kind} by {rule}"


def in_parts(quote: Quote) -> str:
    """The text of a quote for between marks: where it is interrupted, they close and open again.

    >>> from quoteverify.models import Span
    >>> quote = Quote(id="q1", spans=[Span(1, 10), Span(23, 30)], text="The plan, is late", gaps=[9])
    >>> f"“{in_parts(quote)}”"
    '“The plan,” … “is late”'
    """
    return "” … “".join(quote.parts)


def person_in_words(quote: Quote, text: str) -> str:
    """Whom the words beside a quote mean, and by which rule; "" where they are the name itself.

    Args:
        quote: The quote.
        text: The text of its document.

    >>> from quoteverify.models import Attribution, Span, Speaker
    >>> said = Attribution(speaker=Speaker("Ruth Vale"), mention=Span(5, 8), resolution="last_subject")
    >>> person_in_words(Quote(id="q1", spans=[Span(0, 3)], text="No,", attribution=said), "“No” she said.")
    '“she” is Ruth Vale by last subject'
    """
    said = quote.attribution
    if not said.resolution or said.speaker is None:
        return ""
    words = shown(said.mention.of(text)) if said.mention else "the speaker"
    return f"{words} is {said.speaker.name} by {rule_in_words(said.resolution)}"


def why(quote: Quote, text: str) -> list[str]:
    """Why a quote is what it is and whose it is: each rule, whom it is said to, and how sure that is.

    Of a term the rule alone is told.

    Args:
        quote: The quote.
        text: The text of its document.
    """
    said = quote.attribution
    kind = rule_in_words(quote.kind_rule) if quote.kind == QuoteKind.TERM else kind_in_words(quote)
    reason = "" if said.basis == Basis.NONE else rule_in_words(said.reason)
    sure = percent(said.confidence) if said.speaker else ""
    told = f"to {' '.join(said.addressee.of(text).split())}" if said.addressee else ""
    return [each for each in (kind, reason, person_in_words(quote, text), told, sure) if each]


def told_in_words(report: Report) -> list[str]:
    """How words are told without marks: what somebody did with them, by what rule they are theirs."""
    denied = "denied" if report.negated else ""
    kind = "" if report.kind.value == denied else report.kind.value
    sure = percent(report.attribution.confidence) if report.speaker else ""
    return [each for each in (denied, kind, rule_in_words(report.attribution.reason), sure) if each]


def attribution_in_words(quote: Quote, text: str) -> str:
    """Who said a quote and why we think so, in a line.

    Args:
        quote: The quote.
        text: The text of its document.
    """
    if quote.kind == QuoteKind.TERM:
        return kind_in_words(quote)
    reasons = ", ".join(why(quote, text))
    who = quote.speaker.name if quote.speaker else "no speaker found"
    if not reasons:
        return who
    return f"{who} ({reasons} sure)" if quote.speaker else f"{who} ({reasons})"


def date_in_words(value: dt.date | dt.datetime) -> str:
    """A date, with the time where there is one.

    >>> date_in_words(dt.datetime(2016, 10, 19, 9, 30)), date_in_words(dt.date(2016, 10, 19))
    ('19 Oct 2016, 09:30', '19 Oct 2016')
    """
    day = f"{value.day} {value:%b} {value.year}"
    if not isinstance(value, dt.datetime):
        return day
    zone = value.strftime("%Z")
    return f"{day}, {value:%H:%M}" + (f" {zone}" if zone else "")


def source_name(passage: Passage) -> str:
    """What to call the source of a passage."""
    return passage.source or passage.document_id


_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|[\"”»]|\n\s*\n")


def left_off(verification: Verification) -> list[str]:
    """What the context finding points at, each with the rest of its sentence before or behind the claim.

    Nothing where there is no passage, or no text was kept around it.
    """
    passage = next(iter(verification.passages), None)
    if passage is None or not passage.spans or not passage.excerpt:
        return []
    text, offset = passage.excerpt, passage.excerpt_start
    begin, end = (edge - offset for edge in (passage.spans[0].start, passage.spans[-1].end))
    parts = []
    for span in verification.surroundings:
        start, stop = span.start - offset, span.end - offset
        if start >= end:
            close = _SENTENCE_END.search(text, stop)
            parts.append(text[start : close.start() if close else len(text)])
        elif stop <= begin:
            ends = (found.end() for found in _SENTENCE_END.finditer(text, 0, start))
            opened = (text.rfind(mark, 0, start) + len(mark) for mark in ("“", "„", "«", ": "))
            parts.append(text[max(0, *opened, *ends) : begin])
    return list(dict.fromkeys(part for part in (" ".join(p.split()) for p in parts) if part))


OTHER_WORDINGS = "Other sources print it in other words"
NOT_LOOKED_FOR = "These were not looked for"


def nearness(passage: Passage, wording: Wording) -> str:
    """How much of a claim's words a passage has, in brackets, where they are not the same word for word."""
    if passage.similarity >= 1 or wording == Wording.VERBATIM:
        return ""
    return f" ({percent(passage.similarity)} alike)"


def summary_in_words(report: CheckReport) -> list[str]:
    """How many quotes of a draft have each wording, or were accepted or left out, and in how many sources."""
    counts = report.summary
    unchecked = counts.pop("unchecked", 0)
    words = [f"{WORDING[Wording(name)][0].lower()} {number:,}" for name, number in counts.items()]
    if report.accepted:
        words.append(f"accepted {len(report.accepted):,}")
    if unchecked:
        words.append(f"not looked for {unchecked:,}")
    if report.verifications:
        sources = max(found.searched.documents for found in report.verifications)
        words.append(f"searched in {counted(sources, 'source')}")
    return words


def unchecked_in_words(left: Unchecked) -> str:
    """Why a quotation of a draft was not looked for.

    >>> unchecked_in_words(Unchecked("", "no_closing_mark")), unchecked_in_words(Unchecked("q1", "work"))
    ('no closing mark', 'a term: work')
    """
    words = rule_in_words(left.rule)
    return words if left.rule in _TOLD else f"a term: {words}"


_TOLD = frozenset(
    (
        *("turn", "no_words", "code", "empty_marks", "no_closing_mark", "no_opening_mark", "term"),
        "title_of_source",
    )
)
"""The rules by which something else than a term is left out, or nothing more is known of it."""


def speaker_and_time(passage: Passage) -> str:
    """Who speaks in a passage, and when that is heard or on which page it stands, after the source's name.

    >>> from quoteverify.models import Speaker, Span, Timing
    >>> speaker_and_time(Passage(document_id="1", spans=[Span(0, 2)], text="No", similarity=1.0,
    ...                          speaker=Speaker("Ana Lind"), time=Timing(Span(0, 2), 3723.5, 3725.0)))
    ', Ana Lind, at 1:02:03'
    """
    speaker = f", {passage.speaker.name}" if passage.speaker else ""
    page = f", page {passage.page}" if passage.page else ""
    return speaker + (f", at {timecode(passage.time.start)}" if passage.time else page)


def timecode(seconds: float) -> str:
    """A time in a recording as players show it.

    >>> timecode(62.4), timecode(3723)
    ('1:02', '1:02:03')
    """
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def searched_in_words(verification: Verification) -> str:
    """What a search covered, in a few words."""
    covered = verification.searched
    words = f"{counted(covered.documents, 'source')}, {counted(covered.characters, 'character')}"
    if covered.in_other_languages:
        return f"{words}; {covered.in_other_languages:,} of the sources in another language"
    return words


def meaning(finding: str) -> str:
    """What a finding means, by its value, whichever axis it is of.

    >>> meaning("misattributed"), meaning("nothing_checked")
    ('Another speaker: the source gives the words to somebody else', 'Nothing checked')
    """
    words = {
        found.value: f"{name}: {means}"
        for axis in (WORDING, SPEAKER, CONTEXT, CITATION)
        for found, (name, means) in axis.items()
    }
    return words.get(finding, rule_in_words(finding).capitalize())


def whose(record: Explanation) -> str:
    """Whose a quote is that is explained, and how sure that is."""
    said = record.quote.attribution
    if record.quote.kind == QuoteKind.TERM:
        return "nobody’s words"
    if said.speaker is None:
        return "no speaker found"
    return f"{said.speaker.name}, {percent(said.confidence)} sure"


def because(record: Explanation) -> str:
    """Why the reading that is told may not be the one that the quote is from."""
    if Reason.CORRECTED in (record.quote.attribution.reason, record.quote.kind_rule):
        return "A person corrected it: what is told is how the library reads it by itself."
    if not record.proposals and not record.candidates:
        return "It does not stand between marks: what is told is what the quote itself states."
    return "Read again, the quote is answered otherwise: it is from another pipeline, other rules or by hand."


def is_taken(candidate: Candidate, chosen: Span | Speaker | None) -> bool:
    """Whether a candidate is the mention, or the person, that was chosen."""
    if isinstance(chosen, Speaker):
        return candidate.text in (chosen.name, *chosen.aliases)
    return candidate.span == chosen
