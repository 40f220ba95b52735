"""A layout that puts as many widgets on a line as fit, so that a panel can be made narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class WrapLayout(QLayout):
    """Lines of widgets from the left; `even` gives all of them the same width, so that they stand in columns."""

    def __init__(self, parent: QWidget | None = None, *, even: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._even = even

    def addItem(self, item: QLayoutItem) -> None:
        """Add something at the end."""
        self._items.append(item)

    def count(self) -> int:
        """The number of things."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of the things; None where there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one of the things out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height it needs in this width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """The least it can do with."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """As wide as its widest part."""
        least = QSize()
        for item in self._items:
            least = least.expandedTo(item.minimumSize())
        return least.grownBy(self._margins())

    def _margins(self) -> QMargins:
        return self.contentsMargins()

    def _shown(self) -> list[QLayoutItem]:
        """What takes room: not what is hidden."""
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        inner = rect.marginsRemoved(self._margins())
        space = self.spacing()
        widest = self._column(inner.width(), space)
        x, y, line = inner.x(), inner.y(), 0
        for item in self._shown():
            size = item.sizeHint()
            width = widest if self._even else size.width()
            if line and x + width > inner.right() + 1:
                x, y, line = inner.x(), y + line + space, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(min(width, inner.width()), size.height())))
            x += width + space
            line = max(line, size.height())
        return y + line - rect.y() + self._margins().bottom()

    def _column(self, width: int, space: int) -> int:
        """The width of even columns: as many as fit, sharing what there is."""
        widest = max((item.sizeHint().width() for item in self._shown()), default=1)
        columns = max(1, (width + space) // (widest + space))
        return max(1, (width - (columns - 1) * space) // columns)
