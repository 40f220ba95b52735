from __future__ import annotations

import pickle

from apostil.domain.article import Piece, Role
from apostil.domain.provenance import fingerprint
from apostil.store.preparing import counted, own_words, prepare
from support.libraries import make_article

ARTICLE = make_article((Piece("One two three", Role.HEADLINE), Piece("Share this", Role.APPARATUS), Piece("Four")))


def test_words_are_counted_by_block():
    assert [words for _, words in counted(ARTICLE)] == [3, 2, 1]


def test_the_apparatus_does_not_count_for_the_whole():
    assert prepare(ARTICLE).words == ARTICLE.word_count == 4


def test_the_article_s_own_words_are_outside_the_apparatus():
    assert [ARTICLE.text[start:end] for start, end in own_words(ARTICLE)] == ["One two three", "Four"]


def test_the_text_has_its_fingerprint():
    assert prepare(ARTICLE).text_sha256 == fingerprint(ARTICLE.text)


def test_what_is_prepared_travels_between_processes():
    prepared = prepare(make_article())
    assert pickle.loads(pickle.dumps(prepared)) == prepared
