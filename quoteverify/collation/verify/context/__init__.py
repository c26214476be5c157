"""What surrounds a passage, and what of it a claim must not lose.

``sides`` tells what stands beside a place in its sentence, and ``bearing`` which words of it bear on the
place. ``framing`` is what a draft's own words do to a quotation; ``cuts`` finds what a claim leaves outside.
"""
