"""A summary of several articles as a DOCX file."""

import io
import zipfile

from lxml import etree

from apostil.exporters.digests import docx
from support import golden
from support.invented_digest import alone, digest
from support.invented_notes import STAMP


def body(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def test_the_document_is_as_its_reference():
    root = body(docx.write(digest(), STAMP))
    etree.indent(root)
    golden.compare(etree.tostring(root, encoding="unicode") + "\n", "digest.docx.xml")


def test_one_article_alone_is_named_once_and_has_no_number():
    words = "".join(body(docx.write(alone(), STAMP)).itertext())
    assert "[1]" not in words
    assert words.count("The Brackwater Gazette") == 1
    assert "1. Harbour" not in words


def test_the_same_summary_gives_the_same_bytes():
    assert docx.write(digest(), STAMP) == docx.write(digest(), STAMP)
