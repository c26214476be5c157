"""What else the sources print for a statement that was found in one of them.

``other_wordings`` looks for other documents that print the claim in changed words.
"""
