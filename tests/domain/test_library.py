import pytest

from apostil.domain.article import ArticleId
from apostil.domain.library import Overlap


@pytest.mark.parametrize(("share", "percent"), [(1.0, 100), (0.999, 99), (0.29, 29), (0.0, 0)])
def test_only_all_of_it_is_a_hundred_percent(share, percent):
    assert Overlap(ArticleId("a"), share).percent == percent
