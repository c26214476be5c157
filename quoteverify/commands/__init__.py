"""What the command line says where it is asked wrongly, in the words of whoever typed it.

``options`` reads what was typed and suggests what is right, ``mistakes`` looks at the files that are named
before anything is read.
"""
