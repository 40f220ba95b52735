"""The tables of a library, and the way there from every version that was ever written."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from apostil.domain.article import Role
from apostil.domain.provenance import fingerprint
from apostil.store import naming, overlaps
from apostil.store.addresses import address_key
from apostil.store.database import APPLICATION_ID, roll_back
from apostil.store.encoding import load_metadata
from apostil.store.failures import as_written

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import apsw


@dataclass(frozen=True, slots=True)
class Migration:
    """One step from a version of the tables to the next: SQL, or a function where SQL is not enough."""

    version: int
    step: str | Callable[[apsw.Connection], None]

    def run(self, connection: apsw.Connection) -> None:
        """Take the step, inside the transaction that is open."""
        if isinstance(self.step, str):
            connection.execute(self.step)
        else:
            self.step(connection)
        connection.execute(f"PRAGMA user_version = {self.version}")


# What a person did and what the program found lie in different tables: a new analysis replaces `analysis` and
# `ranking` and nothing else. Texts never change, so they have a table of their own and are indexed once.
_TABLES = """
CREATE TABLE state (revision BLOB NOT NULL);
INSERT INTO state VALUES (randomblob(8));

CREATE TABLE source (
    sha256 TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    imported TEXT NOT NULL,
    origin TEXT NOT NULL,
    bytes BLOB NOT NULL
);

CREATE TABLE article (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL REFERENCES source,
    extractor TEXT NOT NULL,
    found TEXT NOT NULL,              -- metadata as the importer found it, JSON
    edited TEXT,                      -- metadata as a person corrected it, JSON
    title TEXT NOT NULL,              -- these four as they count now, for the list
    outlet TEXT NOT NULL,
    language TEXT NOT NULL,
    published TEXT,
    words INTEGER NOT NULL,
    roles TEXT NOT NULL,              -- a key of the roles of all blocks
    hidden_since TEXT                 -- null: present; otherwise deleted, or not yet added, since then
);
CREATE INDEX article_source ON article (source);

CREATE TABLE content (
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    blocks TEXT NOT NULL,             -- JSON: [[start, end, role, level, words], ...]
    text TEXT NOT NULL
);

CREATE TABLE role (
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    block INTEGER NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (article, block)
) WITHOUT ROWID;

CREATE TABLE annotation (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    color TEXT NOT NULL,
    created TEXT NOT NULL,
    modified TEXT NOT NULL,
    note TEXT NOT NULL,
    status TEXT NOT NULL,
    author TEXT NOT NULL
);
CREATE INDEX annotation_article ON annotation (article);

CREATE TABLE tag (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);

CREATE TABLE annotation_tag (
    annotation INTEGER NOT NULL REFERENCES annotation ON DELETE CASCADE,
    position INTEGER NOT NULL,
    tag INTEGER NOT NULL REFERENCES tag,
    PRIMARY KEY (annotation, position)
) WITHOUT ROWID;
CREATE INDEX annotation_tag_tag ON annotation_tag (tag);

CREATE TABLE correction (
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    corrections TEXT NOT NULL         -- JSON, in their order
);

-- An analysis holds for the roles it was made for: when a change of roles is undone, it is there again.
CREATE TABLE analysis (
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    roles TEXT NOT NULL,
    analysis TEXT NOT NULL,           -- JSON
    PRIMARY KEY (article, roles)
);

CREATE TABLE ranking (
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    roles TEXT NOT NULL,
    method TEXT NOT NULL,
    ranking TEXT NOT NULL,            -- JSON
    PRIMARY KEY (article, roles, method)
);

-- What is indexed is folded already: words of letters and digits with one space between them.
CREATE VIRTUAL TABLE text_index USING fts5(text, places UNINDEXED, tokenize = 'ascii', prefix = '1 2 3');
CREATE VIRTUAL TABLE title_index USING fts5(title, tokenize = 'ascii', prefix = '1 2 3');
CREATE VIRTUAL TABLE mark_index USING fts5(note, tags, tokenize = 'ascii', prefix = '1 2 3');
"""


def _first(connection: apsw.Connection) -> None:
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(_TABLES)


# Every version of an article is an article of its own, and knows which one is read instead of it. What two articles
# share is kept for both of them, and for the list which one is nearest to each.
_VERSIONS = """
ALTER TABLE article ADD COLUMN extracted TEXT NOT NULL DEFAULT '';
ALTER TABLE article ADD COLUMN text_sha256 TEXT NOT NULL DEFAULT '';
ALTER TABLE article ADD COLUMN choice TEXT NOT NULL DEFAULT 'article';
ALTER TABLE article ADD COLUMN part TEXT NOT NULL DEFAULT '';
ALTER TABLE article ADD COLUMN address TEXT NOT NULL DEFAULT '';  -- a key of the address as it counts now
ALTER TABLE article ADD COLUMN superseded_by INTEGER REFERENCES article ON DELETE SET NULL;
CREATE INDEX article_superseded ON article (superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX article_address ON article (address) WHERE address <> '';

ALTER TABLE annotation ADD COLUMN placed INTEGER NOT NULL DEFAULT 1;
CREATE INDEX annotation_orphan ON annotation (article) WHERE placed = 0;

CREATE TABLE shingle (
    hash INTEGER NOT NULL,            -- 64 bits of the BLAKE2b of eight folded words
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    PRIMARY KEY (hash, article)
) WITHOUT ROWID;
CREATE INDEX shingle_article ON shingle (article);

CREATE TABLE uncompared (             -- articles that have come in and wait to be compared with the others
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    sketch TEXT NOT NULL              -- JSON: its rows of the table before
);

CREATE TABLE overlap (
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    words REAL NOT NULL,              -- the part of the article's words that stand in the other one
    sentences REAL NOT NULL,          -- and of its sentences
    PRIMARY KEY (article, other)
) WITHOUT ROWID;
CREATE INDEX overlap_other ON overlap (other);

CREATE TABLE nearest (
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    words REAL NOT NULL,
    kinship TEXT NOT NULL
);
CREATE INDEX nearest_other ON nearest (other);

UPDATE article SET extracted = (SELECT s.imported FROM source s WHERE s.sha256 = article.source);
"""
_KEYS = "SELECT key FROM article ORDER BY key"
_CONTENT = """
SELECT coalesce(a.edited, a.found), c.text, c.blocks FROM article a JOIN content c ON c.article = a.key WHERE a.key = ?
"""
_FINGERPRINT = "UPDATE article SET text_sha256 = ?, address = ? WHERE key = ?"


def _second(connection: apsw.Connection) -> None:
    connection.execute(_VERSIONS)
    keys: list[Any] = [key for (key,) in connection.execute(_KEYS).fetchall()]
    for key in keys:
        _describe(connection, key)
    overlaps.refresh(connection, keys)


@as_written()
def _describe(connection: apsw.Connection, key: int) -> None:
    """Write down of an article what is written down of a new one, and what it shares with those before."""
    from apostil.store.shingles import prose_of, sketch

    metadata, text, blocks = connection.execute(_CONTENT, (key,)).get
    address = address_key(load_metadata(metadata).address)
    connection.execute(_FINGERPRINT, (fingerprint(text), address, key))
    places = ((start, end) for start, end, role, *_ in json.loads(blocks) if role != Role.APPARATUS)
    overlaps.add(connection, key, sketch(prose_of(text, places)))


# What holds in every article of this library, beside what holds in one, which is in `correction`.
_RULES = """
CREATE TABLE rule (
    position INTEGER PRIMARY KEY,
    correction TEXT NOT NULL          -- JSON
);
"""


def _third(connection: apsw.Connection) -> None:
    connection.execute(_RULES)
    # The names in the articles that are there are indexed later: what takes long would make opening wait.
    connection.execute(naming.TABLES)


# Rankings were kept one by one; a survey holds those of all methods, and why. It is made again where it is wanted.
_SURVEYS = """
DROP TABLE ranking;

CREATE TABLE survey (
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    roles TEXT NOT NULL,
    survey TEXT NOT NULL,             -- JSON
    PRIMARY KEY (article, roles)
);

CREATE TABLE choice (                 -- what a person chose in the summary of an article, or of several
    articles TEXT PRIMARY KEY,        -- JSON: their ids
    choices TEXT NOT NULL             -- JSON
) WITHOUT ROWID;
"""


def _fourth(connection: apsw.Connection) -> None:
    connection.execute(_SURVEYS)


MIGRATIONS: tuple[Migration, ...] = (
    Migration(1, _first),
    Migration(2, _second),
    Migration(3, _third),
    Migration(4, _fourth),
)

VERSION = MIGRATIONS[-1].version
"""The version of the tables that this program writes."""


def version_of(connection: apsw.Connection) -> int:
    """The version of the tables in this file; 0 in an empty one."""
    return int(str(connection.pragma("user_version")))


def migrate(connection: apsw.Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring the tables to the newest version, all the steps in one transaction.

    The caller has made a copy of the file before, where there was anything in it.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        for migration in migrations:
            if migration.version > version_of(connection):
                migration.run(connection)
        connection.execute("COMMIT")
    finally:
        roll_back(connection)
