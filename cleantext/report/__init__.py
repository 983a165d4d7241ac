"""A document to look at."""
