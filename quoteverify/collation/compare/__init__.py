"""Statements across documents.

``quote_parts`` cuts quotes into what can carry a statement, ``inverted_index`` finds the parts that share
words, ``statements`` groups them, ``told`` and ``reported`` add who reports them without marks, ``speakers``
says whose they are, ``columns`` lays their variants out; ``spool`` keeps streamed documents on the disk.
"""
