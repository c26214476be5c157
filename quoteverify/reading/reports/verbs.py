"""What the cues of a language take when they report speech: a clause with "that", a bare one, a question."""

import functools
from collections.abc import Iterable, Mapping
from enum import StrEnum

import attrs

from quoteverify.models import ReportKind
from quoteverify.reading.sieves.columns import TableColumn, column
from quoteverify.reading.syntax.cues.report import CuedReport, CueKind
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import Token
from quoteverify.text.language import LanguageProfile


class Taken(StrEnum):
    """What a cue may take."""

    THAT = "that"
    """“That” and a clause: Vale said *that the port was shut*."""
    CLAUSE = "clause"
    """A clause alone: Vale said *the port was shut*."""
    QUESTION = "question"
    """Vale asked *whether the port was shut*."""
    INFINITIVE = "infinitive"
    """Vale promised *to shut the port*."""
    GERUND = "gerund"
    """Vale denied *shutting the port*."""
    WORDS = "words"
    """Hardly anything else: what follows is a clause, though no verb in it is known for one."""


class Tense(StrEnum):
    """When a finite verb tells that something is so."""

    PAST = "past"
    """The port *was* shut."""
    PRESENT = "present"
    """The port *is* shut."""
    MODAL = "modal"
    """The port *would* be shut: whatever the cue."""


def _taken(names: Iterable[str]) -> frozenset[Taken]:
    return frozenset(map(Taken, names))


@attrs.frozen
class ReportCue:
    """What a row of ``report_cues.toml`` says of a cue.

    Attributes:
        kind: What sort of report it makes.
        takes: What may follow it.
        noun: Whether the row is of the noun and not of the verb.
        objects: Whether a mere object may follow it, so that a clause must show itself: noted the law.
        hearer: Whether whom it is said to may follow it: told the crew.
        verb: Whether no form of it is a noun: says, not claims.
        told: Whether it is never without: told the crew, not told that.
        denies: Whether what follows was denied.
    """

    kind: ReportKind = attrs.field(converter=ReportKind)
    takes: frozenset[Taken] = attrs.field(converter=_taken)
    noun: bool = False
    objects: bool = False
    hearer: bool = False
    verb: bool = False
    told: bool = False
    denies: bool = False


@attrs.frozen(eq=False)
class ReportWords:
    """The cues of a language that make reports, by each of their forms, and the words around them."""

    verbs: Mapping[str, ReportCue]
    nouns: Mapping[str, ReportCue]
    signs: frozenset[str]
    """The longest word of each form: a sentence without any has no report."""
    negators: frozenset[str]
    """What denies a verb: did *not* say, *never* said."""
    denying_endings: tuple[str, ...]
    """What a verb that is denied may end with: *didn't* say."""
    asks: TableColumn
    """Vale asked *whether* the port was shut."""
    tells: TableColumn
    """Vale explained *why* the port was shut."""
    venue: TableColumn
    """Vale said in a *statement* the port was shut."""
    unsaid: TableColumn
    """Vale *might* say so."""
    supposes: TableColumn
    """*If* Vale says so."""
    things: TableColumn
    """Vale said a *prayer*."""
    leads: TableColumn
    """Vale *went on* to say so."""
    gap: TableColumn
    """A port *that* Vale said was shut."""
    ends: TableColumn
    """Vale said the port was shut, *compared* with the quay."""
    evidence: TableColumn
    """The *data* suggest that the port is shut."""
    tense: TableColumn
    """Vale said the port was shut, which *was* full: the tense of an auxiliary but the present."""

    def deny(self, tokens: Iterable[Token]) -> bool:
        """Whether a word among those around a verb denies it: "did not say", "never said"."""
        printed = (token.lower.replace("’", "'") for token in tokens)
        return any(word in self.negators or word.endswith(self.denying_endings) for word in printed)

    def cue_of(self, sentence: Sentence, report: CuedReport) -> ReportCue | None:
        """What the cue of a report takes; None where it makes no report without marks."""
        printed = " ".join(t.lower for t in sentence.tokens[report.first : report.last + 1])
        if report.kind == CueKind.NOUN:
            return self.nouns.get(printed)
        return self.verbs.get(printed) or self.verbs.get(sentence.tokens[report.last].lower)


@functools.lru_cache(maxsize=8)
def report_words(profile: LanguageProfile) -> ReportWords:
    """The words of a language, made once."""
    verbs: dict[str, ReportCue] = {}
    nouns: dict[str, ReportCue] = {}
    of_verbs, of_nouns = _forms(profile, "cues", "cue_phrases"), _forms(profile, "cue_nouns")
    for row in profile.rows("report_cues"):
        cue = ReportCue(**row.values)
        by_base, found = (of_nouns, nouns) if cue.noun else (of_verbs, verbs)
        found.update({form: cue for base in row.words for form in by_base.get(base, ())})
    places = [field.name for field in attrs.fields(ReportWords) if field.type is TableColumn]
    negators = profile.words("negators")
    return ReportWords(
        verbs,
        nouns,
        signs=frozenset(max(form.split(), key=len) for form in (*verbs, *nouns)),
        negators=negators,
        denying_endings=_denying_endings(profile, negators),
        **{place: column(profile, "report_words", place) for place in places},
    )


def _denying_endings(profile: LanguageProfile, negators: frozenset[str]) -> tuple[str, ...]:
    """The endings that stand for a word that denies."""
    rows = (row for row in profile.rows("contractions") if row.values.get("ending"))
    return tuple(word for row in rows if negators.issuperset(row.values["full"]) for word in row.words)


def _forms(profile: LanguageProfile, *tables: str) -> dict[str, tuple[str, ...]]:
    """The forms of each cue by its base; in a table of phrases of one form, each is its own base."""
    found: dict[str, tuple[str, ...]] = {}
    for table in tables:
        for row in profile.rows(table):
            found[row.words[0]] = row.words
    return found
