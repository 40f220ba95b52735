"""A summary of several articles as a DOCX file; the same summary gives the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apostil.exporters import wordprocessing as wp
from apostil.exporters.digests.sheet import sheet
from apostil.exporters.formats.docx import describe
from apostil.exporters.sheet import signature

if TYPE_CHECKING:
    from apostil.domain.digest import Digest
    from apostil.domain.notes import Stamp
    from apostil.exporters.digests.sheet import Quoted


def write(digest: Digest, stamp: Stamp) -> bytes:
    """The summary as one DOCX file."""
    from docx import Document

    words = sheet(digest)
    document = Document()
    describe(document, words.title, stamp)
    styles, bookmarks = wp.Styles(document), wp.Bookmarks()
    wp.add_run(styles.paragraph("Title"), words.title)
    wp.add_run(styles.paragraph(wp.NORMAL), words.method)
    for section in words.sections:
        if section.heading:
            wp.add_run(styles.paragraph("Heading 1"), section.heading)
        for sentence in section.sentences:
            _quote(styles, sentence)
    wp.add_run(styles.paragraph("Heading 1"), words.listing)
    for one in words.articles:
        paragraph = styles.paragraph(wp.NORMAL)
        bookmarks.add(paragraph, f"article_{one.number}")
        if len(words.articles) > 1:
            wp.add_run(paragraph, f"{one.number}. ")
        wp.add_run(paragraph, one.title, one.language)
        wp.add_run(paragraph, f", {one.facts}" if one.facts else "")
    wp.add_run(styles.paragraph(wp.NORMAL), signature(stamp))
    return wp.saved(document, stamp.written)


def _quote(styles: wp.Styles, sentence: Quoted) -> None:
    paragraph = styles.paragraph(wp.NORMAL)
    wp.add_run(paragraph, sentence.text, sentence.language)
    wp.add_run(paragraph, " ")
    if sentence.article:
        wp.link(wp.add_run(paragraph, f"[{sentence.article}]"), f"article_{sentence.article}")
    wp.add_run(paragraph, f" {sentence.source}" if sentence.article else f"({sentence.source})").italic = True
