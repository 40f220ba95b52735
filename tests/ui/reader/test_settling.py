from __future__ import annotations

from PySide6.QtCore import QObject

from apostil.ui.reader.page import Page
from apostil.ui.reader.settling import Settling
from support.reader import long_article


def test_everything_is_measured_in_the_end(qtbot, qapp):
    owner = QObject()
    page = Page(long_article(3000), column=400)
    settling = Settling(page, owner)
    with qtbot.waitSignal(settling.grown):
        settling.start(10)
    qtbot.waitUntil(lambda: not settling.running)
    assert all(page.measured)


def test_rows_around_come_first(qtbot, qapp):
    owner = QObject()
    page = Page(long_article(3000), column=400)
    settling = Settling(page, owner)
    settling.start(20)
    with qtbot.waitSignal(settling.grown) as told:
        settling.work()
    settling.stop()
    assert told.args[0][0][0] == 20
