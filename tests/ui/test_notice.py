import pytest

from apostil.domain.article import ArticleId
from apostil.domain.library import Kinship, Overlap
from apostil.ui.notice import Notice
from support import panels


@pytest.fixture
def notice(qtbot):
    notice = Notice(panels.LIGHT)
    qtbot.addWidget(notice)
    return notice


def test_it_is_not_there_until_it_says_something(notice):
    assert notice.isHidden()


@pytest.mark.parametrize(
    ("kinship", "share", "words"),
    [
        (Kinship.NEWER, 0.943, "This looks like a newer copy of a.html, 94\u00a0% the same."),
        (Kinship.OLDER, 0.943, "A newer copy of this article is in the library: a.html, 94\u00a0% the same."),
        (Kinship.COPY, 0.999, "Another copy of this article is in the library: a.html, 99\u00a0% the same."),
        (Kinship.COPY, 1.0, "The library has the same text from another file: a.html."),
        (Kinship.SHARED, 0.943, "94\u00a0% of these words stand in a.html as well."),
    ],
)
def test_it_says_how_two_articles_stand_to_each_other(notice, kinship, share, words):
    notice.show_overlap(Overlap(ArticleId("a"), share, kinship), "a.html")
    assert (notice.words.text(), notice.isHidden()) == (words, False)


def test_its_buttons_ask_for_what_they_say(notice, qtbot):
    with qtbot.waitSignals([notice.compare_wanted, notice.dismissed]):
        notice.compare.click()
        notice.close_button.click()
