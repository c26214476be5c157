"""A claim in sources.

``sources`` are made ready once, with where each of their words stands; ``claims`` is what is looked for.
``location`` finds the best places for it: ``chaining`` joins the runs of words that it shares with a source,
if their ``evidence`` is enough. ``passages`` and ``passage_ends`` say where these places begin and end, in
code points. ``speech`` says who speaks there (``speech_breaks``, whether one speech goes on), ``context``
what was left outside, ``witnesses`` where else the same stands. Of a claim that is not found, ``retelling``
says whether it is told in other words, and ``other_language`` whether it could be found at all. ``wording``
and ``ownership`` give the findings on the words and on whose they are. ``verification`` is the door:
``verify``.
"""
