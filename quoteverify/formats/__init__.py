"""The forms that records leave in, one module each: what each is for, what it can write, and how.

``form`` says what a format is. The modules ``as_...`` are the formats, those of checked drafts alone in the
folder ``checked``; ``registry`` lists them: the command line, an archive's export and the documentation take
them from there. Another format is a module, ``as_csv`` being a short one to begin from, its import and a line
at the end of the registry's list. What is heavy is imported by the format that needs it, when it writes.
"""
