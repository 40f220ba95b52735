import pytest
from PySide6.QtWidgets import QMenu, QWidget

from apostil.ui.correcting import Corrector
from apostil.ui.naming import Naming
from support import panels
from support.jobs_on_demand import JobsOnDemand


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
def jobs():
    """Work in the background, which waits until it is told to run."""
    return JobsOnDemand()


@pytest.fixture
def naming(desk, jobs, qtbot):
    """What corrects names, without a window."""
    parent = QWidget()
    qtbot.addWidget(parent)
    return Naming(Corrector(desk, jobs), None, panels.LIGHT, parent)


@pytest.fixture
def popped(monkeypatch):
    """The menus that popped up, which the platform without a screen cannot show."""
    menus = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, place: menus.append(menu))
    return menus
