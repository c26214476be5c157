"""A made-up language that puts its words where English does not, for rules that no English text tries.

Nouns have capitals and are compounded, ordinals have a stop, the verb stands second or last, and some
verbs leave a part of them at the end. "Ko Lotso" is the pilot, "kom Lotso" to the pilot, "dat" that, "hapo"
has, "melo" says, "kundo ... ap" announces, "meldi" said, "ba" by or at, "vora" in the words of, "zufo"
according to, "ko Sato" the sentence.
"""

from shown import narration_of

from quoteverify.text.language import LanguageProfile, Row

WHOLE = (
    "nouns_have_capitals",
    "nouns_are_compounded",
    "ordinals_have_stops",
    "verb_second",
    "verb_last",
)
GRAMMAR = {
    "determiner": ["ko", "kom", "ne"],
    "definite_article": ["ko", "kom"],
    "oblique": ["kom"],
    "possessive_ending": ["-s"],
    "preposition": ["ba", "vora"],
    "agent": ["ba"],
    "conjunction": ["dat", "en"],
    "coordinator": ["en"],
    "auxiliary": ["hapo", "wura"],
    "passive_auxiliary": ["wura"],
    "adverb": ["nun"],
    "calendar": ["mondi"],
    "participle": ["-i"],
}
TABLES = {
    "grammar": [Row(words, values={"class": name}) for name, words in GRAMMAR.items()],
    "syntax": [Row([name]) for name in WHOLE],
    "cues": [
        Row(["melo", "meldi"], values={"kind": "say"}),
        Row(["kundo"], values={"kind": "say", "particle": "ap"}),
        Row(["kundo"], values={"kind": "name", "particle": "ut"}),
    ],
    "cue_phrases": [
        Row(["vora"], values={"kind": "source_after", "apart": True}),
        Row(["zufo"], values={"kind": "source_before"}),
    ],
    "cue_nouns": [Row(["sato"])],
    "verbs": [Row(["faro", "fari"])],
    "pronouns": [Row(["zi"], values={"subject": "zi", "gender": "f", "number": "one"})],
    "roles": [Row(["lotso"])],
    "bodies": [Row(["banko"])],
    "marks": [Row(["“", "”"], values={"open": "“", "close": "”", "family": "double"})],
}


def language(**tables):
    """The language, with other rows in some tables."""
    return LanguageProfile("xx", {**TABLES, **tables})


def without(name):
    """The language where one thing does not hold of it as a whole."""
    return language(syntax=[Row([other]) for other in WHOLE if other != name])


def sentences_of(text, profile=None):
    """The sentences of a text, as lists of tokens."""
    narration = narration_of(text, profile or language())
    return [sentence for p in range(len(narration.paragraphs)) for sentence in narration.sentences(p)]


def reports_of(text, profile=None):
    """The cues of a sentence, each with its speaker."""
    narration = narration_of(text, profile or language())
    return [(report.cue.of(text), report.mention.span.of(text)) for report in narration.reports(0, 0)]


def subjects_of(text, profile=None):
    """Who does something in a sentence."""
    return [mention.span.of(text) for mention in narration_of(text, profile or language()).subjects(0, 0)]
