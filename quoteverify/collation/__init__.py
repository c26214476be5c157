"""Quote against quote: alignment, named differences, statements and verification.

The only wing that knows RapidFuzz.
"""
