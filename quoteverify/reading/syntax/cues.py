"""Reports of speech in a sentence: a cue, and the mention whose words it reports.

A cue is a verb ("said"), a phrase ("according to"), or a noun that somebody owns ("her
claim that"). Its subject is looked for where English puts it: before the verb, past
adverbs, auxiliaries and what stands between commas; after it, where the verb follows a
quotation; and where the verb has none of its own, with the verb before.
"""

import functools
from collections.abc import Iterator

import attrs

from quoteverify.models import Span
from quoteverify.reading.syntax.mentions import (
    DASHES,
    PARTS,
    Mention,
    MentionKind,
    mention_of,
    phrase_ending,
    phrase_starting,
    with_apposition,
)
from quoteverify.reading.syntax.tokens import NAME, NUMBER, PUNCT, QUOTE, WORD, Sentence, is_verb
from quoteverify.text.language import LanguageProfile

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "am", "’s", "'s", "got", "get"))
_GOES_ON = frozenset(
    ("keep", "keeps", "kept", "start", "starts", "started", "began", "begins", "stopped", "continued")
)
_ADJUNCT = frozenset(("to", "with", "for", "at", "in", "on", "by", "from", "of", "about", "against", "over"))
_SUBORDINATING = frozenset(("as", "after", "before", "since", "until", "than", "like"))
_COORDINATORS = frozenset(("and", "but", "or", "then", "while", "before", "after", "yet"))


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
            mention = with_apposition(sentence, mention_of(sentence, *named))
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
            first, head = phrase
            if tokens[first].lower in PARTS and tokens[first + 1].lower == "of":
                first += 2  # in "one of Vale's remarks" the remarks are Vale's
            return Report(cue, "noun", mention_of(sentence, first, head, at - 1), i, i)
    if i + 2 < len(tokens) and tokens[i + 1].lower in ("by", "from"):
        named = phrase_starting(sentence, i + 2)
        if named is not None:
            return Report(cue, "noun", mention_of(sentence, *named), i, i)
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
        before = _auxiliaries_before(sentence, i)
        progressive = any(tokens[j].lower in _BE for j in range(before + 1, i)) or (
            i and tokens[i - 1].lower in _GOES_ON
        )
        if progressive and tokens[i - 1].lower in _GOES_ON:
            subject, own = subject_of(sentence, i - 1, earlier)
            return Report(cue, kind, subject, i, i, own) if subject else None
        if not progressive:
            if i and (
                tokens[i - 1].lower in grammar.determiners | grammar.possessives
                or tokens[i - 1].lower in ("'s", "’s")
            ):
                return None
            with_subject = phrase_ending(sentence, i - 1)
            if with_subject and with_subject[0] and tokens[with_subject[0] - 1].lower == "with":
                return Report(cue, kind, mention_of(sentence, *with_subject, i - 1), i, i)
            subject = _shared(sentence, i, earlier) or _following(sentence, i)
            return Report(cue, kind, subject, i, i, own=False) if subject else None
    elif not is_verb(sentence, i):
        return None
    elif lower in table.relaying and (relayed := _relayed(sentence, i, earlier, table)):
        return relayed
    elif _is_passive(sentence, i):
        agent = next((j for j in range(i + 1, min(i + 8, len(tokens))) if tokens[j].lower == "by"), None)
        named = phrase_starting(sentence, agent + 1) if agent else None
        return Report(cue, kind, mention_of(sentence, *named), i, i) if named else None
    after = _inverted(sentence, i) if kind == "say" and lower not in table.objects else None
    if after is not None:
        return Report(cue, kind, after, i, i)
    subject, own = subject_of(sentence, i, earlier)
    return Report(cue, kind, subject, i, i, own) if subject else None


def _relayed(sentence: Sentence, i: int, earlier: list[Report], table: CueTable) -> Report | None:
    """A report of a report: "the paper quoted Vale as saying", "Vale was quoted as saying"."""
    tokens = sentence.tokens
    at = next((j for j in range(i + 1, min(i + _RELAYED, len(tokens) - 1)) if tokens[j].lower == "as"), None)
    if at is None or any(t.kind == QUOTE or t.text in (":", ";") for t in tokens[i:at]):
        return None
    saying = tokens[at + 1].lower
    if saying != "having" and not (saying.endswith("ing") and table.verbs.get(saying) == "say"):
        return None
    relayer, own = subject_of(sentence, i, earlier)
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
        mention = mention_of(sentence, *named)
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
    return any(tokens[j].lower in _BE for j in range(_auxiliaries_before(sentence, i) + 1, i))


def _auxiliaries_before(sentence: Sentence, i: int) -> int:
    """The index of the nearest token before a verb that is neither auxiliary nor adverb."""
    tokens, grammar = sentence.tokens, sentence.grammar
    j = i - 1
    while j >= 0 and tokens[j].kind == WORD:
        lower = tokens[j].lower
        if lower in grammar.calendar:
            j = _before_date(sentence, j)
            continue
        if (
            lower in grammar.auxiliaries
            or lower in grammar.adverbs
            or lower == "first"
            or (lower.endswith("ly") and lower not in grammar.bodies)
        ):
            j -= 1
        elif lower == "to":
            k = j - 1
            while (
                k >= 0
                and tokens[k].kind == WORD
                and (tokens[k].lower in grammar.adverbs or tokens[k].lower in ("on", "by"))
            ):
                k -= 1
            # "went on to say", "is trying to say", "has been careful to say" - but not "a plan to say"
            if k >= 0 and (
                is_verb(sentence, k)
                or (
                    k
                    and tokens[k].kind == WORD
                    and tokens[k - 1].lower in grammar.auxiliaries | grammar.adverbs
                )
            ):
                j = k - 1
            else:
                break
        else:
            break
    return j


def _before_date(sentence: Sentence, j: int) -> int:
    """The index of the nearest token before the words of a date: "on Monday", "two weeks ago"."""
    tokens, grammar = sentence.tokens, sentence.grammar
    while j >= 0 and (
        tokens[j].kind == NUMBER
        or tokens[j].lower in grammar.calendar
        or tokens[j].lower
        in (
            "on",
            "in",
            "last",
            "this",
            "early",
            "late",
            "next",
            "the",
            "a",
            "ago",
            "than",
            "less",
            "more",
            "earlier",
        )
        or (tokens[j].kind == WORD and tokens[j].lower in grammar.determiners)
    ):
        j -= 1
    return j


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
    mention = mention_of(sentence, *named)
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


def subject_of(sentence: Sentence, i: int, earlier: list[Report]) -> tuple[Mention | None, bool]:
    """The subject of a verb, and whether it is its own and not shared with a verb before."""
    tokens = sentence.tokens
    j = _auxiliaries_before(sentence, i)
    if j < 0:
        return None, False
    token = tokens[j]
    if token.lower in ("who", "that", "which") and j:
        k = j - 1 if tokens[j - 1].text != "," else j - 2
        phrase = phrase_ending(sentence, k)
        if phrase is not None:
            return mention_of(sentence, *phrase, k), True
        if token.lower != "that":
            return _shared(sentence, i, earlier), False
    if token.text == "," or token.text in DASHES or token.text in (")", "]"):
        mention = _before_parenthesis(sentence, j)
        if mention is not None:
            return mention, True
        return _shared(sentence, i, earlier), False
    if token.kind == QUOTE or token.lower in _COORDINATORS:
        return _shared(sentence, i, earlier), False
    phrase = phrase_ending(sentence, j)
    if phrase is None:
        return _shared(sentence, i, earlier), False
    if phrase[0] and tokens[phrase[0] - 1].lower in _ADJUNCT:
        # "A source speaking to the paper said": an adjunct stands between the subject and its verb.
        for k in range(phrase[0] - 2, max(-1, phrase[0] - 20), -1):
            if tokens[k].kind in (QUOTE, PUNCT):
                break
            outer = phrase_ending(sentence, k)
            if outer is not None and _heads_clause(sentence, outer[0]):
                return mention_of(sentence, *outer, k), True
    return mention_of(sentence, *phrase, j), True


def _before_parenthesis(sentence: Sentence, close: int) -> Mention | None:
    """The subject before what stands between commas, dashes or brackets: "Vale, 41, who ..., said"."""
    tokens, text = sentence.tokens, sentence.text
    token = tokens[close]
    if token.text in (")", "]"):
        j = close - 1
        while j >= 0 and tokens[j].text not in ("(", "["):
            j -= 1
        phrase = phrase_ending(sentence, j - 1)
        if phrase is None:
            return None
        mention = mention_of(sentence, *phrase, j - 1)
        if phrase[0] > 1 and tokens[phrase[0] - 1].text == ",":
            outer = phrase_ending(sentence, phrase[0] - 2)
            if outer is not None and tokens[outer[1]].kind == NAME and _heads_clause(sentence, outer[0]):
                return mention_of(sentence, *outer, phrase[0] - 2)
        return mention
    best = None
    j = close - 1
    while j > 0 and close - j < 45:
        here = tokens[j]
        if (
            here.kind == QUOTE and (here.end - here.start > 40 or text[here.end - 2] == ",")
        ) or here.text in (";", ":"):
            break
        if here.text == token.text or (here.text in DASHES and token.text in DASHES):
            k = j - 1
            if tokens[k].text == ")":
                k = next((n for n in range(k, max(-1, k - 12), -1) if tokens[n].text == "("), k) - 1
            phrase = phrase_ending(sentence, k)
            if phrase is not None and _heads_clause(sentence, phrase[0]):
                mention = mention_of(sentence, *phrase, k)
                after = tokens[j + 1]
                if mention.kind == MentionKind.NAME and (after.kind == NUMBER or after.lower == "who"):
                    return mention
                if best is not None and best.kind == MentionKind.NAME and _in_a_place(sentence, phrase[0]):
                    break
                if mention.kind == MentionKind.NAME or phrase[0] < phrase[1] or best is None:
                    best = with_apposition(sentence, mention)
        j -= 1
    return best


def _in_a_place(sentence: Sentence, first: int) -> bool:
    """Whether a phrase after a comma says where the one before it lies: "in Aas, Berg County"."""
    tokens = sentence.tokens
    if first < 3 or tokens[first - 1].text != "," or tokens[first - 2].kind != NAME:
        return False
    place = phrase_ending(sentence, first - 2)
    return (
        place is not None
        and place[0] > 0
        and tokens[place[0] - 1].lower in ("in", "at", "of", "from", "near")
    )


def _heads_clause(sentence: Sentence, first: int) -> bool:
    """Whether a phrase that begins here can be a subject: no preposition and no verb governs it."""
    tokens, grammar = sentence.tokens, sentence.grammar
    if first == 0:
        return True
    before = tokens[first - 1]
    if before.kind == QUOTE or before.text in (",", ";", ":", "(") or before.text in DASHES:
        return True
    return (
        before.lower in grammar.conjunctions
        or before.lower in grammar.adverbs
        or before.lower in grammar.calendar
        or before.lower in _SUBORDINATING
    )


def _shared(sentence: Sentence, i: int, earlier: list[Report]) -> Mention | None:
    """The subject that a verb without one shares: of the report before it, or of the sentence."""
    for report in reversed(earlier):
        if report.kind != "noun":
            return report.mention
    return first_subject(sentence, i)


def first_subject(sentence: Sentence, end: int) -> Mention | None:
    """The subject of the main clause before a token; of a subordinate one where there is no other."""
    fallback = None
    for mention, subordinate in subjects(sentence, end):
        if not subordinate:
            return mention
        fallback = fallback or mention
    return fallback


def subjects(sentence: Sentence, end: int) -> Iterator[tuple[Mention, bool]]:
    """The subjects of the clauses before a token, and whether each is of a subordinate clause."""
    tokens, grammar = sentence.tokens, sentence.grammar
    i = 0
    while i < end:
        token = tokens[i]
        if (
            token.kind in (QUOTE, PUNCT)
            or token.lower in _NO_SUBJECTS
            or (token.kind == WORD and token.lower in grammar.inert)
        ):
            i += 1
            continue
        phrase = phrase_starting(sentence, i)
        if phrase is None:
            i += 1
            continue
        follower = _verb_after(sentence, phrase[2] + 1)
        if follower is not None and _heads_clause(sentence, i):
            before = tokens[i - 1].lower if i else ""
            mention = with_apposition(sentence, mention_of(sentence, *phrase))
            yield mention, before in grammar.conjunctions and before not in ("and", "but", "or", "yet", "so")
        i = phrase[2] + 1


_NO_SUBJECTS = frozenset(("who", "which", "that", "what", "there", "here"))


def _verb_after(sentence: Sentence, i: int) -> int | None:
    """The verb that follows a phrase, past adverbs and what stands between commas or brackets."""
    tokens = sentence.tokens
    if i < len(tokens) and (tokens[i].text in (",", "(", "[") or tokens[i].text in DASHES):
        close = {"(": ")", "[": "]"}.get(tokens[i].text, tokens[i].text)
        for j in range(i + 1, min(i + 40, len(tokens))):
            if tokens[j].kind == QUOTE or tokens[j].text in (";", ":"):
                return None
            if tokens[j].text == close and j + 1 < len(tokens):
                found = _verb_after_adverbs(sentence, j + 1)
                if found is not None:
                    return found
        return None
    return _verb_after_adverbs(sentence, i)


def _verb_after_adverbs(sentence: Sentence, i: int) -> int | None:
    tokens, grammar = sentence.tokens, sentence.grammar
    while (
        i < len(tokens)
        and tokens[i].kind == WORD
        and (tokens[i].lower in grammar.adverbs or tokens[i].lower.endswith("ly"))
    ):
        i += 1
    if i < len(tokens) and (is_verb(sentence, i) or tokens[i].lower in ("'s", "’s")):
        return i
    return None
