"""Mentions to people, by evidence of their own.

``namings`` finds the names in a text and ``census`` whose each is; ``descriptions`` says what somebody is
called beside the name, ``discourse`` of whom each sentence speaks. ``resolution`` then takes a mention to a
person: a name by the census, "the pilot" by the descriptions, "she" by ``antecedents``, a ranker over the
discourse; or to nobody. ``pronouns`` holds what the pronouns of a language can stand for, and ``addressees``
finds whom words are said to.
"""
