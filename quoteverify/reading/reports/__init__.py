"""Reports: what somebody is told to have said, without quotation marks.

``verbs`` has what the cues of a language take; ``clauses`` finds where what follows a cue begins, and
``endings`` where it ends; ``shapes`` reads a sentence for its reports, by where the words stand to the cue;
``assembly`` makes the models, each with the person behind the mention.
"""
