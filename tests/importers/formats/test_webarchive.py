import plistlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.errors import UnreadableFileError
from apostil.domain.provenance import Choice
from apostil.importers.formats.webarchive import FORMAT
from support import documents
from support.importing import read

PAGE = "<html><body>" + "".join(f"<p>{words} Été.</p>" for words in documents.PARAGRAPHS) + "</body></html>"
FRAMES = "<html><frameset cols='1,2'><frame src='a'></frameset></html>"


def resource(content=PAGE, encoding="utf-8", kind="text/html"):
    return {
        "WebResourceData": content.encode(encoding),
        "WebResourceMIMEType": kind,
        "WebResourceTextEncodingName": encoding,
        "WebResourceURL": "https://www.example.org/harbour",
    }


def archive(main, *frames, form=plistlib.FMT_BINARY):
    tree = {"WebMainResource": main, "WebSubframeArchives": [{"WebMainResource": frame} for frame in frames]}
    return plistlib.dumps(tree, fmt=form)


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
@pytest.mark.parametrize("name", ["page.webarchive", "page"])
def test_a_page_is_known_by_its_parts(form, name):
    article, found = read(archive(resource(), form=form), name)
    assert found is FORMAT
    assert documents.PARAGRAPHS[1] in article.text
    assert article.metadata.address == "https://www.example.org/harbour"


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16-le", "mac-roman"])
def test_encodings(encoding):
    assert "Été." in read(archive(resource(encoding=encoding)), "page.webarchive")[0].text


def test_the_fullest_frame_is_read_where_there_are_only_frames():
    data = archive(resource(FRAMES), resource("<p>Menu</p>"), resource())
    assert documents.PARAGRAPHS[0] in read(data, "page.webarchive")[0].text


def test_a_text_is_read():
    assert read(archive(resource("Words of a text.", kind="text/plain")), "a")[0].text == "Words of a text."


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (archive(resource(kind="image/png")), "holds no page"),
        (archive({}), "damaged"),
        (archive(resource())[:-20], "damaged"),
        (plistlib.dumps(["WebMainResource"]), "damaged"),
        (b"<?xml version='1.0'?><plist><dict><key>WebMainResource</key>", "damaged"),
    ],
)
def test_what_cannot_be_read(data, words):
    with pytest.raises(UnreadableFileError, match=words):
        read(data, "page.webarchive")


def test_entities_are_not_expanded():
    laughs = b"<?xml version='1.0'?><!DOCTYPE plist [<!ENTITY a 'WebMainResource'>]><plist><dict>&a;</dict></plist>"
    with pytest.raises(UnreadableFileError, match="damaged"):
        read(laughs, "page.webarchive")


def test_the_whole_page_can_be_read():
    article = read(
        archive(resource(PAGE.replace("</body>", "<nav>Menu</nav></body>"))), "page.webarchive", Choice.PAGE
    )[0]
    assert "Menu" in article.text
    assert article.metadata.address.startswith("https://")


@given(st.integers(0, 2000), st.binary(min_size=1, max_size=8))
def test_a_damaged_archive_makes_an_article_or_a_sentence(place, damage):
    data = archive(resource())
    with suppress(UnreadableFileError):
        assert read(data[:place] + damage + data[place + len(damage) :], "page.webarchive")[0].blocks
