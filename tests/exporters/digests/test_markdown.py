"""A summary of several articles as Markdown."""

from markdown_it import MarkdownIt

from apostil.domain.digest import Grouping
from apostil.exporters.digests import markdown
from support import golden
from support.invented_digest import FRENCH, alone, digest
from support.invented_notes import STAMP


def test_the_file_is_as_its_reference():
    golden.compare(markdown.write(digest(), STAMP).decode(), "digest.md")


def test_one_article_alone_is_as_its_reference():
    golden.compare(markdown.write(alone(), STAMP).decode(), "digest-alone.md")


def test_by_rank_there_is_one_list_of_sentences():
    written = markdown.write(digest(Grouping.RANK), STAMP).decode()
    assert [line for line in written.splitlines() if line.startswith("## ")] == ["## Articles"]


def test_a_reader_of_markdown_sees_the_words_verbatim():
    html = MarkdownIt().render(markdown.write(digest(), STAMP).decode().split("---\n", 2)[2])
    assert FRENCH in html
    assert "<tidal>" not in html
