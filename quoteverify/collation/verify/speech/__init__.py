"""Whose words stand where.

``turns`` reads transcripts that nobody has parsed, ``speakers`` says who a source says spoke at a place and
how the claimed speaker stands to them; ``identity`` whether two speakers can be one, ``edges`` whether a
passage runs over the marks of a quotation.
"""
