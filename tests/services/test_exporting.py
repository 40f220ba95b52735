import errno
from dataclasses import replace
from pathlib import Path

import pytest

from apostil.domain.analysis import Analysis
from apostil.domain.choices import UNTOUCHED
from apostil.domain.edits import AnnotationsEdit, ChoicesEdit, CorrectionsEdit, PresenceEdit
from apostil.domain.entity import Kind, OtherKind
from apostil.domain.errors import ExportError
from apostil.domain.summary import Length, Method
from apostil.services import exporting
from apostil.store.library import Library
from apostil.store.preparing import prepare
from support.invented_notes import STAMP, english
from support.surveys import make_survey

LENGTH = Length(1)


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.apostil") as opened:
        yield opened


@pytest.fixture
def article_id(library):
    """The invented English article, in the library with its marks."""
    notes = english()
    found = library.insert(notes.source, b"bytes", prepare(notes.article))
    library.apply(PresenceEdit("Open", (found,), present=True))
    marks = tuple(replace(mark, article_id=found) for mark in notes.annotations)
    library.apply(AnnotationsEdit("Highlight", (), marks))
    return found


def analysed(library, article_id):
    """What a program found in the article: two sentences, the first one the better, and its entities."""
    notes = english()
    sentences = tuple(sentence.span for sentence in notes.summary.sentences)
    library.save_analysis(article_id, Analysis("en", sentences, notes.entities, "invented 1"))
    library.save_survey(article_id, make_survey(sentences, [0.9, 0.1]))


def test_notes_hold_what_the_library_holds(library, article_id):
    notes = exporting.notes_of(library, article_id, Method.LEAD, LENGTH)
    assert notes.article == library.article(article_id)
    assert notes.source == library.source(article_id)
    assert [mark.id for mark in notes.annotations] == [mark.id for mark in english().annotations]


def test_notes_say_where_the_article_comes_from_and_what_waits_for_a_place(library, article_id):
    lost, *placed = library.annotations(article_id)
    library.apply(AnnotationsEdit("Lose", (lost,), (replace(lost, placed=False),)))
    notes = exporting.notes_of(library, article_id, Method.LEAD, LENGTH)
    assert notes.provenance == library.provenance(article_id)
    assert (notes.annotations, notes.orphans) == (tuple(placed), (replace(lost, placed=False),))


def test_before_an_analysis_there_is_no_summary_and_no_entity(library, article_id):
    notes = exporting.notes_of(library, article_id, Method.LEAD, LENGTH)
    assert (notes.summary, notes.entities) == (None, ())


def test_the_summary_is_as_long_as_asked_for(library, article_id):
    analysed(library, article_id)
    summary = exporting.notes_of(library, article_id, Method.LEAD, LENGTH).summary
    assert [sentence.rank for sentence in summary.sentences] == [1]


def test_sentences_that_were_not_surveyed_give_no_summary(library, article_id):
    assert exporting.notes_of(library, article_id, Method.LSA, LENGTH).summary is None


def test_what_the_reader_chose_is_handed_on(library, article_id):
    analysed(library, article_id)
    first, *_, last = library.survey(article_id).sentences
    library.apply(ChoicesEdit("Pin", (article_id,), UNTOUCHED, UNTOUCHED.pin(last)))
    summary = exporting.notes_of(library, article_id, Method.LEAD, LENGTH).summary
    assert [(one.extract, one.pinned) for one in summary.sentences] == [(first, False), (last, True)]


def test_what_was_kept_is_handed_on_though_sentences_were_divided_anew(library, article_id):
    analysed(library, article_id)
    last = library.survey(article_id).sentences[-1]
    kept = replace(last, span=replace(last.span, start=last.span.start + 2))
    library.apply(ChoicesEdit("Pin", (article_id,), UNTOUCHED, UNTOUCHED.pin(kept)))
    summary = exporting.notes_of(library, article_id, Method.LEAD, LENGTH).summary
    assert [one.extract for one in summary.sentences if one.pinned] == [last]


def test_entities_are_as_their_reader_corrected_them(library, article_id):
    analysed(library, article_id)
    correction = OtherKind("Odile Fenn", Kind.WORK)
    library.apply(CorrectionsEdit("Change kind", article_id, (), (correction,)))
    found = exporting.notes_of(library, article_id, Method.LEAD, LENGTH).entities
    assert {entity.name: entity.kind for entity in found}["Odile Fenn"] is Kind.WORK


@pytest.mark.parametrize("format_", exporting.formats(), ids=lambda format_: format_.name)
def test_a_file_holds_what_was_rendered(format_, tmp_path):
    path = tmp_path / f"notes{format_.suffix}"
    exporting.export([english()], format_.name, path, STAMP)
    assert path.read_bytes() == exporting.render([english()], format_.name, STAMP)


@pytest.mark.parametrize(
    ("name", "path", "format_"),
    [
        ("", None, "markdown"),
        ("", "notes.JSON", "json"),
        ("", "notes.out", "markdown"),
        ("html", None, "html"),
        ("HTML", "notes.json", "html"),
    ],
)
def test_a_format_goes_by_its_name_then_by_the_file(name, path, format_):
    assert exporting.format_for(name, path and Path(path)).name == format_


def test_a_name_that_no_format_has_is_an_error():
    with pytest.raises(ExportError, match="Choose one of these"):
        exporting.format_for("pdf", Path("notes.md"))


def test_an_unknown_format_writes_nothing(tmp_path):
    with pytest.raises(ExportError, match="Choose one of these"):
        exporting.export([english()], "pdf", tmp_path / "notes.pdf", STAMP)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(ExportError, match="is a folder"):
        exporting.export([english()], "json", tmp_path, STAMP)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ExportError, match="gone” is not there"):
        exporting.export([english()], "json", tmp_path / "gone" / "notes.json", STAMP)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.EACCES, "may not write"),
        (errno.EPERM, "may not write"),
        (errno.EROFS, "may not write"),
        (errno.ENOSPC, "no room"),
        (errno.EDQUOT, "no room"),
        (errno.ENAMETOOLONG, "too long"),
        (errno.EIO, "could not be written"),
    ],
)
def test_what_the_disk_refuses_is_told_and_costs_nothing(number, sentence, tmp_path, monkeypatch):
    path = tmp_path / "notes.json"
    path.write_text("old")

    def refuse(self, target):
        raise OSError(number, "refused")

    monkeypatch.setattr("pathlib.Path.replace", refuse)
    with pytest.raises(ExportError, match=sentence):
        exporting.export([english()], "json", path, STAMP)
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("notes.json", "old")]


def test_a_name_too_long_for_the_folder_is_told(tmp_path):
    with pytest.raises(ExportError, match="too long"):
        exporting.export([english()], "json", tmp_path / ("n" * 300), STAMP)
