"""Builds the e-books that the importers' tests read, all invented."""

from __future__ import annotations

import zipfile
from io import BytesIO

from support.documents import PARAGRAPHS

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
ABOUT = (
    "<dc:title>The quays of Lindara</dc:title><dc:creator>Oriane Veldt</dc:creator>"
    "<dc:publisher>Tidemark Press</dc:publisher><dc:date>2024-05-12</dc:date><dc:language>en-GB</dc:language>"
)
FIRST = f"<h1>The harbour</h1><p>{PARAGRAPHS[0]}</p>"
SECOND = f"<h1>The port authority</h1><p>{PARAGRAPHS[1]}</p>"
THIRD = f"<h1>The lenders</h1><p>{PARAGRAPHS[2]}</p>"
CHAPTERS = {"c1.xhtml": FIRST, "c2.xhtml": SECOND, "c3.xhtml": THIRD}


def page(body: str, head: str = "<title>A page</title>") -> str:
    """A document of a book."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head>{head}</head><body>{body}</body></html>'
    )


def contents(*lines: tuple[str, str]) -> str:
    """A navigation document with lines given as words and addresses."""
    listed = "".join(f'<li><a href="{address}">{words}</a></li>' for words, address in lines)
    return page(f'<nav epub:type="toc"><h1>Contents</h1><ol>{listed}</ol></nav>')


def ncx(*lines: tuple[str, str]) -> str:
    """A table of contents as older books have it."""
    points = "".join(
        f'<navPoint><navLabel><text>{words}</text></navLabel><content src="{address}"/></navPoint>'
        for words, address in lines
    )
    return f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{points}</navMap></ncx>'


def package(pages: dict[str, str], about: str = ABOUT, items: str = "", spine: str = "", guide: str = "") -> str:
    """The description of a book whose reading order is that of these pages, or the one given."""
    manifest = "".join(
        f'<item id="p{number}" href="{name}" media-type="application/xhtml+xml"/>' for number, name in enumerate(pages)
    )
    order = spine or "".join(f'<itemref idref="p{number}"/>' for number in range(len(pages)))
    return (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf" version="3.0">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{about}</metadata>'
        f"<manifest>{manifest}{items}</manifest><spine>{order}</spine>{guide}</package>"
    )


def archive(members: dict[str, str | bytes]) -> bytes:
    """A zip file with these members in this order."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else None)
    return buffer.getvalue()


def book(
    pages: dict[str, str] | None = None, *, nav: str = "", more: dict[str, str | bytes] | None = None, **said: str
) -> bytes:
    """A book of these bodies of pages, its members listed in the wrong order; `said` goes into its description."""
    pages = CHAPTERS if pages is None else pages
    if nav:
        item = '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        said["items"] = said.get("items", "") + item
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": package(pages, **said),
        **({"OPS/nav.xhtml": nav} if nav else {}),
        **{f"OPS/{name}": page(body) for name, body in reversed(pages.items())},
        **(more or {}),
    }
    return archive(members)
