"""Nothing that a file says is taken for markup by the window: names, titles and tags are shown as they are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from apostil.domain.annotation import Color
from apostil.domain.article import Metadata, Piece, Role, compose
from apostil.domain.edits import AnnotationsEdit
from support import panels
from support.main_windows import in_dialog

if TYPE_CHECKING:
    from support.main_windows import Room

HOSTILE = "<img src='file:///x.png'><b>bold</b> & <a href='https://e.example'>link</a>"


@pytest.fixture
def opened(room: Room) -> Room:
    """A window in which everything that can say so says something hostile."""
    article = compose(
        [Piece(HOSTILE, Role.HEADLINE), Piece(f"It said {HOSTILE} and was heard by nobody at all that day.")],
        Metadata(HOSTILE, (HOSTILE,), HOSTILE, None, "en", HOSTILE),
        HOSTILE,
    )
    article_id = panels.add(room.library, article, f"{HOSTILE}.txt".replace("/", "_"))
    room.window.library_panel.model.reload()
    room.desk.open(article_id)
    mark = panels.a_mark(article, article_id, "heard by nobody", Color.RED, HOSTILE, (HOSTILE,))
    panels.mark(room.desk, "It said", Color.RED, note=HOSTILE, tags=(HOSTILE,))
    orphan = replace(mark, id="lost", placed=False, anchor=replace(mark.anchor, exact=HOSTILE))
    room.desk.do(AnnotationsEdit("Lose", (), (orphan,)))
    room.window.status.warn(HOSTILE)
    room.window.open_panes.show_tab("notes")
    room.jobs.run()
    return room


def rich(root: QWidget) -> list[str]:
    """The labels and tool tips that would make markup of what the file says."""
    labels = [
        label.text()
        for label in root.findChildren(QLabel)
        if label.textFormat() is not Qt.TextFormat.PlainText and "<img" in label.text()
    ]
    tips = [widget.toolTip() for widget in root.findChildren(QWidget) if "<img" in widget.toolTip()]
    return labels + tips


def test_nothing_in_the_window_is_markup(opened: Room) -> None:
    assert rich(opened.window) == []


@pytest.mark.parametrize("action", ["about-article", "versions", "palette"])
def test_nothing_in_a_dialog_is_markup(opened: Room, action: str) -> None:
    found = []
    in_dialog(lambda dialog: found.extend(rich(dialog)))
    opened.action(action).trigger()
    QApplication.processEvents()
    assert found == []


def test_nothing_in_a_list_is_markup(opened: Room) -> None:
    model = opened.window.library_panel.model
    tips = [model.index(row).data(Qt.ItemDataRole.ToolTipRole) for row in range(model.rowCount())]
    assert not [tip for tip in tips if "<img" in tip]
