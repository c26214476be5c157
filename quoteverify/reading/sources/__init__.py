"""What a path holds: plain text, web pages, PDF files and subtitles, and collections of them.

``files`` tells what a file is and hands it to ``pages``, ``pdf`` or ``subtitles``, each of which gives
running text; ``folders`` goes through many.
"""
