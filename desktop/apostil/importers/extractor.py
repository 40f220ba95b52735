"""Says which library, in which version, extracted an article."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version


@cache
def named(distribution: str, name: str = "") -> str:
    """The name of an installed library, or the name given for it, with its version: "trafilatura 2.1.0".

    Raises:
        importlib.metadata.PackageNotFoundError: where it is not installed.
    """
    return f"{name or distribution} {version(distribution)}"
