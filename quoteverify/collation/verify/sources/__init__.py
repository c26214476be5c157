"""Sources made ready for many claims.

``source_index`` has the documents, as given and as a reader reads them, and takes a position to its place in
them; ``positional_index`` has where their words stand, and finds the runs of words that a claim shares with
them.
"""
