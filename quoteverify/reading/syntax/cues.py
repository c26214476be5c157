"""Reports of speech in a sentence: a cue, and the mention whose words it reports.

A cue is a verb ("said"), a phrase ("according to"), or a noun that somebody owns ("her
claim that"). Its subject is looked for where English puts it: before the verb, past
adverbs, auxiliaries and what stands between commas; after it, where the verb follows a
quotation; and where the verb has none of its own, with the verb before.
"""

import functools

import attrs

from quoteverify.models import Span
from quoteverify.reading.syntax.mentions import Mention, MentionKind, mention_of, with_apposition
from quoteverify.reading.syntax.phrases import PARTS, phrase_ending, phrase_starting
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.subjects import first_subject, own_subject, subjects
from quoteverify.reading.syntax.tokens import DASHES, NAME, PUNCT, QUOTE, WORD
from quoteverify.reading.syntax.verbs import auxiliaries_before, is_verb
from quoteverify.text.language import LanguageProfile

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "am", "’s", "'s", "got", "get"))
_GOES_ON = frozenset(
    ("keep", "keeps", "kept", "start", "starts", "started", "began", "begins", "stopped", "continued")
)


@attrs.frozen
class Report:
    """A cue in a sentence with the mention that it makes the speaker.

    Attributes:
        cue: Where the cue stands.
        kind: "say", "name" (words about something), "source" (according to) or "noun" (her claim).
        mention: Who speaks.
        first: The index of the cue's first token.
        last: The index of the cue's last token.
        own: Whether the mention is the cue's own subject, not one shared with an earlier verb.
    """

    cue: Span
    kind: str
    mention: Mention
    first: int
    last: int
    own: bool = True

    @property
    def start(self) -> int:
        """The index of the first token of cue and mention."""
        return min(self.first, self.mention.first)

    @property
    def end(self) -> int:
        """The index of the last token of cue and mention."""
        return max(self.last, self.mention.last)


@attrs.frozen(eq=False)
class CueTable:
    """The cues of a language by their words."""

    verbs: dict[str, str]
    """Each form with its kind."""
    objects: frozenset[str]
    """Forms that take whom they tell as object, so that what follows them is no subject."""
    relaying: frozenset[str]
    """Forms that hand on what somebody else says: "quoted her as saying"."""
    nouns: frozenset[str]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    """By first word: the words and the kind."""


@functools.lru_cache(maxsize=8)
def cue_table(profile: LanguageProfile) -> CueTable:
    """The cues of a language, made once."""
    verbs = {word: str(row.values["kind"]) for row in profile.rows("cues") for word in row.words}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in profile.rows("cue_phrases"):
        for phrase in row.words:
            words = tuple(phrase.split())
            phrases.setdefault(words[0], []).append((words, str(row.values["kind"])))
    return CueTable(
        verbs,
        profile.words("cues", inverts=False),
        profile.words("cues", relays=True),
        profile.words("cue_nouns"),
        {k: tuple(v) for k, v in phrases.items()},
    )


def reports(sentence: Sentence, profile: LanguageProfile) -> list[Report]:
    """Every report in a sentence, in order."""
    tokens = sentence.tokens
    table = cue_table(profile)
    found: list[Report] = []
    for i, token in enumerate(tokens):
        if token.kind not in (WORD, NAME):
            continue
        lower = token.lower
        if lower in table.phrases:
            report = _phrase(sentence, i, table, found)
            if report is not None:
                found.append(report)
                continue
        if lower in table.verbs and (token.kind == WORD or i == 0 or tokens[i - 1].kind == QUOTE):
            report = _verb(sentence, i, table.verbs[lower], found, table)
            if report is not None:
                found.append(report)
                continue
        if lower in table.nouns and token.kind == WORD:
            report = _noun(sentence, i)
            if report is not None:
                found.append(report)
    return found


def _phrase(sentence: Sentence, i: int, table: CueTable, found: list[Report]) -> Report | None:
    """A report by a phrase that begins here: the source follows it."""
    tokens = sentence.tokens
    for phrase, kind in table.phrases[tokens[i].lower]:
        end = i + len(phrase)
        if kind == "noun" or tuple(t.lower for t in tokens[i:end]) != phrase:
            continue
        if kind == "verb":
            report = _verb(sentence, i, "say", found, table)
            if report is None:
                return None
            return attrs.evolve(report, cue=Span(tokens[i].start, tokens[end - 1].end), last=end - 1)
        named = phrase_starting(sentence, end)
        if named is not None:
            mention = with_apposition(sentence, mention_of(sentence, named))
            return Report(Span(tokens[i].start, tokens[end - 1].end), "source", mention, i, end - 1)
    return None


def _noun(sentence: Sentence, i: int) -> Report | None:
    """A report by a noun that somebody owns: "Vale's claim", "her recent claim"."""
    tokens, grammar = sentence.tokens, sentence.grammar
    at = i - 1
    while (
        at >= 0 and i - at <= 3 and tokens[at].kind in (WORD, NAME) and tokens[at].lower not in grammar.closed
    ):
        at -= 1
    if at < 0:
        return None
    owner = tokens[at]
    cue = Span(tokens[i].start, tokens[i].end)
    if owner.lower in ("'s", "’s", "'", "’") and at:
        phrase = phrase_ending(sentence, at - 1)
        if phrase is not None:
            if tokens[phrase.first].lower in PARTS and tokens[phrase.first + 1].lower == "of":
                # In "one of Vale's remarks" the remarks are Vale's.
                phrase = phrase._replace(first=phrase.first + 2)
            return Report(cue, "noun", mention_of(sentence, phrase), i, i)
    if i + 2 < len(tokens) and tokens[i + 1].lower in ("by", "from"):
        named = phrase_starting(sentence, i + 2)
        if named is not None:
            return Report(cue, "noun", mention_of(sentence, named), i, i)
    if owner.kind == WORD and owner.lower in grammar.possessives:
        span = Span(owner.start, owner.end)
        return Report(cue, "noun", Mention(span, MentionKind.PRONOUN, "", owner.lower, at, at), i, i)
    return None


def _verb(sentence: Sentence, i: int, kind: str, earlier: list[Report], table: CueTable) -> Report | None:
    """A report by a verb, with its subject; None where the word is no verb here, or has no subject."""
    tokens, grammar = sentence.tokens, sentence.grammar
    lower = tokens[i].lower
    cue = Span(tokens[i].start, tokens[i].end)
    if lower.endswith("ing"):
        before = auxiliaries_before(sentence, i)
        progressive = any(tokens[j].lower in _BE for j in range(before + 1, i)) or (
            i and tokens[i - 1].lower in _GOES_ON
        )
        if progressive and tokens[i - 1].lower in _GOES_ON:
            subject, own = _subject(sentence, i - 1, earlier)
            return Report(cue, kind, subject, i, i, own) if subject else None
        if not progressive:
            if i and (
                tokens[i - 1].lower in grammar.determiners | grammar.possessives
                or tokens[i - 1].lower in ("'s", "’s")
            ):
                return None
            with_subject = phrase_ending(sentence, i - 1)
            if with_subject and with_subject.first and tokens[with_subject.first - 1].lower == "with":
                return Report(cue, kind, mention_of(sentence, with_subject), i, i)
            subject = _shared(sentence, i, earlier) or _following(sentence, i)
            return Report(cue, kind, subject, i, i, own=False) if subject else None
    elif not is_verb(sentence, i):
        return None
    elif lower in table.relaying and (relayed := _relayed(sentence, i, earlier, table)):
        return relayed
    elif _is_passive(sentence, i):
        agent = next((j for j in range(i + 1, min(i + 8, len(tokens))) if tokens[j].lower == "by"), None)
        named = phrase_starting(sentence, agent + 1) if agent else None
        return Report(cue, kind, mention_of(sentence, named), i, i) if named else None
    after = _inverted(sentence, i) if kind == "say" and lower not in table.objects else None
    if after is not None:
        return Report(cue, kind, after, i, i)
    subject, own = _subject(sentence, i, earlier)
    return Report(cue, kind, subject, i, i, own) if subject else None


def _subject(sentence: Sentence, i: int, earlier: list[Report]) -> tuple[Mention | None, bool]:
    """The subject of a verb, and whether it is its own and not shared with a verb before."""
    own = own_subject(sentence, i)
    if own is not None:
        return own, True
    return (_shared(sentence, i, earlier) if auxiliaries_before(sentence, i) >= 0 else None), False


def _shared(sentence: Sentence, i: int, earlier: list[Report]) -> Mention | None:
    """The subject that a verb without one shares: of the report before it, or of the sentence."""
    for report in reversed(earlier):
        if report.kind != "noun":
            return report.mention
    return first_subject(sentence, i)


def _relayed(sentence: Sentence, i: int, earlier: list[Report], table: CueTable) -> Report | None:
    """A report of a report: "the paper quoted Vale as saying", "Vale was quoted as saying"."""
    tokens = sentence.tokens
    at = next((j for j in range(i + 1, min(i + _RELAYED, len(tokens) - 1)) if tokens[j].lower == "as"), None)
    if at is None or any(t.kind == QUOTE or t.text in (":", ";") for t in tokens[i:at]):
        return None
    saying = tokens[at + 1].lower
    if saying != "having" and not (saying.endswith("ing") and table.verbs.get(saying) == "say"):
        return None
    relayer, own = _subject(sentence, i, earlier)
    first, cue = relayer.first if relayer and own else i, Span(tokens[i].start, tokens[at + 1].end)
    if _is_passive(sentence, i):
        return Report(cue, "say", relayer, first, at + 1, own) if relayer else None
    told = tokens[i + 1]
    if at == i + 2 and told.lower in _OBJECTS:
        mention = Mention(Span(told.start, told.end), MentionKind.PRONOUN, "", told.lower, i + 1, i + 1)
    else:
        named = phrase_starting(sentence, i + 1)
        if named is None:
            return None
        mention = mention_of(sentence, named)
    return Report(cue, "say", mention, first, at + 1)


_RELAYED = 16  # tokens: "quoted Ruth Vale, a pilot of the port of Aas, as saying"
_OBJECTS = frozenset(("him", "her", "it", "them"))


def _following(sentence: Sentence, i: int) -> Mention | None:
    """The subject of a participle that opens a sentence: "Calling it “a ruin”, Ruth Vale left."."""
    tokens = sentence.tokens
    if i > 1 or any(t.kind != WORD for t in tokens[:i]):
        return None
    for mention, subordinate in subjects(sentence, len(tokens)):
        before = tokens[mention.first - 1] if mention.first > i else None
        if before is not None and not subordinate and (before.text == "," or before.kind == QUOTE):
            return mention
    return None


def _is_passive(sentence: Sentence, i: int) -> bool:
    """Whether a past participle follows a form of "be"."""
    tokens = sentence.tokens
    if not (
        tokens[i].lower.endswith("ed")
        or tokens[i].lower in ("told", "written", "called", "seen", "known", "said", "quoted")
    ):
        return False
    return any(tokens[j].lower in _BE for j in range(auxiliaries_before(sentence, i) + 1, i))


def _inverted(sentence: Sentence, i: int) -> Mention | None:
    """The subject after a verb that follows a quotation: “...,” said Ruth Vale."""
    tokens = sentence.tokens
    before = tokens[i - 1] if i else None
    if before is not None and not (
        before.kind == QUOTE
        or before.text == ","
        or (before.text in DASHES and i > 1 and tokens[i - 2].kind == QUOTE)
        or before.lower in ("as", "so")
    ):
        return None
    named = phrase_starting(sentence, i + 1)
    if named is None:
        return None
    mention = mention_of(sentence, named)
    if (
        before is not None
        and before.text == ","
        and tokens[i - 2].kind != QUOTE
        and not _closes_clause(sentence, mention)
    ):
        return None
    if mention.kind == MentionKind.PRONOUN and mention.head in ("this", "these", "those", "you"):
        return None
    if before is None and tokens[i].kind == NAME and mention.kind != MentionKind.NAME:
        return None
    return with_apposition(sentence, mention)


def _closes_clause(sentence: Sentence, mention: Mention) -> bool:
    """Whether a clause can end after a mention: “..., said Ruth Vale.” and not “..., said Ruth Vale was”."""
    tokens, grammar = sentence.tokens, sentence.grammar
    after = tokens[mention.last + 1] if mention.last + 1 < len(tokens) else None
    return (
        after is None
        or after.kind in (QUOTE, PUNCT)
        or after.lower in grammar.prepositions
        or after.lower in ("who", "and")
    )
