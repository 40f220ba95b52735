import re
from collections import Counter

import pytest

from apostil import assets
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


@pytest.mark.parametrize(
    "name",
    ["calendar", "counted", "cues", "figures", "kinds", "language.en", "language.fr", "openings", "phrases", "terms"],
)
def test_nothing_stands_twice_in_a_list(name):
    twice = {key: found for key, words in lists(assets.table(f"lexicons/{name}.toml")) if (found := repeated(words))}
    assert not twice


def lists(section, name=""):
    """All lists in a section and in those within it, each with its name."""
    for key, value in section.items():
        if isinstance(value, str):
            yield f"{name}{key}", value
        else:
            yield from lists(value, f"{name}{key}.")


def repeated(words):
    """What a list has more than once; phrases are parted by commas and lines, words by spaces."""
    entries = re.split(r"[,\n]", words) if "," in words else words.split()
    counts = Counter(filter(None, map(str.strip, entries)))
    return [entry for entry, count in counts.items() if count > 1]
