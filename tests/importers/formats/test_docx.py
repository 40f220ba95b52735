import zipfile
from io import BytesIO

import pytest

from apostil.domain.article import Role
from apostil.domain.errors import UnreadableFileError
from apostil.importers.formats.docx import FORMAT
from support import documents, wordml
from support.importing import read


def blocks(data, name="a.docx"):
    article = read(data, name)[0]
    return [(block.role, block.span.cut(article.text)) for block in article.blocks]


def test_styles_become_roles():
    data = documents.docx(
        ("Title", "The old bridge stays"),
        ("Subtitle", "A vote that nobody saw coming"),
        ("", documents.PARAGRAPHS[0]),
        ("Heading 1", "What comes next"),
        ("List Bullet", "mend the deck"),
        ("Quote", "Nobody wants a new one."),
        ("Caption", "The bridge at dusk"),
    )
    assert [role for role, _ in blocks(data)] == [
        Role.HEADLINE,
        Role.STANDFIRST,
        Role.PARAGRAPH,
        Role.HEADING,
        Role.LIST_ITEM,
        Role.QUOTATION,
        Role.CAPTION,
    ]


def test_a_document_without_styles_is_read_like_plain_text():
    data = documents.docx(*[("", line) for line in documents.text("barrage.fr.txt").splitlines()])
    assert blocks(data)[0][0] is Role.HEADLINE
    assert blocks(data)[-1][0] is Role.BYLINE


def test_tables():
    from docx import Document

    document = Document()
    document.add_paragraph(documents.PARAGRAPHS[0])
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "2025", "12 million"
    assert blocks(documents.saved(document))[-1] == (Role.TABLE_ROW, "2025\t12 million")


def test_tracked_changes_are_taken_as_accepted():
    from docx import Document
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    document = Document()
    paragraph = document.add_paragraph("The bridge ")
    for tag, words, text_tag in (("w:del", "falls", "w:delText"), ("w:ins", "stays", "w:t")):
        change, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
        text.text = words
        run.append(text)
        change.append(run)
        change.set(qn("w:id"), "1")
        paragraph._p.append(change)
    assert blocks(documents.saved(document)) == [(Role.PARAGRAPH, "The bridge stays")]


@pytest.mark.parametrize(
    ("author", "expected"), [("Oriane Veldt", ("Oriane Veldt",)), ("Windows User", ()), ("python-docx", ())]
)
def test_only_people_in_the_properties_are_authors(author, expected):
    data = documents.docx(("", documents.PARAGRAPHS[0]), author=author)
    assert read(data, "a.docx")[0].metadata.authors == expected


@pytest.mark.parametrize("name", ["a.docx", "a.txt", ""])
def test_known_by_content(name):
    assert blocks(documents.docx(("", documents.PARAGRAPHS[0])), name)


@pytest.mark.parametrize("name", ["a.docx", "a"])
def test_a_locked_document(name):
    with pytest.raises(UnreadableFileError, match="protected by a password"):
        read(documents.LOCKED_OFFICE, name)


@pytest.mark.parametrize("cut", [100, 2000, -30])
def test_a_broken_document(cut):
    with pytest.raises(UnreadableFileError, match="damaged"):
        read(documents.docx(("", "Words."))[:cut], "a.docx")


@pytest.mark.parametrize("words", ["", "<w:document", "<a/>"])
def test_a_document_with_a_broken_part(words):
    with pytest.raises(UnreadableFileError):
        read(archive(words.encode()), "a.docx")


def test_a_document_that_unpacks_to_far_too_much():
    with pytest.raises(UnreadableFileError, match="unpack to far more"):
        read(archive(b" " * (100 * 2**20)), "a.docx")


def archive(part):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("word/document.xml", part)
    return buffer.getvalue()


@pytest.mark.parametrize("make", [wordml.docx, wordml.flat, wordml.old, lambda body: wordml.docx(body, strict=True)])
def test_every_way_to_write_one(make):
    article, form = read(make(wordml.p("The bridge ", "<w:del><w:r><w:t>falls</w:t></w:r></w:del>", "stays.")), "a")
    assert (article.text, form.name) == ("The bridge stays.", "Word document")


def test_notes_and_comments_of_word_2003():
    note = f"<w:r><w:footnote>{wordml.p('See.')}</w:footnote></w:r>"
    comment = f"<aml:annotation aml:author='Ana' w:type='Word.Comment'><aml:content>{wordml.p('check')}</aml:content>"
    gone = "<aml:annotation w:type='Word.Deletion'><aml:content><w:r><w:t>no</w:t></w:r></aml:content></aml:annotation>"
    data = wordml.old(wordml.p("One", note, f"<w:r>{comment}</aml:annotation></w:r>", gone, "."))
    assert blocks(data) == [(Role.PARAGRAPH, "One."), (Role.FOOTNOTE, "1. See."), (Role.COMMENT, "Ana: check")]


def test_a_pile_that_holds_a_document_is_none():
    assert not FORMAT.recognises(wordml.zipped({"word/document.xml/a.docx": "", "b.docx": "PK word/document"}), "a")


def test_laughs_without_end():
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    part = f"<!DOCTYPE a [<!ENTITY l0 'ha'>{laughs}]>{wordml.tree('document', '<w:p><w:t>&l11;</w:t></w:p>')}"
    with pytest.raises(UnreadableFileError, match="damaged"):
        read(wordml.zipped({"word/document.xml": part}), "a.docx")


def test_nothing_outside_is_fetched(monkeypatch):
    monkeypatch.setattr("socket.socket.connect", None)
    members = {
        "word/document.xml": wordml.tree("document", f"<w:body>{wordml.p('One.')}<w:subDoc r:id='r0'/></w:body>"),
        "word/_rels/document.xml.rels": wordml.relations(
            subDocument="http://localhost:9/a", attachedTemplate="file:///x"
        ),
    }
    assert read(wordml.zipped(members), "a.docx")[0].text == "One."
