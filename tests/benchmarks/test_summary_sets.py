"""The sets of summaries are read as they are meant."""

import pytest

from benchmarks import summary_sets
from benchmarks.summary_sets import bbc, gum, orange, own, stories

BBC = {"id": "one", "sentences": ["Dam bursts", "A dam burst.", "It rained.", "A dam burst."], "summary": [1, 2]}
ORANGE = {
    "id": "two",
    "title": "Une digue cède",
    "text": "Il a plu.\n\nUne digue a cédé. Neuf morts.",
    "abstract": "Neuf morts.",
}


def cut(text):
    return [sentence.cut(text.article.text) for sentence in text.sentences]


def test_the_headline_is_no_sentence_of_the_article():
    (text,) = bbc(iter([BBC]))
    assert (text.article.metadata.title, cut(text)[0]) == ("Dam bursts", "A dam burst.")


def test_equal_sentences_have_places_of_their_own():
    (text,) = bbc(iter([BBC]))
    assert len(set(text.sentences)) == 3


def test_the_extract_is_the_reference():
    (text,) = bbc(iter([BBC]))
    assert text.references == ("A dam burst. It rained.",)


def test_highlights_stand_beside_articles_as_they_are():
    found = [text.source for text in own("fr")]
    assert 0 < len(found) == len(set(found))


@pytest.mark.parametrize(("titles", "blocks"), [(True, range(5, 99)), (False, range(1, 2))])
def test_stories_stand_in_paragraphs_or_without_their_titles_in_one_block(titles, blocks):
    found = list(stories(titles=titles))
    assert all(len(text.article.blocks) in blocks and bool(text.article.metadata.title) is titles for text in found)
    assert len({text.source for text in found}) == len(found) > 50


def test_french_news_is_split_into_our_sentences():
    (text,) = orange(iter([ORANGE]))
    assert cut(text) == ["Il a plu.", "Une digue a cédé.", "Neuf morts."]


@pytest.mark.parametrize(("titles", "title"), [(True, "Une digue cède"), (False, "")])
def test_french_news_has_its_title_or_none(titles, title):
    (text,) = orange(iter([ORANGE]), titles=titles)
    assert text.article.metadata.title == title


def test_days_and_headings_of_gum_are_no_sentences():
    if not summary_sets.DATA.is_dir():
        pytest.skip("the sets beside the checkout are not here")
    first = next(gum("news"))
    assert cut(first)[0].startswith("A group of Afghan teenagers")
