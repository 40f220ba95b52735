import pytest

from apostil.domain.errors import UnreadableFileError
from apostil.importers import archives
from apostil.importers.book.package import Entry, is_book, package_of
from support import books


def package(data):
    return package_of(archives.opened(data, "broken"))


def members(data):
    return [item.member for item in package(data).items]


def described(description, **more):
    """A book with this description and the three chapters."""
    pages = {f"OPS/{name}": books.page(body) for name, body in books.CHAPTERS.items()}
    return books.archive({"META-INF/container.xml": books.CONTAINER, "OPS/book.opf": description, **pages, **more})


@pytest.mark.parametrize(
    "description",
    [
        "",
        "no markup",
        "<package/>",
        books.package({}),
        books.package({"c1.xhtml": ""}, spine="<nothing/>").replace("c1.xhtml", "other.xhtml"),
    ],
)
def test_without_a_sane_description_the_pages_are_taken_by_their_names(description):
    assert members(described(description)) == ["OPS/c1.xhtml", "OPS/c2.xhtml", "OPS/c3.xhtml"]


def test_pages_are_counted_as_people_count():
    pages = {f"p{number}.html": "<p>A</p>" for number in (10, 2, 1)}
    assert members(books.archive(pages)) == ["p1.html", "p2.html", "p10.html"]


def test_a_description_that_breaks_off_is_read_as_far_as_it_goes():
    description = books.package(books.CHAPTERS, spine='<itemref idref="p2"/><itemref idref="p0"/>')
    assert members(described(description[:-15])) == ["OPS/c3.xhtml", "OPS/c1.xhtml"]


def test_without_a_container_the_description_is_found():
    data = books.archive({"a/book.opf": books.package({"c1.xhtml": ""}), "a/c1.xhtml": "<p>A</p>"})
    assert package(data).metadata.title == "The quays of Lindara"


@pytest.mark.parametrize(
    "address",
    ["c%31.xhtml", "C1.XHTML", "./c1.xhtml", "../OPS/c1.xhtml", "/OPS/c1.xhtml", "..\\OPS\\c1.xhtml", "text/c1.xhtml"],
)
def test_addresses_are_found_however_they_are_written(address):
    assert members(described(books.package({address: ""}))) == ["OPS/c1.xhtml"]


@pytest.mark.parametrize("address", ["https://example.org/c1.xhtml", "file:///etc/passwd", "../../../etc/passwd", ""])
def test_nothing_outside_of_the_archive_is_looked_for(address):
    assert members(described(books.package({address: "", "c2.xhtml": ""}))) == ["OPS/c2.xhtml"]


def test_what_is_outside_of_the_reading_order_is_told():
    spine = '<itemref idref="p0"/><itemref idref="p1" linear="no"/>'
    data = described(books.package({"c1.xhtml": "", "c2.xhtml": ""}, spine=spine))
    assert [item.linear for item in package(data).items] == [True, False]


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ('<dc:creator opf:role="ill">B</dc:creator><dc:creator opf:role="aut">A</dc:creator>', ("A",)),
        (
            '<dc:creator id="b">B</dc:creator><meta refines="#b" property="role">trl</meta><dc:creator>A</dc:creator>',
            ("A",),
        ),
        ('<dc:creator opf:role="ill">B</dc:creator>', ("B",)),
        ("<dc:creator>A</dc:creator><dc:creator> </dc:creator><dc:creator>A</dc:creator>", ("A",)),
    ],
)
def test_authors_are_those_who_wrote(about, expected):
    assert package(described(books.package(books.CHAPTERS, about))).metadata.authors == expected


@pytest.mark.parametrize("day", ["2012", "2012-05", "2012-13-40", "May 2012", ""])
def test_a_year_alone_is_no_day(day):
    assert package(described(books.package(books.CHAPTERS, f"<dc:date>{day}</dc:date>"))).metadata.published is None


CONTENTS = (
    Entry("One", "OPS/c1.xhtml"),
    Entry("Two", "OPS/c2.xhtml", "here"),
    Entry("Nowhere"),
)
LINES = (("One", "c1.xhtml"), ("Two", "c2.xhtml#here"), ("Nowhere", "gone.xhtml"))


def test_the_contents_of_new_books():
    assert package(books.book(nav=books.contents(*LINES))).contents == CONTENTS


def test_the_contents_of_older_books():
    item = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    data = books.book(items=item, more={"OPS/toc.ncx": books.ncx(*LINES)})
    assert package(data).contents == CONTENTS


def test_contents_within_contents():
    nav = books.page(
        '<nav epub:type="toc"><ol><li><span>Part</span><ol><li><a href="c1.xhtml">One</a></li></ol></li></ol></nav>'
    )
    assert package(books.book(nav=nav)).contents == (Entry("Part", below=(Entry("One", "OPS/c1.xhtml"),)),)


def test_contents_a_thousand_deep_end():
    nav = books.page('<nav epub:type="toc">' + "<ol><li>" * 1000 + "</li></ol>" * 1000 + "</nav>")
    assert package(books.book(nav=nav)).items


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 and no more", books.archive({"a.txt": "META-INF/container.xml"})])
def test_what_is_no_book(data):
    assert not is_book(data)


def test_an_archive_without_pages():
    with pytest.raises(UnreadableFileError, match="damaged"):
        package(books.archive({"mimetype": "application/epub+zip"}))
