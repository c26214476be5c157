"""Who a text names: names to people, with what the text shows of each.

``namings`` finds the names, ``naming_index`` finds them again by where they stand, with what stands beside
them: titles, roles and relations (``descriptions``). ``name_kinds`` tells whether one is a person's,
``bearers`` whose a short one is, and ``census`` puts every name to a ``person``, whose gender titles,
relations and pronouns show (``genders``).
"""
