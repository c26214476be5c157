"""The forms that records leave in, one module each: what each is for, what it can write, and how.

``form`` says what a format is, the modules ``as_...`` are the formats, and ``registry`` lists them: the
command line, an archive's export and the documentation take them from there. Another format is a module and
a line in the registry. What is heavy is imported by the format that needs it, when it writes.
"""
