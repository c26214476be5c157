"""Whether two names are one person's: misspelt, short, of another of the family, another name of hers."""

import re

from rapidfuzz.distance import DamerauLevenshtein

from quoteverify.collation.verify.speech.compared import (
    WORD,
    Compared,
    any_of,
    around,
    bare,
    is_no_name,
    links,
    possessive_mark,
    printed_words,
    sentences_with,
    without_possessive,
)
from quoteverify.collation.verify.speech.roles import roles_of, shown_gender
from quoteverify.models import Document, Speaker, SpeakerKind
from quoteverify.text.language import LanguageProfile
from quoteverify.text.names import compatible, fold_name, parse_name

_SENTENCE_ENDS = re.compile(r"[.!?]\s|[\r\n]")
_LONG = 5
"""In letters: a surname alone with fewer is not taken for a misspelt one. Set by hand."""
_NEAR = 600
"""In code points: how far before a pronoun it is looked for whom it could mean. Set by hand."""
_FARTHEST = 80
"""In code points: how far behind somebody's name the next sentence begins. Set by hand."""
_APPOSED = 25
"""In code points: how far behind somebody's name another of hers stands. Set by hand."""


def is_same_text(it: Compared) -> bool:
    """Whether the source calls its speaker just so."""
    printed = fold_name(it.claimed.name)
    return printed in (fold_name(name) for name in (it.given.name, *it.given.aliases))


def is_printed_so(it: Compared) -> bool:
    """Whether the source prints the claimed name for the speaker, with more before it or none."""
    claimed = printed_words(it.claimed.name, it.language)
    if any(printed_words(mention, it.language) == claimed for mention in it.mentions) and len(claimed) > 1:
        return True
    mine = it.claimed_name.words
    return len(mine) > 1 and any(name[-len(mine) :] == mine for name in it.printed_names)


def is_behind_a_role(it: Compared) -> bool:
    """Whether the claimed name has the source's whole one behind a role or a body: the bank's Ruth Vale."""
    words = WORD.findall(it.claimed.name)
    for name in it.names:
        size = len(name.words)
        if size > 1 and tuple(map(fold_name, words[-size:])) == name.words:
            return is_no_name(Speaker(" ".join(words[:-size])), it.language) or _shows_whose(words, size, it)
    return False


def _shows_whose(words: list[str], size: int, it: Compared) -> bool:
    """Whether what stands before a name ends as whose somebody is does, or holds a small word: the bank's."""
    before = words[:-size]
    owned = any(without_possessive(word, it.language) != word for word in before[-1:])
    return owned or any(word.islower() for word in before)


def is_one_of_several(it: Compared) -> bool:
    """Whether several speak, and the claimed one is named among them: the pilots Ruth Vale and Bo Berg."""
    several = it.given.kind is SpeakerKind.GROUP and not it.claims_nobody
    return several and it.claimed_name.words[-1] in bare(it.given.name, it.language)


def is_picked_out(it: Compared) -> bool:
    """Whether one of many is named between what they are called and their words: many, including Vale."""
    if it.quote is None or it.quote.attribution.mention is None or not it.claimed_name.words:
        return False
    between = it.document.text[it.quote.attribution.mention.end : it.quote.spans[0].start]
    return not _SENTENCE_ENDS.search(between) and it.claimed_name.words[-1] in bare(between, it.language)


def is_with_his_own(it: Compared) -> bool:
    """Whether the source names the one claimed and nobody else, with those of his: Vale and his crew."""
    joined = rf" {any_of(it.language.words('references', kind='joining'))} "
    first, *rest = re.split(joined, it.mentions[0], maxsplit=1) if it.mentions else [""]
    possessives = tuple(f"{one} " for one in it.language.words("grammar", **{"class": "possessive"}))
    if not rest or not rest[0].lower().startswith(possessives) or not rest[0].islower():
        return False
    return compatible(it.claimed_name, parse_name(first, it.language), it.language)


def goes_by_a_name_there(it: Compared) -> bool:
    """Whether the source says right behind who speaks by which name they go: who asked to be called Ruth."""
    if it.quote is None or it.quote.attribution.mention is None or it.claims_nobody:
        return False
    called = it.document.text[it.quote.attribution.mention.start :][:_FARTHEST]
    behind = _SENTENCE_ENDS.split(called)[0]
    markers = any_of(it.language.words("other_names"))
    named = rf"^[^.;:]*\b{markers}\b(?: [\w’'-]+){{0,2}}? [\"“‘']?{re.escape(it.claimed.name)}\b"
    return re.search(named, behind, re.IGNORECASE) is not None


def is_named_in_part(it: Compared) -> bool:
    """Whether the claimed name is a part of what the source prints: Sir Rufus, Ruth Vale King's Counsel."""
    claimed = tuple(printed_words(it.claimed.name, it.language))
    if len(claimed) > 1 and any(name[: len(claimed)] == claimed for name in it.printed_names):
        return True
    whole = rf"\b{re.escape(it.claimed.name)}\b(?!{possessive_mark(it.language)})"
    return len(claimed) > 1 and any(re.search(whole, mention) for mention in it.mentions[:1])


def is_before_a_rank(it: Compared) -> bool:
    """Whether the source prints the claimed full name with a rank behind it: Ruth Vale King's Counsel."""
    if len(it.claimed_name.words) < _FULL or it.claimed_name.titles or not it.mentions:
        return False
    whole = rf"\b{re.escape(it.claimed.name)}((?: [^\W\d_a-z][\w’'-]*)+)$"
    behind = re.search(whole, it.mentions[0])
    called = behind[1].split() if behind else []
    ranks = it.language.words("roles") | it.language.words("titles")
    return any(without_possessive(word, it.language) != word or word.lower() in ranks for word in called)


_FULL = 2
"""In words: a given name and a surname."""


def is_of_a_shared_surname(it: Compared) -> bool:
    """Whether the source prints a surname alone that both have whom it names: Vale, of Ruth and Tom Vale."""
    mine, surname = it.claimed_name.words, it.claimed_name.words[-1:]
    if len(mine) < 2 or it.quote is None or not surname:
        return False
    printed = (parse_name(mention, it.language).words for mention in it.mentions)
    known = (parse_name(one.name, it.language).words for one in it.document.speakers)
    named = mine in known or fold_name(it.claimed.name) in fold_name(it.text)
    return named and any(name[-1:] == surname for name in (n.words for n in it.names)) and surname in printed


def is_nearer(it: Compared) -> bool:
    """Whether the source says he or she, and names the one claimed behind where it last named its speaker."""
    mention = it.quote.attribution.mention if it.quote else None
    if mention is None or not it.claimed_name.words or it.claims_nobody:
        return False
    if mention.of(it.document.text).lower() not in it.language.words("pronouns"):
        return False
    mine, theirs = (_last_named(one, mention.start, it.document) for one in (it.claimed, it.given))
    return mine > theirs >= 0


def _last_named(speaker: Speaker, before: int, document: Document) -> int:
    """Where a speaker's last name stands last before a place and outside quotations; -1 where it does not."""
    text, said = document.text, [span for quote in document.quotes for span in quote.spans]
    words = WORD.findall(speaker.name)
    found = -1
    for match in re.finditer(rf"\b{re.escape(words[-1])}\b", text[max(0, before - _NEAR) : before]):
        at = max(0, before - _NEAR) + match.start()
        if not any(span.start <= at < span.end for span in said):
            found = at
    return found


def is_with_a_place(it: Compared) -> bool:
    """Whether it is the source's person with a place or body behind: Mr. Vale of the Sierra Club."""
    name, *rest = re.split(f" {links(it.language)} ", it.claimed.name, maxsplit=1)
    if not rest or it.given.kind is not SpeakerKind.PERSON:
        return False
    parsed = parse_name(name, it.language)
    return any(compatible(parsed, other, it.language) for other in it.names)


def is_part_of_name(it: Compared) -> bool:
    """Whether a name is claimed of which all words stand in the source's: Tug Vale and Thomas “Tug” Vale."""
    mine = set(it.claimed_name.words)
    if len(mine) == 1 and re.search(rf"[\"“‘'(]{re.escape(min(mine))}[\"”’')]", fold_name(it.given.name)):
        return True
    return any(
        len(theirs) > 1 and len(mine) > 1 and (mine <= theirs or theirs <= mine)
        for theirs in (set(name.words) for name in it.names)
    )


def is_of_one_surname_with_others(it: Compared) -> bool:
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


def has_a_title_of_the_other(it: Compared) -> bool:
    """Whether a surname alone has a title that says he where the source says she of its speaker."""
    gender = it.claimed_name.gender
    if not gender or len(it.claimed_name.words) > 1:
        return False
    return gender_shown(it) not in ("", gender)


def is_described_as_the_other(it: Compared) -> bool:
    """Whether the source calls its speaker a man or a woman, and the one claimed is none: the boy."""
    shown = shown_gender(it.given.name, it.language)
    claimed = it.claimed_name
    if not shown or not claimed.words:
        return False
    titled = {
        claimed.gender,
        *_titles_of(around(it.text, it.claimed.name.split()[-1]), claimed.words[-1], it),
        *(shown_gender(role, it.language) for role in roles_of(it.claimed.name, it)),
    }
    return bool(titled - {""}) and shown not in titled


def gender_shown(it: Compared) -> str:
    """The gender that the source shows of its speaker: where it is named, by a title, or the only pronoun."""
    for mention in it.mentions[:1]:
        title = parse_name(mention, it.language).gender or _pronoun_gender(mention, it.language)
        if title or (title := _next_pronoun(it)):
            return title
    surroundings = it.surroundings()
    titled = _titles_of(surroundings, it.claimed_name.words[-1], it)
    if len(titled) == 1:
        return titled.pop()
    behind = _behind_the_name(
        it
    )  # what stands before it may be of somebody else: after her predecessor, Vale
    shown = {
        str(row.values["gender"])
        for row in it.language.rows("pronouns")
        if row.values.get("gender") in ("m", "f")
        and any(re.search(rf"\b{word}\b", behind) for word in row.words)
    }
    return shown.pop() if len(shown) == 1 else ""


def _behind_the_name(it: Compared) -> str:
    """What stands behind the speaker's name in its sentences, in all its places, folded."""
    name = it.given.name.split()[-1] if it.given.name else ""
    found = (span.of(it.text).partition(name)[2] for span in sentences_with(it.text, name))
    return fold_name(" … ".join(found))


def _next_pronoun(it: Compared) -> str:
    """The gender of a pronoun that opens the sentence right behind where the speaker is named."""
    if it.quote is None or it.quote.attribution.mention is None:
        return ""
    behind = it.document.text[it.quote.attribution.mention.end :][:_FARTHEST]
    opened = re.match(r"(?P<apposed>(?:,? [^\W\d_A-Z][\w’'-]*)*)[.!?][\"”’']*\s+(?P<word>\w+)\b", behind)
    if opened is None or bare(opened["apposed"], it.language) & it.language.words("roles", kin=True):
        return ""
    return _pronoun_gender(opened["word"], it.language)


def _pronoun_gender(mention: str, language: LanguageProfile) -> str:
    rows = (row for row in language.rows("pronouns") if mention.lower() in row.words)
    return next((str(g) for row in rows if (g := row.values.get("gender")) in ("m", "f")), "")


def _titles_of(text: str, surname: str, it: Compared) -> set[str]:
    """The genders of the titles before a surname in a text."""
    return {
        str(row.values["gender"])
        for row in it.language.rows("titles")
        if row.values.get("gender")
        and any(re.search(rf"\b{re.escape(title)}\.? {re.escape(surname)}\b", text) for title in row.words)
    }


def is_nearly(it: Compared) -> bool:
    """Whether the names are one but for a letter or two: Sah and Shah, Lund and Lunt."""
    return any(_misspelt(it.claimed_name.words, name.words) for name in it.names)


def _misspelt(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if len(a) == len(b):
        return all(map(_alike, a, b))
    if len(a) > 1 and len(b) > 1:
        return _alike(a[0], b[0]) and _alike(a[-1], b[-1])
    return min(len(a[-1]), len(b[-1])) >= _LONG and _alike(a[-1], b[-1])


def _alike(a: str, b: str) -> bool:
    most = min(len(a), len(b)) // 3
    return a == b or DamerauLevenshtein.distance(a, b, score_cutoff=most) <= most


def is_short_for(it: Compared) -> bool:
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


def goes_by_another_name(it: Compared) -> bool:
    """Whether the source says that its speaker is called so too: born so, known so, a nickname in marks."""
    if any(
        compatible(it.claimed_name, parse_name(other.name, it.language), it.language)
        for other in it.document.speakers
        if other != it.given
    ):
        return False
    own = {word for name in it.names for word in name.words}
    others = [word for word in it.claimed_name.words if word not in own]
    surroundings = it.surroundings()
    named = bool(others) and all(_is_introduced(word, own, surroundings, it.language) for word in others)
    return named or _is_apposed(it, surroundings)


def _is_introduced(word: str, own: set[str], text: str, language: LanguageProfile) -> bool:
    """Whether a name stands behind a word that gives somebody another name, or in marks beside her own."""
    markers, names = any_of(language.words("other_names")), any_of(own)
    told = rf"\b{names}\b[”\"’']?,?(?: [\w’'-]+){{0,4}} \(?{markers}(?: [\w’'-]+){{0,4}}? [\"“‘']?"
    marked = rf"\b{names}\b \W?(?:[^\W\d_]+ )?[\"“‘'(]+(?:[^\W\d_]+ )?"
    return re.search(rf"(?:{told}|{marked}){re.escape(word)}\b", text) is not None


def _is_apposed(it: Compared, text: str) -> bool:
    """Whether the claimed name stands right behind one with its given name: Ruth Vale, now Ruth Aas."""
    claimed = fold_name(it.claimed.name)
    for name in it.names:
        if len(name.words) < 2 or name.words[0] != it.claimed_name.words[0]:
            continue
        own = re.escape(" ".join(name.words))
        if re.search(rf"\b{own}, (?:[^.;:\n]{{0,{_APPOSED}}} )?{re.escape(claimed)}\b", text):
            return True
    return False
