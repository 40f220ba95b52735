from __future__ import annotations

import pytest

from apostil.ui.reader.folds import Folds
from apostil.ui.reader.page import Page
from support.reader import plain, sample

pytestmark = pytest.mark.usefixtures("qapp")


def test_an_article_is_known_by_its_text():
    folds, page = Folds(), Page(sample())
    page.set_shown(frozenset({3}))
    folds.leave(page)
    page.show(plain("Other"))
    folds.enter(page)
    assert page.shown == frozenset()
    page.show(sample())
    folds.enter(page)
    assert page.shown == {3}


def test_an_empty_page_has_nothing_to_remember():
    folds, page = Folds(), Page(None)
    folds.leave(page)
    folds.enter(page)
    assert page.shown == frozenset()
