"""What a draft cites for its quotations, held against where their words were found."""

import bisect
import functools
import re
from collections.abc import Iterator, Sequence

import attrs

from quoteverify.checking.catalogue import Catalogue, NamedSource
from quoteverify.checking.notes import marks, notes
from quoteverify.models import Citation, CitationFinding, Quote, Span, Verification
from quoteverify.text.language import LanguageProfile

_ADDRESS = r"https?://[^\s()<>\[\]\"'|]{1,2000}"
_LINK = re.compile(
    rf"\[[^\[\]\n]{{0,400}}\]\(<?(?P<markdown>{_ADDRESS})>?(?:\s+\"[^\"\n]{{0,200}}\")?\)"
    rf"|<a\s[^<>]{{0,400}}?href\s*=\s*[\"']?(?P<html>{_ADDRESS})[\"']?[^<>]{{0,400}}>[^<]{{0,400}}</a\s*>"
    r"|\[[^\[\]\n]{1,400}\]\[(?P<label>[^\[\]\n]{1,80})\]"
    rf"|(?P<bare>{_ADDRESS})(?<![.,;:!?])",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"[.!?]\s+[^\W\d_a-z]|\n\s*\n|\n[ \t]*(?:[-*+•>|]|[0-9]{1,3}[.)])[ \t]|</(?:p|li|tr)>")
"""What ends a sentence, an item or a row."""
_BEGUN = re.compile(rf"{_ANOTHER.pattern}|[.!?]\s+[“\"‘«„]")
"""What a sentence begins behind, that of a quotation too."""
_REACH = 300
"""In code points: a guard, as no sentence goes on farther before or behind its quotation."""
_AS_GOOD = 0.95
"""The likeness, 0 to 1, from which another passage has the words of a claim as well: a letter apart."""
_OPENS = re.compile(r"(?:[(\[|]|<t[dh]\b[^<>]*>)[\s*_“”\"'‘’]*$|[–—]\s*(?:[^–—.|()]{1,80},\s*)?[*_“”\"‘’]*$")
"""Behind what a name stands that is nothing but a citation: a bracket, a bar, a dash with a speaker."""
_CLOSES = re.compile(r"[\s*_“”\"'‘’]*[)\]|]")
_BESIDE = 4
"""In words: so far from a name stands what cites it."""
_WORD = re.compile(r"[^\W\d_]+")


def links(text: str) -> list[tuple[Span, str]]:
    """The links of a text in Markdown or HTML, in order: where each stands and its address.

    >>> links("See [the Tide](https://tide.example/a) and <a href='http://b.example'>this</a>.")
    [(Span(start=4, end=38), 'https://tide.example/a'), (Span(start=43, end=78), 'http://b.example')]
    """
    return list(_links(text, {}))


def _links(text: str, known: dict[str, str]) -> Iterator[tuple[Span, str]]:
    for found in _LINK.finditer(text):
        target = found["markdown"] or found["html"] or found["bare"]
        if target is None:
            defined = re.match(_ADDRESS, known.get(found["label"].lower(), "").lstrip("<"))
            target = defined and defined[0]
        if target:
            yield Span(*found.span()), target


def cited(
    text: str, quotes: Sequence[Quote], catalogue: Catalogue, profile: LanguageProfile
) -> dict[str, Citation]:
    """What a draft cites for its quotations, by their ids.

    That is a link around a quotation, or a link, the mark of a note or the name of a source in its sentence.

    Args:
        text: The draft.
        quotes: Its quotations, without those that are titles and the like.
        catalogue: What the sources are called.
        profile: The draft's language.
    """
    draft = _Draft(text, quotes, catalogue, profile)
    found = {quote.id: next(draft.citations(quote), None) for quote in quotes}
    return {id: citation for id, citation in found.items() if citation is not None}


class _Draft:
    """A draft with its links and notes."""

    def __init__(
        self, text: str, quotes: Sequence[Quote], catalogue: Catalogue, profile: LanguageProfile
    ) -> None:
        self.text = text
        self.catalogue = catalogue
        self.profile = profile
        spans = sorted(span for quote in quotes for span in quote.spans)
        self._starts = [span.start for span in spans]
        self._ends = sorted(span.end for span in spans)
        self.notes = notes(self.text, max(self._ends, default=0))
        self.links = list(_links(self.text, self.notes))
        self._places = [span.start for span, _ in self.links]

    def citations(self, quote: Quote) -> Iterator[Citation]:
        """What may be cited for a quote, the likeliest first."""
        behind, before = self._behind(quote), self._before(quote)
        yield from self._around(quote)
        yield from sorted(
            (*self._linked(behind), *self._noted(behind)), key=lambda citation: citation.span.start
        )
        yield from (citation for citation in self._linked(before) if citation.document_ids)
        yield from self._named(behind)
        yield from self._named(before)

    def _behind(self, quote: Quote) -> Span:
        """The rest of a quote's sentence, and the marks behind it; up to the next quotation."""
        end = quote.spans[-1].end
        following = bisect.bisect_right(self._starts, end)
        most = self._starts[following] if following < len(self._starts) else len(self.text)
        most = min(most, end + _REACH)
        another = _ANOTHER.search(self.text, end + 1, most)
        return Span(end, max(end, another.start() + 1 if another else most))

    def _before(self, quote: Quote) -> Span:
        """A quote's sentence before it; from the last quotation."""
        start = quote.spans[0].start
        last = bisect.bisect_right(self._ends, start) - 1
        least = max(start - _REACH, self._ends[last] if last >= 0 else 0, 0)
        for another in _BEGUN.finditer(self.text, least, start + 1):
            least = another.end() - 1
        return Span(least, start)

    def _within(self, place: Span) -> Iterator[tuple[Span, str]]:
        """The links that start in a stretch."""
        first = bisect.bisect_left(self._places, place.start)
        for span, target in self.links[first:]:
            if span.start >= place.end:
                return
            yield span, target

    def _around(self, quote: Quote) -> Iterator[Citation]:
        start = quote.spans[0].start
        last = bisect.bisect_right(self._places, start) - 1
        if last >= 0 and self.links[last][0].end >= quote.spans[-1].end:
            yield self._to(*self.links[last])

    def _linked(self, place: Span) -> Iterator[Citation]:
        for span, target in self._within(place):
            yield self._to(span, target)

    def _to(self, span: Span, target: str) -> Citation:
        """What a link cites."""
        id = self.catalogue.at(target)
        return self._citation(span, target, [] if id is None else [id])

    def _noted(self, place: Span) -> Iterator[Citation]:
        for start, end, labels in marks(self.text, place.start, place.end):
            words = [self.notes[label] for label in labels if label in self.notes]
            if words:
                ids = [id for note in words for id in self._meant(note)]
                yield self._citation(Span(start, end), " ".join(words), ids)

    def _meant(self, note: str) -> Iterator[str]:
        """The sources that a note means: by their address, else by name."""
        by_address = [self.catalogue.at(target) for _, target in _links(note, {})]
        found = [id for id in by_address if id is not None]
        yield from found or (id for named in self.catalogue.named_in(note) for id in named.ids)

    def _named(self, place: Span) -> Iterator[Citation]:
        text = place.of(self.text)
        for named in self.catalogue.named_in(text):
            if named.is_file or self._is_cited(text, named):
                span = Span(place.start + named.start, place.start + named.end)
                yield self._citation(span, span.of(self.text), named.ids)

    def _is_cited(self, text: str, named: NamedSource) -> bool:
        """Whether a name stands where it is cited, and is not only talked of."""
        words = _citing(self.profile)
        before = text[: named.start]
        stem = re.sub(rf"(?i)(?:\b(?:{'|'.join(words.between)})(?:['’]s)?\s+)+$", "", before)
        opens = _OPENS.search(stem)
        if not text[named.start].isupper():
            return opens is not None and _CLOSES.match(text, named.end) is not None
        said = [word.lower() for word in _WORD.findall(stem[-_REACH:])[-_BESIDE:]]
        beside = stem.rstrip()[-1:].isalpha() and any(
            " ".join(said[-n:]) in words.before for n in range(1, len(said) + 1)
        )
        after = _WORD.search(text, named.end)
        follows = after is not None and after.start() == named.end + 1 and after[0].lower() in words.after
        return opens is not None or beside or follows

    def _citation(self, span: Span, target: str, ids: Sequence[str]) -> Citation:
        ids = tuple(dict.fromkeys(ids))
        source = self.catalogue.label(ids[0]) if ids else ""
        return Citation(span=span, text=span.of(self.text), target=target, document_ids=ids, source=source)


@attrs.frozen
class _Citing:
    """What stands beside the name of a source where words are cited from it."""

    before: frozenset[str]
    after: frozenset[str]
    between: tuple[str, ...]


@functools.lru_cache(maxsize=8)
def _citing(profile: LanguageProfile) -> _Citing:
    between = sorted(map(re.escape, profile.words("citing", place="between"))) or ["(?!)"]
    return _Citing(
        profile.words("citing", place="before"), profile.words("citing", place="after"), tuple(between)
    )


def with_citation(found: Verification, citation: Citation | None) -> Verification:
    """A finding with what the draft cites for the quote.

    Args:
        found: What is said of the quote.
        citation: What the draft cites for it, or None.

    Returns:
        The same finding where nothing is cited or found; else with ``citation`` and how that stands to
        where the words are.
    """
    if citation is None or not found.passages:
        return found
    others = [p.document_id for p in found.alternatives if p.similarity >= _AS_GOOD]
    held = {*(p.document_id for p in found.passages), *others}
    if not citation.document_ids:
        finding, rule = CitationFinding.NOT_GIVEN, "cites_no_source"
    elif held.isdisjoint(citation.document_ids):
        finding, rule = CitationFinding.ELSEWHERE, "cites_another_source"
    else:
        finding, rule = CitationFinding.AS_CITED, "cites_its_source"
    return attrs.evolve(found, citation=citation, citation_finding=finding, citation_rule=rule)
