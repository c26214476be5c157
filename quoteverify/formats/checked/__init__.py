"""What is written of a checked draft alone, at the places of its quotations.

``as_github`` and ``as_sarif`` are formats as those of the folder above, for hosts that show a finding beside
its line; ``places`` tells them in which file and line a quotation stands. ``reviewed`` is none: it writes a
Word draft anew, with a comment at each quotation.
"""
