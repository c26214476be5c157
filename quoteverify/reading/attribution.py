"""An ordered tuple of sieves, from a quoted span to its speaker's mention, with the reason.

Each sieve is a small function that knows one way in which English says who speaks. They
stand in the order of their precision; the first that answers wins, and its name is the
reason that the attribution gives.
"""

import bisect
import functools
import re
from collections.abc import Callable

import attrs

from quoteverify.models import Span
from quoteverify.reading.cues import Report, first_subject, reports, subjects
from quoteverify.reading.grammar import Grammar, grammar
from quoteverify.reading.marks import MarkedSpan
from quoteverify.reading.mentions import (
    DASHES,
    Mention,
    MentionKind,
    mention_of,
    phrase_ending,
    phrase_starting,
    with_apposition,
)
from quoteverify.reading.page import NAME, POINT, QUOTE, WORD, Sentence, Token, is_verb, sentences
from quoteverify.reading.ranking import Candidate, candidates, choose
from quoteverify.text.language import LanguageProfile


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


@attrs.frozen
class Place:
    """Where a quoted span stands: its sentence, the place of its token there, and its paragraph."""

    paragraph: int
    sentence: int
    token: int


_LOWER_CASE = re.compile(r"\b[a-z]{4,}\b")


class Page:
    """A text with its marked spans, read paragraph by paragraph as sieves ask for it."""

    def __init__(
        self,
        text: str,
        paragraphs: tuple[Span, ...],
        marked: list[MarkedSpan],
        profile: LanguageProfile,
    ) -> None:
        self.text = text
        self.marked = marked
        self.paragraphs, home = _joined(paragraphs, marked)
        self.profile = profile
        self.words: Grammar = grammar(profile)
        self._in_paragraph: dict[int, list[tuple[int, Span]]] = {}
        for i, span in enumerate(marked):
            self._in_paragraph.setdefault(home[span.paragraph], []).append((i, span.outer))
        self._sentences: dict[int, list[Sentence]] = {}
        self._reports: dict[tuple[int, int], list[Report]] = {}
        self._subjects: dict[tuple[int, int], list[Mention]] = {}
        self.starts = [p.start for p in self.paragraphs]
        self.places: dict[int, Place] = {}
        for paragraph in self._in_paragraph:
            for s, sentence in enumerate(self.sentences(paragraph)):
                for t, token in enumerate(sentence.tokens):
                    if token.kind == QUOTE:
                        self.places[token.quote] = Place(paragraph, s, t)

    def sentences(self, paragraph: int) -> list[Sentence]:
        """The sentences of a paragraph; none for one that is not there."""
        if not 0 <= paragraph < len(self.paragraphs):
            return []
        found = self._sentences.get(paragraph)
        if found is None:
            quoted = self._in_paragraph.get(paragraph, [])
            place = self.paragraphs[paragraph]
            found = list(sentences(self.text, place, quoted, paragraph, self.words, self.common))
            self._sentences[paragraph] = found
        return found

    @functools.cached_property
    def common(self) -> frozenset[str]:
        """The words that the text has in lower case: a capital at a sentence's start makes none of them a name."""
        return frozenset(_LOWER_CASE.findall(self.text))

    def sentence(self, quote: int) -> Sentence:
        """The sentence that a quoted span stands in."""
        place = self.places[quote]
        return self.sentences(place.paragraph)[place.sentence]

    def reports(self, paragraph: int, sentence: int) -> list[Report]:
        """The reports of speech in a sentence."""
        key = paragraph, sentence
        found = self._reports.get(key)
        if found is None:
            tokens = self.sentences(paragraph)[sentence].tokens
            found = self._reports[key] = reports(self.text, tokens, self.profile)
        return found

    def subjects(self, paragraph: int, sentence: int) -> list[Mention]:
        """Who does something in a sentence: those of main clauses first, then the others, each in order."""
        key = paragraph, sentence
        found = self._subjects.get(key)
        if found is None:
            tokens = self.sentences(paragraph)[sentence].tokens
            clauses = list(subjects(self.text, tokens, len(tokens), self.words))
            main = [m for m, subordinate in clauses if not subordinate]
            spoke = [
                r.mention for r in self.reports(paragraph, sentence) if r.kind in ("say", "name") and r.own
            ]
            opening = phrase_starting(tokens, 0, self.words) if tokens[0].kind == NAME else None
            if opening is not None and opening[2] + 1 < len(tokens) and tokens[opening[2] + 1].text == ",":
                clauses.append((mention_of(self.text, tokens, *opening, self.words), True))
            found = list(
                {
                    m.span: m for m in (*main[:1], *spoke, *main[1:], *(m for m, low in clauses if low))
                }.values()
            )
            self._subjects[key] = found
        return found

    def locate(self, offset: int) -> tuple[int, int]:
        """The paragraph and the sentence in it that an offset stands in."""
        paragraph = max(0, bisect.bisect_right(self.starts, offset) - 1)
        found = self.sentences(paragraph)
        return paragraph, max((i for i, s in enumerate(found) if s.start <= offset), default=0)

    def reports_around(self, quote: int) -> list[Report]:
        """The reports of speech in a quoted span's sentence."""
        place = self.places[quote]
        return self.reports(place.paragraph, place.sentence)


def _joined(paragraphs: tuple[Span, ...], marked: list[MarkedSpan]) -> tuple[list[Span], dict[int, int]]:
    """The paragraphs, those that a quoted span runs over made one; and the new index of each."""
    ends = {m.paragraph: m.outer.end for m in marked}
    joined: list[Span] = []
    home: dict[int, int] = {}
    reach = 0
    for i, paragraph in enumerate(paragraphs):
        if joined and paragraph.start < reach:
            joined[-1] = Span(joined[-1].start, paragraph.end)
        else:
            joined.append(paragraph)
        home[i] = len(joined) - 1
        reach = max(reach, ends.get(i, 0))
    return joined, home


Answers = dict[int, Answer]
Sieve = Callable[[Page, int, Answers], Answer | None]


def _skip_points(tokens: list[Token], i: int, step: int) -> int:
    """The next token that is neither comma nor dash nor a stray mark."""
    while (
        0 <= i < len(tokens)
        and tokens[i].kind == POINT
        and (tokens[i].text in (",", "'", "’", '"') or tokens[i].text in DASHES)
    ):
        i += step
    return i


def said_after(page: Page, quote: int, answers: Answers) -> Answer | None:
    """“We sail,” Ruth Vale said. / “We sail,” said Ruth Vale."""
    tokens, at = page.sentence(quote).tokens, page.places[quote].token
    i = _skip_points(tokens, at + 1, 1)
    while (
        i < len(tokens)
        and tokens[i].kind == WORD
        and (
            tokens[i].lower in page.words.adverbs
            or tokens[i].lower in ("as", "so")
            or tokens[i].lower.endswith("ly")
        )
        and not any(r.start == i for r in page.reports_around(quote))
    ):
        i += 1
    before = [r for r in page.reports_around(quote) if r.end < at]
    kinds = ("say", "source") if before else ("say", "source", "name")
    if (
        before
        and before[-1].end == at - 1
        and page.text[tokens[at].end - 2 : tokens[at].end - 1] not in (",", "?", "!")
    ):
        return None
    for report in page.reports_around(quote):
        if report.start == i and report.kind in kinds and _leaves(tokens, report):
            return Answer(report.mention, report.cue, "said_after")
    return None


def verb_after(page: Page, quote: int, answers: Answers) -> Answer | None:
    """“We sail!” beamed Ruth Vale. / “We sail,” Vale began. - any verb, where the mark closes a sentence's words."""
    tokens, at = page.sentence(quote).tokens, page.places[quote].token
    inside = page.marked[quote].span.of(page.text).strip()
    if inside[-1:] not in _CLOSING or not inside[:1].isupper():
        return None
    i = _skip_points(tokens, at + 1, 1)
    if i >= len(tokens):
        return None
    if tokens[i].kind != WORD or not is_verb(tokens, i, page.words):
        place = page.places[quote]
        among = page.subjects(place.paragraph, place.sentence)
        return next((Answer(subject, None, "verb_after") for subject in among if subject.first == i), None)
    named = phrase_starting(tokens, i + 1, page.words)
    if tokens[i].lower in page.words.auxiliaries or named is None:
        return None
    mention = with_apposition(
        page.text, tokens, mention_of(page.text, tokens, *named, page.words), page.words
    )
    return Answer(mention, Span(tokens[i].start, tokens[i].end), "verb_after")


_CLOSING = frozenset(",?!-—–")


def _leaves(tokens: list[Token], report: Report) -> bool:
    """Whether a report after a quotation is about that one and not about the next: “No.” Vale said: “Yes.”"""
    return not (report.end + 1 < len(tokens) and tokens[report.end + 1].text == ":")


def label(page: Page, quote: int, answers: Answers) -> Answer | None:
    """Ruth Vale: “We sail.” / Ruth Vale to board on delays: 'We sail' - as in headlines and transcripts."""
    tokens, at = page.sentence(quote).tokens, page.places[quote].token
    if at < 2 or tokens[at - 1].text != ":":
        return None
    first = 0
    while (
        tokens[first].lower in ("from", "more", "and", "but") or tokens[first].lower in page.words.furniture
    ):
        first += 1
    phrase = phrase_starting(tokens, first, page.words)
    if phrase is None or page.reports_around(quote) or tokens[first].lower in page.words.furniture:
        return None
    if phrase[2] != at - 2 and tokens[phrase[1]].kind != NAME:
        return None
    colon = tokens[at - 1]
    return Answer(mention_of(page.text, tokens, *phrase, page.words), Span(colon.start, colon.end), "label")


def label_after(page: Page, quote: int, answers: Answers) -> Answer | None:
    """‘We sail’: Ruth Vale - as in headlines."""
    tokens, at = page.sentence(quote).tokens, page.places[quote].token
    if at or len(tokens) < 3 or tokens[1].text != ":" or page.reports_around(quote):
        return None
    phrase = phrase_starting(tokens, 2, page.words)
    if phrase is None or tokens[2].kind != NAME:
        return None
    colon = Span(tokens[1].start, tokens[1].end)
    return Answer(mention_of(page.text, tokens, *phrase, page.words), colon, "label_after")


def titled(page: Page, quote: int, answers: Answers) -> Answer | None:
    """Vale: Port is “floating ruin” - a headline that opens with the speaker."""
    tokens = page.sentence(quote).tokens
    colon = next((i for i, t in enumerate(tokens[:8]) if t.text == ":"), None)
    if colon is None or page.reports_around(quote):
        return None
    phrase = phrase_ending(tokens, colon - 1, page.words)
    if phrase is None or phrase[0] != 0 or tokens[phrase[1]].kind == WORD:
        return None
    mention = mention_of(page.text, tokens, *phrase, colon - 1, page.words)
    return Answer(mention, Span(tokens[colon].start, tokens[colon].end), "titled")


def signed(page: Page, quote: int, answers: Answers) -> Answer | None:
    """“We sail.” - Ruth Vale, at the end of a paragraph."""
    sentence, at = page.sentence(quote).tokens, page.places[quote].token
    at += 1
    if at >= len(sentence):
        below = page.sentences(page.places[quote].paragraph + 1)
        if not below or len(below[0].tokens) > 12:
            return None
        sentence, at = below[0].tokens, 0
    if at + 1 >= len(sentence) or sentence[at].text not in (*DASHES, "~", "―"):
        return None
    named = phrase_starting(sentence, at + 1, page.words)
    if named is None or sentence[named[1]].kind == WORD:
        return None
    return Answer(mention_of(page.text, sentence, *named, page.words), None, "signed")


def introduced(page: Page, quote: int, answers: Answers) -> Answer | None:
    """Ruth Vale was blunt: and then, on the next line or at once, “We sail.”"""
    place = page.places[quote]
    tokens = page.sentence(quote).tokens
    if any(t.kind not in (QUOTE, POINT) for t in tokens[: place.token]):
        return None
    if place.sentence:
        paragraph, index = place.paragraph, place.sentence - 1
    else:
        paragraph = place.paragraph - 1
        index = len(page.sentences(paragraph)) - 1
    if paragraph < 0 or index < 0:
        return None
    before = page.sentences(paragraph)[index].tokens
    if before[-1].text != ":":
        return None
    found = page.reports(paragraph, index)
    if found:
        return Answer(found[-1].mention, found[-1].cue, "introduced")
    subject = first_subject(page.text, before, len(before), page.words)
    return Answer(subject, None, "introduced") if subject else None


def _alone(tokens: list[Token]) -> bool:
    """Whether a sentence is nothing but quoted spans."""
    return all(t.kind in (QUOTE, POINT) for t in tokens)


def continued(page: Page, quote: int, answers: Answers) -> Answer | None:
    """“We sail,” Ruth Vale said. “At noon.”"""
    place = page.places[quote]
    if not _alone(page.sentence(quote).tokens) or (not place.sentence and not place.token):
        return None
    if place.sentence:
        before = page.sentences(place.paragraph)[place.sentence - 1].tokens
        last = next((t.quote for t in reversed(before) if t.kind == QUOTE), None)
        if last is not None and last in answers:
            whole = page.text[page.marked[last].span.start : page.marked[last].span.start + 1].isupper()
            return attrs.evolve(
                answers[last], reason="continued", follows=last if whole else None, score=None
            )
        found = page.reports(place.paragraph, place.sentence - 1)
        if found:
            return Answer(found[-1].mention, found[-1].cue, "said_in_sentence_before")
        subject = first_subject(page.text, before, len(before), page.words)
        if subject:
            return Answer(subject, None, "subject_of_sentence_before")
    elif quote - 1 in answers:
        return attrs.evolve(answers[quote - 1], reason="continued", follows=quote - 1, score=None)
    return None


def reopened(page: Page, quote: int, answers: Answers) -> Answer | None:
    """A paragraph that opens again a quotation which the one before left open."""
    if page.marked[quote].continues and quote - 1 in answers:
        return attrs.evolve(answers[quote - 1], reason="reopened", follows=quote - 1, score=None)
    return None


def candidates_for(page: Page, quote: int, answers: Answers) -> list[Candidate]:
    """Who may have spoken: the candidates of the sentence, and who spoke or acted just before it."""
    place = page.places[quote]
    if _alone(page.sentence(quote).tokens):
        return []
    found = candidates(page.reports_around(quote), page.subjects(place.paragraph, place.sentence))
    if place.sentence:
        paragraph, sentence = place.paragraph, place.sentence - 1
    else:
        paragraph = place.paragraph - 1
        sentence = len(page.sentences(paragraph)) - 1
    if quote - 1 in answers and page.marked[quote - 1].outer.end <= page.sentence(quote).start:
        found.append(Candidate(answers[quote - 1].mention, None, "spoke_near" if place.sentence else "spoke"))
    if sentence >= 0:
        before = page.subjects(paragraph, sentence)
        if before:
            found.append(Candidate(before[0], None, "acted_near" if place.sentence else "acted"))
    return found


def governed(page: Page, quote: int, answers: Answers) -> Answer | None:
    """Vale said that the ship was “a ruin.” / The “ruin” must go, said Vale. - the likeliest candidate."""
    found = candidates_for(page, quote, answers)
    tokens, at = page.sentence(quote).tokens, page.places[quote].token
    best = choose(page.text, tokens, at, found, page.words, page.profile)
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
    if candidate.cue is None:
        return "clause_subject"
    if candidate.last >= at:
        return "said_later"
    if candidate.kind == "noun":
        return "owned_cue"
    between = tokens[candidate.last + 1 : at]
    if not between or between[-1].text in (":", ",") or (between[-1].lower == "that" and len(between) < 3):
        return "said_before"
    return "said_around" if any(t.kind == QUOTE for t in between) else "reported_clause"


def narrated_before(page: Page, quote: int, answers: Answers) -> Answer | None:
    """Her nephew came in, shaking an umbrella. // “Did you call the bank?” - who acted last, in a line without quotes."""
    place = page.places[quote]
    if place.sentence or place.token or not place.paragraph:
        return None
    last = len(page.sentences(place.paragraph - 1)) - 1
    if last < 0:
        return None
    tokens = page.sentences(place.paragraph - 1)[last].tokens
    if any(t.kind == QUOTE for t in tokens) or tokens[-1].text == "?":
        return None
    reported = [r for r in page.reports(place.paragraph - 1, last) if r.own and r.kind == "say"]
    if (
        reported
        and reported[0].cue.of(page.text).lower() not in _ASKS
        and _can_speak(reported[0].mention, page.words)
    ):
        return Answer(reported[0].mention, reported[0].cue, "said_in_paragraph_before")
    for subject in page.subjects(place.paragraph - 1, last)[:1]:
        if not reported and _can_speak(subject, page.words):
            return Answer(subject, None, "narrated_before")
    return None


_ASKS = frozenset(("ask", "asks", "asked", "asking", "wonder", "wonders", "wondered"))


def _can_speak(mention: Mention, words: Grammar) -> bool:
    """Whether a mention is of somebody who may go on to speak, and not of the writer or the reader."""
    if mention.kind == MentionKind.PRONOUN:
        return mention.head in ("he", "she")
    return mention.kind == MentionKind.NAME or mention.head in words.roles


def speaker_before(page: Page, quote: int, answers: Answers) -> Answer | None:
    """A quotation that stands alone in its paragraph goes on with who spoke last."""
    if quote - 1 in answers and page.marked[quote].paragraph - page.marked[quote - 1].paragraph <= 2:
        return attrs.evolve(answers[quote - 1], cue=None, reason="speaker_before", follows=None, score=None)
    return None


SIEVES: tuple[Sieve, ...] = (
    said_after,
    label,
    label_after,
    signed,
    verb_after,
    titled,
    governed,
    introduced,
    reopened,
    continued,
    narrated_before,
    speaker_before,
)
"""In order: the first that answers decides."""

BEFORE_RANKING = frozenset(sieve.__name__ for sieve in SIEVES[: SIEVES.index(governed)])
"""The reasons of the sieves that stand before the ranker."""


def attribute(page: Page, sieves: tuple[Sieve, ...] = SIEVES) -> Answers:
    """The answer for each quoted span that has one, by its index."""
    answers: Answers = {}
    for quote in range(len(page.marked)):
        if quote not in page.places:
            continue
        for sieve in sieves:
            answer = sieve(page, quote, answers)
            if answer is not None:
                answers[quote] = answer
                break
    _look_ahead(page, answers)
    return answers


_GUESSED = frozenset(
    ("speaker_before", "narrated_before", "said_in_paragraph_before", "said_in_sentence_before")
)


def _look_ahead(page: Page, answers: Answers) -> None:
    """Let a later paragraph of an utterance name its speaker: “A ... // “B,” she said."""
    chain: list[int] = []
    for quote in range(len(page.marked)):
        if not page.marked[quote].continues:
            chain = []
        chain.append(quote)
        here, root = answers.get(quote), answers.get(chain[0])
        if (
            len(chain) > 1
            and here is not None
            and here.follows is None
            and here.reason in _REPORTED
            and (root is None or root.reason in _GUESSED)
        ):
            answers[chain[0]] = attrs.evolve(here, reason="reopened", score=None)
            for member in chain[1:-1]:
                answers[member] = attrs.evolve(here, reason="reopened", follows=chain[0], score=None)


_REPORTED = frozenset(("said_after", "said_before", "said_around", "verb_after"))


def utterances(page: Page, answers: Answers) -> list[list[int]]:
    """Which quoted spans are one utterance, by index: interrupted, or opened again in the next paragraph."""
    groups: list[list[int]] = []
    home: dict[int, list[int]] = {}
    for i in range(len(page.marked)):
        before = _goes_on_with(page, i, answers)
        if before is not None and before in home:
            home[before].append(i)
            home[i] = home[before]
        else:
            home[i] = [i]
            groups.append(home[i])
    return groups


def _goes_on_with(page: Page, quote: int, answers: Answers) -> int | None:
    """The quoted span that this one goes on with, if it does."""
    if page.marked[quote].continues and quote:
        return quote - 1
    here, before = answers.get(quote), answers.get(quote - 1)
    if here is None:
        return None
    if here.follows is not None:
        return here.follows
    # “We sail,” Vale said, “at noon.”
    if before is None or before.cue is None or before.cue != here.cue:
        return None
    between = page.text[page.marked[quote - 1].outer.end : page.marked[quote].outer.start].rstrip()
    report_stands_between = (
        page.marked[quote - 1].outer.end <= here.cue.start < page.marked[quote].outer.start
    )
    return quote - 1 if report_stands_between and between[-1:] in (",", ";", "-", "–", "—") else None


__all__ = ["SIEVES", "Answer", "Answers", "Page", "attribute", "utterances"]
