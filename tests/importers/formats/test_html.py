import datetime as dt
import socket

import pytest

from apostil.domain.article import Role
from apostil.domain.errors import UnreadableFileError
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
