"""Does to a library what an edit says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apostil.domain.edits import (
    AnalysisEdit,
    AnnotationsEdit,
    ChoicesEdit,
    CorrectionsEdit,
    DistinctionEdit,
    Edit,
    GlossaryEdit,
    LibraryCorrectionsEdit,
    MetadataEdit,
    PresenceEdit,
    RolesEdit,
    SeveralEdits,
    SuccessionEdit,
)
from apostil.store import analyses, articles, named, rules, surveys
from apostil.store import annotations as marks

if TYPE_CHECKING:
    import apsw

    from apostil.store.glossary import GlossaryFile


def apply(connection: apsw.Connection, edit: Edit, glossary: GlossaryFile) -> None:
    """Do what the edit says, within the transaction that is open.

    Raises:
        LibraryError: where an article that it names is not there, or the glossary cannot be written.
    """
    match edit:
        case SeveralEdits():
            for one in edit.edits:
                apply(connection, one, glossary)
        case CorrectionsEdit() | LibraryCorrectionsEdit() | GlossaryEdit() | DistinctionEdit():
            _correct(connection, edit, glossary)
        case PresenceEdit() | SuccessionEdit() | MetadataEdit() | RolesEdit():
            _change_article(connection, edit)
        case AnnotationsEdit():
            marks.change(connection, edit.before, edit.after)
        case AnalysisEdit():
            analyses.set_analysis(connection, edit.article, edit.after)
        case ChoicesEdit():
            surveys.set_choices(connection, edit.articles, edit.after)


def _change_article(
    connection: apsw.Connection, edit: PresenceEdit | SuccessionEdit | MetadataEdit | RolesEdit
) -> None:
    match edit:
        case PresenceEdit():
            articles.set_present(connection, edit.articles, edit.present)
        case SuccessionEdit():
            articles.succeed(connection, edit)
        case MetadataEdit():
            articles.set_metadata(connection, edit.article, edit.after)
        case RolesEdit():
            articles.set_roles(connection, edit.article, edit.after)


def _correct(
    connection: apsw.Connection,
    edit: CorrectionsEdit | LibraryCorrectionsEdit | GlossaryEdit | DistinctionEdit,
    glossary: GlossaryFile,
) -> None:
    match edit:
        case CorrectionsEdit():
            analyses.set_corrections(connection, edit.article, edit.after)
        case LibraryCorrectionsEdit():
            rules.set_rules(connection, edit.after)
        case GlossaryEdit():
            glossary.replace(edit.before, edit.after)
        case DistinctionEdit():
            named.set_apart(connection, edit.one, edit.other, apart=edit.distinct)
