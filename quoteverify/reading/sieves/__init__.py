"""Which mention a quotation belongs to: small functions in the order of their precision.

The first sieve that answers decides, and its name is the reason. Where several mentions of one sentence could
be meant, ``ranking`` weighs them.
"""
