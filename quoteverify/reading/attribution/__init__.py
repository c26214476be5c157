"""From marked spans to answers.

``cascade`` asks the sieves for every span and says which spans are one utterance, ``dialogue`` who answers a
question; ``nested`` reads quotations inside quotations, ``repeats`` gives headlines and pull quotes their
body's speaker, and ``confidence`` states how often such an answer is right, by the sort of its mention
(``sorts``).
"""
