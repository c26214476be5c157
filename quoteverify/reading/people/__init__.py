"""Mentions to people: which person a name, a description or a pronoun means.

``names`` has everybody whom a text names, in a ``census``; ``discourse`` tells of whom each sentence speaks.
``resolver`` then takes a mention to a person, by one of the rules of ``resolution``: a name by the census,
"the pilot" by what people are called (``nominal``), a pronoun by ``pronominal``; or to nobody. For "he" and
"she" that asks ``referents`` for all who may be meant, ``newcomers`` for who came in without a name, and
``antecedents``, a ranker, for the likeliest; "it", "they" and "I" are ``genderless``. ``pronouns`` holds what
the pronouns of a language can stand for, and ``addressees`` finds whom words are said to.
"""
