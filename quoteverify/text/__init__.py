"""Characters, words, names and language data, always with offsets into the text as given."""
