"""Classes of words, each a bit of a number: a word may be of several.

The rules of the syntax ask for a class and never for a word. A class has its words, with an example, in
``data/<language>/grammar.toml``, where a row's ``class`` is the constant in lower case and a form that begins
with a hyphen is an ending; those that have tables of their own stand last.
"""

# What a noun phrase is made of.
DETERMINER = 1 << 0  # "the" port, "three" pilots
DEFINITE_ARTICLE = 1 << 1
INDEFINITE_ARTICLE = 1 << 2
PREDETERMINER = 1 << 3  # "all" the pilots
POSSESSIVE = 1 << 4  # "her" claim
POSSESSIVE_MARK = 1 << 5  # Vale"'s" claim
PARTITIVE = 1 << 6  # "one" of the pilots
GENITIVE = 1 << 7  # the head "of" the port: also what stands in offices and in the names of bodies
COMPLEMENT = 1 << 8  # a spokesman "for" the port: a noun goes on with it, wherever the noun stands
MODIFIER = 1 << 9  # the ships "near" Aas: a noun goes on with it before a verb
ADDITIVE = 1 << 10  # Ministry of Ports "and" Fisheries: it joins two of a kind, which no other one does
OBJECT_PRONOUN = 1 << 11  # quoted "her" as saying
PLURAL = 1 << 12  # pilot"s"
SINGULAR = 1 << 13  # bo"ss": no plural, though it ends like one
AGE = 1 << 14  # the 21-year"-old" said
MANNER_ADVERB = 1 << 15  # new"ly"

# What stands around a verb.
AUXILIARY = 1 << 16
ADVERB = 1 << 17
ORDINAL_ADVERB = 1 << 18  # Vale "first" said so
BE = 1 << 19
CONTRACTED_BE = 1 << 20  # she"'s" told
ASPECTUAL = 1 << 21  # Vale "kept" saying
INFINITIVE_MARKER = 1 << 22  # went on "to" say
VERB_PARTICLE = 1 << 23  # went "on" to say
PAST = 1 << 24  # ask"ed", said
PARTICIPLE = 1 << 25  # was "told": participles that no ending shows
PRESENT_PARTICIPLE = 1 << 26  # say"ing"
THIRD_PERSON = 1 << 27  # say"s"
PERFECT_PARTICIPLE = 1 << 28  # quoted as "having" said
AGENT = 1 << 29  # was told "by" Vale
AUTHOR = 1 << 30  # a letter "from" Vale
ABSOLUTE = 1 << 31  # "with" Vale saying
RELAYED = 1 << 32  # quoted her "as" saying
INVERTING = 1 << 33  # "so" said Vale
NEVER_INVERTED = 1 << 34  # said "this": a pronoun that after a verb is no subject

# What clauses begin with, and what stands between a subject and its verb.
PREPOSITION = 1 << 35
CONJUNCTION = 1 << 36
COORDINATOR = 1 << 37  # Vale left "and" Aas stayed
SEQUENCER = 1 << 38  # Vale left, "then" said: a verb after it shares the subject
SUBORDINATING_PREPOSITION = 1 << 39  # "before" Vale said so
RELATIVE = 1 << 40  # Vale, "who" said
COMPLEMENTISER = 1 << 41  # said "that"
PURPOSE = 1 << 42  # the Paris calls "for" help
ADJUNCT = 1 << 43  # a source speaking "to" the paper said
PLACE = 1 << 44  # "in" Aas, Berg County
DATING = 1 << 45  # "last" week, said
CALENDAR = 1 << 46
FURNITURE = 1 << 47  # "Listen" live: what outlets print before a headline or between paragraphs
NOUN = 1 << 48  # "family": a noun, though it ends like an adverb
CLITIC = 1 << 49  # we"'ll" sail: a word of its own, though an apostrophe joins it to another

# From tables of their own.
PRONOUN = 1 << 50  # a pronoun that can be a subject
CLOSED = 1 << 51  # of any closed class: no noun, no name and no full verb
TITLE = 1 << 52
ROLE = 1 << 53
PERSON = 1 << 54  # what a description of somebody may end with: a role, or a country or party
BODY = 1 << 55
NAME_PARTICLE = 1 << 56
CUE = 1 << 57  # any form of a verb that reports speech
VERB = 1 << 58  # a finite form of a common verb that no ending shows to be one, or of a cue
CUE_NOUN = 1 << 59  # Vale's "claim"
CUE_PHRASE = 1 << 60  # "according" to: the first word of a phrase that reports speech

BY_NAME = {name.lower(): bit for name, bit in globals().items() if name.isupper()}
"""Each class by its name in data."""
