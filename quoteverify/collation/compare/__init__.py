"""Statements across documents.

``quote_parts`` cuts quotes into what can carry a statement, ``inverted_index`` finds the parts that share
words, ``statements`` groups them, ``columns`` lays their variants out; ``spool`` keeps streamed documents on
the disk.
"""
