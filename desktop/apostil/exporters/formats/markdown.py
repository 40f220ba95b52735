"""Markdown: front matter in YAML, verbatim words as block quotations, a stable block id for each mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from apostil.domain.provenance import fingerprint
from apostil.exporters import sheet as words
from apostil.exporters.front_matter import Value, front_matter
from apostil.exporters.registry import Format
from apostil.exporters.sheet import Fact, MarkLine, Sheet

if TYPE_CHECKING:
    from apostil.domain.notes import Notes, Stamp

_INLINE = re.compile(r"[\\`*_\[\]<>|~$^{}]|&(?=#?\w+;)|#(?=\w|\s*$)|%(?=%)|(?<=%)%|=(?==)|(?<==)=")
_ADDRESS = re.compile(r":(?=//)|@|(?<=www)\.", re.IGNORECASE)
_LINE_START = re.compile(r"^([ \t]*)([#+\-=]|\d+(?=[.)]))")


def escape(text: str) -> str:
    """The words such that Markdown shows them as they are: on one line, or on several within one paragraph.

    Nor does a program that makes links of addresses find one in them.
    """
    return "\n".join(map(_escape_line, words.printable(text).replace("\r", "\n").split("\n")))


def write(all_notes: Sequence[Notes], stamp: Stamp) -> bytes:
    """The notes of one or several articles as one Markdown file."""
    sheets = words.sheets(all_notes)
    parts = [front_matter(_fields(all_notes, sheets, stamp))]
    alone = len(sheets) == 1
    if not alone:
        parts += [f"# {words.heading(sheets)}", "## Contents", "\n".join(map(_entry, sheets))]
    for one in sheets:
        parts += _article(one, 1 if alone else 2)
    parts += ["---", escape(words.signature(stamp))]
    return words.printable("\n\n".join(part.rstrip("\n") for part in parts) + "\n").encode()


def _escape_line(line: str) -> str:
    line = _ADDRESS.sub(r"\\\g<0>", _INLINE.sub(r"\\\g<0>", line))
    match = _LINE_START.match(line)
    if match is None:
        return line
    indent, sign = match.groups()
    rest = line[match.end() :]
    # A number is disarmed by its full stop or bracket, any other sign by itself.
    return f"{indent}{sign}\\{rest}" if sign.isdigit() else f"{indent}\\{sign}{rest}"


def _fields(all_notes: Sequence[Notes], sheets: Sequence[Sheet], stamp: Stamp) -> dict[str, Value]:
    articles = [_article_fields(notes, one) for notes, one in zip(all_notes, sheets, strict=True)]
    several: dict[str, Value] = {"title": words.heading(sheets), "articles": articles}
    return {
        **(articles[0] if len(articles) == 1 else several),
        "generator": f"Apostil {stamp.version}",
        "written": stamp.written,
    }


def _article_fields(notes: Notes, one: Sheet) -> dict[str, Value]:
    metadata = notes.article.metadata
    fields: dict[str, Value] = {
        "title": one.title,
        "authors": metadata.authors,
        "outlet": metadata.outlet,
        "published": metadata.published or "",
        "imported": notes.source.imported,
        "language": metadata.language,
        "address": metadata.address,
        "source": notes.source.name,
        "sha256": notes.source.sha256,
        **_provenance_fields(notes),
        "tags": tuple(dict.fromkeys(tag for mark in one.marks for tag in mark.tags)),
    }
    return fields


def _provenance_fields(notes: Notes) -> dict[str, Value]:
    made = notes.provenance
    if made is None:
        return {"text_sha256": fingerprint(notes.article.text), "extractor": notes.article.extractor}
    return {
        "text_sha256": made.text_sha256,
        "extractor": made.extractor,
        "extracted": made.extracted,
        "choice": made.choice.value,
        "part": made.part,
    }


def _entry(one: Sheet) -> str:
    title = f"{one.number}. {one.title}"
    return f"{one.number}. [{escape(one.title)}](#{_slug(title)})"


def _slug(title: str) -> str:
    """The name that most programs give to a heading: lower case, no punctuation, hyphens for spaces."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def _article(one: Sheet, level: int) -> Iterator[str]:
    top, section = "#" * level, "#" * (level + 1)
    yield f"{top} {escape(one.title)}" if level == 1 else f"{top} {one.number}\\. {escape(one.title)}"
    yield "\n".join(f"- {fact.label}: {_fact(fact)}" for fact in one.facts)
    yield f"{section} Summary"
    yield escape(one.method)
    for sentence in one.sentences:
        yield from (quoted(sentence.text), escape(sentence.reason))
    yield f"{section} Entities"
    yield from _entities(one)
    yield f"{section} Annotations"
    if not one.marks:
        yield words.NO_MARKS
    for mark in one.marks:
        yield from _mark(mark, level + 2)
    if one.orphans:
        yield f"{section} Annotations {words.NOT_FOUND}"
        yield words.ORPHANS
    for mark in one.orphans:
        yield from _mark(mark, level + 2)


def _fact(fact: Fact) -> str:
    # An address with other characters than these would end the link too early.
    return f"<{fact.address}>" if re.fullmatch(r"[^\s<>]+", fact.address) else _cell(fact.value)


def _entities(one: Sheet) -> Iterator[str]:
    if not one.entities:
        yield words.NO_ENTITIES
        return
    yield words.GUESSED
    rows = [("Kind", "Name", "Also as", "Mentions", "Standing"), ("---", "---", "---", "---:", "---")]
    for entity in one.entities:
        aliases = ", ".join(map(_cell, entity.aliases))
        name = f"**{_cell(entity.name)}**" if entity.sure else _cell(entity.name)
        rows.append((entity.kind, name, aliases, str(entity.count), entity.standing))
    yield "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cell(text: str) -> str:
    return escape(words.one_line(text))


def _mark(mark: MarkLine, level: int) -> Iterator[str]:
    yield f"{'#' * level} {mark.title}"
    yield quoted(mark.quotation)
    yield f"^{mark.key}"
    facts = (
        ("Colour", mark.color),
        ("Tags", ", ".join(mark.tags)),
        ("Status", mark.status),
        ("Marked", mark.times),
    )
    lines = [f"- {label}: {_cell(value)}" for label, value in facts if value]
    if mark.note.strip():
        # Inside a list item nothing that a note leaves open can swallow what comes after it.
        lines += ["- Note:", "", *(f"  {line}".rstrip() for line in mark.note.strip("\n").split("\n"))]
    yield "\n".join(lines)


def quoted(text: str) -> str:
    """Verbatim words as a block quotation."""
    lines = [escape(line.strip(" \t")) for line in text.split("\n")]
    closed = [
        f"> {line}\\" if line and after else f"> {line}" for line, after in zip(lines, [*lines[1:], ""], strict=True)
    ]
    return "\n".join(line.rstrip(" ") for line in closed)


FORMAT = Format("markdown", "Markdown", ".md", "text/markdown", write)
