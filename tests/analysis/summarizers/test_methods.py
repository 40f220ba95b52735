"""Our summarizers choose what sumy's own choose, on texts of others and on made ones."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

from apostil.analysis.summarizers.methods import METHODS
from apostil.analysis.words import stemmer, stop_words
from apostil.domain.errors import CancelledError
from apostil.domain.summary import Method
from apostil.jobs.pool import Pool
from support.summaries import SUMY, choices, document, gap, long_text, made, rate_for_ever, texts
from support.work import double

NOISE = 1e-9
"""How far apart sumy's own ratings of two sentences may be where its rounding chose between them."""

GROUPS = 20


def chosen_otherwise(method: Method, source: Any, counts: tuple[object, ...], **lists: Any) -> list[object]:
    """The counts for which ours chooses another sentence than sumy's, that sumy does not rate alike."""
    theirs, ratings = choices(SUMY[method], source, counts, **lists)
    ours, _ = choices(METHODS[method], source, counts, **lists)
    return [
        count
        for count, one, other in zip(counts, ours, theirs, strict=True)
        if one != other and (method is not Method.LSA or gap(source, ratings, one, other) > NOISE)
    ]


@pytest.mark.parametrize("group", range(GROUPS))
def test_texts_of_others_get_the_sentences_of_sumy(group: int) -> None:
    chosen = texts()[::2][group::GROUPS]
    if not chosen:
        pytest.skip("shared/data/summaries is not beside this checkout")
    assert [(text.name, method) for text in chosen for method in METHODS if _differs(method, text)] == []


def _differs(method: Method, text: Any) -> list[object]:
    source = document(text)
    bonus = [word for heading in source.headings for word in heading.words]
    lists = {"stem": stemmer(text.language), "stops": stop_words(text.language), "bonus": bonus}
    return chosen_otherwise(method, source, (1, 3, "30%"), **lists)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_longer_text_gets_the_sentences_of_sumy(method: Method, language: str) -> None:
    source = document(long_text(language, 60))
    assert chosen_otherwise(method, source, (5, "50%"), stem=stemmer(language), stops=stop_words(language)) == []


class Split:
    """Cuts into words at spaces."""

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(text.split())


WORDS = [
    "The",
    "the",
    "cat",
    "Cat",
    "cats",
    "dog",
    "dogs",
    "of",
    "ran",
    "running",
    "mat",
    "red",
    "Red",
    "İt",
    "ΑΣ",
    "ferry",
    "le",
]
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)
FEW_SENTENCES = st.sampled_from(["the cat ran", "The cat ran", "dog", "", "the", "mat red mat", "dog ran"])
PARAGRAPHS = st.lists(st.lists(st.tuples(SENTENCES | FEW_SENTENCES, st.booleans()), max_size=6), max_size=4)


def made_document(paragraphs: list[list[tuple[str, bool]]]) -> Any:
    """sumy's document; a first sentence may be a heading."""
    return ObjectDocumentModel(
        Paragraph([Sentence(text, Split(), heading and not place) for place, (text, heading) in enumerate(paragraph)])
        for paragraph in paragraphs
    )


@pytest.mark.parametrize("method", METHODS)
@given(PARAGRAPHS, st.sampled_from([(), ("the",), ("The", "of"), WORDS]), st.sampled_from([1, 2, 5, "40%"]))
def test_any_text_gets_the_sentences_of_sumy(method, paragraphs, stops, count):
    source = made_document(paragraphs)
    assert chosen_otherwise(method, source, (count,), stem=lambda word: word[:3], stops=stops) == []


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    "sentences",
    [[], [""], ["", ""], ["dog"], ["dog", "dog", "dog"], ["the", "the"], ["dog cat", "cat dog"], ["dog", "", "dog"]],
)
def test_a_text_with_little_in_it_gets_the_sentences_of_sumy(method: Method, sentences: list[str]) -> None:
    source = made_document([[(sentence, False) for sentence in sentences]])
    assert chosen_otherwise(method, source, (0, 1, 2), stem=str.lower, stops=("the",)) == []


@pytest.mark.parametrize("method", METHODS)
def test_each_is_a_class_of_sumy(method: Method) -> None:
    assert issubclass(METHODS[method], SUMY[method])


@pytest.mark.parametrize("method", METHODS)
def test_each_sentence_has_a_rating(method: Method) -> None:
    source = document(long_text("fr", 30))
    assert len(made(METHODS[method], str.lower).ratings(source)) == len(source.sentences)


@pytest.mark.parametrize("method", METHODS)
def test_cancelling_in_the_middle_frees_the_worker(method: Method, tmp_path: Any) -> None:
    pool = Pool(workers=1)
    try:
        job = pool.submit(rate_for_ever, str(tmp_path / "started"), method)
        while not (tmp_path / "started").exists():
            time.sleep(0.01)
        job.cancel()
        assert pool.submit(double, 4).result(timeout=20) == 8
        assert isinstance(job.error(), CancelledError)
    finally:
        pool.close()
