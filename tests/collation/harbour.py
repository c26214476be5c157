"""A made-up report that the tests of finding claims look in."""

from pathlib import Path

from quoteverify.collation.verify.sources.source_index import SourceIndex

TEXT = (Path(__file__).parent / "harbour.txt").read_text(encoding="utf8")
INDEX = SourceIndex(TEXT)
