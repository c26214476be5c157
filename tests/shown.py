"""What the reading of a text shows, in a form that tests can compare."""

from quoteverify.reading.attribution.cascade import attribute
from quoteverify.reading.marks.pairing import marked_spans, paragraphs
from quoteverify.reading.people.resolution import Resolver
from quoteverify.reading.sieves import SIEVES
from quoteverify.reading.syntax.narration import Narration
from quoteverify.text.language import profile

ENGLISH = profile("en")


def narration_of(text, language=ENGLISH):
    """The narration of a text."""
    outermost = [m for m in marked_spans(text, language) if m.depth == 0]
    return Narration(text, paragraphs(text), outermost, language)


def answers_of(text, language=ENGLISH, sieves=SIEVES):
    """For each answered quotation: its words, the mention, the cue, the reason and the speaker's name."""
    narration = narration_of(text, language)
    answers = attribute(narration, sieves)
    people = Resolver(narration)
    shown = []
    for quote, answer in sorted(answers.items()):
        speaker = people.speaker(answer.mention, people.person(answer.mention))
        shown.append(
            (
                narration.marked[quote].span.of(text),
                answer.mention.span.of(text),
                answer.cue.of(text) if answer.cue else None,
                answer.reason,
                speaker.name if speaker else None,
            )
        )
    return shown


def without(sieve):
    """The sieves less one."""
    return tuple(other for other in SIEVES if other is not sieve)


def asked(sieve, text, quote=-1, language=ENGLISH):
    """What one sieve answers for one quotation: mention, cue and reason, or None."""
    narration = narration_of(text, language)
    quote %= len(narration.marked)
    answers = {i: answer for i, answer in attribute(narration).items() if i < quote}
    answer = sieve(narration, quote, answers)
    if answer is None:
        return None
    return answer.mention.span.of(text), answer.cue and answer.cue.of(text), answer.reason
