"""What else the sources print for a statement that was found in one of them.

``other_wordings`` looks among what an index has of the claim for other documents that print it changed.
"""
