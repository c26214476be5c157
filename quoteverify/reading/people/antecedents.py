"""Which of those spoken of so far "he" or "she" is: a small linear ranker.

Each candidate is described by what holds of it (yes or no), each feature has a weight, and the
weights (``data/<lang>/antecedents.toml``) are learned from articles in which the person behind a
pronoun is known. No feature is a word of those articles. The share that the likeliest candidate
has of the likelihood says how sure the choice is.
"""

import bisect
import functools
import itertools
import math
from collections.abc import Callable, Iterator, Sequence

import attrs

from quoteverify.reading.people.discourse import Reference, ReferenceForm, Standing
from quoteverify.reading.people.names.census import Census
from quoteverify.reading.people.names.person import Person
from quoteverify.text.language import DEFAULT, LanguageProfile, language

_GENDERS = ((-2.4, "clashes_surely"), (-0.5, "clashes"), (0.6, "unknown"), (2.5, "agrees"))
"""What evidence of a gender is called that is below: one pronoun nearby gives 1.5, a title 3."""
_BUCKETS = ("0", "1", "2", "3", *["4_5"] * 2, *["6_9"] * 4, "10")
"""What each number is called, and from the last one on all."""


@attrs.define(eq=False)
class Referent:
    """Somebody whom a pronoun may mean.

    Attributes:
        person: Who.
        references: Where the text has spoken of them, the nearest first: how many sentences and paragraphs
            before the pronoun (below 0: after it), and how.
    """

    person: Person
    references: list[tuple[int, int, Reference]] = attrs.field(factory=list)

    @property
    def nearest(self) -> Reference:
        """The nearest reference."""
        return self.references[0][2]


@attrs.frozen(eq=False)
class Pronoun:
    """A pronoun with what surrounds it.

    Attributes:
        sign: 1 for "she", -1 for "he".
        start: Where it stands, in code points.
        opens: Whether it is among the first words of its sentence.
        first: Whether its sentence is the first of the paragraph.
        spoke: Who spoke last before it, if anybody has.
        spoke_here: Who has spoken in the paragraph.
        subject_here: Who is the subject of the paragraph's first sentence.
    """

    sign: int
    start: int
    opens: bool
    first: bool
    spoke: Person | None
    spoke_here: frozenset[Person]
    subject_here: Person | None
    spoken_of: frozenset[Person]
    """Who is named in the quotations of its sentence."""


def bucket(count: int) -> str:
    """A number of things, roughly.

    >>> bucket(0), bucket(5), bucket(20)
    ('0', '4_5', '10')
    """
    return _BUCKETS[min(count, len(_BUCKETS) - 1)]


@attrs.frozen(eq=False)
class Field:
    """All whom a pronoun may mean, beside each other: told once, and asked for each of them.

    Attributes:
        order: The candidates spoken of before the pronoun, the nearest first.
        subjects: Those that were subjects, the last one first.
        reporters: Those that were said to say something, the last one first.
        most: How many references the one most spoken of has.
    """

    order: Sequence[Referent]
    subjects: Sequence[Referent]
    reporters: Sequence[Referent]
    most: int


def field(among: Sequence[Referent]) -> Field:
    """The candidates beside each other."""
    order = [c for c in among if c.references[0][0] >= 0]
    return Field(
        order,
        _by_last(order, lambda reference: reference.standing is Standing.SUBJECT),
        _by_last(order, lambda reference: reference.reports),
        max((len(c.references) for c in among), default=0),
    )


def features(pronoun: Pronoun, candidate: Referent, among: Field, census: Census) -> Iterator[str]:
    """What holds of a candidate for a pronoun."""
    return itertools.chain(
        _nearest(pronoun, candidate, census),
        _rank(candidate, among),
        _agreement(pronoun, candidate.person, census),
        _speech(pronoun, candidate.person),
        _history(pronoun, candidate, among),
    )


def _nearest(pronoun: Pronoun, candidate: Referent, census: Census) -> Iterator[str]:
    """Where the candidate was last spoken of, and as what."""
    sentences, paragraphs, reference = candidate.references[0]
    if sentences < 0:
        yield f"ahead_{min(-sentences, 4)}"
        return
    near, far = bucket(sentences), bucket(paragraphs)
    where = "same" if sentences == 0 else "before" if sentences == 1 else "near" if sentences < 4 else "far"
    yield f"sentences_{near}"
    yield f"paragraphs_{far}"
    yield f"standing_{reference.standing}"
    yield f"standing_{reference.standing}_{where}"
    yield f"form_{reference.form}"
    yield f"form_{reference.form}_{where}"
    if reference.reports:
        yield f"reports_{where}"
        yield f"reports_{where}_{'over' if pronoun.first else 'within'}"
    if reference.naming is not None and census.kinds.is_introduced(reference.naming):
        yield f"introduced_{where}"
    yield from _beside_pronoun(pronoun, candidate, where)


def _beside_pronoun(pronoun: Pronoun, candidate: Referent, where: str) -> Iterator[str]:
    """Where the pronoun stands, beside where the candidate was last spoken of."""
    _, paragraphs, reference = candidate.references[0]
    if pronoun.first:
        yield f"over_paragraphs_{reference.standing}_{bucket(paragraphs)}"
    elif paragraphs:
        yield "of_another_paragraph"
    yield f"{'opens' if pronoun.opens else 'inside'}_{reference.standing}_{where}"
    subject = next((s for s, _, r in candidate.references if r.standing is Standing.SUBJECT and s >= 0), None)
    yield f"subject_{bucket(subject) if subject is not None else 'never'}"


def _rank(candidate: Referent, among: Field) -> Iterator[str]:
    """How near the candidate is beside the others: spoken of, as a subject, as one who speaks."""
    if candidate in among.order:
        yield f"rank_{min(among.order.index(candidate), 3)}"
    if candidate in among.subjects:
        yield f"rank_of_subjects_{min(among.subjects.index(candidate), 3)}"
    if candidate in among.reporters:
        yield f"rank_of_reporters_{min(among.reporters.index(candidate), 3)}"
    elif among.reporters:
        yield "reports_never_though_another"
    if len(among.order) == 1:
        yield "alone"


def _by_last(among: Sequence[Referent], such: Callable[[Reference], bool]) -> list[Referent]:
    """The candidates that have such a reference, those with the last one first."""
    last = {c: max((r.start for _, _, r in c.references if such(r)), default=-1) for c in among}
    return sorted((c for c in among if last[c] >= 0), key=lambda c: -last[c])


def _agreement(pronoun: Pronoun, person: Person, census: Census) -> Iterator[str]:
    """Whether the candidate can be he or she."""
    evidence = person.gender * pronoun.sign
    yield "gender_" + next((name for below, name in _GENDERS if evidence < below), "agrees_surely")
    if person.titled * pronoun.sign > 0:
        yield "titled_so"
    if not census.kinds.is_person(person):
        yield "person_not_shown"
    if census.kinds.ends_in_plural(person):
        yield "ends_in_plural"
    if census.kinds.is_doubtful(person):
        yield "doubtful"


def _speech(pronoun: Pronoun, person: Person) -> Iterator[str]:
    """What the candidate has said so far."""
    if pronoun.spoke is person:
        yield f"spoke_last_{'over' if pronoun.first else 'within'}"
        if person in pronoun.spoke_here:
            yield "spoke_last_here"
    elif person in pronoun.spoke_here:
        yield "spoke_here"
    elif person.spoke < 0:
        yield "never_spoke"
        if pronoun.spoke_here:
            yield "never_spoke_though_another_did_here"
    if person in pronoun.spoken_of:
        yield "spoken_of"
    if pronoun.subject_here is person:
        yield "subject_here"


def _history(pronoun: Pronoun, candidate: Referent, among: Field) -> Iterator[str]:
    """How often the text speaks of the candidate."""
    here = sum(p == 0 and s >= 0 for s, p, _ in candidate.references)
    yield f"here_{min(here, 3)}"
    yield f"lately_{bucket(len(candidate.references))}"
    if len(candidate.references) == among.most:
        yield "most_lately"
    yield f"named_{bucket(bisect.bisect_left(candidate.person.starts, pronoun.start))}"
    if any(r.form is ReferenceForm.PRONOUN for _, _, r in candidate.references[:1]):
        yield f"chain_{bucket(candidate.references[0][0])}"


@functools.lru_cache(maxsize=8)
def weights(profile: LanguageProfile) -> dict[str, float]:
    """The weight of each feature; what English taught, for a language that has no weights of its own.

    No feature is a word, and a pronoun that several may mean is otherwise for whoever comes first.
    """
    rows = profile.rows("antecedents") or language(DEFAULT).rows("antecedents")
    return {word: float(row.values["weight"]) for row in rows for word in row.words}


def choose(
    pronoun: Pronoun, among: Sequence[Referent], census: Census, profile: LanguageProfile
) -> tuple[Referent, float] | None:
    """The likeliest candidate, and its share of the likelihood; None of none.

    A name without a rival has the whole share: one that may well be a place's or a thing's is nobody.
    """
    if len(among) < 2:  # what has no rival is not weighed
        return None if not among or census.kinds.is_doubtful(among[0].person) else (among[0], 1.0)
    weight, beside = weights(profile).get, field(among)
    scores = [math.fsum([weight(f, 0.0) for f in features(pronoun, c, beside, census)]) for c in among]
    top = max(scores)
    return among[scores.index(top)], 1 / math.fsum(math.exp(score - top) for score in scores)
