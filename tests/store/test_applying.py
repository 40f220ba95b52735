from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import Piece
from support.libraries import add_article, make_article, make_library
from support.random_edits import picture, random_edit


@given(seed=st.integers(0, 2**32), count=st.integers(1, 25))
def test_edits_taken_back_restore_exactly_what_was(tmp_path_factory, seed, count):
    random = Random(seed)
    with make_library(tmp_path_factory.mktemp("library")) as library:
        ids = [
            add_article(library, make_article()),
            add_article(library, make_article((Piece("A short text to be marked and taken apart."),))),
        ]
        pictures, edits = [picture(library, ids)], []
        for _ in range(count):
            edit = random_edit(random, library, ids)
            assert library.apply(edit) == edit.changes()
            edits.append(edit)
            pictures.append(picture(library, ids))
        for edit in reversed(edits):
            assert picture(library, ids) == pictures.pop()
            library.apply(edit.inverse())
        assert picture(library, ids) == pictures.pop()
