"""A library: one file with everything in it, whatever thread asks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Self

from apostil.domain.edits import AnalysisEdit, Changes, Topic
from apostil.domain.errors import LibraryError, LibraryInUseError
from apostil.domain.provenance import Choice
from apostil.store import (
    analyses,
    applying,
    articles,
    following,
    named,
    naming,
    opening,
    overlaps,
    places,
    rules,
    search,
    surveys,
    versions,
)
from apostil.store import annotations as marks
from apostil.store.encoding import roles_key
from apostil.store.failures import IN_USE, said
from apostil.store.glossary import GlossaryFile
from apostil.store.preparing import Incoming

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    import apsw

    from apostil.domain.analysis import Analysis
    from apostil.domain.annotation import Annotation, AnnotationId
    from apostil.domain.article import Article, ArticleId, Metadata, Role, Source
    from apostil.domain.choices import Choices
    from apostil.domain.edits import Edit
    from apostil.domain.entity import Correction
    from apostil.domain.library import Entry, Hit, Overlap, Version
    from apostil.domain.names import EntityPage, Named, Passage, Tie
    from apostil.domain.provenance import Provenance
    from apostil.domain.summary import Survey
    from apostil.store.database import Database
    from apostil.store.glossary import Glossary
    from apostil.store.lock import WriterLock
    from apostil.store.preparing import Prepared


class Library:
    """One library file, open. Every method can be called from any thread.

    Raises:
        LibraryError: from every method, where the file cannot be read or written, or the article or annotation that is
            named is not there.
        LibraryInUseError: from every method that writes, where the library is read-only.
    """

    def __init__(
        self, database: Database, lock: WriterLock | None, read_only_because: str = "", glossary: Path | None = None
    ) -> None:
        self._database = database
        self._glossary = GlossaryFile(glossary or places.glossary_file())
        self._lock = lock
        self.read_only_because = read_only_because

    @classmethod
    def open(cls, path: Path, *, create: bool = True, glossary: Path | None = None) -> Self:
        """Open a library, and make it where there is none; read-only where another window writes to it.

        `glossary` is the file of what holds in every library; otherwise the person's own.

        Raises:
            LibraryDamagedError: where the file cannot be read as a library. It is left exactly as it is.
            LibraryError: where there is none and none is to be made, or it is of a newer version.
        """
        opened = opening.open_database(path, create=create)
        return cls(opened.database, opened.lock, opened.read_only_because, glossary)

    @property
    def path(self) -> Path:
        """The file of the library."""
        return self._database.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed here; `read_only_because` says why in a sentence."""
        return self._database.read_only

    def entries(self) -> list[Entry]:
        """Every article that is present, the newest first."""
        with self._database.reading() as connection:
            return articles.entries(connection)

    def is_present(self, article_id: ArticleId) -> bool:
        """Whether this article is in the library: not in its trash, and not superseded by another version."""
        with self._database.reading() as connection:
            return articles.is_present(connection, article_id)

    def is_kept(self, article_id: ArticleId) -> bool:
        """Whether there is anything of this article: it is present, in the trash, or superseded by another version."""
        with self._database.reading() as connection:
            return articles.is_kept(connection, article_id)

    def entry(self, article_id: ArticleId) -> Entry:
        """One article as the list shows it, also from the trash."""
        with self._database.reading() as connection:
            return articles.entry(connection, article_id)

    def article(self, article_id: ArticleId) -> Article:
        """An article with the roles and the metadata its reader gave it."""
        with self._database.reading() as connection:
            return articles.read(connection, article_id)

    def source(self, article_id: ArticleId) -> Source:
        """The source of an article."""
        with self._database.reading() as connection:
            return articles.source(connection, article_id)

    def source_bytes(self, article_id: ArticleId) -> bytes:
        """The file an article came from, byte for byte."""
        with self._database.reading() as connection:
            return articles.source_bytes(connection, article_id)

    def found_roles(self, article_id: ArticleId) -> tuple[Role, ...]:
        """The roles of an article's blocks as they were found."""
        with self._database.reading() as connection:
            return tuple(block.role for block in articles.read(connection, article_id, found=True).blocks)

    def found_metadata(self, article_id: ArticleId) -> Metadata:
        """What was known about an article before its reader corrected it."""
        with self._database.reading() as connection:
            return articles.found_metadata(connection, article_id)

    def annotations(self, article_id: ArticleId) -> tuple[Annotation, ...]:
        """An article's annotations as they stand in its text; not those that wait for a place in it."""
        with self._database.reading() as connection:
            return marks.of_article(connection, article_id)

    def orphans(self, article_id: ArticleId) -> tuple[Annotation, ...]:
        """The annotations whose words were not found in this version, as they stood in the one before."""
        with self._database.reading() as connection:
            return marks.of_article(connection, article_id, placed=False)

    def annotation(self, annotation_id: AnnotationId) -> Annotation:
        """One annotation."""
        with self._database.reading() as connection:
            return marks.one(connection, annotation_id)

    def all_tags(self) -> tuple[tuple[str, int], ...]:
        """Every tag in use, with how many annotations carry it, by name."""
        with self._database.reading() as connection:
            return marks.all_tags(connection)

    def analysis(self, article_id: ArticleId) -> Analysis | None:
        """What was found in an article; None also where its blocks have other roles since."""
        with self._database.reading() as connection:
            return analyses.analysis(connection, article_id)

    def save_analysis(self, article_id: ArticleId, analysis: Analysis, *, made_for: Article | None = None) -> Changes:
        """Keep what was found in an article, and say what changed.

        `made_for` is the article as it was analysed: where the roles of its blocks have changed meanwhile, the
        analysis is kept but not handed out until they are as they were.
        """
        edit = AnalysisEdit("", article_id, None, analysis)
        with self._writing() as connection:
            analyses.set_analysis(connection, article_id, analysis, _roles_key(made_for))
            naming.index(connection, articles.key_of(connection, article_id), self._in_force)
        return edit.changes()

    def corrections(self, article_id: ArticleId) -> tuple[Correction, ...]:
        """What the reader corrected of an article's entities, in this article alone."""
        with self._database.reading() as connection:
            return analyses.corrections(connection, article_id)

    def rules(self) -> tuple[Correction, ...]:
        """What the reader corrected of entities in every article of this library."""
        with self._database.reading() as connection:
            return rules.rules(connection)

    def glossary(self) -> Glossary:
        """What holds in every library, as its file is now."""
        return self._glossary.read()

    @property
    def glossary_file(self) -> Path:
        """The file of the glossary, which a person may write in themselves."""
        return self._glossary.path

    def effective(self, article_id: ArticleId) -> tuple[Correction, ...]:
        """All corrections that are in force in an article, in their order: always, in this library, in the article."""
        with self._database.reading() as connection:
            return rules.effective(connection, article_id, self._glossary)

    def survey(self, article_id: ArticleId) -> Survey | None:
        """What summarising knows of an article, where that was found out since its last analysis."""
        with self._database.reading() as connection:
            return surveys.survey(connection, article_id)

    def save_survey(self, article_id: ArticleId, survey: Survey, *, made_for: Article | None = None) -> None:
        """Keep what summarising knows of an article; `made_for` as with an analysis."""
        with self._writing() as connection:
            key = articles.key_of(connection, article_id)
            surveys.set_survey(connection, key, survey, _roles_key(made_for))

    def choices(self, article_ids: Sequence[ArticleId]) -> Choices:
        """What the reader chose in the summary of an article, or in that of several in this order."""
        with self._database.reading() as connection:
            return surveys.choices(connection, article_ids)

    def common_choices(self) -> tuple[tuple[tuple[ArticleId, ...], Choices], ...]:
        """What the reader chose in the summaries of several articles, each with these."""
        with self._database.reading() as connection:
            return surveys.common_choices(connection)

    def known(self, sha256: str, choice: Choice | None = None) -> tuple[ArticleId, bool] | None:
        """The present version of what came from these bytes, by this choice, and whether it is in the list.

        Of several parts of a source it is one.
        """
        with self._database.reading() as connection:
            return articles.known(connection, sha256, choice)

    def known_parts(self, sha256: str, choice: Choice) -> tuple[tuple[ArticleId, bool], ...]:
        """Like `known`, for every part of these bytes, such as the chapters of a book, in their order."""
        with self._database.reading() as connection:
            return articles.known_parts(connection, sha256, choice)

    def insert(
        self,
        source: Source,
        data: bytes,
        prepared: Prepared,
        choice: Choice = Choice.ARTICLE,
        part: str = "",
        *,
        anew: bool = False,
    ) -> ArticleId:
        """Put a source and an article of it in, invisible until a PresenceEdit makes it appear.

        Bytes from which this part came by this choice give the present version of the article that is there, also
        from the trash; with `anew` they give a new version, unless one is there that is the same in everything.
        """
        return self.insert_all([Incoming(source, data, prepared, choice, part, anew)])[0]

    def insert_all(self, items: Sequence[Incoming]) -> list[ArticleId]:
        """Put many articles in, as `insert` does one, all of them or none."""
        with self._writing() as connection:
            return [articles.insert(connection, item) for item in items]

    def provenance(self, article_id: ArticleId) -> Provenance:
        """How this version of an article came out of its source."""
        with self._database.reading() as connection:
            return versions.provenance(connection, articles.key_of(connection, article_id))

    def versions(self, article_id: ArticleId) -> tuple[Version, ...]:
        """All versions of an article in the order in which they came, whichever of them is named."""
        with self._database.reading() as connection:
            return versions.versions(connection, articles.key_of(connection, article_id))

    def successor(self, article_id: ArticleId) -> ArticleId | None:
        """The version that took the place of this one; None where this one is read, or waits in the trash."""
        with self._database.reading() as connection:
            return versions.successor(connection, articles.key_of(connection, article_id))

    def overlaps(self, article_id: ArticleId) -> tuple[Overlap, ...]:
        """The articles in the list that share text with this one, those that share the most first."""
        with self._database.reading() as connection:
            return overlaps.of_article(connection, articles.key_of(connection, article_id))

    def compare_next(self) -> Changes | None:
        """Compare one article that has come in with all others, and say in which lines of the list that shows.

        Until then it shares text with none. None where no article waits for it.
        """
        with self._writing() as connection:
            found = overlaps.compare_next(connection)
        return None if found is None else Changes(frozenset(found), frozenset({Topic.OVERLAPS}))

    def apply(self, edit: Edit) -> Changes:
        """Do what an edit says, all of it or nothing, and say what changed."""
        with self._glossary.restored_on_failure(), self._writing() as connection:
            applying.apply(connection, edit, self._glossary)
            touched = following.follow(connection, edit, self._in_force, self._glossary.read().entries)
        changes = edit.changes()
        return replace(changes, articles=changes.articles | touched)

    def search(self, query: str, limit: int = 200) -> list[Hit]:
        """The articles that have every word and phrase of a query in text, title, notes or tags, the best first."""
        with self._database.reading() as connection:
            return search.search(connection, query, limit)

    def named(self, identities: Iterable[str] | None = None) -> dict[str, Named]:
        """The entities that the articles in the list name, or these of them, by identity."""
        with self._database.reading() as connection:
            return named.named(connection, identities)

    def completed(self, typed: str, limit: int = 12) -> list[Named]:
        """The entities one of whose names has a word that begins so, those in most articles first."""
        with self._database.reading() as connection:
            return named.completed(connection, typed, limit)

    def naming(self, identities: Iterable[str], *, together: bool = False) -> frozenset[ArticleId]:
        """The articles in the list that name any of these entities, or all of them `together`."""
        with self._database.reading() as connection:
            return named.naming(connection, identities, together=together)

    def entity_page(self, identity: str, companions: int = 50) -> EntityPage | None:
        """What the articles in the list say of an entity; None where none names it.

        Of the entities that it appears with, so many are told.
        """
        with self._database.reading() as connection:
            return named.page(connection, identity, companions)

    def ties(self, article_ids: Iterable[ArticleId] | None = None) -> list[Tie]:
        """How strongly each two entities belong together, in these articles or all, the strongest first."""
        with self._database.reading() as connection:
            return named.ties(connection, article_ids)

    def shared_passages(
        self, one: str, other: str, article_ids: Iterable[ArticleId] | None = None
    ) -> tuple[Passage, ...]:
        """Every sentence that names both of two entities, in these articles or all."""
        with self._database.reading() as connection:
            return named.shared_passages(connection, one, other, article_ids)

    def in_one_article(self, identities: Iterable[str]) -> set[frozenset[str]]:
        """The pairs of these entities that stand in one article as two."""
        with self._database.reading() as connection:
            return named.together(connection, identities)

    def distinct(self) -> set[frozenset[str]]:
        """The pairs of entities of which a person said that they are not the same."""
        with self._database.reading() as connection:
            return named.apart(connection)

    def reach(self, edit: Edit) -> frozenset[ArticleId]:
        """The articles in the list whose entities an edit may change, to look what it would."""
        with self._database.reading() as connection:
            keys = following.reach(connection, edit, self._glossary.read().entries)
            found = naming.ids_of(connection, keys)
            return frozenset(one for one in found if articles.is_present(connection, one))

    def unindexed(self) -> int:
        """How many articles wait until what they name is known to the library."""
        with self._database.reading() as connection:
            return naming.waiting(connection)

    def index_next(self) -> bool:
        """Look up what some of the articles name that wait for that; False where none waits."""
        entries = self._glossary.read().entries
        with self._database.reading() as connection:
            if not naming.waiting(connection) and following.is_under(connection, entries):
                return False
            looked = naming.look_at_next(connection, self._in_force)
        with self._writing() as connection:
            naming.wait(connection, following.follow_glossary(connection, entries))
            return naming.index_next(connection, self._in_force, looked)

    def checkpoint(self) -> None:
        """Tidy the file up a little; for a background thread, every minute or so and after large imports."""
        self._database.checkpoint()

    def close(self) -> None:
        """Close the file and let another window write; more than once does no harm."""
        self._database.close()
        if self._lock:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _in_force(self, connection: apsw.Connection, article_id: ArticleId) -> tuple[Correction, ...]:
        return rules.effective(connection, article_id, self._glossary)

    def _writing(self) -> AbstractContextManager[apsw.Connection]:
        if self.read_only:
            in_use = said(IN_USE, self.path)
            kind = LibraryInUseError if self.read_only_because == in_use else LibraryError
            raise kind(self.read_only_because)
        return self._database.writing()


def _roles_key(article: Article | None) -> str | None:
    return roles_key(block.role for block in article.blocks) if article else None
