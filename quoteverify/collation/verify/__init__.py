"""A claim in sources.

``candidates`` finds the places of very many texts that may hold it, ``location`` the best of them and
``passages`` where they end in code points; ``turns`` and ``speakers`` say who speaks there, ``context`` what
was left outside; of a claim that is not found, ``other_language`` says whether it could be.
``verification`` is the door: ``verify``.
"""
