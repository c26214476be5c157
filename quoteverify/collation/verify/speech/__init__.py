"""Whose words stand where.

``turns`` reads transcripts that nobody has parsed, and ``speakers`` says who a source says spoke at a place,
and whether that can be the claimed speaker. ``identity`` has the rules for that in order, each of two
speakers ``compared`` in what the source prints about them: ``people`` holds those of names, ``roles`` of
descriptions, ``bodies`` of organisations, ``others`` of who is evidently somebody else. ``sayings`` tells how
a source has somebody say a quotation, ``edges`` whether a passage runs over its marks, and ``reported`` who
says what is claimed as a report. ``said_by`` gathers all that somebody said.
"""
