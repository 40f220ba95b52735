"""Apostil, an offline desktop reader that annotates and summarises articles."""

__version__ = "0.1.0"
