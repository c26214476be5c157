"""Whether a claimed speaker is the body that a source names, speaks for it, or is another."""

import re

from quoteverify.collation.verify.speech.compared import (
    NAME,
    WORD,
    Compared,
    any_of,
    around,
    bare,
    closed,
    links,
    possessive_mark,
    printed_words,
    sentences_with,
    told,
    without_possessive,
)
from quoteverify.models import Speaker, SpeakerKind
from quoteverify.text.language import LanguageProfile
from quoteverify.text.names import compatible, fold_name, parse_name


def is_the_same_body(it: Compared) -> bool:
    """Whether a body is claimed and given of which one has a fuller name: the Port Board of Aas."""
    if it.given.kind is not SpeakerKind.BODY:
        return False
    # the office of Ruth Vale is not she
    if re.search(f" {links(it.language)} {re.escape(it.claimed.name)}$", it.given.name):
        return False
    mine, theirs = told(it.claimed.name, it.language), told(it.given.name, it.language)
    if not mine or not theirs:
        return False
    if mine <= theirs:
        return not mine <= it.language.words("bodies")
    printed = [told(mention, it.language) for mention in it.mentions]
    return theirs <= mine and it.claimed.name in it.text and all(words <= mine for words in printed)


def is_initials(it: Compared) -> bool:
    """Whether one of the two is the initials of the other: the IDF, the Israel Defense Forces."""
    return any(
        len(short) > 1
        and short.isupper()
        and short == "".join(word[0] for word in long.split() if word[0].isupper())
        for claimed in (it.claimed.name,)
        for given in (it.given.name, *it.given.aliases)
        for short, long in ((claimed, given), (given, claimed))
    )


def is_its_document(it: Compared) -> bool:
    """Whether the source names a document of the one claimed: the board's report."""
    name, given = told(it.claimed.name, it.language), told(it.given.name, it.language)
    if it.claims_nobody or not name or not name <= given:
        return False
    rest = given - name
    return bool(rest) and rest <= it.language.words("cue_nouns") | it.language.words("labels")


def are_other_bodies(it: Compared) -> bool:
    """Whether one named body is claimed and another is given: the Port Board, the Harbour Council."""
    mine = _own_words(it.claimed.name, it.language)
    if not (mine and _is_a_body(it.claimed.name, it.language) and _is_a_body(it.given.name, it.language)):
        return False
    called = (name for name in (it.given.name, *it.mentions) if _is_a_body(name, it.language))
    theirs = [own for name in called if (own := _own_words(name, it.language))]
    return bool(theirs) and all(mine - own and own - mine for own in theirs)


def is_of_another_place(it: Compared) -> bool:
    """Whether both are called alike but for what they are of: the Port of Aas, the Port of Vale."""
    link = f" {links(it.language)} "
    claimed, *mine = re.split(link, fold_name(it.claimed.name), maxsplit=1)
    given, *theirs = re.split(link, fold_name(it.given.name), maxsplit=1)
    if not (mine and theirs) or printed_words(claimed, it.language) != printed_words(given, it.language):
        return False
    articles = it.language.words("name_words", role="article")
    called = (it.claimed.name, it.given.name, *it.mentions)
    if not any(name.split()[0].lower() in articles for name in called):  # Joan of Arc
        return False
    return told(mine[0], it.language).isdisjoint(bare(theirs[0], it.language))


def is_document_of_another(it: Compared) -> bool:
    """Whether a document is given that is of somebody else than the one claimed: the board's letter."""
    words = printed_words(it.given.name, it.language)
    head = next(iter(words), "")
    if it.claims_nobody:
        return False
    if head not in it.language.words("cue_nouns"):
        return _is_owned_by_many(words, it)
    whose = re.split(f" {links(it.language)} ", it.given.name, maxsplit=1)[1:]
    claimed = bare(it.claimed.name, it.language)
    return (
        bool(whose)
        and bool(_own_words(whose[0], it.language))
        and claimed.isdisjoint(bare(whose[0], it.language))
    )


def _is_owned_by_many(words: list[str], it: Compared) -> bool:
    """Whether a document is of several without a name, of whom the one claimed is not told to be one."""
    if len(words) != _WHOSE or words[-1] not in it.language.words("cue_nouns"):
        return False
    owned = re.search(rf"\w{possessive_mark(it.language)} \w+$", it.given.name) is not None
    several = words[0] in it.language.words("roles") | it.language.words("crowds")
    plural = words[0].endswith(tuple(it.language.words("references", kind="plural")))
    return (
        owned and several and plural and not is_tied(it.claimed.name, Speaker(words[0]), it.text, it.language)
    )


_WHOSE = 2
"""In words: the pilots' report."""


def are_other_descriptions(it: Compared) -> bool:
    """Whether the source prints two bodies without names: the tannery, the brewery."""
    if not (it.claims_nobody and it.gives_nobody):
        return False
    bodies, claimed = it.language.words("bodies"), printed_words(it.claimed.name, it.language)
    given = max((printed_words(name, it.language) for name in (it.given.name, *it.mentions[:1])), key=len)
    if not (claimed and given and claimed[-1] in bodies and given[-1] in bodies):
        return False
    whole = claimed[-1] in it.language.words("bodies", whole=True)  # a ministry speaks for the government
    if whole or it.claimed.name.lower() not in it.text.lower():
        return False
    return not set(claimed) <= set(given) and not set(given) <= set(claimed)


def is_another_speaker(it: Compared) -> bool:
    """Whether the source has somebody speak besides, with a name, of whom one of the two is: another body."""
    if it.claims_nobody or it.given.kind is not SpeakerKind.BODY or fits(it):
        return False
    return _is_known(it) and not is_tied(it.claimed.name, it.given, it.text, it.language)


def is_a_body_without_tie(it: Compared) -> bool:
    """Whether a body that the source names is claimed for a person with no part in it: the clinic."""
    bodies = it.language.words("bodies") | it.language.words("cue_nouns")
    claimed = printed_words(it.claimed.name, it.language)
    if it.gives_nobody or it.given.kind is not SpeakerKind.PERSON or not (claimed and claimed[-1] in bodies):
        return False
    if it.claimed.name.lower() not in it.text.lower():
        return False
    return not _has_a_part(it)


def speaks_for_another(it: Compared) -> bool:
    """Whether a body's spokesperson is claimed for a person with no part in it: a spokesman for Aas."""
    claimed, own = printed_words(it.claimed.name, it.language), _own_words(it.claimed.name, it.language)
    if not it.claims_nobody or it.gives_nobody or it.given.kind is not SpeakerKind.PERSON or not own:
        return False
    if it.language.words("roles", speaks=True).isdisjoint(claimed) or not own <= bare(it.text, it.language):
        return False
    surname = it.given.name.split()[-1]
    return not any(own & bare(span.of(it.text), it.language) for span in sentences_with(it.text, surname))


def is_a_paper(it: Compared) -> bool:
    """Whether the source gives a newspaper, and the person claimed has no part in it: the Aas Times."""
    if it.claims_nobody or it.given.kind is not SpeakerKind.BODY or it.claimed.kind is SpeakerKind.BODY:
        return False
    head = printed_words(it.given.name, it.language)[-1:]
    paper = not it.language.words("bodies", paper=True).isdisjoint(head)
    return paper and not is_tied(it.claimed.name, it.given, it.text, it.language)


def is_the_body_so_called(it: Compared) -> bool:
    """Whether the source says of the one claimed alone what it calls the body: the banking giant Norrland."""
    words, head = it.given.name.split(), printed_words(it.given.name, it.language)[-1:]
    bodies, definite = it.language.words("bodies"), it.language.words("references", kind="definite")
    if len(words) != _WHOSE or words[0].lower() not in definite or bodies.isdisjoint(head):
        return False
    # "the bank": a bank, a banking giant
    told = rf"\b{re.escape(head[0])}\w*+(?P<between>(?: (?!{NAME})[\w’-]+){{0,2}}) (?P<name>{NAME})"
    no_kind = closed(it.language) | it.language.words("roles") | it.language.words("titles")
    called = {
        fold_name(without_possessive(match["name"], it.language))
        for match in re.finditer(told, it.text)
        if no_kind.isdisjoint(match["between"].lower().split())
    }
    return called == {fold_name(it.claimed.name)}


def speaks_for(it: Compared) -> bool:
    """Whether the source's speaker speaks for or leads what is claimed: "Ada Aas, chair of the board"."""
    claimed = re.escape(" ".join(printed_words(it.claimed.name, it.language)))
    speakers = any_of(it.language.words("roles", speaks=True) | it.language.words("roles", leads=True))
    articles = any_of(it.language.words("name_words", role="article"))
    behind = rf"\b{speakers} {links(it.language)} (?:{articles} )?{claimed}\b"
    before = rf"\b{claimed}{possessive_mark(it.language)}? {speakers}\b"
    return re.search(rf"{behind}|{before}", it.surroundings()) is not None


def is_officer_of(it: Compared) -> bool:
    """Whether who speaks is told to be an officer of the body claimed: The board left. Its chair, Ada Aas."""
    body = told(it.claimed.name, it.language)
    if it.gives_nobody or it.given.kind is not SpeakerKind.PERSON or not body:
        return False
    surname = re.escape(it.given.name.split()[-1])
    officer = any_of(it.language.words("roles", speaks=True) | it.language.words("roles", leads=True))
    own = rf"\b{_its(it.language)} (?:[\w’'-]+ ){{0,3}}?{officer}\b[^.!?\n]{{0,{_APPOSED}}}?\b{surname}\b"
    return any(
        body <= bare(_sentence_before(it.text, match.start()), it.language)
        for match in re.finditer(own, it.text, re.IGNORECASE)
    )


def is_officer_of_the_lead(it: Compared) -> bool:
    """Whether an officer of no body told speaks in a report of the one claimed: Chief executive Ada Aas.

    That a report is of a body shows its lead: "The airline Norrland Air cut 40 jobs."
    """
    body = told(it.claimed.name, it.language)
    if it.gives_nobody or it.given.kind is not SpeakerKind.PERSON or not _leads(it, body):
        return False
    # "President Vale" is called so wherever she speaks
    offices = it.language.words("roles", leads=True) - it.language.words("titles")
    officer, name = any_of(offices), re.escape(it.given.name)
    before = re.search(rf"(?P<what>(?:\b[\w’'-]+ ){{0,2}})\b{officer} {name}\b", it.text, re.IGNORECASE)
    if before is None:
        return re.search(rf"\b{name}, (?:[a-z-]+ ){{0,2}}{officer}[,.]", it.text) is not None
    opens = it.text[: before.start()].rstrip(" ")[-1:] in _BEFORE_A_SENTENCE
    words = before["what"].split()
    return all(_is_of_no_body(word, it, opens=opens and not n) for n, word in enumerate(words))


def _is_of_no_body(word: str, it: Compared, *, opens: bool) -> bool:
    """Whether a word before an office does not say of what it is: the *Aas*, *union* or *its* president."""
    others = it.language.words("bodies") | it.language.words("grammar", **{"class": "possessive"})
    if word.lower() in others or without_possessive(word, it.language) != word:
        return False
    return opens or word[:1].islower() or word.lower() in it.language.words("roles")


def _leads(it: Compared, body: frozenset[str]) -> bool:
    """Whether the first lines of a source are of a body that is claimed: Norrland, of Norrland Group."""
    lead = it.text[:_LEAD]
    # A report of a body has its name again below: it may be of another if the headline alone has it.
    again = _own_words(it.claimed.name, it.language) & bare(it.text[_LEAD:] or lead, it.language)
    if not again or not body <= bare(lead, it.language):
        return False
    bodies = it.language.words("bodies")
    if it.claimed.kind is SpeakerKind.BODY or not bodies.isdisjoint(body):
        return True
    called = rf"\b(?:(?P<before>\w+) )?{re.escape(it.claimed.name)}(?: (?P<behind>\w+))?"
    beside = {word.lower() for match in re.finditer(called, lead) for word in match.groups() if word}
    return not bodies.isdisjoint(beside)


_BEFORE_A_SENTENCE = ("", *".!?\n\r\"”’'")
"""What stands before a word that has its capital from where it stands."""
_LEAD = 300
"""In code points: whom a report is of stands in its headline or its first sentence."""


def _sentence_before(text: str, end: int) -> str:
    """The sentence before a place in its line, or what stands before the place in its own."""
    before = text[max(0, end - _LONGEST_SENTENCE) : end]
    return _SENTENCE_ENDS.split(before.rstrip(" .!?"))[-1]


_APPOSED = 30
"""In code points: how far behind an office the name of who holds it stands."""
_LONGEST_SENTENCE = 160
"""In code points: how far before "its" the body stands of which it is."""
_SENTENCE_ENDS = re.compile(r"[.!?][\"”’']*\s|[\r\n]")


def _its(language: LanguageProfile) -> str:
    """A pattern for what makes something a body's: its, their."""
    neuter = language.words("pronouns", gender="n") | language.words("pronouns", number="many")
    return any_of(neuter & language.words("grammar", **{"class": "possessive"}))


def has_for_a_speaker(it: Compared) -> bool:
    """Whether the one claimed speaks for the body that the source gives: "through its spokesman, Tom Aas"."""
    if it.claims_nobody or (it.given.kind is SpeakerKind.PERSON and not _is_like_a_body(it)):
        return False
    surname = re.escape(it.claimed_name.words[-1])
    speakers = any_of(it.language.words("roles", speaks=True))
    return re.search(rf"\b{speakers}\W+(?:\w+\W+){{0,3}}?{surname}\b", it.surroundings()) is not None


def is_tied(name: str, body: Speaker, text: str, language: LanguageProfile) -> bool:
    """Whether somebody stands in one sentence with the words of a body's name: the board's Ruth Vale."""
    own = _own_words(body.name, language) or told(body.name, language)
    surname = name.split()[-1] if name else ""
    return any(own & bare(span.of(text), language) for span in sentences_with(text, surname))


def fits(it: Compared) -> bool:
    """Whether the claimed name may be the one of the source's speaker."""
    return any(compatible(it.claimed_name, name, it.language) for name in it.names)


def _is_like_a_body(it: Compared) -> bool:
    """Whether a name has a small word in it, as bodies have: the Port of Aas."""
    return any(word in closed(it.language) for word in WORD.findall(it.given.name))


def _is_known(it: Compared) -> bool:
    """Whether the source has the claimed speaker among its own."""
    return any(
        compatible(it.claimed_name, parse_name(speaker.name, it.language), it.language)
        for speaker in it.document.speakers
        if speaker != it.given and speaker.kind in (SpeakerKind.PERSON, SpeakerKind.BODY)
    )


def _has_a_part(it: Compared) -> bool:
    """Whether the source says that its speaker has a role, or is of or from something."""
    surname = re.escape(it.given.name.split()[-1])
    text = around(it.text, it.given.name.split()[-1])
    own = bare(it.claimed.name, it.language)
    roles = (it.language.words("roles") | it.language.words("titles")) - own
    relative = any_of(it.language.words("grammar", **{"class": "relative"}))
    # "Stroud, of the airline", "Stroud, who speaks for it", "Stroud, speaking for it"
    clause = rf", (?:{relative} )?\w+ "
    linked = re.search(rf"\b{fold_name(surname)}(?:,? |{clause}){links(it.language)} ", text)
    return linked is not None or bool(roles & bare(text, it.language))


def _is_a_body(name: str, language: LanguageProfile) -> bool:
    """Whether a name has a word for a body."""
    return not language.words("bodies").isdisjoint(bare(name, language))


def _own_words(name: str, language: LanguageProfile) -> frozenset[str]:
    """The words of a body's name that are its own: Harbour of the Harbour Council."""
    words = (w for w in WORD.findall(name) if w[:1].isupper())
    common = language.words("bodies") | closed(language)
    return frozenset(fold_name(without_possessive(word, language)) for word in words) - common
