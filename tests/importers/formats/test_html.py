import datetime as dt
import socket
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import Role
from apostil.domain.errors import UnreadableFileError
from apostil.domain.provenance import Choice
from apostil.importers.formats.html import read_page, read_whole
from support import documents
from support.importing import read

HEAD = """<title>The old bridge stays | The Lindara Post</title>
<meta name="author" content="Oriane Veldt"><meta property="og:site_name" content="The Lindara Post">
<meta property="article:published_time" content="2024-05-06T08:00:00Z">
<link rel="canonical" href="https://post.example.org/bridge"><link rel="stylesheet" href="https://post.example.org/a.css">"""
BODY = f"""<nav><a href="/">Home</a> <a href="/s">Sport</a></nav><article><h1>The old bridge stays</h1>
<p>{documents.PARAGRAPHS[0]}</p><h2>What comes next</h2><p>{documents.PARAGRAPHS[1]}</p>
<ul><li>Mend the deck before the winter</li><li>Paint it in the spring</li></ul>
<blockquote><p>Nobody in this town wants a new bridge.</p></blockquote>
<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2025</td><td>12 million</td></tr></table>
<p>{documents.PARAGRAPHS[2]}</p><img src="https://post.example.org/a.png"></article>
<footer>All rights reserved</footer>"""


@pytest.fixture
def article(monkeypatch):
    monkeypatch.setattr(socket.socket, "connect", _refuse)
    return read(documents.page(BODY, HEAD), "bridge.html")[0]


def _refuse(*_args):
    raise AssertionError("a connection was opened")


def test_roles(article):
    assert [block.role for block in article.blocks] == [
        Role.HEADLINE,
        Role.PARAGRAPH,
        Role.HEADING,
        Role.PARAGRAPH,
        *[Role.LIST_ITEM] * 2,
        Role.QUOTATION,
        *[Role.TABLE_ROW] * 2,
        Role.PARAGRAPH,
    ]


def test_what_stands_around_the_article_is_left_out(article):
    assert "Sport" not in article.text


def test_metadata(article):
    known = article.metadata
    assert known.title == "The old bridge stays"
    assert known.authors == ("Oriane Veldt",)
    assert known.outlet == "The Lindara Post"
    assert known.published == dt.date(2024, 5, 6)
    assert known.address == "https://post.example.org/bridge"


@pytest.mark.parametrize("name", ["page.html", "page.txt", ""])
def test_known_by_content(name):
    assert read(documents.page(BODY), name)[1].media_type == "text/html"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_encodings(encoding):
    words = "Le conseil a décidé de garder l’ancien pont ouvert encore une année, malgré les réserves."
    data = f"<html><body><article><h1>Le vieux pont</h1><p>{words}</p><p>{words}</p></article></body></html>"
    assert words in read(data.encode(encoding), "page.html")[0].text


@pytest.mark.parametrize("body", ["", "<script>let a = 1</script>", "<nav><a href='/'>Home</a></nav>"])
def test_a_page_without_an_article(body):
    with pytest.raises(UnreadableFileError, match="No article was found"):
        read(documents.page(body, ""), "page.html")


def test_a_page_nested_deeply():
    data = documents.page("<div>" * 20_000 + documents.PARAGRAPHS[0] + "</div>" * 20_000)
    with pytest.raises(UnreadableFileError):
        read(data, "page.html")


ARTICLE = f"<h1>The old bridge stays</h1><p>{documents.PARAGRAPHS[0]}</p><p>{documents.PARAGRAPHS[1]}</p>"
HEAVY = "".join(f"<img src='data:image/png;base64,{'A' * 3_000_000}'>" for _ in range(5))


def test_a_page_is_read_from_text_too():
    page = documents.page(BODY, HEAD)
    assert read_page(page.decode(), "") == read_page(page, "bridge.html")


def test_the_extractor_has_a_name_and_a_version(article):
    assert article.extractor.startswith("trafilatura ")


def test_everything_on_a_page(article):
    whole, _ = read(documents.page(BODY, HEAD), "bridge.html", Choice.PAGE)
    roles = {block.span.cut(whole.text): block.role for block in whole.blocks}
    assert roles["Home Sport"] is Role.APPARATUS
    assert roles["All rights reserved"] is Role.APPARATUS
    assert roles["2025\t12 million"] is Role.TABLE_ROW
    assert whole.metadata == article.metadata


def test_a_page_saved_as_one_file():
    comment = "<!--\n Page saved with SingleFile \n url: https://post.example.org/bridge \n saved date: Mon\n-->"
    page = (
        f"<!DOCTYPE html> <html>{comment}<head><title>The old bridge stays</title><style>{'p{a:b}' * 2_000_000}</style>"
    )
    article, _ = read(f"{page}</head><body>{ARTICLE}{HEAVY}</body></html>".encode(), "bridge.html")
    assert article.metadata.address == "https://post.example.org/bridge"
    assert documents.PARAGRAPHS[1] in article.text


def test_a_page_saved_by_a_browser():
    page = f"<!-- saved from url=(0030)https://post.example.org/bridge -->{documents.page(ARTICLE).decode()}"
    assert read(page.encode(), "bridge.html")[0].metadata.address == "https://post.example.org/bridge"


def test_a_page_written_as_xml():
    page = f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>{ARTICLE}</body></html>'
    assert [block.role for block in read(page.encode(), "a.xhtml")[0].blocks] == [Role.HEADLINE, *[Role.PARAGRAPH] * 2]


def test_entities_of_a_page_are_not_followed(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", "utf-8")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><body>{ARTICLE}<p>&x;</p></body></html>'
    assert "the secret" not in read(page.encode(), "a.html")[0].text


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 1_000_000 + documents.PARAGRAPHS[0],
        ARTICLE + "<blockquote>" * 1_000_000,
        ARTICLE + "<b><p>" * 100_000,
        ARTICLE + "<a href='x'>" * 120_000,
        ARTICLE + "<p>a</p>" * 60_000,
        ARTICLE + "<script type='application/ld+json'>" + "[" * 1_000_000 + "</script>",
        "<p>" + documents.PARAGRAPHS[0].replace(" ", "\x00") * 50_000,
        "<p>" + "\u202e\u202d\u2066 words \u202c" * 10_000,
        "<p class='" + "share " * 2_000_000 + "'>" + documents.PARAGRAPHS[0],
        documents.PARAGRAPHS[0] * 600_000,
    ],
    ids=["deep", "quotes", "tangled", "links", "paragraphs", "data", "zeros", "turned", "names", "line"],
)
def test_a_hostile_page_ends_in_an_article_or_a_sentence(body):
    start = time.monotonic()
    try:
        found = read(documents.page(body), "page.html")[0].text
    except UnreadableFileError as error:
        found = error.message
    assert found
    assert time.monotonic() - start < 55


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div>",
                "<table>",
                "<tr><td>",
                "<li>",
                "<h1>",
                "<!--",
                "]]>",
                "&#0;",
                "<a href=x>",
                "\ud800",
                "\x00",
                "Words of a page, and more of them. ",
            ]
        ),
        max_size=60,
    )
)
def test_any_markup_makes_an_article_or_a_sentence(parts):
    try:
        article = read_page("<html><body>" + "".join(parts), "page.html")
    except UnreadableFileError:
        return
    assert article.blocks


@pytest.mark.parametrize("tag", ["script", "style"])
def test_a_page_that_is_nothing_but_a_program(tag):
    with pytest.raises(UnreadableFileError):
        read(
            f"<!DOCYTPE HTML>\n<html>\n<body>\n<{tag}>a = 1 <p>{documents.PARAGRAPHS[0]}\n</html>".encode(), "page.html"
        )


def test_the_whole_page_keeps_its_headline_where_it_stands():
    page = "<nav><a href='/'>Quays</a></nav><header><h1>Quays</h1></header><p>The port was rebuilt in nine weeks.</p>"
    whole = read_whole(f"<html><head><title>Quays</title></head><body>{page}</body></html>", "quays.html")
    assert [block.role for block in whole.blocks][:3] == [Role.APPARATUS, Role.HEADLINE, Role.PARAGRAPH]
