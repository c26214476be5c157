"""What English says around the quotations, without a parser.

``grammar`` holds a language's closed classes; ``tokens`` cuts the narration into sentences in which every
quoted span is one token; ``mentions`` finds who could have spoken, ``cues`` what reports speech and whose it
is; ``narration`` keeps all of that by paragraph, read as it is asked for. ``pipeline`` adds what a caller's
parse knows.
"""
