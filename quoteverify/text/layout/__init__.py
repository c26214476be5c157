"""What a text looks like, settled once: the reader's copy of it, with a map back to the text as given.

``page`` holds the copy and its map, and the passes that make it stand in ``reading_copy``, in order.
``lines`` knows quoting prefixes, and ``wraps`` which lines a wrap broke; ``sheets`` puts together what the
heads, numbers (``furniture``) and columns of printed pages part. A text that has nothing of all that is its
own copy.
"""
