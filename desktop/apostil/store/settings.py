"""What the window remembers from one start to the next."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from apostil.store.files import write_aside

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

VERSION = 1
POSITIONS = 200
"""Of so many articles, those read last, the place is remembered."""

RECENT = 10


def _choice(default: str, *values: str) -> str:
    made: str = field(default=default, metadata={"choices": values})
    return made


def _between(default: int, least: int, most: int) -> int:
    made: int = field(default=default, metadata={"least": least, "most": most})
    return made


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its type, its default and its bounds.

    `library` is the path of the one that was open, empty for the default one; `recent` are others, the last one first.
    `geometry` is what the window system gave, in base 64. `splitters` and `panels` go by the names of the widgets,
    `positions` by articles, the one read last at the end. `apart` are pairs of articles, each as two words,
    of which neither is a version of the other. Method and length are those of the summary, an empty method
    means that the article decides; `together` is the same of several articles. Mentions that the program is less sure
    of than `least_confidence`, in per cent, are hidden. What a newer version wrote is kept in `unknown`.
    """

    library: str = ""
    recent: tuple[str, ...] = ()
    article: str = ""
    geometry: str = ""
    splitters: dict[str, tuple[int, ...]] = field(default_factory=dict)
    panels: dict[str, bool] = field(default_factory=dict)
    side_tab: str = ""
    zoom: int = _between(100, 50, 300)
    author: str = ""
    summary_method: str = ""
    summary_amount: int = _between(5, 1, 1000)
    summary_unit: str = _choice("sentences", "sentences", "percent", "seconds")
    together_method: str = ""
    together_amount: int = _between(10, 1, 1000)
    together_unit: str = _choice("sentences", "sentences", "percent", "seconds")
    together_grouping: str = _choice("outlet", "outlet", "time", "rank")
    hidden_kinds: tuple[str, ...] = ()
    least_confidence: int = _between(0, 0, 100)
    positions: dict[str, int] = field(default_factory=dict)
    sort_key: str = "imported"
    export_folder: str = ""
    export_suffix: str = ".md"
    apart: tuple[str, ...] = ()
    appearance: str = _choice("system", "system", "light", "dark")
    unknown: dict[str, Any] = field(default_factory=dict)

    def at(self, article: str, position: int) -> Settings:
        """The same settings with the place that was reached in an article; the oldest places go."""
        others = {key: place for key, place in self.positions.items() if key != article}
        places = list({**others, article: position}.items())[-POSITIONS:]
        return replace(self, positions=dict(places))

    def opened(self, library: str) -> Settings:
        """The same settings after this library was opened."""
        recent = (library, *(path for path in self.recent if path != library))
        return replace(self, library=library, recent=recent[:RECENT])


def load(path: Path) -> Settings:
    """The settings of a file. What is missing there or makes no sense has its default.

    A file that cannot be read at all is kept aside under another name.
    """
    try:
        data = json.loads(path.read_bytes())
    except OSError:
        return Settings()
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        _keep_aside(path)
        return Settings()
    return _settings(data)


def save(path: Path, settings: Settings) -> None:
    """Write the settings aside and put them in place.

    Raises:
        OSError: where the file cannot be written; the old one stays.
    """
    data = dataclasses.asdict(settings)
    data = {**data.pop("unknown"), **data, "version": VERSION}
    path.parent.mkdir(parents=True, exist_ok=True)
    write_aside(path, json.dumps(data, ensure_ascii=False, indent=2).encode("utf-8", "replace"))


def _settings(data: Mapping[str, Any]) -> Settings:
    types = get_type_hints(Settings)
    values: dict[str, Any] = {"unknown": {key: data[key] for key in data.keys() - types.keys() - {"version"}}}
    for declared in dataclasses.fields(Settings):
        name = declared.name
        if name == "unknown" or name not in data:
            continue
        value = _read(types[name], data[name])
        if value is not None and _is_allowed(value, declared.metadata):
            values[name] = value
    return Settings(**values)


def _read(kind: Any, value: Any) -> Any:  # noqa: ANN401 - a value of whatever type the declaration names
    """The value as the type that is declared, or None where it is of another one."""
    if kind in {str, bool, int}:
        return value if type(value) is kind else None
    arguments = get_args(kind)
    if get_origin(kind) is tuple and isinstance(value, list):
        parts = tuple(_read(arguments[0], part) for part in value)
        return None if None in parts else parts
    if get_origin(kind) is dict and isinstance(value, dict):
        read = {key: _read(arguments[1], part) for key, part in value.items()}
        return {key: part for key, part in read.items() if part is not None}
    return None


def _is_allowed(value: Any, bounds: Mapping[str, Any]) -> bool:  # noqa: ANN401 - as above
    if "choices" in bounds:
        return value in bounds["choices"]
    return "least" not in bounds or bounds["least"] <= value <= bounds["most"]


def _keep_aside(path: Path) -> None:
    stamp = dt.datetime.now(dt.UTC).strftime("%Y%m%dT%H%M%S%fZ")
    try:
        path.rename(path.with_name(f"{path.name}.unreadable-{stamp}"))
    except OSError:
        return  # It is written over at the next save; there was nothing to read in it.
