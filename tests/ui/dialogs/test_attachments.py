"""How the files that came enclosed with mails are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTreeWidget

from apostil.services.importing.items import Item, Step
from apostil.ui.accessibility import nameless
from apostil.ui.dialogs.attachments import AttachmentsDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

OFFERS = (
    Item("/mails/monday.eml", (Step("plan.txt", 0),), 2048),
    Item("/mails/monday.eml", (Step("logo.xcf", 1),)),
    Item("/mails/all.zip", (Step("tuesday.eml", 3), Step("report.html", 0)), 512),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> AttachmentsDialog:
    made = AttachmentsDialog(OFFERS)
    qtbot.addWidget(made)
    return made


def button(dialog: AttachmentsDialog, words: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if words in each.text().replace("&", ""))


def test_what_can_be_read_is_ticked(dialog: AttachmentsDialog) -> None:
    assert dialog.chosen() == (OFFERS[0], OFFERS[2])
    assert button(dialog, "Open").text() == "Open 2 files"


def test_each_file_is_named_with_its_size_and_its_mail(dialog: AttachmentsDialog) -> None:
    rows = [dialog.findChild(QTreeWidget).topLevelItem(row) for row in range(3)]
    assert [row.text(0) for row in rows] == ["plan.txt", "logo.xcf", "report.html"]
    assert [row.text(2) for row in rows] == ["monday.eml", "monday.eml", "tuesday.eml"]
    assert (rows[0].text(1).split()[0], rows[1].text(1)) == ("2.00", "")


def test_a_box_is_ticked_with_the_keyboard(dialog: AttachmentsDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.findChild(QTreeWidget), Qt.Key.Key_Space)
    assert dialog.chosen() == (OFFERS[2],)
    assert button(dialog, "Open").text() == "Open 1 file"


def test_all_or_none_are_ticked_at_once(dialog: AttachmentsDialog) -> None:
    button(dialog, "All").click()
    assert dialog.chosen() == OFFERS
    button(dialog, "None").click()
    assert dialog.chosen() == ()


def test_nothing_ticked_opens_nothing(dialog: AttachmentsDialog) -> None:
    dialog.tick_all(False)
    assert not button(dialog, "Open").isEnabled()


def test_everything_has_a_name(dialog: AttachmentsDialog) -> None:
    assert nameless(dialog) == []
