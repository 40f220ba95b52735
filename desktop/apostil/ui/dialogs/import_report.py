"""Says how an import went: what came in, what did not and why, and what else could come."""

from __future__ import annotations

from collections import Counter, defaultdict
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout

from apostil.importers.folders import in_order
from apostil.ui.forms import APART, BESIDE, name_field, soft
from apostil.ui.wording import counted, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from apostil.domain.article import ArticleId
    from apostil.services.importing.report import Problem, Report

MOST_LINES = 100
"""So many files are listed for a reason, and as many articles that came in; the rest is counted, and copied."""

MOST_LEFT_OUT = 10
"""So many of the files are listed that were left out."""

SHARED_STYLE = "margin:0 0 2px 0"
APART_STYLE = "margin:0 0 12px 0"


def worth_telling(report: Report) -> bool:
    """Whether an import needs more to be said of it than that it is done."""
    return bool(report.problems or report.offers or report.piles or report.left_out or _came_enclosed(report))


class ImportReport(QDialog):
    """Stays open beside the window, and can be copied.

    Signals:
        attachments_wanted: the files that came enclosed in mails are to be looked at.
    """

    attachments_wanted = Signal()

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importReport")
        self.setWindowTitle(self.tr("Import report"))
        self.setModal(False)
        self._report = report
        self._summary = QLabel("\n".join(summary(report)))
        self._summary.setObjectName("reportSummary")
        self._summary.setWordWrap(True)
        self._list = self._made_list()
        self._build()
        self.resize(560, self.minimumSizeHint().height() if self._list.isHidden() else 400)

    @property
    def words(self) -> str:
        """Everything it says, as it is copied: a line a file."""
        lines = list(summary(self._report))
        groups = _grouped(self._report.problems)
        if groups:
            lines += ["", *(f"{each.origin or each.name}: {reason}" for reason, those in groups for each in those)]
        if self._report.left_out:
            lines += ["", *(_tr("{}: left out").format(item.origin) for item in self._report.left_out)]
        if self._report.arrivals:
            lines += ["", *(f"{each.title} ({each.item.origin})" for each in self._report.arrivals)]
        return "\n".join(lines)

    def copy(self) -> None:
        """Put everything on the clipboard."""
        QGuiApplication.clipboard().setText(self.words)

    def _made_list(self) -> QTextEdit:
        made = QTextEdit()
        made.setObjectName("reportList")
        made.setReadOnly(True)
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        made.setTabChangesFocus(True)
        name_field(made, self.tr("Files and reasons"))
        told = (*_told_problems(self._report), *_told_left_out(self._report), *_told_arrivals(self._report))
        made.setHtml("".join(told))
        made.setVisible(bool(told))
        return made

    def _build(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = QPushButton(self.tr("&Copy"))
        copy.setToolTip(self.tr("Copy the files and the reasons"))
        copy.clicked.connect(lambda _checked: self.copy())
        copy.setAutoDefault(False)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(APART, APART, APART, APART)
        layout.setSpacing(APART)
        layout.addWidget(self._summary)
        layout.addWidget(self._list, 1)
        if self._report.offers:
            layout.addLayout(self._offer())
        layout.addWidget(buttons)
        close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self) -> QHBoxLayout:
        """The row that offers what came enclosed in mails."""
        count = len(self._report.offers)
        row = QHBoxLayout()
        row.setSpacing(BESIDE)
        words = soft(
            self.tr("One file came enclosed with a mail.")
            if count == 1
            else self.tr("{} files came enclosed with mails.").format(count)
        )
        button = QPushButton(self.tr("Open &attachments…"))
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: self.attachments_wanted.emit())
        row.addWidget(words, 1)
        row.addWidget(button)
        return row


def summary(report: Report) -> list[str]:
    """How an import went, in a sentence or a few."""
    told = [_told_new(len(report.new))]
    known = len(known_before(report))
    if known:
        told.append(
            _tr("One article was already in the library.")
            if known == 1
            else _tr("{} articles were already in the library.").format(written(known))
        )
    twice = len(report.known) - known
    if twice:
        told.append(_tr("One file came twice.") if twice == 1 else _tr("{} files came twice.").format(written(twice)))
    if report.problems:
        told.append(_not_opened(len(report.problems)))
    if report.dropped:
        told.append(_dropped(report.dropped))
    return told if report.new or report.known or not report.problems else told[1:]


def known_before(report: Report) -> list[ArticleId]:
    """The articles that came and were in the library before this import, each once."""
    new = set(report.new)
    return [article for article in dict.fromkeys(report.known) if article not in new]


def _came_enclosed(report: Report) -> bool:
    return any(arrival.item.way for arrival in report.arrivals)


def _told_new(count: int) -> str:
    if not count:
        return _tr("Nothing new came in.")
    return _tr("{} came in.").format(counted(count, _tr("article"), _tr("articles")))


def _not_opened(count: int) -> str:
    if count == 1:
        return _tr("One file was not opened.")
    return _tr("{} files were not opened.").format(written(count))


def _dropped(count: int) -> str:
    if count == 1:
        return _tr("One file was left out when the import was stopped.")
    return _tr("{} files were left out when the import was stopped.").format(written(count))


def _grouped(problems: Iterable[Problem]) -> list[tuple[str, list[Problem]]]:
    """The problems by their reasons, the most common one first, in the order people count in."""
    groups: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        groups[problem.reason].append(problem)
    for those in groups.values():
        those.sort(key=lambda problem: in_order(problem.origin or problem.name))
    return sorted(groups.items(), key=lambda group: (-len(group[1]), in_order(group[1][0].name)))


def _told_problems(report: Report) -> list[str]:
    often = Counter(problem.name for problem in report.problems)
    told = []
    for reason, those in _grouped(report.problems):
        names = [each.name if often[each.name] == 1 else each.origin or each.name for each in those]
        if len(those) == 1:
            told.append(f'<p style="{APART_STYLE}"><b>{escape(names[0])}</b><br>{escape(reason)}</p>')
        else:
            count = _tr("{} files").format(written(len(those)))
            told.append(f'<p style="{SHARED_STYLE}"><b>{escape(count)}</b><br>{escape(reason)}</p>{_listed(names)}')
    return told


def _told_arrivals(report: Report) -> list[str]:
    """What came in, where one does not know it from having chosen it."""
    if not report.arrivals or not (report.piles or report.problems or _came_enclosed(report)):
        return []
    names = [each.title or each.item.name for each in report.arrivals]
    return [f'<p style="{SHARED_STYLE}"><b>{escape(_tr("Came in"))}</b></p>', _listed(names)]


def _told_left_out(report: Report) -> list[str]:
    """The first of those that were left out: they lie where they lay, and the rest follows them."""
    if not report.left_out:
        return []
    names = [item.name for item in report.left_out]
    return [f'<p style="{SHARED_STYLE}"><b>{escape(_tr("Left out"))}</b></p>', _listed(names, MOST_LEFT_OUT)]


def _listed(names: Sequence[str], most: int = MOST_LINES) -> str:
    shown = [escape(name) for name in names[:most]]
    if len(names) > most:
        shown.append(escape(_tr("and {} more").format(written(len(names) - most))))
    return f'<p style="{APART_STYLE};margin-left:16px">{"<br>".join(shown)}</p>'


def _tr(words: str) -> str:
    return QCoreApplication.translate("ImportReport", words)
