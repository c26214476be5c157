"""Whom a source calls what: the treasurer, the mayor's wife, a voter."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from quoteverify.collation.verify.speech.compared import (
    NAME,
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
_PRINTED = re.compile(r"\w+")
_TABLES = ("roles", "titles")


def is_said_to_be(it: Compared) -> bool:
    """Whether the source says of its speaker what is claimed: "Tove Aker, the treasurer"."""
    if _has_another_rank(it) or _is_a_body_for_a_person(it):
        return False
    surname = surname_of(it.given.name, it.language)
    return surname in _holders_of(it.claimed.name, it) or _is_called_so(it)


def is_said_of_another(it: Compared) -> bool:
    """Whether the source says of others only what is claimed: "Ines Tarr, the mayor"."""
    if it.gives_nobody:
        return False
    holders = _holders_of(it.claimed.name, it)
    return it.claims_nobody and bool(holders) and surname_of(it.given.name, it.language) not in holders


def is_the_holder(it: Compared) -> bool:
    """Whether the source says of nobody but the one claimed what it calls its speaker."""
    if is_indefinite(it.given.name, it.language) or is_somebody_of(it):
        return False
    if _holders_of(it.given.name, it, by_head=True) != {surname_of(it.claimed.name, it.language)}:
        return False
    return is_told_to_be(it.claimed.name, it.given.name, it)


def is_told_to_be(name: str, description: str, it: Compared) -> bool:
    """Whether the source says of somebody the noun of a description: of Tove Aker, the treasurer."""
    forms = head_forms(description, it.language)
    if forms.isdisjoint(roles_of(name, it)):
        return False
    # Of one family are "his mother, Ruth Vale" and Tom Vale.
    if forms.isdisjoint(it.language.words("roles", kin=True)):
        return True
    text, own = fold_name(it.text), re.escape(fold_name(name))
    return re.search(rf"{any_of(forms)},? {own}\b|\b{own}, [^,.;]*{any_of(forms)}\b", text) is not None


def is_no_holder(it: Compared) -> bool:
    """Whether another is what the source calls its speaker, and the one claimed is something else."""
    if is_indefinite(it.given.name, it.language):
        return False
    holders, forms = _holders_of(it.given.name, it, by_head=True), head_forms(it.given.name, it.language)
    if not holders or surname_of(it.claimed.name, it.language) in holders:
        return False
    own = roles_of(it.claimed.name, it)
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
    # "the letter from Ruth Vale" is hers, and her office speaks for her
    head = head_of(it.given.name, it.language)
    if any(head in it.language.words(table) for table in ("cue_nouns", "labels", "bodies")):
        return False
    own, link, title = re.escape(claimed), links(it.language), any_of(it.language.words("titles"))
    if re.search(rf"\b{link} (?:{title} )?{own}\b", given):
        return head in it.language.words("roles") or _has_an_article(it.given.name, it.language)
    owned = rf"\b{own}(?:{possessive_mark(it.language)}(?!\w)|\W+\w)"
    return head in it.language.words("roles") and re.search(owned, given) is not None


def _has_an_article(name: str, language: LanguageProfile) -> bool:
    return name.split()[0].lower() in language.words("name_words", role="article")


def is_kin_of_the_cited(it: Compared) -> bool:
    """Whether both are called by one word, and whose it is goes without saying: Vale's aunt, my aunt."""
    given = printed_words(it.given.name, it.language)
    possessives = it.language.words("grammar", **{"class": "possessive"})
    claimed = it.claimed.name.split()
    if len(given) < 2 or given[0] not in possessives or len(claimed) < 2:
        return False
    whose = without_possessive(claimed[-2], it.language)
    return fold_name(claimed[-1]) == given[-1] and whose != claimed[-2] and whose in it.document.text


def is_indefinite(name: str, language: LanguageProfile) -> bool:
    """Whether somebody is called so that has not been there before: a voter, one mother."""
    words = name.split()
    return len(words) > 1 and words[0].lower() in language.words("references", kind="indefinite")


def shown_gender(name: str, language: LanguageProfile) -> str:
    """The gender that what somebody is called shows: "m" of the boy, "" of the pilot."""
    forms = head_forms(name, language)
    genders = {str(row.values.get("gender", "")) for row in language.rows("roles") if forms & set(row.words)}
    return genders.pop() if len(genders) == 1 else ""


def _is_a_body_for_a_person(it: Compared) -> bool:
    """Whether what is claimed is a body's description and a person is given: the clinic, which Vale sued."""
    if it.given.kind is SpeakerKind.BODY or it.gives_nobody:
        return False
    return head_of(it.claimed.name, it.language) in it.language.words("bodies")


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


def surname_of(name: str, language: LanguageProfile) -> str:
    """The last word of a name, folded."""
    words = re.findall(r"[\w’'-]+", name)
    return fold_name(without_possessive(words[-1], language)) if words else ""


def head_of(name: str, language: LanguageProfile) -> str:
    """The noun of a description: chief of the chief of Ora Works, pilot of the old harbour pilot."""
    head = ""
    for word in printed_words(name, language):
        if word in closed(language) and head:
            break
        head = word
    return head


def head_forms(name: str, language: LanguageProfile) -> frozenset[str]:
    """The forms of a description's noun: governor, gov, governors."""
    head = head_of(name, language)
    rows = (row for table in _TABLES for row in language.rows(table))
    return frozenset({head}.union(*(row.words for row in rows if head in row.words)))


def roles_of(name: str, it: Compared) -> frozenset[str]:
    """The nouns that the source has for somebody, in all their forms."""
    return _roles_of(surname_of(name, it.language), it.text, it.language)


@functools.lru_cache(maxsize=256)  # asked again by several rules, and for each claim of one speaker
def _roles_of(surname: str, text: str, language: LanguageProfile) -> frozenset[str]:
    # A name and its role stand in one line.
    lines = "\n".join(line for line in text.split("\n") if surname in fold_name(line))
    found: set[str] = set()
    for forms in _roles_in(lines, language):
        if found.isdisjoint(forms) and surname in _beside(any_of(forms), lines, language):
            found.update(forms)
    return frozenset(found)


def _roles_in(text: str, language: LanguageProfile) -> Iterator[Sequence[str]]:
    """The roles and titles, each in all its forms, of which a text has some word: a quick look."""
    rows, by_word = _role_forms(language)
    printed = by_word.keys() & _PRINTED.findall(text.casefold())
    for number in sorted({number for word in printed for number in by_word[word]}):
        yield rows[number]


@functools.lru_cache(maxsize=8)
def _role_forms(language: LanguageProfile) -> tuple[list[Sequence[str]], dict[str, list[int]]]:
    """The forms of each role and title of a language, and by their words the numbers of these."""
    rows: list[Sequence[str]] = [row.words for table in _TABLES for row in language.rows(table)]
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, forms in enumerate(rows):
        for form in forms:
            for word in _PRINTED.findall(form.casefold())[:1]:
                by_word[word].append(number)
    return rows, by_word


def _holders_of(description: str, it: Compared, *, by_head: bool = False) -> frozenset[str]:
    """The last names of those of whom the source says a description, or if of nobody its noun."""
    words = printed_words(description, it.language)
    if not told(description, it.language) or len(words) > _LONGEST_ROLE:
        return frozenset()
    forms, head = head_forms(description, it.language), head_of(description, it.language)
    phrase = "|".join((_printed_phrase(words, description, it.language), *_turned_around(words, it.language)))
    found = _beside(phrase, it.text, it.language)
    if found or not by_head or head not in it.language.words("roles") | it.language.words("titles"):
        return found
    return _beside(any_of(forms), it.text, it.language)


def _printed_phrase(words: Sequence[str], description: str, language: LanguageProfile) -> str:
    """A pattern for a description as it is claimed, its noun in any of its forms."""
    forms, head = head_forms(description, language), head_of(description, language)
    phrase = r"\W+".join(any_of(forms) if word == head else re.escape(word) for word in words)
    return f"{phrase}{_plural_ending(language)}?" if words[-1] == head else phrase


def _turned_around(words: Sequence[str], language: LanguageProfile) -> Iterator[str]:
    """Patterns for a role and whose it is in the other order: bank president, the president of the bank."""
    plain = [without_possessive(word, language) for word in words]
    articles, link = any_of(language.words("name_words", role="article")), links(language)
    roles = language.words("roles") | language.words("titles")
    at = next((n for n, word in enumerate(plain) if n and re.fullmatch(link, word)), 0)
    if at and plain[at - 1] in roles:
        whose = _in_a_row(word for word in plain[at + 1 :] if not re.fullmatch(articles, word))
        yield rf"{whose}(?:{possessive_mark(language)})?\W+{_in_a_row(plain[:at])}"
        return
    first = next((n for n in range(len(plain), 0, -1) if plain[n - 1] not in roles), 0)
    if 0 < first < len(plain):
        yield rf"{_in_a_row(plain[first:])}\W+{link}\W+(?:{articles}\W+)?{_in_a_row(plain[:first])}"


def _in_a_row(words: Iterable[str]) -> str:
    """A pattern for some words and nothing but marks and space between them."""
    return r"\W+".join(map(re.escape, words))


@functools.lru_cache(maxsize=256)
def _beside(role: str, text: str, language: LanguageProfile) -> frozenset[str]:
    """The last names beside a role in a text; one of another rank (the deputy mayor) is another role."""
    return frozenset(_named_beside(role, text, language))


def _named_beside(role: str, text: str, language: LanguageProfile) -> Iterator[str]:
    ranks = any_of(language.words("ranks"))
    of = rf"(?: {links(language)} [^,.;:!?“”\"\n]{{1,40}})?"
    before = rf"\b(?P<role>(?i:{role}))\b(?P<stop>\.?){of},? (?P<name>{NAME})"
    after = rf"(?P<name>{NAME}),(?P<between>(?: [\w’'-]+){{0,4}}) (?i:{role})\b"
    looked = re.sub(rf"\b(?i:{ranks})[ -](?i:{role})\b", lambda m: "." * len(m[0]), text)
    for match in re.finditer(before, looked):
        if match["stop"] and match["role"].lower() not in language.words("titles"):
            continue  # there a sentence ends
        yield surname_of(match["name"], language)
    introducing = language.words("references") | language.words("grammar", **{"class": "possessive"})
    for match in re.finditer(after, looked):
        first, *others = match["between"].lower().split() or [""]
        plain = not any(word in closed(language) for word in others)
        if plain and (first in introducing or first not in closed(language)):
            yield surname_of(match["name"], language)
