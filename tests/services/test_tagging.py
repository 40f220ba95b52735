import pytest

from apostil.domain.annotation import Color
from apostil.domain.article import ArticleId
from apostil.services.tagging import tag_places
from support import panels
from support.panels import ENGLISH, NOON, a_mark, places

ID = ArticleId("port")
CRANES = "of the cranes stand still"


def tagged(*marks, name="cranes", words=CRANES):
    return tag_places(ENGLISH, ID, panels.sentences(ENGLISH), marks, places(ENGLISH.text, words), name, NOON)


def said(edit):
    return [mark.span.cut(ENGLISH.text) for mark in edit.after]


def test_every_sentence_with_the_words_is_marked_with_the_tag():
    edit = tagged()
    assert edit.label == "Tag “cranes”"
    assert said(edit)[0].startswith("Barges are loading again")
    assert len(edit.after) == 2
    assert {mark.tags for mark in edit.after} == {("cranes",)}


def test_new_marks_have_the_colour_that_says_nothing():
    assert {mark.color for mark in tagged().after} == {Color.GRAY}


def test_a_sentence_with_the_words_twice_is_marked_once():
    assert len(tagged(words="said").after) == len({mark.span for mark in tagged(words="said").after})


def test_outside_of_sentences_the_block_is_marked():
    assert "River port of Sendaré reopens after eleven months" in said(tagged(words="River port of Sendaré"))


def test_a_mark_that_lies_there_gets_the_tag_and_keeps_the_rest():
    mine = a_mark(ENGLISH, ID, "Half of the cranes stand still", Color.RED, "why?", tags=("harbour",))
    edit = tagged(mine)
    assert edit.before == (mine,)
    changed = edit.after[0]
    assert (changed.id, changed.color, changed.note, changed.tags) == (
        mine.id,
        Color.RED,
        "why?",
        ("harbour", "cranes"),
    )
    assert len(edit.after) == 2


def test_the_shortest_of_several_marks_gets_it():
    wide = a_mark(ENGLISH, ID, "“Half of the cranes stand still,” said its president")
    narrow = a_mark(ENGLISH, ID, "Half of the cranes stand still", Color.BLUE)
    assert tagged(wide, narrow).before == (narrow,)


def test_what_has_the_tag_is_left_alone_whatever_its_case():
    mine = a_mark(ENGLISH, ID, "Half of the cranes stand still", tags=("Cranes",))
    assert tagged(mine).before == ()
    assert len(tagged(mine).after) == 1


def test_where_all_have_it_nothing_is_to_be_done():
    assert tagged(*tagged().after) is None


@pytest.mark.parametrize("name", ["#cranes", " cranes ", "cranes"])
def test_the_name_is_kept_as_tags_are(name):
    assert tagged(name=name).after[0].tags == ("cranes",)


def test_undoing_brings_back_what_was_there():
    mine = a_mark(ENGLISH, ID, "Half of the cranes stand still")
    back = tagged(mine).inverse()
    assert back.after == (mine,)
