"""Words for numbers, languages and dates in the interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QLocale

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


_PAST = {
    "Change kind of": QT_TRANSLATE_NOOP("Wording", "Changed the kind of"),
    "Change words of": QT_TRANSLATE_NOOP("Wording", "Changed the words of"),
    "Remove entity": QT_TRANSLATE_NOOP("Wording", "Removed the name"),
    "Add": QT_TRANSLATE_NOOP("Wording", "Added"),
    "Change": QT_TRANSLATE_NOOP("Wording", "Changed"),
    "Confirm": QT_TRANSLATE_NOOP("Wording", "Confirmed"),
    "Import": QT_TRANSLATE_NOOP("Wording", "Imported"),
    "Join": QT_TRANSLATE_NOOP("Wording", "Joined"),
    "Keep": QT_TRANSLATE_NOOP("Wording", "Kept"),
    "Mark": QT_TRANSLATE_NOOP("Wording", "Marked"),
    "Remove": QT_TRANSLATE_NOOP("Wording", "Removed"),
    "Rename": QT_TRANSLATE_NOOP("Wording", "Renamed"),
    "Split": QT_TRANSLATE_NOOP("Wording", "Split"),
}
"""How the labels of steps of undo begin, and what is said when it was done; the longer beginnings come first."""


def done_words(label: str) -> str:
    """What a step of undo did, without a full stop: “Changed the kind of Mali to place”."""
    for beginning, past in _PAST.items():
        if label.startswith(f"{beginning} "):
            return _tr(str(past)) + label[len(beginning) :]
    return _tr("Done: {}").format(f"{label[:1].lower()}{label[1:]}")


def _tr(words: str) -> str:
    return QCoreApplication.translate("Wording", words)
