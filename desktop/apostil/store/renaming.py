"""Corrections that go by names alone, followed in the index of names without looking at whole articles again.

Such a correction, said after all others, changes only the entities that go by its names. The index has these as they
are, so that a name is changed in a thousand articles in a moment.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from apostil.domain.article import Article
from apostil.domain.corrections import corrected
from apostil.domain.entity import Entity, Kind, Mention, entity_id, fold
from apostil.domain.spans import Span
from apostil.store import naming
from apostil.store.failures import as_written

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import apsw

    from apostil.domain.entity import Correction

# Of articles that wait nothing is changed: they will be made anew.
_TOUCHED = """
SELECT DISTINCT p.article, EXISTS (SELECT 1 FROM correction c WHERE c.article = p.article)
FROM alias a JOIN appearance p ON p.key = a.appearance
WHERE a.folded IN (SELECT value FROM json_each(?)) AND p.article NOT IN (SELECT article FROM unindexed)
"""
_GOING_BY = """
SELECT DISTINCT p.key, p.article, n.identity, p.name, n.kind, n.known, p.confirmed
FROM alias a JOIN appearance p ON p.key = a.appearance JOIN named n ON n.key = p.named
WHERE a.folded IN (SELECT value FROM json_each(?)) AND p.article IN (SELECT value FROM json_each(?))
"""
_MENTIONS = """
SELECT appearance, start, "end", confidence, confirmed, sentence, sentence_end FROM naming
WHERE appearance IN (SELECT value FROM json_each(?))
"""
_TEXTS = "SELECT article, text FROM content WHERE article IN (SELECT value FROM json_each(?))"


@dataclass(slots=True)
class _Part:
    """The entities of an article that are looked at, and the sentences of their mentions."""

    entities: list[Entity] = field(default_factory=list)
    sentences: dict[Span, tuple[int, int]] = field(default_factory=dict)


def go_on(connection: apsw.Connection, added: Sequence[Correction]) -> tuple[set[int], set[int]]:
    """Change in the index what these corrections change that are said after all others in the library.

    Returns:
        The rows of the articles that may have changed, and of those with corrections of their own, which come after
        these: they are left, to be made anew.
    """
    names = json.dumps(sorted(_names(added)))
    rows = [(int(key), bool(own)) for key, own in connection.execute(_TOUCHED, (names,))]
    left = {key for key, own in rows if own}
    touched = {key for key, own in rows if not own}
    if touched:
        _change(connection, names, touched, added)
    return touched, left


@as_written()
def _change(connection: apsw.Connection, names: str, touched: set[int], added: Sequence[Correction]) -> None:
    keys = json.dumps(sorted(touched))
    rows: list[tuple[Any, ...]] = connection.execute(_GOING_BY, (names, keys)).fetchall()
    parts = _parts(connection, rows)
    naming.drop(connection, (row[0] for row in rows))
    texts: list[tuple[Any, ...]] = connection.execute(_TEXTS, (keys,)).fetchall()
    for key, text in texts:
        part = parts[key]
        after = corrected(Article(text, ()), part.entities, added)
        find = part.sentences.__getitem__
        naming.add(connection, key, [naming.appearance_of(entity, text, find) for entity in after])
    naming.forget(connection, {row[2] for row in rows})


def _parts(connection: apsw.Connection, rows: Iterable[tuple[Any, ...]]) -> dict[int, _Part]:
    """The entities of these rows as they are, by their articles."""
    rows = list(rows)
    mentions: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for appearance, *mention in connection.execute(_MENTIONS, (json.dumps([row[0] for row in rows]),)):
        mentions[appearance].append(tuple(mention))
    parts: dict[int, _Part] = defaultdict(_Part)
    for appearance, article, _, name, kind, known, confirmed in rows:
        part, found = parts[article], []
        for start, end, confidence, settled, sentence, sentence_end in mentions[appearance]:
            span = Span(start, end)
            found.append(Mention(span, Kind(kind), confidence, bool(settled)))
            part.sentences[span] = sentence, sentence_end
        identity = entity_id(name, Kind(kind))
        part.entities.append(Entity(identity, name, Kind(kind), tuple(found), (), bool(confirmed), known))
    return parts


def _names(added: Iterable[Correction]) -> set[str]:
    """The names that these go by, folded."""
    return {fold(name) for one in added for name in (one.name, getattr(one, "canonical", "")) if name}
