"""What surrounds a passage, and what of it a claim must not lose.

``bearing`` knows which words beside others bear on them, and ``cuts`` finds those that were left outside
a claim.
"""
