"""Writes the YAML that stands at the head of a Markdown file."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from apostil.exporters.sheet import printable

Scalar = str | int | dt.date
"""What stands on one line; a datetime is a date too."""

Value = Scalar | Sequence["Value"] | Mapping[str, "Value"]
"""What a field can hold."""

_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_ESCAPED = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]')


def front_matter(fields: Mapping[str, Value]) -> str:
    """The fields between two lines of three hyphens, as YAML 1.2 that YAML 1.1 reads alike.

    Strings are always quoted, so that none of them is taken for a number, a date or a truth; empty lists and empty
    strings are left out.
    """
    return "\n".join(("---", *_mapping(fields), "---", ""))


def _mapping(fields: Mapping[str, Value]) -> list[str]:
    lines = []
    for key, value in fields.items():
        if value not in ("", (), []):
            lines += _field(f"{key}:", value)
    return lines


def _field(head: str, value: Value) -> list[str]:
    if isinstance(value, str | int | dt.date):
        return [f"{head} {_scalar(value)}"]
    if isinstance(value, Mapping):
        return [head, *(f"  {line}" for line in _mapping(value))]
    return [head, *(line for item in value for line in _item(item))]


def _item(value: Value) -> list[str]:
    if isinstance(value, Mapping):
        first, *rest = _mapping(value)
        return [f"  - {first}", *(f"    {line}" for line in rest)]
    return [f"  - {_scalar(value)}"] if isinstance(value, str | int | dt.date) else _field("  -", value)


def _scalar(value: Scalar) -> str:
    if isinstance(value, str):
        return f'"{_ESCAPED.sub(_escape, printable(value))}"'
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    return _SHORT.get(char) or f"\\u{ord(char):04x}"
