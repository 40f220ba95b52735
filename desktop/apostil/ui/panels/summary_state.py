"""What the panel of the summary says of it in a line: how much of the article it is, and what the reader chose."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from apostil.domain.items import choosable, is_choosable
from apostil.domain.summary import FEW, Unit
from apostil.ui.panels.summary_length import seconds_to_read, seconds_words, time_words
from apostil.ui.wording import counted, written

if TYPE_CHECKING:
    from apostil.domain.summary import Summary
    from apostil.ui.desk import Desk


def state_words(desk: Desk, *, busy: bool) -> str:
    """How much of the article the summary is, how long it takes to read, and what in it is the reader's own."""
    total = count_of(desk)
    sentences = counted(total, _tr("sentence"), _tr("sentences"))
    if total <= FEW:
        return _tr("This article has only {sentences}: too short to be summarised.").format(sentences=sentences)
    summary = desk.summary
    shown = written(len(summary.sentences) if summary else 0)
    if busy or summary is None or desk.survey is None:
        return _tr("{shown} of {sentences}. Ranking them anew…").format(shown=shown, sentences=sentences)
    whole = len(summary.sentences) == total
    words = _tr("The whole article: all {sentences}") if whole else _tr("{shown} of {sentences}")
    words = words.format(shown=shown, sentences=sentences)
    order = _tr(", in your order") if summary.arranged else ""
    return f"{words}{own_words(summary)}{order}{ended_words(summary)}. {_reading(desk, summary)}"


def count_of(desk: Desk) -> int:
    """How many sentences of the article there are to choose from, as far as is known yet."""
    if desk.article is None or desk.analysis is None:
        return 0
    return len(desk.survey.sentences if desk.survey else choosable(desk.article, desk.analysis.sentences))


def nothing_because(desk: Desk) -> str:
    """Why nothing of the open article can be summarised, in a few words; empty where it can, or is not known yet."""
    article, analysis = desk.article, desk.analysis
    if article is None or analysis is None or (desk.survey and desk.survey.sentences):
        return ""
    if any(is_choosable(article, sentence) for sentence in analysis.sentences):
        return ""
    return _tr("This article has no sentences to choose from")


def left_out_words(count: int, *, shown: bool) -> str:
    """How many sentences the reader left out, and that they can be seen or put away; nothing where there are none."""
    if not count:
        return ""
    sentences = counted(count, _tr("sentence left out"), _tr("sentences left out"))
    return f"{sentences} · {_tr('Hide') if shown else _tr('Show')}"


def ended_words(summary: Summary) -> str:
    """Why a summary is shorter than it was to be; nothing where it is not."""
    return _tr(": the others repeat these") if summary.repeating else ""


def own_words(summary: Summary) -> str:
    """How many sentences of a summary are the reader's own, and how many of them the length leaves out of account."""
    kept = sum(sentence.pinned for sentence in summary.sentences)
    on_top = len(summary.sentences) - len(summary.within_length)
    if not kept:
        return ""
    words = _tr(", {n} of them yours").format(n=written(kept))
    if on_top:
        more = _tr(", on top of the length") if on_top == kept else _tr(", {n} on top of the length")
        words += more.format(n=written(on_top))
    return words


def _reading(desk: Desk, summary: Summary) -> str:
    lengths = desk.survey.words if desk.survey else ()
    seconds = max(1, ceil(seconds_to_read(lengths[one.index] for one in summary.sentences)))
    # Beside a slider of seconds, seconds; 101 there and 2 minutes here would be two times to read.
    time = seconds_words(seconds) if summary.length.unit is Unit.SECONDS else time_words(seconds)
    return _tr("{time} to read.").format(time=time)


def _tr(words: str) -> str:
    return QCoreApplication.translate("SummaryState", words)
