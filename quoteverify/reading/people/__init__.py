"""Mentions to people, by evidence of their own.

``namings`` finds the names in a text and ``census`` whose each is; ``genders`` tells who is she or he,
``descriptions`` what somebody is called beside the name, ``discourse`` of whom each sentence speaks.
``resolver`` then takes a mention to a person, by one of the rules of ``resolution``: a name by the census,
"the pilot" by the descriptions (``nominal``), "she" by ``antecedents``, a ranker over the discourse
(``pronominal``); or to nobody. ``pronouns`` holds what the pronouns of a language can stand for, and
``addressees`` finds whom words are said to.
"""
