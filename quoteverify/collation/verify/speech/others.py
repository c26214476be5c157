"""Whether a source has no name for who speaks, who evidently is not the one claimed: a voter, her uncle."""

import re
from collections.abc import Iterator

from quoteverify.collation.verify.speech import people
from quoteverify.collation.verify.speech.compared import Compared, any_of, bare, printed_words, told
from quoteverify.collation.verify.speech.roles import (
    head_forms,
    head_of,
    is_indefinite,
    is_somebody_of,
    is_told_to_be,
    surname_of,
)
from quoteverify.collation.verify.speech.turns import turns
from quoteverify.models import QuoteKind, SpeakerKind
from quoteverify.text.language import LanguageProfile
from quoteverify.text.names import compatible, fold_name, parse_name


def is_many(it: Compared) -> bool:
    """Whether several people speak where one with a name is claimed: the crowd."""
    is_crowd = head_of(it.given.name, it.language) in it.language.words("crowds")
    if it.given.kind is not SpeakerKind.GROUP and not is_crowd:
        return False
    if it.claims_nobody or told(it.claimed.name, it.language) & bare(it.given.name, it.language):
        return False
    return not people.is_picked_out(it)


def is_new_to_the_source(it: Compared) -> bool:
    """Whether the source brings in as new who speaks, and names the one claimed elsewhere: a voter."""
    if it.quote is None or it.claims_nobody:
        return False
    if not (is_indefinite(it.given.name, it.language) or _was_brought_in(it)):
        return False
    if may_speak_for_it(it):
        return False
    return is_named_in_the_source(it) and not is_told_to_be(it.claimed.name, it.given.name, it)


def _was_brought_in(it: Compared) -> bool:
    """Whether "the official" came in right before, at the start of a sentence: "A senior official wept"."""
    mention = it.quote.attribution.mention if it.quote else None
    definite = tuple(_definite(it.language))
    if mention is None or not it.given.name.lower().startswith(definite):
        return False
    new = any_of(word.capitalize() for word in it.language.words("references", kind="indefinite"))
    head = any_of(head_forms(it.given.name, it.language))
    before = it.document.text[max(0, mention.start - _BROUGHT_IN) : mention.start]
    return re.search(rf"\b{new}(?: [\w’'-]+){{0,3}}? (?i:{head})\b", before) is not None


_BROUGHT_IN = 250
"""In code points: how far before "the official" it is that an official was brought in."""


def is_its_spokesperson(it: Compared) -> bool:
    """Whether somebody without a name speaks for the one claimed, a body: a spokesman for the Port Board."""
    return is_somebody_of(it) and may_speak_for_it(it)


def may_speak_for_it(it: Compared) -> bool:
    """Whether it is a spokesperson that speaks, and a body that is claimed, as far as the source tells."""
    if head_of(it.given.name, it.language) not in it.language.words("roles", speaks=True):
        return False
    return not is_shown_as_a_person(it)


def is_shown_as_a_person(it: Compared) -> bool:
    """Whether the source has the one claimed speak as a person, or calls them by a surname alone."""
    first, *others = it.claimed.name.split()
    if it.claimed.kind is SpeakerKind.BODY or not it.language.words("bodies").isdisjoint(
        bare(it.claimed.name, it.language)
    ):
        return False
    spoken = (speaker for speaker in it.document.speakers if speaker.kind is SpeakerKind.PERSON)
    if any(compatible(it.claimed_name, parse_name(one.name, it.language), it.language) for one in spoken):
        return True
    if first.lower() in it.language.words("titles") or not others:
        return bool(others)
    return (
        re.search(
            rf"(?<!{re.escape(others[-2] if len(others) > 1 else first)} )\b{re.escape(others[-1])}\b",
            it.text,
        )
        is not None
    )


def is_named_in_the_source(it: Compared) -> bool:
    """Whether the source has the surname of the one claimed."""
    surname = surname_of(it.claimed.name, it.language)
    return bool(surname) and re.search(rf"\b{re.escape(surname)}\b", fold_name(it.text)) is not None


def is_kin_of_the_claimed(it: Compared) -> bool:
    """Whether it is kin of somebody that speaks, and the one claimed is named and no kin: her uncle."""
    if it.claims_nobody or not it.gives_nobody:
        return False
    first, head = it.given.name.split()[0].lower(), head_forms(it.given.name, it.language)
    possessives = it.language.words("grammar", **{"class": "possessive"})
    if first not in possessives or head.isdisjoint(it.language.words("roles", kin=True)):
        return False
    return is_named_in_the_source(it) and not is_told_to_be(it.claimed.name, it.given.name, it)


def is_asker(it: Compared) -> bool:
    """Whether somebody without a name asks, and the one claimed answers: the reporter."""
    if it.quote is None or it.claims_nobody or not it.gives_nobody:
        return False
    if it.quote.text.rstrip()[-1:] != "?":
        return False
    end = it.quote.spans[-1].end
    answer = next((q for q in it.document.quotes if q.spans[0].start > end), None)
    if answer is None or "\n" in it.document.text[end : answer.spans[0].start] or answer.speaker is None:
        return False
    return surname_of(answer.speaker.name, it.language) == surname_of(it.claimed.name, it.language)


def is_another_turn(it: Compared) -> bool:
    """Whether who is claimed has turns of their own in a transcript: the interviewer."""
    if not it.claims_nobody or (it.quote is not None and it.quote.kind is not QuoteKind.TURN):
        return False
    claimed = printed_words(it.claimed.name, it.language)
    named = (
        {name for _, name in turns(it.text)}
        if it.quote is None
        else {speaker.name for speaker in it.document.speakers}
    )
    called = [printed_words(name, it.language) for name in named]
    return claimed in called and claimed != printed_words(it.given.name, it.language)


def is_of_the_turn_before(it: Compared) -> bool:
    """Whether who is claimed had the turn right before one that a letter heads: who asks does not answer."""
    if it.quote is None or it.quote.kind is not QuoteKind.TURN or it.claims_nobody or not it.gives_nobody:
        return False
    turns_read = [quote for quote in it.document.quotes if quote.kind is QuoteKind.TURN]
    at = turns_read.index(it.quote)
    before = turns_read[at - 1].speaker if at else None
    return before is not None and compatible(
        it.claimed_name, parse_name(before.name, it.language), it.language
    )


def is_something_printed(it: Compared) -> bool:
    """Whether it is no person that is given, but what has words on it: a banner, the anthem."""
    if it.claims_nobody or it.claimed.kind is SpeakerKind.BODY:
        return False
    return head_of(it.given.name, it.language) in it.language.words("printed")


def has_another_role(it: Compared) -> bool:
    """Whether the source gives its speaker another role and has the claimed one too: the bishop."""
    if not it.claims_nobody or it.gives_nobody or it.given.kind is SpeakerKind.BODY or not it.mentions:
        return False
    claimed = head_of(it.claimed.name, it.language)
    if not it.claimed.name.lower().startswith(tuple(_definite(it.language))) or not _kinds_of(claimed, it):
        return False
    if re.search(rf"\b{re.escape(it.claimed.name)}\b", it.text, re.IGNORECASE) is None:
        return False
    given = frozenset(printed_words(it.mentions[0], it.language)) & it.language.words("roles")
    mine = _kinds_of(claimed, it)
    return bool(given) and all(mine.isdisjoint(_kinds_of(role, it)) for role in given)


def _definite(language: LanguageProfile) -> Iterator[str]:
    return (f"{word} " for word in language.words("references", kind="definite"))


def _kinds_of(role: str, it: Compared) -> frozenset[str]:
    """A role with all of which it may be said, and all that may be said of it: lawyer, barrister."""
    found: set[str] = set()
    for row in it.language.rows("roles"):
        of = row.values.get("of", ())
        if role in row.words or role in of:
            found.update(row.words, of)
    return frozenset(found)
