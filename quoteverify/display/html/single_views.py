"""Single records to look at: a speaker, and a quote without its text around it."""

from collections.abc import Sequence

from quoteverify.display.finding_names import QUOTE_KIND, rule_in_words
from quoteverify.display.html.markup import KEPT, Markup, element, joined
from quoteverify.display.phrases import percent
from quoteverify.models import Attribution, Quote, QuoteKind, Report, Speaker, SpeakerKind


def show_speaker(speaker: Speaker) -> Markup:
    """A speaker's name, and what else they are called."""
    others = [name for name in speaker.aliases if name != speaker.name]
    known = [*([] if speaker.kind is SpeakerKind.UNKNOWN else [speaker.kind.value]), *others]
    also = f" {', '.join(known)}" if known else None
    return element(
        "p", element("cite", speaker.name), element("span", also, class_="quiet") if also else None
    )


def show_quote(quote: Quote) -> Markup:
    """A quote with its speaker, and why we think so; the words of the text that say it are the document's."""
    kind = [] if quote.kind is QuoteKind.SPEECH else [QUOTE_KIND[quote.kind]]
    return _said(quote.attribution, kind, quote.text)


def show_report(report: Report) -> Markup:
    """What is said without marks, with its speaker, and why we think so."""
    kind = [f"{report.kind.value}, without marks", *(["denied"] if report.negated else [])]
    return _said(report.attribution, kind, report.text)


def _said(attribution: Attribution, kind: Sequence[str], words: str) -> Markup:
    """Words with their speaker, what they are, and by which rules we think so."""
    speaker = attribution.speaker
    rules = [rule_in_words(rule) for rule in (str(attribution.reason), attribution.resolution) if rule]
    why = [*kind, *rules, *([percent(attribution.confidence)] if speaker else [])]
    caption = joined(
        [
            element("cite", speaker.name if speaker else "No speaker found"),
            " ",
            element("span", ", ".join(why)),
        ]
    )
    return element(
        "figure",
        element("figcaption", caption),
        element("blockquote", words, class_="text", style=KEPT),
    )
