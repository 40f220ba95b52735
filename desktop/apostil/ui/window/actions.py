"""Everything that can be done, as data: menus, tool bar, shortcuts and the palette read this one list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence

from apostil.domain.annotation import Color
from apostil.ui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QUndoStack
    from PySide6.QtWidgets import QWidget

    from apostil.ui.theme import Theme


class Needs(Enum):
    """What has to be there before an action can be done."""

    NOTHING = auto()
    WRITING = auto()
    ARTICLE = auto()
    MARKING = auto()
    SUMMARY = auto()
    CHOOSING = auto()
    CHOICE = auto()
    REMOVING = auto()


CHANGING = frozenset({Needs.WRITING, Needs.MARKING, Needs.CHOOSING, Needs.REMOVING})
"""What is needed to change anything in the library."""

NO_ARTICLE = "Open an article first."

APPEARANCES = ("system", "light", "dark")
"""Whose colours the window has."""

NAMES = "Na&mes"
"""The menu of what is said of names."""

SUMMARY = "S&ummary"
"""The menu of what is said of the sentences of the summary."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do.

    `keys` are portable key sequences, the first one is shown; `in_text` says that they work only while the article
    has the keyboard, so that letters can be typed elsewhere. `also` are other words by which it is looked for.
    """

    id: str
    title: str
    menu: str
    keys: tuple[str, ...] = ()
    needs: Needs = Needs.NOTHING
    in_text: bool = False
    checkable: bool = False
    icon: str = ""
    separated: bool = False
    also: str = ""


def _colors() -> tuple[Action, ...]:
    return tuple(
        Action(
            f"color-{color}", f"Highlight in {_color(color)}", "&Annotate", (str(number),), Needs.MARKING, in_text=True
        )
        for number, color in enumerate(Color, start=1)
    )


def _color(color: Color) -> str:
    return "grey" if color is Color.GRAY else str(color)


_SUMMARY = (
    Action("keep-sentence", "&Keep the sentence", SUMMARY, ("Ctrl+Shift+K",), Needs.CHOOSING, also="pin"),
    Action(
        "leave-out-sentence",
        "&Leave the sentence out",
        SUMMARY,
        ("Ctrl+Shift+X",),
        Needs.CHOOSING,
        also="drop, remove from the summary, take back",
    ),
    Action("sentence-before", "Add the sentence &before", SUMMARY, ("Ctrl+Shift+B",), Needs.CHOOSING),
    Action("sentence-up", "Move the sentence &up", SUMMARY, (), Needs.CHOOSING, also="reorder, earlier"),
    Action("sentence-down", "Move the sentence &down", SUMMARY, (), Needs.CHOOSING, also="reorder, later"),
    Action("sentence-why", "&Why the sentence is there", SUMMARY, (), Needs.SUMMARY, also="reasons, score"),
    Action("summary-left-out", "Show the sentences le&ft out", SUMMARY, (), Needs.SUMMARY, separated=True),
    Action("summary-order", "Put m&oved sentences back", SUMMARY, (), Needs.CHOOSING, also="order of the article"),
    Action(
        "summary-forget", "Leave e&verything to the method", SUMMARY, (), Needs.CHOOSING, also="reset, undo choices"
    ),
    Action("summary-30", "Summary of &30 seconds", SUMMARY, (), Needs.SUMMARY, separated=True, also="reading time"),
    Action("summary-120", "Summary of &2 minutes", SUMMARY, (), Needs.SUMMARY, also="reading time"),
    Action("summary-300", "Summary of &5 minutes", SUMMARY, (), Needs.SUMMARY, also="reading time"),
    Action("highlight-summary", "Highlight the &summary", SUMMARY, ("Ctrl+Shift+H",), Needs.MARKING, separated=True),
    Action("copy-summary", "&Copy the summary with its source", SUMMARY, ("Ctrl+Shift+S",), Needs.SUMMARY),
    Action(
        "methods",
        "Compare two &methods",
        SUMMARY,
        (),
        Needs.ARTICLE,
        separated=True,
        also="summaries side by side",
    ),
    Action(
        "together",
        "Summarise to&gether",
        SUMMARY,
        ("Ctrl+Shift+T",),
        Needs.CHOICE,
        also="one summary of several articles, digest",
    ),
)

_NAMES = (
    Action("name-confirm", "&Confirm name", NAMES, ("Y",), Needs.MARKING, in_text=True),
    Action("name-kind", "&Kind of name…", NAMES, ("K",), Needs.MARKING, in_text=True),
    Action("name-extent", "&Extent of name…", NAMES, ("X",), Needs.MARKING, in_text=True),
    Action("name-none", "&Not a name…", NAMES, ("Shift+Del",), Needs.MARKING, in_text=True),
    Action("name-same", "&Same as…", NAMES, ("S",), Needs.MARKING, in_text=True),
    Action("name-split", "S&plit off…", NAMES, ("P",), Needs.MARKING, in_text=True),
    Action("name-rename", "&Rename…", NAMES, ("F2",), Needs.MARKING, in_text=True),
    Action("name-mark", "&Mark selection as a name…", NAMES, ("M",), Needs.MARKING, in_text=True, separated=True),
    Action("review", "Re&view doubtful names", NAMES, ("F8",), Needs.MARKING, separated=True),
    Action("glossary", "&Glossary…", NAMES, ("Ctrl+Shift+G",)),
    Action(
        "entity-page",
        "Everything &about this name",
        NAMES,
        ("Ctrl+E",),
        Needs.ARTICLE,
        separated=True,
        also="entity page, mentions in the library",
    ),
    Action("graph", "&Who appears with whom", NAMES, ("Ctrl+G",), also="graph of entities, network, relations"),
)

ACTIONS: tuple[Action, ...] = (
    Action("open", "&Open…", "&File", ("Ctrl+O",), Needs.WRITING, icon="folder-open-outline"),
    Action("open-folder", "Open &folder…", "&File", ("Ctrl+Alt+O",), Needs.WRITING),
    Action("paste", "&Paste text…", "&File", ("Ctrl+Shift+V",), Needs.WRITING, icon="clipboard-text-outline"),
    Action("samples", "Open the &sample articles", "&File", (), Needs.WRITING),
    Action("new-library", "&New library…", "&File", ("Ctrl+Shift+N",), separated=True),
    Action("open-library", "Open &library…", "&File", ("Ctrl+Shift+O",)),
    Action("new-window", "New &window on this library", "&File"),
    Action("export", "&Export notes…", "&File", ("Ctrl+Shift+E",), Needs.CHOICE, icon="export-variant", separated=True),
    Action("delete", "&Delete article", "&File", ("Ctrl+Shift+Backspace",), Needs.REMOVING),
    Action("quit", "&Quit", "&File", ("Ctrl+Q",), separated=True),
    Action("undo", "&Undo", "&Edit", ("Ctrl+Z",), icon="undo"),
    Action("redo", "&Redo", "&Edit", ("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo"),
    Action("copy", "&Copy", "&Edit", ("Ctrl+C",), Needs.ARTICLE, in_text=True, separated=True),
    Action("copy-quotation", "Copy as &quotation", "&Edit", ("Ctrl+Shift+C",), Needs.ARTICLE),
    Action("find", "&Find in article…", "&Edit", ("Ctrl+F",), Needs.ARTICLE, icon="magnify", separated=True),
    Action("find-next", "Find &next", "&Edit", ("F3",), Needs.ARTICLE),
    Action("find-previous", "Find &previous", "&Edit", ("Shift+F3",), Needs.ARTICLE),
    Action("search", "&Search the library", "&Edit", ("Ctrl+Shift+F", "Ctrl+L")),
    Action("palette", "Co&mmands…", "&Edit", ("Ctrl+K",), separated=True),
    Action("back", "&Back", "&Go", ("Alt+Left",), icon="arrow-left"),
    Action("forward", "&Forward", "&Go", ("Alt+Right",), icon="arrow-right"),
    Action("next-article", "&Next article", "&Go", ("Ctrl+PgDown",), separated=True),
    Action("previous-article", "&Previous article", "&Go", ("Ctrl+PgUp",)),
    Action("next-mark", "Next &highlight", "&Go", ("F4",), Needs.ARTICLE, separated=True),
    Action("previous-mark", "Previous h&ighlight", "&Go", ("Shift+F4",), Needs.ARTICLE),
    Action("go-library", "Go to the &library", "&Go", ("F5",), separated=True),
    Action("go-text", "Go to the &text", "&Go", ("F6",)),
    Action("go-panel", "Go to the &side panel", "&Go", ("F7",)),
    Action("panel-library", "&Library", "&View", ("F9",), checkable=True),
    Action("panel-side", "&Side panel", "&View", ("F10",), checkable=True),
    Action("tab-summary", "S&ummary", "&View", ("Ctrl+1",), separated=True),
    Action("tab-entities", "&Entities", "&View", ("Ctrl+2",)),
    Action("tab-notes", "&Notes", "&View", ("Ctrl+3",)),
    Action("zoom-in", "Zoom &in", "&View", ("Ctrl++", "Ctrl+="), separated=True),
    Action("zoom-out", "Zoom &out", "&View", ("Ctrl+-",)),
    Action("zoom-reset", "&Actual size", "&View", ("Ctrl+0",)),
    Action("appearance-system", "Appearance of the s&ystem", "&View", checkable=True, separated=True),
    Action("appearance-light", "Li&ght", "&View", checkable=True),
    Action("appearance-dark", "&Dark", "&View", checkable=True),
    Action("about-article", "A&bout this article…", "A&rticle", ("Ctrl+I",), Needs.ARTICLE),
    Action("extract-again", "&Extract again…", "A&rticle", (), Needs.MARKING, separated=True),
    Action("versions", "&Versions…", "A&rticle", (), Needs.ARTICLE),
    Action("compare", "&Compare with another copy…", "A&rticle", ("Ctrl+D",), Needs.ARTICLE),
    Action("save-original", "&Save original…", "A&rticle", (), Needs.ARTICLE, separated=True),
    Action("verify", "Veri&fy", "A&rticle", (), Needs.ARTICLE),
    *_colors(),
    Action("note", "Write a &note", "&Annotate", ("N",), Needs.MARKING, in_text=True, separated=True),
    Action("tag", "&Tag", "&Annotate", ("T",), Needs.MARKING, in_text=True),
    Action("remove-mark", "&Remove highlight", "&Annotate", ("Del",), Needs.MARKING, in_text=True),
    Action("cycle-marks", "Next highlight &under the cursor", "&Annotate", ("O",), Needs.ARTICLE, in_text=True),
    Action("analyse", "Analyse a&gain", "&Annotate", ("Ctrl+R",), Needs.MARKING, separated=True),
    *_SUMMARY,
    *_NAMES,
    Action("shortcuts", "&Keyboard shortcuts", "&Help", ("F1",)),
    Action("about", "&About Apostil", "&Help"),
)

MENUS = ("&File", "&Edit", "&Go", "&View", "A&rticle", "&Annotate", SUMMARY, NAMES, "&Help")

TOOLBAR = ("open", "paste", "", "back", "forward", "", "undo", "redo", "", "find", "export")

LABELLED = frozenset({"open", "paste", "export"})
"""Actions of the tool bar whose symbol is not universal: they stand there with their words."""


class Actions:
    """The actions of one window, made from the list, each bound to what does it."""

    def __init__(self, window: QWidget, text: QWidget, handlers: Mapping[str, Callable[[], object]]) -> None:
        self._actions: dict[str, QAction] = {}
        for action in ACTIONS:
            made = QAction(_words(action.title), window)
            made.setObjectName(action.id)
            made.setShortcuts([QKeySequence(key) for key in action.keys])
            made.setCheckable(action.checkable)
            made.setToolTip(tip(action))
            made.setData(_words(action.also) if action.also else "")
            made.triggered.connect(_calling(handlers[action.id]))
            if action.in_text:
                made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                text.addAction(made)
            else:
                window.addAction(made)
            self._actions[action.id] = made

    def __getitem__(self, action_id: str) -> QAction:
        """The action of this id.

        Raises:
            KeyError: where there is none.
        """
        return self._actions[action_id]

    def set_theme(self, theme: Theme) -> None:
        """Take the icons in these colours."""
        for action in ACTIONS:
            if action.icon:
                self._actions[action.id].setIcon(icon(action.icon, theme))

    def name_undo(self, stack: QUndoStack) -> None:
        """Say what would be undone and done again."""
        for action_id, words, name, possible in (
            ("undo", _words("&Undo"), stack.undoText(), stack.canUndo()),
            ("redo", _words("&Redo"), stack.redoText(), stack.canRedo()),
        ):
            action = self._actions[action_id]
            what = f"{name[:1].lower()}{name[1:]}".replace("&", "&&")
            action.setText(f"{words} {what}".rstrip())
            action.setIconText(words.replace("&", ""))
            action.setEnabled(possible)

    def allow(
        self,
        *,
        article: bool,
        summary: bool,
        chosen: bool,
        read_only_because: str,
        idle: Mapping[str, str] | None = None,
    ) -> None:
        """Enable what can be done now.

        An article lies open, there may be a summary of it or of several, some articles are chosen, and nothing keeps
        the library from changing. Some actions may be `idle` all the same, each for the reason that is given.

        What cannot be done says why in its tool tip.
        """
        writing = not read_only_because
        met = {
            Needs.WRITING: writing,
            Needs.ARTICLE: article,
            Needs.MARKING: article and writing,
            Needs.SUMMARY: summary,
            Needs.CHOOSING: summary and writing,
            Needs.CHOICE: chosen,
            Needs.REMOVING: chosen and writing,
        }
        for action in ACTIONS:
            if action.needs is Needs.NOTHING:
                continue
            reason = (idle or {}).get(action.id, "")
            if not met[action.needs]:
                lacks_writing = action.needs in CHANGING and not writing
                reason = read_only_because if lacks_writing else _words(NO_ARTICLE)
            made = self._actions[action.id]
            made.setEnabled(not reason)
            made.setToolTip(reason or tip(action))


def tip(action: Action) -> str:
    """The name of an action with its key."""
    name = _words(action.title).replace("&", "").rstrip("…")
    if not action.keys:
        return name
    return f"{name} ({QKeySequence(action.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)})"


def _words(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


def _calling(handler: Callable[[], object]) -> Callable[[bool], None]:
    def triggered(_checked: bool = False) -> None:
        handler()

    return triggered
