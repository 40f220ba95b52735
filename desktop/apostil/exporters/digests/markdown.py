"""A summary of several articles as Markdown: sentences as block quotations, each with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apostil.exporters.digests.sheet import sheet
from apostil.exporters.formats.markdown import escape, quoted
from apostil.exporters.front_matter import front_matter
from apostil.exporters.sheet import printable, signature

if TYPE_CHECKING:
    from apostil.domain.digest import Digest
    from apostil.domain.notes import Stamp


def write(digest: Digest, stamp: Stamp) -> bytes:
    """The summary as one Markdown file."""
    words = sheet(digest)
    parts = [
        front_matter({"title": words.title, "generator": f"Apostil {stamp.version}", "written": stamp.written}),
        f"# {escape(words.title)}",
        escape(words.method),
    ]
    for section in words.sections:
        if section.heading:
            parts.append(f"## {escape(section.heading)}")
        for sentence in section.sentences:
            number = f"\\[{sentence.article}\\] " if sentence.article else ""
            parts += [quoted(sentence.text), f"{number}{escape(sentence.source)}"]
    listed = [escape(", ".join(filter(None, (one.title, one.facts)))) for one in words.articles]
    numbered = "\n".join(f"{number}. {line}" for number, line in enumerate(listed, 1))
    parts += [f"## {words.listing}", listed[0] if len(listed) == 1 else numbered]
    parts += ["---", escape(signature(stamp))]
    return printable("\n\n".join(part.rstrip("\n") for part in parts) + "\n").encode()
