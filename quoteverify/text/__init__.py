"""Characters, words, names and language data, always with offsets into the text as given.

``files`` and ``encodings`` bring a text in, ``layout`` makes of it what a reader reads. ``normalize``
folds its characters and ``words`` finds its words, ``sentences`` where it can be cut, ``names`` the parts
of a name; ``excerpts`` shows a place in it. ``language`` reads what is known of a language from its rows,
which ``language_tables`` holds to what a table may have.
"""
