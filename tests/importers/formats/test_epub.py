import pytest

from apostil.domain.article import Role
from apostil.domain.errors import UnreadableFileError
from apostil.domain.provenance import Choice
from apostil.importers import registry
from support import books, documents
from support.importing import read

ENCRYPTION = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData '
    'xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="{method}"/>'
    '<CipherData><CipherReference URI="{member}"/></CipherData></EncryptedData></encryption>'
)


def blocks(data):
    article = read(data, "a.epub")[0]
    return [(block.role, block.span.cut(article.text)) for block in article.blocks]


def chapters(data):
    return registry.read(registry.recognise(data, "a.epub"), data, "a.epub", Choice.CHAPTERS)


def titles(data):
    return [chapter.metadata.title for chapter in chapters(data)]


def test_a_book_is_read_in_its_order_and_not_in_that_of_the_file():
    assert blocks(books.book()) == [
        (Role.HEADLINE, "The quays of Lindara"),
        (Role.HEADING, "The harbour"),
        (Role.PARAGRAPH, documents.PARAGRAPHS[0]),
        (Role.HEADING, "The port authority"),
        (Role.PARAGRAPH, documents.PARAGRAPHS[1]),
        (Role.HEADING, "The lenders"),
        (Role.PARAGRAPH, documents.PARAGRAPHS[2]),
    ]


def test_what_the_book_says_of_itself():
    metadata = read(books.book(), "a.epub")[0].metadata
    assert metadata.title == "The quays of Lindara"
    assert metadata.authors == ("Oriane Veldt",)
    assert metadata.outlet == "Tidemark Press"
    assert metadata.published.isoformat() == "2024-05-12"
    assert metadata.language == "en"


def test_a_chapter_is_an_article_in_its_book():
    chapter = chapters(books.book())[1]
    assert chapter.metadata.title == "The port authority"
    assert chapter.metadata.outlet == "The quays of Lindara"
    assert chapter.metadata.authors == ("Oriane Veldt",)
    assert chapter.text == f"The port authority\n\n{documents.PARAGRAPHS[1]}"
    assert chapter.blocks[0].role is Role.HEADLINE


def test_a_chapter_that_is_only_counted_says_in_which_book():
    nav = books.contents(("I", "c1.xhtml"), ("2", "c2.xhtml"))
    assert titles(books.book(nav=nav)) == ["I", "The quays of Lindara, 2"]


@pytest.mark.parametrize("name", ["a.epub", "a.zip", "a.txt", ""])
def test_known_by_content(name):
    assert registry.recognise(books.book(), name).name == "e-book"


def test_a_book_without_its_mark_is_known_by_its_parts():
    data = books.archive(
        {"META-INF/container.xml": books.CONTAINER, "OPS/book.opf": "<package/>", "OPS/a.xhtml": "<p>A</p>"}
    )
    assert registry.recognise(data, "a").name == "e-book"


@pytest.mark.parametrize("method", ["http://www.w3.org/2001/04/xmlenc#aes128-cbc", ""])
def test_a_book_that_its_shop_locks(method):
    locked = ENCRYPTION.format(method=method, member="OPS/c1.xhtml")
    with pytest.raises(UnreadableFileError, match="DRM"):
        read(books.book(more={"META-INF/encryption.xml": locked}), "a.epub")


@pytest.mark.parametrize(
    ("method", "member"),
    [("http://www.idpf.org/2008/embedding", "OPS/font.otf"), ("http://ns.adobe.com/pdf/enc#RC", "OPS/c1.xhtml")],
)
def test_masked_fonts_lock_no_book(method, member):
    masked = ENCRYPTION.format(method=method, member=member)
    assert blocks(books.book(more={"META-INF/encryption.xml": masked, "OPS/font.otf": b"\x00"}))


def test_a_book_of_pictures():
    with pytest.raises(UnreadableFileError, match="pictures of pages"):
        read(books.book({"c1.xhtml": '<img src="page.png"/>'}), "a.epub")


def test_a_book_with_fixed_pages_and_words_is_read():
    fixed = f'{books.ABOUT}<meta property="rendition:layout">pre-paginated</meta>'
    assert len(blocks(books.book(about=fixed))) == 7


@pytest.mark.parametrize("cut", [60, 400, -40])
def test_a_cut_book(cut):
    with pytest.raises(UnreadableFileError, match="damaged"):
        read(books.book()[:cut], "a.epub")


def test_a_book_without_words():
    with pytest.raises(UnreadableFileError, match="damaged"):
        read(books.book({"c1.xhtml": ""}), "a.epub")


def test_a_book_that_lacks_a_page_is_read_without_it():
    missing = '<item id="gone" href="gone.xhtml" media-type="application/xhtml+xml"/>'
    spine = '<itemref idref="gone"/><itemref idref="p0"/><itemref idref="never"/>'
    assert blocks(books.book(items=missing, spine=spine))[1:] == [
        (Role.HEADING, "The harbour"),
        (Role.PARAGRAPH, documents.PARAGRAPHS[0]),
    ]


def test_a_title_that_opens_the_text_stands_there_once():
    data = books.book({"c1.xhtml": f"<h1>The Quays of Lindara</h1><p>{documents.PARAGRAPHS[0]}</p>"})
    assert [role for role, _ in blocks(data)] == [Role.HEADLINE, Role.PARAGRAPH]


def test_a_short_book_is_an_article_with_its_day():
    lines = "".join(f"<p>{words}</p>" for words in ("Sunday, May 12, 2024", *documents.PARAGRAPHS))
    data = books.book({"c1.xhtml": lines}, about="<dc:title>The quay</dc:title>")
    article = read(data, "a.epub")[0]
    assert [block.role for block in article.blocks][:3] == [Role.HEADLINE, Role.DATELINE, Role.PARAGRAPH]
    assert article.metadata.published.isoformat() == "2024-05-12"


def test_a_title_and_a_language_that_a_program_filled_in_are_none():
    words = "La grue du port est démontée et le quai est fermé pour la saison, dans une ville qui ne le savait pas."
    lines = f"<p>La grue quitte le port</p><p>{words}</p><p>{words} {words}</p>"
    about = "<dc:title>Document1</dc:title><dc:language>en</dc:language>"
    metadata = read(books.book({"c1.xhtml": lines}, about=about), "a.epub")[0].metadata
    assert (metadata.title, metadata.language) == ("La grue quitte le port", "")


def test_a_page_that_unpacks_to_far_too_much():
    with pytest.raises(UnreadableFileError, match="unpack to far more"):
        read(books.book(more={"OPS/c1.xhtml": b" " * (100 * 2**20)}), "a.epub")
