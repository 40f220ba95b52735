from __future__ import annotations

import pytest

from apostil.domain.analysis import Analysis
from apostil.domain.article import ArticleId, Role
from apostil.domain.edits import AnalysisEdit, CorrectionsEdit, RolesEdit
from apostil.domain.entity import Kind, MarkedEntity, OtherKind
from apostil.domain.errors import LibraryError
from apostil.domain.spans import Span
from apostil.store.library import Library
from support.libraries import add_article, make_article

ARTICLE = make_article()
OLD = Analysis("fr", (Span(0, 10),), (), "invented 1")
NEW = Analysis("fr", (Span(0, 20),), (), "invented 2")
SAID = (OtherKind("Mali", Kind.LOCATION), MarkedEntity("l’État", Kind.ORGANIZATION))


def test_corrections_outlive_a_new_analysis(library):
    article_id = add_article(library, ARTICLE)
    library.apply(CorrectionsEdit("Correct", article_id, (), SAID))
    library.save_analysis(article_id, NEW)
    library.apply(AnalysisEdit("Analyse again", article_id, NEW, OLD))
    assert library.corrections(article_id) == SAID


def test_taken_back_corrections_are_gone(library):
    article_id = add_article(library, ARTICLE)
    edit = CorrectionsEdit("Correct", article_id, (), SAID)
    library.apply(edit)
    library.apply(edit.inverse())
    assert library.corrections(article_id) == ()


def test_a_new_analysis_can_be_taken_back(library):
    article_id = add_article(library, ARTICLE)
    edit = AnalysisEdit("Analyse", article_id, None, NEW)
    library.apply(edit)
    assert library.analysis(article_id) == NEW
    library.apply(edit.inverse())
    assert library.analysis(article_id) is None


def test_what_was_found_for_other_roles_is_dropped_at_the_next_opening(library):
    article_id = add_article(library, ARTICLE)
    library.save_analysis(article_id, OLD)
    library.apply(RolesEdit("Fold", article_id, ((3, None),), ((3, Role.APPARATUS),)))
    library.save_analysis(article_id, NEW)
    library.close()
    with Library.open(library.path) as again, again._database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM analysis").get == 1
        assert again.analysis(article_id) == NEW


def test_what_was_not_analyzed_has_no_analysis(library):
    article_id = add_article(library, ARTICLE)
    assert library.analysis(article_id) is None
    assert library.corrections(article_id) == ()


def test_an_analysis_of_nothing_is_an_error(library):
    with pytest.raises(LibraryError, match="no longer in the library"):
        library.save_analysis(ArticleId("nowhere"), NEW)
