"""A document to look at: its text with each speaker's words in a colour, and their quotes in a list."""

import hashlib
from collections.abc import Iterator, Sequence
from enum import StrEnum

import attrs

from quoteverify.display.cast import CastList, NumberedQuote, NumberedReport, Part, cast, letters
from quoteverify.display.html.links import to_page, to_place
from quoteverify.display.html.markup import Markup, element, escaped, joined, running
from quoteverify.display.html.markup import label as letter
from quoteverify.display.overlays import LabelledRun, labelled_runs
from quoteverify.display.phrases import date_in_words, timecode
from quoteverify.display.quotes_in_words import (
    attribution_in_words,
    cast_in_words,
    in_parts,
    person_in_words,
    told_in_words,
    why,
)
from quoteverify.exchange.linked import address
from quoteverify.models import Document, Quote, QuoteKind, Report, Span, Speaker
from quoteverify.models.quotes import reports_if_read

COLOURS = 8
"""Speakers are told apart by letters; colours and underlines only help, and repeat after so many."""


def provenance(document: Document, *, named: bool = True) -> Markup:
    """Where a document comes from: its name, date and address, as far as known."""
    date = (
        element("time", date_in_words(document.published), datetime=document.published.isoformat())
        if document.published
        else None
    )
    name = document.name if named else None
    return joined((part for part in (name, date, to_page(document)) if part is not None), " · ")


def show_document(document: Document, *, reports: bool | None = None) -> Markup:
    """The whole view of a document.

    Args:
        document: The document.
        reports: Whether to show what is told without marks; None to show it if it has been read.
    """
    told = reports_if_read(document) if reports is None else document.reports if reports else ()
    speakers = cast(document, told)
    # A page may show several documents.
    anchor = "qv-" + hashlib.sha256(document.id.encode("utf8", "surrogatepass")).hexdigest()[:8]
    view = _View(document, told, speakers, anchor)
    return joined(
        [
            element(
                "header",
                element("h2", document.title or document.name),
                element("p", provenance(document, named=bool(document.title)), class_="quiet"),
                element("p", cast_in_words(speakers), class_="quiet"),
            ),
            element(
                "div",
                running(joined(view.text())),
                element("aside", joined(view.parts()), class_="speakers"),
                class_="spread",
            ),
        ]
    )


class _Role(StrEnum):
    """What a place in the text is for a quote."""

    ANTECEDENT = "antecedent"
    """It names the person whom the words beside the quote mean."""
    ATTRIBUTION = "attribution"
    """It says whose the quote is: a cue, or a mention that is the name itself."""
    POINTER = "pointer"
    """It says whose the quote is by words that mean the person named elsewhere."""
    QUOTE = "quote"


@attrs.frozen
class _Label:
    role: _Role
    quote: Quote
    number: int
    part: int = 0


@attrs.frozen
class _Told:
    """A place in the text that tells something without marks."""

    report: Report
    number: int
    part: int


@attrs.frozen
class _View:
    """What is shown of one document; the names of all its places begin with ``anchor``."""

    document: Document
    reports: Sequence[Report]
    speakers: CastList
    anchor: str

    def _quote_place(self, number: int) -> str:
        return f"{self.anchor}-{number}"

    def _told_place(self, number: int) -> str:
        return f"{self.anchor}-told-{number}"

    def _name_place(self, antecedent: Span) -> str:
        return f"{self.anchor}-name-{antecedent.start}-{antecedent.end}"

    def _look(self, quote: Quote) -> tuple[str, str]:
        """The letters and the class of a quote."""
        if quote.kind == QuoteKind.TERM:
            return "", "term"
        return self._look_of(quote.speaker)

    def _look_of(self, speaker: Speaker | None) -> tuple[str, str]:
        """The letters and the class of a speaker."""
        if speaker is None:
            return "?", "nobody"
        number = self.speakers.numbers[speaker]
        return letters(number), f"speaker hue{number % COLOURS}"

    def text(self) -> Iterator[Markup | str]:
        """The document's text, with what is said in it and what says whose it is."""
        for run in labelled_runs(self.document.text, self._labels()):
            if run.label is None:
                yield run.text
            elif isinstance(run.label, _Told):
                yield self._told(run, run.label)
            elif run.label.role == _Role.QUOTE:
                yield self._quoted(run, run.label)
            elif run.label.role == _Role.ANTECEDENT:
                yield self._named(run, run.label)
            else:
                yield self._attributing(run, run.label)

    def _labels(self) -> Iterator[tuple[Span, _Label | _Told]]:
        """The places that are shown; of two in one place, the later lies on top."""
        for number, report in enumerate(self.reports, 1):
            for part, span in enumerate(report.spans):
                yield span, _Told(report, number, part)
        numbered = list(enumerate(self.document.quotes, 1))
        # Many quotes may have one antecedent, which is one place to go to.
        antecedents = {
            quote.attribution.antecedent: _Label(_Role.ANTECEDENT, quote, number)
            for number, quote in reversed(numbered)
            if quote.attribution.antecedent
        }
        yield from antecedents.items()
        for number, quote in numbered:
            said = quote.attribution
            if said.mention:
                role = _Role.POINTER if said.antecedent else _Role.ATTRIBUTION
                yield said.mention, _Label(role, quote, number)
            if said.cue:
                yield said.cue, _Label(_Role.ATTRIBUTION, quote, number)
            for part, span in enumerate(quote.spans):
                yield span, _Label(_Role.QUOTE, quote, number, part)

    def _told(self, run: LabelledRun[_Label | _Told], label: _Told) -> Markup:
        """What is told without marks: underlined, a layer below what is quoted."""
        name, look = self._look_of(label.report.speaker)
        told = ", ".join(["told without marks", *told_in_words(label.report)])
        speaker = label.report.speaker.name if label.report.speaker else "no speaker found"
        return element(
            "u",
            letter(name) if run.opens else None,
            run.text,
            class_=f"told {look}",
            title=f"{name} {speaker} ({told})",
            id=self._told_place(label.number) if run.opens and label.part == 0 else None,
        )

    def _quoted(self, run: LabelledRun[_Label | _Told], label: _Label) -> Markup:
        name, look = self._look(label.quote)
        return element(
            "mark",
            letter(name) if run.opens and name else None,
            run.text,
            class_=look,
            title=f"{name} {attribution_in_words(label.quote, self.document.text)}".strip(),
            id=self._quote_place(label.number) if run.opens and label.part == 0 else None,
        )

    def _named(self, run: LabelledRun[_Label | _Told], label: _Label) -> Markup:
        antecedent = label.quote.attribution.antecedent
        place = self._name_place(antecedent) if antecedent and run.opens else None
        return element("span", run.text, class_=f"antecedent {self._look(label.quote)[1]}", id=place)

    def _attributing(self, run: LabelledRun[_Label | _Told], label: _Label) -> Markup:
        antecedent = label.quote.attribution.antecedent if label.role == _Role.POINTER else None
        return element(
            "a" if antecedent else "span",
            run.text,
            class_=f"{label.role} {self._look(label.quote)[1]}",
            title=f"says who spoke: {attribution_in_words(label.quote, self.document.text)}",
            href=f"#{self._name_place(antecedent)}" if antecedent else None,
        )

    def parts(self) -> Iterator[Markup]:
        """Each speaker with what they say, and the terms."""
        for part in self.speakers.parts:
            yield self._part(part)
        if self.speakers.terms:
            heading = element("h3", "In marks, but nobody’s words")
            yield element("section", heading, self._list(self.speakers.terms))

    def _part(self, part: Part) -> Markup:
        _, look = self._look_of(part.speaker)
        return element(
            "section",
            element(
                "h3",
                element("span", part.letters, class_=f"badge {look}"),
                " ",
                part.speaker.name if part.speaker else "No speaker found",
                element("span", _how_many(part), class_="quiet"),
            ),
            element("p", "also ", joined(part.other_names, ", "), class_="quiet")
            if part.other_names
            else None,
            self._list(part.quotes) if part.quotes else None,
            self._told_list(part.reports) if part.reports else None,
        )

    def _told_list(self, reports: Sequence[NumberedReport]) -> Markup:
        """What somebody is told to have said, each with the way to its place."""
        items = (
            element(
                "li",
                element("a", report.text, href=f"#{self._told_place(number)}", class_="brief"),
                " ",
                element("small", ", ".join(told_in_words(report)), class_="quiet"),
            )
            for number, report in reports
        )
        return joined(
            [element("p", "told without marks", class_="quiet"), element("ol", *items, class_="reports")]
        )

    def _list(self, quotes: Sequence[NumberedQuote]) -> Markup:
        return element("ol", *(element("li", self._listed(number, quote)) for number, quote in quotes))

    def _listed(self, number: int, quote: Quote) -> Markup:
        """A quote with why it is whose it is, and the ways to its place and to the name of its speaker."""
        person, antecedent = person_in_words(quote, self.document.text), quote.attribution.antecedent
        known = [
            element("a", said, href=f"#{self._name_place(antecedent)}")
            if antecedent and said == person
            else escaped(said)
            for said in why(quote, self.document.text)
        ]
        if address(self.document):
            heard = self.document.time_of(quote.spans[0]) if quote.spans else None
            words = f"at {timecode(heard.start)}" if heard else "on the page"
            known.append(to_place(words, self.document, quote.spans))
        return joined(
            [
                element(
                    "a", element("q", in_parts(quote)), href=f"#{self._quote_place(number)}", class_="brief"
                ),
                " ",
                element("small", joined(known, ", "), class_="quiet"),
            ]
        )


def _how_many(part: Part) -> str:
    """How much somebody says: 3; 3 + 2 told."""
    told = f"{len(part.reports)} told" if part.reports else ""
    quoted = str(len(part.quotes)) if part.quotes or not told else ""
    return " " + " + ".join(filter(None, (quoted, told)))
