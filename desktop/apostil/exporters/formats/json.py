"""Apostil's own open format: everything the notes hold, in JSON, and back again.

CONTRIBUTING describes it. All offsets are Unicode code points over `text`, from 0, the end exclusive. What can be
worked out from the rest (`quotation`, `paragraph`, `page`, `hex`, `count`, and `words` and `above` of a leaning) is
written for those who read the file without Apostil, and ignored when it comes back.
"""

from __future__ import annotations

import datetime as dt
import json
import math
from collections.abc import Sequence
from typing import Any

from apostil.domain.anchor import Anchor
from apostil.domain.annotation import Annotation, AnnotationId, Color, Status
from apostil.domain.article import Article, ArticleId, Block, Metadata, Role, Source
from apostil.domain.choices import Extract
from apostil.domain.controls import spelt_out_in_json
from apostil.domain.entity import Entity, Kind, Mention
from apostil.domain.errors import UnreadableFileError
from apostil.domain.leaning import Lean, Leaning
from apostil.domain.notes import Notes, Stamp
from apostil.domain.place import NOWHERE, Box, Place
from apostil.domain.provenance import Choice, Provenance
from apostil.domain.spans import Span
from apostil.domain.summary import Length, Method, Summary, SummarySentence, Unit
from apostil.exporters.leaning import as_record, unsupported
from apostil.exporters.registry import Format

NAME = "apostil-notes"
VERSION = 3
"""The version that is written; every earlier one is read as well."""

MEDIA_TYPE = "application/vnd.apostil.notes+json"

Record = dict[str, Any]
"""A JSON object."""


def write(all_notes: Sequence[Notes], stamp: Stamp) -> bytes:
    """The notes of one or several articles as one JSON file, in UTF-8, two spaces a level."""
    record = {
        "format": NAME,
        "version": VERSION,
        "generator": {"name": "Apostil", "version": stamp.version},
        "written": stamp.written.isoformat(),
        "offsets": "code points",
        "articles": [_notes(notes) for notes in all_notes],
    }
    # A lone surrogate, which UTF-8 cannot hold, becomes the escape that JSON has for it.
    written = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
    return spelt_out_in_json(written).encode("utf-8", "backslashreplace")


def read(data: bytes) -> tuple[Notes, ...]:
    """The notes that were written, equal to what they were.

    Raises:
        UnreadableFileError: where the file holds no notes, notes of a later version, or damaged ones.
    """
    record = _parsed(data)
    if record.get("format") != NAME:
        raise UnreadableFileError("This file holds no Apostil notes: it does not say “apostil-notes” at its head.")
    version = record.get("version")
    if type(version) is not int or not 1 <= version <= VERSION:
        raise UnreadableFileError(
            f"These notes are in version {version} of their format, and this Apostil reads versions 1 to {VERSION}. "
            "Open them with the version of Apostil that wrote them."
        )
    try:
        return tuple(map(_read_notes, record["articles"]))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UnreadableFileError(
            f"These notes are damaged: a part of them is missing or does not fit ({error}). Export them again."
        ) from error


def _parsed(data: bytes) -> Record:
    try:
        record = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableFileError(
            "This file could not be read as JSON. It may have been cut short: copy or export it again."
        ) from error
    return record if isinstance(record, dict) else {}


def _notes(notes: Notes) -> Record:
    article = notes.article
    return {
        "id": notes.article_id,
        "source": _source(notes.source),
        "metadata": _metadata(article.metadata),
        "extractor": article.extractor,
        "provenance": _provenance(notes.provenance) if notes.provenance else None,
        "text": article.text,
        "blocks": [_block(article, block) for block in article.blocks],
        "summary": _summary(article, notes.summary) if notes.summary else None,
        "entities": [_entity(article, entity) for entity in notes.entities],
        "annotations": [_annotation(article, annotation) for annotation in notes.annotations],
        "orphans": [_orphan(annotation) for annotation in notes.orphans],
    }


def _read_notes(record: Record) -> Notes:
    article_id = ArticleId(record["id"])
    article = Article(
        record["text"],
        tuple(map(_read_block, record["blocks"])),
        _read_metadata(record["metadata"]),
        record["extractor"],
    )
    return Notes(
        article_id,
        _read_source(record["source"]),
        article,
        tuple(map(_read_entity, record["entities"])),
        None if record["summary"] is None else _read_summary(record["summary"]),
        tuple(_read_annotation(one, article_id) for one in record["annotations"]),
        # The first version of the format had neither.
        _read_provenance(record["provenance"]) if record.get("provenance") else None,
        tuple(_read_annotation(one, article_id, placed=False) for one in record.get("orphans", ())),
    )


def _provenance(made: Provenance) -> Record:
    return {
        "extractor": made.extractor,
        "extracted": made.extracted.isoformat(),
        "text_sha256": made.text_sha256,
        "choice": made.choice.value,
        "part": made.part,
    }


def _read_provenance(record: Record) -> Provenance:
    return Provenance(
        record["extractor"],
        dt.datetime.fromisoformat(record["extracted"]),
        record["text_sha256"],
        Choice(record["choice"]),
        record["part"],
    )


def _source(source: Source) -> Record:
    return {
        "sha256": source.sha256,
        "name": source.name,
        "media_type": source.media_type,
        "size": source.size,
        "imported": source.imported.isoformat(),
        "origin": source.origin,
    }


def _read_source(record: Record) -> Source:
    return Source(
        record["sha256"],
        record["name"],
        record["media_type"],
        record["size"],
        dt.datetime.fromisoformat(record["imported"]),
        record["origin"],
    )


def _metadata(metadata: Metadata) -> Record:
    return {
        "title": metadata.title,
        "authors": list(metadata.authors),
        "outlet": metadata.outlet,
        "published": metadata.published.isoformat() if metadata.published else None,
        "language": metadata.language,
        "address": metadata.address,
    }


def _read_metadata(record: Record) -> Metadata:
    published = record["published"]
    return Metadata(
        record["title"],
        tuple(record["authors"]),
        record["outlet"],
        dt.date.fromisoformat(published) if published else None,
        record["language"],
        record["address"],
    )


def _span(span: Span) -> Record:
    return {"start": span.start, "end": span.end}


def _read_span(record: Record) -> Span:
    return Span(record["start"], record["end"])


def _block(article: Article, block: Block) -> Record:
    return {
        **_span(block.span),
        "role": block.role.value,
        "level": block.level,
        **_cited(article, block.span),
        "place": _place(block.place),
    }


def _read_block(record: Record) -> Block:
    return Block(_read_span(record), Role(record["role"]), record["level"], _read_place(record.get("place")))


def _cited(article: Article, span: Span) -> Record:
    """Paragraph and page, for those who cite the words."""
    page = article.blocks[article.block_at(span.start)].place.page if article.blocks else 0
    return {"paragraph": article.paragraph_number(span.start) or None, "page": page or None}


def _place(place: Place) -> Record | None:
    if place == NOWHERE:
        return None
    return {"boxes": list(map(_box, place.boxes)), "times": list(map(_number, place.times)) if place.times else None}


def _box(box: Box) -> list[float | None]:
    edges = map(_number, (box.left, box.top, box.right, box.bottom))
    return [box.page, *edges, *([box.start] if box.start else [])]


def _read_box(numbers: list[Any]) -> Box:
    page, *edges = numbers
    left, top, right, bottom = map(_read_number, edges[:4])
    return Box(page, left, top, right, bottom, int(edges[4]) if len(edges) > 4 else 0)


def _read_place(record: Record | None) -> Place:
    if record is None:
        return NOWHERE
    boxes = tuple(map(_read_box, record["boxes"]))
    if record["times"] is None:
        return Place(boxes)
    begin, end = map(_read_number, record["times"])
    return Place(boxes, (begin, end))


def _summary(article: Article, summary: Summary) -> Record:
    return {
        "method": summary.method.value,
        "length": {"amount": summary.length.amount, "unit": summary.length.unit.value},
        "available": summary.available,
        "asked": summary.asked,
        "dropped": summary.dropped,
        "arranged": summary.arranged,
        "repeating": summary.repeating,
        "sentences": [
            _chosen(article, sentence, above=flag is None)
            for sentence, flag in zip(summary.sentences, unsupported(summary.sentences), strict=True)
        ],
    }


def _chosen(article: Article, sentence: SummarySentence, *, above: bool) -> Record:
    return {
        **_span(sentence.span),
        "quotation": sentence.span.cut(article.text),
        **_cited(article, sentence.span),
        "rank": sentence.rank,
        "score": _number(sentence.score),
        "strength": _number(sentence.strength),
        "index": sentence.index,
        "agreeing": [method.value for method in sentence.agreeing],
        "pinned": sentence.pinned,
        "leaning": as_record(sentence.leaning, article.text, above=above),
    }


def _read_summary(record: Record) -> Summary:
    length = record["length"]
    return Summary(
        Method(record["method"]),
        Length(length["amount"], _read_unit(length)),
        tuple(map(_read_chosen, record["sentences"])),
        record["available"],
        record.get("asked", 0),
        record.get("dropped", 0),
        record.get("arranged", False),
        record.get("repeating", 0),
    )


def _read_unit(length: Record) -> Unit:
    # Until version 2 there were two units.
    return Unit(length["unit"]) if "unit" in length else Unit.PERCENT if length["percent"] else Unit.SENTENCES


def _read_chosen(record: Record) -> SummarySentence:
    return SummarySentence(
        record.get("index", 0),
        Extract(0, _read_span(record)),
        _read_number(record["score"]),
        record["rank"],
        _read_number(record["strength"]),
        tuple(map(Method, record.get("agreeing", ()))),
        record.get("pinned", False),
        # Earlier files do not say it.
        leaning=_read_leaning(record.get("leaning")),
    )


def _read_leaning(record: Record | None) -> Leaning | None:
    return None if record is None else Leaning(Lean(record["how"]), _read_span(record))


def _number(value: float) -> float | None:
    """The number, or nothing where it is none that JSON could hold."""
    return value if math.isfinite(value) else None


def _read_number(value: float | None) -> float:
    return math.nan if value is None else float(value)


def _entity(article: Article, entity: Entity) -> Record:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind.value,
        "aliases": list(entity.aliases),
        "confirmed": entity.confirmed,
        "known": entity.known,
        "count": len(entity.mentions),
        "mentions": [
            {
                **_span(mention.span),
                "quotation": mention.span.cut(article.text),
                "kind": mention.kind.value,
                "confidence": _number(mention.confidence),
                "confirmed": mention.confirmed,
            }
            for mention in entity.mentions
        ],
    }


def _read_entity(record: Record) -> Entity:
    return Entity(
        record["id"],
        record["name"],
        Kind(record["kind"]),
        tuple(
            Mention(_read_span(one), Kind(one["kind"]), _read_number(one["confidence"]), one["confirmed"])
            for one in record["mentions"]
        ),
        tuple(record["aliases"]),
        record["confirmed"],
        # Earlier files do not say it.
        record.get("known", ""),
    )


def _annotation(article: Article, annotation: Annotation) -> Record:
    anchor = annotation.anchor
    return {
        "id": annotation.id,
        "quotation": anchor.span.cut(article.text),
        **_cited(article, anchor.span),
        **_marked(annotation),
    }


def _orphan(annotation: Annotation) -> Record:
    """A mark that has no place in this text: there is nothing to cut from it."""
    return {"id": annotation.id, **_marked(annotation)}


def _marked(annotation: Annotation) -> Record:
    anchor = annotation.anchor
    return {
        "anchor": {**_span(anchor.span), "exact": anchor.exact, "prefix": anchor.prefix, "suffix": anchor.suffix},
        "color": annotation.color.value,
        "hex": annotation.color.hue,
        "note": annotation.note,
        "tags": list(annotation.tags),
        "status": annotation.status.value,
        "author": annotation.author,
        "created": annotation.created.isoformat(),
        "modified": annotation.modified.isoformat(),
    }


def _read_annotation(record: Record, article_id: ArticleId, *, placed: bool = True) -> Annotation:
    anchor = record["anchor"]
    return Annotation(
        AnnotationId(record["id"]),
        article_id,
        Anchor(_read_span(anchor), anchor["exact"], anchor["prefix"], anchor["suffix"]),
        Color(record["color"]),
        dt.datetime.fromisoformat(record["created"]),
        dt.datetime.fromisoformat(record["modified"]),
        record["note"],
        tuple(record["tags"]),
        Status(record["status"]),
        record["author"],
        placed,
    )


FORMAT = Format("json", "JSON", ".json", MEDIA_TYPE, write)
