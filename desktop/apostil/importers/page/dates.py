"""The day on which a web page's article was published, as the page says it to programs and to readers."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from apostil.importers.dates import is_day_first, written_date
from apostil.importers.lexicon import folded, lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lxml.html import HtmlElement

    from apostil.importers.page.blocks import Found

_ISO = re.compile(r"\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)")
_WORLD_TIME = re.compile(r"\d\d:\d\d.*(?:Z|[+-]00:?00|GMT|UTC)\s*$")
_IN_DATA = re.compile(r"\"(?:datePublished|dateCreated)\"\s*:\s*\"([^\"]{6,60})\"")
_NEAR = 14
"""How many blocks below the headline are looked at for a date."""
_LONGEST = 160


class _Stamp(NamedTuple):
    """A day that a page names for programs; `elsewhere` says that it is the day in Greenwich, perhaps another one."""

    day: dt.date
    elsewhere: bool = False


def published_on(tree: HtmlElement, found: Sequence[Found], guess: Callable[[], str | None]) -> dt.date | None:
    """The day of publication, not that of a change.

    `guess`, which gives a day as 2024-05-06, is asked where the page itself is silent. Pages give programs the time in
    Greenwich, which late in the evening is another day than the one their readers see: then what readers see counts.
    """
    stamp = next(_stamps(tree), None)
    shown = _shown(found)
    if stamp is None:
        guessed = _stamp(guess() or "")
        return guessed.day if guessed else shown
    if shown and stamp.elsewhere and abs((shown - stamp.day).days) == 1:
        return shown
    return stamp.day


def _stamps(tree: HtmlElement) -> Iterator[_Stamp]:
    """The days that the page names as those of publication, the surest first."""
    named = [_stamp(text) for text in _in_meta(tree)]
    in_data = [_stamp(text) for text in _in_scripts(tree)]
    days = {stamp.day for stamp in named if stamp}
    agreed = [stamp for stamp in in_data if stamp and stamp.day in days]
    timed = {stamp.day: stamp for stamp in map(_stamp, _in_times(tree)) if stamp}
    alone = timed.values() if len(timed) == 1 else ()
    yield from (stamp for stamp in (*agreed, *in_data, *named, *alone) if stamp)


def _in_scripts(tree: HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json" and script.text:
            yield from (found[1] for found in islice(_IN_DATA.finditer(script.text), 8))


def _in_meta(tree: HtmlElement) -> list[str]:
    """What the page's head says under the names that stand for the day of publication, in the order of the list."""
    order = {name: place for place, name in enumerate(_NAMES)}
    known: list[tuple[int, str]] = []
    for element in tree.iter("meta"):
        names = (element.get("property"), element.get("name"), element.get("itemprop"))
        places = [order[name.lower()] for name in names if name and name.lower() in order]
        if places:
            known.append((min(places), element.get("content") or ""))
    return [text for _, text in sorted(known, key=lambda pair: pair[0])]


_NAMES = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "article:published",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "citation_publication_date",
    "publication_date",
    "publish-date",
    "publish_date",
    "publishdate",
    "pubdate",
    "date.created",
    "originalpublicationdate",
)


def _in_times(tree: HtmlElement) -> Iterator[str]:
    for element in tree.iter("time", "abbr", "span"):
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
            yield element.get("datetime") or element.get("content") or element.get("title") or ""


def _stamp(text: str) -> _Stamp | None:
    """The day in what is written for programs: 2024-05-06T08:00:00Z, or as mails and people write it."""
    iso = _ISO.match(text)
    parts = (iso[1], iso[2], iso[3]) if iso else (parsedate(text) or ())[:3]
    try:
        return _Stamp(dt.date(*map(int, parts)), bool(_WORLD_TIME.search(text)))
    except (TypeError, ValueError):
        written = written_date(text)
        return _Stamp(written.day) if written and written.is_certain and written.day else None


def _shown(found: Sequence[Found]) -> dt.date | None:
    """The day that stands below the headline."""
    top = next((index for index, block in enumerate(found) if block.level == 1), None)
    if top is None:
        return None
    days = (_day_of(block.text) for block in found[top + 1 : top + 1 + _NEAR])
    return next((day for day in days if day), None)


def _day_of(text: str) -> dt.date | None:
    """The day that a short line names, unless it is that of a change."""
    if len(text) > _LONGEST or not any(char.isdigit() for char in text):
        return None
    date = written_date(text, day_first=is_day_first(text))
    if not date or not date.is_certain or _says_changed(folded(text[: date.start])):
        return None
    return date.day


def _says_changed(line: str) -> bool:
    return any(word in line for word in lexicon("page")["changed"])
