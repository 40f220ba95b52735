"""The formats that notes can be handed on in, found by looking into `exporters.formats`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from apostil.domain.errors import ExportError
from apostil.domain.notes import Notes, Stamp
from apostil.exporters import formats as home

Writer = Callable[[Sequence[Notes], Stamp], bytes]
"""Puts the notes of one or several articles into one file."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write notes; a module of `exporters.formats` offers it as `FORMAT`.

    `name` is what a person types, `title` what a person reads, `suffix` starts with a dot.
    """

    name: str
    title: str
    suffix: str
    media_type: str
    write: Writer


@cache
def formats() -> tuple[Format, ...]:
    """Every format there is, by name."""
    modules = [import_module(f"{home.__name__}.{module.name}") for module in iter_modules(home.__path__)]
    return tuple(sorted((module.FORMAT for module in modules), key=lambda format_: format_.name))


def find(name: str) -> Format:
    """The format of this name or this suffix, with or without its dot; case does not matter.

    Raises:
        ExportError: where there is no such format.
    """
    wanted = name.strip().lower().removeprefix(".")
    for format_ in formats():
        if wanted in {format_.name, format_.suffix.removeprefix(".")}:
            return format_
    known = ", ".join(format_.name for format_ in formats())
    raise ExportError(f"Apostil does not write notes as “{name}”. Choose one of these: {known}.")
