"""Which of several mentions in a sentence a quotation belongs to: a small linear ranker.

“The board said that Vale had called the plan "a ruin"” names two who could have spoken. What holds of each
candidate is said by features, each feature has a weight, and the weights (``data/<lang>/ranking.toml``) are
learned from articles in which people marked the speakers.
"""

import functools
import math

from quoteverify.reading.sieves.answers import Answer, Answers
from quoteverify.reading.sieves.candidates import Candidate, candidates_for
from quoteverify.reading.sieves.features import features, scene
from quoteverify.reading.syntax.narration import Narration
from quoteverify.reading.syntax.pipeline import UNPARSED, Parse
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import QUOTE, Token
from quoteverify.text.language import LanguageProfile


def likeliest(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """Vale said that the ship was “a ruin.” / The “ruin” must go, said Vale. - the likeliest candidate."""
    found = candidates_for(narration, quote, answers)
    sentence, at = narration.sentence(quote), narration.places[quote].token
    tokens = sentence.tokens
    best = choose(sentence, at, found, narration.profile, narration.parsed)
    if best is None:
        return None
    candidate, share = best
    return Answer(candidate.mention, candidate.cue, _shape(tokens, at, candidate), score=share)


def _shape(tokens: list[Token], at: int, candidate: Candidate) -> str:
    """What to call the way in which a candidate stands to the quotation at a token."""
    if candidate.kind in ("spoke", "spoke_near"):
        return "spoke_before"
    if candidate.kind in ("acted", "acted_near"):
        return "acted_before"
    if candidate.kind == "parsed":
        return "parsed_subject"
    if candidate.cue is None:
        return "clause_subject"
    last = candidate.last
    if last >= at:
        if candidate.first >= at or candidate.cue.end > tokens[at].start:
            return "said_later"
        last = candidate.first  # a participle before it, whose subject follows
    if candidate.kind == "noun":
        return "owned_cue"
    between = tokens[last + 1 : at]
    if not between or between[-1].text in (":", ",") or (between[-1].lower == "that" and len(between) < 3):
        return "said_before"
    return "said_around" if any(t.kind == QUOTE for t in between) else "reported_clause"


@functools.lru_cache(maxsize=8)
def weights(profile: LanguageProfile) -> dict[str, float]:
    """The weight of each feature."""
    return {word: float(row.values["weight"]) for row in profile.rows("ranking") for word in row.words}


def choose(
    sentence: Sentence, at: int, found: list[Candidate], profile: LanguageProfile, parsed: Parse = UNPARSED
) -> tuple[Candidate, float] | None:
    """The likeliest candidate for the quotation at a token, and its share of the likelihood; None of none."""
    if not found:
        return None
    table, here = weights(profile), scene(sentence, at, found, profile, parsed)
    # Exactly summed: the order of features would show where two candidates are equally likely.
    scores = [
        math.fsum(table.get(feature, 0.0) for feature in features(here, candidate)) for candidate in found
    ]
    top = max(scores)
    total = sum(math.exp(score - top) for score in scores)
    return found[scores.index(top)], 1 / total
