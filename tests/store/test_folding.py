from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from apostil.store.folding import fold, folded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l’État", "l etat"),
        ("l'État", "l etat"),
        ("lʼÉtat", "l etat"),
        ("E\u0301tat", "etat"),
        ("cœur ŒUVRE", "coeur oeuvre"),
        ("Ægir, Straße", "aegir  strasse"),
        ("Łódź Ørsted", "lodz orsted"),
        ("1\u202f200\u00a0km²", "1 200 km2"),
        ("sou\u00adligner", "souligner"),
        ("snake_case", "snake case"),
        ("İstanbul", "istanbul"),
        ("ﬁn", "fin"),
        ("Ωμέγας", "ωμεγασ"),
    ],
)
def test_words_are_folded(text, expected):
    assert folded(text) == expected


@example("ᾀ")
@given(st.text())
def test_composed_and_decomposed_letters_fold_alike(text):
    composed, decomposed = (folded(unicodedata.normalize(form, text)) for form in ("NFC", "NFD"))
    assert composed.split() == decomposed.split()


@given(st.text())
def test_folded_text_holds_letters_digits_and_spaces_only(text):
    assert all(char == " " or char.isalnum() for char in folded(text))


@given(st.text(st.sampled_from("aéœßﬁ½\u0301\u00ad ’🇲Éx"), min_size=1))
def test_every_place_leads_back_to_what_was_folded_there(text):
    made = fold(text)
    for position, char in enumerate(made.text):
        span = made.span(position, position + 1)
        assert char in folded(span.cut(text))
        assert 0 <= span.start < span.end <= len(text)


@given(st.text(st.sampled_from("aéœß\u0301 ’x")))
def test_the_whole_leads_back_to_the_whole(text):
    made = fold(text)
    if made.text:
        span = made.span(0, len(made.text))
        assert folded(text[: span.start]) == folded(text[span.end :]) == ""


@pytest.mark.parametrize("text", ["abc ÉTÉ œ’x" * 3, "Ωμέγα ΐ", "Я люблю Мали", "".join(map(chr, range(0xA0, 0x17F)))])
def test_the_fast_way_and_the_slow_way_agree(text):
    assert folded(text) == "".join(folded(char) for char in text)


def test_an_accent_of_its_own_belongs_to_its_letter():
    made = fold("E\u0301tat")
    assert made.span(0, 1).cut("E\u0301tat") == "E\u0301"
