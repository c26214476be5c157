"""What is known of words.

``lexicon`` derives it once from a language's tables, and ``numerals`` what these say of numbers.
``quantities`` reads amounts and dates however they are written, and as they are spoken (``spoken``);
``word_forms`` tells which different words are forms of one, in two spellings, in short or written out;
``slips`` and ``misreadings`` which letters of a word may be a slip of whoever wrote or scanned it; and
``respelling`` writes a claim as its sources would print it. ``frames`` knows the words around a statement
that turn it. ``word_weights`` tells how much each word says about where a claim is from; ``stems`` are what
words have in common however speech is written down. ``foreign`` recognises texts in other languages.
"""
