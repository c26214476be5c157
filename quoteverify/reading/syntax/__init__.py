"""What a language says around the quotations, without a parser.

In the order data goes through: ``grammar`` holds a language's classes of words (``word_classes``);
``tokens`` cuts the narration into words and ``sentences`` into sentences in which every quoted span is one
token; ``verbs`` says which words are verbs, ``names`` and ``phrases`` where a noun phrase begins and ends,
``mentions`` what it says of somebody; ``subjects`` finds whose a verb is, ``clause_subjects`` whom each
clause is about, and ``cues`` what reports speech; ``narration`` keeps all of that by paragraph, read as it
is asked for. ``pipeline`` adds what a caller's parse knows.
"""
