"""explain: the way from a text to one of its quotes, gone again and told."""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import attrs

from quoteverify.errors import ArgumentValueError, check_type
from quoteverify.models import (
    Candidate,
    Document,
    Explanation,
    Feature,
    Proposal,
    Quote,
    QuoteKind,
    Reason,
    Span,
    Speaker,
    Step,
)
from quoteverify.reading.arguments import check_pipeline, checked_speakers
from quoteverify.reading.attribution.cascade import attribute
from quoteverify.reading.kinds import term_features
from quoteverify.reading.kinds.kinds import unlike_speech
from quoteverify.reading.marks.blocks import with_blocks
from quoteverify.reading.marks.pairing import marked_spans, paragraphs
from quoteverify.reading.people import antecedents
from quoteverify.reading.people.pronouns import pronouns
from quoteverify.reading.people.resolution import Resolved
from quoteverify.reading.people.resolver import Resolver
from quoteverify.reading.sieves import features as ranking_features
from quoteverify.reading.sieves.answers import Answer, Answers, Sieve
from quoteverify.reading.sieves.candidates import candidates_for
from quoteverify.reading.sieves.custom import CustomSieve, checked_sieves, in_order
from quoteverify.reading.sieves.weights import weights
from quoteverify.reading.syntax.grammar import grammar
from quoteverify.reading.syntax.mentions import Mention, MentionKind
from quoteverify.reading.syntax.narration import Narration
from quoteverify.reading.syntax.pipeline import UNPARSED, parse_by
from quoteverify.text.language import DEFAULT, LanguageProfile, as_profile
from quoteverify.text.layout.page import Page
from quoteverify.text.layout.reading_copy import page_of

_WEIGHED = frozenset({QuoteKind.SPEECH.value, unlike_speech.__name__})
"""The rules of a kind that follow from what was weighed."""


def explain(
    document: Document,
    quote: Quote | str,
    *,
    lang: str | LanguageProfile | None = None,
    nlp: Callable[[str], Any] | None = None,
    speakers: Iterable[Speaker] = (),
    sieves: Iterable[CustomSieve] = (),
) -> Explanation:
    """Tell why a quote is what it is and whose it is.

    The text is read again as `parse` reads it, so what `parse` was given beside it is given here too.

    Args:
        document: The document.
        quote: One of its quotes, or the id of one.
        lang: The language, its code or its profile. If None, the document's own, or English.
        nlp: As for `parse`.
        speakers: As for `parse`.
        sieves: As for `parse`.

    Returns:
        What was weighed and what spoke for and against each; offsets are those of the document's text.

    Raises:
        ArgumentTypeError: An argument is of the wrong type.
        ArgumentValueError: The document has no such quote, and the message lists those it has; or there is no
            data for the language.

    >>> from quoteverify import parse
    >>> document = parse("Ruth Vale runs the port. The ship is “a ruin,” she told the board.")
    >>> why = explain(document, "q1")
    >>> [(step.rule, step.text) for step in why.steps]
    [('said_after', 'she'), ('pronoun', 'Ruth Vale')]
    >>> [candidate.text for candidate in why.candidates]
    ['she', 'The ship', 'Ruth Vale']
    """
    check_type("document", document, Document)
    check_type("quote", quote, Quote, str)
    check_pipeline(nlp)
    profile = as_profile(lang if lang is not None else document.lang or DEFAULT)
    order, known = in_order(checked_sieves(sieves)), checked_speakers(speakers)
    asked = _quote_of(document, quote)
    page = page_of(document.text)
    narration = _narration(page, profile, nlp)
    index = _index(asked, narration, page)
    if index is None:
        return Explanation(
            document=document,
            quote=asked,
            same=_is_elsewhere(document, asked),
            steps=_stated(document, asked),
        )
    return _told(document, asked, _Case(narration, page, index, order, Resolver(narration, known)))


def _quote_of(document: Document, quote: Quote | str) -> Quote:
    """The quote that is asked about.

    Raises:
        ArgumentValueError: The document has none such.
    """
    found = next((one for one in document.quotes if quote in (one, one.id)), None)
    if found is None:
        ids = ", ".join(one.id for one in document.quotes) or "none"
        name = quote if isinstance(quote, str) else quote.id
        raise ArgumentValueError(f"the document has no quote {name!r}; it has {ids}")
    return found


def _narration(page: Page, profile: LanguageProfile, nlp: Callable[[str], Any] | None) -> Narration:
    """The text as the sieves see it."""
    places = paragraphs(page.text)
    marked = with_blocks(page.text, marked_spans(page.text, profile, places), page.blocks, places)
    parsed = UNPARSED if nlp is None else parse_by(nlp, page.text, grammar(profile))
    return Narration(page.text, places, [m for m in marked if not m.depth], profile, parsed, page.tables)


def _index(quote: Quote, narration: Narration, page: Page) -> int | None:
    """Which of the marked spans a quote begins with; None where it is none of them, as a turn."""
    if not quote.spans:
        return None
    starts = (page.span(marked.span).start for marked in narration.marked)
    return next((n for n, start in enumerate(starts) if start == quote.spans[0].start), None)


@attrs.frozen(eq=False)
class _Case:
    """One quotation, and all that is asked about it."""

    narration: Narration
    page: Page
    index: int
    sieves: Sequence[Sieve]
    people: Resolver

    def given(self, span: Span) -> Span:
        """A place in the text as given."""
        return self.page.span(span)

    def printed(self, span: Span) -> str:
        """What a reader reads at a place."""
        return span.of(self.narration.text)


def _told(document: Document, quote: Quote, case: _Case) -> Explanation:
    final = attribute(case.narration, tuple(case.sieves))
    before = {n: answer for n, answer in _in_turn(case).items() if n < case.index}
    answer = final.get(case.index)
    steps: tuple[Step, ...] = ()
    people: tuple[Candidate, ...] = ()
    spoken = quote.kind != QuoteKind.TERM
    if answer is not None and spoken:
        steps, people = _resolution(case, quote, answer, final)
    odds = quote.kind_rule in _WEIGHED and case.index in case.narration.places
    weighed = _kind_features(case, answer) if odds else ()
    return Explanation(
        document=document,
        quote=quote,
        same=_is_same(quote, answer, case),
        proposals=_proposals(case, before) if spoken else (),
        candidates=_candidates(case, before) if spoken else (),
        steps=steps,
        people=people,
        features=weighed,
        odds=math.fsum(feature.weight for feature in weighed) if odds else None,
    )


def _is_same(quote: Quote, answer: Answer | None, case: _Case) -> bool:
    """Whether an answer is the one that the quote has; a term has none, and what repeats has another's."""
    said = quote.attribution
    if quote.kind in (QuoteKind.TERM, QuoteKind.BLOCK) or said.reason == Reason.REPEATS:
        return True
    if answer is None:
        return said.mention is None
    return said.reason == answer.reason and said.mention == case.given(answer.mention.span)


def _in_turn(case: _Case) -> Answers:
    """The answers before the quotation, each as it was when the quotation's turn came."""
    answers: Answers = {}
    for n in range(case.index):
        if n in case.narration.places:
            found = (sieve(case.narration, n, answers) for sieve in case.sieves)
            answer = next((one for one in found if one is not None), None)
            if answer is not None:
                answers[n] = answer
    return answers


def _proposals(case: _Case, before: Answers) -> tuple[Proposal, ...]:
    """What each rule answers, in order."""
    if case.index not in case.narration.places:
        return ()
    found = (sieve(case.narration, case.index, before) for sieve in case.sieves)
    return tuple(
        Proposal(
            rule=str(answer.reason),
            text=case.printed(answer.mention.span),
            span=case.given(answer.mention.span),
        )
        for answer in found
        if answer is not None
    )


def _candidates(case: _Case, before: Answers) -> tuple[Candidate, ...]:
    """The mentions that are ranked, the likeliest first."""
    narration, index = case.narration, case.index
    found = candidates_for(narration, index, before) if index in narration.places else []
    at = narration.places[index].token if found else 0
    here = ranking_features.scene(
        narration.sentence(index), at, found, narration.profile, narration.parsed
    ) if found else None  # fmt: skip
    table = weights(narration.profile, "ranking")
    told = [
        _weighed(table, ranking_features.features(here, one)) if here is not None else () for one in found
    ]
    made = [
        Candidate(
            text=case.printed(one.mention.span),
            span=case.given(one.mention.span),
            cue=case.given(one.cue) if one.cue else None,
            share=share,
            features=features,
        )
        for one, features, share in zip(found, told, _shares(told), strict=True)
    ]
    return tuple(sorted(made, key=lambda candidate: -candidate.share))


def _weighed(table: dict[str, float], features: Iterable[str]) -> tuple[Feature, ...]:
    """What holds and counts, the weightiest first."""
    found = [Feature(name, table.get(name, 0.0)) for name in features]
    return tuple(sorted((f for f in found if f.weight), key=lambda f: (-abs(f.weight), f.name)))


def _shares(told: Sequence[Sequence[Feature]]) -> list[float]:
    """The share of the likelihood that each has, by what holds of it."""
    scores = [math.fsum(feature.weight for feature in features) for features in told]
    top = max(scores, default=0.0)
    total = math.fsum(math.exp(score - top) for score in scores)
    return [math.exp(score - top) / total for score in scores]


def _kind_features(case: _Case, answer: Answer | None) -> tuple[Feature, ...]:
    """What speaks for a term, and for speech."""
    table = weights(case.narration.profile, "term_weights")
    return _weighed(table, term_features.features(case.narration, case.index, answer))


def _resolution(
    case: _Case, quote: Quote, answer: Answer, final: Answers
) -> tuple[tuple[Step, ...], tuple[Candidate, ...]]:
    """How the mention became the person, and who else it might have been."""
    for n in sorted(one for one in final if one < case.index):
        _spoke(case, n, final[n])
    people = _people(case, answer.mention)
    resolved = case.people.resolve(answer.mention)
    return _steps(case, quote, answer, resolved), people


def _spoke(case: _Case, n: int, answer: Answer) -> None:
    """Let those speak who did before, as what follows rests on it."""
    person = case.people.person(answer.mention)
    if person is not None:
        case.people.spoke(person, case.narration.marked[n].span.end)


def _people(case: _Case, mention: Mention) -> tuple[Candidate, ...]:
    """Whom a pronoun may mean."""
    signs = pronouns(case.narration.profile).signs
    if mention.kind != MentionKind.PRONOUN or mention.head not in signs:
        return ()
    pronoun, among = case.people.pronominal.referents.case(mention, signs[mention.head])
    census, profile = case.people.census, case.narration.profile
    beside, table = antecedents.field(among), antecedents.weights(profile)
    told = [_weighed(table, antecedents.features(pronoun, one, beside, census)) for one in among]
    made = [
        Candidate(
            text=one.person.name,
            span=case.given(Span(one.nearest.start, one.nearest.end)),
            share=share,
            features=features,
        )
        for one, features, share in zip(among, told, _shares(told), strict=True)
    ]
    return tuple(sorted(made, key=lambda candidate: -candidate.share))


def _steps(case: _Case, quote: Quote, answer: Answer, resolved: Resolved) -> tuple[Step, ...]:
    """From the mention over what it means to the name."""
    mention, person = answer.mention.span, resolved.person
    steps = [Step(rule=str(answer.reason), text=case.printed(mention), span=case.given(mention))]
    if resolved.antecedent is not None:
        place = resolved.antecedent
        steps.append(Step(rule=str(resolved.rule), text=case.printed(place), span=case.given(place)))
    if quote.speaker is None:
        return (*steps, *([] if resolved.antecedent else [Step(rule=str(resolved.rule), text="")]))
    if quote.speaker.name == steps[-1].text:
        return tuple(steps)
    if person is not None and person.known is not None:
        return (*steps, Step(rule="given", text=quote.speaker.name))
    named = person.forms.get(person.name) if person is not None else None
    if person is None or named is None:
        return (*steps, Step(rule=str(resolved.rule), text=quote.speaker.name))
    place = case.given(Span(named, named + len(person.name)))
    return (*steps, Step(rule="named", text=quote.speaker.name, span=place))


def _is_elsewhere(document: Document, quote: Quote) -> bool:
    """Whether a quote is one that is not read as those between outer marks are: a turn, or within another."""
    if quote.kind is QuoteKind.TURN or not quote.spans:
        return quote.kind is QuoteKind.TURN
    first, last = quote.spans[0], quote.spans[-1]
    around = (span for other in document.quotes if other is not quote for span in other.spans)
    return any(span.start < first.start and last.end <= span.end for span in around)


def _stated(document: Document, quote: Quote) -> tuple[Step, ...]:
    """The steps that a quote states itself, where it is none that is read between marks."""
    said = quote.attribution
    places = [(str(said.reason), said.mention), (said.resolution, said.antecedent)]
    steps = [Step(rule=rule, text=at.of(document.text), span=at) for rule, at in places if at is not None]
    if quote.speaker is not None and quote.speaker.name not in (step.text for step in steps):
        steps.append(Step(rule=said.resolution or str(said.reason), text=quote.speaker.name))
    return tuple(steps)
