"""What the reading of a text shows, in a form that tests can compare."""

import re

from quoteverify.reading.attribution.cascade import attribute
from quoteverify.reading.marks.pairing import marked_spans, paragraphs
from quoteverify.reading.parser import parse
from quoteverify.reading.people.resolver import Resolver
from quoteverify.reading.sieves import SIEVES
from quoteverify.reading.syntax.narration import Narration
from quoteverify.text.language import LanguageProfile, language
from quoteverify.text.layout.page import Page
from quoteverify.text.layout.tables import without_tables

ENGLISH = language("en")


def narration_of(text, language=ENGLISH):
    """The narration of a text, with its tables."""
    page = without_tables(Page(text, text))
    outermost = [m for m in marked_spans(page.text, language) if m.depth == 0]
    return Narration(page.text, paragraphs(page.text), outermost, language, tables=page.tables)


def cues_in(text):
    """For each report in the first sentence of a text: its mention and its cue, as printed."""
    reports = narration_of(text).reports(0, 0)
    return [(report.mention.span.of(text), report.cue.of(text)) for report in reports]


def answers_of(text, language=ENGLISH, sieves=SIEVES):
    """For each answered quotation: its words, the mention, the cue, the reason and the speaker's name."""
    narration = narration_of(text, language)
    answers = attribute(narration, sieves)
    people = Resolver(narration)
    text = narration.text
    shown = []
    for quote, answer in sorted(answers.items()):
        speaker = people.speaker(answer.mention, people.person(answer.mention))
        shown.append(
            (
                narration.marked[quote].span.of(text),
                answer.mention.span.of(text),
                answer.cue.of(text) if answer.cue else None,
                answer.reason,
                speaker.name if speaker else None,
            )
        )
    return shown


def speakers_in(text):
    """Whose the quotations of a text are that are somebody's words, by name; None for nobody's."""
    spoken = [quote for quote in parse(text).quotes if quote.kind != "term"]
    return [quote.speaker and quote.speaker.name for quote in spoken]


def without(sieve):
    """The sieves less one."""
    return tuple(other for other in SIEVES if other is not sieve)


def asked(sieve, text, quote=-1, language=ENGLISH):
    """What one sieve answers for one quotation: mention, cue and reason, or None."""
    narration = narration_of(text, language)
    quote %= len(narration.marked)
    answers = {i: answer for i, answer in attribute(narration).items() if i < quote}
    answer = sieve(narration, quote, answers)
    if answer is None:
        return None
    return answer.mention.span.of(text), answer.cue and answer.cue.of(text), answer.reason


def reading_of(text, language=ENGLISH):
    """What is answered for a text, and of each quote its kind, spans, mention, speaker and who is told."""
    quotes = [
        (
            quote.kind,
            [span.of(text) for span in quote.spans],
            quote.attribution.mention and quote.attribution.mention.of(text),
            quote.speaker and quote.speaker.name,
            quote.attribution.addressee,
        )
        for quote in parse(text, lang=language).quotes
    ]
    return answers_of(text, language), quotes


def rows_without_effect(table, groups=20):
    """The rows of an English table whose example reads the same without them.

    Many rows are taken away at once, so that few languages are made: those whose words no other example has.
    """
    rows = ENGLISH.rows(table)
    for group in (rows[n::groups] for n in range(groups)):
        kept = tuple(row for row in rows if row not in group)
        taken = LanguageProfile("en", {**ENGLISH.tables, table: kept})
        for row in group:
            printed = set(re.findall(r"[\w'’-]+", row.example.lower()))
            others = {
                part for other in group if other is not row for word in other.words for part in word.split()
            }
            less = ENGLISH.without(table, row) if printed.intersection(others) else taken
            if reading_of(row.example) == reading_of(row.example, less):
                yield row


def reported(text):
    """For each report of a text: what was said, part by part, and whose words it says they are."""
    return [
        ("|".join(span.of(text) for span in report.spans), report.attribution.mention.of(text))
        for report in parse(text).reports
    ]
