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
POSSESSIVE_ENDING = 1 << 6  # Vale"s" Satz: the same without a mark, which names have in some languages
PARTITIVE = 1 << 7  # "one" of the pilots
GENITIVE = 1 << 8  # the head "of" the port: also what stands in offices and in the names of bodies
COMPLEMENT = 1 << 9  # a spokesman "for" the port: a noun goes on with it, wherever the noun stands
MODIFIER = 1 << 10  # the ships "near" Aas: a noun goes on with it before a verb
OFFICE_JOINT = 1 << 72  # Ambassador "to" Aas, Minister "for" Ports: what stands within an office
ADDITIVE = 1 << 11  # Ministry of Ports "and" Fisheries: it joins two of a kind, which no other one does
OBJECT_PRONOUN = 1 << 12  # quoted "her" as saying
PLURAL = 1 << 13  # pilot"s"
SINGULAR = 1 << 14  # bo"ss": no plural, though it ends like one
CROWD = 1 << 70  # "some" say: how many people are, where no noun says who
SHARE = 1 << 71  # nine "out" of ten say: what stands among the words for a crowd
AGE = 1 << 15  # the 21-year"-old" said
MANNER_ADVERB = 1 << 16  # new"ly"

# What stands around a verb.
AUXILIARY = 1 << 17
ADVERB = 1 << 18
ORDINAL_ADVERB = 1 << 19  # Vale "first" said so
BE = 1 << 20
PASSIVE_AUXILIARY = 1 << 21  # she"'s" told
ASPECTUAL = 1 << 22  # Vale "kept" saying
INFINITIVE_MARKER = 1 << 23  # went on "to" say
BODY_JOINT = 1 << 78  # the Department "for" Ports
PRINTED = 1 << 79  # a "sign", a "banner": what words stand on that nobody says
CAUSING = 1 << 77  # the storm "led" her to say
VERB_PARTICLE = 1 << 24  # went "on" to say
PAST = 1 << 25  # ask"ed", said
VERB_ONLY = 1 << 69  # the narrator "says": a form that is never a noun
PARTICIPLE = 1 << 26  # was "told": participles that no ending shows
PRESENT_PARTICIPLE = 1 << 27  # say"ing"
THIRD_PERSON = 1 << 28  # say"s"
PERFECT_PARTICIPLE = 1 << 29  # quoted as "having" said
AGENT = 1 << 30  # was told "by" Vale
AUTHOR = 1 << 31  # a letter "from" Vale
ADDRESSING = 1 << 68  # a letter "to" Vale
ABSOLUTE = 1 << 32  # "with" Vale saying
PERCEIVING = 1 << 73  # Aas "heard" Vale saying
RELAYED = 1 << 33  # quoted her "as" saying
INVERTING = 1 << 34  # "so" said Vale
FEMININE = 1 << 66  # "Zeitung": a noun of this gender, where that tells its case
FEMININE_OBLIQUE = 1 << 67  # "der" Zeitung: a determiner that no subject of this gender has
OBLIQUE = 1 << 35  # "dem" Lotsen: a determiner or pronoun that no subject has
NEVER_INVERTED = 1 << 36  # said "this": a pronoun that after a verb is no subject

# What clauses begin with, and what stands between a subject and its verb.
PREPOSITION = 1 << 37
CONJUNCTION = 1 << 38
COORDINATOR = 1 << 39  # Vale left "and" Aas stayed
SEQUENCER = 1 << 40  # Vale left, "then" said: a verb after it shares the subject
SUBORDINATING_PREPOSITION = 1 << 41  # "before" Vale said so
RELATIVE = 1 << 42  # Vale, "who" said
COMPLEMENTISER = 1 << 43  # said "that"
PURPOSE = 1 << 44  # the Paris calls "for" help
ADJUNCT = 1 << 45  # a source speaking "to" the paper said
PLACE = 1 << 46  # "in" Aas, Berg County
DATING = 1 << 47  # "last" week, said
CALENDAR = 1 << 48
NAMESAKE = 1 << 65  # "May" left: a word of the calendar that people are called, too
FURNITURE = 1 << 49  # "Listen" live: what outlets print before a headline or between paragraphs
NOUN = 1 << 50  # "family": a noun, though it ends like an adverb
RELATIVISER = 1 << 63  # a nurse at a clinic "where" four patients died said
SHARING = 1 << 64  # one "in" five, 40 "per" cent
CLITIC = 1 << 51  # we"'ll" sail: a word of its own, though an apostrophe joins it to another

# From tables of their own.
PRONOUN = 1 << 52  # a pronoun that can be a subject
CLOSED = 1 << 53  # of any closed class: no noun, no name and no full verb
TITLE = 1 << 54
ROLE = 1 << 55
PERSON = 1 << 56  # what a description of somebody may end with: a role, or a country or party
BODY = 1 << 57
NAME_PARTICLE = 1 << 58
CUE = 1 << 59  # any form of a verb that reports speech
VERB = 1 << 60  # a finite form of a common verb that no ending shows to be one, or of a cue
CUE_NOUN = 1 << 61  # Vale's "claim"
ISSUING = 1 << 74  # Vale "released" a statement that said: what its author does with a text
RECEIVING = 1 << 75  # Vale "received" a letter saying: what others do with a text than its author
POSTPOSED = 1 << 76  # a source "close" to the minister: what stands behind whom it describes
CUE_PHRASE = 1 << 62  # "according" to: the first word of a phrase that reports speech
BY_NAME = {name.lower(): bit for name, bit in globals().items() if name.isupper()}
"""Each class by its name in data."""
