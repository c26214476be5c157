"""Statements across documents.

``comparison`` is the door: ``compare``. ``quote_parts`` cuts quotes into what can carry a statement,
``inverted_index`` finds the parts that share words, ``shared_wording`` weighs how much two of them share,
with the ``weights`` of words, ``linking`` and ``groups`` put those together that are one statement, and
``reports`` adds who tells of it without marks. ``statements`` makes one of such a group: ``speakers`` says
whose it is, ``copies`` which documents print one text, ``columns`` lays the variants out. ``spool`` keeps
streamed documents on the disk.
"""
