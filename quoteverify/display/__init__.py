"""Records as people read them: HTML for notebooks and pages, text for terminals.

What both say is said once: ``finding_names`` has a name for every finding and kind, ``differences_in_words``
and ``quotes_in_words`` tell one in a line, and ``phrases`` what is in all of them, such as dates; ``urgency``
has what comes first, ``cast`` who speaks, ``apparatus`` who prints what, and ``overlays`` where in a text
something lies. ``html`` and ``terminal`` show it, each its own way.
"""
