"""What a person searches for: an expression for the index, and where in a document its words stand."""

import re
from collections import Counter

from quoteverify.archive.index import phrase, together, tokens
from quoteverify.collation.verify.speech.speakers import spoken_by
from quoteverify.models import Document, Passage, Span
from quoteverify.text.excerpts import excerpt
from quoteverify.text.words import words as words_of

WIDTH = 60
"""In words: those of a search that stand further apart are not shown as one passage. Some three sentences."""

_PART = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]|([^\s"“”„«»]+)')


class Query:
    """The words of a search.

    Args:
        words: As typed; words between quotation marks must follow one another.

    Attributes:
        expression: What to ask of the index; "" if there is no word.

    >>> print(Query('harbour "no choice" re-read').expression)
    "harbour" AND "no choice" AND "re read"
    """

    def __init__(self, words: str) -> None:
        parts = [tokens(quoted or single) for quoted, single in _PART.findall(words)]
        self.expression = together(dict.fromkeys(phrase(part) for part in parts if part))
        self._keys = frozenset(words_of(words).keys)

    def passage(self, document: Document) -> Passage:
        """The passage of a document in which most of the words stand, closest together."""
        found = words_of(document.text)
        places = [n for n, key in enumerate(found.keys) if key in self._keys]
        first, last, share = self._closest(found.keys, places)
        span = Span(found.starts[first], found.ends[last]) if places else Span(0, 0)
        around = excerpt(document.text, [span])
        return Passage(
            document_id=document.id,
            spans=[span],
            text=span.of(document.text),
            similarity=share,
            speaker=spoken_by(document, [span]).speaker,
            source=document.name,
            url=document.url,
            excerpt=around.of(document.text),
            excerpt_start=around.start,
            time=document.time_of(span),
            page=document.page_of(span),
        )

    def _closest(self, keys: list[str], places: list[int]) -> tuple[int, int, float]:
        """The first and last word of the narrowest stretch with most of the words, and their share."""
        best, answer = (0, 0), (0, 0, 0.0)
        inside: Counter[str] = Counter()
        head = 0
        for place in places:
            inside[keys[place]] += 1
            while place - places[head] >= WIDTH or inside[keys[places[head]]] > 1:
                inside[keys[places[head]]] -= 1
                if not inside[keys[places[head]]]:
                    del inside[keys[places[head]]]
                head += 1
            rank = (len(inside), places[head] - place)
            if rank > best:
                best, answer = rank, (places[head], place, len(inside) / len(self._keys))
        return answer
