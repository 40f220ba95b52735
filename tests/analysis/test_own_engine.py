from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, pre_tokenizers

from apostil import assets
from apostil.analysis import own_engine, stamps
from apostil.analysis.engine import Finding
from apostil.analysis.labelling import LABELS
from apostil.analysis.own_engine import BEGIN, BUDGET, END, PAD, OwnEngine
from apostil.analysis.pieces import LONGEST
from apostil.analysis.stamps import TUNED, UNTUNED
from apostil.domain.entity import Kind

WORDS = {"<s>": BEGIN, "<pad>": PAD, "</s>": END, "<unk>": 3, "is": 4, "Ada": 5, "Quill": 6, "Lorne": 7}
SAID = {5: "B-person", 6: "I-person", 7: "B-location"}


class Stub:
    """Stands for the model: it knows three words, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, Any]] = []

    def run(self, _outputs: None, given: dict[str, Any]) -> list[Any]:
        """Scores for each piece, by its number alone."""
        pieces, present = given["pieces"], given["present"]
        self.asked.append((pieces, present))
        scores = np.zeros((*pieces.shape, len(LABELS)), np.float32)
        for number in range(len(WORDS)):
            scores[pieces == number, LABELS.index(SAID.get(number, "O"))] = 9
        return [scores]


def stubbed(patch: pytest.MonkeyPatch) -> Stub:
    """Puts the stub in the place of the engine's model."""
    made = Stub()
    tokenizer = Tokenizer(models.WordLevel(WORDS, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    patch.setattr(own_engine, "_model", lambda: own_engine._Model(made, tokenizer, "0", 1.0))
    return made


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Stub:
    """The stub, in the place of the engine's model."""
    return stubbed(monkeypatch)


def names(texts: Sequence[str]) -> list[list[tuple[str, Kind | None]]]:
    """What is found in each of the texts."""
    found = OwnEngine().find(texts, "en")
    return [
        [(text[one.start : one.end], one.kind) for one in findings] for text, findings in zip(texts, found, strict=True)
    ]


ADA = ("Ada Quill", Kind.PERSON)
LORNE = ("Lorne", Kind.LOCATION)


def test_each_text_has_its_own_names(stub: Stub) -> None:
    texts = ["Ada Quill is is is", "", "is", "Lorne is Ada Quill", "Lorne"]
    assert names(texts) == [[ADA], [], [], [LORNE, ADA], [LORNE]]


def test_a_name_says_how_sure_it_is(stub: Stub) -> None:
    ((found,),) = OwnEngine().find(["Lorne"], "fr")
    assert found == Finding(0, 5, Kind.LOCATION, pytest.approx(1, abs=0.01))


def test_a_long_text_is_read_in_chunks_and_put_together_again(stub: Stub) -> None:
    assert names(["Ada Quill is " * 300]) == [[ADA] * 300]
    assert max(pieces.shape[1] for pieces, _ in stub.asked) <= LONGEST + 2


@given(st.lists(st.integers(0, 400), max_size=30))
def test_names_come_home_whatever_texts_were_worked_on_together(lengths: list[int]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        stub = stubbed(patch)
        assert names(["is " * length + "Lorne" for length in lengths]) == [[LORNE]] * len(lengths)
    assert all(pieces.size <= max(BUDGET, LONGEST + 2) for pieces, _ in stub.asked)


def test_each_chunk_stands_between_its_marks_and_the_rest_is_filled(stub: Stub) -> None:
    names(["Ada Quill is", "Lorne"])
    ((pieces, present),) = stub.asked
    assert pieces.tolist() == [[BEGIN, 7, END, PAD, PAD], [BEGIN, 5, 6, 4, END]]
    assert present.tolist() == [[1, 1, 1, 0, 0], [1] * 5]


@pytest.mark.parametrize("texts", [[], [""], ["", " \n"]])
def test_the_model_is_not_asked_about_nothing(texts: list[str], stub: Stub) -> None:
    assert names(texts) == [[]] * len(texts)
    assert stub.asked == []


@pytest.mark.parametrize("language", ["", "fi", "ru", "zh"])
def test_a_language_it_does_not_know_has_no_names(language: str, stub: Stub) -> None:
    engine = OwnEngine()
    engine.warm_up(language)
    assert not engine.knows(language)
    assert engine.find(["Ada Quill", "Lorne"], language) == [(), ()]
    assert stub.asked == []


@pytest.mark.parametrize("language", [*TUNED, *UNTUNED])
def test_other_languages_in_its_script_are_known(language: str) -> None:
    assert OwnEngine().knows(language)


needs_model = pytest.mark.skipif(
    not (assets.root() / stamps.MODEL).is_dir(), reason="the model of names has not been trained yet"
)


@needs_model
def test_it_is_called_by_its_version() -> None:
    assert OwnEngine().name.startswith("apostil names ")


@needs_model
@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Barbara Hepworth was born in Wakefield.", {("Barbara Hepworth", "person"), ("Wakefield", "location")}),
        ("en", "President Kwame Adjei met the World Bank in Mali.", {("Kwame Adjei", "person"), ("Mali", "location")}),
        ("fr", "Marguerite Duras est née près de Saïgon.", {("Marguerite Duras", "person"), ("Saïgon", "location")}),
        ("fr", "Le ministère de la Santé du Togo se tait.", {("ministère de la Santé du Togo", "organization")}),
        ("es", "Gabriela Mistral nació en Vicuña.", {("Gabriela Mistral", "person")}),
        ("de", "Der Fluss bei Bremen ist breit.", {("Bremen", "location")}),
    ],
)
def test_the_model_finds_names(language: str, text: str, found: set[tuple[str, str]]) -> None:
    engine = OwnEngine()
    engine.warm_up(language)
    ((*findings,),) = engine.find([text], language)
    assert found <= {(text[one.start : one.end], str(one.kind)) for one in findings}


@needs_model
def test_the_model_gives_a_text_the_same_names_alone_and_among_others() -> None:
    texts = ["Moira Tennant leads the union in Port Lorne.", "Nobody was hurt. " * 60, "The FAO met in Rome."]
    together = OwnEngine().find(texts, "en")
    alone = [findings for text in texts for findings in OwnEngine().find([text], "en")]
    assert [[one.start for one in own] for own in together] == [[one.start for one in own] for own in alone]
