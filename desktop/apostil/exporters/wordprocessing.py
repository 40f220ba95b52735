"""What python-docx leaves to its users: tinted runs, bookmarks, links inside the document, reproducible files."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from itertools import count
from typing import TYPE_CHECKING

from apostil.exporters.sheet import printable

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP archive can name."""

NORMAL = "Normal"
"""The style that a paragraph has by itself."""

_AFTER_LANGUAGE = ("w:eastAsianLayout", "w:specVanish", "w:oMath")
_AFTER_RUN_SHADE = ("w:fitText", "w:vertAlign", "w:rtl", "w:cs", "w:em", "w:lang", *_AFTER_LANGUAGE)
_AFTER_PARAGRAPH_SHADE = (
    "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct", "w:topLinePunct",
    "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind",
    "w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment",
    "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
)  # fmt: skip

_AFTER_TABLE_BORDERS = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption", "w:tblDescription")


class Styles:
    """Paragraphs of a style by its name, at the end of a document.

    python-docx looks through all styles, and through everything that is there already, for each of them.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._end = document.element.body.sectPr
        self._ids = {style.name: style.style_id for style in document.styles}

    def paragraph(self, name: str) -> Paragraph:
        """A new paragraph of this style at the end of the document."""
        from docx.text.paragraph import Paragraph

        paragraph = Paragraph(_element("w:p"), self._document._body)  # noqa: SLF001 - as its own add_paragraph does
        self._end.addprevious(paragraph._p)  # noqa: SLF001 - python-docx's documented way to what it lacks
        if name != NORMAL:
            paragraph._p.style = self._ids[name]  # noqa: SLF001 - as above
        return paragraph


def add_run(paragraph: Paragraph, text: str, language: str = "") -> Run:
    """Words at the end of a paragraph, without the characters that XML forbids; line ends become breaks."""
    run = paragraph.add_run(printable(text).replace("\r", "\n"))
    if language:
        properties = run._r.get_or_add_rPr()  # noqa: SLF001 - as above
        properties.insert_element_before(_element("w:lang", val=language), *_AFTER_LANGUAGE)
    return run


def tint(run: Run, fill: str) -> None:
    """Lay a colour, `#rrggbb`, under a run."""
    run._r.get_or_add_rPr().insert_element_before(_shade(fill), *_AFTER_RUN_SHADE)  # noqa: SLF001 - as above


def underline(run: Run, color: str) -> None:
    """Draw a thick line of this colour, `#rrggbb`, under a run."""
    from docx.enum.text import WD_UNDERLINE
    from docx.oxml.ns import qn

    run.font.underline = WD_UNDERLINE.THICK
    for line in run._r.iter(qn("w:u")):  # noqa: SLF001 - as above
        line.set(qn("w:color"), color.lstrip("#"))


def tint_paragraph(paragraph: Paragraph, fill: str) -> None:
    """Lay a colour, `#rrggbb`, under a paragraph."""
    paragraph._p.get_or_add_pPr().insert_element_before(_shade(fill), *_AFTER_PARAGRAPH_SHADE)  # noqa: SLF001 - as above


def hairlines(table: Table, color: str) -> None:
    """Rule a table with thin horizontal lines of this colour, `#rrggbb`, alone; let it be as wide as the text."""
    properties = table._tbl.tblPr  # noqa: SLF001 - as above
    borders = _element("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(_element(f"w:{side}", val="single", sz="4", space="0", color=color.lstrip("#")))
    properties.insert_element_before(borders, *_AFTER_TABLE_BORDERS)


def hold_together(row: _Row, *, header: bool = False) -> None:
    """Let no page end inside of a table's row; a header row is repeated on every page of the table."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - as above
    properties.append(_element("w:cantSplit"))
    if header:
        properties.append(_element("w:tblHeader"))


class Bookmarks:
    """Gives the bookmarks of one document their numbers."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def add(self, paragraph: Paragraph, name: str) -> None:
        """Set a bookmark where the paragraph ends so far."""
        number = str(next(self._numbers))
        paragraph._p.append(_element("w:bookmarkStart", id=number, name=name))  # noqa: SLF001 - as above
        paragraph._p.append(_element("w:bookmarkEnd", id=number))  # noqa: SLF001 - as above


def link(run: Run, bookmark: str) -> None:
    """Let a run lead to a bookmark of the same document."""
    hyperlink = _element("w:hyperlink", anchor=bookmark)
    run._r.addprevious(hyperlink)  # noqa: SLF001 - as above
    hyperlink.append(run._r)  # noqa: SLF001 - as above


def saved(document: Document, written: dt.datetime) -> bytes:
    """The document's bytes, the same for the same document and moment."""
    raw, fixed = io.BytesIO(), io.BytesIO()
    document.save(raw)
    moment = max(written.timetuple()[:6], EARLIEST)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, moment)
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return fixed.getvalue()


def _shade(fill: str) -> BaseOxmlElement:
    return _element("w:shd", val="clear", color="auto", fill=fill.lstrip("#"))


def _element(tag: str, **attributes: str) -> BaseOxmlElement:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
