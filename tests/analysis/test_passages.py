from apostil.analysis.passages import passages
from apostil.domain.article import Piece, Role, compose
from support.libraries import make_article


def test_passages_are_the_blocks_without_the_apparatus():
    article = make_article()
    assert [passage.role for passage in passages(article)] == [
        block.role for block in article.blocks if block.role is not Role.APPARATUS
    ]


def test_a_passage_is_cut_from_where_it_stands():
    article = make_article()
    for passage in passages(article):
        assert article.text[passage.start :].startswith(passage.text)


def test_apparatus_alone_has_no_passages():
    assert passages(compose([Piece("Share this", Role.APPARATUS)])) == ()
