"""Whose subject a verb has: before it, past adverbs, auxiliaries and what stands between commas."""

from collections.abc import Iterator

from quoteverify.reading.syntax.mentions import Mention, MentionKind, mention_of, with_apposition
from quoteverify.reading.syntax.phrases import phrase_ending, phrase_starting
from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import DASHES, NAME, NUMBER, PUNCT, QUOTE, WORD
from quoteverify.reading.syntax.verbs import auxiliaries_before, verb_after

_ADJUNCT = frozenset(("to", "with", "for", "at", "in", "on", "by", "from", "of", "about", "against", "over"))
_COORDINATORS = frozenset(("and", "but", "or", "then", "while", "before", "after", "yet"))
_SUBORDINATING = frozenset(("as", "after", "before", "since", "until", "than", "like"))


def own_subject(sentence: Sentence, i: int) -> Mention | None:
    """The subject that stands before a verb and belongs to it alone."""
    tokens = sentence.tokens
    j = auxiliaries_before(sentence, i)
    if j < 0:
        return None
    token = tokens[j]
    if token.lower in ("who", "that", "which") and j:
        phrase = phrase_ending(sentence, j - 1 if tokens[j - 1].text != "," else j - 2)
        if phrase is not None:
            return mention_of(sentence, phrase)
        if token.lower != "that":
            return None
    if token.text == "," or token.text in DASHES or token.text in (")", "]"):
        return _before_parenthesis(sentence, j)
    if token.lower in _COORDINATORS:
        return None
    phrase = phrase_ending(sentence, j)
    if phrase is None:
        return None
    if phrase.first and tokens[phrase.first - 1].lower in _ADJUNCT:
        # "A source speaking to the paper said": an adjunct stands between the subject and its verb.
        for k in range(phrase.first - 2, max(-1, phrase.first - 20), -1):
            if tokens[k].kind in (QUOTE, PUNCT):
                break
            outer = phrase_ending(sentence, k)
            if outer is not None and _heads_clause(sentence, outer.first):
                return mention_of(sentence, outer)
    return mention_of(sentence, phrase)


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
        mention = mention_of(sentence, phrase)
        if phrase.first > 1 and tokens[phrase.first - 1].text == ",":
            outer = phrase_ending(sentence, phrase.first - 2)
            if outer is not None and tokens[outer.head].kind == NAME and _heads_clause(sentence, outer.first):
                return mention_of(sentence, outer)
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
            if phrase is not None and _heads_clause(sentence, phrase.first):
                mention = mention_of(sentence, phrase)
                after = tokens[j + 1]
                if mention.kind == MentionKind.NAME and (after.kind == NUMBER or after.lower == "who"):
                    return mention
                if best is not None and best.kind == MentionKind.NAME and _in_a_place(sentence, phrase.first):
                    break
                if mention.kind == MentionKind.NAME or phrase.first < phrase.head or best is None:
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
        and place.first > 0
        and tokens[place.first - 1].lower in ("in", "at", "of", "from", "near")
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
        follower = verb_after(sentence, phrase.last + 1)
        if follower is not None and _heads_clause(sentence, i):
            before = tokens[i - 1].lower if i else ""
            mention = with_apposition(sentence, mention_of(sentence, phrase))
            yield mention, before in grammar.conjunctions and before not in ("and", "but", "or", "yet", "so")
        i = phrase.last + 1


_NO_SUBJECTS = frozenset(("who", "which", "that", "what", "there", "here"))
