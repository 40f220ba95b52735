"""HTML: one file without scripts or remote references, the article with its marks inline and the notes beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from apostil import assets
from apostil.domain.article import Role
from apostil.exporters import prose
from apostil.exporters import sheet as words
from apostil.exporters.layout import lay_out
from apostil.exporters.registry import Format

if TYPE_CHECKING:
    from jinja2 import Environment

    from apostil.domain.notes import Notes, Stamp

DEEPEST = 4
"""Of more marks on the same words than these, the uppermost share one height."""


def write(all_notes: Sequence[Notes], stamp: Stamp) -> bytes:
    """The notes of one or several articles as one HTML page."""
    sheets = words.sheets(all_notes)
    page = environment().get_template("notes.html")
    html = page.render(
        heading=words.heading(sheets),
        sheets=sheets,
        layouts=[lay_out(one, notes.entities) for one, notes in zip(sheets, all_notes, strict=True)],
        themes={name: theme(name) for name in ("light", "dark")},
        version=stamp.version,
        signature=words.signature(stamp),
    )
    return words.printable(html).encode()


@cache
def environment() -> Environment:
    """What fills the templates in: everything that is put into a page is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(assets.path("templates")),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    made.globals.update(
        Role=Role, kinds=words.KINDS, lines=words.LINES, deepest=DEEPEST, words=words, omitted_line=words.omitted_line
    )
    # markdown-it escapes every character of a note that HTML could read as its own.
    made.filters["prose"] = lambda note: Markup(prose.to_html(note))  # noqa: S704
    return made


def theme(name: str) -> dict[str, dict[str, str]]:
    """The colours of a theme by their use, as the template names these."""
    found = assets.table(f"themes/{name}.toml")
    return {"tones": found["tones"], "tints": found["tints"], "entities": found["entities"]}


FORMAT = Format("html", "HTML", ".html", "text/html", write)
