"""Quote against quote. The only wing that knows RapidFuzz.

``language`` holds what is known of words; ``differences`` lays two wordings side by side and names what
differs (``align``); on it stand ``policies``, what a house allows, ``verify``, a claim in sources, and
``compare``, statements across documents. ``pairs``, which needs none of these, finds among very many quotes
those that are one.
"""
