"""Records in and out: JSON, rows and frames, annotations of the W3C, schema.org, links to a place.

``serialization`` writes a record as JSON and reads it back, one a line in ``lines``, as ``schema``
describes it. ``rows`` makes flat rows of records, which ``frames`` and ``sheets`` hand on as tables.
``annotations``, with ``selectors`` for places, and ``schema_org`` are for other programs (``linked`` is
what both share); ``fragments`` and ``moments`` are links to a place on a page and in a recording.
"""
