"""A person says what a block of an article is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apostil.domain.article import Role
from apostil.domain.edits import BlockRoles, RolesEdit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apostil.domain.article import ArticleId
    from apostil.store.library import Library


def change_role(library: Library, article_id: ArticleId, blocks: Iterable[int], role: Role) -> RolesEdit:
    """The edit that gives these blocks, by their indexes, this role."""
    return _edit(library, article_id, blocks, role, f"Make it {_named(role)}")


def take_back_in(library: Library, article_id: ArticleId, blocks: Iterable[int]) -> RolesEdit:
    """The edit that makes paragraphs of folded blocks, so that they count as the article again."""
    return _edit(library, article_id, blocks, Role.PARAGRAPH, "Take back into the article")


def _edit(library: Library, article_id: ArticleId, blocks: Iterable[int], role: Role, label: str) -> RolesEdit:
    found = library.found_roles(article_id)
    present = library.article(article_id).blocks
    chosen = sorted(set(blocks))
    before: BlockRoles = tuple(
        (index, None if present[index].role is found[index] else present[index].role) for index in chosen
    )
    after: BlockRoles = tuple((index, None if role is found[index] else role) for index in chosen)
    return RolesEdit(label, article_id, before, after)


def _named(role: Role) -> str:
    return "apparatus" if role is Role.APPARATUS else f"a {role}"
