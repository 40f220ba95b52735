"""A desk with an invented library, for tests of what stands around the article."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from apostil.domain.analysis import Analysis
from apostil.domain.anchor import anchor_at
from apostil.domain.annotation import Annotation, AnnotationId, Color, Status
from apostil.domain.article import Article, Metadata, Piece, Role, Source, compose
from apostil.domain.edits import AnnotationsEdit, PresenceEdit
from apostil.domain.entity import Entity, Kind, Mention, entity_id
from apostil.domain.spans import Span
from apostil.domain.summary import Method, Survey
from apostil.store.library import Library
from apostil.store.preparing import prepare
from apostil.ui.desk import Desk
from apostil.ui.theme import load
from support.surveys import bring_surveys, make_survey

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QAbstractItemView

    from apostil.domain.article import ArticleId

NOON = dt.datetime(2026, 2, 3, 12, 0, tzinfo=dt.UTC)

ENGLISH = compose(
    [
        Piece("River port of Sendaré reopens after eleven months", Role.HEADLINE),
        Piece("By Ines Caldwell", Role.BYLINE),
        Piece("Barges are loading again on the Oumé, but half of the cranes stand still.", Role.STANDFIRST),
        Piece(
            "The river port of Sendaré reopened on Tuesday, eleven months after the flood that carried away two of "
            "its quays. Minister Adama Késsou said that 14,000 tonnes of rice would leave before the rains."
        ),
        Piece(
            "The Northern Transport Union doubts it. “Half of the cranes stand still,” said its president, Rosa "
            "Lindqvist, whose union counts 900 dockers in Sendaré. The ministry did not comment."
        ),
        Piece("What the flood left", Role.HEADING, 2),
        Piece(
            "The Port Rehabilitation Act of 2025 set aside 41 million for the works. The Oumé Basin Authority spent "
            "29 million of them, Késsou said, and the Sendaré Flood has not been forgotten by the Oumeans."
        ),
    ],
    Metadata(
        "River port of Sendaré reopens after eleven months",
        ("Ines Caldwell",),
        "The Basin Observer",
        dt.date(2026, 1, 31),
        "en",
        "",
    ),
    "plain text",
)

FRENCH = compose(
    [
        Piece("À Sendaré, le port fluvial rouvre à moitié", Role.HEADLINE),
        Piece(
            "Le port fluvial de Sendaré a rouvert mardi, dix mois après la crue qui avait emporté trois de ses quais. "
            "« Nous avons tenu parole », a déclaré le ministre Adama Késsou."
        ),
        Piece("L’Autorité du bassin de l’Oumé n’a dépensé que 27 millions, selon Rosa Lindqvist."),
    ],
    Metadata(
        "À Sendaré, le port fluvial rouvre à moitié",
        ("Salimata Roux",),
        "Le Courrier du fleuve",
        dt.date(2026, 2, 1),
        "fr",
        "",
    ),
    "plain text",
)

NAMES = (
    ("Adama Késsou", Kind.PERSON, ("Késsou",), False),
    ("Rosa Lindqvist", Kind.PERSON, (), True),
    ("Northern Transport Union", Kind.ORGANIZATION, (), False),
    ("Oumé Basin Authority", Kind.ORGANIZATION, (), False),
    ("Sendaré", Kind.LOCATION, (), True),
    ("Oumeans", Kind.GROUP, (), False),
    ("Sendaré Flood", Kind.EVENT, (), False),
    ("Port Rehabilitation Act", Kind.WORK, (), False),
)


def places(text: str, words: str) -> list[Span]:
    """Where these words stand in a text."""
    return [Span(found.start(), found.end()) for found in re.finditer(re.escape(words), text)]


def sentences(article: Article) -> tuple[Span, ...]:
    """The sentences of an invented article, well enough."""
    return tuple(
        Span(block.span.start + part.start(), block.span.start + part.end())
        for block in article.blocks
        if block.role.is_prose
        for part in re.finditer(r"\S.*?[.!?](?=\s+[A-Z«“]|$)", block.span.cut(article.text), re.DOTALL)
    )


def entities(article: Article) -> tuple[Entity, ...]:
    """The names of an invented article."""
    found = []
    for name, kind, aliases, confirmed in NAMES:
        spans = {span for words in (name, *aliases) for span in places(article.text, words)}
        spans = {span for span in spans if not any(other != span and other.covers(span) for other in spans)}
        mentions = tuple(Mention(span, kind, 0.8, confirmed) for span in sorted(spans))
        if mentions:
            found.append(Entity(entity_id(name, kind), name, kind, mentions, aliases, confirmed))
    return tuple(found)


def analysis(article: Article) -> Analysis:
    """What was found in an invented article."""
    return Analysis(article.metadata.language, sentences(article), entities(article), "invented 1")


def survey(article: Article) -> Survey:
    """Longer sentences rank higher here, whatever the method."""
    spans = sentences(article)
    return make_survey(spans, [len(span) / 1000 for span in spans])


def add(library: Library, article: Article, name: str, *, analysed: bool = True) -> ArticleId:
    """Put an article into a library."""
    data = article.text.encode()
    source = Source(hashlib.sha256(name.encode() + data).hexdigest(), name, "text/plain", len(data), NOON, "")
    article_id = library.insert(source, data, prepare(article))
    library.apply(PresenceEdit("Import article", (article_id,), present=True))
    if analysed:
        library.save_analysis(article_id, analysis(article))
        library.save_survey(article_id, survey(article))
    return article_id


def a_mark(
    article: Article,
    article_id: ArticleId,
    words: str,
    color: Color = Color.YELLOW,
    note: str = "",
    tags: tuple[str, ...] = (),
    status: Status = Status.NONE,
) -> Annotation:
    """A mark on the first place of these words."""
    span = places(article.text, words)[0]
    number = AnnotationId(hashlib.sha256(f"{article_id}{words}{color}".encode()).hexdigest()[:32])
    return Annotation(number, article_id, anchor_at(article.text, span), color, NOON, NOON, note, tags, status)


def mark(desk: Desk, words: str, color: Color = Color.YELLOW, **rest: object) -> Annotation:
    """Mark words of the open article."""
    annotation = a_mark(desk.article, desk.current, words, color, **rest)
    desk.do(AnnotationsEdit("Highlight", (), (annotation,)))
    return annotation


def a_desk(folder: Path) -> Desk:
    """A desk over an empty library in this folder; close its library at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    desk = Desk(Library.open(folder / "library.apostil"), now=lambda: NOON)
    bring_surveys(desk)
    desk.set_method(Method.LEXRANK)
    return desk


LIGHT = load("light")
DARK = load("dark")


def center(view: QAbstractItemView, row: int) -> QPoint:
    """The middle of a row, for clicking on it."""
    return view.visualRect(view.model().index(row, 0)).center()


def click(view: QAbstractItemView, row: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Click on a row as a person does."""
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, center(view, row))


def act(menu: QMenu, words: str) -> QAction:
    """The action of a menu, or of the menus in it, that starts with these words."""
    for action in menu.actions():
        if action.text().startswith(words):
            return action
        inner = action.menu()
        if isinstance(inner, QMenu) and any(one.text().startswith(words) for one in inner.actions()):
            return act(inner, words)
    raise LookupError(f"no action {words!r} among {[action.text() for action in menu.actions()]}")
