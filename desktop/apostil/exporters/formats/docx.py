"""DOCX: the notes, then the article with its marks as tinted words; the same notes give the same bytes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from apostil import assets
from apostil.domain.annotation import Color
from apostil.domain.article import Role
from apostil.exporters import prose
from apostil.exporters import sheet as words
from apostil.exporters import wordprocessing as wp
from apostil.exporters.layout import Layout, Row, Run, lay_out
from apostil.exporters.registry import Format

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Row
    from docx.text.paragraph import Paragraph

    from apostil.domain.notes import Notes, Stamp
    from apostil.exporters.sheet import ChosenSentence, EntityLine, MarkLine, Sheet

LONGEST_PROPERTY = 255
"""Code points that a property of the document may have."""

_COLUMNS = {"Kind": 3.0, "Name": 4.4, "Also as": 2.9, "Mentions": 2.5, "Standing": 2.4}
"""The columns of the table of entities, with their widths in centimetres: as wide as the page's text together."""

_RULE = "#bfbfbf"

_STYLES = {
    Role.STANDFIRST: "Subtitle",
    Role.BYLINE: "No Spacing",
    Role.DATELINE: "No Spacing",
    Role.LIST_ITEM: "List Bullet",
    Role.QUOTATION: "Quote",
    Role.CAPTION: "Caption",
    Role.FOOTNOTE: "Body Text 3",
    Role.COMMENT: "Body Text 3",
}


def write(all_notes: Sequence[Notes], stamp: Stamp) -> bytes:
    """The notes of one or several articles as one DOCX file."""
    from docx import Document

    sheets = words.sheets(all_notes)
    document = Document()
    describe(document, words.heading(sheets), stamp)
    paper = _Paper(document, 1 if len(sheets) == 1 else 2)
    paper.front(sheets)
    for one, notes in zip(sheets, all_notes, strict=True):
        paper.article(one, lay_out(one, notes.entities), alone=len(sheets) == 1)
    paper.line(words.signature(stamp))
    return wp.saved(document, stamp.written)


def describe(document: Document, title: str, stamp: Stamp) -> None:
    """Give every property that a program might fill in by itself a value of ours."""
    properties = document.core_properties
    written = stamp.written.astimezone(dt.UTC).replace(tzinfo=None) if stamp.written.tzinfo else stamp.written
    properties.title = words.printable(title)[:LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = f"Apostil {stamp.version}"[:LONGEST_PROPERTY]
    properties.created = properties.modified = written
    properties.comments = properties.keywords = properties.subject = ""
    properties.revision = 1


class _Paper:
    """One document in the making; `section` is the level of the headings inside an article."""

    def __init__(self, document: Document, section: int) -> None:
        self._document = document
        self._section = section
        self._styles = wp.Styles(document)
        self._bookmarks = wp.Bookmarks()
        self._tints: dict[str, str] = assets.table("themes/light.toml")["tints"]

    def front(self, sheets: Sequence[Sheet]) -> None:
        """The title of the whole, and for several articles what is in it."""
        self.line(words.heading(sheets), style="Title", language=sheets[0].language if len(sheets) == 1 else "")
        if len(sheets) > 1:
            self._heading("Contents", 1)
        for one in sheets if len(sheets) > 1 else ():
            entry = wp.add_run(self._styles.paragraph(wp.NORMAL), f"{one.number}. {one.title}", one.language)
            entry.font.underline = True
            wp.link(entry, f"article_{one.number}")

    def article(self, sheet: Sheet, layout: Layout, *, alone: bool) -> None:
        """Everything about one article."""
        if not alone:
            title = self._heading(sheet.title, 1, sheet.language)
            title.paragraph_format.page_break_before = True
            self._bookmarks.add(title, f"article_{sheet.number}")
        for fact in sheet.facts:
            self._fact(fact.label, fact.value)
        self._summary(sheet)
        self._entities(sheet.entities, sheet.language)
        self._heading("Annotations", self._section)
        if not sheet.marks:
            self.line(words.NO_MARKS)
        for mark in sheet.marks:
            self._mark(mark, sheet.language)
        if sheet.orphans:
            self._heading(f"Annotations {words.NOT_FOUND}", self._section)
            self.line(words.ORPHANS)
        for mark in sheet.orphans:
            self._mark(mark, sheet.language, placed=False)
        self._heading("Article", self._section)
        self._text(sheet, layout)

    def line(self, text: str, style: str = wp.NORMAL, language: str = "") -> Paragraph:
        """A paragraph of its own."""
        paragraph = self._styles.paragraph(style)
        wp.add_run(paragraph, text, language)
        return paragraph

    def _heading(self, text: str, level: int, language: str = "") -> Paragraph:
        return self.line(text, f"Heading {min(level, 9)}", language)

    def _fact(self, label: str, value: str) -> None:
        paragraph = self._styles.paragraph("No Spacing")
        wp.add_run(paragraph, f"{label}: ").bold = True
        wp.add_run(paragraph, value)

    def _summary(self, sheet: Sheet) -> None:
        self._heading("Summary", self._section)
        self.line(sheet.method)
        for sentence in sheet.sentences:
            self._sentence(sentence, sheet.language)

    def _sentence(self, sentence: ChosenSentence, language: str) -> None:
        paragraph = self.line(sentence.text, language=language)
        wp.add_run(paragraph, f" ({sentence.reason})").italic = True

    def _entities(self, entities: Sequence[EntityLine], language: str) -> None:
        self._heading("Entities", self._section)
        from docx.shared import Cm

        introduced = self.line(words.GUESSED if entities else words.NO_ENTITIES)
        if not entities:
            return
        introduced.paragraph_format.keep_with_next = True
        table = self._document.add_table(rows=0, cols=len(_COLUMNS))
        table.autofit = False
        for column, width in zip(table.columns, _COLUMNS.values(), strict=True):
            column.width = Cm(width)
        wp.hairlines(table, _RULE)
        self._row(table.add_row(), tuple(_COLUMNS), "", header=True)
        for entity in entities:
            aliases = ", ".join(entity.aliases)
            cells = (entity.kind, entity.name, aliases, str(entity.count), entity.standing)
            self._row(table.add_row(), cells, language, sure=entity.sure)
        self._styles.paragraph("No Spacing")

    def _row(self, row: _Row, texts: Sequence[str], language: str, *, header: bool = False, sure: bool = False) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Cm, Pt

        wp.hold_together(row, header=header)
        for cell, text, (column, width) in zip(row.cells, texts, _COLUMNS.items(), strict=True):
            cell.width = Cm(width)
            paragraph = cell.paragraphs[0]
            spacing = paragraph.paragraph_format
            spacing.space_before = spacing.space_after = Pt(2)
            spacing.line_spacing = 1
            spacing.keep_with_next = header or None
            if column == "Mentions":
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            run = wp.add_run(paragraph, text, language if column in {"Name", "Also as"} else "")
            run.bold = header or (sure and column in {"Name", "Standing"}) or None

    def _mark(self, mark: MarkLine, language: str, *, placed: bool = True) -> None:
        title = self._heading("", self._section + 1)
        self._bookmarks.add(title, f"note_{mark.key}")
        written = wp.add_run(title, mark.title)
        if placed:
            wp.link(written, f"text_{mark.key}")
        quoted = self.line(mark.quotation, language=language)
        wp.tint_paragraph(quoted, self._tints[mark.color])
        for paragraph in prose.to_paragraphs(mark.note):
            self._prose(paragraph)
        for label, value in (
            ("Colour", mark.color),
            ("Tags", ", ".join(mark.tags)),
            ("Status", mark.status),
            ("Marked", mark.times),
        ):
            if value:
                self._fact(label, value)

    def _prose(self, written: prose.Paragraph) -> None:
        from docx.shared import Cm

        paragraph = self._styles.paragraph(wp.NORMAL)
        paragraph.paragraph_format.left_indent = Cm(written.depth)
        if written.label:
            wp.add_run(paragraph, f"{written.label} ")
        for part, after in pairwise((*written.runs, prose.Run(""))):
            ends = part.address not in {"", after.address, part.text}
            run = wp.add_run(paragraph, f"{part.text} <{part.address}>" if ends else part.text)
            run.bold = part.bold or written.heading or None
            run.italic = part.italic or None
            run.font.strike = part.struck or None
            run.font.name = "Courier New" if part.code else None

    def _text(self, sheet: Sheet, layout: Layout) -> None:
        for row in layout.rows:
            paragraph = self._styles.paragraph(self._style(row))
            if row.omitted:
                for mark in row.marks:
                    self._bookmarks.add(paragraph, f"text_{mark.key}")
                wp.add_run(paragraph, f"[{words.omitted_line(row.omitted)}]").italic = True
            if row.role is Role.COMMENT:
                wp.add_run(paragraph, "Comment: ").bold = True
            for group in row.groups:
                for run in group.runs:
                    self._run(paragraph, run, sheet.language)

    def _style(self, row: Row) -> str:
        if row.role in {Role.HEADLINE, Role.HEADING}:
            return f"Heading {self._section + (1 if row.role is Role.HEADLINE else 2)}"
        return _STYLES.get(row.role, wp.NORMAL)

    def _run(self, paragraph: Paragraph, run: Run, language: str) -> None:
        for mark in run.begins:
            self._bookmarks.add(paragraph, f"text_{mark.key}")
        written = wp.add_run(paragraph, run.text, language)
        if run.marks:
            wp.tint(written, self._tints[run.marks[-1].color])
        if len(run.marks) > 1:
            # As on the screen, the mark beneath shows at the foot of the one above.
            wp.underline(written, Color(run.marks[-2].color).hue)
        for mark in run.ends:
            reference = wp.add_run(paragraph, str(mark.number))
            reference.font.superscript = True
            wp.link(reference, f"note_{mark.key}")


FORMAT = Format(
    "docx", "Word document", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", write
)
