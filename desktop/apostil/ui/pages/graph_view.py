"""The graph as one sees it: nodes and ties that can be pointed at, walked with keys, zoomed and moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QToolTip, QWidget

from apostil.domain.labels import Label, below, placed
from apostil.domain.names import Graph, Named, Tie
from apostil.ui.models.named_model import articles_words, frequency, sentences_words
from apostil.ui.models.words import kind_name, wrapped_tip
from apostil.ui.pages.graph_items import Edge, Node
from apostil.ui.panels.rows import small_font
from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from apostil.domain.labels import Box
    from apostil.services.graph import Places
    from apostil.ui.theme import Theme

WIDTH, HEIGHT = 1000.0, 700.0
"""The room in which nodes stand, before any zoom."""

MARGIN = 60
STEP = 1.25
NEAR, FAR = 8.0, 0.1
WHOLE = 1.6
"""A graph of few nodes is not spread farther than this to fill its view."""

LOW = 240
"""In a view that is not so high, in pixels, a choice and its surroundings are shown instead of all."""

STRETCH = 1.5
"""So much farther than the other way a graph may be drawn out to the form of its view."""

ROOMY = 10_000.0
"""Where there are fewer square pixels a node, nodes are smaller."""

REACH = 6.0
"""So far from a node or a tie, in pixels, one still points at it."""

Choice = Named | Tie | None


class GraphView(QGraphicsView):
    """A graph, laid out.

    Tab goes from node to node, the most connected first, and out behind the last; Enter opens the page of the chosen
    one; the arrows move the picture, + and - zoom, 0 fits all of it in.

    Signals:
        chosen: the Named or the Tie that was chosen; None where nothing is any more.
        opened: the Named whose page is wanted.
        entered: the Named whose ties are wanted as a list.
        left: Escape was pressed while nothing was chosen.
    """

    chosen = Signal(object)
    opened = Signal(object)
    entered = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("graphView")
        self.setAccessibleName(self.tr("Graph"))
        self._theme = theme
        self._nodes: dict[str, Node] = {}
        self._edges: list[Edge] = []
        self._order: list[str] = []
        self._weighty: list[str] = []
        self._graph = Graph((), ())
        self._places: Places = {}
        self._fitted = True
        self._pressed: QPoint | None = None
        self.choice: Choice = None
        self.setScene(QGraphicsScene(self))
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)

    # What the page asks of it

    def show_graph(self, graph: Graph, places: Places) -> None:
        """Show a graph whose nodes stand at these places, each between 0 and 1."""
        self._graph, self._places = graph, places
        self.choice = None
        self._draw()
        self.fit()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours, everything where it is."""
        self._theme = theme
        self._draw()

    def choose(self, choice: Choice) -> None:
        """Choose a node or a tie: what belongs to it is lit, all else fades."""
        if choice != self.choice:
            self.choice = choice
            self._light()
            self._tell()
            self.chosen.emit(choice)
            if self._fitted and self._is_low():
                self._look()

    def fit(self) -> None:
        """Show all of it."""
        self._fitted = True
        if self._nodes:
            for node in self._nodes.values():
                node.shrink(self._part())
            room = self._extent().adjusted(-1, -1, 1, 1)
            view = self.viewport().rect().adjusted(MARGIN, MARGIN // 2, -MARGIN, -MARGIN // 2)
            across, down = max(view.width(), 60) / room.width(), max(view.height(), 60) / room.height()
            # Nodes and names keep their form: only the ties between them can be stretched, a little.
            least = min(across, down, WHOLE)
            self.resetTransform()
            self.scale(min(across, STRETCH * least), min(down, STRETCH * least))
            self.centerOn(room.center())
        self._place_labels()

    def zoom(self, factor: float) -> None:
        """Look closer, or from farther away."""
        scale = self.transform().m11() * factor
        if FAR < scale < NEAR:
            self._fitted = False
            self.scale(factor, factor)
            self._place_labels()

    def node_at(self, place: QPoint) -> Named | None:
        """The entity at this place of the view, by its node or by its name."""
        found: list[tuple[float, Named]] = []
        for node in self._nodes.values():
            spot = QPointF(place - self.mapFromScene(node.pos()))
            far = QLineF(QPointF(), spot).length()
            if far <= node.radius + REACH or node.label.contains(spot):
                found.append((far, node.named))
        return min(found, key=lambda one: one[0])[1] if found else None

    def tie_at(self, place: QPoint) -> Tie | None:
        """The tie at this place of the view."""
        near = [(_distance(QPointF(place), self._line(edge)) - edge.wide / 2, edge.tie) for edge in self._edges]
        far, tie = min(near, key=lambda one: one[0], default=(REACH + 1, None))
        return tie if far <= REACH else None

    def ties_of(self, identity: str) -> list[Tie]:
        """The ties of an entity, the strongest first."""
        return [tie for tie in self._graph.edges if identity in {tie.source, tie.target}]

    def named(self, identity: str) -> Named:
        """The entity of a node."""
        return self._nodes[identity].named

    # Drawing

    def _draw(self) -> None:
        scene = self.scene()
        scene.clear()
        scene.setBackgroundBrush(self._theme.color(Tone.PAPER))
        spots = {identity: QPointF(x * WIDTH, y * HEIGHT) for identity, (x, y) in self._places.items()}
        most = max((tie.sentences for tie in self._graph.edges), default=1)
        frequent = max((node.mentions for node in self._graph.nodes), default=1)
        self._edges = []
        for tie in reversed(self._graph.edges):
            edge = Edge(tie, QLineF(spots[tie.source], spots[tie.target]), most, self._theme)
            scene.addItem(edge)
            self._edges.append(edge)
        self._nodes = {}
        for named in self._graph.nodes:
            node = self._nodes[named.identity] = Node(named, frequent, self._theme)
            node.setPos(spots[named.identity])
            scene.addItem(node)
        strength = dict.fromkeys(self._nodes, 0)
        for tie in self._graph.edges:
            strength[tie.source] += tie.sentences
            strength[tie.target] += tie.sentences
        self._order = sorted(self._nodes, key=lambda identity: -strength[identity])
        self._weighty = sorted(self._order, key=lambda identity: -self._nodes[identity].named.mentions)
        wide = self._extent()
        scene.setSceneRect(wide.adjusted(-WIDTH, -HEIGHT, WIDTH, HEIGHT))
        self._light()

    def _look(self) -> None:
        """Show all of it, or, where there is little room beside a list, the surroundings of the choice."""
        lit = [self._nodes[identity].pos() for identity in self._lit()]
        if lit and self._is_low():
            self.centerOn(sum(spot.x() for spot in lit) / len(lit), sum(spot.y() for spot in lit) / len(lit))
            self._place_labels()
        else:
            self.fit()

    def _is_low(self) -> bool:
        return self.viewport().height() < LOW

    def _part(self) -> float:
        """So much of their usual size the nodes have."""
        area = self.viewport().width() * self.viewport().height()
        return min(1.0, float((area / len(self._nodes) / ROOMY) ** 0.5))

    def _extent(self) -> QRectF:
        spots = [node.pos() for node in self._nodes.values()]
        if not spots:
            return QRectF(0, 0, WIDTH, HEIGHT)
        xs, ys = [spot.x() for spot in spots], [spot.y() for spot in spots]
        return QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))

    def _light(self) -> None:
        """Light what belongs to the choice, and let all else fade."""
        lit = self._lit()
        for identity, node in self._nodes.items():
            node.chosen = isinstance(self.choice, Named) and self.choice.identity == identity
            node.faded = bool(lit) and identity not in lit
        own = self.choice.identity if isinstance(self.choice, Named) else ""
        for edge in self._edges:
            near = own in {edge.tie.source, edge.tie.target}
            edge.paint_as(chosen=edge.tie == self.choice, near=near, faded=bool(lit))
        self._place_labels()

    def _lit(self) -> set[str]:
        match self.choice:
            case Tie():
                return {self.choice.source, self.choice.target}
            case Named():
                return {self.choice.identity}.union(
                    *({tie.source, tie.target} for tie in self.ties_of(self.choice.identity))
                )
        return set()

    def _place_labels(self) -> None:
        """Write names where they can be read: what is lit first, then the largest nodes."""
        lit = self._lit()
        font = small_font(self.font())
        order = sorted(self._weighty, key=lambda identity: identity not in lit)
        labels = [self._label(self._nodes[identity], font) for identity in order]
        for identity, label, box in zip(order, labels, placed(labels, self._room()), strict=True):
            node = self._nodes[identity]
            there = below(label) if box is None and node.chosen else box
            node.show_label(there and _from(there, label.x, label.y), _face(font, strong=node.chosen))

    def _room(self) -> Box | None:
        """Where names may stand while all of the graph is in sight: nowhere that they would be cut off."""
        if not self._fitted:
            return None
        shown = self.transform().mapRect(self.mapToScene(self.viewport().rect()).boundingRect())
        return shown.left() + 2, shown.top() + 2, shown.right() - 2, shown.bottom() - 2

    def _label(self, node: Node, font: QFont) -> Label:
        metrics = QFontMetricsF(_face(font, strong=True))
        spot = self.transform().map(node.pos())
        wide = metrics.horizontalAdvance(node.words) + 6
        return Label(spot.x(), spot.y(), node.radius, wide, metrics.height() + 1)

    def _line(self, edge: Edge) -> QLineF:
        line = edge.line()
        return QLineF(QPointF(self.mapFromScene(line.p1())), QPointF(self.mapFromScene(line.p2())))

    # What one does with it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space lists, + and - zoom, 0 fits, Escape lets go, the arrows move the picture."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(self.choice, Named):
            self.opened.emit(self.choice)
        elif key == Qt.Key.Key_Space and isinstance(self.choice, Named):
            self.entered.emit(self.choice)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom(STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_Escape:
            self._let_go()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from node to node, and on to what stands behind the graph."""
        step = 1 if forward else -1
        here = self._order.index(self.choice.identity) if isinstance(self.choice, Named) else -1 if forward else None
        place = len(self._order) - 1 if here is None else here + step
        if not 0 <= place < len(self._order):
            return super().focusNextPrevChild(forward)
        node = self._nodes[self._order[place]]
        self.choose(node.named)
        self.ensureVisible(QRectF(node.pos(), node.pos()), MARGIN, MARGIN)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self._tell()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where it was pressed: a click chooses, a drag moves the picture."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked on; beside everything, let go."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        if self._pressed is not None and (place - self._pressed).manhattanLength() < 4:
            self.choose(self.node_at(place) or self.tie_at(place))
        self._pressed = None
        self._point(place)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the page of a node."""
        named = self.node_at(event.position().toPoint())
        if named is not None:
            self.opened.emit(named)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the pointer say what can be clicked."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._point(event.position().toPoint())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom."""
        self.zoom(STEP ** (event.angleDelta().y() / 120))
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep all of it in sight, unless somebody looks closer."""
        super().resizeEvent(event)
        if self._fitted:
            self._look()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what stands under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._words(self.node_at(event.pos()) or self.tie_at(event.pos()))
            QToolTip.showText(event.globalPos(), wrapped_tip(words) if words else "", self)
            return True
        return super().viewportEvent(event)

    def _let_go(self) -> None:
        if self.choice is None:
            self.left.emit()
        else:
            self.choose(None)

    def _point(self, place: QPoint) -> None:
        over = self.node_at(place) or self.tie_at(place)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.OpenHandCursor)

    def _words(self, choice: Choice) -> list[str]:
        """A node or a tie in words."""
        match choice:
            case Named():
                return [choice.name, f"{kind_name(choice.kind)} · {frequency(choice)}"]
            case Tie():
                counts = self.tr("{sentences} in {articles} name both").format(
                    sentences=sentences_words(choice.sentences), articles=articles_words(choice.articles)
                )
                return [f"{self.named(choice.source).name} – {self.named(choice.target).name}", counts]
        return []

    def _tell(self) -> None:
        """Tell a screen reader what is chosen."""
        self.setAccessibleDescription(", ".join(self._words(self.choice)))


def _face(font: QFont, *, strong: bool) -> QFont:
    made = QFont(font)
    if strong:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def _from(box: Box, x: float, y: float) -> Box:
    """A box counted from a place."""
    left, top, right, bottom = box
    return left - x, top - y, right - x, bottom - y


def _distance(place: QPointF, line: QLineF) -> float:
    """How far a place is from a line that ends."""
    along = line.p2() - line.p1()
    square = QPointF.dotProduct(along, along)
    part = QPointF.dotProduct(place - line.p1(), along) / square if square else 0.0
    return QLineF(place, line.p1() + along * min(1.0, max(0.0, part))).length()
