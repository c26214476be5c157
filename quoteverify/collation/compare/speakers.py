"""Whose a statement is: one person under other spellings, titles and roles; where two are surely named."""

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs
from rapidfuzz.distance import DamerauLevenshtein

from quoteverify.collation.compare.quote_parts import Unquoted
from quoteverify.models import Speaker, SpeakerKind
from quoteverify.text.language import LanguageProfile
from quoteverify.text.names import Name, fold_name, parse_name, same_person
from quoteverify.text.words import word_keys

LONG = 5
"""In letters: a shorter name is not taken for another spelling of one. Set by hand, as what follows."""
OF_EACH = 4  # letters of a name, of which one may be another: Zelensky and Zelenskyy
TRANSCRIBED = "ijy"  # letters that another transcription ends a name with, or does not: Vitali and Vitaliy
BEFORE = 80  # code points before a last name in which its bearer's given names and role stand
BEHIND = 60  # code points behind it in which the role stands
QUALIFIERS = 4  # words before the noun of a role that say which: the former Lund harbour master

_WORD = re.compile(r"[^\W_][\w.'’-]*,?")


def one_person(a: str, b: str, language: LanguageProfile) -> bool:
    """Whether two names of those who say one thing are one person's: `same_person`, or one spelt otherwise.

    Or one with another surname behind, of a spouse or a mother: Anna Holm Vale.

    >>> from quoteverify.text.language import language
    >>> [one_person("Petro Zelansky", name, language("en")) for name in ("Petro Zelanskyy", "Petro Aas")]
    [True, False]
    """
    if one_name(a, b, language):
        return True
    short, long = sorted((parse_name(a, language), parse_name(b, language)), key=lambda name: len(name.words))
    given = len(short.words) > 1 and long.words[: len(short.words)] == short.words
    return given and not _are_marked_apart(short, long)


def one_name(a: str, b: str, language: LanguageProfile) -> bool:
    """Whether two names are one: `same_person`, or one spelt otherwise.

    >>> from quoteverify.text.language import language
    >>> [one_name("Ihor Hradov", name, language("en")) for name in ("Igor Gradov", "Ihor Gradov")]
    [True, False]
    """
    if same_person(a, b, language):
        return True
    names = parse_name(a, language), parse_name(b, language)
    particles = language.words("name_particles")
    one, other = ([word for word in name.words if word not in particles] for name in names)
    if _are_marked_apart(*names) or not one or not other:
        return False
    if 1 in (len(one), len(other)):
        return _spelt_alike(one[-1], other[-1], language)
    return len(one) == len(other) and _all_spelt_alike(one, other, language)


def _all_spelt_alike(one: list[str], other: list[str], language: LanguageProfile) -> bool:
    """Whether given names are forms of each other, or spelt alike, and so the last ones."""
    given = list(zip(one[:-1], other[:-1], strict=True))
    last = one[-1], other[-1]
    # Where the given names are transcribed in two ways, so may be the other's first letter.
    ways = any(x != y and _are_forms(x, y, language, languages=True) for x, y in given)
    return (_spelt_alike(*last, language) or (ways and _begin_otherwise(*last, language))) and all(
        (_spelt_alike(x, y, language) and _end_alike(x, y)) or _are_forms(x, y, language) for x, y in given
    )


def _are_marked_apart(one: Name, other: Name) -> bool:
    """Whether titles show two genders, or what is behind the names two generations."""
    marked = (one.gender, other.gender), (one.suffixes, other.suffixes)
    return any(a and b and a != b for a, b in marked)


def _spelt_alike(a: str, b: str, language: LanguageProfile) -> bool:
    shorter = min(len(a), len(b))
    if a == b or shorter < LONG or a[0] != b[0]:
        return a == b
    return (
        DamerauLevenshtein.distance(a, b) <= shorter // OF_EACH
        or len({_as_heard(name, language) for name in (a, b)}) == 1
    )


def _as_heard(name: str, language: LanguageProfile) -> str:
    """A name with the same letters wherever transcriptions write it with others: Rasool, Rasul."""
    for row in language.rows("transcriptions"):
        if not row.values.get("first"):
            for letters in row.words:
                name = name.replace(letters, row.words[-1])
    return name


def _begin_otherwise(a: str, b: str, language: LanguageProfile) -> bool:
    """Whether two names are spelt alike but begin with letters which transcriptions exchange."""
    return any(
        row.values.get("first") and {a[0], b[0]} == set(row.words) for row in language.rows("transcriptions")
    ) and _spelt_alike(a, a[0] + b[1:], language)


def _end_alike(a: str, b: str) -> bool:
    """Whether two given names end in one letter, as those of a man and a woman often do not: Daniela."""
    ends = {name.rstrip(TRANSCRIBED)[-1:] for name in (a, b)}
    return len(ends) == 1


def _are_forms(a: str, b: str, language: LanguageProfile, *, languages: bool = False) -> bool:
    """Whether two given names are forms of one; of several languages, if that is asked for."""
    return any(
        a in row.words and b in row.words
        for row in language.rows("short_names")
        if row.values.get("languages") or not languages
    )


@attrs.frozen
class Role:
    """What somebody is called by what they are: the former mayor of Lund.

    Attributes:
        nouns: The noun in all its forms.
        ranks: What makes another role of it: former, deputy.
        kinds: What else says which: harbour.
        places: Of what, or where.
        is_of_a_thing: Whether that is no name: of the company.
    """

    nouns: frozenset[str]
    ranks: frozenset[str]
    kinds: frozenset[str]
    places: frozenset[str]
    is_of_a_thing: bool

    def is_said_of(self, other: "Role") -> bool:
        """Whether whoever is called by the other role can be called by this one."""
        # Before a name all is in capitals: Foreign Minister.
        here, there = self.places - other.kinds, other.places - self.kinds
        return (
            not self.nouns.isdisjoint(other.nouns)
            and self.ranks == other.ranks
            and self.kinds <= other.kinds | other.places
            and not (here and there and here.isdisjoint(there))
        )


@attrs.frozen(eq=False)
class _RoleWords:
    """The words that roles are made of."""

    nouns: dict[str, frozenset[str]]
    ranks: frozenset[str]
    introducing: frozenset[str]
    indefinite: frozenset[str]
    links: frozenset[str]
    behind: frozenset[str]
    closed: frozenset[str]
    full: dict[str, Sequence[str]]


@functools.lru_cache(maxsize=8)
def _role_words(language: LanguageProfile) -> _RoleWords:
    nouns: dict[str, frozenset[str]] = {}
    for row in (*language.rows("titles"), *language.rows("roles")):
        for word in row.words:
            nouns[word] = nouns.get(word, frozenset()) | frozenset(row.words)
    possessives = language.words("grammar", **{"class": "possessive"})
    articles = language.words("name_words", role="article")
    return _RoleWords(
        nouns=nouns,
        ranks=language.words("ranks"),
        introducing=articles | possessives | language.words("references", kind="definite"),
        indefinite=language.words("references", kind="indefinite"),
        links=(links := language.words("name_words", role="link")),
        behind=links | language.words("grammar", **{"class": "preposition"}),
        closed=language.words("function_words") | language.words("pronouns"),
        full={
            word: full
            for row in language.rows("roles")
            if isinstance(full := row.values.get("full"), list | tuple)
            for word in row.words
        },
    )


def role_of(description: str, language: LanguageProfile) -> Role | None:
    """The role by which somebody is called, if it is one that one person holds.

    >>> from quoteverify.text.language import language
    >>> role = role_of("the former mayor of Lund", language("en"))
    >>> "mayor" in role.nouns, sorted(role.ranks), sorted(role.places)
    (True, ['former'], ['lund'])
    """
    known = _role_words(language)
    printed = _in_full(description, known)
    if not printed or fold_name(printed[0]) in known.indefinite:
        return None
    return _role(printed, known.links, known)


def _role_of_any(description: str, language: LanguageProfile) -> Role | None:
    """The role by which a speaker is called, though several may hold it: a spokesman for the mayor."""
    known = _role_words(language)
    printed = _in_full(description, known)
    return _role(printed, known.behind, known) if printed else None


def _role(printed: Sequence[str], links: frozenset[str], known: "_RoleWords") -> Role:
    """The role that words say, with what stands behind a link: of what it is, or where."""
    words = [fold_name(word) for word in printed]
    # "The off-duty pilot" is a pilot: what follows an article is no link.
    ends = (
        n for n, word in enumerate(words) if n and word in links and words[n - 1] not in known.introducing
    )
    end = next(ends, len(words))
    head = end - 1
    before, behind = (
        [word for word in some if fold_name(word) not in known.introducing]
        for some in (printed[:head], printed[end + 1 :])
    )
    ranks = {fold_name(word) for word in before} & known.ranks
    named, kinds = _names_and_kinds(word for word in before if fold_name(word) not in ranks)
    return Role(
        nouns=known.nouns.get(words[head], frozenset({words[head]})),
        ranks=frozenset(ranks),
        kinds=frozenset(kinds),
        places=frozenset(named | set(map(fold_name, behind))),
        is_of_a_thing=bool(behind) and not any(word[:1].isupper() for word in behind),
    )


def _in_full(description: str, known: "_RoleWords") -> list[str]:
    """The words of a role, each part of one with hyphens, what is short for others in full."""
    found = (word.rstrip(",.") for word in _WORD.findall(description.replace("-", " ")))
    return [each for word in found for each in known.full.get(fold_name(word), (word,))]


def _names_and_kinds(words: Iterable[str]) -> tuple[set[str], set[str]]:
    """Of the words before a role, the names and the others: "Lund", "deputy"."""
    named, kinds = set(), set()
    for word in words:
        if word[:1].isupper():
            named.add(_owner(word))
        else:
            kinds.add(fold_name(word))
    return named, kinds


def _owner(word: str) -> str:
    return re.sub(r"['’]s?$", "", fold_name(word))


def _roles_beside(name: str, text: str, nouns: frozenset[str], language: LanguageProfile) -> Iterator[Role]:
    """The roles that a text says of somebody beside their name: Gov. Ruth Vale; Vale, the mayor of Lund."""
    last, courtesies = re.escape(name.split()[-1]), language.words("titles", courtesy=True)
    for match in re.finditer(rf"\b{last}\b", text):
        words = _words_before(text, match.start())
        given, role = _before(words, nouns)
        bearer = " ".join([*given, name.split()[-1]])
        if not one_person(name, bearer, language):
            continue
        # The treasurer, Dr. Vale: she is a doctor too.
        _, other = _before([word for word in words if fold_name(word.rstrip(".")) not in courtesies], nouns)
        behind = _behind(text[match.end() : match.end() + BEHIND], nouns, language)
        for description in (role, other, behind):
            if description and (found := role_of(description, language)):
                yield found


def _words_before(text: str, at: int) -> list[str]:
    """The words of a line that stand before a place with nothing but commas and spaces between them."""
    words = text[max(0, at - BEFORE) : at].rpartition("\n")[2].split()
    first = len(words)
    while first and _WORD.fullmatch(words[first - 1]):
        first -= 1
    return words[first:]


def _before(words: list[str], nouns: frozenset[str]) -> tuple[list[str], str]:
    """What of the words before a last name are given names, and what a role."""
    at = len(words)
    while (
        at
        and words[at - 1][:1].isupper()
        and not words[at - 1].endswith(",")
        and not _is_noun(words[at - 1], nouns)
    ):
        at -= 1
    if not at or not _is_noun(words[at - 1], nouns):
        return words[at:], ""
    first = at - 1
    while first and at - first <= QUALIFIERS and not words[first - 1].endswith((",", ".")):
        first -= 1
    return words[at:], " ".join(words[first:at])


def _is_noun(word: str, nouns: frozenset[str]) -> bool:
    return fold_name(word.rstrip(",.")).rpartition("-")[2] in nouns


def _behind(text: str, nouns: frozenset[str], language: LanguageProfile) -> str:
    """The role in what stands behind a name and a comma, if it is in apposition."""
    known = _role_words(language)
    words = _apposed(text, known)
    head = next((n for n, word in enumerate(words) if _is_noun(word, nouns)), None)
    if head is None or any(fold_name(w) in known.closed - known.introducing for w in words[:head]):
        return ""
    # Two nouns of one role: the harbour master.
    while head + 1 < len(words) and _is_noun(words[head + 1], nouns):
        head += 1
    return " ".join(words[: head + 1] + _of_what(words[head + 1 :], known))


def _apposed(text: str, known: _RoleWords) -> list[str]:
    """The words behind a name and a comma. Of several who are a spokeswoman others say: the spokeswoman."""
    found = re.match(r", ([^,.;:!?“”\"()\n]+)", text)
    words = found[1].split() if found else []
    return words[1:] if words and fold_name(words[0]) in known.indefinite else words


def _of_what(words: list[str], known: _RoleWords) -> list[str]:
    """Of the words behind a role, what it is of: of Lund, of the company."""
    if not words or fold_name(words[0]) not in known.links:
        return []
    end = 1
    while end < len(words) and (words[end][:1].isupper() or fold_name(words[end]) in known.introducing):
        end += 1
    is_named = any(word[:1].isupper() for word in words[1:end])
    return words[: end if is_named else end + 1]


class KnownSpeakers:
    """What the documents of a comparison say of those who speak in it: who is the governor.

    Only people are looked for of whom it matters: others give their words to a role.

    Args:
        language: The language of the documents.
    """

    def __init__(self, language: LanguageProfile) -> None:
        self._language = language
        self._wanted: dict[str, set[str]] = defaultdict(set)
        self._roles: dict[str, set[Role]] = defaultdict(set)
        self._nouns = frozenset(_role_words(language).nouns)

    def want(self, speakers: Iterable[Speaker]) -> None:
        """Note whom one statement is given to."""
        speakers = tuple(speakers)
        called = [speaker.name for speaker in speakers if speaker.kind is SpeakerKind.ROLE]
        roles = [role for name in called if (role := role_of(name, self._language))]
        if roles:
            self._nouns = self._nouns.union(*(role.nouns for role in roles))
            for speaker in speakers:
                if speaker.kind is SpeakerKind.PERSON and (words := word_keys(speaker.name)):
                    self._wanted[words[-1]].add(speaker.name)

    def read(self, narration: Unquoted) -> None:
        """Read a document for what it says of them."""
        if not self._wanted:
            return
        for word in self._wanted.keys() & set().union(*narration.runs):
            for name in self._wanted[word]:
                self._roles[name].update(
                    _roles_beside(name, narration.document.text, self._nouns, self._language)
                )

    def holds(self, name: str, role: Role) -> bool:
        """Whether somebody is said to hold a role."""
        held = [
            one for one in self._roles.get(name, ()) if role.nouns & one.nouns and role.ranks == one.ranks
        ]
        placed = [places for one in held if (places := one.places - role.kinds)]
        return any(map(role.is_said_of, held)) and (
            not role.places
            or (not placed and not role.is_of_a_thing)
            or any(role.places & places for places in placed)
        )

    def people(self, speakers: Iterable[Speaker]) -> list[list[Speaker]]:
        """The speakers of one statement, those together that are one person."""
        people: list[list[Speaker]] = []
        roles: list[Speaker] = []
        for speaker in speakers:
            if speaker.kind is SpeakerKind.ROLE:
                roles.append(speaker)
            else:
                self._add(speaker, people, lambda one, known: _is_one(one, known, self._language))
        named = [*people]
        for speaker in roles:
            holders = [names for names in named if self._called(speaker, names)]
            if len(holders) == 1:
                holders[0].append(speaker)
            else:
                self._add(speaker, people, self._is_one_role)
        return people

    def _add(
        self, speaker: Speaker, people: list[list[Speaker]], is_one: Callable[[Speaker, Speaker], bool]
    ) -> None:
        for names in people:
            if any(is_one(speaker, known) for known in names):
                names.append(speaker)
                return
        people.append([speaker])

    def _is_one_role(self, one: Speaker, other: Speaker) -> bool:
        """Whether a role is that of another speaker: "a spokesman", who is "the spokesman" elsewhere."""
        if other.kind is not SpeakerKind.ROLE:
            return same_person(one.name, other.name, self._language)
        a, b = (_role_of_any(speaker.name, self._language) for speaker in (one, other))
        return a is not None and b is not None and (a.is_said_of(b) or b.is_said_of(a))

    def _called(self, speaker: Speaker, names: Sequence[Speaker]) -> bool:
        """Whether a role is that of somebody, who is called so or is known to hold it."""
        role = role_of(speaker.name, self._language)
        if role is None:
            return False
        aliases = (role_of(alias, self._language) for known in names for alias in known.aliases)
        return any(one is not None and role.is_said_of(one) for one in aliases) or any(
            self.holds(known.name, role) for known in names
        )


def _is_one(one: Speaker, other: Speaker, language: LanguageProfile) -> bool:
    genders = {gender for speaker in (one, other) if (gender := _gender(speaker, language))}
    alike = _one_body if SpeakerKind.BODY in (one.kind, other.kind) else one_person
    return len(genders) < 2 and alike(one.name, other.name, language)


def _one_body(a: str, b: str, language: LanguageProfile) -> bool:
    """Whether two names are of one body: one name, its initials, or the same words turned round."""
    closed = language.words("function_words")
    one, other = ([word for word in word_keys(name) if word not in closed] for name in (a, b))
    if len(one) > 1 and len(one) == len(other) and set(one) == set(other):
        return True
    return one_name(a, b, language) or _are_initials(a, b) or _are_initials(b, a)


def _are_initials(short: str, long: str) -> bool:
    """Whether a name is the initials of another: the WFC, the World Fisheries Council."""
    letters = short.split()[-1] if short.split() else ""
    names = [word for word in re.split(r"[\s-]+", long) if word[:1].isupper()]
    return len(letters) > 1 and letters.isupper() and letters == "".join(word[0] for word in names)


def _gender(speaker: Speaker, language: LanguageProfile) -> str:
    """The gender that a title shows of somebody of whom only the last name is known: Mrs. Vale."""
    if len(speaker.name.split()) > 1:
        return ""
    names = (parse_name(name, language) for name in (speaker.name, *speaker.aliases))
    return next((name.gender for name in names if name.gender), "")


def are_two(speakers: Iterable[Speaker], language: LanguageProfile) -> bool:
    """Whether some people, each surely named, are more than one."""
    named = list({speaker: None for speaker in speakers if speaker.kind is SpeakerKind.PERSON})
    return any(not _is_one(one, other, language) for n, one in enumerate(named) for other in named[n + 1 :])
