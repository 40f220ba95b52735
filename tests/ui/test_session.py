"""A window from opening to closing, and what it reopens with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtWidgets import QWidget

from apostil.domain.digest import Grouping
from apostil.domain.entity import Kind
from apostil.domain.errors import LibraryError
from apostil.domain.summary import Length, Method, Unit
from apostil.services.together import Manner
from apostil.store import settings as stored
from apostil.store.library import Library
from apostil.ui import session as sessions
from apostil.ui.application import Appearance
from apostil.ui.handing_on import ExportPlace
from apostil.ui.history import TogetherPlace
from apostil.ui.models.library_model import Sorting
from apostil.ui.session import Session, Surroundings
from support import panels
from support.main_windows import QuickJobs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


class House:
    """Opens windows on one library, one after the other, as a program does."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self.library = folder / "library.apostil"
        self.jobs = QuickJobs()
        self.appearance = Appearance(application, "light")
        jobs = cast("Any", self.jobs)
        self.settings_file = folder / "settings.json"
        self.surroundings = Surroundings(jobs, jobs, self.appearance, self.settings_file)
        with Library.open(self.library) as library:
            self.english = panels.add(library, panels.ENGLISH, "port.txt")
            self.french = panels.add(library, panels.FRENCH, "fleuve.txt")
        self._open: list[Session] = []

    def open(self) -> Session:
        """A window that is shown."""
        session = Session(Library.open(self.library), self.surroundings)
        session.show()
        self._open.append(session)
        return session

    def close(self, session: Session) -> None:
        """Close the window, and let what was begun end."""
        self._open.remove(session)
        session.close()
        self.jobs.run()

    def end(self) -> None:
        """Close what is still open."""
        for session in tuple(self._open):
            self.close(session)

    @property
    def settings(self) -> stored.Settings:
        """What was written down."""
        return stored.load(self.settings_file)


@pytest.fixture
def house(qapp: QApplication, tmp_path: Path) -> Iterator[House]:
    before = qapp.palette(), qapp.styleSheet()
    made = House(qapp, tmp_path)
    yield made
    made.end()
    qapp.setPalette(before[0])
    qapp.setStyleSheet(before[1])


def reopened(house: House, session: Session) -> Session:
    """The next window on the same library."""
    house.close(session)
    return house.open()


def test_a_new_library_opens_without_an_article(house: House) -> None:
    assert house.open().desk.current is None


def test_the_article_that_lay_open_lies_open_again(house: House) -> None:
    session = house.open()
    session.desk.open(house.french)
    assert reopened(house, session).desk.current == house.french


def test_the_text_is_where_it_was(house: House) -> None:
    session = house.open()
    session.window.resize(1200, 480)
    session.desk.open(house.english)
    session.window.reader.scroll_to(panels.ENGLISH.blocks[3].span.start)
    place = session.window.reader.top_position()
    assert place > 0
    assert reopened(house, session).window.reader.top_position() == place


def test_method_length_and_kinds_are_kept(house: House) -> None:
    session = house.open()
    session.desk.set_method(Method.KL)
    session.desk.set_length(Length(30, Unit.PERCENT))
    session.desk.set_kind_visible(Kind.EVENT, visible=False)
    desk = reopened(house, session).desk
    assert (desk.method, desk.length) == (Method.KL, Length(30, Unit.PERCENT))
    assert set(Kind) - desk.visible_kinds == {Kind.EVENT}


def test_how_several_articles_are_summarised_is_kept(house: House) -> None:
    session = house.open()
    session.window.travels.explore(TogetherPlace((house.english, house.french)))
    house.jobs.run()
    state = session.window.pages.together.state
    state.set_method(Method.LEAD)
    state.set_length(Length(60, Unit.SECONDS))
    state.set_grouping(Grouping.TIME)
    kept = Manner(Method.LEAD, Length(60, Unit.SECONDS), Grouping.TIME)

    # A window that shows no such page passes it on.
    session = reopened(house, reopened(house, session))

    assert session.window.pages.together.state.manner == kept
    assert session.window.pages.together.head.grouping.currentText() == "By day"


def test_the_order_of_the_list_is_kept(house: House) -> None:
    session = house.open()
    session.window.library_panel.model.set_sorting(Sorting.TITLE)
    assert reopened(house, session).window.library_panel.model.sorting is Sorting.TITLE


def test_folded_sections_stay_folded(house: House) -> None:
    session = house.open()
    session.window.summary_panel.more.restore_folds({"coverage": False, "phrases low": True})
    session = reopened(house, reopened(house, session))
    assert session.window.summary_panel.more.folds == {"coverage": False, "phrases low": True}


def test_the_widths_of_the_panes_are_kept(house: House) -> None:
    session = house.open()
    session.window.panes.restore((310, 350))
    assert reopened(house, session).window.panes.state() == (310, 350)


def test_where_notes_went_last_is_kept(house: House, tmp_path: Path) -> None:
    session = house.open()
    session.window.export_place = ExportPlace(str(tmp_path), ".html")
    assert reopened(house, session).window.export_place == ExportPlace(str(tmp_path), ".html")


def test_an_appearance_is_put_on_and_kept(house: House) -> None:
    session = house.open()
    session.window.set_appearance("dark")
    assert house.settings.appearance == "dark"
    assert session.window.reader._scene.theme.name == house.appearance.theme.name
    assert house.appearance.theme.dark


def test_a_deleted_article_does_not_come_back(house: House) -> None:
    session = house.open()
    session.desk.open(house.french)
    session.remember()
    session.window.commands.articles.delete([house.english, house.french])
    stored.save(house.settings_file, stored.load(house.settings_file).at(house.french, 3))
    assert reopened(house, session).desk.current is None


def test_the_library_is_written_down_as_the_one_to_open(house: House) -> None:
    house.close(house.open())
    assert house.settings.library == str(house.library)


def test_settings_that_cannot_be_written_trouble_nobody(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise PermissionError("no")

    session = house.open()
    monkeypatch.setattr(stored, "save", fail)
    session.remember()
    assert not house.settings_file.exists()


def test_what_is_touched_is_written_down_soon(house: House, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "REMEMBER_AFTER_MS", 10)
    session = house.open()
    session.window.open_panes.show_tab("notes")
    session.window.open_panes.toggle_library()
    qtbot.waitUntil(lambda: house.settings.panels.get("library") is False)


def test_the_library_is_copied_a_little_later(
    house: House, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kept: list[Path] = []
    monkeypatch.setattr(sessions, "BACKUP_AFTER_MS", 0)
    monkeypatch.setattr(sessions.backups, "keep", kept.append)
    house.open()
    qtbot.waitUntil(lambda: (house.jobs.run(), bool(kept))[1])
    assert kept == [house.library]


def test_a_copy_that_fails_is_told(house: House, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_path: Path) -> None:
        raise LibraryError("The disk is full: free some space.")

    monkeypatch.setattr(sessions, "BACKUP_AFTER_MS", 0)
    monkeypatch.setattr(sessions.backups, "keep", fail)
    session = house.open()
    qtbot.waitUntil(lambda: (house.jobs.run(), bool(session.window.status.failure))[1])
    assert session.window.status.failure == "⚠ The disk is full: free some space."


def test_a_library_that_is_only_read_is_not_copied(house: House, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[Path] = []
    house.open()
    monkeypatch.setattr(sessions, "BACKUP_AFTER_MS", 0)
    monkeypatch.setattr(sessions.backups, "keep", kept.append)
    second = house.open()
    qtbot.wait(20)
    house.jobs.run()
    assert second.desk.read_only
    assert kept == []


def test_the_library_is_tidied_after_an_import(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    session = house.open()
    tidied: list[bool] = []
    monkeypatch.setattr(session.library, "checkpoint", lambda: tidied.append(session.importer.busy))
    session.importer.open_text("The ferry was late. Nobody said why.")
    house.jobs.run()
    assert tidied == [False]


def test_the_library_is_tidied_now_and_then(house: House, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "TIDY_EVERY_MS", 5)
    session = house.open()
    tidied: list[int] = []
    monkeypatch.setattr(session.library, "checkpoint", lambda: tidied.append(1))
    qtbot.waitUntil(lambda: (house.jobs.run(), len(tidied) > 1)[1])


def test_closing_gives_the_library_back(house: House, qtbot: QtBot) -> None:
    session = house.open()
    with qtbot.waitSignal(session.ended):
        house.close(session)
    with Library.open(house.library) as library:
        assert not library.read_only


def test_closing_stops_the_work(house: House) -> None:
    session = house.open()
    session.analyst.want([house.english])
    house.close(session)
    assert not session.analyst.busy


def test_articles_that_were_kept_apart_stay_apart_beside_what_others_wrote(house: House) -> None:
    first = house.open()
    first.versions.keep_both(house.english, house.french)
    stored.save(house.settings_file, stored.Settings(apart=("a b",)))
    house.close(first)
    assert set(house.settings.apart) == {"a b", " ".join(sorted((house.english, house.french)))}
    second = house.open()
    assert frozenset({house.english, house.french}) in second.desk.apart


def come_back(session: Session, qtbot: QtBot, meanwhile: Callable[[], object]) -> None:
    """Leave the window for another one, do something there, and come back."""
    elsewhere = QWidget()
    qtbot.addWidget(elsewhere)
    with qtbot.waitActive(elsewhere):
        elsewhere.show()
        elsewhere.activateWindow()
    meanwhile()
    with qtbot.waitActive(session.window):
        session.window.activateWindow()


def say(session: Session, line: str) -> None:
    """Write a line into the glossary's file, as an editor does."""
    file = session.library.glossary_file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{line}\n", "utf-8")


def test_the_article_follows_a_glossary_that_was_written_elsewhere(house: House, qtbot: QtBot) -> None:
    session = house.open()
    session.desk.open(house.english)
    come_back(session, qtbot, lambda: say(session, "Rosa Lindqvist\tgroup"))
    assert {one.kind for one in session.desk.entities if one.name == "Rosa Lindqvist"} == {Kind.GROUP}


@pytest.mark.parametrize("opened", [True, False])
def test_pages_follow_a_glossary_that_was_written_elsewhere(house: House, qtbot: QtBot, opened: bool) -> None:
    session = house.open()
    session.desk.open(house.english if opened else None)
    session.desk.show_entity("group:oumeans")
    house.jobs.run()
    come_back(session, qtbot, lambda: say(session, "Oumeans\tnone"))
    qtbot.waitUntil(lambda: house.jobs.run() or "group:oumeans" not in session.library.named())
    house.jobs.run()
    assert "No article names this any more" in session.window.pages.entity.empty.words


def test_coming_back_changes_nothing_where_nothing_was_written(house: House, qtbot: QtBot) -> None:
    session = house.open()
    session.desk.open(house.english)
    with qtbot.assertNotEmitted(session.desk.changed):
        come_back(session, qtbot, lambda: None)
