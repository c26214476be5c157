"""Two wordings to named differences.

``blocks`` finds the runs that both share and ``fitting`` where they best end; ``gaps`` cuts what lies between
them into single changes, with ``substitutions`` for words put for others; ``changes`` describes a change,
``rules`` names it, with ``cuts`` for what an ellipsis, brackets or an end leave out (``rule`` is what a rule
is), and ``naming`` puts it at its offsets, with ``typography`` for what differs in print alone.
``alignment`` is the door: ``align``. ``retelling`` puts back what reporting changes in the words of a report.
"""
