from __future__ import annotations

from importlib.util import find_spec

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.entity import Kind
from benchmarks.spacy_engine import SpacyEngine, chunked

needs_spacy = pytest.mark.skipif(find_spec("spacy") is None, reason="spaCy is only there after make bench")


@needs_spacy
@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("en", "Barbara Hepworth was born in Wakefield.", "Barbara Hepworth", Kind.PERSON),
        ("fr", "Marguerite Duras est née près de Saïgon.", "Marguerite Duras", Kind.PERSON),
    ],
)
def test_names_are_found_with_their_place(language: str, text: str, name: str, kind: Kind) -> None:
    none, found = SpacyEngine().find(["", text], language)
    assert none == ()
    assert (name, kind) in [(text[finding.start : finding.end], finding.kind) for finding in found]


def test_other_languages_are_unknown_to_it() -> None:
    engine = SpacyEngine()
    assert not engine.knows("fi")
    assert engine.find(["Helsinki on kaupunki."], "fi") == [()]


@needs_spacy
def test_a_text_longer_than_spacy_takes_at_once_is_cut_up() -> None:
    sentence = "Barbara Hepworth was born in Wakefield. "
    text = sentence * 600
    (found,) = SpacyEngine().find([text], "en")
    assert found[-1].start > 590 * len(sentence)
    assert {text[finding.start : finding.end] for finding in found} <= {"Barbara Hepworth", "Wakefield"}


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("short", ["short"]),
        ("One two. Three four five", ["One two. ", "Three four ", "five"]),
        ("aaaaaaaaaaaaaaaaaaaaaaaaa", ["aaaaaaaaaaaa", "aaaaaaaaaaaa", "a"]),
    ],
)
def test_texts_are_cut_at_sentences_then_words_then_anywhere(text: str, pieces: list[str]) -> None:
    assert [text[start:end] for start, end in chunked(text, 12)] == pieces


@given(st.text(st.sampled_from("ab. \n!"), max_size=80), st.integers(2, 20))
def test_pieces_make_the_text_again(text: str, size: int) -> None:
    pieces = [text[start:end] for start, end in chunked(text, size)]
    assert "".join(pieces) == text
    assert all(0 < len(piece) <= size + 1 for piece in pieces)
