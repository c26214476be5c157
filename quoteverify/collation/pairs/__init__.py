"""Very many quotes against each other.

``encoding`` turns texts into numbers of words, ``shingles`` finds those that share rare runs, ``pairing``
scores them and is the door: ``pair``.
"""
