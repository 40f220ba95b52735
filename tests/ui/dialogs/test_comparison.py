from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from apostil.domain.errors import LibraryError
from apostil.services import comparing
from apostil.store.library import Library
from apostil.ui.accessibility import nameless
from apostil.ui.desk import Desk
from apostil.ui.dialogs.comparison import ComparisonDialog, Decision, heads_of
from apostil.ui.versions import Versions
from support import copies, panels
from support.jobs_on_demand import JobsOnDemand


@pytest.fixture
def jobs():
    return JobsOnDemand()


@pytest.fixture
def make(qapp, tmp_path, jobs, qtbot):
    with Library.open(tmp_path / "library.apostil") as library:
        desk = Desk(library, now=lambda: copies.NOON)
        older, newer = copies.older(library), copies.newer(library)

        def make(**rest):
            dialog = ComparisonDialog(desk, Versions(desk, jobs), older, newer, panels.LIGHT, **rest)
            qtbot.addWidget(dialog)
            dialog.show()
            return dialog

        yield make


def test_it_compares_in_the_background(make, jobs):
    dialog = make()
    assert dialog.state.text() == "Comparing…"
    assert not dialog.next.isEnabled()
    jobs.run()
    assert dialog.state.text().startswith("Sentences: 1 changed, 2 added, 1 removed, 1 moved, ")
    assert dialog.place.text() == "1 of 5"


@pytest.mark.parametrize(("key", "modifier", "place"), [
    (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier, "2 of 5"),
    (Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier, "5 of 5"),
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier, "2 of 5"),
])  # fmt: skip
def test_keys_go_from_change_to_change(make, jobs, qtbot, key, modifier, place):
    dialog = make()
    jobs.run()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog.view, key, modifier)
    assert dialog.place.text() == place


def test_buttons_go_from_change_to_change(make, jobs):
    dialog = make()
    jobs.run()
    dialog.next.click()
    dialog.next.click()
    dialog.previous.click()
    assert dialog.place.text() == "2 of 5"


def test_what_is_the_same_can_be_shown(make, jobs):
    dialog = make()
    jobs.run()
    dialog.everything.click()
    assert "⋯" not in dialog.view.toPlainText()
    assert dialog.view.changes


@pytest.mark.parametrize("decision", [Decision.NEW_VERSION, Decision.KEEP_BOTH])
def test_one_decides_what_the_newer_one_is(make, jobs, decision):
    dialog = make(decides=True)
    jobs.run()
    dialog.findChild(QPushButton, decision.name).click()
    assert dialog.decision is decision


def test_closing_decides_nothing(make):
    dialog = make(decides=True)
    dialog.reject()
    assert dialog.decision is Decision.NONE


def test_where_nothing_is_to_be_decided_nothing_is_asked(make):
    assert make().findChild(QPushButton, Decision.NEW_VERSION.name) is None


def test_an_answer_that_comes_too_late_harms_nothing(make, jobs):
    dialog = make()
    dialog.reject()
    jobs.run()
    assert dialog.state.text() == "Comparing…"


def test_what_goes_wrong_is_said(make, jobs, monkeypatch):
    def fail(*_):
        raise LibraryError("The worker ended.")

    monkeypatch.setattr(comparing, "compare", fail)
    dialog = make()
    jobs.run()
    assert dialog.state.text() == "⚠ The worker ended."


def labels(dialog):
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_versions_stand_as_before_and_now(make):
    words = labels(make())
    assert next(one for one in words if one.endswith(" · gate.html")).startswith("Before: “Brackwater")
    assert next(one for one in words if one.endswith(" · gate (1).html")).startswith("Now: “Brackwater")


def test_where_neither_is_newer_they_go_by_their_names(make, jobs):
    dialog = make(ordered=False, decides=True)
    jobs.run()
    assert "2 only in gate (1).html, 1 only in gate.html" in dialog.state.text()
    assert "≠  Different – gate.html" in dialog.view.toPlainText()
    assert any("“gate (1).html” takes the place of “gate.html”" in words for words in labels(dialog))


@pytest.mark.parametrize(
    ("outlets", "files", "expected"),
    [
        (("Gazette", "Courier"), ("a", "b"), ("Gazette", "Courier")),
        (("Gazette", "Gazette"), ("a", "b"), ("a", "b")),
        (("Gazette", ""), ("a", "b"), ("a", "b")),
        (("", ""), ("a", "a"), None),
    ],
)
def test_names_tell_two_articles_apart(outlets, files, expected):
    one, other = (SimpleNamespace(outlet=out, source_name=name) for out, name in zip(outlets, files, strict=True))
    assert heads_of(one, other) == expected


def test_everything_has_a_name(make):
    assert nameless(make(decides=True)) == []
