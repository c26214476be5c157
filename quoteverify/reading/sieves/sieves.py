"""The sieves: each a small function that knows one way in which English says who speaks.

They stand in the order of their precision; the first that answers wins, and its name is the
reason that the attribution gives.
"""

from collections.abc import Callable, Iterator

import attrs

from quoteverify.models import Span
from quoteverify.reading.sieves.ranking import Candidate, candidates, choose
from quoteverify.reading.syntax.cues import Report, first_subject
from quoteverify.reading.syntax.grammar import Grammar
from quoteverify.reading.syntax.mentions import (
    DASHES,
    Mention,
    MentionKind,
    mention_of,
    phrase_ending,
    phrase_starting,
    with_apposition,
)
from quoteverify.reading.syntax.narration import Narration
from quoteverify.reading.syntax.tokens import BE, NAME, PUNCT, QUOTE, STOPS, WORD, Token, is_verb


@attrs.frozen
class Answer:
    """Who a sieve says has spoken.

    Attributes:
        mention: Where the text names the speaker.
        cue: What reports the speech, where anything does.
        reason: The sieve's name.
        follows: The index of the quoted span whose speaker this one shares, if that is why.
        score: Where candidates were ranked, the share of the likelihood that this one has.
    """

    mention: Mention
    cue: Span | None
    reason: str
    follows: int | None = None
    score: float | None = None


Answers = dict[int, Answer]
Sieve = Callable[[Narration, int, Answers], Answer | None]


def _skip_points(tokens: list[Token], i: int, step: int) -> int:
    """The next token that is neither comma nor dash nor a stray mark."""
    while (
        0 <= i < len(tokens)
        and tokens[i].kind == PUNCT
        and (tokens[i].text in (",", "'", "’", '"') or tokens[i].text in DASHES)
    ):
        i += step
    return i


def said_after(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """“We sail,” Ruth Vale said. / “We sail,” said Ruth Vale. / “Ruin” is how Ruth Vale describes it."""
    sentence, at = narration.sentence(quote), narration.places[quote].token
    tokens = sentence.tokens
    i = _skip_points(tokens, at + 1, 1)
    if i + 1 < len(tokens) and tokens[i].lower in BE and tokens[i + 1].lower == "how":
        i += 2
    while (
        i < len(tokens)
        and tokens[i].kind == WORD
        and (
            tokens[i].lower in narration.grammar.adverbs
            or tokens[i].lower in ("as", "so")
            or tokens[i].lower.endswith("ly")
        )
        and not any(r.start == i for r in narration.reports_around(quote))
    ):
        i += 1
    before = [r for r in narration.reports_around(quote) if r.end < at]
    kinds = ("say", "source") if before else ("say", "source", "name")
    if (
        before
        and before[-1].end == at - 1
        and narration.text[tokens[at].end - 2 : tokens[at].end - 1] not in (",", "?", "!")
    ):
        return None
    for report in narration.reports_around(quote):
        if report.start == i and report.kind in kinds and _leaves(tokens, report):
            return Answer(report.mention, report.cue, "said_after")
    return None


def verb_after(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """“We sail!” beamed Ruth Vale. / “We sail,” Vale began. - any verb."""
    sentence, at = narration.sentence(quote), narration.places[quote].token
    tokens = sentence.tokens
    inside = narration.marked[quote].span.of(narration.text).strip()
    if inside[-1:] not in _CLOSING or not inside[:1].isupper():
        return None
    i = _skip_points(tokens, at + 1, 1)
    if i >= len(tokens):
        return None
    if tokens[i].kind != WORD or not is_verb(sentence, i):
        place = narration.places[quote]
        among = narration.subjects(place.paragraph, place.sentence)
        return next((Answer(subject, None, "verb_after") for subject in among if subject.first == i), None)
    named = phrase_starting(sentence, i + 1)
    if tokens[i].lower in narration.grammar.auxiliaries or named is None:
        return None
    mention = with_apposition(sentence, mention_of(sentence, *named))
    return Answer(mention, Span(tokens[i].start, tokens[i].end), "verb_after")


_CLOSING = frozenset(",?!-—–")


def came_from(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """“We sail!” came the reply from Ruth Vale. / “We sail” was the verdict of Vale, or her verdict."""
    sentence, at = narration.sentence(quote), narration.places[quote].token
    tokens = sentence.tokens
    i = _skip_points(tokens, at + 1, 1)
    if i >= len(tokens) or tokens[i].lower not in BE | _COMES:
        return None
    for report in narration.reports_around(quote):
        if report.kind == "noun" and report.start == i + 1:
            return Answer(report.mention, report.cue, "came_from")
    if i + 4 >= len(tokens) or tokens[i + 1].lower != "the":
        return None
    noun = tokens[i + 2]
    if noun.lower not in narration.profile.words("cue_nouns") or tokens[i + 3].lower not in ("from", "of"):
        return None
    named = phrase_starting(sentence, i + 4)
    if named is None:
        return None
    mention = mention_of(sentence, *named)
    return Answer(mention, Span(noun.start, noun.end), "came_from")


_COMES = frozenset(("came", "comes"))


def _leaves(tokens: list[Token], report: Report) -> bool:
    """Whether a report after a quotation is of that one, not of the next: “No.” Vale said: “Yes.” is not."""
    return not (report.end + 1 < len(tokens) and tokens[report.end + 1].text == ":")


def label(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """Ruth Vale: “We sail.” / Ruth Vale to board on delays: 'We sail' - as in headlines and transcripts."""
    sentence, at = narration.sentence(quote), narration.places[quote].token
    tokens = sentence.tokens
    if at < 2 or tokens[at - 1].text != ":":
        return None
    first = 0
    while (
        tokens[first].lower in ("from", "more", "and", "but")
        or tokens[first].lower in narration.grammar.furniture
    ):
        first += 1
    phrase = phrase_starting(sentence, first)
    if (
        phrase is None
        or narration.reports_around(quote)
        or tokens[first].lower in narration.grammar.furniture
    ):
        return None
    if phrase[2] != at - 2 and tokens[phrase[1]].kind != NAME:
        return None
    colon = tokens[at - 1]
    return Answer(mention_of(sentence, *phrase), Span(colon.start, colon.end), "label")


def label_after(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """‘We sail’: Ruth Vale - as in headlines."""
    sentence, at = narration.sentence(quote), narration.places[quote].token
    tokens = sentence.tokens
    if at or len(tokens) < 3 or tokens[1].text != ":" or narration.reports_around(quote):
        return None
    phrase = phrase_starting(sentence, 2)
    if phrase is None or tokens[2].kind != NAME:
        return None
    colon = Span(tokens[1].start, tokens[1].end)
    return Answer(mention_of(sentence, *phrase), colon, "label_after")


def titled(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """Vale: Port is “floating ruin” - a headline that opens with the speaker."""
    sentence = narration.sentence(quote)
    tokens = sentence.tokens
    colon = next((i for i, t in enumerate(tokens[:8]) if t.text == ":"), None)
    if colon is None or narration.reports_around(quote):
        return None
    phrase = phrase_ending(sentence, colon - 1)
    if phrase is None or phrase[0] != 0 or tokens[phrase[1]].kind == WORD:
        return None
    if tokens[0].lower in narration.grammar.furniture:
        return None
    mention = mention_of(sentence, *phrase, colon - 1)
    return Answer(mention, Span(tokens[colon].start, tokens[colon].end), "titled")


def signed(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """“We sail.” - Ruth Vale, at the end of a paragraph or on the next line."""
    sentence, at = narration.sentence(quote), narration.places[quote].token
    if at:
        return None
    at += 1
    if at >= len(sentence.tokens):
        below = narration.sentences(narration.places[quote].paragraph + 1)
        if not below or len(below[0].tokens) > 12:
            return None
        sentence, at = below[0], 0
    tokens = sentence.tokens
    if at + 1 >= len(tokens) or tokens[at].text not in (*DASHES, "~", "―"):
        return None
    named = phrase_starting(sentence, at + 1)
    if named is None or tokens[named[1]].kind == WORD:
        return None
    after = tokens[named[2] + 1] if named[2] + 1 < len(tokens) else None
    if after is not None and after.text not in (",", ".", "("):
        return None
    return Answer(mention_of(sentence, *named), None, "signed")


def introduced(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """Ruth Vale was blunt: and then, on the next line or at once, “We sail.”."""
    place = narration.places[quote]
    sentence = narration.sentence(quote)
    tokens = sentence.tokens
    if any(t.kind not in (QUOTE, PUNCT) for t in tokens[: place.token]):
        return None
    if place.sentence:
        paragraph, index = place.paragraph, place.sentence - 1
    else:
        paragraph = place.paragraph - 1
        index = len(narration.sentences(paragraph)) - 1
    if paragraph < 0 or index < 0:
        return None
    before = narration.sentences(paragraph)[index]
    if before.tokens[-1].text != ":":
        return None
    found = narration.reports(paragraph, index)
    if found:
        return Answer(found[-1].mention, found[-1].cue, "introduced")
    subject = first_subject(before, len(before.tokens))
    return Answer(subject, None, "introduced") if subject else None


def said_in_sentence_after(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """“We sail.” So said Ruth Vale on Monday. / “We sail.” That is the view of Ruth Vale."""
    place = narration.places[quote]
    sentences, following = narration.sentences(place.paragraph), place.sentence + 1
    if following == len(sentences) or not _alone(narration.sentence(quote).tokens):
        return None
    sentence, grammar = sentences[following], narration.grammar
    tokens = sentence.tokens
    if len(tokens) > 3 and tokens[0].lower in _POINTING and tokens[1].lower in BE:
        nouns = narration.profile.words("cue_nouns")
        noun = next((i for i in range(2, min(6, len(tokens) - 2)) if tokens[i].lower in nouns), None)
        named = phrase_starting(sentence, noun + 2) if noun and tokens[noun + 1].lower == "of" else None
        if noun and named:
            cue = Span(tokens[noun].start, tokens[noun].end)
            return Answer(mention_of(sentence, *named), cue, "said_in_sentence_after")
        return None
    said = next(iter(narration.reports(place.paragraph, place.sentence + 1)), None)
    begins = said is not None and (said.start == 0 or (said.start == 1 and tokens[0].lower in ("so", "thus")))
    if said is None or not begins or said.kind != "say" or not said.own:
        return None
    rest = tokens[said.end + 1 :]
    bare = not rest or rest[0].text in STOPS or rest[0].lower in grammar.prepositions | grammar.calendar
    more = any(t.kind == QUOTE or t.text in (":", ",") or t.lower in grammar.subjects for t in rest)
    if more or not bare or len(rest) > _WHEN:
        return None
    return Answer(said.mention, said.cue, "said_in_sentence_after")


_POINTING = frozenset(("that", "those", "this", "these", "such"))
_WHEN = 5  # tokens: "in a statement." and "on Monday." are no words of what was said


def _alone(tokens: list[Token]) -> bool:
    """Whether a sentence is nothing but quoted spans."""
    return all(t.kind in (QUOTE, PUNCT) for t in tokens)


def continued(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """“We sail,” Ruth Vale said. “At noon.” - what stands right after."""
    place = narration.places[quote]
    if not _alone(narration.sentence(quote).tokens) or (not place.sentence and not place.token):
        return None
    if place.sentence:
        before = narration.sentences(place.paragraph)[place.sentence - 1]
        last = next((t.quote for t in reversed(before.tokens) if t.kind == QUOTE), None)
        if last is not None and last in answers:
            whole = narration.text[
                narration.marked[last].span.start : narration.marked[last].span.start + 1
            ].isupper()
            return attrs.evolve(
                answers[last], reason="continued", follows=last if whole else None, score=None
            )
        found = narration.reports(place.paragraph, place.sentence - 1)
        if found:
            return Answer(found[-1].mention, found[-1].cue, "said_in_sentence_before")
        subject = first_subject(before, len(before.tokens))
        if subject:
            return Answer(subject, None, "subject_of_sentence_before")
    elif quote - 1 in answers:
        return attrs.evolve(answers[quote - 1], reason="continued", follows=quote - 1, score=None)
    return None


def reopened(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """A paragraph that opens again a quotation which the one before left open."""
    if narration.marked[quote].continues and quote - 1 in answers:
        return attrs.evolve(answers[quote - 1], reason="reopened", follows=quote - 1, score=None)
    return None


def candidates_for(narration: Narration, quote: int, answers: Answers) -> list[Candidate]:
    """Who may have spoken: the candidates of the sentence, and who spoke or acted just before it."""
    place = narration.places[quote]
    if _alone(narration.sentence(quote).tokens):
        return []
    found = candidates(narration.reports_around(quote), narration.subjects(place.paragraph, place.sentence))
    found += _parsed_candidates(narration, quote, found)
    if place.sentence:
        paragraph, sentence = place.paragraph, place.sentence - 1
    else:
        paragraph = place.paragraph - 1
        sentence = len(narration.sentences(paragraph)) - 1
    if quote - 1 in answers and narration.marked[quote - 1].outer.end <= narration.sentence(quote).start:
        found.append(Candidate(answers[quote - 1].mention, None, "spoke_near" if place.sentence else "spoke"))
    if sentence >= 0:
        before = narration.subjects(paragraph, sentence)
        if before:
            found.append(Candidate(before[0], None, "acted_near" if place.sentence else "acted"))
    return found


def _parsed_candidates(narration: Narration, quote: int, found: list[Candidate]) -> Iterator[Candidate]:
    """The subjects of the verbs above a quotation, where a pipeline shows some that were not found."""
    parsed, sentence = narration.parsed, narration.sentence(quote)
    tokens = sentence.tokens
    if not parsed.heads:
        return
    known = {i for c in found for i in range(c.mention.first, c.mention.last + 1)}
    places = {t.start: i for i, t in enumerate(tokens) if t.kind in (WORD, NAME)}
    for verb in parsed.above(parsed.top(narration.marked[quote].outer)):
        head = places.get(parsed.subjects.get(verb, -1))
        if head is None or head in known or verb not in places:
            continue
        phrase = phrase_ending(sentence, head)
        if phrase is not None:
            mention = mention_of(sentence, *phrase, head)
            first, last = min(phrase[0], places[verb]), max(head, places[verb])
            yield Candidate(mention, None, "parsed", first, last, verb=places[verb])


def governed(narration: Narration, quote: int, answers: Answers) -> Answer | None:
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


def narrated_before(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """Her nephew came in. // “Did you call the bank?” - who acted last, in a line without quotes."""
    place = narration.places[quote]
    if place.sentence or place.token or not place.paragraph:
        return None
    last = len(narration.sentences(place.paragraph - 1)) - 1
    if last < 0:
        return None
    tokens = narration.sentences(place.paragraph - 1)[last].tokens
    if any(t.kind == QUOTE for t in tokens) or tokens[-1].text == "?":
        return None
    reported = [r for r in narration.reports(place.paragraph - 1, last) if r.own and r.kind == "say"]
    if (
        reported
        and reported[0].cue.of(narration.text).lower() not in _ASKS
        and _can_speak(reported[0].mention, narration.grammar)
    ):
        return Answer(reported[0].mention, reported[0].cue, "said_in_paragraph_before")
    for subject in narration.subjects(place.paragraph - 1, last)[:1]:
        if not reported and _can_speak(subject, narration.grammar):
            return Answer(subject, None, "narrated_before")
    return None


_ASKS = frozenset(("ask", "asks", "asked", "asking", "wonder", "wonders", "wondered"))


def _can_speak(mention: Mention, grammar: Grammar) -> bool:
    """Whether a mention is of somebody who may go on to speak, and not of the writer or the reader."""
    if mention.kind == MentionKind.PRONOUN:
        return mention.head in ("he", "she")
    return mention.kind == MentionKind.NAME or mention.head in grammar.people


def taking_turns(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """“Do we sail?” asked Vale. // “No,” said Aas. // “Why not?” - two who ask and answer, line by line."""
    first, second = answers.get(quote - 2), answers.get(quote - 1)
    if first is None or second is None or first.mention.head == second.mention.head:
        return None
    if first.mention.kind != second.mention.kind:  # a pronoun and a name may be one
        return None
    here = narration.places[quote].paragraph
    turns = [narration.places.get(quote - back) for back in (2, 1)]
    if [t and t.paragraph for t in turns] != [here - 2, here - 1]:
        return None
    asked = any(narration.marked[q].span.of(narration.text).rstrip()[-1:] == "?" for q in (quote - 1, quote))
    if (asked or second.reason == "taking_turns") and _is_only_quote(narration, quote):
        return attrs.evolve(first, cue=None, reason="taking_turns", follows=None, score=None)
    return None


def _is_only_quote(narration: Narration, quote: int) -> bool:
    """Whether a paragraph is one quoted span and nothing else."""
    said = narration.sentences(narration.places[quote].paragraph)
    return len(said) == 1 and _alone(said[0].tokens) and sum(t.kind == QUOTE for t in said[0].tokens) == 1


def speaker_before(narration: Narration, quote: int, answers: Answers) -> Answer | None:
    """A quotation that stands alone in its paragraph goes on with who spoke last."""
    if (
        quote - 1 in answers
        and narration.marked[quote].paragraph - narration.marked[quote - 1].paragraph <= 2
    ):
        return attrs.evolve(answers[quote - 1], cue=None, reason="speaker_before", follows=None, score=None)
    return None


SIEVES: tuple[Sieve, ...] = (
    said_after,
    came_from,
    label,
    label_after,
    signed,
    verb_after,
    titled,
    governed,
    said_in_sentence_after,
    introduced,
    reopened,
    continued,
    narrated_before,
    taking_turns,
    speaker_before,
)
"""In order: the first that answers decides."""

BEFORE_RANKING = frozenset(sieve.__name__ for sieve in SIEVES[: SIEVES.index(governed)])
"""The reasons of the sieves that stand before the ranker."""
