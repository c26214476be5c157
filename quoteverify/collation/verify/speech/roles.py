"""Whom a source calls what: the treasurer, the mayor's wife, a voter."""

import functools
import re
from collections.abc import Iterator

from quoteverify.collation.verify.speech.compared import (
    Compared,
    any_of,
    bare,
    closed,
    links,
    possessive_mark,
    printed_words,
    told,
    without_possessive,
)
from quoteverify.models import SpeakerKind
from quoteverify.text.language import LanguageProfile
from quoteverify.text.names import fold_name

_LONGEST_ROLE = 6
"""In words: what is longer is no role that stands beside a name."""
_BESIDE = 90
"""In code points: whom somebody told something stands right behind the verb, in no more."""
_NAME = r"[^\W\d_a-z][\w’'-]*(?:\.?[ -][^\W\d_a-z][\w’'-]*){0,5}"


def is_said_to_be(it: Compared) -> bool:
    """Whether the source says of its speaker what is claimed: "Tove Aker, the treasurer"."""
    if _has_another_rank(it) or _is_a_body_for_a_person(it):
        return False
    surname = _surname(it.given.name, it.language)
    return surname in _holders_of(it.claimed.name, it) or _is_called_so(it)


def is_said_of_another(it: Compared) -> bool:
    """Whether the source says of others only what is claimed: "Ines Tarr, the mayor"."""
    if it.gives_nobody:
        return False
    holders = _holders_of(it.claimed.name, it)
    return it.claims_nobody and bool(holders) and _surname(it.given.name, it.language) not in holders


def is_the_holder(it: Compared) -> bool:
    """Whether the source says of nobody but the one claimed what it calls its speaker."""
    if is_indefinite(it.given.name, it.language) or is_somebody_of(it):
        return False
    return _holders_of(it.given.name, it, by_head=True) == {_surname(it.claimed.name, it.language)}


def is_no_holder(it: Compared) -> bool:
    """Whether another is what the source calls its speaker, and the one claimed is something else."""
    if is_indefinite(it.given.name, it.language):
        return False
    holders, forms = _holders_of(it.given.name, it, by_head=True), _head_forms(it.given.name, it.language)
    if not holders or _surname(it.claimed.name, it.language) in holders:
        return False
    own = _roles_of(it.claimed.name, it)
    return bool(own) and own.isdisjoint(forms)


def is_spoken_to(it: Compared) -> bool:
    """Whether it is the one claimed whom the speaker told."""
    wanted = told(it.claimed.name, it.language)
    if it.quote is None or not wanted or wanted & bare(it.given.name, it.language):
        return False
    said_by, text = it.quote.attribution, it.document.text
    if said_by.addressee is not None:
        return wanted <= bare(said_by.addressee.of(text), it.language)
    if said_by.cue is None or said_by.mention is None or said_by.mention.start > said_by.cue.start:
        return False
    behind = printed_words(text[said_by.cue.end : said_by.cue.end + _BESIDE], it.language)
    claimed = printed_words(it.claimed.name, it.language)
    return behind[: len(claimed)] == claimed


def is_somebody_of(it: Compared) -> bool:
    """Whether the source's speaker is called by the claimed name, and is another: Ruth Vale's lawyer."""
    claimed, given = (" ".join(printed_words(one.name, it.language)) for one in (it.claimed, it.given))
    if not it.gives_nobody or given == claimed or it.claims_nobody:
        return False
    # "the letter from Ruth Vale" is hers
    if it.language.words("roles").isdisjoint(bare(it.given.name, it.language)):
        return False
    own, link = re.escape(claimed), links(it.language)
    possessive = possessive_mark(it.language)
    return re.search(rf"\b{own}(?:{possessive}(?!\w)|\W+\w)|\b{link} {own}\b", given) is not None


def is_kin_of_the_cited(it: Compared) -> bool:
    """Whether both are called by one word, and whose it is goes without saying: Vale's aunt, my aunt."""
    given = printed_words(it.given.name, it.language)
    possessives = it.language.words("grammar", **{"class": "possessive"})
    claimed = it.claimed.name.split()
    if len(given) < 2 or given[0] not in possessives or len(claimed) < 2:
        return False
    whose = without_possessive(claimed[-2], it.language)
    return fold_name(claimed[-1]) == given[-1] and whose != claimed[-2] and whose in it.document.text


def is_many(it: Compared) -> bool:
    """Whether several people speak where one with a name is claimed: the crowd."""
    if it.given.kind is not SpeakerKind.GROUP:
        return False
    return not it.claims_nobody and not told(it.claimed.name, it.language) & bare(it.given.name, it.language)


def is_indefinite(name: str, language: LanguageProfile) -> bool:
    """Whether somebody is called so that has not been there before: a voter, one mother."""
    words = name.split()
    return len(words) > 1 and words[0].lower() in language.words("references", kind="indefinite")


def is_new_to_the_source(it: Compared) -> bool:
    """Whether the source brings in as new who speaks, after it has named the one claimed: a voter."""
    if it.quote is None or not is_indefinite(it.given.name, it.language):
        return False
    mention = it.quote.attribution.mention or it.quote.spans[0]
    name = it.claimed_name.words[-1:] or ("",)
    return re.search(rf"\b{re.escape(name[0])}\b", fold_name(it.document.text[: mention.start])) is not None


def shown_gender(name: str, language: LanguageProfile) -> str:
    """The gender that what somebody is called shows: "m" of the boy, "" of the pilot."""
    forms = _head_forms(name, language)
    genders = {str(row.values.get("gender", "")) for row in language.rows("roles") if forms & set(row.words)}
    return genders.pop() if len(genders) == 1 else ""


def _is_a_body_for_a_person(it: Compared) -> bool:
    """Whether what is claimed is a body's description and a person is given: the clinic, which Vale sued."""
    if it.given.kind is SpeakerKind.BODY or it.gives_nobody:
        return False
    return _head(it.claimed.name, it.language) in it.language.words("bodies")


def _has_another_rank(it: Compared) -> bool:
    """Whether the source's speaker is the assistant, or the former one, of what is claimed."""
    claimed = bare(it.claimed.name, it.language)
    ranks, roles = it.language.words("ranks") - claimed, it.language.words("roles") & claimed
    called = (bare(name, it.language) for name in (it.given.name, *it.given.aliases, *it.mentions[:1]))
    return any(words & ranks and words & roles for words in called)


def _is_called_so(it: Compared) -> bool:
    """Whether all that is claimed stands in what the source calls its speaker: the sister, his sister."""
    wanted = told(it.claimed.name, it.language)
    given = bare(" ".join((it.given.name, *it.given.aliases, *it.mentions[:1])), it.language)
    return bool(wanted) and all(any(_is_form_of(word, other) for other in given) for word in wanted)


def _is_form_of(a: str, b: str) -> bool:
    """Whether two words are one in two forms: officials, official."""
    short, long = sorted((a, b), key=len)
    return short == long or (len(short) > 3 and long.startswith(short) and len(long) - len(short) < 3)


def _plural_ending(language: LanguageProfile) -> str:
    return any_of(ending.lstrip("-") for ending in language.words("grammar", **{"class": "plural"}))


def _surname(name: str, language: LanguageProfile) -> str:
    words = re.findall(r"[\w’'-]+", name)
    return fold_name(without_possessive(words[-1], language)) if words else ""


def _head(name: str, language: LanguageProfile) -> str:
    """The noun of a description: chief of the chief of Ora Works, pilot of the old harbour pilot."""
    head = ""
    for word in printed_words(name, language):
        if word in closed(language) and head:
            break
        head = word
    return head


def _head_forms(name: str, language: LanguageProfile) -> frozenset[str]:
    """The forms of a description's noun: governor, gov, governors."""
    head = _head(name, language)
    rows = (*language.rows("roles"), *language.rows("titles"))
    return frozenset({head}.union(*(row.words for row in rows if head in row.words)))


def _roles_of(name: str, it: Compared) -> frozenset[str]:
    """The nouns that the source has for somebody, in all their forms."""
    surname = _surname(name, it.language)
    rows = [row.words for row in (*it.language.rows("roles"), *it.language.rows("titles"))]
    found: set[str] = set()
    for forms in rows:
        if found.isdisjoint(forms) and surname in _beside(any_of(forms), it.text, it.language):
            found.update(forms)
    return frozenset(found)


def _holders_of(description: str, it: Compared, *, by_head: bool = False) -> frozenset[str]:
    """The last names of those of whom the source says a description, or if of nobody its noun."""
    words = printed_words(description, it.language)
    if not told(description, it.language) or len(words) > _LONGEST_ROLE:
        return frozenset()
    *others, last = words
    forms = _head_forms(description, it.language)
    head = _head(description, it.language)
    phrase = r"\W+".join(any_of(forms) if word == head else re.escape(word) for word in (*others, last))
    if last == head:
        phrase = f"{phrase}{_plural_ending(it.language)}?"
    found = _beside(phrase, it.text, it.language)
    if found or not by_head or head not in it.language.words("roles") | it.language.words("titles"):
        return found
    return _beside(any_of(forms), it.text, it.language)


@functools.lru_cache(maxsize=256)
def _beside(role: str, text: str, language: LanguageProfile) -> frozenset[str]:
    """The last names beside a role in a text; one of another rank (the deputy mayor) is another role."""
    return frozenset(_named_beside(role, text, language))


def _named_beside(role: str, text: str, language: LanguageProfile) -> Iterator[str]:
    ranks = any_of(language.words("ranks"))
    before = rf"\b(?i:{role})\b\.?(?: {links(language)} [^,.;:!?“”\"\n]{{1,40}})?,? (?P<name>{_NAME})"
    after = rf"(?P<name>{_NAME}),(?P<between>(?: [\w’'-]+){{0,4}}) (?i:{role})\b"
    looked = re.sub(rf"\b(?i:{ranks})[ -](?i:{role})\b", lambda m: "." * len(m[0]), text)
    for match in re.finditer(before, looked):
        yield _surname(match["name"], language)
    introducing = language.words("references") | language.words("grammar", **{"class": "possessive"})
    for match in re.finditer(after, looked):
        first, *others = match["between"].lower().split() or [""]
        plain = not any(word in closed(language) for word in others)
        if plain and (first in introducing or first not in closed(language)):
            yield _surname(match["name"], language)
