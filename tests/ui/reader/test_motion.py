from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle

from apostil.ui.reader import motion
from apostil.ui.reader.motion import Flash


def test_a_flash_ends(qtbot, qapp):
    flash = Flash(qapp)
    flash.start()
    assert flash.running
    flash.stop()
    assert not flash.running
    flash.deleteLater()


def test_a_style_without_animations_wants_none(qapp, monkeypatch):
    class Still(QProxyStyle):
        def styleHint(self, hint, *rest):  # noqa: N802
            return 0 if hint is QStyle.StyleHint.SH_Widget_Animation_Duration else super().styleHint(hint, *rest)

    still = Still()
    monkeypatch.setattr(QApplication, "style", lambda: still)
    assert not motion.wanted()


def test_a_system_that_asks_for_less_motion_gets_none(qapp, monkeypatch):
    class Hints(QObject):
        def accessibility(self):
            return self

        def motionPreference(self):  # noqa: N802
            return "MotionPreference.ReducedMotion"

    monkeypatch.setattr("apostil.ui.reader.motion.QGuiApplication.styleHints", Hints)
    assert not motion.wanted()
