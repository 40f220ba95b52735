"""Sources and articles: what came in, what a person corrected of it, and what is in the trash."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from apostil.domain.article import Article, ArticleId, Metadata, Role, Source
from apostil.domain.errors import LibraryError
from apostil.domain.identity import new_id
from apostil.domain.library import Entry
from apostil.store import overlaps, search, versions
from apostil.store.addresses import address_key
from apostil.store.encoding import CountedBlock, dump_metadata, load_blocks, load_metadata, roles_key
from apostil.store.failures import GONE_ARTICLE, as_written
from apostil.store.preparing import total

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import apsw

    from apostil.domain.edits import BlockRoles, SuccessionEdit
    from apostil.domain.library import Overlap
    from apostil.domain.provenance import Choice
    from apostil.store.preparing import Incoming

TRASH_DAYS = 30
"""How long what was deleted can still be brought back."""

_KEY = "SELECT key FROM article WHERE id = ?"
_KNOWN_FACTS = "SELECT key, id, hidden_since IS NULL, superseded_by IS NOT NULL, part FROM article"
_BEST_FIRST = "ORDER BY hidden_since IS NOT NULL, superseded_by IS NOT NULL, key DESC"
_KNOWN = f"{_KNOWN_FACTS} WHERE source = ?1 AND choice = coalesce(?2, choice) {_BEST_FIRST}"
_KNOWN_PART = f"{_KNOWN_FACTS} WHERE source = ? AND choice = ? AND part = ? {_BEST_FIRST}"
_ONE_KNOWN = f"{_KNOWN_FACTS} WHERE key = ?"
_SAME = """
SELECT a.id FROM article a JOIN content c ON c.article = a.key
WHERE a.source = ? AND a.choice = ? AND a.part = ? AND a.extractor = ? AND a.text_sha256 = ? AND a.found = ?
    AND c.blocks = ?
"""
_PRESENT = "SELECT 1 FROM article WHERE id = ? AND hidden_since IS NULL AND superseded_by IS NULL"
_ADD_SOURCE = "INSERT OR IGNORE INTO source VALUES (?, ?, ?, ?, ?, ?, ?)"
_ADD_ARTICLE = """
INSERT INTO article (id, source, extractor, found, words, roles, hidden_since, extracted, text_sha256, choice, part,
    title, outlet, language, published, address)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING key
"""
_ADD_CONTENT = "INSERT INTO content (article, blocks, text) VALUES (?, ?, ?)"
_ENTRY = """
SELECT a.key, a.id, a.title, a.outlet, a.language, a.published, s.imported, a.words, s.name, a.part
FROM article a JOIN source s ON s.sha256 = a.source
"""
_ENTRIES = f"{_ENTRY} WHERE a.hidden_since IS NULL AND a.superseded_by IS NULL ORDER BY s.imported DESC, a.key DESC"
_ONE_ENTRY = f"{_ENTRY} WHERE a.id = ?"
_ALL_MARKS = "SELECT article, count(*) FROM annotation GROUP BY article"
_MARKS = "SELECT article, count(*) FROM annotation WHERE article = ?"
_ALL_ORPHANS = "SELECT article, count(*) FROM annotation WHERE placed = 0 GROUP BY article"
_ORPHANS = "SELECT article, count(*) FROM annotation WHERE placed = 0 AND article = ?"
_ALL_TAGS = """
SELECT DISTINCT n.article, t.name
FROM annotation_tag nt JOIN annotation n ON n.key = nt.annotation JOIN tag t ON t.key = nt.tag
"""
_TAGS = f"{_ALL_TAGS} WHERE n.article = ?"
_ARTICLE = """
SELECT a.key, coalesce(a.edited, a.found), a.extractor, c.blocks, c.text
FROM article a JOIN content c ON c.article = a.key WHERE a.id = ?
"""
_BLOCKS = "SELECT blocks FROM content WHERE article = ?"
_ROLES = "SELECT block, role FROM role WHERE article = ?"
_SOURCE = """
SELECT s.sha256, s.name, s.media_type, s.size, s.imported, s.origin
FROM source s JOIN article a ON a.source = s.sha256 WHERE a.id = ?
"""
_BYTES = "SELECT s.bytes FROM source s JOIN article a ON a.source = s.sha256 WHERE a.id = ?"
_FOUND = "SELECT found FROM article WHERE key = ?"
_EDIT = "UPDATE article SET edited = ?, title = ?, outlet = ?, language = ?, published = ?, address = ? WHERE key = ?"
_SHOW = "UPDATE article SET hidden_since = NULL WHERE key = ?"
_HIDE = "UPDATE article SET hidden_since = ? WHERE key = ? AND hidden_since IS NULL"
_SET_ROLE = "INSERT OR REPLACE INTO role VALUES (?, ?, ?)"
_DROP_ROLE = "DELETE FROM role WHERE article = ? AND block = ?"
_COUNT = "UPDATE article SET roles = ?, words = ? WHERE key = ?"
# Older versions of an article live and die with it.
_OLD = """
WITH RECURSIVE old (key) AS (
    SELECT key FROM article WHERE hidden_since < ?
    UNION SELECT a.key FROM old JOIN article a ON a.superseded_by = old.key
)
SELECT key FROM old
"""
_PURGE = "DELETE FROM article WHERE key = ?"
_PURGE_SOURCES = "DELETE FROM source WHERE sha256 NOT IN (SELECT source FROM article)"


def key_of(connection: apsw.Connection, article_id: ArticleId) -> int:
    """The row of an article, present or in the trash.

    Raises:
        LibraryError: where there is none.
    """
    row = connection.execute(_KEY, (article_id,)).fetchone()
    if row is None:
        raise LibraryError(GONE_ARTICLE)
    return int(row[0])


@as_written()
def known(connection: apsw.Connection, sha256: str, choice: Choice | None = None) -> tuple[ArticleId, bool] | None:
    """The article that is read now of those that came from these bytes, by this choice, and whether it is present."""
    row = connection.execute(_KNOWN, (sha256, choice)).fetchone()
    return _as_read(connection, row) if row else None


@as_written()
def known_parts(connection: apsw.Connection, sha256: str, choice: Choice) -> tuple[tuple[ArticleId, bool], ...]:
    """Like `known`, for each of the parts that came from these bytes by this choice, in their order."""
    latest: dict[str, tuple[Any, ...]] = {}
    for row in connection.execute(_KNOWN, (sha256, choice)):
        latest.setdefault(row[-1], row)
    rows = sorted(latest.values(), key=lambda row: int(row[0]))
    return tuple(dict.fromkeys(_as_read(connection, row) for row in rows))


def _as_read(connection: apsw.Connection, row: tuple[Any, ...]) -> tuple[ArticleId, bool]:
    key, article_id, present, superseded, _ = row
    if present and superseded:
        _, article_id, present, *_ = connection.execute(_ONE_KNOWN, (versions.current(connection, key),)).get
    return ArticleId(article_id), bool(present)


def is_present(connection: apsw.Connection, article_id: ArticleId) -> bool:
    """Whether this article is in the library: not in its trash, and not superseded by another version."""
    return connection.execute(_PRESENT, (article_id,)).fetchone() is not None


def is_kept(connection: apsw.Connection, article_id: ArticleId) -> bool:
    """Whether there is anything of this article: it is present, in the trash, or superseded by another version."""
    return connection.execute(_KEY, (article_id,)).fetchone() is not None


def insert(connection: apsw.Connection, incoming: Incoming) -> ArticleId:
    """Put a source and an article of it in, invisible; what is known gives the article that is there."""
    there = _there(connection, incoming)
    if there:
        return there
    source = incoming.source
    values = (source.sha256, source.name, source.media_type, source.size, source.imported.isoformat(), source.origin)
    connection.execute(_ADD_SOURCE, (*values, incoming.data))
    return _add_article(connection, incoming)


def _there(connection: apsw.Connection, incoming: Incoming) -> ArticleId | None:
    """The article that came from the same bytes by the same choice; where it is wanted anew, only its very equal."""
    identity = (incoming.source.sha256, incoming.choice, incoming.part)
    if incoming.anew:
        prepared = incoming.prepared
        found = dump_metadata(prepared.article.metadata)
        facts = (prepared.article.extractor, prepared.text_sha256, found, prepared.blocks)
        row = connection.execute(_SAME, (*identity, *facts)).fetchone()
        return ArticleId(row[0]) if row else None
    row = connection.execute(_KNOWN_PART, identity).fetchone()
    return _as_read(connection, row)[0] if row else None


def _add_article(connection: apsw.Connection, incoming: Incoming) -> ArticleId:
    article_id = ArticleId(new_id())
    prepared, article = incoming.prepared, incoming.prepared.article
    row = (
        article_id,
        incoming.source.sha256,
        article.extractor,
        dump_metadata(article.metadata),
        prepared.words,
        prepared.roles,
        _now().isoformat(),
        incoming.source.imported.isoformat(),
        prepared.text_sha256,
        incoming.choice,
        incoming.part,
        *_listed(article.metadata),
    )
    key = int(connection.execute(_ADD_ARTICLE, row).get)
    connection.execute(_ADD_CONTENT, (key, prepared.blocks, article.text))
    search.add_text(connection, key, prepared.index)
    search.put_title(connection, key, article.metadata.title)
    overlaps.wait(connection, key, prepared.sketch)
    return article_id


@as_written()
def entries(connection: apsw.Connection) -> list[Entry]:
    """Every article that is present, the newest first."""
    counts = _Counts.of_all(connection)
    return [_entry(row, counts) for row in connection.execute(_ENTRIES)]


@as_written()
def entry(connection: apsw.Connection, article_id: ArticleId) -> Entry:
    """One article as the list shows it, also from the trash.

    Raises:
        LibraryError: where there is none.
    """
    row = connection.execute(_ONE_ENTRY, (article_id,)).fetchone()
    if row is None:
        raise LibraryError(GONE_ARTICLE)
    return _entry(row, _Counts.of_one(connection, int(row[0])))


@as_written()
def read(connection: apsw.Connection, article_id: ArticleId, *, found: bool = False) -> Article:
    """An article with its reader's corrections, or with the roles of its blocks as they were found.

    Raises:
        LibraryError: where there is none.
    """
    row = connection.execute(_ARTICLE, (article_id,)).fetchone()
    if row is None:
        raise LibraryError(GONE_ARTICLE)
    key, metadata, extractor, blocks, text = row
    counted_blocks = load_blocks(blocks)
    if not found:
        counted_blocks = _with_roles(connection, key, counted_blocks)
    return Article(text, tuple(block for block, _ in counted_blocks), load_metadata(metadata), extractor)


@as_written()
def found_metadata(connection: apsw.Connection, article_id: ArticleId) -> Metadata:
    """What was known about an article before its reader corrected it.

    Raises:
        LibraryError: where there is none.
    """
    return load_metadata(str(connection.execute(_FOUND, (key_of(connection, article_id),)).get))


@as_written()
def source(connection: apsw.Connection, article_id: ArticleId) -> Source:
    """The source of an article, without its bytes.

    Raises:
        LibraryError: where there is none.
    """
    row = connection.execute(_SOURCE, (article_id,)).fetchone()
    if row is None:
        raise LibraryError(GONE_ARTICLE)
    sha256, name, media_type, size, imported, origin = row
    return Source(sha256, name, media_type, size, dt.datetime.fromisoformat(imported), origin)


@as_written()
def source_bytes(connection: apsw.Connection, article_id: ArticleId) -> bytes:
    """The file an article came from, byte for byte.

    Raises:
        LibraryError: where there is none.
    """
    row = connection.execute(_BYTES, (article_id,)).fetchone()
    if row is None:
        raise LibraryError(GONE_ARTICLE)
    return bytes(row[0])


def set_present(connection: apsw.Connection, articles: Sequence[ArticleId], present: bool) -> None:
    """Bring articles into the library, or put them in the trash, from now on."""
    now = _now().isoformat()
    keys = [key_of(connection, article_id) for article_id in articles]
    for key in keys:
        if present:
            connection.execute(_SHOW, (key,))
        else:
            connection.execute(_HIDE, (now, key))
    overlaps.refresh(connection, keys)


def succeed(connection: apsw.Connection, edit: SuccessionEdit) -> None:
    """Let one article be read in the place of another one, or take that back."""
    before, after = key_of(connection, edit.before), key_of(connection, edit.after)
    earlier = key_of(connection, edit.earlier) if edit.earlier else None
    versions.supersede(connection, after, None)
    versions.supersede(connection, before, earlier if edit.taken_back else after)
    overlaps.refresh(connection, (before, after))


def set_metadata(connection: apsw.Connection, article_id: ArticleId, metadata: Metadata) -> None:
    """Keep what a person says about an article beside what was found."""
    key = key_of(connection, article_id)
    words = dump_metadata(metadata)
    same = words == connection.execute(_FOUND, (key,)).get
    connection.execute(_EDIT, (None if same else words, *_listed(metadata), key))
    search.put_title(connection, key, metadata.title)
    overlaps.namesakes(connection, key)
    overlaps.refresh(connection, (key,))


@as_written()
def set_roles(connection: apsw.Connection, article_id: ArticleId, roles: BlockRoles) -> None:
    """Give blocks the roles that a person chose, or the found ones again."""
    key = key_of(connection, article_id)
    blocks = load_blocks(str(connection.execute(_BLOCKS, (key,)).get))
    for index, role in roles:
        if not 0 <= index < len(blocks):
            raise LibraryError(GONE_ARTICLE)
        if role is None:
            connection.execute(_DROP_ROLE, (key, index))
        else:
            connection.execute(_SET_ROLE, (key, index, role))
    blocks = _with_roles(connection, key, blocks)
    connection.execute(_COUNT, (roles_key(block.role for block, _ in blocks), total(blocks), key))


def purge(connection: apsw.Connection) -> int:
    """Take out for good what has been in the trash for too long, and say how many articles that were."""
    limit = (_now() - dt.timedelta(days=TRASH_DAYS)).isoformat()
    versions.keep_books(connection, limit)
    old = [int(row[0]) for row in connection.execute(_OLD, (limit,))]
    for key in old:
        search.drop(connection, key)
        connection.execute(_PURGE, (key,))
    if old:
        connection.execute(_PURGE_SOURCES)
    return len(old)


@as_written()
def _with_roles(connection: apsw.Connection, key: int, blocks: tuple[CountedBlock, ...]) -> tuple[CountedBlock, ...]:
    chosen = {int(index): Role(role) for index, role in connection.execute(_ROLES, (key,))}
    if not chosen:
        return blocks
    changed = list(blocks)
    for index, role in chosen.items():
        block, words = changed[index]
        if role is not block.role:
            changed[index] = (block.with_role(role), words)
    return tuple(changed)


def _listed(metadata: Metadata) -> tuple[str, str, str, str | None, str]:
    published = metadata.published.isoformat() if metadata.published else None
    return metadata.title, metadata.outlet, metadata.language, published, address_key(metadata.address)


@dataclass(frozen=True, slots=True)
class _Counts:
    """What not every article has, by their rows: asked for all of them at once, since that is so much faster."""

    marks: dict[int, int]
    orphans: dict[int, int]
    tags: dict[int, list[str]]
    nearest: dict[int, Overlap]
    versions: dict[int, int]

    @classmethod
    def of_all(cls, connection: apsw.Connection) -> _Counts:
        """Those of every article."""
        return cls(
            dict(connection.execute(_ALL_MARKS)),
            dict(connection.execute(_ALL_ORPHANS)),
            _grouped(connection.execute(_ALL_TAGS)),
            overlaps.nearest(connection),
            versions.counts(connection),
        )

    @classmethod
    def of_one(cls, connection: apsw.Connection, key: int) -> _Counts:
        """Those of one article."""
        return cls(
            dict(connection.execute(_MARKS, (key,))),
            dict(connection.execute(_ORPHANS, (key,))),
            _grouped(connection.execute(_TAGS, (key,))),
            overlaps.nearest(connection, key),
            {key: len(versions.versions(connection, key))},
        )


def _grouped(rows: Iterable[tuple[Any, ...]]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for key, name in rows:
        found[key].append(name)
    return found


def _entry(row: tuple[Any, ...], counts: _Counts) -> Entry:
    key, article_id, title, outlet, language, published, imported, words, name, part = row
    orphans = counts.orphans.get(key, 0)
    return Entry(
        id=ArticleId(article_id),
        title=title,
        outlet=outlet,
        language=language,
        published=dt.date.fromisoformat(published) if published else None,
        imported=dt.datetime.fromisoformat(imported),
        words=words,
        marks=counts.marks.get(key, 0) - orphans,
        source_name=name,
        tags=tuple(sorted(sorted(counts.tags.get(key, ())), key=str.casefold)),
        overlap=counts.nearest.get(key),
        orphans=orphans,
        versions=counts.versions.get(key, 1),
        part=part,
    )


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
