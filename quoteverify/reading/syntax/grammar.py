"""The closed classes of a language, as sets: what tells a noun phrase from what surrounds it."""

import functools

import attrs

from quoteverify.text.language import LanguageProfile


@attrs.frozen(eq=False)
class Grammar:
    """Words by class, from the tables of a language."""

    determiners: frozenset[str]
    possessives: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    calendar: frozenset[str]
    furniture: frozenset[str]
    """Words that outlets print before a headline or between paragraphs."""
    subjects: frozenset[str]
    """Pronouns that can be a subject."""
    closed: frozenset[str]
    """Every word of a closed class: none is a noun, a name or a full verb."""
    openers: frozenset[str]
    """What a noun phrase may open with, of the closed classes."""
    inert: frozenset[str]
    """What no noun phrase opens with: the rest of the closed classes, and dates."""
    titles: frozenset[str]
    roles: frozenset[str]
    people: frozenset[str]
    """What a description of somebody may end with: roles, and what people are called by country or party."""
    bodies: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    offices: frozenset[tuple[str, ...]]
    """Titles with "of" in them, word by word."""
    abbreviations: frozenset[str]
    not_names: frozenset[str]
    """What stands before a name but is no part of it."""
    cues: frozenset[str]
    """Every form of a verb that reports speech."""
    pasts: frozenset[str]
    """Past forms that no ending shows."""
    verbs: frozenset[str]
    """Finite forms of common verbs that no ending shows to be verbs, and of cues."""


@functools.lru_cache(maxsize=8)
def grammar(profile: LanguageProfile) -> Grammar:
    """The closed classes of a language, made once."""

    def of(name: str) -> frozenset[str]:
        return profile.words("grammar", **{"class": name})

    pronouns = profile.words("pronouns")
    subjects = frozenset(str(row.values["subject"]) for row in profile.rows("pronouns")) | of("pronoun_other")
    classes = (
        "determiner",
        "possessive",
        "preposition",
        "conjunction",
        "auxiliary",
        "adverb",
        "pronoun_other",
    )
    closed = frozenset().union(*map(of, classes)) | pronouns
    titles, roles = profile.words("titles"), profile.words("roles")
    openers = of("determiner") | of("possessive") | subjects
    return Grammar(
        determiners=of("determiner"),
        possessives=of("possessive"),
        prepositions=of("preposition"),
        conjunctions=of("conjunction"),
        auxiliaries=of("auxiliary"),
        adverbs=of("adverb"),
        calendar=of("calendar"),
        furniture=of("furniture"),
        subjects=subjects,
        closed=closed,
        openers=openers,
        inert=(closed | of("calendar")) - openers,
        titles=titles,
        roles=roles,
        people=roles | profile.words("epithets"),
        not_names=closed | titles | roles | of("calendar"),
        bodies=profile.words("bodies"),
        particles=profile.words("name_particles"),
        suffixes=profile.words("name_suffixes"),
        offices=frozenset(tuple(phrase.split()) for phrase in profile.words("offices")),
        abbreviations=profile.words("abbreviations"),
        cues=profile.words("cues"),
        pasts=frozenset(
            word
            for table in ("cues", "verbs")
            for row in profile.rows(table)
            for word in row.words[2:]
            if not word.endswith(("ing", "ed"))
        )
        | profile.words("grammar", **{"class": "past"}),
        verbs=profile.words("cues") | profile.words("verbs"),
    )
