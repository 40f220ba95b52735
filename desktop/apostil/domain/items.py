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
_JUDGED = re.compile(r"[A-Za-zÀ-ɏͰ-ԯ]")
"""A letter of scripts whose words and ends are known well enough to judge a line: from Latin to Cyrillic."""

_JUDGED_ROLES = frozenset({Role.LIST_ITEM, Role.PARAGRAPH})
_ENDED = re.compile(r"[.?!…‽。？！؟۔։।॥።။][\s\"'”’»«)\]}]*\Z")
_NUMBER = re.compile(r"\A\(?(?:\d{1,3}|[a-zA-Z])[.)]{1,2}\s+")


def choosable(article: Article, sentences: tuple[Span, ...]) -> tuple[Span, ...]:
    """The sentences that may stand in a summary: all but items and lines that are a few words without an end."""
    return tuple(one for one in sentences if is_choosable(article, one))


def is_choosable(article: Article, sentence: Span) -> bool:
    """Whether a sentence says something by itself, or stands in the company of others."""
    if len(sentence) > LONGEST:
        return True
    words, block = sentence.cut(article.text), article.blocks[article.block_at(sentence.start)]
    if block.role not in _JUDGED_ROLES:
        return True
    said = _WORD.findall(_NUMBER.sub("", words))
    if len(said) >= FEWEST or (said and _ENDED.search(words) is not None):
        return True
    is_alone = len(block.span.cut(article.text).strip()) <= len(sentence)
    return block.role is Role.PARAGRAPH and not (is_alone and _is_judged(words))


def _is_judged(words: str) -> bool:
    """Whether a line that is no item can be judged: by its letters, or since it has none."""
    return _JUDGED.search(words) is not None or not any(map(str.isalpha, words))
