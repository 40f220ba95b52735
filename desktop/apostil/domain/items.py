"""Tells the sentences of an article from items and lines that say nothing by themselves: `- apples`, `12 eggs`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apostil.domain.article import Role

if TYPE_CHECKING:
    from apostil.domain.article import Article
    from apostil.domain.spans import Span

FEWEST = 4
"""So many words may be a sentence though no mark ends them."""

LONGEST = 60
"""Characters of what may be no sentence; what is longer says something, also where words have no spaces."""

_WORD = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]|\d*[^\W\d_]+(?:['’\-‐‑]\w+)*")
_ENDED = re.compile(r"[.?!…‽。？！؟।][\s\"'”’»«)\]}]*\Z")
_NUMBER = re.compile(r"\A\(?(?:\d{1,3}|[a-zA-Z])[.)]{1,2}\s+")


def choosable(article: Article, sentences: tuple[Span, ...]) -> tuple[Span, ...]:
    """The sentences that may stand in a summary: all but items and lines that are a few words without an end."""
    return tuple(one for one in sentences if len(one) > LONGEST or _is_sentence(article, one))


def _is_sentence(article: Article, sentence: Span) -> bool:
    """Whether it says something by itself, or stands in the company of others."""
    words, block = sentence.cut(article.text), article.blocks[article.block_at(sentence.start)]
    said = _WORD.findall(_NUMBER.sub("", words))
    if len(said) >= FEWEST or (said and _ENDED.search(words) is not None):
        return True
    if block.role is Role.PARAGRAPH:
        return len(block.span.cut(article.text).strip()) > len(sentence)
    return block.role is not Role.LIST_ITEM
