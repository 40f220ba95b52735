import pytest
from PySide6.QtWidgets import QMenu

from support import panels


@pytest.fixture
def desk(qapp, tmp_path):
    """A desk over an empty library."""
    desk = panels.a_desk(tmp_path)
    yield desk
    desk.library.close()


@pytest.fixture
def english(desk):
    """The English article, in the library and open."""
    article_id = panels.add(desk.library, panels.ENGLISH, "port.txt")
    desk.open(article_id)
    return article_id


@pytest.fixture
def french(desk):
    """The French article, in the library."""
    return panels.add(desk.library, panels.FRENCH, "fleuve.txt")


@pytest.fixture
def shown(qtbot):
    """Shows a panel as the window would, and throws it away at the end."""

    def show(panel, width=340, height=640):
        qtbot.addWidget(panel)
        panel.resize(width, height)
        with qtbot.waitExposed(panel):
            panel.show()
        return panel

    return show


@pytest.fixture
def read_only(desk, monkeypatch):
    """The library can only be read, because of this sentence."""
    monkeypatch.setattr(type(desk), "read_only", True)
    monkeypatch.setattr(type(desk), "read_only_because", "The file is write-protected.")


@pytest.fixture
def popped(monkeypatch):
    """The menus that popped up, which the platform without a screen cannot show."""
    menus = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, place: menus.append(menu))
    return menus
