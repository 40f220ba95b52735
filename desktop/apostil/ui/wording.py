"""Words for numbers, languages and dates in the interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

if TYPE_CHECKING:
    import datetime as dt


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun, in the system's own way of writing numbers."""
    return f"{QLocale().toString(number)} {one if number == 1 else many}"


def language_name(code: str) -> str:
    """A language's name, or the empty string where it is unknown."""
    if not code:
        return ""
    language = QLocale.codeToLanguage(code)
    return code.upper() if language is QLocale.Language.AnyLanguage else QLocale.languageToString(language)


def short_date(date: dt.date) -> str:
    """A day as lists show it: 31 Jan 2026."""
    return QLocale().toString(QDate(date.year, date.month, date.day), "d MMM yyyy")
