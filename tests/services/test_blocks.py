"""A person says what a block is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import Role
from apostil.services import blocks
from support.libraries import PIECES, add_article, make_article, make_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from apostil.domain.article import ArticleId
    from apostil.store.library import Library

FOUND = tuple(piece.role for piece in PIECES)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with make_library(tmp_path) as made:
        yield made


@pytest.fixture
def article_id(library: Library) -> ArticleId:
    return add_article(library, make_article())


def roles(library: Library, article_id: ArticleId) -> tuple[Role, ...]:
    return tuple(block.role for block in library.article(article_id).blocks)


def test_a_block_is_given_a_role(library: Library, article_id: ArticleId) -> None:
    library.apply(blocks.change_role(library, article_id, [2], Role.CAPTION))
    assert roles(library, article_id) == (*FOUND[:2], Role.CAPTION, *FOUND[3:])


def test_several_blocks_are_given_a_role_at_once(library: Library, article_id: ArticleId) -> None:
    library.apply(blocks.change_role(library, article_id, [3, 2, 3], Role.QUOTATION))
    assert roles(library, article_id)[2:4] == (Role.QUOTATION, Role.QUOTATION)


def test_the_edit_takes_itself_back(library: Library, article_id: ArticleId) -> None:
    library.apply(blocks.change_role(library, article_id, [2], Role.CAPTION))
    second = blocks.change_role(library, article_id, [2], Role.HEADING)
    library.apply(second)
    library.apply(second.inverse())
    assert roles(library, article_id)[2] is Role.CAPTION


def test_the_role_that_was_found_is_no_override(library: Library, article_id: ArticleId) -> None:
    library.apply(blocks.change_role(library, article_id, [2], Role.CAPTION))
    assert blocks.change_role(library, article_id, [2], FOUND[2]).after == ((2, None),)


def test_folded_blocks_become_paragraphs(library: Library, article_id: ArticleId) -> None:
    library.apply(blocks.take_back_in(library, article_id, [4]))
    assert roles(library, article_id)[4] is Role.PARAGRAPH


@pytest.mark.parametrize(
    ("role", "label"),
    [
        (Role.CAPTION, "Make it a caption"),
        (Role.APPARATUS, "Make it apparatus"),
        (Role.LIST_ITEM, "Make it a list item"),
    ],
)
def test_the_edit_says_what_it_does(library: Library, article_id: ArticleId, role: Role, label: str) -> None:
    assert blocks.change_role(library, article_id, [2], role).label == label


def test_taking_back_in_has_a_name_of_its_own(library: Library, article_id: ArticleId) -> None:
    assert blocks.take_back_in(library, article_id, [4]).label == "Take back into the article"


@given(changes=st.lists(st.tuples(st.integers(0, len(PIECES) - 1), st.sampled_from(Role)), max_size=6))
def test_undoing_all_edits_leads_back_to_what_was_found(
    library: Library, article_id: ArticleId, changes: list[tuple[int, Role]]
) -> None:
    done = []
    for block, role in changes:
        done.append(blocks.change_role(library, article_id, [block], role))
        library.apply(done[-1])
    for edit in reversed(done):
        library.apply(edit.inverse())
    assert roles(library, article_id) == FOUND
