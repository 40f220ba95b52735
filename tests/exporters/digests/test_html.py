"""A summary of several articles as an HTML page."""

from lxml import html as parser

from apostil.domain.digest import Grouping
from apostil.exporters.digests import html
from support import golden
from support.invented_digest import ENGLISH, alone, digest
from support.invented_notes import STAMP


def test_the_page_is_as_its_reference():
    golden.compare(html.write(digest(), STAMP).decode(), "digest.html")


def test_one_article_alone_is_as_its_reference():
    golden.compare(html.write(alone(), STAMP).decode(), "digest-alone.html")


def test_each_sentence_leads_to_its_article():
    page = parser.fromstring(html.write(digest(Grouping.RANK), STAMP))
    links = [link.get("href") for link in page.iterlinks() for link in [link[0]] if link.tag == "a"]
    assert links == ["#article-1", "#article-2", "#article-1"]
    assert next(one.text for one in page.find_class("verbatim")) == ENGLISH


def test_nothing_in_a_title_becomes_markup():
    assert b"<tidal>" not in html.write(digest(), STAMP)
