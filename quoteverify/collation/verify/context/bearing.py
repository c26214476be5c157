"""Which words beside a passage bear on it: what denies, doubts or limits it from outside."""

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum, auto

import attrs

from quoteverify.collation.language.frames import (
    AMOUNT,
    BEARING,
    DOUBT,
    RELATIVE,
    VIEW,
    FrameMark,
    Frames,
    frames,
)
from quoteverify.collation.language.lexicon import Lexicon
from quoteverify.collation.language.quantities import ends_with_bound, is_number
from quoteverify.collation.language.word_forms import contracted, expanded, readings
from quoteverify.models import Span
from quoteverify.text.language import LanguageProfile
from quoteverify.text.words import Words

# Set on known alterations of news quotes; measured by tests/bench/measure_collation.py and
# tests/bench/measure_alarms.py.
#
# A denial or a hedge bears on what follows it this closely, in words, and a hedge on what it follows.
NEAR = 4
# Before a clause that a conjunction brings in ("I do not for a moment believe that"), from so far.
FAR = 12
# Whose view something is stands this near before it: "they told us that".
BESIDE = 3
# A condition opens its clause: it stands this near to the start of what was cut or to the passage, in
# words, or after a comma or dash.
OPENING = 2
# At the start of a sentence: so many words without a verb may go before those of which something is, and so
# many of these before their verb.
HEAD = 9
SUBJECT = 6
# So many code points before a word show whether a comma or dash sets it apart: a dash between spaces.
APART = 4
# An exception is short, in words: "but the night guard".
EXCEPTION = 6
# Behind what takes a sentence back so many words may follow: "Or that was the plan, before the war".
AFTERTHOUGHT = 3
# A hedge that opens a clause has at least so many words of it behind it: "I think | he was ill".
STATEMENT = 2

_CLAUSE = re.compile(r"[,;:—–-]\s*\Z")
_STOPS = re.compile(r"[.;:!?]|\s[-–]{1,2}\s|—")
_PAUSES = ",;:–—-"
_SET_OFF = re.compile(r"\s*[,.;:!?—–]")


@attrs.frozen(eq=False)
class Known:
    """What is known of a language that decides what bears on what.

    Attributes:
        frames: The phrases that bear on what stands beside them.
        conjunctions: What brings in a clause.
        conditions: What brings in one of condition or concession, in a word.
        coordinators: What joins two of equal rank.
        additive: Those of them that take nothing back.
        subordinators: What brings in what is said or thought: "that".
        relatives: What brings in a clause that narrows a noun.
        universal: What says something of all.
        verbs: Words of which a clause has one.
        pronouns: The personal pronouns.
        speakers: Those of them that are for whoever speaks or is spoken to.
        speaking: The forms of these that are subjects.
        plurals: The endings of words for several.
        light: What may stand between a verb and its subject or its clause.
    """

    frames: Frames
    conjunctions: frozenset[str]
    conditions: frozenset[str]
    coordinators: frozenset[str]
    additive: frozenset[str]
    subordinators: frozenset[str]
    relatives: frozenset[str]
    universal: frozenset[str]
    verbs: frozenset[str]
    pronouns: frozenset[str]
    speakers: frozenset[str]
    speaking: frozenset[str]
    plurals: tuple[str, ...]
    light: frozenset[str]

    @property
    def lexicon(self) -> Lexicon:
        """The words that decide what a change means."""
        return self.frames.lexicon


@functools.lru_cache(maxsize=64)
def known_of(language: LanguageProfile) -> Known:
    """What is known of a language, made once for each profile."""

    def grammar(*classes: str) -> frozenset[str]:
        return frozenset().union(*(language.words("grammar", **{"class": name}) for name in classes))

    pronouns = language.words("pronouns")
    speakers = frames(language).lexicon.speakers
    auxiliaries = grammar("be", "auxiliary")
    return Known(
        frames(language),
        conjunctions=grammar("conjunction"),
        conditions=language.words("conditions"),
        coordinators=grammar("coordinator"),
        additive=grammar("additive"),
        subordinators=grammar("complementiser"),
        relatives=grammar("relative", "relativiser"),
        universal=language.words("quantities", universal=True) | language.words("negators", universal=True),
        verbs=auxiliaries | language.words("verbs") | language.words("modals"),
        pronouns=pronouns,
        speakers=speakers,
        speaking=frozenset(
            str(row.values["subject"]) for row in language.rows("pronouns") if speakers.issuperset(row.words)
        ),
        plurals=tuple(sorted(ending.removeprefix("-") for ending in grammar("plural"))),
        light=language.words("function_words") | language.words("intensifiers") | pronouns
        | language.words("modals") | language.words("quantities"),
    )  # fmt: skip


@attrs.frozen(eq=False)
class Beside:
    """Words of a sentence before or behind a passage, with contractions in full.

    Attributes:
        known: What is known of their language.
        words: The words that they are of.
        keys: What each is, in full.
        origins: Which of the words it is of.
        end: Where what they are of ends, in code points.
        passage: The first words of the passage, for those before it.
        quoted: Whether they stand between quotation marks.
    """

    known: Known
    words: Words
    keys: Sequence[str]
    origins: Sequence[int]
    end: int
    passage: Sequence[str]
    quoted: bool

    @classmethod
    def of(
        cls, known: Known, words: Words, first: int, last: int, end: int, *, passage: Sequence[str] = (),
        quoted: bool,
    ) -> "Beside":  # fmt: skip
        """The words from one to another."""
        keys: list[str] = []
        origins: list[int] = []
        for n in range(first, last):
            key = words.keys[n]
            full = readings(key, known.lexicon)[0] if contracted(key, known.lexicon) else (key,)
            keys += full
            origins += [n] * len(full)
        return cls(known, words, keys, origins, end, passage, quoted)

    def span(self, mark: FrameMark) -> Span:
        """Where a phrase stands: the word that makes it what it is."""
        at = self.origins[min(mark.head, len(self.keys) - 1)]
        return Span(self.words.starts[at], self.words.ends[at])

    def text_after(self, n: int) -> str:
        """What stands between a word and the next, or behind the last."""
        at = self.origins[n]
        end = self.words.starts[at + 1] if at < self.origins[-1] else self.end
        return self.words.text[self.words.ends[at] : end]

    def text_before(self, n: int) -> str:
        """A little of what stands before a word."""
        start = self.words.starts[self.origins[n]]
        return self.words.text[max(0, start - APART) : start]


def may_bear_before(known: Known, keys: Sequence[str], passage: Sequence[str]) -> bool:
    """Whether any of the words before a passage may be of a phrase that bears on it: a quick look.

    Args:
        known: What is known of their language.
        keys: The words, as far as any phrase reaches but those of conditions.
        passage: The first of the passage, which may be of such a phrase too.
    """
    near = [*expanded(keys, known.lexicon), *passage]
    reach = len(near) - len(passage) - (FAR if keys[-1] in known.subordinators else NEAR)
    return any(mark.end > reach for mark in known.frames.marks(near))


def may_bear_behind(known: Known, keys: Sequence[str]) -> bool:
    """The same of the words behind a passage."""
    near = expanded(keys, known.lexicon)
    if known.frames.behind.isdisjoint(near):
        return False
    return any(mark.start < NEAR for mark in known.frames.marks(near))


def has_condition(known: Known, keys: Sequence[str], passage: Sequence[str] = ()) -> bool:
    """Whether some words, which may go on into a passage, have a condition, which bears from afar."""
    full = [*expanded(keys, known.lexicon), *passage]
    return any(
        mark.frame.turns == "conditions"
        and (not mark.frame.inverted or not known.frames.subjects.isdisjoint(full[mark.end : mark.end + 1]))
        for mark in known.frames.marks(full)
    )


def before(beside: Beside, start: int) -> Iterator[tuple[FrameMark, str]]:
    """The phrases before a passage that bear on it, each with what it does.

    Args:
        beside: The words before the passage in its sentence.
        start: Where the passage starts, in code points.
    """
    # A phrase may go on into the passage: "no", and "one believed him"; not "I", and "was told it was done".
    for mark in beside.known.frames.marks([*beside.keys, *beside.passage]):
        if mark.start >= len(beside.keys):
            return
        if mark.end > len(beside.keys) and (mark.frame.turns not in BEARING or mark.head >= len(beside.keys)):
            continue
        if mark.frame.turns == "conditions":
            if _opens_before(beside, mark):
                yield mark, "conditions"
        elif _reaches(beside, mark, start):
            yield mark, mark.frame.turns


def _opens_before(beside: Beside, mark: FrameMark) -> bool:
    """Whether a condition before a passage opens its clause, in front of it or right beside it."""
    if mark.frame.of_all:
        return False
    if mark.frame.inverted:
        following = beside.keys[mark.end : mark.end + 1] or beside.passage[:1]
        opens = mark.start == 0 or bool(_CLAUSE.search(beside.text_before(mark.start)))
        cut_off = any("," in beside.text_after(n) for n in range(mark.end, len(beside.keys)))
        return opens and cut_off and not beside.known.frames.subjects.isdisjoint(following)
    nearest = min(mark.start, len(beside.keys) - mark.end)
    return nearest <= OPENING or bool(_CLAUSE.search(beside.text_before(mark.start)))


def _reaches(beside: Beside, mark: FrameMark, start: int) -> bool:
    """Whether a denial, a hedge or a view before a passage bears on it."""
    known, keys, turns = beside.known, beside.keys, mark.frame.turns
    between = keys[mark.end :]
    brought_in = bool(between) and between[-1] in known.subordinators
    if len(between) >= (FAR if brought_in else NEAR) or _is_clause_of_its_own(beside, mark):
        return False
    if turns == AMOUNT:
        return known.lexicon.genitives.issuperset(between) and _opens_clause(beside, mark)
    if turns == VIEW:
        return _is_view_of_another(beside, mark, between)
    if turns in ("hedges", DOUBT):
        return not _is_month(beside, mark)
    if _is_answer(beside, mark) or _ends_before(beside, mark, start):
        return False
    if mark.frame.of_phrase and not brought_in:
        return all(key in known.light and key not in known.verbs for key in between)
    return True


def _is_month(beside: Beside, mark: FrameMark) -> bool:
    """Whether what may be a verb is a month, by its capital: May."""
    start = beside.words.starts[beside.origins[mark.start]]
    months = beside.known.lexicon.numerals.capitalised
    month = mark.end - mark.start == 1 and beside.keys[mark.start] in months
    return month and beside.words.text[start].isupper()


def _opens_clause(beside: Beside, mark: FrameMark) -> bool:
    """Whether a phrase opens its sentence, or what somebody says or thinks: "I saw that half"."""
    return mark.start == 0 or beside.keys[mark.start - 1] in beside.known.subordinators


def _is_clause_of_its_own(beside: Beside, mark: FrameMark) -> bool:
    """Whether a passage is a clause joined to the one of a phrase: "It never rang, and | we slept"."""
    known, between = beside.known, beside.keys[mark.end :]
    if not between or between[-1] not in known.coordinators:
        return any("," in beside.text_after(n) and beside.keys[n + 1] in known.coordinators
                   for n in range(mark.end - 1, len(beside.keys) - 1))  # fmt: skip
    return not known.frames.subjects.isdisjoint(beside.passage[:1])


def _ends_before(beside: Beside, mark: FrameMark, start: int) -> bool:
    """Whether the clause of a phrase has ended where a passage starts: after one comma, not between two."""
    if beside.keys[mark.end :] and not beside.known.conditions.isdisjoint(beside.passage[:1]):
        return True  # "We will not open | until they come": it is denied that they open
    last = beside.origins[min(mark.end, len(beside.keys)) - 1]
    between = beside.words.text[beside.words.ends[last] : start]
    return bool(_STOPS.search(between)) or between.count(",") % 2 == 1


def _is_answer(beside: Beside, mark: FrameMark) -> bool:
    """Whether a denial answers a question and denies nothing that follows: "No, we stay"."""
    if mark.end - mark.start > 1 or beside.keys[mark.start] not in beside.known.universal:
        return False
    if _SET_OFF.match(beside.text_after(mark.start)):
        return True
    after = [*beside.keys[mark.end :], *beside.passage[:1]]
    same = [key for key in after if key != beside.keys[mark.start]]
    return mark.start == 0 and not beside.known.frames.subjects.isdisjoint(same[:1])


def _is_view_of_another(beside: Beside, mark: FrameMark, between: Sequence[str]) -> bool:
    """Whether what stands before a passage between quotation marks gives it as somebody else's."""
    known = beside.known
    if not beside.quoted or any("," in beside.text_after(n) for n in range(mark.end - 1, len(beside.keys))):
        return False
    if not mark.frame.said:
        return True
    if len(between) > BESIDE or not all(key in known.light for key in between[:-1]):
        return False
    return _subject_before(beside, mark.start) is Subject.ANOTHER


class Subject(Enum):
    """Who does what a verb says."""

    NONE = auto()
    SPEAKER = auto()
    ANOTHER = auto()


def _subject_before(beside: Beside, verb: int) -> Subject:
    """Who is the subject of a verb, by the nearest word before it that can be one."""
    known = beside.known
    if beside.keys[0] in known.speaking and known.verbs.isdisjoint(_less(beside.keys[1:verb], known.light)):
        return Subject.SPEAKER  # "I for one think"
    for n in range(verb - 1, -1, -1):
        key = beside.keys[n]
        if key in known.speakers:
            return Subject.SPEAKER
        if key in known.relatives and beside.keys[n - 1 : n]:  # "anyone who says", "those of us who say"
            return Subject.SPEAKER if beside.keys[n - 1] in known.speakers else Subject.ANOTHER
        if key in known.pronouns or key not in known.light:
            return Subject.ANOTHER
    return Subject.NONE


def _less(keys: Sequence[str], light: frozenset[str]) -> list[str]:
    """Some words less the light ones."""
    return [key for key in keys if key not in light]


def lacks_head(beside: Beside, passage: Sequence[str]) -> bool:
    """Whether a passage is what another noun, cut before it, is of: "The brother of | the minister paid".

    It then says of the one what was said of the other. What has a verb before it is no subject: "I am sick of
    | the way they treat us".
    """
    known, keys = beside.known, beside.keys
    opens = max((n + 1 for n, key in enumerate(keys) if key in known.subordinators), default=0)
    keys = keys[opens:]  # "I saw that some of | the boats sank"
    if not 1 < len(keys) <= HEAD or not known.verbs.isdisjoint(keys) or not known.universal.isdisjoint(keys):
        return False
    verb = next((n for n, key in enumerate(passage[:SUBJECT]) if key in known.verbs), 0)
    no_subject = known.pronouns | known.relatives | known.subordinators | known.conjunctions
    return verb > 0 and no_subject.isdisjoint(passage[:verb])


def splits_amount(known: Known, keys: Sequence[str], passage: Sequence[str]) -> bool:
    """Whether a passage begins inside words that say how many, and says another amount: "a | few".

    So do what makes a number a rough one, or a bound: "no more than | six boats".
    """
    if not passage:
        return False
    if is_number(passage[0], known.lexicon) and ends_with_bound(keys, known.lexicon):
        return True
    if "quantities" not in known.lexicon.tables.get(passage[0], ()):
        return False
    phrases = known.lexicon.phrases
    alone = phrases.get((passage[0],))
    return alone is not None and any(
        phrases.get((*keys[-before:], passage[0]), alone) != alone for before in range(1, len(keys) + 1)
    )


def behind(beside: Beside, claimed: Sequence[str], end: int) -> Iterator[tuple[FrameMark, str]]:
    """The phrases behind a passage that bear on it, each with what it does.

    Args:
        beside: The words behind the passage in its sentence.
        claimed: The passage's words.
        end: Where the passage ends, in code points.
    """
    while end and beside.words.text[end - 1] in _PAUSES:
        end -= 1  # a passage may end with the comma behind it
    for mark in beside.known.frames.marks(beside.keys):
        gap = beside.words.text[end : beside.words.starts[beside.origins[mark.start]]]
        if _bears_behind(beside, mark, claimed, gap):
            yield mark, mark.frame.turns
    if _narrows(beside, claimed, end):
        yield FrameMark(0, 1, 0, RELATIVE), RELATIVE.turns


def _bears_behind(beside: Beside, mark: FrameMark, claimed: Sequence[str], gap: str) -> bool:
    """Whether a phrase behind a passage bears on it, over what stands between."""
    turns = mark.frame.turns
    if turns == "conditions":
        return _opens_behind(beside, mark, claimed)
    if turns == "hedges":
        return mark.start < NEAR and not _is_of_another_clause(beside, mark, gap)
    if turns == "negators":
        # "The ferry is [not]": right behind, with nothing between, it is denied too.
        return mark.start == 0 and gap.isspace() and not mark.frame.of_phrase
    return turns == VIEW and _gives_it_to_another(beside, mark, gap)


def taken_back(known: Known, around: Words, sentence: Span) -> Span | None:
    """A sentence that does nothing but doubt or deny the one before: "Or so we were told."; or None."""
    first, last = bisect_left(around.starts, sentence.start), bisect_right(around.ends, sentence.end)
    if not 0 < last - first <= known.frames.longest + AFTERTHOUGHT:
        return None
    keys = expanded(around.keys[first:last], known.lexicon)
    mark = next(known.frames.marks(keys), None)
    if mark is None or mark.start:
        return None
    most = AFTERTHOUGHT if keys[0] in known.coordinators else 0
    if len(keys) > mark.end + most:
        return None
    # "Never." gives weight to a denial; "Not any more." is one.
    denies = mark.frame.turns == "negators" and mark.end > 1
    views = mark.frame.turns == VIEW and not mark.frame.said  # "That is what they told us."
    return sentence if denies or views or mark.frame.turns == "hedges" else None


def _gives_it_to_another(beside: Beside, mark: FrameMark, gap: str) -> bool:
    """Whether what stands right behind a passage says whose view it is: "according to the pilots".

    So does ", they say" inside a quotation, which is then no speech of whoever is quoted.
    """
    if mark.frame.said:
        last = mark.end  # "the owners tell us"
        while last < min(len(beside.keys), mark.end + BESIDE) and beside.keys[last] in beside.known.pronouns:
            last += 1
        ends = last == len(beside.keys) or bool(_SET_OFF.match(beside.text_after(last - 1)))
        apart = beside.quoted and gap.startswith(",") and ends and 0 < mark.start <= BESIDE
        return apart and _subject_before(beside, mark.start) is Subject.ANOTHER
    whose = beside.keys[mark.end : mark.end + 1]
    return mark.start == 0 and not mark.frame.said and beside.known.speakers.isdisjoint(whose)


def _is_of_another_clause(beside: Beside, mark: FrameMark, gap: str) -> bool:
    """Whether a hedge is of a statement behind the passage: "and I think it hurt", not "and I think so"."""
    known, keys = beside.known, beside.keys
    joined = "," in gap and keys[0] in known.additive and keys[1] in known.frames.subjects
    return joined and len(keys) - mark.end >= STATEMENT


def _opens_behind(beside: Beside, mark: FrameMark, claimed: Sequence[str]) -> bool:
    """Whether a condition behind a passage opens its clause."""
    known = beside.known
    if mark.frame.of_all:
        rest = beside.keys[mark.end :]
        return (
            mark.start == 0
            and len(rest) <= EXCEPTION
            and known.verbs.isdisjoint(rest)
            and not known.universal.isdisjoint(claimed)
        )
    opens = mark.start <= OPENING or bool(_CLAUSE.search(beside.text_before(mark.start)))
    if mark.frame.inverted:
        opens = bool(_CLAUSE.search(beside.text_before(mark.start)))
        return opens and not known.frames.subjects.isdisjoint(beside.keys[mark.end : mark.end + 1])
    return opens and not _is_of_what_follows(beside, mark)


def _is_of_what_follows(beside: Beside, mark: FrameMark) -> bool:
    """Whether a condition that "and" joins has a main clause of its own: "and if it were, I would say so"."""
    known, keys = beside.known, beside.keys
    if mark.start != 1 or keys[0] not in known.additive:
        return False
    return any(
        "," in beside.text_after(n) and keys[n + 1] in known.frames.subjects
        for n in range(mark.end, len(keys) - 1)
    )


def _narrows(beside: Beside, claimed: Sequence[str], end: int) -> bool:
    """Whether a clause right behind a passage narrows what it says of all: "every driver | who was drunk"."""
    known, keys = beside.known, beside.keys
    if not keys or not claimed:
        return False
    if not beside.words.text[end : beside.words.starts[beside.origins[0]]].isspace():
        return False
    if keys[0] in known.subordinators:  # "the letters that have no date", but not "tell all that we stay"
        if keys[1:2] and keys[1] not in known.verbs:
            return False
    elif keys[0] not in known.relatives:
        return False
    return not known.universal.isdisjoint(claimed) or _names_all(known, claimed)


def _names_all(known: Known, claimed: Sequence[str]) -> bool:
    """Whether some words end with all of a sort, known to be that: "the letters"."""
    return len(claimed) > 1 and claimed[-1].endswith(known.plurals) and claimed[-2] in known.frames.subjects
