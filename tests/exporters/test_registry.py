import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apostil.domain.errors import ExportError
from apostil.exporters import registry
from support.any_notes import NOTES
from support.invented_notes import STAMP, english, french


def test_every_format_is_found_by_being_there():
    assert [format_.name for format_ in registry.formats()] == ["docx", "html", "json", "markdown"]


@pytest.mark.parametrize("name", ["markdown", "md", ".md", " Markdown "])
def test_a_format_goes_by_its_name_or_its_suffix(name):
    assert registry.find(name).suffix == ".md"


def test_an_unknown_format_is_answered_with_the_known_ones():
    with pytest.raises(ExportError, match="docx, html, json, markdown"):
        registry.find("pdf")


@pytest.mark.parametrize("format_", registry.formats(), ids=lambda format_: format_.name)
@pytest.mark.parametrize("notes", [[], [english()], [english(), french()]], ids=["none", "one", "two"])
def test_the_same_notes_give_the_same_bytes(format_, notes):
    assert format_.write(notes, STAMP) == format_.write(notes, STAMP)


@pytest.mark.parametrize("format_", registry.formats(), ids=lambda format_: format_.name)
@given(notes=st.lists(NOTES, min_size=1, max_size=2))
@settings(max_examples=25, deadline=None)
def test_no_notes_whatever_cost_an_export(format_, notes):
    assert format_.write(notes, STAMP)
