"""Words for numbers, languages and dates in the interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

if TYPE_CHECKING:
    import datetime as dt


def written(number: int) -> str:
    """A number in the system's own way of writing numbers."""
    return QLocale().toString(number)


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{written(number)} {one if number == 1 else many}"


def time_left(seconds: float) -> str:
    """How long something will still take, no more exactly than it can be told."""
    if seconds < 50:
        return _tr("{} s left").format(max(5, 5 * round(seconds / 5)))
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return _tr("{} min left").format(minutes)
    hours, minutes = divmod(minutes, 60)
    return _tr("{hours} h {minutes} min left").format(hours=hours, minutes=minutes)


def language_name(code: str) -> str:
    """A language's name, or the empty string where it is unknown."""
    if not code:
        return ""
    language = QLocale.codeToLanguage(code)
    return code.upper() if language is QLocale.Language.AnyLanguage else QLocale.languageToString(language)


def short_date(date: dt.date) -> str:
    """A day as lists show it: 31 Jan 2026."""
    return QLocale().toString(QDate(date.year, date.month, date.day), "d MMM yyyy")


def _tr(words: str) -> str:
    return QCoreApplication.translate("Wording", words)
