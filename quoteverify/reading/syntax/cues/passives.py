"""Verbs in the passive, and who does what they say: "was told by Vale"."""

from quoteverify.reading.syntax.cues.cue_subjects import may_speak
from quoteverify.reading.syntax.mentions import Mention, mention_of
from quoteverify.reading.syntax.phrases import Phrase, phrase_starting
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.verbs import before_verb_group, is_owner
from quoteverify.reading.syntax.word_classes import AGENT, BE, PARTICIPLE, PASSIVE_AUXILIARY

_AGENT_AHEAD = 8  # tokens: "was told on Monday, in a letter, by Vale"


def is_helped(sentence: Sentence, i: int) -> bool:
    """Whether a form of "be" stands among the auxiliaries of a verb."""
    last = sentence.grammar.syntax.verb_last
    first = sentence.clause_start(i) if last else before_verb_group(sentence, i) + 1
    helping = (k for k in range(first, i) if sentence.tokens[k].classes & (BE | PASSIVE_AUXILIARY))
    return any(not is_owner(sentence, k) for k in helping)  # "a friend of Vale's told"


def is_passive(sentence: Sentence, i: int) -> bool:
    """Whether a verb is a past participle after a form of "be", or before who does it: told *by Vale*."""
    if not sentence.tokens[i].classes & PARTICIPLE:
        return False
    return is_helped(sentence, i) or named_agent(sentence, i) is not None


def named_agent(sentence: Sentence, i: int) -> Phrase | None:
    """Who stands right behind a participle as who does it: described *by Vale*, not told by Monday."""
    named = phrase_starting(sentence, i + 2) if sentence.at(i + 1).classes & AGENT else None
    return named if named is not None and may_speak(sentence, mention_of(sentence, named)) else None


def agent(sentence: Sentence, i: int) -> Mention | None:
    """Who does what a passive verb says: "was told by Vale"."""
    start = sentence.clause_start(i) if sentence.grammar.syntax.verb_last else i + 1
    for j in range(start, min(i + _AGENT_AHEAD + 1, len(sentence.tokens))):
        if sentence.tokens[j].classes & AGENT:
            named = phrase_starting(sentence, j + 1)
            return None if named is None else mention_of(sentence, named)
    return None
