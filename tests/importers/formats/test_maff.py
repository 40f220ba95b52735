from contextlib import suppress
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.errors import UnreadableFileError
from apostil.domain.provenance import Choice
from apostil.importers.formats.maff import FORMAT
from apostil.importers.registry import Enclosed
from support import documents
from support.importing import read

PAGE = "<html><body>" + "".join(f"<p>{words} Été.</p>" for words in documents.PARAGRAPHS) + "</body></html>"
FACTS = """<?xml version="1.0"?>
<RDF:RDF xmlns:MAF="http://maf.mozdev.org/metadata/rdf#" xmlns:RDF="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<RDF:Description RDF:about="urn:root"><MAF:originalurl RDF:resource="https://example.org/harbour?a=1&amp;b=2"/>
<MAF:title RDF:resource="{title}"/><MAF:indexfilename RDF:resource="index.html"/>
<MAF:charset RDF:resource="{charset}"/></RDF:Description></RDF:RDF>"""


def archive(*pages, title="The harbour", charset="UTF-8", members=()):
    buffer = BytesIO()
    with ZipFile(buffer, "w") as opened:
        for number, page in enumerate(pages):
            opened.writestr(f"100{number}/index.rdf", FACTS.format(title=title, charset=charset))
            opened.writestr(f"100{number}/index.html", page.encode(charset))
            opened.writestr(f"100{number}/index_files/a.png", b"x")
        for name, content in members:
            opened.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize("name", ["page.maff", "page.zip", "page"])
def test_a_page_is_known_by_its_members(name):
    article, form = read(archive(PAGE), name)
    assert form is FORMAT
    assert documents.PARAGRAPHS[1] in article.text


def test_address_and_title_are_those_noted():
    known = read(archive(PAGE), "page.maff")[0].metadata
    assert (known.address, known.title) == ("https://example.org/harbour?a=1&b=2", "The harbour")


@pytest.mark.parametrize("charset", ["UTF-8", "iso-8859-1", "utf-16"])
def test_encodings(charset):
    assert "Été." in read(archive(PAGE, charset=charset), "page.maff")[0].text


def test_a_folder_without_notes_is_read_in_a_file_of_that_name():
    assert "Été." in read(archive(members=[("a/index.htm", PAGE)]), "page.maff")[0].text


def test_other_pages_lie_enclosed():
    data = archive(PAGE, "<p>Two</p>", "<p>Three</p>")
    assert FORMAT.container.list(data, "page.maff") == (
        Enclosed("The harbour.html", 10),
        Enclosed("The harbour.html", 12),
    )
    assert FORMAT.container.take(data, "page.maff", [1]) == (b"<p>Three</p>",)


@pytest.mark.parametrize("data", [archive(), archive(members=[("a.txt", "x")]), archive(PAGE)[:300]])
def test_what_cannot_be_read(data):
    with pytest.raises(UnreadableFileError, match="damaged"):
        FORMAT.read(data, "page.maff")


def test_an_archive_of_other_files_is_none_of_pages():
    assert not FORMAT.recognises(archive(PAGE, members=[("b/notes.txt", "x")]), "page.zip")


def test_no_page_lies_at_a_place_that_is_not_listed():
    with pytest.raises(UnreadableFileError):
        FORMAT.container.take(archive(PAGE), "page.maff", [0])


def test_the_whole_page_can_be_read():
    article = read(archive(PAGE.replace("</body>", "<nav>Menu</nav></body>")), "page.maff", Choice.PAGE)[0]
    assert "Menu" in article.text
    assert article.metadata.address.startswith("https://")


@given(st.integers(0, 2000), st.binary(min_size=1, max_size=8))
def test_a_damaged_archive_makes_an_article_or_a_sentence(place, damage):
    data = archive(PAGE)
    with suppress(UnreadableFileError):
        assert FORMAT.read(data[:place] + damage + data[place + len(damage) :], "page.maff").blocks
