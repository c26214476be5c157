"""Reports: what somebody is reported to have said, without quotation marks.

``verbs`` has what the cues of a language take; ``clauses`` finds clauses with their verbs, ``adjuncts`` what
stands between a cue and its clause; ``told`` is what is found. ``factuality`` says whether a cue tells that
something was said at all; by where the words stand to it, ``complements`` reads those that follow it,
``parentheticals`` those before or around it, and ``source_phrases`` those of "according to". ``shapes`` tries
these in order for each cue of a sentence, and keeps one report from running into the next. What was said ends
where ``endings`` sees the sentence go on with something else, and ``asides`` the writer add something.
``assembly`` makes the models, each with the person behind the mention.
"""
