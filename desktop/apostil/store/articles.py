"""Sources and articles: what came in, what a person corrected of it, and what is in the trash."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from apostil.domain.article import Article, ArticleId, Block, Metadata, Role, Source
from apostil.domain.errors import LibraryError
from apostil.domain.identity import new_id
from apostil.domain.library import Entry
from apostil.store import search
from apostil.store.encoding import CountedBlock, dump_blocks, dump_metadata, load_blocks, load_metadata, roles_key
from apostil.store.failures import GONE_ARTICLE, as_written

if TYPE_CHECKING:
    from collections.abc import Sequence

    import apsw

    from apostil.domain.edits import BlockRoles

TRASH_DAYS = 30
"""How long what was deleted can still be brought back."""

_KEY = "SELECT key FROM article WHERE id = ?"
_KNOWN = "SELECT id, hidden_since IS NULL FROM article WHERE source = ? ORDER BY hidden_since IS NOT NULL, key DESC"
_PRESENT = "SELECT 1 FROM article WHERE id = ? AND hidden_since IS NULL"
_ADD_SOURCE = "INSERT OR IGNORE INTO source VALUES (?, ?, ?, ?, ?, ?, ?)"
_ADD_ARTICLE = """
INSERT INTO article (id, source, extractor, found, words, roles, hidden_since, title, outlet, language, published)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING key
"""
_ADD_CONTENT = "INSERT INTO content (article, blocks, text) VALUES (?, ?, ?)"
_ENTRY = """
SELECT a.id, a.title, a.outlet, a.language, a.published, s.imported, a.words, s.name,
    (SELECT count(*) FROM annotation n WHERE n.article = a.key),
    (SELECT json_group_array(DISTINCT t.name)
     FROM annotation n JOIN annotation_tag nt ON nt.annotation = n.key JOIN tag t ON t.key = nt.tag
     WHERE n.article = a.key)
FROM article a JOIN source s ON s.sha256 = a.source
"""
_ENTRIES = f"{_ENTRY} WHERE a.hidden_since IS NULL ORDER BY s.imported DESC, a.key DESC"
_ONE_ENTRY = f"{_ENTRY} WHERE a.id = ?"
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
_EDIT = "UPDATE article SET edited = ?, title = ?, outlet = ?, language = ?, published = ? WHERE key = ?"
_SHOW = "UPDATE article SET hidden_since = NULL WHERE key = ?"
_HIDE = "UPDATE article SET hidden_since = ? WHERE key = ? AND hidden_since IS NULL"
_SET_ROLE = "INSERT OR REPLACE INTO role VALUES (?, ?, ?)"
_DROP_ROLE = "DELETE FROM role WHERE article = ? AND block = ?"
_COUNT = "UPDATE article SET roles = ?, words = ? WHERE key = ?"
_OLD = "SELECT key FROM article WHERE hidden_since < ?"
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
def known(connection: apsw.Connection, sha256: str) -> tuple[ArticleId, bool] | None:
    """The article that came from these bytes, and whether it is present."""
    row = connection.execute(_KNOWN, (sha256,)).fetchone()
    return (ArticleId(row[0]), bool(row[1])) if row else None


def is_present(connection: apsw.Connection, article_id: ArticleId) -> bool:
    """Whether this article is in the library, and not in its trash."""
    return connection.execute(_PRESENT, (article_id,)).fetchone() is not None


def counted(article: Article) -> tuple[CountedBlock, ...]:
    """An article's blocks with their numbers of words."""
    return tuple((block, _words(article, block)) for block in article.blocks)


def _words(article: Article, block: Block) -> int:
    # Counted as if it were no apparatus, so that it need not be counted again when its role changes.
    span = replace(block.span, start=0, end=len(block.span))
    return Article(block.span.cut(article.text), (Block(span, Role.PARAGRAPH),)).word_count


def insert(
    connection: apsw.Connection,
    source: Source,
    data: bytes,
    article: Article,
    blocks: tuple[CountedBlock, ...],
    index: search.Indexed,
) -> ArticleId:
    """Put a source and its article in, invisible; bytes that are known give the article that is there."""
    there = known(connection, source.sha256)
    if there:
        return there[0]
    article_id = ArticleId(new_id())
    values = (source.sha256, source.name, source.media_type, source.size, source.imported.isoformat(), source.origin)
    connection.execute(_ADD_SOURCE, (*values, data))
    roles = [block.role for block, _ in blocks]
    hidden = _now().isoformat()
    metadata = dump_metadata(article.metadata)
    row = (article_id, source.sha256, article.extractor, metadata, _total(blocks), roles_key(roles), hidden)
    key = int(connection.execute(_ADD_ARTICLE, (*row, *_listed(article.metadata))).get)
    connection.execute(_ADD_CONTENT, (key, dump_blocks(blocks), article.text))
    search.add_text(connection, key, index)
    search.put_title(connection, key, article.metadata.title)
    return article_id


@as_written()
def entries(connection: apsw.Connection) -> list[Entry]:
    """Every article that is present, the newest first."""
    return [_entry(row) for row in connection.execute(_ENTRIES)]


@as_written()
def entry(connection: apsw.Connection, article_id: ArticleId) -> Entry:
    """One article as the list shows it, also from the trash.

    Raises:
        LibraryError: where there is none.
    """
    row = connection.execute(_ONE_ENTRY, (article_id,)).fetchone()
    if row is None:
        raise LibraryError(GONE_ARTICLE)
    return _entry(row)


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
    for article_id in articles:
        key = key_of(connection, article_id)
        if present:
            connection.execute(_SHOW, (key,))
        else:
            connection.execute(_HIDE, (now, key))


def set_metadata(connection: apsw.Connection, article_id: ArticleId, metadata: Metadata) -> None:
    """Keep what a person says about an article beside what was found."""
    key = key_of(connection, article_id)
    words = dump_metadata(metadata)
    same = words == connection.execute(_FOUND, (key,)).get
    connection.execute(_EDIT, (None if same else words, *_listed(metadata), key))
    search.put_title(connection, key, metadata.title)


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
    connection.execute(_COUNT, (roles_key(block.role for block, _ in blocks), _total(blocks), key))


def purge(connection: apsw.Connection) -> int:
    """Take out for good what has been in the trash for too long, and say how many articles that were."""
    limit = (_now() - dt.timedelta(days=TRASH_DAYS)).isoformat()
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


def _total(blocks: tuple[CountedBlock, ...]) -> int:
    return sum(words for block, words in blocks if block.role is not Role.APPARATUS)


def _listed(metadata: Metadata) -> tuple[str, str, str, str | None]:
    published = metadata.published.isoformat() if metadata.published else None
    return metadata.title, metadata.outlet, metadata.language, published


def _entry(row: tuple[Any, ...]) -> Entry:
    article_id, title, outlet, language, published, imported, words, name, marks, tags = row
    return Entry(
        id=ArticleId(article_id),
        title=title,
        outlet=outlet,
        language=language,
        published=dt.date.fromisoformat(published) if published else None,
        imported=dt.datetime.fromisoformat(imported),
        words=words,
        marks=marks,
        source_name=name,
        tags=() if tags == "[]" else tuple(sorted(json.loads(tags), key=str.casefold)),
    )


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
