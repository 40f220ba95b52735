"""Summaries of several articles become bytes: one module a format, as notes have them."""
