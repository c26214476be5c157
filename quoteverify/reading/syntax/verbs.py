"""Whether a word is a verb where it stands: "reports", "claim" and "attacks" may be nouns."""

from quoteverify.reading.syntax.sentences import Sentence
from quoteverify.reading.syntax.tokens import DASHES, NAME, NUMBER, PUNCT, QUOTE, WORD


def _acts(sentence: Sentence, i: int) -> bool:
    """Whether an unknown word in -s is a verb by its neighbours: "the mayor rebuffs Vale"."""
    tokens, grammar = sentence.tokens, sentence.grammar
    if i == 0 or i + 1 >= len(tokens) or tokens[i].lower.endswith(("ss", "us", "'s", "’s")):
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    singular = (
        before.lower in grammar.roles or before.lower in grammar.bodies
    ) and not before.lower.endswith("s")
    if not (singular or (before.kind == NAME and (i < 2 or tokens[i - 2].kind == NAME))):
        return False
    return (
        after.lower in grammar.determiners
        or after.lower in grammar.possessives
        or after.lower == "that"
        or (singular and after.kind == NAME)
        or (before.kind == NAME and after.text == ".")
    )


BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "am"))


def is_verb(sentence: Sentence, i: int) -> bool:
    """Whether a word is a finite verb where it stands: "reports", "claim" and "attacks" may be nouns."""
    tokens, grammar = sentence.tokens, sentence.grammar
    token = tokens[i]
    lower = token.lower
    if token.kind == NAME and i and tokens[i - 1].kind != QUOTE:
        return False
    if lower in grammar.auxiliaries:
        # A possessive 's, unless nothing else could follow it.
        return lower not in ("'s", "’s")
    if lower in grammar.adverbs or lower in grammar.calendar:
        return False
    if lower.endswith("s") and lower not in grammar.verbs and _acts(sentence, i):
        return True
    past = lower.endswith("ed") and len(lower) > 3 and lower not in ("need", "feed", "speed", "indeed")
    if (not past and lower not in grammar.verbs) or lower.endswith("ing"):
        return False
    if i == 0:
        return True
    before = tokens[i - 1]
    if before.kind == QUOTE or before.text in (",", ")", "--", "–", "—", "-"):
        return True
    if before.kind == NUMBER:
        return past or lower in grammar.pasts or before.lower.endswith("-old")
    if before.kind == NAME:
        if not lower.endswith("s"):
            return past or lower in grammar.pasts or before.lower.endswith("s")
        # "the Paris attacks", but "Vale attacks", "the Post reports"
        j = i - 1
        while j >= 0 and tokens[j].kind == NAME:
            j -= 1
        if j < 0 or tokens[j].lower not in ("the", "a", "an") or before.lower in grammar.bodies:
            return True
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        return after is not None and (
            after.kind in (QUOTE, NAME)
            or after.text == ":"
            or after.lower in grammar.openers
            or after.lower in ("that", "for")
        )
    if before.kind == PUNCT:
        return before.text in ("(", "[", ";", ":")
    if before.lower in grammar.subjects:
        return True
    if (
        before.lower in grammar.determiners
        or before.lower in grammar.possessives
        or before.lower in ("'s", "’s", "of")
    ):
        return False
    if (
        before.lower in grammar.auxiliaries
        or before.lower in grammar.adverbs
        or before.lower == "to"
        or (before.lower in grammar.conjunctions)
    ):
        return True
    if before.lower in grammar.prepositions:
        return False
    if past or lower in grammar.pasts or before.lower.endswith("ly"):
        # "the newly elected mayor" has a noun after it, and a determiner before.
        return not (
            i + 1 < len(tokens)
            and before.lower.endswith("ly")
            and i > 1
            and tokens[i - 2].lower in grammar.determiners
        )
    if before.lower in grammar.roles or before.lower in grammar.bodies:
        return lower.endswith("s") != before.lower.endswith("s") and not before.lower.endswith("ss")
    if lower.endswith("s"):
        return (
            not before.lower.endswith("s")
            and lower in grammar.cues
            and i > 1
            and tokens[i - 2].lower in grammar.determiners
        )
    return before.lower.endswith("s")


def auxiliaries_before(sentence: Sentence, i: int) -> int:
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


def verb_after(sentence: Sentence, i: int) -> int | None:
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
