"""Summaries of several articles in every format that notes have."""

import pytest

from apostil.domain.errors import ExportError
from apostil.exporters import registry
from apostil.exporters.digests import writing
from support.invented_digest import digest
from support.invented_notes import STAMP


@pytest.mark.parametrize("name", [made.name for made in registry.formats()])
def test_every_format_of_notes_is_one_of_summaries_too(name):
    assert writing.write(digest(), name, STAMP)


def test_a_format_that_is_not_there_is_told():
    with pytest.raises(ExportError, match="Choose one of these"):
        writing.write(digest(), "papyrus", STAMP)
