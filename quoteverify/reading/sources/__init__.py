"""What a path holds: text, pages, Word and PDF files, mail, subtitles, recordings, and collections of them.

``files`` tells what a file is and hands it to ``pages``, ``word``, ``pdf``, ``rich_text``, ``mail``,
``subtitles`` or ``records`` (JSON, also ``recordings`` that a program wrote down), each of which gives
running text; ``folders`` goes through many.
"""
