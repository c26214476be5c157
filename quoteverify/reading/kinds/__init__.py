"""What a pair of marks holds: speech, a headline, a pull quote, a description, or nobody's words.

``kinds`` are the rules in order; ``terms`` scores how likely a span is a term where no rule decides.
"""
