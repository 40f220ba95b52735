import pytest

from apostil.analysis.lexicons import KNOWN, NameWords, SentenceWords, name_words, sentence_words, stop_words


@pytest.mark.parametrize("language", KNOWN)
def test_a_known_language_has_its_lists(language):
    assert sentence_words(language).abbreviations
    assert name_words(language).titles
    assert stop_words(language)


def test_a_language_without_lists_has_no_words():
    assert sentence_words("tlh") == SentenceWords()
    assert name_words("") == NameWords()
    assert stop_words("tlh") == frozenset()


@pytest.mark.parametrize("language", KNOWN)
def test_every_word_is_small_and_has_a_straight_apostrophe(language):
    lists = (stop_words(language), sentence_words(language).abbreviations, name_words(language).titles)
    words = frozenset().union(*lists)
    assert [word for word in words if word != word.lower() or "’" in word] == []
