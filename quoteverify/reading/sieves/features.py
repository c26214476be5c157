"""What holds of a candidate for a quotation, by name: what the ranker weighs.

No feature is a word of the articles that the weights are learned from.
"""

from collections.abc import Iterator

from quoteverify.models import Span
from quoteverify.reading.sieves.candidates import Candidate
from quoteverify.reading.syntax.mentions import Mention, MentionKind
from quoteverify.reading.syntax.pipeline import UNPARSED, Parse
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import NAME, PUNCT, QUOTE, WORD, Token


def features(
    sentence: Sentence, at: int, candidate: Candidate, among: list[Candidate], parsed: Parse = UNPARSED
) -> Iterator[str]:
    """What holds of a candidate for the quotation at a token."""
    tokens, grammar, text = sentence.tokens, sentence.grammar, sentence.text
    inside = text[tokens[at].start : tokens[at].end].strip("\"'“”‘’`«» ")
    size = "word" if inside.count(" ") < 2 else "phrase" if inside.count(" ") < 8 else "long"
    whole = inside[:1].isupper() and inside[-1:] in ".,!?"
    form = f"whole_{size}" if whole else f"part_{size}"
    side = (
        "earlier"
        if candidate.first < 0
        else "before"
        if candidate.last < at
        else "after"
        if candidate.first > at
        else "across"
    )
    kind = candidate.kind
    yield f"{kind}_{side}"
    yield f"{kind}_{side}_{form}"
    mention = candidate.mention
    yield f"mention_{mention.kind.value}"
    yield f"mention_{mention.kind.value}_{kind}"
    if mention.kind == MentionKind.PRONOUN:
        yield f"pronoun_{_person(mention.head)}"
    elif mention.head in grammar.bodies:
        yield "mention_body"
    elif mention.head in grammar.people:
        yield "mention_role"
    elif mention.kind == MentionKind.NOMINAL:
        yield f"mention_thing_{kind}"
    if mention.name and " " in mention.name:
        yield "mention_full_name"
    if parsed.named:
        yield from _named(mention, parsed)
    if candidate.first < 0:
        return
    if parsed.heads:
        yield from _governs(tokens, at, candidate, among, parsed)
    if not candidate.own:
        yield "shared"
    if mention.first == 0:
        yield "opens_sentence"
    if candidate.verb >= 0 and candidate.kind in ("say", "name"):
        yield from _verb(sentence, candidate.verb)
    yield from _position(candidate, among, at)
    yield from _governor(sentence, mention)
    yield from _between(sentence, at, candidate, side)


def _named(mention: Mention, parsed: Parse) -> Iterator[str]:
    """What a pipeline has found a name to be."""
    person = parsed.named.get(mention.name_span.start) if mention.name_span else None
    if person is not None:
        yield "parsed_person" if person else "parsed_no_person"


def _governs(
    tokens: list[Token], at: int, candidate: Candidate, among: list[Candidate], parsed: Parse
) -> Iterator[str]:
    """Whether a pipeline has the candidate's verb above the quotation, and the candidate for its subject."""
    mention = parsed.top(candidate.mention.span)
    verb = _parsed_verb(tokens, candidate, parsed)
    above = parsed.above(parsed.top(Span(tokens[at].start, tokens[at].end)))
    kind = candidate.kind
    if above and verb is not None:
        others = {_parsed_verb(tokens, c, parsed) for c in among if c.first >= 0}
        rank = [v for v in above if v in others].index(verb) if verb in above else -1
        yield f"parsed_governs_{kind}_{min(rank, 2)}" if rank >= 0 else f"parsed_apart_{kind}"
    if candidate.cue is not None and verb in parsed.subjects:
        yield f"parsed_subject_{kind}" if parsed.subjects[verb] == mention else f"parsed_no_subject_{kind}"


def _parsed_verb(tokens: list[Token], candidate: Candidate, parsed: Parse) -> int | None:
    """Where the verb of a candidate starts: its cue, or what its mention is the subject of."""
    if candidate.verb >= 0:
        return tokens[candidate.verb].start
    mention = parsed.top(candidate.mention.span)
    head = parsed.heads.get(mention) if mention is not None else None
    return head if head is not None and parsed.subjects.get(head) == mention else None


def _person(head: str) -> str:
    return head if head in ("he", "she", "they", "it", "i", "we", "you") else "other"


def _verb(sentence: Sentence, verb: int) -> Iterator[str]:
    """The form of a cue, and what helps it."""
    tokens, grammar = sentence.tokens, sentence.grammar
    lower = tokens[verb].lower
    ending = next((end for end in ("ing", "ed", "s") if lower.endswith(end)), "bare")
    yield f"verb_{ending}"
    if lower in ("said", "says", "told", "saying"):
        yield "verb_plainest"
    before = [t.lower for t in tokens[max(0, verb - 3) : verb]]
    if before[-1:] == ["to"]:
        yield "verb_to"
    if any(word in grammar.auxiliaries for word in before):
        yield "verb_helped"
    if any(word in ("would", "could", "might", "may", "can", "should", "will", "must") for word in before):
        yield "verb_modal"
    if any(word in ("not", "never", "n't", "didn't", "don't", "doesn't") for word in before):
        yield "verb_negated"
    after = tokens[verb + 1] if verb + 1 < len(tokens) else None
    if after is not None and after.lower in ("that", "as", "for", "of", "about", "to", "on", "by"):
        yield f"verb_then_{after.lower}"


def _position(candidate: Candidate, among: list[Candidate], at: int) -> Iterator[str]:
    """Where a candidate stands among those with a cue, and among all."""
    cued = [c for c in among if c.cue is not None and c.kind != "noun" and c.first >= 0]
    before = [c for c in cued if c.last < at]
    if candidate in before:
        yield f"before_{before.index(candidate)}_of_{min(len(before), 3)}"
        if candidate is before[-1]:
            yield "last_before"
        if candidate is before[0]:
            yield "first_before"
    after = [c for c in cued if c.first > at]
    if candidate in after:
        yield "first_after" if candidate is after[0] else "later_after"
        if before:
            yield "after_though_before"
    if candidate.cue is None:
        yield "no_cue_none" if not cued else "no_cue_though_cues"
        plain = [c for c in among if c.cue is None and c.first >= 0 and c.last < at]
        if candidate in plain:
            yield (
                "first_plain"
                if candidate is plain[0]
                else "last_plain"
                if candidate is plain[-1]
                else "mid_plain"
            )
    if candidate.kind == "noun":
        yield "noun_alone" if not before else "noun_though_before"
    nested = next((c for c in before if c.last < candidate.first and c.kind in ("say", "source")), None)
    if nested is not None and candidate.own:
        yield f"within_report_{candidate.kind}"
        yield f"within_report_{candidate.mention.kind.value}"


def _governor(sentence: Sentence, mention: Mention) -> Iterator[str]:
    """What stands before a mention, and so what clause it opens."""
    tokens, grammar = sentence.tokens, sentence.grammar
    if not mention.first:
        return
    before = tokens[mention.first - 1]
    if before.kind == QUOTE:
        yield "after_mark"
    elif before.lower in ("who", "which", "whom", "whose"):
        yield "after_relative"
    elif before.lower == "that":
        yield "after_that"
    elif before.lower in grammar.conjunctions:
        yield (
            "after_coordinator" if before.lower in ("and", "but", "or", "yet", "so") else "after_subordinator"
        )
    elif before.lower in grammar.prepositions:
        yield "after_preposition"
    elif before.kind == PUNCT:
        yield "after_point"
    elif before.kind in (WORD, NAME):
        yield "after_word"
    follower = tokens[mention.last + 1] if mention.last + 1 < len(tokens) else None
    if follower is not None and follower.lower in ("who", "which"):
        yield "before_relative"


def _between(sentence: Sentence, at: int, candidate: Candidate, side: str) -> Iterator[str]:
    """What stands between a candidate and the quotation."""
    tokens = sentence.tokens
    between = tokens[candidate.last + 1 : at] if side == "before" else tokens[at + 1 : candidate.first]
    count = len(between)
    near = (
        "0"
        if not count
        else "1"
        if count == 1
        else "2_4"
        if count < 5
        else "5_9"
        if count < 10
        else "10_19"
        if count < 20
        else "20"
    )
    yield f"gap_{side}_{near}"
    yield f"gap_{side}_{candidate.kind}_{near}"
    lower = {t.lower for t in between}
    if between and side == "before":
        edge = between[-1]
        if edge.text == ":":
            yield "colon_before_mark"
        elif edge.text == ",":
            yield "comma_before_mark"
        elif edge.lower == "that":
            yield "that_before_mark"
        elif edge.lower == "as":
            yield "as_before_mark"
        if between[0].lower == "that":
            yield "that_after_cue"
    quotes = sum(t.kind == QUOTE for t in between)
    if quotes:
        yield f"quote_between_{side}"
    if "," in lower:
        yield f"comma_between_{side}"
    if ";" in lower or (":" in lower and between[-1].text != ":"):
        yield f"semicolon_between_{side}"
    if lower & {"who", "which", "whose"}:
        yield f"relative_between_{side}"
    if lower & {"because", "if", "when", "while", "after", "before", "although", "though"}:
        yield f"subordinator_between_{side}"
    if lower & {"and", "but"}:
        yield f"coordinator_between_{side}"
    if "-" in lower or "–" in lower or "—" in lower or "--" in lower:
        yield f"dash_between_{side}"
