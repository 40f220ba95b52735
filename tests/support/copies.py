"""An invented article that was saved twice, and an agency's copy of it, as pages that were really imported."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from apostil.domain.annotation import Color
from apostil.domain.edits import PresenceEdit
from apostil.domain.spans import Span
from apostil.services import annotating, reading
from apostil.store.preparing import prepare

if TYPE_CHECKING:
    from apostil.domain.annotation import Annotation
    from apostil.domain.article import ArticleId
    from apostil.store.library import Library

NOON = dt.datetime(2026, 2, 3, 12, 0, tzinfo=dt.UTC)
TITLE = "Brackwater harbour to close for eleven weeks"
ADDRESS = "https://gazette.example/gate"
GONE = "Their owners have been promised £120 a week each, which they call too little."

OLDER = (
    "The harbour of Brackwater will close for eleven weeks while a new tidal gate is built, the port authority said.",
    "Mayor Odile Fenn said the gate would cost £4.2m, not £3.9m as the council had been told in March of that year.",
    f"Fishing boats are to move to the eastern quay. {GONE}",
    "The Tidal Board meets on 3 March at Brackwater Hall. It will decide whether the mill stays open to visitors.",
    "Two earlier attempts to rebuild the gate failed for want of money, in 1998 and again thirteen years later.",
    "Shopkeepers along the front expect a quiet summer, and several have asked the council for help with rents.",
)
NEWER = (
    OLDER[0],
    OLDER[1].replace("£4.2m", "£4.6m"),
    "Fishing boats are to move to the eastern quay. A compensation scheme was voted down on Tuesday evening.",
    OLDER[3],
    "The works begin on 9 April, a week later than planned.",
    OLDER[5],
    OLDER[4],
)


def page(paragraphs: tuple[str, ...], title: str = TITLE, address: str = ADDRESS, outlet: str = "Gazette") -> bytes:
    """A saved web page with menus around its article."""
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    head = (
        f"<title>{title}</title><link rel='canonical' href='{address}'>"
        f"<meta property='og:site_name' content='{outlet}'>"
    )
    menus = "<nav><a href='/'>Home</a> <a href='/news'>News from the estuary</a></nav>"
    return (
        f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{menus}<article><h1>{title}</h1>{body}</article>"
        "<footer>All rights of the Gazette are reserved</footer></body></html>"
    ).encode()


def bring_in(library: Library, data: bytes, name: str, hours: int = 0) -> ArticleId:
    """Import these bytes as the window does, so many hours after noon."""
    extracted = reading.extract(data, name)
    when = NOON + dt.timedelta(hours=hours)
    source = reading.source_of(reading.File(name, data), extracted.media_type, when)
    article_id = library.insert(source, data, prepare(extracted.article))
    library.apply(PresenceEdit("Import", (article_id,), present=True))
    compare(library)
    return article_id


def compare(library: Library) -> None:
    """Compare what came in with everything else, as happens when there is time."""
    while library.compare_next() is not None:
        pass


def older(library: Library) -> ArticleId:
    """The copy that was saved first."""
    return bring_in(library, page(OLDER), "gate.html")


def newer(library: Library) -> ArticleId:
    """The copy that was saved a day later."""
    return bring_in(library, page(NEWER), "gate (1).html", 24)


def wire(library: Library) -> ArticleId:
    """The same story in another paper."""
    paragraphs = (*OLDER[:5], "Reporting by our own staff in the estuary was added to this story of an agency.")
    data = page(paragraphs, "Tidal gate shuts a harbour", "https://observer.example/x", "The Estuary Observer")
    return bring_in(library, data, "observer.html", 1)


def mark(library: Library, article_id: ArticleId, words: str, note: str = "") -> Annotation:
    """Mark these words."""
    article = library.article(article_id)
    start = article.text.index(words)
    span = Span(start, start + len(words))
    edit = annotating.mark(article, article_id, span, Color.GREEN, NOON, note)
    library.apply(edit)
    return edit.after[0]
