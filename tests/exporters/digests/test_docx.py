"""A summary of several articles as a DOCX file."""

import io
import zipfile

from lxml import etree

from apostil.exporters.digests import docx
from support import golden
from support.invented_digest import digest
from support.invented_notes import STAMP


def test_the_document_is_as_its_reference():
    with zipfile.ZipFile(io.BytesIO(docx.write(digest(), STAMP))) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    etree.indent(root)
    golden.compare(etree.tostring(root, encoding="unicode") + "\n", "digest.docx.xml")


def test_the_same_summary_gives_the_same_bytes():
    assert docx.write(digest(), STAMP) == docx.write(digest(), STAMP)
