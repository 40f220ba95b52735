"""Asks for files: which to open, where to write."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from apostil.domain.controls import unturned
from apostil.store import places

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from apostil.ui.handing_on import ExportPlace

FAMILIES = tuple(
    (family, frozenset(endings.split()))
    for family, endings in (
        ("Web pages", ".html .htm .xhtml .xht .mhtml .mht .webarchive .maff"),
        ("PDF", ".pdf"),
        (
            "Word and text",
            ".docx .docm .dotx .dotm .doc .dot .odt .ott .odm .fodt .rtf .txt .text .md .markdown .mdown .mkd",
        ),
        ("Books", ".epub"),
        ("Mail", ".eml .email .msg .oft .mbox .mbx"),
        ("Subtitles", ".srt .vtt"),
        ("Archives", ".zip"),
    )
)
"""The kinds of files as people think of them, with their endings."""

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_SPACES = re.compile(r"\s{2,}")


def files_to_open(parent: QWidget) -> list[Path]:
    """The files that a person chose, none where they thought better of it."""
    from apostil.services import reading

    filters = ";;".join((*_families(reading.suffixes()), f"{_tr('All files')} (*)"))
    names, _ = QFileDialog.getOpenFileNames(parent, _tr("Open articles"), _documents(), filters)
    return [Path(name) for name in names]


def folder_to_open(parent: QWidget) -> Path | None:
    """The folder that a person chose, None where they thought better of it."""
    name = QFileDialog.getExistingDirectory(parent, _tr("Open folder"), _documents())
    return Path(name) if name else None


def _families(suffixes: Iterable[str]) -> list[str]:
    """What can be opened, all of it first and then family by family, as a file dialog wants it."""
    readable = list(dict.fromkeys(suffixes))
    chosen = {_tr("Articles"): readable}
    for family, endings in FAMILIES:
        chosen[_tr(family)] = [suffix for suffix in readable if suffix in endings]
    return [f"{words} ({' '.join(f'*{suffix}' for suffix in some)})" for words, some in chosen.items() if some]


def export_target(parent: QWidget, name: str, last: ExportPlace, *, summary: bool = False) -> tuple[str, Path] | None:
    """The format and the file to write notes, or a `summary`, to, None where they thought better of it."""
    from apostil.services import exporting

    formats = {f"{made.title} (*{made.suffix})": made for made in exporting.formats()}
    folder = Path(last.folder) if Path(last.folder).is_dir() and last.folder else Path(_documents())
    suggestion = str(folder / f"{file_name(name)}{last.suffix}")
    usual = next((words for words, made in formats.items() if made.suffix == last.suffix), "")
    title = _tr("Export summary") if summary else _tr("Export notes")
    chosen, picked = QFileDialog.getSaveFileName(parent, title, suggestion, ";;".join(formats), usual)
    if not chosen:
        return None
    path = Path(chosen)
    made = next((made for made in formats.values() if made.suffix == path.suffix.lower()), formats.get(picked))
    if made is None:
        return None
    return made.name, path if path.suffix.lower() == made.suffix else path.with_name(path.name + made.suffix)


GRAPH_FORMATS = {"SVG": ".svg", "GraphML": ".graphml", "CSV": ".csv"}
"""How a graph can be handed on: the name of the format, and its suffix."""


def graph_target(parent: QWidget, suffix: str, last: ExportPlace) -> Path | None:
    """The file to write a graph to, in the format of this suffix; None where they thought better of it."""
    folder = Path(last.folder) if Path(last.folder).is_dir() and last.folder else Path(_documents())
    suggestion = str(folder / f"{_tr('Who appears with whom')}{suffix}")
    chosen, _ = QFileDialog.getSaveFileName(parent, _tr("Export the graph"), suggestion, f"{suffix[1:]} (*{suffix})")
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def list_to_import(parent: QWidget) -> Path | None:
    """A list of names to read, None where they thought better of it."""
    name, _ = QFileDialog.getOpenFileName(parent, _tr("Import a list of names"), _documents(), _list_filter())
    return Path(name) if name else None


def list_target(parent: QWidget) -> Path | None:
    """The file to write a list of names to, None where they thought better of it."""
    proposed = str(Path(_documents()) / f"{_tr('Glossary')}.tsv")
    name, _ = QFileDialog.getSaveFileName(parent, _tr("Export the glossary"), proposed, _list_filter())
    path = Path(name)
    return None if not name else path if path.suffix else path.with_suffix(".tsv")


def _list_filter() -> str:
    return f"{_tr('Lists of names')} (*.tsv *.txt *.csv);;{_tr('All files')} (*)"


def original_target(parent: QWidget, name: str, folder: str = "") -> Path | None:
    """The file to save an original into, its own name proposed; None where they thought better of it."""
    beside = Path(folder) if folder and Path(folder).is_dir() else Path(_documents())
    stem, dot, suffix = re.split(r"[\\/]", name)[-1].rpartition(".")
    proposed = f"{file_name(stem)}{dot}{file_name(suffix)}" if stem and suffix else file_name(stem + suffix)
    chosen, _ = QFileDialog.getSaveFileName(parent, _tr("Save original"), str(beside / proposed))
    return Path(chosen) if chosen else None


def new_library(parent: QWidget) -> Path | None:
    """The file of a library to begin, None where they thought better of it."""
    name, _ = QFileDialog.getSaveFileName(
        parent,
        _tr("New library"),
        str(Path(_documents()) / f"{_tr('Library')}{places.SUFFIX}"),
        _library_filter(),
    )
    if not name:
        return None
    path = Path(name)
    return path if path.suffix else path.with_suffix(places.SUFFIX)


def library_to_open(parent: QWidget | None) -> Path | None:
    """The file of a library that is there, None where they thought better of it."""
    name, _ = QFileDialog.getOpenFileName(parent, _tr("Open library"), _documents(), _library_filter())
    return Path(name) if name else None


def file_name(title: str) -> str:
    """A title as the name of a file that every system takes."""
    allowed = _SPACES.sub(" ", _FORBIDDEN.sub(" ", unturned(title)))
    return allowed.strip(" .")[:120].rstrip(" .") or _tr("Notes")


def _library_filter() -> str:
    return f"{_tr('Libraries')} (*{places.SUFFIX});;{_tr('All files')} (*)"


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Chooser", words)
