"""The narration of a text: its sentences, reports and subjects, with every quoted span as one token.

Only the paragraphs that are asked for are read: those with quotations, and those that a
pronoun or a bare quotation looks back to.
"""

import bisect
import functools
import re
from collections.abc import Iterator, Sequence

import attrs

from quoteverify.models import Span
from quoteverify.reading.marks.pairing import MarkedSpan
from quoteverify.reading.syntax.clause_subjects import subjects
from quoteverify.reading.syntax.cues.report import CuedReport, CueKind
from quoteverify.reading.syntax.cues.reports import reports
from quoteverify.reading.syntax.grammar import Grammar, grammar
from quoteverify.reading.syntax.mentions import Mention, mention_of
from quoteverify.reading.syntax.names import namesakes
from quoteverify.reading.syntax.phrases import phrase_starting
from quoteverify.reading.syntax.pipeline import UNPARSED, Parse
from quoteverify.reading.syntax.sentences import Sentence, sentences
from quoteverify.reading.syntax.tokens import NAME, QUOTE, WORD, words_of
from quoteverify.text.language import LanguageProfile
from quoteverify.text.layout.page import Table


@attrs.frozen
class QuotePlace:
    """Where a quoted span stands: its sentence, the place of its token there, and its paragraph."""

    paragraph: int
    sentence: int
    token: int


class Cells:
    """The cells of the tables of a text, found by where they stand."""

    def __init__(self, tables: Sequence[Table]) -> None:
        cells = [
            (cell, table, row, column)
            for table in tables
            for row in table[1:]
            for column, cell in enumerate(row)
        ]
        self._cells = sorted(cells, key=lambda found: found[0].start)
        self._starts = [cell.start for cell, *_ in self._cells]

    def around(self, offset: int) -> tuple[Table, tuple[Span, ...], int] | None:
        """The table, the row and the column of the cell that an offset stands in; None outside of tables."""
        n = bisect.bisect_right(self._starts, offset) - 1
        if n < 0 or offset >= self._cells[n][0].end:
            return None
        _, table, row, column = self._cells[n]
        return table, row, column


_LOWER_CASE = re.compile(r"\b[a-zß-öø-ÿ]{4,}\b")


class Narration:
    """A text with its marked spans, read paragraph by paragraph as sieves ask for it."""

    def __init__(
        self,
        text: str,
        paragraphs: tuple[Span, ...],
        marked: list[MarkedSpan],
        profile: LanguageProfile,
        parsed: Parse = UNPARSED,
        tables: Sequence[Table] = (),
    ) -> None:
        self.text = text
        self.marked = marked
        self.paragraphs, home = _joined(paragraphs, marked)
        self.profile = profile
        self.parsed = parsed
        self.cells = Cells(tables)
        self.grammar: Grammar = grammar(profile)
        self._in_paragraph: dict[int, list[tuple[int, Span]]] = {}
        for i, span in enumerate(marked):
            self._in_paragraph.setdefault(home[span.paragraph], []).append((i, span.outer))
        self._sentences: dict[int, list[Sentence]] = {}
        self._reports: dict[tuple[int, int], list[CuedReport]] = {}
        self._subjects: dict[tuple[int, int], list[Mention]] = {}
        self._words_within: dict[int, str] = {}
        self.starts = [p.start for p in self.paragraphs]

    def within(self, places: tuple[Span, ...], marked: list[MarkedSpan]) -> "Narration":
        """The narration of some stretches of the text, with what is known of the whole of it."""
        inside = Narration(self.text, places, marked, self.profile)
        inside.common, inside.namesakes = self.common, self.namesakes
        return inside

    @functools.cached_property
    def places(self) -> dict[int, QuotePlace]:
        """Where each quoted span stands, in the order of the text."""
        return {
            token.quote: QuotePlace(paragraph, s, t)
            for paragraph in self._in_paragraph
            for s, sentence in enumerate(self.sentences(paragraph))
            for t, token in enumerate(sentence.tokens)
            if token.kind == QUOTE
        }

    def last_quote(self, paragraph: int) -> int:
        """The index of the last quoted span of a paragraph; -1 where it has none."""
        return self._last_quotes.get(paragraph, -1)

    @functools.cached_property
    def _last_quotes(self) -> dict[int, int]:
        """The last quoted span of each paragraph: places are in the order of the text."""
        return {place.paragraph: quote for quote, place in self.places.items()}

    @functools.cached_property
    def answering(self) -> frozenset[int]:
        """The quoted spans that open a paragraph behind one that asks in no marks, as an interviewer does."""
        return frozenset(
            quoted[0][0]
            for paragraph, quoted in self._in_paragraph.items()
            if quoted[0][1].start == self.paragraphs[paragraph].start and self._asks(paragraph - 1)
        )

    def _asks(self, paragraph: int) -> bool:
        """Whether a paragraph opens and ends outside of marks, and asks."""
        if not self.printed(paragraph).rstrip().endswith("?"):
            return False
        place, quoted = self.paragraphs[paragraph], self._in_paragraph.get(paragraph, ())
        end = place.start + len(self.printed(paragraph).rstrip())
        return all(place.start < outer.start and outer.end < end for _, outer in quoted)

    def has_read(self, paragraph: int) -> bool:
        """Whether the sentences of a paragraph have been asked for."""
        return paragraph in self._sentences

    def printed(self, paragraph: int) -> str:
        """A paragraph as printed, which takes no reading of it; "" for one that is not there."""
        return self.paragraphs[paragraph].of(self.text) if 0 <= paragraph < len(self.paragraphs) else ""

    def sentences(self, paragraph: int) -> list[Sentence]:
        """The sentences of a paragraph; none for one that is not there."""
        found = self._sentences.get(paragraph)
        if found is None:
            if not 0 <= paragraph < len(self.paragraphs):
                return []
            quoted = self._in_paragraph.get(paragraph, [])
            place = self.paragraphs[paragraph]
            found = list(
                sentences(self.text, place, quoted, paragraph, self.grammar, self.common, self.namesakes)
            )
            self._sentences[paragraph] = found
        return found

    @functools.cached_property
    def common(self) -> frozenset[str]:
        """The words that the text has in lower case: a sentence's first capital makes none a name."""
        return frozenset(_LOWER_CASE.findall(" ".join(set(self.text.split()))))

    @functools.cached_property
    def nouns(self) -> frozenset[int]:
        """Where nouns stand that have a capital and are no names, in a language whose nouns have one."""
        if not self.grammar.syntax.nouns_have_capitals:
            return frozenset()
        return frozenset(
            token.start
            for paragraph in range(len(self.paragraphs))
            for sentence in self.sentences(paragraph)
            for token in sentence.tokens
            if token.kind == WORD and token.text[:1].isupper()
        )

    @functools.cached_property
    def namesakes(self) -> frozenset[int]:
        """Where words of the calendar are somebody's name: Theresa May."""
        return namesakes(self.text, self.grammar)

    def sentence(self, quote: int) -> Sentence:
        """The sentence that a quoted span stands in."""
        place = self.places[quote]  # of which the paragraph has been read
        return self._sentences[place.paragraph][place.sentence]

    def words_within(self, quote: int) -> str:
        """The words of a quoted span in lower case, a space before and after each."""
        found = self._words_within.get(quote)
        if found is None:
            inside = self.marked[quote].span.of(self.text)
            found = self._words_within[quote] = f" {' '.join(words_of(inside))} "
        return found

    def reports(self, paragraph: int, sentence: int) -> list[CuedReport]:
        """The reports of speech in a sentence."""
        key = paragraph, sentence
        found = self._reports.get(key)
        if found is None:
            found = self._reports[key] = reports(self.sentences(paragraph)[sentence], self.profile)
        return found

    def subjects(self, paragraph: int, sentence: int) -> list[Mention]:
        """Who does something in a sentence: those of main clauses first, then the others, each in order."""
        key = paragraph, sentence
        found = self._subjects.get(key)
        if found is None:
            reported = self.reports(paragraph, sentence)
            found = self._subjects[key] = _in_order(self.sentences(paragraph)[sentence], reported)
        return found

    def locate(self, offset: int) -> tuple[int, int]:
        """The paragraph and the sentence in it that an offset stands in."""
        paragraph = max(0, bisect.bisect_right(self.starts, offset) - 1)
        found = self.sentences(paragraph)
        return paragraph, max(0, bisect.bisect_right(found, offset, key=lambda sentence: sentence.start) - 1)

    def following(self, paragraph: int, sentence: int, most: int) -> Iterator[tuple[int, int]]:
        """The places of the sentences after one, and not more than so many."""
        for _ in range(most):
            sentence += 1
            while paragraph < len(self.paragraphs) and sentence >= len(self.sentences(paragraph)):
                paragraph, sentence = paragraph + 1, 0
            if paragraph >= len(self.paragraphs):
                return
            yield paragraph, sentence

    def reports_around(self, quote: int) -> list[CuedReport]:
        """The reports of speech in a quoted span's sentence."""
        place = self.places[quote]
        return self.reports(place.paragraph, place.sentence)


def _in_order(sentence: Sentence, reported: list[CuedReport]) -> list[Mention]:
    """Who does something in a sentence, the likeliest first: its first subject, who speaks, the others."""
    clauses = list(subjects(sentence, len(sentence.tokens)))
    main = [mention for mention, subordinate in clauses if not subordinate]
    others = [mention for mention, subordinate in clauses if subordinate]
    spoke = [r.mention for r in reported if r.kind in (CueKind.SAY, CueKind.NAME) and r.own]
    found = (*main[:1], *spoke, *main[1:], *others, *_topic(sentence))
    return list({mention.span: mention for mention in found}.values())


def _topic(sentence: Sentence) -> Iterator[Mention]:
    """Whom a sentence is about, by a name and a comma that open it: "Ruth Vale, a pilot from Aas."."""
    opening = phrase_starting(sentence, 0) if sentence.tokens[0].kind == NAME else None
    if opening is not None and sentence.at(opening.last + 1).text == ",":
        yield mention_of(sentence, opening)


def _joined(paragraphs: tuple[Span, ...], marked: list[MarkedSpan]) -> tuple[list[Span], dict[int, int]]:
    """The paragraphs, those that a quoted span runs over made one; and the new index of each."""
    ends = {m.paragraph: m.outer.end for m in marked}
    joined: list[Span] = []
    home: dict[int, int] = {}
    reach = 0
    for i, paragraph in enumerate(paragraphs):
        if joined and paragraph.start < reach:
            joined[-1] = Span(joined[-1].start, paragraph.end)
        else:
            joined.append(paragraph)
        home[i] = len(joined) - 1
        reach = max(reach, ends.get(i, 0))
    return joined, home
