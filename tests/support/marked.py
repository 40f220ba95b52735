"""Texts in which the names are marked with their kinds, and an engine that finds just these."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apostil.analysis.engine import Finding
from apostil.analysis.entities import find
from apostil.domain.entity import Kind
from support.language import article_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from apostil.domain.article import Article
    from apostil.domain.entity import Entity

KINDS = {"P": Kind.PERSON, "O": Kind.ORGANIZATION, "L": Kind.LOCATION, "G": Kind.GROUP, "E": Kind.EVENT, "W": Kind.WORK}
_MARK = re.compile(r"\[([POLGEW])(\d\d)? ([^\]]+)\]")


@dataclass(frozen=True, slots=True)
class MarkedEngine:
    """Finds in each text what was marked in it, as sure as it was marked to be."""

    found: Mapping[str, tuple[Finding, ...]]
    name: str = "marks 1"

    def knows(self, language: str) -> bool:
        """Any language."""
        return language != ""

    def warm_up(self, language: str) -> None:
        """Nothing to load."""

    def find(self, texts: Sequence[str], language: str) -> list[tuple[Finding, ...]]:
        """The marked names of each text."""
        return [self.found[text] for text in texts]


def marked(*texts: str, language: str = "en") -> tuple[Article, MarkedEngine]:
    """An article of these paragraphs, and its engine: `[P Ann Bell]` is a person, `[L40 Lorne]` a place by 40 %."""
    read = [_read(text) for text in texts]
    return article_of(*(text for text, _ in read), language=language), MarkedEngine(dict(read))


def settled(*texts: str, language: str = "en") -> dict[str, Entity]:
    """The entities of these marked paragraphs, by their names."""
    article, engine = marked(*texts, language=language)
    return {entity.name: entity for entity in find(article, language, engine)}


def told(*texts: str, language: str = "en") -> dict[str, list[str]]:
    """The words that each entity of these marked paragraphs is mentioned by."""
    article, engine = marked(*texts, language=language)
    found = find(article, language, engine)
    return {
        f"{entity.name}, {entity.kind}": [one.span.cut(article.text) for one in entity.mentions] for entity in found
    }


def _read(text: str) -> tuple[str, tuple[Finding, ...]]:
    plain, findings, done = "", [], 0
    for mark in _MARK.finditer(text):
        plain += text[done : mark.start()]
        start = len(plain)
        plain += mark[3]
        findings.append(Finding(start, len(plain), KINDS[mark[1]], int(mark[2] or 90) / 100))
        done = mark.end()
    return plain + text[done:], tuple(findings)
