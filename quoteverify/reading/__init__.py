"""Text to quotes with speakers: marks first, then sieves. The only wing that knows spaCy."""
