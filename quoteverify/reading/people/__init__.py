"""Mentions to people, by evidence of their own.

``names`` has everybody whom a text names, in a ``census``; ``discourse`` tells of whom each sentence speaks.
``resolver`` then takes a mention to a person, by one of the rules of ``resolution``: a name by the census,
"the pilot" by what people are called (``nominal``), "she" by ``antecedents``, a ranker over the discourse
(``pronominal``); or to nobody. ``pronouns`` holds what the pronouns of a language can stand for, and
``addressees`` finds whom words are said to.
"""
