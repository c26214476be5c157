"""A claim in sources.

``sources`` are made ready once, with where each of their words stands; ``claims`` is what is looked for.
``location`` finds the best places for it, by ``chaining`` the runs that are worth it by their ``evidence``,
and ``passages`` and ``passage_ends`` where those end in code points. ``speech`` says who speaks there,
``context`` what was left outside, ``witnesses`` where else the same stands. Of a claim that is not found,
``retelling`` says whether it is told in other words, and ``other_language`` whether it could be found at all.
``wording`` and ``ownership`` come to the findings on the words and on whose they are. ``verification`` is the
door: ``verify``.
"""
