"""Finds and reads the resources: in a checkout, in a wheel, in a bundle."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


class ResourceMissingError(RuntimeError):
    """The program was installed without its resources, or one of them is not there."""


@cache
def root() -> Path:
    """The folder that holds the resources.

    Raises:
        ResourceMissingError: where neither the package nor a checkout has them.
    """
    package = Path(__file__).resolve().parent
    packaged, checkout = package / "resources", package.parents[1] / "resources"
    for folder in (packaged, checkout):
        if folder.is_dir():
            return folder
    raise ResourceMissingError("Apostil's resources are missing: please install it again.")


def path(name: str) -> Path:
    """The file of one resource, by its path below `resources/`.

    Raises:
        ResourceMissingError: where there is no such file.
    """
    found = root() / name
    if not found.exists():
        raise ResourceMissingError(f"The resource {name} is missing: please install Apostil again.")
    return found


def read_text(name: str) -> str:
    """The words of one resource.

    Raises:
        ResourceMissingError: where there is no such file.
    """
    return path(name).read_text("utf-8")


@cache
def table(name: str) -> Mapping[str, Any]:
    """The keys and the values of a resource in TOML, read once: nobody changes them.

    Raises:
        ResourceMissingError: where there is no such file.
    """
    return tomllib.loads(read_text(name))


@cache
def sections(name: str) -> Mapping[str, tuple[str, ...]]:
    """The entries of a word list by the section they stand in: `[section]` opens one, `#` a line of explanation.

    Raises:
        ResourceMissingError: where there is no such file.
    """
    found: dict[str, list[str]] = {}
    section = ""
    for line in map(str.strip, read_text(name).splitlines()):
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
        elif line and not line.startswith("#"):
            found.setdefault(section, []).append(line)
    return {key: tuple(entries) for key, entries in found.items()}


@cache
def rows(name: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The lists of a word list in TOML, line by line: the words of one line, parted by commas, mean the same.

    Raises:
        ResourceMissingError: where there is no such file.
    """
    lists: Mapping[str, str] = table(name)
    return {key: tuple(tuple(line.split(", ")) for line in words.strip().splitlines()) for key, words in lists.items()}
