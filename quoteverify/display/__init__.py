"""Records as people read them: HTML for notebooks and pages, text for terminals.

What both say is said once: ``phrases`` has the words for every kind, ``urgency`` what comes first, ``cast``
who speaks, ``apparatus`` who prints what, and ``overlays`` where in a text something lies. ``html`` and
``terminal`` show it, each its own way.
"""
