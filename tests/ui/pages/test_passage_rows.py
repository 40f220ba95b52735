"""Sentences that name somebody: each name has the line of its kind."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from apostil.domain.article import ArticleId
from apostil.domain.entity import Kind
from apostil.domain.names import Passage
from apostil.domain.spans import Span
from apostil.ui.models.passage_model import PassageModel
from apostil.ui.pages.passage_rows import PassageDelegate, PassageView, kind_at
from support import panels

PASSAGE = Passage(
    ArticleId("one"),
    "News",
    "Post",
    None,
    Span(10, 30),
    (Span(10, 14), Span(24, 29)),
    "Anna went to Lorne x",
    (Kind.PERSON, Kind.LOCATION),
)


@pytest.mark.parametrize(("run", "kind"), [(Span(0, 4), Kind.PERSON), (Span(14, 16), Kind.LOCATION)])
def test_a_part_of_a_sentence_has_the_kind_of_its_name(run, kind):
    assert kind_at(PASSAGE, run) is kind


@pytest.mark.parametrize("theme", [panels.LIGHT, panels.DARK], ids=["light", "dark"])
def test_each_name_is_marked_by_its_own_kind(shown, theme):
    view, model = shown(PassageView()), PassageModel()
    model.show((PASSAGE,))
    view.setModel(model)
    delegate = PassageDelegate(theme, view, model)
    option = QStyleOptionViewItem()
    option.rect.setRect(0, 0, 400, 60)
    picture = QImage(400, 60, QImage.Format.Format_RGB32)
    picture.fill(theme.color("surface"))
    painter = QPainter(picture)
    delegate.paint(painter, option, model.index(1, 0))
    painter.end()
    colors = {picture.pixelColor(x, y).name() for x in range(400) for y in range(60)}
    assert {theme.kind(Kind.PERSON).name(), theme.kind(Kind.LOCATION).name()} <= colors
