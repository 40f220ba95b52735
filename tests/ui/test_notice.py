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
    ("kinship", "older", "words"),
    [
        (Kinship.NEWER, False, "This looks like a newer copy of “The mill” (94\u00a0% the same)."),
        (Kinship.SHARED, True, "A newer copy of this article is in the library, “The mill” (94\u00a0% the same)."),
        (Kinship.SHARED, False, "94\u00a0% of these words stand in “The mill” as well."),
    ],
)
def test_it_says_how_two_articles_stand_to_each_other(notice, kinship, older, words):
    notice.show_overlap(Overlap(ArticleId("a"), 0.943, kinship), "The mill", older=older)
    assert (notice.words.text(), notice.isHidden()) == (words, False)


def test_its_buttons_ask_for_what_they_say(notice, qtbot):
    with qtbot.waitSignals([notice.compare_wanted, notice.dismissed]):
        notice.compare.click()
        notice.close_button.click()
