"""The weights of the automatic summaries are learned as its README says."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

from apostil.domain.article import Metadata, Piece, compose
from apostil.domain.spans import Span

TRAINING = Path(__file__).parents[2] / "packaging" / "models" / "summaries"


@pytest.fixture
def module():
    """Imports a module of the training, which is no package."""
    sys.path += [str(folder) for folder in (TRAINING, TRAINING.parent / "ner") if str(folder) not in sys.path]
    return import_module


SENTENCES = ["The market was calm.", "A dam burst and killed nine people.", "It was dark.", "Rain fell.", "Boats came."]


def text(sources):
    article = compose([Piece(" ".join(SENTENCES))], Metadata(language="en"))
    starts = [article.text.index(sentence) for sentence in SENTENCES]
    spans = tuple(Span(start, start + len(words)) for start, words in zip(starts, SENTENCES, strict=True))
    return sources.Text("one", "", "en", article, spans, ("Nine people were killed when a dam burst.",))


def test_what_says_the_same_is_most_alike(module):
    scoring = module("scoring")
    same, other = (scoring.grams(words, "en") for words in ("A dam burst.", "It rained."))
    assert (scoring.likeness(same, same), scoring.likeness(same, other)) == (pytest.approx(1), 0)


def test_likeness_is_what_the_usual_library_says(module):
    pytest.importorskip("rouge_score", reason="what only measuring needs is not installed")
    from benchmarks.rouge_scores import rouge

    scoring = module("scoring")
    one, other = "The dams were bursting in Mali.", "A dam in northern Mali bursts."
    ours = scoring.likeness(scoring.grams(one, "en"), scoring.grams(other, "en"))
    assert 100 * ours == pytest.approx(sum(rouge(one, [other], "en")) / 3)


def test_a_text_is_learned_with_its_title_and_without(module):
    assert len(module("lessons").lessons(text(module("sources")))) == 2


def test_a_sentence_beside_that_says_nothing_makes_a_summary_worth_less(module):
    lesson = module("lessons").lessons(text(module("sources")))[0]
    assert lesson.beside([2], [1]) < lesson.beside([], [1])


def test_the_order_of_choosing_does_not_count(module):
    lesson = module("lessons").lessons(text(module("sources")))[0]
    assert lesson.beside([3], [1]) == lesson.beside([1], [3])


def test_what_is_learned_takes_the_three_that_highlights_name(module):
    learned = module("lessons").lessons(text(module("sources")))
    wanted = "A dam burst and killed nine. Rain fell. Boats came."
    learned += module("lessons").lessons(replace(text(module("sources")), count=3, abstracts=(wanted,)))
    weights = module("learning").learn(learned)
    assert sorted(learned[2].choice(weights, 3)) == [1, 3, 4]


def test_what_is_learned_chooses_what_the_abstract_says(module):
    lessons = module("lessons").lessons(text(module("sources")))
    weights = module("learning").learn(lessons)
    assert lessons[0].choice(weights, 1) == [1]


def test_other_data_are_refused(module, tmp_path):
    (tmp_path / "other").write_text("other")
    with pytest.raises(ValueError, match="other weights"):
        module("sources").checked(tmp_path / "other", "0" * 64)


def test_our_own_articles_lose_their_standfirst_or_beginning_only_as_a_variant(module):
    found = list(module("sources").own())
    assert {"headless", "with standfirst", "long sentences"} < {one.genre for one in found}
    assert all(one.abstracts and one.sentences for one in found)


def test_long_sentences_hold_the_same_words(module):
    long = next(one for one in module("sources").own() if one.genre == "long sentences")
    plain = next(one for one in module("sources").own() if one.source == long.source and one.count == long.count)
    ours, theirs = ([one.cut(text.article.text) for one in text.sentences] for text in (long, plain))
    assert " ".join(ours) == " ".join(theirs)
    assert len(ours) < len(theirs)


def test_stories_are_learned_in_paragraphs_and_in_one_block(module):
    parted, whole, *_ = module("sources").stories()
    assert (parted.source, parted.abstracts, parted.count) == (whole.source, whole.abstracts, 3)
    assert len(parted.article.blocks) > len(whole.article.blocks) == 2


def test_highlights_are_sentences(module):
    assert all(one.abstracts[0].rstrip("\"'”’")[-1] in ".?!…:" for one in module("sources").stories())


def test_words_of_the_page_are_not_learned(module):
    sources = module("sources")
    pieces = [Piece(words) for words in ("By Jane Akoth", *SENTENCES)]
    article = compose(pieces, Metadata(language="en"))
    found = replace(text(sources), article=article, sentences=tuple(block.span for block in article.blocks))
    assert len(module("lessons").lessons(found)[0].stems) == len(SENTENCES)


def test_the_folds_that_are_kept_know_every_feature(module):
    folds = module("folds")
    alone = folds.weights_without("GUM_news_afghan").alone
    assert len(json.loads(folds.KEPT.read_text("utf-8"))) == folds.COUNT
    assert set(alone) == set(module("lessons").NAMES)
    assert np.isfinite(list(alone.values())).all()
