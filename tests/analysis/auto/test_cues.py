"""The words by which sentences show their part in a text."""

from apostil.analysis.auto.cues import Cues, cues


def test_english_and_french_have_words_for_speaking():
    assert "said" in cues("en").reporting
    assert "nous" in cues("fr").persons


def test_other_languages_have_none():
    assert cues("de") == Cues()
