"""Reads a file as the importers do, for tests of what they find."""

from __future__ import annotations

from apostil.domain.article import Article
from apostil.domain.provenance import Choice
from apostil.importers import registry
from apostil.importers.registry import Format


def read(data: bytes, name: str, choice: Choice = Choice.ARTICLE) -> tuple[Article, Format]:
    """The one article in these bytes, and their format."""
    form = registry.recognise(data, name)
    (article,) = registry.read(form, data, name, choice)
    return article, form
