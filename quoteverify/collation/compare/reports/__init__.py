"""What documents tell of a statement without marks.

``reported`` adds the sentences of reporters that have the words of what others quote, ``told`` the reports of
speech that a parser has found, held against what is quoted.
"""
