"""Reports of speech in a sentence: a cue, and the mention whose words it reports.

A cue is a verb ("said"), a phrase ("according to"), or a noun that somebody owns ("her
claim that"). Its subject is looked for where English puts it: before the verb, past
adverbs, auxiliaries and what stands between commas; after it, where the verb follows a
quotation; and where the verb has none of its own, with the verb before.
"""

import functools
from collections.abc import Mapping
from enum import StrEnum

import attrs

from quoteverify.models import Span
from quoteverify.reading.syntax.mentions import Mention, MentionKind, mention_of, pronoun_at, with_apposition
from quoteverify.reading.syntax.phrases import Phrase, is_share, phrase_ending, phrase_starting
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.subjects import (
    first_subject,
    opens_relative_clause,
    own_subject,
    subject_after,
    subjects,
)
from quoteverify.reading.syntax.tokens import DASHES, EDGE, NAME, PUNCT, QUOTE, WORD, Token
from quoteverify.reading.syntax.verbs import before_verb_group, is_verb
from quoteverify.reading.syntax.word_classes import (
    ABSOLUTE,
    ADDITIVE,
    ADVERB,
    AGENT,
    ASPECTUAL,
    AUTHOR,
    BE,
    BODY,
    CLOSED,
    CONJUNCTION,
    CUE,
    CUE_NOUN,
    CUE_PHRASE,
    DETERMINER,
    GENITIVE,
    INVERTING,
    ISSUING,
    NEVER_INVERTED,
    OBJECT_PRONOUN,
    PARTICIPLE,
    PARTITIVE,
    PASSIVE_AUXILIARY,
    PERCEIVING,
    PERFECT_PARTICIPLE,
    PERSON,
    PLURAL,
    POSSESSIVE,
    POSSESSIVE_ENDING,
    POSSESSIVE_MARK,
    PREPOSITION,
    PRESENT_PARTICIPLE,
    PRONOUN,
    RECEIVING,
    RELATIVE,
    RELAYED,
)
from quoteverify.text.language import LanguageProfile

_ANY_CUE = CUE | CUE_NOUN | CUE_PHRASE
_LONGEST_OWNED = 3  # words: "Vale's last public claim" has two between the owner and the noun
_LONGEST_RELAYED = 16  # tokens: "quoted Ruth Vale, a pilot of the port of Aas, as saying"
_LEADING = 2  # tokens: "as a" stands between who describes something and the mark
_AGENT_AHEAD = 8  # tokens: "was told on Monday, in a letter, by Vale"


class CueKind(StrEnum):
    """What a cue reports, by its form."""

    SAY = "say"
    """A verb of saying."""
    NAME = "name"
    """A verb that gives somebody's words about something: she called it “a ruin”."""
    SOURCE = "source"
    """A phrase that names a source: "according to"."""
    NOUN = "noun"
    """A noun that somebody owns: "her claim"."""


@attrs.frozen
class Report:
    """A cue in a sentence with the mention that it makes the speaker.

    Attributes:
        cue: Where the cue stands.
        kind: What the cue reports.
        mention: Who speaks.
        first: The index of the cue's first token.
        last: The index of the cue's last token.
        own: Whether the mention is the cue's own subject, not one shared with an earlier verb.
        relayer: Who hands on what the mention says, where somebody does: the paper that quotes her.
    """

    cue: Span
    kind: CueKind
    mention: Mention
    first: int
    last: int
    own: bool = True
    relayer: Mention | None = None

    @property
    def start(self) -> int:
        """The index of the first token of cue and mention."""
        return min(self.first, self.mention.first)

    @property
    def end(self) -> int:
        """The index of the last token of cue and mention."""
        return max(self.last, self.mention.last)


@attrs.frozen
class Cue:
    """What a row of ``cues.toml`` says of a verb.

    Attributes:
        kind: What it reports.
        inverts: Whether its subject may follow it; not where whom it tells does.
        relays: Whether it hands on what somebody else says: "quoted her as saying".
        particle: The part of a separable verb that stands at the end of the clause; without it there the
            verb is another.
    """

    kind: CueKind = attrs.field(converter=CueKind)
    inverts: bool = True
    relays: bool = False
    particle: str = ""


@attrs.frozen
class CuePhrase:
    """A phrase that reports speech, word by word.

    Attributes:
        words: Its words in lower case.
        kind: "verb": a verb begins it, with its subject as any verb has; "source_after" and "source_before":
            its source follows it, or stands before it; "relayed": the words follow that a verb relays.
        apart: Whether it is one only where points or quotations part it and its source from the rest.
    """

    words: tuple[str, ...]
    kind: str = attrs.field(
        validator=attrs.validators.in_(("verb", "source_after", "source_before", "relayed"))
    )
    apart: bool


@attrs.frozen(eq=False)
class CueTable:
    """The cues of a language: verbs by each of their forms, phrases by their first word."""

    verbs: Mapping[str, tuple[Cue, ...]]
    phrases: Mapping[str, tuple[CuePhrase, ...]]


@functools.lru_cache(maxsize=8)
def cue_table(profile: LanguageProfile) -> CueTable:
    """The cues of a language, made once."""
    verbs: dict[str, tuple[Cue, ...]] = {}
    for row in profile.rows("cues"):
        said = row.values
        cue = Cue(
            said["kind"],
            inverts=said.get("inverts", True),
            relays=said.get("relays", False),
            particle=said.get("particle", ""),
        )
        for word in row.words:
            verbs[word] = (*verbs.get(word, ()), cue)
    phrases: dict[str, tuple[CuePhrase, ...]] = {}
    for row in profile.rows("cue_phrases"):
        kind, apart = row.values["kind"], row.values.get("apart", False)
        for phrase in row.words:
            words = tuple(phrase.split())
            phrases[words[0]] = (*phrases.get(words[0], ()), CuePhrase(words, kind, apart))
    # "In the words of" before "in the words", should a language have both.
    longest = {word: tuple(sorted(found, key=lambda p: -len(p.words))) for word, found in phrases.items()}
    return CueTable(verbs, longest)


def reports(sentence: Sentence, profile: LanguageProfile) -> list[Report]:
    """Every report in a sentence, in order."""
    table = cue_table(profile)
    found: list[Report] = []
    for i, token in enumerate(sentence.tokens):
        if token.classes & _ANY_CUE and token.kind in (WORD, NAME):
            report = _report_at(sentence, i, found, table)
            if report is not None:
                found.append(report)
    return found


def _report_at(sentence: Sentence, i: int, earlier: list[Report], table: CueTable) -> Report | None:
    """The report whose cue begins with a token: by a phrase, a verb or a noun."""
    token = sentence.tokens[i]
    report = _by_phrase(sentence, i, earlier, table) if token.classes & CUE_PHRASE else None
    opens = token.kind == WORD or i == 0 or sentence.tokens[i - 1].kind == QUOTE
    cue = _cue_at(sentence, i, table) if report is None and token.classes & CUE and opens else None
    if cue is not None:
        report = _by_verb(sentence, i, cue, earlier, table)
    if report is None and token.classes & CUE_NOUN and token.kind == WORD:
        report = _by_noun(sentence, i)
    return report


def _cue_at(sentence: Sentence, i: int, table: CueTable) -> Cue | None:
    """The cue that a verb is, by its form and the particle that belongs to it; None where that is missing."""
    cues = table.verbs[sentence.tokens[i].lower]
    return next((cue for cue in cues if not cue.particle or _has_particle(sentence, i, cue.particle)), None)


def _has_particle(sentence: Sentence, i: int, particle: str) -> bool:
    """Whether a particle ends the clause of a verb."""
    for j in range(i + 1, len(sentence.tokens)):
        after = sentence.at(j + 1)
        ends = after.kind in (EDGE, PUNCT, QUOTE) or bool(after.classes & CONJUNCTION)
        if ends and sentence.tokens[j].lower == particle:
            return True
        if sentence.tokens[j].text in (";", ":"):
            return False
    return False


def _by_phrase(sentence: Sentence, i: int, earlier: list[Report], table: CueTable) -> Report | None:
    """A report by a phrase: "according to Vale", "Vale went on"."""
    for phrase in table.phrases[sentence.tokens[i].lower]:
        end = i + len(phrase.words)
        if phrase.kind == "relayed" or not _stands_at(sentence, i, phrase) or is_share(sentence, i):
            continue
        cue = sentence.span(i, end - 1)
        if phrase.kind == "verb":
            report = _by_verb(sentence, i, Cue(CueKind.SAY), earlier, table)
            return None if report is None else attrs.evolve(report, cue=cue, last=end - 1)
        after = phrase.kind == "source_after"
        source = _source_at(sentence, end) if after else phrase_ending(sentence, i - 1)
        if source is not None and (not phrase.apart or _stands_apart(sentence, i, end - 1, source)):
            return Report(cue, CueKind.SOURCE, _source(sentence, source), i, end - 1)
    return None


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


def _stands_at(sentence: Sentence, i: int, phrase: CuePhrase) -> bool:
    """Whether a phrase begins with a token."""
    return tuple(token.lower for token in sentence.tokens[i : i + len(phrase.words)]) == phrase.words


def _stands_apart(sentence: Sentence, first: int, last: int, source: Phrase) -> bool:
    """Whether points or quotations part a phrase and its source from the rest."""
    around = (sentence.at(min(first, source.first) - 1), sentence.at(max(last, source.last) + 1))
    return all(token.kind in (EDGE, PUNCT, QUOTE) for token in around)


def _by_noun(sentence: Sentence, i: int) -> Report | None:
    """A report by a noun that somebody owns: "Vale's claim", "her recent claim", "a claim by Vale"."""
    return _report(sentence, i, CueKind.NOUN, _owner(sentence, i), own=True)


def _owner(sentence: Sentence, noun: int) -> Mention | None:
    """Who owns a noun, by what stands before it or by a preposition after it."""
    tokens, before = sentence.tokens, sentence.at(noun - 1)
    if before.kind == NAME and before.classes & POSSESSIVE_ENDING:
        phrase = phrase_ending(sentence, noun - 1)
        return None if phrase is None else mention_of(sentence, phrase)
    at = noun - 1
    while noun - at <= _LONGEST_OWNED and _is_described(sentence.at(at)):
        at -= 1
    if at < 0:
        return None
    owner = _possessor(sentence, at) or _author(sentence, noun + 1)
    if owner is None and tokens[at].kind == WORD and tokens[at].classes & POSSESSIVE:
        return pronoun_at(sentence, at, at)
    return owner


def _is_described(token: Token) -> bool:
    """Whether a token may stand between a noun and who owns it: "last", "public"."""
    return token.kind in (WORD, NAME) and not token.classes & CLOSED


def _possessor(sentence: Sentence, mark: int) -> Mention | None:
    """Who owns what stands after a possessive mark: "Vale's"."""
    tokens = sentence.tokens
    phrase = phrase_ending(sentence, mark - 1) if tokens[mark].classes & POSSESSIVE_MARK else None
    if phrase is None:
        return None
    if tokens[phrase.first].classes & PARTITIVE and tokens[phrase.first + 1].classes & GENITIVE:
        phrase = phrase._replace(first=phrase.first + 2)  # in "one of Vale's remarks" the remarks are Vale's
    return mention_of(sentence, phrase)


def _author(sentence: Sentence, preposition: int) -> Mention | None:
    """Whose words a preposition after a noun says them to be: "by Vale", "from Vale"."""
    if not sentence.at(preposition).classes & AUTHOR:
        return None
    named = phrase_starting(sentence, preposition + 1)
    return None if named is None else mention_of(sentence, named)


def _by_verb(sentence: Sentence, i: int, cue: Cue, earlier: list[Report], table: CueTable) -> Report | None:
    """A report by a verb, with its subject; None where the word is no verb here, or has no subject."""
    if sentence.tokens[i].classes & PRESENT_PARTICIPLE:
        if sentence.at(i - 1).classes & ASPECTUAL:
            return _report(sentence, i, cue.kind, *_subject(sentence, i - 1, earlier))
        if not _is_helped(sentence, i):
            return _by_participle(sentence, i, cue.kind, earlier)
    elif not is_verb(sentence, i):
        return None
    else:
        relayed = _relayed(sentence, i, earlier, table) if cue.relays else None
        if relayed is not None:
            return relayed
        if is_passive(sentence, i):
            return _by_passive(sentence, i, cue.kind)
    after = _inverted(sentence, i) if cue.kind == CueKind.SAY and cue.inverts else None
    if after is not None:
        return _report(sentence, i, cue.kind, after, own=True)
    return _report(sentence, i, cue.kind, *_subject(sentence, i, earlier))


def _report(sentence: Sentence, i: int, kind: CueKind, mention: Mention | None, own: bool) -> Report | None:
    """A report by the one word of a cue; None of nobody."""
    return None if mention is None else Report(sentence.span(i, i), kind, mention, i, i, own)


def _by_participle(sentence: Sentence, i: int, kind: CueKind, earlier: list[Report]) -> Report | None:
    """A report by a participle: "Vale left, saying", "heard Vale saying"; not "the saying"."""
    before = sentence.at(i - 1).classes
    behind_her = before & OBJECT_PRONOUN and sentence.at(i + 1).kind == QUOTE
    if before & (DETERMINER | POSSESSIVE | POSSESSIVE_MARK) and not behind_her:
        return None
    phrase = phrase_ending(sentence, i - 1)
    if phrase is not None and (
        sentence.at(phrase.first - 1).classes & (ABSOLUTE | PERCEIVING) or _is_of_another(sentence, phrase)
    ):
        return _report(sentence, i, kind, mention_of(sentence, phrase), own=True)
    return _report(sentence, i, kind, _shared(sentence, i, earlier) or _following(sentence, i), own=False)


def _is_of_another(sentence: Sentence, text: Phrase) -> bool:
    """Whether a text is not by whom its clause is about: "Vale received *a letter* saying"."""
    if not sentence.tokens[text.last].classes & CUE_NOUN:
        return False
    verb = sentence.at(text.first - 1)
    passive = sentence.at(text.first - 2).classes & BE and not verb.classes & PRESENT_PARTICIPLE
    return bool(verb.classes & RECEIVING or (verb.classes & ISSUING and passive))


def _following(sentence: Sentence, i: int) -> Mention | None:
    """The subject of a participle that opens a sentence: "Calling it “a ruin”, Ruth Vale left."."""
    tokens = sentence.tokens
    if i > 1 or any(t.kind != WORD for t in tokens[:i]):
        return None
    for mention, subordinate in subjects(sentence, len(tokens)):
        before = sentence.at(mention.first - 1)
        if mention.first > i and not subordinate and (before.text == "," or before.kind == QUOTE):
            return mention
    return None


def _subject(sentence: Sentence, i: int, earlier: list[Report]) -> tuple[Mention | None, bool]:
    """The subject of a verb, and whether it is its own and not shared with a verb before."""
    own = own_subject(sentence, i)
    own = own or subject_after(sentence, i)
    if own is not None:
        return _issuer(sentence, own) or own, True
    return (_shared(sentence, i, earlier) if before_verb_group(sentence, i) >= 0 else None), False


def _issuer(sentence: Sentence, text: Mention) -> Mention | None:
    """Whose a text is of which a clause tells: "Vale released *a statement* that said"."""
    words = sentence.tokens[text.first : text.last + 1]
    if text.name_span is not None or not words[-1].classes & CUE_NOUN:
        return None
    verb = next((k for k in (text.first - 1, text.first - 2) if sentence.at(k).classes & ISSUING), None)
    if verb is None or not opens_relative_clause(sentence, text.last + 1):
        return None
    if sentence.at(verb - 1).classes & BE and not sentence.tokens[verb].classes & PRESENT_PARTICIPLE:
        return None  # "was sent a letter that said"
    author = own_subject(sentence, verb)
    may_write = author and (_may_speak(sentence, author) or sentence.grammar.is_body(author.head))
    return author if may_write else None


def _shared(sentence: Sentence, i: int, earlier: list[Report]) -> Mention | None:
    """The subject that a verb without one shares: of the report before it, or of the sentence."""
    for report in reversed(earlier):
        if report.kind not in (CueKind.NOUN, CueKind.SOURCE):
            return _past_insertion(sentence, i, report) or report.mention
    return first_subject(sentence, i) or _somebody_first(sentence, i)


def _somebody_first(sentence: Sentence, i: int) -> Mention | None:
    """Somebody who opens a sentence whose verb is not known: "A man on a scooter rides up, shouting"."""
    phrase = phrase_starting(sentence, 0)
    if phrase is None or phrase.last >= i:
        return None
    mention = mention_of(sentence, phrase)
    lone = phrase.first == phrase.last and sentence.at(1).classes & PREPOSITION  # "Tears on her cheeks"
    return mention if _may_speak(sentence, mention) and not lone else None


def _past_insertion(sentence: Sentence, i: int, report: Report) -> Mention | None:
    """The subject behind a report between commas: "At noon, she told the court, Vale woke and said"."""
    opens = report.start == 0 and report.kind == CueKind.SOURCE
    if not opens and sentence.at(report.start - 1).text != ",":
        return None
    for mention, subordinate in subjects(sentence, i):
        goes_on = mention.first > report.end and sentence.at(mention.first - 1).text == ","
        if goes_on and not subordinate and _may_speak(sentence, mention):
            return mention
    return None


def _may_speak(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention is of somebody: by name, by a pronoun, or by what people are."""
    return mention.kind != MentionKind.NOMINAL or sentence.grammar.is_person(mention.head)


def _relayed(sentence: Sentence, i: int, earlier: list[Report], table: CueTable) -> Report | None:
    """A report of a report: "the paper quoted Vale as saying", "Vale was quoted as saying"."""
    begins, at = _saying_ahead(sentence, i, table)
    if at < 0:
        return None
    relayer, own = _subject(sentence, i, earlier)
    says = sentence.tokens[at].classes & (PRESENT_PARTICIPLE | PERFECT_PARTICIPLE)
    first, cue = relayer.first if relayer and own and says else i, sentence.span(i, at)
    if is_passive(sentence, i):
        return None if relayer is None else Report(cue, CueKind.SAY, relayer, first, at, own)
    if begins == i + 2 and sentence.tokens[i + 1].classes & OBJECT_PRONOUN:
        quoted = pronoun_at(sentence, i + 1, i + 1)
        return Report(cue, CueKind.SAY, quoted, first, at, relayer=relayer)
    named = phrase_starting(sentence, i + 1)
    if named is None:
        return None
    return Report(cue, CueKind.SAY, mention_of(sentence, named), first, at, relayer=relayer)


def _saying_ahead(sentence: Sentence, i: int, table: CueTable) -> tuple[int, int]:
    """From where to where stands what a verb relays with: "as saying", "with the words"; -1 for nowhere."""
    tokens = sentence.tokens
    for j in range(i + 1, min(i + _LONGEST_RELAYED, len(tokens) - 1)):
        if tokens[j].kind == QUOTE or tokens[j].text in (":", ";"):
            break
        phrases = table.phrases.get(tokens[j].lower, ()) if tokens[j].classes & CUE_PHRASE else ()
        for phrase in phrases:
            if phrase.kind == "relayed" and _stands_at(sentence, j, phrase):
                return j, j + len(phrase.words) - 1
        if tokens[j].classes & RELAYED:
            saying = tokens[j + 1]
            says = saying.classes & PERFECT_PARTICIPLE or (
                saying.classes & PRESENT_PARTICIPLE
                and any(cue.kind == CueKind.SAY for cue in table.verbs.get(saying.lower, ()))
            )
            return (j, j + 1) if says else (-1, -1)
    return -1, -1


def _is_helped(sentence: Sentence, i: int) -> bool:
    """Whether a form of "be" stands among the auxiliaries of a verb."""
    last = sentence.grammar.syntax.verb_last
    first = sentence.clause_start(i) if last else before_verb_group(sentence, i) + 1
    return any(token.classes & (BE | PASSIVE_AUXILIARY) for token in sentence.tokens[first:i])


def is_passive(sentence: Sentence, i: int) -> bool:
    """Whether a verb is a past participle after a form of "be", or before who does it: told *by Vale*."""
    if not sentence.tokens[i].classes & PARTICIPLE:
        return False
    return _is_helped(sentence, i) or _named_agent(sentence, i) is not None


def _by_passive(sentence: Sentence, i: int, kind: CueKind) -> Report | None:
    """A report by a passive verb: "was told by Vale", "described by Vale as “a ruin”".

    Without a form of "be" it reports what stands right behind it alone: not "Questioned by Vale, she left".
    """
    if not _is_helped(sentence, i):
        named = _named_agent(sentence, i)
        ahead = (sentence.at(named.last + n) for n in range(1, _LEADING + 2)) if named else ()
        if not any(token.kind == QUOTE for token in ahead):
            return None
    return _report(sentence, i, kind, _agent(sentence, i), own=True)


def _named_agent(sentence: Sentence, i: int) -> Phrase | None:
    """Who stands right behind a participle as who does it: described *by Vale*, not told by Monday."""
    named = phrase_starting(sentence, i + 2) if sentence.at(i + 1).classes & AGENT else None
    return named if named is not None and _may_speak(sentence, mention_of(sentence, named)) else None


def _agent(sentence: Sentence, i: int) -> Mention | None:
    """Who does what a passive verb says: "was told by Vale"."""
    start = sentence.clause_start(i) if sentence.grammar.syntax.verb_last else i + 1
    for j in range(start, min(i + _AGENT_AHEAD + 1, len(sentence.tokens))):
        if sentence.tokens[j].classes & AGENT:
            named = phrase_starting(sentence, j + 1)
            return None if named is None else mention_of(sentence, named)
    return None


def _inverted(sentence: Sentence, i: int) -> Mention | None:
    """The subject after a verb that follows a quotation: “...,” said Ruth Vale."""
    before = sentence.at(i - 1)
    if not _may_follow(sentence, i):
        return None
    named = phrase_starting(sentence, _past_hearer(sentence, i + 1))
    if named is None:
        return None
    mention = mention_of(sentence, named)
    if before.text == "," and sentence.at(i - 2).kind != QUOTE:
        if not _closes_clause(sentence, mention):
            return None
        # "The pilot, Ruth Vale, put it so": the comma is that of her own description.
        if mention.kind == MentionKind.PRONOUN and own_subject(sentence, i) is not None:
            return None
    if mention.kind == MentionKind.PRONOUN and sentence.tokens[named.head].classes & NEVER_INVERTED:
        return None
    if before.kind == EDGE and sentence.tokens[i].kind == NAME and mention.kind != MentionKind.NAME:
        return None
    return with_apposition(sentence, mention)


def _past_hearer(sentence: Sentence, i: int) -> int:
    """Where a subject begins, past a pronoun that stands before it where verbs come second: told him Vale."""
    if not sentence.grammar.syntax.verb_second:
        return i
    classes = sentence.at(i).classes
    return i + bool(classes & OBJECT_PRONOUN and not classes & (PRONOUN | POSSESSIVE))


def _may_follow(sentence: Sentence, i: int) -> bool:
    """Whether a verb's subject may follow it, by what stands before: “...,” said / so said."""
    before = sentence.at(i - 1)
    if before.text in DASHES:
        return sentence.at(i - 2).kind == QUOTE
    return before.kind in (EDGE, QUOTE) or before.text == "," or bool(before.classes & INVERTING)


def _closes_clause(sentence: Sentence, mention: Mention) -> bool:
    """Whether a clause can end after a mention: “..., said Ruth Vale.” and not “..., said Ruth Vale was”."""
    after = sentence.at(mention.last + 1)
    return after.kind in (EDGE, QUOTE, PUNCT) or bool(after.classes & (PREPOSITION | RELATIVE | ADDITIVE))
