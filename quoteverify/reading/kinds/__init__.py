"""What a pair of marks holds: speech, a headline, a pull quote, a description, or nobody's words.

``kinds`` are the rules in order, each asked of a span in its ``surroundings``; ``headings`` tells headlines.
One of the rules weighs: ``terms`` scores how likely a span is a term, by what ``term_features`` says of it.
``grouping`` makes quotes of the spans of each utterance.
"""
