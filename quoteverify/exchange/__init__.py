"""Records in and out: JSON, rows and frames, annotations of the W3C, schema.org, links to a place."""
