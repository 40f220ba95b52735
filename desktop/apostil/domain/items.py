"""Tells the sentences of an article from items of a list that say nothing by themselves: `- apples`, `- 12 eggs`."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from apostil.domain.article import Role

if TYPE_CHECKING:
    from apostil.domain.article import Article
    from apostil.domain.spans import Span

FEWEST = 4
"""So many words may be a sentence though no mark ends them."""

_WORD = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]|\d*[^\W\d_]+(?:['’\-‐‑]\w+)*")
_ENDED = re.compile(r"[.?!…‽。？！؟।][\s\"'”’»«)\]}]*\Z")
_NUMBER = re.compile(r"\A\(?(?:\d{1,3}|[a-zA-Z])[.)]{1,2}\s+")


def choosable(article: Article, sentences: tuple[Span, ...]) -> tuple[Span, ...]:
    """The sentences that may stand in a summary: all but items of a list that are a few words without an end."""
    if not any(block.role is Role.LIST_ITEM for block in article.blocks):
        return sentences
    return tuple(
        sentence
        for block, there in groupby(sentences, key=lambda one: article.blocks[article.block_at(one.start)])
        for sentence in there
        if block.role is not Role.LIST_ITEM or _is_sentence(sentence.cut(article.text))
    )


def _is_sentence(words: str) -> bool:
    said = _WORD.findall(_NUMBER.sub("", words))
    return len(said) >= FEWEST or (bool(said) and _ENDED.search(words) is not None)
