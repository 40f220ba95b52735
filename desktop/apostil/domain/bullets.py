"""Words of a list without their bullet, as they are shown and quoted outside of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apostil.domain.article import Role
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from apostil.domain.article import Article

_BULLET = re.compile(r"[-–—•*‣▪◦●·‑](?:\s+|(?=[^\W\d]|[«“\"‘]))")


def without_bullet(article: Article, span: Span) -> Span:
    """These words without the dash, the dot or the star that makes an item of a list of them, to stand elsewhere."""
    bullet = _BULLET.match(article.text, span.start, span.end)
    if bullet is None:
        return span
    block = article.blocks[article.block_at(span.start)]
    is_item = block.role is Role.LIST_ITEM and block.span.start == span.start
    return Span(bullet.end(), span.end) if is_item else span
