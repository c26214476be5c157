"""Reports by a verb: "Vale said", "“...,” said Vale", "Vale left, saying", "was told by Vale"."""

from quoteverify.reading.syntax.cues.cue_subjects import (
    following_subject,
    inverted_subject,
    shared_subject,
    subject_of,
)
from quoteverify.reading.syntax.cues.cue_table import Cue, CueTable
from quoteverify.reading.syntax.cues.passives import agent, is_helped, is_passive, named_agent
from quoteverify.reading.syntax.cues.relayed import relayed
from quoteverify.reading.syntax.cues.report import CuedReport, CueKind, report_by
from quoteverify.reading.syntax.cues.told_of import told_of
from quoteverify.reading.syntax.mentions import Mention, mention_of
from quoteverify.reading.syntax.phrases import Phrase, phrase_ending
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.subjects import name_within
from quoteverify.reading.syntax.tokens import DASHES, NAME, QUOTE, WORD
from quoteverify.reading.syntax.verbs import is_verb
from quoteverify.reading.syntax.word_classes import (
    ABSOLUTE,
    ADDITIVE,
    ADVERB,
    ASPECTUAL,
    BE,
    CLOSED,
    CUE_NOUN,
    DETERMINER,
    GENITIVE,
    ISSUING,
    MANNER_ADVERB,
    OBJECT_PRONOUN,
    PERCEIVING,
    POSSESSIVE,
    POSSESSIVE_MARK,
    PRESENT_PARTICIPLE,
    PRINTED,
    RECEIVING,
)

_LEADING = 2  # tokens: "as a" stands between who describes something and the mark


def by_verb(
    sentence: Sentence, i: int, cue: Cue, earlier: list[CuedReport], table: CueTable
) -> CuedReport | None:
    """A report by a verb, with its subject; None where the word is no verb here, or has no subject."""
    if sentence.tokens[i].classes & PRESENT_PARTICIPLE:
        if sentence.at(i - 1).classes & ASPECTUAL:
            return report_by(sentence, i, cue.kind, *subject_of(sentence, i - 1, earlier))
        if _describes_owned(sentence, i):
            return None
        if not is_helped(sentence, i):
            return _by_participle(sentence, i, cue, earlier, table)
    elif not is_verb(sentence, i):
        return None
    else:
        handed_on = relayed(sentence, i, earlier, table) if cue.relays else None
        if handed_on is not None:
            return handed_on
        if is_passive(sentence, i):
            return _by_passive(sentence, i, cue.kind)
    after = inverted_subject(sentence, i) if cue.kind == CueKind.SAY and cue.inverts else None
    if after is not None:
        return report_by(sentence, i, cue.kind, after, own=True)
    mention, own = subject_of(sentence, i, earlier)
    actor = None if own else told_of(sentence, i, cue, earlier, table)
    return report_by(sentence, i, cue.kind, actor or mention, own=own or actor is not None)


def _by_participle(
    sentence: Sentence, i: int, cue: Cue, earlier: list[CuedReport], table: CueTable
) -> CuedReport | None:
    """A report by a participle: "Vale left, saying", "heard Vale saying"; not "the saying"."""
    before = sentence.at(i - 1).classes
    behind_her = before & OBJECT_PRONOUN and sentence.at(i + 1).kind == QUOTE
    if before & (DETERMINER | POSSESSIVE | POSSESSIVE_MARK) and not behind_her:
        return None
    if sentence.at(i + 1).kind == WORD and sentence.at(i + 1).classes & BE:
        return None  # why a flood warning was late
    own = _own_doer(sentence, i, earlier) or told_of(sentence, i, cue, earlier, table)
    if own is None and _goes_on_from_absolute(sentence, i, earlier):
        own = earlier[-1].mention
    if own is not None:
        return report_by(sentence, i, cue.kind, own, own=True)
    shared = shared_subject(sentence, i, earlier) or following_subject(sentence, i)
    return report_by(sentence, i, cue.kind, shared, own=False)


def _own_doer(sentence: Sentence, i: int, earlier: list[CuedReport]) -> Mention | None:
    """Who does what a participle says, where that is not who the clause is about: "heard *Vale* saying"."""
    phrase = _doer(sentence, i)
    if phrase is None:
        return None
    if _is_absolute(sentence, phrase, earlier) or _is_of_another(sentence, phrase):
        return mention_of(sentence, phrase)
    shown = name_within(sentence, phrase)
    if shown is None or not sentence.at(shown.first - 1).classes & GENITIVE:
        return None
    return mention_of(sentence, shown)  # a video of Ruth Vale saying


def _goes_on_from_absolute(sentence: Sentence, i: int, earlier: list[CuedReport]) -> bool:
    """Whether a participle is joined to one with a subject of its own: with Vale saying it *and asking*."""
    joined = bool(earlier) and bool(sentence.at(i - 1).classes & ADDITIVE)
    return joined and _has_its_doer(sentence, earlier[-1])


def _has_its_doer(sentence: Sentence, report: CuedReport) -> bool:
    """Whether a report is by a participle with a subject of its own."""
    return report.own and bool(sentence.tokens[report.first].classes & PRESENT_PARTICIPLE)


def _describes_owned(sentence: Sentence, i: int) -> bool:
    """Whether a participle describes what somebody has, which acts: Vale's *warning words were* heard."""
    if not sentence.at(i - 1).classes & POSSESSIVE_MARK or sentence.at(i + 1).kind != WORD:
        return False
    acts = i + 2 < len(sentence.tokens) and is_verb(sentence, i + 2)
    return acts and not sentence.at(i + 1).classes & CLOSED


def _doer(sentence: Sentence, participle: int) -> Phrase | None:
    """The phrase before a participle and its adverbs: "with *Ruth Vale and others* loudly chanting"."""
    last = participle - 1
    while sentence.at(last).kind == WORD and sentence.at(last).classes & (ADVERB | MANNER_ADVERB):
        last -= 1
    phrase = phrase_ending(sentence, last)
    if phrase is None or not sentence.at(phrase.first - 1).classes & ADDITIVE:
        return phrase
    one = phrase_ending(sentence, phrase.first - 2)
    joined = one is not None and sentence.at(one.first - 1).classes & (ABSOLUTE | PERCEIVING)
    return phrase._replace(first=one.first) if one is not None and joined else phrase


def _is_absolute(sentence: Sentence, doer: Phrase, earlier: list[CuedReport]) -> bool:
    """Whether a participle has a subject of its own: "with Vale saying", "– Vale saying no and Aas"."""
    before = sentence.at(doer.first - 1)
    if before.classes & (ABSOLUTE | PERCEIVING):
        return True
    if sentence.tokens[doer.head].kind != NAME:
        return False
    if before.classes & GENITIVE:
        return True  # "reminds me of Vale saying"
    follows = before.classes & ADDITIVE and any(_has_its_doer(sentence, one) for one in earlier)
    return before.text in DASHES or bool(follows)


def _is_of_another(sentence: Sentence, text: Phrase) -> bool:
    """Whether a text is not by whom its clause is about: "Vale received *a letter* saying"."""
    noun = sentence.tokens[text.last].classes
    if not noun & CUE_NOUN:
        return bool(noun & PRINTED)  # "Vale held *a sign* saying"
    verb = sentence.at(text.first - 1)
    passive = sentence.at(text.first - 2).classes & BE and not verb.classes & PRESENT_PARTICIPLE
    return bool(verb.classes & RECEIVING or (verb.classes & ISSUING and passive))


def _by_passive(sentence: Sentence, i: int, kind: CueKind) -> CuedReport | None:
    """A report by a passive verb: "was told by Vale", "described by Vale as “a ruin”".

    Without a form of "be" it reports what stands right behind it alone: not "Questioned by Vale, she left".
    """
    if not is_helped(sentence, i):
        named = named_agent(sentence, i)
        ahead = (sentence.at(named.last + n) for n in range(1, _LEADING + 2)) if named else ()
        if not any(token.kind == QUOTE for token in ahead):
            return None
    return report_by(sentence, i, kind, agent(sentence, i), own=True)
