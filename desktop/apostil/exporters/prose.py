"""Reads the Markdown of a person's notes: for a page, or as plain paragraphs of runs.

HTML in a note stays the characters that were typed, and a picture stays its words: nothing is ever fetched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a note that look alike; `address` is where a link leads."""

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    code: bool = False
    address: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a note; `depth` counts the lists and quotations around it, `label` is a bullet or a number."""

    runs: tuple[Run, ...]
    depth: int = 0
    label: str = ""
    heading: bool = False
    code: bool = False


def to_html(note: str) -> str:
    """The note as HTML that can stand in any page; its headings begin at the fifth level."""
    parser = _parser()
    tokens = parser.parse(note)
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = "h5" if token.tag == "h1" else "h6"
        for child in token.children or ():
            if child.type == "link_open":
                child.attrSet("rel", "noreferrer")
    return str(parser.renderer.render(tokens, parser.options, {}))


def to_paragraphs(note: str) -> tuple[Paragraph, ...]:
    """The note as paragraphs, one after the other."""
    return tuple(_Walk().paragraphs(_parser().parse(note)))


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable(["strikethrough", "table"]).disable("image")


class _Walk:
    """Goes through the tokens of one note, and keeps in mind what it is in."""

    def __init__(self) -> None:
        self._lists: list[int | None] = []
        self._depth = 0
        self._label = ""
        self._heading = False

    def paragraphs(self, tokens: Sequence[Token]) -> Iterator[Paragraph]:
        """The paragraphs of these tokens."""
        for token in tokens:
            self._enter(token)
            runs = _runs(token)
            if runs:
                yield Paragraph(runs, self._depth, self._label, self._heading, _is_code(token))
                self._label = ""

    def _enter(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._lists.append(int(token.attrGet("start") or 1) if token.type.startswith("ordered") else None)
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._label = self._next_label()
            case "heading_open" | "heading_close":
                self._heading = token.type == "heading_open"
        if token.type in _INDENTING:
            self._depth += token.nesting

    def _next_label(self) -> str:
        number = self._lists[-1]
        if number is None:
            return "•"
        self._lists[-1] = number + 1
        return f"{number}."


_INDENTING = frozenset(
    f"{container}_{end}" for container in ("blockquote", "bullet_list", "ordered_list") for end in ("open", "close")
)


def _is_code(token: Token) -> bool:
    return token.type in {"fence", "code_block"}


def _runs(token: Token) -> tuple[Run, ...]:
    if _is_code(token):
        return (Run(token.content.rstrip("\n"), code=True),)
    if token.type == "hr":
        return (Run("⁂"),)
    return tuple(_inline(token.children or ())) if token.type == "inline" else ()


def _inline(tokens: Sequence[Token]) -> Iterator[Run]:
    style = Run("")
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                style = replace(style, bold=token.nesting > 0)
            case "em_open" | "em_close":
                style = replace(style, italic=token.nesting > 0)
            case "s_open" | "s_close":
                style = replace(style, struck=token.nesting > 0)
            case "link_open":
                style = replace(style, address=str(token.attrGet("href") or ""))
            case "link_close":
                style = replace(style, address="")
            case "softbreak" | "hardbreak":
                yield replace(style, text=" " if token.type == "softbreak" else "\n")
            case _ if token.content:
                yield replace(style, text=token.content, code=token.type == "code_inline")
