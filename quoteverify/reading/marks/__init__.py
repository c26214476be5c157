"""Quotation marks to marked spans.

``directions`` tells which way each mark faces and which look-alikes are apostrophes, ``pairing`` joins an
opening mark with its closing one, and ``utterances`` follows a quotation over paragraphs and lost marks.
``blocks`` are quotations that are set apart and have no marks.
"""
