"""Who a text names: names to people, with what the text shows of each.

``namings`` finds the names, ``naming_index`` finds them again by where they stand, with what stands beside
them: titles, roles and relations (``descriptions``). ``name_kinds`` tells whether one is a person's and
``bearers`` whose a short one is; ``families`` are several of one surname. ``census`` gives every name to a
``person``, with the gender that titles, relations and pronouns show (``genders``), and says of whom the whole
text is, if of anybody (``protagonist``).
"""
