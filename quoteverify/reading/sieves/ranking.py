"""Which of several mentions in a sentence a quotation belongs to: a small linear ranker.

“The board said that Vale had called the plan "a ruin"” names two who could have spoken. What holds of each
candidate is said by features, each feature has a weight, and the weights (``data/<lang>/ranking.toml``) are
learned from articles in which people marked the speakers.
"""

import math
from collections.abc import Callable

from quoteverify.models import Reason, Span
from quoteverify.reading.sieves.answers import Answer, Answers
from quoteverify.reading.sieves.candidates import (
    MentionCandidate,
    Unreported,
    candidates_for,
    introduces_sentence,
    is_all_words,
    is_told,
)
from quoteverify.reading.sieves.features import features, scene
from quoteverify.reading.sieves.weights import weights
from quoteverify.reading.syntax.cues.cue_subjects import may_act
from quoteverify.reading.syntax.cues.report import CueKind
from quoteverify.reading.syntax.mentions import Mention, MentionKind
from quoteverify.reading.syntax.narration import Narration
from quoteverify.reading.syntax.pipeline import UNPARSED, Parse
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.subjects import opens_relative_clause
from quoteverify.reading.syntax.tokens import QUOTE, Token
from quoteverify.reading.syntax.verbs import before_verb_group, is_verb
from quoteverify.reading.syntax.word_classes import (
    AGENT,
    AUXILIARY,
    COMPLEMENTISER,
    CONJUNCTION,
    COORDINATOR,
    CUE,
    CUE_NOUN,
    DETERMINER,
    GENITIVE,
    OBJECT_PRONOUN,
    PAST,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRESENT_PARTICIPLE,
    PRINTED,
    RELATIVE,
)
from quoteverify.text.language import LanguageProfile
from quoteverify.text.normalize import QUOTATION_MARKS


def likeliest(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """Vale said that the ship was “a ruin.” / The “ruin” must go, said Vale. - the likeliest candidate."""
    found = candidates_for(narration, quote, answers)
    sentence, at = narration.sentence(quote), narration.places[quote].token
    profile = narration.profile
    best = choose(sentence, at, among(sentence, at, found, profile), profile, narration.parsed)
    if best is None:
        return None
    candidate, share = best
    headed = at == 0 and sentence.at(1).text == ":"  # ‘It kept coming’: How a flood ruined Aas
    told = candidate.kind is Unreported.SUBJECT and is_told(narration, quote, candidate.mention)
    if told or (headed and candidate.kind is Unreported.SUBJECT):
        return None
    if candidate.cue is None:
        reason = _UNREPORTED[candidate.kind]
    else:
        reason = _reported(sentence.tokens, at, candidate, candidate.cue)
    return Answer(candidate.mention, candidate.cue, reason, score=share)


_UNREPORTED: dict[str, Reason] = {
    Unreported.SPOKE: Reason.SPOKE_BEFORE,
    Unreported.SPOKE_NEAR: Reason.SPOKE_BEFORE,
    Unreported.ACTED: Reason.ACTED_BEFORE,
    Unreported.ACTED_NEAR: Reason.ACTED_BEFORE,
    Unreported.PARSED: Reason.PARSED_SUBJECT,
    Unreported.SUBJECT: Reason.CLAUSE_SUBJECT,
}
"""The reason of a candidate without a cue, by its kind."""


def among(
    sentence: Sentence, at: int, found: list[MentionCandidate], profile: LanguageProfile
) -> list[MentionCandidate]:
    """The candidates that are weighed: where a clause about a noun leads up to the mark, its subject alone.

    "Officials spoke of a plan that Ruth Vale called “a ruin”": in the articles that the weights are learned
    from, most such clauses have a pronoun, for whomever the sentence is about.

    Where somebody tells what another said word for word, that other: "Police said Ruth Vale had written to
    Tom Aas: “We sail.”" And whose claim it is that another tells of: "Vale denied Aas's claim of a “ruin”".
    And whoever does what a passive says: "The port was called “a ruin” by Ruth Vale"; and who is reported
    between commas, where nobody else is: "The reason pilots leave, Ruth Vale said, was “a ruin”".
    """
    found = [c for c in found if not _is_told_about(sentence, at, c)] or found
    alone: tuple[Callable[[MentionCandidate], bool], ...] = (
        lambda c: _is_of_relative_clause(sentence, at, c) or _is_who(sentence, at, c),
        lambda c: _is_told_of(sentence, at, c, found, profile),
        lambda c: _owns_noun(sentence, at, c) or _is_read(sentence, at, c),
        lambda c: _is_inserted(sentence, at, c, found),
        lambda c: _is_agent(sentence, at, c),
    )
    chosen = (list(filter(speaks, found)) for speaks in alone)
    return next(filter(None, chosen), found)


def _is_of_relative_clause(sentence: Sentence, at: int, candidate: MentionCandidate) -> bool:
    """Whether a candidate is the subject of a clause about a noun that leads up to the mark."""
    tokens, first, last = sentence.tokens, candidate.mention.first, candidate.last
    if candidate.kind != CueKind.NAME or not candidate.own or not 0 < first <= last < at:
        return False
    between = tokens[last + 1 : at]
    leads = len(between) <= _LEADING and all(token.classes & (PREPOSITION | DETERMINER) for token in between)
    opening = tokens[first - 1].classes
    # "Aas condemned what he called “a ruin”" is told of Aas, and "what Vale called “a ruin”" of her.
    free = opening & CONJUNCTION and not opening & (COORDINATOR | COMPLEMENTISER)
    named = candidate.mention.kind != MentionKind.PRONOUN and may_act(sentence, candidate.mention)
    of_somebody = bool(free) and named  # what *pilots* call, not what "people" call
    return leads and (of_somebody or opens_relative_clause(sentence, first - 1))


def _is_who(sentence: Sentence, at: int, candidate: MentionCandidate) -> bool:
    """Whether a clause about somebody leads up to the mark: they met Vale, *who has called* it “a ruin”."""
    verb = candidate.verb
    if not 0 < verb < at or candidate.kind not in (CueKind.SAY, CueKind.NAME) or not candidate.own:
        return False
    who = before_verb_group(sentence, verb)
    if not sentence.at(who).classes & RELATIVE or sentence.at(who - 1).text != ",":
        return False  # "saying anybody who calls it"
    between = range(verb + 1, at)
    words = is_all_words([sentence.tokens[i] for i in between])
    return words and not any(is_verb(sentence, i) and sentence.tokens[i].classes & CUE for i in between)


def _is_told_of(
    sentence: Sentence,
    at: int,
    candidate: MentionCandidate,
    found: list[MentionCandidate],
    profile: LanguageProfile,
) -> bool:
    """Whether somebody else reports that a candidate said what the marks hold, word for word."""
    first = candidate.mention.first
    if not _introduces(sentence, at, candidate):
        return False
    if any(c.kind == CueKind.SOURCE and c.mention.last == first - 2 for c in found):
        return sentence.at(first - 1).text == ","  # "According to an affidavit, he told them:"
    tellers = [c for c in found if c.kind == CueKind.SAY and 0 <= c.last < first]
    if not candidate.own or _may_be_who_tells(sentence, candidate.mention, tellers, profile):
        return False
    if _opens_own_clause(sentence, first):  # "Vale had come, Aas reported, her brother told him:"
        return not any(is_verb(sentence, i) for i in range(candidate.last + 1, at))
    if sentence.at(first - 1).classes & COMPLEMENTISER and not opens_relative_clause(sentence, first - 1):
        return True  # "The court heard that Vale said"
    return any(is_all_words(sentence.tokens[teller.last + 1 : first]) for teller in tellers)


def _opens_own_clause(sentence: Sentence, first: int) -> bool:
    """Whether a subject that begins here opens a clause behind a comma: no, *to which* Vale replied."""
    if sentence.at(first - 1).classes & RELATIVE and sentence.at(first - 2).classes & PREPOSITION:
        first -= 2
    return first > 0 and sentence.at(first - 1).text == ","


def _may_be_who_tells(
    sentence: Sentence, mention: Mention, tellers: list[MentionCandidate], profile: LanguageProfile
) -> bool:
    """Whether a pronoun may be whoever tells; not where he is one and they are several: Police said *he*."""
    if mention.kind != MentionKind.PRONOUN:
        return False
    grammar = sentence.grammar
    one = profile.words("pronouns", gender="f") | profile.words("pronouns", gender="m")
    heads = [c.mention for c in tellers if c.mention.kind != MentionKind.PRONOUN]
    several = [grammar.is_body(m.head) or grammar.classes_of(m.head) & PLURAL for m in heads]
    return mention.head not in one or not several or not all(several)


def _is_read(sentence: Sentence, at: int, candidate: MentionCandidate) -> bool:
    """Whether a text, or what words stand on, says what the marks hold: held *a sign* that read “no”."""
    text, verb = candidate.mention, candidate.verb
    if candidate.kind != CueKind.SAY or not candidate.own or not text.last < verb == candidate.last < at:
        return False
    if not sentence.grammar.classes_of(text.head) & (CUE_NOUN | PRINTED):
        return False
    between = sentence.tokens[verb + 1 : at]
    leads = not between or (len(between) == 1 and between[0].text in (":", ","))
    return leads and (text.last == verb - 1 or opens_relative_clause(sentence, text.last + 1))


def _owns_noun(sentence: Sentence, at: int, candidate: MentionCandidate) -> bool:
    """Whether a noun of saying that is the candidate's leads up to the mark: Aas's claim of a “ruin”."""
    if candidate.kind != CueKind.NOUN or not 0 <= candidate.last < at - 1:
        return False
    tokens, joint = sentence.tokens, candidate.last + 1
    determined = at - 1 > joint and tokens[at - 1].classes & _DETERMINING
    end = at - 1 if determined else at  # before the "a" of a “ruin”
    if tokens[joint].classes & GENITIVE:
        return end == joint + 1
    if not tokens[joint].classes & COMPLEMENTISER or end - joint > _CLAIMED:
        return False
    # "called Aas's claim that the pier was safe “a lie”" holds words of another
    return end == joint + 1 or (is_all_words(tokens[joint:end]) and is_verb(sentence, end - 1))


def _is_told_about(sentence: Sentence, at: int, candidate: MentionCandidate) -> bool:
    """Whether a noun of saying is itself what a quotation tells of: Vale said that Aas's claim “is false”."""
    if candidate.kind != CueKind.NOUN:
        return False
    if candidate.first > at:
        return True  # “late” for her response
    quotation = sentence.tokens[at]
    first = sentence.text[quotation.start : quotation.end].lstrip(QUOTATION_MARKS).partition(" ")[0]
    return candidate.last == at - 1 and bool(sentence.grammar.classes_of(first) & AUXILIARY)


def _is_inserted(
    sentence: Sentence, at: int, candidate: MentionCandidate, found: list[MentionCandidate]
) -> bool:
    """Whether the one report before the mark names a candidate, and stands between commas."""
    if candidate.kind != CueKind.SAY or not candidate.own or not 0 <= candidate.last < at:
        return False
    first, last = candidate.first, candidate.last
    alone = not any(c.cue is not None and c.first < at for c in found if c is not candidate)
    return alone and sentence.at(first - 1).text == sentence.at(last + 1).text == ","


_DETERMINING = DETERMINER | POSSESSIVE


def _is_agent(sentence: Sentence, at: int, candidate: MentionCandidate) -> bool:
    """Whether a passive right before the mark has a candidate for its agent: called “a ruin” by Vale."""
    first, verb = candidate.mention.first, candidate.verb
    if not 0 <= verb < at or first <= verb or not sentence.at(first - 1).classes & AGENT:
        return False
    between = [i for i in range(verb + 1, at) if not first - 1 <= i <= candidate.mention.last]
    return len(between) <= _LEADING and is_all_words([sentence.tokens[i] for i in between])


def _introduces(sentence: Sentence, at: int, candidate: MentionCandidate) -> bool:
    """Whether a report leads up to the mark, or to a whole sentence of marks: Vale told Aas: “We sail”."""
    if candidate.kind != CueKind.SAY or not 0 <= candidate.last < at:
        return False
    between = sentence.tokens[candidate.last + 1 : at]
    if not between or (len(between) == 1 and between[0].classes & OBJECT_PRONOUN):
        return bool(
            sentence.tokens[candidate.last].classes & (PAST | PRESENT_PARTICIPLE)
        )  # not "that ministers would respond “soon”"
    return introduces_sentence(sentence, candidate.last, at)


_CLAIMED = 6
"""In tokens: "claim that the old pier was a" has five before the "a" (a guard)."""
_LEADING = 2
"""In tokens: "which Vale described as a" has two between the verb and the mark."""


def _reported(tokens: list[Token], at: int, candidate: MentionCandidate, cue: Span) -> Reason:
    """The way in which a report stands to the quotation at a token."""
    last = candidate.last
    if last >= at:
        if candidate.first >= at or cue.end > tokens[at].start:
            return Reason.SAID_LATER
        last = candidate.first  # a participle before it, whose subject follows
    if candidate.kind == CueKind.NOUN:
        return Reason.OWNED_CUE
    between = tokens[last + 1 : at]
    if _leads_up(between):
        return Reason.SAID_BEFORE
    return Reason.SAID_AROUND if any(t.kind == QUOTE for t in between) else Reason.REPORTED_CLAUSE


def _leads_up(between: list[Token]) -> bool:
    """Whether what stands between leads from a report to the mark: nothing, a colon, a comma, "them that"."""
    if not between or between[-1].text in (":", ","):
        return True
    return bool(between[-1].classes & COMPLEMENTISER) and len(between) <= _TOLD


_TOLD = 2
"""In tokens: "them that", with those who were told."""


def choose(
    sentence: Sentence,
    at: int,
    found: list[MentionCandidate],
    profile: LanguageProfile,
    parsed: Parse = UNPARSED,
) -> tuple[MentionCandidate, float] | None:
    """The likeliest candidate for the quotation at a token, and its share of the likelihood; None of none."""
    if len(found) < 2:  # what has no rival is not weighed
        return (found[0], 1.0) if found else None
    learned, here = weights(profile, "ranking"), scene(sentence, at, found, profile, parsed)
    scores = [learned.sum(features(here, candidate)) for candidate in found]
    top = max(scores)
    total = math.fsum(math.exp(score - top) for score in scores)
    return found[scores.index(top)], 1 / total
