"""Reports of speech in a sentence: a cue, and the mention whose words it reports.

A cue is a verb ("said"), a phrase ("according to"), or a noun that somebody owns ("her claim that"):
``cue_table`` has those of a language. ``reports`` goes through a sentence and asks ``by_phrase``, ``by_verb``
and ``by_noun`` at each cue for a ``report``. A verb's subject is looked for by ``cue_subjects`` where a
language puts it: before the verb, past adverbs, auxiliaries and what stands between commas; after it, where
the verb follows a quotation; and where it has none of its own, with the verb before. ``passives`` says by
whom a passive verb is done, ``relayed`` whose words somebody else passes on, and ``told_of`` who speaks in
what somebody else tells of.
"""
