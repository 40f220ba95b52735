import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from lxml import etree

from apostil.domain.article import Metadata, Piece, Role, compose
from apostil.exporters.formats import docx
from support import golden
from support.any_notes import NASTY_NOTES
from support.invented_notes import NOON, STAMP, english, french, marked_french

with zipfile.ZipFile(io.BytesIO(docx.write([], STAMP))) as _empty:
    PARTS = tuple(_empty.namelist())
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def written(*notes):
    return docx.write(notes, STAMP)


def body(*notes):
    with zipfile.ZipFile(io.BytesIO(written(*notes))) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def document(notes):
    from docx import Document

    return Document(io.BytesIO(written(*notes)))


def paragraphs(*notes):
    return [paragraph.text for paragraph in document(notes).paragraphs]


@pytest.mark.parametrize(
    ("name", "notes"),
    [("english", [english()]), ("french", [marked_french()]), ("two", [english(), french()])],
)
def test_the_document_is_as_its_reference(name, notes):
    root = body(*notes)
    etree.indent(root)
    golden.compare(etree.tostring(root, encoding="unicode") + "\n", f"{name}.docx.xml")


def test_the_properties_are_those_of_the_notes():
    properties = document([english()]).core_properties
    assert (properties.title, properties.author) == ("Harbour *lights* & a <tidal> mill", "Apostil 0.0.0")
    assert properties.created == properties.modified == NOON


def test_every_part_of_the_file_bears_the_time_of_writing():
    with zipfile.ZipFile(io.BytesIO(written(english()))) as archive:
        assert {part.date_time for part in archive.infolist()} == {(2026, 2, 1, 12, 0, 0)}


def test_a_time_that_zip_cannot_name_becomes_the_earliest():
    old = docx.write([french()], replace(STAMP, written=NOON.replace(year=1970)))
    with zipfile.ZipFile(io.BytesIO(old)) as archive:
        assert archive.infolist()[0].date_time[0] == 1980


def test_every_block_is_there_but_the_apparatus():
    found = paragraphs(english())
    assert "[2 blocks of apparatus (teasers, links and the like) left out here]" in found
    assert "Read more: ten harbours" not in found


def test_marked_words_are_tinted():
    fills = {run.findtext(f"{W}t"): run.find(f"{W}rPr/{W}shd") for run in body(english()).iter(f"{W}r")}
    assert fills["Odile Fenn"].get(f"{W}fill") == "fdec99"


def test_the_mark_beneath_shows_at_the_foot():
    lines = {run.findtext(f"{W}t"): run.find(f"{W}rPr/{W}u") for run in body(english()).iter(f"{W}r")}
    assert lines["mill would cost £4.2m"].get(f"{W}color") == "ffd400"


def test_every_link_inside_has_a_bookmark():
    root = body(english(), french())
    names = {mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")}
    assert {link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink")} <= names


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\ud800", "\uffff"])
def test_a_character_that_xml_forbids_never_costs_the_export(bad):
    notes = english()
    mark = replace(notes.annotations[0], note=f"no{bad}te", tags=(f"t{bad}ag",), author=f"A{bad}")
    metadata = Metadata(f"Ti{bad}tle", (f"A{bad}da",))
    marked = replace(notes, annotations=(mark,), article=replace(notes.article, metadata=metadata))
    found = paragraphs(marked)
    assert "note" in found
    assert "Tags: tag" in found
    assert found[0] == "Title"


def test_a_long_title_is_cut_in_the_properties_alone():
    article = compose([Piece("Words.")], Metadata("long " * 100))
    found = document([replace(french(), article=article)])
    assert len(found.core_properties.title) == docx.LONGEST_PROPERTY
    assert len(found.paragraphs[0].text) == 499


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.APPARATUS])
def test_every_role_has_a_style(role):
    article = compose([Piece("Words of a block.", role)])
    shown = "Comment: Words of a block." if role is Role.COMMENT else "Words of a block."
    assert shown in paragraphs(replace(french(), article=article))


@given(notes=NASTY_NOTES)
@settings(max_examples=12, deadline=None)
def test_words_that_look_like_markup_stay_words(notes):
    with zipfile.ZipFile(io.BytesIO(written(notes))) as archive:
        assert set(archive.namelist()) == set(PARTS)
        root = etree.fromstring(archive.read("word/document.xml"))
    assert not root.findall(f".//{W}fldSimple") + root.findall(f".//{W}instrText")
    assert not [link for link in root.iter(f"{W}hyperlink") if set(link.keys()) != {f"{W}anchor"}]


def test_the_address_of_a_link_stands_behind_its_words():
    assert "2. when <https://gazette.example/when>" in paragraphs(english())


def test_no_notes_still_make_a_document():
    assert paragraphs()[0] == "No notes"


def test_rows_of_the_table_stay_whole_and_its_header_is_repeated():
    rows = body(english()).findall(f".//{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_the_table_has_thin_horizontal_lines_alone():
    borders = body(english()).find(f".//{W}tblBorders")
    assert {line.tag.removeprefix(W) for line in borders} == {"top", "bottom", "insideH"}
