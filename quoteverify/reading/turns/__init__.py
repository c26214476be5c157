"""Transcripts, in which nobody's words stand between marks: who speaks in turn, and from where to where.

``labels`` knows the lines that say who speaks next: how they are printed (``label_patterns``), what a
language has in them (``label_words``) and what they may call somebody (``label_names``). ``evidence`` tells
whether a text with such lines is a transcript, ``turns`` what each speaker says up to the next label, and
``speakers`` who a label's short name, office or letter is; ``participants`` are those whom the head of the
transcript lists.
"""
