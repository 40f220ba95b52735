from types import SimpleNamespace

import pytest
from lxml import html

from apostil.importers.page.metadata import known_of, metadata_of, saved_from

ADDRESS = "https://post.example.org/bridge?a=1"


@pytest.mark.parametrize(
    ("comment", "address"),
    [
        (f"<!-- saved from url=(0035){ADDRESS} -->", ADDRESS),
        (f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: Mon May 06 2024\n-->", ADDRESS),
        ("<!-- saved from url=(0014)about:internet -->", ""),
        ("<!-- saved from url=(0020)javascript:alert(1) -->", ""),
        ("<!-- something else -->", ""),
    ],
)
def test_the_address_a_page_was_saved_from(comment, address):
    assert saved_from(f"<!DOCTYPE html>\n{comment}\n<html>") == address


@pytest.mark.parametrize(("own", "address"), [("", ADDRESS), ("https://a.example.org/b", "https://a.example.org/b")])
def test_the_own_address_of_a_page_comes_first(own, address):
    known = SimpleNamespace(title="", author="", sitename="", url=own)
    assert metadata_of(known, f"<!-- saved from url=(0035){ADDRESS} -->", None).address == address


def test_a_page_without_an_outlet_names_the_host_it_came_from():
    known = SimpleNamespace(title=None, author=None, sitename=None, url=None)
    assert (
        metadata_of(known, "<!-- saved from url=(0035)https://www.post.example.org/ -->", None).outlet
        == "post.example.org"
    )


@pytest.mark.parametrize(
    ("name", "outlet"), [("@LindaraPost", "LindaraPost"), ("lindara post", "Lindara Post"), ("post.org", "post.org")]
)
def test_the_name_of_an_outlet(name, outlet):
    known = SimpleNamespace(title=None, author=None, sitename=name, url=None)
    assert metadata_of(known, "", None).outlet == outlet


def test_what_a_page_says_of_itself():
    head = """<title>The old bridge stays | The Post</title><meta name="author" content="Oriane Veldt">
    <script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
    "publisher": {"@type": "Organization", "name": "The Post"}}</script><link rel="canonical" href="https://a.example.org/b">"""
    known = known_of(html.document_fromstring(f"<html><head>{head}</head><body><p>Words.</p></body></html>"))
    assert (known.title, known.author, known.sitename) == ("The old bridge stays", "Oriane Veldt", "The Post")
    assert known.url == "https://a.example.org/b"
