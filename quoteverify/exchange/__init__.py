"""Records in and out: JSON."""
