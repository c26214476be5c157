"""Transcripts, in which nobody's words stand between marks: who speaks in turn, and from where to where.

``labels`` knows the lines that say who speaks next, ``evidence`` whether a text with such lines is a
transcript, ``turns`` what each speaker says up to the next label, and ``speakers`` who a label's short name,
office or letter is.
"""
