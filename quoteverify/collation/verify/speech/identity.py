"""Whether a claimed speaker can be the one whom a source names.

A name is held against a name: whole, short, misspelt, of another of the family. What is no name, a role, a
pronoun, the label of a note, is nobody in particular: the same where the source calls its speaker so, and
uncertain otherwise, but never somebody else.
"""

import functools
import re
from collections.abc import Callable
from enum import StrEnum

import attrs
from rapidfuzz.distance import DamerauLevenshtein

from quoteverify.models import Document, Speaker, SpeakerKind
from quoteverify.text.language import LanguageProfile
from quoteverify.text.names import Name, compatible, fold_name, parse_name

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s? ")
_POSSESSIVE_END = re.compile(r"['’]s?$")
_BESIDE = 90
"""In code points: how far from a speaker's name stands what the source calls its bearer."""
_LONGEST_ROLE = 6
"""In words: what is longer is no role that stands beside a name."""
_FIRST = 100_000
"""In code points: how much of a source is looked through for who holds a role."""
_MOST_PLACES = 40
"""Of a name in a source: a guard against texts of one name."""
_COMMON = ("roles", "bodies", "labels", "cue_nouns")
"""The tables of words that name nobody, though a sentence may open with them."""


class Identity(StrEnum):
    """How a claimed speaker stands to one whom a source names."""

    SAME = "same"
    UNCERTAIN = "uncertain"
    ANOTHER = "another"


@attrs.frozen
class Compared:
    """A claimed speaker beside one whom a source names.

    Attributes:
        claimed: As claimed.
        given: As the source has it.
        document: The source.
        language: The language of both.
    """

    claimed: Speaker
    given: Speaker
    document: Document
    language: LanguageProfile

    @functools.cached_property
    def claimed_name(self) -> Name:
        """The claimed name taken apart."""
        return parse_name(self.claimed.name, self.language)

    @functools.cached_property
    def names(self) -> tuple[Name, ...]:
        """The names of the source's speaker taken apart: all of them, if the fullest is one word."""
        names = (parse_name(name, self.language) for name in (self.given.name, *self.given.aliases))
        first, *others = names
        return (first, *(name for name in others if len(name.words) >= len(first.words)))

    @functools.cached_property
    def claims_nobody(self) -> bool:
        """Whether what is claimed is no name: "the treasurer", "she", "officials", "Evidence"."""
        return _is_no_name(self.claimed, self.language)

    @functools.cached_property
    def gives_nobody(self) -> bool:
        """Whether the source has no name for who spoke: "a senior official"."""
        others = (Speaker(alias) for alias in self.given.aliases)
        return all(_is_no_name(one, self.language) for one in (self.given, *others))

    def surroundings(self) -> str:
        """What stands around the speaker's name in the source, folded."""
        return _around(self.document, self.given.name.split()[-1] if self.given.name else "")


@attrs.frozen
class Rule:
    """One way in which a claimed speaker stands to a source's, with the name of the rule.

    Attributes:
        name: What the finding gives as its rule.
        identity: What follows.
        holds: When it does.
    """

    name: str
    identity: Identity
    holds: Callable[[Compared], bool]


def identity_of(claimed: Speaker, given: Speaker, document: Document, language: LanguageProfile) -> Rule:
    """The first rule that holds of a claimed speaker and one whom a source names.

    Args:
        claimed: The speaker as claimed.
        given: The speaker as the source names them.
        document: The source.
        language: The language of the names.
    """
    compared = Compared(claimed, given, document, language)
    return next(rule for rule in RULES if rule.holds(compared))


def _is_same_text(it: Compared) -> bool:
    printed = fold_name(it.claimed.name)
    return printed in (fold_name(name) for name in (it.given.name, *it.given.aliases))


def _is_said_to_be(it: Compared) -> bool:
    """Whether the source says beside the speaker's name what is claimed: "Tove Aker, the treasurer"."""
    return bool(_holders(it) & _surnames(it.given.name)) or _is_named_so(it)


def _is_said_of_another(it: Compared) -> bool:
    """Whether the source says of others only what is claimed: "Ines Tarr, the mayor"."""
    holders = _holders(it)
    return (
        it.claims_nobody and bool(holders) and not it.gives_nobody and not holders & _surnames(it.given.name)
    )


def _is_named_so(it: Compared) -> bool:
    """Whether all that is claimed stands in what the source calls its speaker: the sister, his sister."""
    wanted = _told(it.claimed.name, it.language)
    given = _bare(" ".join((it.given.name, *it.given.aliases)))
    return bool(wanted) and all(any(_is_form_of(word, other) for other in given) for word in wanted)


def _is_form_of(a: str, b: str) -> bool:
    """Whether two words are one in two forms: officials, official."""
    short, long = sorted((a, b), key=len)
    return short == long or (len(short) > 3 and long.startswith(short) and len(long) - len(short) < 3)


def _surnames(name: str) -> frozenset[str]:
    return frozenset(_printed(name)[-1:])


def _holders(it: Compared) -> frozenset[str]:
    """The last names of those of whom the source says what is claimed, before or after the name."""
    told = _told_in_order(it.claimed.name, it.language)
    if not told or len(told) > _LONGEST_ROLE:
        return frozenset()
    stem = told[-1][:-1] if len(told[-1]) > 4 and told[-1].endswith("s") else told[-1]
    role = r"\W+".join([*map(re.escape, told[:-1]), rf"{re.escape(stem)}s?"])
    return _named_beside(role, it.document.text, it.language)


def _named_beside(role: str, text: str, language: LanguageProfile) -> frozenset[str]:
    """The last names beside a role in a text; one of another rank (the deputy mayor) is another role."""
    name = r"[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*)*"
    ranks = "|".join(sorted(map(re.escape, language.words("ranks"))))
    before = rf"\b(?i:{role})\b(?: (?:of|for|at|from) [^,.;:!?“”\"\n]{{1,40}})?,? (?P<name>{name})"
    after = rf"(?P<name>{name}),(?: [\w’'-]+){{0,3}} (?i:{role})\b"
    looked = re.sub(rf"\b(?i:{ranks}) (?i:{role})\b", lambda m: "." * len(m[0]), text[:_FIRST])
    found = (match for pattern in (before, after) for match in re.finditer(pattern, looked))
    return frozenset(fold_name(_POSSESSIVE_END.sub("", match["name"].split()[-1])) for match in found)


def _is_somebody_of(it: Compared) -> bool:
    """Whether the source's speaker is called by the claimed name, and is another: Ruth Vale's lawyer."""
    claimed, given = (" ".join(_printed(one.name)) for one in (it.claimed, it.given))
    if not it.gives_nobody or len(it.claimed_name.words) < 2 or given == claimed:
        return False
    if not _bare(it.given.name) & it.language.words("roles"):  # "the letter from Ruth Vale" is hers
        return False
    return re.search(rf"\b{re.escape(claimed)}\b", given) is not None


def _is_many(it: Compared) -> bool:
    """Whether several people speak where one of a full name is claimed: the crowd."""
    return it.given.kind is SpeakerKind.GROUP and len(it.claimed_name.words) > 1 and not it.claims_nobody


def _is_part_of_name(it: Compared) -> bool:
    """Whether a name is claimed of which all words stand in the source's: Tug Vale and Thomas “Tug” Vale."""
    mine = set(it.claimed_name.words)
    return any(
        len(theirs) > 1 and len(mine) > 1 and (mine <= theirs or theirs <= mine)
        for theirs in (set(name.words) for name in it.names)
    )


def _is_initials(it: Compared) -> bool:
    """Whether one of the two is the initials of the other: the IDF, the Israel Defense Forces."""
    return any(
        len(short) > 1
        and short.isupper()
        and short == "".join(word[0] for word in long.split() if word[0].isupper())
        for claimed in (it.claimed.name,)
        for given in (it.given.name, *it.given.aliases)
        for short, long in ((claimed, given), (given, claimed))
    )


def _both_are_other_bodies(it: Compared) -> bool:
    """Whether one named body is claimed and another is given: the Port Board, the Harbour Council."""
    bodies = it.language.words("bodies")
    mine, theirs = _proper(it.claimed.name, it.language), _proper(it.given.name, it.language)
    both = bool(_bare(it.claimed.name) & bodies) and bool(_bare(it.given.name) & bodies)
    return both and bool(mine) and bool(theirs) and not mine & theirs


def _is_of_one_surname_with_others(it: Compared) -> bool:
    """Whether a surname alone is claimed that the source gives to several people."""
    if len(it.claimed_name.words) != 1:
        return False
    surname = it.claimed_name.words[0]
    bearers = {
        parsed.words[:-1]
        for speaker in it.document.speakers
        if len((parsed := parse_name(speaker.name, it.language)).words) > 1 and parsed.words[-1] == surname
    }
    return len(bearers) > 1


def _has_a_title_of_the_other(it: Compared) -> bool:
    """Whether a surname alone has a title that says he where the source says she of its speaker."""
    gender = it.claimed_name.gender
    if not gender or len(it.claimed_name.words) > 1:
        return False
    return _gender_shown(it) not in ("", gender)


def _gender_shown(it: Compared) -> str:
    """The gender that the source shows of its speaker: by a title of hers, or the only pronoun it has."""
    around, surname = it.surroundings(), it.claimed_name.words[-1]
    titled = {
        str(row.values["gender"])
        for row in it.language.rows("titles")
        if row.values.get("gender")
        and any(re.search(rf"\b{re.escape(title)}\.? {re.escape(surname)}\b", around) for title in row.words)
    }
    if len(titled) == 1:
        return titled.pop()
    shown = {
        str(row.values["gender"])
        for row in it.language.rows("pronouns")
        if row.values.get("gender") in ("m", "f")
        and any(re.search(rf"\b{word}\b", around) for word in row.words)
    }
    return shown.pop() if len(shown) == 1 else ""


def _fits(it: Compared) -> bool:
    return any(compatible(it.claimed_name, name, it.language) for name in it.names)


def _is_a_body_with_another_name(it: Compared) -> bool:
    """Whether a body speaks beside which somebody of another name is named, who may speak for it."""
    if it.given.kind is not SpeakerKind.BODY or _fits(it):
        return False
    around = it.surroundings()
    return all(re.search(rf"\b{re.escape(word)}\b", around) for word in it.claimed_name.words)


def _is_nearly(it: Compared) -> bool:
    """Whether the names are one but for a letter or two: Sah and Shah, Lund and Lunt."""
    return any(_misspelt(it.claimed_name.words, name.words) for name in it.names)


def _misspelt(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if len(a) != len(b):
        return len(a) > 1 and len(b) > 1 and _alike(a[0], b[0]) and _alike(a[-1], b[-1])
    return all(map(_alike, a, b))


def _alike(a: str, b: str) -> bool:
    most = min(len(a), len(b)) // 3
    return a == b or DamerauLevenshtein.distance(a, b, score_cutoff=most) <= most


def _is_short_for(it: Compared) -> bool:
    """Whether a given name is claimed in another form: Chuck and Charles, Sam and Samuel."""
    mine = it.claimed_name.words
    return any(
        len(mine) > 1 and len(name.words) > 1 and mine[-1] == name.words[-1]
        and _one_given_name(mine[0], name.words[0], it.language)
        for name in it.names
    )  # fmt: skip


def _one_given_name(a: str, b: str, language: LanguageProfile) -> bool:
    short, long = sorted((a, b), key=len)
    if len(short) > 2 and long.startswith(short):
        return True
    return any(a in row.words and b in row.words for row in language.rows("short_names"))


def _goes_by_another_name(it: Compared) -> bool:
    """Whether the source says that its speaker is called so too: born so, known so, a nickname in marks."""
    own = {word for name in it.names for word in name.words}
    others = [word for word in it.claimed_name.words if word not in own]
    around = it.surroundings()
    return bool(others) and all(_is_introduced(word, around, it.language) for word in others)


def _is_introduced(word: str, around: str, language: LanguageProfile) -> bool:
    """Whether a name stands behind a word that gives somebody another name, or in marks or brackets."""
    markers = "|".join(sorted(map(re.escape, language.words("other_names"))))
    before = rf"(?:[\"“‘'(]|\b(?:{markers}) (?:[^\W\d_]+ ){{0,4}})"
    return re.search(rf"{before}{re.escape(word)}\b", around) is not None


def _speaks_for(it: Compared) -> bool:
    """Whether the source's speaker speaks for what is claimed: "Ada Aas, a spokeswoman for the board"."""
    claimed = " ".join(_printed(it.claimed.name))
    speakers = "|".join(sorted(it.language.words("roles", speaks=True)))
    pattern = rf"\b(?:{speakers}) \w+ (?:\w+ )?{re.escape(claimed)}\b"
    return re.search(pattern, it.surroundings()) is not None


RULES: tuple[Rule, ...] = (
    # Ruth Vale | Ruth Vale
    Rule("name_in_source", Identity.SAME, _is_same_text),
    # the treasurer | Tove Aker, the treasurer
    Rule("described_so_in_source", Identity.SAME, lambda it: it.claims_nobody and _is_said_to_be(it)),
    # the mayor | Ada Aas, where the mayor is Ines Tarr
    Rule("role_of_another_in_source", Identity.ANOTHER, _is_said_of_another),
    # Ruth Vale | Ruth Vale's lawyer
    Rule("somebody_of_the_claimed", Identity.ANOTHER, _is_somebody_of),
    # Ruth Vale | the crowd
    Rule("several_people_in_source", Identity.ANOTHER, _is_many),
    # the Port Board | the Harbour Council
    Rule("another_speaker_in_source", Identity.ANOTHER, _both_are_other_bodies),
    # officials | Ruth Vale
    Rule("claim_names_no_person", Identity.UNCERTAIN, lambda it: it.claims_nobody),
    # Tove Aker | the treasurer
    Rule("source_names_no_person", Identity.UNCERTAIN, lambda it: it.gives_nobody),
    # the WHO | the World Health Organization
    Rule("initials_of_a_name", Identity.UNCERTAIN, _is_initials),
    # Ruth Vale | the Port Board
    Rule(
        "source_names_a_body",
        Identity.UNCERTAIN,
        lambda it: it.given.kind is SpeakerKind.BODY and not _fits(it),
    ),
    # Vale | Ruth Vale, and Tom Vale is there too
    Rule("surname_of_several", Identity.UNCERTAIN, _is_of_one_surname_with_others),
    # Mr Vale | Ms Vale
    Rule("title_does_not_fit", Identity.ANOTHER, _has_a_title_of_the_other),
    # Vale | Ruth Vale
    Rule("name_in_source", Identity.SAME, _fits),
    # Tug Vale | Thomas “Tug” Vale
    Rule("part_of_a_name", Identity.UNCERTAIN, _is_part_of_name),
    # Chuck Vale | Charles Vale
    Rule("short_form_of_a_name", Identity.UNCERTAIN, _is_short_for),
    # Ruth Vail | Ruth Vale
    Rule("name_spelt_otherwise", Identity.UNCERTAIN, _is_nearly),
    # the Port Board | Ruth Vale, a spokeswoman for the Port Board
    Rule("speaks_for_the_claimed", Identity.UNCERTAIN, _speaks_for),
    # Ruth Aas | Ruth Vale, formerly Aas
    Rule("other_name_in_source", Identity.UNCERTAIN, _goes_by_another_name),
    # Bo Berg | Ruth Vale
    Rule("another_speaker_in_source", Identity.ANOTHER, lambda it: True),
)
"""In order: the first that holds decides. Each example: who is claimed, and whom the source names."""


def _printed(name: str) -> list[str]:
    """The words of a name in their order, folded, without a first article."""
    found = [fold_name(word) for word in _WORD.findall(name)]
    return found[1:] if found[:1] == ["the"] else found


def _bare(name: str) -> frozenset[str]:
    """The words of a name, folded."""
    return frozenset(fold_name(word).removesuffix("'s").removesuffix("’s") for word in _WORD.findall(name))


def _told(name: str, language: LanguageProfile) -> list[str]:
    """The words of a description that tell something."""
    closed = _closed(language)
    return [word for word in sorted(_bare(name)) if word not in closed]


def _told_in_order(name: str, language: LanguageProfile) -> list[str]:
    """The same in the order of the description."""
    told = frozenset(_told(name, language))
    return [word for word in _printed(name) if word in told]


def _proper(name: str, language: LanguageProfile) -> frozenset[str]:
    """The words of a body's name that are its own: Harbour of the Harbour Council."""
    words = (w for w in _WORD.findall(name) if w[:1].isupper())
    common = language.words("bodies") | _closed(language)
    return frozenset(word for word in map(fold_name, words) if word not in common)


@functools.lru_cache(maxsize=8)
def _closed(language: LanguageProfile) -> frozenset[str]:
    return language.words("function_words") | language.words("pronouns") | language.words("grammar")


def _is_no_name(speaker: Speaker, language: LanguageProfile) -> bool:
    """Whether a speaker is called by no name of a person's or body's own."""
    if speaker.kind in (SpeakerKind.ROLE, SpeakerKind.GROUP):
        return True
    printed = _WORD.findall(speaker.name)
    # "Tom Vale's father"
    if printed and printed[-1].lower() in language.words("roles") and _POSSESSIVE.search(speaker.name):
        return True
    own = [word for word in printed if _is_own(word, language)]
    if not own:
        return True
    # "The document states": what opens with an article and goes on in small letters.
    return printed[0].lower() in language.words("references") and not any(
        w[:1].isupper() for w in printed[1:]
    )


def _is_own(word: str, language: LanguageProfile) -> bool:
    """Whether a word can be a name: it has no small first letter, and is no word for a role or a label."""
    if word[:1].islower():
        return False
    lower = word.lower()
    if lower in language.words("epithets"):  # Republicans are many, the Norwegian is described
        return not lower.endswith(tuple(language.words("references", kind="plural")))
    return lower not in _closed(language) and not any(
        lower in language.words(table) for table in ("roles", "bodies", "labels", "cue_nouns")
    )


def _around(document: Document, name: str) -> str:
    """What stands around a name in a document, in all its places, folded."""
    if not name:
        return ""
    pattern = re.compile(rf"\b{re.escape(name)}\b")
    found = []
    for match in pattern.finditer(document.text):
        found.append(document.text[max(0, match.start() - _BESIDE) : match.end() + _BESIDE])
        if len(found) == _MOST_PLACES:
            break
    return fold_name(" … ".join(found))
