"""A summary of several articles as JSON: the sentences by their places, and the articles they stand in.

All offsets are Unicode code points over the text of the article, from 0, the end exclusive; `text_sha256` says which
text that is. `article` counts the articles of this file from 0.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from apostil.domain.controls import spelt_out_in_json
from apostil.domain.provenance import fingerprint
from apostil.exporters.leaning import as_record, unsupported

if TYPE_CHECKING:
    from apostil.domain.digest import Digest, Group, Voice
    from apostil.domain.notes import Stamp
    from apostil.domain.summary import SummarySentence

NAME = "apostil-digest"
VERSION = 1


def write(digest: Digest, stamp: Stamp) -> bytes:
    """The summary as one JSON file, in UTF-8, two spaces a level."""
    summary = digest.summary
    record = {
        "format": NAME,
        "version": VERSION,
        "generator": {"name": "Apostil", "version": stamp.version},
        "written": stamp.written.isoformat(),
        "offsets": "code points",
        "method": summary.method.value,
        "length": {"amount": summary.length.amount, "unit": summary.length.unit.value},
        "available": summary.available,
        "dropped": summary.dropped,
        "arranged": summary.arranged,
        "repeating": summary.repeating,
        "grouping": digest.grouping.value,
        "groups": [_group(digest, group) for group in digest.groups()],
        "articles": [_article(voice) for voice in digest.voices],
    }
    written = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
    return spelt_out_in_json(written).encode("utf-8", "backslashreplace")


def _group(digest: Digest, group: Group) -> dict[str, Any]:
    heading = None if group.heading is None else str(group.heading)
    flags = unsupported(group.sentences)
    sentences = [_sentence(digest, one, above=flag is None) for one, flag in zip(group.sentences, flags, strict=True)]
    return {"heading": heading, "sentences": sentences}


def _sentence(digest: Digest, sentence: SummarySentence, *, above: bool) -> dict[str, Any]:
    text = digest.voice(sentence).article.text
    return {
        "article": sentence.extract.owner,
        "start": sentence.span.start,
        "end": sentence.span.end,
        "quotation": digest.words(sentence),
        "rank": sentence.rank,
        "score": sentence.score,
        "agreeing": [method.value for method in sentence.agreeing],
        "pinned": sentence.pinned,
        "also": list(sentence.also),
        "leaning": as_record(sentence.leaning, text, above=above),
    }


def _article(voice: Voice) -> dict[str, Any]:
    known = voice.article.metadata
    return {
        "id": voice.id,
        "title": voice.title,
        "authors": list(known.authors),
        "outlet": known.outlet,
        "published": known.published.isoformat() if known.published else None,
        "language": known.language,
        "address": known.address,
        "text_sha256": fingerprint(voice.article.text),
    }
