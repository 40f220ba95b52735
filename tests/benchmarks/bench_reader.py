"""Shows, scrolls and marks an article of 100,000 words, beside a QTextEdit that does the same."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtGui import QColor, QFont, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from apostil.domain.annotation import Color
from apostil.domain.entity import Kind
from apostil.domain.spans import Span
from apostil.ui import theme
from apostil.ui.reader.fonts import SERIFS
from apostil.ui.reader.view import ReaderView
from support.reader import entity, long_article, mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from apostil.domain.annotation import Annotation
    from apostil.domain.article import Article

WORDS = 100_000
MARKS = 500
PAGES = 120
PASSES = 3


def main() -> int:
    """Print one line a figure; the exit status says whether all of them are reached."""
    application = QApplication(sys.argv)
    article = long_article(WORDS)
    marks = [mark(article, Span(at, at + 40), f"m{at}", note="why", tags="tag") for at in _places(article, MARKS)]
    view, edit = ReaderView(theme.load("light")), QTextEdit()
    for widget in (view, edit):
        widget.resize(900, 1000)
        widget.show()
    edit.setFont(_face())
    application.processEvents()
    reached = [
        _first_screen(view, edit, article),
        _jump(view, edit, article),
        _scroll(view, edit, article),
        _highlight(view, edit, article, marks),
        _settle(view, article),
        _around(view, article),
    ]
    view.hide()
    edit.hide()
    return 0 if all(reached) else 1


def _first_screen(view: ReaderView, edit: QTextEdit, article: Article) -> bool:
    def ours() -> None:
        view.show_article(article)
        view.set_facts("By Ada Marsh · Port Brume Gazette · 31 January 2026 · 420 min")
        view.viewport().repaint()

    def baseline() -> None:
        edit.setPlainText(article.text)
        edit.viewport().repaint()

    return _report("first screen of 100,000 words", [_ms(ours)], [_ms(baseline)], 500)


def _jump(view: ReaderView, edit: QTextEdit, article: Article) -> bool:
    def ours() -> None:
        view.scroll_to(len(article.text) - 2000)
        view.viewport().repaint()

    def baseline() -> None:
        cursor = QTextCursor(edit.document())
        cursor.setPosition(len(article.text) - 2000)
        edit.setTextCursor(cursor)
        edit.viewport().repaint()

    return _report("jump to the far end, not laid out yet", [_ms(ours)], [_ms(baseline)], 50)


def _scroll(view: ReaderView, edit: QTextEdit, article: Article) -> bool:
    def turn(widget: ReaderView | QTextEdit) -> list[float]:
        if isinstance(widget, ReaderView):
            widget.show_article(article)
        widget.verticalScrollBar().setValue(0)
        widget.viewport().repaint()
        return [_ms(lambda: _turn_page(widget)) for _ in range(PAGES)]

    def worst(widget: ReaderView | QTextEdit) -> list[float]:
        # Other programs take the processor now and then: each page counts as in the calmest of its passes.
        return [min(times) for times in zip(*(turn(widget) for _ in range(PASSES)), strict=True)]

    return _report("a page of scrolling", worst(view), worst(edit), 16)


def _turn_page(widget: ReaderView | QTextEdit) -> None:
    bar = widget.verticalScrollBar()
    bar.setValue(bar.value() + bar.pageStep())
    widget.viewport().repaint()


def _highlight(view: ReaderView, edit: QTextEdit, article: Article, marks: list[Annotation]) -> bool:
    view.set_marks(marks)
    view.set_entities([entity(article, "lighthouse", Kind.LOCATION)], frozenset(Kind))
    view.scroll_to(len(article.text) // 2)
    view.viewport().repaint()
    one = mark(article, Span(view.top_position() + 20, view.top_position() + 90), "new", Color.BLUE)

    def ours() -> None:
        view.set_marks([*marks, one])
        view.viewport().repaint()

    spans = [each.span for each in (*marks, one)]

    def baseline() -> None:
        edit.setExtraSelections([_selection(edit, span) for span in spans])
        edit.viewport().repaint()

    times = [_ms(ours) for _ in range(20)]
    return _report(f"a highlight over {MARKS} marks", times, [_ms(baseline) for _ in range(5)], 50)


def _settle(view: ReaderView, article: Article) -> bool:
    """The longest moment of laying out in the background, and the whole of it."""
    passes = []
    for _ in range(PASSES):
        view.show_article(article)
        times = []
        while view._settling.running:
            times.append(_ms(view._settling.work))
        passes.append(times)
    calm = min(passes, key=max)
    print(f"laying out everything when idle: {sum(calm):.0f} ms in {len(calm)} slices")
    return _report("the longest idle slice", calm, [8.0], 16, why="a slice's 8 ms")


def _around(view: ReaderView, article: Article) -> bool:
    """What sets the whole page anew."""
    view.scroll_to(len(article.text) // 2)
    percents = iter(range(100, 200, 10))
    entities = [entity(article, word, kind) for word, kind in zip(("the", "met", "new"), Kind, strict=False)]
    mentions = sum(len(one.mentions) for one in entities)

    def zoom() -> None:
        view.set_zoom(next(percents) + 10)
        view.viewport().repaint()

    def name() -> None:
        view.set_entities(entities, frozenset(Kind))
        view.viewport().repaint()

    zoomed, named = (min(_ms(work) for _ in range(PASSES)) for work in (zoom, name))
    return all(
        [
            _report("another zoom in the middle", [zoomed], [50.0], 50, why="the longest stall allowed"),
            _report(f"{mentions} mentions", [named], [50.0], 50, why="the longest stall allowed"),
        ]
    )


def _report(name: str, ours: list[float], baseline: list[float], most: float, *, why: str = "QTextEdit") -> bool:
    reached = max(ours) <= most
    word = "ok" if reached else "MISSED"
    print(
        f"{name}: {max(ours):.1f} ms, median {median(ours):.1f} "
        f"(baseline: {why} {max(baseline):.1f} ms, median {median(baseline):.1f}, must be <= {most:g} ms): {word}"
    )
    return reached


def _selection(edit: QTextEdit, span: Span) -> QTextEdit.ExtraSelection:
    chosen = QTextEdit.ExtraSelection()
    chosen.cursor = QTextCursor(edit.document())
    chosen.cursor.setPosition(span.start)
    chosen.cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
    chosen.format.setBackground(QColor("#fdec99"))
    return chosen


def _places(article: Article, count: int) -> range:
    step = len(article.text) // (count + 1)
    return range(step, step * count + 1, step)


def _face() -> QFont:
    font = QFont(list(SERIFS))
    font.setPixelSize(18)
    return font


def _ms(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


if __name__ == "__main__":
    sys.exit(main())
