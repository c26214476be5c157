"""The commands, a module each: what it takes (``add``), and what it does.

What is typed goes through ``arguments``, which takes it apart, has what several commands take, and suggests
what is right where it is wrong; ``mistakes`` looks at the files that are named before anything is read, and
``own_rules`` has the options by which somebody adds tables, sieves and a policy. ``inputs`` then reads the
texts, and ``output`` writes the answer.
"""
