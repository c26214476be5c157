"""A quote or a report in words: what it is, whose, and why."""

from quoteverify.display.cast import CastList
from quoteverify.display.differences_in_words import shown
from quoteverify.display.finding_names import QUOTE_KIND, rule_in_words
from quoteverify.display.phrases import counted, percent
from quoteverify.models import Basis, Candidate, Explanation, Quote, QuoteKind, Reason, Report, Span, Speaker


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


def cast_in_words(speakers: CastList) -> str:
    """How many quotes a document has, how many reports if any are shown, and of how many speakers.

    >>> cast_in_words(CastList({}, (), ()))
    '0 quotes, 0 speakers'
    """
    told = [counted(speakers.told, "report")] if speakers.told else []
    numbers = [counted(speakers.spoken, "quote"), *told, counted(speakers.speaking, "speaker")]
    return ", ".join(numbers)


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
