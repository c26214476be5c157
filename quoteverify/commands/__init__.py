"""What the command line takes, and what it says where it is asked wrongly, in the words of whoever typed it.

``options`` reads what was typed and suggests what is right, ``mistakes`` looks at the files that are named
before anything is read; ``own_rules`` has the options by which somebody adds tables, sieves and a policy.
"""
