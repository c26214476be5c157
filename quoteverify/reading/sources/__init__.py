"""What a path holds: plain text, web pages, Word and PDF files, mail, subtitles, and collections of them.

``files`` tells what a file is and hands it to ``pages``, ``word``, ``pdf``, ``rich_text``, ``mail`` or
``subtitles``, each of which gives running text; ``folders`` goes through many.
"""
