from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from apostil.ui import theme
from apostil.ui.reader.view import ReaderView
from support.reader import sample

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from apostil.domain.article import Article


@pytest.fixture
def article() -> Article:
    return sample()


@pytest.fixture
def view(qtbot: QtBot, article: Article) -> Iterator[ReaderView]:
    """A reader on the screen, with the sample article and the focus."""
    reader = ReaderView(theme.load("light"))
    qtbot.addWidget(reader)
    reader.resize(800, 600)
    reader.show_article(article)
    reader.show()
    qtbot.waitExposed(reader)
    reader.setFocus()
    yield reader
    reader.hide()
