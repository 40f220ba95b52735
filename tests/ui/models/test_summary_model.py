from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from apostil.domain.article import Piece, compose
from apostil.domain.place import NOWHERE, Box, Place
from apostil.domain.summary import Length, Method, choose
from apostil.ui.models.summary_model import SummaryModel, score_words
from support import panels


@pytest.fixture
def model(qapp):
    model = SummaryModel()
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show(panels.ENGLISH, choose(panels.survey(panels.ENGLISH), Method.LEXRANK, Length(3)))
    return model


def test_sentences_are_cut_from_the_text_in_its_order(model):
    chosen = [model.at(row) for row in range(model.rowCount())]
    assert [one.words for one in chosen] == [one.sentence.span.cut(panels.ENGLISH.text) for one in chosen]
    assert [one.sentence.span for one in chosen] == sorted(one.sentence.span for one in chosen)


def test_no_break_spaces_stay_in_french(qapp):
    narrow = panels.FRENCH.text.replace("« ", "«\u202f").replace(" »", "\u00a0»")
    article = replace(panels.FRENCH, text=narrow)
    model = SummaryModel()
    model.show(article, choose(panels.survey(article), Method.LEXRANK, Length(9)))
    assert any("«\u202fNous avons tenu parole\u00a0»" in model.at(row).words for row in range(model.rowCount()))


def test_a_row_tells_rank_score_and_paragraph(model):
    told = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "(rank 2 · score 0.112 · paragraph 2)" in told


def test_nothing_is_shown_without_a_summary(model):
    model.show(panels.ENGLISH, None)
    assert model.rowCount() == 0


@pytest.mark.parametrize(("score", "words"), [(0.11234, "0.112"), (1234567.0, "1.23e+06"), (-0.5, "-0.5"), (0.0, "0")])
def test_scores_have_three_digits(score, words):
    assert score_words(score) == words


def test_paragraphs_are_numbered_as_the_article_numbers_them(model):
    chosen = [model.at(row) for row in range(model.rowCount())]
    starts = [one.sentence.span.start for one in chosen]
    assert [one.paragraph for one in chosen] == [panels.ENGLISH.paragraph_number(start) for start in starts]


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (Place((Box(2, 0, 0, 9, 9),)), "p.\u00a02, paragraph 1"),
        (Place(times=(61.0, 62.0)), "00:01:01, paragraph 1"),
        (NOWHERE, "paragraph 1"),
    ],
)
def test_a_row_tells_the_page_or_time_of_its_source(model, place, told):
    article = compose([Piece("The mill stood by the river until the flood.", place=place)])
    model.show(article, choose(panels.survey(article), Method.LEXRANK, Length(1)))
    assert model.place(model.at(0)) == told
