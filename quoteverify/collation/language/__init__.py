"""What is known of words.

``lexicon`` derives it once from a language's tables, ``quantities`` reads amounts and dates however they are
written, and ``word_forms`` tells which different words are forms of one;
``word_weights`` how much each tells of where it is from; ``stems`` are what words have in common however
speech is written down. ``foreign`` tells texts of other languages.
"""
