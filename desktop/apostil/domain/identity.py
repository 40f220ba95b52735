"""Names that nobody else has."""

from __future__ import annotations

import os


def new_id() -> str:
    """32 hexadecimal digits, drawn anew from 128 random bits; no two will ever be the same."""
    return os.urandom(16).hex()
