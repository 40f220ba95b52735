"""Writes a summary of several articles in one of the formats that notes have."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from apostil.exporters import digests, registry

if TYPE_CHECKING:
    from apostil.domain.digest import Digest
    from apostil.domain.notes import Stamp


def write(digest: Digest, format_name: str, stamp: Stamp) -> bytes:
    """The summary in this format.

    Raises:
        ExportError: where there is no such format.
    """
    name = registry.find(format_name).name
    written: bytes = import_module(f"{digests.__name__}.{name}").write(digest, stamp)
    return written
