"""Which files are asked for, and what becomes of the answer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QFileDialog, QWidget

from apostil.services import exporting, reading
from apostil.ui import chooser
from apostil.ui.handing_on import ExportPlace

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def answering(monkeypatch: pytest.MonkeyPatch, dialog: str, answer: object) -> list[tuple[str, ...]]:
    """Let one of Qt's dialogs answer so; the list holds title, place and filters of each question."""
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(QFileDialog, dialog, lambda _parent, *rest: (asked.append(rest), answer)[1])
    return asked


def test_every_format_can_be_opened(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answering(monkeypatch, "getOpenFileNames", (["/texts/a.pdf", "/texts/b.txt"], ""))
    assert chooser.files_to_open(parent) == [Path("/texts/a.pdf"), Path("/texts/b.txt")]
    assert all(f"*{suffix}" in asked[0][2] for suffix in reading.suffixes())


def test_thinking_better_of_it_opens_nothing(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, "getOpenFileNames", ([], ""))
    assert chooser.files_to_open(parent) == []


def target(parent: QWidget, monkeypatch: pytest.MonkeyPatch, name: str, title: str) -> tuple[str, Path] | None:
    """Where notes go when this name is chosen under the filter of this format."""
    made = next((made for made in exporting.formats() if made.name == title), None)
    picked = f"{made.title} (*{made.suffix})" if made else ""
    answering(monkeypatch, "getSaveFileName", (name, picked))
    return chooser.export_target(parent, "A mill", ExportPlace())


@pytest.mark.parametrize("made", exporting.formats(), ids=lambda made: made.name)
def test_the_chosen_format_gives_the_file_its_ending(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, made: object
) -> None:
    assert target(parent, monkeypatch, "/n/v1.2 notes", made.name) == (made.name, Path(f"/n/v1.2 notes{made.suffix}"))


@pytest.mark.parametrize("made", exporting.formats(), ids=lambda made: made.name)
def test_an_ending_that_was_typed_decides(parent: QWidget, monkeypatch: pytest.MonkeyPatch, made: object) -> None:
    name = f"/n/notes{made.suffix.upper()}"
    assert target(parent, monkeypatch, name, exporting.formats()[0].name) == (made.name, Path(name))


def test_thinking_better_of_it_exports_nothing(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    assert target(parent, monkeypatch, "", "json") is None


def test_a_name_without_any_format_exports_nothing(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    assert target(parent, monkeypatch, "/n/notes.xyz", "") is None


def test_the_title_is_offered_as_the_name(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answering(monkeypatch, "getSaveFileName", ("", ""))
    chooser.export_target(parent, "Mills: who pays?", ExportPlace())
    assert (asked[0][0], Path(asked[0][1]).name) == ("Export notes", "Mills who pays.md")


def test_a_summary_is_asked_for_as_one(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answering(monkeypatch, "getSaveFileName", ("", ""))
    chooser.export_target(parent, "Mills", ExportPlace(), summary=True)
    assert asked[0][0] == "Export summary"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ('"We kept quiet": an interview', "We kept quiet an interview"),
        ("Mali\u00a0: le port", "Mali le port"),
        ("a" * 119 + " b", "a" * 119),
    ],
)
def test_the_name_of_a_file_has_no_spaces_too_many(title: str, name: str) -> None:
    assert chooser.file_name(title) == name


def test_notes_go_where_the_last_ones_went(parent: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked = answering(monkeypatch, "getSaveFileName", ("", ""))
    chooser.export_target(parent, "A mill", ExportPlace(str(tmp_path), ".html"))
    assert Path(asked[0][1]) == tmp_path / "A mill.html"
    assert "(*.html)" in asked[0][3]


def test_a_folder_that_is_gone_is_not_offered(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answering(monkeypatch, "getSaveFileName", ("", ""))
    chooser.export_target(parent, "A mill", ExportPlace("/gone/for/good"))
    assert "/gone" not in asked[0][1]


@pytest.mark.parametrize(("chosen", "path"), [("/l/Notes", "/l/Notes.apostil"), ("/l/Notes.db", "/l/Notes.db")])
def test_a_new_library_has_an_ending(parent: QWidget, monkeypatch: pytest.MonkeyPatch, chosen: str, path: str) -> None:
    answering(monkeypatch, "getSaveFileName", (chosen, ""))
    assert chooser.new_library(parent) == Path(path)


def test_no_library_need_be_chosen(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, "getSaveFileName", ("", ""))
    answering(monkeypatch, "getOpenFileName", ("", ""))
    assert chooser.new_library(parent) is None
    assert chooser.library_to_open(parent) is None


def test_a_library_that_is_there_is_opened(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answering(monkeypatch, "getOpenFileName", ("/l/Notes.apostil", ""))
    assert chooser.library_to_open(parent) == Path("/l/Notes.apostil")
    assert "*.apostil" in asked[0][2]


@given(st.text(max_size=300))
def test_any_title_is_the_name_of_a_file(title: str) -> None:
    name = chooser.file_name(title)
    assert 0 < len(name) <= 120
    assert not set(name) & set('\\/:*?"<>|\x00\n')
    assert name not in {".", ".."}


def test_files_can_be_chosen_by_their_family(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answering(monkeypatch, "getOpenFileNames", ([], ""))
    chooser.files_to_open(parent)
    filters = asked[0][2].split(";;")
    assert [each.partition(" (")[0] for each in filters] == [
        "Articles",
        *(family for family, _ in chooser.FAMILIES),
        "All files",
    ]


def test_every_format_belongs_to_a_family() -> None:
    assert set(reading.suffixes()) <= set().union(*(endings for _, endings in chooser.FAMILIES))


@pytest.mark.parametrize(("chosen", "folder"), [("/texts", Path("/texts")), ("", None)])
def test_a_folder_is_chosen(parent: QWidget, monkeypatch: pytest.MonkeyPatch, chosen: str, folder: Path | None) -> None:
    answering(monkeypatch, "getExistingDirectory", chosen)
    assert chooser.folder_to_open(parent) == folder


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("gate (1).html", "gate (1).html"),
        ("../../etc/passwd", "passwd"),
        ("mill\u202efdp.exe", "millfdp.exe"),
        ("no suffix", "no suffix"),
        (".hidden", "hidden"),
        ("a\x1b[2Jb:c?.pdf", "a [2Jb c.pdf"),
    ],
)
def test_an_original_is_proposed_under_its_own_name(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, proposed: str
) -> None:
    asked = answering(monkeypatch, "getSaveFileName", (str(tmp_path / "out"), ""))
    assert chooser.original_target(parent, name, str(tmp_path)) == tmp_path / "out"
    assert asked[0][1] == str(tmp_path / proposed)


def test_no_original_need_be_saved(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, "getSaveFileName", ("", ""))
    assert chooser.original_target(parent, "gate.html") is None


@pytest.mark.parametrize("suffix", chooser.GRAPH_FORMATS.values())
@pytest.mark.parametrize("typed", ["graph", "graph{}"])
def test_a_graph_gets_the_suffix_of_its_format(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, suffix: str, typed: str
) -> None:
    answering(monkeypatch, "getSaveFileName", (typed.format(suffix), ""))
    assert chooser.graph_target(parent, suffix, ExportPlace()) == Path(f"graph{suffix}")


def test_no_graph_need_be_saved(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, "getSaveFileName", ("", ""))
    assert chooser.graph_target(parent, ".svg", ExportPlace()) is None


@pytest.mark.parametrize(("given", "path"), [("/a/names", "/a/names.tsv"), ("/a/names.txt", "/a/names.txt")])
def test_a_list_of_names_is_written_with_a_suffix(monkeypatch, given, path) -> None:
    monkeypatch.setattr(chooser.QFileDialog, "getSaveFileName", lambda *_: (given, ""))
    assert chooser.list_target(None) == Path(path)


def test_without_a_file_no_list_is_exchanged(monkeypatch) -> None:
    monkeypatch.setattr(chooser.QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    monkeypatch.setattr(chooser.QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    assert (chooser.list_target(None), chooser.list_to_import(None)) == (None, None)
