"""Qt's application, and the colours that follow the system."""

from __future__ import annotations

import subprocess
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from apostil.ui.application import Appearance, make_application
from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    before = qapp.palette(), qapp.styleSheet()
    yield
    qapp.setPalette(before[0])
    qapp.setStyleSheet(before[1])


def system(monkeypatch: pytest.MonkeyPatch, scheme: Qt.ColorScheme) -> None:
    """Let the system be light or dark."""
    real = QGuiApplication.styleHints()
    hints = SimpleNamespace(colorScheme=lambda: scheme, colorSchemeChanged=real.colorSchemeChanged)
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: hints)


def test_there_is_one_application(qapp: QApplication) -> None:
    assert make_application() is qapp


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_a_choice_holds_whatever_the_system_has(
    qapp: QApplication, choice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    system(monkeypatch, Qt.ColorScheme.Light if choice == "dark" else Qt.ColorScheme.Dark)
    assert Appearance(qapp, choice).theme.dark == (choice == "dark")


@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark, Qt.ColorScheme.Unknown])
def test_without_a_choice_the_system_decides(
    qapp: QApplication, scheme: Qt.ColorScheme, monkeypatch: pytest.MonkeyPatch
) -> None:
    system(monkeypatch, scheme)
    assert Appearance(qapp).theme.dark == (scheme is Qt.ColorScheme.Dark)


def test_the_system_is_followed_when_it_changes(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    system(monkeypatch, Qt.ColorScheme.Light)
    appearance = Appearance(qapp)
    system(monkeypatch, Qt.ColorScheme.Dark)
    with qtbot.waitSignal(appearance.changed) as changed:
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert changed.args[0].dark


def test_the_theme_colors_the_whole_application(qapp: QApplication) -> None:
    appearance = Appearance(qapp, "light")
    appearance.choose("dark")
    assert qapp.palette().window().color() == appearance.theme.color(Tone.CHROME)
    assert appearance.theme.tones["accent"] in qapp.styleSheet()


def test_the_same_choice_again_changes_nothing(qapp: QApplication, qtbot: QtBot) -> None:
    appearance = Appearance(qapp, "dark")
    with qtbot.assertNotEmitted(appearance.changed):
        appearance.choose("dark")


def test_windows_carry_the_icon_of_the_program() -> None:
    program = "from apostil.ui.application import make_application as make; print(make().windowIcon().isNull())"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
