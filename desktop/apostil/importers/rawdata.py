"""Knows texts that are none to read: what programs exchange, and how pages are to look."""

from __future__ import annotations

import json
import re
from pathlib import PurePath

_TABLES = (".csv", ".tsv", ".tab")
_LONGEST = 8_000_000
_SEPARATORS = "\t;,"
_FEWEST_ROWS, _FEWEST_COLUMNS = 3, 3
_CELL_WORDS = 6
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"[^{}\n;]{1,300}\{\s*(?:[\w-]{2,60}\s*:[^{};]{1,600};?\s*)+\}")
_FEWEST_RULES = 2


def is_json(text: str) -> bool:
    """Whether a text is data that programs exchange, with names before its values, and nothing else."""
    bare = text.strip().removeprefix("\ufeff")
    if len(bare) > _LONGEST or bare[:1] not in {"{", "["} or '":' not in bare.replace(" ", ""):
        return False
    try:
        return isinstance(json.loads(bare), dict | list)
    except (ValueError, RecursionError):
        return False


def is_table(text: str, name: str) -> bool:
    """Whether a text is nothing but the rows of a table, by its cells and perhaps its name."""
    lines = [line for line in text[:_LONGEST].splitlines() if line.strip()]
    named = PurePath(name).suffix.lower() in _TABLES
    for separator in _SEPARATORS:
        columns = {line.count(separator) + 1 for line in lines[:1000]}
        if len(columns) != 1 or columns == {1}:
            continue
        if named:
            return True
        is_wide = columns.pop() >= _FEWEST_COLUMNS and len(lines) >= _FEWEST_ROWS and separator != ","
        cells = (cell for line in lines[:1000] for cell in line.split(separator))
        return is_wide and all(len(cell.split()) <= _CELL_WORDS and not cell.rstrip().endswith(".") for cell in cells)
    return False


def is_style(text: str) -> bool:
    """Whether a text is nothing but rules for the looks of a page."""
    if "{" not in text[:4096] or len(text) > _LONGEST:
        return False
    bare = _REMARK.sub("", text)
    rules = [len(found[0]) for found in _RULE.finditer(bare)]
    return len(rules) >= _FEWEST_RULES and sum(rules) * 10 >= len("".join(bare.split())) * 8
