"""Markdown, with the few lines about the article that may stand above it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from apostil.domain.article import Article, Metadata, Piece, Role, compose
from apostil.importers.bylines import byline, is_dateline
from apostil.importers.dates import written_date
from apostil.importers.decoding import decode, is_binary
from apostil.importers.extractor import named
from apostil.importers.markup import parsed, with_headline
from apostil.importers.metadata import authors_of, completed, language_code
from apostil.importers.registry import Format
from apostil.importers.structure import assigned

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from markdown_it.token import Token

_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n(?P<lines>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = re.compile(r"(?P<key>[A-Za-z][\w -]*?)\s*:\s*(?P<value>.*)")
_NOTE = re.compile(r"^\[\^(?P<mark>[^\]\s]{1,40})\]:[ \t]*(?P<words>.*(?:\n(?:[ \t]+\S.*))*)\n?", re.MULTILINE)
_MARK = re.compile(r"\[\^([^\]\s]{1,40})\](?!:)")
_STRESSED = "\x00"
"""What marks a paragraph that is all slanted or bold, until it is known where it stands; no text holds it."""
_LONGEST_STANDFIRST = 600
_OPENERS = {
    "blockquote_open": Role.QUOTATION,
    "list_item_open": Role.LIST_ITEM,
    "tr_open": Role.TABLE_ROW,
}
_CLOSERS = {name.replace("_open", "_close") for name in _OPENERS}


def _recognises(data: bytes, name: str) -> bool:
    return PurePath(name).suffix.lower() in _SUFFIXES and not is_binary(data)


def _read(data: bytes, _name: str) -> Article:
    text = decode(data).replace(_STRESSED, "").replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(text)
    stated = _stated(front["lines"]) if front else {}
    body = text[front.end() :] if front else text
    body, notes = _without_notes(body)
    marked = _with_standfirst(with_headline(tuple(_pieces(_parser().parse(body)))))
    title = _one(stated, "title")
    if title and not any(piece.role is Role.HEADLINE for piece in marked):
        marked = (Piece(title, Role.HEADLINE, 1), *marked)
    pieces = assigned(marked, headings=not any(piece.role is Role.HEADING for piece in marked))
    return compose((*pieces, *notes), completed(_metadata(stated), pieces), named("markdown-it-py"))


def _without_notes(body: str) -> tuple[str, tuple[Piece, ...]]:
    """The text without its footnotes and the marks that refer to them, and the footnotes that are referred to."""
    found = {note["mark"]: note for note in _NOTE.finditer(body)}
    named_in = {mark for mark in _MARK.findall(_NOTE.sub("", body)) if mark in found}
    if not named_in:
        return body, ()
    body = _NOTE.sub(lambda note: "\n" if note["mark"] in named_in else note[0], body)
    body = _MARK.sub(lambda mark: "" if mark[1] in named_in else mark[0], body)
    notes = [(mark, " ".join(note["words"].split())) for mark, note in found.items() if mark in named_in]
    return body, tuple(
        Piece(f"{mark}. {piece.text}", Role.FOOTNOTE) for mark, words in notes for piece in _inline(words)
    )


def _inline(words: str) -> tuple[Piece, ...]:
    return tuple(_pieces(_parser().parse(words)))[:1]


def _with_standfirst(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces without the marks of what is all slanted or bold, which is the standfirst right below a headline."""
    top = next((index for index, piece in enumerate(pieces) if piece.role is Role.HEADLINE), -1)
    return tuple(
        replace(piece, text=piece.text.removeprefix(_STRESSED), role=_stressed_role(piece, index == top + 1 > 0))
        if piece.text.startswith(_STRESSED)
        else piece
        for index, piece in enumerate(pieces)
    )


def _stressed_role(piece: Piece, below_headline: bool) -> Role:
    if not below_headline or len(piece.text) > _LONGEST_STANDFIRST or byline(piece.text.removeprefix(_STRESSED)):
        return piece.role
    return piece.role if is_dateline(piece.text.removeprefix(_STRESSED)) else Role.STANDFIRST


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _stated(lines: str) -> dict[str, tuple[str, ...]]:
    """The keys above the text with their values: a plain value, a list in brackets, or lines with dashes."""
    found: dict[str, tuple[str, ...]] = {}
    key = ""
    for line in lines.split("\n"):
        pair = _KEY.match(line)
        if pair:
            key = pair["key"].strip().lower()
            found[key] = _values(pair["value"])
        elif key and line.strip().startswith("- "):
            found[key] = (*found[key], _unquoted(line.strip()[2:]))
    return found


def _values(words: str) -> tuple[str, ...]:
    words = words.strip()
    if words.startswith("[") and words.endswith("]"):
        return tuple(value for value in map(_unquoted, words[1:-1].split(",")) if value)
    return (_unquoted(words),) if _unquoted(words) else ()


def _unquoted(words: str) -> str:
    words = words.strip()
    return words[1:-1] if len(words) > 1 and words[0] == words[-1] and words[0] in "\"'" else words


def _one(stated: Mapping[str, Sequence[str]], *keys: str) -> str:
    return next((stated[key][0] for key in keys if stated.get(key)), "")


def _metadata(stated: Mapping[str, Sequence[str]]) -> Metadata:
    names = stated.get("authors") or stated.get("author") or ()
    return Metadata(
        title=_one(stated, "title"),
        authors=tuple(author for name in names for author in authors_of(name)),
        outlet=_one(stated, "outlet", "publication", "site", "source"),
        published=_day(_one(stated, "date", "published")),
        language=language_code(_one(stated, "lang", "language")),
        address=_one(stated, "url", "link", "address"),
    )


def _day(words: str) -> dt.date | None:
    date = written_date(words)
    return date.day if date else None


def _pieces(tokens: Iterable[Token]) -> Iterator[Piece]:
    """The blocks that the tokens make; a row of a table waits for its last cell."""
    roles: list[Role] = []
    cells: list[str] = []
    level = 0
    for token in tokens:
        if token.type in _OPENERS:
            roles.append(_OPENERS[token.type])
            cells.clear()
        elif token.type in _CLOSERS:
            if roles.pop() is Role.TABLE_ROW:
                yield Piece("\t".join(cells), Role.TABLE_ROW)
        elif token.type in {"heading_open", "heading_close"}:
            level = int(token.tag[1]) if token.type == "heading_open" else 0
        elif roles and roles[-1] is Role.TABLE_ROW and token.type == "inline":
            cells.append(_words(token.children or ()))
        else:
            yield from _block(token, roles[-1] if roles else Role.PARAGRAPH, level)


def _block(token: Token, role: Role, level: int) -> Iterator[Piece]:
    if token.type == "inline":
        children = token.children or []
        words = _words(children)
        if level:
            yield Piece(words, Role.HEADING, level)
        elif role is Role.PARAGRAPH and _is_picture(children):
            yield Piece(words, Role.CAPTION)
        else:
            stressed = role is Role.PARAGRAPH and _is_stressed(children)
            yield Piece(f"{_STRESSED}{words}" if stressed else words, role)
    elif token.type in {"fence", "code_block"}:
        yield Piece(token.content, role)
    elif token.type == "html_block":
        yield from parsed(token.content)


def _is_picture(children: Sequence[Token]) -> bool:
    """Whether a paragraph is nothing but a picture, whose words say what it shows."""
    said = [token for token in children if token.type not in {"softbreak", "hardbreak"} and token.content.strip()]
    return bool(said) and all(token.type == "image" for token in said)


def _is_stressed(children: Sequence[Token]) -> bool:
    """Whether a whole paragraph is slanted or bold."""
    kinds = [token.type for token in children if token.content or token.type != "text"]
    opener = kinds[0] if kinds else ""
    closer = opener.replace("_open", "_close")
    return opener in {"em_open", "strong_open"} and kinds[-1] == closer and kinds.count(closer) == 1


def _words(tokens: Iterable[Token]) -> str:
    return "".join(map(_word, tokens))


def _word(token: Token) -> str:
    if token.type == "softbreak":
        return " "
    if token.type == "hardbreak":
        return "\n"
    if token.type == "image":
        return token.content
    return token.content if token.type in {"text", "code_inline", "text_special"} else ""


FORMAT = Format("Markdown", "text/markdown", _SUFFIXES, _recognises, _read, order=2)
