"""Reports by a phrase: "according to Vale", "Vale went on"."""

import attrs

from quoteverify.reading.syntax.cues.by_verb import by_verb
from quoteverify.reading.syntax.cues.cue_subjects import inverted_subject
from quoteverify.reading.syntax.cues.cue_table import Cue, CueTable, stands_at
from quoteverify.reading.syntax.cues.report import CuedReport, CueKind, report_by
from quoteverify.reading.syntax.mentions import Mention, mention_of, pronoun_at, with_apposition
from quoteverify.reading.syntax.phrases import Phrase, is_share, phrase_ending, phrase_starting
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import EDGE, NAME, PUNCT, QUOTE, WORD
from quoteverify.reading.syntax.verbs import is_verb
from quoteverify.reading.syntax.word_classes import (
    ADDITIVE,
    ADVERB,
    BODY,
    CLOSED,
    OBJECT_PRONOUN,
    PERSON,
    PLURAL,
    PRONOUN,
)


def by_phrase(sentence: Sentence, i: int, earlier: list[CuedReport], table: CueTable) -> CuedReport | None:
    """A report by a phrase: "according to Vale", "Vale went on"."""
    for phrase in table.phrases[sentence.tokens[i].lower]:
        end = i + len(phrase.words)
        if phrase.kind == "relayed" or not stands_at(sentence, i, phrase) or is_share(sentence, i):
            continue
        cue = sentence.span(i, end - 1)
        if phrase.kind == "verb":
            report = _by_phrasal_verb(sentence, i, end - 1, earlier, table)
            return None if report is None else attrs.evolve(report, cue=cue, last=end - 1)
        after = phrase.kind == "source_after"
        source = _source_at(sentence, end) if after else phrase_ending(sentence, i - 1)
        if source is not None and (not phrase.apart or _stands_apart(sentence, i, end - 1, source)):
            return CuedReport(cue, CueKind.SOURCE, _source(sentence, source), i, end - 1)
    return None


def _by_phrasal_verb(
    sentence: Sentence, first: int, last: int, earlier: list[CuedReport], table: CueTable
) -> CuedReport | None:
    """A report by a verb and what belongs to it: "Vale chimed in", “...,” chimed in Vale."""
    report = by_verb(sentence, first, Cue(CueKind.SAY, inverts=False), earlier, table)
    if report is not None and report.own:
        return report
    after = inverted_subject(sentence, first, last) if is_verb(sentence, first) else None
    return report if after is None else report_by(sentence, first, CueKind.SAY, after, own=True)


def _source_at(sentence: Sentence, i: int) -> Phrase | None:
    """The phrase for a source that begins with a token: "Vale", "him", "early results of the poll"."""
    found = phrase_starting(sentence, i)
    token = sentence.at(i)
    if found is not None and sentence.tokens[found.head].kind == NAME and found.head == found.last:
        return _with_its_noun(sentence, found)
    if found is None and token.kind == WORD and token.classes & OBJECT_PRONOUN:
        return Phrase(i, i, i)
    if found is None and token.kind == WORD and token.classes & ADVERB:  # an adjective of the same form
        found = phrase_starting(sentence, i + 1)
        return None if found is None else found._replace(first=i)
    return found


def _with_its_noun(sentence: Sentence, phrase: Phrase) -> Phrase:
    """A source with the noun that its name describes: according to Kenyan *aid groups*."""
    last = phrase.last
    while sentence.at(last + 1).kind == WORD and not sentence.at(last + 1).classes & CLOSED:
        last += 1
    of_a_country = sentence.tokens[phrase.head].classes & PERSON
    people = sentence.tokens[last].classes & (PERSON | BODY | (PLURAL if of_a_country else 0))
    people = people and not is_verb(sentence, last)
    return Phrase(phrase.first, last, last) if last > phrase.last and people else phrase


def _source(sentence: Sentence, phrase: Phrase) -> Mention:
    """Who a source is by its phrase: also by a pronoun that is no subject, "according to him"."""
    if sentence.tokens[phrase.head].classes & OBJECT_PRONOUN:
        return pronoun_at(sentence, phrase.first, phrase.last)
    return with_apposition(sentence, mention_of(sentence, _with_those_after(sentence, phrase)))


def _with_those_after(sentence: Sentence, phrase: Phrase) -> Phrase:
    """A source with those who are joined to it: "according to Democratic *and independent analysts*"."""
    joined = sentence.at(phrase.last + 1).classes & ADDITIVE
    other = phrase_starting(sentence, phrase.last + 2) if joined else None
    if other is None or sentence.at(other.last + 1).kind not in (EDGE, PUNCT, QUOTE):
        return phrase
    people = sentence.tokens[other.head]
    named = people.kind == NAME or people.classes & PRONOUN or not people.classes & PERSON
    return phrase if named else Phrase(phrase.first, other.head, other.last)


def _stands_apart(sentence: Sentence, first: int, last: int, source: Phrase) -> bool:
    """Whether points or quotations part a phrase and its source from the rest."""
    around = (sentence.at(min(first, source.first) - 1), sentence.at(max(last, source.last) + 1))
    return all(token.kind in (EDGE, PUNCT, QUOTE) for token in around)
