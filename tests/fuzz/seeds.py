"""One small good file of every format, all invented: what the fuzzed ones are made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support import documents

if TYPE_CHECKING:
    from collections.abc import Callable

PROSE = "\n\n".join(("Harbour opens its new quay", "By Awa Traoré", *documents.PARAGRAPHS, "Read also: The old quay"))
_PAGE_BODY = f"<article><h1>Harbour opens</h1><p>{'</p><p>'.join(documents.PARAGRAPHS)}</p></article>"
_PAGE_HEAD = '<title>Harbour opens</title><meta property="article:published_time" content="2025-11-03T09:00:00Z">'


def _page() -> bytes:
    body = f"<nav><a href='/'>Home</a></nav>{_PAGE_BODY}<ul><li>One</li></ul><table><tr><td>1</td></tr></table>"
    return documents.page(body, _PAGE_HEAD)


def _pdf() -> bytes:
    return documents.pdf(documents.lines("Harbour opens", *documents.PARAGRAPHS), documents.lines("Page two."))


def _docx() -> bytes:
    parts = [("Title", "Harbour opens"), *(("", words) for words in documents.PARAGRAPHS), ("List Bullet", "One")]
    return documents.docx(*parts, author="Awa Traoré", title="Harbour opens")


SEEDS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "plain text": ("article.txt", PROSE.encode),
    "Markdown": ("article.md", f"---\ntitle: A\n---\n# {PROSE}\n\n* one\n* two\n\n> said\n".encode),
    "saved web page": ("article.html", _page),
    "PDF": ("article.pdf", _pdf),
    "Word document": ("article.docx", _docx),
}
"""By the name of the format: the file's name, and what makes its bytes."""
