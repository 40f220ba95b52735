from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.errors import UnreadableFileError
from apostil.domain.provenance import Choice
from apostil.importers.formats.mhtml import FORMAT
from support import documents
from support.importing import read

HEAD = """From: <Saved by Blink>
Snapshot-Content-Location: https://example.org/harbour
Subject: =?utf-8?Q?The_harbour_of_Lind=C3=A1ra?=
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="--x"{start}

"""
PAGE = "<html><body>" + "".join(f"<p>{words} Été.</p>" for words in documents.PARAGRAPHS) + "</body></html>"
FRAMES = "<html><frameset cols='1,2'><frame src='cid:a'></frameset></html>"


def part(content, kind="text/html", charset="utf-8", **fields):
    lines = "".join(f"{name.replace('_', '-')}: {value}\n" for name, value in fields.items())
    encoded = content.encode(charset, "replace") if charset != "x-user-defined" else content.encode("cp1252")
    return f'----x\nContent-Type: {kind}; charset="{charset}"\n{lines}\n'.encode() + encoded + b"\n"


def saved(*parts, start=""):
    return HEAD.format(start=start).encode() + b"".join(parts) + b"----x--\n"


@pytest.mark.parametrize("name", ["page.mhtml", "page.mht", "page.eml", "page"])
def test_a_page_is_known_by_its_first_lines(name):
    article, form = read(saved(part(PAGE)), name)
    assert form is FORMAT
    assert documents.PARAGRAPHS[1] in article.text


def test_address_and_title_are_those_noted():
    known = read(saved(part(PAGE)), "page.mhtml")[0].metadata
    assert known.address == "https://example.org/harbour"
    assert known.title == "The harbour of Lindára"


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "x-user-defined"])
def test_encodings(charset):
    assert "Été." in read(saved(part(PAGE, charset=charset)), "page.mhtml")[0].text


def test_frames_of_advertisements_are_not_read():
    data = saved(part(PAGE), part("<p>" + "Buy now. " * 999 + "</p>", Content_Location="cid:ad@mhtml.blink"))
    assert "Buy now" not in read(data, "page.mhtml")[0].text


def test_the_fullest_frame_is_read_where_there_are_only_frames():
    data = saved(part(FRAMES), part("<p>Menu</p>"), part(PAGE))
    assert documents.PARAGRAPHS[0] in read(data, "page.mhtml")[0].text


def test_the_part_is_read_with_which_the_whole_begins():
    data = saved(part("<p>Another</p>"), part(PAGE, Content_ID="<main>"), start=';\n start="<main>"')
    assert documents.PARAGRAPHS[0] in read(data, "page.mhtml")[0].text


def test_a_saved_text_is_read():
    assert "Words of a text." in read(saved(part("Words of a text.", "text/plain")), "page.mhtml")[0].text


@pytest.mark.parametrize("data", [saved(part("x", "image/png")), saved()])
def test_a_file_without_a_page_says_so(data):
    with pytest.raises(UnreadableFileError, match="holds no page"):
        read(data, "page.mhtml")


def test_parts_in_parts_without_end_are_refused_or_left_alone():
    nested = "".join(f'--x{n}\nContent-Type: multipart/mixed; boundary="x{n + 1}"\n\n' for n in range(3000))
    head = HEAD.format(start="").replace('"--x"', '"x0"')
    with pytest.raises(UnreadableFileError, match=r"damaged|holds no page"):
        read((head + nested).encode(), "page.mhtml")


def test_the_whole_page_can_be_read():
    article = read(saved(part(PAGE.replace("</body>", "<nav>Menu</nav></body>"))), "page.mhtml", Choice.PAGE)[0]
    assert "Menu" in article.text
    assert article.metadata.address.startswith("https://")


@given(st.binary())
def test_any_part_makes_an_article_or_a_sentence(content):
    with suppress(UnreadableFileError):
        assert read(saved(part(PAGE), content), "page.mhtml")[0].blocks
