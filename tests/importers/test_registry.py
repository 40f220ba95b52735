import json
import re
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from apostil.domain.errors import UnreadableFileError
from apostil.importers import registry
from support import documents
from support.importing import read

KNOWN = Path(__file__).parents[3] / "shared" / "data" / "documents" / "known_text"
READ = {
    "txt",
    "utf16.txt",
    "cp1252.txt",
    "md",
    "html",
    "mhtml",
    "docx",
    "odt",
    "rtf",
    "epub",
    "eml",
    "pdf",
    "twocolumn.pdf",
}


def test_the_formats_are_found():
    assert {form.name for form in registry.formats()} >= {
        "Markdown",
        "OpenDocument text",
        "Outlook mail",
        "Firefox page archive",
        "PDF",
        "RTF document",
        "Safari web archive",
        "SubRip subtitles",
        "WebVTT subtitles",
        "Word 97–2003 document",
        "Word document",
        "e-book",
        "mail",
        "mailbox",
        "plain text",
        "saved web page",
        "web page in one file",
        "zip archive",
    }


def test_signatures_are_asked_before_names():
    orders = [form.order for form in registry.formats()]
    assert orders == sorted(orders)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "The file is empty"),
        (b" \n\t ", "The file is empty"),
        (b"\xef\xbb\xbf\n", "no words"),
        (b"PK\x03\x04" + b"\x00" * 100, "not a kind of file that Apostil reads"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, "not a kind of file that Apostil reads"),
        (documents.OLD_OFFICE, "old office program"),
    ],
)
def test_what_cannot_be_read(data, words):
    with pytest.raises(UnreadableFileError, match=words):
        read(data, "file")


def test_bytes_that_are_called_text_and_are_none():
    with pytest.raises(UnreadableFileError, match="characters of this file cannot be made out"):
        read(bytes(range(256)) * 4, "note.txt")


def _known():
    if not KNOWN.is_dir():
        return []
    entries = map(json.loads, (KNOWN / "manifest.jsonl").read_text("utf-8").splitlines())
    return [entry for entry in entries if entry["format"] in READ]


@pytest.mark.skipif(not KNOWN.is_dir(), reason="the known texts are not here")
@pytest.mark.parametrize("entry", _known(), ids=lambda entry: entry["file"].removeprefix("files/"))
def test_known_texts_come_through(entry):
    gold = _words((KNOWN / entry["gold"]).read_text("utf-8"))
    article, _ = read((KNOWN / entry["file"]).read_bytes(), Path(entry["file"]).name)
    found = SequenceMatcher(None, gold, _words(article.text), autojunk=False)
    assert sum(block.size for block in found.get_matching_blocks()) >= 0.99 * len(gold)


def _words(text):
    return re.findall(r"\w+", text)
