"""How the interface calls kinds, colours, statuses and methods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QToolTip

from apostil.domain.annotation import Color, Status
from apostil.domain.entity import Kind
from apostil.domain.summary import Method

if TYPE_CHECKING:
    from collections.abc import Sequence

TIP_WIDTH = 60
"""Characters on a line of a long tool tip."""

_KIND = {
    Kind.PERSON: QT_TRANSLATE_NOOP("words", "person"),
    Kind.ORGANIZATION: QT_TRANSLATE_NOOP("words", "organisation"),
    Kind.LOCATION: QT_TRANSLATE_NOOP("words", "place"),
    Kind.GROUP: QT_TRANSLATE_NOOP("words", "group"),
    Kind.EVENT: QT_TRANSLATE_NOOP("words", "event"),
    Kind.WORK: QT_TRANSLATE_NOOP("words", "work"),
}
_KINDS = {
    Kind.PERSON: QT_TRANSLATE_NOOP("words", "People"),
    Kind.ORGANIZATION: QT_TRANSLATE_NOOP("words", "Organisations"),
    Kind.LOCATION: QT_TRANSLATE_NOOP("words", "Places"),
    Kind.GROUP: QT_TRANSLATE_NOOP("words", "Groups"),
    Kind.EVENT: QT_TRANSLATE_NOOP("words", "Events"),
    Kind.WORK: QT_TRANSLATE_NOOP("words", "Works"),
}
_LINE = {
    Kind.PERSON: QT_TRANSLATE_NOOP("words", "a solid line"),
    Kind.ORGANIZATION: QT_TRANSLATE_NOOP("words", "a double line"),
    Kind.LOCATION: QT_TRANSLATE_NOOP("words", "a dotted line"),
    Kind.GROUP: QT_TRANSLATE_NOOP("words", "a dashed line"),
    Kind.EVENT: QT_TRANSLATE_NOOP("words", "a wavy line"),
    Kind.WORK: QT_TRANSLATE_NOOP("words", "a dash-dot line"),
}
_COLOR = {
    Color.YELLOW: QT_TRANSLATE_NOOP("words", "Yellow"),
    Color.RED: QT_TRANSLATE_NOOP("words", "Red"),
    Color.GREEN: QT_TRANSLATE_NOOP("words", "Green"),
    Color.BLUE: QT_TRANSLATE_NOOP("words", "Blue"),
    Color.PURPLE: QT_TRANSLATE_NOOP("words", "Purple"),
    Color.MAGENTA: QT_TRANSLATE_NOOP("words", "Magenta"),
    Color.ORANGE: QT_TRANSLATE_NOOP("words", "Orange"),
    Color.GRAY: QT_TRANSLATE_NOOP("words", "Grey"),
}
_STATUS = {
    Status.NONE: QT_TRANSLATE_NOOP("words", "No status"),
    Status.TO_CHECK: QT_TRANSLATE_NOOP("words", "To check"),
    Status.CONFIRMED: QT_TRANSLATE_NOOP("words", "Confirmed"),
    Status.DISPUTED: QT_TRANSLATE_NOOP("words", "Disputed"),
    Status.WITHDRAWN: QT_TRANSLATE_NOOP("words", "Withdrawn"),
}
_METHOD = {
    Method.AUTO: QT_TRANSLATE_NOOP("words", "Automatic"),
    Method.LEXRANK: "LexRank",
    Method.TEXTRANK: "TextRank",
    Method.LSA: "LSA",
    Method.LUHN: "Luhn",
    Method.KL: "KL",
    Method.SUMBASIC: "SumBasic",
    Method.REDUCTION: QT_TRANSLATE_NOOP("words", "Reduction"),
    Method.EDMUNDSON: "Edmundson",
    Method.LEAD: QT_TRANSLATE_NOOP("words", "Lead"),
}
_EXPLANATION = {
    Method.AUTO: QT_TRANSLATE_NOOP(
        "words", "What a reader of news needs first: where it stands, what it says for all, whom and what it names"
    ),
    Method.LEXRANK: QT_TRANSLATE_NOOP(
        "words", "Sentences that say what many other sentences say, by shared rare words"
    ),
    Method.TEXTRANK: QT_TRANSLATE_NOOP("words", "Sentences that share the most words with the others"),
    Method.LSA: QT_TRANSLATE_NOOP("words", "Sentences that stand for the main themes of the article"),
    Method.LUHN: QT_TRANSLATE_NOOP("words", "Sentences where frequent words stand close together"),
    Method.KL: QT_TRANSLATE_NOOP("words", "Sentences that together use words as the whole article does"),
    Method.SUMBASIC: QT_TRANSLATE_NOOP("words", "Sentences with the most frequent words, each counted once"),
    Method.REDUCTION: QT_TRANSLATE_NOOP("words", "Sentences that resemble all the others the most"),
    Method.EDMUNDSON: QT_TRANSLATE_NOOP(
        "words", "Sentences with words of the title and headings, and in telling places"
    ),
    Method.LEAD: QT_TRANSLATE_NOOP("words", "The first sentences, as the author put them"),
}


def kind_name(kind: Kind) -> str:
    """One entity of this kind, in a word: “place”."""
    return _said(_KIND[kind])


def kind_names(kind: Kind) -> str:
    """All entities of this kind, in a word: “Places”."""
    return _said(_KINDS[kind])


def line_name(kind: Kind) -> str:
    """The line that stands under entities of this kind: “a dotted line”."""
    return _said(_LINE[kind])


def color_name(color: Color) -> str:
    """The colour of a mark: “Yellow”."""
    return _said(_COLOR[color])


def status_name(status: Status) -> str:
    """How far a mark was checked: “To check”."""
    return _said(_STATUS[status])


def method_name(method: Method) -> str:
    """The name of a method of summarising."""
    return _said(_METHOD[method])


def method_explanation(method: Method) -> str:
    """What a method of summarising looks for, in one line."""
    return _said(_EXPLANATION[method])


def _said(words: object) -> str:
    return QCoreApplication.translate("words", str(words))


def wrapped_tip(lines: Sequence[str]) -> str:
    """A tool tip of these lines, each broken after some sixty characters, with every character as it stands."""
    metrics = QFontMetrics(QToolTip.font())
    widest = max(map(metrics.horizontalAdvance, lines), default=0)
    width = min(widest + 4, metrics.averageCharWidth() * TIP_WIDTH)
    from html import escape

    rows = "".join(f'<tr><td style="white-space: pre-wrap">{escape(line)}</td></tr>' for line in lines)
    return f'<table width="{width}" cellspacing="0" cellpadding="1">{rows}</table>'


def shortened(words: str, limit: int = 40) -> str:
    """Words on one line, cut at a space where they are longer than so many characters."""
    line = " ".join(words.split())
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
