"""Two wordings to named differences.

``blocks`` finds the runs that both share and ``fitting`` where they best end; ``gaps`` cuts what lies between
them into single changes, with ``substitutions`` for words put for others. ``changes`` describes a change, by
the ``changed_words`` of its two ``sides``; ``rules`` names it with its severity, by the first that fits.
``naming`` puts it at its offsets, and names differences of order or print alone, with ``typography`` for its
signs. ``alignment`` is the door: ``align``. ``retelling`` puts back what reporting changes in the words of a
report, and names what it cannot.
"""
