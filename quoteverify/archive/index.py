"""The words of an archive: which documents hold some, and where in a document they stand.

No text becomes an expression: what is handed to SQLite's full-text search are runs of letters and
digits, each between double quotes.
"""

import functools
import math
import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np

from quoteverify.models import Span
from quoteverify.text.language import LanguageProfile
from quoteverify.text.normalize import COMBINING, INVISIBLE, fold_letters

# How much work one claim may make. No value here is a fine matter: halved or doubled (the shares by a
# quarter and
# more), each changes by three at most what is found of the 500 claims of
# `python tests/bench/bench_archive.py --size 8000 --claims 500`; what each is for is what counts.
MOST_DOCUMENTS = 9
"""Documents handed on for one claim: its own and, should many print it, as many others as are reported."""
MOST_CHANGED = 8
"""Documents handed on beside those that have all of a claim's words: so many other wordings are told."""
MOST_KEPT = 4
"""Words of a claim of which another wording of it has all but one: past these a further word tells little."""
APART = 10
"""In words: how much longer than the claim another wording of it may be."""
MOST_TOGETHER = 256
"""A set of words that stands together in more documents than this says nothing of where a claim is from."""
MOST_SETS = 24
"""Sets of neighbouring words looked up for one claim: a guard against claims of a page and more."""
MOST_WORDS = 16
"""Words looked up together: past these a further word tells no more. A guard against long claims as well."""
BY_CHANCE = 0.05
"""The documents that would hold the words of a claim by chance; above it, they must stand in its order."""
COMMON = 100
"""A word in at least so many documents is held to stay about as common as it is."""
MOST_REMEMBERED = 100_000
"""Words whose frequency is kept, some 10 MB: a guard against archives without end."""
STRETCH = 200
"""In code points: the stretches of a text in which a claim's words are looked for, about a paragraph's
half."""
AS_GOOD = 0.75
"""The share of what a claim's words tell that two neighbouring stretches must hold to be looked at in any
case."""
ENOUGH = 0.45
"""The share that two neighbouring stretches must hold for a document to be compared."""
SHARE = 0.15
"""The share that a stretch must hold of what the others have not, to be looked at beside them."""

# Signs that are words of a text: they are read aloud.
SIGNS = "%$£€¥"
_REPLACED_ASCII = "%$&"

_TOKEN = re.compile(rf"[^\W_]+|[{SIGNS}]")
_LETTER = re.compile(r"[^\W\d_]")
_SPACE = re.compile(r"\s")
# Characters within words of which SQLite's tokenizer makes two words, or another word.
_DROPPED = re.compile(f"[{INVISIBLE}{COMBINING}]")
# Characters between words, some of which are letters to it: its Unicode is of 2012, before most emoji.
_DIVIDING = re.compile(r"[^\w\s\x00-\x7f]")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
# A word broken at a line's end, which `words` takes for one, and lines that may go on with one.
_BROKEN = re.compile(r"[-‐][ \t]*+\r?\n[ \t]*+(?=[a-z])")
_CONTINUED = re.compile(r"\n[ \t]*+[a-z]")


def indexed(text: str) -> str:
    r"""A text as it goes into the index: what is not seen dropped, ligatures resolved, marks made spaces.

    Signs that are words stand alone, as they do for `words`. What this makes of a text belongs to the
    version of the file: it must be the same when a document is deleted as when it was added.

    >>> indexed("co\u00adopera\u00adtion, e\ufb03cient\U0001f970")
    'cooperation, efficient '
    >>> indexed("5% of R&D")
    '5 %  of R and D'
    """
    if _CONTINUED.search(text):
        text = _BROKEN.sub("", text)
    # A text has few different characters beyond ASCII: to look at each once is far faster than a pattern.
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    for character in (*_REPLACED_ASCII, *map(chr, set(codes[codes > 0x7F].tolist()))):
        replacement = _replacement(character)
        if replacement != character:
            text = text.replace(character, replacement)
    return text


@functools.lru_cache(maxsize=4096)
def _replacement(character: str) -> str:
    """What stands in the index for a character."""
    if character in SIGNS:
        return f" {character} "
    if character == "&":
        return " and "
    if _DROPPED.match(character):
        return ""
    # Half a surrogate pair goes too: SQLite takes no string with one.
    return " " if _DIVIDING.match(character) else _LIGATURES.get(character, character)


def tokens(text: str) -> list[str]:
    """The words of a text as the index has them, but for their case and diacritics.

    >>> tokens('Don’t "NEAR" 5%')
    ['Don', 't', 'NEAR', '5', '%']
    """
    return _TOKEN.findall(indexed(text))


def phrase(words: Iterable[str]) -> str:
    """An expression for words that stand one after the other; they must be `tokens`."""
    return f'"{" ".join(words)}"'


def together(words: Iterable[str]) -> str:
    """An expression for words that stand in one document; they must be `tokens` or phrases of them."""
    return " AND ".join(word if word.startswith('"') else f'"{word}"' for word in words)


def near(words: Iterable[str], apart: int) -> str:
    """An expression for words with no more than so many between them; they must be `tokens`."""
    return f"NEAR({' '.join(map(phrase, ([word] for word in words)))}, {apart})"


class Frequencies:
    """How many documents hold a word. Remembers the common ones: they stay common, and are dear to count."""

    def __init__(self) -> None:
        self._common: dict[str, int] = {}

    def of(self, connection: sqlite3.Connection, word: str) -> int:
        """In how many documents a folded word stands."""
        count = self._common.get(word)
        if count is None:
            found = connection.execute("SELECT doc FROM frequency WHERE term = ?", (word,)).fetchone()
            count = int(found[0]) if found else 0
            if count >= COMMON:
                if len(self._common) >= MOST_REMEMBERED:
                    self._common.clear()
                self._common[word] = count
        return count


class Wanted:
    """A claim's words with what each tells of where it is from, and the documents that may hold them.

    Args:
        claim: The claim.
        connection: The archive, in a transaction.
        frequencies: How common its words are.
        documents: How many documents the archive has.
        language: Its language.
    """

    def __init__(
        self,
        claim: str,
        connection: sqlite3.Connection,
        frequencies: Frequencies,
        documents: int,
        language: LanguageProfile,
    ) -> None:
        self.words = [word.lower() for word in tokens(claim)]
        self._connection = connection
        function_words = language.words("function_words")
        # A letter alone is mostly what an apostrophe has cut off.
        telling = [
            n
            for n, word in enumerate(self.words)
            if word not in function_words and not _LETTER.fullmatch(word)
        ]

        def holding(word: str) -> int:
            return frequencies.of(connection, fold_letters(word))

        # Telling words that no document has lead nowhere; what else the claim says may.
        known = any(holding(self.words[n]) for n in telling)
        self._telling = telling if known else list(range(len(self.words)))
        self.weights = {
            word: math.log((documents + 1) / (holding(word) + 0.5))
            for word in dict.fromkeys(self.words[n] for n in self._telling)
        }
        self._heaviest = dict(sorted(self.weights.items(), key=lambda item: -item[1])[:MOST_WORDS])
        self._all = math.log(documents + 1)

    def documents(self) -> list[int]:
        """The numbers of the documents that may hold the claim: with all its words, else the likeliest."""
        found = self._with_all(MOST_DOCUMENTS)
        return [*found, *self._with_all_but_one(found)] if found else self._with_some(MOST_DOCUMENTS)

    def all_documents(self, most: int) -> list[int]:
        """The numbers of all documents that may hold the claim, changed or not."""
        return list(dict.fromkeys((*self._with_all(most), *self._with_some(most))))[:most]

    def _matching(self, expression: str, most: int) -> list[int]:
        """The first documents that match, in the order they were added."""
        query = "SELECT rowid FROM word WHERE word MATCH ? ORDER BY rowid LIMIT ?"
        return [number for (number,) in self._connection.execute(query, (expression, most))]

    def _with_all(self, most: int) -> list[int]:
        """The documents with all of the claim's telling words; in its order, where chance would have them."""
        if not self.words:
            return []
        spread = _spread(self._telling, MOST_WORDS, lambda n: self.weights[self.words[n]])
        wanted = list(dict.fromkeys(self.words[n] for n in spread))
        if self._by_chance(wanted) > BY_CHANCE:
            wanted.append(phrase(self.words[: 2 * MOST_WORDS]))
        return self._matching(together(wanted), most)

    def _with_all_but_one(self, known: Collection[int]) -> list[int]:
        """A few more documents that have all but one of the claim's telling words near one another."""
        places = _spread(self._telling, MOST_KEPT, lambda n: self.weights[self.words[n]])
        words = list(dict.fromkeys(self.words[n] for n in places))
        kept = [[word for word in words if word != left] for left in words] if len(words) > 2 else [words]
        kept = [some for some in kept if self._by_chance(some) <= MOST_TOGETHER]
        if not kept:
            return []
        apart = len(self.words) + APART
        said = phrase(self.words[: 2 * MOST_WORDS])
        expression = f"({' OR '.join(near(some, apart) for some in kept)}) NOT {said}"
        found = self._matching(expression, len(known) + MOST_CHANGED)
        return [number for number in found if number not in known][:MOST_CHANGED]

    def _by_chance(self, words: Collection[str]) -> float:
        """How many documents would hold the words if they had nothing to do with each other."""
        return math.exp(self._all - sum(self.weights[word] for word in words))

    def _with_some(self, most: int) -> list[int]:
        """The documents that share most with the claim, half of them by what the best of all has not."""
        sets = list(self._shared())
        ranked = _ranked(sets)
        if not ranked:
            return []
        others = _ranked([(weight, holders) for weight, holders in sets if ranked[0] not in holders])
        half = most // 2
        return list(dict.fromkeys((*ranked[:half], *others[:half], *ranked)))[:most]

    def _shared(self) -> Iterator[tuple[float, set[int]]]:
        """What sets of neighbouring words of the claim tell, and the documents that hold them, if few do.

        Words that are in no such set with both of their neighbours are tried with one, then alone.
        """
        telling = self._telling
        placed: set[int] = set()
        for width in (3, 2, 1):
            starts = range(len(telling) - width + 1)
            for at in _spread(starts, MOST_SETS, lambda n: self._weight(telling[n : n + width])):  # noqa: B023
                places = telling[at : at + width]
                if width < 3 and placed.issuperset(places):
                    continue
                holders = self._few(together(self.words[n] for n in places))
                if not holders:
                    # Common words may still stand one after the other in few documents only.
                    first = places[0] - (1 if width == 1 and places[0] else 0)
                    holders = self._few(phrase(self.words[first : places[-1] + 1 + (width == 1)]))
                if holders:
                    placed.update(places)
                    yield self._all - math.log(len(holders)) + 0.1, holders

    def _few(self, expression: str) -> set[int]:
        """The documents that match, or none if they are many."""
        found = self._matching(expression, MOST_TOGETHER + 1)
        return set(found) if len(found) <= MOST_TOGETHER else set()

    def _weight(self, places: Sequence[int]) -> float:
        return sum(self.weights[self.words[n]] for n in places)

    def holds(self, text: str) -> bool:
        """Whether a document has a good part of what the claim's words tell in one place.

        Args:
            text: The document's text.
        """
        holding = self._holding(text)
        wanted = ENOUGH * sum(self._heaviest.values())
        return any(
            sum(self._heaviest[word] for word in words | holding.get(at + 1, set())) >= wanted
            for at, words in list(holding.items())
        )

    def stretches(self, text: str) -> list[Span]:
        """Where in a document the claim's words stand: stretches of its text, with their surroundings.

        All that hold nearly the whole claim, then those with most of what is left of it, until that is
        little: the parts of a claim may come from different places.

        Args:
            text: The document's text.
        """
        holding = self._holding(text)
        left = dict(self._heaviest)
        total = sum(left.values())

        def weight(words: Iterable[str]) -> float:
            return sum([left.get(word, 0.0) for word in words])

        best = [at for at in holding if weight(holding[at] | holding.get(at + 1, set())) >= AS_GOOD * total]
        best = best or sorted(holding, key=lambda at: (-weight(holding[at]), at))[:1]
        chosen: set[int] = set()
        while best:
            for at in best:
                for near in range(max(0, at - 1), at + 2):
                    chosen.add(near)
                    for word in holding.get(near, ()):
                        left.pop(word, None)
            first = max(holding, key=lambda at: (weight(holding[at]), -at))
            best = [first] if weight(holding[first]) >= SHARE * total and left else []
        spans: list[Span] = []
        for n in sorted(chosen):
            start, end = _between_words(text, n * STRETCH), _between_words(text, (n + 1) * STRETCH)
            if spans and spans[-1].end >= start:
                start = spans.pop().start
            spans.append(Span(start, max(start, end)))
        return spans or [Span(0, len(text))]

    def _holding(self, text: str) -> dict[int, set[str]]:
        """Which of the claim's telling words each stretch of a text holds, but for those that hold none."""
        lower = text.lower()
        if len(lower) != len(text):
            lower = "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
        holding: dict[int, set[str]] = defaultdict(set)
        for word in self._heaviest:
            at = lower.find(word)
            while at >= 0:
                holding[at // STRETCH].add(word)
                at = lower.find(word, at + len(word))
        return holding


def _ranked(sets: Iterable[tuple[float, set[int]]]) -> list[int]:
    """Documents by what the sets of words that they hold tell together."""
    shared: dict[int, float] = defaultdict(float)
    for weight, holders in sets:
        for number in holders:
            shared[number] += weight
    return sorted(shared, key=lambda number: (-shared[number], number))


def _spread(places: Sequence[int], most: int, weight: Callable[[int], float]) -> list[int]:
    """The heaviest of each of so many stretches of equal length."""
    if len(places) <= most:
        return list(places)
    bounds = [len(places) * n // most for n in range(most + 1)]
    return [max(places[low:high], key=weight) for low, high in pairwise(bounds)]


def _between_words(text: str, at: int) -> int:
    """The first white space from a place on, or the text's end."""
    if at <= 0:
        return 0
    match = _SPACE.search(text, at)
    return match.start() if match else len(text)
