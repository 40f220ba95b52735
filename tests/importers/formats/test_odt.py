import zipfile
from io import BytesIO

import pytest

from apostil.domain.article import Role
from apostil.domain.errors import UnreadableFileError
from apostil.importers.formats.odt import FORMAT
from support import documents, odf, wordml
from support.importing import read

WORDS = documents.PARAGRAPHS[0]
ABOUT = "<dc:title>The quay</dc:title><meta:initial-creator>Oriane Veldt</meta:initial-creator>"
LOCK = '<manifest:manifest xmlns:manifest="m"><manifest:encryption-data/></manifest:manifest>'


@pytest.mark.parametrize("name", ["a.odt", "a.txt", "a.docx", ""])
@pytest.mark.parametrize("data", [odf.odt(f"<text:p>{WORDS}</text:p>"), odf.flat(f"<text:p>{WORDS}</text:p>")])
def test_known_by_content(data, name):
    article, form = read(data, name)
    assert article.text == WORDS
    assert form.name == "OpenDocument text"


def test_a_template_is_read():
    members = {"content.xml": odf.content(f"<text:p>{WORDS}</text:p>")}
    assert read(odf.zipped(members, f"{odf.KIND}-template"), "a.ott")[0].text == WORDS


@pytest.mark.parametrize("make", [odf.odt, odf.flat])
def test_the_properties(make):
    known = read(make(f"<text:p>{WORDS}</text:p>", about=ABOUT), "a.odt")[0].metadata
    assert (known.title, known.authors) == ("The quay", ("Oriane Veldt",))


def test_days_on_which_a_file_was_made_are_none_of_publication():
    about = "<meta:creation-date>2011-04-05T10:00:00</meta:creation-date><dc:date>2012-04-05T10:00:00</dc:date>"
    assert read(odf.odt(f"<text:p>{WORDS}</text:p>", about=about), "a.odt")[0].metadata.published is None


def test_styles_of_the_second_part_count():
    styles = '<a xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">{}</a>'.format(
        '<style:style style:name="Mine" style:parent-style-name="Quotations"/>'
    )
    article = read(odf.odt(f'<text:p text:style-name="Mine">{WORDS}</text:p>', styles=styles), "a.odt")[0]
    assert article.blocks[0].role is Role.QUOTATION


def test_a_broken_second_part_is_no_reason_to_refuse():
    assert read(odf.odt(f"<text:p>{WORDS}</text:p>", meta="<broken"), "a.odt")[0].text == WORDS


@pytest.mark.parametrize(
    "members",
    [
        {"META-INF/manifest.xml": LOCK, "content.xml": "\x01\x02 no markup"},
        {"META-INF/manifest.xml": LOCK, "encrypted-package": "\x01\x02 no markup"},
    ],
)
def test_a_locked_text(members):
    with pytest.raises(UnreadableFileError, match="protected by a password"):
        read(odf.zipped(members), "a.odt")


@pytest.mark.parametrize(
    "data",
    [
        odf.zipped({"META-INF/manifest.xml": LOCK}),
        odf.zipped({"content.xml": "<broken"}),
        odf.zipped({"content.xml": "<a>" * 10**6}),
        odf.odt(f"<text:p>{WORDS}</text:p>")[:-40],
        odf.flat(f"<text:p>{WORDS}</text:p>")[:-40],
    ],
)
def test_a_broken_text(data):
    with pytest.raises(UnreadableFileError, match="damaged"):
        read(data, "a.odt")


def test_a_text_whose_kind_is_damaged_is_known_by_its_name():
    data = odf.odt(f"<text:p>{WORDS}</text:p>").replace(odf.KIND.encode(), odf.KIND.upper().encode(), 1)
    assert FORMAT.recognises(data, "a.odt")
    assert not FORMAT.recognises(data, "a.zip")


def test_a_flat_text_that_says_nothing_of_itself():
    about = b"<office:meta></office:meta>"
    assert read(odf.flat(f"<text:p>{WORDS}</text:p>").replace(about, b""), "a.fodt")[0].text == WORDS


def test_a_text_without_words():
    with pytest.raises(UnreadableFileError, match="no words"):
        read(odf.odt("<text:p/>"), "a.odt")


def test_a_sheet_is_no_text():
    data = odf.zipped({"content.xml": odf.content("")}, "application/vnd.oasis.opendocument.spreadsheet")
    assert not FORMAT.recognises(data, "a.ods")


def test_a_pile_that_holds_a_text_is_none():
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("a.odt", odf.odt(f"<text:p>{WORDS}</text:p>"))
    assert not FORMAT.recognises(buffer.getvalue(), "a.zip")


def test_a_text_that_does_not_say_its_kind_is_known_by_its_name():
    data = wordml.zipped({"content.xml": odf.content(f"<text:p>{WORDS}</text:p>")})
    assert FORMAT.recognises(data, "a.odt")
    assert not FORMAT.recognises(data, "a.zip")


def test_what_lies_elsewhere_is_never_fetched(monkeypatch):
    monkeypatch.setattr("socket.socket.connect", None)
    picture = '<draw:frame><draw:image xlink:href="http://localhost:9/a.png"/></draw:frame>'
    article = read(odf.odt(f'<text:p>{WORDS}{picture}</text:p><text:section><text:section-source '
                           'xlink:href="http://localhost:9/b.odt"/></text:section>'), "a.odt")[0]  # fmt: skip
    assert article.text == WORDS
