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
from quoteverify.reading.syntax.grammar import Grammar, grammar
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
from quoteverify.reading.syntax.tokens import NAME, NUMBER, PUNCT, QUOTE, WORD, Token, is_verb
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


def reports(text: str, tokens: list[Token], profile: LanguageProfile) -> list[Report]:
    """Every report in a sentence, in order."""
    words, table = grammar(profile), cue_table(profile)
    found: list[Report] = []
    for i, token in enumerate(tokens):
        if token.kind not in (WORD, NAME):
            continue
        lower = token.lower
        if lower in table.phrases:
            report = _phrase(text, tokens, i, table, found, words)
            if report is not None:
                found.append(report)
                continue
        if lower in table.verbs and (token.kind == WORD or i == 0 or tokens[i - 1].kind == QUOTE):
            report = _verb(text, tokens, i, table.verbs[lower], found, table, words)
            if report is not None:
                found.append(report)
                continue
        if lower in table.nouns and token.kind == WORD:
            report = _noun(text, tokens, i, words)
            if report is not None:
                found.append(report)
    return found


def _phrase(
    text: str, tokens: list[Token], i: int, table: CueTable, found: list[Report], words: Grammar
) -> Report | None:
    """A report by a phrase that begins here: the source follows it."""
    for phrase, kind in table.phrases[tokens[i].lower]:
        end = i + len(phrase)
        if kind == "noun" or tuple(t.lower for t in tokens[i:end]) != phrase:
            continue
        if kind == "verb":
            report = _verb(text, tokens, i, "say", found, table, words)
            if report is None:
                return None
            return attrs.evolve(report, cue=Span(tokens[i].start, tokens[end - 1].end), last=end - 1)
        named = phrase_starting(tokens, end, words)
        if named is not None:
            mention = with_apposition(text, tokens, mention_of(text, tokens, *named, words), words)
            return Report(Span(tokens[i].start, tokens[end - 1].end), "source", mention, i, end - 1)
    return None


def _noun(text: str, tokens: list[Token], i: int, words: Grammar) -> Report | None:
    """A report by a noun that somebody owns: "Vale's claim", "her recent claim"."""
    at = i - 1
    while (
        at >= 0 and i - at <= 3 and tokens[at].kind in (WORD, NAME) and tokens[at].lower not in words.closed
    ):
        at -= 1
    if at < 0:
        return None
    owner = tokens[at]
    cue = Span(tokens[i].start, tokens[i].end)
    if owner.lower in ("'s", "’s", "'", "’") and at:
        phrase = phrase_ending(tokens, at - 1, words)
        if phrase is not None:
            first, head = phrase
            if tokens[first].lower in PARTS and tokens[first + 1].lower == "of":
                first += 2  # in "one of Vale's remarks" the remarks are Vale's
            return Report(cue, "noun", mention_of(text, tokens, first, head, at - 1, words), i, i)
    if i + 2 < len(tokens) and tokens[i + 1].lower in ("by", "from"):
        named = phrase_starting(tokens, i + 2, words)
        if named is not None:
            return Report(cue, "noun", mention_of(text, tokens, *named, words), i, i)
    if owner.kind == WORD and owner.lower in words.possessives:
        span = Span(owner.start, owner.end)
        return Report(cue, "noun", Mention(span, MentionKind.PRONOUN, "", owner.lower, at, at), i, i)
    return None


def _verb(
    text: str, tokens: list[Token], i: int, kind: str, earlier: list[Report], table: CueTable, words: Grammar
) -> Report | None:
    """A report by a verb, with its subject; None where the word is no verb here, or has no subject."""
    lower = tokens[i].lower
    cue = Span(tokens[i].start, tokens[i].end)
    if lower.endswith("ing"):
        before = _auxiliaries_before(tokens, i, words)
        progressive = any(tokens[j].lower in _BE for j in range(before + 1, i)) or (
            i and tokens[i - 1].lower in _GOES_ON
        )
        if progressive and tokens[i - 1].lower in _GOES_ON:
            subject, own = subject_of(text, tokens, i - 1, earlier, words)
            return Report(cue, kind, subject, i, i, own) if subject else None
        if not progressive:
            if i and (
                tokens[i - 1].lower in words.determiners | words.possessives
                or tokens[i - 1].lower in ("'s", "’s")
            ):
                return None
            with_subject = phrase_ending(tokens, i - 1, words)
            if with_subject and with_subject[0] and tokens[with_subject[0] - 1].lower == "with":
                return Report(cue, kind, mention_of(text, tokens, *with_subject, i - 1, words), i, i)
            subject = _shared(text, tokens, i, earlier, words) or _following(text, tokens, i, words)
            return Report(cue, kind, subject, i, i, own=False) if subject else None
    elif not is_verb(tokens, i, words):
        return None
    elif lower in table.relaying and (relayed := _relayed(text, tokens, i, earlier, table, words)):
        return relayed
    elif _is_passive(tokens, i, words):
        agent = next((j for j in range(i + 1, min(i + 8, len(tokens))) if tokens[j].lower == "by"), None)
        named = phrase_starting(tokens, agent + 1, words) if agent else None
        return Report(cue, kind, mention_of(text, tokens, *named, words), i, i) if named else None
    after = _inverted(text, tokens, i, words) if kind == "say" and lower not in table.objects else None
    if after is not None:
        return Report(cue, kind, after, i, i)
    subject, own = subject_of(text, tokens, i, earlier, words)
    return Report(cue, kind, subject, i, i, own) if subject else None


def _relayed(
    text: str, tokens: list[Token], i: int, earlier: list[Report], table: CueTable, words: Grammar
) -> Report | None:
    """A report of a report: "the paper quoted Vale as saying", "Vale was quoted as saying"."""
    at = next((j for j in range(i + 1, min(i + _RELAYED, len(tokens) - 1)) if tokens[j].lower == "as"), None)
    if at is None or any(t.kind == QUOTE or t.text in (":", ";") for t in tokens[i:at]):
        return None
    saying = tokens[at + 1].lower
    if saying != "having" and not (saying.endswith("ing") and table.verbs.get(saying) == "say"):
        return None
    relayer, own = subject_of(text, tokens, i, earlier, words)
    first, cue = relayer.first if relayer and own else i, Span(tokens[i].start, tokens[at + 1].end)
    if _is_passive(tokens, i, words):
        return Report(cue, "say", relayer, first, at + 1, own) if relayer else None
    told = tokens[i + 1]
    if at == i + 2 and told.lower in _OBJECTS:
        mention = Mention(Span(told.start, told.end), MentionKind.PRONOUN, "", told.lower, i + 1, i + 1)
    else:
        named = phrase_starting(tokens, i + 1, words)
        if named is None:
            return None
        mention = mention_of(text, tokens, *named, words)
    return Report(cue, "say", mention, first, at + 1)


_RELAYED = 16  # tokens: "quoted Ruth Vale, a pilot of the port of Aas, as saying"
_OBJECTS = frozenset(("him", "her", "it", "them"))


def _following(text: str, tokens: list[Token], i: int, words: Grammar) -> Mention | None:
    """The subject of a participle that opens a sentence: "Calling it “a ruin”, Ruth Vale left."."""
    if i > 1 or any(t.kind != WORD for t in tokens[:i]):
        return None
    for mention, subordinate in subjects(text, tokens, len(tokens), words):
        before = tokens[mention.first - 1] if mention.first > i else None
        if before is not None and not subordinate and (before.text == "," or before.kind == QUOTE):
            return mention
    return None


def _is_passive(tokens: list[Token], i: int, words: Grammar) -> bool:
    """Whether a past participle follows a form of "be"."""
    if not (
        tokens[i].lower.endswith("ed")
        or tokens[i].lower in ("told", "written", "called", "seen", "known", "said", "quoted")
    ):
        return False
    return any(tokens[j].lower in _BE for j in range(_auxiliaries_before(tokens, i, words) + 1, i))


def _auxiliaries_before(tokens: list[Token], i: int, words: Grammar) -> int:
    """The index of the nearest token before a verb that is neither auxiliary nor adverb."""
    j = i - 1
    while j >= 0 and tokens[j].kind == WORD:
        lower = tokens[j].lower
        if lower in words.calendar:
            j = _before_date(tokens, j, words)
            continue
        if (
            lower in words.auxiliaries
            or lower in words.adverbs
            or lower == "first"
            or (lower.endswith("ly") and lower not in words.bodies)
        ):
            j -= 1
        elif lower == "to":
            k = j - 1
            while (
                k >= 0
                and tokens[k].kind == WORD
                and (tokens[k].lower in words.adverbs or tokens[k].lower in ("on", "by"))
            ):
                k -= 1
            # "went on to say", "is trying to say", "has been careful to say" - but not "a plan to say"
            if k >= 0 and (
                is_verb(tokens, k, words)
                or (k and tokens[k].kind == WORD and tokens[k - 1].lower in words.auxiliaries | words.adverbs)
            ):
                j = k - 1
            else:
                break
        else:
            break
    return j


def _before_date(tokens: list[Token], j: int, words: Grammar) -> int:
    """The index of the nearest token before the words of a date: "on Monday", "two weeks ago"."""
    while j >= 0 and (
        tokens[j].kind == NUMBER
        or tokens[j].lower in words.calendar
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
        or (tokens[j].kind == WORD and tokens[j].lower in words.determiners)
    ):
        j -= 1
    return j


def _inverted(text: str, tokens: list[Token], i: int, words: Grammar) -> Mention | None:
    """The subject after a verb that follows a quotation: “...,” said Ruth Vale."""
    before = tokens[i - 1] if i else None
    if before is not None and not (
        before.kind == QUOTE
        or before.text == ","
        or (before.text in DASHES and i > 1 and tokens[i - 2].kind == QUOTE)
        or before.lower in ("as", "so")
    ):
        return None
    named = phrase_starting(tokens, i + 1, words)
    if named is None:
        return None
    mention = mention_of(text, tokens, *named, words)
    if (
        before is not None
        and before.text == ","
        and tokens[i - 2].kind != QUOTE
        and not _closes_clause(tokens, mention, words)
    ):
        return None
    if mention.kind == MentionKind.PRONOUN and mention.head in ("this", "these", "those", "you"):
        return None
    if before is None and tokens[i].kind == NAME and mention.kind != MentionKind.NAME:
        return None
    return with_apposition(text, tokens, mention, words)


def _closes_clause(tokens: list[Token], mention: Mention, words: Grammar) -> bool:
    """Whether a clause can end after a mention: “..., said Ruth Vale.” and not “..., said Ruth Vale was”."""
    after = tokens[mention.last + 1] if mention.last + 1 < len(tokens) else None
    return (
        after is None
        or after.kind in (QUOTE, PUNCT)
        or after.lower in words.prepositions
        or after.lower in ("who", "and")
    )


def subject_of(
    text: str, tokens: list[Token], i: int, earlier: list[Report], words: Grammar
) -> tuple[Mention | None, bool]:
    """The subject of a verb, and whether it is its own and not shared with a verb before."""
    j = _auxiliaries_before(tokens, i, words)
    if j < 0:
        return None, False
    token = tokens[j]
    if token.lower in ("who", "that", "which") and j:
        k = j - 1 if tokens[j - 1].text != "," else j - 2
        phrase = phrase_ending(tokens, k, words)
        if phrase is not None:
            return mention_of(text, tokens, *phrase, k, words), True
        if token.lower != "that":
            return _shared(text, tokens, i, earlier, words), False
    if token.text == "," or token.text in DASHES or token.text in (")", "]"):
        mention = _before_parenthesis(text, tokens, j, words)
        if mention is not None:
            return mention, True
        return _shared(text, tokens, i, earlier, words), False
    if token.kind == QUOTE or token.lower in _COORDINATORS:
        return _shared(text, tokens, i, earlier, words), False
    phrase = phrase_ending(tokens, j, words)
    if phrase is None:
        return _shared(text, tokens, i, earlier, words), False
    if phrase[0] and tokens[phrase[0] - 1].lower in _ADJUNCT:
        # "A source speaking to the paper said": an adjunct stands between the subject and its verb.
        for k in range(phrase[0] - 2, max(-1, phrase[0] - 20), -1):
            if tokens[k].kind in (QUOTE, PUNCT):
                break
            outer = phrase_ending(tokens, k, words)
            if outer is not None and _heads_clause(tokens, outer[0], words):
                return mention_of(text, tokens, *outer, k, words), True
    return mention_of(text, tokens, *phrase, j, words), True


def _before_parenthesis(text: str, tokens: list[Token], close: int, words: Grammar) -> Mention | None:
    """The subject before what stands between commas, dashes or brackets: "Vale, 41, who ..., said"."""
    token = tokens[close]
    if token.text in (")", "]"):
        j = close - 1
        while j >= 0 and tokens[j].text not in ("(", "["):
            j -= 1
        phrase = phrase_ending(tokens, j - 1, words)
        if phrase is None:
            return None
        mention = mention_of(text, tokens, *phrase, j - 1, words)
        if phrase[0] > 1 and tokens[phrase[0] - 1].text == ",":
            outer = phrase_ending(tokens, phrase[0] - 2, words)
            if outer is not None and tokens[outer[1]].kind == NAME and _heads_clause(tokens, outer[0], words):
                return mention_of(text, tokens, *outer, phrase[0] - 2, words)
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
            phrase = phrase_ending(tokens, k, words)
            if phrase is not None and _heads_clause(tokens, phrase[0], words):
                mention = mention_of(text, tokens, *phrase, k, words)
                after = tokens[j + 1]
                if mention.kind == MentionKind.NAME and (after.kind == NUMBER or after.lower == "who"):
                    return mention
                if (
                    best is not None
                    and best.kind == MentionKind.NAME
                    and _in_a_place(tokens, phrase[0], words)
                ):
                    break
                if mention.kind == MentionKind.NAME or phrase[0] < phrase[1] or best is None:
                    best = with_apposition(text, tokens, mention, words)
        j -= 1
    return best


def _in_a_place(tokens: list[Token], first: int, words: Grammar) -> bool:
    """Whether a phrase after a comma says where the one before it lies: "in Aas, Berg County"."""
    if first < 3 or tokens[first - 1].text != "," or tokens[first - 2].kind != NAME:
        return False
    place = phrase_ending(tokens, first - 2, words)
    return (
        place is not None
        and place[0] > 0
        and tokens[place[0] - 1].lower in ("in", "at", "of", "from", "near")
    )


def _heads_clause(tokens: list[Token], first: int, words: Grammar) -> bool:
    """Whether a phrase that begins here can be a subject: no preposition and no verb governs it."""
    if first == 0:
        return True
    before = tokens[first - 1]
    if before.kind == QUOTE or before.text in (",", ";", ":", "(") or before.text in DASHES:
        return True
    return (
        before.lower in words.conjunctions
        or before.lower in words.adverbs
        or before.lower in words.calendar
        or before.lower in _SUBORDINATING
    )


def _shared(text: str, tokens: list[Token], i: int, earlier: list[Report], words: Grammar) -> Mention | None:
    """The subject that a verb without one shares: of the report before it, or of the sentence."""
    for report in reversed(earlier):
        if report.kind != "noun":
            return report.mention
    return first_subject(text, tokens, i, words)


def first_subject(text: str, tokens: list[Token], end: int, words: Grammar) -> Mention | None:
    """The subject of the main clause before a token; of a subordinate one where there is no other."""
    fallback = None
    for mention, subordinate in subjects(text, tokens, end, words):
        if not subordinate:
            return mention
        fallback = fallback or mention
    return fallback


def subjects(text: str, tokens: list[Token], end: int, words: Grammar) -> Iterator[tuple[Mention, bool]]:
    """The subjects of the clauses before a token, and whether each is of a subordinate clause."""
    i = 0
    while i < end:
        token = tokens[i]
        if (
            token.kind in (QUOTE, PUNCT)
            or token.lower in _NO_SUBJECTS
            or (token.kind == WORD and token.lower in words.inert)
        ):
            i += 1
            continue
        phrase = phrase_starting(tokens, i, words)
        if phrase is None:
            i += 1
            continue
        follower = _verb_after(tokens, phrase[2] + 1, words)
        if follower is not None and _heads_clause(tokens, i, words):
            before = tokens[i - 1].lower if i else ""
            mention = with_apposition(text, tokens, mention_of(text, tokens, *phrase, words), words)
            yield mention, before in words.conjunctions and before not in ("and", "but", "or", "yet", "so")
        i = phrase[2] + 1


_NO_SUBJECTS = frozenset(("who", "which", "that", "what", "there", "here"))


def _verb_after(tokens: list[Token], i: int, words: Grammar) -> int | None:
    """The verb that follows a phrase, past adverbs and what stands between commas or brackets."""
    if i < len(tokens) and (tokens[i].text in (",", "(", "[") or tokens[i].text in DASHES):
        close = {"(": ")", "[": "]"}.get(tokens[i].text, tokens[i].text)
        for j in range(i + 1, min(i + 40, len(tokens))):
            if tokens[j].kind == QUOTE or tokens[j].text in (";", ":"):
                return None
            if tokens[j].text == close and j + 1 < len(tokens):
                found = _verb_after_adverbs(tokens, j + 1, words)
                if found is not None:
                    return found
        return None
    return _verb_after_adverbs(tokens, i, words)


def _verb_after_adverbs(tokens: list[Token], i: int, words: Grammar) -> int | None:
    while (
        i < len(tokens)
        and tokens[i].kind == WORD
        and (tokens[i].lower in words.adverbs or tokens[i].lower.endswith("ly"))
    ):
        i += 1
    if i < len(tokens) and (is_verb(tokens, i, words) or tokens[i].lower in ("'s", "’s")):
        return i
    return None
