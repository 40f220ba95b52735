"""Bytes to articles: one module a format, found by its content first and its name second."""
