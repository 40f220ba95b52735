import pytest

from apostil.importers.lexicon import folded, lexicon, numbered


@pytest.mark.parametrize("words", ["À  lire aussi", "a lire\u00a0aussi", "A LIRE AUSSI"])
def test_folded_words_are_equal(words):
    assert folded(words) == "a lire aussi"


def test_sections():
    assert "lire aussi" in lexicon("apparatus")["related"]


@pytest.mark.parametrize(("word", "month"), [("aout", 8), ("august", 8), ("janv", 1)])
def test_numbered_sections(word, month):
    assert numbered("structure", "month")[word] == month
